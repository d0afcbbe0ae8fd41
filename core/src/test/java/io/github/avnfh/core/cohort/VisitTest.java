package io.github.avnfh.core.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.avnfh.core.Instruments;
import io.github.avnfh.core.Score;
import io.github.avnfh.core.Timepoint;
import java.util.List;
import org.junit.jupiter.api.Test;

class VisitTest {
  private static final Score PAIN = Score.of(Instruments.PAIN_VAS_CM, 7.8);

  private static Visit.Builder visit(VisitStatus status) {
    return Visit.builder().timepoint(Timepoint.ofMonths(3)).status(status);
  }

  @Test
  void findsTheScoreOfAnInstrument() {
    Visit visit = visit(VisitStatus.DONE).day(91).addScores(PAIN).build();
    assertThat(visit.score(Instruments.PAIN_VAS_CM)).contains(PAIN);
    assertThat(visit.score(Instruments.HARRIS_HIP_SCORE)).isEmpty();
  }

  @Test
  void isTheSameWhetherBuiltOrMadeAtOnce() {
    Score function = Score.of(Instruments.HARRIS_HIP_SCORE, 61);
    Visit built = visit(VisitStatus.DONE).day(91).addScores(PAIN, function).build();
    Visit made = Visit.of(Timepoint.ofMonths(3), 91, VisitStatus.DONE, List.of(PAIN, function));
    assertThat(made).isEqualTo(built);
    assertThat(made.scores()).containsExactly(function, PAIN);
    assertThat(made.missedReason()).isEmpty();
  }

  @Test
  void refusesTheSameWhenMadeAtOnce() {
    Timepoint third = Timepoint.ofMonths(3);
    List<Score> twice = List.of(PAIN, PAIN);
    assertThatThrownBy(() -> Visit.of(third, 91, VisitStatus.DONE, twice))
        .hasMessage(
            "scores of one visit [count per instrument] must lie in 0..1, but were 2 of 1 instruments");
    assertThatThrownBy(() -> Visit.of(third, 36_526, VisitStatus.DONE, List.of()))
        .hasMessage(
            "day [days from the first treatment] must lie in -3650.0..36525.0, but was 36526.0");
  }

  @Test
  void refusesTwoScoresOfOneInstrument() {
    Visit.Builder twice =
        visit(VisitStatus.DONE).day(91).addScores(PAIN, Score.of(Instruments.PAIN_VAS_CM, 7));
    assertThatThrownBy(twice::build)
        .hasMessage(
            "scores of one visit [count per instrument] must lie in 0..1, but were 2 of 1 instruments");
  }

  @Test
  void refusesScoresOfAVisitThatDidNotTakePlace() {
    Visit.Builder missed = visit(VisitStatus.MISSED).day(91).addScores(PAIN);
    assertThatThrownBy(missed::build)
        .hasMessage("scores of a visit that is missed [count] must lie in 0..0, but were 1");
  }

  @Test
  void refusesADayBeyondACentury() {
    Visit.Builder late = visit(VisitStatus.DONE).day(36_526);
    assertThatThrownBy(late::build)
        .hasMessage(
            "day [days from the first treatment] must lie in -3650.0..36525.0, but was 36526.0");
  }

  @Test
  void keepsArthroplastyOnOrAfterTheFirstTreatment() {
    assertThat(Arthroplasty.onDay(0).day()).isZero();
    assertThatThrownBy(() -> Arthroplasty.onDay(-1))
        .hasMessage(
            "arthroplasty [days from the first treatment] must lie in 0..36525, but was -1");
  }

  @Test
  void tookPlaceIfThePatientWasSeen() {
    assertThat(VisitStatus.values())
        .filteredOn(VisitStatus::tookPlace)
        .containsExactly(VisitStatus.DONE, VisitStatus.AFTER_ARTHROPLASTY);
  }
}
