package io.github.avnfh.examples.report;

import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.cohort.DataOrigin;
import io.github.avnfh.core.study.adherence.ParticipantFlow;
import io.github.avnfh.examples.cli.Counted;
import io.github.avnfh.examples.cli.OutputFolder;
import io.github.avnfh.examples.cli.Version;
import io.github.avnfh.examples.figure.Figure;
import io.github.avnfh.examples.r.RScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The analysis of a cohort: who was treated, how the scores and the images changed, and how long
 * the hips lasted.
 *
 * <p>Every table says whether it counts patients or hips. Nothing is imputed: denominators are of
 * those judged, and a section whose data are not there says that they are not recorded. Patients
 * who were screened and not enrolled are counted among the participants and nowhere else.
 */
public final class StudyReport {
  private static final String NOT_A_DEVICE =
      "Not a medical device. For research and teaching on de-identified data; recommends no treatment.";
  private static final String SYNTHETIC =
      "SYNTHETIC DATA. A program made this cohort up to meet the margins that a study printed; no row is of a"
          + " real patient.";

  private final Cohort cohort;
  private final List<Section> sections;
  private final ReportPart.Data data;

  private StudyReport(ReportPart.Data data, List<Section> sections) {
    this.data = data;
    this.cohort = data.cohort();
    this.sections = sections;
  }

  /**
   * Analyzes a cohort.
   *
   * @param screened a cohort, of whose patients at least one with a hip was enrolled
   * @param analysis by which protocol, and up to when
   * @return the report, the same in any order of patients, hips and events
   * @throws IllegalArgumentException if no patient with a hip was enrolled
   */
  public static StudyReport of(Cohort screened, Analysis analysis) {
    ReportPart.Data data = data(screened, analysis);
    List<Section> made = new ArrayList<>(ReportPart.all(data));
    made.add(MethodSection.of(data.cohort(), made));
    made.add(ReportingSection.of(data.cohort(), numbered(made)));
    return new StudyReport(data, numbered(made));
  }

  /**
   * Analyzes one part of the report only.
   *
   * @param screened a cohort, of whose patients at least one with a hip was enrolled
   * @param analysis by which protocol, and up to when
   * @param part which part
   * @return the part, whose tables have no numbers
   * @throws IllegalArgumentException if no patient with a hip was enrolled
   */
  public static Section part(Cohort screened, Analysis analysis, ReportPart part) {
    return part.of(data(screened, analysis));
  }

  /**
   * Returns the script with which R computes the tables again, with its data.
   *
   * @return the script, without the tables
   */
  public RScript script() {
    return ReportScript.of(data);
  }

  static ReportPart.Data data(Cohort screened, Analysis analysis) {
    Cohort all = AnalyzedCohort.inOrder(screened);
    Cohort cohort = all.keepPatients(ParticipantFlow::isEnrolled);
    if (cohort.hips().isEmpty()) {
      throw new IllegalArgumentException(
          "hips of enrolled patients [count] must be 1 or more, but were 0");
    }
    return new ReportPart.Data(all, cohort, ResponseSection.assess(cohort), analysis);
  }

  private static List<Section> numbered(List<Section> sections) {
    List<Section> numbered = new ArrayList<>();
    int tables = 0;
    int figures = 0;
    for (Section section : sections) {
      numbered.add(section.numbered(tables, figures));
      tables += section.tables().size();
      figures += section.figures().size();
    }
    return List.copyOf(numbered);
  }

  String title() {
    return (cohort.origin() == DataOrigin.SYNTHETIC ? "SYNTHETIC cohort: a" : "A")
        + "vascular necrosis of the femoral head, "
        + Counted.patients(cohort) + ", " + Counted.hips(cohort);
  }

  List<String> notices() {
    List<String> notices = new ArrayList<>();
    if (cohort.origin() == DataOrigin.SYNTHETIC) {
      notices.add(SYNTHETIC);
    }
    notices.add(NOT_A_DEVICE + " Computed by avnfh " + Version.text() + ".");
    return notices;
  }

  /** What a reader should know first, in the order of the sections. */
  List<String> keyResults() {
    return sections.stream().flatMap(section -> section.keyResults().stream()).toList();
  }

  List<Section> sections() {
    return sections;
  }

  /**
   * Returns the files of the report: Markdown, HTML, a CSV file per table, an SVG file and a
   * picture per figure.
   *
   * @return the files, ready to be written; without pictures on a machine that has no fonts
   */
  public OutputFolder files() {
    OutputFolder files = new OutputFolder();
    files.add("report.md", MarkdownPage.of(this));
    files.add("report.html", HtmlPage.of(this));
    sections.forEach(section ->
        section.tables().forEach(table -> files.add(table.name() + ".csv", table.csv())));
    List<Figure> figures =
        sections.stream().flatMap(section -> section.figures().stream()).toList();
    List<Optional<byte[]>> pictures = figures.parallelStream().map(Figure::png).toList();
    for (int i = 0; i < figures.size(); i++) {
      String name = figures.get(i).name();
      files.add(name + ".svg", figures.get(i).svg());
      pictures.get(i).ifPresent(picture -> files.add(name + ".png", picture));
    }
    return files;
  }
}
