package io.github.avnfh.core.dictionary;

import io.github.avnfh.core.Instrument;
import io.github.avnfh.core.Side;
import io.github.avnfh.core.StageSystem;
import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.cohort.Patient;
import io.github.avnfh.core.csv.CsvInput;
import io.github.avnfh.core.csv.CsvOutput;
import io.github.avnfh.core.csv.Problems;
import java.nio.charset.Charset;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A proposal of what the columns of tables mean, with a reason for each line and a mark where a
 * person must decide.
 *
 * <p>Names, values and ranges decide. What they leave open is marked by a question mark, which
 * {@link Dictionary#parse} refuses, and never guessed. Nothing of a patient is repeated but the
 * codes of categories.
 *
 * <pre>{@code
 * byte[] table = "Nr;Sexe;Hanche;EVA 6 mois\n1;1;G;3,5\n2;2;D;7,1\n".getBytes(StandardCharsets.UTF_8);
 * Inspection inspection = Inspection.of(List.of(
 *     CsvInput.of("hips.csv", () -> new ByteArrayInputStream(table), CsvFormat.withDefaults())));
 * inspection.undecided(); // [hips.csv: column Sexe: codes 1=?;2=?]
 * System.out.print(inspection.text());
 * // source,column,means,visit,side,codes,missing,unit,dates,rows,several,note
 * // ,,version,,,1,,,,,,
 * // …
 * }</pre>
 */
public final class Inspection {
  private static final String IGNORED = Meaning.IGNORED;
  private static final String OPERATION = "operation";
  private static final String OP_DATE = "op_date";
  private static final double LONGEST_DAYS = 36_525;
  private static final Pattern ARTHROPLASTY = Pattern.compile(
      ".*\\b(thr|tha|thp|pth|ptc|tep|atc|\\w*arthroplast\\w*|prothes\\w*|replace\\w*|total hip|protesis|endoprothes\\w*|artroplastia)\\b.*");
  private static final Pattern DECOMPRESSION =
      Pattern.compile(".*(decompress|\\bcd\\b|forage|anbohrung|core|drill|descompres).*");
  private static final Pattern INJECTION =
      Pattern.compile(".*(inj|cell|bmac|stem|concentrat|infiltr|prp|marrow|zell|moelle|medula).*");

  private final List<Line> lines;
  private final Map<String, Long> rows;
  private final List<YearMonth> months;

  private Inspection(List<Line> lines, Map<String, Long> rows, List<YearMonth> months) {
    this.lines = lines;
    this.rows = rows;
    this.months = months;
  }

  /** A proposed line, with question marks where a person must decide. */
  private record Line(
      String source,
      String column,
      String means,
      Optional<Timepoint> visit,
      Optional<Side> side,
      String codes,
      String missing,
      String unit,
      String dates,
      String conditions,
      String several,
      String note) {
    static Line of(String source, String column, String means, String note) {
      return new Line(
          source, column, means, Optional.empty(), Optional.empty(), "", "", "", "", "", "", note);
    }

    Line codes(String found) {
      return new Line(
          source,
          column,
          means,
          visit,
          side,
          found,
          missing,
          unit,
          dates,
          conditions,
          several,
          note);
    }

    Line missing(List<String> found) {
      String joined = found.stream().map(Vocabulary::escaped).collect(Collectors.joining(";"));
      return new Line(
          source,
          column,
          means,
          visit,
          side,
          codes,
          joined,
          unit,
          dates,
          conditions,
          several,
          note);
    }

    Line unit(String found) {
      return new Line(
          source,
          column,
          means,
          visit,
          side,
          codes,
          missing,
          found,
          dates,
          conditions,
          several,
          note);
    }

    Line dates(String found) {
      return new Line(
          source,
          column,
          means,
          visit,
          side,
          codes,
          missing,
          unit,
          found,
          conditions,
          several,
          note);
    }

    Line when(Optional<Timepoint> found, Optional<Side> ofSide) {
      return new Line(
          source,
          column,
          means,
          found,
          ofSide,
          codes,
          missing,
          unit,
          dates,
          conditions,
          several,
          note);
    }

    Line rows(String found, String choice) {
      return new Line(
          source, column, means, visit, side, codes, missing, unit, dates, found, choice, note);
    }

    Line means(String found, String why) {
      return new Line(
          source,
          column,
          found,
          visit,
          side,
          codes,
          missing,
          unit,
          dates,
          conditions,
          several,
          why);
    }

    boolean isUndecided() {
      return means.startsWith("?")
          || codes.contains("=?")
          || dates.startsWith("?")
          || unit.startsWith("?")
          || conditions.contains("=?")
          || conditions.contains("|?");
    }

    String question() {
      String what = means.startsWith("?")
          ? "means " + means
          : codes.contains("=?")
              ? "codes " + codes
              : dates.startsWith("?")
                  ? "dates " + dates
                  : unit.startsWith("?") ? "unit " + unit : "rows " + conditions;
      return source + ": column " + column + ": " + what;
    }

    List<String> cells() {
      return List.of(
          source,
          column,
          means,
          visit.map(Timepoint::code).orElse(""),
          side.map(Side::code).orElse(""),
          codes,
          missing,
          unit,
          dates,
          conditions,
          several,
          note);
    }
  }

  /**
   * Inspects tables.
   *
   * @param sources the tables, each of which may be passed twice
   * @return the proposal
   */
  public static Inspection of(List<CsvInput> sources) {
    return of(sources, List.of());
  }

  /**
   * Inspects tables that may hold scores of more instruments, told by their codes.
   *
   * @param sources the tables, each of which may be passed twice
   * @param instruments further instruments
   * @return the proposal
   */
  public static Inspection of(List<CsvInput> sources, List<Instrument> instruments) {
    Objects.requireNonNull(sources, "sources");
    sources.forEach(source -> Objects.requireNonNull(source, "source"));
    Objects.requireNonNull(instruments, "instruments");
    List<Line> lines = new ArrayList<>();
    Map<String, Long> rows = new LinkedHashMap<>();
    List<YearMonth> months = new ArrayList<>();
    for (CsvInput source : sources) {
      Source table = new Source(source, instruments);
      lines.addAll(table.lines());
      rows.put(source.name(), table.rows);
      months.addAll(table.months());
    }
    return new Inspection(List.copyOf(lines), rows, months.stream().sorted().toList());
  }

  /**
   * Returns the proposal as the text of a dictionary, to be written to a file and edited.
   *
   * @return the text of a CSV file
   */
  public String text() {
    CsvOutput csv = CsvOutput.withHeader(Dictionary.COLUMNS.toArray(String[]::new));
    csv.row(
        "",
        "",
        Meaning.VERSION,
        "",
        "",
        Integer.toString(Dictionary.VERSION),
        "",
        "",
        "",
        "",
        "",
        "");
    lines.forEach(line -> csv.row(line.cells()));
    return csv.text();
  }

  /**
   * Returns the dictionary if nothing is left to decide.
   *
   * @return the dictionary, or nothing where a person must decide first
   */
  public Optional<Dictionary> dictionary() {
    return undecided().isEmpty()
        ? Optional.of(Dictionary.parse("dictionary.csv", text()))
        : Optional.empty();
  }

  /**
   * Returns what a person must decide.
   *
   * @return a line for each, with source, column and question
   */
  public List<String> undecided() {
    return lines.stream().filter(Line::isUndecided).map(Line::question).toList();
  }

  /**
   * Returns the dictionary with every column ignored of which a person must still decide, which
   * shows how much of the tables is understood so far.
   *
   * @return the dictionary
   */
  public Dictionary soFar() {
    List<Line> decided = lines.stream()
        .map(line -> line.isUndecided()
            ? Line.of(line.source(), line.column(), IGNORED, "to be decided")
            : line)
        .toList();
    return Dictionary.parse("dictionary.csv", new Inspection(decided, rows, months).text());
  }

  /**
   * Returns the first and the last month in which a date lies, births left out.
   *
   * @return the two months, or none where no column holds dates that can be read in one way only
   */
  public List<YearMonth> span() {
    return months.isEmpty() ? List.of() : List.of(months.get(0), months.get(months.size() - 1));
  }

  /**
   * Returns the columns that are ignored because neither name nor values were understood.
   *
   * @return a line for each, with source and column
   */
  public List<String> notUnderstood() {
    return lines.stream()
        .filter(line -> line.means().equals(IGNORED) && line.note().startsWith("not understood"))
        .map(line -> line.source() + ": column " + line.column())
        .toList();
  }

  /**
   * Returns the number of rows of each source.
   *
   * @return the rows below the header by source
   */
  public Map<String, Long> rows() {
    return rows;
  }

  /** One table, its columns in profile. */
  private static final class Source {
    private final String name;
    private final List<Instrument> instruments;
    private final Map<String, ColumnProfile> columns = new LinkedHashMap<>();
    private final Optional<String> charset;
    private final long rows;

    Source(CsvInput input, List<Instrument> instruments) {
      this.name = input.name();
      this.instruments = instruments;
      CsvInput plain = input.withUnknownIgnored();
      long passed = profile(plain);
      this.charset = plain.likelyCharset();
      if (charset.isPresent()) {
        columns.clear();
        passed =
            profile(plain.withFormat(plain.format().withCharset(Charset.forName(charset.get()))));
      }
      this.rows = passed;
    }

    private long profile(CsvInput input) {
      return input.forEachPassingRow(new Problems(), row -> {
        for (String column : row.columns()) {
          ColumnProfile profile = columns.computeIfAbsent(column, ColumnProfile::new);
          row.text(column).ifPresent(profile::add);
        }
      });
    }

    List<YearMonth> months() {
      return columns.values().stream()
          .filter(column -> !ColumnName.of(column.name())
              .meaning()
              .filter("birth_date"::equals)
              .isPresent())
          .flatMap(column -> column.months().stream())
          .toList();
    }

    List<Line> lines() {
      List<Line> lines = new ArrayList<>();
      boolean comma = columns.values().stream().anyMatch(ColumnProfile::hasDecimalComma)
          && columns.values().stream().noneMatch(ColumnProfile::hasDecimalPoint);
      if (comma || charset.isPresent()) {
        String codes = charset.map(set -> "charset=" + set + (comma ? ";" : "")).orElse("")
            + (comma ? "decimal=," : "");
        lines.add(Line.of(
                name,
                "",
                Meaning.SOURCE,
                "how the file is written"
                    + (charset.isPresent() ? ": the likely character set" : ""))
            .codes(codes));
      }
      for (ColumnProfile column : columns.values()) {
        lines.addAll(propose(column));
      }
      return withoutDoubles(lines);
    }

    private boolean has(String meaning) {
      return columns.keySet().stream()
          .anyMatch(
              column -> ColumnName.of(column).meaning().filter(meaning::equals).isPresent());
    }

    private List<Line> propose(ColumnProfile column) {
      ColumnName name = ColumnName.of(column.name());
      String means =
          name.meaning().or(() -> byValues(column)).or(() -> byCode(name)).orElse("");
      if (means.startsWith("ignored:") || means.equals(Meaning.CONDITION)) {
        return List.of(Line.of(
            this.name,
            column.name(),
            means.startsWith("ignored:") ? IGNORED : means,
            means.equals("ignored:personal")
                ? "tells who the patient is"
                : means.equals("ignored:remark") ? "free text" : "part of the form"));
      }
      if (column.isEmpty()) {
        return List.of(empty(column, name, means));
      }
      return switch (means) {
        case "" -> List.of(notUnderstood(column, ""));
        case OP_DATE, "index_date" -> operationDates(column, name, means);
        case OPERATION -> operation(column);
        default -> List.of(line(column, name, means));
      };
    }

    /** An event that has a column and no cell did not happen. */
    private Line empty(ColumnProfile column, ColumnName name, String means) {
      return List.of("arthroplasty", "death", "lost").contains(means)
          ? Line.of(
                  this.name, column.name(), means + "_day", "holds nothing, so that there was none")
              .when(Optional.empty(), means.equals("arthroplasty") ? name.side() : Optional.empty())
              .missing(column.missingDates())
          : Line.of(this.name, column.name(), IGNORED, "holds nothing");
    }

    private Line notUnderstood(ColumnProfile column, String why) {
      return Line.of(name, column.name(), IGNORED, "not understood" + why);
    }

    /** Categories in plain words tell what they are under any name of the column. */
    private Optional<String> byValues(ColumnProfile column) {
      for (String means : List.of("sex", Meaning.SIDE, "etiology", Meaning.VISIT)) {
        Meaning meaning = Meaning.known(means);
        boolean words = column.isCategorical()
            && column.allTexts(text -> text.length() > 1
                && !text.matches("[0-9.,-]+")
                && Vocabulary.code(meaning, text).isPresent());
        if (words) {
          return Optional.of(means);
        }
      }
      return Optional.empty();
    }

    private Optional<String> byCode(ColumnName name) {
      return instruments.stream()
          .map(Instrument::code)
          .filter(code -> Vocabulary.plain(code).equals(name.bare()))
          .map(code -> Meaning.SCORE + code)
          .findFirst();
    }

    private Line line(ColumnProfile column, ColumnName name, String means) {
      return switch (means) {
        case Meaning.PATIENT -> plain(column, means, "name of an identifier");
        case "age_years" -> number(column, name, means, Patient.AGE.low(), Patient.AGE.high());
        case "birth_year" -> number(column, name, means, 1850, 2100);
        case "birth_date" ->
          has("age_years")
              ? Line.of(this.name, column.name(), IGNORED, "the age has a column")
              : date(column, name, means);
        case "visit_date", "event_date" -> date(column, name, means);
        case "arthroplasty", "death", "lost", "last_seen" -> time(column, name, means);
        case "stage", "stage:arco", "stage:jic", "stage:ficat", "steinberg_stage" ->
          stage(column, name, means);
        case Meaning.VISIT -> visit(column, name);
        case "score:vas" -> pain(column, name);
        case "event_term" -> plain(column, means, "name of adverse events");
        case "event_severity" -> severity(column);
        case "height_cm" -> length(column, name);
        case "platelets_per_uL", "leukocytes_per_uL" -> cells(column, name, means);
        default -> measured(column, name, means);
      };
    }

    private Line plain(ColumnProfile column, String means, String why) {
      return Line.of(name, column.name(), means, why);
    }

    private Line measured(ColumnProfile column, ColumnName name, String means) {
      Meaning meaning = Meaning.known(means);
      return switch (meaning.kind()) {
        case CODE, FLAG -> codes(column, name, meaning);
        case NUMBER -> number(column, name, means, 0, high(meaning));
        case DATE -> date(column, name, means);
        default -> plain(column, means, "name");
      };
    }

    private double high(Meaning meaning) {
      if (meaning.name().startsWith(Meaning.SCORE)) {
        return instruments.stream()
            .filter(instrument -> instrument.code().equals(meaning.column()))
            .mapToDouble(instrument -> instrument.quantity().high())
            .findFirst()
            .orElse(100);
      }
      return switch (meaning.column()) {
        case "lesion_percent", "crescent_percent" -> 100;
        case "weight_kg" -> 400;
        case "depression_mm" -> 60;
        case "hemoglobin_g_per_dL", "inr" -> 30;
        default -> 5_000_000;
      };
    }

    private Line number(
        ColumnProfile column, ColumnName name, String means, double low, double high) {
      List<String> missing = column.missing(low, high);
      if (!isNumericBut(column, missing)) {
        return notUnderstood(column, ": the name of " + means + ", but not its numbers");
      }
      if (!column.liesIn(low, high)) {
        return placed(column, name, "?" + means, "name, but numbers beyond its range")
            .missing(missing);
      }
      return placed(column, name, means, "name, and numbers in its range").missing(missing);
    }

    private static boolean isNumericBut(ColumnProfile column, List<String> missing) {
      return column.isNumeric() || column.allTexts(missing::contains);
    }

    /** Puts a line at its visit and side, or asks where these are not known. */
    private Line placed(ColumnProfile column, ColumnName name, String means, String why) {
      boolean ofVisit = Meaning.of(means)
          .filter(meaning ->
              meaning.level() == Meaning.Level.VISIT || meaning.level() == Meaning.Level.IMAGES)
          .isPresent();
      boolean ofSide = ofVisit
          || Meaning.of(means)
              .filter(meaning -> meaning.level() == Meaning.Level.HIP)
              .isPresent()
          || means.startsWith("?");
      boolean asked = ofVisit && name.visit().isEmpty() && !has(Meaning.VISIT);
      return Line.of(
              this.name,
              column.name(),
              asked ? "?" + means : means,
              asked ? why + "; at which visit? name it in column visit" : why)
          .when(ofVisit ? name.visit() : Optional.empty(), ofSide ? name.side() : Optional.empty());
    }

    private Line pain(ColumnProfile column, ColumnName name) {
      if (name.unit().equals("mm") || !column.liesIn(0, 10)) {
        return number(column, name, "score:vas_mm", 0, 100);
      }
      return number(column, name, "score:vas", 0, 10);
    }

    private Line length(ColumnProfile column, ColumnName name) {
      return column.liesIn(0.3, 2.6)
          ? number(column, name, "height_cm", 0.3, 2.6).unit("m")
          : number(column, name, "height_cm", 30, 260);
    }

    private Line cells(ColumnProfile column, ColumnName name, String means) {
      Line line = number(column, name, means, 0, 5_000_000);
      return column.liesIn(0, 2_000) && line.means().equals(means)
          ? line.unit("x10^9/L").means(means, "name, and numbers as per 10^9/L")
          : line;
    }

    private Line codes(ColumnProfile column, ColumnName name, Meaning meaning) {
      if (!column.isCategorical()) {
        return notUnderstood(column, ": the name of " + meaning.name() + ", but too many codes");
      }
      List<String> texts = column.texts();
      boolean checkbox = meaning.name().equals("etiology") && column.name().contains("___");
      Line line = placed(
              column,
              name,
              meaning.name(),
              checkbox ? "name; a box that is checked or not" : "name, and known codes")
          .missing(column.missingDates().stream()
              .filter(ColumnProfile::isMissingText)
              .toList());
      if (checkbox) {
        return line.codes("1=?;0=").rows("", "multifactorial");
      }
      boolean same = texts.stream()
          .allMatch(text -> Vocabulary.code(meaning, text).filter(text::equals).isPresent()
              && isWord(text, meaning));
      return same ? line : line.codes(codes(texts, meaning));
    }

    private static boolean isWord(String text, Meaning meaning) {
      return meaning.kind() == Meaning.Kind.FLAG || !text.matches("[0-9.,-]+");
    }

    private static String codes(List<String> texts, Meaning meaning) {
      return texts.stream()
          .map(text -> Vocabulary.escaped(text) + "="
              + (isWord(text, meaning) ? Vocabulary.code(meaning, text).orElse("?") : "?"))
          .collect(Collectors.joining(";"));
    }

    private Line severity(ColumnProfile column) {
      Line line = plain(column, "event_severity", "name");
      return column.liesIn(1, 5)
          ? plain(column, "event_severity", "name; grades 1 to 5 of adverse events")
              .codes("1=mild;2=moderate;3=severe;4=life_threatening;5=fatal")
          : line.codes(codes(column.texts(), Meaning.known("event_severity")));
    }

    private Line date(ColumnProfile column, ColumnName name, String means) {
      List<String> missing = column.missingDates();
      List<String> patterns = column.datePatterns();
      if (patterns.isEmpty() && column.isExcelDate()) {
        return placed(column, name, means, "name, and days counted by a spreadsheet")
            .dates("excel")
            .missing(missing);
      }
      if (patterns.isEmpty()) {
        return notUnderstood(column, ": the name of " + means + ", but no one way to write dates");
      }
      boolean decided = patterns.size() == 1 || isOneOrder(patterns);
      return placed(
              column,
              name,
              means,
              decided ? "name, and dates written in one way" : "name; day or month first?")
          .dates(decided ? patterns.get(0) : "?" + String.join(" or ", patterns))
          .missing(missing);
    }

    /** Names of months and years first leave no choice; two digits of a year may. */
    private static boolean isOneOrder(List<String> patterns) {
      return patterns.stream()
              .map(pattern -> pattern.replaceAll("[^dMy]", "").charAt(0))
              .distinct()
              .count()
          == 1;
    }

    private Line time(ColumnProfile column, ColumnName name, String means) {
      String label = means;
      if (column.isDate() || column.isExcelDate()) {
        return date(column, name, label + "_date");
      }
      List<String> missing = column.missing(0, LONGEST_DAYS);
      boolean flag = column.allTexts(
          text -> Vocabulary.code(Meaning.known("arthroplasty"), text).isPresent());
      if (flag && name.unit().isEmpty()) {
        return means.equals("arthroplasty")
            ? codes(column, name, Meaning.known("arthroplasty"))
            : Line.of(
                this.name, column.name(), IGNORED, "says whether, but not when; name a date too");
      }
      if (!isNumericBut(column, missing)) {
        return notUnderstood(column, ": the name of " + means + ", but no date and no number");
      }
      return placed(column, name, label + "_day", "name, and numbers from the first treatment on")
          .unit(name.unit().isEmpty() ? "?days, weeks, months or years" : name.unit())
          .missing(missing);
    }

    private Line stage(ColumnProfile column, ColumnName name, String means) {
      List<String> texts = column.texts();
      List<String> missing =
          column.missingDates().stream().filter(ColumnProfile::isMissingText).toList();
      boolean steinberg = column.allTexts(text -> Vocabulary.steinberg(text).isPresent());
      List<String> fits = new ArrayList<>();
      if (steinberg && (means.equals("stage") || means.equals("steinberg_stage"))) {
        fits.add("steinberg_stage");
      }
      for (StageSystem system : StageSystem.values()) {
        boolean named = means.equals("stage") || (Meaning.STAGE + system.code()).startsWith(means);
        if (named && column.allTexts(text -> system.canonical(text).isPresent())) {
          fits.add(Meaning.STAGE + system.code());
        }
      }
      Optional<Side> side = name.side();
      boolean numbers = means.equals("stage") && column.isNumeric();
      if (numbers) {
        fits.clear();
      }
      if (fits.size() == 1) {
        String only = fits.get(0);
        Line line = Line.of(this.name, column.name(), only, "name, and stages of this system only");
        return line.when(Optional.empty(), side).missing(missing);
      }
      if (fits.isEmpty() && column.isCategorical()) {
        String system = switch (means) {
          case "stage" -> "?steinberg_stage";
          case "stage:arco" -> "?stage:arco1994 or stage:arco2019";
          case "stage:jic" -> "?stage:jic_stage or stage:jic_type";
          default -> means;
        };
        return Line.of(this.name, column.name(), system, "name; what do the codes mean?")
            .codes(texts.stream()
                .map(text -> Vocabulary.escaped(text) + "=?")
                .collect(Collectors.joining(";")))
            .when(Optional.empty(), side)
            .missing(missing);
      }
      return Line.of(
              this.name,
              column.name(),
              "?" + String.join(" or ", fits),
              "name; the stages fit several systems")
          .when(Optional.empty(), side)
          .missing(missing);
    }

    private Line visit(ColumnProfile column, ColumnName name) {
      Meaning meaning = Meaning.known(Meaning.VISIT);
      boolean months = name.unit().equals("months")
          || name.bare().matches("(.* )?(months?|mois|monate?|mes)")
          || (column.isNumeric()
              && column.texts().stream()
                      .filter(text ->
                          List.of("6", "12", "24", "6.0", "12.0", "24.0").contains(text))
                      .count()
                  > 1);
      if (column.isNumeric() && months) {
        return plain(column, Meaning.VISIT, "name, and numbers of months").unit("months");
      }
      if (!column.isCategorical()) {
        return column.isDate()
            ? date(column, name, "visit_date")
            : notUnderstood(column, ": the name of a visit, but too many codes");
      }
      boolean same = column.texts().stream().allMatch(text -> text.matches("BL|UNS|M[0-9]{1,4}"));
      Line line = plain(column, Meaning.VISIT, "name, and known moments");
      return same ? line : line.codes(codes(column.texts(), meaning));
    }

    private Line condition(ColumnProfile column, String note) {
      return Line.of(this.name, column.name(), Meaning.CONDITION, note);
    }

    private List<Line> operation(ColumnProfile column) {
      return List.of(
          column.isCategorical()
              ? condition(column, "tells what was done; chooses rows of the date")
              : notUnderstood(column, ": the name of an operation, but too many codes"));
    }

    /** The date of an operation means what the kind of the operation says. */
    private List<Line> operationDates(ColumnProfile column, ColumnName name, String means) {
      Optional<ColumnProfile> kind = columns.values().stream()
          .filter(ColumnProfile::isCategorical)
          .filter(other ->
              ColumnName.of(other.name()).meaning().filter(OPERATION::equals).isPresent()
                  && ColumnName.of(other.name()).number().equals(name.number()))
          .findFirst();
      if (kind.isEmpty() || means.equals("index_date")) {
        return List.of(date(column, name, "index_date"));
      }
      List<String> texts = kind.get().texts();
      List<String> arthroplasties = matching(texts, ARTHROPLASTY);
      List<String> decompressions = matching(texts, DECOMPRESSION);
      List<String> injections = matching(texts, INJECTION);
      List<Line> lines = new ArrayList<>();
      List<String> index = texts.stream()
          .filter(text -> !arthroplasties.contains(text)
              && (decompressions.contains(text) || injections.contains(text)))
          .toList();
      String of = Vocabulary.escaped(kind.get().name());
      boolean open = texts.size() > arthroplasties.size() + index.size();
      String others = texts.stream()
          .filter(text -> !arthroplasties.contains(text) && !index.contains(text))
          .map(text -> "?" + Vocabulary.escaped(text))
          .collect(Collectors.joining("|"));
      String known = index.isEmpty() ? "" : joined(index);
      Line date = date(column, name, "index_date");
      lines.add(date.rows(
              of + "=" + known + (known.isEmpty() || !open ? "" : "|") + others, "first")
          .means("index_date", "the first operation of these kinds" + (open ? ": which?" : "")));
      lines.add(
          date.rows(of + "=" + (arthroplasties.isEmpty() ? "?" : joined(arthroplasties)), "first")
              .means("arthroplasty_date", "the first replacement"));
      addTreatment(lines, date, of, "decompression_date", decompressions, arthroplasties);
      addTreatment(lines, date, of, "injection_date", injections, arthroplasties);
      return lines;
    }

    private static void addTreatment(
        List<Line> lines,
        Line date,
        String column,
        String means,
        List<String> texts,
        List<String> excluded) {
      List<String> own = texts.stream().filter(text -> !excluded.contains(text)).toList();
      if (!own.isEmpty()) {
        lines.add(date.rows(column + "=" + joined(own), "").means(means, "kind of the operation"));
      }
    }

    private static String joined(List<String> texts) {
      return texts.stream().map(Vocabulary::escaped).collect(Collectors.joining("|"));
    }

    private static List<String> matching(List<String> texts, Pattern pattern) {
      return texts.stream()
          .filter(text -> pattern.matcher(Vocabulary.plain(text)).matches())
          .toList();
    }

    /** Of two columns with one meaning the first counts; forms have a key each. */
    private static List<Line> withoutDoubles(List<Line> lines) {
      Map<String, String> seen = new LinkedHashMap<>();
      List<Line> kept = new ArrayList<>();
      for (Line line : lines) {
        String key =
            line.means() + "|" + line.visit() + "|" + line.side() + "|" + line.conditions();
        boolean once = line.means().equals(IGNORED)
            || line.means().equals(Meaning.CONDITION)
            || line.means().equals(Meaning.SIDE)
            || line.several().equals("multifactorial")
            || !line.conditions().isEmpty();
        String first = once ? null : seen.putIfAbsent(key, line.column());
        kept.add(
            first == null
                ? line
                : Line.of(
                    line.source(),
                    line.column(),
                    IGNORED,
                    "not understood: column " + first + " has the same meaning"));
      }
      return kept;
    }
  }

  @Override
  public String toString() {
    return "Inspection{" + lines.size() + " lines, " + undecided().size() + " undecided}";
  }
}
