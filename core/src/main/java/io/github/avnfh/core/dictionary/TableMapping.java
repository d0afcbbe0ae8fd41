package io.github.avnfh.core.dictionary;

import io.github.avnfh.core.csv.CsvRow;
import io.github.avnfh.core.internal.OneLine;
import io.github.avnfh.core.internal.Quoted;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a table of the caller gives one of the files of a cohort: which of its columns are meant,
 * which codes it uses, how it writes dates, and which of its rows count.
 *
 * <p>Checks and messages are those of the cohort's files; they name the caller's own file, line and
 * column. A wide table, or an export that holds several forms, is mapped once for each file and
 * each visit that it gives. Cells are translated before they are read: what is declared missing
 * becomes empty, codes become those of the cohort's files, dates become {@code yyyy-MM-dd}. What is
 * not declared is not guessed.
 *
 * <pre>{@code
 * TableMapping visits = TableMapping.of("visits.csv", "export.csv")
 *     .withNamedColumnsOnly()
 *     .withColumn("patient_id", "record_id")
 *     .withColumn("side", "hip_side")
 *     .withCodes("side", Map.of("1", "L", "2", "R"))
 *     .withConstant("visit", "M6")
 *     .withColumn("date", "visit_date")
 *     .withDates("date", List.of("dd.MM.yyyy"))
 *     .withRowsWhere("redcap_event_name", List.of("month_6_arm_1"));
 * CohortReader reader = CohortReader.withDefaults().withTables(List.of(visits));
 * Map<String, String> files = Map.of(
 *     "patients.csv", "patient_id,sex,age_years\n7,F,41\n",
 *     "hips.csv", "patient_id,side,etiology,steinberg_stage,index_date\n"
 *         + "7,L,idiopathic,II,2024-01-10\n",
 *     "export.csv", "record_id,hip_side,visit_date,redcap_event_name,vas\n"
 *         + "7,1,11.07.2024,month_6_arm_1,3.5\n",
 *     "imaging.csv", "patient_id,side,visit,day,modality,reader\n");
 * Cohort read = reader.read(name -> Optional.ofNullable(files.get(name))
 *         .map(text -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))))
 *     .orThrow();
 * read.hips().get(0).visits().get(0).day(); // 183
 * }</pre>
 */
public final class TableMapping {
  private static final String COLUMN = "column";
  private static final String OWN = "column of the caller";
  private static final String CODE = "code";

  private final String sheet;
  private final String file;
  private final Map<String, CellSource> sources;
  private final Map<String, CellTranslation> translations;
  private final RowFilter rows;

  private TableMapping(
      String sheet,
      String file,
      Map<String, CellSource> sources,
      Map<String, CellTranslation> translations,
      RowFilter rows) {
    this.sheet = sheet;
    this.file = file;
    this.sources = sources;
    this.translations = translations;
    this.rows = rows;
  }

  /**
   * Returns the mapping under which every column keeps its name and every row counts.
   *
   * @param sheet the file of a cohort that is meant, such as {@code visits.csv}
   * @param file the caller's file that gives it
   * @return the mapping
   * @throws IllegalArgumentException if a cohort has no such file
   */
  public static TableMapping of(String sheet, String file) {
    given("file of a cohort", sheet);
    given("file of the caller", file);
    if (!CohortFile.FILES.contains(sheet)) {
      throw new IllegalArgumentException(
          "file of a cohort [name] must be one of " + CohortFile.FILES + ", but was another");
    }
    return new TableMapping(sheet, file, Map.of(), Map.of(), RowFilter.all());
  }

  /** Refuses null with a message that names what is missing. */
  private static <T> T given(String what, @Nullable T value) {
    if (value == null) {
      throw new IllegalArgumentException(what + " of a mapping [name] must be given, but was null");
    }
    return value;
  }

  private static Map<String, String> given(String what, Map<String, String> codes) {
    given("codes", (Object) codes);
    codes.forEach((code, text) -> {
      given(what, code);
      given("text of a code", text);
    });
    return codes;
  }

