package io.github.avnfh.core.dictionary;

import io.github.avnfh.core.Instrument;
import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.cohort.Hip;
import io.github.avnfh.core.cohort.Visit;
import io.github.avnfh.core.csv.CsvOutput;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The visits of a cohort as a wide table: one row for each hip, and columns named by what they hold
 * and when, such as {@code hhs_M6}, as spreadsheets and programs for repeated measures take them.
 *
 * <p>The table says the same as {@code visits.csv}, and its {@link #mappings} read it back without
 * loss. After {@code patient_id} and {@code side}, moments follow one another as planned, each with
 * the {@code day} of the visit, its {@code status} where it did not simply take place, the
 * instruments by code, and the {@code missed_reason}; a column that would be empty in every row is
 * left out. Visits outside the plan are numbered by their days: {@code day_UNS}, {@code day_UNS2}.
 *
 * <pre>{@code
 * Path folder = Path.of("wide");
 * CohortWriter.withDefaults().write(cohort, folder);
 * WideVisits wide = WideVisits.of(cohort); // WideVisits{58 hips, 7 moments}
 * Files.writeString(folder.resolve("wide.csv"), wide.text());
 * Cohort same = CohortReader.withDefaults()
 *     .withInstruments(CohortWriter.instruments(cohort))
 *     .withTables(wide.mappings("wide.csv"))
 *     .read(folder)
 *     .orThrow();
 * same.equals(cohort); // true
 * }</pre>
 */
public final class WideVisits {
  private final List<Hip> hips;
  private final List<Map<Moment, Visit>> visits;
  private final Map<String, Function<Visit, String>> cells;
  private final Map<Moment, List<String>> columns = new TreeMap<>();

  private WideVisits(List<Hip> hips, Map<String, Function<Visit, String>> cells) {
    this.hips = hips;
    this.cells = cells;
    this.visits = hips.stream().map(WideVisits::visits).toList();
    columns.put(Moment.FIRST, List.of());
    visits.stream()
        .flatMap(byMoment -> byMoment.keySet().stream())
        .distinct()
        .forEach(moment -> columns.put(moment, filled(moment)));
  }

  /** A planned moment, or the first, second or later visit of a hip outside the plan. */
  private record Moment(Timepoint timepoint, int number) implements Comparable<Moment> {
    static final Moment FIRST = new Moment(Timepoint.baseline(), 1);

    String of(String column) {
      return column + "_" + timepoint.code() + (number == 1 ? "" : number);
    }

    @Override
    public int compareTo(Moment other) {
      int planned = timepoint.compareTo(other.timepoint);
      return planned == 0 ? Integer.compare(number, other.number) : planned;
    }
  }

  /**
   * Arranges the visits of a cohort.
   *
   * @param cohort the cohort
   * @return its visits as a wide table, hips in the order of the cohort
   * @throws IllegalArgumentException if two instruments of the cohort have one code, or one has the
   *     code of another column of {@code visits.csv}
   */
  public static WideVisits of(Cohort cohort) {
    List<Instrument> instruments = CohortWriter.instruments(cohort);
    CohortWriter.checkColumns(instruments);
    Map<String, Function<Visit, String>> cells = VisitFile.cells(instruments);
    cells.put(CohortFile.STATUS, WideVisits::status);
    return new WideVisits(cohort.hips(), cells);
  }

  /**
   * Reading tells the two ways in which a visit takes place apart by the day of the arthroplasty.
   */
  private static String status(Visit visit) {
    return visit.status().tookPlace() ? "" : visit.status().code();
  }

  private static Map<Moment, Visit> visits(Hip hip) {
    Map<Timepoint, Integer> seen = new HashMap<>();
    Map<Moment, Visit> visits = new TreeMap<>();
    for (Visit visit : hip.visits()) {
      int number = seen.merge(visit.timepoint(), 1, Integer::sum);
      visits.put(new Moment(visit.timepoint(), number), visit);
    }
    return visits;
  }

  private List<String> filled(Moment moment) {
    List<String> filled = new ArrayList<>();
    cells.forEach((column, cell) -> {
      if (visits.stream().anyMatch(byMoment -> !cell(byMoment, moment, cell).isEmpty())) {
        filled.add(column);
      }
    });
    return filled;
  }

  private static String cell(
      Map<Moment, Visit> visits, Moment moment, Function<Visit, String> cell) {
    return Optional.ofNullable(visits.get(moment)).map(cell).orElse("");
  }

  /**
   * Returns the table.
   *
   * @return the text of a CSV file with a header line, comma-separated, {@code \n} at the line ends
   */
  public String text() {
    List<String> header = new ArrayList<>(List.of(CohortFile.PATIENT, CohortFile.SIDE));
    columns.forEach((moment, names) -> names.stream().map(moment::of).forEach(header::add));
    CsvOutput csv = CsvOutput.withHeader(header.toArray(String[]::new));
    for (int row = 0; row < hips.size(); row++) {
      csv.row(row(hips.get(row), visits.get(row)));
    }
    return csv.text();
  }

  private List<String> row(Hip hip, Map<Moment, Visit> byMoment) {
    List<String> row =
        new ArrayList<>(List.of(hip.id().patient().value(), hip.id().side().code()));
    columns.forEach((moment, names) -> names.stream()
        .map(name -> cell(byMoment, moment, cells.getOrDefault(name, visit -> "")))
        .forEach(row::add));
    return row;
  }

  /**
   * Returns how the table is read back: a mapping for each moment.
   *
   * @param file the name of the file that holds the table
   * @return the mappings for {@link CohortReader#withTables}, which take the place of
   *     {@code visits.csv}
   */
  public List<TableMapping> mappings(String file) {
    return columns.entrySet().stream()
        .map(moment -> mapping(file, moment.getKey(), moment.getValue()))
        .toList();
  }

  private static TableMapping mapping(String file, Moment moment, List<String> names) {
    TableMapping mapping = TableMapping.of(CohortFile.VISITS, file)
        .withNamedColumnsOnly()
        .withColumn(CohortFile.PATIENT, CohortFile.PATIENT)
        .withColumn(CohortFile.SIDE, CohortFile.SIDE)
        .withConstant(CohortFile.VISIT, moment.timepoint().code())
        .withoutEmptyRows();
    for (String name : names) {
      mapping = mapping.withColumn(name, moment.of(name));
    }
    return mapping;
  }

  @Override
  public String toString() {
    return "WideVisits{" + hips.size() + " hips, " + columns.size() + " moments}";
  }
}
