package io.github.avnfh.staging.arco;

import io.github.avnfh.core.evidence.Citation;
import io.github.avnfh.core.evidence.Rule;
import io.github.avnfh.core.imaging.Findings;
import io.github.avnfh.staging.NoGrade;
import io.github.avnfh.staging.StagingResult;
import io.github.avnfh.staging.StagingSystem;
import io.github.avnfh.staging.internal.RadiographicSigns;
import io.github.avnfh.staging.internal.StageDecision;
import io.github.avnfh.staging.internal.ThreeValued;
import java.util.List;

/**
 * The ARCO system as revised in 2019, read from findings, without grades.
 *
 * <p>The highest stage that is met wins, and it is decided when every higher stage is excluded: IV,
 * joint space narrowed (or, beside a flattened head, acetabulum changed); IIIB, depression of more
 * than 2 mm; IIIA, crescent (subchondral fracture) or flattening with a depression of 2 mm or less,
 * so that exactly 2.0 mm is IIIA; II, sclerosis or cysts; I, lesion on MRI or bone scan. The
 * revision has no stage 0: a hip without a sign is {@link Arco2019Stage#UNAFFECTED}.
 *
 * <p>The revision reads fractures on radiograph or CT. A fracture that only MRI shows is for the
 * caller not to record as a crescent; this reading is the library's proposal.
 *
 * <pre>{@code
 * Findings findings = Findings.builder()
 *     .flattening(Presence.PRESENT)
 *     .depressionMm(2)
 *     .jointSpaceNarrowing(Presence.ABSENT)
 *     .acetabularChanges(Presence.ABSENT)
 *     .build();
 * StagingResult<Arco2019Stage, NoGrade> reading = Arco2019.REVISED_2019.read(findings);
 * reading.stage().text(); // IIIA
 * }</pre>
 *
 * @see <a href="https://doi.org/10.1016/j.arth.2019.11.029">Yoon BH, et al. The 2019 revised
 *     version of Association Research Circulation Osseous staging system of osteonecrosis of the
 *     femoral head. J Arthroplasty 2020;35:933-940</a>
 */
public final class Arco2019 implements StagingSystem<Arco2019Stage, NoGrade> {
  /** The revision of 2019. */
  public static final Arco2019 REVISED_2019 = new Arco2019();

  private static final double COLLAPSE_MM = 2;

  private static final Citation SOURCE = Citation.of(
      "Yoon BH, Mont MA, Koo KH, Chen CH, Cheng EY, Cui Q, et al",
      "The 2019 revised version of Association Research Circulation Osseous staging system of"
          + " osteonecrosis of the femoral head",
      "J Arthroplasty 2020;35(4):933-940",
      "10.1016/j.arth.2019.11.029");
  private static final Rule UNAFFECTED = rule("NO-SIGN", "No sign: the revision has no stage 0.");
  private static final Rule STAGE_I = rule("I-LESION", "Stage I: lesion, radiograph normal.");
  private static final Rule STAGE_II = rule("II-SCLEROSIS-CYSTS", "Stage II: sclerosis or cysts.");
  private static final Rule IIIA =
      rule("IIIA-COLLAPSE", "Stage IIIA: fracture or flattening, depression 2 mm or less.");
  private static final Rule IIIB = rule("IIIB-DEPRESSION", "Stage IIIB: depression above 2 mm.");
  private static final Rule STAGE_IV = rule("IV-OSTEOARTHRITIS", "Stage IV: osteoarthritis.");

  private Arco2019() {}

  private static Rule rule(String clause, String statement) {
    return Rule.of("ARCO2019-" + clause, "1.0", statement, SOURCE);
  }

  @Override
  public String code() {
    return "arco2019";
  }

  @Override
  public Citation citation() {
    return SOURCE;
  }

  @Override
  public StagingResult<Arco2019Stage, NoGrade> read(Findings findings) {
    RadiographicSigns signs = new RadiographicSigns(findings);
    List<String> contradictions = signs.contradictions();
    if (!contradictions.isEmpty()) {
      return StagingResult.contradicted(contradictions);
    }
    ThreeValued deep = signs.depression(depth -> depth > COLLAPSE_MM);
    StageDecision<Arco2019Stage> decision = new StageDecision<>(Arco2019Stage.class)
        .next(Arco2019Stage.STAGE_IV, signs.osteoarthritis(), STAGE_IV, signs::osteoarthritisWords)
        .next(Arco2019Stage.STAGE_IIIB, deep, IIIB, signs::collapseWords)
        .next(Arco2019Stage.STAGE_IIIA, signs.collapse(), IIIA, signs::collapseWords)
        .next(Arco2019Stage.STAGE_II, signs.sclerosis(), STAGE_II, "sclerosis or cysts present")
        .next(Arco2019Stage.STAGE_I, signs.lesion(), STAGE_I, "lesion present")
        .lowest(Arco2019Stage.UNAFFECTED, UNAFFECTED, "no sign present");
    return decision.result();
  }
}
