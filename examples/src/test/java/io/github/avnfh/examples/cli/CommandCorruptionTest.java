package io.github.avnfh.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Corrupts what each command reads, a few times, or as often as the system property
 * {@code avnfh.corruptions} says: the run is done or tells what is wrong with the input, and is
 * never a fault of the program.
 */
@Timeout(36_000)
class CommandCorruptionTest {
  private static final int CORRUPTIONS = Integer.getInteger("avnfh.corruptions", 0);
  private static final String ODD =
      ",;\t\n\r\0 '\"#.-+eE0123456789=|\u00A0\u00FF\u00E4\u0300\u200B";

  private static final String FOLLOW_UP = """
      time,event,entry,weight,group,stratum,patient
      12,1,0,1,I,a,P1
      24.5,0,0.25,1.5,II,a,P1
      30,1,3,1,I,b,P2
      0.3,1,0.1,0.5,II,b,P3
      36,0,0,2,I,a,P4
      36,1,12,1,II,b,P5
      """;
  private static final String ITEMS = """
      patient_id,side,visit,pain,limp,support,distance,stairs,shoes_socks,sitting,transport,fixed_flexion_deg,fixed_adduction_deg,fixed_internal_rotation_deg,leg_length_difference_cm,flexion_deg,abduction_deg,adduction_deg,external_rotation_deg,internal_rotation_deg
      P1,L,BL,slight,slight,none,unlimited,normal,ease,any_chair_1h,able,0,0,0,0.5,110,20,15,15,0
      P1,L,M6,none,none,none,unlimited,normal,ease,any_chair_1h,able,0,0,0,0,120,30,20,25,10
      P2,R,BL,marked,,cane_most,indoors,railing,difficulty,unable,unable,30,10,,3.2,90,,,,
      """;
  private static final String POINTS = """
      patient_id,side,visit,pain,limp,support,distance,stairs,shoes_socks,sitting,transport,fixed_flexion_deg,fixed_adduction_deg,fixed_internal_rotation_deg,leg_length_difference_cm,flexion_deg,abduction_deg,adduction_deg,external_rotation_deg,internal_rotation_deg
      P1,L,BL,44,11,11,11,4,4,5,1,0,0,0,0,110,20,15,15,0
      P2,R,BL,10,0,3,2,2,2,0,0,30,10,,3.2,90,,,,
      """;
  private static final String FINDINGS = """
      patient_id,side,visit,mri_lesion,radiograph_abnormal,sclerosis_or_cysts,lesion_percent,crescent,crescent_percent,flattening,collapsed_surface_percent,depression_mm,joint_space_narrowing,acetabular_changes,joint_space_obliterated,necrotic_angle_coronal_deg,necrotic_angle_sagittal_deg,lesion_location,weight_bearing_percent,beyond_acetabular_edge
      P1,L,BL,1,0,0,12.5,0,,0,,,0,0,0,80,70,medial,20,0
      P1,L,M6,1,1,1,30,1,20,0,,,0,0,0,100,90,central,60,0
      P2,R,BL,1,1,1,45,1,,1,31,2.5,1,0,0,,,lateral,80,1
      """;
  private static final String CLAIMS = """
      id,section,quantity,kind,printed,sd,count,of,unit,low,high,step,basis
      improved,MRI,hips improved,percent,32.7,,19,58,hips,,,,
      improved-2,Text,hips improved,percent,33,,,58|46,hips,,,,
      stable,MRI,hips stable,percent,46.5,,27,58,hips,,,,
      sum,MRI,improved or stable,relation,,,,,,,,,improved + stable = 46
      before,Scores,VAS before,mean,7.83,1.02,,46,patients,0,10,0.1,
      after,Scores,VAS after,mean,2.1,0.9,,46,patients,0,10,0.1,
      p,Scores,p,p,<0.001,,,,,,,,paired before after
      q,MRI,p of MRI,p,0.12,,,,,,,,compare improved stable
      """;
  private static final Map<String, String> COHORT = new TreeMap<>(Map.of(
      "patients.csv",
      """
      patient_id,sex,age_years,height_cm,weight_kg,platelets_per_uL,lost_day,death_day
      P1,F,41,164,70.5,210000,,
      P2,M,50,,,80000,400,511
      P3,F,33,170,60,,,
      """,
      "hips.csv",
      """
      patient_id,side,etiology,steinberg_stage,prior_surgery,index_date,arthroplasty_day,last_seen_day
      P1,L,corticosteroid,II,0,2021-03-17,,731
      P1,R,alcohol,III,0,2021-03-17,305,
      P2,L,idiopathic,I,,,,400
      P3,R,trauma,II,,,,730
      """,
      "visits.csv",
      """
      patient_id,side,visit,day,status,vas,hhs
      P1,L,BL,0,,7.8,54
      P1,L,M24,731,done,3.1,72.5
      P1,R,BL,0,,8,50
      P2,L,BL,0,,6,60
      P3,R,BL,0,,5,61
      P3,R,M24,730,,1,90
      """,
      "imaging.csv",
      """
      patient_id,side,visit,day,modality,reader,mri_lesion,crescent,lesion_percent
      P1,L,BL,0,mri,R1,1,0,24
      P1,L,M24,731,mri,R1,1,0,20
      P3,R,BL,0,mri,R2,1,0,12
      """,
      "procedures.csv",
      """
      patient_id,side,procedure,day,number,volume_mL,drill_mm
      P1,,aspiration,0,,96,
      P1,L,decompression,0,,,3
      P1,L,injection,0,1,5,
      """,
      "events.csv",
      "patient_id,term,day,severity\nP1,pain,1,mild\nP2,death,511,severe\n",
      "satisfaction.csv",
      "patient_id,satisfaction\nP1,satisfied\nP3,neutral\n"));

