package io.github.avnfh.core.audit;

import io.github.avnfh.core.csv.CsvInput;
import io.github.avnfh.core.csv.CsvRow;
import io.github.avnfh.core.csv.Problems;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the printed numbers of a paper from CSV, a row per claim.
 *
 * <p>Columns {@code id, section, quantity, kind, printed} are required; {@code arm, time, sd, min,
 * max, q1, q3, count, of, unit, low, high, step, basis} may be there. Lines that begin with
 * {@code #} are comments, before the header too. The columns hold what {@link Claim} says under the
 * same names; {@code of} holds several totals with {@code |} between them where the paper leaves
 * open which it is, or the id of a printed count in a row above. Numbers are taken as papers print
 * them: {@code .15}, {@code 50%}, {@code 1,250} where the comma is no decimal sign; p values also
 * as {@code NS} (0.05 or more) and {@code p<.05}. Cells that do not belong to the kind of a row are
 * empty.
 *
 * <pre>{@code
 * String table = """
 *     id,section,quantity,kind,printed,count,of,unit,basis
 *     mri-improved,MRI,hips improved,percent,32.7,19,58,hips,
 *     mri-stable,MRI,hips stable,percent,46.5,27,58,hips,
 *     mri-sum,MRI,improved or stable,relation,,,,,mri-improved + mri-stable = 46
 *     """;
 * InputStream file = new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8));
 * Problems problems = new Problems();
 * Paper paper = PaperReader.read(CsvInput.of("paper.csv", file, CsvFormat.withDefaults()), problems);
 * problems.isEmpty();    // true
 * paper.claims().size(); // 3
 * }</pre>
 */
public final class PaperReader {
  private static final String ID = "id";
  private static final String KIND = "kind";
  private static final String PRINTED = "printed";
  private static final String BASIS = "basis";
  private static final int MOST_DIGITS = 9;
  private static final Pattern THOUSANDS = Pattern.compile("[-−]?[1-9][0-9]{0,2}(,[0-9]{3})+");
  private static final Pattern BARE = Pattern.compile("([-−]?)([0-9]*[.]?[0-9]+)\\s*%?");

  private final boolean decimalComma;
  private final Map<String, CsvRow> rows = new LinkedHashMap<>();
  private final List<Claim> claims = new ArrayList<>();

  private PaperReader(boolean decimalComma) {
    this.decimalComma = decimalComma;
  }

  /**
   * Reads a paper.
   *
   * @param input the table
   * @param problems takes what is wrong with it, by line and column
   * @return the claims of the rows with which nothing is wrong, in their order
   */
  public static Paper read(CsvInput input, Problems problems) {
    return Paper.of(claims(input, problems));
  }

  static List<Claim> claims(CsvInput input, Problems problems) {
    CsvInput table = input
        .withRequired(List.of(ID, "section", "quantity", KIND, PRINTED))
        .withOptional(List.of(
            "arm", "time", "sd", "min", "max", "q1", "q3", "count", "of", "unit", "low", "high",
            "step", BASIS))
        .withFormat(input.format().withComments(true));
    PaperReader reader = new PaperReader(input.decimalComma());
    long count = table.forEachRow(problems, reader::take);
    if (count == 0 && problems.isEmpty()) {
      table.reportNoRows(problems);
    }
    return reader.connected();
  }

  private void take(CsvRow row) {
    Optional<String> id = row.required(ID, text -> text);
    if (id.isPresent() && rows.putIfAbsent(id.get(), row) != null) {
      row.report(ID, "was in a row above already; one row per id was expected");
    }
    Optional<Claim.Kind> kind = row.required(KIND, Claim.Kind::parse);
    boolean isNumber =
        kind.filter(k -> k != Claim.Kind.P && k != Claim.Kind.RELATION).isPresent();
    Optional<String> printed =
        row.optional(PRINTED, text -> isNumber ? number(text).text() : plain(text));
    Claim.Builder claim = Claim.builder()
        .id(id.orElse(""))
        .section(row.required("section", text -> text).orElse(""))
        .quantity(row.required("quantity", text -> text).orElse(""))
        .arm(row.optional("arm", text -> text))
        .time(row.optional("time", text -> text))
        .kind(kind.orElse(Claim.Kind.RELATION))
        .printed(printed)
        .standardDeviation(row.optional("sd", this::number))
        .minimum(row.optional("min", this::number))
        .maximum(row.optional("max", this::number))
        .lowerQuartile(row.optional("q1", this::number))
        .upperQuartile(row.optional("q3", this::number))
        .count(toInt(row.optional("count", PaperReader::whole)))
        .addAllOf(row.optional("of", this::totals).orElse(List.of()))
        .unit(row.optional("unit", text -> text))
        .low(row.optional("low", this::number).map(PrintedNumber::value))
        .high(row.optional("high", this::number).map(PrintedNumber::value))
        .step(row.optional("step", this::number).map(PrintedNumber::value))
        .basis(row.optional(BASIS, text -> text));
    if (row.isSound()) {
      build(claim, row).ifPresent(claims::add);
    }
  }

