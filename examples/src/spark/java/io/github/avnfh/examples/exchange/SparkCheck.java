package io.github.avnfh.examples.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.avnfh.core.csv.CsvFormat;
import io.github.avnfh.core.csv.CsvInput;
import io.github.avnfh.core.csv.Problems;
import io.github.avnfh.core.imaging.Findings;
import io.github.avnfh.scoring.harris.HarrisAnswer.Pain;
import io.github.avnfh.scoring.harris.HarrisForm;
import io.github.avnfh.scoring.harris.HarrisScore;
import io.github.avnfh.scoring.harris.RangeOfMotionMethod;
import io.github.avnfh.staging.steinberg.Steinberg;
import io.github.avnfh.survival.EventCounts;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a cluster counts, stages and scores is what one machine does; in Spark's local mode. */
class SparkCheck {
  private static final String HIPS = "patient INT, side STRING, stage STRING, days INT, event INT";
  private static final Path IMAGES =
      Path.of("src/main/resources/io/github/avnfh/examples/synthetic/imaging.csv");

  private static final List<String> PAINS =
      Arrays.stream(Pain.values()).map(Pain::code).toList();

  private static SparkSession spark;

  @TempDir
  private Path folder;

  @BeforeAll
  static void start() {
    spark = SparkSession.builder()
        .master("local[2]")
        .config("spark.ui.enabled", false)
        .config("spark.sql.shuffle.partitions", 4)
        .getOrCreate();
  }

  @AfterAll
  static void stop() {
    spark.close();
  }

  private static Dataset<Row> rows(String columns, Object[]... rows) {
    return spark.createDataFrame(
        Arrays.stream(rows).map(RowFactory::create).toList(), StructType.fromDDL(columns));
  }

  @Test
  void countsHipsInSevenPartsAsTheirRows() throws Exception {
    HipRegistry hips = HipRegistry.of(Integer.getInteger("avnfh.hips", 1_000_000));
    for (int part : HipRegistry.shuffledParts()) {
      hips.write(folder.resolve("part-" + part + ".csv"), HipRegistry.part(part));
    }
    Dataset<Row> table = spark.read().schema(HIPS).option("header", true).csv(folder.toString());
    EventCounts counts = CountInSpark.counts(table);
    hips.assertAnswers(counts);
    EventCounts otherwise = CountInSpark.counts(table.repartition(7).orderBy("days", "side"));
    assertThat(otherwise.only(HipRegistry.STAGES).lines())
        .isEqualTo(counts.only(HipRegistry.STAGES).lines());
    assertThat(otherwise.pairs()).isEqualTo(counts.pairs());
  }

  @Test
  void refusesHipsThatCannotBeCounted() {
    Object[] hip = {1, "L", "II", 5, 1};
    Object[] another = {2, "L", "II", 5, 2};
    Object[] stray = {null, "L", "II", 5, 1};
    assertThatThrownBy(() -> CountInSpark.counts(rows(HIPS, hip, hip, hip)))
        .hasMessage("hips of a patient [count] must be 1 or 2, but were 3");
    assertThatThrownBy(() -> CountInSpark.counts(rows(HIPS, hip, another)))
        .hasMessageStartingWith("censored [hips] must be 0 or more");
    assertThatThrownBy(() -> CountInSpark.counts(rows(HIPS, hip, stray)))
        .hasStackTraceContaining("a hip must have a patient, but has none");
  }

  @Test
  void stagesImagesAsOneMachineDoes() {
    List<String> direct = new ArrayList<>();
    CsvInput.of(IMAGES, CsvFormat.withDefaults())
        .withOptional(Findings.columns())
        .forEachPassingRow(
            new Problems(),
            row -> direct.add(
                Steinberg.PENNSYLVANIA_1995.read(Findings.read(row)).stage().text()));
    Dataset<Row> images =
        spark.read().option("header", true).option("inferSchema", true).csv(IMAGES.toString());
    List<String> staged = ReadInSpark.staged(images).select("steinberg").collectAsList().stream()
        .map(row -> row.getString(0))
        .toList();
    assertThat(staged).isEqualTo(direct).hasSizeGreaterThan(300);
    assertThat(staged).contains("II", "III", "IV");
  }

  @Test
  void scoresFormsAsOneMachineDoes() {
    String columns = "pain STRING, limp STRING, support STRING, distance STRING, stairs STRING,"
        + " shoes_socks STRING, sitting STRING, transport STRING, fixed_flexion_deg DOUBLE,"
        + " fixed_adduction_deg DOUBLE, fixed_internal_rotation_deg DOUBLE,"
        + " leg_length_difference_cm DOUBLE, flexion_deg DOUBLE, abduction_deg DOUBLE,"
        + " adduction_deg DOUBLE, external_rotation_deg DOUBLE, internal_rotation_deg DOUBLE";
    List<String> items = List.of(StructType.fromDDL(columns).fieldNames());
    List<Object[]> rows = new ArrayList<>();
    List<Optional<Double>> direct = new ArrayList<>();
    for (int form = 0; form < 600; form++) {
      Map<String, String> answers =
          new LinkedHashMap<>(HarrisQuestionnaireResponseTest.FULL.codes());
      answers.put("pain", PAINS.get(form % PAINS.size()));
      answers.put("fixed_adduction_deg", Integer.toString(form % 13));
      answers.put("leg_length_difference_cm", "0.5");
      answers.put("fixed_internal_rotation_deg", "0");
      answers.put("flexion_deg", BigDecimal.valueOf(form, 1).toPlainString());
      List.of("abduction_deg", "adduction_deg", "external_rotation_deg")
          .forEach(motion -> answers.put(motion, "12.5"));
      answers.remove(form % 7 == 0 ? "limp" : "");
      OptionalDouble total = HarrisScore.of(
              HarrisForm.ofCodes(answers), RangeOfMotionMethod.INDEX_1969)
          .total();
      direct.add(total.isPresent() ? Optional.of(total.getAsDouble()) : Optional.empty());
      rows.add(items.stream().map(item -> cell(item, answers.get(item))).toArray());
    }
    Dataset<Row> scored = ReadInSpark.scored(rows(columns, rows.toArray(Object[][]::new)));
    assertThat(scored.select("hhs").collectAsList().stream()
            .map(row -> Optional.ofNullable(row.<Double>getAs(0)))
            .toList())
        .isEqualTo(direct);
    assertThat(direct).contains(Optional.empty());
    assertThat(new HashSet<>(direct)).hasSizeGreaterThan(50);
  }

  private static @Nullable Object cell(String item, @Nullable String text) {
    return text == null || !item.matches(".*_(deg|cm)") ? text : Double.valueOf(text);
  }
}
