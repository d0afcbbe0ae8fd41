package io.github.avnfh.examples.exchange;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.raise_error;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;

import io.github.avnfh.survival.DayCount;
import io.github.avnfh.survival.EventCounts;
import io.github.avnfh.survival.KaplanMeier;
import io.github.avnfh.survival.PairCount;
import io.github.avnfh.survival.compare.LogRank;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Curves and tests by patient of hips that lie on a cluster, in ten lines from rows to curves.
 *
 * <p>The cluster counts: hips by stage, day and event, and patients by what became of both hips.
 * Only these counts come to the driver, so that no machine ever holds the rows, and however many
 * parts they lie in, curves and tests are those of the rows to the last bit. The executors run
 * Spark alone; this library is needed on the driver only.
 */
public final class CountInSpark {
  private static final String COLUMNS =
      "patient INT, side STRING, stage STRING, days INT, event INT";

  private CountInSpark() {}

  /**
   * Prints the survival of each stage at a day, and the log-rank test.
   *
   * @param arguments the format of the files, {@code csv} or {@code parquet}; where they lie; and
   *     the day
   */
  public static void main(String... arguments) {
    try (SparkSession spark = SparkSession.builder().appName("hips").getOrCreate()) {
      Dataset<Row> hips = spark
          .read()
          .format(arguments[0])
          .schema(COLUMNS)
          .option("header", true)
          .option("mode", "FAILFAST")
          .load(arguments[1]);
      EventCounts counts = counts(hips);
      int day = Integer.parseInt(arguments[2]);
      System.out.println(counts.rows() + " hips");
      KaplanMeier.withDefaults()
          .estimate(counts)
          .curves()
          .forEach(curve -> curve
              .at(day)
              .estimate()
              .ifPresent(at -> System.out.println(curve.group() + ": " + at.survival())));
      LogRank.withDefaults()
          .test(counts)
          .tests()
          .forEach(test -> test.chiSquare()
              .ifPresent(found -> System.out.println(String.format(
                  Locale.ROOT, "log-rank, %s: %.11g", test.variance().code(), found.statistic()))));
    }
  }

  /**
   * Lets a cluster count hips and pairs of hips.
   *
   * @param hips a row for each hip with the columns patient, stage (which may be any group), days,
   *     and event (0 or 1), none of them empty
   * @return the counts
   * @throws IllegalArgumentException if a patient has more than two hips, or an event is neither 0
   *     nor 1
   */
  public static EventCounts counts(Dataset<Row> hips) {
    List<Row> days =
        hips.groupBy("stage", "days", "event").count().orderBy("stage", "days").collectAsList();
    List<Row> pairs = hips.groupBy(known("patient"))
        .agg(sort_array(collect_list(struct("stage", "days", "event"))).as("hips"))
        .where(size(col("hips")).gt(1))
        .groupBy("hips")
        .count()
        .collectAsList();
    return EventCounts.of(days.stream().map(CountInSpark::line).toList())
        .withPairs(pairs.stream().map(CountInSpark::pair).toList());
  }

  /** A column that stops the job where it is empty. */
  private static Column known(String name) {
    return coalesce(col(name), raise_error(lit("a hip must have a " + name + ", but has none")));
  }

  private static DayCount line(Row counted) {
    long hips = counted.getLong(3);
    int event = counted.getInt(2);
    return DayCount.of(counted.getString(0), counted.getInt(1), hips * event, hips * (1 - event));
  }

  private static PairCount pair(Row counted) {
    List<Row> hips = counted.getList(0);
    if (hips.size() > 2) {
      throw new IllegalArgumentException(
          "hips of a patient [count] must be 1 or 2, but were " + hips.size());
    }
    return PairCount.of(hip(hips.get(0)), hip(hips.get(1)), counted.getLong(1));
  }

  private static PairCount.Hip hip(Row hip) {
    return PairCount.Hip.of(hip.getString(0), hip.getInt(1), hip.getInt(2));
  }
}
