package io.github.avnfh.core.csv;

import io.github.avnfh.core.cohort.Laboratory;
import java.util.List;

/** The columns of laboratory readings, with their unit in the name. */
final class LaboratoryCells {
  static final List<String> COLUMNS = List.of(
      "hemoglobin_g_per_dL",
      "leukocytes_per_uL",
      "inr",
      "aptt_s",
      "creatinine_mg_per_dL",
      "alt_U_per_L",
      "ast_U_per_L");

  private static final Laboratory NOT_MEASURED = Laboratory.notMeasured();

  private LaboratoryCells() {}

  static Laboratory read(CsvRow row) {
    return row.areEmpty(COLUMNS) ? NOT_MEASURED : readings(row);
  }

  private static Laboratory readings(CsvRow row) {
    return Laboratory.builder()
        .hemoglobinGramsPerDeciliter(row.number("hemoglobin_g_per_dL", Laboratory.HEMOGLOBIN))
        .leukocytesPerMicroliter(row.number("leukocytes_per_uL", Laboratory.LEUKOCYTES))
        .internationalNormalizedRatio(row.number("inr", Laboratory.INR))
        .partialThromboplastinSeconds(row.number("aptt_s", Laboratory.APTT))
        .creatinineMilligramsPerDeciliter(row.number("creatinine_mg_per_dL", Laboratory.CREATININE))
        .alanineAminotransferaseUnitsPerLiter(row.number("alt_U_per_L", Laboratory.ALT))
        .aspartateAminotransferaseUnitsPerLiter(row.number("ast_U_per_L", Laboratory.AST))
        .build();
  }

  /** Writes readings in the order of the columns. */
  static List<String> of(Laboratory readings) {
    return List.of(
        CsvOutput.number(readings.hemoglobinGramsPerDeciliter()),
        CsvOutput.number(readings.leukocytesPerMicroliter()),
        CsvOutput.number(readings.internationalNormalizedRatio()),
        CsvOutput.number(readings.partialThromboplastinSeconds()),
        CsvOutput.number(readings.creatinineMilligramsPerDeciliter()),
        CsvOutput.number(readings.alanineAminotransferaseUnitsPerLiter()),
        CsvOutput.number(readings.aspartateAminotransferaseUnitsPerLiter()));
  }
}
