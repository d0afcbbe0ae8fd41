package io.github.avnfh.examples.exchange;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.udf;

import io.github.avnfh.core.imaging.Findings;
import io.github.avnfh.core.imaging.Presence;
import io.github.avnfh.scoring.harris.HarrisForm;
import io.github.avnfh.scoring.harris.HarrisItem;
import io.github.avnfh.scoring.harris.HarrisItem.DeformityCriterion;
import io.github.avnfh.scoring.harris.HarrisItem.Motion;
import io.github.avnfh.scoring.harris.HarrisItem.Question;
import io.github.avnfh.scoring.harris.HarrisScore;
import io.github.avnfh.scoring.harris.RangeOfMotionMethod;
import io.github.avnfh.staging.steinberg.Steinberg;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;
import org.jspecify.annotations.Nullable;

/**
 * Stages and scores of rows that lie on a cluster, each row read where it lies.
 *
 * <p>Plain columns go in and a plain column is added, so that no value of this library travels:
 * only its jars must be on the executors.
 */
public final class ReadInSpark {
  private static final List<String> ITEMS = Stream.<HarrisItem[]>of(
          Question.values(), DeformityCriterion.values(), Motion.values())
      .flatMap(Stream::of)
      .map(HarrisItem::code)
      .toList();

  private ReadInSpark() {}

  /**
   * Adds the Steinberg stage as a column {@code steinberg}.
   *
   * @param images a row for each reading of images, whose columns are findings: 1, 0 or nothing for
   *     what is present, absent or not assessed, and percent or millimeters. A finding without a
   *     column was not assessed
   * @return the same rows with the stage, or with the stages that are left where findings are
   *     missing
   */
  public static Dataset<Row> staged(Dataset<Row> images) {
    UDF1<Row, String> stage = ReadInSpark::stage;
    return images.withColumn("steinberg", udf(stage, DataTypes.StringType).apply(struct(col("*"))));
  }

  private static String stage(Row image) {
    Findings findings = Findings.builder()
        .mriLesion(presence(image, "mri_lesion"))
        .radiographAbnormal(presence(image, "radiograph_abnormal"))
        .sclerosisOrCysts(presence(image, "sclerosis_or_cysts"))
        .crescent(presence(image, "crescent"))
        .flattening(presence(image, "flattening"))
        .jointSpaceNarrowing(presence(image, "joint_space_narrowing"))
        .acetabularChanges(presence(image, "acetabular_changes"))
        .jointSpaceObliterated(presence(image, "joint_space_obliterated"))
        .collapsedSurfacePercent(number(image, "collapsed_surface_percent"))
        .depressionMm(number(image, "depression_mm"))
        .build();
    return Steinberg.PENNSYLVANIA_1995.read(findings).stage().text();
  }

  /**
   * Adds the Harris Hip Score as a column {@code hhs}.
   *
   * @param forms a row for each form, whose columns are items by their codes: an answer by its
   *     code, or degrees or centimeters. An item without a column is missing
   * @return the same rows with the total, which is empty where an item is missing
   */
  public static Dataset<Row> scored(Dataset<Row> forms) {
    UDF1<Row, @Nullable Double> total = ReadInSpark::total;
    return forms.withColumn("hhs", udf(total, DataTypes.DoubleType).apply(struct(col("*"))));
  }

  private static @Nullable Double total(Row form) {
    Map<String, String> answers = new HashMap<>();
    for (String item : ITEMS) {
      if (has(form, item)) {
        answers.put(item, form.getAs(item).toString());
      }
    }
    HarrisScore score = HarrisScore.of(HarrisForm.ofCodes(answers), RangeOfMotionMethod.INDEX_1969);
    OptionalDouble total = score.total();
    return total.isPresent() ? total.getAsDouble() : null;
  }

  private static boolean has(Row row, String column) {
    return List.of(row.schema().fieldNames()).contains(column)
        && !row.isNullAt(row.fieldIndex(column));
  }

  private static Presence presence(Row row, String column) {
    return has(row, column) ? Presence.parse(row.getAs(column).toString()) : Presence.NOT_ASSESSED;
  }

  private static OptionalDouble number(Row row, String column) {
    return has(row, column)
        ? OptionalDouble.of(row.<Number>getAs(column).doubleValue())
        : OptionalDouble.empty();
  }
}
