package io.github.avnfh.examples.shell;

import io.github.avnfh.core.Coded;
import io.github.avnfh.core.Instrument;
import io.github.avnfh.core.Instruments;
import io.github.avnfh.core.audit.Paper;
import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.cohort.Grouping;
import io.github.avnfh.core.cohort.Hip;
import io.github.avnfh.core.csv.Problem;
import io.github.avnfh.core.dictionary.CohortReader;
import io.github.avnfh.core.evidence.Explainable;
import io.github.avnfh.core.evidence.Explanation;
import io.github.avnfh.core.imaging.Findings;
import io.github.avnfh.examples.r.RCalls;
import io.github.avnfh.examples.report.Analysis;
import io.github.avnfh.examples.report.ReportPart;
import io.github.avnfh.examples.synthetic.BundledCohort;
import io.github.avnfh.scoring.change.ArthroplastyPolicy;
import io.github.avnfh.scoring.harris.HarrisForm;
import io.github.avnfh.scoring.harris.HarrisScore;
import io.github.avnfh.scoring.harris.RangeOfMotionMethod;
import io.github.avnfh.scoring.longitudinal.VisitScores;
import io.github.avnfh.survival.Endpoint;
import io.github.avnfh.survival.FollowUp;
import io.github.avnfh.survival.competing.CompetingEndpoint;
import io.github.avnfh.survival.competing.CompetingFollowUp;
import io.github.avnfh.survival.regression.Covariates;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What can be typed in JShell once {@code avnfh.jsh} has been read.
 *
 * <pre>{@code
 * jshell --class-path examples/target/avnfh.jar --startup DEFAULT --startup examples/avnfh.jsh
 * }</pre>
 */
public final class ShellCommands {
  private ShellCommands() {}

  /**
   * Lists the verbs.
   *
   * @return a line for each verb
   */
  public static Answer help() {
    return Answer.of(Help.all());
  }

  /**
   * Tells how a verb is typed.
   *
   * @param verb the name of the verb
   * @return its forms
   * @throws IllegalArgumentException if there is no such verb
   */
  public static Answer help(String verb) {
    return Answer.of(Help.of(verb));
  }

  /**
   * Returns the cohort that a program made up.
   *
   * @return the SYNTHETIC cohort of 46 patients and 58 hips
   */
  public static Cohort demo() {
    return BundledCohort.read();
  }

  /**
   * Reads a cohort.
   *
   * @param folder the folder that holds its files
   * @return the cohort
   * @throws IllegalArgumentException if anything is wrong with the files, with a line for each
   *     problem
   */
  public static Cohort load(String folder) {
    return Loading.cohort(CohortReader.withDefaults().read(Path.of(folder)));
  }

  /**
   * Reads a cohort from a table of any hospital.
   *
   * @param table a CSV or xlsx file, as {@code hips.xlsx#Visits} for a sheet that is not the first;
   *     several are separated by commas
   * @param dictionary the file that says what the columns mean; {@link #inspect(String)} proposes
   *     one
   * @return the cohort
   * @throws IllegalArgumentException if anything is wrong with the files, with a line for each
   *     problem
   */
  public static Cohort load(String table, String dictionary) {
    return Loading.cohort(table, dictionary);
  }

  /**
   * Reads a table of follow-up, a row per hip, in which 1 is the event and 0 the end of follow-up
   * without it, as the command {@code survival} reads it.
   *
   * @param table the name of a CSV file, or of a workbook
   * @param time the column of times
   * @param event the column of events
   * @return the follow-up, for {@code km(followUp)}
   * @throws IllegalArgumentException if anything is wrong with the table
   */
  public static FollowUp followUp(String table, String time, String event) {
    return Loading.followUp(
        Objects.requireNonNull(table, "table"),
        Map.of(
            "time",
            Objects.requireNonNull(time, "time"),
            "event",
            Objects.requireNonNull(event, "event")));
  }

  /**
   * Reads a table of follow-up with groups and patients.
   *
   * @param table the name of a CSV file, or of a workbook
   * @param time the column of times
   * @param event the column of events, 1 or 0
   * @param group the column of groups
   * @param patient the column that tells which rows belong to one patient
   * @return the follow-up, for {@code km(followUp)}
   * @throws IllegalArgumentException if anything is wrong with the table
   */
  public static FollowUp followUp(
      String table, String time, String event, String group, String patient) {
    return Loading.followUp(
        Objects.requireNonNull(table, "table"),
        Map.of(
            "time",
            Objects.requireNonNull(time, "time"),
            "event",
            Objects.requireNonNull(event, "event"),
            "group",
            Objects.requireNonNull(group, "group"),
            "cluster",
            Objects.requireNonNull(patient, "patient")));
  }

