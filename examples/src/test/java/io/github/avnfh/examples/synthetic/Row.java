package io.github.avnfh.examples.synthetic;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;

/** A row of a CSV file, read plainly: nothing here knows what the columns mean. */
final class Row {
  private final NamedCsvRecord cells;

  private Row(NamedCsvRecord cells) {
    this.cells = cells;
  }

  static List<Row> of(String text) {
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(text)) {
      return reader.stream().map(Row::new).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String text(String column) {
    return cells.getField(column);
  }

  BigDecimal number(String column) {
    return new BigDecimal(text(column));
  }

  int whole(String column) {
    return Integer.parseInt(text(column));
  }

  boolean is(String column, String value) {
    return text(column).equals(value);
  }

  String hip() {
    return text("patient_id") + text("side");
  }
}
