package io.github.avnfh.core.imaging;

import io.github.avnfh.core.Quantity;
import io.github.avnfh.core.csv.Codes;
import io.github.avnfh.core.csv.CsvOutput;
import io.github.avnfh.core.csv.CsvRow;
import io.github.avnfh.core.internal.CopyStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What was found on the images of one hip at one moment, and what was not assessed.
 *
 * <p>Nothing is assumed: a presence that was not set is {@link Presence#NOT_ASSESSED}, a
 * measurement that was not taken is empty.
 *
 * <pre>{@code
 * Findings findings = Findings.builder()
 *     .mriLesion(Presence.PRESENT)
 *     .crescent(Presence.ABSENT)
 *     .lesionPercent(24)
 *     .build();
 * findings.flattening();   // NOT_ASSESSED
 * findings.depressionMm(); // OptionalDouble.empty
 * Findings later = findings.withLesionPercent(31);
 * later.mriLesion(); // PRESENT
 * }</pre>
 */
@CopyStyle
@Value.Immutable
public sealed interface Findings extends WithFindings permits ImmutableFindings {
  /** The part of the femoral head that is necrotic. */
  Quantity LESION_EXTENT = Quantity.of("lesion extent", "% of head volume", 0, 100);

  /** The length of the crescent. */
  Quantity CRESCENT_EXTENT =
      Quantity.of("crescent extent", "% of articular surface length", 0, 100);

  /** The part of the articular surface that has collapsed. */
  Quantity COLLAPSED_SURFACE = Quantity.of("collapsed surface", "% of articular surface", 0, 100);

  /** The depth by which the articular surface is depressed. */
  Quantity DEPRESSION = Quantity.of("depression", "mm", 0, 60);

  /** The arc of necrosis in the coronal plane. */
  Quantity NECROTIC_ANGLE_CORONAL = Quantity.of("coronal necrotic angle", "degrees", 0, 360);

  /** The arc of necrosis in the sagittal plane. */
  Quantity NECROTIC_ANGLE_SAGITTAL = Quantity.of("sagittal necrotic angle", "degrees", 0, 360);

  /** The part of the weight-bearing portion that is necrotic. */
  Quantity WEIGHT_BEARING_INVOLVEMENT =
      Quantity.of("weight-bearing involvement", "% of weight-bearing portion", 0, 100);

  /**
   * Returns whether there was a lesion on MRI or an abnormal bone scan.
   *
   * @return present, absent or not assessed
   */
  @Value.Default
  default Presence mriLesion() {
    return Presence.NOT_ASSESSED;
  }

  /**
   * Returns whether there was an abnormal radiograph.
   *
   * @return present, absent or not assessed
   */
  @Value.Default
  default Presence radiographAbnormal() {
    return Presence.NOT_ASSESSED;
  }

  /**
   * Returns whether there was sclerosis or cysts on the radiograph.
   *
   * @return present, absent or not assessed
   */
  @Value.Default
  default Presence sclerosisOrCysts() {
    return Presence.NOT_ASSESSED;
  }

  /**
   * Returns whether there was the crescent sign, a subchondral fracture.
   *
   * @return present, absent or not assessed
   */
  @Value.Default
  default Presence crescent() {
    return Presence.NOT_ASSESSED;
  }

  /**
   * Returns whether there was flattening of the femoral head.
   *
   * @return present, absent or not assessed
   */
  @Value.Default
  default Presence flattening() {
    return Presence.NOT_ASSESSED;
  }

  /**
   * Returns whether there was narrowing of the joint space.
   *
   * @return present, absent or not assessed
   */
  @Value.Default
  default Presence jointSpaceNarrowing() {
    return Presence.NOT_ASSESSED;
  }

  /**
   * Returns whether there was changes of the acetabulum.
   *
   * @return present, absent or not assessed
   */
  @Value.Default
  default Presence acetabularChanges() {
    return Presence.NOT_ASSESSED;
  }

  /**
   * Returns whether there was a joint space that is virtually obliterated.
   *
   * @return present, absent or not assessed
   */
  @Value.Default
  default Presence jointSpaceObliterated() {
    return Presence.NOT_ASSESSED;
  }

  /**
   * Returns whether there was bone marrow edema.
   *
   * @return present, absent or not assessed
   */
  @Value.Default
  default Presence edema() {
    return Presence.NOT_ASSESSED;
  }

  /**
   * Returns whether there was a lesion that reaches beyond the lateral edge of the acetabulum.
   *
   * @return present, absent or not assessed
   */
  @Value.Default
  default Presence beyondAcetabularEdge() {
    return Presence.NOT_ASSESSED;
  }

  /**
   * Returns whether the lateral margin of the lesion lies lateral to the apex of the head.
   *
   * @return present, absent or not assessed
   */
  @Value.Default
  default Presence beyondHeadApex() {
    return Presence.NOT_ASSESSED;
  }

  /**
   * Returns the part of the femoral head that is necrotic.
   *
   * @return % of head volume, if it was measured
   */
  OptionalDouble lesionPercent();

  /**
   * Returns the length of the crescent.
   *
   * @return % of articular surface length, if it was measured
   */
  OptionalDouble crescentPercent();

  /**
   * Returns the part of the articular surface that has collapsed.
   *
   * @return % of articular surface, if it was measured
   */
  OptionalDouble collapsedSurfacePercent();

  /**
   * Returns the depth by which the articular surface is depressed.
   *
   * @return mm, if it was measured
   */
  OptionalDouble depressionMm();

  /**
   * Returns the arc of necrosis in the coronal plane.
   *
   * @return degrees, if it was measured
   */
  OptionalDouble necroticAngleCoronalDegrees();

  /**
   * Returns the arc of necrosis in the sagittal plane.
   *
   * @return degrees, if it was measured
   */
  OptionalDouble necroticAngleSagittalDegrees();

  /**
   * Returns the part of the weight-bearing portion that is necrotic.
   *
   * @return % of weight-bearing portion, if it was measured
   */
  OptionalDouble weightBearingPercent();

  /**
   * Returns where the lesion lies.
   *
   * @return the location, if it was assessed
   */
  Optional<LesionLocation> lesionLocation();

  /**
   * Returns how far the lesion takes in each pillar of the head.
   *
   * @return the pillars, if they were assessed
   */
  Optional<Pillars> pillars();

  /**
   * Refuses impossible measurements, and takes the sign off zeros, so that equal measurements make
   * equal findings.
   *
   * @return these findings
   * @throws IllegalArgumentException if a measurement lies outside its range
   */
  @Value.Check
  default Findings check() {
    return withLesionPercent(LESION_EXTENT.check(lesionPercent()))
        .withCrescentPercent(CRESCENT_EXTENT.check(crescentPercent()))
        .withCollapsedSurfacePercent(COLLAPSED_SURFACE.check(collapsedSurfacePercent()))
        .withDepressionMm(DEPRESSION.check(depressionMm()))
        .withNecroticAngleCoronalDegrees(
            NECROTIC_ANGLE_CORONAL.check(necroticAngleCoronalDegrees()))
        .withNecroticAngleSagittalDegrees(
            NECROTIC_ANGLE_SAGITTAL.check(necroticAngleSagittalDegrees()))
        .withWeightBearingPercent(WEIGHT_BEARING_INVOLVEMENT.check(weightBearingPercent()));
  }

  /**
   * Names the findings that cannot both be true, such as a depressed surface without flattening.
   *
   * @return a sentence for each contradiction, empty where there is none
   */
  default List<String> contradictions() {
    List<String> found = new ArrayList<>();
    note(found, crescent(), crescentPercent(), "crescent", CRESCENT_EXTENT);
    note(found, flattening(), collapsedSurfacePercent(), "flattening", COLLAPSED_SURFACE);
    note(found, flattening(), depressionMm(), "flattening", DEPRESSION);
    if (jointSpaceObliterated() == Presence.PRESENT && jointSpaceNarrowing() == Presence.ABSENT) {
      found.add("joint space is obliterated, but narrowing is absent");
    }
    if (sclerosisOrCysts() == Presence.PRESENT && radiographAbnormal() == Presence.ABSENT) {
      found.add("sclerosis or cysts are present, but the radiograph is normal");
    }
    return List.copyOf(found);
  }

  private static void note(
      List<String> found,
      Presence presence,
      OptionalDouble extent,
      String sign,
      Quantity quantity) {
    if (presence == Presence.ABSENT && extent.orElse(0) > 0) {
      found.add(sign + " is absent, but " + quantity.name() + " [" + quantity.unit() + "] is "
          + extent.getAsDouble());
    }
  }

  /**
   * Returns the names of the columns in which a table holds findings.
   *
   * @return all columns, none of which is required
   */
  static List<String> columns() {
    return Builder.Cells.CODES.columns();
  }

  /**
   * Reads the findings of a row: 1, 0 or nothing for what is present, absent or not assessed, and
   * numbers in the unit that the name of the column ends with.
   *
   * @param row the row, which is unsound afterwards if a finding could not be read
   * @return the findings that could be read
   */
  static Findings read(CsvRow row) {
    return Builder.Cells.read(Objects.requireNonNull(row, "row"));
  }

  /**
   * Makes findings of a map by the names of the columns.
   *
   * <pre>{@code
   * Findings seen = Findings.ofCodes(Map.of("crescent", true, "crescent_percent", 12));
   * seen.codes(); // {crescent=1, crescent_percent=12}
   * }</pre>
   *
   * @param codes by {@link #columns()}, each as {@link Codes} allows; what is not there was not
   *     assessed
   * @return the findings
   * @throws IllegalArgumentException if a code is unknown or what stands under one is refused
   */
  static Findings ofCodes(Map<String, ? extends @Nullable Object> codes) {
    return Builder.Cells.CODES.read(codes, row -> Optional.of(read(row)));
  }

  /**
   * Returns the findings as texts by the names of the columns.
   *
   * @return what was assessed, in the order of the columns; {@link #ofCodes(Map)} makes equal
   *     findings of it
   */
  default Map<String, String> codes() {
    return Builder.Cells.CODES.texts(Builder.Cells.of(this));
  }

  /**
   * Starts findings.
   *
   * @return a builder; nothing is required
   */
  static Builder builder() {
    return new Builder();
  }

  /** Builds findings. */
  final class Builder extends ImmutableFindings.Builder {
    Builder() {}

    /** How a table holds findings. */
    private static final class Cells {
      private static final Codes CODES = Codes.of(
          "findings",
          List.of(
              "mri_lesion",
              "radiograph_abnormal",
              "sclerosis_or_cysts",
              "lesion_percent",
              "crescent",
              "crescent_percent",
              "flattening",
              "collapsed_surface_percent",
              "depression_mm",
              "joint_space_narrowing",
              "acetabular_changes",
              "joint_space_obliterated",
              "necrotic_angle_coronal_deg",
              "necrotic_angle_sagittal_deg",
              "lesion_location",
              "weight_bearing_percent",
              "beyond_acetabular_edge",
              "edema",
              "beyond_head_apex",
              "pillars"));

      private Cells() {}

      static Findings read(CsvRow row) {
        Findings.Builder findings = Findings.builder()
            .mriLesion(presence(row, "mri_lesion"))
            .radiographAbnormal(presence(row, "radiograph_abnormal"))
            .sclerosisOrCysts(presence(row, "sclerosis_or_cysts"))
            .crescent(presence(row, "crescent"))
            .flattening(presence(row, "flattening"))
            .jointSpaceNarrowing(presence(row, "joint_space_narrowing"))
            .acetabularChanges(presence(row, "acetabular_changes"))
            .jointSpaceObliterated(presence(row, "joint_space_obliterated"))
            .beyondAcetabularEdge(presence(row, "beyond_acetabular_edge"))
            .edema(presence(row, "edema"))
            .beyondHeadApex(presence(row, "beyond_head_apex"))
            .pillars(row.optional("pillars", Pillars::parse))
            .lesionLocation(row.optional("lesion_location", LesionLocation::parse));
        return measured(row, findings).build();
      }

      private static Findings.Builder measured(CsvRow row, Findings.Builder findings) {
        return findings
            .lesionPercent(row.number("lesion_percent", Findings.LESION_EXTENT))
            .crescentPercent(row.number("crescent_percent", Findings.CRESCENT_EXTENT))
            .collapsedSurfacePercent(
                row.number("collapsed_surface_percent", Findings.COLLAPSED_SURFACE))
            .depressionMm(row.number("depression_mm", Findings.DEPRESSION))
            .necroticAngleCoronalDegrees(
                row.number("necrotic_angle_coronal_deg", Findings.NECROTIC_ANGLE_CORONAL))
            .necroticAngleSagittalDegrees(
                row.number("necrotic_angle_sagittal_deg", Findings.NECROTIC_ANGLE_SAGITTAL))
            .weightBearingPercent(
                row.number("weight_bearing_percent", Findings.WEIGHT_BEARING_INVOLVEMENT));
      }

      /** Writes findings in the order of the columns. */
      static List<String> of(Findings findings) {
        return List.of(
            findings.mriLesion().code(),
            findings.radiographAbnormal().code(),
            findings.sclerosisOrCysts().code(),
            CsvOutput.number(findings.lesionPercent()),
            findings.crescent().code(),
            CsvOutput.number(findings.crescentPercent()),
            findings.flattening().code(),
            CsvOutput.number(findings.collapsedSurfacePercent()),
            CsvOutput.number(findings.depressionMm()),
            findings.jointSpaceNarrowing().code(),
            findings.acetabularChanges().code(),
            findings.jointSpaceObliterated().code(),
            CsvOutput.number(findings.necroticAngleCoronalDegrees()),
            CsvOutput.number(findings.necroticAngleSagittalDegrees()),
            findings.lesionLocation().map(LesionLocation::code).orElse(""),
            CsvOutput.number(findings.weightBearingPercent()),
            findings.beyondAcetabularEdge().code(),
            findings.edema().code(),
            findings.beyondHeadApex().code(),
            findings.pillars().map(Pillars::code).orElse(""));
      }

      private static Presence presence(CsvRow row, String column) {
        return row.flag(column)
            .map(seen -> seen ? Presence.PRESENT : Presence.ABSENT)
            .orElse(Presence.NOT_ASSESSED);
      }
    }
  }
}
