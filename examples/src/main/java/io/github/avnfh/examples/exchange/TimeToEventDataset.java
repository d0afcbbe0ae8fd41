package io.github.avnfh.examples.exchange;

import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.cohort.Hip;
import io.github.avnfh.core.cohort.Patient;
import io.github.avnfh.examples.exchange.AnalysisDataset.Variable;
import io.github.avnfh.survival.Endpoint;
import io.github.avnfh.survival.FollowUp;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The time from the first treatment to an event as CDISC's data set ADTTE, a row for each hip.
 *
 * <p>The hip has its own key ({@code FOCID}, the focus of study-specific interest), because two
 * hips of one patient share {@code USUBJID}. {@code CNSR} is 0 for the event and 1 for a censored
 * time. {@code AVAL} counts days; whether the day of the first treatment is day 0 or day 1 is asked
 * for and written in the label of {@code AVAL}. There are no dates, because a cohort has none.
 *
 * @see <a href="https://www.cdisc.org/standards/foundational/adam">CDISC Analysis Data Model Team.
 *     The ADaM Basic Data Structure for Time-to-Event Analyses, version 1.0. CDISC, 2012</a>
 */
public final class TimeToEventDataset {
  private final String study;
  private final Endpoint endpoint;
  private final String code;
  private final FirstDay firstDay;
  private final Optional<Endpoint> other;

  private TimeToEventDataset(
      String study, Endpoint endpoint, String code, FirstDay firstDay, Optional<Endpoint> other) {
    this.study = study;
    this.endpoint = endpoint;
    this.code = code;
    this.firstDay = firstDay;
    this.other = other;
  }

  /** How the day of the first treatment is counted. */
  public enum FirstDay {
    /** The day of the first treatment is day 0, as everywhere in this library. */
    DAY_0(0),

    /** The day of the first treatment is day 1, as CDISC counts days of a study. */
    DAY_1(1);

    private final int number;

    FirstDay(int number) {
      this.number = number;
    }

    private String label() {
      return "Analysis Value (Days, Treatment = Day " + number + ")";
    }
  }

  /**
   * Returns how to make the data set.
   *
   * @param study the identifier of the study
   * @param endpoint what ends the time; what else ends it is named by {@link #censoredBy(Endpoint)}
   * @param code the code of the parameter ({@code PARAMCD}), in the form of the name of a variable
   * @param firstDay how the day of the first treatment is counted
   * @return the choices
   */
  public static TimeToEventDataset of(
      String study, Endpoint endpoint, String code, FirstDay firstDay) {
    return new TimeToEventDataset(
        Objects.requireNonNull(study, "study"),
        Objects.requireNonNull(endpoint, "endpoint"),
        Variable.text(code, "PARAMCD").name(),
        Objects.requireNonNull(firstDay, "firstDay"),
        Optional.empty());
  }

  /**
   * Returns the same with the time of a hip ended, as censored, by something that came first.
   *
   * @param ending what ends the time without the event, such as a death
   * @return the choices
   */
  public TimeToEventDataset censoredBy(Endpoint ending) {
    return new TimeToEventDataset(study, endpoint, code, firstDay, Optional.of(ending));
  }

  /**
   * Makes the data set.
   *
   * @param cohort a cohort with at least one hip
   * @return ADTTE, hips in the order of the cohort
   * @throws IllegalArgumentException if the cohort has no hip
   */
  public AnalysisDataset of(Cohort cohort) {
    AnalysisDataset data = AnalysisDataset.of(
        "ADTTE",
        "Time to Event Analysis Dataset by Hip",
        4,
        List.of(
            Variable.text("STUDYID", "Study Identifier"),
            Variable.text("USUBJID", "Unique Subject Identifier"),
            Variable.text("FOCID", "Focus of Study-Specific Interest"),
            Variable.text("PARAMCD", "Parameter Code"),
            Variable.text("PARAM", "Parameter"),
            Variable.integer("AVAL", firstDay.label()),
            Variable.integer("CNSR", "Censor"),
            Variable.text("EVNTDESC", "Event or Censoring Description"),
            Variable.text("CNSDTDSC", "Censor Date Description"),
            Variable.text("BLSTAGE", "Steinberg Stage at Baseline"),
            Variable.text("CAUSE", "Cause of the Osteonecrosis"),
            Variable.integer("AGE", "Age"),
            Variable.text("SEX", "Sex")));
    FollowUp times = other.map(endpoint::censoredBy).orElse(endpoint).followUp(cohort.hips());
    for (int row = 0; row < times.size(); row++) {
      Hip hip = cohort.hips().get(row);
      add(data, hip, cohort.patientOf(hip), (int) times.time(row), times.isEvent(row));
    }
    return data;
  }

  private void add(AnalysisDataset data, Hip hip, Patient patient, int day, boolean event) {
    Optional<String> ending = other
        .filter(one -> !event && one.day(hip).isPresent() && one.day(hip).getAsInt() == day)
        .map(Endpoint::name);
    data.add(
        study,
        SubjectLevelDataset.subject(study, patient),
        hip.id().side().name() + " HIP",
        code,
        "Time to " + endpoint.name() + " (days)",
        day + firstDay.number,
        event ? 0 : 1,
        event ? endpoint.name() : ending.orElse("no event"),
        event ? "" : ending.map(name -> "day of " + name).orElse("last day known"),
        hip.baselineStage().code(),
        hip.etiology().code(),
        patient.ageYears(),
        patient.sex().code());
  }

  @Override
  public String toString() {
    return "TimeToEventDataset{" + endpoint.name() + ", " + firstDay + "}";
  }
}
