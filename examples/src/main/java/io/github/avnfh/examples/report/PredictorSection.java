package io.github.avnfh.examples.report;

import io.github.avnfh.core.Sex;
import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.cohort.Grouping;
import io.github.avnfh.core.cohort.Hip;
import io.github.avnfh.core.table.Cell;
import io.github.avnfh.core.table.Column;
import io.github.avnfh.core.table.Column.Kind;
import io.github.avnfh.core.table.Table;
import io.github.avnfh.examples.cli.Counted;
import io.github.avnfh.examples.figure.Figure;
import io.github.avnfh.examples.survival.HazardRatioTable;
import io.github.avnfh.staging.response.ImagingResponse;
import io.github.avnfh.survival.Endpoint;
import io.github.avnfh.survival.FollowUp;
import io.github.avnfh.survival.compare.Contrast;
import io.github.avnfh.survival.figure.AdjustedSurvivalFigure;
import io.github.avnfh.survival.figure.FigureOptions;
import io.github.avnfh.survival.figure.HazardRatioFigure;
import io.github.avnfh.survival.interval.EventInterval;
import io.github.avnfh.survival.regression.AdjustedSurvival;
import io.github.avnfh.survival.regression.Covariates;
import io.github.avnfh.survival.regression.CoxModel;
import io.github.avnfh.survival.regression.CoxRegression;
import io.github.avnfh.survival.regression.HazardRatios;
import io.github.avnfh.survival.regression.RegressionCoefficient;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What predicts arthroplasty, or progression on images: hazard ratios of what was recorded at
 * baseline, alone and adjusted.
 *
 * <p>The order of the covariates is fixed beforehand: stage, age, size of the lesion, cause, sex.
 * The adjusted model takes them in this order, as far as there are two events for each coefficient.
 */
final class PredictorSection {
  private static final CoxRegression USUAL = CoxRegression.withDefaults();
  private static final double TEN = 10;
  private static final int FEWEST_EVENTS = 4;
  private static final int EVENTS_PER_TERM = 10;
  private static final int FEWEST_EVENTS_PER_TERM = 2;
  private static final double MOSTLY_KNOWN = 0.8;

  private final Cohort cohort;
  private final Analysis analysis;
  private final Outcome outcome;
  private final List<Hip> hips;
  private final FollowUp followUp;
  private final List<String> notes = new ArrayList<>();

  private PredictorSection(
      Cohort cohort, Analysis analysis, Outcome outcome, List<Hip> hips, FollowUp followUp) {
    this.cohort = cohort;
    this.analysis = analysis;
    this.outcome = outcome;
    this.hips = hips;
    this.followUp = followUp;
  }

  /** What is asked about, in the words of each sentence, and what is added to names of files. */
  private enum Outcome {
    ARTHROPLASTY(
        "arthroplasty",
        "an arthroplasty",
        "the arthroplasty comes sooner",
        "Arthroplasties",
        "",
        ""),
    PROGRESSION(
        "progression on images",
        "progression on images",
        "progression comes sooner",
        "Progressed",
        "_progression",
        " Progression is dated to the first images that show it, though it came at some time before, and a hip without"
            + " it is followed up to its last images: ratios are near those of the unknown days where visits are many"
            + " and the same for all.");

    private final String noun;
    private final String had;
    private final String sooner;
    private final String events;
    private final String suffix;
    private final String caveat;

    Outcome(String noun, String had, String sooner, String events, String suffix, String caveat) {
      this.noun = noun;
      this.had = had;
      this.sooner = sooner;
      this.events = events;
      this.suffix = suffix;
      this.caveat = caveat;
    }

    String title() {
      return "What predicts " + noun;
    }
  }

  static Section of(Cohort cohort, Analysis analysis) {
    List<Hip> hips = AnalyzedCohort.followed(cohort, cohort.hips());
    if (hips.isEmpty()) {
      return Section.notRecorded(
          Outcome.ARTHROPLASTY.title(), "Arthroplasties and the last days of follow-up");
    }
    FollowUp followUp = Endpoint.arthroplasty().followUp(hips);
    return new PredictorSection(cohort, analysis, Outcome.ARTHROPLASTY, hips, followUp).section();
  }

