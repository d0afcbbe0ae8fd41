package io.github.avnfh.staging.chinese;

import io.github.avnfh.core.Quantity;
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
 * The staging of the Chinese guideline of 2015, read from findings, with its grades a, b and c.
 *
 * <p>The highest stage that is met wins, and it is decided when every higher stage is excluded: 5,
 * joint space narrowed (or, beside a flattened head, acetabulum changed); 4, flattening, however
 * little; 3, crescent; 2, sclerosis or cysts; 1, lesion on MRI or bone scan. The guideline has no
 * stage 0: a hip without a sign is {@link ChineseStage#UNAFFECTED}.
 *
 * <p>The grade is a below 15, b from 15 to 30 and c above 30 % of the head in 1 and 2, and of the
 * surface's length in 3; in 4 it is a below 2, b from 2 to 4 and c above 4 mm of depression:
 * exactly 15 and 30 % and 2 and 4 mm are b. For c of stage 4 a copy of the table prints "4 mm",
 * which is read as more than 4 (the library's proposed reading). 5 has no grade.
 *
 * <pre>{@code
 * Findings findings = Findings.builder()
 *     .sclerosisOrCysts(Presence.PRESENT)
 *     .crescent(Presence.ABSENT)
 *     .flattening(Presence.ABSENT)
 *     .jointSpaceNarrowing(Presence.ABSENT)
 *     .lesionPercent(24)
 *     .build();
 * StagingResult<ChineseStage, ChineseGrade> reading = Chinese2015.GUIDELINE_2015.read(findings);
 * reading.stage().text(); // 2
 * reading.grade().text(); // b
 * }</pre>
 *
 * @see <a href="https://doi.org/10.1111/os.12193">Joint Surgery Group of the Orthopaedic Branch of
 *     the Chinese Medical Association. Guideline for diagnostic and treatment of osteonecrosis of
 *     the femoral head. Orthop Surg 2015;7:200-207</a>
 */
public final class Chinese2015 implements StagingSystem<ChineseStage, ChineseGrade> {
  /** The guideline of 2015. */
  public static final Chinese2015 GUIDELINE_2015 = new Chinese2015();

  private static final Citation SOURCE = Citation.of(
      "Joint Surgery Group of the Orthopaedic Branch of the Chinese Medical Association",
      "Guideline for diagnostic and treatment of osteonecrosis of the femoral head",
      "Orthop Surg 2015;7:200-207",
      "10.1111/os.12193");
  private static final Rule UNAFFECTED = rule("NO-SIGN", "No sign: the guideline has no stage 0.");
  private static final Rule STAGE_1 = rule("1-LESION", "Stage 1: lesion, radiograph normal.");
  private static final Rule STAGE_2 = rule("2-SCLEROSIS-CYSTS", "Stage 2: sclerosis or cysts.");
  private static final Rule STAGE_3 = rule("3-CRESCENT", "Stage 3: crescent on a round head.");
  private static final Rule STAGE_4 = rule("4-COLLAPSE", "Stage 4: the head is flattened.");
  private static final Rule STAGE_5 = rule("5-OSTEOARTHRITIS", "Stage 5: osteoarthritis.");

  private static final GradeBands<ChineseGrade> LESION = bands(
      "LESION",
      Findings.LESION_EXTENT,
      FindingField.LESION_PERCENT,
      15,
      30,
      "Stages 1 and 2: a below 15, b 15 to 30, c above 30 % of head.");
  private static final GradeBands<ChineseGrade> CRESCENT = bands(
      "CRESCENT",
      Findings.CRESCENT_EXTENT,
      FindingField.CRESCENT_PERCENT,
      15,
      30,
      "Stage 3: a below 15, b 15 to 30, c above 30 % of length.");
  private static final GradeBands<ChineseGrade> DEPRESSION = bands(
      "DEPRESSION",
      Findings.DEPRESSION,
      FindingField.DEPRESSION_MM,
      2,
      4,
      "Stage 4: a below 2, b 2 to 4, c above 4 mm.");

  private Chinese2015() {}

  private static Rule rule(String clause, String statement) {
    return Rule.of("CHINESE2015-" + clause, "1.0", statement, SOURCE);
  }

  private static GradeBands<ChineseGrade> bands(
      String clause,
      Quantity quantity,
      FindingField column,
      double low,
      double high,
      String statement) {
    return new GradeBands<>(
        ChineseGrade.class, quantity, column, low, high, rule("GRADE-" + clause, statement));
  }

  @Override
  public String code() {
    return "chinese2015";
  }

  @Override
  public Citation citation() {
    return SOURCE;
  }

  @Override
  public StagingResult<ChineseStage, ChineseGrade> read(Findings findings) {
    RadiographicSigns signs = new RadiographicSigns(findings);
    List<String> contradictions = signs.contradictions();
    if (!contradictions.isEmpty()) {
      return StagingResult.contradicted(contradictions);
    }
    StageDecision<ChineseStage> decision = new StageDecision<>(ChineseStage.class)
        .next(ChineseStage.STAGE_5, signs.osteoarthritis(), STAGE_5, signs::osteoarthritisWords)
        .next(ChineseStage.STAGE_4, signs.flattening(), STAGE_4, "head flattened")
        .next(ChineseStage.STAGE_3, signs.crescent(), STAGE_3, "crescent present")
        .next(ChineseStage.STAGE_2, signs.sclerosis(), STAGE_2, "sclerosis or cysts present")
        .next(ChineseStage.STAGE_1, signs.lesion(), STAGE_1, "lesion present")
        .lowest(ChineseStage.UNAFFECTED, UNAFFECTED, "no sign present");
    return decision.result(grade(decision.stage().possible().get(0), findings));
  }

  private static GradeBands.Decision<ChineseGrade> grade(ChineseStage stage, Findings findings) {
    return switch (stage) {
      case STAGE_1, STAGE_2 -> LESION.grade(findings.lesionPercent());
      case STAGE_3 -> CRESCENT.grade(findings.crescentPercent());
      case STAGE_4 -> DEPRESSION.grade(findings.depressionMm());
      case UNAFFECTED, STAGE_5 -> GradeBands.Decision.none();
    };
  }
}
