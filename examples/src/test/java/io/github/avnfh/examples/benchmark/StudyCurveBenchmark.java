package io.github.avnfh.examples.benchmark;

import io.github.avnfh.survival.FollowUp;
import io.github.avnfh.survival.KaplanMeier;
import io.github.avnfh.survival.compare.LogRank;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** From columns to curves in four groups for 58 hips, the size of a study. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class StudyCurveBenchmark {
  private static final int HIPS = 58;

  private final HipColumns columns = HipColumns.random(HIPS, 58);

  /** Every hip by itself. */
  @Benchmark
  public Object independent() {
    return KaplanMeier.withDefaults().estimate(columns.inDays().build());
  }

  /** Two hips in some patients. */
  @Benchmark
  public Object clustered() {
    return KaplanMeier.withDefaults()
        .estimate(columns.inDays().clusters(columns.patients).build());
  }

  /** Two hips in some patients, and the log-rank test with it. */
  @Benchmark
  public void clusteredWithLogRank(Blackhole sink) {
    FollowUp followUp = columns.inDays().clusters(columns.patients).build();
    sink.consume(KaplanMeier.withDefaults().estimate(followUp));
    sink.consume(LogRank.withDefaults().test(followUp));
  }
}