  private static List<String> given(String what, List<String> texts) {
    given("list of texts", (Object) texts);
    texts.forEach(text -> given(what, text));
    return texts;
  }

  private TableMapping with(String column, CellSource source) {
    given(COLUMN, column);
    return new TableMapping(sheet, file, joined(sources, column, source), translations, rows);
  }

  private TableMapping with(String column, CellTranslation translation) {
    given(COLUMN, column);
    return new TableMapping(sheet, file, sources, joined(translations, column, translation), rows);
  }

  private TableMapping with(RowFilter chosen) {
    return new TableMapping(sheet, file, sources, translations, chosen);
  }

  private static <T> Map<String, T> joined(Map<String, T> map, String key, T value) {
    Map<String, T> joined = new LinkedHashMap<>(map);
    joined.put(key, value);
    return joined;
  }

  /**
   * Returns this mapping with a column of the caller's name, which must be in the header.
   *
   * @param column the column of the cohort's file
   * @param own the name of the caller's column
   * @return the mapping
   */
  public TableMapping withColumn(String column, String own) {
    return with(column, new CellSource.Own(given(OWN, own), true));
  }

  /** The same for a column that may be absent. */
  TableMapping withPossibleColumn(String column, String own) {
    return with(column, new CellSource.Own(own, false));
  }

  /**
   * Returns this mapping with the same text in every row.
   *
   * @param column the column of the cohort's file
   * @param text the text, as the cohort's file would hold it
   * @return the mapping
   * @throws IllegalArgumentException if the text is not one line of visible characters
   */
  public TableMapping withConstant(String column, String text) {
    return with(
        column, new CellSource.Constant(OneLine.check("constant", given("constant", text))));
  }

  /**
   * Returns this mapping with the boxes of a REDCap checkbox field, whose columns are named
   * {@code field___code}, with an underscore for a minus sign in the code.
   *
   * <p>One checked box gives its text, none an empty cell, several the text for several. That a box
   * is not checked says nothing if the form was not filled: see {@link #withRowsWhere}.
   *
   * @param column the column of the cohort's file
   * @param field the name of the field
   * @param texts what each code of the field means, as the cohort's file would hold it
   * @param several what several checked boxes mean, empty if they are a mistake
   * @return the mapping
   */
  public TableMapping withCheckboxes(
      String column, String field, Map<String, String> texts, String several) {
    return with(
        column,
        new CellSource.Checkboxes(
            given("field", field),
            new LinkedHashMap<>(given(CODE, texts)),
            given("text of several", several)));
  }

  /**
   * Returns this mapping reading no column that was not named, even if it has a name of ours.
   *
   * @return the mapping
   */
  public TableMapping withNamedColumnsOnly() {
    return with(rows.namedColumnsOnly());
  }

  /**
   * Returns this mapping with the caller's codes of a column; other texts are problems then.
   *
   * @param column the column of the cohort's file
   * @param codes the code of the cohort's file by the caller's code
   * @return the mapping
   */
  public TableMapping withCodes(String column, Map<String, String> codes) {
    return with(column, translation(column).withCodes(given(CODE, codes)));
  }

  /**
   * Returns this mapping with the ways in which a column writes dates.
   *
   * @param column the column of the cohort's file
   * @param patterns patterns as {@link java.time.format.DateTimeFormatter} has them, such as
   *     {@code dd.MM.uuuu} or {@code dd/MM/yyyy}; a text that two of them read as two dates is a
   *     problem
   * @return the mapping
   * @throws IllegalArgumentException if one is no such pattern
   */
  public TableMapping withDates(String column, List<String> patterns) {
    return with(column, translation(column).withDates(given("pattern", patterns)));
  }

  private CellTranslation translation(String column) {
    return translations.getOrDefault(column, CellTranslation.none());
  }

