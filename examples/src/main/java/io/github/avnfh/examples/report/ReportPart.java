package io.github.avnfh.examples.report;

import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.cohort.Hip;
import io.github.avnfh.staging.response.ImagingResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A part of the report, in the order of the report; the methods come after all of them. */
public enum ReportPart {
  /** Who was screened, enrolled and followed, and what departed from the protocol. */
  CONDUCT,
  /** The patients and hips at the beginning. */
  BASELINE,
  /** The scores by visit, and who gained enough. */
  SCORES,
  /** All visits in one model. */
  VISIT_MODEL,
  /** What became of the hips on images. */
  RESPONSE,
  /** When the hips progressed between visits. */
  PROGRESSION,
  /** Edema and lesions by visit. */
  IMAGES,
  /** How long the hips lasted. */
  SURVIVAL,
  /** What predicts arthroplasty. */
  PREDICTORS,
  /** What predicts progression on images. */
  PROGRESSION_PREDICTORS,
  /** The outcomes in parts of the cohort. */
  SUBGROUPS,
  /** The course of every hip. */
  COURSE,
  /** Adverse events. */
  SAFETY,
  /** What the patients said. */
  SATISFACTION,
  /** Whether two readers saw the same. */
  AGREEMENT;

  /** What the parts are made of. */
  record Data(
      Cohort screened, Cohort cohort, Map<Hip, ImagingResponse> responses, Analysis analysis) {}

  Section of(Data data) {
    return switch (this) {
      case CONDUCT -> ConductSection.of(data.screened, data.analysis);
      case BASELINE -> BaselineSection.of(data.cohort);
      case SCORES -> ScoreSection.of(data.cohort, data.analysis);
      case VISIT_MODEL -> VisitModelSection.of(data.cohort);
      case RESPONSE -> ResponseSection.of(data.cohort, data.responses);
      case PROGRESSION -> ProgressionSection.of(data.cohort, data.responses, data.analysis);
      case IMAGES -> ImageSection.of(data.cohort);
      case SURVIVAL -> SurvivalSection.of(data.cohort, data.analysis);
      case PREDICTORS -> PredictorSection.of(data.cohort, data.analysis);
      case PROGRESSION_PREDICTORS ->
        PredictorSection.ofProgression(data.cohort, data.responses, data.analysis);
      case SUBGROUPS -> SubgroupSection.of(data.cohort, data.responses, data.analysis);
      case COURSE -> CourseSection.of(data.cohort);
      case SAFETY -> SafetySection.of(data.cohort, data.analysis);
      case SATISFACTION -> SatisfactionSection.of(data.cohort);
      case AGREEMENT -> AgreementSection.of(data.cohort);
    };
  }

  static List<Section> all(Data data) {
    return Arrays.stream(values()).parallel().map(part -> part.of(data)).toList();
  }
}
