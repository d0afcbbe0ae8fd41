package io.github.avnfh.staging.response;

import io.github.avnfh.core.evidence.Citation;
import io.github.avnfh.staging.arco.Arco1994;
import io.github.avnfh.staging.arco.Arco1994Stage;
import io.github.avnfh.staging.ficat.Ficat;
import io.github.avnfh.staging.ficat.FicatStage;
import io.github.avnfh.staging.jic.Jic;
import io.github.avnfh.staging.jic.JicStage;
import io.github.avnfh.staging.jic.JicType;
import io.github.avnfh.staging.naturalhistory.PublishedOutcomes;
import java.util.List;

/**
 * The rule sets by which published studies called a hip progressed on images.
 *
 * <p>Only the part that images decide is here. Pain, a score and an operation, which some of the
 * studies join to it, are recorded apart from the response: scores with the visit, arthroplasty in
 * {@link ImagingResponse#arthroplasty()}. None of the studies knows an improvement on images, so a
 * hip is progressed, stable or not evaluable.
 *
 * <pre>{@code
 * Hip hip = cohort.hips().get(0);
 * for (ResponseRule rule : TrialRules.all()) {
 *   System.out.println(rule.code() + ": " + rule.assess(hip).outcome().code());
 * }
 * // bozic1999: stable
 * // xie2018: stable
 * // kuroda2019: stable
 * // preob: stable
 * // yue2023: stable
 * }</pre>
 */
public final class TrialRules {
  private static final Citation BOZIC = Citation.of(
      "Bozic KJ, et al",
      "Survivorship analysis of hips treated with core decompression for nontraumatic osteonecrosis"
          + " of the femoral head",
      "J Bone Joint Surg Am 1999;81:200-209");
  private static final Citation PREOB = Citation.of(
      "Bone Therapeutics",
      "Study on autologous osteoblastic cells implantation to early stage osteonecrosis of the"
          + " femoral head",
      "ClinicalTrials.gov NCT01529008, results of 2022-06-24");
  private static final Citation XIE = Citation.of(
      "Xie K, Mao Y, Qu X, Dai K, Jia Q, Zhu Z, Yan M",
      "High-energy extracorporeal shock wave therapy for nontraumatic osteonecrosis of the femoral"
          + " head",
      "J Orthop Surg Res 2018;13:25",
      "10.1186/s13018-017-0705-x");
  private static final Citation YUE = Citation.of(
      "Yue, et al",
      "Reliability and repeatability of 2021 ARCO classification and its guiding significance in"
          + " treatment of nontraumatic osteonecrosis of the femoral head",
      "BMC Musculoskelet Disord 2023;24:469",
      "10.1186/s12891-023-06587-4");

  private TrialRules() {}

  /**
   * Returns every rule set of this class.
   *
   * @return the rule sets, the oldest first
   */
  public static List<ResponseRule> all() {
    return List.of(bozic1999(), xie2018(), kuroda2019(), preob(), yue2023());
  }

  /**
   * Returns the rule of a study of core decompression: progressed if Ficat's stage III, collapse,
   * is reached, else stable; the crescent alone, stage IIB, is no event.
   *
   * <p>The study stages by a modification of Ficat in combination with Steinberg; what is read here
   * is Ficat's system with the crescent as IIB. A hip that was III before has nothing to reach.
   * Clinical failure, a later operation, is not part of it.
   *
   * @return the rule set
   * @see <a href="https://pubmed.ncbi.nlm.nih.gov/10073583/">Bozic KJ, et al. Survivorship analysis
   *     of hips treated with core decompression for nontraumatic osteonecrosis of the femoral head.
   *     J Bone Joint Surg Am 1999;81:200-209</a>
   */
  public static ResponseRule bozic1999() {
    return ResponseRule.builder()
        .code("bozic1999")
        .citation(BOZIC)
        .system(Ficat.SUBSTAGED_1985)
        .addProgression(ImagingChange.STAGE_REACHED)
        .reachedStage(FicatStage.STAGE_III)
        .build();
  }

