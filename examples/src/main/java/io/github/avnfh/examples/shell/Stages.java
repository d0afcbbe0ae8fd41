package io.github.avnfh.examples.shell;

import io.github.avnfh.core.SteinbergStage;
import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.cohort.Hip;
import io.github.avnfh.core.imaging.Findings;
import io.github.avnfh.core.table.Cell;
import io.github.avnfh.core.table.Column;
import io.github.avnfh.core.table.Column.Kind;
import io.github.avnfh.core.table.Table;
import io.github.avnfh.examples.cli.Counted;
import io.github.avnfh.examples.stage.Systems;
import io.github.avnfh.staging.StagingResult;
import io.github.avnfh.staging.StagingSystem;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Stages of one hip in all systems, and of the hips of a cohort. */
final class Stages {
  private Stages() {}

  static Table inEverySystem(Findings findings) {
    Table.Builder table = Table.builder()
        .name("stages")
        .title("Stage by system")
        .counted("1 hip")
        .addColumns(
            Column.of("system", "System", Kind.TEXT),
            Column.of("stage", "Stage", Kind.TEXT),
            Column.of("grade", "Grade", Kind.TEXT),
            Column.of("lacks", "Lacks", Kind.TEXT));
    Set<String> contradictions = new LinkedHashSet<>();
    for (StagingSystem<?, ?> system : Systems.published()) {
      StagingResult<?, ?> reading = system.read(findings);
      table.addRows(row(system, reading));
      contradictions.addAll(reading.contradictions());
    }
    return table.addAllFootnotes(contradictions).build();
  }

  private static List<Cell> row(StagingSystem<?, ?> system, StagingResult<?, ?> reading) {
    return List.of(
        Cell.text(system.code()),
        Cell.text(reading.isContradicted() ? "contradictory" : reading.stage().text()),
        Cell.text(reading.grade().text()),
        Cell.text(String.join(", ", reading.missing())));
  }

  static Table atEnrollment(Cohort cohort) {
    Table.Builder table = Table.builder()
        .name("stage_at_enrollment")
        .title("Steinberg stage at enrollment")
        .counted(Counted.of(cohort.hips().size(), "hip"))
        .addColumns(
            Column.of("stage", "Stage", Kind.TEXT),
            Column.of("hips", "Hips", Kind.COUNT),
            Column.of("patients", "Patients", Kind.COUNT))
        .addFootnotes("A patient with hips of two stages is counted in both.");
    Arrays.stream(SteinbergStage.values())
        .map(stage -> cohort.hipsWhere(hip -> hip.baselineStage() == stage))
        .filter(hips -> !hips.isEmpty())
        .forEach(hips -> table.addRows(List.of(
            Cell.text(hips.get(0).baselineStage().code()),
            Cell.count(hips.size()),
            Cell.count(patients(hips)))));
    return table.build();
  }

  private static long patients(List<Hip> hips) {
    return hips.stream().map(hip -> hip.id().patient()).distinct().count();
  }
}
