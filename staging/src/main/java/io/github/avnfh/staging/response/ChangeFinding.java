package io.github.avnfh.staging.response;

import io.github.avnfh.core.evidence.Reason;
import io.github.avnfh.core.imaging.Presence;
import java.util.List;
import org.immutables.value.Value;

/**
 * The finding on one change between two visits: present, absent, or not assessed.
 *
 * <pre>{@code
 * Hip hip = cohort.hips().get(0);
 * for (ChangeFinding finding : ResponseRule.study(5).assess(hip).observations()) {
 *   if (finding.presence() == Presence.PRESENT) {
 *     System.out.println(finding.change() + ": " + finding.reason().inputs());
 *   }
 * }
 * // EDEMA_RESOLUTION: edema present at BL, absent at M24
 * }</pre>
 */
@Value.Immutable
public sealed interface ChangeFinding permits ImmutableChangeFinding {

  /**
   * Returns the change that was looked for.
   *
   * @return the change
   */
  ImagingChange change();

  /**
   * Returns whether the change is present.
   *
   * @return present, absent, or not assessed where findings are missing or readers differ
   */
  Presence presence();

  /**
   * Returns the rule with the findings of both visits.
   *
   * @return the reason
   */
  Reason reason();

  /**
   * Returns the findings that were not assessed and keep the change open.
   *
   * @return names of columns with their timepoint, such as {@code crescent at M12}
   */
  List<String> missing();

  /**
   * Returns a finding.
   *
   * @param change the change that was looked for
   * @param presence whether the change is present
   * @param reason the rule with the findings of both visits
   * @param missing the findings that keep it open
   * @return the finding
   */
  static ChangeFinding of(
      ImagingChange change, Presence presence, Reason reason, List<String> missing) {
    return ImmutableChangeFinding.builder()
        .change(change)
        .presence(presence)
        .reason(reason)
        .addAllMissing(missing)
        .build();
  }
}
