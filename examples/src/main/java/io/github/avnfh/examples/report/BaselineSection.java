package io.github.avnfh.examples.report;

import io.github.avnfh.core.Instrument;
import io.github.avnfh.core.Score;
import io.github.avnfh.core.Sex;
import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.cohort.Grouping;
import io.github.avnfh.core.cohort.Hip;
import io.github.avnfh.core.cohort.Patient;
import io.github.avnfh.core.dictionary.CohortReader;
import io.github.avnfh.core.table.Cell;
import io.github.avnfh.core.table.Column;
import io.github.avnfh.core.table.Column.Kind;
import io.github.avnfh.core.table.Count;
import io.github.avnfh.core.table.Table;
import io.github.avnfh.examples.cli.Counted;
import io.github.avnfh.scoring.summary.SummaryStatistics;
import io.github.avnfh.survival.Endpoint;
import io.github.avnfh.survival.FollowUp;
import io.github.avnfh.survival.KaplanMeier;
import io.github.avnfh.survival.SurvivalCurve;
import io.github.avnfh.survival.SurvivalCurve.QuantileEstimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Who was treated, by stage at baseline: patients and hips, each out of their own number, the
 * measures at baseline with how many lack them, and how long the hips were followed.
 */
final class BaselineSection {
  private static final String ALL = "all";
  private static final double DAYS_PER_YEAR = 365.25;

  private final Cohort cohort;
  private final Grouping stages;
  private final List<Group> groups = new ArrayList<>();
  private final Group all;

  private BaselineSection(Cohort cohort) {
    this.cohort = cohort;
    this.stages = BaselineGroupings.byStage(cohort.hips());
    this.all = new Group(ALL, cohort.hips(), cohort.patients());
    if (stages.labels().size() > 1) {
      stages
          .groups(cohort.hips())
          .forEach((label, hips) -> groups.add(Group.of(label, hips, cohort)));
    }
    groups.add(all);
  }

  /** The hips of one stage, and the patients who have one: two stages can share a patient. */
  private record Group(String label, List<Hip> hips, List<Patient> patients) {
    static Group of(String label, List<Hip> hips, Cohort cohort) {
      Set<?> ids = hips.stream().map(hip -> hip.id().patient()).collect(Collectors.toSet());
      return new Group(
          label,
          hips,
          cohort.patients().stream()
              .filter(patient -> ids.contains(patient.id()))
              .toList());
    }

    Column column() {
      return label.equals(ALL)
          ? Column.of(ALL, "All", Kind.PROPORTION)
          : Column.of(
              "stage_" + BaselineGroupings.name(label).toLowerCase(Locale.ROOT),
              label,
              Kind.PROPORTION);
    }
  }

  static Section of(Cohort cohort) {
    BaselineSection section = new BaselineSection(cohort);
    List<Table> tables = new ArrayList<>(List.of(section.counts(), section.measures()));
    List<Hip> followed = AnalyzedCohort.followed(cohort, cohort.hips());
    List<String> keyResults = new ArrayList<>();
    if (followed.isEmpty()) {
      keyResults.add(section.counted() + ".");
    } else {
      tables.add(section.followUp(followed));
      keyResults.add(section.counted() + ", " + medianFollowUp(followed) + ".");
    }
    return Section.of(
            "Baseline",
            List.of("Sex, age and bilateral disease are counted in patients, all else in hips."
                + section.stagesExplained()),
            tables)
        .withKeyResults(keyResults);
  }

  private String byStage() {
    return groups.size() > 1 ? ", by " + BaselineGroupings.title(stages) : "";
  }

  private String stagesExplained() {
    return groups.size() > 1
        ? " " + BaselineGroupings.title(stages).substring(0, 1).toUpperCase(Locale.ROOT)
            + BaselineGroupings.title(stages).substring(1)
            + " is that of the hip at baseline; a patient with hips in two stages counts in"
            + " both, and once in all."
        : "";
  }

  private String counted() {
    return Counted.patients(cohort) + " with " + Counted.hips(cohort) + ", both hips of "
        + cohort.bilateralPatients();
  }

