package io.github.avnfh.scoring.summary;

import io.github.avnfh.core.Etiology;
import io.github.avnfh.core.SteinbergStage;
import io.github.avnfh.core.cohort.Hip;
import io.github.avnfh.core.imaging.Findings;
import io.github.avnfh.core.imaging.ImageReading;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.DoubleStream;

/**
 * A way of dividing hips into groups, each with a label, in a given order.
 *
 * <pre>{@code
 * OutcomePlan pain = OutcomePlan.of(Instruments.PAIN_VAS_CM, ArthroplastyPolicy.EXCLUDE_AFTER);
 * Table byStage = OutcomeTables.bySubgroup(
 *     pain, cohort.hips(), Subgroup.byStage(), Timepoint.ofMonths(24));
 * for (List<Cell> row : byStage.rows()) {
 *   System.out.println(row.get(0).printed() + ": " + row.get(2).printed());
 * }
 * // I: 1.3 ± 0.8
 * // II: 2.2 ± 1.2
 * // III: 2.7 ± 1.3
 * }</pre>
 */
public final class Subgroup {
  private static final String NOT_ASSESSED = "not assessed";
  private static final Comparator<ImageReading> CONSENSUS_FIRST = Comparator.comparingInt(
          ImageReading::day)
      .thenComparing(examination -> !examination.isConsensus());

  private final String name;
  private final List<String> labels;
  private final Function<Hip, String> label;

  private Subgroup(String name, List<String> labels, Function<Hip, String> label) {
    this.name = name;
    this.labels = labels;
    this.label = label;
  }

  /**
   * Divides hips by their Steinberg stage at enrollment.
   *
   * @return the division, from 0 to VI
   */
  public static Subgroup byStage() {
    return new Subgroup(
        "stage",
        Arrays.stream(SteinbergStage.values()).map(SteinbergStage::code).toList(),
        hip -> hip.baselineStage().code());
  }

  /**
   * Divides hips by the cause of the necrosis.
   *
   * @return the division, in the declared order of causes
   */
  public static Subgroup byCause() {
    return new Subgroup(
        "cause",
        Arrays.stream(Etiology.values()).map(Etiology::code).toList(),
        hip -> hip.etiology().code());
  }

  /**
   * Divides hips by the extent of the lesion on the first day on whose images it was measured: as
   * the consensus read them that day, otherwise as the first of the other readings has it.
   *
   * @param cuts percentages of the femoral head, ascending; each band holds its lower cut and not
   *     its upper one
   * @return the division, from the smallest band to the largest, and hips without a measurement
   *     last
   * @throws IllegalArgumentException if a cut lies outside 0 to 100 % or the cuts do not ascend
   */
  public static Subgroup byLesion(double... cuts) {
    double[] ends = DoubleStream.of(cuts).map(Findings.LESION_EXTENT::check).toArray();
    for (int i = 1; i < ends.length; i++) {
      if (!(ends[i - 1] < ends[i])) {
        throw new IllegalArgumentException(
            "cuts of lesion bands [% of head volume] must ascend, but" + " were " + ends[i - 1]
                + " and " + ends[i]);
      }
    }
    List<String> labels = new ArrayList<>();
    for (int band = 0; band <= ends.length; band++) {
      labels.add(bandLabel(ends, band));
    }
    labels.add(NOT_ASSESSED);
    return new Subgroup("lesion", List.copyOf(labels), hip -> {
      OptionalDouble extent = firstExtent(hip);
      return extent.isEmpty() ? NOT_ASSESSED : bandLabel(ends, band(ends, extent.getAsDouble()));
    });
  }

  private static OptionalDouble firstExtent(Hip hip) {
    return hip.imageReadings().stream()
        .filter(examination -> examination.findings().lesionPercent().isPresent())
        .min(CONSENSUS_FIRST)
        .map(examination -> examination.findings().lesionPercent())
        .orElse(OptionalDouble.empty());
  }

  private static int band(double[] cuts, double extent) {
    return (int) DoubleStream.of(cuts).filter(cut -> cut <= extent).count();
  }

  private static String bandLabel(double[] cuts, int band) {
    if (cuts.length == 0) {
      return "any";
    }
    if (band == 0) {
      return "below " + cuts[0] + " %";
    }
    return band == cuts.length
        ? "from " + cuts[band - 1] + " %"
        : cuts[band - 1] + " to below " + cuts[band] + " %";
  }

  /**
   * Returns what the hips are divided by.
   *
   * @return a word
   */
  public String name() {
    return name;
  }

  /**
   * Returns the labels of all groups.
   *
   * @return the labels in their order
   */
  public List<String> labels() {
    return labels;
  }

  /**
   * Returns the group of a hip.
   *
   * @param hip the hip
   * @return the label
   */
  public String labelOf(Hip hip) {
    return label.apply(hip);
  }

  @Override
  public String toString() {
    return "Subgroup{" + name + "}";
  }
}
