package io.github.avnfh.core.dictionary;

import io.github.avnfh.core.PatientId;
import io.github.avnfh.core.treatment.AspirationSite;
import io.github.avnfh.core.treatment.CellPreparation;
import io.github.avnfh.core.treatment.Centrifugation;
import io.github.avnfh.core.treatment.CoreDecompression;
import io.github.avnfh.core.treatment.Injection;
import io.github.avnfh.core.treatment.MarrowAspiration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;

/** Treatments of every kind that the model allows. */
final class RandomTreatment {
  private final RandomCohort cohort;
  private final Random random;

  RandomTreatment(RandomCohort cohort, Random random) {
    this.cohort = cohort;
    this.random = random;
  }

  MarrowAspiration aspiration(PatientId id, int day) {
    OptionalDouble one = cohort.measured(MarrowAspiration.ALIQUOT);
    OptionalDouble other = cohort.measured(MarrowAspiration.ALIQUOT);
    boolean turned = one.orElse(0) > other.orElse(Double.MAX_VALUE);
    return MarrowAspiration.builder()
        .patient(id)
        .day(day)
        .volumeMilliliters(cohort.measured(MarrowAspiration.VOLUME))
        .aliquots(
            random.nextBoolean() ? OptionalInt.of(1 + random.nextInt(1_000)) : OptionalInt.empty())
        .smallestAliquotMilliliters(turned ? other : one)
        .largestAliquotMilliliters(turned ? one : other)
        .site(cohort.maybe(cohort.any(AspirationSite.values())))
        .adequate(cohort.maybe(random.nextBoolean()))
        .build();
  }

  CellPreparation preparation(PatientId id, int day) {
    List<Centrifugation> spins = List.of(
        Centrifugation.of(1_200, 10),
        Centrifugation.of(3_000, 7),
        Centrifugation.of(random.nextDouble() * 9_000 + 1, 0.1));
    return CellPreparation.builder()
        .patient(id)
        .day(day)
        .addAllSpins(cohort.someOf(spins))
        .finalVolumeMilliliters(cohort.measured(CellPreparation.FINAL_VOLUME))
        .viabilityPercent(cohort.measured(CellPreparation.VIABILITY))
        .nucleatedCellsMillions(cohort.measured(CellPreparation.CELLS))
        .mononuclearCellsMillions(cohort.measured(CellPreparation.CELLS))
        .colonyFormingUnits(cohort.measured(CellPreparation.COLONIES))
        .densityGradient(cohort.maybe(random.nextBoolean()))
        .cultured(cohort.maybe(random.nextBoolean()))
        .cryopreserved(cohort.maybe(random.nextBoolean()))
        .build();
  }

  CoreDecompression decompression(int day) {
    return CoreDecompression.builder()
        .day(day)
        .drillMillimeters(cohort.measured(CoreDecompression.DRILL))
        .build();
  }

  Injection injection(int number, int day) {
    return Injection.builder()
        .number(number)
        .day(day)
        .volumeMilliliters(cohort.measured(Injection.VOLUME))
        .minutes(cohort.measured(Injection.DURATION))
        .reason(cohort.maybe(cohort.text(60)))
        .build();
  }
}
