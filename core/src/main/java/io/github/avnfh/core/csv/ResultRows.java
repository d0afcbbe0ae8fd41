package io.github.avnfh.core.csv;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a result set as the bytes of a table in CSV, one row at a time: the labels of its
 * columns, then a line for each row.
 *
 * <p>SQL's NULL is an empty cell, a date or a time stamp {@code yyyy-MM-dd}, a boolean 1 or 0, a
 * number its plain digits.
 */
final class ResultRows extends InputStream {
  private final ResultSet rows;
  private final int columns;
  private byte[] line;
  private int next;

  ResultRows(ResultSet rows) throws IOException {
    this.rows = rows;
    try {
      ResultSetMetaData names = rows.getMetaData();
      this.columns = names.getColumnCount();
      List<String> header = new ArrayList<>();
      for (int column = 1; column <= columns; column++) {
        header.add(names.getColumnLabel(column));
      }
      this.line = bytes(header);
    } catch (SQLException e) {
      throw new IOException("result set", e);
    }
  }

  /** Every cell stands in quotes, so that no text is taken for a separator. */
  static byte[] bytes(List<String> cells) {
    return cells.stream()
        .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
        .collect(Collectors.joining(",", "", "\n"))
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Makes the next line where this one is at its end, and tells whether there is one. */
  private boolean fill() throws IOException {
    if (next < line.length) {
      return true;
    }
    try {
      if (!rows.next()) {
        return false;
      }
      List<String> cells = new ArrayList<>(columns);
      for (int column = 1; column <= columns; column++) {
        cells.add(text(rows.getObject(column), column));
      }
      line = bytes(cells);
      next = 0;
      return true;
    } catch (SQLException e) {
      throw new IOException("result set", e);
    }
  }

  private String text(@Nullable Object value, int column) throws SQLException {
    if (value == null) {
      return "";
    } else if (value instanceof Date date) {
      return date.toLocalDate().toString();
    } else if (value instanceof Timestamp time) {
      return time.toLocalDateTime().toLocalDate().toString();
    } else if (value instanceof LocalDateTime time) {
      return time.toLocalDate().toString();
    } else if (value instanceof OffsetDateTime time) {
      return time.toLocalDate().toString();
    } else if (value instanceof Boolean flag) {
      return flag ? "1" : "0";
    } else if (value instanceof BigDecimal number) {
      return number.toPlainString();
    } else if (value instanceof Double || value instanceof Float) {
      return new BigDecimal(value.toString()).stripTrailingZeros().toPlainString();
    }
    String text = rows.getString(column);
    return text == null ? "" : text;
  }

  @Override
  public int read() throws IOException {
    return fill() ? line[next++] & 0xFF : -1;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int count = Math.min(length, line.length - next);
    System.arraycopy(line, next, buffer, offset, count);
    next += count;
    return count;
  }

  @Override
  public void close() throws IOException {
    try {
      rows.close();
    } catch (SQLException e) {
      throw new IOException("result set", e);
    }
  }
}