  @TempDir
  Path folder;

  /** The times of an ordinary run keep the suite short: a report takes a second. */
  @ParameterizedTest
  @CsvSource({
    "survival, 150",
    "harris, 150",
    "points, 50",
    "stage, 150",
    "audit, 150",
    "report, 12",
  })
  void endsDoneOrTellsWhatIsWrongWithTheInput(String command, int times) throws IOException {
    int refused = 0;
    int cases = Math.max(times, CORRUPTIONS);
    for (int seed = 0; seed < cases; seed++) {
      Random random = new Random(seed);
      Run run = Run.of(arguments(command, random));
      assertThat(run.code())
          .as(command + " with seed " + seed + ": " + run.err())
          .isIn(RunOutcome.DONE, RunOutcome.PROBLEMS);
      assertThat(run.err()).as(command + " with seed " + seed).doesNotContain("Exception");
      if (run.code() == RunOutcome.PROBLEMS) {
        assertThat(run.err()).contains(": column ");
        refused++;
      }
    }
    assertThat(refused).isPositive();
  }

  private String[] arguments(String command, Random random) throws IOException {
    List<String> typed = new ArrayList<>(
        switch (command) {
          case "survival" -> survival(random);
          case "harris" ->
            List.of(
                "score",
                "harris",
                "--input",
                table(ITEMS, random),
                "--rom",
                random.nextBoolean() ? "index" : "arc");
          case "points" ->
            List.of(
                "score", "harris", "--points", "--input", table(POINTS, random), "--rom", "arc");
          case "stage" ->
            List.of(
                "stage",
                "--input",
                table(FINDINGS, random),
                "--system",
                any(random, "steinberg", "ficat", "arco1994", "arco2019", "jic", "kerboul"));
          case "audit" -> List.of("audit", "--input", table(CLAIMS, random));
          default -> List.of("report", "--cohort", cohort(random));
        });
    typed.addAll(List.of("--out", folder.resolve("out").toString()));
    for (String option : List.of("--skip-bad-rows", "--strict", "--decimal-comma")) {
      if (random.nextInt(option.startsWith("--skip") ? 2 : 8) == 0) {
        typed.add(option);
      }
    }
    return typed.toArray(String[]::new);
  }

