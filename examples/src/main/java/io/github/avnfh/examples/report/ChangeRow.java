package io.github.avnfh.examples.report;

import io.github.avnfh.core.Instrument;
import io.github.avnfh.core.PatientId;
import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.cohort.Hip;
import io.github.avnfh.core.table.Cell;
import io.github.avnfh.examples.cli.Counted;
import io.github.avnfh.scoring.change.ArthroplastyPolicy;
import io.github.avnfh.scoring.change.PairedScores;
import io.github.avnfh.scoring.change.Pairing;
import io.github.avnfh.scoring.compare.ClusteredSample;
import io.github.avnfh.scoring.compare.Comparison;
import io.github.avnfh.scoring.compare.EffectSize;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** The change of one score from baseline to one visit, with the patient as cluster and naively. */
final class ChangeRow {
  private final Instrument instrument;
  private final Timepoint to;
  private final PairedScores paired;
  private final int patients;
  private final Optional<Comparison.Result> result;

  private ChangeRow(
      Instrument instrument,
      Timepoint to,
      PairedScores paired,
      int patients,
      Optional<Comparison.Result> result) {
    this.instrument = instrument;
    this.to = to;
    this.paired = paired;
    this.patients = patients;
    this.result = result;
  }

  static ChangeRow of(
      List<Hip> hips, Instrument instrument, Timepoint to, ArthroplastyPolicy policy) {
    PairedScores paired =
        Pairing.of(instrument, Timepoint.baseline(), to, policy).pair(hips);
    List<PatientId> patients =
        paired.changes().stream().map(change -> change.hip().patient()).toList();
    return new ChangeRow(
        instrument,
        to,
        paired,
        (int) patients.stream().distinct().count(),
        Estimates.mean(ClusteredSample.of(paired.differences(), patients)));
  }

  Timepoint to() {
    return to;
  }

  int hips() {
    return paired.changes().size();
  }

  PairedScores paired() {
    return paired;
  }

  Optional<Double> pByPatient() {
    return result.map(Comparison.Result::clustered).flatMap(Estimates::pValueOf);
  }

  Cell byPatient() {
    return Estimates.interval(result.map(Comparison.Result::clustered), 1);
  }

  /** The mean change with its interval by patient, and of whom. */
  String inWords() {
    return instrument.quantity().name() + " [" + instrument.quantity().unit() + "] "
        + byPatient().printed() + " at " + ScoreSection.visit(to) + " in "
        + Counted.of(hips(), "hip") + " of " + Counted.of(patients, "patient");
  }

  private OptionalDouble effect(EffectSize kind) {
    return result.isEmpty()
        ? OptionalDouble.empty()
        : kind.of(
            scores(paired, change -> change.change().before().points()),
            scores(paired, change -> change.change().after().points()));
  }

  private static double[] scores(
      PairedScores paired, ToDoubleFunction<PairedScores.HipChange> score) {
    return paired.changes().stream().mapToDouble(score).toArray();
  }

  List<Cell> cells(Optional<Double> adjusted) {
    return List.of(
        Cell.text(ScoreSection.visit(to)),
        Cell.count(hips()),
        Cell.count(patients),
        byPatient(),
        Estimates.pValue(pByPatient()),
        Estimates.pValue(adjusted),
        Estimates.interval(result.map(Comparison.Result::naive), 1),
        Estimates.pValue(result.map(Comparison.Result::naive).flatMap(Estimates::pValueOf)),
        Estimates.number(effect(EffectSize.STANDARDIZED_RESPONSE_MEAN), 2),
        Estimates.number(effect(EffectSize.COHEN_D_BASELINE), 2));
  }
}
