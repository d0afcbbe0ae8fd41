package io.github.avnfh.examples.benchmark;

import io.github.avnfh.core.csv.CsvFormat;
import io.github.avnfh.core.csv.CsvInput;
import io.github.avnfh.core.csv.Problems;
import io.github.avnfh.core.dictionary.CohortReader;
import io.github.avnfh.core.dictionary.Dictionary;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
 * A table of patients and hips and a long table of visits through a dictionary, beside the mere
 * texts of the cells of the visits: the baseline reads no hip and makes neither numbers nor visits.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx2g")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class DictionaryBenchmark {
  private static final String VISITS = "visits.csv";
  private static final String[] MONTHS = {"0", "1", "3", "6", "12", "18", "24"};
  private static final List<String> COLUMNS = List.of("Nr", "Side", "Months", "VAS", "HHS");
  private static final Dictionary DICTIONARY = Dictionary.parse("dictionary.csv", """
      source,column,means,unit,dates
      hips.csv,Nr,patient,,
      hips.csv,Sex,sex,,
      hips.csv,Age,age_years,,
      hips.csv,Side,side,,
      hips.csv,Stage,steinberg_stage,,
      hips.csv,Treated,index_date,,dd/MM/yyyy
      visits.csv,Nr,patient,,
      visits.csv,Side,side,,
      visits.csv,Months,visit,months,
      visits.csv,VAS,score:vas,mm,
      visits.csv,HHS,score:hhs,,
      """);

  /** How many rows the table of visits has; a seventh as many patients with one hip each. */
  @Param("1000000")
  private int visitRows;

  private Map<String, byte[]> files = Map.of();

  /** Writes both tables. */
  @Setup
  public void fill() {
    StringBuilder hips = new StringBuilder("Nr,Sex,Age,Side,Stage,Treated\n");
    for (int hip = 0; hip * MONTHS.length < visitRows; hip++) {
      hips.append(hip).append(",M,").append(20 + hip % 60).append(",L,II,");
      hips.append(10 + hip % 18).append("/0").append(1 + hip % 9).append("/2015\n");
    }
    StringBuilder visits = new StringBuilder("Nr,Side,Months,VAS,HHS\n");
    for (int row = 0; row < visitRows; row++) {
      visits.append(row / MONTHS.length).append(",L,").append(MONTHS[row % MONTHS.length]);
      visits.append(',').append(row % 101).append(',').append(row % 100).append('\n');
    }
    files = Map.of(
        "hips.csv",
        hips.toString().getBytes(StandardCharsets.UTF_8),
        VISITS,
        visits.toString().getBytes(StandardCharsets.UTF_8));
  }

  private Optional<InputStream> open(String file) {
    return Optional.ofNullable(files.get(file)).map(ByteArrayInputStream::new);
  }

  /** Reads the cohort. */
  @Benchmark
  public Object dictionary() {
    return CohortReader.with(DICTIONARY).read(this::open).orThrow();
  }

  /** Reads the texts of the table of visits. */
  @Benchmark
  public void dictionaryBaseline(Blackhole sink) {
    byte[] visits = Objects.requireNonNull(files.get(VISITS));
    CsvInput.of(VISITS, new ByteArrayInputStream(visits), CsvFormat.withDefaults())
        .forEachPassingRow(
            new Problems(),
            row -> COLUMNS.forEach(column -> sink.consume(row.text(column).orElse(""))));
  }
}
