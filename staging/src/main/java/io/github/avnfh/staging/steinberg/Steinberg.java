package io.github.avnfh.staging.steinberg;

import io.github.avnfh.core.Quantity;
import io.github.avnfh.core.SteinbergGrade;
import io.github.avnfh.core.SteinbergStage;
import io.github.avnfh.core.evidence.Citation;
import io.github.avnfh.core.evidence.Rule;
import io.github.avnfh.core.imaging.Findings;
import io.github.avnfh.staging.StagingResult;
import io.github.avnfh.staging.StagingSystem;
import io.github.avnfh.staging.internal.FindingField;
import io.github.avnfh.staging.internal.GradeBands;
import io.github.avnfh.staging.internal.RadiographicSigns;
import io.github.avnfh.staging.internal.StageDecision;
import java.util.List;

/**
 * The Steinberg system, read from findings.
 *
 * <p>The highest stage that is met wins, and it is decided when every higher stage is excluded by
 * findings that were assessed:
 *
 * <ul>
 *   <li>VI, joint line obliterated: excluded by that finding, or by a joint space without
 *       narrowing;
 *   <li>V, joint line narrowed: excluded by that finding. A flattened head with a changed
 *       acetabulum is V too, because IV asks for a normal acetabulum (the library's proposed
 *       reading); so IV is decided only with a normal acetabulum, and the lower stages do not ask
 *       for it;
 *   <li>IV, flattening: excluded by that finding. Any depression above 0 mm is flattening;
 *   <li>III, crescent, which may never appear on the way from II to IV; II, sclerosis or cysts; I,
 *       lesion on MRI or bone scan: each excluded by that finding; 0 is what remains.
 * </ul>
 *
 * <p>A normal radiograph excludes II to VI at once. So a hip with neither crescent nor flattening
 * whose joint space was not assessed is not decided: it is II, V or VI. An abnormal radiograph that
 * shows none of these signs is non-diagnostic and changes nothing.
 *
 * <p>The grade is A below 15, B from 15 to 30 and C above 30 % of the head (I, II), of the
 * surface's length (III) or of the surface (IV); in IV also A below 2, B from 2 to 4 and C above 4
 * mm of depression, and the higher of the two counts: exactly 15 and 30 % and exactly 2 and 4 mm
 * are B. Where one of the two is missing, the grade is at least the other. Stage V averages with a
 * grade of the acetabulum that findings do not hold, so it is answered without grade; see
 * {@link StageFiveAverage}. Stages 0 and VI have none.
 *
 * <pre>{@code
 * Findings findings = Findings.builder()
 *     .flattening(Presence.PRESENT)
 *     .depressionMm(3)
 *     .jointSpaceNarrowing(Presence.ABSENT)
 *     .acetabularChanges(Presence.ABSENT)
 *     .build();
 * StagingResult<SteinbergStage, SteinbergGrade> reading = Steinberg.PENNSYLVANIA_1995.read(findings);
 * reading.stage().text(); // IV
 * reading.grade().text(); // at least B
 * reading.missing();      // [collapsed_surface_percent]
 * }</pre>
 *
 * @see <a href="https://pubmed.ncbi.nlm.nih.gov/7822393/">Steinberg ME, Hayken GD, Steinberg DR. A
 *     quantitative system for staging avascular necrosis. J Bone Joint Surg Br 1995;77-B:34-41</a>
 */
public final class Steinberg implements StagingSystem<SteinbergStage, SteinbergGrade> {
  /** The system as published in 1995. */
  public static final Steinberg PENNSYLVANIA_1995 = new Steinberg();

  private static final GradeBands<SteinbergGrade> LESION =
      percent(Findings.LESION_EXTENT, FindingField.LESION_PERCENT, SteinbergRules.GRADE_LESION);
  private static final GradeBands<SteinbergGrade> CRESCENT = percent(
      Findings.CRESCENT_EXTENT, FindingField.CRESCENT_PERCENT, SteinbergRules.GRADE_CRESCENT);
  private static final GradeBands<SteinbergGrade> SURFACE = percent(
      Findings.COLLAPSED_SURFACE,
      FindingField.COLLAPSED_SURFACE_PERCENT,
      SteinbergRules.GRADE_SURFACE);
  private static final GradeBands<SteinbergGrade> DEPRESSION = new GradeBands<>(
      SteinbergGrade.class,
      Findings.DEPRESSION,
      FindingField.DEPRESSION_MM,
      2,
      4,
      SteinbergRules.GRADE_DEPRESSION);

  private Steinberg() {}

  private static GradeBands<SteinbergGrade> percent(
      Quantity quantity, FindingField column, Rule rule) {
    return new GradeBands<>(SteinbergGrade.class, quantity, column, 15, 30, rule);
  }

  @Override
  public String code() {
    return "steinberg";
  }

  @Override
  public Citation citation() {
    return SteinbergRules.SOURCE;
  }

  @Override
  public StagingResult<SteinbergStage, SteinbergGrade> read(Findings findings) {
    RadiographicSigns signs = new RadiographicSigns(findings);
    List<String> contradictions = signs.contradictions();
    if (!contradictions.isEmpty()) {
      return StagingResult.contradicted(contradictions);
    }
    StageDecision<SteinbergStage> decision = stage(signs);
    return decision.result(grade(decision.stage().possible().get(0), findings));
  }

  private static StageDecision<SteinbergStage> stage(RadiographicSigns signs) {
    Rule five =
        signs.narrowing().isPresent() ? SteinbergRules.STAGE_V : SteinbergRules.STAGE_V_ACETABULUM;
    return new StageDecision<>(SteinbergStage.class)
        .next(
            SteinbergStage.STAGE_VI,
            signs.obliteration(),
            SteinbergRules.STAGE_VI,
            "joint space obliterated")
        .next(SteinbergStage.STAGE_V, signs.osteoarthritis(), five, signs::osteoarthritisWords)
        .next(
            SteinbergStage.STAGE_IV, signs.flattening(), SteinbergRules.STAGE_IV, "head flattened")
        .next(
            SteinbergStage.STAGE_III,
            signs.crescent(),
            SteinbergRules.STAGE_III,
            "crescent present")
        .next(
            SteinbergStage.STAGE_II,
            signs.sclerosis(),
            SteinbergRules.STAGE_II,
            "sclerosis or cysts present")
        .next(SteinbergStage.STAGE_I, signs.lesion(), SteinbergRules.STAGE_I, "lesion present")
        .lowest(SteinbergStage.STAGE_0, SteinbergRules.STAGE_0, "no sign present");
  }

  private static GradeBands.Decision<SteinbergGrade> grade(
      SteinbergStage stage, Findings findings) {
    return switch (stage) {
      case STAGE_I, STAGE_II -> LESION.grade(findings.lesionPercent());
      case STAGE_III -> CRESCENT.grade(findings.crescentPercent());
      case STAGE_IV ->
        GradeBands.higher(
            SURFACE, findings.collapsedSurfacePercent(), DEPRESSION, findings.depressionMm());
      case STAGE_0, STAGE_V, STAGE_VI, UNKNOWN -> GradeBands.Decision.none();
    };
  }
}