  /** The same question about progression on images, by hips of which images allow a judgment. */
  static Section ofProgression(
      Cohort cohort, Map<Hip, ImagingResponse> responses, Analysis analysis) {
    Map<Hip, EventInterval> judged = new LinkedHashMap<>();
    responses.forEach((hip, response) ->
        ProgressionSection.interval(hip, response).ifPresent(known -> judged.put(hip, known)));
    if (judged.isEmpty()) {
      return Section.notRecorded(
          Outcome.PROGRESSION.title(), "Findings on images after baseline that allow a judgment");
    }
    List<Hip> hips = List.copyOf(judged.keySet());
    int[] days = new int[hips.size()];
    boolean[] events = new boolean[hips.size()];
    int row = 0;
    for (EventInterval interval : judged.values()) {
      events[row] = interval.until().isPresent();
      days[row++] = (int) interval.until().orElseGet(() -> interval.after().orElse(0));
    }
    FollowUp followUp =
        FollowUp.ofDays(days, events).clusters(Estimates.patients(hips)).build();
    return new PredictorSection(cohort, analysis, Outcome.PROGRESSION, hips, followUp).section();
  }

  private Section section() {
    if (followUp.events() < FEWEST_EVENTS) {
      return Section.of(
          outcome.title(),
          List.of(Counted.of(followUp.events(), "hip") + " of " + hips.size() + " had "
              + outcome.had + ": too few to ask what predicts it."));
    }
    return ratios().map(this::section).orElseGet(() -> Section.of(outcome.title(), notes));
  }

  private Section section(HazardRatios ratios) {
    CoxModel model = ratios.adjusted();
    boolean isPenalized = isPenalized(ratios);
    List<String> paragraphs = new ArrayList<>(List.of(
        "Hazard ratios of what was known at baseline, each alone and adjusted for the others; above 1 "
            + outcome.sooner
            + ". A ratio describes these hips: it neither shows a cause nor recommends a treatment. The"
            + " adjusted model takes stage, age, size of the lesion, cause and sex in this order, as far as there are "
            + FEWEST_EVENTS_PER_TERM + " events for each coefficient." + outcome.caveat,
        caution(model, isPenalized)));
    paragraphs.addAll(notes);
    List<Table> tables = new ArrayList<>();
    tables.add(HazardRatioTable.of("hazard_ratios" + outcome.suffix, ratios, outcome.events)
        .counted(Counted.of(hips.size(), "hip"))
        .addFootnotes(
            "Adjusted model: " + Counted.of(model.rows(), "hip") + ", "
                + Counted.of(model.events(), "event") + leftOut(model)
                + ". Alone: the hips in which the covariate is known.",
            isPenalized
                ? "Limits and p by Firth's profile likelihood, which takes hips as independent."
                : "Limits and p by patient.")
        .build());
    List<Figure> figures = new ArrayList<>(List.of(Figure.of(
        "hazard_ratios" + outcome.suffix,
        "Adjusted hazard ratios of " + outcome.noun + " with 95 % limits, on a logarithmic axis.",
        HazardRatioFigure.of(model).svg())));
    if (!isPenalized) {
      adjusted(model).ifPresent(adjusted -> {
        tables.add(adjustedSurvival(model, adjusted));
        figures.add(figure(adjusted));
      });
    }
    return Section.of(outcome.title(), paragraphs, tables)
        .withRules(model.explanation().rules())
        .with(figures.toArray(Figure[]::new));
  }

  private Figure figure(AdjustedSurvival adjusted) {
    FigureOptions options = FigureOptions.builder()
        .title("Hips free of " + outcome.noun + ", by stage, adjusted")
        .timeLabel("Months from the first treatment")
        .timesPerUnit(Timepoint.DAYS_PER_MONTH)
        .build();
    return Figure.of(
        "survival_adjusted" + outcome.suffix,
        "Survival free of " + outcome.noun + " by "
            + BaselineGroupings.title(BaselineGroupings.byStage(hips))
            + ", adjusted for the other covariates, with 95 % limits by patient.",
        AdjustedSurvivalFigure.of(adjusted).with(options).svg());
  }

