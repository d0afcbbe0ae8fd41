package io.github.avnfh.examples.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.avnfh.examples.Main;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the competing command writes, says and refuses. */
class CompetingCommandTest {
  private static final String TABLE = """
      patient,stage,day,ended,age
      1,II,90,tha,61
      1,I,400,died,61
      2,II,120,tha,48
      3,II,200,died,70
      4,I,250,lost,39
      5,I,300,tha,55
      6,II,365,moved,
      7,I,400,lost,44
      """;

  private final Path folder;
  private final StringWriter err = new StringWriter();
  private final StringWriter screen = new StringWriter();

  CompetingCommandTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private int run(String table, String... options) throws IOException {
    Path input = Files.writeString(folder.resolve("hips.csv"), table);
    List<String> arguments = new ArrayList<>(List.of(
        "competing", "--input", input.toString(), "--out", folder.resolve("out").toString()));
    arguments.addAll(Arrays.asList(options));
    return Main.commandLine()
        .setOut(new PrintWriter(screen))
        .setErr(new PrintWriter(err))
        .execute(arguments.toArray(String[]::new));
  }

  private int runByWords(String table, String... options) throws IOException {
    List<String> all = new ArrayList<>(List.of(
        "--time",
        "day",
        "--event",
        "ended",
        "--event-code",
        "tha",
        "--competing-code",
        "died",
        "moved",
        "--censor-code",
        "lost",
        "--group",
        "stage"));
    all.addAll(Arrays.asList(options));
    return run(table, all.toArray(String[]::new));
  }

  private String written(String file) throws IOException {
    return Files.readString(folder.resolve("out").resolve(file));
  }

