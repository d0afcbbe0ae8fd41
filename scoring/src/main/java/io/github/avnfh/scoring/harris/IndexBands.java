package io.github.avnfh.scoring.harris;

/** The bands of one motion: the upper end of each in degrees, and its hundredths of a point. */
enum IndexBands {
  FLEXION(
      new int[] {0, 8, 16, 24, 32, 40, 45, 55, 65, 70, 75, 80, 90, 100, 110},
      new int[] {0, 40, 80, 120, 160, 200, 225, 255, 285, 300, 315, 330, 360, 375, 390}),
  ABDUCTION(new int[] {0, 5, 10, 15, 20}, new int[] {0, 20, 40, 60, 65}),
  ADDUCTION(new int[] {0, 5, 10, 15}, new int[] {0, 5, 10, 15}),
  EXTERNAL_ROTATION(new int[] {0, 5, 10, 15}, new int[] {0, 10, 20, 30});

  @SuppressWarnings("ImmutableEnumChecker") // nobody writes to it
  private final int[] upperEnds;

  @SuppressWarnings("ImmutableEnumChecker") // nobody writes to it
  private final int[] hundredths;

  IndexBands(int[] upperEnds, int[] hundredths) {
    this.upperEnds = upperEnds;
    this.hundredths = hundredths;
  }

  int hundredths(double degrees) {
    int band = 0;
    while (band < upperEnds.length - 1 && degrees > upperEnds[band]) {
      band++;
    }
    return hundredths[band];
  }
}
