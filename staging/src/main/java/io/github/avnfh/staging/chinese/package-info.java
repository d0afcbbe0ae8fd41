/**
 * The staging of the Chinese guideline: {@link io.github.avnfh.staging.chinese.Chinese2015} reads a
 * {@link io.github.avnfh.staging.chinese.ChineseStage stage} from 1 to 5 and a
 * {@link io.github.avnfh.staging.chinese.ChineseGrade grade} within it.
 *
 * <p>The stages go by the fate of the bone: seen on MRI only, sclerosis and cysts, fracture of the
 * subchondral bone, collapse, osteoarthritis. The crescent and the flattened head, which
 * {@link io.github.avnfh.staging.arco} of 1994 puts into one stage, are two here. The grade is size
 * by the measure that fits the stage: extent of the lesion, length of the crescent, depth of the
 * collapse.
 *
 * <p>A hip without a sign has no stage in the guideline, and is unaffected here. What the guideline
 * recommends for a stage is not kept: this library recommends no treatment.
 */
@NullMarked
package io.github.avnfh.staging.chinese;

import org.jspecify.annotations.NullMarked;
