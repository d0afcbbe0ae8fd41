package io.github.avnfh.core.csv;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where the cells of a column come from. */
sealed interface CellSource {

  /** Returns the text in a row of the caller, empty where there is none. */
  String text(CsvRow row);

  /** Tells whether the caller's table has the column, filled or not. */
  boolean isIn(CsvRow row);

  /** Returns the caller's column, if there is one. */
  Optional<String> label();

  /** Returns the caller's columns that must be there. */
  List<String> required();

  /** A column of the caller. */
  record Own(String name, boolean isRequired) implements CellSource {
    @Override
    public String text(CsvRow row) {
      return row.text(name).orElse("");
    }

    @Override
    public boolean isIn(CsvRow row) {
      return row.hasColumn(name);
    }

    @Override
    public Optional<String> label() {
      return Optional.of(name);
    }

    @Override
    public List<String> required() {
      return isRequired ? List.of(name) : List.of();
    }
  }

  /** The same text in every row. */
  record Constant(String everywhere) implements CellSource {
    @Override
    public String text(CsvRow row) {
      return everywhere;
    }

    @Override
    public boolean isIn(CsvRow row) {
      return !everywhere.isEmpty();
    }

    @Override
    public Optional<String> label() {
      return Optional.empty();
    }

    @Override
    public List<String> required() {
      return List.of();
    }
  }

  /** The boxes of a field, of which none, one or several are checked. */
  record Checkboxes(String field, Map<String, String> texts, String several) implements CellSource {
    private String column(String code) {
      return field + "___" + code.replace('-', '_');
    }

    @Override
    public String text(CsvRow row) {
      List<String> checked = texts.entrySet().stream()
          .filter(box -> isChecked(row, column(box.getKey())))
          .map(Map.Entry::getValue)
          .toList();
      if (checked.size() > 1 && several.isEmpty()) {
        throw new IllegalArgumentException(
            "and its other boxes are checked together; one checked box at most was expected");
      }
      return checked.size() > 1 ? several : String.join("", checked);
    }

    private static boolean isChecked(CsvRow row, String column) {
      String text = row.text(column).orElse("0");
      if (!text.equals("0") && !text.equals("1")) {
        throw new IllegalArgumentException(
            "or another box of its field is neither checked nor not; 0 or 1 was expected");
      }
      return text.equals("1");
    }

    @Override
    public boolean isIn(CsvRow row) {
      return true;
    }

    @Override
    public Optional<String> label() {
      return texts.keySet().stream().map(this::column).findFirst();
    }

    @Override
    public List<String> required() {
      return texts.keySet().stream().map(this::column).toList();
    }
  }
}
