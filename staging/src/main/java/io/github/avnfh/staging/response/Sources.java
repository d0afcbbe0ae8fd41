package io.github.avnfh.staging.response;

import io.github.avnfh.core.evidence.Citation;

/** Where the rule sets come from. */
final class Sources {
  static final Citation STUDY = Citation.of(
      "Authors not named in the text at hand",
      "Structured reutilization of autologous bone marrow cells in avascular necrosis of the"
          + " femoral head",
      "Prospective single-center study, Al-Iraqi Hospital, Najaf, 2022-2024; 46 patients, 58 hips");

  private Sources() {}
}
