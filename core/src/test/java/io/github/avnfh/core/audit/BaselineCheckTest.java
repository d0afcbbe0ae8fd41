package io.github.avnfh.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.core.csv.Problems;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tables of means by group: what is printed twice, last digits, and how alike the groups are. */
class BaselineCheckTest {
  private static final String HEADER =
      "id,section,quantity,arm,time,kind,printed,sd,of,low,high,step,basis\n";
  private static final String RANDOMIZED = "chance,Table 1,groups,,,relation,,,,,,,randomized";

  private static List<Finding> findings(List<String> rows) {
    Problems problems = new Problems();
    Paper paper = Papers.read(HEADER + String.join("\n", rows), problems);
    assertThat(problems.list()).isEmpty();
    return Audit.of(paper).findings().stream()
        .filter(finding -> finding.check() == Check.BASELINE)
        .toList();
  }

  private static List<String> with(List<String> rows, String row) {
    return Stream.concat(rows.stream(), Stream.of(row)).toList();
  }

  private static String row(String id, String quantity, String arm, String mean, String sd) {
    return id + ",Table 1," + quantity + "," + arm + ",,mean," + mean + "," + sd + ",50,,,,";
  }

  @Test
  void tellsGroupsThatAreMoreAlikeThanChanceMakesThem() {
    List<String> rows = new ArrayList<>(List.of(RANDOMIZED));
    for (int quantity = 0; quantity < 8; quantity++) {
      rows.add(row("a" + quantity, "q" + quantity, "cells", quantity + "1.0", "10.0"));
      rows.add(row("b" + quantity, "q" + quantity, "control", quantity + "1.0", "10.1"));
    }
    // R: p <- pf((.1)^2 / 2 * 50 / ((49 * 9.95^2 + 49 * 10.05^2) / 98), 1, 98, lower.tail = FALSE)
    // is 0.9602247; pnorm(sqrt(8) * qnorm(p), lower.tail = FALSE) is 3.541418e-07
    assertThat(findings(rows)).singleElement().satisfies(finding -> {
      assertThat(finding.verdict()).isEqualTo(Verdict.UNEXPLAINED);
      assertThat(finding.arithmetic())
          .contains("8 means, analysis of variance p 0.96, 0.96")
          .contains("as alike or more 3.5E-7, were the quantities independent");
    });
    rows.remove(0);
    assertThat(findings(rows)).isEmpty();
  }

  /** Four p values of .80 together are one of .0462 (the R package that is named for Carlisle). */
  @Test
  void sumsByStouffersMethod() {
    List<String> rows = new ArrayList<>(List.of(RANDOMIZED));
    for (int quantity = 0; quantity < 4; quantity++) {
      // R: qt(.6, 98) * 10 * sqrt(2 / 50) is 0.508072, where p = .80
      rows.add(
          row("a" + quantity, "q" + quantity, "cells", "5" + quantity + ".000000", "10.000000"));
      rows.add(
          row("b" + quantity, "q" + quantity, "control", "5" + quantity + ".508072", "10.000000"));
    }
    assertThat(findings(rows)).singleElement().satisfies(finding -> {
      assertThat(finding.verdict()).isEqualTo(Verdict.CONSISTENT);
      assertThat(finding.arithmetic())
          .contains("p 0.80, 0.80, 0.80, 0.80", "as alike or more 0.046");
    });
  }

  @Test
  void needsMeansOfSeveralGroups() {
    assertThat(findings(List.of(RANDOMIZED, row("a", "age", "cells", "41.0", "9.8"))))
        .singleElement()
        .satisfies(finding -> assertThat(finding.verdict()).isEqualTo(Verdict.UNDECIDABLE));
  }

  @Test
  void tellsRowsAndColumnsThatArePrintedTwice() {
    List<String> rows = List.of(
        row("a1", "age", "cells", "41.2", "9.8"),
        row("a2", "age", "control", "40.1", "9.1"),
        row("b1", "weight", "cells", "71.2", "11.8"),
        row("b2", "weight", "control", "70.3", "12.5"),
        row("c1", "pain", "cells", "41.2", "9.8"),
        row("c2", "pain", "control", "40.1", "9.1"));
    assertThat(findings(rows)).singleElement().satisfies(finding -> {
      assertThat(finding.verdict()).isEqualTo(Verdict.UNEXPLAINED);
      assertThat(finding.claims()).containsExactly("c1", "a1");
      assertThat(finding.arithmetic())
          .isEqualTo("the row cells 41.2 (9.8), control 40.1 (9.1) is also printed for age");
    });
    List<String> columns = List.of(
        row("a1", "age", "cells", "41.2", "9.8"),
        row("a2", "age", "control", "41.2", "9.8"),
        row("b1", "weight", "cells", "71.2", "11.8"),
        row("b2", "weight", "control", "71.2", "11.8"),
        row("c1", "pain", "cells", "6.1", "1.8"),
        row("c2", "pain", "control", "6.1", "1.8"));
    assertThat(findings(columns))
        .singleElement()
        .satisfies(finding -> assertThat(finding.arithmetic())
            .isEqualTo(
                "all 3 means and standard deviations of cells are also printed for control"));
    assertThat(findings(columns.subList(0, 4))).isEmpty();
  }

