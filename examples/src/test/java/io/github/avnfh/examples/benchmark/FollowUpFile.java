package io.github.avnfh.examples.benchmark;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the follow-up of made-up hips as a table of nine columns, a row per hip. */
public final class FollowUpFile {
  private static final int SEED = 6;

  private FollowUpFile() {}

  /**
   * Writes the file.
   *
   * @param arguments the file, and the number of hips
   * @throws IOException if the file cannot be written
   */
  public static void main(String... arguments) throws IOException {
    write(Path.of(arguments[0]), HipColumns.random(Integer.parseInt(arguments[1]), SEED));
  }

  static void write(Path file, HipColumns hips) throws IOException {
    try (Writer text = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      text.write("patient_id,side,sex,age_years,stage,day,revised,harris,center\n");
      StringBuilder line = new StringBuilder();
      for (int hip = 0; hip < hips.size(); hip++) {
        line.setLength(0);
        int patient = hips.patients[hip];
        boolean second = hip > 0 && hips.patients[hip - 1] == patient;
        line.append('P').append(patient).append(second ? ",R," : ",L,");
        line.append(patient % 3 == 0 ? "F," : "M,").append(20 + patient % 45).append(',');
        line.append(HipColumns.GROUPS.get(hips.groups[hip])).append(',');
        line.append(hips.days[hip]).append(hips.events[hip] ? ",1," : ",0,");
        line.append(40 + hip % 60).append('.').append(hip % 10).append(",center-");
        text.append(line.append(patient % 7).append('\n'));
      }
    }
  }
}
