package io.github.avnfh.staging.agreement;

/**
 * The method by which the confidence interval of a coefficient is computed.
 *
 * <pre>{@code
 * List<List<Optional<Presence>>> hips = Stream.of("yes yes", "no no", "yes no", "no no", "yes yes", "no no")
 *     .map(readers -> Stream.of(readers.split(" "))
 *         .map(word -> Optional.of(word.equals("yes") ? Presence.PRESENT : Presence.ABSENT))
 *         .toList())
 *     .toList();
 * Ratings<Presence> edema = Ratings.of(List.of(Presence.ABSENT, Presence.PRESENT), hips)
 *     .withPatients(List.of(1, 1, 2, 3, 4, 4));
 * edema.patients();                             // 4
 * Coefficient kappa = KappaMethod.COHEN.estimate(edema, 0.95, AgreementInterval.BY_PATIENT);
 * kappa.convention(); // score interval with the variance under the common correlation model, t quantile with patients - 1 degrees of freedom, times the design effect of patients
 * }</pre>
 */
public enum AgreementInterval {
  /**
   * Patients are independent, the two hips of one are not: the default.
   *
   * <p>Kappas: all values {@code k} with {@code (estimate - k)^2 <= t(G - 1)^2 d V(k)}, where
   * {@code V(k)} is the variance of independent subjects under the common correlation model, in
   * which readers agree with probability {@code k} and draw a category each otherwise, by the
   * proportions of all readings, and {@code d} the design effect of patients: the sum of squares of
   * the influences summed by patient, over that of the influences of subjects, at least 1 and at
   * most the most hips of a patient. For weighted kappas of three categories or more, where partial
   * agreement is more than that model says, {@code d V} at the estimate is the variance by the
   * jackknife that leaves out one of G patients at a time.
   *
   * <p>Gwet's AC1: {@code z ± t(G - 1) s}, where {@code z} is Fisher's transformation stretched to
   * the range of the coefficient and {@code s} its standard error by that jackknife (that of the
   * coefficient, by the delta method), so that the limits lie within the range.
   *
   * <p>Where all readings agree, the lower limit of either takes the exact one of the observed
   * agreement, {@code (alpha / 2)^(1 / G)}, at the chance agreement of the sample. Where all that
   * is known of a weighted kappa rests on one patient, the interval is the whole range.
   *
   * <p>Intraclass correlations for consistency and one-way ones: as AC1 on {@code ln F}, which is
   * twice Fisher's z for the number of readers. For absolute agreement: a generalized interval, in
   * which {@code ln F} has that distribution and the mean square of the k readers, on its
   * expectation, that of chi-square with {@code k - 1} degrees of freedom. Two readers carry one
   * degree of freedom for any number of hips: the interval then is wide, and does not shrink with
   * more hips.
   *
   * @see <a href="https://doi.org/10.1002/sim.4780111109">Donner A, Eliasziw M. A goodness-of-fit
   *     approach to inference procedures for the kappa statistic: confidence interval construction,
   *     significance-testing and sample size estimation. Stat Med 1992;11:1511-1519</a>
   * @see <a href="https://doi.org/10.1080/01621459.1993.10476355">Weerahandi S. Generalized
   *     confidence intervals. J Am Stat Assoc 1993;88:899-905</a>
   * @see <a href="https://doi.org/10.1186/1471-2288-14-121">Ionan AC, Polley MYC, McShane LM,
   *     Dobbin KK. Comparison of confidence interval methods for an intra-class correlation
   *     coefficient (ICC). BMC Med Res Methodol 2014;14:121</a>
   * @see <a href="https://doi.org/10.1214/aos/1176345462">Efron B, Stein C. The jackknife estimate
   *     of variance. Ann Stat 1981;9:586-596</a>
   */
  BY_PATIENT,

  /**
   * As {@link #BY_PATIENT}, for the readers of the study alone and not for readers like them.
   *
   * <p>Intraclass correlations for absolute agreement then take the differences between the readers
   * as they are: the jackknife by patient on Fisher's z. It answers how far these readers agree; no
   * reader who took no part is spoken of. Coefficients that correct for chance and all other
   * intraclass correlations are the same as by {@link #BY_PATIENT}.
   */
  BY_PATIENT_FIXED_READERS,

  /**
   * Every subject is independent of every other, as the packages of R take them; the convention of
   * each coefficient is that of its source and stands in its description. Too narrow where patients
   * bring two hips, and not kept within the range of the coefficient.
   */
  INDEPENDENT_SUBJECTS
}
