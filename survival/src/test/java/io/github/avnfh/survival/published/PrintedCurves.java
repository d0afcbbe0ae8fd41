package io.github.avnfh.survival.published;

import io.github.avnfh.survival.FollowUp;
import io.github.avnfh.survival.KaplanMeier;
import io.github.avnfh.survival.SurvivalCurve;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Simulated hips, and their curve as it would be printed and clicked. */
final class PrintedCurves {
  /** How a person clicks a curve. */
  enum Style {
    AFTER_EACH_DROP,
    BEFORE_EACH_DROP,
    BOTH_CORNERS,
    EVERY_HALF_MONTH
  }

  static final int MONTHS = 48;
  static final int BETWEEN = 12;

  private PrintedCurves() {}

  /** Exponential times with the given rate a month, and a third lost evenly over the months. */
  static FollowUp hips(int size, double rate, boolean wholeTimes, Random random) {
    double[] times = new double[size];
    boolean[] events = new boolean[size];
    for (int row = 0; row < size; row++) {
      double event = -Math.log(1 - random.nextDouble()) / rate;
      double lost = random.nextInt(3) == 0 ? MONTHS * random.nextDouble() : MONTHS;
      double time = Math.max(0.02, Math.min(event, lost));
      events[row] = event <= lost;
      times[row] = wholeTimes ? Math.max(1, Math.ceil(time)) : time;
    }
    return FollowUp.ofTimes(times, events).build();
  }

  static SurvivalCurve curve(FollowUp hips) {
    return KaplanMeier.withDefaults().estimate(hips).curves().get(0);
  }

  /** The curve clicked in percent and in random order, each click off by a normal error. */
  static PublishedCurve print(FollowUp hips, Style style, double error, Random random) {
    SurvivalCurve curve = curve(hips);
    List<double[]> clicks = new ArrayList<>();
    double level = 1;
    for (SurvivalCurve.Step step : curve.steps()) {
      double after = curve.at(step.time()).estimate().orElseThrow().survival();
      if (step.events() > 0) {
        if (style == Style.BEFORE_EACH_DROP || style == Style.BOTH_CORNERS) {
          clicks.add(new double[] {step.time(), level});
        }
        if (style == Style.AFTER_EACH_DROP || style == Style.BOTH_CORNERS) {
          clicks.add(new double[] {step.time(), after});
        }
      }
      level = after;
    }
    for (double time = 0; style == Style.EVERY_HALF_MONTH && time < curve.lastTime(); time += 0.5) {
      clicks.add(new double[] {time, curve.at(time).estimate().orElseThrow().survival()});
    }
    clicks.add(new double[] {curve.lastTime(), level});
    Collections.shuffle(clicks, random);
    double[] times = clicks.stream().mapToDouble(click -> click[0]).toArray();
    double[] survival = clicks.stream()
        .mapToDouble(click ->
            100 * Math.max(0, Math.min(1.01, click[1] + error * random.nextGaussian())))
        .toArray();
    return PublishedCurve.ofClicks(times, survival);
  }

  static PublishedCurve withAtRisk(PublishedCurve clicks, FollowUp hips) {
    SurvivalCurve curve = curve(hips);
    int places = 1 + (int) Math.ceil(curve.lastTime() / BETWEEN - 1e-9);
    double[] times = new double[Math.max(1, places - 1)];
    int[] counts = new int[times.length];
    for (int i = 0; i < times.length; i++) {
      times[i] = BETWEEN * i;
      counts[i] = (int) curve.riskCount(times[i]).atRisk();
    }
    return clicks.withAtRisk(times, counts);
  }
}
