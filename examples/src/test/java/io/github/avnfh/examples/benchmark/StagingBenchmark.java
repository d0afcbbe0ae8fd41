package io.github.avnfh.examples.benchmark;

import io.github.avnfh.core.imaging.Findings;
import io.github.avnfh.staging.arco.Arco1994;
import io.github.avnfh.staging.arco.Arco2019;
import io.github.avnfh.staging.chinese.Chinese2015;
import io.github.avnfh.staging.ficat.Ficat;
import io.github.avnfh.staging.jic.Jic;
import io.github.avnfh.staging.kerboul.HaGrade;
import io.github.avnfh.staging.kerboul.Kerboul1974;
import io.github.avnfh.staging.kerboul.NecroticAngle;
import io.github.avnfh.staging.steinberg.Steinberg;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** Readings of a million hips by each system; time and allocation are those of one hip. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class StagingBenchmark {
  private static final int HIPS = 1_000_000;

  private List<Findings> hips = List.of();

  /** Makes the findings. */
  @Setup
  public void fill() {
    hips = RandomFindings.of(HIPS, 5);
  }

  /** Stages by Steinberg's system. */
  @Benchmark
  @OperationsPerInvocation(HIPS)
  public void steinberg(Blackhole sink) {
    for (Findings findings : hips) {
      sink.consume(Steinberg.PENNSYLVANIA_1995.read(findings));
    }
  }

  /** Stages by Steinberg's system with the least code. */
  @Benchmark
  @OperationsPerInvocation(HIPS)
  public void steinbergBaseline(Blackhole sink) {
    for (Findings findings : hips) {
      sink.consume(BareSteinberg.stageAndGrade(findings));
    }
  }

  /** Stages by the system of Ficat and Arlet, the crescent in III. */
  @Benchmark
  @OperationsPerInvocation(HIPS)
  public void ficat(Blackhole sink) {
    for (Findings findings : hips) {
      sink.consume(Ficat.MERGED.read(findings));
    }
  }

  /** Stages by the system of Ficat and Arlet, the crescent in IIB. */
  @Benchmark
  @OperationsPerInvocation(HIPS)
  public void ficatSubstaged(Blackhole sink) {
    for (Findings findings : hips) {
      sink.consume(Ficat.SUBSTAGED_1985.read(findings));
    }
  }

  /** Stages by the ARCO system of 1994. */
  @Benchmark
  @OperationsPerInvocation(HIPS)
  public void arco1994(Blackhole sink) {
    for (Findings findings : hips) {
      sink.consume(Arco1994.PUBLISHED_1994.read(findings));
    }
  }

  /** Stages by the ARCO system of 2019. */
  @Benchmark
  @OperationsPerInvocation(HIPS)
  public void arco2019(Blackhole sink) {
    for (Findings findings : hips) {
      sink.consume(Arco2019.REVISED_2019.read(findings));
    }
  }

  /** Stages by the Japanese criteria, with the type. */
  @Benchmark
  @OperationsPerInvocation(HIPS)
  public void jic(Blackhole sink) {
    for (Findings findings : hips) {
      sink.consume(Jic.REVISED_2001.read(findings));
    }
  }

  /** Stages by the Chinese guideline. */
  @Benchmark
  @OperationsPerInvocation(HIPS)
  public void chinese(Blackhole sink) {
    for (Findings findings : hips) {
      sink.consume(Chinese2015.GUIDELINE_2015.read(findings));
    }
  }

  /** Sizes by Kerboul's angle. */
  @Benchmark
  @OperationsPerInvocation(HIPS)
  public void kerboul(Blackhole sink) {
    for (Findings findings : hips) {
      sink.consume(NecroticAngle.level(findings, Kerboul1974::of));
    }
  }

  /** Grades by Kerboul's angle as modified by Ha. */
  @Benchmark
  @OperationsPerInvocation(HIPS)
  public void ha(Blackhole sink) {
    for (Findings findings : hips) {
      sink.consume(NecroticAngle.level(findings, HaGrade::of));
    }
  }
}