  /**
   * Returns this mapping with the codes that mean a missing value in every column;
   * {@link CohortReading#missing} counts the cells that hold one.
   *
   * @param codes the caller's codes, such as {@code -999} or {@code NI}
   * @return the mapping
   */
  public TableMapping withMissing(List<String> codes) {
    return with(rows.withMissing(given(CODE, codes)));
  }

  /**
   * Returns this mapping for those rows only that hold one of some texts in a column of the caller;
   * several such conditions must all hold.
   *
   * <p>Nothing is lost in silence: a row that no mapping reads is a problem, and so are a text of
   * the column that no mapping asks for, and a filled cell of a column that is read in other rows
   * only, unless such a row says the same of the patient or hip. See {@link #withOtherRowsIgnored}.
   *
   * @param own the name of the caller's column; where it is absent, all its cells count as empty
   * @param texts the texts, an empty one for an empty cell
   * @return the mapping
   */
  public TableMapping withRowsWhere(String own, List<String> texts) {
    return with(rows.where(given(OWN, own), given("text", texts)));
  }

  /**
   * Returns this mapping declaring that rows outside of its {@linkplain #withRowsWhere conditions}
   * say nothing that it should read; they must still be taken by another mapping.
   *
   * @return the mapping
   */
  public TableMapping withOtherRowsIgnored() {
    return with(rows.ignoringOthers());
  }

  /**
   * Returns this mapping without the rows that are empty in all columns that it names, but for the
   * patient and the side.
   *
   * @return the mapping
   */
  public TableMapping withoutEmptyRows() {
    return with(rows.withoutEmpty());
  }

  /**
   * Returns this mapping for a table that gives a patient in several rows, such as one for each hip
   * or event; rows that do not say the same of the patient are problems.
   *
   * @return the mapping
   */
  public TableMapping withRepeatedPatients() {
    return with(rows.withRepeats());
  }

  String sheet() {
    return sheet;
  }

  String file() {
    return file;
  }

  RowFilter rows() {
    return rows;
  }

  /** Tells where the cells of a column come from, or that they come from nowhere. */
  CellSource source(String column) {
    CellSource own =
        rows.namedOnly() ? new CellSource.Constant("") : new CellSource.Own(column, false);
    return sources.getOrDefault(column, own);
  }

  boolean isConstant(String column) {
    return source(column) instanceof CellSource.Constant;
  }

