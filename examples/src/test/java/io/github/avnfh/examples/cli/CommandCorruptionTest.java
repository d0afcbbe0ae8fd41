package io.github.avnfh.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.examples.Main;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/**
 * Runs each command with its options drawn at random, with corrupted files, and now and then with
 * corrupted options, a few times, or as often as the system property {@code avnfh.corruptions}
 * says: the run is done, tells what is wrong with the input, or tells what is wrong with the
 * options where these were corrupted. It is never a fault of the program, and no number that it
 * writes is infinite or none.
 */
@Timeout(360_000)
class CommandCorruptionTest {
  private static final int CORRUPTIONS = Integer.getInteger("avnfh.corruptions", 0);

  /**
   * The options of each command: a line is always typed unless it begins with a question mark, and
   * words between bars are alternatives. A word that begins with # is a file of {@link #FILES}, and
   * a line that begins with an exclamation mark is wrong: cohorts to simulate take minutes.
   */
  private static final Map<String, String> OPTIONS = new LinkedHashMap<>();

  private static final String COMMON = """
      ? --strict
      ? --decimal-comma
      ? --skip-bad-rows
      ? --debug
      """;

  static {
    String columns = """
        --input #follow_up.csv
        --time time
        --event event
        --event-code 1|1 2
        ? --censor-code 0 9
        ? --entry entry
        ? --weight weight
        ? --strata stratum
        ? --cluster patient
        ? --level 0.9
        """;
    String figure = """
        ? --figure-months
        ? --figure-least-at-risk 0|5
        ? --figure-no-bands
        ? --figure-facets
        ? --figure-width 320|700
        ? --figure-palette okabe-ito|gray
        """;
    OPTIONS.put("survival", columns + figure + """
        ? --figure-events
        ? --figure-medians
        ? --group group
        ? --conf-type log-log|log|plain|logit|arcsin
        ? --at 0,12,36
        ? --rmst 24,1000
        ? --quantile 0.1,0.5
        ? --test logrank fh:1,0 gehan|tarone-ware peto-peto
        ? --pairwise holm|bh|none
        ? --critical t|normal
        ? --many-groups
        """);
    OPTIONS.put("cox", columns + """
        --covariate age|group:factor|lesion:spline3|age group:factor=II
        ? --ties efron|breslow|exact
        ? --firth
        ? --frailty patient
        ? --predict #predicted.csv --at 1,24
        ? --adjusted group
        """);
    OPTIONS.put("interval", """
        --input #intervals.csv
        --left before
        --right found
        ? --group group
        ? --cluster patient
        ? --covariate age|group:factor|age group:factor=II
        ? --distribution weibull|loglogistic|lognormal|exponential
        ? --level 0.9
        """);
    OPTIONS.put("reconstruct", """
        --curve #clicks.csv
        --at-risk #at_risk.csv
        ? --patients 21
        ? --events 20|21
        """);
    OPTIONS.put("longitudinal", """
        --input #visits.csv
        --subject hip
        ? --cluster patient
        --visit visit
        --score score
        ? --group group
        ? --covariate age|group:factor
        --method random-intercept|unstructured|gee
        ? --link identity|logit|log
        ? --working independence|exchangeable
        ? --df satterthwaite|kenward-roger|between
        ? --sandwich sandwich|kauermann-carroll|mancl-derouen
        ? --time factor|slope|spline3
        ? --ml
        ? --baseline
        ? --adjust holm|hochberg|bonferroni|bh|none
        ? --level 0.9
        """);
    OPTIONS.put(
        "competing", columns.replace("--event-code 1|1 2", "--event-code 1") + figure + """
        --competing-code 2|2 3
        ? --group group
        ? --conf-type log-log|log|plain|logit|arcsin
        ? --at 0,12,36
        ? --critical t|normal
        ? --covariate age|group:factor|lesion:spline3
        """);
    OPTIONS.put("score harris", """
        --input #items.csv|#points.csv
        --rom index|arc
        ? --points
        ? --template
        """);
    OPTIONS.put("stage", """
        --input #findings.csv
        --system steinberg|ficat|arco1994|arco2019|jic|kerboul
        ? --template
        """);
    OPTIONS.put("audit", """
        --input #claims.csv
        ? --template
        """);
    OPTIONS.put("report", """
        --cohort #cohort
        ? --data #export.csv --dictionary #dictionary.csv
        ? --protocol study|none|#protocol.csv
        ? --horizon 12|24
        """);
    OPTIONS.put("inspect", """
        --data #export.csv|#follow_up.csv #visits.csv
        """);
    OPTIONS.put("cohort", """
        --seed 1|4658
        --prefer table3|text
        --margins #margins.csv
        ? --repeat 2
        """);
    OPTIONS.put("validity", """
        ! --cohorts 9|100001|ten|1e3|-1
        ? --seed 1|x
        """);
    OPTIONS.put("help", """
        ? survival|cox|stage
        """);
  }

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

