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
        load("hips.xlsx", "dictionary.csv")   from a table of any hospital
        """);
    VERBS.put("followUp", """
        followUp("hips.csv", "days", "event")   a table of times and events, 1 or 0
        km(followUp("hips.csv", "days", "event", "cause", "patient"))   curves by cause, by patient
        """);
    VERBS.put("problems", """
        problems("folder")  what is wrong with the files of a cohort, by line and column
        """);
    VERBS.put("inspect", """
        inspect("hips.xlsx")   what the columns of a table seem to mean, and what is to be decided
        inspect("hips.xlsx").save("dictionary.csv")
        """);
    VERBS.put("view", """
        view(cohort)        the hips one by one, without identifiers
        """);
    VERBS.put("baseline", """
        baseline(cohort)    patients and hips at the beginning, by stage, and their follow-up
        """);
    VERBS.put("eligibility", """
        eligibility(cohort) how many patients meet each criterion of the study
        """);
    VERBS.put("score", """
        score(cohort)       Harris Hip Score by visit
        score(cohort, PAIN_VAS_CM, ArthroplastyPolicy.EXCLUDE_AFTER)
        score(form, RangeOfMotionMethod.INDEX_1969)   one form
        """);
    VERBS.put("responders", """
        responders(cohort)  hips that gained more than 20 points, by patient and naive
        """);
    VERBS.put("model", """
        model(cohort, HARRIS_HIP_SCORE)   scores over time: all visits in one model, by patient
        model(scores)       any scores; then .effects() .complete() .patterns() .save("means.svg")
        model(cohort, HARRIS_HIP_SCORE).fit()   the model of the library
        """);
    VERBS.put("stage", """
        stage(findings)     one hip in every staging system
        stage(cohort)       hips and patients by stage at enrollment
        """);
    VERBS.put("agreement", """
        agreement(cohort)   whether two readers saw the same on the images
        """);
    VERBS.put("km", """
        km(cohort)          survival free of arthroplasty, by patient
        km(cohort, Hip::baselineStage).at(365, 731)
        km(cohort, hip -> hip.visits().size() > 5 ? "many visits" : "few")
        km(followUp)        any follow-up; then .steps() .at(days) .save("curve.png")
        km(cohort, Hip::baselineStage).ignoringPatients()   as if every hip were a patient
        curves.estimate() .logRank() .followUp() .table()   the objects of the library behind them
        """);
    VERBS.put("rmst", """
        rmst(curves, 700)   mean time free of the event within 700 days
        curves.restrictedMean(700)   the same
        """);
    VERBS.put("cif", """
        cif(cohort)         cumulative incidence of arthroplasty, death as competing event
        cif(cohort, Hip::baselineStage).at(365, 731)
        cif(followUp)       any event; then .gray() .curves() .table() .save("incidence.png")
        """);
    VERBS.put("cox", """
        cox(cohort)         what predicts arthroplasty: stage and age, by patient
        cox(followUp, design)   any covariates; then .firth() .adjusted("stage", 700) .ratios()
        cox(cohort).save("forest.svg")   hazard ratios with their limits
        """);
    VERBS.put("compare", """
        compare(cohort, HARRIS_HIP_SCORE, 24)   improvement at 24 months, by patient and naive
        compare(curves)     log-rank test of the groups, by patient and naive
        """);
    VERBS.put("subgroups", """
        subgroups(cohort)   outcomes in parts of a cohort
        subgroups(cohort).forest("vas").save("forest.svg")   any column of estimates with limits
        """);
    VERBS.put("audit", """
        audit()             the numbers that the study printed
        audit("88", 19)     can a count out of 19 print as 88 %?
        audit("paper.csv")  the numbers of another paper
        """);
    VERBS.put("explain", """
        explain(result)     why: every rule with its inputs, points and source
        explain(curves)     with R's calls; also explain(compare(curves)), explain(cif(cohort))
        curves.explanation().text()   without them
        explain(OxfordHipScore.explain(answers, OxfordHipScore.MissingRule.COMPLETE))
        explain(PainScheme.BOONSTRA_2014_VAS.explain(PainScores.ofCentimeters(3.5)))
        """);
    VERBS.put("save", """
        RESULT.save("name.tex")   also .txt .csv .json .md .html; curves and models .svg .png
        score(cohort).save("scores.csv")
        compare(curves).print()   also .text() .html() .latex() .tables() .figure()
        km(cohort).save("curve.png")
        km(cohort).with(FigureOptions.months().width(700).showsMedians(true).build()).save("km.svg")
        """);
  }

  private Help() {}

  static String all() {
    return VERBS.values().stream()
            .map(lines -> lines.lines().findFirst().orElseThrow())
            .collect(Collectors.joining("\n"))
        + "\nEvery answer has .print(), .save(file), .html() and .latex(). Not a medical device.\n";
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
