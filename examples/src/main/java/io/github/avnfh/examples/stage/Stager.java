package io.github.avnfh.examples.stage;

import io.github.avnfh.core.csv.CsvOutput;
import io.github.avnfh.core.imaging.Findings;
import io.github.avnfh.staging.StagingSystem;
import io.github.avnfh.staging.kerboul.HaGrade;
import io.github.avnfh.staging.kerboul.NecroticAngle;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A system as the command knows it: its code, and how it fills a row of the table. */
final class Stager {
  private final String code;
  private final Function<Findings, StageCells> reader;

  private Stager(String code, Function<Findings, StageCells> reader) {
    this.code = code;
    this.reader = reader;
  }

  static Stager of(StagingSystem<?, ?> system) {
    return new Stager(system.code(), findings -> StageCells.of(system.read(findings)));
  }

  /** The summed angle stands in the place of the stage, which the method does not have. */
  static Stager kerboul() {
    return new Stager("kerboul", Stager::angle);
  }

  private static StageCells angle(Findings findings) {
    if (!findings.contradictions().isEmpty()) {
      return StageCells.contradicted(findings.contradictions());
    }
    List<String> missing = new ArrayList<>();
    if (findings.necroticAngleCoronalDegrees().isEmpty()) {
      missing.add("necrotic_angle_coronal_deg");
    }
    if (findings.necroticAngleSagittalDegrees().isEmpty()) {
      missing.add("necrotic_angle_sagittal_deg");
    }
    String sum = NecroticAngle.of(findings)
        .map(angle -> CsvOutput.number(angle.degrees()))
        .orElse("");
    return StageCells.of(
        sum,
        NecroticAngle.level(findings, HaGrade::of),
        missing.size() < 2 ? List.of(HaGrade.RULE.id()) : List.of(),
        missing);
  }

  String code() {
    return code;
  }

  StageCells read(Findings findings) {
    return reader.apply(findings);
  }
}
