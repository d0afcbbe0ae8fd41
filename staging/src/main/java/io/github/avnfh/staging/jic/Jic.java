package io.github.avnfh.staging.jic;

import io.github.avnfh.core.evidence.Citation;
import io.github.avnfh.core.evidence.Reason;
import io.github.avnfh.core.evidence.Rule;
import io.github.avnfh.core.imaging.Findings;
import io.github.avnfh.core.imaging.Presence;
import io.github.avnfh.staging.PossibleStages;
import io.github.avnfh.staging.StagingResult;
import io.github.avnfh.staging.StagingSystem;
import io.github.avnfh.staging.internal.FindingField;
import io.github.avnfh.staging.internal.GradeBands;
import io.github.avnfh.staging.internal.RadiographicSigns;
import io.github.avnfh.staging.internal.StageDecision;
import io.github.avnfh.staging.internal.ThreeValued;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * The system of the Japanese Investigation Committee of 2001, read from findings: stages 1 to 4,
 * and as grade the type A, B, C1 or C2 of the lesion, which does not depend on the stage.
 *
 * <p>The highest stage that is met wins, and it is decided when every higher stage is excluded: 4,
 * joint space narrowed (or, beside a flattened head, acetabulum changed); 3B, collapse of 3 mm or
 * more, so that exactly 3.0 mm is 3B; 3A, crescent or collapse of less than 3 mm; 2, demarcating
 * sclerosis; 1, lesion on MRI or bone scan. A hip without a sign is {@link JicStage#UNAFFECTED} and
 * has no type.
 *
 * <p>The type goes by the part of the weight-bearing portion that is necrotic, from medial: A up to
 * one third, B up to two thirds (each bound included), C1 and C2 beyond; C2 where the lesion
 * reaches beyond the edge of the acetabulum. The criteria say that C2 extends "to the acetabular
 * edge"; whether a lesion that ends at the edge is recorded as beyond it is for the reader to say.
 *
 * <pre>{@code
 * Findings findings = Findings.builder()
 *     .flattening(Presence.PRESENT)
 *     .depressionMm(3)
 *     .jointSpaceNarrowing(Presence.ABSENT)
 *     .acetabularChanges(Presence.ABSENT)
 *     .weightBearingPercent(60)
 *     .build();
 * StagingResult<JicStage, JicType> reading = Jic.REVISED_2001.read(findings);
 * reading.stage().text(); // 3B
 * reading.grade().text(); // B
 * }</pre>
 *
 * @see <a href="https://doi.org/10.1007/s007760200108">Sugano N, et al. The 2001 revised criteria
 *     for diagnosis, classification, and staging of idiopathic osteonecrosis of the femoral head. J
 *     Orthop Sci 2002;7:601-605</a>
 */
public final class Jic implements StagingSystem<JicStage, JicType> {
  /** The criteria of 2001. */
  public static final Jic REVISED_2001 = new Jic();

  private static final double COLLAPSE_MM = 3;

  /** The next double above a third of 100, so that "below" is "up to a third". */
  private static final double THIRD = 100 / 3.0;

  /** The next double above two thirds of 100, so that "below" is "up to two thirds". */
  private static final double TWO_THIRDS = 200 / 3.0;

  private static final Citation SOURCE = Citation.of(
      "Sugano N, Atsumi T, Ohzono K, Kubo T, Hotokebuchi T, Takaoka K",
      "The 2001 revised criteria for diagnosis, classification, and staging of idiopathic"
          + " osteonecrosis of the femoral head",
      "J Orthop Sci 2002;7(5):601-605",
      "10.1007/s007760200108");
  private static final Rule UNAFFECTED = rule("NO-SIGN", "No sign, and so no stage.");
  private static final Rule STAGE_1 = rule("1-LESION", "Stage 1: lesion, radiograph normal.");
  private static final Rule STAGE_2 = rule("2-SCLEROSIS", "Stage 2: sclerosis, no collapse.");
  private static final Rule STAGE_3A = rule("3A-COLLAPSE", "Stage 3A: collapse below 3 mm.");
  private static final Rule STAGE_3B = rule("3B-COLLAPSE", "Stage 3B: collapse of 3 mm or more.");
  private static final Rule STAGE_4 = rule("4-OSTEOARTHRITIS", "Stage 4: osteoarthritis.");
  private static final Rule TYPE = rule(
      "TYPE",
      "A up to 1/3, B up to 2/3 of the weight-bearing portion; C1 beyond; C2 past the acetabular"
          + " edge.");

  private Jic() {}

  private static Rule rule(String clause, String statement) {
    return Rule.of("JIC-" + clause, "1.0", statement, SOURCE);
  }

  @Override
  public String code() {
    return "jic";
  }

  @Override
  public Citation citation() {
    return SOURCE;
  }

  @Override
  public StagingResult<JicStage, JicType> read(Findings findings) {
    RadiographicSigns signs = new RadiographicSigns(findings);
    List<String> contradictions = signs.contradictions();
    if (!contradictions.isEmpty()) {
      return StagingResult.contradicted(contradictions);
    }
    ThreeValued deep = signs.depression(depth -> depth >= COLLAPSE_MM);
    StageDecision<JicStage> decision = new StageDecision<>(JicStage.class)
        .next(JicStage.STAGE_4, signs.osteoarthritis(), STAGE_4, signs::osteoarthritisWords)
        .next(JicStage.STAGE_3B, deep, STAGE_3B, signs::collapseWords)
        .next(JicStage.STAGE_3A, signs.collapse(), STAGE_3A, signs::collapseWords)
        .next(JicStage.STAGE_2, signs.sclerosis(), STAGE_2, "sclerosis or cysts present")
        .next(JicStage.STAGE_1, signs.lesion(), STAGE_1, "lesion present")
        .lowest(JicStage.UNAFFECTED, UNAFFECTED, "no sign present");
    PossibleStages<JicStage> stage = decision.stage();
    boolean affected = stage.highest().filter(JicStage.UNAFFECTED::equals).isEmpty();
    return decision.resultOfBoth(affected ? type(findings) : GradeBands.Decision.none());
  }

  private static GradeBands.Decision<JicType> type(Findings findings) {
    Set<JicType> possible = EnumSet.allOf(JicType.class);
    List<Reason> reasons = new ArrayList<>();
    Set<FindingField> missing = EnumSet.noneOf(FindingField.class);
    OptionalDouble part = findings.weightBearingPercent();
    if (part.isPresent()) {
      possible.retainAll(bySize(part.getAsDouble()));
      reasons.add(Reason.of(
          TYPE, Findings.WEIGHT_BEARING_INVOLVEMENT.name() + " " + part.getAsDouble() + " %"));
    } else {
      missing.add(FindingField.WEIGHT_BEARING_PERCENT);
    }
    possible.removeAll(byEdge(findings.beyondAcetabularEdge()));
    if (possible.size() > 1 && !findings.beyondAcetabularEdge().isAssessed()) {
      missing.add(FindingField.BEYOND_ACETABULAR_EDGE);
    }
    return new GradeBands.Decision<>(PossibleStages.among(possible), reasons, missing);
  }

  private static Set<JicType> bySize(double percent) {
    if (percent < THIRD) {
      return EnumSet.of(JicType.A);
    }
    return percent < TWO_THIRDS ? EnumSet.of(JicType.B) : EnumSet.of(JicType.C1, JicType.C2);
  }

  private static Set<JicType> byEdge(Presence beyond) {
    return switch (beyond) {
      case ABSENT -> EnumSet.of(JicType.C2);
      case PRESENT -> EnumSet.of(JicType.C1);
      case NOT_ASSESSED -> EnumSet.noneOf(JicType.class);
    };
  }
}
