package io.github.avnfh.core.csv;

import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.cohort.DataKind;
import io.github.avnfh.core.internal.OneLine;
import io.github.avnfh.core.treatment.AspirationSite;
import io.github.avnfh.core.treatment.CellPreparation;
import io.github.avnfh.core.treatment.CoreDecompression;
import io.github.avnfh.core.treatment.Injection;
import io.github.avnfh.core.treatment.MarrowAspiration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/** {@code procedures.csv}: a row per aspiration, preparation, decompression or injection. */
record ProcedureSheet(CohortDraft draft) implements Sheet {
  private static final DayCells DAY = DayCells.named("");
  private static final String VOLUME = "volume_mL";

  @Override
  public String file() {
    return PROCEDURES;
  }

  @Override
  public Optional<DataKind> kind() {
    return Optional.of(DataKind.TREATMENTS);
  }

  @Override
  public List<String> required() {
    return List.of(PATIENT, "side", Procedure.COLUMN);
  }

  @Override
  public List<String> optional() {
    List<String> columns = new ArrayList<>(Procedure.columns());
    columns.remove("side");
    columns.addAll(List.of(DAY.dayColumn(), ORIGIN));
    return columns;
  }

  @Override
  public void take(CsvRow row) {
    Optional<Procedure> procedure = row.required(Procedure.COLUMN, Procedure::parse);
    draft.origin(row);
    procedure.ifPresent(kind -> kind.refuseOthers(row));
    procedure.ifPresent(kind -> {
      switch (kind) {
        case ASPIRATION -> takeAspiration(row);
        case PREPARATION -> takePreparation(row);
        case DECOMPRESSION -> takeDecompression(row);
        case INJECTION -> takeInjection(row);
      }
    });
  }

  private void takeAspiration(CsvRow row) {
    Optional<PatientDraft> patient = draft.patient(row);
    OptionalInt day = row.requiredWholeNumber(DAY.dayColumn(), Timepoint.DAY);
    MarrowAspiration.Builder aspiration = MarrowAspiration.builder()
        .volumeMilliliters(row.number(VOLUME, MarrowAspiration.VOLUME))
        .aliquots(row.wholeNumber("aliquots", MarrowAspiration.ALIQUOTS))
        .smallestAliquotMilliliters(row.number("smallest_aliquot_mL", MarrowAspiration.ALIQUOT))
        .largestAliquotMilliliters(row.number("largest_aliquot_mL", MarrowAspiration.ALIQUOT))
        .site(row.optional("site", AspirationSite::parse))
        .adequate(row.flag("adequate"));
    if (patient.isPresent() && day.isPresent() && patient.get().isDeadBefore(day.getAsInt())) {
      row.report(
          DAY.dayColumn(),
          "lies after the death of the patient; an aspiration from a living patient was expected");
    }
    if (row.isSound()) {
      aspiration.patient(patient.orElseThrow().id()).day(day.orElseThrow());
      built(row, "smallest_aliquot_mL", aspiration::build)
          .ifPresent(taken -> draft.add(taken, row));
    }
  }

  private void takePreparation(CsvRow row) {
    Optional<PatientDraft> patient = draft.patient(row);
    OptionalInt day = row.requiredWholeNumber(DAY.dayColumn(), Timepoint.DAY);
    CellPreparation.Builder preparation = CellPreparation.builder()
        .addAllSpins(row.optional("spins", CentrifugationCells::parse).orElse(List.of()))
        .finalVolumeMilliliters(row.number(VOLUME, CellPreparation.FINAL_VOLUME))
        .viabilityPercent(row.number("viability_percent", CellPreparation.VIABILITY))
        .nucleatedCellsMillions(row.number("nucleated_cells_millions", CellPreparation.CELLS))
        .mononuclearCellsMillions(row.number("mononuclear_cells_millions", CellPreparation.CELLS))
        .colonyFormingUnits(row.number("colony_forming_units", CellPreparation.COLONIES))
        .densityGradient(row.flag("density_gradient"))
        .cultured(row.flag("cultured"))
        .cryopreserved(row.flag("cryopreserved"));
    if (row.isSound()) {
      draft.add(
          preparation.patient(patient.orElseThrow().id()).day(day.orElseThrow()).build(), row);
    }
  }

  private void takeDecompression(CsvRow row) {
    Optional<HipDraft> hip = draft.hip(row);
    OptionalInt day = day(row, hip);
    CoreDecompression.Builder decompression = CoreDecompression.builder()
        .drillMillimeters(row.number("drill_mm", CoreDecompression.DRILL));
    if (row.isSound()) {
      hip.orElseThrow().add(decompression.day(day.orElseThrow()).build(), row);
    }
  }

  private void takeInjection(CsvRow row) {
    Optional<HipDraft> hip = draft.hip(row);
    OptionalInt day = day(row, hip);
    OptionalInt number = row.requiredWholeNumber("number", Injection.NUMBER);
    Injection.Builder injection = Injection.builder()
        .volumeMilliliters(row.number(VOLUME, Injection.VOLUME))
        .minutes(row.number("duration_min", Injection.DURATION))
        .reason(row.optional("reason", text -> OneLine.check("reason of an injection", text)));
    if (row.isSound()) {
      injection.number(number.orElseThrow()).day(day.orElseThrow());
      hip.orElseThrow().add(injection.build(), row);
    }
  }

  private static OptionalInt day(CsvRow row, Optional<HipDraft> hip) {
    if (hip.isEmpty()) {
      return OptionalInt.empty();
    }
    OptionalInt day = DAY.required(row, hip.get().indexDate());
    if (day.isPresent() && hip.get().isReplacedBefore(day.getAsInt())) {
      row.report(
          DAY.dayColumn(),
          "lies after the replacement of the hip; a treatment of the hip itself was expected");
    } else if (day.isPresent() && hip.get().isDeadBefore(day.getAsInt())) {
      row.report(
          DAY.dayColumn(),
          "lies after the death of the patient; a treatment of a living patient was expected");
    }
    return day;
  }

  private static <T> Optional<T> built(CsvRow row, String column, Supplier<T> value) {
    try {
      return Optional.of(value.get());
    } catch (IllegalArgumentException refused) {
      row.report(column, String.valueOf(refused.getMessage()));
      return Optional.empty();
    }
  }
}
