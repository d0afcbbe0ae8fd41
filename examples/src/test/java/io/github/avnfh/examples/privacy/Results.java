package io.github.avnfh.examples.privacy;

import io.github.avnfh.core.Instruments;
import io.github.avnfh.core.PatientId;
import io.github.avnfh.core.RecordedStage;
import io.github.avnfh.core.Satisfaction;
import io.github.avnfh.core.Sex;
import io.github.avnfh.core.StageSystem;
import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.audit.PossibleSamples;
import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.cohort.DataOrigin;
import io.github.avnfh.core.cohort.Hip;
import io.github.avnfh.core.cohort.Patient;
import io.github.avnfh.core.cohort.Screening;
import io.github.avnfh.core.csv.CsvFormat;
import io.github.avnfh.core.csv.CsvInput;
import io.github.avnfh.core.csv.Problems;
import io.github.avnfh.core.csv.TranslatedRow;
import io.github.avnfh.core.dictionary.DictionaryLine;
import io.github.avnfh.core.dictionary.MissingCells;
import io.github.avnfh.core.statistics.CompensatedSum;
import io.github.avnfh.core.study.adherence.ParticipantFlow;
import io.github.avnfh.core.study.protocol.StudyProtocol;
import io.github.avnfh.core.table.Count;
import io.github.avnfh.core.treatment.CoreDecompression;
import io.github.avnfh.core.treatment.Injection;
import io.github.avnfh.core.treatment.MarrowAspiration;
import io.github.avnfh.scoring.change.ArthroplastyPolicy;
import io.github.avnfh.scoring.change.Pairing;
import io.github.avnfh.scoring.change.StudyRules;
import io.github.avnfh.scoring.compare.ClusterBootstrap;
import io.github.avnfh.scoring.compare.ClusteredSample;
import io.github.avnfh.scoring.compare.ClusteredSignedRank;
import io.github.avnfh.scoring.compare.Comparison;
import io.github.avnfh.scoring.harris.Deformity;
import io.github.avnfh.scoring.harris.HarrisAnswer.Pain;
import io.github.avnfh.scoring.harris.HarrisForm;
import io.github.avnfh.scoring.harris.HarrisItem.DeformityCriterion;
import io.github.avnfh.scoring.harris.RangeOfMotion;
import io.github.avnfh.scoring.longitudinal.FirthLogistic;
import io.github.avnfh.scoring.longitudinal.MixedModel;
import io.github.avnfh.scoring.longitudinal.VisitModelFit;
import io.github.avnfh.scoring.longitudinal.VisitScores;
import io.github.avnfh.scoring.merle.MerleScore;
import io.github.avnfh.scoring.proportion.ClusteredOutcomes;
import io.github.avnfh.scoring.proportion.CountTable;
import io.github.avnfh.scoring.proportion.ProportionInterval;
import io.github.avnfh.scoring.satisfaction.SatisfactionSummary;
import io.github.avnfh.scoring.sensitivity.SensitivityGrid;
import io.github.avnfh.staging.agreement.Measurements;
import io.github.avnfh.staging.agreement.Ratings;
import io.github.avnfh.survival.EventStatus;
import io.github.avnfh.survival.FollowUp;
import io.github.avnfh.survival.KaplanMeier;
import io.github.avnfh.survival.KaplanMeierEstimate;
import io.github.avnfh.survival.PairCount;
import io.github.avnfh.survival.compare.CurveContrast;
import io.github.avnfh.survival.compare.Pairwise;
import io.github.avnfh.survival.compare.PermutationTest;
import io.github.avnfh.survival.competing.AalenJohansen;
import io.github.avnfh.survival.competing.CompetingCounts;
import io.github.avnfh.survival.competing.CompetingFollowUp;
import io.github.avnfh.survival.competing.CompetingFollowUpBuilder;
import io.github.avnfh.survival.competing.CumulativeIncidence;
import io.github.avnfh.survival.competing.GrayTest;
import io.github.avnfh.survival.competing.IncidenceContrast;
import io.github.avnfh.survival.competing.StateCurve;
import io.github.avnfh.survival.competing.StateFollowUp;
import io.github.avnfh.survival.figure.AdjustedSurvivalFigure;
import io.github.avnfh.survival.figure.FigureOptions;
import io.github.avnfh.survival.figure.HazardRatioFigure;
import io.github.avnfh.survival.figure.IncidenceFigure;
import io.github.avnfh.survival.figure.PooledFigure;
import io.github.avnfh.survival.figure.StateFigure;
import io.github.avnfh.survival.interval.EventInterval;
import io.github.avnfh.survival.interval.IntervalCounts;
import io.github.avnfh.survival.pooled.BinomialNormal;
import io.github.avnfh.survival.pooled.CountedUnit;
import io.github.avnfh.survival.pooled.PooledStudy;
import io.github.avnfh.survival.pooled.RandomEffects;
import io.github.avnfh.survival.published.CurveReconstruction;
import io.github.avnfh.survival.published.PublishedCurve;
import io.github.avnfh.survival.published.ReconstructedContrast;
import io.github.avnfh.survival.published.ReconstructedCurve;
import io.github.avnfh.survival.regression.AdjustedSurvival;
import io.github.avnfh.survival.regression.Covariates;
import io.github.avnfh.survival.regression.CoxModel;
import io.github.avnfh.survival.regression.CoxRegression;
import io.github.avnfh.survival.regression.EventRates;
import io.github.avnfh.survival.regression.FineGray;
import io.github.avnfh.survival.regression.GammaFrailty;
import io.github.avnfh.survival.regression.HazardRatios;
import io.github.avnfh.survival.regression.ParametricModel;
import io.github.avnfh.survival.regression.ParametricRegression;
import io.github.avnfh.survival.regression.ProportionalityTest;
import io.github.avnfh.survival.regression.TimeDistribution;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Results that are not reached by chance: they ask for more than one patient, or for a whole form.
 */
