package io.github.avnfh.core.dictionary;

import io.github.avnfh.core.Instrument;
import io.github.avnfh.core.csv.CsvInput;
import io.github.avnfh.core.csv.Problems;
import java.nio.charset.Charset;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the columns of one table mean, by their names, their values and one another. */
final class TableInspection {
  private static final String OPERATION = "operation";
  private static final String OP_DATE = "op_date";
  private static final Pattern ARTHROPLASTY = Pattern.compile(
      ".*\\b(thr|tha|thp|pth|ptc|h?tep|atc|\\w*arthroplast\\w*|prothes\\w*|replace\\w*|total hip|protesis|endoprothes\\w*|artroplastia)\\b.*");
  private static final Pattern INDEX = Pattern.compile(
      ".*\\b(index|primary|primar\\w*|initial\\w*|erst\\w*|premiere?|primera|inicial)\\b.*");
  private static final Pattern DECOMPRESSION =
      Pattern.compile(".*(decompress|\\bcd\\b|forage|anbohrung|core|drill|descompres).*");
  private static final Pattern INJECTION = Pattern.compile(
      ".*(inj|inyec|cell|bmac|stem|concentrat|infiltr|prp|marrow|zell|moelle|medula).*");
  private static final Pattern ASPIRATION =
      Pattern.compile(".*(aspirat|aspirac|punktion|ponction|puncion|harvest|entnahme|بزل|سحب).*");
  private static final Pattern PREPARATION =
      Pattern.compile(".*(prepar|aufbereit|process|centrifug|zentrifug|تحضير).*");

  private final String name;
  private final List<Instrument> instruments;
  private final ColumnProposals proposals;
  private final Map<String, ColumnProfile> columns = new LinkedHashMap<>();
  private final Optional<String> charset;
  private final long rows;

  /** The column that tells what was done, of a table whose other columns tell how. */
  private final Optional<ColumnProfile> treatments;

  TableInspection(CsvInput input, List<Instrument> instruments) {
    this.name = input.name();
    this.instruments = instruments;
    this.proposals = new ColumnProposals(name, instruments, this::has);
    CsvInput plain = input.withUnknownIgnored();
    long passed = profile(plain);
    this.charset = plain.likelyCharset();
    if (charset.isPresent()) {
      columns.clear();
      passed =
          profile(plain.withFormat(plain.format().withCharset(Charset.forName(charset.get()))));
    }
    this.rows = passed;
    this.treatments = findTreatments();
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
        .filter(column ->
            !ColumnName.of(column.name()).meaning().filter("birth_date"::equals).isPresent())
        .flatMap(column -> column.months().stream())
        .toList();
  }

  List<ProposedLine> lines() {
    List<ProposedLine> lines = new ArrayList<>();
    boolean comma = columns.values().stream().anyMatch(ColumnProfile::hasDecimalComma)
        && columns.values().stream().noneMatch(ColumnProfile::hasDecimalPoint);
    if (comma || charset.isPresent()) {
      String codes = charset.map(set -> "charset=" + set + (comma ? ";" : "")).orElse("")
          + (comma ? "decimal=," : "");
      lines.add(ProposedLine.of(
              name,
              "",
              Meaning.SOURCE,
              "how the file is written" + (charset.isPresent() ? ": the likely character set" : ""))
          .codes(codes));
    }
    for (ColumnProfile column : columns.values()) {
      lines.addAll(propose(column));
    }
    return withoutDoubles(lines);
  }

  private boolean has(String meaning) {
    return columns.values().stream()
        .anyMatch(column -> meaning(column, ColumnName.of(column.name())).equals(meaning));
  }

  /** Returns what name, values or code of a column mean, empty where they mean nothing. */
  private String meaning(ColumnProfile column, ColumnName name) {
    String means =
        name.meaning().or(() -> byValues(column)).or(() -> byCode(name)).orElse("");
    if (means.equals(OPERATION) && (column.isDate() || column.isExcelDate())) {
      return OP_DATE;
    }
    return ColumnProposals.isOfVisits(column, means) ? Meaning.VISIT : means;
  }

