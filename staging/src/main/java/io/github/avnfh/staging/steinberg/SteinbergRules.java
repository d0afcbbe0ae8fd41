package io.github.avnfh.staging.steinberg;

import io.github.avnfh.core.evidence.Citation;
import io.github.avnfh.core.evidence.Rule;

/**
 * The clauses of the Steinberg system, in our own words.
 *
 * <pre>{@code
 * Rule rule = SteinbergRules.STAGE_III;
 * rule.id();        // STEINBERG-III-CRESCENT
 * rule.statement(); // Stage III: subchondral collapse, the crescent, no flattening.
 * }</pre>
 */
public final class SteinbergRules {
  /** The paper that describes the system, with its grades. */
  public static final Citation SOURCE = Citation.of(
      "Steinberg ME, Hayken GD, Steinberg DR",
      "A quantitative system for staging avascular necrosis",
      "J Bone Joint Surg Br 1995;77-B:34-41");

  /** Stage 0: no sign on radiograph and MRI or bone scan. */
  public static final Rule STAGE_0 = rule(
      "STEINBERG-0-NO-SIGN", "Stage 0: radiograph normal or non-diagnostic, MRI or scan normal.");

  /** Stage I: a lesion on MRI or bone scan only. */
  public static final Rule STAGE_I =
      rule("STEINBERG-I-LESION", "Stage I: MRI or bone scan abnormal, no sign on the radiograph.");

  /** Stage II: sclerosis or cysts. */
  public static final Rule STAGE_II =
      rule("STEINBERG-II-SCLEROSIS-CYSTS", "Stage II: cystic and sclerotic change.");

  /** Stage III: the crescent without flattening. */
  public static final Rule STAGE_III = rule(
      "STEINBERG-III-CRESCENT", "Stage III: subchondral collapse, the crescent, no flattening.");

  /** Stage IV: flattening, however little. */
  public static final Rule STAGE_IV = rule(
      "STEINBERG-IV-FLATTENING",
      "Stage IV: flattening of the head, which a depression above 0 mm is.");

  /** Stage V: narrowing of the joint line. */
  public static final Rule STAGE_V =
      rule("STEINBERG-V-NARROWING", "Stage V: narrowing of the joint line.");

  /** Stage V by exclusion, which is the library's proposed reading of the paper. */
  public static final Rule STAGE_V_ACETABULUM = rule(
      "STEINBERG-V-ACETABULUM",
      "Proposed reading: a flattened head with a changed acetabulum is V, because IV asks for a"
          + " normal acetabulum.");

  /** Stage VI: the joint line virtually obliterated. */
  public static final Rule STAGE_VI =
      rule("STEINBERG-VI-OBLITERATED", "Stage VI: joint line virtually obliterated.");

  /** The grade of stages I and II: A below 15, B 15 to 30, C above 30 % of the head. */
  public static final Rule GRADE_LESION = rule(
      "STEINBERG-GRADE-LESION", "Stages I and II: A below 15, B 15 to 30, C above 30 % of head.");

  /** The grade of stage III: A below 15, B 15 to 30, C above 30 % of the surface's length. */
  public static final Rule GRADE_CRESCENT = rule(
      "STEINBERG-GRADE-CRESCENT", "Stage III: A below 15, B 15 to 30, C above 30 % of length.");

  /** The grade of stage IV by surface: A below 15, B 15 to 30, C above 30 %. */
  public static final Rule GRADE_SURFACE = rule(
      "STEINBERG-GRADE-SURFACE",
      "Stage IV: A below 15, B 15 to 30, C above 30 % of the surface; the higher of surface and"
          + " depression counts.");

  /** The grade of stage IV by depression: A below 2, B 2 to 4, C above 4 mm. */
  public static final Rule GRADE_DEPRESSION = rule(
      "STEINBERG-GRADE-DEPRESSION",
      "Stage IV: A below 2, B 2 to 4, C above 4 mm; the higher of surface and depression counts.");

  /** The grade of stage V: the average of the head's, as in stage IV, and the acetabulum's. */
  public static final Rule GRADE_AVERAGE = rule(
      "STEINBERG-GRADE-AVERAGE",
      "Stage V: the average of the head's grade, as in stage IV, and of the acetabulum's.");

  private SteinbergRules() {}

  private static Rule rule(String id, String statement) {
    return Rule.of(id, "1.0", statement, SOURCE);
  }
}