  private static List<Map<String, String>> rows(String csv) {
    List<String> lines = csv.lines().toList();
    List<String> header = List.of(lines.get(0).split(",", -1));
    List<Map<String, String>> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      List<String> cells = List.of(line.split(",", -1));
      Map<String, String> row = new LinkedHashMap<>();
      for (int i = 0; i < header.size(); i++) {
        row.put(header.get(i), cells.get(i));
      }
      rows.add(row);
    }
    return rows;
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = CompetingCommandTest.class.getResourceAsStream("competing/" + name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static void assertClose(
      Map<String, String> found, Map<String, String> right, double tolerance, String... columns) {
    for (String column : columns) {
      String number = Objects.requireNonNull(right.get(column), column);
      if (!number.isEmpty()) {
        assertThat(Double.parseDouble(Objects.requireNonNull(found.get(column), column)))
            .as("%s of %s", column, right)
            .isCloseTo(Double.parseDouble(number), within(tolerance));
      }
    }
  }

  /** R's {@code survfit}, {@code cuminc}, {@code finegray} and {@code coxph}: {@code golden.R}. */
  @Test
  void writesTheNumbersOfR() throws IOException {
    List<String> columns = List.of("--time", "time", "--event", "etype", "--competing-code", "2");
    List<String> grouped = new ArrayList<>(columns);
    grouped.addAll(List.of("--group", "group", "--conf-type", "log"));
    assertThat(run(resource("hips.csv"), grouped.toArray(String[]::new))).isZero();
    List<Map<String, String>> right = rows(resource("incidence.csv"));
    List<Map<String, String>> found = rows(written("incidence.csv"));
    assertThat(found).hasSameSizeAs(right);
    for (int i = 0; i < right.size(); i++) {
      assertThat(found.get(i)).containsEntry("group", right.get(i).get("group"));
      assertThat(found.get(i)).containsEntry("cause", right.get(i).get("cause"));
      assertClose(found.get(i), right.get(i), 1e-9, "time", "at_risk", "events", "incidence");
      if (Double.parseDouble(Objects.requireNonNull(right.get(i).get("incidence"))) > 0) {
        assertClose(found.get(i), right.get(i), 1e-9, "std_error", "lower", "upper");
      }
    }
    List<Map<String, String>> tests = rows(written("test.csv"));
    List<Map<String, String>> cuminc = rows(resource("test.csv"));
    assertThat(tests).hasSize(2);
    for (int i = 0; i < 2; i++) {
      assertThat(tests.get(i))
          .containsEntry("test", "gray")
          .containsEntry("variance", "independent");
      assertThat(tests.get(i)).containsEntry("cause", cuminc.get(i).get("cause"));
      assertClose(tests.get(i), cuminc.get(i), 1e-9, "chi_square", "df", "p");
    }
    List<String> modeled = new ArrayList<>(columns);
    modeled.addAll(List.of("--cluster", "id", "--covariate", "x1", "x2"));
    assertThat(run(resource("hips.csv"), modeled.toArray(String[]::new))).isZero();
    List<Map<String, String>> terms = rows(written("fine_gray.csv"));
    List<Map<String, String>> coxph = rows(resource("fine_gray.csv"));
    assertThat(terms).hasSize(2);
    for (int i = 0; i < 2; i++) {
      assertThat(terms.get(i)).containsEntry("term", coxph.get(i).get("term"));
      assertClose(terms.get(i), coxph.get(i), 1e-8, "coef", "std_error", "naive_std_error");
    }
  }

  /** Stage II: of four hips two were replaced, one died and one moved, in that order. */
  @Test
  void tellsEachCauseAtTheAskedTimes() throws IOException {
    assertThat(runByWords(TABLE, "--at", "150,365,1000")).isZero();
    assertThat(written("at.csv")
            .lines()
            .map(line -> line.split(",", -1)[0] + " "
                + String.join(" ", Arrays.asList(line.split(",", -1)).subList(1, 6))))
        .containsExactly(
            "group cause time at_risk events incidence",
            "I event 150 4 0 0",
            "I event 365 2 1 0.3333333333333333",
            "I event 1000 0  ",
            "I died 150 4 0 0",
            "I died 365 2 0 0",
            "I died 1000 0  ",
            "I moved 150 4 0 0",
            "I moved 365 2 0 0",
            "I moved 1000 0  ",
            "II event 150 2 2 0.5",
            "II event 365 1 2 0.5",
            "II event 1000 0 2 0.5",
            "II died 150 2 0 0",
            "II died 365 1 1 0.25",
            "II died 1000 0 1 0.25",
            "II moved 150 2 0 0",
            "II moved 365 1 1 0.25",
            "II moved 1000 0 1 0.25");
    assertThat(screen.toString())
        .contains("Cumulative incidence", "8 rows, 6 events of any kind", "Gray's test of event");
    assertThat(written("figure.svg")).contains("Gray's test: p = ", "Competing");
  }

  @Test
  void testsByPatientFirst() throws IOException {
    assertThat(runByWords(TABLE, "--cluster", "patient", "--covariate", "age")).isZero();
    assertThat(rows(written("test.csv")).stream()
            .limit(3)
            .map(row -> row.get("cause") + " " + row.get("variance")))
        .containsExactly("event clustered", "event robust", "event independent");
    assertThat(err.toString())
        .contains("test.csv: gray, event: only 3 clusters had the event")
        .contains("column age: empty in 1 row, which was left out of the Fine-Gray model");
    assertThat(written("incidence.csv"))
        .startsWith(
            "group,cause,time,at_risk,events,incidence,std_error,naive_std_error,lower,upper");
  }

  @Test
  void tellsRowsThatAreWrong() throws IOException {
    assertThat(runByWords(TABLE.replace("200,died", "200,gone").replace("120,tha", "-1,tha")))
        .isEqualTo(3);
    assertThat(err.toString())
        .contains("hips.csv:4: column day: time [unit of the table] must be finite")
        .contains("hips.csv:5: column ended: a text of 4 characters is neither an event code nor a"
            + " competing code nor a censor code; one of tha (event), died, moved (competing) and"
            + " lost (censored) was expected, or another one named by --event-code,"
            + " --competing-code or --censor-code");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void refusesCodesThatMeanTwoThings() throws IOException {
    List<String> columns = List.of("--time", "day", "--event", "ended");
    for (String code : List.of("1", "0", "1.0", "event")) {
      List<String> options = new ArrayList<>(columns);
      options.addAll(List.of("--competing-code", code));
      assertThat(run(TABLE, options.toArray(String[]::new))).isEqualTo(2);
    }
    assertThat(err.toString())
        .contains("competing code [text] must differ from every other code, but one means something"
            + " else too");
    assertThat(run(TABLE, columns.toArray(String[]::new))).isEqualTo(2);
    assertThat(err.toString()).contains("--competing-code");
  }

  /** By hand: of 5 weights in stage II one is replaced, then one of 4; two of 3 die. */
  @Test
  void countsWeightsAfterTheEntryWithinStrata() throws IOException {
    String table = """
        patient,stage,day,ended,w,s,entry
        1,II,90.5,tha,1,x,0
        1,I,400,died,1,x,0
        2,II,120,tha,1,x,10
        3,II,200,died,2,y,0
        4,I,250,lost,1,y,0
        5,I,300,tha,1,x,0
        6,II,365,moved,1,y,100
        7,I,400,lost,1,y,0
        """;
    assertThat(runByWords(table, "--weight", "w", "--strata", "s", "--entry", "entry"))
        .isZero();
    assertThat(written("incidence.csv")
            .lines()
            .filter(line -> line.startsWith("II,event") || line.startsWith("II,died"))
            .map(line -> String.join(" ", Arrays.asList(line.split(",", -1)).subList(1, 6))))
        .containsExactly(
            "event 90.5 4 1 0.25",
            "event 120 4 1 0.4375",
            "event 200 3 0 0.4375",
            "event 365 1 0 0.4375",
            "died 90.5 4 0 0",
            "died 120 4 0 0",
            "died 200 3 2 0.375",
            "died 365 1 0 0.375");
    assertThat(screen.toString())
        .startsWith("Cumulative incidence (8 rows, 6 events of any kind)\n")
        .contains(
            "\nII     event  2       0.438 (", "\nstratified Gray's test of event: chi-square ")
        .doesNotContain("ratio of subdistribution hazards", "tie rule");
  }

  @Test
  void saysTestsRatiosAndClusters() throws IOException {
    assertThat(runByWords(TABLE, "--cluster", "patient", "--covariate", "age")).isZero();
    Map<String, String> age = rows(written("fine_gray.csv")).get(0);
    assertThat(screen.toString())
        .startsWith("Cumulative incidence (8 rows, 6 events of any kind, 7 clusters)\n")
        .contains(String.format(
            Locale.ROOT,
            "\nage: ratio of subdistribution hazards %.3f (",
            Double.parseDouble(Objects.requireNonNull(age.get("hazard_ratio")))))
        .contains(String.format(
            Locale.ROOT, "p %.3f.\n", Double.parseDouble(Objects.requireNonNull(age.get("p")))));
  }

  @Test
  void saysHowManyTimesTheTieRuleMerged() throws IOException {
    String[] options = "--time day --event ended --competing-code 2 --cluster day".split(" ", -1);
    assertThat(run("day,ended\n0.3,1\n0.30000000000000004,2\n1,0\n", options)).isZero();
    assertThat(screen.toString())
        .startsWith("Cumulative incidence (3 rows, 2 events of any kind, 3 clusters)\n")
        .contains(
            "\n1 distinct time differed from a smaller one by rounding only and counted as that"
                + " one (tie rule).\n");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void saysWhatCannotBeTestedOrEstimated() throws IOException {
    String table = """
        stage,day,ended,y,x
        I,10,tha,2,1
        I,20,tha,5,1
        I,30,died,3,0
        II,40,tha,1,1
        II,50,lost,4,0
        II,60,lost,2,0
        """;
    assertThat(runByWords(table, "--covariate", "x")).isZero();
    assertThat(err.toString())
        .contains("test.csv: gray, moved, independent: no test is possible without ")
        .contains(
            "fine_gray.csv: x is not estimable, since the likelihood rises without bound as it"
                + " grows");
    assertThat(runByWords(table.replace(",1\n", ",-1\n"), "--covariate", "x")).isZero();
    assertThat(runByWords(table, "--covariate", "y")).isZero();
    assertThat(err.toString()).contains(" falls").doesNotContain("fine_gray.csv: y");
  }

  @Test
  void refusesARunWithoutAnAnswer() throws IOException {
    for (String at : List.of("-1", "Infinity")) {
      assertThat(runByWords(TABLE, "--at", at)).isEqualTo(2);
    }
    assertThat(err.toString()).startsWith("--at takes times of 0 or more");
    assertThat(runByWords(TABLE, "--at", "0")).isZero();
    assertThat(runByWords(TABLE, "--covariate", "stage:factor=V")).isEqualTo(3);
    assertThat(err.toString()).contains("avnfh: covariate stage: no row has the reference level V");
  }

  private static String groups(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(group -> "G" + group + "," + group + "," + (group == 1 ? "died" : "tha") + "\n")
        .collect(Collectors.joining("", "stage,day,ended\n", ""));
  }

  @Test
  void takesAnIdentifierForNoGroup() throws IOException {
    assertThat(runByWords(groups(51))).isEqualTo(2);
    assertThat(err.toString().strip())
        .isEqualTo("avnfh: column stage has 51 groups, as an identifier would; name a column of at"
            + " most 50 groups");
    assertThat(folder.resolve("out")).doesNotExist();
    assertThat(runByWords(groups(50))).isZero();
  }

  @Test
  void tellsLabelsThatLookAlike() throws IOException {
    assertThat(runByWords(TABLE.replace("3,II,", "3,II\u200B,"))).isZero();
    assertThat(err.toString()).contains("column stage: 1 label is written in several ways");
  }
}
