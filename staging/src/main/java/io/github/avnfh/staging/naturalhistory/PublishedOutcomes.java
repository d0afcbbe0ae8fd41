package io.github.avnfh.staging.naturalhistory;

import io.github.avnfh.core.SteinbergGrade;
import io.github.avnfh.core.evidence.Citation;
import io.github.avnfh.staging.jic.JicType;
import io.github.avnfh.staging.kerboul.HaGrade;
import io.github.avnfh.staging.kerboul.HaRisk;
import io.github.avnfh.staging.steinberg.SteinbergRules;
import java.util.List;

/**
 * The published figures by the class of a lesion.
 *
 * <pre>{@code
 * for (PublishedOutcome course : PublishedOutcomes.byRisk(HaRisk.LOW)) {
 *   Count proportion = course.proportion().orElseThrow();
 *   System.out.println(course.event() + ": " + proportion.count() + " of " + proportion.total());
 * }
 * // collapse: 0 of 4
 * }</pre>
 */
public final class PublishedOutcomes {
  private static final Citation KURODA = Citation.of(
      "Kuroda Y, Tanaka T, Miyagawa T, Kawai K, Goto K, Tanaka S, Matsuda S, Akiyama H",
      "Classification of osteonecrosis of the femoral head: Who should have surgery?",
      "Bone Joint Res 2019;8:451-458",
      "10.1302/2046-3758.810.BJR-2019-0022.R1");
  private static final String KURODA_HIPS =
      "212 hips before collapse, collapse or arthroplasty by Kaplan-Meier";
  private static final String HA_HIPS =
      "37 hips with early osteonecrosis, core decompression or no operation at random";
  private static final String STEINBERG_HIPS =
      "73 hips of stage I or II after core decompression and grafting";

  private PublishedOutcomes() {}

  /**
   * Returns the course by the type of the Japanese criteria.
   *
   * @param type the type of the lesion
   * @return collapse or arthroplasty within two and within five years, in percent
   */
  public static List<PublishedOutcome> byType(JicType type) {
    return switch (type) {
      case A -> kuroda(0, 0);
      case B -> kuroda(7.9, 7.9);
      case C1 -> kuroda(23.2, 36.6);
      case C2 -> kuroda(57.8, 84.8);
    };
  }

  /**
   * Returns the course by the grade of the modified Kerboul method.
   *
   * @param grade the grade of the lesion
   * @return collapse, in counts of hips
   */
  public static List<PublishedOutcome> byGrade(HaGrade grade) {
    return switch (grade) {
      case GRADE_1 -> ha(0, 5);
      case GRADE_2 -> ha(6, 9);
      case GRADE_3 -> ha(16, 16);
      case GRADE_4 -> ha(7, 7);
    };
  }

  /**
   * Returns the course by the risk group of the modified Kerboul method.
   *
   * @param risk the risk group of the lesion
   * @return collapse, in counts of hips
   */
  public static List<PublishedOutcome> byRisk(HaRisk risk) {
    return switch (risk) {
      case LOW -> ha(0, 4);
      case MODERATE -> ha(4, 8);
      case HIGH -> ha(25, 25);
    };
  }

  /**
   * Returns the course of treated hips by the grade of Steinberg.
   *
   * @param grade the grade of the lesion
   * @return total hip replacement, in percent; the source prints no count by grade
   */
  public static List<PublishedOutcome> byGrade(SteinbergGrade grade) {
    return switch (grade) {
      case A -> steinberg(7);
      case B -> steinberg(31);
      case C -> steinberg(33);
    };
  }

  private static List<PublishedOutcome> kuroda(double twoYears, double fiveYears) {
    PublishedOutcome.Builder two = PublishedOutcome.builder()
        .event("collapse or arthroplasty within 2 years")
        .population(KURODA_HIPS)
        .percent(twoYears)
        .citation(KURODA);
    PublishedOutcome.Builder five = PublishedOutcome.builder()
        .event("collapse or arthroplasty within 5 years")
        .population(KURODA_HIPS)
        .percent(fiveYears)
        .citation(KURODA);
    return List.of(two.build(), five.build());
  }

  private static List<PublishedOutcome> ha(int events, int hips) {
    return List.of(PublishedOutcome.builder()
        .event("collapse")
        .population(HA_HIPS)
        .events(events)
        .hips(hips)
        .citation(HaGrade.RULE.citation())
        .build());
  }

  private static List<PublishedOutcome> steinberg(double percent) {
    return List.of(PublishedOutcome.builder()
        .event("total hip replacement")
        .population(STEINBERG_HIPS)
        .percent(percent)
        .citation(SteinbergRules.SOURCE)
        .build());
  }
}
