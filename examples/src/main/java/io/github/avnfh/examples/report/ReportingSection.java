package io.github.avnfh.examples.report;

import io.github.avnfh.core.Coded;
import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.cohort.DataKind;
import io.github.avnfh.core.cohort.Hip;
import io.github.avnfh.core.table.Cell;
import io.github.avnfh.core.table.Column;
import io.github.avnfh.core.table.Column.Kind;
import io.github.avnfh.core.table.Table;
import io.github.avnfh.core.treatment.CellPreparation;
import io.github.avnfh.core.treatment.CoreDecompression;
import io.github.avnfh.core.treatment.Injection;
import io.github.avnfh.core.treatment.MarrowAspiration;
import io.github.avnfh.examples.cli.Counted;
import io.github.avnfh.scoring.summary.SummaryStatistics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What guidelines ask a report to tell: items of STROBE for observational studies and of MIBO for
 * cell therapy, each with its answer, or with the word that it is not recorded or for the authors.
 */
final class ReportingSection {
  private static final String TITLE = "Reporting guidelines";
  private static final String AUTHORS = "for the authors to write";
  private static final String NOT_RECORDED = "not recorded";
  private static final String METHODS = "Methods and sources";
  private static final String STROBE =
      "STROBE: von Elm E, Altman DG, Egger M, Pocock SJ, Gøtzsche PC, Vandenbroucke JP. The Strengthening the Reporting"
          + " of Observational Studies in Epidemiology (STROBE) statement: guidelines for reporting observational studies."
          + " Lancet 2007;370:1453-7. doi:10.1016/S0140-6736(07)61602-X. Items in our own short words.";
  private static final String MIBO =
      "MIBO: Murray IR, Geeslin AG, Goudie EB, Petrigliano FA, LaPrade RF. Minimum Information for Studies Evaluating"
          + " Biologics in Orthopaedics (MIBO): platelet-rich plasma and mesenchymal stem cells. J Bone Joint Surg Am"
          + " 2017;99:809-19. doi:10.2106/JBJS.16.00793. What a cohort can hold, in our own short words.";

  private final Cohort cohort;
  private final List<Section> sections;

  private ReportingSection(Cohort cohort, List<Section> sections) {
    this.cohort = cohort;
    this.sections = sections;
  }

  /** The items, with the numbers of the tables of the other sections. */
  static Section of(Cohort cohort, List<Section> numbered) {
    ReportingSection section = new ReportingSection(cohort, numbered);
    boolean treated = cohort.isRecorded(DataKind.TREATMENTS);
    List<Table> tables = new ArrayList<>(List.of(section.strobe()));
    List<String> paragraphs = new ArrayList<>(List.of(
        "What a guideline asks is answered from the data where they tell it; the rest is listed, so that none of it is"
            + " forgotten.",
        STROBE));
    if (treated) {
      paragraphs.add(MIBO);
      tables.add(section.mibo());
    } else {
      paragraphs.add("Cell therapy (MIBO): treatments are not recorded.");
    }
    return Section.of(TITLE, paragraphs, tables);
  }

  /** The tables of some names that are there, by their numbers; not recorded where none is. */
  private String tables(String... names) {
    String found = List.of(names).stream()
        .flatMap(name -> sections.stream()
            .flatMap(section -> section.tables().stream())
            .filter(table -> table.name().equals(name))
            .map(table -> table.title().substring(0, table.title().indexOf('.'))))
        .collect(Collectors.joining(", "));
    return found.isEmpty() ? NOT_RECORDED : found;
  }

  /** Some words, and the tables that are there as well. */
  private String with(String words, String... names) {
    String found = tables(names);
    return found.equals(NOT_RECORDED) ? words : found + "; " + words;
  }

  private Table strobe() {
    Table.Builder table = Table.builder()
        .name("strobe")
        .title("Items of STROBE and where they are answered")
        .counted("22 items")
        .addColumns(
            Column.of("item", "Item", Kind.TEXT),
            Column.of("asks", "Asks for", Kind.TEXT),
            Column.of("answer", "Answer", Kind.TEXT));
    strobeAnswers().forEach((item, answer) -> {
      int end = item.indexOf(' ');
      table.addRows(List.of(
          Cell.text(item.substring(0, end)),
          Cell.text(item.substring(end + 1)),
          Cell.text(answer)));
    });
    return table.build();
  }

