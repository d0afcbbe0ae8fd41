package io.github.avnfh.examples.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.examples.figure.Figure;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScoreSectionTest {
  private static Section section(String seen, String header, String... visits) {
    return new GivenCohort()
        .with("patients.csv", "patient_id,sex,age_years", List.of("P,F,40", "Q,F,40"))
        .with(
            "hips.csv",
            "patient_id,side,etiology,steinberg_stage" + seen,
            List.of(
                "P,L,alcohol,I" + (seen.isEmpty() ? "" : ",800"),
                "Q,L,alcohol,I" + (seen.isEmpty() ? "" : ",800")))
        .with("visits.csv", "patient_id,side,visit,day," + header, List.of(visits))
        .part(ReportPart.SCORES);
  }

  @Test
  void tellsOfEveryScaleThatWasAskedFor() {
    Section section =
        section(",last_seen_day", "vas_mm", "P,L,BL,0,70", "P,L,M12,365,30", "Q,L,BL,0,60");
    assertThat(section.tables())
        .extracting(table -> table.name())
        .containsExactly("vas_mm_by_visit", "vas_mm_change");
    assertThat(section.tables().get(0).title())
        .isEqualTo("Pain by visit, visual analog scale 0 to 100 mm");
    assertThat(section.keyResults())
        .containsExactly("Mean change since baseline (95 % interval by patient): pain on the visual"
            + " analog scale [mm] not estimable at 12 months in 1 hip of 1 patient.");
  }

  /** One note, on the waterfall of a score that was not asked for, and none on other curves. */
  @Test
  void explainsNoFigureOfAScaleThatWasNotAskedFor() {
    Section section = section(
        ",last_seen_day", "vas", "P,L,BL,0,7", "P,L,M12,365,3", "Q,L,BL,0,6", "Q,L,M12,365,2");
    assertThat(section.figures()).extracting(Figure::name).containsExactly("vas_over_time");
    assertThat(section.paragraphs())
        .hasSize(2)
        .last()
        .asString()
        .startsWith("Figure left out: gain of the Harris Hip Score by hip, ");
  }

  @Test
  void saysWhatAnArthroplastyDoesToScores() {
    assertThat(SixPatients.part(ReportPart.SCORES).paragraphs().get(0))
        .endsWith(" a column counts them.");
    Section section = section(",last_seen_day", "hhs", "P,L,BL,0,50", "P,L,M12,365,80");
    assertThat(section.paragraphs().get(0))
        .endsWith(
            " Scores count up to an arthroplasty of the hip; a column counts the hips that are"
                + " left out after one.");
    assertThat(section.tables().get(0).columns().get(2).heading())
        .isEqualTo("Left out after arthroplasty");
  }

  /** The scores at 36 months come after the horizon of 24. */
  @Test
  void countsRespondersAtTheLastVisitUpToTheHorizon() {
    Section section = section(
        ",last_seen_day",
        "hhs",
        "P,L,BL,0,50",
        "P,L,M24,731,80",
        "P,L,M36,1096,60",
        "Q,L,BL,0,50",
        "Q,L,M24,731,60");
    assertThat(section.tables())
        .filteredOn(table -> table.name().equals("responders"))
        .extracting(table -> table.title())
        .containsExactly(
            "Hips that gained more than 20 points of the Harris Hip Score at 24 months");
  }
}
