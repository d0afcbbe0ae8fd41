package io.github.avnfh.examples.report;

import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.cohort.Hip;
import io.github.avnfh.core.dictionary.CohortReader;
import io.github.avnfh.core.imaging.Findings;
import io.github.avnfh.core.imaging.ImageReading;
import io.github.avnfh.core.imaging.Modality;
import io.github.avnfh.core.imaging.Presence;
import io.github.avnfh.core.table.Table;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Six enrolled patients with eight hips, and one who was excluded, to whom everything happened that
 * can, and the parts of the report on them.
 *
 * <p>A (both hips, the right one replaced on day 300), B (lost on day 740), C (lost on day 200), D
 * (died on day 500), E (excluded), F (sex, cause and most criteria unknown; no images), G (both
 * hips, the right one replaced after the horizon, on day 900).
 */
final class SixPatients {
  static final Map<String, String> FILES = Map.of(
      "patients.csv",
      """
      patient_id,sex,age_years,enrolled,able_to_attend,lost_day,lost_reason,death_day
      A,F,40,1,1,,,
      B,M,50,1,1,740,,
      C,M,30,1,0,200,moved,
      D,F,60,1,,,,500
      E,M,45,0,,,,
      F,U,35,1,,,,
      G,F,28,1,1,,,
      """,
      "hips.csv",
      """
      patient_id,side,etiology,steinberg_stage,arthroplasty_day,last_seen_day
      A,L,corticosteroid,II,,740
      A,R,corticosteroid,III,300,740
      B,L,alcohol,I,,740
      C,R,sickle_cell,II,,200
      D,L,idiopathic,III,,500
      E,L,alcohol,IV,,740
      F,L,unknown,II,,740
      G,L,sickle_cell,I,,1000
      G,R,sickle_cell,II,900,1000
      """,
      "visits.csv",
      """
      patient_id,side,visit,day,status,vas,hhs
      A,L,BL,0,,7,50
      A,L,M6,183,,4,60
      A,L,M12,365,,3,70
      A,L,M24,735,,2,80
      A,R,BL,0,,8,45
      A,R,M6,183,,6,50
      A,R,M24,735,,1,90
      B,L,BL,0,,6,60
      B,L,M6,183,,5,65
      B,L,M12,365,,4,75
      B,L,M24,735,,2,80
      C,R,BL,0,,7,55
      C,R,M6,183,,5,65
      D,L,BL,0,,9,40
      D,L,M6,183,,8,42
      D,L,M12,365,,7,50
      E,L,BL,0,,9,10
      F,L,BL,0,,5,62
      F,L,M6,,missed,,
      F,L,M12,365,,5,60
      F,L,M24,735,,6,58
      G,L,BL,0,,6,58
      G,L,M6,183,,3,70
      G,L,M24,735,,2,82.5
      G,R,BL,0,,6,52
      G,R,M6,183,,4,66
      G,R,M24,735,,3,70
      """,
      "imaging.csv",
      """
      patient_id,side,visit,day,modality,reader,mri_lesion,radiograph_abnormal,sclerosis_or_cysts,crescent,flattening,joint_space_narrowing,acetabular_changes,joint_space_obliterated,depression_mm,lesion_percent,edema
      A,L,BL,0,combined,consensus,1,1,1,0,0,0,0,0,0,25,1
      A,L,M12,365,combined,consensus,1,1,1,0,0,0,0,0,0,20,0
      A,L,M24,735,combined,consensus,1,1,1,0,0,0,0,0,0,18,0
      A,R,BL,0,combined,consensus,1,1,1,1,0,0,0,0,0,40,1
      A,R,M6,183,combined,consensus,1,1,1,1,0,0,0,0,0,40,1
      B,L,BL,0,combined,consensus,1,0,0,0,0,0,0,0,0,12,1
      B,L,M12,365,combined,consensus,1,0,0,0,0,0,0,0,0,12,0
      B,L,M24,735,combined,consensus,1,1,1,0,0,0,0,0,0,12,0
      C,R,BL,0,combined,consensus,1,1,1,0,0,0,0,0,0,35,1
      C,R,M6,183,combined,consensus,1,1,1,0,0,0,0,0,0,35,0
      D,L,BL,0,combined,consensus,1,1,1,1,0,0,0,0,0,50,0
      D,L,M12,365,combined,consensus,1,1,1,1,1,0,0,0,1,50,0
      G,L,BL,0,combined,consensus,1,0,0,0,0,0,0,0,0,30,0
      G,L,M24,735,combined,consensus,1,0,0,0,0,0,0,0,0,26,0
      G,R,BL,0,combined,consensus,1,1,1,0,0,0,0,0,0,55,1
      G,R,M24,735,combined,consensus,1,1,1,0,0,0,0,0,0,56,
      A,L,BL,0,mri,one,,,,,,,,,,25,1
      A,L,BL,0,mri,two,,,,,,,,,,26,1
      B,L,BL,0,mri,one,,,,,,,,,,12,1
      B,L,BL,0,mri,two,,,,,,,,,,12,0
      C,R,BL,0,mri,one,,,,,,,,,,35,1
      C,R,BL,0,mri,two,,,,,,,,,,37,1
      G,L,BL,0,mri,one,,,,,,,,,,30,0
      G,L,BL,0,mri,two,,,,,,,,,,30,0
      G,R,BL,-5,mri,one,,,,,,,,,,55,0
      G,R,BL,-4,mri,two,,,,,,,,,,65,1
      D,L,BL,0,mri,one,,,,,,,,,,50,0
      D,L,BL,0,radiograph,two,,,,,,,,,,70,1
      """,
      "events.csv",
      """
      patient_id,term,day
      A,fever,1
      A,fever,9
      B,fever,2
      C,wound infection,5
      E,fever,3
      """,
      "satisfaction.csv",
      """
      patient_id,satisfaction
      A,very_satisfied
      B,satisfied
      E,satisfied
      G,neutral
      """);
  private static final Cohort COHORT = cohort();

