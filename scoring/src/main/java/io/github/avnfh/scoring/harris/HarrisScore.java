package io.github.avnfh.scoring.harris;

import io.github.avnfh.core.Instrument;
import io.github.avnfh.core.Instruments;
import io.github.avnfh.core.Score;
import io.github.avnfh.core.evidence.Explainable;
import io.github.avnfh.core.evidence.Explanation;
import io.github.avnfh.core.evidence.Reason;
import io.github.avnfh.core.statistics.Decimals;
import io.github.avnfh.scoring.harris.HarrisItem.DeformityCriterion;
import io.github.avnfh.scoring.harris.HarrisItem.Domain;
import io.github.avnfh.scoring.harris.HarrisItem.Motion;
import io.github.avnfh.scoring.harris.HarrisItem.Question;
import io.github.avnfh.scoring.internal.PointsText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.immutables.value.Value;

/**
 * A Harris Hip Score: the form, the method for range of motion, and all that follows from the two.
 *
 * <p>0 to 100 points, higher is better: the sum of pain, function, absence of deformity and range
 * of motion, whose maxima {@link HarrisItem.Domain} holds. No rule for missing items was published,
 * so there is a total only if nothing is missing; the subtotals of complete domains are there all
 * the same. Nothing is rounded.
 *
 * <pre>{@code
 * HarrisForm form = HarrisForm.builder()
 *     .pain(HarrisAnswer.Pain.SLIGHT)
 *     .deformity(Deformity.meeting(Set.of(HarrisItem.DeformityCriterion.values())))
 *     .rangeOfMotion(RangeOfMotion.notMeasured())
 *     .build();
 * HarrisScore score = HarrisScore.of(form, RangeOfMotionMethod.INDEX_1969);
 * score.subtotal(HarrisItem.Domain.PAIN);      // OptionalDouble[40.0]
 * score.subtotal(HarrisItem.Domain.DEFORMITY); // OptionalDouble[4.0]
 * score.total();                          // OptionalDouble.empty
 * HarrisItem next = score.missing().get(0);
 * next.code();   // limp
 * next.domain(); // FUNCTION
 * }</pre>
 *
 * @see <a href="https://doi.org/10.2106/00004623-196951040-00012">Harris WH. Traumatic arthritis of
 *     the hip after dislocation and acetabular fractures: treatment by mold arthroplasty. An
 *     end-result study using a new method of result evaluation. J Bone Joint Surg Am
 *     1969;51-A(4):737-55</a>
 */
@Value.Immutable
public abstract sealed class HarrisScore implements Explainable permits ImmutableHarrisScore {
  /** The instrument under which a total becomes a score of a visit. */
  public static final Instrument INSTRUMENT = Instruments.HARRIS_HIP_SCORE;

  private static final Domain[] DOMAINS = Domain.values();

  HarrisScore() {}

  /**
   * Scores a form.
   *
   * @param form what was asked and measured
   * @param method how degrees of motion become points
   * @return the score
   */
  public static HarrisScore of(HarrisForm form, RangeOfMotionMethod method) {
    return ImmutableHarrisScore.builder().form(form).rangeOfMotionMethod(method).build();
  }

  /**
   * Returns the form that was scored.
   *
   * @return the form
   */
  public abstract HarrisForm form();

  /**
   * Returns how degrees of motion became points.
   *
   * @return the method
   */
  public abstract RangeOfMotionMethod rangeOfMotionMethod();

  /**
   * Returns the subtotal of a domain, if the domain is complete.
   *
   * @param domain the domain
   * @return points between 0 and the domain's maximum, not rounded
   */
  public OptionalDouble subtotal(Domain domain) {
    return switch (domain) {
      case PAIN -> painPoints();
      case FUNCTION -> functionPoints();
      case DEFORMITY -> deformityPoints();
      case RANGE_OF_MOTION -> rangeOfMotionMethod().points(form().rangeOfMotion());
    };
  }

  private OptionalDouble painPoints() {
    return form().pain().isPresent()
        ? OptionalDouble.of(form().pain().get().points())
        : OptionalDouble.empty();
  }

  private OptionalDouble functionPoints() {
    return gaitIsComplete() && activitiesAreComplete()
        ? OptionalDouble.of(gaitPoints() + activityPoints())
        : OptionalDouble.empty();
  }

  private boolean gaitIsComplete() {
    return form().limp().isPresent()
        && form().support().isPresent()
        && form().distance().isPresent();
  }

  private double gaitPoints() {
    return form().limp().orElseThrow().points()
        + form().support().orElseThrow().points()
        + form().distance().orElseThrow().points();
  }

  private boolean activitiesAreComplete() {
    return form().stairs().isPresent()
        && form().shoesAndSocks().isPresent()
        && form().sitting().isPresent()
        && form().transport().isPresent();
  }

  private double activityPoints() {
    return form().stairs().orElseThrow().points()
        + form().shoesAndSocks().orElseThrow().points()
        + form().sitting().orElseThrow().points()
        + form().transport().orElseThrow().points();
  }

