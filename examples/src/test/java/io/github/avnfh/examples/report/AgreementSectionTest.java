package io.github.avnfh.examples.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AgreementSectionTest {
  private static Section section(String... readings) {
    return new GivenCohort()
        .with("patients.csv", "patient_id,sex,age_years", List.of("P,F,40", "Q,F,40"))
        .with(
            "hips.csv",
            "patient_id,side,etiology,steinberg_stage",
            List.of("P,L,alcohol,I", "Q,L,alcohol,II"))
        .with(
            "imaging.csv",
            "patient_id,side,visit,day,modality,reader,mri_lesion,edema,crescent,flattening,"
                + "lesion_percent,lesion_location",
            List.of(readings))
        .part(ReportPart.AGREEMENT);
  }

  private static List<String> starts(Section section) {
    return SixPatients.csv(section, "agreement")
        .lines()
        .skip(1)
        .map(line ->
            line.replaceAll("^(([^,\"]*|\"[^\"]*\"),([^,\"]*|\"[^\"]*\"),([^,]*,){5}).*", "$1"))
        .toList();
  }

  /**
   * Two images are enough. Edema 1-1 and 0-1: half of the answers are the same, as chance gives
   * them, and kappa is 0; AC1 has a chance of 2 * 3/4 * 1/4. Of the locations 1/4 is expected.
   */
  @Test
  void comparesTwoReadersOnTwoImages() {
    Section section = section(
        "P,L,BL,0,combined,one,1,1,1,1,20,medial",
        "P,L,BL,0,combined,two,1,1,1,0,21,medial",
        "P,L,BL,0,combined,zoe,1,1,1,0,,",
        "Q,L,BL,0,combined,one,1,0,0,1,30,central",
        "Q,L,BL,0,combined,two,1,1,0,1,33,lateral");
    assertThat(starts(section))
        .containsExactly(
            "lesion on MRI,Cohen's kappa,2,2,2,100,,",
            "lesion on MRI,Gwet's AC1,2,2,2,0,1,",
            "edema,Cohen's kappa,2,1,2,50,0,",
            "edema,Gwet's AC1,2,1,2,37.5,0.2,",
            "crescent,Cohen's kappa,2,2,2,50,1,",
            "crescent,Gwet's AC1,2,2,2,50,1,",
            "flattening,Cohen's kappa,2,1,2,50,0,",
            "flattening,Gwet's AC1,2,1,2,37.5,0.2,",
            "lesion location,Cohen's kappa,2,1,2,25,0.3333333333333333,",
            "lesion location,Gwet's AC1,2,1,2,31.25,0.2727272727272727,",
            "lesion extent,\"ICC(2,1) = ICC(A,1)\",2,,,,0.96,",
            "lesion extent [% of head volume],\"mean of second less first, with the limits of"
                + " agreement (1.96 standard deviations)\",2,,,,2,");
    assertThat(section.paragraphs().get(0)).endsWith(" Further readers are left out.");
    assertThat(MarkdownPage.section(section))
        .contains("| lesion on MRI | Cohen's kappa | 2 | 2 (100.0 %) | 100.0 | not estimable |")
        .contains("(2 images read twice)");
  }

  /** Both judged edema of Q and nothing else of the same image: one image is not enough. */
  @Test
  void saysWhereNoFindingWasJudgedByBothReaders() {
    Section section = section(
        "P,L,BL,0,combined,one,1,,,,20,medial",
        "P,L,BL,0,combined,two,,,,1,,",
        "Q,L,BL,0,combined,one,1,0,,1,30,central",
        "Q,L,BL,0,combined,two,,1,0,,31,lateral");
    assertThat(section.tables()).isEmpty();
    assertThat(section.paragraphs())
        .containsExactly("No finding was judged by both readers on two images or more: agreement"
            + " cannot be computed.");
  }

  @Test
  void saysWhereOneImageOnlyWasReadTwice() {
    Section section = section(
        "P,L,BL,0,combined,one,1,1,1,1,20,medial",
        "P,L,BL,0,combined,two,1,1,1,0,21,medial",
        "Q,L,BL,0,combined,one,1,1,1,0,21,medial");
    assertThat(section.paragraphs())
        .containsExactly(
            "Fewer than two images were read by both readers: agreement cannot be" + " computed.");
  }
}
