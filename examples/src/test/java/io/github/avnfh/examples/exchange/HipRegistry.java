package io.github.avnfh.examples.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.avnfh.survival.EventCounts;
import io.github.avnfh.survival.FollowUp;
import io.github.avnfh.survival.KaplanMeier;
import io.github.avnfh.survival.KaplanMeierEstimate;
import io.github.avnfh.survival.SurvivalCurve;
import io.github.avnfh.survival.SurvivalEstimate;
import io.github.avnfh.survival.compare.LogRank;
import io.github.avnfh.survival.compare.ScoreTest;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Made-up hips as columns: one patient in five has both, whose times share a frailty, and the
 * hazard rises with the stage.
 */
final class HipRegistry {
  static final List<String> STAGES = List.of("I", "II", "III", "IV");
  static final int PARTS = 7;

  private static final double[] HAZARDS = {5e-5, 1e-4, 3e-4, 6e-4};
  private static final int YEAR = 365;

  private final int[] patients;
  private final int[] stages;
  private final int[] days;
  private final boolean[] events;

  private HipRegistry(int hips) {
    patients = new int[hips];
    stages = new int[hips];
    days = new int[hips];
    events = new boolean[hips];
    SplittableRandom random = new SplittableRandom(7);
    int hip = 0;
    for (int patient = 1; hip < hips; patient++) {
      int both = random.nextInt(5) == 0 ? 2 : 1;
      double frailty = -Math.log(1 - random.nextDouble());
      int stage = random.nextInt(4);
      int lastSeen = 180 + random.nextInt(5300);
      for (int side = 0; side < both && hip < hips; side++, hip++) {
        patients[hip] = patient;
        stages[hip] = random.nextInt(3) == 0 ? random.nextInt(4) : stage;
        follow(
            hip,
            -Math.log(1 - random.nextDouble()) / (HAZARDS[stages[hip]] * frailty + 1e-9),
            lastSeen);
      }
    }
  }

  private void follow(int hip, double event, int lastSeen) {
    events[hip] = event <= lastSeen;
    days[hip] = events[hip] ? (int) Math.ceil(event) : lastSeen;
  }

  static HipRegistry of(int hips) {
    return new HipRegistry(hips);
  }

  /** Writes a registry: the file, and how many hips. */
  public static void main(String... arguments) throws IOException {
    of(Integer.parseInt(arguments[1])).write(Path.of(arguments[0]), patient -> true);
  }

  /** Writes the hips of some patients as a table. */
  void write(Path file, IntPredicate patient) throws IOException {
    try (BufferedWriter text = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      text.write("patient,side,stage,days,event\n");
      StringBuilder line = new StringBuilder();
      for (int hip = 0; hip < days.length; hip++) {
        if (patient.test(patients[hip])) {
          boolean second = hip > 0 && patients[hip - 1] == patients[hip];
          line.setLength(0);
          line.append(patients[hip]).append(second ? ",R," : ",L,");
          line.append(STAGES.get(stages[hip])).append(',').append(days[hip]);
          text.append(line.append(events[hip] ? ",1\n" : ",0\n"));
        }
      }
    }
  }

  FollowUp rows() {
    return FollowUp.ofDays(days, events)
        .groups(stages, STAGES)
        .clusters(patients)
        .build();
  }

  /** One of seven parts of the hips; a patient lies in one of them. */
  static IntPredicate part(int part) {
    return patient -> patient % PARTS == part;
  }

  /** The parts in an order of no meaning. */
  static List<Integer> shuffledParts() {
    List<Integer> parts = new ArrayList<>(IntStream.range(0, PARTS).boxed().toList());
    Collections.shuffle(parts, new Random(3));
    return parts;
  }

  /** Holds the answers of counts to those of the rows. */
  void assertAnswers(EventCounts counted) {
    EventCounts counts = counted.only(STAGES);
    FollowUp rows = rows();
    EventCounts direct = rows.counts().withPairs(rows.pairs());
    assertThat(counts.lines()).isEqualTo(direct.lines());
    assertThat(counts.pairs()).isEqualTo(direct.pairs());
    KaplanMeierEstimate curves = KaplanMeier.withDefaults().estimate(counts);
    KaplanMeierEstimate sameCurves = KaplanMeier.withDefaults().estimate(direct);
    KaplanMeierEstimate byRows = KaplanMeier.withDefaults().estimate(rows);
    for (String stage : STAGES) {
      assertThat(bytes(curves.curve(stage).steps()))
          .isEqualTo(bytes(sameCurves.curve(stage).steps()));
      assertClose(curves.curve(stage), byRows.curve(stage));
    }
    List<? extends ScoreTest> tests = LogRank.withDefaults().test(counts).tests();
    assertThat(bytes(tests)).isEqualTo(bytes(LogRank.withDefaults().test(direct).tests()));
    assertClose(tests, LogRank.withDefaults().test(rows).tests());
  }

  private static byte[] bytes(List<?> answers) {
    return answers.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void assertClose(SurvivalCurve found, SurvivalCurve expected) {
    for (int year = 1; year <= 14; year++) {
      SurvivalEstimate one = found.at(year * YEAR).estimate().orElseThrow();
      SurvivalEstimate other = expected.at(year * YEAR).estimate().orElseThrow();
      assertThat(one.survival()).isCloseTo(other.survival(), within(1e-14));
      assertThat(one.standardError().orElseThrow())
          .isCloseTo(other.standardError().orElseThrow(), within(1e-12));
    }
  }

  private static void assertClose(
      List<? extends ScoreTest> found, List<? extends ScoreTest> expected) {
    assertThat(found).hasSameSizeAs(expected);
    for (int test = 0; test < found.size(); test++) {
      assertThat(found.get(test).variance()).isEqualTo(expected.get(test).variance());
      double statistic = expected.get(test).chiSquare().orElseThrow().statistic();
      assertThat(found.get(test).chiSquare().orElseThrow().statistic())
          .isGreaterThan(1)
          .isCloseTo(statistic, within(1e-11 * statistic));
    }
  }
}