  private Map<String, String> strobeAnswers() {
    Map<String, String> answers = new LinkedHashMap<>();
    answers.put("1 design named in title and abstract", AUTHORS);
    answers.put("2 background", AUTHORS);
    answers.put("3 aims and hypotheses", AUTHORS);
    answers.put("4 design", AUTHORS);
    answers.put("5 place and dates", AUTHORS + "; the data count days from the first treatment");
    answers.put("6 criteria, recruitment and follow-up", tables("eligibility", "follow_up"));
    answers.put(
        "7 outcomes, exposures, confounders",
        tables("hhs_by_visit", "response_by_stage", "survival_by_stage", "hazard_ratios"));
    answers.put("8 how each was measured", with(AUTHORS, "agreement"));
    answers.put("9 bias", AUTHORS);
    answers.put("10 sample size", AUTHORS);
    answers.put("11 quantities and their groups", tables("baseline_measures", "subgroups"));
    answers.put("12a methods, confounding", with(METHODS, "hazard_ratios"));
    answers.put("12b subgroups", tables("subgroups"));
    answers.put("12c missing data", with(METHODS, "hhs_patterns", "vas_patterns"));
    answers.put("12d loss to follow-up", tables("participant_flow", "follow_up"));
    answers.put("12e sensitivity", tables("sensitivity", "survival_tests"));
    answers.put("13 numbers at each stage", tables("participant_flow", "visit_flow"));
    answers.put(
        "14 participants, missing values, time followed",
        tables("baseline", "baseline_measures", "follow_up"));
    answers.put("15 outcome events", tables("survival_by_stage", "response_by_stage", "safety"));
    answers.put(
        "16 estimates with intervals, raw and adjusted",
        tables("hhs_change", "vas_change", "hhs_model", "hazard_ratios"));
    answers.put("17 other analyses", tables("subgroups", "subgroup_proportions", "sensitivity"));
    answers.put("18 key results", "Key results");
    answers.put("19 limitations", AUTHORS);
    answers.put("20 interpretation", AUTHORS);
    answers.put("21 generalizability", AUTHORS);
    answers.put("22 funding", AUTHORS);
    return answers;
  }

  private Table mibo() {
    Table.Builder table = Table.builder()
        .name("mibo")
        .title("Items of MIBO for cell therapy")
        .counted(Counted.of(cohort.aspirations().size(), "aspiration") + ", "
            + Counted.of(cohort.preparations().size(), "preparation") + ", "
            + Counted.of(injections().size(), "injection"))
        .addColumns(Column.of("item", "Item", Kind.TEXT), Column.of("answer", "Answer", Kind.TEXT))
        .addFootnotes(
            "Numbers are means ± SD with the range; behind them how many records tell it. Relative centrifugal force needs"
                + " the radius of the rotor, which is not recorded.");
    Map<String, String> answers = new LinkedHashMap<>();
    harvest(answers);
    processing(answers);
    delivery(answers);
    answers.forEach((item, answer) -> table.addRows(List.of(Cell.text(item), Cell.text(answer))));
    return table.build();
  }

  private void harvest(Map<String, String> answers) {
    List<MarrowAspiration> all = cohort.aspirations();
    answers.put("patients: age, sex, cause, stage", tables("baseline", "baseline_measures"));
    answers.put("tissue", all.isEmpty() ? NOT_RECORDED : "bone marrow of the patient, aspirated");
    answers.put("site of harvest", words(all, each -> each.site().map(Coded::words)));
    answers.put("volume harvested", amounts(all, MarrowAspiration::volumeMilliliters, "mL"));
    answers.put(
        "aliquots",
        amounts(
            all,
            each -> each.aliquots().isPresent()
                ? OptionalDouble.of(each.aliquots().getAsInt())
                : OptionalDouble.empty(),
            ""));
    answers.put(
        "smallest aliquot", amounts(all, MarrowAspiration::smallestAliquotMilliliters, "mL"));
    answers.put("largest aliquot", amounts(all, MarrowAspiration::largestAliquotMilliliters, "mL"));
  }

