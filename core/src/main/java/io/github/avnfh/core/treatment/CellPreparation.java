package io.github.avnfh.core.treatment;

import io.github.avnfh.core.PatientId;
import io.github.avnfh.core.Quantity;
import io.github.avnfh.core.Timepoint;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.immutables.value.Value;

/**
 * The cells that were prepared from a patient's marrow on one day: how, how much, and how many of
 * them live.
 *
 * <p>Nothing that was measured of a patient prints.
 *
 * <pre>{@code
 * CellPreparation cells = CellPreparation.builder()
 *     .patient(PatientId.of("P01"))
 *     .day(0)
 *     .addSpins(Centrifugation.of(1_200, 10), Centrifugation.of(3_000, 7))
 *     .finalVolumeMilliliters(11)
 *     .viabilityPercent(94)
 *     .build();
 * cells.spins().size();           // 2
 * cells.nucleatedCellsMillions(); // OptionalDouble.empty
 * }</pre>
 */
@Value.Immutable
public sealed interface CellPreparation permits ImmutableCellPreparation {
  /** Volume of the finished preparation, in milliliters. */
  Quantity FINAL_VOLUME = Quantity.of("final volume", "mL", 0.1, 500);

  /** Part of the cells that live, in percent. */
  Quantity VIABILITY = Quantity.of("viability", "% of cells", 0, 100);

  /** Cells of one kind in the whole preparation, in millions. */
  Quantity CELLS = Quantity.of("cells of a preparation", "millions", 0, 1_000_000);

  /** Colony-forming units (fibroblast) in the whole preparation. */
  Quantity COLONIES = Quantity.of("colony-forming units of a preparation", "count", 0, 1e9);

  /**
   * Returns the patient from whose marrow the cells come.
   *
   * @return the patient's identifier
   */
  @Value.Redacted
  PatientId patient();

  /**
   * Returns the day of the preparation.
   *
   * @return whole days from the first treatment
   */
  @Value.Redacted
  int day();

  /**
   * Returns the runs of the centrifuge in their order.
   *
   * @return the spins, empty if they were not recorded
   */
  List<Centrifugation> spins();

  /**
   * Returns the volume of the finished preparation, if it was measured.
   *
   * @return the volume in milliliters
   */
  @Value.Redacted
  OptionalDouble finalVolumeMilliliters();

  /**
   * Returns the part of the cells that live, if it was determined.
   *
   * @return percent of cells
   */
  @Value.Redacted
  OptionalDouble viabilityPercent();

  /**
   * Returns the nucleated cells of the whole preparation, if they were counted.
   *
   * @return the count in millions
   */
  @Value.Redacted
  OptionalDouble nucleatedCellsMillions();

  /**
   * Returns the mononuclear cells of the whole preparation, if they were counted.
   *
   * @return the count in millions
   */
  @Value.Redacted
  OptionalDouble mononuclearCellsMillions();

  /**
   * Returns the colony-forming units (fibroblast) of the whole preparation, if they were counted.
   *
   * @return the count
   */
  @Value.Redacted
  OptionalDouble colonyFormingUnits();

  /**
   * Returns whether cells were separated on a density gradient such as Ficoll, if that was
   * recorded.
   *
   * @return true with a gradient
   */
  Optional<Boolean> densityGradient();

  /**
   * Returns whether the cells were cultured, if that was recorded.
   *
   * @return true after culture
   */
  Optional<Boolean> cultured();

  /**
   * Returns whether the cells had been frozen, if that was recorded.
   *
   * @return true after cryopreservation
   */
  Optional<Boolean> cryopreserved();

  /**
   * Refuses impossible values.
   *
   * @throws IllegalArgumentException if a value lies outside its range
   */
  @Value.Check
  default void check() {
    Timepoint.DAY.check(day());
    FINAL_VOLUME.check(finalVolumeMilliliters());
    VIABILITY.check(viabilityPercent());
    CELLS.check(nucleatedCellsMillions());
    CELLS.check(mononuclearCellsMillions());
    COLONIES.check(colonyFormingUnits());
  }

  /**
   * Starts a preparation.
   *
   * @return a builder; patient and day are required
   */
  static Builder builder() {
    return new Builder();
  }

  /** Builds preparations. */
  final class Builder extends ImmutableCellPreparation.Builder {
    private static final OptionalDouble MINUS_ZERO = OptionalDouble.of(-0.0);

    Builder() {}

    @Override
    public CellPreparation build() {
      CellPreparation built = super.build();
      return hasMinusZero(built) ? withPlainZeros(built) : built;
    }

    private static boolean hasMinusZero(CellPreparation built) {
      return MINUS_ZERO.equals(built.viabilityPercent())
          || MINUS_ZERO.equals(built.nucleatedCellsMillions())
          || MINUS_ZERO.equals(built.mononuclearCellsMillions())
          || MINUS_ZERO.equals(built.colonyFormingUnits());
    }

    private static CellPreparation withPlainZeros(CellPreparation built) {
      return CellPreparation.builder()
          .patient(built.patient())
          .day(built.day())
          .addAllSpins(built.spins())
          .finalVolumeMilliliters(built.finalVolumeMilliliters())
          .viabilityPercent(VIABILITY.check(built.viabilityPercent()))
          .nucleatedCellsMillions(CELLS.check(built.nucleatedCellsMillions()))
          .mononuclearCellsMillions(CELLS.check(built.mononuclearCellsMillions()))
          .colonyFormingUnits(COLONIES.check(built.colonyFormingUnits()))
          .densityGradient(built.densityGradient())
          .cultured(built.cultured())
          .cryopreserved(built.cryopreserved())
          .build();
    }
  }
}
