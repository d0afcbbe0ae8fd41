package io.github.avnfh.examples.benchmark;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** The files of a made-up cohort, in memory: a patient per hip, five visits per hip, no images. */
final class CohortFiles {
  private static final String[] VISITS = {"BL", "M3", "M6", "M12", "M24"};
  private static final int[] DAYS = {0, 91, 183, 365, 730};
  private static final String[] STAGES = {"I", "II", "III"};

  private final Map<String, byte[]> files = new TreeMap<>();

  private CohortFiles() {}

  static CohortFiles random(int visitRows, long seed) {
    StringBuilder patients =
        new StringBuilder("patient_id,sex,age_years,height_cm,weight_kg,platelets_per_uL\n");
    StringBuilder hips =
        new StringBuilder("patient_id,side,etiology,steinberg_stage,last_seen_day\n");
    StringBuilder visits = new StringBuilder("patient_id,side,visit,day,status,vas,hhs\n");
    SplittableRandom random = new SplittableRandom(seed);
    for (int hip = 0; hip < visitRows / VISITS.length; hip++) {
      String patient = "S" + (1_000_000 + hip);
      String side = random.nextBoolean() ? "L" : "R";
      patient(patients.append(patient), random);
      hips.append(patient).append(',').append(side).append(",idiopathic,");
      hips.append(STAGES[random.nextInt(STAGES.length)]).append(",740\n");
      for (int visit = 0; visit < VISITS.length; visit++) {
        visits.append(patient).append(',').append(side).append(',');
        visit(visits, visit, random);
      }
    }
    CohortFiles cohort = new CohortFiles();
    cohort.put("patients.csv", patients);
    cohort.put("hips.csv", hips);
    cohort.put("visits.csv", visits);
    cohort.put("imaging.csv", new StringBuilder("patient_id,side,visit,day,modality,reader\n"));
    return cohort;
  }

  private static void patient(StringBuilder line, SplittableRandom random) {
    line.append(random.nextBoolean() ? ",F," : ",M,");
    line.append(20 + random.nextInt(40)).append(',');
    line.append(150 + random.nextInt(45)).append(',');
    line.append(50 + random.nextInt(50)).append(',');
    line.append(150 + random.nextInt(200)).append("000\n");
  }

  private static void visit(StringBuilder line, int visit, SplittableRandom random) {
    line.append(VISITS[visit]).append(',');
    line.append(DAYS[visit] + random.nextInt(8)).append(",done,");
    line.append(random.nextInt(100) / 10.0).append(',');
    line.append(400 + random.nextInt(600)).insert(line.length() - 1, '.').append('\n');
  }

  private void put(String file, StringBuilder text) {
    files.put(file, text.toString().getBytes(StandardCharsets.UTF_8));
  }

  Iterable<String> names() {
    return files.keySet();
  }

  Optional<InputStream> open(String file) {
    return Optional.ofNullable(files.get(file)).map(ByteArrayInputStream::new);
  }
}
