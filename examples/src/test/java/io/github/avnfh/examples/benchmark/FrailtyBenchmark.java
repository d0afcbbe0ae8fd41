package io.github.avnfh.examples.benchmark;

import io.github.avnfh.survival.regression.GammaFrailty;
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

/** From columns to a gamma frailty of patients, and to the Cox model of the same rows without. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class FrailtyBenchmark {
  /** How many hips. */
  @Param("100000")
  private int hips;

  private CoxColumns columns = CoxColumns.random(0, 0);

  /** Makes the columns. */
  @Setup
  public void fill() {
    columns = CoxColumns.random(hips, 6);
  }

  /** With a frailty of each patient. */
  @Benchmark
  public Object frailty() {
    return GammaFrailty.withDefaults().fit(columns.byPatient(), columns.design());
  }

  /** Without. */
  @Benchmark
  public Object withoutFrailty() {
    return columns.fit();
  }
}
