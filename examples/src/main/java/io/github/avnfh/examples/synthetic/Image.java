package io.github.avnfh.examples.synthetic;

import io.github.avnfh.core.Timepoint;

/** What the images of one visit show of a made-up hip; extents in tenths of their unit. */
final class Image {
  final Timepoint visit;

  int lesion;
  int crescent;
  int collapsedSurface;
  int depression;
  boolean edema;

  Image(Timepoint visit) {
    this.visit = visit;
  }
}
