package io.github.avnfh.examples.report;

import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.cohort.DataKind;
import io.github.avnfh.core.cohort.Grouping;
import io.github.avnfh.core.cohort.Hip;
import io.github.avnfh.core.imaging.ImageReading;
import io.github.avnfh.core.table.Cell;
import io.github.avnfh.core.table.Column;
import io.github.avnfh.core.table.Column.Kind;
import io.github.avnfh.core.table.Table;
import io.github.avnfh.examples.cli.Counted;
import io.github.avnfh.staging.response.ImagingResponse;
import io.github.avnfh.survival.interval.EventInterval;
import io.github.avnfh.survival.interval.IntervalCurve;
import io.github.avnfh.survival.interval.IntervalFollowUp;
import io.github.avnfh.survival.interval.SurvivalRange;
import io.github.avnfh.survival.interval.Turnbull;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** When hips progressed on images: known only to lie between two visits, and treated as such. */
final class ProgressionSection {
  final Map<Hip, EventInterval> intervals = new LinkedHashMap<>();

  private final Analysis analysis;
  private final Grouping stages;

  ProgressionSection(Map<Hip, ImagingResponse> responses, Analysis analysis) {
    this.analysis = analysis;
    List<Hip> hips = List.copyOf(responses.keySet());
    this.stages = BaselineGroupings.byStage(hips);
    stages.groups(hips).values().stream()
        .flatMap(List::stream)
        .forEach(hip -> interval(hip, Objects.requireNonNull(responses.get(hip)))
            .ifPresent(interval -> intervals.put(hip, interval)));
  }

  static Section of(Cohort cohort, Map<Hip, ImagingResponse> responses, Analysis analysis) {
    ProgressionSection section = new ProgressionSection(responses, analysis);
    String title = "Progression between visits";
    if (section.intervals.isEmpty()) {
      return Section.notRecorded(
          title,
          cohort.isRecorded(DataKind.IMAGES)
              ? "Findings on images after baseline that allow a judgment"
              : "Images");
    }
    int left = cohort.hips().size() - section.intervals.size();
    return Section.of(
        title,
        List.of(
            "Progression is interval-censored: images show it at a visit, and it happened at some time after the last"
                + " images without it. The curve is Turnbull's estimate from these intervals; between two visits survival"
                + " is a range and not a point, without an interval of confidence; where images follow a plan, limits are"
                + " given at its visits. A hip without progression is censored at"
                + " its last images, an arthroplasty included. "
                + (left == 0
                    ? "Every hip was judged."
                    : Counted.of(left, "hip") + " could not be judged and "
                        + (left == 1 ? "is" : "are") + " left out.")),
        Stream.concat(Stream.of(section.table()), section.atVisits().stream()).toList());
  }

  /** When a hip progressed, as far as its images tell; nothing where they allow no judgment. */
  static Optional<EventInterval> interval(Hip hip, ImagingResponse response) {
    if (response.outcome() == ImagingResponse.Outcome.NOT_EVALUABLE) {
      return Optional.empty();
    }
    Optional<ImagingResponse.ProgressionInterval> between = response.interval();
    if (between.isPresent()) {
      int after = Math.max(0, between.get().after());
      int until = between.get().until();
      return until > after ? Optional.of(EventInterval.between(after, until)) : Optional.empty();
    }
    return hip.imageReadings().stream()
        .filter(image -> image.day() >= 0)
        .filter(image ->
            hip.arthroplasty().filter(replaced -> image.day() > replaced.day()).isEmpty())
        .mapToInt(ImageReading::day)
        .max()
        .stream()
        .mapToObj(EventInterval::after)
        .findFirst();
  }

  private Table table() {
    Table.Builder table = Table.builder()
        .name("progression_by_stage")
        .title("Free of progression on images, from intervals between visits")
        .counted(Counted.of(intervals.size(), "hip"))
        .addColumns(
            Column.of("stage", "Stage", Kind.TEXT),
            Column.of("hips", "Hips", Kind.COUNT),
            Column.of("patients", "Patients", Kind.COUNT),
            Column.of("progressed", "Progressed", Kind.COUNT))
        .addFootnotes(
            "The lowest and the highest value that the intervals allow; one number where both are the same."
                + " Days of the months: " + days() + ".");
    analysis
        .months()
        .forEach(months -> table.addColumns(
            Column.of(
                "free_lowest_" + months, "Free at " + months + " months, lowest", Kind.NUMBER),
            Column.of("free_highest_" + months, "highest", Kind.NUMBER)));
    List<Hip> hips = List.copyOf(intervals.keySet());
    IntervalFollowUp all = followUp(hips);
    Turnbull.withDefaults()
        .estimate(all.withGroups(hips.stream().map(stages::labelOf).toList()))
        .forEach(curve -> table.addRows(row(curve, inStage(curve.group()))));
    Turnbull.withDefaults().estimate(all).forEach(curve -> table.addRows(row(curve, intervals)));
    return table.build();
  }