  private static final Map<String, String> FILES = new TreeMap<>(Map.of(
      "follow_up.csv",
      """
      time,event,entry,weight,group,stratum,patient,age,lesion
      12,1,0,1,I,a,P1,41,12.5
      24.5,0,0.25,1.5,II,a,P1,41,30
      30,1,3,1,I,b,P2,55,
      0.3,1,0.1,0.5,II,b,P3,29,8
      36,0,0,2,I,a,P4,60,22
      36,1,12,1,II,b,P5,38,45
      18,2,1,1,I,b,P6,47,17.5
      """,
      "items.csv",
      """
      patient_id,side,visit,pain,limp,support,distance,stairs,shoes_socks,sitting,transport,fixed_flexion_deg,fixed_adduction_deg,fixed_internal_rotation_deg,leg_length_difference_cm,flexion_deg,abduction_deg,adduction_deg,external_rotation_deg,internal_rotation_deg
      P1,L,BL,slight,slight,none,unlimited,normal,ease,any_chair_1h,able,0,0,0,0.5,110,20,15,15,0
      P1,L,M6,none,none,none,unlimited,normal,ease,any_chair_1h,able,0,0,0,0,120,30,20,25,10
      P2,R,BL,marked,,cane_most,indoors,railing,difficulty,unable,unable,30,10,,3.2,90,,,,
      """,
      "points.csv",
      """
      patient_id,side,visit,pain,limp,support,distance,stairs,shoes_socks,sitting,transport,fixed_flexion_deg,fixed_adduction_deg,fixed_internal_rotation_deg,leg_length_difference_cm,flexion_deg,abduction_deg,adduction_deg,external_rotation_deg,internal_rotation_deg
      P1,L,BL,44,11,11,11,4,4,5,1,0,0,0,0,110,20,15,15,0
      P2,R,BL,10,0,3,2,2,2,0,0,30,10,,3.2,90,,,,
      """,
      "findings.csv",
      """
      patient_id,side,visit,mri_lesion,radiograph_abnormal,sclerosis_or_cysts,lesion_percent,crescent,crescent_percent,flattening,collapsed_surface_percent,depression_mm,joint_space_narrowing,acetabular_changes,joint_space_obliterated,necrotic_angle_coronal_deg,necrotic_angle_sagittal_deg,lesion_location,weight_bearing_percent,beyond_acetabular_edge
      P1,L,BL,1,0,0,12.5,0,,0,,,0,0,0,80,70,medial,20,0
      P1,L,M6,1,1,1,30,1,20,0,,,0,0,0,100,90,central,60,0
      P2,R,BL,1,1,1,45,1,,1,31,2.5,1,0,0,,,lateral,80,1
      """,
      "claims.csv",
      """
      id,section,quantity,kind,printed,sd,count,of,unit,low,high,step,basis
      improved,MRI,hips improved,percent,32.7,,19,58,hips,,,,
      improved-2,Text,hips improved,percent,33,,,58|46,hips,,,,
      stable,MRI,hips stable,percent,46.5,,27,58,hips,,,,
      sum,MRI,improved or stable,relation,,,,,,,,,improved + stable = 46
      before,Scores,VAS before,mean,7.83,1.02,,46,patients,0,10,0.1,
      after,Scores,VAS after,mean,2.1,0.9,,46,patients,0,10,0.1,
      p,Scores,p,p,<0.001,,,,,,,,paired before after
      q,MRI,p of MRI,p,0.12,,,,,,,,compare improved stable
      """,
      "predicted.csv",
      """
      row,age,group,lesion,stratum
      1,40,I,20,a
      2,55.5,II,10,b
      """,
      "margins.csv",
      margins()));

