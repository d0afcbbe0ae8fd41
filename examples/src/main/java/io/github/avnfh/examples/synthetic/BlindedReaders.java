package io.github.avnfh.examples.synthetic;

import io.github.avnfh.core.imaging.LesionLocation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/**
 * Draws what two radiologists read on the MRI of baseline, each apart from the other and near the
 * consensus.
 *
 * <p>The study had such readers and prints nothing of theirs. Here they differ in edema in one hip
 * of 14, in the location of the lesion in one of 10, and one of them overlooks one lesion of 29,
 * the smallest ones. They take turns in it, so that never both leave the consensus on a sign.
 */
final class BlindedReaders {
  private static final List<String> CODES = List.of("reader_1", "reader_2");
  private static final List<LesionLocation> LOCATIONS = List.of(
      LesionLocation.MEDIAL,
      LesionLocation.CENTRAL,
      LesionLocation.CENTRAL,
      LesionLocation.LATERAL,
      LesionLocation.LATERAL,
      LesionLocation.LATERAL);
  private static final int EDEMA_DIFFERS_IN_ONE_OF = 14;
  private static final int LOCATION_DIFFERS_IN_ONE_OF = 10;
  private static final int OVERLOOKED_IS_ONE_OF = 29;

  /** Errors of the extent in tenths of a percent of head volume: their spread, and their limit. */
  private static final double ERROR = 12;

  private static final int LARGEST_ERROR = 30;

  private final Draws draws;

  BlindedReaders(Draws draws) {
    this.draws = draws;
  }

  void fill(List<SubjectHip> hips) {
    hips.forEach(this::read);
    List<SubjectHip> shuffled = new ArrayList<>(hips);
    draws.shuffle(shuffled);
    inTurn(shuffled, EDEMA_DIFFERS_IN_ONE_OF, reading -> reading.seesEdema = !reading.seesEdema);
    draws.shuffle(shuffled);
    inTurn(
        shuffled,
        LOCATION_DIFFERS_IN_ONE_OF,
        reading -> reading.location = besides(reading.location));
    shuffled.sort(Comparator.comparingInt(hip -> hip.firstImage().lesion));
    inTurn(shuffled, OVERLOOKED_IS_ONE_OF, reading -> reading.seesLesion = false);
  }

  private void read(SubjectHip hip) {
    Image first = hip.firstImage();
    LesionLocation location = draws.oneOf(LOCATIONS);
    CODES.forEach(reader -> hip.blindedReadings.add(
        new BlindedReading(reader, first.lesion + error(), location, first.edema)));
  }

  private int error() {
    double error = Math.rint(ERROR * draws.normal());
    return (int) Math.max(-LARGEST_ERROR, Math.min(LARGEST_ERROR, error));
  }

  private static void inTurn(
      List<SubjectHip> hips, int oneOf, Consumer<BlindedReading> difference) {
    for (int i = 0; i < hips.size() / oneOf; i++) {
      difference.accept(hips.get(i).blindedReadings.get(i % CODES.size()));
    }
  }

  private static LesionLocation besides(LesionLocation location) {
    return location == LesionLocation.CENTRAL ? LesionLocation.LATERAL : LesionLocation.CENTRAL;
  }
}
