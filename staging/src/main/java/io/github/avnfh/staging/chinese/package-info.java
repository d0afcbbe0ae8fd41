/**
 * The staging of the Chinese guideline: {@link io.github.avnfh.staging.chinese.Chinese2015} reads a
 * {@link io.github.avnfh.staging.chinese.ChineseStage stage} from 1 to 5 and a
 * {@link io.github.avnfh.staging.chinese.ChineseGrade grade} within it.
 */
@NullMarked
package io.github.avnfh.staging.chinese;

import org.jspecify.annotations.NullMarked;