final class Results {
  private static final Timepoint YEAR = Timepoint.ofMonths(12);
  private static final List<PatientId> PATIENTS = IntStream.range(0, 8)
      .mapToObj(hip -> PatientId.of(Subjects.ID + "-" + hip / 2))
      .toList();

  private Results() {}

  static List<Object> of(List<Hip> hips) {
    List<Object> results = new ArrayList<>(files());
    results.addAll(scores(hips));
    results.addAll(agreements());
    results.addAll(curves());
    results.addAll(competing());
    results.addAll(models());
    results.addAll(published());
    results.addAll(conduct(hips.get(0)));
    return results;
  }

  private static List<Object> files() {
    String csv = "patient_id,age_years\n" + Subjects.ID + "," + Subjects.AGE + "x\n";
    CsvInput input = table(csv);
    Problems problems = new Problems();
    List<Object> rows = new ArrayList<>(List.of(
        input,
        problems,
        TranslatedRow.of(input, List.of("age_years"), column -> "age", problems),
        MissingCells.of("own.csv", "age", "NI", 3),
        RecordedStage.of(StageSystem.FICAT, "II"),
        DictionaryLine.builder("own.csv", "age", "age_years").build(),
        new DictionaryLine.Condition("age", false, List.of(""))));
    table(csv).forEachRow(problems, List.of("age_years"), rows::add, rows::add);
    input.withRequired(List.of("patient_id", "age_years")).forEachRow(problems, row -> {
      row.required("age_years", DataOrigin::parse);
      rows.add(row);
    });
    return rows;
  }

