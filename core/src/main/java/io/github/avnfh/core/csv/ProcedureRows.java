package io.github.avnfh.core.csv;

import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.cohort.Hip;
import io.github.avnfh.core.treatment.AspirationSite;
import io.github.avnfh.core.treatment.CellPreparation;
import io.github.avnfh.core.treatment.CoreDecompression;
import io.github.avnfh.core.treatment.Injection;
import io.github.avnfh.core.treatment.MarrowAspiration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The rows of {@code procedures.csv}: what was done to patients, then to hips. */
final class ProcedureRows {
  private static final List<String> SHARED =
      List.of(Sheet.PATIENT, "side", Procedure.COLUMN, "day");

  private ProcedureRows() {}

  static List<String> columns() {
    return Stream.concat(SHARED.stream(), own()).toList();
  }

  /** Days are written, and no dates. */
  private static Stream<String> own() {
    return Procedure.columns().stream()
        .filter(column -> !column.equals("side") && !column.equals("date"));
  }

  static Stream<List<String>> of(Cohort cohort) {
    return Stream.of(
            cohort.aspirations().stream().map(ProcedureRows::row),
            cohort.preparations().stream().map(ProcedureRows::row),
            cohort.hips().stream().flatMap(ProcedureRows::rows))
        .flatMap(rows -> rows);
  }

  private static Stream<List<String>> rows(Hip hip) {
    return Stream.concat(
        hip.decompressions().stream().map(done -> row(hip, done)),
        hip.injections().stream().map(done -> row(hip, done)));
  }

  private static List<String> row(MarrowAspiration done) {
    return row(
        List.of(
            done.patient().value(), "", Procedure.ASPIRATION.code(), Integer.toString(done.day())),
        Map.of(
            "volume_mL", CsvOutput.number(done.volumeMilliliters()),
            "aliquots", CsvOutput.number(done.aliquots()),
            "smallest_aliquot_mL", CsvOutput.number(done.smallestAliquotMilliliters()),
            "largest_aliquot_mL", CsvOutput.number(done.largestAliquotMilliliters()),
            "site", done.site().map(AspirationSite::code).orElse(""),
            "adequate", ScreeningCells.flag(done.adequate())));
  }

  private static List<String> row(CellPreparation done) {
    return row(
        List.of(
            done.patient().value(), "", Procedure.PREPARATION.code(), Integer.toString(done.day())),
        Map.of(
            "volume_mL", CsvOutput.number(done.finalVolumeMilliliters()),
            "spins", CentrifugationCells.of(done.spins()),
            "viability_percent", CsvOutput.number(done.viabilityPercent()),
            "nucleated_cells_millions", CsvOutput.number(done.nucleatedCellsMillions()),
            "mononuclear_cells_millions", CsvOutput.number(done.mononuclearCellsMillions()),
            "colony_forming_units", CsvOutput.number(done.colonyFormingUnits()),
            "density_gradient", ScreeningCells.flag(done.densityGradient()),
            "cultured", ScreeningCells.flag(done.cultured()),
            "cryopreserved", ScreeningCells.flag(done.cryopreserved())));
  }

  private static List<String> row(Hip hip, CoreDecompression done) {
    return row(
        List.of(
            hip.id().patient().value(),
            hip.id().side().code(),
            Procedure.DECOMPRESSION.code(),
            Integer.toString(done.day())),
        Map.of("drill_mm", CsvOutput.number(done.drillMillimeters())));
  }

  private static List<String> row(Hip hip, Injection done) {
    return row(
        List.of(
            hip.id().patient().value(),
            hip.id().side().code(),
            Procedure.INJECTION.code(),
            Integer.toString(done.day())),
        Map.of(
            "number", Integer.toString(done.number()),
            "volume_mL", CsvOutput.number(done.volumeMilliliters()),
            "duration_min", CsvOutput.number(done.minutes()),
            "reason", done.reason().orElse("")));
  }

  private static List<String> row(List<String> shared, Map<String, String> cells) {
    return Stream.concat(shared.stream(), own().map(column -> cells.getOrDefault(column, "")))
        .toList();
  }
}
