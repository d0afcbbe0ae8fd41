package io.github.avnfh.staging.response;

import io.github.avnfh.core.imaging.Findings;
import io.github.avnfh.core.imaging.Presence;
import io.github.avnfh.staging.internal.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/** What one reader found on two kinds of images of one visit, and where the two differ. */
final class FindingsUnion {
  private final Findings one;
  private final Findings other;
  private final List<String> differences = new ArrayList<>();
  private final Findings findings;

  FindingsUnion(Findings one, Findings other) {
    this.one = one;
    this.other = other;
    this.findings = unite();
  }

  /** The findings of both; where they differ, not assessed. */
  Findings findings() {
    return findings;
  }

  /** The names of the columns that differ. */
  List<String> differences() {
    return differences;
  }

  private Findings unite() {
    Findings.Builder builder = Findings.builder();
    signs(builder);
    measures(builder);
    return builder.build();
  }

  private void signs(Findings.Builder builder) {
    builder
        .mriLesion(presence(Findings::mriLesion, Column.MRI_LESION))
        .radiographAbnormal(presence(Findings::radiographAbnormal, Column.RADIOGRAPH_ABNORMAL))
        .sclerosisOrCysts(presence(Findings::sclerosisOrCysts, Column.SCLEROSIS_OR_CYSTS))
        .crescent(presence(Findings::crescent, Column.CRESCENT))
        .flattening(presence(Findings::flattening, Column.FLATTENING))
        .jointSpaceNarrowing(presence(Findings::jointSpaceNarrowing, Column.JOINT_SPACE_NARROWING))
        .acetabularChanges(presence(Findings::acetabularChanges, Column.ACETABULAR_CHANGES))
        .jointSpaceObliterated(
            presence(Findings::jointSpaceObliterated, Column.JOINT_SPACE_OBLITERATED))
        .edema(presence(Findings::edema, Column.EDEMA))
        .beyondAcetabularEdge(
            presence(Findings::beyondAcetabularEdge, Column.BEYOND_ACETABULAR_EDGE))
        .beyondHeadApex(presence(Findings::beyondHeadApex, Column.BEYOND_HEAD_APEX));
  }

  private void measures(Findings.Builder builder) {
    builder
        .lesionPercent(measure(Findings::lesionPercent, Column.LESION_PERCENT))
        .crescentPercent(measure(Findings::crescentPercent, Column.CRESCENT_PERCENT))
        .collapsedSurfacePercent(
            measure(Findings::collapsedSurfacePercent, Column.COLLAPSED_SURFACE_PERCENT))
        .depressionMm(measure(Findings::depressionMm, Column.DEPRESSION_MM))
        .necroticAngleCoronalDegrees(
            measure(Findings::necroticAngleCoronalDegrees, Column.NECROTIC_ANGLE_CORONAL_DEG))
        .necroticAngleSagittalDegrees(
            measure(Findings::necroticAngleSagittalDegrees, Column.NECROTIC_ANGLE_SAGITTAL_DEG))
        .weightBearingPercent(
            measure(Findings::weightBearingPercent, Column.WEIGHT_BEARING_PERCENT))
        .lesionLocation(union(
            Findings::lesionLocation,
            Optional::isPresent,
            Optional.empty(),
            Column.LESION_LOCATION))
        .pillars(union(Findings::pillars, Optional::isPresent, Optional.empty(), Column.PILLARS));
  }

  private Presence presence(Function<Findings, Presence> field, Column column) {
    return union(field, Presence::isAssessed, Presence.NOT_ASSESSED, column);
  }

  private OptionalDouble measure(Function<Findings, OptionalDouble> field, Column column) {
    return union(field, OptionalDouble::isPresent, OptionalDouble.empty(), column);
  }

  private <T> T union(
      Function<Findings, T> field, Function<T, Boolean> assessed, T nothing, Column column) {
    T first = field.apply(one);
    T second = field.apply(other);
    if (!assessed.apply(second)) {
      return first;
    }
    if (!assessed.apply(first) || Objects.equals(first, second)) {
      return second;
    }
    differences.add(column.label());
    return nothing;
  }
}