  /**
   * Proposes what the columns of a table mean.
   *
   * @param table as for {@link #load(String, String)}
   * @return what is to be decided; saved as CSV it is the dictionary
   * @throws IllegalArgumentException if the table cannot be read
   */
  public static Proposal inspect(String table) {
    return Proposal.of(table);
  }

  /**
   * Shows the hips of a cohort one by one, without identifiers.
   *
   * @param cohort the cohort
   * @return a row for each hip, in the order of the cohort
   */
  public static Answer view(Cohort cohort) {
    return Answer.of(CohortTables.hips(cohort));
  }

  /**
   * Describes patients and hips at the beginning, by stage, and how long they were followed.
   *
   * @param cohort a cohort with at least one hip
   * @return the tables
   */
  public static Answer baseline(Cohort cohort) {
    return CohortTables.part(cohort, Analysis.withoutProtocol(), ReportPart.BASELINE)
        .explainedBy(List.of("means and medians", "median follow-up"));
  }

  /**
   * Counts the hips that gained more than 20 points of the Harris Hip Score up to 24 months.
   *
   * @param cohort a cohort with at least one hip
   * @return the proportion by patient, beside the naive one
   */
  public static Answer responders(Cohort cohort) {
    return CohortTables.part(
            cohort,
            Analysis.withoutProtocol(),
            ReportPart.SCORES,
            table -> table.name().equals("responders"))
        .explainedBy(List.of("percentage by patient", "exact percentage"));
  }

  /**
   * Compares outcomes in parts of a cohort.
   *
   * @param cohort a cohort with at least one hip
   * @return the tables
   */
  public static Answer subgroups(Cohort cohort) {
    return CohortTables.part(cohort, Analysis.withoutProtocol(), ReportPart.SUBGROUPS)
        .explainedBy(List.of("mean by patient", "percentage by patient"));
  }

  /**
   * Holds a cohort against the criteria of the study that the library grew from.
   *
   * @param cohort a cohort with at least one hip
   * @return how many patients meet each criterion
   */
  public static Answer eligibility(Cohort cohort) {
    return CohortTables.part(
        cohort, Analysis.study(), ReportPart.CONDUCT, table -> table.name().equals("eligibility"));
  }

  /**
   * Tells whether two readers saw the same on the images of a cohort.
   *
   * @param cohort a cohort with at least one hip
   * @return kappa and other coefficients by finding
   */
  public static Answer agreement(Cohort cohort) {
    return CohortTables.part(cohort, Analysis.withoutProtocol(), ReportPart.AGREEMENT)
        .explainedBy(List.of(
            "Cohen's kappa",
            "Gwet's AC1",
            "intraclass correlation",
            "limits of agreement",
            "agreement by patient"));
  }

  /**
   * Tells what is wrong with the files of a cohort.
   *
   * @param folder the folder that holds its files
   * @return a line for each problem, with file, line and column
   */
  public static Answer problems(String folder) {
    List<Problem> problems = CohortReader.withDefaults().read(Path.of(folder)).problems();
    return Answer.of(
        problems.isEmpty()
            ? "no problems"
            : problems.stream().map(Problem::text).collect(Collectors.joining("\n")));
  }

  /**
   * Returns the Harris Hip Score of a cohort by visit, with scores taken after an arthroplasty.
   *
   * @param cohort the cohort
   * @return a row for each visit
   */
  public static Answer score(Cohort cohort) {
    return score(cohort, Instruments.HARRIS_HIP_SCORE, ArthroplastyPolicy.INCLUDE);
  }

  /**
   * Returns the scores of a cohort by visit.
   *
   * @param cohort the cohort
   * @param instrument which scores
   * @param policy what becomes of scores taken after an arthroplasty
   * @return a row for each visit
   */
  public static Answer score(Cohort cohort, Instrument instrument, ArthroplastyPolicy policy) {
    return Answer.of(Scores.byVisit(cohort, instrument, policy))
        .explainedBy(List.of("means and medians"));
  }

  /**
   * Scores one form.
   *
   * @param form the answers
   * @param method how the range of motion is counted
   * @return the score, without a total where an item is missing
   */
  public static HarrisScore score(HarrisForm form, RangeOfMotionMethod method) {
    return HarrisScore.of(form, method);
  }

