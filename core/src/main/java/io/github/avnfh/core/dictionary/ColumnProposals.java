package io.github.avnfh.core.dictionary;

import io.github.avnfh.core.Instrument;
import io.github.avnfh.core.Side;
import io.github.avnfh.core.StageSystem;
import io.github.avnfh.core.cohort.Patient;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The lines that a column's meaning and values propose, one meaning at a time. */
final class ColumnProposals {
  private static final double LONGEST_DAYS = 36_525;
  private static final double FIRST_YEAR = 1850;
  private static final double LAST_YEAR = 2100;

  private final String source;
  private final List<Instrument> instruments;
  private final Predicate<String> hasMeaning;

  /** Proposes for a table, which tells whether the name of some column has a meaning. */
  ColumnProposals(String source, List<Instrument> instruments, Predicate<String> hasMeaning) {
    this.source = source;
    this.instruments = instruments;
    this.hasMeaning = hasMeaning;
  }

  ProposedLine notUnderstood(ColumnProfile column, String why) {
    return ProposedLine.of(source, column.name(), Meaning.IGNORED, "not understood" + why);
  }

  /** Proposes a line for a column whose name, values or code told a meaning. */
  ProposedLine line(ColumnProfile column, ColumnName name, String means) {
    return switch (means) {
      case Meaning.PATIENT -> plain(column, means, "name of an identifier");
      case "age_years" -> number(column, name, means, Patient.AGE.low(), Patient.AGE.high());
      case "birth_year", "birth_date" -> birth(column, name);
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

  /** Proposes a line for a detail of a treatment; cells in other numbers than millions are many. */
  ProposedLine detail(ColumnProfile column, ColumnName name, String means) {
    ProposedLine line = measured(column, name, means);
    boolean isCounted = means.endsWith("_millions") && line.means().equals(means);
    return isCounted && !name.isInMillions()
        ? line.means("?" + means, "name; are the cells counted in millions?")
        : line;
  }

  ProposedLine plain(ColumnProfile column, String means, String why) {
    return ProposedLine.of(source, column.name(), means, why);
  }

  private ProposedLine measured(ColumnProfile column, ColumnName name, String means) {
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
      case "lesion_percent", "crescent_percent", "viability_percent" -> 100;
      case "weight_kg" -> 400;
      case "depression_mm" -> 60;
      case "hemoglobin_g_per_dL", "inr" -> 30;
      default -> 5_000_000;
    };
  }

  ProposedLine number(
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
  private ProposedLine placed(ColumnProfile column, ColumnName name, String means, String why) {
    boolean undecided = means.startsWith(Meaning.UNDECIDED);
    Optional<Meaning.Level> level =
        Meaning.of(undecided ? means.substring(1) : means).map(Meaning::level);
    boolean ofVisit = level
        .filter(of -> of == Meaning.Level.VISIT || of == Meaning.Level.IMAGES)
        .isPresent();
    boolean ofSide =
        ofVisit || undecided || level.filter(Meaning.Level.HIP::equals).isPresent();
    boolean asked = ofVisit && name.visit().isEmpty() && !hasMeaning.test(Meaning.VISIT);
    return ProposedLine.of(
            source,
            column.name(),
            asked && !undecided ? "?" + means : means,
            asked ? why + "; at which visit? name it in column visit" : why)
        .when(ofVisit ? name.visit() : Optional.empty(), ofSide ? name.side() : Optional.empty());
  }

  /** A date and a year of birth have names in common, and their values tell. */
  private ProposedLine birth(ColumnProfile column, ColumnName name) {
    if (hasMeaning.test("age_years")) {
      return ProposedLine.of(source, column.name(), Meaning.IGNORED, "the age has a column");
    }
    return column.liesIn(FIRST_YEAR, LAST_YEAR)
        ? number(column, name, "birth_year", FIRST_YEAR, LAST_YEAR)
        : date(column, name, "birth_date");
  }

  private ProposedLine pain(ColumnProfile column, ColumnName name) {
    if (name.unit().equals("mm") || !column.liesIn(0, 10)) {
      return number(column, name, "score:vas_mm", 0, 100);
    }
    return number(column, name, "score:vas", 0, 10);
  }

  private ProposedLine length(ColumnProfile column, ColumnName name) {
    return column.liesIn(0.3, 2.6)
        ? number(column, name, "height_cm", 0.3, 2.6).unit("m")
        : number(column, name, "height_cm", 30, 260);
  }

  private ProposedLine cells(ColumnProfile column, ColumnName name, String means) {
    ProposedLine line = number(column, name, means, 0, 5_000_000);
    return column.liesIn(0, 2_000) && line.means().equals(means)
        ? line.unit("x10^9/L").means(means, "name, and numbers as per 10^9/L")
        : line;
  }

  private ProposedLine codes(ColumnProfile column, ColumnName name, Meaning meaning) {
    if (!column.isCategorical()) {
      return notUnderstood(column, ": the name of " + meaning.name() + ", but too many codes");
    }
    List<String> texts = column.texts();
    boolean checkbox = meaning.name().equals("etiology") && column.name().contains("___");
    ProposedLine line = placed(
            column,
            name,
            meaning.name(),
            checkbox ? "name; a box that is checked or not" : "name, and known codes")
        .missing(
            column.missingDates().stream().filter(ColumnProfile::isMissingText).toList());
    if (checkbox) {
      return line.codes("1=?;0=").rows("", "multifactorial");
    }
    boolean same = texts.stream()
        .allMatch(text -> Vocabulary.code(meaning, text).filter(text::equals).isPresent());
    return same ? line : line.codes(codes(texts, meaning));
  }

  static String codes(List<String> texts, Meaning meaning) {
    return texts.stream()
        .map(text ->
            Vocabulary.escaped(text) + "=" + Vocabulary.code(meaning, text).orElse("?"))
        .collect(Collectors.joining(";"));
  }

  private ProposedLine severity(ColumnProfile column) {
    ProposedLine line = plain(column, "event_severity", "name");
    return column.liesIn(1, 5)
        ? plain(column, "event_severity", "name; grades 1 to 5 of adverse events")
            .codes("1=mild;2=moderate;3=severe;4=life_threatening;5=fatal")
        : line.codes(codes(column.texts(), Meaning.known("event_severity")));
  }

  ProposedLine date(ColumnProfile column, ColumnName name, String means) {
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

  private ProposedLine time(ColumnProfile column, ColumnName name, String means) {
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
          : ProposedLine.of(
              source,
              column.name(),
              Meaning.IGNORED,
              "says whether, but not when; name a date too");
    }
    if (!isNumericBut(column, missing)) {
      return notUnderstood(column, ": the name of " + means + ", but no date and no number");
    }
    if (means.equals("arthroplasty") && name.isOfLastContactToo()) {
      return placed(
              column,
              name,
              "?arthroplasty_day or last_seen_day",
              "name of both; two lines, each with its rows, tell which it is")
          .unit(name.unit())
          .missing(missing);
    }
    return placed(column, name, label + "_day", "name, and numbers from the first treatment on")
        .unit(name.unit().isEmpty() ? "?days, weeks, months or years" : name.unit())
        .missing(missing);
  }

  /** The names of a duration of follow-up are also those of its visits, which values tell. */
  static boolean isOfVisits(ColumnProfile column, String means) {
    return means.equals("last_seen")
        && column.isCategorical()
        && !column.isNumeric()
        && column.allTexts(text -> Vocabulary.visit(text).isPresent());
  }

  private ProposedLine stage(ColumnProfile column, ColumnName name, String means) {
    List<String> texts = column.texts();
    List<String> missing =
        column.missingDates().stream().filter(ColumnProfile::isMissingText).toList();
    boolean steinberg = column.allTexts(text -> Vocabulary.steinberg(text).isPresent());
    List<String> fits = new ArrayList<>();
    if (steinberg && (means.equals("stage") || means.equals("steinberg_stage"))) {
      fits.add("steinberg_stage");
    }
    for (StageSystem system : StageSystem.values()) {
      boolean named = means.equals("stage")
          || ((Meaning.STAGE + system.code()).startsWith(means) && isOfYear(system, name));
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
      ProposedLine line =
          ProposedLine.of(source, column.name(), only, "name, and stages of this system only");
      return line.when(Optional.empty(), side).missing(missing);
    }
    if (fits.isEmpty() && column.isCategorical()) {
      String system = switch (means) {
        case "stage" -> "?steinberg_stage";
        case "stage:arco" -> "?stage:arco1994 or stage:arco2019";
        case "stage:jic" -> "?stage:jic_stage or stage:jic_type";
        default -> means;
      };
      return ProposedLine.of(source, column.name(), system, "name; what do the codes mean?")
          .codes(texts.stream()
              .map(text -> Vocabulary.escaped(text) + "=?")
              .collect(Collectors.joining(";")))
          .when(Optional.empty(), side)
          .missing(missing);
    }
    return ProposedLine.of(
            source,
            column.name(),
            "?" + String.join(" or ", fits),
            "name; the stages fit several systems")
        .when(Optional.empty(), side)
        .missing(missing);
  }

  /** A system has versions, of which the name may tell one: ARCO 2019. */
  private static boolean isOfYear(StageSystem system, ColumnName name) {
    return Stream.of("1994", "2019")
        .filter(name.bare()::contains)
        .allMatch(system.code()::endsWith);
  }

  private ProposedLine visit(ColumnProfile column, ColumnName name) {
    Meaning meaning = Meaning.known(Meaning.VISIT);
    boolean months = name.unit().equals("months")
        || name.bare().matches("(.* )?(months?|mois|monate?|mes)")
        || (column.isNumeric()
            && column.texts().stream()
                    .filter(
                        text -> List.of("6", "12", "24", "6.0", "12.0", "24.0").contains(text))
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
    ProposedLine line = plain(column, Meaning.VISIT, "name, and known moments");
    return same ? line : line.codes(codes(column.texts(), meaning));
  }
}