  private static CsvInput table(String csv) {
    return CsvInput.of(
        "patients.csv",
        new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)),
        CsvFormat.withDefaults());
  }

  private static List<Object> scores(List<Hip> hips) {
    Pairing pairing = Pairing.of(
        Instruments.HARRIS_HIP_SCORE, Timepoint.baseline(), YEAR, ArthroplastyPolicy.INCLUDE);
    ClusteredSample clustered =
        ClusteredSample.of(new double[] {20, 22, 5, 9, 31, 30, 12, 18}, PATIENTS);
    return List.of(
        form(),
        MerleScore.builder().pain(6).walking(5).mobility(4).build(),
        pairing.pair(hips).changes(),
        SensitivityGrid.over(List.of(StudyRules.MORE_THAN_20_POINTS), Timepoint.baseline(), YEAR)
            .count(hips),
        clustered,
        Comparison.withDefaults().ofMean(clustered),
        VisitScores.of(hips, Instruments.HARRIS_HIP_SCORE, ArthroplastyPolicy.EXCLUDE_AFTER)
            .build(),
        visitModel(),
        visitModel().residuals(),
        visitModel().effects(),
        FirthLogistic.withDefaults().fit(visits().map(score -> score > 60 ? 1 : 0)),
        ClusterBootstrap.of(clustered, 0.95, 20, 1),
        ClusteredSignedRank.test(clustered),
        ClusteredOutcomes.ofHips(hips, hip -> true).proportion(),
        CountTable.of(new int[][] {{5, 3}, {2, 6}}),
        ProportionInterval.Method.WILSON.of(Count.of(3, 8), 0.95),
        SatisfactionSummary.of(List.of(Satisfaction.SATISFIED, Satisfaction.NEUTRAL)));
  }

  private static VisitModelFit visitModel() {
    return MixedModel.withDefaults().fit(visits());
  }

  private static VisitScores visits() {
    return VisitScores.of(
            List.of("a", "a", "b", "b", "c", "c", "d", "d"),
            List.of("0", "6", "0", "6", "0", "6", "0", "6"),
            IntStream.of(50, 61, 54, 67, 63, 66, 52, 56)
                .mapToObj(score -> OptionalDouble.of(score))
                .toList())
        .build();
  }

  private static HarrisForm form() {
    HarrisForm.Builder form = HarrisForm.builder().pain(Pain.MILD);
    return form.deformity(Deformity.meeting(EnumSet.allOf(DeformityCriterion.class)))
        .rangeOfMotion(RangeOfMotion.builder().flexionDegrees(90).build())
        .build();
  }

  private static List<Object> agreements() {
    List<List<OptionalDouble>> angles = IntStream.range(0, 8)
        .mapToObj(hip -> List.of(OptionalDouble.of(hip), OptionalDouble.of(hip % 3 + hip)))
        .toList();
    List<List<Optional<String>>> stages = IntStream.range(0, 8)
        .mapToObj(hip -> List.of(Optional.of("" + hip % 2), Optional.of("" + hip % 3 % 2)))
        .toList();
    return List.of(
        Measurements.of(angles), Ratings.of(List.of("0", "1"), stages), new CompensatedSum());
  }

  /** A patient who was treated, and screened without being enrolled. */
  private static List<Object> conduct(Hip hip) {
    PatientId id = hip.id().patient();
    Patient screened = Patient.builder()
        .id(id)
        .sex(Sex.FEMALE)
        .ageYears(Subjects.AGE)
        .screening(Screening.builder().enrolled(false).build())
        .build();
    Cohort cohort = Cohort.builder().addPatients(screened).addHips(hip).build();
    return List.of(
        ParticipantFlow.of(StudyProtocol.withHalfwayWindows(), cohort).reasons(),
        ParticipantFlow.of(StudyProtocol.withHalfwayWindows(), cohort).visits(),
        CoreDecompression.builder().day(2).drillMillimeters(3.2).build(),
        Injection.builder().number(2).day(2).reason("word").build(),
        MarrowAspiration.builder().patient(id).day(2).volumeMilliliters(90).build());
  }

  private static List<Object> competing() {
    CompetingFollowUpBuilder builder = CompetingFollowUp.ofDays(
            new int[] {30, 90, 90, 180, 200, 365, 365, 730},
            new int[] {1, 2, 0, 1, 2, 1, 1, 0},
            List.of("replaced", "died"))
        .clusters(PATIENTS)
        .groups(List.of("I", "I", "II", "II", "I", "I", "II", "II"));
    CompetingFollowUp hips = builder.build();
    Covariates design =
        Covariates.ofRows(8).number("age", 1, 4, 2, 5, 3, 3, 6, 2).build();
    GrayTest.Result test = GrayTest.withDefaults().test(hips);
    StateFollowUp.Builder stays = StateFollowUp.ofDays(
            new int[8],
            new int[] {30, 90, 90, 180, 200, 365, 365, 730},
            new int[8],
            new int[] {1, 2, 0, 1, 2, 1, 1, 0},
            List.of("treated", "replaced", "died"))
        .clusters(PATIENTS);
    StateCurve states = AalenJohansen.withDefaults().estimate(stays.build()).get(0);
    IntervalCounts.Builder intervals =
        IntervalCounts.builder().add("I", EventInterval.after(90), 8);
    return List.of(
        intervals,
        intervals.build(),
        stays,
        stays.build(),
        AalenJohansen.withDefaults(),
        states,
        states.probability("replaced", 200).orElseThrow(),
        StateFigure.of(states),
        CumulativeIncidence.withDefaults().estimate(hips).get(0).quantile(0.5),
        builder,
        hips,
        hips.counts(),
        CompetingCounts.ofCauses(hips.causes()),
        GrayTest.withDefaults(),
        test,
        GrayTest.withDefaults().trend(hips),
        GrayTest.withDefaults().pairs(hips),
        FineGray.withDefaults(),
        FineGray.withDefaults().fit(hips, design),
        FineGray.withDefaults().fit(hips, design).incidence(design, 200),
        FineGray.withDefaults().compare(hips, design),
        IncidenceFigure.of(CumulativeIncidence.withDefaults().estimate(hips)).with(test));
  }

  private static List<Object> curves() {
    int[] days = {30, 90, 90, 180, 200, 365, 365, 730};
    boolean[] events = {true, true, false, true, false, true, false, false};
    FollowUp followUp = FollowUp.ofDays(days, events)
        .clusters(PATIENTS)
        .groups(List.of("I", "I", "II", "II", "I", "I", "II", "II"))
        .build();
    KaplanMeierEstimate estimate = KaplanMeier.withDefaults().estimate(followUp);
    CurveContrast contrast = CurveContrast.between(estimate, "I", "II");
    return List.of(
        followUp,
        estimate,
        contrast,
        contrast.restrictedMean(300),
        IncidenceContrast.between(
            CumulativeIncidence.withDefaults()
                .estimate(CompetingFollowUp.of(
                    Collections.nCopies(days.length, EventStatus.EVENT),
                    ended -> FollowUp.ofDays(days, ended)
                        .clusters(PATIENTS)
                        .groups(List.of("I", "I", "II", "II", "I", "I", "II", "II"))
                        .build())),
            "I",
            "II"),
        PairCount.of(PairCount.Hip.of("I", 30, true), PairCount.Hip.of("II", 90, false), 1),
        PairCount.Hip.of("I", 30, true),
        Pairwise.withDefaults().test(followUp),
        PermutationTest.withDefaults().test(followUp, 1),
        FigureOptions.builder().title("word").build());
  }

  private static List<Object> models() {
    FollowUp followUp = FollowUp.ofDays(
            new int[] {30, 90, 90, 180, 200, 365, 365, 730},
            new boolean[] {true, true, false, true, false, true, false, false})
        .clusters(PATIENTS)
        .build();
    Covariates design = Covariates.ofRows(8)
        .number("age", Subjects.AGE, 51, 33, 60, 42, 38, 55, 47)
        .build();
    CoxModel model = CoxRegression.withDefaults().fit(followUp, design);
    Covariates stage = Covariates.ofRows(8)
        .factor("stage", List.of("I", "II", "I", "II", "II", "I", "II", "I"))
        .build();
    AdjustedSurvival adjusted =
        AdjustedSurvival.of(CoxRegression.withDefaults().fit(followUp, stage), "stage");
    ParametricModel parametric =
        ParametricRegression.of(TimeDistribution.WEIBULL).fit(followUp, design);
    return List.of(
        design,
        model,
        model.coefficients().get(0),
        model.concordance(),
        model.residuals(),
        model.baselineHazards().get(0),
        model.baselineHazards().get(0).steps().get(0),
        model.predict(design, 100).get(0),
        model.predictRestrictedMean(design, 100).get(0),
        adjusted,
        adjusted.at(100),
        AdjustedSurvivalFigure.of(adjusted),
        HazardRatios.of(CoxRegression.withDefaults(), followUp, stage),
        HazardRatios.of(CoxRegression.withDefaults(), followUp, stage).rows(),
        ProportionalityTest.withDefaults().test(model).get(0),
        parametric,
        parametric.predictTimes(design, 0.5).get(0),
        EventRates.per(365.25).estimate(followUp).get(0),
        GammaFrailty.withDefaults().withVariance(0.5).fit(followUp, design),
        HazardRatioFigure.of(model));
  }

  private static List<Object> published() {
    ReconstructedCurve curve = CurveReconstruction.withDefaults()
        .reconstruct(PublishedCurve.ofClicks(new double[] {6, 18, 30}, new double[] {0.9, 0.5, 0.4})
            .withAtRisk(new double[] {0, 12, 24}, new int[] {10, 9, 8}));
    List<PooledStudy> studies = List.of(
        PooledStudy.ofProportion("A", Count.of(2, 15), CountedUnit.HIPS),
        PooledStudy.ofProportion("B", Count.of(6, 19), CountedUnit.HIPS));
    return List.of(
        PossibleSamples.of(8, "2.25", "1.16", "1", "5", "1"),
        curve,
        ReconstructedContrast.of(curve, curve),
        RandomEffects.withDefaults().pool(studies),
        PooledFigure.of(RandomEffects.withDefaults().pool(studies)),
        BinomialNormal.withDefaults().pool(studies));
  }
}
