package io.github.avnfh.core.csv;

import io.github.avnfh.core.Coded;
import java.util.Arrays;
import java.util.List;

/** What a row of {@code procedures.csv} is about, and which columns belong to it. */
enum Procedure implements Coded {
  ASPIRATION("aspiration"),
  PREPARATION("preparation"),
  DECOMPRESSION("decompression"),
  INJECTION("injection");

  static final String COLUMN = "procedure";
  private static final List<String> COLUMNS = Arrays.stream(values())
      .flatMap(procedure -> procedure.own().stream())
      .distinct()
      .toList();

  private final String code;

  Procedure(String code) {
    this.code = code;
  }

  private List<String> own() {
    return switch (this) {
      case ASPIRATION ->
        List.of(
            "volume_mL",
            "aliquots",
            "smallest_aliquot_mL",
            "largest_aliquot_mL",
            "site",
            "adequate");
      case PREPARATION ->
        List.of(
            "volume_mL",
            "spins",
            "viability_percent",
            "nucleated_cells_millions",
            "mononuclear_cells_millions",
            "colony_forming_units",
            "density_gradient",
            "cultured",
            "cryopreserved");
      case DECOMPRESSION -> List.of("side", "date", "drill_mm");
      case INJECTION -> List.of("side", "date", "number", "volume_mL", "duration_min", "reason");
    };
  }

  static Procedure parse(String text) {
    return Coded.parse(values(), text, "a procedure");
  }

  @Override
  public String code() {
    return code;
  }

  /** Returns the columns of all procedures, apart from the patient, the procedure and the day. */
  static List<String> columns() {
    return COLUMNS;
  }

  /** Reports what is filled in though this procedure has no such thing. */
  void refuseOthers(CsvRow row) {
    List<String> own = own();
    for (String column : COLUMNS) {
      if (!own.contains(column) && row.text(column).isPresent()) {
        row.report(
            column, "has no place in a row of procedure " + code + "; an empty cell was expected");
      }
    }
  }
}
