package io.github.avnfh.staging.ficat;

import io.github.avnfh.core.evidence.Citation;
import io.github.avnfh.core.evidence.Rule;
import io.github.avnfh.core.imaging.Findings;
import io.github.avnfh.staging.NoGrade;
import io.github.avnfh.staging.StagingResult;
import io.github.avnfh.staging.StagingSystem;
import io.github.avnfh.staging.internal.RadiographicSigns;
import io.github.avnfh.staging.internal.StageDecision;
import java.util.List;

/**
 * The Ficat-Arlet system, read from findings, without grades.
 *
 * <p>The highest stage that is met wins, and it is decided when every higher stage is excluded: IV,
 * joint space narrowed (or, beside a flattened head, acetabulum changed); III, head flattened; II,
 * sclerosis or cysts; I, lesion on MRI or bone scan; 0 is what remains. The system tells 0 from I
 * by a silent hip and pain; findings know no pain, so the lesion on images decides, as in the
 * comparison that ARCO published with its revision of 2019.
 *
 * <p>Where the crescent belongs, sources disagree. {@link #SUBSTAGED_1985} gives it the transition
 * between II and III, which others write IIB, while III asks for collapse; {@link #MERGED} puts it
 * into III. Early segmental flattening, which the paper counts to the transition, cannot be told
 * from collapse in findings: it counts as III in both.
 *
 * <p>Source: Ficat RP. Idiopathic bone necrosis of the femoral head: early diagnosis and treatment.
 * J Bone Joint Surg Br 1985;67-B:3-9.
 *
 * <pre>{@code
 * Findings crescent = Findings.builder()
 *     .crescent(Presence.PRESENT)
 *     .flattening(Presence.ABSENT)
 *     .jointSpaceNarrowing(Presence.ABSENT)
 *     .build();
 * StagingResult<FicatStage, NoGrade> merged = Ficat.MERGED.read(crescent);
 * merged.stage().text();                              // III
 * Ficat.SUBSTAGED_1985.read(crescent).stage().text(); // IIB
 * }</pre>
 */
public final class Ficat implements StagingSystem<FicatStage, NoGrade> {
  /** The crescent is the transition, stage IIB. */
  public static final Ficat SUBSTAGED_1985 = new Ficat("ficat_substaged", FicatStage.STAGE_IIB);

  /** The crescent is stage III. */
  public static final Ficat MERGED = new Ficat("ficat", FicatStage.STAGE_III);

  private static final Citation SOURCE = Citation.of(
      "Ficat RP",
      "Idiopathic bone necrosis of the femoral head: early diagnosis and treatment",
      "J Bone Joint Surg Br 1985;67-B:3-9");
  private static final Rule STAGE_0 = rule("0-NO-SIGN", "Stage 0: no sign on images.");
  private static final Rule STAGE_I = rule("I-LESION", "Stage I: lesion, radiograph normal.");
  private static final Rule STAGE_II = rule("II-SCLEROSIS-CYSTS", "Stage II: sclerosis or cysts.");
  private static final Rule IIB = rule("IIB-CRESCENT", "Transition: crescent on a round head.");
  private static final Rule III_CRESCENT =
      rule("III-CRESCENT", "Stage III where the crescent has no place of its own.");
  private static final Rule STAGE_III = rule("III-COLLAPSE", "Stage III: collapse of the head.");
  private static final Rule STAGE_IV = rule("IV-NARROWING", "Stage IV: loss of joint space.");

  private final String code;
  private final FicatStage crescent;

  private Ficat(String code, FicatStage crescent) {
    this.code = code;
    this.crescent = crescent;
  }

  private static Rule rule(String clause, String statement) {
    return Rule.of("FICAT-" + clause, "1.0", statement, SOURCE);
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public Citation citation() {
    return SOURCE;
  }

  @Override
  public StagingResult<FicatStage, NoGrade> read(Findings findings) {
    RadiographicSigns signs = new RadiographicSigns(findings);
    List<String> contradictions = signs.contradictions();
    if (!contradictions.isEmpty()) {
      return StagingResult.contradicted(contradictions);
    }
    StageDecision<FicatStage> decision = new StageDecision<>(FicatStage.class)
        .next(FicatStage.STAGE_IV, signs.osteoarthritis(), STAGE_IV, signs::osteoarthritisWords)
        .next(FicatStage.STAGE_III, signs.flattening(), STAGE_III, "head flattened")
        .next(
            crescent,
            signs.crescent(),
            crescent == FicatStage.STAGE_IIB ? IIB : III_CRESCENT,
            "crescent present")
        .next(FicatStage.STAGE_II, signs.sclerosis(), STAGE_II, "sclerosis or cysts present")
        .next(FicatStage.STAGE_I, signs.lesion(), STAGE_I, "lesion present")
        .lowest(FicatStage.STAGE_0, STAGE_0, "no sign present");
    return decision.result();
  }
}
