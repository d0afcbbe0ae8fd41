package io.github.avnfh.examples.benchmark;

import io.github.avnfh.survival.KaplanMeier;
import io.github.avnfh.survival.KaplanMeierEstimate;
import io.github.avnfh.survival.SurvivalCurve;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Locale;

/**
 * The library's side of the comparison with R's {@code survfit(cluster = )}: the least processor
 * time of several runs from columns to curves, and the standard error at five years.
 */
public final class ClusterRace {
  private static final int SEED = 6;
  private static final int RUNS = 20;
  private static final double FIVE_YEARS = 1826;
  private static final double NANOSECONDS = 1e9;

  private ClusterRace() {}

  /**
   * Measures.
   *
   * @param arguments the number of hips
   */
  @SuppressWarnings("SystemOut")
  public static void main(String... arguments) {
    HipColumns hips = HipColumns.random(Integer.parseInt(arguments[0]), SEED);
    ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    double seconds = Double.POSITIVE_INFINITY;
    KaplanMeierEstimate estimate = estimate(hips);
    for (int run = 0; run < RUNS; run++) {
      long start = clock.getCurrentThreadCpuTime();
      estimate = estimate(hips);
      seconds = Math.min(seconds, (clock.getCurrentThreadCpuTime() - start) / NANOSECONDS);
    }
    System.out.printf(Locale.ROOT, "seconds %.6f%n", seconds);
    for (SurvivalCurve curve : estimate.curves()) {
      double error =
          curve.at(FIVE_YEARS).estimate().orElseThrow().standardError().orElseThrow();
      System.out.printf(Locale.ROOT, "%s %.15g%n", curve.group(), error);
    }
  }

  private static KaplanMeierEstimate estimate(HipColumns hips) {
    return KaplanMeier.withDefaults()
        .estimate(hips.inDays().clusters(hips.patients).build());
  }
}
