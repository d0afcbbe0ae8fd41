package io.github.avnfh.examples.benchmark;

import io.github.avnfh.survival.KaplanMeier;
import io.github.avnfh.survival.competing.CompetingFollowUp;
import io.github.avnfh.survival.competing.CompetingFollowUpBuilder;
import io.github.avnfh.survival.competing.CumulativeIncidence;
import io.github.avnfh.survival.competing.GrayTest;
import java.util.List;
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

/**
 * From columns of whole days to cumulative incidences of two causes in four groups, with errors and
 * limits; the Kaplan-Meier curves of the same rows, and Gray's test, beside them.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class IncidenceBenchmark {
  static final List<String> CAUSES = List.of("replaced", "died");

  /** How many hips. */
  @Param("1000000")
  private int hips;

  private HipColumns columns = HipColumns.random(0, 0);
  private int[] causes = {};

  /** Makes the columns. */
  @Setup
  public void fill() {
    columns = HipColumns.random(hips, 6);
    causes = causes(columns);
  }

  /** A third of the events are of the second cause. */
  static int[] causes(HipColumns columns) {
    int[] causes = new int[columns.size()];
    for (int hip = 0; hip < causes.length; hip++) {
      int cause = hip % 3 == 0 ? 2 : 1;
      causes[hip] = columns.events[hip] ? cause : 0;
    }
    return causes;
  }

  static CompetingFollowUpBuilder rows(HipColumns columns, int[] causes) {
    return CompetingFollowUp.ofDays(columns.days, causes, CAUSES)
        .groups(columns.groups, HipColumns.GROUPS);
  }

  private CompetingFollowUp independent() {
    return rows(columns, causes).build();
  }

  private CompetingFollowUp byPatient() {
    return rows(columns, causes).clusters(columns.patients).build();
  }

  /** Incidences. */
  @Benchmark
  public Object incidence() {
    return CumulativeIncidence.withDefaults().estimate(independent());
  }

  /** Incidences of the first cause, by hand. */
  @Benchmark
  public Object incidenceBaseline() {
    return CountingIncidence.of(columns, causes, HipColumns.GROUPS.size());
  }

  /** Kaplan-Meier of the same rows. */
  @Benchmark
  public Object curve() {
    return KaplanMeier.withDefaults().estimate(independent().anyEvent());
  }

  /** Incidences, two hips in some patients. */
  @Benchmark
  public Object incidenceByPatient() {
    return CumulativeIncidence.withDefaults().estimate(byPatient());
  }

  /** Kaplan-Meier of the same rows, two hips in some patients. */
  @Benchmark
  public Object curveByPatient() {
    return KaplanMeier.withDefaults().estimate(byPatient().anyEvent());
  }

  /** Gray's test. */
  @Benchmark
  public Object gray() {
    return GrayTest.withDefaults().test(independent());
  }

  /** Gray's test, two hips in some patients. */
  @Benchmark
  public Object grayByPatient() {
    return GrayTest.withDefaults().test(byPatient());
  }
}
