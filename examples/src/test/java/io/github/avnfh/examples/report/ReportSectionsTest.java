package io.github.avnfh.examples.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.csv.CsvFormat;
import io.github.avnfh.core.csv.CsvInput;
import io.github.avnfh.core.dictionary.CohortReader;
import io.github.avnfh.core.dictionary.Inspection;
import io.github.avnfh.examples.synthetic.BundledCohort;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportSectionsTest {
  private static final Cohort BUNDLED = BundledCohort.read();

  @TempDir
  private Path folder;

  private static String page(ReportPart part) {
    return MarkdownPage.section(StudyReport.part(BUNDLED, Analysis.study(), part));
  }

  /** Decreased in 41 hips by 6 months and in 48 by 12, as the study prints. */
  @Test
  void countsTheHipsWhoseEdemaIsGone() {
    assertThat(page(ReportPart.IMAGES))
        .contains("| 6 months | 58 | 41 (70.7 %) |", "| 12 months | 55 | 48 (87.3 %) |");
  }

  /** Reduced by 18.4 % in stage I and 12.2 % in stage II, not significantly in stage III. */
  @Test
  void measuresHowMuchTheLesionsShrank() {
    assertThat(page(ReportPart.IMAGES))
        .containsPattern("\\| I \\| 14 \\|.*\\| 18\\.4 \\(")
        .containsPattern("\\| II \\| 29 \\|.*\\| 12\\.2 \\(")
        .containsPattern(
            "\\| III \\| 15 \\|.*\\| -?\\d\\.\\d \\(-\\d\\.\\d to \\d\\.\\d\\) \\| 0\\.[1-9]");
  }

  /** The exact upper limit for none of 46: 1 - 0.025^(1/46) = 0.0771. */
  @Test
  void givesNoInfectionAmong46PatientsAnUpperLimit() {
    assertThat(page(ReportPart.SAFETY))
        .contains("| infection | 0 (0.0 %) | 0.0 (0.0 to 7.7) | 0 |")
        .contains("| pain at aspiration site | 9 (19.6 %) |");
  }

  @Test
  void namesOnePrimaryTestOfTheStages() {
    assertThat(page(ReportPart.SURVIVAL))
        .contains("| log-rank | clustered | primary | 58 | 10.26 | 2 | 0.006 |  |")
        .contains("| log-rank | independent | for comparison | 58 | 20.80 | 2 | \\< 0.001 |  |")
        .contains("The primary test of the stages is the log-rank test with the clustered variance")
        .contains("Only 5 patients had an arthroplasty");
  }

  @Test
  void progressionByCauseAddsUpToTwelveHips() {
    Section section = ResponseSection.of(BUNDLED, ResponseSection.assess(BUNDLED));
    List<String> rows = section.tables().get(1).csv().lines().skip(1).toList();
    int progressed = rows.stream()
        .filter(row -> !row.startsWith("all,"))
        .mapToInt(row -> Integer.parseInt(row.split(",", -1)[6]))
        .sum();
    assertThat(progressed).isEqualTo(12);
    assertThat(rows.get(rows.size() - 1)).startsWith("all,58,").contains(",12,58,");
  }

  @Test
  void saysWhereOneReadingAllowsNoAgreement() throws IOException {
    String agreed = bundled("imaging.csv")
        .lines()
        .filter(row -> !row.contains(",reader_"))
        .collect(Collectors.joining("\n", "", "\n"));
    Cohort cohort =
        laid(bundled("patients.csv"), bundled("hips.csv"), bundled("visits.csv"), agreed);
    assertThat(agreed.lines()).hasSize(1 + 223);
    assertThat(MarkdownPage.of(StudyReport.of(cohort, Analysis.study())))
        .contains("agreement between readers cannot be computed")
        .doesNotContain("read twice");
  }

  private static String bundled(String file) throws IOException {
    try (InputStream in = BundledCohort.file(file).orElseThrow()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /**
   * R, from the rows of both readers in imaging.csv, with {@code t} the table of their answers as
   * shares, {@code po = sum(diag(t))}, {@code r = rowSums(t)}, {@code c = colSums(t)}: kappa
   * {@code (po - sum(r*c)) / (1 - sum(r*c))}; with {@code m = (r+c)/2} and {@code q} answers,
   * {@code pg = sum(m*(1-m))/(q-1)}: AC1 {@code (po - pg)/(1 - pg)}. The interval of kappa is
   * {@code inverted("COHEN", q, x, id, k, -1, NA)} of {@code by_patient.R} in staging. With
   * {@code aj} AC1 without each of the {@code J} patients, its interval is {@code tanh(atanh(a) +
   * c(-1,1)*qt(.975, J-1)*se)}, {@code se = sqrt((J-1)/J*sum((aj-mean(aj))^2))/(1-a^2)}, first
   * stretched from its range {@code -1/(q-1)} to 1 to that of {@code tanh}.
   */
  @Test
  void measuresHowFarTheBundledReadersAgreeInWords() {
    assertThat(page(ReportPart.AGREEMENT))
        .contains("(58 images read twice)")
        .contains(
            "| lesion on MRI | Cohen's kappa | 58 | 56 (96.6 %) | 96.6 | -0.02 (-0.04 to 0.72) |")
        .contains("| lesion on MRI | Gwet's AC1 | 58 | 56 (96.6 %) | 3.4 | 0.96 (0.85 to 0.99) |")
        .contains("| edema | Cohen's kappa | 58 | 54 (93.1 %) | 93.3 | -0.04 (-0.07 to 0.57) |")
        .contains("| edema | Gwet's AC1 | 58 | 54 (93.1 %) | 6.7 | 0.93 (0.80 to 0.97) |")
        .contains(
            "| lesion location | Cohen's kappa | 56 | 51 (91.1 %) | 45.7 | 0.84 (0.64 to 0.93) |")
        .contains(
            "| lesion location | Gwet's AC1 | 56 | 51 (91.1 %) | 27.1 | 0.88 (0.72 to 0.95) |")
        .doesNotContain("| crescent | Cohen", "| flattening | Cohen");
  }

  /**
   * R, with {@code m = anova(lm(percent ~ hip + reader))[["Mean Sq"]]} of the 56 hips that both
   * readers measured: ICC(2,1) {@code (m[1]-m[3]) / (m[1]+m[3]+2*(m[2]-m[3])/56)}; its interval is
   * the generalized one, by {@code integrate} in {@code agreement.R}; {@code d} the second reader
   * less the first, {@code mean(d)} and {@code mean(d) + c(-1.96,1.96)*sd(d)}.
   */
  @Test
  void measuresHowFarTheBundledReadersAgreeInExtent() {
    String csv = AgreementSection.of(BUNDLED).tables().get(0).csv();
    assertThat(numbers(csv, "ICC(2,1)"))
        .usingElementComparator(closeTo(1e-9))
        .containsExactly(0.986993476601167, 0.8031313663136649, 0.9914678028485671);
    assertThat(numbers(csv, "[% of head volume]"))
        .usingElementComparator(closeTo(1e-9))
        .containsExactly(-0.2125, -3.40939540875917, 2.98439540875917);
  }

  private static Comparator<Double> closeTo(double tolerance) {
    return (one, other) -> Math.abs(one - other) <= tolerance ? 0 : Double.compare(one, other);
  }

  private static List<Double> numbers(String csv, String measure) {
    String row = csv.lines().filter(line -> line.contains(measure)).findFirst().orElseThrow();
    String[] cells = row.substring(row.lastIndexOf('"') + 2).split(",", -1);
    assertThat(cells[0]).isEqualTo("56");
    return Stream.of(cells).skip(4).map(Double::valueOf).toList();
  }

  private Cohort laid(String patients, String hips, String visits, String imaging)
      throws IOException {
    Files.writeString(folder.resolve("patients.csv"), patients);
    Files.writeString(folder.resolve("hips.csv"), hips);
    Files.writeString(folder.resolve("visits.csv"), visits);
    Files.writeString(folder.resolve("imaging.csv"), imaging);
    return CohortReader.withDefaults().read(folder).orThrow();
  }

  /**
   * Four hips: edema PP, PP, AA, PA. Kappa (0.75 - 0.5) / 0.5 = 0.5; the second reads 1, 1, 2, 0
   * more.
   */
  @Test
  void measuresHowFarTwoReadersAgree() throws IOException {
    StringBuilder images =
        new StringBuilder("patient_id,side,visit,day,modality,reader,edema,lesion_percent\n");
    String[] first = {"1,20", "1,30", "0,25", "1,40"};
    String[] second = {"1,21", "1,31", "0,27", "0,40"};
    for (int i = 0; i < first.length; i++) {
      images.append("P" + i + ",L,BL,-3,mri,one," + first[i] + "\n");
      images.append("P" + i + ",L,BL,-3,mri,two," + second[i] + "\n");
    }
    Cohort cohort = laid("""
        patient_id,sex,age_years
        P0,F,40
        P1,M,41
        P2,F,42
        P3,M,43
        """, """
        patient_id,side,etiology,steinberg_stage,last_seen_day
        P0,L,alcohol,I,700
        P1,L,alcohol,I,700
        P2,L,alcohol,II,700
        P3,L,alcohol,II,700
        """, "patient_id,side,visit,day\n", images.toString());
    assertThat(MarkdownPage.of(StudyReport.of(cohort, Analysis.study())))
        .containsPattern(
            "\\| edema \\| [^|]*[Kk]appa[^|]* \\| 4 \\| 3 \\(75\\.0 %\\) \\| 50\\.0 \\| 0\\.50 \\(")
        .containsPattern("\\| lesion extent \\\\\\[[^|]*\\|[^|]*\\| 4 \\|  \\|  \\| 1\\.00 \\(");
  }

  /** Other stages, a missed visit, a death, one side only, an empty stage, one reader. */
  @Test
  void copesWithAnotherCohort() throws IOException {
    Cohort cohort = laid("""
        patient_id,sex,age_years,death_day
        A,F,70,500
        B,U,19,
        C,M,33,
        """, """
        patient_id,side,etiology,steinberg_stage,arthroplasty_day,last_seen_day
        A,L,trauma,0,,500
        B,R,gaucher,V,100,400
        C,L,unknown,VI,,900
        """, """
        patient_id,side,visit,day,status,missed_reason,hhs
        A,L,BL,0,,,40
        A,L,M6,180,missed,ill,
        A,L,M12,360,,,55
        B,R,BL,0,,,50
        B,R,M12,365,,,90
        """, """
        patient_id,side,visit,day,modality,reader,lesion_percent
        A,L,BL,-1,mri,one,0
        A,L,M12,360,mri,one,12
        C,L,BL,-1,mri,one,60
        """);
    String report = MarkdownPage.of(StudyReport.of(cohort, Analysis.study()));
    assertThat(report).doesNotContain("NaN", "null", "Infinity", "Optional");
    assertThat(report)
        .contains(
            "| lesion at baseline | above 50 % | 1 |", "| lesion at baseline | not assessed | 1 |")
        .contains("cannot be compared")
        .contains("Satisfaction: not recorded.");
  }

  /** No table, figure or rule rests on a stage, a cause or an arthroplasty. */
  @Test
  void tellsOfScoresOnlyWhereNothingElseIsRecorded() {
    StringBuilder scores = new StringBuilder("id,age,sex,side,hhs_pre,hhs_12m,vas_pre,vas_12m\n");
    for (int hip = 1; hip <= 30; hip++) {
      scores.append(hip).append(",40,F,L,").append(40 + hip).append(',').append(60 + hip % 7);
      scores.append(",7,").append(hip % 5).append('\n');
    }
    byte[] table = scores.toString().getBytes(StandardCharsets.UTF_8);
    List<CsvInput> inputs = List.of(
        CsvInput.of("scores", () -> new ByteArrayInputStream(table), CsvFormat.withDefaults()));
    Cohort cohort = CohortReader.with(Inspection.of(inputs).dictionary().orElseThrow())
        .read(inputs)
        .orThrow();
    String report = MarkdownPage.of(StudyReport.of(cohort, Analysis.withoutProtocol()));
    assertThat(report)
        .contains(
            "Patients and hips at baseline (30 patients, 30 hips)", "Harris Hip Score by visit")
        .contains("Stages, grades and causes: not recorded.")
        .doesNotContain(
            "by Steinberg stage",
            "Steinberg stage is that",
            "color of the stage",
            "by stage at baseline",
            "fter arthroplasty",
            "fter an arthroplasty",
            "at their arthroplasty",
            "| stage |",
            "| cause |");
  }

  /** Nothing of day 1200 is known at 24 months: (0.025)^(1/4) and (0.025)^(1/8) both ways. */
  @Test
  void doesNotKnowTheFuture() throws IOException {
    StringBuilder patients = new StringBuilder("patient_id,sex,age_years\n");
    StringBuilder hips = new StringBuilder(
        "patient_id,side,etiology,steinberg_stage,last_seen_day,arthroplasty_day\n");
    for (int i = 0; i < 8; i++) {
      patients.append("P" + i + ",F,40\n");
      hips.append("P" + i + ",L,idiopathic," + (i < 4 ? "I" : "II") + ",1900,"
          + (i == 0 ? "1200" : "") + "\n");
    }
    Cohort cohort = laid(
        patients.toString(),
        hips.toString(),
        "patient_id,side,visit,day\n",
        "patient_id,side,visit,day,modality,reader\n");
    assertThat(MarkdownPage.of(StudyReport.of(cohort, Analysis.withoutProtocol())))
        .contains(
            "| I | 4 | 4 | 0 | 4 | 1.000 (0.398 to 1.000) |",
            "| II | 4 | 4 | 0 | 4 | 1.000 (0.398 to 1.000) |",
            "| all | 8 | 8 | 0 | 8 | 1.000 (0.631 to 1.000) |");
    assertThat(MarkdownPage.of(StudyReport.of(cohort, Analysis.withoutProtocol().withHorizon(48))))
        .contains("at 48 months (1461 days)", "| I | 4 | 4 | 1 | 3 | 0.750 (");
  }
}
