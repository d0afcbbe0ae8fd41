package io.github.avnfh.examples.report;

import io.github.avnfh.core.Instrument;
import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.cohort.DataKind;
import io.github.avnfh.core.cohort.Grouping;
import io.github.avnfh.core.dictionary.CohortReader;
import io.github.avnfh.core.evidence.Rule;
import io.github.avnfh.core.table.Cell;
import io.github.avnfh.core.table.Column;
import io.github.avnfh.core.table.Column.Kind;
import io.github.avnfh.core.table.Digits;
import io.github.avnfh.core.table.Table;
import io.github.avnfh.examples.cli.Counted;
import io.github.avnfh.examples.figure.Illustration;
import io.github.avnfh.examples.figure.VisitMeansFigure;
import io.github.avnfh.scoring.change.ArthroplastyPolicy;
import io.github.avnfh.scoring.compare.Estimate;
import io.github.avnfh.scoring.longitudinal.DegreesOfFreedom;
import io.github.avnfh.scoring.longitudinal.MixedModel;
import io.github.avnfh.scoring.longitudinal.VisitModelFit;
import io.github.avnfh.scoring.longitudinal.VisitScores;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** One model of all visits for each score, beside the paired tests of each visit. */
final class VisitModelSection {
  private static final String TITLE = "All visits in one model";
  private static final ArthroplastyPolicy POLICY = ArthroplastyPolicy.EXCLUDE_AFTER;
  private static final List<Instrument> INSTRUMENTS = CohortReader.INSTRUMENTS;
  private static final MixedModel MODEL =
      MixedModel.withDefaults().with(DegreesOfFreedom.KENWARD_ROGER);

  private final Cohort cohort;
  private final List<String> paragraphs = new ArrayList<>();
  private final List<Table> tables = new ArrayList<>();
  private final List<Illustration> figures = new ArrayList<>();
  private final List<Rule> rules = new ArrayList<>();

  private VisitModelSection(Cohort cohort) {
    this.cohort = cohort;
  }

  static Section of(Cohort cohort) {
    VisitModelSection section = new VisitModelSection(cohort);
    section.paragraphs.add(
        "A paired test of one visit leaves out the hips that missed it. Here each score has one model of all visits:"
            + " random intercepts of patient and of hip within patient, by restricted maximum likelihood, with Kenward and"
            + " Roger's errors and degrees of freedom. Hips with a missed visit stay in it; that is right where scores are"
            + " missing at random: where, among hips with the same scores so far, those that were seen are like those that"
            + " were not."
            + (cohort.isRecorded(DataKind.ARTHROPLASTIES)
                ? " Hips leave the model at their arthroplasty."
                : ""));
    INSTRUMENTS.forEach(section::add);
    return section.tables.isEmpty()
        ? Section.notRecorded(TITLE, "Scores of two visits")
        : Section.of(TITLE, section.paragraphs, section.tables)
            .withRules(section.rules)
            .with(section.figures.toArray(Illustration[]::new));
  }

  private boolean isScored(Instrument instrument) {
    return cohort.hips().stream()
        .flatMap(hip -> hip.visits().stream())
        .filter(visit -> visit.timepoint().months().isPresent())
        .anyMatch(visit -> visit.score(instrument).isPresent());
  }

  private void add(Instrument instrument) {
    if (!isScored(instrument)) {
      return;
    }
    String name = instrument.quantity().name();
    try {
      VisitScores scores = VisitScores.of(cohort.hips(), instrument, POLICY).build();
      if (scores.visits().size() < 2) {
        return;
      }
      VisitModelFit fit = MODEL.fit(scores);
      rules.addAll(fit.explanation().rules());
      tables.add(model(instrument, fit, complete(scores)));
      tables.add(patterns(instrument, scores));
      addStages(instrument);
      figures.add(
          VisitMeansFigure.of(fit, instrument.code() + "_model", "Means of one model, " + name));
    } catch (IllegalArgumentException e) {
      paragraphs.add("No model of " + name + ": " + e.getMessage() + ".");
    }
  }

