package io.github.avnfh.survival.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.avnfh.survival.FollowUp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Rates against R's {@code poisson.test} (4.2.2), by hand, and against the exponential model. */
class EventRatesTest {
  private static final Offset<Double> CLOSE = within(1e-10);

  /** Rows of which the first have the event and all together have the time. */
  private static FollowUp group(int events, int rows, double time) {
    boolean[] ended = new boolean[rows];
    IntStream.range(0, events).forEach(i -> ended[i] = true);
    double[] times = new double[rows];
    Arrays.fill(times, time / rows);
    return FollowUp.ofTimes(times, ended).build();
  }

  private static FollowUp groups(int first, double firstTime, int second, double secondTime) {
    double[] times = new double[20];
    boolean[] events = new boolean[20];
    for (int i = 0; i < 20; i++) {
      times[i] = (i < 10 ? firstTime : secondTime) / 10;
      events[i] = i % 10 < (i < 10 ? first : second);
    }
    return FollowUp.ofTimes(times, events)
        .groups(IntStream.range(0, 20).mapToObj(i -> i < 10 ? "I" : "II").toList())
        .build();
  }

  @Test
  void hasGarwoodsLimitsAsR() {
    EventRates.Rate seven = EventRates.per(1).estimate(group(7, 10, 12.345)).get(0);
    assertThat(seven.rate()).isCloseTo(7 / 12.345, CLOSE);
    assertThat(seven.lower()).isCloseTo(0.227975945850131, CLOSE);
    assertThat(seven.upper()).isCloseTo(1.168300960850739, CLOSE);
    EventRates.Rate none = EventRates.per(1).estimate(group(0, 10, 12.345)).get(0);
    assertThat(none.rate()).isZero();
    assertThat(none.lower()).isZero();
    assertThat(none.upper()).isCloseTo(0.298815670645114, CLOSE);
  }

  @Test
  void comparesTwoRatesAsR() {
    EventRates.Ratio ratio =
        EventRates.per(1).compare(groups(3, 15.5, 7, 12.345)).get(0);
    assertThat(ratio.group()).isEqualTo("II");
    assertThat(ratio.reference()).isEqualTo("I");
    assertThat(ratio.ratio().orElseThrow()).isCloseTo(2.929661131362225, CLOSE);
    assertThat(ratio.exactLower()).isCloseTo(0.668813764901380, CLOSE);
    assertThat(ratio.exactUpper().orElseThrow()).isCloseTo(17.557410453761268, CLOSE);
    assertThat(ratio.exactPValue()).isCloseTo(0.120083094485187, CLOSE);
    assertThat(ratio.score().statistic()).isCloseTo(2.66909482747357, CLOSE);
    assertThat(ratio.logStandardError().orElseThrow())
        .isCloseTo(Math.sqrt(1.0 / 3 + 1.0 / 7), CLOSE);
  }

  @Test
  void comparesWithAGroupWithoutEvents() {
    EventRates.Ratio none =
        EventRates.per(1).compare(groups(3, 15.5, 0, 12.345)).get(0);
    assertThat(none.ratio()).hasValue(0);
    assertThat(none.exactLower()).isZero();
    assertThat(none.exactUpper().orElseThrow()).isCloseTo(3.038416715024510, CLOSE);
    assertThat(none.exactPValue()).isCloseTo(0.259628653229126, CLOSE);
    assertThat(none.pValue()).isEmpty();
    EventRates.Ratio against =
        EventRates.per(1).compare(groups(0, 15.5, 7, 12.345)).get(0);
    assertThat(against.ratio()).isEmpty();
    assertThat(against.exactUpper()).isEmpty();
    assertThat(against.exactLower()).isGreaterThan(1);
  }

  /** An event on the cut lies in the period that ends there. */
  @Test
  void splitsTheTimeIntoPeriods() {
    FollowUp hips = FollowUp.ofDays(
            new int[] {100, 365, 366, 500}, new boolean[] {true, true, true, false})
        .entry(new int[] {0, 0, 0, 400})
        .build();
    List<EventRates.Rate> rates = EventRates.per(100).splitAt(365).estimate(hips);
    assertThat(rates).extracting(EventRates.Rate::events).containsExactly(2, 1);
    assertThat(rates).extracting(EventRates.Rate::time).containsExactly(100.0 + 365 + 365, 101.0);
    assertThat(rates).extracting(EventRates.Rate::rows).containsExactly(3, 2);
    assertThat(rates.get(0).until()).hasValue(365);
    assertThat(rates.get(1).after()).isEqualTo(365);
    assertThat(rates.get(1).until()).isEmpty();
  }