  private List<String> survival(Random random) throws IOException {
    List<String> typed = new ArrayList<>(List.of(
        "survival",
        "--input",
        table(FOLLOW_UP, random),
        "--time",
        "time",
        "--event",
        "event",
        "--at",
        "0,12,36",
        "--rmst",
        "24",
        "--test",
        "logrank",
        "fh:1,0"));
    Map<String, String> options = new LinkedHashMap<>(Map.of(
        "--entry",
        "entry",
        "--weight",
        "weight",
        "--group",
        "group",
        "--strata",
        "stratum",
        "--cluster",
        "patient"));
    new TreeMap<>(options).forEach((option, column) -> {
      if (random.nextBoolean()) {
        typed.addAll(List.of(option, column));
      }
    });
    return typed;
  }

  private static String any(Random random, String... words) {
    return words[random.nextInt(words.length)];
  }

  private String table(String text, Random random) throws IOException {
    Path file = folder.resolve("input.csv");
    Files.write(file, corrupted(text, random));
    return file.toString();
  }

  private String cohort(Random random) throws IOException {
    Path files = Files.createDirectories(folder.resolve("cohort"));
    List<String> names = List.copyOf(COHORT.keySet());
    String bad = names.get(random.nextInt(names.size()));
    for (String name : names) {
      String text = Objects.requireNonNull(COHORT.get(name));
      Files.write(
          files.resolve(name),
          name.equals(bad) ? corrupted(text, random) : text.getBytes(StandardCharsets.UTF_8));
    }
    return files.toString();
  }

  private static byte[] corrupted(String text, Random random) {
    String corrupted = text;
    for (int times = random.nextInt(4); times > 0 && !corrupted.isEmpty(); times--) {
      corrupted = corruptedOnce(corrupted, random);
    }
    return random.nextInt(8) == 0
        ? corrupted.getBytes(StandardCharsets.ISO_8859_1)
        : corrupted.getBytes(StandardCharsets.UTF_8);
  }

  private static String corruptedOnce(String text, Random random) {
    int at = random.nextInt(text.length());
    int to = Math.min(text.length(), at + 1 + random.nextInt(8));
    List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
    int line = random.nextInt(lines.size());
    return switch (random.nextInt(9)) {
      case 0 ->
        text.substring(0, at)
            + (char) (text.charAt(at) ^ (1 << random.nextInt(7)))
            + text.substring(at + 1);
      case 1 ->
        text.substring(0, at) + ODD.charAt(random.nextInt(ODD.length())) + text.substring(at);
      case 2 -> text.substring(0, at) + text.substring(to);
      case 3 -> text.substring(0, at);
      case 4 -> {
        lines.add(line, lines.get(random.nextInt(lines.size())));
        yield String.join("\n", lines);
      }
      case 5 -> withCell(lines, line, random);
      case 6 -> text.replace(',', random.nextBoolean() ? ';' : '\t');
      case 7 -> {
        Collections.shuffle(lines.subList(1, lines.size()), random);
        yield String.join("\n", lines);
      }
      default -> text.replaceFirst(",", ",\"");
    };
  }

  /** Cells that people type, and those at the ends of what a computer can hold. */
  private static String withCell(List<String> lines, int line, Random random) {
    String[] cells = lines.get(line).split(",", -1);
    cells[random.nextInt(cells.length)] = any(
        random,
        "",
        "0",
        "-0",
        "1e308",
        "1e-308",
        "0.30000000000000004",
        "20190412",
        "2147483647",
        "99999999999",
        "NaN",
        "Infinity",
        "1,5",
        "\"a\nb\"",
        "=1+1",
        "\u001B[31m",
        "NA",
        "-1",
        "a + a = b",
        "1|2|",
        "<0.05");
    lines.set(line, String.join(",", cells));
    return String.join("\n", lines);
  }
}
