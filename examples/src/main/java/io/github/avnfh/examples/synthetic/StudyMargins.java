package io.github.avnfh.examples.synthetic;

import io.github.avnfh.core.Satisfaction;
import io.github.avnfh.core.Timepoint;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;

/**
 * What the study printed about its 46 patients and 58 hips, in one consistent reading.
 *
 * <p>The study contradicts itself on how many hips improved and how many stayed stable: its Table 3
 * sums to 29 and 17, its text says 19 and 27. The two are rivals and are never merged;
 * {@link #table3()} and {@link #text()} are the named readings, and {@link #reading(List, List)}
 * takes any other. All remaining margins are printed once and are the same in every reading.
 * {@link MarginsReader} reads the margins of another study from a file.
 *
 * <p>By cause the study prints stabilization or regression in 67 % of 21 corticosteroid hips (so 7
 * progressed) and in 88 % of 19 idiopathic hips, and progression in 4 of 11 sickle cell hips. No
 * count out of 19 prints as 88 %; the nearest counts, 16 and 17, leave 3 and 2 hips progressed and
 * so at least 13 in all, where 12 progressed. The 88 % is therefore not followed: one idiopathic
 * hip progressed here, and none with alcohol as its cause.
 */
@Value.Immutable
public abstract sealed class StudyMargins permits ImmutableStudyMargins {
  StudyMargins() {}

  /**
   * Returns the outcome of the hips by baseline stage, in the order of the stages.
   *
   * @return one entry per stage
   */
  public abstract List<StageMargin> stages();

  /**
   * Returns the hips by cause, the most frequent first.
   *
   * @return one entry per cause
   */
  public abstract List<CauseMargin> causes();

  /**
   * Returns how many patients there were.
   *
   * @return 46 patients in the study
   */
  public abstract int patients();

  /**
   * Returns how many of the patients were male; the others were female.
   *
   * @return 32 patients in the study
   */
  public abstract int men();

  /**
   * Returns how many patients had both hips treated.
   *
   * @return 12 patients in the study
   */
  public abstract int bilateralPatients();

  /**
   * Returns the spread of age at enrollment.
   *
   * @return 38.7 with a standard deviation of 7.9 years in the study
   */
  public abstract PrintedSpread age();

  /**
   * Returns the age of the youngest patient.
   *
   * @return 22 years in the study
   */
  public abstract int youngest();

  /**
   * Returns the age of the oldest patient.
   *
   * @return 55 years in the study
   */
  public abstract int oldest();

  abstract Map<Timepoint, PrintedSpread> painByTimepoint();

  abstract Map<Timepoint, PrintedSpread> harrisHipScoreByTimepoint();

  /**
   * Returns how many hips had gained strictly more than 20 points of the Harris Hip Score at 24
   * months.
   *
   * @return 48 hips in the study
   */
  public abstract int gainedOverTwenty();

  abstract Map<Timepoint, Integer> edemaDecreasedByTimepoint();

  /**
   * Returns the adverse events, in the order of printing.
   *
   * @return the number of patients by term; pain in 9, swelling in 6 in the study
   */
  public abstract List<Map.Entry<String, Integer>> adverseEvents();

  abstract Map<Satisfaction, Integer> patientsBySatisfaction();

  /**
   * Returns the reading of Table 3: improved, stable, progressed 10, 4, 0 in stage I, 16, 7, 6 in
   * stage II, and 3, 6, 6 in stage III.
   *
   * @return the margins; this is the reading of the bundled cohort
   */
  public static StudyMargins table3() {
    return reading(Readings.stagesOfTable3(), Readings.causes());
  }

  /**
   * Returns the one self-consistent reading of the text: improved, stable, progressed 12, 2, 0 in
   * stage I, 5, 18, 6 in stage II, and 2, 7, 6 in stage III.
   *
   * @return the margins
   */
  public static StudyMargins text() {
    return reading(Readings.stagesOfText(), Readings.causes());
  }

  /**
   * Returns another reading of what the study leaves in dispute.
   *
   * @param stages the outcome of the 58 hips by baseline stage
   * @param causes the 58 hips by cause
   * @return the margins
   * @throws IllegalArgumentException if the two disagree with each other or with the number of hips
   */
  public static StudyMargins reading(List<StageMargin> stages, List<CauseMargin> causes) {
    return Readings.undisputed().addAllStages(stages).addAllCauses(causes).build();
  }

  /**
   * Returns how many hips there were.
   *
   * @return a hip of each patient, and the second hip of those with both; 58 hips in the study
   */
  public int hips() {
    return patients() + bilateralPatients();
  }

  /**
   * Returns pain by timepoint.
   *
   * @param timepoint baseline, 3, 6, 12 or 24 months
   * @return centimeters on the visual analog scale, over all hips
   * @throws IllegalArgumentException if nothing was printed for the timepoint
   */
  public PrintedSpread pain(Timepoint timepoint) {
    return printed(timepoint, painByTimepoint());
  }

  /**
   * Returns the Harris Hip Score by timepoint.
   *
   * @param timepoint baseline, 6, 12 or 24 months
   * @return points, over all hips
   * @throws IllegalArgumentException if nothing was printed for the timepoint
   */
  public PrintedSpread harrisHipScore(Timepoint timepoint) {
    return printed(timepoint, harrisHipScoreByTimepoint());
  }

  private static PrintedSpread printed(
      Timepoint timepoint, Map<Timepoint, PrintedSpread> byTimepoint) {
    PrintedSpread spread = byTimepoint.get(timepoint);
    if (spread == null) {
      throw new IllegalArgumentException(
          "timepoint [printed] must have a mean in the study, but was " + timepoint.code());
    }
    return spread;
  }

  /**
   * Returns in how many hips the edema had decreased.
   *
   * @param timepoint 6 or 12 months
   * @return 41 and 48 hips in the study
   * @throws IllegalArgumentException if nothing was printed for the timepoint
   */
  public int edemaDecreased(Timepoint timepoint) {
    Integer hips = edemaDecreasedByTimepoint().get(timepoint);
    if (hips == null) {
      throw new IllegalArgumentException(
          "timepoint [of decreased edema] must be M6 or M12, but was " + timepoint.code());
    }
    return hips;
  }

  /**
   * Returns how many patients chose a level of satisfaction.
   *
   * @param level the level
   * @return 28, 12, 4, 2 and 0 patients from best to worst in the study, which shows the first four
   *     only
   */
  public int patientsOf(Satisfaction level) {
    return patientsBySatisfaction().getOrDefault(level, 0);
  }

  /**
   * Refuses readings that no cohort can meet.
   *
   * @throws IllegalArgumentException if counts do not add up or exceed what they are part of, or if
   *     a mean that the generator needs is missing
   */
  @Value.Check
  void check() {
    MarginsCheck.check(this);
  }
}