  private static String leftOut(CoxModel model) {
    return model.leftOut() == 0
        ? ""
        : "; " + Counted.of(model.leftOut(), "hip") + " with a covariate that is not recorded left"
            + " out";
  }

  private static String caution(CoxModel model, boolean isPenalized) {
    int terms = model.coefficients().size();
    String counted =
        Counted.of(model.events(), "event") + " for " + Counted.of(terms, "coefficient");
    return isPenalized
        ? "Caution: " + counted + ". Below " + EVENTS_PER_TERM
            + " a coefficient, or where all lie in one level, the usual estimates are unstable or"
            + " infinite; these are Firth's, which are finite. Read the intervals, not the ratios."
        : counted + ", " + EVENTS_PER_TERM + " or more for each.";
  }

  private static boolean isPenalized(HazardRatios ratios) {
    return ratios.adjusted().coefficients().get(0).method() == RegressionCoefficient.Method.PROFILE;
  }

  /** By patient where events are many; with Firth's penalty where a model needs it. */
  private Optional<HazardRatios> ratios() {
    List<Covariate> known = covariates().stream().filter(this::isFit).toList();
    List<String> together = together(known);
    if (together.isEmpty()) {
      notes.add("Nothing that was recorded at baseline differs between hips.");
      return Optional.empty();
    }
    Covariates design = design(known);
    HazardRatios ratios = HazardRatios.of(USUAL, followUp, design, together);
    CoxModel model = ratios.adjusted();
    boolean isSound = model.events() >= EVENTS_PER_TERM * model.coefficients().size()
        && model.isEstimable()
        && ratios.alone().stream().allMatch(CoxModel::isEstimable);
    return Optional.of(
        isSound ? ratios : HazardRatios.of(USUAL.withFirth(), followUp, design, together));
  }

  /** Something known of a hip at baseline, and how it enters a model. */
  private record Covariate(
      String name, Predicate<Hip> isKnown, BiConsumer<Covariates.Builder, List<Hip>> entry) {
    static Covariate number(String name, Function<Hip, OptionalDouble> value) {
      return new Covariate(
          name,
          hip -> value.apply(hip).isPresent(),
          (design, hips) -> design.number(name, hips, value));
    }

    static Covariate factor(
        String name, List<String> levels, Function<Hip, Optional<String>> level) {
      return new Covariate(
          name,
          hip -> level.apply(hip).isPresent(),
          (design, hips) -> design.factor(name, hips, level, levels));
    }

    static Covariate factor(String name, Grouping grouping) {
      List<String> levels = new ArrayList<>(grouping.labels());
      levels.remove(BaselineGroupings.NOT_RECORDED);
      return factor(
          name, levels, hip -> Optional.of(grouping.labelOf(hip)).filter(levels::contains));
    }
  }

  private List<Covariate> covariates() {
    Grouping stages = BaselineGroupings.byStage(hips);
    return List.of(
        Covariate.factor(BaselineGroupings.title(stages), stages),
        Covariate.number(
            "age per 10 years", hip -> OptionalDouble.of(cohort.patientOf(hip).ageYears() / TEN)),
        Covariate.number(
            "lesion per 10 %",
            hip -> AgreedFinding.lesionPercent(hip, Timepoint.baseline())
                .map(percent -> OptionalDouble.of(percent / TEN))
                .orElse(OptionalDouble.empty())),
        Covariate.factor("cause", BaselineGroupings.byCause(hips)),
        Covariate.factor(
            "sex",
            List.of(Sex.MALE.code(), Sex.FEMALE.code()),
            hip -> Optional.of(cohort.patientOf(hip).sex()).filter(Sex::isKnown).map(Sex::code)));
  }

  private Covariates design(List<Covariate> covariates) {
    Covariates.Builder design = Covariates.ofRows(hips.size());
    covariates.forEach(each -> each.entry().accept(design, hips));
    return design.build();
  }

  /** Whether a model of the covariate alone has an answer, and if not, why. */
  private boolean isFit(Covariate covariate) {
    if (hips.stream().noneMatch(covariate.isKnown())) {
      return false;
    }
    return fit(List.of(covariate), covariate).isPresent();
  }

