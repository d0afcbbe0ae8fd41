package io.github.avnfh.staging;

import io.github.avnfh.core.imaging.Findings;
import io.github.avnfh.core.imaging.LesionLocation;
import io.github.avnfh.core.imaging.Presence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Findings as a list of cells, so that a test can fill or worsen any one of them. */
public final class Draft {
  /** The number of cells. */
  public static final int CELLS = 18;

  private static final int MEASURES = 10;
  private static final int LOCATION = 17;
  private static final List<Double> CUTS = List.of(0.0, 1.0, 2.0, 2.5, 3.0, 4.0, 15.0, 30.0, 50.0);

  private static final List<String> NAMES = List.of(
      "mri_lesion",
      "radiograph_abnormal",
      "sclerosis_or_cysts",
      "crescent",
      "flattening",
      "joint_space_narrowing",
      "acetabular_changes",
      "joint_space_obliterated",
      "edema",
      "beyond_acetabular_edge",
      "lesion_percent",
      "crescent_percent",
      "collapsed_surface_percent",
      "depression_mm",
      "necrotic_angle_coronal_deg",
      "necrotic_angle_sagittal_deg",
      "weight_bearing_percent",
      "lesion_location");

  private final List<Optional<Double>> cells;

  private Draft(List<Optional<Double>> cells) {
    this.cells = cells;
  }

  /** Drafts whose cells are empty about a third of the time. */
  public static Arbitrary<Draft> any() {
    return any(0.7, 0.5);
  }

  /** Drafts without contradictions, of which hardly a cell is empty. */
  public static Arbitrary<Draft> assessed() {
    return any(0.99, 0.99).map(Draft::withoutContradictions);
  }

  private static Arbitrary<Draft> any(double signs, double extents) {
    Arbitrary<Double> presence = Arbitraries.of(0.0, 0.0, 1.0);
    Arbitrary<Double> location = Arbitraries.of(0.0, 1.0, 2.0);
    return Combinators.combine(
            presence.optional(signs).list().ofSize(MEASURES),
            Combinators.combine(measures(extents)).as(values -> values),
            location.optional(extents))
        .as((presences, measures, where) -> {
          List<Optional<Double>> cells = new ArrayList<>(presences);
          cells.addAll(measures);
          cells.add(where);
          return new Draft(cells);
        })
        .withoutEdgeCases();
  }

  private static List<Arbitrary<Optional<Double>>> measures(double extents) {
    return IntStream.range(MEASURES, LOCATION)
        .mapToObj(cell -> Arbitraries.oneOf(
                Arbitraries.of(CUTS),
                Arbitraries.of(CUTS).map(Math::nextUp),
                Arbitraries.doubles().between(0, highest(cell)))
            .optional(extents))
        .toList();
  }

  private static double highest(int cell) {
    return switch (cell) {
      case 13 -> 60;
      case 14, 15 -> 360;
      default -> 100;
    };
  }

  /** Drafts in which nothing contradicts anything. */
  public static Arbitrary<Draft> consistent() {
    return any().map(Draft::withoutContradictions);
  }

  /** The draft without the measurements and the films that a contradiction could come from. */
  private Draft withoutContradictions() {
    Draft draft = clear(3, 11).clear(4, 12).clear(4, 13).clear(0, 10);
    if (draft.is(7, 1) && draft.is(5, 0)) {
      draft = draft.with(5, 1);
    }
    boolean film = draft.is(2, 1)
        || draft.is(3, 1)
        || draft.is(4, 1)
        || draft.is(5, 1)
        || draft.is(6, 1)
        || draft.is(7, 1)
        || draft.cells.get(11).isPresent()
        || draft.cells.get(12).isPresent()
        || draft.cells.get(13).isPresent();
    return film && draft.is(1, 0) ? draft.with(1, 1) : draft;
  }

  private Draft clear(int presence, int measure) {
    return is(presence, 0) ? copy(measure, Optional.empty()) : this;
  }

  private boolean is(int cell, double value) {
    return cells.get(cell).filter(held -> held == value).isPresent();
  }

  /** Findings in which nothing was assessed. */
  public static Draft nothing() {
    return new Draft(Collections.nCopies(CELLS, Optional.empty()));
  }

  /** The draft with the cell of one column filled, 0 for absent and 1 for present. */
  public Draft with(String column, double value) {
    return with(NAMES.indexOf(column), value);
  }

