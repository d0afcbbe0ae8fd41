package io.github.avnfh.survival.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.avnfh.core.statistics.Distribution;
import io.github.avnfh.survival.FollowUp;
import io.github.avnfh.survival.FollowUpBuilder;
import io.github.avnfh.survival.GoldenFile;
import io.github.avnfh.survival.GoldenRow;
import io.github.avnfh.survival.NelsonAalen;
import io.github.avnfh.survival.compare.Contrast;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AdjustedSurvivalTest {
  private static final double LONGEST = 300;

  /** The data of {@code golden_adjusted.R}, whose errors are numerical derivatives. */
  @Test
  void agreesWithSurvivalAveragedInR() {
    Map<String, AdjustedSurvival> sets = new LinkedHashMap<>();
    sets.put("veteran_efron", AdjustedSurvival.of(PublishedModels.named("veteran"), "celltype"));
    sets.put(
        "veteran_breslow",
        AdjustedSurvival.of(PublishedModels.named("veteran_breslow"), "celltype"));
    sets.put("veteran_strata", AdjustedSurvival.byStratum(PublishedModels.named("veteran_strata")));
    sets.put("eyes", AdjustedSurvival.of(PublishedModels.eyesByTreatment(), "trt"));
    for (GoldenRow row : GoldenFile.read("regression/golden_adjusted.csv", 72)) {
      AdjustedSurvival adjusted = Objects.requireNonNull(sets.get(row.get("set")));
      double time = Double.parseDouble(row.get("time"));
      double[] found = found(adjusted, row.get("what"), row.get("level"), time);
      String name = row.get("set") + " " + row.get("what") + " " + row.get("level") + " " + time;
      double value = Double.parseDouble(row.get("value"));
      double error = Double.parseDouble(row.get("error"));
      assertThat(found[0]).as(name).isCloseTo(value, within(1e-9 * (1 + time)));
      assertThat(found[1]).as(name).isCloseTo(error, within(1e-7 * error));
    }
  }

  private static double[] found(AdjustedSurvival adjusted, String what, String level, double time) {
    if (what.endsWith("difference")) {
      String other = adjusted.levels().get(1);
      Contrast contrast = what.startsWith("mean")
          ? adjusted.restrictedMeanDifference(level, other, time).orElseThrow()
          : adjusted.difference(level, other, time).orElseThrow();
      return new double[] {contrast.estimate(), contrast.standardError().orElseThrow()};
    }
    AdjustedSurvival.Estimate estimate = (what.equals("mean")
            ? adjusted.restrictedMeans(time)
            : adjusted.at(time))
        .get(adjusted.levels().indexOf(level));
    return new double[] {estimate.value(), estimate.standardError().orElseThrow()};
  }

  /** Hips of some patients, in three stages, with ties and the covariates of the model. */
  private static final class Simulated {
    final int size;
    final int[] days;
    final boolean[] events;
    final List<String> stages;
    final List<String> patients;
    final double[] age;
    final double[] weights;

    Simulated(int size, long seed) {
      Random random = new Random(seed);
      this.size = size;
      this.days = random.ints(size, 10, 40).map(day -> 10 * day).toArray();
      this.events = new boolean[size];
      this.age = random.doubles(size, 25, 65).toArray();
      this.weights = new double[size];
      for (int i = 0; i < size; i++) {
        events[i] = random.nextInt(3) > 0;
        weights[i] = 0.5 + random.nextInt(4);
      }
      this.stages =
          IntStream.range(0, size).mapToObj(i -> "I".repeat(1 + i % 3)).toList();
      this.patients = IntStream.range(0, size).mapToObj(i -> "P" + i / 2).toList();
    }

    FollowUpBuilder followUp() {
      return FollowUp.ofDays(days, events).clusters(patients);
    }

    Covariates design() {
      return Covariates.ofRows(size)
          .factor("stage", stages, List.of("I", "II", "III"))
          .number("age", age)
          .interaction("age", "stage")
          .build();
    }

    CoxModel model(double[] weight, TieMethod ties) {
      return CoxRegression.withDefaults()
          .with(ties)
          .fit(followUp().weights(weight).build(), design());
    }
  }

  /** The derivative by the case weights of a patient's rows, from refitted models. */
  @Test
  void errorsAreTheJackknifeByPatientWithCaseWeights() {
    Simulated data = new Simulated(36, 20261129);
    for (TieMethod ties : List.of(TieMethod.EFRON, TieMethod.BRESLOW)) {
      AdjustedSurvival adjusted = AdjustedSurvival.of(data.model(data.weights, ties), "stage");
      double[] square = new double[4];
      for (int patient = 0; patient < data.size / 2; patient++) {
        double[] up = values(data, ties, patient, 1e-4);
        double[] down = values(data, ties, patient, -1e-4);
        double[] slope = new double[3];
        Arrays.setAll(slope, i -> (up[i] - down[i]) / 2e-4);
        for (int i = 0; i < 3; i++) {
          square[i] += slope[i] * slope[i];
        }
        square[3] += (slope[2] - slope[0]) * (slope[2] - slope[0]);
      }
      assertThat(adjusted.at(200).get(1).standardError().orElseThrow())
          .isCloseTo(Math.sqrt(square[1]), within(1e-7));
      List<AdjustedSurvival.Estimate> means = adjusted.restrictedMeans(LONGEST);
      assertThat(means.get(0).standardError().orElseThrow())
          .isCloseTo(Math.sqrt(square[0]), within(1e-5));
      assertThat(adjusted
              .restrictedMeanDifference("III", "I", LONGEST)
              .orElseThrow()
              .standardError()
              .orElseThrow())
          .isCloseTo(Math.sqrt(square[3]), within(1e-5));
    }
  }

  /** The mean of I, survival of II and the mean of III with other weights of a patient. */
  private static double[] values(Simulated data, TieMethod ties, int patient, double step) {
    double[] weights = data.weights.clone();
    for (int i = 2 * patient; i < 2 * patient + 2; i++) {
      weights[i] *= 1 + step;
    }
    AdjustedSurvival moved = AdjustedSurvival.of(data.model(weights, ties), "stage");
    List<AdjustedSurvival.Estimate> means = moved.restrictedMeans(LONGEST);
    return new double[] {
      means.get(0).value(), moved.at(200).get(1).value(), means.get(2).value()
    };
  }

  /** With nothing but the factor in the model there is nothing to average over. */
  @Test
  void isThePredictionWhereTheFactorIsAlone() {
    Simulated data = new Simulated(40, 3);
    Covariates stage = data.design().only(List.of("stage"));
    CoxModel model = CoxRegression.withDefaults().fit(data.followUp().build(), stage);
    List<SurvivalPrediction> predicted = model.predict(stage.select(0, 1, 2), 250);
    List<AdjustedSurvival.Estimate> adjusted =
        AdjustedSurvival.of(model, "stage").at(250);
    for (int level = 0; level < 3; level++) {
      assertThat(adjusted.get(level).value())
          .isCloseTo(predicted.get(level).survival(), within(1e-12));
    }
  }

  /** Each stratum has every row twice, with 1 and with 0: the coefficient is 0. */
  @Test
  void byStratumIsNelsonAalensCurveWhereTheCovariateDoesNotMatter() {
    Simulated data = new Simulated(30, 5);
    int[] twice = IntStream.range(0, 60).map(i -> i / 2).toArray();
    boolean[] events = new boolean[60];
    IntStream.range(0, 60).forEach(i -> events[i] = data.events[twice[i]]);
    List<String> stages = Arrays.stream(twice).mapToObj(data.stages::get).toList();
    int[] days = Arrays.stream(twice).map(i -> data.days[i]).toArray();
    Covariates side = Covariates.ofRows(60)
        .number("side", IntStream.range(0, 60).mapToDouble(i -> i % 2).toArray())
        .build();
    AdjustedSurvival adjusted = AdjustedSurvival.byStratum(CoxRegression.withDefaults()
        .with(TieMethod.BRESLOW)
        .fit(FollowUp.ofDays(days, events).strata(stages).build(), side));
    FollowUp groups = FollowUp.ofDays(days, events).groups(stages).build();
    for (AdjustedSurvival.Estimate estimate : adjusted.at(240)) {
      double hazard = NelsonAalen.withDefaults().estimate(groups).stream()
          .filter(curve -> curve.group().equals(estimate.level()))
          .findFirst()
          .orElseThrow()
          .at(240)
          .orElseThrow()
          .hazard();
      assertThat(estimate.value()).isCloseTo(Math.exp(-hazard), within(1e-12));
    }
  }

  @Test
  void limitsAreOnTheirScalesWithStudentsQuantile() {
    Simulated data = new Simulated(40, 7);
    AdjustedSurvival adjusted =
        AdjustedSurvival.of(data.model(data.weights, TieMethod.EFRON), "stage");
    double t = Distribution.studentT(19).upperQuantile(0.025);
    AdjustedSurvival.Estimate first = adjusted.at(200).get(0);
    double error = first.standardError().orElseThrow();
    double log = Math.log(first.value());
    double reach = t * error / (first.value() * Math.abs(log));
    assertThat(first.lower().orElseThrow())
        .isCloseTo(Math.exp(log * Math.exp(reach)), within(1e-12));
    assertThat(first.upper().orElseThrow())
        .isCloseTo(Math.exp(log * Math.exp(-reach)), within(1e-12));
    AdjustedSurvival.Estimate mean = adjusted.restrictedMeans(LONGEST).get(0);
    double lost = LONGEST - mean.value();
    double factor = Math.exp(t * mean.standardError().orElseThrow() / lost);
    assertThat(mean.lower().orElseThrow()).isCloseTo(LONGEST - lost * factor, within(1e-9));
    assertThat(mean.upper().orElseThrow()).isCloseTo(LONGEST - lost / factor, within(1e-9));
  }

  @Test
  void theMeanIsTheAreaUnderTheCurve() {
    Simulated data = new Simulated(40, 11);
    AdjustedSurvival adjusted =
        AdjustedSurvival.of(data.model(data.weights, TieMethod.EFRON), "stage");
    double area = 0;
    double from = 0;
    double survival = 1;
    for (AdjustedSurvival.Estimate point : adjusted.curves()) {
      if (point.level().equals("II") && point.time() <= LONGEST) {
        area += survival * (point.time() - from);
        from = point.time();
        survival = point.value();
      }
    }
    assertThat(adjusted.restrictedMeans(LONGEST).get(1).value())
        .isCloseTo(area + survival * (LONGEST - from), within(1e-9));
  }

  @Test
  void countsTheRowsOfALevelThatAreStillAtRisk() {
    Simulated data = new Simulated(40, 13);
    AdjustedSurvival adjusted =
        AdjustedSurvival.of(data.model(data.weights, TieMethod.EFRON), "stage");
    for (double time : new double[] {0, 200, 200.5, 390}) {
      assertThat(adjusted.atRisk("II", time)).isEqualTo((int) IntStream.range(0, 40)
          .filter(i -> data.days[i] >= time && data.stages.get(i).equals("II"))
          .count());
    }
    assertThat(AdjustedSurvival.byStratum(PublishedModels.named("veteran_strata"))
            .atRisk("squamous", 0))
        .isEqualTo(35);
    assertThat(adjusted.confidence()).isEqualTo(0.95);
  }

  @Test
  void saysNothingBeforeTheFirstEvent() {
    Simulated data = new Simulated(40, 13);
    AdjustedSurvival adjusted =
        AdjustedSurvival.of(data.model(data.weights, TieMethod.EFRON), "stage");
    assertThat(adjusted.at(9))
        .allMatch(each -> each.value() == 1
            && each.standardError().isEmpty()
            && each.lower().isEmpty()
            && each.upper().isEmpty());
    assertThat(adjusted.difference("I", "II", 9)).isEmpty();
    assertThat(adjusted.restrictedMeanDifference("I", "II", 9)).isEmpty();
    assertThat(adjusted)
        .hasToString(
            "AdjustedSurvival{stage [I, II, III], 40 rows, up to " + adjusted.lastTime() + "}");
  }

  @Test
  void refusesWhatItCannotAverage() {
    Simulated data = new Simulated(40, 17);
    CoxModel model = data.model(data.weights, TieMethod.EFRON);
    AdjustedSurvival adjusted = AdjustedSurvival.of(model, "stage");
    refuses(() -> AdjustedSurvival.of(model, "age"), "must be a factor, but age was not");
    refuses(() -> AdjustedSurvival.of(model, "sex"), "must be one of [stage, age, age:stage]");
    refuses(
        () -> AdjustedSurvival.byStratum(model), "strata [count] must be 2 or more, but were 1");
    refuses(() -> adjusted.at(-1), "time must lie in 0.0.." + adjusted.lastTime());
    refuses(() -> adjusted.at(Math.nextUp(adjusted.lastTime())), "time must lie in 0.0..");
    refuses(() -> adjusted.restrictedMeans(0), "but was 0.0");
    refuses(() -> adjusted.difference("I", "I", 100), "levels [labels] must be 2");
    refuses(() -> adjusted.difference("I", "IV", 100), "one of [I, II, III], but was IV");
    FollowUp late = data.followUp().entry(new int[data.size]).build();
    Covariates part = data.design().only(List.of("stage", "age:stage"));
    refuses(
        () -> AdjustedSurvival.of(
                CoxRegression.withDefaults().fit(data.followUp().build(), part), "stage")
            .at(100),
        "age:stage was without age");
    assertThat(late.hasDelayedEntry()).isTrue();
    refuses(
        () -> AdjustedSurvival.of(CoxRegression.withDefaults().fit(late, data.design()), "stage"),
        "must be followed from time 0");
  }

  private static void refuses(Runnable call, String message) {
    assertThatThrownBy(call::run)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }
}