  /**
   * Returns the rule of a long-term study of shock waves: progressed if the ARCO stage or substage
   * advances, else stable; there is no improvement.
   *
   * <p>The study does not print which version of the ARCO system it means; its substages are those
   * of 1994, which are read here.
   *
   * @return the rule set
   * @see <a href="https://doi.org/10.1186/s13018-017-0705-x">Xie K, Mao Y, Qu X, Dai K, Jia Q, Zhu
   *     Z, Yan M. High-energy extracorporeal shock wave therapy for nontraumatic osteonecrosis of
   *     the femoral head. J Orthop Surg Res 2018;13:25</a>
   */
  public static ResponseRule xie2018() {
    return ResponseRule.builder()
        .code("xie2018")
        .citation(XIE)
        .system(Arco1994.PUBLISHED_1994)
        .addProgression(ImagingChange.STAGE_ADVANCE, ImagingChange.SUBSTAGE_ADVANCE)
        .build();
  }

  /**
   * Returns the rule of a study of the natural course by the Japanese criteria: progressed if stage
   * 3A, collapse, is reached, else stable; a crescent is collapse. Arthroplasty, which the study
   * counts with collapse, is not part of it.
   *
   * @return the rule set
   * @see <a href="https://doi.org/10.1302/2046-3758.810.BJR-2019-0022.R1">Kuroda Y, Tanaka T,
   *     Miyagawa T, Kawai K, Goto K, Tanaka S, Matsuda S, Akiyama H. Classification of
   *     osteonecrosis of the femoral head: Who should have surgery? Bone Joint Res
   *     2019;8:451-458</a>
   */
  public static ResponseRule kuroda2019() {
    return ResponseRule.builder()
        .code("kuroda2019")
        .citation(PublishedOutcomes.byType(JicType.A).get(0).citation())
        .system(Jic.REVISED_2001)
        .addProgression(ImagingChange.STAGE_REACHED)
        .reachedStage(JicStage.STAGE_3A)
        .build();
  }

  /**
   * Returns the rule of a phase 3 trial of osteoblastic cells: progressed if a stage of fracture,
   * ARCO III or higher, is reached, else stable. A responder of the trial also has less pain by the
   * minimal important difference, which is not part of it.
   *
   * <p>The registry does not say which version of the ARCO system it means; III begins with the
   * fracture in that of 1994, which is read here, and in its revision.
   *
   * @return the rule set
   * @see <a href="https://clinicaltrials.gov/study/NCT01529008">Bone Therapeutics. Study on
   *     autologous osteoblastic cells implantation to early stage osteonecrosis of the femoral
   *     head. ClinicalTrials.gov NCT01529008</a>
   */
  public static ResponseRule preob() {
    return ResponseRule.builder()
        .code("preob")
        .citation(PREOB)
        .system(Arco1994.PUBLISHED_1994)
        .addProgression(ImagingChange.STAGE_REACHED)
        .reachedStage(Arco1994Stage.STAGE_III)
        .build();
  }

  /**
   * Returns the rule of a study of a support rod: progressed with a collapse of more than 2 mm,
   * else stable; exactly 2.0 mm is no event, and there is no improvement.
   *
   * <p>The study looks at hips before collapse, where the depth and its change are the same; the
   * depth is read here.
   *
   * @return the rule set
   * @see <a href="https://doi.org/10.1186/s12891-023-06587-4">Yue, et al. Reliability and
   *     repeatability of 2021 ARCO classification and its guiding significance in treatment of
   *     nontraumatic osteonecrosis of the femoral head. BMC Musculoskelet Disord 2023;24:469</a>
   */
  public static ResponseRule yue2023() {
    return ResponseRule.builder()
        .code("yue2023")
        .citation(YUE)
        .addProgression(ImagingChange.COLLAPSE_DEPTH)
        .build();
  }
}
