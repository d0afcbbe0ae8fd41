package io.github.avnfh.staging.response;

import io.github.avnfh.core.imaging.Findings;
import io.github.avnfh.core.imaging.Presence;
import io.github.avnfh.staging.internal.FindingField;
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
        .mriLesion(presence(Findings::mriLesion, FindingField.MRI_LESION))
        .radiographAbnormal(
            presence(Findings::radiographAbnormal, FindingField.RADIOGRAPH_ABNORMAL))
        .sclerosisOrCysts(presence(Findings::sclerosisOrCysts, FindingField.SCLEROSIS_OR_CYSTS))
        .crescent(presence(Findings::crescent, FindingField.CRESCENT))
        .flattening(presence(Findings::flattening, FindingField.FLATTENING))
        .jointSpaceNarrowing(
            presence(Findings::jointSpaceNarrowing, FindingField.JOINT_SPACE_NARROWING))
        .acetabularChanges(presence(Findings::acetabularChanges, FindingField.ACETABULAR_CHANGES))
        .jointSpaceObliterated(
            presence(Findings::jointSpaceObliterated, FindingField.JOINT_SPACE_OBLITERATED))
        .edema(presence(Findings::edema, FindingField.EDEMA))
        .beyondAcetabularEdge(
            presence(Findings::beyondAcetabularEdge, FindingField.BEYOND_ACETABULAR_EDGE))
        .beyondHeadApex(presence(Findings::beyondHeadApex, FindingField.BEYOND_HEAD_APEX));
  }

  private void measures(Findings.Builder builder) {
    builder
        .lesionPercent(measure(Findings::lesionPercent, FindingField.LESION_PERCENT))
        .crescentPercent(measure(Findings::crescentPercent, FindingField.CRESCENT_PERCENT))
        .collapsedSurfacePercent(
            measure(Findings::collapsedSurfacePercent, FindingField.COLLAPSED_SURFACE_PERCENT))
        .depressionMm(measure(Findings::depressionMm, FindingField.DEPRESSION_MM))
        .necroticAngleCoronalDegrees(
            measure(Findings::necroticAngleCoronalDegrees, FindingField.NECROTIC_ANGLE_CORONAL_DEG))
        .necroticAngleSagittalDegrees(measure(
            Findings::necroticAngleSagittalDegrees, FindingField.NECROTIC_ANGLE_SAGITTAL_DEG))
        .weightBearingPercent(
            measure(Findings::weightBearingPercent, FindingField.WEIGHT_BEARING_PERCENT))
        .lesionLocation(union(
            Findings::lesionLocation,
            Optional::isPresent,
            Optional.empty(),
            FindingField.LESION_LOCATION))
        .pillars(
            union(Findings::pillars, Optional::isPresent, Optional.empty(), FindingField.PILLARS));
  }

  private Presence presence(Function<Findings, Presence> field, FindingField column) {
    return union(field, Presence::isAssessed, Presence.NOT_ASSESSED, column);
  }

  private OptionalDouble measure(Function<Findings, OptionalDouble> field, FindingField column) {
    return union(field, OptionalDouble::isPresent, OptionalDouble.empty(), column);
  }

  private <T> T union(
      Function<Findings, T> field, Function<T, Boolean> assessed, T nothing, FindingField column) {
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