  /** A model of some covariates, of which the last is new. */
  private Optional<CoxModel> fit(List<Covariate> covariates, Covariate added) {
    try {
      return Optional.of(USUAL.fit(followUp, design(covariates)));
    } catch (IllegalArgumentException e) {
      notes.add("Without " + added.name() + ": " + e.getMessage() + ".");
      return Optional.empty();
    }
  }

  /** The covariates of the adjusted model: known in most hips, and no more than events allow. */
  private List<String> together(List<Covariate> candidates) {
    List<Covariate> taken = new ArrayList<>();
    List<String> tooMany = new ArrayList<>();
    for (Covariate each : candidates) {
      long known = hips.stream().filter(each.isKnown()).count();
      List<Covariate> more = new ArrayList<>(taken);
      more.add(each);
      if (known < MOSTLY_KNOWN * hips.size()) {
        notes.add("Not adjusted for " + each.name() + ", which is known in " + known + " of "
            + hips.size() + " hips.");
      } else if (isAffordable(fit(more, each), each, tooMany)) {
        taken = more;
      }
    }
    if (!tooMany.isEmpty()) {
      notes.add("Not adjusted for " + String.join(", ", tooMany) + ": events are too few.");
    }
    return taken.stream().map(Covariate::name).toList();
  }

  private static boolean isAffordable(
      Optional<CoxModel> model, Covariate added, List<String> tooMany) {
    if (model.isEmpty()) {
      return false;
    }
    CoxModel fitted = model.get();
    boolean isAffordable =
        fitted.events() >= FEWEST_EVENTS_PER_TERM * fitted.coefficients().size();
    if (!isAffordable) {
      tooMany.add(added.name());
    }
    return isAffordable;
  }

  /** Survival by stage as if all hips had it and their own other covariates. */
  private Optional<AdjustedSurvival> adjusted(CoxModel model) {
    String stage = BaselineGroupings.title(BaselineGroupings.byStage(hips));
    if (model.coefficients().stream().noneMatch(each -> each.term().startsWith(stage + "["))) {
      return Optional.empty();
    }
    return Optional.of(AdjustedSurvival.of(model, stage))
        .filter(adjusted -> adjusted.lastTime() >= analysis.horizonDay());
  }

  private Table adjustedSurvival(CoxModel model, AdjustedSurvival adjusted) {
    int day = analysis.horizonDay();
    Table.Builder table = Table.builder()
        .name("survival_adjusted" + outcome.suffix)
        .title("Survival free of " + outcome.noun + " at " + ScoreSection.visit(analysis.horizon())
            + " (" + day + " days) by stage, adjusted")
        .counted(Counted.of(model.rows(), "hip"))
        .addColumns(
            Column.of("stage", "Stage", Kind.TEXT),
            Column.of("survival", "Survival (95 % interval)", Kind.ESTIMATE),
            Column.of("difference", "Difference from the first (95 % interval)", Kind.ESTIMATE))
        .addFootnotes(
            "Standardized to all hips of the adjusted model, with the other covariates that"
                + " each has; limits by patient.");
    String first = adjusted.levels().get(0);
    for (AdjustedSurvival.Estimate each : adjusted.at(day)) {
      Optional<Contrast> difference = each.level().equals(first)
          ? Optional.empty()
          : adjusted.difference(each.level(), first, day);
      table.addRows(List.of(
          Cell.text(each.level()),
          cell(each.value(), each.lower(), each.upper()),
          difference
              .map(d -> cell(d.estimate(), d.lower(), d.upper()))
              .orElseGet(() -> each.level().equals(first)
                  ? Cell.missing(Kind.ESTIMATE, "reference")
                  : Estimates.notEstimable(Kind.ESTIMATE))));
    }
    return table.build();
  }

  private static Cell cell(double value, OptionalDouble lower, OptionalDouble upper) {
    return lower.isPresent() && upper.isPresent()
        ? Cell.estimate(value, lower.getAsDouble(), upper.getAsDouble(), 3)
        : Estimates.notEstimable(Kind.ESTIMATE);
  }
}
