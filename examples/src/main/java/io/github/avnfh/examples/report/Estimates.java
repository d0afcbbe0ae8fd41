package io.github.avnfh.examples.report;

import io.github.avnfh.core.PatientId;
import io.github.avnfh.core.cohort.Hip;
import io.github.avnfh.core.table.Cell;
import io.github.avnfh.core.table.Column.Kind;
import io.github.avnfh.core.table.Count;
import io.github.avnfh.scoring.compare.ClusteredSample;
import io.github.avnfh.scoring.compare.Comparison;
import io.github.avnfh.scoring.compare.Estimate;
import io.github.avnfh.scoring.proportion.ClusteredOutcomes;
import io.github.avnfh.scoring.proportion.ProportionInterval;
import io.github.avnfh.survival.interval.SurvivalAtVisit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/** The estimates of a report with their intervals, as cells; what cannot be estimated says so. */
final class Estimates {
  static final double LEVEL = 0.95;

  private Estimates() {}

  static List<PatientId> patients(List<Hip> hips) {
    return hips.stream().map(hip -> hip.id().patient()).toList();
  }

  /** Both answers on a mean, or nothing where a single patient cannot tell how patients differ. */
  static Optional<Comparison.Result> mean(ClusteredSample values) {
    return values.clusters() < 2
        ? Optional.empty()
        : Optional.of(Comparison.withDefaults().ofMean(values));
  }

  static Cell interval(Optional<Estimate> estimate, int places) {
    return estimate
        .map(known -> Cell.estimate(known.estimate(), known.lower(), known.upper(), places))
        .orElseGet(() -> Cell.missing(Kind.ESTIMATE, "not estimable"));
  }

  /** Survival at a visit, without limits where they cannot be given. */
  static Cell atVisit(SurvivalAtVisit visit) {
    return visit.lower().isPresent() && visit.upper().isPresent()
        ? Cell.estimate(
            visit.survival(), visit.lower().getAsDouble(), visit.upper().getAsDouble(), 3)
        : notEstimable(Kind.ESTIMATE);
  }

  static Cell pValue(Optional<Double> p) {
    return p.map(Cell::pValue).orElseGet(() -> notEstimable(Kind.NUMBER));
  }

  static Optional<Double> pValueOf(Estimate estimate) {
    return AgreedFinding.boxed(estimate.pValue());
  }

  static Cell number(OptionalDouble value, int places) {
    return value.isPresent() ? Cell.number(value.getAsDouble(), places) : notEstimable(Kind.NUMBER);
  }

  /** The exact interval of a proportion in percent, which takes what is counted as independent. */
  static Cell exactPercent(Count count) {
    if (count.total() == 0) {
      return notEstimable(Kind.ESTIMATE);
    }
    ProportionInterval interval = ProportionInterval.Method.CLOPPER_PEARSON.of(count, LEVEL);
    return Cell.estimate(
        100 * interval.proportion(), 100 * interval.lower(), 100 * interval.upper(), 1);
  }

  /** A proportion of those who were judged, or none where no one was. */
  static Cell proportion(int count, int judged) {
    return judged == 0 ? notRecorded(Kind.PROPORTION) : Cell.proportion(Count.of(count, judged));
  }

  static <T> Cell proportion(List<T> judged, Predicate<T> condition) {
    return proportion((int) judged.stream().filter(condition).count(), judged.size());
  }

  /** The proportion of hips in percent with limits by patient; none where no hip was judged. */
  static Cell percentByPatient(List<Hip> judged, Predicate<Hip> condition) {
    return judged.isEmpty()
        ? notEstimable(Kind.ESTIMATE)
        : ClusteredOutcomes.ofHips(judged, condition).proportion().percent(1);
  }

  static Cell notRecorded(Kind kind) {
    return Cell.missing(kind, "not recorded");
  }

  static Cell notEstimable(Kind kind) {
    return Cell.missing(kind, "not estimable");
  }
}