  private List<ProposedLine> propose(ColumnProfile column) {
    ColumnName name = ColumnName.of(column.name());
    if (!column.isEmpty() && treatments.isPresent() && name.detail().isPresent()) {
      return List.of(ofTreatment(proposals.detail(column, name, name.detail().get())));
    }
    String means = meaning(column, name);
    if (means.startsWith("ignored:") || means.equals(Meaning.CONDITION)) {
      return List.of(ProposedLine.of(
          this.name,
          column.name(),
          means.startsWith("ignored:") ? Meaning.IGNORED : means,
          means.equals("ignored:personal")
              ? "tells who the patient is"
              : means.equals("ignored:remark") ? "free text" : "part of the form"));
    }
    if (column.isEmpty()) {
      return List.of(empty(column, name, means));
    }
    return switch (means) {
      case "" -> List.of(proposals.notUnderstood(column, ""));
      case OP_DATE, "index_date" -> operationDates(column, name, means);
      case OPERATION -> operation(column);
      default -> List.of(proposals.line(column, name, means));
    };
  }

  /** An event that has a column and no cell did not happen. */
  private ProposedLine empty(ColumnProfile column, ColumnName name, String means) {
    return List.of("arthroplasty", "death", "lost").contains(means)
        ? ProposedLine.of(
                this.name, column.name(), means + "_day", "holds nothing, so that there was none")
            .when(Optional.empty(), means.equals("arthroplasty") ? name.side() : Optional.empty())
            .missing(column.missingDates())
        : ProposedLine.of(this.name, column.name(), Meaning.IGNORED, "holds nothing");
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

  private ProposedLine condition(ColumnProfile column, String note) {
    return ProposedLine.of(name, column.name(), Meaning.CONDITION, note);
  }

  private List<ProposedLine> operation(ColumnProfile column) {
    if (!column.isCategorical()) {
      return List.of(
          proposals.notUnderstood(column, ": the name of an operation, but too many codes"));
    }
    ProposedLine choice = condition(column, "tells what was done; chooses rows of the date");
    if (treatments.filter(column::equals).isEmpty()) {
      return List.of(choice);
    }
    String codes = column.texts().stream()
        .filter(text -> !others(column).contains(text))
        .map(text -> Vocabulary.escaped(text) + "=" + procedure(text).orElse("?"))
        .collect(Collectors.joining(";"));
    return List.of(
        choice,
        ofTreatment(ProposedLine.of(
                name, column.name(), "procedure", "name, and columns with details of treatments")
            .codes(codes)));
  }

  /** An injection is told from others of its hip by a number, without which only dates are read. */
  private Optional<ColumnProfile> findTreatments() {
    List<String> details = columns.values().stream()
        .filter(column -> !column.isEmpty())
        .flatMap(column -> ColumnName.of(column.name()).detail().stream())
        .toList();
    return columns.values().stream()
        .filter(column -> !details.isEmpty()
            && column.isCategorical()
            && meaning(column, ColumnName.of(column.name())).equals(OPERATION)
            && others(column).size() < column.texts().size()
            && (details.contains("injection_number")
                || column.texts().stream()
                    .flatMap(text -> procedure(text).stream())
                    .noneMatch("injection"::equals)))
        .findFirst();
  }

  /** The kinds of operation that are no treatments; bare numbers may be any. */
  private static List<String> others(ColumnProfile column) {
    return column.texts().stream()
        .filter(text -> procedure(text).isEmpty() && !text.matches("[0-9]+"))
        .toList();
  }

  private static Optional<String> procedure(String text) {
    String plain = Vocabulary.plain(text);
    if (ARTHROPLASTY.matcher(plain).matches()) {
      return Optional.empty();
    }
    Optional<String> known = Vocabulary.code(Meaning.known("procedure"), text);
    if (known.isPresent()) {
      return known;
    }
    if (ASPIRATION.matcher(plain).matches()) {
      return Optional.of("aspiration");
    }
    if (PREPARATION.matcher(plain).matches()) {
      return Optional.of("preparation");
    }
    boolean decompressed = DECOMPRESSION.matcher(plain).matches();
    boolean injected = INJECTION.matcher(plain).matches();
    return decompressed == injected
        ? Optional.empty()
        : Optional.of(decompressed ? "decompression" : "injection");
  }

  /** A line about treatments applies to rows of these only. */
  private ProposedLine ofTreatment(ProposedLine line) {
    ColumnProfile kind = treatments.orElseThrow();
    List<String> others = others(kind);
    List<String> own =
        kind.texts().stream().filter(text -> !others.contains(text)).toList();
    return others.isEmpty()
        ? line
        : line.rows(Vocabulary.escaped(kind.name()) + "=" + joined(own), "");
  }

  /** The date of an operation means what the kind of the operation says. */
  private List<ProposedLine> operationDates(ColumnProfile column, ColumnName name, String means) {
    Optional<ColumnProfile> kind = columns.values().stream()
        .filter(ColumnProfile::isCategorical)
        .filter(other -> meaning(other, ColumnName.of(other.name())).equals(OPERATION)
            && ColumnName.of(other.name()).number().equals(name.number()))
        .findFirst();
    if (kind.isEmpty() || means.equals("index_date")) {
      return List.of(proposals.date(column, name, "index_date"));
    }
    List<String> texts = kind.get().texts();
    List<String> arthroplasties = matching(texts, ARTHROPLASTY);
    List<String> decompressions = matching(texts, DECOMPRESSION);
    List<String> injections = matching(texts, INJECTION);
    List<ProposedLine> lines = new ArrayList<>();
    List<String> index = texts.stream()
        .filter(text -> !arthroplasties.contains(text)
            && (decompressions.contains(text)
                || injections.contains(text)
                || INDEX.matcher(Vocabulary.plain(text)).matches()))
        .toList();
    String of = Vocabulary.escaped(kind.get().name());
    boolean open = texts.size() > arthroplasties.size() + index.size();
    String others = texts.stream()
        .filter(text -> !arthroplasties.contains(text) && !index.contains(text))
        .map(text -> "?" + Vocabulary.escaped(text))
        .collect(Collectors.joining("|"));
    String known = index.isEmpty() ? "" : joined(index);
    ProposedLine date = proposals.date(column, name, "index_date");
    lines.add(date.rows(of + "=" + known + (known.isEmpty() || !open ? "" : "|") + others, "first")
        .means("index_date", "the first operation of these kinds" + (open ? ": which?" : "")));
    if (!arthroplasties.isEmpty() || !hasArthroplastyDates()) {
      lines.add(
          date.rows(of + "=" + (arthroplasties.isEmpty() ? "?" : joined(arthroplasties)), "first")
              .means("arthroplasty_date", "the first replacement"));
    }
    if (treatments.isPresent()) {
      lines.add(ofTreatment(date.means("procedure_date", "kind of the treatment")));
    } else {
      addTreatment(lines, date, of, "decompression_date", decompressions, arthroplasties);
      addTreatment(lines, date, of, "injection_date", injections, arthroplasties);
    }
    return lines;
  }

  private boolean hasArthroplastyDates() {
    return columns.values().stream()
        .anyMatch(column -> column.isDate()
            && meaning(column, ColumnName.of(column.name())).equals("arthroplasty"));
  }

  private static void addTreatment(
      List<ProposedLine> lines,
      ProposedLine date,
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
  private static List<ProposedLine> withoutDoubles(List<ProposedLine> lines) {
    Map<String, String> seen = new LinkedHashMap<>();
    List<ProposedLine> kept = new ArrayList<>();
    for (ProposedLine line : lines) {
      String key = line.key();
      boolean once = line.means().equals(Meaning.IGNORED)
          || line.means().equals(Meaning.CONDITION)
          || line.means().equals(Meaning.SIDE)
          || line.several().equals("multifactorial")
          || !line.conditions().isEmpty();
      String first = once ? null : seen.putIfAbsent(key, line.column());
      kept.add(
          first == null
              ? line
              : ProposedLine.of(
                  line.source(),
                  line.column(),
                  Meaning.IGNORED,
                  "not understood: column " + first + " has the same meaning"));
    }
    return kept;
  }

  String name() {
    return name;
  }

  /** Returns the number of rows below the header. */
  long rows() {
    return rows;
  }
}
