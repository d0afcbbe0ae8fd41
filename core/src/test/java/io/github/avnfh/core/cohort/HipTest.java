package io.github.avnfh.core.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.avnfh.core.Etiology;
import io.github.avnfh.core.HipId;
import io.github.avnfh.core.PatientId;
import io.github.avnfh.core.Side;
import io.github.avnfh.core.SteinbergGrade;
import io.github.avnfh.core.SteinbergStage;
import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.treatment.CoreDecompression;
import io.github.avnfh.core.treatment.Injection;
import java.util.List;
import org.junit.jupiter.api.Test;

class HipTest {
  private static final Visit BASELINE =
      Visit.of(Timepoint.baseline(), 0, VisitStatus.DONE, List.of());
  private static final Visit THIRD_MONTH =
      Visit.of(Timepoint.ofMonths(3), 91, VisitStatus.DONE, List.of());
  private static final CoreDecompression DRILLED =
      CoreDecompression.builder().day(0).build();
  private static final Injection FIRST = Injection.builder().number(1).day(0).build();
  private static final Injection SECOND = Injection.builder().number(2).day(90).build();

  private static Hip.Builder enrolled() {
    return Hip.builder()
        .id(HipId.of(PatientId.of("P1"), Side.LEFT))
        .etiology(Etiology.ALCOHOL)
        .baselineStage(SteinbergStage.STAGE_II)
        .baselineGrade(SteinbergGrade.B)
        .priorSurgery(true)
        .localInfection(false)
        .persistentComplaint(true)
        .conservativeTherapyMonths(6)
        .arthroplasty(Arthroplasty.onDay(400))
        .lastSeenDay(400);
  }

  @Test
  void keepsAllButItsHistoryWhenItIsGivenOne() {
    Hip given = enrolled()
        .addVisits(BASELINE)
        .build()
        .withHistory(
            List.of(DRILLED), List.of(SECOND, FIRST), List.of(THIRD_MONTH, BASELINE), List.of());
    Hip built = enrolled()
        .addDecompressions(DRILLED)
        .addInjections(FIRST, SECOND)
        .addVisits(BASELINE, THIRD_MONTH)
        .build();
    assertThat(given).isEqualTo(built);
    assertThat(given.visits()).containsExactly(BASELINE, THIRD_MONTH);
    assertThat(given.injections()).containsExactly(FIRST, SECOND);
  }

  @Test
  void refusesAHistoryThatContradictsItself() {
    Hip hip = enrolled().build();
    List<Visit> twice = List.of(BASELINE, THIRD_MONTH, BASELINE);
    assertThatThrownBy(() -> hip.withHistory(List.of(), List.of(), twice, List.of()))
        .hasMessage("visits of a hip [distinct moments] must be 3, but were 2");
  }
}