  static {
    FILES.put("export.csv", """
        Nr;Geschlecht;Alter;Seite;Stadium;Datum;HHS 0;HHS 12;TEP
        1;m;41;L;2;17.02.2021;54,5;81;
        1;m;41;R;3;17.02.2021;61;;03.05.2023
        2;w;38;R;2;09.11.2020;47,5;-99;
        """);
    FILES.put("protocol.csv", """
        item,name,from,to,note
        protocol,mine,,,
        include,age_years,18,60,
        exclude,pregnant,,,
        visit,BL,-30,0,
        visit,M12,330,400,
        instrument,hhs,,,
        images,M12,,,
        injection,BL,0,0,with decompression
        horizon,12,,,
        """);
    FILES.put("dictionary.csv", """
        source,column,means,visit,side,codes,missing,unit,dates,rows,several,note
        export.csv,,source,,,"decimal=,",,,,,,
        export.csv,Nr,patient,,,,,,,,,
        export.csv,Geschlecht,sex,,,m=M;w=F,,,,,,
        export.csv,Alter,age_years,,,,,,,,,
        export.csv,Seite,side,,,,,,,,,
        export.csv,Stadium,steinberg_stage,,,2=II;3=III,,,,,,
        export.csv,Datum,index_date,,,,,,dd.MM.yyyy,,,
        export.csv,HHS 0,score:hhs,BL,,,,,,,,
        export.csv,HHS 12,score:hhs,M12,,,-99,,,,,
        export.csv,TEP,arthroplasty_date,,,,,,dd.MM.yyyy,,,
        """);
    FILES.put("intervals.csv", """
        hip,patient,group,before,found,age
        1,1,II,0,90,45
        2,1,I,90,180,40
        3,2,II,,180,35
        4,3,I,180,365,20
        5,4,I,365,,15
        6,5,II,180,,30
        7,6,II,0,90,
        8,7,I,90,365,25
        9,8,I,180,,22
        10,9,II,180,180,38
        """);
    FILES.put("clicks.csv", """
        time,survival
        0.546,1
        2.05,0.906
        12,0.286
        5.03,0.67
        15,0.191
        23,0.05
        """);
    FILES.put("at_risk.csv", """
        time,at_risk
        0,21
        4,16
        12,6
        20,2
        """);
    FILES.put("visits.csv", """
        hip,patient,visit,score,group,age
        1,1,0,50,I,41
        1,1,6,61.5,I,41
        2,1,0,54,II,41
        2,1,6,67,II,41
        3,2,0,63,I,55
        3,2,6,,I,55
        4,3,0,52,II,38
        4,3,6,56,II,38
        5,4,0,47,I,
        5,4,6,70,I,
        6,5,0,58,II,60
        6,5,6,66,II,60
        """);
  }

  private static final List<String> ODD_WORDS = List.of(
      "",
      " ",
      "-1",
      "0",
      "1",
      "-0.0",
      "NaN",
      "Infinity",
      "1e308",
      "1e-308",
      "2147483648",
      "time",
      "patient",
      "nothing",
      "a,b",
      ",",
      "0.5,,",
      "fh:1e308,0",
      "fh:NaN,0",
      "fh:0,900",
      "age:factor=nothing",
      "age:spline7",
      "group",
      "\u001B[31m",
      "a\0b",
      "/dev/null",
      "--",
      "--nothing");

  private static String margins() {
    try (InputStream file =
        Objects.requireNonNull(Main.class.getResourceAsStream("synthetic/margins.csv"))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new LinkageError("margins.csv cannot be read", e);
    }
  }

  @TempDir
  Path folder;

  /** What was typed, and whether the options or the files hold what they should not. */
  private static final class Case {
    private final List<String> typed = new ArrayList<>();
    private boolean hasOddOptions;
    private boolean namesNoNumber;

    /** In any character set, and with characters between that do not show. */
    void note(byte[] file) {
      namesNoNumber |= new String(file, StandardCharsets.ISO_8859_1)
          .replaceAll("[^A-Za-z]", "")
          .matches(".*(NaN|Infinity).*");
    }
  }

