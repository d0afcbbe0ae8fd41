package io.github.avnfh.survival.figure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.survival.competing.AalenJohansen;
import io.github.avnfh.survival.competing.StateFollowUp;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class StateFigureTest {
  private static final StateFollowUp HIPS = StateFollowUp.ofDays(
          new int[] {0, 100, 0, 0, 0},
          new int[] {100, 300, 200, 400, 400},
          new int[] {0, 1, 0, 0, 0},
          new int[] {1, 2, 2, 0, 0},
          List.of("treated", "collapsed", "replaced"))
      .hips(new int[] {1, 1, 2, 3, 4})
      .seenAtVisits("collapsed")
      .build();

  private static String svg() {
    return StateFigure.of(AalenJohansen.withDefaults().estimate(HIPS).get(0))
        .withTimeLabel("Days <from treatment>")
        .svg();
  }

  @Test
  void stacksAreasThatFillTheHeight() {
    List<String> areas = Pattern.compile("<path d=\"([^\"]*)\" fill=\"[^\"]*\" fill-opacity")
        .matcher(svg())
        .results()
        .map(found -> found.group(1))
        .toList();
    assertThat(areas).hasSize(3);
    // all begin in the first state, and the last ends at the top
    assertThat(areas.get(2)).startsWith("M92 ");
    String top = areas.get(0).substring(areas.get(0).indexOf(' ') + 1).split("[HV]", -1)[0];
    assertThat(areas.get(2)).startsWith("M92 " + top + "H");
    // the highest never leaves the top: no step before it goes back
    String highest = areas.get(2).substring(0, areas.get(2).indexOf('V'));
    assertThat(highest).isEqualTo("M92 " + top + highest.substring(highest.indexOf('H')));
  }

  @Test
  void saysWhichStatesAreSeenAtVisitsAndWhereHipsAreAtTheEnd() {
    assertThat(svg())
        .contains(
            "Seen at visits, so begun before: collapsed.",
            "4 hips at the last time: treated 0.500, collapsed 0.000, replaced 0.500.",
            "Days &lt;from treatment&gt;");
  }

  @Test
  void countsThoseAtRiskInEachState() {
    List<String> texts = Pattern.compile("<text[^>]*>([^<]*)</text>")
        .matcher(svg())
        .results()
        .map(found -> found.group(1))
        .toList();
    assertThat(texts).contains("At risk", "treated", "collapsed", "replaced", "4", "3", "2");
  }
}
