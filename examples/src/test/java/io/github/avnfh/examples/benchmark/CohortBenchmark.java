package io.github.avnfh.examples.benchmark;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.github.avnfh.core.dictionary.CohortReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
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
 * A cohort from its files in a heap of one gibibyte, beside the mere reading of cells: the baseline
 * makes neither numbers nor visits of them. Time and allocation are those of all files.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx1g")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class CohortBenchmark {
  /** How many rows {@code visits.csv} has; a fifth as many hips and patients. */
  @Param("1000000")
  private int visitRows;

  private CohortFiles files = CohortFiles.random(0, 0);

  /** Writes the files. */
  @Setup
  public void fill() {
    files = CohortFiles.random(visitRows, 3);
  }

  /** Reads the cohort. */
  @Benchmark
  public Object cohort() {
    return CohortReader.withDefaults().read(files::open).orThrow();
  }

  /** Reads the cells of the same files with the same parser. */
  @Benchmark
  public void cellsBaseline(Blackhole sink) throws IOException {
    for (String file : files.names()) {
      try (InputStreamReader text =
              new InputStreamReader(files.open(file).orElseThrow(), StandardCharsets.UTF_8);
          CsvReader<CsvRecord> records = CsvReader.builder().ofCsvRecord(text)) {
        for (CsvRecord cells : records) {
          sink.consume(cells.getFields());
        }
      }
    }
  }
}
