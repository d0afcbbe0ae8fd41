package io.github.avnfh.core.dictionary;

import io.github.avnfh.core.Side;
import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.csv.CsvFormat;
import io.github.avnfh.core.csv.CsvInput;
import io.github.avnfh.core.csv.CsvOutput;
import io.github.avnfh.core.csv.CsvRow;
import io.github.avnfh.core.csv.Problems;
import io.github.avnfh.core.internal.Quoted;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the columns of one or several tables mean, line by line, as data and as a CSV file that a
 * person edits in a spreadsheet.
 *
 * <p>The file has the columns {@code source, column, means, visit, side, codes, missing, unit,
 * dates, rows, several, note}, which the README of this module explains. Every column of a source
 * has a line, if only one that says {@code ignored}. What is written reads back to an equal
 * dictionary.
 *
 * <pre>{@code
 * Dictionary dictionary = Dictionary.parse("dictionary.csv", """
 *     source,column,means,visit,side,codes,dates
 *     hips.csv,Nr,patient,,,,
 *     hips.csv,Sexe,sex,,,H=M;F=F,
 *     hips.csv,Age,age_years,,,,
 *     hips.csv,Hanche,side,,,G=L;D=R,
 *     hips.csv,Date inj.,index_date,,,,dd/MM/yyyy
 *     hips.csv,EVA 6 mois,score:vas,M6,,,
 *     """);
 * byte[] table = "Nr;Sexe;Age;Hanche;Date inj.;EVA 6 mois\n1;H;31;G;17/02/2022;3.5\n"
 *     .getBytes(StandardCharsets.UTF_8);
 * Cohort read = CohortReader.with(dictionary)
 *     .read(name -> Optional.of(new ByteArrayInputStream(table)))
 *     .orThrow();
 * read.hips().get(0).visits().get(0).scores().get(0).points(); // 3.5
 * dictionary.equals(Dictionary.parse("copy.csv", dictionary.text())); // true
 * }</pre>
 */
public final class Dictionary {
  /** The version of the format that this library reads and writes. */
  public static final int VERSION = 1;

  static final String SOURCE = "source";
  static final String COLUMN = "column";
  static final String MEANS = "means";
  static final String VISIT = "visit";
  static final String SIDE = "side";
  static final String CODES = "codes";
  static final String MISSING = "missing";
  static final String UNIT = "unit";
  static final String DATES = "dates";
  static final String ROWS = "rows";
  static final String SEVERAL = "several";
  static final String NOTE = "note";
  static final List<String> COLUMNS =
      List.of(SOURCE, COLUMN, MEANS, VISIT, SIDE, CODES, MISSING, UNIT, DATES, ROWS, SEVERAL, NOTE);

  private static final String FIRST = "first";
  private static final String LAST = "last";
  private static final Pattern PAIRS = Pattern.compile("(?<!\\\\);");
  private static final Pattern EQUALS = Pattern.compile("(?<!\\\\)=");
  private static final Pattern CHOICES = Pattern.compile("(?<!\\\\)\\|");

  private final List<DictionaryLine> lines;

  private Dictionary(List<DictionaryLine> lines) {
    this.lines = lines;
  }

  /**
   * Returns a dictionary.
   *
   * @param lines the lines in their order
   * @return the dictionary
   */
  public static Dictionary of(List<DictionaryLine> lines) {
    Objects.requireNonNull(lines, "lines");
    lines.forEach(line -> Objects.requireNonNull(line, "line"));
    return new Dictionary(List.copyOf(lines));
  }