  /** 60 numbers that end in 0 or 5: R, chisq.test(c(30, 0, 0, 0, 0, 30, 0, 0, 0, 0)). */
  @Test
  void tellsLastDigitsThatAreNotEven() {
    List<String> rows = new ArrayList<>();
    for (int quantity = 0; quantity < 15; quantity++) {
      rows.add(row("a" + quantity, "q" + quantity, "cells", "5" + quantity + ".0", "10.5"));
      rows.add(row("b" + quantity, "q" + quantity, "control", "6" + quantity + ".0", "11.5"));
    }
    assertThat(findings(rows)).singleElement().satisfies(finding -> {
      assertThat(finding.verdict()).isEqualTo(Verdict.UNEXPLAINED);
      assertThat(finding.arithmetic())
          .isEqualTo("last digits 0 to 9 of 60 numbers of three digits or more:"
              + " 30 0 0 0 0 30 0 0 0 0; chi-square p below 1E-15");
    });
    assertThat(findings(rows.subList(0, 24))).isEmpty();
  }

  /** Of 50 numbers of three digits or more, and of none of the others: 10.0 is one, 9.9 is not. */
  @Test
  void countsLastDigitsOfFiftyNumbersOfThreeDigits() {
    List<String> rows = new ArrayList<>();
    for (int quantity = 0; quantity < 12; quantity++) {
      rows.add(row("a" + quantity, "q" + quantity, "cells", "5" + quantity + ".1", "10.0"));
      rows.add(row("b" + quantity, "q" + quantity, "control", "6" + quantity + ".2", "11.3"));
    }
    String more = "c0,Table 1,q0,third,,mean,71.4,";
    assertThat(findings(with(rows, more + "10.0,50,,,,")))
        .singleElement()
        .satisfies(finding ->
            assertThat(finding.arithmetic()).contains("of 50 numbers", ": 13 12 12 12 1 0"));
    assertThat(findings(with(rows, more + "9.9,50,,,,"))).isEmpty();
    rows.add("c1,Table 1,q1,third,,mean,72.4,9.9,50,,,,");
    assertThat(findings(with(rows, more + "10.0,50,,,,")))
        .singleElement()
        .satisfies(finding -> assertThat(finding.arithmetic()).contains("of 51 numbers"));
  }

  /** R, chisq.test(c(10, 2, 6, 6, 6, 6, 6, 6, 6, 6)): p 0.8043. */
  @Test
  void comparesLastDigitsByChiSquare() {
    int[] counts = {10, 2, 6, 6, 6, 6, 6, 6, 6, 6};
    List<String> numbers = new ArrayList<>();
    for (int digit = 0; digit < counts.length; digit++) {
      for (int one = 0; one < counts[digit]; one++) {
        numbers.add((10 + numbers.size()) + "." + digit);
      }
    }
    List<String> rows = new ArrayList<>();
    for (int at = 0; at < numbers.size(); at += 4) {
      rows.add(row("a" + at, "q" + at, "cells", numbers.get(at), numbers.get(at + 1)));
      rows.add(row("b" + at, "q" + at, "control", numbers.get(at + 2), numbers.get(at + 3)));
    }
    assertThat(findings(rows)).singleElement().satisfies(finding -> {
      assertThat(finding.verdict()).isEqualTo(Verdict.CONSISTENT);
      assertThat(finding.arithmetic()).endsWith(": 10 2 6 6 6 6 6 6 6 6; chi-square p 0.80");
    });
  }

  /** Two times of one quantity are two rows; what only one group has is not compared. */
  @Test
  void comparesRowsByTimeAndOnlyBetweenGroups() {
    String first = row("a1", "pain", "cells", "41.2", "9.8");
    String second = row("a2", "pain", "control", "40.1", "9.1");
    List<String> rows = List.of(
        first.replace("cells,,", "cells,BL,"),
        second.replace("control,,", "control,BL,"),
        first.replace("cells,,", "cells,M12,").replace("a1", "b1"),
        second.replace("control,,", "control,M12,").replace("a2", "b2"));
    assertThat(findings(rows))
        .singleElement()
        .satisfies(finding -> assertThat(finding.claims()).containsExactly("b1", "a1"));
    assertThat(findings(List.of(first, row("b1", "age", "cells", "41.2", "9.8"))))
        .isEmpty();
  }

