package io.github.avnfh.survival.competing;

import io.github.avnfh.survival.FollowUpBuilder;
import java.util.List;
import java.util.Objects;

/**
 * Builds {@link CompetingFollowUp} from columns, which it copies, as {@link FollowUpBuilder} builds
 * follow-up to one event.
 *
 * <pre>{@code
 * CompetingFollowUpBuilder builder =
 *     CompetingFollowUp.ofDays(new int[] {90, 400}, new int[] {1, 2}, List.of("replaced", "died"));
 * CompetingFollowUp hips = builder.groups(List.of("III", "I")).clusters(List.of(7, 7)).build();
 * hips.anyEvent().clusters(); // OptionalInt[1]
 * hips.causes();              // [replaced, died]
 * }</pre>
 */
public final class CompetingFollowUpBuilder {
  private final FollowUpBuilder columns;
  private final int[] causeOfRow;
  private final List<String> causes;

  CompetingFollowUpBuilder(FollowUpBuilder columns, int[] causeOfRow, List<String> causes) {
    this.columns = columns;
    this.causeOfRow = causeOfRow.clone();
    this.causes = List.copyOf(causes);
  }

  /**
   * Sets the days from which the rows were under observation; a row is at risk at times after its
   * entry, up to and including its last.
   *
   * @param column whole days, each before the row's last day; 0 for a row observed from the start
   * @return this builder
   * @throws IllegalArgumentException if the lengths differ, a day is negative, or one does not lie
   *     before the row's last time
   */
  public CompetingFollowUpBuilder entry(int[] column) {
    columns.entry(Objects.requireNonNull(column, "column"));
    return this;
  }

  /**
   * Sets the times from which the rows were under observation; a row is at risk at times after its
   * entry, up to and including its last.
   *
   * @param column times in the unit of the last times, each before the row's last time; 0 for a row
   *     observed from the start
   * @return this builder
   * @throws IllegalArgumentException if the lengths differ, a time is negative or not finite, one
   *     does not lie before the row's last time, or the last times are whole days
   */
  public CompetingFollowUpBuilder entry(double[] column) {
    columns.entry(Objects.requireNonNull(column, "column"));
    return this;
  }

  /**
   * Sets case weights: a row of weight 2 counts as two rows.
   *
   * @param column finite weights above 0
   * @return this builder
   * @throws IllegalArgumentException if the lengths differ or a weight is not finite and above 0
   */
  public CompetingFollowUpBuilder weights(double[] column) {
    columns.weights(Objects.requireNonNull(column, "column"));
    return this;
  }

  /**
   * Sets the group of each row; the groups keep the order of their first appearance.
   *
   * @param column a label for each row
   * @return this builder
   * @throws IllegalArgumentException if the lengths differ
   */
  public CompetingFollowUpBuilder groups(List<String> column) {
    columns.groups(Objects.requireNonNull(column, "column"));
    return this;
  }

  /**
   * Sets the group of each row and the order of the groups; a declared group without rows is left
   * out.
   *
   * @param column a label for each row
   * @param order all labels, in their order
   * @return this builder
   * @throws IllegalArgumentException if the lengths differ, or a row's label was not declared
   */
  public CompetingFollowUpBuilder groups(List<String> column, List<String> order) {
    columns.groups(
        Objects.requireNonNull(column, "column"), Objects.requireNonNull(order, "order"));
    return this;
  }

  /**
   * Sets the group of each row by its number in a list of labels; a label without rows is left out.
   *
   * @param column for each row the index of its label, from 0
   * @param labels the labels, in their order
   * @return this builder
   * @throws IllegalArgumentException if the lengths differ, or an index has no label
   */
  public CompetingFollowUpBuilder groups(int[] column, List<String> labels) {
    columns.groups(
        Objects.requireNonNull(column, "column"), Objects.requireNonNull(labels, "labels"));
    return this;
  }

  /**
   * Sets the stratum of each row, within which tests compare.
   *
   * @param column a label for each row
   * @return this builder
   * @throws IllegalArgumentException if the lengths differ
   */
  public CompetingFollowUpBuilder strata(List<String> column) {
    columns.strata(Objects.requireNonNull(column, "column"));
    return this;
  }

  /**
   * Sets the cluster of each row, such as the patient in whom the hip lies; rows with equal
   * clusters are not independent.
   *
   * @param column for each row anything that identifies its cluster by {@code equals}
   * @return this builder
   * @throws IllegalArgumentException if the lengths differ
   */
  public CompetingFollowUpBuilder clusters(List<?> column) {
    columns.clusters(Objects.requireNonNull(column, "column"));
    return this;
  }

  /**
   * Sets the cluster of each row by a number.
   *
   * @param column for each row any number that identifies its cluster
   * @return this builder
   * @throws IllegalArgumentException if the lengths differ
   */
  public CompetingFollowUpBuilder clusters(int[] column) {
    columns.clusters(Objects.requireNonNull(column, "column"));
    return this;
  }

  /**
   * Takes times that are doubles as they are: 0.1 + 0.2 and 0.3 are then two times.
   *
   * @return this builder
   */
  public CompetingFollowUpBuilder withoutTieRule() {
    columns.withoutTieRule();
    return this;
  }

  /**
   * Returns the rows that {@link #build} refuses: by the tie rule their entry and last time are
   * equal.
   *
   * @return their indexes in order, from 0
   */
  public int[] rowsEndingAtEntry() {
    return columns.rowsEndingAtEntry();
  }

  /**
   * Returns the follow-up.
   *
   * @return immutable columns
   * @throws IllegalArgumentException if a row's entry and last time are equal by the tie rule
   */
  public CompetingFollowUp build() {
    return CompetingFollowUp.of(columns.build(), causeOfRow, causes);
  }

  @Override
  public String toString() {
    return "CompetingFollowUpBuilder{" + causeOfRow.length + " rows, " + causes.size() + " causes}";
  }
}
