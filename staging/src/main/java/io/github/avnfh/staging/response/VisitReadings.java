package io.github.avnfh.staging.response;

import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.imaging.Findings;
import io.github.avnfh.core.imaging.ImageReading;
import io.github.avnfh.core.imaging.Presence;
import io.github.avnfh.staging.PossibleStages;
import io.github.avnfh.staging.StagingSystem;
import io.github.avnfh.staging.internal.FindingField;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** The image readings of one visit: what each reader found on all images together. */
final class VisitReadings {
  private final Timepoint timepoint;
  private final int day;
  private final SortedMap<String, Findings> byReader = new TreeMap<>();
  private final List<String> disagreements = new ArrayList<>();

  private VisitReadings(ImageReading first) {
    this.timepoint = first.timepoint();
    this.day = first.day();
  }

  /** Visits in the order of their days; images outside the plan belong together by their day. */
  static List<VisitReadings> of(
      List<ImageReading> readings, String adjudicator, StagingSystem<?, ?> system) {
    Map<String, List<ImageReading>> visits = new LinkedHashMap<>();
    readings.stream()
        .sorted(Comparator.comparingInt(ImageReading::day).thenComparing(ImageReading::timepoint))
        .forEach(reading ->
            visits.computeIfAbsent(key(reading), visit -> new ArrayList<>()).add(reading));
    return visits.values().stream().map(all -> read(all, adjudicator, system)).toList();
  }

  private static String key(ImageReading reading) {
    Timepoint planned = reading.timepoint();
    return planned.months().isPresent() ? planned.code() : planned.code() + reading.day();
  }

  private static VisitReadings read(
      Collection<ImageReading> readings, String adjudicator, StagingSystem<?, ?> system) {
    boolean settled = readings.stream().anyMatch(one -> one.reader().equals(adjudicator));
    VisitReadings visit = new VisitReadings(readings.iterator().next());
    readings.stream()
        .filter(one -> !settled || one.reader().equals(adjudicator))
        .forEach(visit::add);
    visit.compareStages(system);
    return visit;
  }

  private void add(ImageReading reading) {
    Findings before = byReader.get(reading.reader());
    if (before == null) {
      byReader.put(reading.reader(), reading.findings());
      return;
    }
    FindingsUnion union = new FindingsUnion(before, reading.findings());
    byReader.put(reading.reader(), union.findings());
    union
        .differences()
        .forEach(column -> disagreements.add(
            "images of " + code() + " differ in " + column + " as read by " + reading.reader()));
  }

  private void compareStages(StagingSystem<?, ?> system) {
    List<String> readers = readers();
    for (String one : readers) {
      for (String other : readers.subList(readers.indexOf(one) + 1, readers.size())) {
        PossibleStages<?> first = system.read(findings(one)).stage();
        PossibleStages<?> second = system.read(findings(other)).stage();
        if (!first.possible().isEmpty()
            && !second.possible().isEmpty()
            && Collections.disjoint(first.possible(), second.possible())) {
          disagreements.add("readers of " + code() + " differ in the stage: " + one + " "
              + first.text() + ", " + other + " " + second.text());
        }
      }
    }
  }

  String code() {
    return timepoint.code();
  }

  int day() {
    return day;
  }

  List<String> readers() {
    return List.copyOf(byReader.keySet());
  }

  Findings findings(String reader) {
    Findings found = byReader.get(reader);
    if (found == null) {
      throw new AssertionError("a reader of another visit");
    }
    return found;
  }

  List<String> disagreements() {
    return disagreements;
  }

  Timepoint timepoint() {
    return timepoint;
  }

  /** What one reader found on two images of one visit, and the columns in which the two differ. */
  private static final class FindingsUnion {
    private final Findings one;
    private final Findings other;
    private final List<String> differences = new ArrayList<>();

    FindingsUnion(Findings one, Findings other) {
      this.one = one;
      this.other = other;
    }

    /** The names of the columns that differ. */
    List<String> differences() {
      return differences;
    }

    /** The findings of both; where they differ, not assessed. */
    Findings findings() {
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
          .necroticAngleCoronalDegrees(measure(
              Findings::necroticAngleCoronalDegrees, FindingField.NECROTIC_ANGLE_CORONAL_DEG))
          .necroticAngleSagittalDegrees(measure(
              Findings::necroticAngleSagittalDegrees, FindingField.NECROTIC_ANGLE_SAGITTAL_DEG))
          .weightBearingPercent(
              measure(Findings::weightBearingPercent, FindingField.WEIGHT_BEARING_PERCENT))
          .lesionLocation(union(
              Findings::lesionLocation,
              Optional::isPresent,
              Optional.empty(),
              FindingField.LESION_LOCATION))
          .pillars(union(
              Findings::pillars, Optional::isPresent, Optional.empty(), FindingField.PILLARS));
    }

    private Presence presence(Function<Findings, Presence> field, FindingField column) {
      return union(field, Presence::isAssessed, Presence.NOT_ASSESSED, column);
    }

    private OptionalDouble measure(Function<Findings, OptionalDouble> field, FindingField column) {
      return union(field, OptionalDouble::isPresent, OptionalDouble.empty(), column);
    }

    private <T> T union(
        Function<Findings, T> field,
        Function<T, Boolean> assessed,
        T nothing,
        FindingField column) {
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
}
