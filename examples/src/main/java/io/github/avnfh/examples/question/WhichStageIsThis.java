package io.github.avnfh.examples.question;

import io.github.avnfh.core.imaging.Findings;
import io.github.avnfh.core.imaging.Presence;
import io.github.avnfh.staging.steinberg.Steinberg;

/**
 * A radiograph shows a crescent, and no one noted the joint space. Which stage is this?
 *
 * <p>What was not assessed is neither present nor absent, so the stage stays open, and the reading
 * names what would decide it.
 *
 * <pre>{@code
 * stage III or V or VI, grade B
 *   STEINBERG-III-CRESCENT: crescent present (J Bone Joint Surg Br 1995;77-B:34-41)
 *   STEINBERG-GRADE-CRESCENT: crescent extent 30.0 % of articular surface length (J Bone Joint Surg Br 1995;77-B:34-41)
 *   lacks: joint_space_narrowing
 *   lacks: joint_space_obliterated
 * stage III, grade B
 *   STEINBERG-III-CRESCENT: crescent present (J Bone Joint Surg Br 1995;77-B:34-41)
 *   STEINBERG-GRADE-CRESCENT: crescent extent 30.0 % of articular surface length (J Bone Joint Surg Br 1995;77-B:34-41)
 * }</pre>
 */
public final class WhichStageIsThis {
  private WhichStageIsThis() {}

  /**
   * Prints the answer.
   *
   * @param none not read
   */
  public static void main(String... none) {
    Findings.Builder seen = Findings.builder()
        .crescent(Presence.PRESENT)
        .crescentPercent(30)
        .flattening(Presence.ABSENT);
    System.out.print(
        Steinberg.PENNSYLVANIA_1995.read(seen.build()).explanation().text());

    Findings looked = seen.jointSpaceNarrowing(Presence.ABSENT).build();
    System.out.print(Steinberg.PENNSYLVANIA_1995.read(looked).explanation().text());
  }
}
