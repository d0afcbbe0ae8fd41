package io.github.avnfh.examples.benchmark;

import io.github.avnfh.survival.FollowUp;
import io.github.avnfh.survival.KaplanMeier;
import io.github.avnfh.survival.KaplanMeierEstimate;
import io.github.avnfh.survival.compare.LogRank;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * From columns to Kaplan-Meier curves in four groups, with standard errors and log-log limits; time
 * and allocation are those of all hips.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class CurveBenchmark {
  /** How many hips. */
  @Param({"100000", "1000000"})
  private int hips;

  private HipColumns columns = HipColumns.random(0, 0);

  /** Makes the columns. */
  @Setup
  public void fill() {
    columns = HipColumns.random(hips, 6);
  }

  private static KaplanMeierEstimate estimate(FollowUp followUp) {
    return KaplanMeier.withDefaults().estimate(followUp);
  }

  private int groups() {
    return HipColumns.GROUPS.size();
  }

  /** Whole days. */
  @Benchmark
  public Object days() {
    return estimate(columns.inDays().build());
  }

  /** Whole days, by hand. */
  @Benchmark
  public Object daysBaseline() {
    return CountingCurves.of(columns, groups()).curves();
  }

  /** Whole days, and the log-rank test with it. */
  @Benchmark
  public void daysWithLogRank(Blackhole sink) {
    FollowUp followUp = columns.inDays().build();
    sink.consume(estimate(followUp));
    sink.consume(LogRank.withDefaults().test(followUp));
  }

  /** Whole days, and the sums of the log-rank test with it, by hand. */
  @Benchmark
  public void daysWithLogRankBaseline(Blackhole sink) {
    CountingCurves counted = CountingCurves.of(columns, groups());
    sink.consume(counted.curves());
    sink.consume(counted.logRank());
  }

  /** Continuous times, with the tie rule. */
  @Benchmark
  public Object times() {
    return estimate(columns.inTimes().build());
  }

  /** Continuous times, by hand. */
  @Benchmark
  public Object timesBaseline() {
    return RadixCurves.of(columns, groups());
  }

  /** Continuous times, and the log-rank test with it. */
  @Benchmark
  public void timesWithLogRank(Blackhole sink) {
    FollowUp followUp = columns.inTimes().build();
    sink.consume(estimate(followUp));
    sink.consume(LogRank.withDefaults().test(followUp));
  }

  /** Continuous times, and the sums of the log-rank test with it, by hand. */
  @Benchmark
  public void timesWithLogRankBaseline(Blackhole sink) {
    BareCurve[] curves = RadixCurves.of(columns, groups());
    sink.consume(curves);
    sink.consume(RadixCurves.logRank(curves));
  }

  /** Whole days, two hips in some patients. */
  @Benchmark
  public Object clustered() {
    return estimate(columns.inDays().clusters(columns.patients).build());
  }

  /** The log-rank test of whole days by patient, without curves. */
  @Benchmark
  public Object logRankByPatient() {
    return LogRank.withDefaults()
        .test(columns.inDays().clusters(columns.patients).build());
  }

  /** Whole days, two hips in some patients, by hand. */
  @Benchmark
  public Object clusteredBaseline() {
    return ClusterCurves.of(columns, groups());
  }
}
