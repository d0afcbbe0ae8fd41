package io.github.avnfh.core.dictionary;

import io.github.avnfh.core.csv.CsvOutput;
import io.github.avnfh.core.csv.CsvRow;
import io.github.avnfh.core.imaging.Findings;
import io.github.avnfh.core.imaging.LesionLocation;
import io.github.avnfh.core.imaging.Pillars;
import io.github.avnfh.core.imaging.Presence;
import java.util.List;

/**
 * The columns in which a table holds findings: 1, 0 or nothing for what is present, absent or not
 * assessed, and numbers in the unit that the name of the column ends with.
 *
 * <pre>{@code
 * byte[] file = "crescent,crescent_percent\n1,12\n".getBytes(StandardCharsets.UTF_8);
 * CsvInput.of("imaging.csv", new ByteArrayInputStream(file), CsvFormat.withDefaults())
 *     .withOptional(FindingsCells.columns())
 *     .forEachRow(new Problems(), row -> System.out.println(FindingsCells.read(row).crescent()));
 * // PRESENT
 * }</pre>
 */
public final class FindingsCells {
  private static final List<String> COLUMNS = List.of(
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
      "pillars");

  private FindingsCells() {}

  /**
   * Returns the names of the columns.
   *
   * @return all columns, none of which is required
   */
  public static List<String> columns() {
    return COLUMNS;
  }

  /**
   * Reads the findings of a row.
   *
   * @param row the row, which is unsound afterwards if a finding could not be read
   * @return the findings that could be read
   */
  public static Findings read(CsvRow row) {
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