  /** The draft with the cells of some columns empty. */
  public Draft without(String... columns) {
    Draft draft = this;
    for (String column : columns) {
      draft = draft.copy(NAMES.indexOf(column), Optional.empty());
    }
    return draft;
  }

  /** The draft with one cell empty. */
  public Draft without(int cell) {
    return copy(cell, Optional.empty());
  }

  /** The draft with one cell filled. */
  public Draft with(int cell, double value) {
    return copy(cell, Optional.of(value));
  }

  /** The draft with one cell filled, the number read as what fits the cell. */
  public Draft fill(int cell, double fraction) {
    if (cell < MEASURES) {
      return with(cell, Math.rint(fraction));
    }
    return with(cell, cell == LOCATION ? Math.rint(fraction * 2) : fraction * highest(cell));
  }

  /** The draft with one cell as bad as before or worse: a sign present, a measurement larger. */
  public Draft worsen(int cell, double fraction) {
    if (cell < MEASURES) {
      return with(cell, 1);
    }
    if (cell == LOCATION) {
      return this;
    }
    double before = cells.get(cell).orElse(0.0);
    return with(cell, before + fraction * (highest(cell) - before));
  }

  private Draft copy(int cell, Optional<Double> value) {
    List<Optional<Double>> copy = new ArrayList<>(cells);
    copy.set(cell, value);
    return new Draft(Collections.unmodifiableList(copy));
  }

  /** The findings. */
  public Findings findings() {
    return Findings.builder()
        .mriLesion(presence(0))
        .radiographAbnormal(presence(1))
        .sclerosisOrCysts(presence(2))
        .crescent(presence(3))
        .flattening(presence(4))
        .jointSpaceNarrowing(presence(5))
        .acetabularChanges(presence(6))
        .jointSpaceObliterated(presence(7))
        .edema(presence(8))
        .beyondAcetabularEdge(presence(9))
        .lesionPercent(measure(10))
        .crescentPercent(measure(11))
        .collapsedSurfacePercent(measure(12))
        .depressionMm(measure(13))
        .necroticAngleCoronalDegrees(measure(14))
        .necroticAngleSagittalDegrees(measure(15))
        .weightBearingPercent(measure(16))
        .lesionLocation(cells
            .get(LOCATION)
            .map(where -> List.of(LesionLocation.values()).get(where.intValue())))
        .build();
  }

  /** The findings without a word on what was not assessed. */
  public Findings assessedOnly() {
    Findings whole = findings();
    Findings.Builder builder = Findings.builder();
    tell(whole.mriLesion(), builder::mriLesion);
    tell(whole.radiographAbnormal(), builder::radiographAbnormal);
    tell(whole.sclerosisOrCysts(), builder::sclerosisOrCysts);
    tell(whole.crescent(), builder::crescent);
    tell(whole.flattening(), builder::flattening);
    tell(whole.jointSpaceNarrowing(), builder::jointSpaceNarrowing);
    tell(whole.acetabularChanges(), builder::acetabularChanges);
    tell(whole.jointSpaceObliterated(), builder::jointSpaceObliterated);
    tell(whole.edema(), builder::edema);
    tell(whole.beyondAcetabularEdge(), builder::beyondAcetabularEdge);
    whole.lesionPercent().ifPresent(builder::lesionPercent);
    whole.crescentPercent().ifPresent(builder::crescentPercent);
    whole.collapsedSurfacePercent().ifPresent(builder::collapsedSurfacePercent);
    whole.depressionMm().ifPresent(builder::depressionMm);
    whole.necroticAngleCoronalDegrees().ifPresent(builder::necroticAngleCoronalDegrees);
    whole.necroticAngleSagittalDegrees().ifPresent(builder::necroticAngleSagittalDegrees);
    whole.weightBearingPercent().ifPresent(builder::weightBearingPercent);
    whole.lesionLocation().ifPresent(builder::lesionLocation);
    return builder.build();
  }

  private static void tell(Presence presence, Consumer<Presence> sign) {
    if (presence.isAssessed()) {
      sign.accept(presence);
    }
  }

  private Presence presence(int cell) {
    return cells
        .get(cell)
        .map(held -> held > 0 ? Presence.PRESENT : Presence.ABSENT)
        .orElse(Presence.NOT_ASSESSED);
  }

  private OptionalDouble measure(int cell) {
    return cells.get(cell).map(OptionalDouble::of).orElse(OptionalDouble.empty());
  }

  @Override
  public String toString() {
    return findings().toString();
  }
}
