package io.github.avnfh.core.dictionary;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.core.csv.CsvOutput;
import io.github.avnfh.core.csv.Problem;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * A table with a row for each patient and columns for either hip and each visit: everything that a
 * row says of the patient, of a hip, or of a visit is in the cohort, or told with its line and
 * column.
 */
class WideTableProperties {
  /** The columns of each thing that a row tells, and the valid texts of each column. */
  private static final Map<String, Map<String, List<String>>> PARTS = new LinkedHashMap<>();

  static {
    put("", Map.of("sex", List.of("F", "M"), "age", List.of("29", "41", "63")));
    for (String side : List.of("L", "R")) {
      put(
          side,
          Map.of(
              side + "_cause", List.of("alcohol", "trauma"),
              side + "_stage", List.of("I", "II", "III"),
              side + "_start", List.of("2020-01-10", "2021-12-31")));
      for (String visit : List.of("BL", "M6", "M12")) {
        String day = visit.equals("BL") ? "0" : visit.equals("M6") ? "180" : "366";
        put(
            side + " " + visit,
            Map.of(
                side + "_day_" + visit, List.of(day),
                side + "_vas_" + visit, List.of("0", "3.5", "10")));
      }
    }
  }

  /** In an order that does not change from run to run. */
  private static void put(String part, Map<String, List<String>> columns) {
    PARTS.put(part, new TreeMap<>(columns));
  }

  private static Dictionary dictionary() {
    StringBuilder lines = new StringBuilder("""
        source,column,means,visit,side,dates
        wide.csv,id,patient,,,
        wide.csv,sex,sex,,,
        wide.csv,age,age_years,,,
        """);
    for (String part : PARTS.keySet()) {
      String[] words = part.split(" ", 2);
      String side = words[0];
      if (words.length > 1) {
        lines.append(Stream.of("day,visit_day", "vas,score:vas")
            .map(column -> "wide.csv," + side + "_" + column.replace(",", "_" + words[1] + ",")
                + "," + words[1] + "," + side + ",\n")
            .collect(Collectors.joining()));
      } else if (!side.isEmpty()) {
        lines.append(Stream.of("cause,etiology", "stage,steinberg_stage", "start,index_date")
            .map(column -> "wide.csv," + side + "_" + column + ",," + side + ","
                + (column.endsWith("date") ? "yyyy-MM-dd" : "") + "\n")
            .collect(Collectors.joining()));
      }
    }
    return Dictionary.parse("dictionary.csv", lines.toString());
  }

  /** A row: each part is there or not, and now and then a cell of it is empty or wrong. */
  private static Map<String, String> row(int number, Random random) {
    Map<String, String> row = new LinkedHashMap<>(Map.of("id", "P" + number));
    PARTS.forEach((part, columns) -> {
      boolean isThere = part.isEmpty() || random.nextInt(4) > 0;
      columns.forEach((column, texts) -> {
        String text = texts.get(random.nextInt(texts.size()));
        String odd = random.nextBoolean() ? "" : "?";
        row.put(column, !isThere ? "" : random.nextInt(30) == 0 ? odd : text);
      });
    });
    return row;
  }

  @Property(tries = 200)
  void usesOrReportsEachThingThatARowTells(@ForAll long seed) {
    Random random = new Random(seed);
    List<Map<String, String>> rows = new ArrayList<>();
    List<String> columns = new ArrayList<>(List.of("id"));
    PARTS.values().forEach(part -> columns.addAll(part.keySet()));
    CsvOutput table = CsvOutput.withHeader(columns.toArray(String[]::new));
    for (int number = 0; number < 1 + random.nextInt(5); number++) {
      Map<String, String> row = row(number, random);
      rows.add(row);
      table.row(columns.stream().map(row::get).toList());
    }
    CohortReading reading = CohortReader.with(dictionary())
        .read(file -> file.equals("wide.csv")
            ? Optional.of(new ByteArrayInputStream(table.text().getBytes(StandardCharsets.UTF_8)))
            : Optional.empty());
    Assume.that(!reading.accepted().hips().isEmpty());
    Map<String, String> files = CohortWriter.withDefaults().texts(reading.accepted());
    for (int number = 0; number < rows.size(); number++) {
      Map<String, String> row = rows.get(number);
      long line = number + 2L;
      PARTS.forEach((part, cells) -> assertThat(isEmpty(row, cells)
              || isIn(files, part, row)
              || isTold(reading.problems(), line, part))
          .as(table.text() + reading.problems() + "line " + line + " part '" + part + "'")
          .isTrue());
    }
  }

  private static boolean isEmpty(Map<String, String> row, Map<String, List<String>> cells) {
    return cells.keySet().stream().allMatch(column -> "".equals(row.get(column)));
  }

  /**
   * Tells whether the cohort that was read holds a part, but for the date, of which it keeps none.
   */
  private static boolean isIn(Map<String, String> files, String part, Map<String, String> row) {
    String[] words = part.split(" ", 2);
    String side = words[0];
    String key = row.get("id") + (part.isEmpty() ? "," : "," + side + ",");
    if (part.isEmpty()) {
      return has(files, "patients.csv", key, row, Map.of("sex", "sex", "age_years", "age"));
    }
    if (words.length == 1) {
      return has(
          files,
          "hips.csv",
          key,
          row,
          Map.of("etiology", side + "_cause", "steinberg_stage", side + "_stage"));
    }
    String visit = words[1];
    return has(
        files,
        "visits.csv",
        key + visit + ",",
        row,
        Map.of("day", side + "_day_" + visit, "vas", side + "_vas_" + visit));
  }

  private static boolean has(
      Map<String, String> files,
      String file,
      String key,
      Map<String, String> row,
      Map<String, String> columns) {
    List<String> lines = files.getOrDefault(file, "").lines().toList();
    List<String> header = lines.isEmpty() ? List.of() : List.of(lines.get(0).split(",", -1));
    return lines.stream()
        .filter(line -> line.startsWith(key))
        .map(line -> List.of(line.split(",", -1)))
        .anyMatch(cells -> columns.entrySet().stream()
            .allMatch(column -> header.contains(column.getKey())
                ? same(
                    cells.get(header.indexOf(column.getKey())),
                    Objects.requireNonNull(row.get(column.getValue())))
                : "".equals(row.get(column.getValue()))));
  }

  /** Numbers are written with at least one digit behind the point; a cause may be unknown. */
  private static boolean same(String written, String given) {
    return written.equals(given)
        || written.equals(given + ".0")
        || (given.isEmpty() && (written.equals("unknown") || written.equals("U")));
  }

  /** A problem of this line, in a column of the part or of the hip or patient that it needs. */
  private static boolean isTold(List<Problem> problems, long line, String part) {
    return problems.stream()
        .filter(problem -> problem.line() == line)
        .anyMatch(problem -> problem.column().equals("id")
            || PARTS.entrySet().stream()
                .filter(other -> part.startsWith(other.getKey()))
                .anyMatch(other -> other.getValue().containsKey(problem.column())));
  }
}
