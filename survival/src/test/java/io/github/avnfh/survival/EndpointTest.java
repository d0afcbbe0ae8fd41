package io.github.avnfh.survival;

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
import io.github.avnfh.core.cohort.Grouping;
import io.github.avnfh.core.cohort.Hip;
import io.github.avnfh.core.cohort.Visit;
import io.github.avnfh.core.cohort.VisitStatus;
import io.github.avnfh.core.imaging.Findings;
import io.github.avnfh.core.imaging.ImageReading;
import io.github.avnfh.core.imaging.Modality;
import io.github.avnfh.core.imaging.Presence;
import io.github.avnfh.survival.SurvivalCurve.Step;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class EndpointTest {

  private static Hip.Builder hip(String patient, Side side, SteinbergStage stage) {
    Hip.Builder hip = Hip.builder();
    hip.id(HipId.of(PatientId.of(patient), side));
    hip.etiology(Etiology.IDIOPATHIC);
    hip.baselineStage(stage);
    return hip;
  }

  private static List<Hip> hips() {
    Hip.Builder replaced = hip("P01", Side.LEFT, SteinbergStage.STAGE_III);
    replaced.arthroplasty(Arthroplasty.onDay(400)).lastSeenDay(700);
    Hip.Builder kept = hip("P01", Side.RIGHT, SteinbergStage.STAGE_I);
    kept.lastSeenDay(730);
    Hip.Builder lost = hip("P02", Side.LEFT, SteinbergStage.STAGE_I);
    return List.of(replaced.build(), kept.build(), lost.build());
  }

  @Test
  void followsAHipToItsArthroplastyOrToTheLastKnownDay() {
    FollowUp followUp = Endpoint.arthroplasty().followUp(hips());
    assertThat(followUp.groups()).containsExactly("all");
    List<Step> steps =
        KaplanMeier.withDefaults().estimate(followUp).curve("all").steps();
    assertThat(steps).extracting(Step::time).containsExactly(0.0, 400.0, 730.0);
    assertThat(steps).extracting(Step::events).containsExactly(0.0, 1.0, 0.0);
    assertThat(steps).extracting(Step::censored).containsExactly(1.0, 0.0, 1.0);
  }

  @Test
  void takesThePatientAsTheCluster() {
    assertThat(Endpoint.arthroplasty().followUp(hips()).clusters()).hasValue(2);
  }

  @Test
  void putsStagesInTheOrderOfTheirScale() {
    assertThat(Endpoint.arthroplasty().followUp(hips(), Hip::baselineStage).groups())
        .containsExactly("I", "III");
  }

  @Test
  void putsLabelsInTheOrderOfTheirAppearance() {
    assertThat(Endpoint.arthroplasty()
            .followUpByLabel(hips(), hip -> hip.id().side().code())
            .groups())
        .containsExactly(Side.LEFT.code(), Side.RIGHT.code());
  }

  @Test
  void keepsTheOrderOfAGroupingWithoutItsEmptyGroups() {
    Grouping bySide =
        Grouping.of("side", List.of("R", "none", "L"), hip -> hip.id().side().code());
    assertThat(Endpoint.arthroplasty().followUp(hips(), bySide).groups()).containsExactly("R", "L");
  }

  @Test
  void takesAnEndpointOfOnesOwn() {
    Endpoint never = Endpoint.on("nothing", hip -> OptionalInt.empty());
    assertThat(never.name()).isEqualTo("nothing");
    assertThat(never.followUp(hips()).events()).isZero();
    assertThat(never).hasToString("Endpoint{nothing}");
  }

  private static Visit visit(int month, VisitStatus status, int points) {
    Visit.Builder visit = Visit.builder();
    visit.timepoint(Timepoint.ofMonths(month)).day(day(month)).status(status);
    if (status == VisitStatus.DONE) {
      visit.addScores(Score.of(Instruments.HARRIS_HIP_SCORE, points));
    }
    return visit.build();
  }

  private static int day(int month) {
    return Timepoint.ofMonths(month).nominalDay().orElseThrow();
  }

  private static boolean isPoor(Visit visit) {
    return visit.scores().stream().anyMatch(score -> score.points() < 70);
  }

  @Test
  void findsTheFirstVisitAtWhichARuleHolds() {
    Hip.Builder worse = hip("P01", Side.LEFT, SteinbergStage.STAGE_I);
    worse.addVisits(
        visit(0, VisitStatus.DONE, 80),
        visit(6, VisitStatus.MISSED, 0),
        visit(12, VisitStatus.DONE, 69),
        visit(24, VisitStatus.DONE, 60));
    Hip.Builder always = hip("P02", Side.LEFT, SteinbergStage.STAGE_I);
    always.addVisits(visit(0, VisitStatus.DONE, 50));
    Hip.Builder never = hip("P03", Side.LEFT, SteinbergStage.STAGE_I);
    never.addVisits(visit(0, VisitStatus.DONE, 80), visit(24, VisitStatus.DONE, 70));
    Endpoint poor = Endpoint.atFirstVisit("poor hip", EndpointTest::isPoor);
    assertThat(poor.day(worse.build())).hasValue(day(12));
    assertThat(poor.day(always.build())).hasValue(0);
    assertThat(poor.day(never.build())).isEmpty();
    FollowUp followUp = poor.followUp(List.of(worse.build(), always.build(), never.build()));
    assertThat(followUp.time(2)).isEqualTo(day(24));
    assertThat(followUp.isEvent(2)).isFalse();
  }

  @Test
  void looksOnlyAtVisitsThatTookPlace() {
    Hip hip = hip("P01", Side.LEFT, SteinbergStage.STAGE_I)
        .addVisits(visit(6, VisitStatus.MISSED, 0), visit(12, VisitStatus.DONE, 80))
        .build();
    assertThat(Endpoint.atFirstVisit("seen", visit -> true).day(hip)).hasValue(day(12));
  }

  private static ImageReading radiograph(int day, boolean crescent) {
    Findings.Builder findings = Findings.builder();
    findings.crescent(crescent ? Presence.PRESENT : Presence.ABSENT);
    return ImageReading.builder()
        .timepoint(Timepoint.ofMonths(Math.max(0, day / 30)))
        .day(day)
        .modality(Modality.RADIOGRAPH)
        .reader("R1")
        .findings(findings.build())
        .build();
  }

  @Test
  void findsTheFirstExaminationUpToAnArthroplasty() {
    Endpoint crescent = Endpoint.atFirstImageReading(
        "crescent", examination -> examination.findings().crescent() == Presence.PRESENT);
    Hip.Builder hip = hip("P01", Side.LEFT, SteinbergStage.STAGE_I);
    hip.addImageReadings(radiograph(-3, false), radiograph(180, true), radiograph(360, true));
    assertThat(crescent.day(hip.build())).hasValue(180);
    assertThat(crescent.day(hip.arthroplasty(Arthroplasty.onDay(180)).build())).hasValue(180);
    Hip.Builder before = hip("P01", Side.LEFT, SteinbergStage.STAGE_I);
    before.addImageReadings(radiograph(180, true)).arthroplasty(Arthroplasty.onDay(179));
    assertThat(crescent.day(before.build())).isEmpty();
  }

  private static Endpoint on(int... days) {
    return Endpoint.on("day", hip -> {
      int day = days[hip.id().side() == Side.LEFT ? 0 : 1];
      return day < 0 ? OptionalInt.empty() : OptionalInt.of(day);
    });
  }

  @Test
  void takesWhicheverComesFirst() {
    Hip left = hips().get(0);
    Hip right = hips().get(1);
    Endpoint first = Endpoint.firstOf("either", on(500, -1), on(400, 300));
    assertThat(first.day(left)).hasValue(400);
    assertThat(first.day(right)).hasValue(300);
    assertThat(Endpoint.firstOf("neither", on(-1, -1)).day(left)).isEmpty();
    assertThatThrownBy(() -> Endpoint.firstOf("none"))
        .hasMessage("endpoints of a composite [count] must be 1 or more, but were 0");
  }

  /** The replaced hip left on day 400, the other was last seen on day 730. */
  @Test
  void endsTheTimeWithADeathThatCameFirst() {
    List<Hip> pair = hips().subList(0, 2);
    FollowUp before = Endpoint.arthroplasty().censoredBy(on(399, 800)).followUp(pair);
    assertThat(before.events()).isZero();
    assertThat(before.time(0)).isEqualTo(399);
    assertThat(before.time(1)).isEqualTo(800);
    FollowUp onTheDay = Endpoint.arthroplasty().censoredBy(on(400, 5)).followUp(pair);
    assertThat(onTheDay.isEvent(0)).isTrue();
    assertThat(onTheDay.time(1)).isEqualTo(5);
    FollowUp after = Endpoint.arthroplasty().censoredBy(on(401, -1)).followUp(pair);
    assertThat(after.time(0)).isEqualTo(400);
    assertThat(after.time(1)).isEqualTo(730);
  }

  @Test
  void needsAHip() {
    assertThatThrownBy(() -> Endpoint.arthroplasty().followUp(List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("follow-up [rows] must be at least 1, but were 0");
  }
}