  /** The same model on the hips with every visit, where it can be fitted to them. */
  private static Optional<VisitModelFit> complete(VisitScores scores) {
    try {
      return Optional.of(MODEL.fit(scores.completeHips()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Table model(Instrument instrument, VisitModelFit fit, Optional<VisitModelFit> complete) {
    Table.Builder table = Table.builder()
        .name(instrument.code() + "_model")
        .title("Means and changes since the first visit by one model, "
            + instrument.quantity().name() + " [" + instrument.quantity().unit() + "]")
        .counted(Counted.of(fit.data().hips(), "hip") + " of "
            + Counted.of(fit.data().patients(), "patient"))
        .addColumns(
            Column.of("visit", "Visit", Kind.TEXT),
            Column.of("hips", "Hips with a score", Kind.COUNT),
            Column.of("mean", "Mean (95 % interval)", Kind.ESTIMATE),
            Column.of("change", "Change (95 % interval)", Kind.ESTIMATE),
            Column.of("df", "df", Kind.NUMBER),
            Column.of("p", "p", Kind.NUMBER),
            Column.of("p_holm", "p, adjusted", Kind.NUMBER),
            Column.of("complete", "Change (95 % interval), hips with every visit", Kind.ESTIMATE))
        .addFootnotes(
            "Adjusted by Holm over the visits of this table. " + likeness(fit),
            "Hips with every visit: the same model on "
                + complete
                    .map(each -> Counted.of(each.data().hips(), "hip"))
                    .orElse("too few hips, which have no answer")
                + ".")
        .addAllFootnotes(replaced(fit.data()).stream().toList());
    List<VisitModelFit.Mean> means = fit.means();
    List<VisitModelFit.Contrast> changes = fit.changes();
    Map<String, VisitModelFit.Contrast> others =
        complete.map(VisitModelFit::changes).orElse(List.of()).stream()
            .collect(Collectors.toMap(VisitModelFit.Contrast::name, each -> each));
    for (int visit = 0; visit < means.size(); visit++) {
      table.addRows(
          visit == 0
              ? first(means.get(0))
              : later(means.get(visit), changes.get(visit - 1), others));
    }
    return table.build();
  }

  private Optional<String> replaced(VisitScores scores) {
    return cohort.isRecorded(DataKind.ARTHROPLASTIES)
        ? Optional.of("Planned visits after an arthroplasty are left out in "
            + Counted.of(scores.hipsWithVisitsAfterArthroplastyLeftOut(), "hip") + ".")
        : Optional.empty();
  }

  private static String likeness(VisitModelFit fit) {
    String zero = fit.isSingular() ? " A variance is 0: the likelihood is largest without it." : "";
    return "Correlation of two scores of one "
        + fit.intraclassCorrelations().entrySet().stream()
            .map(each -> each.getKey() + " " + Digits.halfUp(2).print(each.getValue()))
            .collect(Collectors.joining(", of one "))
        + "." + zero;
  }

  private static String visit(String code) {
    return ScoreSection.visit(Timepoint.parse(code));
  }

  private static Cell interval(Estimate estimate) {
    return Estimates.interval(Optional.of(estimate), 1);
  }

  private static Cell none(Kind kind) {
    return Cell.missing(kind, "");
  }

  private static List<Cell> first(VisitModelFit.Mean mean) {
    return List.of(
        Cell.text(visit(mean.visit())),
        Cell.count(mean.hips()),
        Cell.estimate(mean.mean(), mean.lower(), mean.upper(), 1),
        none(Kind.ESTIMATE),
        none(Kind.NUMBER),
        none(Kind.NUMBER),
        none(Kind.NUMBER),
        none(Kind.ESTIMATE));
  }

  private static List<Cell> later(
      VisitModelFit.Mean mean,
      VisitModelFit.Contrast change,
      Map<String, VisitModelFit.Contrast> complete) {
    Optional<Estimate> other =
        Optional.ofNullable(complete.get(change.name())).map(VisitModelFit.Contrast::estimate);
    return List.of(
        Cell.text(visit(mean.visit())),
        Cell.count(mean.hips()),
        Cell.estimate(mean.mean(), mean.lower(), mean.upper(), 1),
        interval(change.estimate()),
        Cell.number(change.estimate().degreesOfFreedom(), 1),
        Estimates.pValue(Estimates.pValueOf(change.estimate())),
        pValue(change.adjustedPValue()),
        Estimates.interval(other, 1));
  }

  private static Cell pValue(OptionalDouble p) {
    return Estimates.pValue(AgreedFinding.boxed(p));
  }

  private static Table patterns(Instrument instrument, VisitScores scores) {
    Table.Builder table = Table.builder()
        .name(instrument.code() + "_patterns")
        .title("Hips by the visits that they have, " + instrument.quantity().name())
        .counted(Counted.of(scores.hips(), "hip"))
        .addColumns(
            Column.of("visits", "Visits", Kind.TEXT),
            Column.of("missed", "Missed", Kind.TEXT),
            Column.of("hips", "Hips", Kind.COUNT));
    for (VisitScores.Pattern pattern : scores.patterns()) {
      List<String> missed = scores.visits().stream()
          .filter(visit -> !pattern.visits().contains(visit))
          .toList();
      table.addRows(List.of(
          Cell.text(String.join(", ", pattern.visits())),
          Cell.text(missed.isEmpty() ? "none" : String.join(", ", missed)),
          Cell.count(pattern.hips())));
    }
    return table.build();
  }

  private void addStages(Instrument instrument) {
    Grouping stages = BaselineGroupings.byStage(cohort.hips());
    VisitScores scores = VisitScores.of(cohort.hips(), instrument, POLICY)
        .groupsOfHips(cohort.hips().stream().map(stages::labelOf).toList(), stages.labels())
        .build();
    if (scores.groups().size() < 2) {
      return;
    }
    try {
      tables.add(byStage(instrument, MODEL.fit(scores)));
    } catch (IllegalArgumentException e) {
      paragraphs.add("No comparison of stages by the model of "
          + instrument.quantity().name() + ": " + e.getMessage() + ".");
    }
  }

  /** The changes of each stage, and how much they differ from those of the earliest. */
  private static Table byStage(Instrument instrument, VisitModelFit fit) {
    Table.Builder table = Table.builder()
        .name(instrument.code() + "_model_by_stage")
        .title("Changes by stage by one model, " + instrument.quantity().name() + " ["
            + instrument.quantity().unit() + "]")
        .counted(Counted.of(fit.data().hips(), "hip") + " of "
            + Counted.of(fit.data().patients(), "patient"))
        .addColumns(
            Column.of("contrast", "Change, or difference of changes", Kind.TEXT),
            Column.of("difference", "Estimate (95 % interval)", Kind.ESTIMATE),
            Column.of("p", "p", Kind.NUMBER),
            Column.of("p_holm", "p, adjusted", Kind.NUMBER))
        .addFootnotes(
            "Visits as codes; adjusted by Holm over the rows of this table.",
            fit.effects().stream()
                .map(VisitModelSection::effect)
                .collect(Collectors.joining("; ", "Test of each effect: ", ".")));
    for (VisitModelFit.Contrast each : fit.changes()) {
      table.addRows(List.of(
          Cell.text(each.name()),
          interval(each.estimate()),
          Estimates.pValue(Estimates.pValueOf(each.estimate())),
          pValue(each.adjustedPValue())));
    }
    return table.build();
  }

  private static String effect(VisitModelFit.EffectTest test) {
    String p = Cell.pValue(test.pValue()).printed();
    return test.effect() + " F(" + test.numeratorDegreesOfFreedom() + ", "
        + Digits.halfUp(1).print(test.denominatorDegreesOfFreedom()) + ") = "
        + Digits.halfUp(2).print(test.statistic()) + ", p " + (p.startsWith("<") ? p : "= " + p);
  }
}