  /**
   * Reads a dictionary from a CSV file.
   *
   * @param file the file
   * @return the dictionary
   * @throws CohortFormatException if a line is refused; it carries all problems with their lines
   * @throws UncheckedIOException if the file cannot be read
   */
  public static Dictionary read(Path file) {
    try {
      return parsed(String.valueOf(file.getFileName()), Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException("dictionary [file] must be readable", e);
    }
  }

  /**
   * Reads a dictionary from the text of a CSV file.
   *
   * @param name the name that problems use
   * @param text the text
   * @return the dictionary
   * @throws CohortFormatException if a line is refused; it carries all problems with their lines
   */
  public static Dictionary parse(String name, String text) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(text, "text");
    return parsed(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private static Dictionary parsed(String name, byte[] bytes) {
    CsvInput probe = input(name, bytes, StandardCharsets.UTF_8);
    probe.forEachPassingRow(new Problems(), row -> {});
    Charset charset = probe.likelyCharset().map(Charset::forName).orElse(StandardCharsets.UTF_8);
    Problems problems = new Problems();
    List<DictionaryLine> lines = new ArrayList<>();
    long rows =
        input(name, bytes, charset).forEachRow(problems, row -> line(row).ifPresent(lines::add));
    if (rows == 0 && problems.isEmpty()) {
      input(name, bytes, charset).reportNoRows(problems);
    }
    if (!problems.isEmpty()) {
      throw new CohortFormatException(problems.list());
    }
    return new Dictionary(List.copyOf(lines));
  }

  private static CsvInput input(String name, byte[] bytes, Charset charset) {
    return CsvInput.of(
            name,
            new ByteArrayInputStream(bytes),
            CsvFormat.withDefaults().withCharset(charset).withStrict(true))
        .withRequired(List.of(SOURCE, COLUMN, MEANS))
        .withOptional(COLUMNS.subList(3, COLUMNS.size()));
  }

  private static Optional<DictionaryLine> line(CsvRow row) {
    Optional<String> means = row.required(MEANS, Dictionary::meaning);
    String text = means.orElse("");
    if (text.equals(Meaning.VERSION)) {
      row.optional(CODES, Dictionary::version);
      return Optional.empty();
    }
    Optional<String> source = row.required(SOURCE, name -> name);
    if (!row.isSound()) {
      return Optional.empty();
    }
    Meaning meaning = Meaning.known(text);
    DictionaryLine.Builder line =
        DictionaryLine.builder(source.orElseThrow(), row.text(COLUMN).orElse(""), text);
    line.visit(row.optional(VISIT, Timepoint::parse))
        .side(row.optional(SIDE, Side::parse))
        .putAllCodes(row.optional(CODES, codes -> codes(meaning, codes)).orElse(Map.of()))
        .addAllMissing(row.text(MISSING).map(Dictionary::list).orElse(List.of()))
        .unit(row.optional(UNIT, unit -> unit(meaning, unit)).orElse(""))
        .addAllDates(row.optional(DATES, Dictionary::dates).orElse(List.of()))
        .addAllRows(row.optional(ROWS, Dictionary::conditions).orElse(List.of()))
        .several(row.optional(SEVERAL, several -> several(meaning, several)).orElse(""))
        .note(row.text(NOTE).orElse(""));
    check(row, meaning);
    return row.isSound() ? Optional.of(line.build()) : Optional.empty();
  }

  private static void check(CsvRow row, Meaning meaning) {
    boolean constant = row.isEmpty(COLUMN);
    if (constant && row.isEmpty(CODES)) {
      row.report(
          COLUMN, "is empty; a column, or a constant as in =M6 in column codes, was expected");
    }
    if (meaning.kind() == Meaning.Kind.DATE && row.isEmpty(DATES) && !constant) {
      row.report(DATES, "is empty; the way in which the column writes dates was expected");
    }
    if (!row.isEmpty(VISIT)
        && meaning.level() != Meaning.Level.VISIT
        && meaning.level() != Meaning.Level.IMAGES) {
      row.report(VISIT, "has no place with this meaning; an empty cell was expected");
    }
    if (!row.isEmpty(SIDE)
        && meaning.level() != Meaning.Level.HIP
        && meaning.level() != Meaning.Level.VISIT
        && meaning.level() != Meaning.Level.IMAGES) {
      row.report(SIDE, "has no place with this meaning; an empty cell was expected");
    }
  }

  private static String meaning(String text) {
    if (text.startsWith(Meaning.UNDECIDED)) {
      throw new IllegalArgumentException("is still undecided; a meaning was expected, or ignored");
    }
    if (Meaning.of(text).isEmpty()) {
      throw new IllegalArgumentException(Quoted.of(text)
          + " is no meaning; one of " + String.join(", ", Meaning.names())
          + ", or score: with the code of an instrument was expected");
    }
    return text;
  }

  private static String version(String text) {
    if (!text.equals(Integer.toString(VERSION))) {
      throw new IllegalArgumentException(
          "version of a dictionary [number] must be " + VERSION + ", but was another");
    }
    return text;
  }

  private static Map<String, String> codes(Meaning meaning, String text) {
    Map<String, String> codes = new LinkedHashMap<>();
    for (String pair : PAIRS.split(text, -1)) {
      String[] sides = EQUALS.split(pair, 2);
      if (sides.length < 2) {
        throw new IllegalArgumentException(Quoted.of(pair.strip())
            + " is no code with its meaning; pairs as in 1=L;2=R were expected");
      }
      String code = plain(sides[0]);
      if (codes.put(code, target(meaning, plain(sides[1]))) != null) {
        throw new IllegalArgumentException(
            "code " + Quoted.of(code) + " comes twice; each code once was expected");
      }
    }
    return codes;
  }

  /** Returns the code of the cohort's files that a person named, perhaps by another name. */
  private static String target(Meaning meaning, String text) {
    if (text.startsWith(Meaning.UNDECIDED)) {
      throw new IllegalArgumentException(
          "holds codes that are still undecided; for each '?' one of "
              + Vocabulary.expected(meaning) + " was expected, or nothing for a missing value");
    }
    boolean coded = meaning.kind() == Meaning.Kind.CODE || meaning.kind() == Meaning.Kind.FLAG;
    if (!coded || text.isEmpty()) {
      return text;
    }
    return Vocabulary.code(meaning, text)
        .orElseThrow(() -> new IllegalArgumentException(Quoted.of(text) + " is no code of "
            + meaning.name() + "; one of " + Vocabulary.expected(meaning) + " was expected"));
  }

  private static String unit(Meaning meaning, String text) {
    if (Units.factor(meaning, text).isEmpty()) {
      throw new IllegalArgumentException(Quoted.of(text) + " is no unit of " + meaning.name() + "; "
          + Units.expected(meaning) + " was expected");
    }
    return text;
  }

  private static List<String> dates(String text) {
    List<String> patterns =
        List.of(CHOICES.split(text, -1)).stream().map(String::strip).toList();
    patterns.forEach(DatePattern::parse);
    return patterns;
  }

  private static String several(Meaning meaning, String text) {
    return text.equals(FIRST) || text.equals(LAST) ? text : target(meaning, text);
  }

  private static List<String> list(String text) {
    return List.of(PAIRS.split(text, -1)).stream()
        .map(Dictionary::plain)
        .filter(code -> !code.isEmpty())
        .toList();
  }

  private static List<DictionaryLine.Condition> conditions(String text) {
    List<DictionaryLine.Condition> conditions = new ArrayList<>();
    for (String pair : PAIRS.split(text, -1)) {
      String[] sides = EQUALS.split(pair, 2);
      if (sides.length < 2) {
        throw new IllegalArgumentException(
            "is no condition; a column and its texts as in form=visit;event=a|b were expected");
      }
      if (Arrays.stream(CHOICES.split(sides[1], -1))
          .anyMatch(choice -> choice.strip().startsWith(Meaning.UNDECIDED))) {
        throw new IllegalArgumentException(
            "holds rows that are still undecided; the texts of the column were expected");
      }
      boolean excludes = sides[0].endsWith("!");
      String column = plain(excludes ? sides[0].substring(0, sides[0].length() - 1) : sides[0]);
      List<String> texts =
          List.of(CHOICES.split(sides[1], -1)).stream().map(Dictionary::plain).toList();
      conditions.add(new DictionaryLine.Condition(column, excludes, texts));
    }
    return conditions;
  }

  private static String plain(String escaped) {
    return escaped.strip().replaceAll("\\\\([;=|\\\\])", "$1");
  }

  /**
   * Returns the lines.
   *
   * @return the lines in their order
   */
  public List<DictionaryLine> lines() {
    return lines;
  }

  /**
   * Returns the sources that the lines name.
   *
   * @return their names in the order of first appearance
   */
  public List<String> sources() {
    return lines.stream().map(DictionaryLine::source).distinct().toList();
  }

  List<DictionaryLine> linesOf(String source) {
    return lines.stream().filter(line -> line.source().equals(source)).toList();
  }

  /** Returns how a source is written, as its line says. */
  CsvFormat format(String source, CsvFormat otherwise) {
    CsvFormat format = otherwise.withStrict(false);
    for (DictionaryLine line : linesOf(source)) {
      if (line.means().equals(Meaning.SOURCE)) {
        String charset = line.codes().getOrDefault("charset", "");
        format = charset.isEmpty() ? format : format.withCharset(charset(charset));
        String decimal = line.codes().getOrDefault("decimal", ".");
        format = format.withDecimalComma(decimal.equals(",") || decimal.equals("comma"));
      }
    }
    return format;
  }

  private static Charset charset(String name) {
    try {
      return Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw new IllegalArgumentException(
          "character set of a source [name] must be a known one, but was " + Quoted.of(name), e);
    }
  }

  /**
   * Returns this dictionary with the lines of one source under another name.
   *
   * @param source the name of a source
   * @param other the name of the file that has the same columns
   * @return the dictionary
   */
  public Dictionary withSource(String source, String other) {
    return new Dictionary(lines.stream()
        .map(line -> line.source().equals(source) ? line.withSource(other) : line)
        .toList());
  }

  /**
   * Returns the dictionary as the text of a CSV file.
   *
   * @return the text, comma-separated, {@code \n} at the line ends
   */
  public String text() {
    CsvOutput csv = CsvOutput.withHeader(COLUMNS.toArray(String[]::new));
    csv.row("", "", Meaning.VERSION, "", "", Integer.toString(VERSION), "", "", "", "", "", "");
    for (DictionaryLine line : lines) {
      csv.row(
          line.source(),
          line.column(),
          line.means(),
          line.visit().map(Timepoint::code).orElse(""),
          line.side().map(Side::code).orElse(""),
          line.codes().entrySet().stream()
              .map(code ->
                  Vocabulary.escaped(code.getKey()) + "=" + Vocabulary.escaped(code.getValue()))
              .collect(Collectors.joining(";")),
          line.missing().stream().map(Vocabulary::escaped).collect(Collectors.joining(";")),
          line.unit(),
          String.join("|", line.dates()),
          line.rows().stream().map(DictionaryLine.Condition::text).collect(Collectors.joining(";")),
          line.several(),
          line.note());
    }
    return csv.text();
  }

  /**
   * Writes the dictionary as a CSV file in UTF-8, whole before it takes the place of another.
   *
   * @param file the file, which is replaced; its folder is made if it is not there
   * @throws UncheckedIOException if it cannot be written, or its place holds a link, a device or a
   *     folder
   */
  public void write(Path file) {
    Path place = Objects.requireNonNull(file, "file").toAbsolutePath();
    Path name = place.getFileName();
    Path folder = place.getParent();
    try {
      if (name == null || folder == null) {
        throw new FileAlreadyExistsException(place.toString(), null, "is no regular file");
      }
      StagedFiles.replace(folder, List.of(name.toString()), Map.of(name.toString(), text()));
    } catch (IOException e) {
      throw new UncheckedIOException("dictionary [file] must be writable", e);
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Dictionary dictionary && dictionary.lines.equals(lines);
  }

  @Override
  public int hashCode() {
    return lines.hashCode();
  }

  @Override
  public String toString() {
    return "Dictionary{" + sources().size() + " sources, " + lines.size() + " lines}";
  }
}
