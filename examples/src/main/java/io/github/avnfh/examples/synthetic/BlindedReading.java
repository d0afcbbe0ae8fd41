package io.github.avnfh.examples.synthetic;

import io.github.avnfh.core.imaging.LesionLocation;

/** What one reader saw on the MRI of a made-up hip at baseline, apart from the other reader. */
final class BlindedReading {
  final String reader;

  /** In tenths of a percent of head volume. */
  final int lesion;

  LesionLocation location;
  boolean seesLesion = true;
  boolean seesEdema;

  BlindedReading(String reader, int lesion, LesionLocation location, boolean seesEdema) {
    this.reader = reader;
    this.lesion = lesion;
    this.location = location;
    this.seesEdema = seesEdema;
  }
}