  /**
   * Stages one hip in every staging system.
   *
   * @param findings what was seen on its images
   * @return a row for each system, with what it lacks to decide
   */
  public static Answer stage(Findings findings) {
    return Answer.of(Stages.inEverySystem(findings));
  }

  /**
   * Counts the hips and the patients of a cohort by stage at enrollment.
   *
   * @param cohort the cohort
   * @return a row for each Steinberg stage
   */
  public static Answer stage(Cohort cohort) {
    return Answer.of(Stages.atEnrollment(cohort));
  }

  /**
   * Estimates survival free of arthroplasty, with the patient as cluster.
   *
   * @param cohort a cohort with at least one hip
   * @return one curve
   */
  public static Curves km(Cohort cohort) {
    return km(Endpoint.arthroplasty().followUp(cohort.hips()));
  }

  /**
   * Estimates survival free of arthroplasty in groups, with the patient as cluster.
   *
   * @param cohort a cohort with at least one hip
   * @param group the group of a hip: a word of a scale, such as {@code Hip::baselineStage}, whose
   *     groups keep its order, or any text or number, in the order of its texts
   * @return a curve for each group
   */
  public static Curves km(Cohort cohort, Function<? super Hip, ?> group) {
    return km(Endpoint.arthroplasty()
        .followUp(
            cohort.hips(),
            Grouping.of("group", labels(cohort.hips(), group), hip -> label(group.apply(hip)))));
  }

  /** In the order of the words where they have one, as stages and numbers do. */
  private static List<String> labels(List<Hip> hips, Function<? super Hip, ?> group) {
    List<Object> words = hips.stream().<Object>map(group).toList();
    boolean haveOrder = words.stream().allMatch(Comparable.class::isInstance)
        && words.stream().map(Object::getClass).distinct().count() == 1;
    Stream<String> labels = haveOrder
        ? new TreeSet<>(words).stream().map(ShellCommands::label)
        : words.stream().map(ShellCommands::label).sorted();
    return labels.distinct().toList();
  }

  private static String label(Object group) {
    return group instanceof Coded word ? word.code() : group.toString();
  }

  /**
   * Estimates survival.
   *
   * @param followUp any follow-up
   * @return a curve for each group
   */
  public static Curves km(FollowUp followUp) {
    return Curves.of(followUp);
  }

  /**
   * Estimates the cumulative incidence of arthroplasty beside that of death with the hip in place.
   *
   * @param cohort a cohort with at least one hip
   * @return one curve
   */
  public static Incidences cif(Cohort cohort) {
    return Incidences.of(arthroplastyOrDeath(cohort).followUp(cohort.hips()));
  }

  /**
   * Estimates the same in groups.
   *
   * @param <G> the scale of the groups
   * @param cohort a cohort with at least one hip
   * @param group the group of a hip, such as {@code Hip::baselineStage}
   * @return a curve for each group
   */
  public static <G extends Enum<G> & Coded> Incidences cif(
      Cohort cohort, Function<? super Hip, G> group) {
    return Incidences.of(arthroplastyOrDeath(cohort).followUp(cohort.hips(), group));
  }

  private static CompetingEndpoint arthroplastyOrDeath(Cohort cohort) {
    return CompetingEndpoint.of(Endpoint.arthroplasty(), Endpoint.death(cohort));
  }

  /**
   * Estimates the cumulative incidence of an event and of what competes with it.
   *
   * @param followUp any follow-up
   * @return a curve for each group
   */
  public static Incidences cif(CompetingFollowUp followUp) {
    return Incidences.of(followUp);
  }

  /**
   * Returns the mean time free of the event within a horizon.
   *
   * @param curves the curves
   * @param horizon a time in the unit of the data, above 0
   * @return a row for each group
   * @throws IllegalArgumentException if the horizon lies beyond the follow-up of a group
   */
  public static Answer rmst(Curves curves, double horizon) {
    return curves.restrictedMean(horizon);
  }

  /**
   * Asks what predicts arthroplasty: the Steinberg stage at baseline and age, each alone and
   * adjusted for the other, by patient.
   *
   * @param cohort the cohort
   * @return the hazard ratios
   * @throws IllegalArgumentException if no hip was replaced, or hips do not differ
   */
  public static HazardModel cox(Cohort cohort) {
    return HazardModel.of(cohort);
  }

