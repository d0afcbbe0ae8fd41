package io.github.avnfh.examples.shell;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What the verbs do, and how each is typed. */
final class Help {
  private static final Map<String, String> VERBS = new LinkedHashMap<>();

  static {
    VERBS.put("help", """
        help()              this list
        help("km")          how one verb is typed
        """);
    VERBS.put("demo", """
        demo()              the SYNTHETIC cohort of 46 patients and 58 hips
        """);
    VERBS.put("load", """
        load("folder")      a cohort from patients.csv, hips.csv, visits.csv and imaging.csv
        problems("folder")  what is wrong with these files, by line and column
        """);
    VERBS.put("score", """
        score(cohort)       Harris Hip Score by visit
        score(cohort, PAIN_VAS_CM, ArthroplastyPolicy.EXCLUDE_AFTER)
        score(form, RangeOfMotionMethod.INDEX_1969)   one form
        """);
    VERBS.put("stage", """
        stage(findings)     one hip in every staging system
        stage(cohort)       hips and patients by stage at enrollment
        """);
    VERBS.put("km", """
        km(cohort)          survival free of arthroplasty, by patient
        km(cohort, Hip::baselineStage).at(365, 730)
        km(followUp)        any follow-up; then .steps() .at(days) .svg("curve.svg")
        """);
    VERBS.put("cox", """
        cox(cohort)         what predicts arthroplasty: stage and age, by patient
        cox(followUp, design)   any covariates; then .firth() .adjusted("stage", 700)
        """);
    VERBS.put("compare", """
        compare(cohort, HARRIS_HIP_SCORE, 24)   improvement at 24 months, by patient and naive
        compare(curves)     log-rank test of the groups, by patient and naive
        """);
    VERBS.put("model", """
        model(cohort, HARRIS_HIP_SCORE)   all visits in one model, by patient
        model(scores)       any scores; then .effects() .complete() .svg("means.svg")
        """);
    VERBS.put("audit", """
        audit()             the numbers that the study printed
        audit("88", 19)     can a count out of 19 print as 88 %?
        audit("paper.csv")  the numbers of another paper
        """);
    VERBS.put("explain", """
        explain(result)     why: every rule with its inputs, points and source
        explain(curves)     also explain(curves.logRank())
        explain(OxfordHipScore.explain(answers, OxfordHipScore.MissingRule.COMPLETE))
        explain(PainScheme.BOONSTRA_2014_VAS.explain(PainScores.ofCentimeters(3.5)))
        """);
  }

  private Help() {}

  static String all() {
    return VERBS.values().stream()
            .map(lines -> lines.lines().findFirst().orElseThrow())
            .collect(Collectors.joining("\n"))
        + "\nEvery answer has .print(), which writes the whole. Not a medical device.\n";
  }

  static String of(String verb) {
    String lines = VERBS.get(verb);
    if (lines == null) {
      throw new IllegalArgumentException(
          "verb [word] must be one of " + String.join(", ", VERBS.keySet()) + ", but was another");
    }
    return lines;
  }
}
