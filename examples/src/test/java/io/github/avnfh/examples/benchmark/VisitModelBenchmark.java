package io.github.avnfh.examples.benchmark;

import io.github.avnfh.scoring.longitudinal.MixedModel;
import io.github.avnfh.scoring.longitudinal.VisitModelFit;
import io.github.avnfh.scoring.longitudinal.VisitScores;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
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

/** Random intercepts of patient and hip over seven visits, a tenth of them missed. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class VisitModelBenchmark {
  private static final List<String> VISITS = List.of("0", "1", "3", "6", "12", "18", "24");

  /** How many hips there are. */
  @Param("100000")
  public int hips;

  private Optional<VisitScores> scores = Optional.empty();

  private final List<Integer> hipOfRow = new ArrayList<>();
  private final List<Integer> patientOfRow = new ArrayList<>();
  private final List<String> visitOfRow = new ArrayList<>();
  private final List<OptionalDouble> scoreOfRow = new ArrayList<>();

  /** Draws the scores: a quarter of patients has two hips. */
  @Setup
  public void draw() {
    Random random = new Random(1);
    int patient = 0;
    int left = 0;
    double ofPatient = 0;
    for (int hip = 0; hip < hips; hip++) {
      if (left == 0) {
        patient++;
        left = random.nextInt(4) == 0 ? 2 : 1;
        ofPatient = 5 * random.nextGaussian();
      }
      left--;
      drawHip(random, hip, patient, ofPatient + 4 * random.nextGaussian());
    }
    scores = Optional.of(
        VisitScores.of(hipOfRow, visitOfRow, scoreOfRow).patients(patientOfRow).build());
  }

  private void drawHip(Random random, int hip, int patient, double level) {
    for (int visit = 0; visit < VISITS.size(); visit++) {
      boolean isMissed = random.nextInt(10) == 0;
      hipOfRow.add(hip);
      patientOfRow.add(patient);
      visitOfRow.add(VISITS.get(visit));
      scoreOfRow.add(
          isMissed
              ? OptionalDouble.empty()
              : OptionalDouble.of(55 + 3 * visit + level + 4 * random.nextGaussian()));
    }
  }

  /** The model with its changes, by restricted maximum likelihood and Satterthwaite. */
  @Benchmark
  public Object randomIntercepts() {
    return MixedModel.withDefaults().fit(scores.orElseThrow()).changes();
  }

  /**
   * Writes the scores for R, and prints the time and the numbers of the first and the fifth fit.
   *
   * @param arguments the number of hips and the name of the file
   * @throws IOException if the file cannot be written
   */
  public static void main(String[] arguments) throws IOException {
    VisitModelBenchmark benchmark = new VisitModelBenchmark();
    benchmark.hips = Integer.parseInt(arguments[0]);
    benchmark.draw();
    benchmark.write(Path.of(arguments[1]));
    for (int run = 1; run <= 5; run++) {
      long start = System.nanoTime();
      VisitModelFit fit = MixedModel.withDefaults().fit(benchmark.scores.orElseThrow());
      VisitModelFit.Contrast last = fit.changes().get(VISITS.size() - 2);
      double seconds = (System.nanoTime() - start) / 1e9;
      if (run == 1 || run == 5) {
        System.out.printf(
            Locale.ROOT,
            "fit %d: %.2f s, change %.9f, error %.9f, -2 log-likelihood %.5f%n",
            run,
            seconds,
            last.estimate().estimate(),
            last.estimate().standardError(),
            fit.minusTwoLogLikelihood().getAsDouble());
      }
    }
  }

  private void write(Path file) throws IOException {
    try (PrintWriter rows =
        new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
      rows.println("patient,hip,visit,score");
      for (int row = 0; row < hipOfRow.size(); row++) {
        if (scoreOfRow.get(row).isPresent()) {
          rows.println(patientOfRow.get(row) + "," + hipOfRow.get(row) + "," + visitOfRow.get(row)
              + "," + scoreOfRow.get(row).getAsDouble());
        }
      }
    }
  }
}
