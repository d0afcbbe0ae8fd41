package io.github.avnfh.survival;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The rows of a CSV file beside {@code golden.R}, without its comments. */
public final class GoldenFile {
  private GoldenFile() {}

  /** Reads all rows and makes sure that none is missed. */
  public static List<GoldenRow> read(String name, int rows) {
    List<String> lines =
        text(name).lines().filter(line -> !line.startsWith("#")).toList();
    String[] header = lines.get(0).split(",", -1);
    List<GoldenRow> read = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      Map<String, String> row = new LinkedHashMap<>();
      for (int column = 0; column < header.length; column++) {
        row.put(header[column], cells[column]);
      }
      read.add(new GoldenRow(row));
    }
    if (read.size() != rows) {
      throw new IllegalStateException(name + " has " + read.size() + " rows, not " + rows);
    }
    return read;
  }

  private static String text(String name) {
    try (InputStream in = GoldenFile.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