  private static Optional<Claim> build(Claim.Builder claim, CsvRow row) {
    try {
      return Optional.of(claim.build());
    } catch (IllegalArgumentException refused) {
      String message = String.valueOf(refused.getMessage());
      row.report(column(message), message);
      return Optional.empty();
    }
  }

  /** The column that a refusal is about is its first word, if that is a column. */
  private static String column(String message) {
    String word = message.split(" ", 2)[0];
    return switch (word) {
      case "id",
          "section",
          "quantity",
          "printed",
          "sd",
          "min",
          "q1",
          "count",
          "of",
          "low",
          "step",
          "basis" -> word;
      case "percent", "p" -> PRINTED;
      default -> KIND;
    };
  }

  /** Leaves out claims whose references lead nowhere, until no such claim is left. */
  private List<Claim> connected() {
    List<Claim> sound = new ArrayList<>(claims);
    boolean changed = true;
    while (changed) {
      Map<String, Claim> known = ClaimReferences.byId(sound);
      changed = sound.removeIf(claim -> {
        Optional<String> problem = unread(claim).or(() -> ClaimReferences.problem(claim, known));
        problem.ifPresent(message -> reported(claim).report(BASIS, message));
        return problem.isPresent();
      });
    }
    return sound;
  }

  private Optional<String> unread(Claim claim) {
    return ClaimReferences.ids(claim).stream()
        .filter(id -> rows.containsKey(id) && !rows.get(id).isSound())
        .findFirst()
        .map(id -> "names " + id + ", whose row was not taken; ids of rows were expected");
  }

  private CsvRow reported(Claim claim) {
    CsvRow row = rows.get(claim.id());
    if (row == null) {
      throw new IllegalStateException("a claim has no row");
    }
    return row;
  }

  private String plain(String text) {
    return decimalComma ? text.replace(',', '.') : text;
  }

  private PrintedNumber number(String text) {
    return PrintedNumber.of(typed(text));
  }

  /** Takes a number as papers print it: {@code .15}, {@code 50%} and {@code 1,250}. */
  private String typed(String text) {
    String digits = text.strip();
    if (!decimalComma && THOUSANDS.matcher(digits).matches()) {
      digits = digits.replace(",", "");
    }
    Matcher bare = BARE.matcher(plain(digits));
    return bare.matches()
        ? bare.group(1) + (bare.group(2).startsWith(".") ? "0" : "") + bare.group(2)
        : plain(text);
  }

  /** The totals, or the count that the row of an id above prints. */
  private List<Integer> totals(String text) {
    if (Equation.ID.matcher(text).matches()) {
      return List.of(claims.stream()
          .filter(claim -> claim.id().equals(text) && claim.kind() == Claim.Kind.COUNT)
          .flatMap(claim -> claim.number().stream())
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException(
              "of must be a total, or the id of a printed count in a row above"))
          .value()
          .intValueExact());
    }
    return Arrays.stream(text.split("\\|", -1))
        .map(total -> whole(total.strip()))
        .toList();
  }

  private static int whole(String text) {
    PrintedNumber number = PrintedNumber.of(text);
    if (number.decimals() > 0 || number.value().precision() > MOST_DIGITS) {
      throw new IllegalArgumentException(
          "a whole number of at most 9 digits was expected, or nothing where it is missing");
    }
    return number.value().compareTo(BigDecimal.ZERO) < 0
        ? refuseNegative(number)
        : number.value().intValueExact();
  }

  private static int refuseNegative(PrintedNumber number) {
    throw new IllegalArgumentException(
        "count must lie in 0.." + Integer.MAX_VALUE + ", but was " + number.text());
  }

  private static OptionalInt toInt(Optional<Integer> number) {
    return number.isPresent() ? OptionalInt.of(number.get()) : OptionalInt.empty();
  }
}
