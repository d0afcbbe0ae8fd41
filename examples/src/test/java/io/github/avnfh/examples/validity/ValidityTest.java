package io.github.avnfh.examples.validity;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.examples.Main;
import io.github.avnfh.survival.KaplanMeier;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class ValidityTest {
  private static final List<Integer> STUDY = List.of(46);
  private static final int COHORTS = 200;

  /** The Monte Carlo error of 200 cohorts is 1.5 percentage points at 95; the bounds are wide. */
  @Test
  void holdsTheTruthAboutAsOftenAsItSays() {
    within(CurveStudy.study(STUDY).run(COHORTS, 1), "survival at 24 months", "default", 0.85, 1);
    within(ScoreStudy.study(STUDY).run(COHORTS, 1), "mean change", "default", 0.88, 0.99);
    List<Study.Count> agreement = AgreementStudy.study(STUDY).run(COHORTS, 1);
    within(agreement, "Gwet's AC1", "default", 0.88, 1);
    within(agreement, "ICC, consistency, one reading", "default", 0.88, 0.99);
    within(agreement, "ICC, absolute agreement, one reading", "default", 0.88, 1);
    within(agreement, "Bland-Altman, mean difference", "default", 0.88, 0.99);
    within(agreement, "Bland-Altman, upper limit", "by patient", 0.88, 1);
  }

  @Test
  void seesThatTwoReadersCarryOneDegreeOfFreedom() {
    assertThat(least(
            AgreementStudy.study(STUDY).run(COHORTS, 1),
            "ICC, absolute agreement, one reading",
            "hips as independent"))
        .isLessThan(0.88);
  }

  private static void within(
      List<Study.Count> counts, String quantity, String method, double low, double high) {
    List<Study.Count> of = of(counts, quantity, method);
    assertThat(of).isNotEmpty();
    assertThat(of).allSatisfy(count -> {
      assertThat(count.answered()).as(count.scenario()).isGreaterThan(COHORTS / 2);
      assertThat(count.proportion()).as(count.scenario()).isBetween(low, high);
    });
  }

  private static double least(List<Study.Count> counts, String quantity, String method) {
    return of(counts, quantity, method).stream()
        .mapToDouble(Study.Count::proportion)
        .min()
        .orElseThrow();
  }

  private static List<Study.Count> of(List<Study.Count> counts, String quantity, String method) {
    return counts.stream()
        .filter(
            count -> count.quantity().equals(quantity) && count.method().name().equals(method))
        .toList();
  }

  /** An interval of 4 in 5 cohorts and a test that always rejects are counted as such. */
  @Test
  void countsWhatItIsGiven() {
    List<Method<Long>> methods = List.of(
        Method.interval(
            "a",
            "four of five",
            seed -> seed % 5 == 0
                ? Method.Range.of(OptionalDouble.of(2), OptionalDouble.of(3))
                : Method.Range.of(OptionalDouble.of(0), OptionalDouble.of(1))),
        Method.interval(
            "a", "none", seed -> Method.Range.of(OptionalDouble.of(0), OptionalDouble.empty())),
        Method.test("b", "always", seed -> OptionalDouble.of(0.05)),
        Method.test("b", "refused", seed -> {
          throw new IllegalArgumentException("refused");
        }));
    List<Study.Count> counts = new Study<>(methods)
        .add(new Study.Scenario<>("one", 46, Map.of("a", 1.0, "b", 0.0), seed -> seed))
        .run(100, 0);
    assertThat(counts).extracting(Study.Count::yes).containsExactly(80, 0, 100, 0);
    assertThat(counts).extracting(Study.Count::answered).containsExactly(100, 0, 100, 0);
  }

  /** At survival S the gamma factor of variance 1 gives 1 / (1 + h), and none exp(-h). */
  @Test
  void knowsTheTruthInClosedForm() {
    assertThat(Frailty.gamma(1).survival(1)).isCloseTo(0.5, Offset.offset(1e-12));
    assertThat(Frailty.none().survival(1)).isCloseTo(Math.exp(-1), Offset.offset(1e-12));
    for (Frailty frailty : List.of(Frailty.none(), Frailty.gamma(4), Frailty.logNormal(1))) {
      HipDesign design =
          HipDesign.of(20_000, 0.5, frailty, 0.5).withCensored(0.5).withDelayed(0.3);
      assertThat(design.survival(HipDesign.HORIZON)).isCloseTo(0.5, Offset.offset(1e-9));
      assertThat(KaplanMeier.withDefaults()
              .estimate(design.draw(7).followUp())
              .curves()
              .get(0)
              .at(HipDesign.HORIZON)
              .estimate()
              .orElseThrow()
              .survival())
          .isCloseTo(0.5, Offset.offset(0.02));
    }
  }

  @Test
  void drawsTheSameCohortFromTheSameSeed() {
    HipDesign design = HipDesign.of(46, 0.5, Frailty.gamma(1), 0.5);
    assertThat(design.draw(3).hips())
        .isEqualTo(design.draw(3).hips())
        .isNotEqualTo(design.draw(4).hips());
    assertThat(ValidityCommand.page(10, 1, List.of(12)))
        .isEqualTo(ValidityCommand.page(10, 1, List.of(12)))
        .contains("# Which intervals and tests hold", "| restricted mean to 24 months |", "Power");
  }

  @Test
  void refusesTooFewCohorts() {
    StringWriter err = new StringWriter();
    CommandLine line = Main.commandLine().setErr(new PrintWriter(err));
    assertThat(line.execute("validity", "--cohorts", "9")).isEqualTo(2);
    assertThat(err.toString())
        .contains("cohorts of a design [count] must lie in 10..100000, but was 9");
  }
}
