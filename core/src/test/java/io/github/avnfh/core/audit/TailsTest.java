package io.github.avnfh.core.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Tails and exact tests against R; the script lies beside the numbers. */
class TailsTest {
  private static final MathContext DIGITS = new MathContext(30);

  /** Some digits of a tail of 1e-52 are beyond the promise of 40 decimals. */
  private static final double BEYOND = 1e-40;

  private static List<String[]> rows() {
    try (InputStream stream =
        Objects.requireNonNull(TailsTest.class.getResourceAsStream("tails.csv"))) {
      String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().skip(1).map(line -> line.split(",")).toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static BigDecimal value(String[] row) {
    return switch (row[0]) {
      case "t" -> {
        Fraction squared = Fraction.of(new BigDecimal(row[1])).square();
        int df = Integer.parseInt(row[2]);
        assertThat(ExactTails.StudentT.lower(squared, df))
            .isEqualTo(ExactTails.StudentT.upper(squared, df));
        yield ExactTails.StudentT.upper(squared, df);
      }
      case "chi_square" -> ExactTails.ChiSquare.upper(Fraction.of(new BigDecimal(row[1])));
      default ->
        PValueCheck.ExactTest.of(List.of(share(row[1], row[2]), share(row[3], row[4])))
            .orElseThrow()
            .decimal(DIGITS);
    };
  }

  private static Candidates.Proportion share(String count, String total) {
    return new Candidates.Proportion(Integer.parseInt(count), Integer.parseInt(total));
  }

  @Test
  void agreeWithR() {
    assertThat(rows()).hasSize(31);
    for (String[] row : rows()) {
      double expected = Double.parseDouble(row[5]);
      assertThat(value(row).doubleValue())
          .as(String.join(" ", row))
          .isCloseTo(expected, within(Math.max(BEYOND, 1e-12 * expected)));
    }
  }

  /** R: 2 * pt(3.4688, c(56, 57, 58), lower.tail = FALSE). */
  @Test
  void encloseOddDegreesOfFreedomByTheirNeighbors() {
    Fraction squared = Fraction.of(new BigDecimal("3.4688")).square();
    assertThat(ExactTails.StudentT.lower(squared, 57).doubleValue())
        .isCloseTo(0.00099242610733687, within(1e-15));
    assertThat(ExactTails.StudentT.upper(squared, 57))
        .isEqualTo(ExactTails.StudentT.upper(squared, 56));
    assertThat(ExactTails.StudentT.lower(squared, 57))
        .isLessThan(ExactTails.StudentT.upper(squared, 57));
  }

  /** R: 2 * pt(3, c(1e4, 1e6), lower.tail = FALSE) and 2 * pnorm(-3). */
  @Test
  void encloseManyDegreesOfFreedomByTenThousandAndTheNormalDistribution() {
    Fraction squared = Fraction.of(9);
    assertThat(ExactTails.StudentT.upper(squared, 1_000_000).doubleValue())
        .isCloseTo(0.00270644818999767, within(1e-14));
    assertThat(ExactTails.StudentT.lower(squared, 1_000_000).doubleValue())
        .isCloseTo(0.00269979606326019, within(1e-14));
  }

  @Test
  void knowNothingAboveOneDegreeOfFreedomThatIsOdd() {
    assertThat(ExactTails.StudentT.upper(Fraction.of(9), 1)).isEqualByComparingTo("1");
  }

  /** R: fisher.test(rbind(c(0, 0, 6), c(14, 29, 9))), p-value = 0.0001978488. */
  @Test
  void goOverThreeGroups() {
    List<Candidates.Proportion> shares = List.of(
        new Candidates.Proportion(0, 14),
        new Candidates.Proportion(0, 29),
        new Candidates.Proportion(6, 15));
    assertThat(PValueCheck.ExactTest.of(shares).orElseThrow().decimal(DIGITS).doubleValue())
        .isCloseTo(0.0001978488, within(5e-11));
  }

  @Test
  void refuseToGoThroughTooManyTables() {
    assertThat(PValueCheck.ExactTest.of(
            List.of(new Candidates.Proportion(3, 4_000), new Candidates.Proportion(3, 2_000))))
        .isEmpty();
  }

  @Test
  void vanishFarOut() {
    assertThat(ExactTails.ChiSquare.upper(Fraction.of(201))).isEqualByComparingTo("0");
    assertThat(ExactTails.ChiSquare.upper(Fraction.of(0))).isEqualByComparingTo("1");
  }
}