  private SixPatients() {}

  /** Files cannot give images after an arthroplasty; a program can. */
  static Cohort cohort() {
    Cohort read = CohortReader.withDefaults().read(SixPatients::file).orThrow();
    Cohort.Builder cohort = Cohort.builder();
    cohort
        .addAllDeclaredAsRecorded(read.recorded())
        .addAllPatients(read.patients())
        .addAllAdverseEvents(read.adverseEvents())
        .putAllSatisfaction(read.satisfaction());
    read.hips()
        .forEach(hip -> cohort.addHips(
            hip.arthroplasty().filter(done -> done.day() == 300).isPresent()
                ? imagedAfterwards(hip)
                : hip));
    return cohort.build();
  }

  static Optional<InputStream> file(String name) {
    return Optional.ofNullable(FILES.get(name))
        .map(text -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static Hip imagedAfterwards(Hip hip) {
    List<ImageReading> images = new ArrayList<>(hip.imageReadings());
    images.add(ImageReading.builder()
        .timepoint(Timepoint.ofMonths(24))
        .day(735)
        .modality(Modality.COMBINED)
        .reader(ImageReading.CONSENSUS)
        .findings(Findings.builder()
            .mriLesion(Presence.PRESENT)
            .flattening(Presence.PRESENT)
            .depressionMm(5)
            .lesionPercent(10)
            .edema(Presence.ABSENT)
            .build())
        .build());
    return hip.withHistory(hip.decompressions(), hip.injections(), hip.visits(), images);
  }

  /** The whole report by the protocol of the study. */
  static StudyReport report() {
    return StudyReport.of(COHORT, Analysis.study());
  }

  /** One part of the report by the protocol of the study. */
  static Section part(ReportPart part) {
    return StudyReport.part(COHORT, Analysis.study(), part);
  }

  static String csv(ReportPart part, String table) {
    return csv(part(part), table);
  }

  static String csv(Section section, String table) {
    return section.tables().stream()
        .filter(each -> each.name().equals(table))
        .map(Table::csv)
        .findFirst()
        .orElseThrow();
  }

  /** The cells of the row that starts so, as CSV has them. */
  static List<String> row(ReportPart part, String table, String start) {
    String row = csv(part, table)
        .lines()
        .filter(line -> line.startsWith(start + ","))
        .findFirst()
        .orElseThrow();
    return Arrays.asList(row.substring(start.length() + 1).split(",", -1));
  }
}