  /**
   * Freedom from progression at the planned visits with limits, where enough patients came to them:
   * an interval between days of images is then one between visits.
   */
  private Optional<Table> atVisits() {
    Map<Hip, EventInterval> planned = new LinkedHashMap<>();
    intervals.forEach(
        (hip, interval) -> planned(hip, interval).ifPresent(known -> planned.put(hip, known)));
    if (planned.isEmpty()) {
      return Optional.empty();
    }
    List<Hip> hips = List.copyOf(planned.keySet());
    IntervalFollowUp all =
        IntervalFollowUp.of(List.copyOf(planned.values())).withClusters(Estimates.patients(hips));
    List<IntervalCurve> curves = new ArrayList<>(Turnbull.withDefaults()
        .withLevel(Estimates.LEVEL)
        .estimate(all.withGroups(hips.stream().map(stages::labelOf).toList())));
    curves.addAll(Turnbull.withDefaults().withLevel(Estimates.LEVEL).estimate(all));
    if (curves.stream().allMatch(curve -> curve.lacks().isPresent())) {
      return Optional.empty();
    }
    Table.Builder table = Table.builder()
        .name("progression_at_visits")
        .title("Free of progression on images at the planned visits")
        .counted(Counted.of(planned.size(), "hip"))
        .addColumns(
            Column.of("stage", "Stage", Kind.TEXT),
            Column.of("visit", "Visit", Kind.TEXT),
            Column.of("free", "Free of progression (95 % interval)", Kind.ESTIMATE))
        .addFootnotes(
            "Images count for the visit for which they were planned, unplanned ones that show progression for the next"
                + " visit. Limits of the profile likelihood, by patient; none for fewer than 5 patients to a visit.");
    curves.forEach(curve -> curve
        .atVisits()
        .forEach(visit -> table.addRows(List.of(
            Cell.text(curve.group()),
            Cell.text(visitOn(visit.time())),
            Estimates.atVisit(visit)))));
    return Optional.of(table.build());
  }

  private List<Timepoint> visits() {
    return AgreedFinding.visits(List.copyOf(intervals.keySet()));
  }

  private String visitOn(double day) {
    return visits().stream()
        .filter(visit -> visit.nominalDay().orElseThrow() == day)
        .findFirst()
        .map(ScoreSection::visit)
        .orElseThrow();
  }

  /** The interval between planned visits, or nothing where none was planned on either side. */
  Optional<EventInterval> planned(Hip hip, EventInterval interval) {
    int after = interval.after().isPresent()
        ? hip.imageReadings().stream()
            .filter(image -> image.day() <= interval.after().getAsDouble())
            .flatMapToInt(image -> image.timepoint().nominalDay().stream())
            .max()
            .orElse(0)
        : 0;
    if (interval.until().isEmpty()) {
      return Optional.of(EventInterval.after(after));
    }
    double until = interval.until().getAsDouble();
    IntStream shown = hip.imageReadings().stream()
        .filter(image -> image.day() == until)
        .flatMapToInt(image -> image.timepoint().nominalDay().stream());
    IntStream next = visits().stream()
        .mapToInt(visit -> visit.nominalDay().orElseThrow())
        .filter(day -> day >= until);
    return IntStream.concat(shown, next)
        .filter(day -> day > after)
        .limit(1)
        .mapToObj(day -> EventInterval.between(after, day))
        .findFirst();
  }

  private String days() {
    return analysis.months().stream()
        .map(months -> Integer.toString(day(months)))
        .collect(Collectors.joining(", "));
  }

  private static int day(int months) {
    return Timepoint.ofMonths(months).nominalDay().orElseThrow();
  }

  private IntervalFollowUp followUp(List<Hip> hips) {
    return IntervalFollowUp.of(List.copyOf(intervals.values()))
        .withClusters(Estimates.patients(hips));
  }

  private Map<Hip, EventInterval> inStage(String stage) {
    return intervals.entrySet().stream()
        .filter(entry -> stages.labelOf(entry.getKey()).equals(stage))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private List<Cell> row(IntervalCurve curve, Map<Hip, EventInterval> hips) {
    long progressed =
        hips.values().stream().filter(interval -> interval.until().isPresent()).count();
    List<Cell> cells = new ArrayList<>(List.of(
        Cell.text(curve.group()),
        Cell.count(curve.rows()),
        Cell.count(curve.clusters().orElse(curve.rows())),
        Cell.count(progressed)));
    for (int months : analysis.months()) {
      cells.addAll(cells(curve.at(day(months))));
    }
    return cells;
  }

  /** Anything from 0 to 1 is no knowledge: no images reach as far. */
  private static List<Cell> cells(SurvivalRange range) {
    return range.lowest() == 0 && range.highest() == 1
        ? List.of(
            Cell.missing(Kind.NUMBER, "beyond follow-up"),
            Cell.missing(Kind.NUMBER, "beyond follow-up"))
        : List.of(Cell.number(range.lowest(), 3), Cell.number(range.highest(), 3));
  }
}
