package io.github.avnfh.core.evidence;

/**
 * The sources that more than one module cites.
 *
 * @see Explanation
 */
public final class Sources {
  /**
   * The study from which this library grew: 46 patients, 58 hips, injections at 0, 3 and 6 months,
   * 24 months of follow-up. The manuscript names neither authors nor journal.
   */
  public static final Citation STUDY = Citation.of(
      "Authors not named",
      "Structured reutilization of autologous bone marrow-derived cells in avascular necrosis of the femoral head:"
          + " prospective single-center study of 46 patients and 58 hips",
      "Manuscript, Al-Iraqi Hospital, Najaf, 2022-2024");

  /** No source: whoever does the analysis chose. */
  public static final Citation ANALYST =
      Citation.of("The analyst", "Chosen for this analysis", "not published");

  private Sources() {}
}