  private Table counts() {
    Table.Builder table = Table.builder()
        .name("baseline")
        .title("Patients and hips at baseline" + byStage())
        .counted(Counted.patients(cohort) + ", " + Counted.hips(cohort))
        .addColumns(
            Column.of("characteristic", "Characteristic", Kind.TEXT),
            Column.of("level", "Level", Kind.TEXT),
            Column.of("counted", "Counted", Kind.TEXT));
    groups.forEach(group -> table.addColumns(group.column()));
    table.addRows(
        row("patients", "", Unit.PATIENTS, group -> of(group.patients(), all.patients())));
    for (Sex sex : List.of(Sex.MALE, Sex.FEMALE)) {
      table.addRows(row(
          "sex",
          sex.name().toLowerCase(Locale.ROOT),
          Unit.PATIENTS,
          group ->
              proportion(group.patients(), patient -> patient.sex().isKnown(), sex, Patient::sex)));
    }
    addMissing(
        table, "sex", Unit.PATIENTS, Group::patients, patient -> !patient.sex().isKnown());
    Set<?> bilateral = bilateral();
    table.addRows(row(
        "both hips",
        "",
        Unit.PATIENTS,
        group ->
            Estimates.proportion(group.patients(), patient -> bilateral.contains(patient.id()))));
    table.addRows(row("hips", "", Unit.HIPS, group -> of(group.hips(), all.hips())));
    addCauses(table);
    return table
        .addFootnotes(
            "Proportions of levels are of those of whom the level is recorded, other proportions of all.")
        .build();
  }

  private enum Unit {
    PATIENTS,
    HIPS;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static Cell of(List<?> part, List<?> whole) {
    return Cell.proportion(Count.of(part.size(), whole.size()));
  }

  private static <T, V> Cell proportion(
      List<T> all, Predicate<T> isKnown, V level, Function<T, V> value) {
    return Estimates.proportion(
        all.stream().filter(isKnown).toList(), each -> value.apply(each).equals(level));
  }

  private List<Cell> row(
      String characteristic, String level, Unit unit, Function<Group, Cell> cell) {
    List<Cell> cells = new ArrayList<>(
        List.of(Cell.text(characteristic), Cell.text(level), Cell.text(unit.word())));
    groups.stream().map(cell).forEach(cells::add);
    return cells;
  }

  /** A row for those of whom something is not recorded, if there are any. */
  private <T> void addMissing(
      Table.Builder table,
      String characteristic,
      Unit unit,
      Function<Group, List<T>> of,
      Predicate<T> isMissing) {
    if (of.apply(all).stream().anyMatch(isMissing)) {
      table.addRows(row(
          characteristic,
          BaselineGroupings.NOT_RECORDED,
          unit,
          group -> Estimates.proportion(of.apply(group), isMissing)));
    }
  }

  private Set<?> bilateral() {
    return cohort.hips().stream()
        .collect(Collectors.groupingBy(hip -> hip.id().patient(), Collectors.counting()))
        .entrySet()
        .stream()
        .filter(patient -> patient.getValue() == 2)
        .map(patient -> patient.getKey())
        .collect(Collectors.toSet());
  }

  private void addCauses(Table.Builder table) {
    Grouping causes = BaselineGroupings.byCause(cohort.hips());
    for (String cause : causes.labels()) {
      if (!cause.equals(BaselineGroupings.NOT_RECORDED)) {
        table.addRows(row(
            "etiology",
            cause,
            Unit.HIPS,
            group ->
                proportion(group.hips(), hip -> hip.etiology().isKnown(), cause, causes::labelOf)));
      }
    }
    addMissing(table, "etiology", Unit.HIPS, Group::hips, hip -> !hip.etiology().isKnown());
  }

  private Table measures() {
    Table.Builder table = Table.builder()
        .name("baseline_measures")
        .title("Measures at baseline" + byStage())
        .counted(Counted.patients(cohort) + ", " + Counted.hips(cohort))
        .addColumns(
            Column.of("measure", "Measure", Kind.TEXT),
            Column.of("stage", "Stage", Kind.TEXT),
            Column.of("counted", "Counted", Kind.TEXT),
            Column.of("n", "n", Kind.COUNT),
            Column.of("not_recorded", "Not recorded", Kind.COUNT),
            Column.of("value", "Mean ± SD", Kind.MEAN_SD),
            Column.of("median", "Median", Kind.NUMBER),
            Column.of("minimum", "Minimum", Kind.NUMBER),
            Column.of("maximum", "Maximum", Kind.NUMBER));
    add(
        table,
        "age at enrollment [years]",
        Unit.PATIENTS,
        Group::patients,
        patient -> Optional.of((double) patient.ageYears()));
    for (Instrument instrument : CohortReader.INSTRUMENTS) {
      String name = instrument.quantity().name() + " [" + instrument.quantity().unit() + "]";
      add(table, name, Unit.HIPS, Group::hips, hip -> score(hip, instrument));
    }
    add(
        table,
        "lesion extent [% of head volume]",
        Unit.HIPS,
        Group::hips,
        hip -> AgreedFinding.lesionPercent(hip, Timepoint.baseline()));
    return table.build();
  }

