package io.github.avnfh.staging.arco;

import io.github.avnfh.core.Quantity;
import io.github.avnfh.core.evidence.Citation;
import io.github.avnfh.core.evidence.Rule;
import io.github.avnfh.core.imaging.Findings;
import io.github.avnfh.core.imaging.LesionLocation;
import io.github.avnfh.staging.PossibleStages;
import io.github.avnfh.staging.StagingResult;
import io.github.avnfh.staging.StagingSystem;
import io.github.avnfh.staging.internal.FindingField;
import io.github.avnfh.staging.internal.GradeBands;
import io.github.avnfh.staging.internal.RadiographicSigns;
import io.github.avnfh.staging.internal.StageDecision;
import io.github.avnfh.staging.internal.ThreeValued;
import java.util.List;
import java.util.Optional;

/**
 * The ARCO system of 1994, read from findings, with its size classes A, B and C.
 *
 * <p>The highest stage that is met wins, and it is decided when every higher stage is excluded: IV,
 * joint space narrowed (or, beside a flattened head, acetabulum changed); III, crescent or
 * flattening; II, sclerosis or cysts; I, lesion on MRI or bone scan; 0 is what remains (in the
 * system, a necrosis that only histology shows).
 *
 * <p>The size is A below 15, B from 15 to 30 and C above 30 % of the head in I and II, of the
 * surface's length in a round head of III; in a flattened head of III it is the higher of that
 * class by collapsed surface and A below 2, B from 2 to 4 and C above 4 mm of depression: exactly
 * 15 and 30 % and 2 and 4 mm are B. The printed tables join the two by "or" in every class, so that
 * classes overlap; taking the higher one is the library's proposed reading. IV and 0 have no size.
 * The sub-class by location is answered apart, by {@link #location(Findings)}.
 *
 * <pre>{@code
 * Findings findings = Findings.builder()
 *     .crescent(Presence.PRESENT)
 *     .crescentPercent(30)
 *     .flattening(Presence.ABSENT)
 *     .jointSpaceNarrowing(Presence.ABSENT)
 *     .lesionLocation(LesionLocation.LATERAL)
 *     .build();
 * StagingResult<Arco1994Stage, Arco1994Grade> reading = Arco1994.PUBLISHED_1994.read(findings);
 * reading.stage().text();                     // III
 * reading.grade().text();                     // B
 * Arco1994.PUBLISHED_1994.location(findings); // Optional[LATERAL]
 * }</pre>
 */
public final class Arco1994 implements StagingSystem<Arco1994Stage, Arco1994Grade> {
  /** The system as published in 1994. */
  public static final Arco1994 PUBLISHED_1994 = new Arco1994();

  private static final Citation SOURCE = Citation.of(
      "Yue J, Gao H, Guo X, Wang R, Li B, Sun Q, et al",
      "Fibula allograft propping as an effective treatment for early-stage osteonecrosis of the"
          + " femoral head: a systematic review",
      "J Orthop Surg Res 2020;15:206, Table 2",
      "10.1186/s13018-020-01730-6");
  private static final Rule STAGE_0 = rule("0-NO-SIGN", "Stage 0: no sign on images.");
  private static final Rule STAGE_I = rule("I-LESION", "Stage I: lesion, radiograph normal.");
  private static final Rule STAGE_II = rule("II-SCLEROSIS-CYSTS", "Stage II: sclerosis or cysts.");
  private static final Rule STAGE_III = rule("III-COLLAPSE", "Stage III: crescent or flattening.");
  private static final Rule STAGE_IV = rule("IV-OSTEOARTHRITIS", "Stage IV: osteoarthritis.");

  private static final GradeBands<Arco1994Grade> LESION =
      percent("LESION", Findings.LESION_EXTENT, FindingField.LESION_PERCENT);
  private static final GradeBands<Arco1994Grade> CRESCENT =
      percent("CRESCENT", Findings.CRESCENT_EXTENT, FindingField.CRESCENT_PERCENT);
  private static final GradeBands<Arco1994Grade> SURFACE =
      percent("SURFACE", Findings.COLLAPSED_SURFACE, FindingField.COLLAPSED_SURFACE_PERCENT);
  private static final GradeBands<Arco1994Grade> DEPRESSION = new GradeBands<>(
      Arco1994Grade.class,
      Findings.DEPRESSION,
      FindingField.DEPRESSION_MM,
      2,
      4,
      rule("SIZE-DEPRESSION", "A below 2, B 2 to 4, C above 4 mm."));

  private Arco1994() {}

  private static Rule rule(String clause, String statement) {
    return Rule.of("ARCO1994-" + clause, "1.0", statement, SOURCE);
  }

  private static GradeBands<Arco1994Grade> percent(
      String clause, Quantity quantity, FindingField column) {
    return new GradeBands<>(
        Arco1994Grade.class,
        quantity,
        column,
        15,
        30,
        rule("SIZE-" + clause, "A below 15, B 15 to 30, C above 30 %."));
  }

  @Override
  public String code() {
    return "arco1994";
  }

  @Override
  public Citation citation() {
    return SOURCE;
  }

  @Override
  public StagingResult<Arco1994Stage, Arco1994Grade> read(Findings findings) {
    RadiographicSigns signs = new RadiographicSigns(findings);
    List<String> contradictions = signs.contradictions();
    if (!contradictions.isEmpty()) {
      return StagingResult.contradicted(contradictions);
    }
    StageDecision<Arco1994Stage> decision = new StageDecision<>(Arco1994Stage.class)
        .next(Arco1994Stage.STAGE_IV, signs.osteoarthritis(), STAGE_IV, signs::osteoarthritisWords)
        .next(Arco1994Stage.STAGE_III, signs.collapse(), STAGE_III, signs::collapseWords)
        .next(Arco1994Stage.STAGE_II, signs.sclerosis(), STAGE_II, "sclerosis or cysts present")
        .next(Arco1994Stage.STAGE_I, signs.lesion(), STAGE_I, "lesion present")
        .lowest(Arco1994Stage.STAGE_0, STAGE_0, "no sign present");
    return decision.result(size(decision.stage().possible().get(0), findings, signs.flattening()));
  }

  /**
   * Returns the sub-class by location, which belongs to stages I to III.
   *
   * @param findings what was found and what was not assessed
   * @return medial, central or lateral; nothing where it was not assessed, or where the lowest
   *     possible stage knows no location
   */
  public Optional<LesionLocation> location(Findings findings) {
    return switch (read(findings).stage().lowest().orElse(Arco1994Stage.STAGE_0)) {
      case STAGE_I, STAGE_II, STAGE_III -> findings.lesionLocation();
      case STAGE_0, STAGE_IV -> Optional.empty();
    };
  }

  private static GradeBands.Decision<Arco1994Grade> size(
      Arco1994Stage stage, Findings findings, ThreeValued flattening) {
    return switch (stage) {
      case STAGE_I, STAGE_II -> LESION.grade(findings.lesionPercent());
      case STAGE_III -> collapse(findings, flattening);
      case STAGE_0, STAGE_IV -> GradeBands.Decision.none();
    };
  }

  private static GradeBands.Decision<Arco1994Grade> collapse(
      Findings findings, ThreeValued flattening) {
    if (flattening.isOpen()) {
      return new GradeBands.Decision<>(
          PossibleStages.among(List.of(Arco1994Grade.values())), List.of(), flattening.open());
    }
    return flattening.isAbsent()
        ? CRESCENT.grade(findings.crescentPercent())
        : GradeBands.higher(
            SURFACE, findings.collapsedSurfacePercent(), DEPRESSION, findings.depressionMm());
  }
}
