package io.github.avnfh.examples.question;

import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.cohort.Hip;
import io.github.avnfh.examples.synthetic.BundledCohort;
import io.github.avnfh.survival.Endpoint;
import io.github.avnfh.survival.KaplanMeier;
import io.github.avnfh.survival.SurvivalCurve;
import java.util.Locale;

/**
 * How many hips of each stage were still the patient's own after two years?
 *
 * <p>A stage without an arthroplasty gets an exact lower limit, and hips of one patient are not
 * taken for independent.
 *
 * <pre>{@code
 * Cohort{SYNTHETIC, 46 patients, 58 hips}
 * stage I   14 hips: 1.000 (0.768 to 1.000)
 * stage II  29 hips: 1.000 (0.863 to 1.000)
 * stage III 15 hips: 0.600 (0.242 to 0.832)
 * }</pre>
 */
public final class HowLongDidTheHipsLast {
  private static final int TWO_YEARS = Timepoint.ofMonths(24).nominalDay().orElseThrow();

  private HowLongDidTheHipsLast() {}

  /**
   * Prints the answer.
   *
   * @param none not read
   */
  public static void main(String... none) {
    Cohort cohort = BundledCohort.read();
    System.out.println(cohort);
    KaplanMeier.withDefaults()
        .estimate(Endpoint.arthroplasty().followUp(cohort.hips(), Hip::baselineStage))
        .curves()
        .forEach(HowLongDidTheHipsLast::print);
  }

  private static void print(SurvivalCurve curve) {
    curve
        .at(TWO_YEARS)
        .estimate()
        .ifPresent(estimate -> System.out.println(String.format(
            Locale.ROOT,
            "stage %-3s %2d hips: %.3f (%.3f to %.3f)",
            curve.group(),
            curve.rows(),
            estimate.survival(),
            estimate.lower(),
            estimate.upper())));
  }
}