  /** Five patients who lose both hips on one day tell as much as five hips. */
  @Test
  void countsPatientsWhoseHipsShareTheirFateOnce() {
    double[] times = new double[20];
    boolean[] events = new boolean[20];
    for (int i = 0; i < 20; i++) {
      times[i] = 10;
      events[i] = i < 10;
    }
    FollowUp pairs = FollowUp.ofTimes(times, events)
        .clusters(IntStream.range(0, 20).mapToObj(i -> i / 2).toList())
        .build();
    EventRates.Rate rate = EventRates.per(1).estimate(pairs).get(0);
    assertThat(rate.clusters()).hasValue(10);
    // residuals are 2 - 1 for five patients and 0 - 1 for five: 10 times 10/9, over 10 events
    EventRates.Rate fewer = EventRates.per(1).estimate(group(9, 20, 180)).get(0);
    assertThat(rate.lower()).isCloseTo(fewer.lower(), CLOSE);
    assertThat(rate.upper()).isCloseTo(fewer.upper(), CLOSE);
    assertThat(rate.rate()).isCloseTo(0.05, CLOSE);
  }

  @Test
  void refusesWhatHasNoAnswer() {
    assertThatThrownBy(() -> EventRates.per(0))
        .hasMessage("time of a rate [unit of the times] must be finite and above 0.0, but was 0.0");
    assertThatThrownBy(() -> EventRates.per(1).splitAt(3, 3))
        .hasMessageContaining("ascending, but 3.0 came after 3.0");
    assertThatThrownBy(() -> EventRates.per(1).compare(group(2, 4, 10)))
        .hasMessage("groups [count] must be 2 or more, but was 1");
    assertThatThrownBy(() -> EventRates.per(1).compare(groups(0, 10, 0, 10)))
        .hasMessageContaining("must be 1 or more, but were 0");
    assertThatThrownBy(() -> EventRates.per(1)
            .estimate(FollowUp.ofTimes(new double[] {1}, new boolean[] {true})
                .weights(new double[] {2})
                .build()))
        .hasMessageContaining("but have case weights");
  }

  private static FollowUp random(long seed, boolean isClustered) {
    Random random = new Random(seed);
    int rows = 12;
    boolean[] events = new boolean[rows];
    List<String> groups = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      events[i] = i < 2 || random.nextInt(3) == 0;
      groups.add(i % 2 == 0 ? "I" : "II");
    }
    var followUp =
        FollowUp.ofTimes(random.doubles(rows, 1, 30).toArray(), events).groups(groups);
    if (isClustered) {
      followUp.clusters(IntStream.range(0, rows).mapToObj(i -> i / 3).toList());
    }
    return followUp.build();
  }

  /** The log ratio and its errors are those of the exponential model. */
  @Property(tries = 200)
  void agreesWithTheExponentialModel(@ForAll long seed, @ForAll boolean isClustered) {
    FollowUp hips = random(seed, isClustered);
    Covariates design = Covariates.ofRows(hips.size())
        .factor(
            "group",
            IntStream.range(0, hips.size())
                .mapToObj(row -> hips.groups().get(hips.group(row)))
                .toList(),
            hips.groups())
        .build();
    RegressionCoefficient model = ParametricRegression.of(TimeDistribution.EXPONENTIAL)
        .fit(hips, design)
        .hazardRatios()
        .get(0);
    EventRates.Ratio ratio = EventRates.per(1).compare(hips).get(0);
    assertThat(ratio.ratio().orElseThrow())
        .isCloseTo(
            model.ratio().orElseThrow(), Offset.offset(1e-7 * ratio.ratio().orElseThrow()));
    assertThat(ratio.logStandardError().orElseThrow())
        .isCloseTo(model.standardError().orElseThrow(), within(1e-7));
  }

  @Property(tries = 200)
  void periodsAddUpToTheWhole(@ForAll long seed) {
    FollowUp hips = random(seed, true);
    List<EventRates.Rate> whole = EventRates.per(1).estimate(hips);
    List<EventRates.Rate> parts = EventRates.per(1).splitAt(5, 10, 20).estimate(hips);
    for (EventRates.Rate rate : whole) {
      List<EventRates.Rate> own =
          parts.stream().filter(part -> part.group().equals(rate.group())).toList();
      assertThat(own.stream().mapToInt(EventRates.Rate::events).sum()).isEqualTo(rate.events());
      assertThat(own.stream().mapToDouble(EventRates.Rate::time).sum())
          .isCloseTo(rate.time(), CLOSE);
      assertThat(rate.rate()).isBetween(rate.lower(), rate.upper());
    }
  }

  @Property(tries = 50)
  void patientsOfOneHipHaveWiderLimitsOnlyByChanceOfTheirEvents(@ForAll long seed) {
    FollowUp hips = random(seed, false);
    double[] times = IntStream.range(0, hips.size()).mapToDouble(hips::time).toArray();
    boolean[] events = new boolean[hips.size()];
    IntStream.range(0, events.length).forEach(row -> events[row] = hips.isEvent(row));
    EventRates.Rate alone = EventRates.per(1)
        .estimate(FollowUp.ofTimes(times, events)
            .clusters(IntStream.range(0, events.length).boxed().toList())
            .build())
        .get(0);
    EventRates.Rate naive =
        EventRates.per(1).estimate(FollowUp.ofTimes(times, events).build()).get(0);
    assertThat(alone.rate()).isEqualTo(naive.rate());
    assertThat(alone.upper()).isGreaterThanOrEqualTo(naive.upper() - 1e-12);
  }
}
