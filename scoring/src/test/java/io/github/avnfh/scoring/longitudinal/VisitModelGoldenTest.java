package io.github.avnfh.scoring.longitudinal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.avnfh.scoring.Golden;
import io.github.avnfh.scoring.compare.Estimate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Models of 24 data sets against R: 8 to 400 patients, nested hips, missed visits, singular fits.
 */
class VisitModelGoldenTest {
  private static final List<Golden> SCORES =
      Golden.read(VisitModelGoldenTest.class, "scores.csv.gz");
  private static final List<Golden> RESULTS =
      Golden.read(VisitModelGoldenTest.class, "results.csv.gz");

  private static final List<Golden> EFFECTS =
      Golden.read(VisitModelGoldenTest.class, "effects.csv.gz");

  static IntStream sets() {
    return IntStream.rangeClosed(1, 24);
  }

  private static List<Golden> of(List<Golden> rows, int set) {
    return rows.stream().filter(row -> row.count("set") == set).toList();
  }

  private static List<String> texts(List<Golden> rows, String column) {
    return rows.stream().map(row -> row.text(column)).toList();
  }

  private static List<OptionalDouble> numbers(List<Golden> rows, String column) {
    return rows.stream().map(row -> OptionalDouble.of(row.number(column))).toList();
  }

  private static VisitScores scores(int set, String score) {
    List<Golden> rows = of(SCORES, set);
    VisitScoresBuilder scores = VisitScores.of(
            texts(rows, "hip"), texts(rows, "visit"), numbers(rows, score))
        .patients(texts(rows, "patient"))
        .groups(texts(rows, "group"), List.of("A", "B", "C"));
    if (set % 3 == 0) {
      scores = scores
          .number("age", numbers(rows, "age"))
          .factor("sex", texts(rows, "sex").stream().map(Optional::of).toList(), List.of("f", "m"));
    }
    return scores.build();
  }

  private static final Map<String, VisitModelFit> FITS = new HashMap<>();

  private static VisitModelFit fit(int set, String method) {
    return FITS.computeIfAbsent(set + method, unseen -> fitted(set, method));
  }

  private static VisitModelFit fitted(int set, String method) {
    String[] words = method.split(" ", -1);
    MixedModel mixed = MixedModel.withDefaults();
    return switch (words[0]) {
      case "satterthwaite", "reml", "mean" -> mixed.fit(scores(set, "y"));
      case "ml" -> mixed.withMaximumLikelihood().fit(scores(set, "y"));
      case "kenward-roger" -> mixed.with(DegreesOfFreedom.KENWARD_ROGER).fit(scores(set, "y"));
      case "between" -> mixed.with(DegreesOfFreedom.BETWEEN_WITHIN).fit(scores(set, "y"));
      case "gee" ->
        EstimatingEquations.withDefaults()
            .with(
                words[1].equals("independence")
                    ? WorkingCorrelation.INDEPENDENCE
                    : WorkingCorrelation.EXCHANGEABLE)
            .with(link(words[2]))
            .fit(scores(set, words[2].equals("gaussian") ? "y" : "z"));
      case "ols" ->
        EstimatingEquations.withDefaults()
            .with(WorkingCorrelation.INDEPENDENCE)
            .with(
                words[1].equals("CR2")
                    ? SandwichVariance.KAUERMANN_CARROLL
                    : SandwichVariance.MANCL_DEROUEN)
            .fit(scores(set, "y"));
      default ->
        mixed
            .with(covariance(words[0]))
            .with(words.length > 1 ? DegreesOfFreedom.CR2 : DegreesOfFreedom.SATTERTHWAITE)
            .fit(scores(set, "y"));
    };
  }

  private static Link link(String family) {
    return switch (family) {
      case "gaussian" -> Link.IDENTITY;
      case "binomial" -> Link.LOGIT;
      default -> Link.LOG;
    };
  }

  private static VisitCovariance covariance(String code) {
    for (VisitCovariance each : VisitCovariance.values()) {
      if (each.code().equals(code)) {
        return each;
      }
    }
    throw new IllegalArgumentException(code);
  }

  private static Map<String, Estimate> coefficients(VisitModelFit fit) {
    Map<String, Estimate> coefficients = new LinkedHashMap<>();
    fit.coefficients().forEach(each -> coefficients.put(each.term(), each.estimate()));
    return coefficients;
  }

