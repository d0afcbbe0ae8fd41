package io.github.avnfh.scoring.internal;

import io.github.avnfh.core.evidence.Citation;

/** Cites awell-score, in whose documents some instruments could be read. */
public final class AwellScore {
  private AwellScore() {}

  /**
   * Cites a part of the documents.
   *
   * @param part what is documented there
   * @return the source, with its revision
   */
  public static Citation of(String part) {
    return Citation.of(
        "awell-health",
        "awell-score: " + part,
        "github.com/awell-health/awell-score, revision c37843e, 2026");
  }
}
