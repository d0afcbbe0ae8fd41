package io.github.avnfh.scoring.longitudinal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.avnfh.scoring.compare.Estimate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** What must not matter to a model over visits, or must matter in a known way. */
class VisitModelProperties {
  private static final int TRIES = 25;

  /** Hips at three visits, some with two hips a patient and some with missed visits. */
  private static final class Rows {
    private final List<Object> hips = new ArrayList<>();
    private final List<Object> patients = new ArrayList<>();
    private final List<String> visits = new ArrayList<>();
    private final List<String> groups = new ArrayList<>();
    private final List<OptionalDouble> scores = new ArrayList<>();

    static Rows of(long seed, int count) {
      Random random = new Random(seed);
      Rows rows = new Rows();
      for (int patient = 0; patient < count; patient++) {
        double ofPatient = 50 + 6 * random.nextGaussian();
        int sides = patient % 3 == 0 ? 2 : 1;
        for (int side = 0; side < sides; side++) {
          double ofHip = ofPatient + 4 * random.nextGaussian();
          for (int visit = 0; visit < 3; visit++) {
            double score = ofHip + 8 * visit + 4 * random.nextGaussian();
            boolean isMissed = random.nextInt(8) == 0;
            rows.add(
                patient, side, visit, isMissed ? OptionalDouble.empty() : OptionalDouble.of(score));
          }
        }
      }
      return rows;
    }

    private void add(int patient, int side, int visit, OptionalDouble score) {
      hips.add(patient + "-" + side);
      patients.add(patient);
      visits.add(String.valueOf(6 * visit));
      groups.add(patient % 2 == 0 ? "I" : "II");
      scores.add(score);
    }

    VisitScores build() {
      return VisitScores.of(hips, visits, scores)
          .patients(patients)
          .groups(groups, List.of("I", "II"))
          .build();
    }
  }

  private static final List<UnaryOperator<MixedModel>> MODELS = List.of(
      model -> model,
      model -> model.with(DegreesOfFreedom.KENWARD_ROGER),
      model -> model.with(VisitCovariance.COMPOUND_SYMMETRIC),
      model -> model.with(VisitCovariance.UNSTRUCTURED),
      model -> model.with(DegreesOfFreedom.BETWEEN_WITHIN).with(VisitCovariance.AUTOREGRESSIVE));

  private static List<VisitModelFit> fits(VisitScores scores) {
    List<VisitModelFit> fits = new ArrayList<>();
    MODELS.forEach(each -> fits.add(each.apply(MixedModel.withDefaults()).fit(scores)));
    fits.add(EstimatingEquations.withDefaults()
        .with(WorkingCorrelation.INDEPENDENCE)
        .with(SandwichVariance.MANCL_DEROUEN)
        .fit(scores));
    return fits;
  }

  private static void isClose(double actual, double expected) {
    assertThat(actual).isCloseTo(expected, within(1e-6 * (1 + Math.abs(expected))));
  }

  private static void areClose(Estimate actual, Estimate expected, double factor) {
    isClose(actual.estimate(), factor * expected.estimate());
    isClose(actual.standardError(), Math.abs(factor) * expected.standardError());
    isClose(actual.degreesOfFreedom() / expected.degreesOfFreedom(), 1);
  }

  private static void changesAgree(VisitScores actual, VisitScores expected, double factor) {
    List<VisitModelFit> all = fits(expected);
    List<VisitModelFit> others = fits(actual);
    for (int model = 0; model < all.size(); model++) {
      List<VisitModelFit.Contrast> changes = all.get(model).changes();
      assertThat(others.get(model).changes()).hasSameSizeAs(changes);
      for (int i = 0; i < changes.size(); i++) {
        areClose(others.get(model).changes().get(i).estimate(), changes.get(i).estimate(), factor);
      }
    }
  }

  @Property(tries = TRIES)
  void shiftsAndScalesWithTheScores(
      @ForAll long seed,
      @ForAll @IntRange(min = 16, max = 40) int patients,
      @ForAll @DoubleRange(min = -1000, max = 1000) double shift,
      @ForAll @DoubleRange(min = 0.01, max = 100) double scale) {
    VisitScores scores = Rows.of(seed, patients).build();
    DoubleUnaryOperator change = score -> shift - scale * score;
    changesAgree(scores.map(change), scores, -scale);
    VisitModelFit before = MixedModel.withDefaults().fit(scores);
    VisitModelFit after = MixedModel.withDefaults().fit(scores.map(change));
    isClose(
        after.means().get(0).mean(), change.applyAsDouble(before.means().get(0).mean()));
    before
        .variances()
        .forEach((name, variance) ->
            isClose(after.variances().getOrDefault(name, -1.0) / scale / scale, variance));
    // each of n scores less the coefficients adds a factor of the scale to the restricted density
    isClose(
        after.minusTwoLogLikelihood().getAsDouble(),
        before.minusTwoLogLikelihood().getAsDouble() + 2 * (scores.size() - 6) * Math.log(scale));
  }

  @Property(tries = TRIES)
  void doesNotCareInWhichOrderRowsCome(
      @ForAll long seed, @ForAll @IntRange(min = 16, max = 40) int patients) {
    Rows rows = Rows.of(seed, patients);
    VisitScores scores = rows.build();
    for (List<?> column :
        List.of(rows.hips, rows.patients, rows.visits, rows.groups, rows.scores)) {
      Collections.shuffle(column, new Random(seed));
    }
    changesAgree(rows.build(), scores, 1);
  }

  @Property(tries = TRIES)
  void ignoresAVisitThatNoHipHas(
      @ForAll long seed, @ForAll @IntRange(min = 16, max = 40) int patients) {
    Rows rows = Rows.of(seed, patients);
    VisitScores scores = rows.build();
    rows.add(0, 0, 7, OptionalDouble.empty());
    rows.add(1, 0, 7, OptionalDouble.empty());
    assertThat(rows.build().visits()).containsExactly("0", "6", "12");
    changesAgree(rows.build(), scores, 1);
  }

  @Property(tries = TRIES)
  void turnsDifferencesAroundWithTheGroups(
      @ForAll long seed, @ForAll @IntRange(min = 16, max = 40) int patients) {
    Rows rows = Rows.of(seed, patients);
    VisitScores scores = rows.build();
    VisitScores turned = VisitScores.of(rows.hips, rows.visits, rows.scores)
        .patients(rows.patients)
        .groups(rows.groups, List.of("II", "I"))
        .build();
    List<VisitModelFit> all = fits(scores);
    List<VisitModelFit> others = fits(turned);
    for (int model = 0; model < all.size(); model++) {
      areClose(
          others.get(model).changes().get(4).estimate(),
          all.get(model).changes().get(4).estimate(),
          -1);
      areClose(
          others.get(model).changes().get(0).estimate(),
          all.get(model).changes().get(2).estimate(),
          1);
    }
  }

  @Property(tries = TRIES)
  void takesOneHipForAPatientWhereEachHasOne(
      @ForAll long seed, @ForAll @IntRange(min = 16, max = 40) int patients) {
    Rows rows = Rows.of(seed, patients);
    VisitScores byHip = VisitScores.of(rows.hips, rows.visits, rows.scores)
        .groups(rows.groups, List.of("I", "II"))
        .build();
    VisitScores named = VisitScores.of(rows.hips, rows.visits, rows.scores)
        .patients(rows.hips)
        .groups(rows.groups, List.of("I", "II"))
        .build();
    changesAgree(named, byHip, 1);
  }
}
