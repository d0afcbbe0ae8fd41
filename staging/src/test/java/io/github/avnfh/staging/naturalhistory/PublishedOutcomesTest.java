package io.github.avnfh.staging.naturalhistory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.avnfh.core.SteinbergGrade;
import io.github.avnfh.core.evidence.Citation;
import io.github.avnfh.core.table.Count;
import io.github.avnfh.staging.jic.JicType;
import io.github.avnfh.staging.kerboul.HaGrade;
import io.github.avnfh.staging.kerboul.HaRisk;
import io.github.avnfh.staging.steinberg.SteinbergRules;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PublishedOutcomesTest {

  /** The source groups the same 37 hips twice: 29 of them collapsed. */
  @Test
  void countsTheSameHipsByGradeAndByRisk() {
    Stream<PublishedOutcome> grades =
        Arrays.stream(HaGrade.values()).flatMap(one -> PublishedOutcomes.byGrade(one).stream());
    Stream<PublishedOutcome> risks =
        Arrays.stream(HaRisk.values()).flatMap(one -> PublishedOutcomes.byRisk(one).stream());
    for (List<PublishedOutcome> all : List.of(grades.toList(), risks.toList())) {
      assertThat(sum(all, one -> one.hips().orElseThrow())).isEqualTo(37);
      assertThat(sum(all, one -> one.events().orElseThrow())).isEqualTo(29);
    }
  }

  @Test
  void printsTwoAndFiveYearsByType() {
    assertThat(PublishedOutcomes.byType(JicType.C1))
        .extracting(one -> one.percent().orElseThrow())
        .containsExactly(23.2, 36.6);
    assertThat(PublishedOutcomes.byType(JicType.A))
        .extracting(one -> one.percent().orElseThrow())
        .containsExactly(0.0, 0.0);
  }

  @Test
  void saysThatTheHipsByGradeOfSteinbergWereTreated() {
    PublishedOutcome course = PublishedOutcomes.byGrade(SteinbergGrade.B).get(0);
    assertThat(course.percent()).hasValue(31);
    assertThat(course.population()).contains("after core decompression");
    assertThat(course.citation()).isEqualTo(SteinbergRules.SOURCE);
  }

  /** The counts of a study make the percentages that it prints; those of Tan 2021 do not. */
  @Test
  void recomputesWhatIsPrinted() {
    List<String[]> rows = rows();
    assertThat(rows).hasSize(25);
    for (String[] row : rows) {
      BigDecimal printed = new BigDecimal(row[6]);
      BigDecimal recomputed = figure(row).proportion().orElseThrow().percent(printed.scale());
      assertThat(recomputed).isEqualTo(new BigDecimal(row[7]));
      assertThat(recomputed.compareTo(printed) == 0).isNotEqualTo(row[0].equals("Tan 2021"));
    }
  }

  /** 40 failures of 158 hips, 17 of 44 progressed, 12 of 24 survived, 2945 hips staged. */
  @Test
  void addsUpToThePrintedTotals() {
    assertThat(totals("Zuo 2016", "clinical failure")).isEqualTo(Count.of(40, 158));
    assertThat(totals("Xie 2018", "imaging success")).isEqualTo(Count.of(44 - 17, 44));
    assertThat(totals("D'Ambrosi 2018", "survival")).isEqualTo(Count.of(2 * 12, 2 * 24));
    assertThat(totals("Tan 2021", "ARCO")).isEqualTo(Count.of(2945, 4 * 2945));
  }

  private static Count totals(String study, String event) {
    List<PublishedOutcome> figures = rows().stream()
        .filter(row -> row[0].equals(study) && row[3].startsWith(event))
        .map(PublishedOutcomesTest::figure)
        .toList();
    return Count.of(
        sum(figures, one -> one.events().orElseThrow()),
        sum(figures, one -> one.hips().orElseThrow()));
  }

  private static PublishedOutcome figure(String[] row) {
    return PublishedOutcome.builder()
        .event(row[3])
        .population(row[2])
        .events(Integer.parseInt(row[4]))
        .hips(Integer.parseInt(row[5]))
        .citation(Citation.of(row[0], row[2], row[1]))
        .build();
  }

  private static List<String[]> rows() {
    try (InputStream stream = Objects.requireNonNull(
        PublishedOutcomesTest.class.getResourceAsStream("published.csv"), "published.csv")) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(line -> line.split(",", -1))
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @Test
  void refusesAFigureWithoutANumberAndMoreEventsThanHips() {
    assertThatThrownBy(() -> figure().hips(3).build())
        .hasMessage("figure of a published course must hold a percentage, or events and hips");
    assertThatThrownBy(() -> figure().hips(3).events(4).build())
        .hasMessage("events of a published course [hips] must lie in 0..3, but was 4");
  }

  private static PublishedOutcome.Builder figure() {
    return PublishedOutcome.builder()
        .event("collapse")
        .population("a test")
        .citation(SteinbergRules.SOURCE);
  }

  private static int sum(List<PublishedOutcome> all, ToIntFunction<PublishedOutcome> count) {
    return all.stream().mapToInt(count).sum();
  }
}
