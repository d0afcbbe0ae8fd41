package io.github.avnfh.survival.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.avnfh.core.Etiology;
import io.github.avnfh.core.HipId;
import io.github.avnfh.core.Instruments;
import io.github.avnfh.core.PatientId;
import io.github.avnfh.core.Score;
import io.github.avnfh.core.Side;
import io.github.avnfh.core.SteinbergStage;
import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.cohort.Arthroplasty;
import io.github.avnfh.core.cohort.Hip;
import io.github.avnfh.core.cohort.Visit;
import io.github.avnfh.core.cohort.VisitStatus;
import io.github.avnfh.core.imaging.Findings;
import io.github.avnfh.core.imaging.ImageReading;
import io.github.avnfh.core.imaging.Modality;
import io.github.avnfh.core.imaging.Presence;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VisitEndpointTest {
  private final VisitEndpoint collapse = VisitEndpoint.atImageReadings(
      "collapse",
      examination -> Optional.of(examination.findings().flattening())
          .filter(Presence::isAssessed)
          .map(flattening -> flattening == Presence.PRESENT));

  private static ImageReading film(int day, String reader, Presence flattening) {
    Findings.Builder findings = Findings.builder();
    findings.flattening(flattening);
    return ImageReading.builder()
        .timepoint(Timepoint.ofMonths(Math.max(0, day / 30)))
        .day(day)
        .modality(Modality.RADIOGRAPH)
        .reader(reader)
        .findings(findings.build())
        .build();
  }

  private static ImageReading film(int day, Presence flattening) {
    return film(day, "R1", flattening);
  }

  private static Hip.Builder hip(SteinbergStage stage, ImageReading... films) {
    Hip.Builder hip = Hip.builder();
    hip.id(HipId.of(PatientId.of("P" + films.length), Side.LEFT))
        .etiology(Etiology.IDIOPATHIC)
        .baselineStage(stage)
        .addImageReadings(films);
    return hip;
  }

  private Optional<EventInterval> interval(ImageReading... films) {
    return collapse.interval(hip(SteinbergStage.STAGE_I, films).build());
  }

  @Test
  void liesBetweenTheLastFilmWithoutAndTheFirstWith() {
    assertThat(interval(
            film(-10, Presence.ABSENT),
            film(180, Presence.ABSENT),
            film(360, Presence.PRESENT),
            film(720, Presence.PRESENT)))
        .contains(EventInterval.between(180, 360));
    assertThat(interval(film(-10, Presence.ABSENT), film(180, Presence.PRESENT)))
        .contains(EventInterval.between(0, 180));
    assertThat(interval(film(180, Presence.PRESENT))).contains(EventInterval.upTo(180));
    assertThat(interval(film(-10, Presence.PRESENT))).contains(EventInterval.upTo(0));
    assertThat(interval(film(0, Presence.ABSENT), film(180, Presence.ABSENT)))
        .contains(EventInterval.after(180));
    assertThat(interval(film(180, Presence.NOT_ASSESSED))).isEmpty();
  }

  @Test
  void skipsFilmsThatCannotTell() {
    assertThat(interval(
            film(0, Presence.ABSENT),
            film(180, Presence.NOT_ASSESSED),
            film(360, Presence.PRESENT)))
        .contains(EventInterval.between(0, 360));
  }

  @Test
  void findsItWhereAnyReaderDoes() {
    assertThat(interval(
            film(0, Presence.ABSENT),
            film(180, "R1", Presence.ABSENT),
            film(180, "R2", Presence.PRESENT)))
        .contains(EventInterval.between(0, 180));
  }

  @Test
  void endsWithAnArthroplasty() {
    Hip replaced = hip(
            SteinbergStage.STAGE_I,
            film(0, Presence.ABSENT),
            film(180, Presence.ABSENT),
            film(360, Presence.PRESENT))
        .arthroplasty(Arthroplasty.onDay(359))
        .build();
    assertThat(collapse.interval(replaced)).contains(EventInterval.after(180));
    Hip seenBefore = hip(
            SteinbergStage.STAGE_I, film(180, Presence.ABSENT), film(360, Presence.PRESENT))
        .arthroplasty(Arthroplasty.onDay(360))
        .build();
    assertThat(collapse.interval(seenBefore)).contains(EventInterval.between(180, 360));
  }

  @Test
  void followsHipsInTheOrderOfTheirStages() {
    Hip late = hip(SteinbergStage.STAGE_III, film(180, Presence.PRESENT)).build();
    Hip early = hip(SteinbergStage.STAGE_I, film(0, Presence.ABSENT), film(180, Presence.ABSENT))
        .build();
    Hip unseen = hip(SteinbergStage.STAGE_II).build();
    IntervalFollowUp followUp = collapse.followUp(List.of(late, unseen, early), Hip::baselineStage);
    assertThat(followUp.groups()).containsExactly("I", "III");
    assertThat(followUp.clusters()).hasValue(2);
    assertThat(followUp.size()).isEqualTo(2);
    assertThatThrownBy(() -> collapse.followUp(List.of(unseen)))
        .hasMessage("follow-up [rows] must be at least 1, but were 0");
    assertThat(collapse).hasToString("VisitEndpoint{collapse}");
    assertThat(collapse.name()).isEqualTo("collapse");
  }

  private static Visit visit(int month, VisitStatus status, double points) {
    Visit.Builder visit = Visit.builder();
    visit.timepoint(Timepoint.ofMonths(month)).day(month * 30).status(status);
    visit.addScores(Score.of(Instruments.HARRIS_HIP_SCORE, points));
    return visit.build();
  }

  @Test
  void looksAtVisitsOfTheOwnHip() {
    VisitEndpoint poor = VisitEndpoint.atVisits(
        "poor hip",
        visit -> visit.score(Instruments.HARRIS_HIP_SCORE).map(score -> score.points() < 70));
    Hip hip = hip(SteinbergStage.STAGE_I)
        .addVisits(
            visit(0, VisitStatus.DONE, 80),
            visit(6, VisitStatus.DONE, 70),
            visit(12, VisitStatus.DONE, 69.9))
        .build();
    assertThat(poor.interval(hip)).contains(EventInterval.between(180, 360));
    Hip replaced = hip(SteinbergStage.STAGE_I)
        .addVisits(visit(0, VisitStatus.DONE, 80), visit(6, VisitStatus.AFTER_ARTHROPLASTY, 10))
        .arthroplasty(Arthroplasty.onDay(100))
        .build();
    assertThat(poor.interval(replaced)).contains(EventInterval.after(0));
  }
}
