package io.github.avnfh.examples.synthetic;

import io.github.avnfh.core.audit.PrintedNumber;
import io.github.avnfh.core.csv.CsvRow;
import java.util.Optional;

/** A row of a file of margins. */
record MarginRow(
    Margin margin,
    String level,
    Optional<String> source,
    PrintedNumber value,
    Optional<PrintedNumber> deviation,
    CsvRow row) {

  static Optional<MarginRow> read(CsvRow row, boolean decimalComma) {
    Optional<Margin> margin = row.required("margin", Margin::parse);
    String level = row.text("level").orElse("");
    margin.ifPresent(known -> {
      if (level.isEmpty()) {
        known.missingLevel().ifPresent(message -> row.report("level", message));
      } else {
        row.optional("level", known::checkLevel);
      }
    });
    Optional<PrintedNumber> value =
        row.required("value", text -> PrintedNumber.of(plain(text, decimalComma)));
    Optional<PrintedNumber> deviation =
        row.optional("sd", text -> PrintedNumber.of(plain(text, decimalComma)));
    margin
        .flatMap(known -> known.misfit(value, deviation))
        .ifPresent(misfit -> row.report(misfit.column(), misfit.message()));
    return row.isSound()
        ? Optional.of(new MarginRow(
            margin.orElseThrow(), level, row.text("source"), value.orElseThrow(), deviation, row))
        : Optional.empty();
  }

  private static String plain(String text, boolean decimalComma) {
    return decimalComma ? text.replace(',', '.') : text;
  }

  boolean isRivalOf(MarginRow other) {
    return margin == other.margin && level.equals(other.level);
  }

  boolean repeats(MarginRow other) {
    return isRivalOf(other) && source.equals(other.source);
  }

  boolean says(MarginRow other) {
    return value.value().compareTo(other.value.value()) == 0 && deviation.equals(other.deviation);
  }

  int count() {
    return value.value().intValueExact();
  }

  PrintedSpread spread() {
    return PrintedSpread.of(
        value.value().doubleValue(), deviation.orElseThrow().value().doubleValue());
  }

  String name() {
    return margin.code() + (level.isEmpty() ? "" : " of " + level);
  }

  String text() {
    return value.text() + deviation.map(sd -> " with sd " + sd.text()).orElse("");
  }
}
