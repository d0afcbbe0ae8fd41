package io.github.avnfh.core.dictionary;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.cohort.DataKind;
import io.github.avnfh.core.csv.CsvFormat;
import io.github.avnfh.core.csv.CsvInput;
import io.github.avnfh.core.csv.Problem;
import io.github.avnfh.core.imaging.Presence;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the rows of one table, or of two, come to by the lines of a dictionary. */
class TableRowsTest {
  private static final String LINES = """
      source,column,means,visit,side,codes,missing,unit,dates,rows,several,note
      t,id,patient,,,,,,,,,
      t,age,age_years,,,,,,,,,
      t,side,side,,,,,,,,,
      """;

  private static CsvInput input(String name, String table) {
    return CsvInput.of(
        name,
        () -> new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8)),
        CsvFormat.withDefaults());
  }

  private static CohortReading read(String lines, String table) {
    return CohortReader.with(Dictionary.parse("d.csv", LINES + lines))
        .read(List.of(input("t", table)));
  }

  private static List<String> problems(String lines, String table) {
    return read(lines, table).problems().stream().map(Problem::text).toList();
  }

  /** An empty column still says that the thing would have been written down. */
  @ParameterizedTest
  @CsvSource({
    "visit_day, M6, '', visits",
    "score:vas, M6, '', visits",
    "edema, M6, '', images",
    "event_term, '', '', adverse_events",
    "procedure, '', '', treatments",
    "injection_day, '', '', treatments",
    "decompression_date, '', dd/MM/yyyy, treatments",
    "arthroplasty_day, '', '', arthroplasties",
    "arthroplasty, '', '', arthroplasties",
    "lost_day, '', '', losses",
    "lost_reason, '', '', losses",
    "death_date, '', dd/MM/yyyy, deaths",
    "satisfaction, '', '', satisfaction",
    "weight_kg, '', '', ''",
    "last_seen_day, '', '', ''"
  })
  void recordAKindOfDataThoughNoCellIsFilled(
      String means, String visit, String dates, String kinds) {
    String line = "t,x," + means + "," + visit + ",,,,," + dates + ",,,\n";
    Cohort cohort = read(line, "id,age,side,x\n1,40,L,\n").orThrow();
    Set<String> recorded =
        cohort.recorded().stream().map(DataKind::code).collect(Collectors.toSet());
    assertThat(String.join(" ", recorded)).isEqualTo(kinds);
  }

  private static CohortReading read(String lines, String table, String other) {
    return CohortReader.with(Dictionary.parse("d.csv", LINES + lines))
        .read(List.of(input("t", table), input("v", other)));
  }

  private static List<String> following(CohortReading reading) {
    return reading.following().stream()
        .map(problem -> problem.file() + ":" + problem.line())
        .toList();
  }

  private static final String VISITS = """
      v,id,patient,,,,,,,,,
      v,side,side,,,,,,,,,
      v,visit,visit,,,,,,,,,
      v,hhs,score:hhs,,,,,,,,,
      """;

  /** A row of visits is left out with its patient where it says something of a visit. */
  @Test
  void followAPatientWhoIsLeftOut() {
    String patients = "id,age,side\n1,140,L\n2,40,L\n";
    CohortReading reading =
        read(VISITS, patients, "id,side,visit,hhs\n1,L,M6,\n1,L,M12,80\n2,L,M6,70\n");
    assertThat(reading.problems()).hasSize(1);
    assertThat(following(reading)).containsExactly("v:3");
    assertThat(reading.accepted().hips().get(0).visits()).hasSize(1);
  }

  /** A constant holds for a side where another cell tells that there is such a hip. */
  @Test
  void holdConstantsOfTheHipsThatTheyName() {
    String lines = """
        t,,etiology,,L,=alcohol,,,,,,
        t,,etiology,,R,=trauma,,,,,,
        t,stageL,steinberg_stage,,L,,,,,,,
        t,stageR,steinberg_stage,,R,,,,,,,
        """;
    Cohort cohort =
        read(lines, "id,age,side,stageL,stageR\n1,40,,II,\n2,50,,I,III\n").orThrow();
    assertThat(cohort.hips())
        .extracting(hip -> hip.id().side() + " " + hip.etiology() + " " + hip.baselineStage())
        .containsExactly("LEFT ALCOHOL STAGE_II", "LEFT ALCOHOL STAGE_I", "RIGHT TRAUMA STAGE_III");
  }

  /** What a patient is asked once holds for both hips; a stage is that of one. */
  @Test
  void tellOfBothHipsWithoutASideOnlyWhatHoldsForBoth() {
    String lines = "t,cause,etiology,,,,,,,,,\nt,stage,steinberg_stage,,,,,,,,,\n";
    String table = "id,age,side,cause,stage\n1,40,L,,II\n1,40,R,,III\n1,40,,alcohol,\n";
    Cohort cohort = read(lines, table).orThrow();
    assertThat(cohort.hips())
        .extracting(hip -> hip.etiology() + " " + hip.baselineStage())
        .containsExactly("ALCOHOL STAGE_II", "ALCOHOL STAGE_III");
    assertThat(problems(lines, table.replace(",,alcohol,\n", ",,alcohol,IV\n")))
        .containsExactly("t:4: column side: is empty; a side was expected");
    String sided = """
            t,stage,steinberg_stage,,L,,,,,,,
            t,,prior_surgery,,,=0,,,,,,
            t,cause,etiology,,,,,,,side=L,,
            t,cause,ignored,,,,,,,side!=L,,
            """;
    assertThat(problems(sided, "id,age,side,cause,stage\n1,40,,alcohol,II\n")).isEmpty();
  }

  /** Several boxes checked in one row are several causes; two rows contradict each other. */
  @Test
  void combineWhatOneRowChecks() {
    String lines = """
            t,c1,etiology,,,1=alcohol;0=,,,,,multifactorial,
            t,c2,etiology,,,1=trauma;0=,,,,,multifactorial,
            t,seen,last_seen_day,,,,,,,,last,
            t,stage,steinberg_stage,,,,,,,,first,
            """;
    String table =
        "id,age,side,c1,c2,seen,stage\n1,40,L,1,1,100,II\n1,40,L,,,90,I\n1,40,L,,,110,III\n";
    assertThat(read(lines, table).orThrow().hips()).singleElement().satisfies(hip -> {
      assertThat(hip.etiology().code()).isEqualTo("multifactorial");
      assertThat(hip.lastSeenDay()).contains(110);
      assertThat(hip.baselineStage().code()).isEqualTo("I");
    });
    assertThat(problems(lines, table.replace("L,1,1,", "L,1,0,").replace("L,,,90", "L,0,1,90")))
        .containsExactly("t:3: column c2: contradicts line 2 about the same hip; equal values or"
            + " an empty cell were expected");
  }

  /** A column that only chooses rows needs no separate line. */
  @Test
  void areChosenByAColumnWithoutALine() {
    String lines =
        "t,date,index_date,,,,,,yyyy-MM-dd,op=first,,\nt,date,ignored,,,,,,,op!=first,,\n";
    CohortReading reading =
        read(lines, "id,age,side,op,date\n1,40,L,first,2020-01-02\n1,40,L,second,2021-01-02\n");
    assertThat(reading.problems()).isEmpty();
    assertThat(reading.accepted().hips()).hasSize(1);
  }

  /** A form without data of the hip does not make one. */
  @Test
  void nameNoHipOfWhichAnotherFormTellsNothing() {
    String lines = """
        t,form,condition,,,,,,,,,
        t,stage,steinberg_stage,,,,,,,form=hip,,
        t,visit,visit,,,,,,,,,
        t,hhs,score:hhs,,,,,,,form=visit,,
        """;
    String table = "id,age,side,form,stage,visit,hhs\n1,40,L,hip,II,,\n1,,L,visit,,M6,80\n";
    assertThat(read(lines, table).orThrow().hips().get(0).visits()).hasSize(1);
    assertThat(problems(lines, table.replace("L,visit", "R,visit")))
        .containsExactly("t:3: column id: and side name a hip of which no row gives more; a hip"
            + " with data was expected");
  }

  /** Two forms of one visit are one visit, and so is a row with a column of a fixed one. */
  @Test
  void makeOneVisitOfTheFormsThatTellOfIt() {
    String lines = """
        t,form,condition,,,,,,,,,
        t,visit,visit,,,,,,,,,
        t,points,score:hhs,,,,,,,form=hhs,,
        t,points,score:vas,,,,,,,form=vas,,
        """;
    String table = "id,age,side,form,visit,points\n1,40,L,hhs,M6,80\n1,40,L,vas,M6,3\n";
    assertThat(read(lines, table).orThrow().hips().get(0).visits())
        .singleElement()
        .satisfies(visit -> assertThat(visit.scores()).hasSize(2));
    String fixed = """
        t,visit,visit,,,,,,,,,
        t,hhs,score:hhs,,,,,,,,,
        t,before,score:vas,BL,,,,,,,,
        """;
    assertThat(read(fixed, "id,age,side,visit,hhs,before\n1,40,L,BL,50,7\n1,40,L,M6,80,\n")
            .orThrow()
            .hips()
            .get(0)
            .visits())
        .extracting(visit -> visit.timepoint().code() + " " + visit.scores().size())
        .containsExactly("BL 2", "M6 1");
  }

  @Test
  void makeOneVisitOfTwoTables() {
    String scores = LINES + "t,stage,steinberg_stage,,,,,,,,,\n" + VISITS
        + VISITS.replace("v,", "w,").replace("hhs,score:hhs", "vas,score:vas");
    CohortReading reading = CohortReader.with(Dictionary.parse("d.csv", scores))
        .read(List.of(
            input("t", "id,age,side,stage\n1,40,L,II\n"),
            input("v", "id,side,visit,hhs\n1,L,BL,50\n1,L,M6,80\n"),
            input("w", "id,side,visit,vas\n1,L,BL,7\n1,L,M6,2\n")));
    assertThat(reading.orThrow().hips().get(0).visits())
        .hasSize(2)
        .allSatisfy(visit -> assertThat(visit.scores()).hasSize(2));
  }

  /** Where no table tells of hips, those are hips that rows name. */
  @Test
  void nameHipsWhereNoTableTellsOfThem() {
    CohortReading reading = CohortReader.with(
            Dictionary.parse("d.csv", LINES.replace("t,side,side,,,,,,,,,\n", "") + VISITS))
        .read(List.of(
            input("t", "id,age\n1,40\n2,50\n"),
            input("v", "id,side,visit,hhs\n1,R,BL,50\n1,L,M6,80\n2,R,M6,90\n")));
    assertThat(reading.orThrow().hips())
        .extracting(hip -> hip.id().side() + " " + hip.visits().size())
        .containsExactly("LEFT 1", "RIGHT 1", "RIGHT 1");
  }

  /**
   * A row without a patient is told where it holds a datum, though the row before it had a problem.
   */
  @ParameterizedTest
  @CsvSource({
    "'1,40,L,II,;,,L,,', 0",
    "'1,40,L,II,;,,,,a remark', 0",
    "'1,40,L,II,;,40,,,', 1",
    "'1,40,L,II,;,,,II,', 1"
  })
  void needAPatientForWhatTheyTell(String rows, int count) {
    String lines = "t,stage,steinberg_stage,,,,,,,,,\nt,note,ignored,,,,,,,,,\n";
    String table = "id,age,side,stage,note\n" + rows.replace(';', '\n') + "\n";
    assertThat(problems(lines, table))
        .hasSize(count)
        .allMatch(problem -> problem.equals("t:3: column id: is empty; a patient was expected"));
    assertThat(problems(lines, table.replace("1,40,L,II", "1,40,L,X"))).hasSize(count + 1);
  }

  /** A visit of a side without a day lies on its planned day. */
  @Test
  void takeThePlannedDayWhereNoColumnOfTheSideTellsOne() {
    String lines = """
        t,dayL,visit_day,M6,L,,,,,,,
        t,vasL,score:vas,M6,L,,,,,,,
        t,vasR,score:vas,M6,R,,,,,,,
        t,stageL,steinberg_stage,,L,,,,,,,
        t,stageR,steinberg_stage,,R,,,,,,,
        t,edemaL,edema,BL,L,,,,,,,
        t,edemaR,edema,BL,R,,,,,,,
        """;
    Cohort cohort = read(
            lines,
            "id,age,side,dayL,vasL,vasR,stageL,stageR,edemaL,edemaR\n1,40,,170,3,4,II,II,1,0\n")
        .orThrow();
    assertThat(cohort.hips())
        .extracting(hip -> hip.visits().get(0).day())
        .containsExactly(170, Timepoint.ofMonths(6).nominalDay().orElseThrow());
    assertThat(cohort.hips())
        .extracting(hip -> hip.imageReadings().get(0).findings().edema())
        .containsExactly(Presence.PRESENT, Presence.ABSENT);
  }

  /** A draft is no visit, and a side that the table does not hold is that of its line. */
  @Test
  void holdVisitsOfTheRowsThatTheirLinesChoose() {
    String lines = """
        v,id,patient,,,,,,,,,
        v,,side,,,=L,,,,,,
        v,visit,visit,,,,,,,,,
        v,hhs,score:hhs,,,,,,,form=final,,
        v,hhs,ignored,,,,,,,form!=final,,
        """;
    String visits = "id,visit,form,hhs\n1,M6,final,80\n1,M12,draft,90\n";
    CohortReading reading = read(lines, "id,age,side\n1,40,L\n", visits);
    assertThat(reading.orThrow().hips().get(0).visits())
        .extracting(visit -> visit.timepoint().code())
        .containsExactly("M6");
  }

  /** Constants beside empty cells are no images and no treatment. */
  @Test
  void tellNothingByConstantsAlone() {
    String lines = """
        t,,modality,BL,,=mri,,,,,,
        t,,reader,BL,,=A,,,,,,
        t,edema,edema,BL,,,,,,,,
        t,,procedure,,,=decompression,,,,,,
        t,op,procedure_day,,,,,,,,,
        t,drill,drill_mm,,,,,,,,,
        """;
    Cohort cohort =
        read(lines, "id,age,side,edema,op,drill\n1,40,L,,,\n2,50,R,1,0,3.2\n").orThrow();
    assertThat(cohort.hips())
        .extracting(
            hip -> hip.imageReadings().size() + " " + hip.decompressions().size())
        .containsExactly("0 0", "1 1");
    assertThat(cohort.hips().get(1).imageReadings().get(0).reader()).isEqualTo("A");
  }
}
