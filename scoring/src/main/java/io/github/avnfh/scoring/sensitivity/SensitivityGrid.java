package io.github.avnfh.scoring.sensitivity;

import io.github.avnfh.core.Coded;
import io.github.avnfh.core.PatientId;
import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.cohort.Hip;
import io.github.avnfh.core.evidence.Threshold;
import io.github.avnfh.core.table.Cell;
import io.github.avnfh.core.table.Column;
import io.github.avnfh.core.table.Count;
import io.github.avnfh.core.table.Table;
import io.github.avnfh.scoring.change.ArthroplastyPolicy;
import io.github.avnfh.scoring.change.Pairing;
import io.github.avnfh.scoring.change.Responders;
import io.github.avnfh.scoring.proportion.ClusteredOutcomes;
import io.github.avnfh.scoring.proportion.ClusteredProportion;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;

/**
 * Responders between two timepoints under every threshold, policy and unit of counting.
 *
 * <pre>{@code
 * SensitivityGrid grid = SensitivityGrid.over(
 *     List.of(StudyRules.MORE_THAN_20_POINTS), Timepoint.baseline(), Timepoint.ofMonths(24));
 * for (SensitivityGrid.GridCell cell : grid.count(cohort.hips())) {
 *   if (cell.unit() == SensitivityGrid.CountingUnit.HIPS) {
 *     Count reached = cell.responders();
 *     System.out.println(cell.policy() + ": " + reached.count() + " of " + reached.total());
 *   }
 * }
 * // INCLUDE: 48 of 58
 * // EXCLUDE_AFTER: 43 of 52
 * // CARRY_LAST_BEFORE: 46 of 58
 * // COUNT_AS_FAILURE: 43 of 58
 * }</pre>
 */
@Value.Immutable
public sealed interface SensitivityGrid permits ImmutableSensitivityGrid {

  /**
   * Returns the thresholds.
   *
   * @return the thresholds in their order
   */
  List<Threshold> thresholds();

  /**
   * Returns the earlier moment.
   *
   * @return the timepoint from which changes are counted
   */
  Timepoint from();

  /**
   * Returns the later moment.
   *
   * @return the timepoint to which changes are counted
   */
  Timepoint to();

  /**
   * Returns a grid.
   *
   * @param thresholds the thresholds
   * @param from the earlier moment
   * @param to the later moment
   * @return the grid
   */
  static SensitivityGrid over(List<Threshold> thresholds, Timepoint from, Timepoint to) {
    return ImmutableSensitivityGrid.builder()
        .addAllThresholds(thresholds)
        .from(from)
        .to(to)
        .build();
  }

  /**
   * Counts responders.
   *
   * @param hips the hips
   * @return a cell for each threshold, policy and unit, in this order
   */
  default List<GridCell> count(List<Hip> hips) {
    List<GridCell> cells = new ArrayList<>();
    for (Threshold threshold : thresholds()) {
      for (ArthroplastyPolicy policy : ArthroplastyPolicy.values()) {
        Map<PatientId, List<Boolean>> judged = judged(hips, threshold, policy);
        for (CountingUnit unit : CountingUnit.values()) {
          cells.add(ImmutableGridCell.builder()
              .threshold(threshold)
              .policy(policy)
              .unit(unit)
              .outcomes(outcomes(judged, unit))
              .build());
        }
      }
    }
    return List.copyOf(cells);
  }

  private Map<PatientId, List<Boolean>> judged(
      List<Hip> hips, Threshold threshold, ArthroplastyPolicy policy) {
    Pairing pairing = Pairing.of(threshold.instrument(), from(), to(), policy);
    Map<PatientId, List<Boolean>> judged = new LinkedHashMap<>();
    for (Hip hip : hips) {
      Responders alone = pairing.pair(List.of(hip)).responders(threshold);
      if (alone.judged() > 0) {
        judged
            .computeIfAbsent(hip.id().patient(), patient -> new ArrayList<>())
            .add(alone.responders() > 0);
      }
    }
    return judged;
  }

