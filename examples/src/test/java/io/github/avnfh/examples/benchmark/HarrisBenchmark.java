package io.github.avnfh.examples.benchmark;

import io.github.avnfh.scoring.harris.HarrisForm;
import io.github.avnfh.scoring.harris.HarrisScore;
import io.github.avnfh.scoring.harris.RangeOfMotionMethod;
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

/** Totals of a million Harris forms in a stream; time and allocation are those of one form. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class HarrisBenchmark {
  private static final int FORMS = 1_000_000;

  private HarrisColumns columns = HarrisColumns.random(0, 0);
  private List<HarrisForm> forms = List.of();

  /** Makes the forms. */
  @Setup
  public void fill() {
    columns = HarrisColumns.random(FORMS, 4);
    forms = columns.forms();
  }

  /** Scores by the index of 1969. */
  @Benchmark
  @OperationsPerInvocation(FORMS)
  public double index() {
    return sum(RangeOfMotionMethod.INDEX_1969);
  }

  /** Scores by the total arc. */
  @Benchmark
  @OperationsPerInvocation(FORMS)
  public double arc() {
    return sum(RangeOfMotionMethod.TOTAL_ARC);
  }

  private double sum(RangeOfMotionMethod method) {
    return forms.stream()
        .mapToDouble(form -> HarrisScore.of(form, method).total().orElseThrow())
        .sum();
  }

  /** Scores columns by the index of 1969. */
  @Benchmark
  @OperationsPerInvocation(FORMS)
  public double indexBaseline() {
    double sum = 0;
    for (int form = 0; form < FORMS; form++) {
      sum += columns.index(form);
    }
    return sum;
  }

  /** Scores columns by the total arc. */
  @Benchmark
  @OperationsPerInvocation(FORMS)
  public double arcBaseline() {
    double sum = 0;
    for (int form = 0; form < FORMS; form++) {
      sum += columns.arc(form);
    }
    return sum;
  }
}