  @Test
  void readsEveryRow() {
    assertThat(SCORES).hasSize(SCORE_ROWS);
    assertThat(RESULTS).hasSize(RESULT_ROWS);
    assertThat(EFFECTS).hasSize(EFFECT_ROWS);
  }

  // the rows of both files below their headers
  private static final int SCORE_ROWS = 4910;
  private static final int RESULT_ROWS = 2870;
  private static final int EFFECT_ROWS = 187;

  @ParameterizedTest
  @MethodSource("sets")
  void agreesWithR(int set) {
    List<Golden> results = of(RESULTS, set);
    for (Golden expected : results) {
      if (isOutOfRange(results, expected.text("method"))) {
        assertThatThrownBy(() -> fit(set, expected.text("method")))
            .hasMessageContaining("working correlation must lie in");
      } else {
        agrees(set, expected);
      }
    }
  }

  @Test
  void testsEffectsAsR() {
    int compared = 0;
    for (Golden expected : EFFECTS) {
      String method = expected.text("method");
      int set = expected.count("set");
      VisitModelFit fit = fit(set, method.equals("anova") ? "satterthwaite" : method);
      VisitModelFit.EffectTest test = fit.effects().stream()
          .filter(each -> each.effect().equals(expected.text("effect")))
          .findFirst()
          .orElseThrow();
      String name = set + " " + method + " " + expected.text("effect");
      // the contrasts of anova are rounded
      close(name, test.statistic(), expected.number("f"), method.equals("anova") ? 5e-6 : 1e-6);
      assertThat(test.numeratorDegreesOfFreedom()).as(name).isEqualTo(expected.count("ndf"));
      close(name, test.denominatorDegreesOfFreedom(), expected.number("ddf"), 1e-4);
      assertThat(test.pValue())
          .as(name)
          .isCloseTo(expected.number("p"), within(1e-9 + 1e-4 * expected.number("p")));
      compared++;
    }
    assertThat(compared).isEqualTo(EFFECTS.size());
  }

  /** Moments of clusters of unequal size can give a correlation that no variables have. */
  private static boolean isOutOfRange(List<Golden> results, String method) {
    return results.stream()
        .filter(row -> row.text("method").equals(method))
        .anyMatch(row -> row.text("what").equals("correlation") && row.number("estimate") >= 1);
  }

  private static void agrees(int set, Golden expected) {
    String method = expected.text("method");
    String what = expected.text("what");
    VisitModelFit fit = fit(set, method);
    String name = set + " " + method + " " + what;
    if (what.equals("minus_two_loglik")) {
      close(name, fit.minusTwoLogLikelihood().getAsDouble(), expected.number("estimate"), 1e-7);
    } else if (method.equals("mean")) {
      meanAgrees(name, fit, what, expected);
    } else if (fit.variances().containsKey(what)) {
      double total = fit.variances().values().stream().mapToDouble(Math::abs).sum();
      assertThat(Objects.requireNonNull(fit.variances().get(what)))
          .as(name)
          .isCloseTo(expected.number("estimate"), within(1e-6 * total));
    } else {
      Estimate actual = Objects.requireNonNull(coefficients(fit).get(what), name);
      if (expected.has("estimate")) {
        close(name, actual.estimate(), expected.number("estimate"), tolerance(method));
        close(name + " se", actual.standardError(), expected.number("se"), tolerance(method));
      }
      if (expected.has("df")) {
        close(name + " df", actual.degreesOfFreedom(), expected.number("df"), 1e-4);
      }
    }
  }

  private static void meanAgrees(String name, VisitModelFit fit, String what, Golden expected) {
    VisitModelFit.Mean mean = fit.means().stream()
        .filter(each ->
            what.equals(each.group() + " " + each.visit()) || what.equals("all " + each.visit()))
        .findFirst()
        .orElseThrow();
    close(name, mean.mean(), expected.number("estimate"), 1e-6);
    close(name + " se", mean.standardError(), expected.number("se"), 1e-6);
    close(name + " df", mean.degreesOfFreedom(), expected.number("df"), 1e-4);
  }

  /** The search of {@code gls} ends at about 1e-5 from the maximum, as its likelihood shows. */
  private static double tolerance(String method) {
    boolean isGls = method.matches("(unstructured|compound-symmetric|autoregressive).*");
    return isGls ? 2e-5 : 1e-6;
  }

  private static void close(String name, double actual, double expected, double relative) {
    assertThat(actual)
        .as(name)
        .isCloseTo(expected, within(relative * Math.max(1, Math.abs(expected))));
  }
}