  /**
   * Asks what predicts an event.
   *
   * @param followUp any follow-up
   * @param design the covariates of its rows
   * @return the hazard ratios, each covariate alone and adjusted for the others
   * @throws IllegalArgumentException if the data do not tell the coefficients
   */
  public static HazardModel cox(FollowUp followUp, Covariates design) {
    return HazardModel.of(followUp, design);
  }

  /**
   * Compares scores with those at baseline, scores taken after an arthroplasty included.
   *
   * @param cohort the cohort
   * @param instrument which scores
   * @param months the months of the later visit
   * @return the mean improvement by patient, and as if every hip were a patient
   * @throws IllegalArgumentException if fewer than two patients have both scores
   */
  public static Answer compare(Cohort cohort, Instrument instrument, int months) {
    return Answer.of(Scores.improvement(cohort, instrument, months))
        .explainedBy(List.of("mean by patient", "naive mean"));
  }

  /**
   * Models the scores of all visits at once, with two hips in a patient and missed visits; hips
   * leave the model at their arthroplasty.
   *
   * @param cohort the cohort
   * @param instrument which scores
   * @return the fit, which prints its means and changes; {@code explain} tells the call of R
   * @throws IllegalArgumentException if the scores leave nothing to estimate
   */
  public static VisitModel model(Cohort cohort, Instrument instrument) {
    return VisitModel.of(VisitScores.of(cohort.hips(), instrument, ArthroplastyPolicy.EXCLUDE_AFTER)
        .build());
  }

  /**
   * Models any scores over visits.
   *
   * @param scores the scores
   * @return the fit by random intercepts of patient and hip
   * @throws IllegalArgumentException if the scores leave nothing to estimate
   */
  public static VisitModel model(VisitScores scores) {
    return VisitModel.of(scores);
  }

  /**
   * Compares the groups of curves by the log-rank test.
   *
   * @param curves the curves
   * @return observed and expected events, and the test by patient and naive
   */
  public static Answer compare(Curves curves) {
    return CurveComparison.of(curves);
  }

  /**
   * Audits the numbers that the study printed.
   *
   * @return the number of findings of each kind, and the contradictions
   */
  public static Answer audit() {
    return Answer.of(PrintedNumbers.audit(Paper.study()));
  }

  /**
   * Audits the printed numbers of a paper.
   *
   * @param file a CSV file with a row for each printed number
   * @return the number of findings of each kind, and the contradictions
   * @throws IllegalArgumentException if anything is wrong with the file
   */
  public static Answer audit(String file) {
    return Answer.of(PrintedNumbers.audit(PrintedNumbers.read(Path.of(file))));
  }

  /**
   * Tells whether any count prints as a percentage.
   *
   * @param percent the percentage as it is printed, such as {@code 88} or {@code 88.0}
   * @param total out of how many
   * @return the verdict with its arithmetic
   * @throws IllegalArgumentException if the percentage is no number or the total is not positive
   */
  public static Answer audit(String percent, int total) {
    return Answer.of(PrintedNumbers.percentage(percent, total));
  }

  /**
   * Explains a result.
   *
   * @param result a score, a level, a stage, a response, responders, satisfaction, curves or a test
   * @return the answer, every rule with its inputs, points and source, what is missing, and for
   *     statistics what R computes the same with
   */
  public static Answer explain(Explainable result) {
    return explain(result.explanation());
  }

  /**
   * Explains an answer, such as {@code compare(curves)}.
   *
   * @param answer an answer that tells how it was found
   * @return every rule with its inputs and source, and what R computes the same with
   * @throws IllegalArgumentException if it is of another verb
   */
  public static Answer explain(Answer answer) {
    return Answer.of(Objects.requireNonNull(answer, "answer")
        .explanation()
        .orElseThrow(
            () -> new IllegalArgumentException("answer [verb] must be one that tells how it"
                + " was found, as compare(curves) does, but was of another; explain a score, a stage, a"
                + " response, curves or a test instead")));
  }

  /**
   * Explains cumulative incidences.
   *
   * @param incidences what {@code cif(cohort)} returned
   * @return what R computes the same with
   */
  public static Answer explain(Incidences incidences) {
    return explain(Answer.of(Objects.requireNonNull(incidences, "incidences").table())
        .explainedBy(Incidences.METHODS));
  }

  /**
   * Shows what an instrument says about a result that is a number.
   *
   * @param explanation what {@code explain(...)} of the instrument returned
   * @return the answer, every rule with its inputs, points and source, and what is missing
   */
  public static Answer explain(Explanation explanation) {
    return Answer.of(explanation.text() + RCalls.of(explanation));
  }
}
