package io.github.avnfh.examples.synthetic;

import io.github.avnfh.core.Etiology;
import io.github.avnfh.core.Satisfaction;
import io.github.avnfh.core.SteinbergStage;
import io.github.avnfh.core.Timepoint;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Margins in the making, from the rows of a file that are followed. */
final class MarginsDraft {
  private final List<MarginRow> rows;

  MarginsDraft(List<MarginRow> rows) {
    this.rows = rows;
  }

  /** Puts the rows together, or throws an IllegalArgumentException that says what is missing. */
  StudyMargins margins() {
    ImmutableStudyMargins.Builder margins = ImmutableStudyMargins.builder()
        .patients(one(Margin.PATIENTS).count())
        .men(one(Margin.MALE).count())
        .bilateralPatients(one(Margin.BOTH_HIPS).count())
        .age(one(Margin.AGE).spread())
        .youngest(one(Margin.YOUNGEST).count())
        .oldest(one(Margin.OLDEST).count())
        .gainedOverTwenty(one(Margin.GAINED_OVER_20).count());
    byLevel(Margin.VAS)
        .forEach((visit, row) -> margins.putPainByTimepoint(Timepoint.parse(visit), row.spread()));
    byLevel(Margin.HHS)
        .forEach((visit, row) ->
            margins.putHarrisHipScoreByTimepoint(Timepoint.parse(visit), row.spread()));
    byLevel(Margin.EDEMA_DECREASED)
        .forEach((visit, row) ->
            margins.putEdemaDecreasedByTimepoint(Timepoint.parse(visit), row.count()));
    byLevel(Margin.ADVERSE_EVENT)
        .forEach((term, row) -> margins.addAdverseEvents(Map.entry(term, row.count())));
    byLevel(Margin.SATISFACTION)
        .forEach((level, row) ->
            margins.putPatientsBySatisfaction(Satisfaction.parse(level), row.count()));
    addStages(margins);
    addCauses(margins);
    return margins.build();
  }

  private void addStages(ImmutableStudyMargins.Builder margins) {
    byLevel(Margin.IMPROVED).keySet().stream()
        .sorted(Comparator.comparing(SteinbergStage::parse))
        .forEach(stage -> margins.addStages(StageMargin.builder()
            .stage(SteinbergStage.parse(stage))
            .improved(one(Margin.IMPROVED, stage).count())
            .stable(one(Margin.STABLE, stage).count())
            .progressed(one(Margin.PROGRESSED, stage).count())
            .replaced(one(Margin.REPLACED, stage).count())
            .lesionReductionPercent(reduction(stage))
            .build()));
  }

  private OptionalDouble reduction(String stage) {
    return find(Margin.LESION_REDUCTION, stage)
        .map(row -> OptionalDouble.of(row.value().value().doubleValue()))
        .orElse(OptionalDouble.empty());
  }

  private void addCauses(ImmutableStudyMargins.Builder margins) {
    byLevel(Margin.HIPS_OF_CAUSE)
        .forEach((cause, row) -> margins.addCauses(CauseMargin.of(
            Etiology.parse(cause),
            row.count(),
            one(Margin.PROGRESSED_OF_CAUSE, cause).count())));
  }

  private Map<String, MarginRow> byLevel(Margin margin) {
    Map<String, MarginRow> found = new LinkedHashMap<>();
    rows.stream().filter(row -> row.margin() == margin).forEach(row -> found.put(row.level(), row));
    return found;
  }

  private MarginRow one(Margin margin) {
    return one(margin, "");
  }

  private MarginRow one(Margin margin, String level) {
    return find(margin, level)
        .orElseThrow(() -> new IllegalArgumentException("margins [rows] must have " + margin.code()
            + (level.isEmpty() ? "" : " of " + level) + ", but have none"));
  }

  private Optional<MarginRow> find(Margin margin, String level) {
    return rows.stream()
        .filter(row -> row.margin() == margin && row.level().equals(level))
        .findFirst();
  }
}
