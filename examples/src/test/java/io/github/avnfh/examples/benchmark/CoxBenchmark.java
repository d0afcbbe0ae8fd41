package io.github.avnfh.examples.benchmark;

import io.github.avnfh.survival.regression.CoxRegression;
import io.github.avnfh.survival.regression.CoxVariance;
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

/** From columns to Cox models with three covariates and Efron's ties. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class CoxBenchmark {
  private static final double ROUNDING = 1e-9;

  /** How many hips. */
  @Param("1000000")
  private int hips;

  private CoxColumns columns = CoxColumns.random(0, 0);

  /** Makes the columns, and holds the fit by hand against the library's. */
  @Setup
  public void fill() {
    columns = CoxColumns.random(hips, 6);
    double difference = columns.difference();
    if (!(difference <= ROUNDING)) {
      throw new IllegalStateException("coefficients by hand must differ from the library's by "
          + ROUNDING + " at most, but differed by " + difference);
    }
  }

  /** The fit, with its errors, limits and tests. */
  @Benchmark
  public Object fit() {
    return columns.fit();
  }

  /** Coefficients by hand. */
  @Benchmark
  public Object fitBaseline() {
    return BareCox.of(columns.hips, columns.covariates);
  }

  /** The fit with robust errors by patient. */
  @Benchmark
  public Object robust() {
    return CoxRegression.withDefaults()
        .with(CoxVariance.ROBUST)
        .fit(columns.byPatient(), columns.design());
  }

  /** The fit with robust errors by patient, corrected for few patients, which is the default. */
  @Benchmark
  public Object corrected() {
    return CoxRegression.withDefaults().fit(columns.byPatient(), columns.design());
  }
}