  /** The times of an ordinary run keep the suite short: a report takes a second. */
  @ParameterizedTest
  @CsvSource({
    "survival, 80",
    "cox, 60",
    "competing, 60",
    "reconstruct, 40",
    "score harris, 80",
    "stage, 60",
    "audit, 80",
    "cohort, 10",
    "report, 8",
    "inspect, 40",
    "interval, 30",
    "longitudinal, 20",
    "validity, 5",
    "help, 20",
  })
  void endsDoneOrTellsWhatIsWrong(String command, int times) throws IOException {
    int cases = Math.max(times, CORRUPTIONS);
    int refused = 0;
    for (int seed = 0; seed < cases; seed++) {
      refused += run(command, seed) == RunOutcome.DONE ? 0 : 1;
    }
    assertThat(refused).as("runs of " + command + " that told what is wrong").isPositive();
  }

  /** Runs one case and returns its exit code. */
  private int run(String command, int seed) throws IOException {
    Case drawn = drawn(command, new Random(seed));
    Run run = Run.of(drawn.typed.toArray(String[]::new));
    String what = command + " with seed " + seed + ", " + drawn.typed + ": " + run.err();
    assertThat(run.code())
        .as(what)
        .isIn(
            RunOutcome.DONE,
            RunOutcome.PROBLEMS,
            drawn.hasOddOptions ? RunOutcome.WRONG_USAGE : RunOutcome.DONE);
    // where a trace was asked for, one of what is told may be shown
    if (!drawn.typed.contains("--debug")) {
      assertThat(run.err()).as(what).doesNotContain("Exception");
    }
    if (run.code() == RunOutcome.PROBLEMS) {
      assertThat(run.err()).as(what).containsPattern(": column |^avnfh: ");
    }
    if (run.code() != RunOutcome.DONE) {
      assertThat(run.err()).as(what).isNotBlank();
    }
    assertThat(run.code() == RunOutcome.DONE || !Files.exists(folder.resolve("out")))
        .as(what)
        .isTrue();
    removeOutput(drawn.namesNoNumber ? "" : what);
    return run.code();
  }

  /** Removes what was written, in which no number is infinite or none. */
  private void removeOutput(String what) throws IOException {
    Path out = folder.resolve("out");
    if (Files.isDirectory(out)) {
      try (Stream<Path> files = Files.list(out)) {
        for (Path file : files.toList()) {
          if (!what.isEmpty() && file.toString().endsWith(".csv")) {
            assertThat(Files.readString(file))
                .as(what + file.getFileName())
                .doesNotContain("NaN", "Infinity");
          }
          Files.delete(file);
        }
      }
    }
    Files.deleteIfExists(out);
    Files.deleteIfExists(folder.resolve("rejected.csv"));
  }