  /** Of two quantities the balance is judged, of one it is not. */
  @Test
  void judgesTheBalanceOfTwoQuantities() {
    List<String> rows = List.of(
        RANDOMIZED,
        row("a1", "age", "cells", "41.2", "9.8"),
        row("a2", "age", "control", "44.1", "9.1"),
        row("b1", "weight", "cells", "71.2", "11.8"),
        row("b2", "weight", "control", "70.3", "12.5"));
    assertThat(findings(rows))
        .singleElement()
        .satisfies(finding -> assertThat(finding.verdict()).isEqualTo(Verdict.CONSISTENT));
    assertThat(findings(rows.subList(0, 3)))
        .singleElement()
        .satisfies(finding -> assertThat(finding.verdict()).isEqualTo(Verdict.UNDECIDABLE));
  }

  /** Random tables of 12 quantities in three groups are hardly ever unexplained. */
  @Test
  void hardlyEverFaultsATableThatChanceMade() {
    int unexplained = 0;
    int alike = 0;
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      List<String> rows = new ArrayList<>(List.of(RANDOMIZED));
      for (int quantity = 0; quantity < 12; quantity++) {
        for (String arm : List.of("a", "b", "c")) {
          double[] sample = random
              .doubles(20, 0, 1)
              .map(part -> 50
                  + 12
                      * Math.sqrt(-2 * Math.log(1 - part))
                      * Math.cos(random.nextDouble() * 2 * Math.PI))
              .toArray();
          rows.add(row(arm + quantity, "q" + quantity, arm, mean(sample), deviation(sample))
              .replace(",50,,,,", ",20,,,,"));
        }
      }
      List<Finding> findings = findings(rows);
      assertThat(findings).hasSize(2);
      unexplained +=
          findings.stream().anyMatch(finding -> finding.verdict() == Verdict.UNEXPLAINED) ? 1 : 0;
      String words = findings.get(1).arithmetic();
      String p = words.replaceAll(".*as alike or more ([0-9.E-]+),.*", "$1");
      alike += Double.parseDouble(p) < 0.1 ? 1 : 0;
    }
    assertThat(unexplained).isLessThanOrEqualTo(2);
    // 20 are expected: 5 to 35 is five standard errors off
    assertThat(alike).isBetween(3, 37);
  }

  /** A flow of participants is a chain of sums. */
  @Test
  void followsParticipantsThroughATrial() {
    List<String> flow = List.of(
        "screened,Flow,screened,,,count,120,,,,,,",
        "excluded,Flow,excluded,,,count,48,,,,,,",
        "random,Flow,randomized,,,count,72,,,,,,",
        "cells,Flow,allocated,cells,,count,37,,,,,,",
        "control,Flow,allocated,control,,count,35,,,,,,",
        "lost,Flow,lost,cells,,count,4,,,,,,",
        "seen,Flow,analyzed,cells,,count,33,,,,,,",
        "f1,Flow,enrollment,,,relation,,,,,,,screened = excluded + random",
        "f2,Flow,allocation,,,relation,,,,,,,random = cells + control",
        "f3,Flow,follow-up,,,relation,,,,,,,cells = lost + seen");
    Problems problems = new Problems();
    assertThat(Audit.of(Papers.read(HEADER + String.join("\n", flow), problems))
            .findings(Verdict.CONTRADICTS))
        .isEmpty();
    String slip = HEADER + String.join("\n", flow).replace("count,33", "count,34");
    assertThat(Audit.of(Papers.read(slip, problems)).findings(Verdict.CONTRADICTS))
        .singleElement()
        .satisfies(finding -> assertThat(finding.claims()).contains("f3"));
    assertThat(problems.list()).isEmpty();
  }

  private static String mean(double[] sample) {
    return print(DoubleStream.of(sample).average().orElseThrow());
  }

  private static String deviation(double[] sample) {
    double mean = DoubleStream.of(sample).average().orElseThrow();
    double squares = DoubleStream.of(sample).map(x -> (x - mean) * (x - mean)).sum();
    return print(Math.sqrt(squares / (sample.length - 1)));
  }

  private static String print(double number) {
    return BigDecimal.valueOf(number).setScale(1, RoundingMode.HALF_UP).toPlainString();
  }
}