  private static ClusteredOutcomes outcomes(
      Map<PatientId, List<Boolean>> judged, CountingUnit unit) {
    List<PatientId> patients = new ArrayList<>();
    List<Boolean> responded = new ArrayList<>();
    judged.forEach((patient, hips) -> {
      List<Boolean> counted = switch (unit) {
        case HIPS -> hips;
        case PATIENTS_ANY_HIP -> List.of(hips.contains(true));
        case PATIENTS_EVERY_HIP -> List.of(!hips.contains(false));
      };
      patients.addAll(Collections.nCopies(counted.size(), patient));
      responded.addAll(counted);
    });
    return ClusteredOutcomes.of(responded, patients);
  }

  private static List<Cell> row(GridCell cell) {
    return List.of(
        Cell.text(cell.threshold().rule().id()),
        Cell.text(cell.policy().words(), cell.policy()),
        Cell.text(cell.unit().words(), cell.unit()),
        cell.responders().total() == 0
            ? Cell.missing(Column.Kind.PROPORTION, "no hip is left to judge")
            : Cell.proportion(cell.responders()),
        cell.proportion().percent(1));
  }

  /**
   * Returns the grid as a table.
   *
   * @param hips the hips
   * @return a row for each threshold, policy and unit; where a policy leaves no hip to judge, its
   *     rows say so and have no proportion
   */
  default Table table(List<Hip> hips) {
    return Table.builder()
        .name("sensitivity")
        .title("Responders from " + from().code() + " to " + to().code() + " by choice of method")
        .counted(hips.size() + " hips")
        .addColumns(
            Column.of("rule", "Rule", Column.Kind.TEXT),
            Column.of("policy", "After an arthroplasty", Column.Kind.TEXT),
            Column.of("unit", "Counted", Column.Kind.TEXT),
            Column.of("responders", "Responders", Column.Kind.PROPORTION),
            Column.of("by_patient", "% (95 % interval), by patient", Column.Kind.ESTIMATE))
        .addAllRows(count(hips).stream().map(SensitivityGrid::row).toList())
        .addFootnotes(
            "Each row has its own denominator: the hips or patients that could be judged. Intervals:"
                + " effective sample size, Wilson, t on patients minus one degrees of freedom.")
        .build();
  }

  /** Responders under one choice of threshold, policy and unit. */
  @Value.Immutable
  sealed interface GridCell permits ImmutableGridCell {

    /**
     * Returns the threshold.
     *
     * @return the threshold with its rule
     */
    Threshold threshold();

    /**
     * Returns what an arthroplasty does to scores after it.
     *
     * @return the policy
     */
    ArthroplastyPolicy policy();

    /**
     * Returns what was counted.
     *
     * @return hips or patients
     */
    CountingUnit unit();

    /**
     * Returns what responded, by patient.
     *
     * @return the hips that could be judged; where patients are counted, each of them as one
     */
    ClusteredOutcomes outcomes();

    /**
     * Returns the responders.
     *
     * @return responders out of the hips or patients that could be judged
     */
    default Count responders() {
      return outcomes().count();
    }

    /**
     * Returns the proportion of responders with its limits by patient.
     *
     * @return limits by the default method, at a level of 0.95; none for fewer than two patients
     */
    default ClusteredProportion proportion() {
      return outcomes().proportion();
    }
  }

  /** What is counted where a patient may have two hips. */
  enum CountingUnit implements Coded {
    /** Every hip that could be judged. */
    HIPS("hips", "hips"),

    /** Every patient with a hip that could be judged; one hip that responds is enough. */
    PATIENTS_ANY_HIP("patients_any_hip", "patients, any hip"),

    /** Every patient with a hip that could be judged; every such hip must respond. */
    PATIENTS_EVERY_HIP("patients_every_hip", "patients, every hip");

    private final String code;
    private final String words;

    CountingUnit(String code, String words) {
      this.code = code;
      this.words = words;
    }

    /**
     * Returns what is counted, for a table.
     *
     * @return the words, such as {@code patients, any hip}
     */
    @Override
    public String words() {
      return words;
    }

    @Override
    public String code() {
      return code;
    }
  }
}