  private static Optional<Double> score(Hip hip, Instrument instrument) {
    return hip.visits().stream()
        .filter(visit -> visit.timepoint().equals(Timepoint.baseline()))
        .flatMap(visit -> visit.score(instrument).stream())
        .map(Score::points)
        .findFirst();
  }

  /** A row for each stage, unless the measure was not taken. */
  private <T> void add(
      Table.Builder table,
      String measure,
      Unit unit,
      Function<Group, List<T>> of,
      Function<T, Optional<Double>> value) {
    if (of.apply(all).stream().noneMatch(each -> value.apply(each).isPresent())) {
      return;
    }
    for (Group group : groups) {
      double[] values = of.apply(group).stream()
          .flatMap(each -> value.apply(each).stream())
          .mapToDouble(Double::doubleValue)
          .toArray();
      SummaryStatistics statistics = SummaryStatistics.of(values);
      table.addRows(List.of(
          Cell.text(measure),
          Cell.text(group.label()),
          Cell.text(unit.word()),
          Cell.count(values.length),
          Cell.count(of.apply(group).size() - values.length),
          statistics.meanSd(1),
          number(statistics.median()),
          number(statistics.minimum()),
          number(statistics.maximum())));
    }
  }

  private static Cell number(OptionalDouble value) {
    return value.isPresent() ? Cell.number(value.getAsDouble(), 1) : Cell.missing(Kind.NUMBER, "");
  }

  private Table followUp(List<Hip> followed) {
    Table.Builder table = Table.builder()
        .name("follow_up")
        .title("Follow-up" + byStage())
        .counted(Counted.of(followed.size(), "hip"))
        .addColumns(
            Column.of("stage", "Stage", Kind.TEXT),
            Column.of("hips", "Hips", Kind.COUNT),
            Column.of("not_followed", "Not followed", Kind.COUNT),
            Column.of("arthroplasties", "Arthroplasties", Kind.COUNT),
            Column.of("hip_years", "Hip-years", Kind.NUMBER),
            Column.of("median", "Median follow-up, months", Kind.NUMBER),
            Column.of("lower", "95 % interval from", Kind.NUMBER),
            Column.of("upper", "to", Kind.NUMBER))
        .addFootnotes(
            "Median by the reverse Kaplan-Meier method, in which an arthroplasty censors the follow-up;"
                + " limits by patient. Years run to the arthroplasty or the last known day.");
    for (Group group : groups) {
      table.addRows(followUp(group, AnalyzedCohort.followed(cohort, group.hips())));
    }
    return table.build();
  }

  private static List<Cell> followUp(Group group, List<Hip> followed) {
    List<Cell> cells = new ArrayList<>(List.of(
        Cell.text(group.label()),
        Cell.count(followed.size()),
        Cell.count(group.hips().size() - followed.size())));
    if (followed.isEmpty()) {
      cells.addAll(List.of(
          Cell.count(0),
          Cell.number(0, 1),
          Cell.missing(Kind.NUMBER, ""),
          Cell.missing(Kind.NUMBER, ""),
          Cell.missing(Kind.NUMBER, "")));
      return cells;
    }
    QuantileEstimate median = reverseMedian(followed);
    cells.addAll(List.of(
        Cell.count(
            followed.stream().filter(hip -> hip.arthroplasty().isPresent()).count()),
        Cell.number(hipYears(followed), 1),
        months(median.time()),
        months(median.lower()),
        months(median.upper())));
    return cells;
  }

  private static double hipYears(List<Hip> hips) {
    return hips.stream()
            .mapToInt(hip ->
                hip.arthroplasty().map(replaced -> replaced.day()).orElseGet(hip::lastKnownDay))
            .sum()
        / DAYS_PER_YEAR;
  }

  private static QuantileEstimate reverseMedian(List<Hip> followed) {
    FollowUp reversed = Endpoint.arthroplasty().followUp(followed).reversed();
    SurvivalCurve curve = KaplanMeier.withDefaults().estimate(reversed).curves().get(0);
    return curve.median();
  }

  private static Cell months(OptionalDouble days) {
    return days.isPresent()
        ? Cell.number(days.getAsDouble() / Timepoint.DAYS_PER_MONTH, 1)
        : Cell.missing(Kind.NUMBER, "not reached");
  }

  private static String medianFollowUp(List<Hip> followed) {
    OptionalDouble days = reverseMedian(followed).time();
    return days.isPresent()
        ? "followed for a median of " + months(days).printed() + " months (reverse Kaplan-Meier)"
        : "median follow-up not reached (reverse Kaplan-Meier)";
  }
}
