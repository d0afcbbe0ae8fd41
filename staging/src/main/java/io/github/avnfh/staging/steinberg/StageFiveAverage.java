package io.github.avnfh.staging.steinberg;

import io.github.avnfh.core.SteinbergGrade;
import io.github.avnfh.core.evidence.Explanation;
import io.github.avnfh.core.evidence.Reason;
import io.github.avnfh.staging.PossibleStages;
import java.util.List;
import java.util.Objects;

/**
 * The grade of Steinberg stage V: the average of the femoral head's grade, as in stage IV, and the
 * acetabulum's.
 *
 * <p>The source averages grades without saying what A and B, or B and C, give, and prints no scale
 * for the acetabulum. Both policies here are the library's proposed reading: A counts 1, B 2 and C
 * 3, so that A and C give B; what a tie gives is named.
 *
 * <pre>{@code
 * StageFiveAverage.REPORT_TIE.of(SteinbergGrade.A, SteinbergGrade.C).text(); // B
 * StageFiveAverage.REPORT_TIE.of(SteinbergGrade.A, SteinbergGrade.B).text(); // A or B
 * StageFiveAverage.ROUND_UP.of(SteinbergGrade.A, SteinbergGrade.B).text();   // B
 * }</pre>
 *
 * @see <a href="https://pubmed.ncbi.nlm.nih.gov/7822393/">Steinberg ME, Hayken GD, Steinberg DR. A
 *     quantitative system for staging avascular necrosis. J Bone Joint Surg Br 1995;77-B:34-41</a>
 */
public enum StageFiveAverage {
  /** A tie stays open between its two grades; the default. */
  REPORT_TIE,

  /** A tie goes to the higher grade. */
  ROUND_UP;

  /**
   * Averages the grades of the two sides of the joint.
   *
   * @param femoralHead the grade of the head, determined as in stage IV
   * @param acetabulum the grade of the acetabulum, as the reader estimated it
   * @return the grade, or both grades of a tie that is reported
   */
  public PossibleStages<SteinbergGrade> of(SteinbergGrade femoralHead, SteinbergGrade acetabulum) {
    List<SteinbergGrade> grades = List.of(SteinbergGrade.values());
    int sum = grades.indexOf(femoralHead) + grades.indexOf(acetabulum);
    SteinbergGrade lower = grades.get(sum / 2);
    SteinbergGrade upper = grades.get((sum + 1) / 2);
    return this == ROUND_UP
        ? PossibleStages.of(upper)
        : PossibleStages.among(List.of(lower, upper));
  }

  /**
   * Explains the average of the grades of the two sides of the joint.
   *
   * @param femoralHead the grade of the head, determined as in stage IV
   * @param acetabulum the grade of the acetabulum, as the reader estimated it
   * @return the stage with its grade, or with both grades of a tie that is reported, and the rule
   *     with both grades
   */
  public Explanation explain(SteinbergGrade femoralHead, SteinbergGrade acetabulum) {
    Objects.requireNonNull(femoralHead, "femoralHead");
    Objects.requireNonNull(acetabulum, "acetabulum");
    return Explanation.of(
        "stage V, grade " + of(femoralHead, acetabulum).text(),
        List.of(Reason.of(
            SteinbergRules.GRADE_AVERAGE,
            "femoral head " + femoralHead.code() + ", acetabulum " + acetabulum.code())),
        List.of());
  }
}
