package io.github.avnfh.core.audit;

import io.github.avnfh.core.Coded;
import io.github.avnfh.core.evidence.Citation;
import java.util.Optional;

/**
 * What a finding comes from.
 *
 * @see Audit
 */
public enum Check implements Coded {
  /** A percentage against its count and its total, or against every count out of its total. */
  PERCENTAGE("percentage"),

  /**
   * How percentages and means were rounded, inferred for each section of the paper; percentages are
   * compared between sections as well.
   */
  ROUNDING("rounding"),

  /** What percentages are taken of: one unit throughout, or several. */
  DENOMINATOR("denominator"),

  /** One quantity printed in several places. */
  RIVALS("rivals"),

  /** A mean against the number of values and the step of their scale: the GRIM test. */
  MEAN("mean"),

  /**
   * A standard deviation (divisor one less than the number of values) against its mean, their
   * number and the step of their scale: the GRIMMER test by sums of squares, with those that a
   * scale with ends allows.
   *
   * @see <a
   *     href="https://aurelienallard.netlify.app/post/anaytic-grimmer-possibility-standard-deviations/">Allard
   *     A. Analytic-GRIMMER: a new way of testing the possibility of standard deviations. 2018</a>
   */
  STANDARD_DEVIATION("standard deviation"),

  /**
   * A mean and its standard deviation against the ends of the scale: with n values between L and H
   * and mean m the variance is at most {@code (H - m)(m - L) n / (n - 1)}.
   */
  RANGE("range"),

  /**
   * A mean and its standard deviation against the least value L and the greatest H of n: the
   * variance is at least {@code ((H - L)^2 / 2 + 2 n / (n - 2) ((L + H) / 2 - m)^2) / (n - 1)}, and
   * at most that of a scale from L to H.
   */
  EXTREMES("extremes"),

  /**
   * A median and its quartiles against the number of values and the step of their scale, and their
   * order between the least and the greatest value.
   *
   * @see <a href="https://doi.org/10.1080/00031305.1996.10473566">Hyndman RJ, Fan Y. Sample
   *     quantiles in statistical packages. Am Stat 1996;50:361-365</a>
   */
  MEDIAN("median"),

  /**
   * The mean and standard deviation of all against those of their parts: {@code (N - 1) s^2 =
   * sum((ni - 1) si^2) + sum(ni (mi - m)^2)}.
   */
  SUBGROUPS("subgroups"),

  /**
   * An odds or risk ratio against its two proportions, and any ratio against its limits, which lie
   * at equal distances on the logarithmic scale where they are Wald's.
   */
  RATIO("ratio"),

  /** A sum, a difference or an inequality between printed numbers. */
  RELATION("relation"),

  /**
   * A p value. From a statistic with its degrees of freedom: the tail of its distribution. From two
   * means with standard deviations: the bounds over all correlations of the paired t test,
   * {@code |t| = |difference| sqrt(n) / SD of differences} with the SD of differences between
   * {@code |SD1 - SD2|} and {@code SD1 + SD2}. From the means of independent groups: the bounds of
   * Student's and Welch's t test and of the one-way analysis of variance over all numbers that
   * print so. From proportions: Fisher's exact test and the chi-square test, of two also with
   * Yates' correction. From the limits of a ratio at 95 %: Wald's test, {@code z = 2 * 1.96
   * ln(ratio) / (ln upper - ln lower)}. What neither the named nor the usual tests give is
   * unexplained; a paired test or a statistic that is printed is contradicted.
   */
  P_VALUE("p value"),

  /**
   * Means of several groups in one table: rows or columns printed twice, last digits, and for
   * groups said to be randomized the analyses of variance together by Stouffer's method,
   * {@code sum(z(p)) / sqrt(k)}. What chance gives once in 10,000 tables is unexplained. Last
   * digits after Mosimann JE, Dahlberg JE, Davidian NM, Krueger JW. Terminal digits and the
   * examination of questioned data. Account Res 2002;9:75-92.
   */
  BASELINE("baseline table"),

  /** A number that the paper announces or needs, and does not print. */
  PRINTED("printed");

  private static final String PEERJ = "PeerJ Preprints 2016;4:e2400v1";

  private final String code;

  Check(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  /**
   * Returns where the check was published.
   *
   * @return the source; nothing for plain arithmetic
   */
  public Optional<Citation> citation() {
    return switch (this) {
      case MEAN ->
        Optional.of(Citation.of(
            "Brown NJL, Heathers JAJ",
            "The GRIM test: a simple technique detects numerous anomalies in the reporting of results in psychology",
            "Soc Psychol Personal Sci 2017;8:363-369"));
      case STANDARD_DEVIATION ->
        Optional.of(Citation.of(
            "Anaya J",
            "The GRIMMER test: a method for testing the validity of reported measures of variability",
            PEERJ + ", with sums of squares after Allard A, Analytic-GRIMMER, 2018",
            "10.7287/peerj.preprints.2400v1"));
      case RANGE ->
        Optional.of(Citation.of(
            "Bhatia R, Davis C",
            "A better bound on the variance",
            "Am Math Mon 2000;107:353-357",
            "10.1080/00029890.2000.12005203"));
      case BASELINE ->
        Optional.of(Citation.of(
            "Carlisle JB",
            "Data fabrication and other reasons for non-random sampling in 5087 randomised, controlled trials in anaesthetic and general medical journals",
            "Anaesthesia 2017;72:944-952",
            "10.1111/anae.13938"));
      default -> Optional.empty();
    };
  }
}
