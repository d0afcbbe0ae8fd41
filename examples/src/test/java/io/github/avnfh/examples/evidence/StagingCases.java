package io.github.avnfh.examples.evidence;

import io.github.avnfh.core.SteinbergGrade;
import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.evidence.Explanation;
import io.github.avnfh.core.imaging.ImageReading;
import io.github.avnfh.core.imaging.Modality;
import io.github.avnfh.staging.StagingSystem;
import io.github.avnfh.staging.arco.Arco1994;
import io.github.avnfh.staging.arco.Arco2019;
import io.github.avnfh.staging.chinese.Chinese2015;
import io.github.avnfh.staging.ficat.Ficat;
import io.github.avnfh.staging.jic.Jic;
import io.github.avnfh.staging.kerboul.HaGrade;
import io.github.avnfh.staging.kerboul.HaRisk;
import io.github.avnfh.staging.kerboul.Kerboul1974;
import io.github.avnfh.staging.kerboul.NecroticAngle;
import io.github.avnfh.staging.response.ImagingResponse;
import io.github.avnfh.staging.response.ResponseRule;
import io.github.avnfh.staging.steinberg.StageFiveAverage;
import io.github.avnfh.staging.steinberg.Steinberg;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Rules of staging at work: systems on findings, rule sets on two visits. */
final class StagingCases {
  private static final Map<String, StagingSystem<?, ?>> SYSTEMS = Map.of(
      "steinberg", Steinberg.PENNSYLVANIA_1995,
      "ficat", Ficat.MERGED,
      "ficat_substaged", Ficat.SUBSTAGED_1985,
      "arco1994", Arco1994.PUBLISHED_1994,
      "arco2019", Arco2019.REVISED_2019,
      "jic", Jic.REVISED_2001,
      "chinese2015", Chinese2015.GUIDELINE_2015);

  private static final Map<String, Function<NecroticAngle, Explanation>> ANGLES = Map.of(
      "kerboul", HaGrade::explain,
      "kerboul_risk", HaRisk::explain,
      "kerboul_1974", Kerboul1974::explain);

  private StagingCases() {}

  static List<RuleCase> all() {
    List<String> columns =
        List.of("rule", "system", "given", "answer", "otherwise", "other_answer");
    return CaseFile.rows("stage_cases.csv", columns).stream()
        .map(row -> new RuleCase(
            row.get(0),
            new RuleCase.Shown(explained(row.get(1), row.get(2)), row.get(3)),
            new RuleCase.Shown(explained(row.get(1), row.get(4)), row.get(5))))
        .toList();
  }

  private static Explanation explained(String system, String findings) {
    if (ANGLES.containsKey(system)) {
      NecroticAngle angle = NecroticAngle.of(CaseFile.findings(findings)).orElseThrow();
      return ANGLES.get(system).apply(angle);
    }
    if (system.equals("steinberg_v")) {
      return StageFiveAverage.REPORT_TIE.explain(
          SteinbergGrade.valueOf(findings.substring(0, 1)),
          SteinbergGrade.valueOf(findings.substring(1)));
    }
    return findings.contains("|")
        ? response(system, findings.split("\\|")).explanation()
        : SYSTEMS.get(system).read(CaseFile.findings(findings)).explanation();
  }

  private static ImagingResponse response(String code, String[] findings) {
    return LibraryRules.responseRules().stream()
        .filter(set -> set.code().equals(code))
        .map(set -> assessed(set, findings))
        .findFirst()
        .orElseThrow();
  }

  private static ImagingResponse assessed(ResponseRule set, String[] findings) {
    return set.assess(List.of(image(0, findings[0]), image(12, findings[1])));
  }

  private static ImageReading image(int months, String findings) {
    return ImageReading.builder()
        .timepoint(months == 0 ? Timepoint.baseline() : Timepoint.ofMonths(months))
        .day(30 * months)
        .modality(Modality.MRI)
        .reader("R1")
        .findings(CaseFile.findings(findings))
        .build();
  }
}
