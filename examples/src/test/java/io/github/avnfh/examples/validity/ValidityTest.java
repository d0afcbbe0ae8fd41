package io.github.avnfh.examples.validity;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.examples.Main;
import io.github.avnfh.survival.KaplanMeier;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class ValidityTest {
  private static final int DEFAULTS = 34;
  private static final String NAIVE = "hips as independent";
  private static final String WALD = "estimate ± 1.96 SE";
  private static final String DEPENDENT = "half bilateral, gamma 4, 50 % events";
  private static final String RARE = "no dependence, 5 % events";
  private static final String SAME_GROUP = "second hip in the same group, 50 % events";

  private static final List<Integer> STUDY = List.of(46);
  private static final int FEW = 20;
  private static final int COHORTS = 300;

  /**
   * Pooled over its designs, each default has 100 to 1,200 cohorts: a Monte Carlo error of 0.6 to
   * 2.2 percentage points.
   */
  @Test
  void everyDefaultLiesWithinWideBounds() {
    List<Study.Count> counts = Stream.of(
            defaults(CurveStudy.study(STUDY)),
            defaults(ComparisonStudy.study(STUDY)),
            defaults(ScoreStudy.study(STUDY)),
            defaults(AgreementStudy.study(STUDY)))
        .flatMap(List::stream)
        .toList();
    Map<String, List<Study.Count>> pooled = counts.stream()
        .collect(Collectors.groupingBy(
            count -> count.quantity() + ", " + count.method().name()));
    assertThat(pooled).hasSize(DEFAULTS);
    pooled.forEach((name, of) -> {
      assertThat(sum(of, Study.Count::answered)).as(name).isGreaterThan(FEW * of.size() * 4 / 5);
      assertThat(pooled(of))
          .as(name)
          .isBetween(
              of.get(0).kind() == Method.Kind.INTERVAL ? 0.9 : 0.0,
              of.get(0).kind() == Method.Kind.INTERVAL ? 1.0 : 0.1);
    });
  }

  private static <C> List<Study.Count> defaults(Study<C> study) {
    return study.only(design -> true, Method::isDefault).run(FEW, 1);
  }

  private static int sum(List<Study.Count> counts, ToIntFunction<Study.Count> number) {
    return counts.stream().mapToInt(number).sum();
  }

  private static double pooled(List<Study.Count> counts) {
    return sum(counts, Study.Count::yes) / (double) sum(counts, Study.Count::answered);
  }

  /**
   * In a design where it matters, a default lies within bounds that a rival leaves: one that takes
   * hips as independent, or the normal quantile for that of t, or leaves out an adjustment for few
   * patients. With 300 cohorts the Monte Carlo error is 1.3 percentage points.
   */
  static Stream<Arguments> rivals() {
    Study<HipCohort> curves = CurveStudy.study(STUDY);
    Study<HipCohort> comparisons = ComparisonStudy.study(STUDY);
    Study<ScoreDesign.Sample> scores = ScoreStudy.study(STUDY);
    Study<ReadingDesign.Sample> agreement = AgreementStudy.study(STUDY);
    return Stream.of(
        Arguments.of(curves, "survival at 24 months", DEPENDENT, "default", NAIVE),
        Arguments.of(curves, "survival at 24 months", RARE, "default", "R, log"),
        Arguments.of(curves, "cumulative hazard at 24 months", RARE, "default", WALD),
        Arguments.of(curves, "restricted mean to 24 months", RARE, "default", "plain, t"),
        Arguments.of(
            curves, "survival at 24 months, seen at 12 and 24", DEPENDENT, "default", NAIVE),
        Arguments.of(
            comparisons, "logarithm of the hazard ratio (Cox)", SAME_GROUP, "default", NAIVE),
        Arguments.of(
            agreement,
            "Cohen's kappa",
            "two categories, 5 %, error 0.4, correlation 0.0",
            "default",
            NAIVE),
        Arguments.of(
            comparisons,
            "equal curves of two groups",
            SAME_GROUP,
            "log-rank, default",
            "log-rank, hips as independent"),
        Arguments.of(scores, "mean change", "normal, correlation 0.8", "default", NAIVE),
        Arguments.of(
            scores,
            "difference of two subgroups",
            "5 patients in the second group, correlation 0.5",
            "default",
            "HC1"),
        Arguments.of(
            scores,
            "proportion of hips",
            "50 %, correlation 0.8",
            "default",
            "Wilson, hips as independent"),
        Arguments.of(
            agreement,
            "Gwet's AC1",
            "two categories, 5 %, error 0.4, correlation 0.6",
            "default",
            NAIVE),
        Arguments.of(
            agreement,
            "ICC, absolute agreement, one reading",
            "2 readers with a fifth of the variance, correlation 0.0",
            "default",
            NAIVE));
  }

  @ParameterizedTest(name = "{1}, {2}: {3} against {4}")
  @MethodSource("rivals")
  <C> void holdsWhereARivalDoesNot(
      Study<C> study, String quantity, String design, String method, String rival) {
    List<Study.Count> counts = study
        .only(
            scenario -> scenario.name().equals(design),
            of -> of.quantity().equals(quantity) && Set.of(method, rival).contains(of.name()))
        .run(COHORTS, 1);
    assertThat(counts).hasSize(2).allMatch(count -> count.answered() > COHORTS * 9 / 10);
    assertThat(counts.get(0).method().isDefault()).isTrue();
    boolean interval = counts.get(0).kind() == Method.Kind.INTERVAL;
    double promised = counts.get(0).proportion();
    double rivals = counts.get(1).proportion();
    if (interval) {
      assertThat(promised).isBetween(0.92, 0.99);
      assertThat(rivals).isLessThan(0.92);
    } else {
      assertThat(promised).isBetween(0.02, 0.08);
      assertThat(rivals).isGreaterThan(0.08);
    }
  }

  /** The page says of each default where it leaves its bounds, and why. */
  @Test
  void judgesDefaults() {
    Study<Long> study = new Study<>(List.of(
        Method.<Long>test("a", "always", seed -> OptionalDouble.of(0.05))
            .asDefault("It always does"),
        Method.<Long>test("b", "of 20", seed -> OptionalDouble.of(seed % 20 == 0 ? 0 : 1))
            .asDefault(),
        Method.<Long>test("b", "never", seed -> OptionalDouble.of(1))));
    study.add(new Study.Scenario<>("one", 46, Map.of("a", 0.0, "b", 0.0), seed -> seed));
    assertThat(new ValidityPage(STUDY).defaults(study.run(100, 0)).text())
        .contains(
            "| a | always | **100.0** | 1 | 0 | 1 | 0 |",
            "| b | of 20 | 5.0 | 1 | 1 | 0 | 0 |",
            "- **a, always**: It always does. 100.0 one.")
        .doesNotContain("never");
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