  private void processing(Map<String, String> answers) {
    List<CellPreparation> all = cohort.preparations();
    answers.put("spins: speed and time", words(all, ReportingSection::spins));
    answers.put("density gradient", yesOrNo(all, CellPreparation::densityGradient));
    answers.put("final volume", amounts(all, CellPreparation::finalVolumeMilliliters, "mL"));
    answers.put("viability", amounts(all, CellPreparation::viabilityPercent, "%"));
    answers.put(
        "nucleated cells", amounts(all, CellPreparation::nucleatedCellsMillions, "million"));
    answers.put(
        "mononuclear cells", amounts(all, CellPreparation::mononuclearCellsMillions, "million"));
    answers.put("colony-forming units", amounts(all, CellPreparation::colonyFormingUnits, ""));
    answers.put("surface markers, differentiation", NOT_RECORDED);
    answers.put("cultured", yesOrNo(all, CellPreparation::cultured));
    answers.put("passage", passage(all));
    answers.put("cryopreserved", yesOrNo(all, CellPreparation::cryopreserved));
  }

  private static String passage(List<CellPreparation> all) {
    List<Boolean> cultured =
        all.stream().flatMap(each -> each.cultured().stream()).toList();
    return cultured.isEmpty() || cultured.contains(true)
        ? NOT_RECORDED
        : "none, since cells were not cultured";
  }

  private void delivery(Map<String, String> answers) {
    List<Injection> all = injections();
    List<CoreDecompression> drilled =
        cohort.hips().stream().flatMap(hip -> hip.decompressions().stream()).toList();
    answers.put(
        "core decompression",
        drilled.isEmpty()
            ? NOT_RECORDED
            : "drill " + amounts(drilled, CoreDecompression::drillMillimeters, "mm"));
    List<Hip> injected =
        cohort.hips().stream().filter(hip -> !hip.injections().isEmpty()).toList();
    answers.put(
        "injections of a hip",
        amounts(injected, hip -> OptionalDouble.of(hip.injections().size()), ""));
    answers.put("volume injected", amounts(all, Injection::volumeMilliliters, "mL"));
    answers.put("time of an injection", amounts(all, Injection::minutes, "min"));
    answers.put("route, guidance, carrier, rehabilitation", NOT_RECORDED);
    answers.put("follow-up, outcomes", tables("follow_up", "hhs_by_visit", "response_by_stage"));
    answers.put("adverse events", tables("safety"));
  }

  private List<Injection> injections() {
    return cohort.hips().stream().flatMap(hip -> hip.injections().stream()).toList();
  }

  private static Optional<String> spins(CellPreparation preparation) {
    return preparation.spins().isEmpty()
        ? Optional.empty()
        : Optional.of(preparation.spins().stream()
            .map(spin -> Cell.number(spin.revolutionsPerMinute(), 0).printed() + " rpm for "
                + Cell.number(spin.minutes(), 0).printed() + " min")
            .collect(Collectors.joining(" and ")));
  }

  private static <T> String yesOrNo(List<T> all, Function<T, Optional<Boolean>> sign) {
    return words(all, each -> sign.apply(each).map(is -> is ? "yes" : "no"));
  }

  /** How many records say what, the most frequent first. */
  private static <T> String words(List<T> all, Function<T, Optional<String>> word) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    all.forEach(each -> word.apply(each).ifPresent(said -> counts.merge(said, 1, Integer::sum)));
    return counts.isEmpty()
        ? NOT_RECORDED
        : counts.entrySet().stream()
            .sorted(Map.Entry.<String, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
            .map(entry -> entry.getKey() + ": " + entry.getValue() + " of " + all.size())
            .collect(Collectors.joining("; "));
  }

  private static <T> String amounts(List<T> all, Function<T, OptionalDouble> amount, String unit) {
    double[] known =
        all.stream().map(amount).flatMapToDouble(OptionalDouble::stream).toArray();
    if (known.length == 0) {
      return NOT_RECORDED;
    }
    SummaryStatistics described = SummaryStatistics.of(known);
    return described.meanSd(1).printed() + " (" + Cell.number(least(known), 1).printed() + " to "
        + Cell.number(most(known), 1).printed() + ")" + (unit.isEmpty() ? "" : " " + unit) + ", "
        + known.length + " of " + all.size();
  }

  private static double least(double[] values) {
    return Arrays.stream(values).min().orElseThrow();
  }

  private static double most(double[] values) {
    return Arrays.stream(values).max().orElseThrow();
  }
}