  /** Returns the columns of the cohort's file that are named. */
  Set<String> names() {
    return Stream.concat(sources.keySet().stream(), translations.keySet().stream())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Returns the name of the caller's column that a problem of a column is told by. */
  String label(String column) {
    return source(column)
        .label()
        .orElseGet(() -> sources.values().stream()
            .flatMap(source -> source.label().stream())
            .reduce((one, other) -> other)
            .orElse(column));
  }

  /** Returns the caller's columns that must be in the header. */
  List<String> required(List<String> ofSheet) {
    List<String> required = new ArrayList<>();
    for (String column : ofSheet) {
      if (source(column) instanceof CellSource.Own own) {
        required.add(own.name());
      }
    }
    sources.values().forEach(source -> required.addAll(source.required()));
    return required.stream().distinct().toList();
  }

  /** Tells whether a text is a code for a missing value. */
  boolean isMissing(String text) {
    return rows.isMissing(text);
  }

  /** Translates a text, which is not empty. */
  String translated(String column, String text) {
    return translation(column).of(text);
  }

  @Override
  public String toString() {
    return "TableMapping{" + sheet + ", " + sources.size() + " columns named}";
  }

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
    record Checkboxes(String field, Map<String, String> texts, String several)
        implements CellSource {
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

  /** How the texts of a caller's column become those of a cohort's file. */
  record CellTranslation(Map<String, String> codes, List<DateTimeFormatter> dates) {

    static CellTranslation none() {
      return new CellTranslation(Map.of(), List.of());
    }

    CellTranslation withCodes(Map<String, String> declared) {
      return new CellTranslation(new LinkedHashMap<>(declared), dates);
    }

    CellTranslation withDates(List<String> patterns) {
      return new CellTranslation(
          codes, patterns.stream().map(CellTranslation::formatter).toList());
    }

    /** A year of the era needs no era. */
    private static DateTimeFormatter formatter(String pattern) {
      DateTimeFormatterBuilder builder = new DateTimeFormatterBuilder();
      try {
        builder.appendPattern(pattern);
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            "pattern of a date [letters] must be one of java.time.format.DateTimeFormatter, such as"
                + " dd.MM.uuuu, but was " + Quoted.of(pattern),
            e);
      }
      return builder
          .parseDefaulting(ChronoField.ERA, 1)
          .toFormatter(Locale.ROOT)
          .withChronology(IsoChronology.INSTANCE)
          .withResolverStyle(ResolverStyle.STRICT);
    }

    String of(String text) {
      if (!codes.isEmpty()) {
        return Optional.ofNullable(codes.get(text))
            .orElseThrow(() -> new IllegalArgumentException(Quoted.of(text)
                + " is no code that was declared; one of " + String.join(", ", codes.keySet())
                + " was expected"));
      }
      return dates.isEmpty() ? text : date(text).toString();
    }

    private LocalDate date(String text) {
      List<LocalDate> read = dates.stream()
          .map(format -> parse(text, format))
          .flatMap(Optional::stream)
          .distinct()
          .toList();
      if (read.size() != 1) {
        throw new IllegalArgumentException(
            read.isEmpty()
                ? "the text is no date; a date of the calendar written as declared was expected"
                : "the text is two dates; one that all declared ways read alike was expected");
      }
      return Objects.requireNonNull(read.get(0));
    }

    private static Optional<LocalDate> parse(String text, DateTimeFormatter format) {
      try {
        return Optional.of(LocalDate.parse(text, format));
      } catch (DateTimeException otherwise) {
        return Optional.empty();
      }
    }
  }

  /** Which rows of a caller's table count, and what holds for all of their cells. */
  record RowFilter(
      Map<String, List<String>> conditions,
      List<String> missing,
      boolean namedOnly,
      boolean skipsEmpty,
      boolean repeats,
      boolean ignoresOthers) {

    static RowFilter all() {
      return new RowFilter(Map.of(), List.of(), false, false, false, false);
    }

    RowFilter where(String own, List<String> texts) {
      Map<String, List<String>> joined = new LinkedHashMap<>(conditions);
      joined.put(own, List.copyOf(texts));
      return new RowFilter(joined, missing, namedOnly, skipsEmpty, repeats, ignoresOthers);
    }

    RowFilter withMissing(List<String> codes) {
      return new RowFilter(
          conditions, List.copyOf(codes), namedOnly, skipsEmpty, repeats, ignoresOthers);
    }

    RowFilter namedColumnsOnly() {
      return new RowFilter(conditions, missing, true, skipsEmpty, repeats, ignoresOthers);
    }

    RowFilter withoutEmpty() {
      return new RowFilter(conditions, missing, namedOnly, true, repeats, ignoresOthers);
    }

    RowFilter withRepeats() {
      return new RowFilter(conditions, missing, namedOnly, skipsEmpty, true, ignoresOthers);
    }

    RowFilter ignoringOthers() {
      return new RowFilter(conditions, missing, namedOnly, skipsEmpty, repeats, true);
    }

    boolean takes(CsvRow row) {
      return failing(row).isEmpty();
    }

    /** Returns the caller's columns that hold none of the texts asked for. */
    Set<String> failing(CsvRow row) {
      Set<String> failing = new LinkedHashSet<>();
      conditions.forEach((column, texts) -> {
        if (!texts.contains(row.text(column).orElse(""))) {
          failing.add(column);
        }
      });
      return failing;
    }

    boolean isMissing(String text) {
      return missing.contains(text);
    }
  }
}
