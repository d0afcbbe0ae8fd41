package io.github.avnfh.survival.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.avnfh.survival.competing.CompetingFollowUp;
import io.github.avnfh.survival.competing.CumulativeIncidence;
import io.github.avnfh.survival.competing.GrayTest;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class IncidenceFigureTest {
  private static CompetingFollowUp hips() {
    return CompetingFollowUp.ofDays(
            new int[] {100, 200, 300, 400, 100, 200, 300, 400},
            new int[] {1, 2, 0, 0, 2, 1, 1, 0},
            List.of("replaced", "died"))
        .groups(List.of("I", "I", "I", "I", "II", "II", "II", "II"))
        .build();
  }

  private static String svg() {
    return IncidenceFigure.of(CumulativeIncidence.withDefaults().estimate(hips()))
        .with(GrayTest.withDefaults().test(hips()))
        .withTimeLabel("Days <from treatment>")
        .svg();
  }

  /** Of group I one was replaced and one died before day 300, when two were at risk. */
  @Test
  void countsUnderTheAxis() {
    List<String> texts = Pattern.compile("<text[^>]*>([^<]*)</text>")
        .matcher(svg())
        .results()
        .map(found -> found.group(1))
        .toList();
    int first = texts.indexOf("Competing");
    assertThat(texts).contains("Cumulative incidence", "At risk", "Event", "I", "II");
    // three numbers for each of the marks 0, 100, 200, 300, 400
    assertThat(texts.subList(first + 1, first + 16))
        .containsExactly("4", "0", "0", "4", "0", "0", "3", "1", "0", "2", "1", "1", "1", "1", "1");
    assertThat(svg()).contains("Gray's test: p = ", "Days &lt;from treatment&gt;");
  }

  @Test
  void describesTheCurves() {
    assertThat(svg())
        .contains("I: 4 rows, incidence 0.250 (", "II: 4 rows, incidence 0.500 (", "Bands: ");
    assertThat(IncidenceFigure.of(CumulativeIncidence.withDefaults().estimate(hips())))
        .hasToString("IncidenceFigure{2 groups}");
  }

  @Test
  void refusesNoCurves() {
    assertThatThrownBy(() -> IncidenceFigure.of(List.of()))
        .hasMessage("curves [count] must be 1 or more, but were 0");
  }

  /** Of the four hips of I one was replaced on day 100. */
  @Test
  void saysWhatItsLimitsAreAndTakesOptions() {
    FigureOptions options = FigureOptions.builder()
        .leastAtRisk(0)
        .hasFacets(true)
        .legendTitle("Stage")
        .note("as announced")
        .palette(Palette.GRAY)
        .build();
    String svg = IncidenceFigure.of(
            CumulativeIncidence.withDefaults().withLevel(0.9).estimate(hips()))
        .with(options)
        .svg();
    assertThat(svg)
        .contains(
            "Bands: pointwise 90 % confidence limits (log-log).", ">Stage: II<", ">as announced<")
        .contains("<title>I at 100: incidence 0.250 (", ", 4 at risk</title>")
        .doesNotContain("#0072b2");
    assertThat(svg.split("fill-opacity=\"0.14\"", -1)).hasSize(3);
    assertThat(IncidenceFigure.of(CumulativeIncidence.withDefaults().estimate(hips()))
            .with(FigureOptions.builder().showsBands(false).build())
            .svg())
        .doesNotContain("fill-opacity", "Bands");
  }
}
