package io.github.avnfh.core.cohort;

import io.github.avnfh.core.Etiology;
import io.github.avnfh.core.SteinbergStage;
import io.github.avnfh.core.imaging.Findings;
import io.github.avnfh.core.imaging.ImageReading;
import io.github.avnfh.core.internal.OneLine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.DoubleStream;

/**
 * A division of hips into labeled groups by one of their properties, in a declared order: the
 * groups of a table, of curves and of a report.
 *
 * <pre>{@code
 * Grouping byStage = Grouping.byStage();
 * byStage.labelOf(cohort.hips().get(0));                     // II
 * byStage.groups(cohort.hips()).keySet();                    // [I, II, III]
 * byStage.groups(cohort.hips()).get("III").size();           // 15
 * Grouping bySide = Grouping.of("side", List.of("R", "L"), hip -> hip.id().side().code());
 * bySide.groups(cohort.hips()).keySet();                     // [R, L]
 * }</pre>
 */
public final class Grouping {
  private static final String NOT_ASSESSED = "not assessed";
  private static final Comparator<ImageReading> CONSENSUS_FIRST = Comparator.comparingInt(
          ImageReading::day)
      .thenComparing(examination -> !examination.isConsensus());

  private final String name;
  private final List<String> labels;
  private final Function<Hip, String> label;

  private Grouping(String name, List<String> labels, Function<Hip, String> label) {
    this.name = name;
    this.labels = labels;
    this.label = label;
  }

  /**
   * Divides hips by any property.
   *
   * @param name what the hips are divided by
   * @param labels the labels of the groups in their order
   * @param label the label of a hip's group, one of these
   * @return the division
   * @throws IllegalArgumentException if the name is not one line of visible characters, or two
   *     labels are the same
   */
  public static Grouping of(String name, List<String> labels, Function<? super Hip, String> label) {
    Objects.requireNonNull(labels, "labels")
        .forEach(each -> Objects.requireNonNull(each, "labels"));
    List<String> order = List.copyOf(labels);
    int distinct = Set.copyOf(order).size();
    if (distinct < order.size()) {
      throw new IllegalArgumentException("labels of a grouping [distinct] must be " + order.size()
          + ", as many as labels, but were " + distinct);
    }
    Objects.requireNonNull(label, "label");
    return new Grouping(
        OneLine.check("name of a grouping", Objects.requireNonNull(name, "name")),
        order,
        label::apply);
  }

  /**
   * Divides hips by their Steinberg stage at enrollment.
   *
   * @return the division, from 0 to VI
   */
  public static Grouping byStage() {
    return new Grouping(
        "stage",
        Arrays.stream(SteinbergStage.values()).map(SteinbergStage::code).toList(),
        hip -> hip.baselineStage().code());
  }

  /**
   * Divides hips by the cause of the necrosis.
   *
   * @return the division, in the declared order of causes
   */
  public static Grouping byCause() {
    return new Grouping(
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
  public static Grouping byLesion(double... cuts) {
    double[] ends = DoubleStream.of(Objects.requireNonNull(cuts, "cuts"))
        .map(Findings.LESION_EXTENT::check)
        .toArray();
    for (int i = 1; i < ends.length; i++) {
      if (!(ends[i - 1] < ends[i])) {
        throw new IllegalArgumentException(
            "cuts of lesion bands [% of head volume] must ascend, but were " + ends[i - 1] + " and "
                + ends[i]);
      }
    }
    List<String> labels = new ArrayList<>();
    for (int band = 0; band <= ends.length; band++) {
      labels.add(bandLabel(ends, band));
    }
    labels.add(NOT_ASSESSED);
    return new Grouping("lesion", List.copyOf(labels), hip -> {
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
   * @throws IllegalArgumentException if the hip has a label that is none of the grouping's
   */
  public String labelOf(Hip hip) {
    String own = label.apply(Objects.requireNonNull(hip, "hip"));
    if (!labels.contains(own)) {
      throw new IllegalArgumentException("label of a hip in a grouping by " + name
          + " must be one of its " + labels.size() + " labels, but was another");
    }
    return own;
  }

  /**
   * Divides hips.
   *
   * @param hips the hips
   * @return the hips of each group by its label, in the order of the labels, each group in the
   *     given order; no group is empty
   * @throws IllegalArgumentException if a hip has a label that is none of the grouping's
   */
  public Map<String, List<Hip>> groups(List<Hip> hips) {
    Objects.requireNonNull(hips, "hips");
    Map<String, List<Hip>> groups = new LinkedHashMap<>();
    labels.forEach(each -> groups.put(each, new ArrayList<>()));
    hips.forEach(hip -> Objects.requireNonNull(groups.get(labelOf(hip))).add(hip));
    groups.values().removeIf(List::isEmpty);
    groups.replaceAll((each, own) -> Collections.unmodifiableList(own));
    return Collections.unmodifiableMap(groups);
  }

  /**
   * Returns this division without the groups in which none of some hips lies.
   *
   * @param hips the hips
   * @return the division with the labels of these hips only, in their order
   * @throws IllegalArgumentException if a hip has a label that is none of the grouping's
   */
  public Grouping onlyOf(List<Hip> hips) {
    return new Grouping(name, List.copyOf(groups(hips).keySet()), label);
  }

  @Override
  public String toString() {
    return "Grouping{" + name + "}";
  }
}