  private OptionalDouble deformityPoints() {
    var points = form().deformity().points();
    return points.isPresent() ? OptionalDouble.of(points.getAsInt()) : OptionalDouble.empty();
  }

  /**
   * Returns the total, if no item is missing.
   *
   * @return 0 to 100 points, not rounded
   */
  public OptionalDouble total() {
    double[] subtotals = new double[DOMAINS.length];
    for (int i = 0; i < subtotals.length; i++) {
      OptionalDouble subtotal = subtotal(DOMAINS[i]);
      if (subtotal.isEmpty()) {
        return OptionalDouble.empty();
      }
      subtotals[i] = subtotal.getAsDouble();
    }
    return OptionalDouble.of(Decimals.sum(subtotals));
  }

  /**
   * Returns the grade of the unrounded total, if there is one.
   *
   * @return the grade
   */
  public Optional<HarrisGrade> grade() {
    OptionalDouble total = total();
    return total.isPresent() ? Optional.of(HarrisGrade.of(total.getAsDouble())) : Optional.empty();
  }

  /**
   * Returns the items that are missing.
   *
   * @return questions, criteria and motions in the order of the form
   */
  public List<HarrisItem> missing() {
    return form().missing();
  }

  /**
   * Returns what the reader of the score has to know besides.
   *
   * @return a sentence for each motion that was counted at less than was measured
   */
  public List<String> notes() {
    return rangeOfMotionMethod().notes(form().rangeOfMotion());
  }

  /**
   * Explains the score item by item.
   *
   * @return ten items in the order of the form, whose points add up to the total, then the grade;
   *     the obstacles are the codes of the items that are missing
   */
  @Override
  public Explanation explanation() {
    List<Reason> reasons = answers(form());
    reasons.add(
        Reason.of(HarrisRules.DEFORMITY, criteria(form().deformity()), subtotal(Domain.DEFORMITY)));
    reasons.add(Reason.of(
        rangeOfMotionMethod().rule(),
        motions(form().rangeOfMotion()),
        subtotal(Domain.RANGE_OF_MOTION)));
    grade()
        .ifPresent(grade -> reasons.add(
            Reason.of(HarrisRules.GRADE, "total " + total().getAsDouble() + " points")));
    return Explanation.of(
        PointsText.of(total(), "no total")
            + grade().map(grade -> ", " + grade.code()).orElse(""),
        reasons,
        codes(missing()));
  }

  static List<Reason> answers(HarrisForm form) {
    List<Reason> reasons = new ArrayList<>();
    for (Question question : Question.values()) {
      reasons.add(answered(question, form.answer(question)));
    }
    return reasons;
  }

  private static Reason answered(Question question, Optional<? extends HarrisAnswer> answer) {
    String inputs = question.code() + " " + answer.map(HarrisAnswer::code).orElse("missing");
    return Reason.of(
        HarrisRules.question(question),
        inputs,
        answer.isPresent() ? OptionalDouble.of(answer.get().points()) : OptionalDouble.empty());
  }

  static List<String> codes(List<HarrisItem> items) {
    return items.stream().map(HarrisItem::code).toList();
  }

  private static String criteria(Deformity deformity) {
    return Arrays.stream(DeformityCriterion.values())
        .map(criterion -> criterion.quantity().name() + " " + finding(deformity, criterion))
        .collect(Collectors.joining(", "));
  }

  private static String finding(Deformity deformity, DeformityCriterion criterion) {
    OptionalDouble measured = deformity.measured(criterion);
    if (measured.isPresent()) {
      return measured.getAsDouble() + " " + criterion.quantity().unit();
    }
    return deformity
        .isMet(criterion)
        .map(met -> (met ? "below " : "not below ") + criterion.cut() + " "
            + criterion.quantity().unit())
        .orElse("missing");
  }

  private static String motions(RangeOfMotion range) {
    return Arrays.stream(Motion.values())
        .map(motion -> motion.quantity().name() + " " + shown(range.degrees(motion)))
        .collect(Collectors.joining(", "));
  }

  private static String shown(OptionalDouble degrees) {
    return degrees.isPresent() ? degrees.getAsDouble() + " degrees" : "missing";
  }

  /**
   * Returns the total as a score that a visit can hold, if there is one.
   *
   * @return the score under {@link #INSTRUMENT}
   */
  public Optional<Score> toScore() {
    OptionalDouble total = total();
    return total.isPresent()
        ? Optional.of(Score.of(INSTRUMENT, total.getAsDouble()))
        : Optional.empty();
  }

  @Override
  public final String toString() {
    String missing = missing().stream().map(HarrisItem::code).collect(Collectors.joining(", "));
    return "HarrisScore{" + rangeOfMotionMethod()
        + grade()
            .map(grade -> ", " + total().getAsDouble() + " points, " + grade.code())
            .orElse("")
        + (missing.isEmpty() ? "" : ", missing " + missing) + "}";
  }
}