  @Test
  void drawsEveryOptionOfEveryCommand() {
    assertThat(options("", Main.commandLine()))
        .isEqualTo(OPTIONS.keySet().stream()
            .flatMap(command -> lines(command).stream()
                .flatMap(line -> Stream.of(line.split(" ", -1)))
                .filter(word -> word.startsWith("--"))
                .filter(option -> !option.equals("--debug"))
                .map(option -> command + " " + option))
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  /** The options of a command and of those below it, but for the ones that all have. */
  private static Set<String> options(String name, CommandLine line) {
    Set<String> options = new TreeSet<>();
    for (Map.Entry<String, CommandLine> below : line.getSubcommands().entrySet()) {
      options.addAll(options((name + " " + below.getKey()).strip(), below.getValue()));
    }
    line.getCommandSpec().options().stream()
        .map(CommandLine.Model.OptionSpec::longestName)
        .filter(
            option -> !List.of("--help", "--version", "--debug", "--out", "--r").contains(option))
        .forEach(option -> options.add(name + " " + option));
    return options;
  }

  /** The lines of a command's options, with those that all commands have that read a file. */
  private static List<String> lines(String command) {
    String own = text(OPTIONS, command);
    return (own.contains("#") ? own + COMMON : own + "? --debug").lines().toList();
  }

  private Case drawn(String command, Random random) throws IOException {
    Case drawn = new Case();
    List<List<String>> lines = new ArrayList<>();
    for (String line : lines(command)) {
      boolean rare = line.matches(". --(strict|decimal-comma|debug)");
      if (!line.startsWith("? ") || random.nextInt(rare ? 8 : 2) == 0) {
        lines.add(words(line.replaceFirst("^[?!] ", ""), random));
      }
    }
    if (lines.stream().anyMatch(line -> line.contains("--frailty"))) {
      lines.removeIf(line -> line.get(0).matches("--(cluster|firth)") || line.contains("exact"));
    }
    if (lines.stream().noneMatch(line -> line.toString().contains("group:factor"))
        || lines.stream()
            .anyMatch(line -> line.toString().matches(".*(--frailty|exact|--entry).*"))) {
      lines.removeIf(line -> line.contains("--adjusted"));
    }
    if (command.equals("longitudinal")) {
      boolean hasLikelihood = lines.stream().noneMatch(line -> line.contains("gee"));
      lines.removeIf(line ->
          line.get(0).matches(hasLikelihood ? "--(link|working|sandwich)" : "--(df|time|ml)"));
    }
    if (lines.stream().anyMatch(line -> line.contains("--data"))) {
      lines.removeIf(line -> line.contains("--cohort"));
    }
    boolean isWrong = text(OPTIONS, command).startsWith("!");
    drawn.hasOddOptions = isWrong || random.nextInt(command.equals("help") ? 1 : 4) == 0;
    if (drawn.hasOddOptions && !isWrong) {
      for (int times = 1 + random.nextInt(2); times > 0; times--) {
        corruptOnce(lines, random);
      }
    }
    drawn.typed.addAll(List.of(command.split(" ", -1)));
    for (String word : lines.stream().flatMap(List::stream).toList()) {
      drawn.namesNoNumber |= word.matches(".*(NaN|Infinity).*");
      drawn.typed.add(word.startsWith("#") ? written(word.substring(1), random, drawn) : word);
    }
    if (!command.equals("help")) {
      drawn.typed.addAll(List.of("--out", folder.resolve("out").toString()));
    }
    if (command.matches("survival|report|cox|competing|interval") && random.nextInt(4) == 0) {
      drawn.typed.addAll(List.of("--r", folder.resolve("out").toString()));
    }
    return drawn;
  }

  private static List<String> words(String line, Random random) {
    List<String> words = new ArrayList<>();
    String[] parts = line.split(" ", 2);
    words.add(CorruptedFile.any(random, List.of(parts[0].split("\\|", -1))));
    if (parts.length > 1) {
      words.addAll(
          List.of(CorruptedFile.any(random, List.of(parts[1].split("\\|", -1))).split(" ", -1)));
    }
    return words;
  }

  /** Loses, repeats, adds or changes an option or one of its words. */
  private static void corruptOnce(List<List<String>> lines, Random random) {
    if (lines.isEmpty()) {
      lines.add(new ArrayList<>(List.of(CorruptedFile.any(random, ODD_WORDS))));
      return;
    }
    int at = random.nextInt(lines.size());
    List<String> line = lines.get(at);
    switch (random.nextInt(6)) {
      case 0 -> lines.remove(at);
      case 1 -> lines.add(new ArrayList<>(line));
      case 2 -> line.remove(random.nextInt(line.size()));
      case 3 -> lines.add(at, new ArrayList<>(List.of(CorruptedFile.any(random, ODD_WORDS))));
      case 4 -> line.add(CorruptedFile.any(random, ODD_WORDS));
      default -> {
        if (!line.isEmpty()) {
          line.set(line.size() - 1, CorruptedFile.any(random, ODD_WORDS));
        }
      }
    }
    lines.removeIf(List::isEmpty);
  }

  /** Writes a file, or the files of a cohort one of which is bad, and returns its place. */
  private String written(String name, Random random, Case drawn) throws IOException {
    if (!name.equals("cohort")) {
      return write(folder.resolve(name), CorruptedFile.of(text(FILES, name), random), drawn);
    }
    Path files = Files.createDirectories(folder.resolve(name));
    String bad = CorruptedFile.any(random, List.copyOf(COHORT.keySet()));
    boolean isLost = random.nextInt(16) == 0;
    for (String file : COHORT.keySet()) {
      String text = text(COHORT, file);
      if (!file.equals(bad)) {
        write(files.resolve(file), text.getBytes(StandardCharsets.UTF_8), drawn);
      } else if (isLost) {
        Files.deleteIfExists(files.resolve(file));
      } else {
        write(files.resolve(file), CorruptedFile.of(text, random), drawn);
      }
    }
    return files.toString();
  }

  private static String text(Map<String, String> files, String name) {
    return Objects.requireNonNull(files.get(name), name);
  }

  private static String write(Path file, byte[] bytes, Case drawn) throws IOException {
    drawn.note(bytes);
    Files.write(file, bytes);
    return file.toString();
  }
}
