package io.github.avnfh.core.dictionary;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.core.Instruments;
import io.github.avnfh.core.cohort.Visit;
import io.github.avnfh.core.csv.CsvFormat;
import io.github.avnfh.core.csv.CsvInput;
import io.github.avnfh.core.csv.Problem;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Visits of a table with a row for each, whose cells are as they should be or not. */
class LongVisitsTest {
  private static final String HIPS =
      "id,age,side,start\n1,40,L,2020-01-01\n2,50,R,\n3,140,L,2020-01-01\n";
  private static final String LINES = """
      source,column,means,visit,side,codes,missing,unit,dates,rows,several,note
      t,id,patient,,,,,,,,,
      t,age,age_years,,,,,,,,,
      t,side,side,,,,,,,,,
      t,start,index_date,,,,,,yyyy-MM-dd,,,
      v,id,patient,,,,,,,,,
      v,side,side,,,,,,,,,
      v,visit,visit,,,,,,,,,
      """;
  private static final String DATED = """
      v,day,visit_day,,,,-9,,,,,
      v,date,visit_date,,,,,,yyyy-MM-dd,,,
      v,status,visit_status,,,,,,,,,
      v,why,missed_reason,,,,,,,,,
      v,hhs,score:hhs,,,,NI,,,,,
      v,vas,score:vas,,,,NI,,,,,
      v,mm,score:vas_mm,,,,NI,,,,,
      """;

  private static CohortReading read(String lines, String visits) {
    return CohortReader.with(Dictionary.parse("d.csv", LINES + lines))
        .read(List.of(input("t", HIPS), input("v", visits)));
  }

  private static CsvInput input(String name, String table) {
    return CsvInput.of(
        name,
        () -> new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8)),
        CsvFormat.withDefaults());
  }

  /** Of the table of visits. */
  private static List<String> problems(CohortReading reading) {
    return reading.problems().stream()
        .map(Problem::text)
        .filter(text -> text.startsWith("v:"))
        .toList();
  }

  private static String told(Visit visit) {
    return visit.timepoint().code() + " " + visit.day() + " " + visit.status().code()
        + visit.scores().stream()
            .map(score -> " " + score.instrument().code() + "=" + score.points())
            .collect(Collectors.joining());
  }

  private static String told(CohortReading reading) {
    return reading.accepted().hips().stream()
        .flatMap(hip -> hip.visits().stream())
        .map(LongVisitsTest::told)
        .collect(Collectors.joining("; "));
  }

  /** Columns in another order than in the dictionary; the first treatment was on 1 January. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "80,1,L,M6,3,180,,,,,    | M6 180 done hhs=80.0 vas=3.0",
        "80,1,L,M6,3,180,,,,,45  | M6 180 done hhs=80.0 vas=3.0 vas_mm=45.0",
        ",1,L,M6,,180,,,,,       | M6 180 done",
        ",1,L,M6,,,2020-01-11,,,,| M6 10 done",
        "80,1,L,M6,,10,2020-01-11,,,, | M6 10 done hhs=80.0",
        "NI,1,L,M6,3,180,,,,,    | M6 180 done vas=3.0",
        "' 80 ',1,L,M6,3,180,,done,,, | M6 180 done hhs=80.0 vas=3.0",
        "80,' 1 ',L,M6,3,180,,,,, | M6 180 done hhs=80.0 vas=3.0",
        ",1,L,M6,,180,,missed,moved,, | M6 180 missed",
        ",1,L,M6,,180,,not_due,,, | M6 180 not_due",
        ",1,L,M6,,-9,,,,,        | ''",
        "NI,1,L,M6,NI,,,,,,      | ''",
        ",1,L,M6,,,,,,,          | ''"
      })
  void areReadAsTheyAre(String row, String visit) {
    String header = "hhs,id,side,visit,vas,day,date,status,why,x,mm\n";
    String lines = DATED + "v,x,ignored,,,,,,,,,\n";
    String told = visit.replace("'", "");
    CohortReading alone = read(lines, header + row.replace("'", "") + "\n");
    assertThat(told(alone)).isEqualTo(told);
    // the first row is read in another way than those behind it
    CohortReading behind =
        read(lines, header + "50,2,R,BL,7,0,,,,,\n" + row.replace("'", "") + "\n");
    assertThat(told(behind))
        .isEqualTo(told + (told.isEmpty() ? "" : "; ") + "BL 0 done hhs=50.0 vas=7.0");
    assertThat(problems(alone)).isEmpty();
    assertThat(problems(behind)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1,L,M6,,,,,80,, | day: is empty; days from the first treatment were expected, or a date in column date",
        "1,L,M6,11,2020-01-11,,,80,, | date: does not agree with column day; both must name one day, or one be empty",
        "2,R,M6,,2020-01-11,,,80,, | date: can be read only with the date of the first treatment of the hip (index_date)",
        "1,L,M6,180,,,,#N/A,, | hhs: holds an error of a spreadsheet",
        "1,L,M6,180,,,,101,, | hhs: Harris Hip Score [points] must lie in 0.0..100.0, but was 101.0",
        "1,L,M6,18x,,,,80,, | day: ",
        "1,L,M6,180,x,,,80,, | date: the text is no date",
        "1,L,M6,180,,xx,,80,, | status: ",
        "1,L,M6,,,done,,,, | day: is empty; days from the first treatment were expected, or a date in column date",
        "1,L,M6,180,,,moved,80,, | status: reason of a missed visit [text] must come with a visit that is missed, but the visit is done",
        "1,X,M6,180,,,,80,, | side: ",
        "1,L,M6x,180,,,,80,, | visit: ",
        "1,R,M6,180,,,,80,, | id: and side name a hip of which no row gives more; a hip with data was expected",
        ",L,M6,180,,,,80,, | id: is empty; a patient was expected",
        "1,,M6,180,,,,80,, | side: is empty; a side was expected",
        "1,L,,180,,,,80,, | visit: is empty; a planned visit was expected",
        "9,L,M6,180,,,,80,, | id: names a patient of whom no row gives the age; an age, or a date or year of birth, was expected"
      })
  void areToldInTheWordsOfTheTable(String row, String problem) {
    String header = "id,side,visit,day,date,status,why,hhs,vas,mm\n";
    for (String before : List.of("", "2,R,BL,0,,,,50,,\n")) {
      CohortReading reading = read(DATED, header + before + row + "\n");
      assertThat(problems(reading))
          .singleElement()
          .asString()
          .startsWith((before.isEmpty() ? "v:2" : "v:3") + ": column " + problem);
      assertThat(told(reading)).isEqualTo(before.isEmpty() ? "" : "BL 0 done hhs=50.0");
    }
  }

  @Test
  void comeOnce() {
    CohortReading reading = read(DATED, """
            id,side,visit,day,date,status,why,hhs,vas,mm
            1,L,M6,180,,,,80,,
            1,L,M12,360,,,,90,,
            1,L,M6,181,,,,81,,
            3,L,M6,180,,,,70,,
            """);
    assertThat(told(reading)).isEqualTo("M6 180 done hhs=80.0; M12 360 done hhs=90.0");
    assertThat(problems(reading))
        .containsExactly(
            "v:4: column visit: names a visit of this hip that line 2 gave already; one row"
                + " each was expected");
    assertThat(reading.following()).extracting(Problem::line).containsExactly(5L);
    // patients in turn
    String lines = LINES + DATED;
    assertThat(told(CohortReader.with(Dictionary.parse("d.csv", lines))
            .read(List.of(input("t", HIPS), input("v", """
            id,side,visit,day,date,status,why,hhs,vas,mm
            2,R,BL,0,,,,50,,
            1,L,M6,180,,,,80,,
            2,R,M6,181,,,,60,,
            1,L,M12,360,,,,90,,
            """)))))
        .isEqualTo("M6 180 done hhs=80.0; M12 360 done hhs=90.0; BL 0 done hhs=50.0;"
            + " M6 181 done hhs=60.0");
  }

  /** Where no column tells a day, each visit lies on its planned one, which UNS has not. */
  @Test
  void lieOnTheirPlannedDays() {
    String lines = "v,hhs,score:hhs,,,,,,,,,\n";
    CohortReading reading =
        read(lines, "id,side,visit,hhs\n1,L,BL,50\n1,L,M6,80\n2,R,M12,90\n1,L,UNS,70\n");
    assertThat(told(reading))
        .isEqualTo("BL 0 done hhs=50.0; M6 183 done hhs=80.0; M12 365 done hhs=90.0");
    assertThat(problems(reading))
        .containsExactly("v:5: column day: is empty; days from the first treatment were expected");
  }

  /** A score beyond its range is told where it is the only cell of its visit. */
  @Test
  void areToldWhereTheirOnlyCellCannotBeRead() {
    CohortReading reading =
        read("v,hhs,score:hhs,,,,,,,,,\n", "id,side,visit,hhs\n1,L,BL,50\n1,L,M6,101\n1,L,M12,x\n");
    assertThat(problems(reading)).hasSize(2).allMatch(problem -> problem.contains("column hhs: "));
    assertThat(told(reading)).isEqualTo("BL 0 done hhs=50.0");
  }

  /** A fixed visit of every row, and a column of each side. */
  @Test
  void mayBeThoseOfTheirLine() {
    String lines = LINES.substring(LINES.indexOf("v,id")).replace("v,visit,visit,,,,,,,,,\n", "");
    String hips = LINES.substring(0, LINES.indexOf("v,id"));
    Dictionary fixed = Dictionary.parse("d.csv", hips + lines + "v,hhs,score:hhs,M6,,,,,,,,\n");
    assertThat(told(CohortReader.with(fixed)
            .read(List.of(input("t", HIPS), input("v", "id,side,hhs\n2,R,60\n1,L,50\n")))))
        .isEqualTo("M6 183 done hhs=50.0; M6 183 done hhs=60.0");
    assertThat(told(
            read("v,hhs,score:hhs,M6,,,,,,,,\n", "id,side,visit,hhs\n2,R,BL,60\n1,L,M12,50\n")))
        .as("though a column plans another")
        .isEqualTo("M6 183 done hhs=50.0; M6 183 done hhs=60.0");
    CohortReading sided =
        read("v,hhs,score:hhs,,L,,,,,,,\n", "id,side,visit,hhs\n1,L,M6,50\n2,R,M6,60\n");
    assertThat(told(sided)).isEqualTo("M6 183 done hhs=50.0");
    assertThat(problems(sided))
        .containsExactly(
            "v:3: column hhs: holds a value of one side, but the row names the other side only;"
                + " an empty cell was expected");
  }

  /** After the replacement of the hip a visit is another, and after a death there is none. */
  @Test
  void areHeldAgainstTheReplacementAndTheDeath() {
    String lines = LINES + """
            t,tha,arthroplasty_day,,,,,,,,,
            t,dead,death_day,,,,,,,,,
            v,day,visit_day,,,,,,,,,
            v,hhs,score:hhs,,,,,,,,,
            """;
    CohortReading reading = CohortReader.with(Dictionary.parse("d.csv", lines))
        .read(List.of(
            input("t", "id,age,side,start,tha,dead\n1,40,L,,100,\n2,50,R,,,100\n"),
            input("v", """
            id,side,visit,day,hhs
            1,L,BL,0,50
            1,L,M3,100,60
            1,L,M6,101,70
            2,R,M3,100,80
            2,R,M6,101,90
            """)));
    assertThat(told(reading))
        .isEqualTo("BL 0 done hhs=50.0; M3 100 done hhs=60.0; M6 101 after_arthroplasty hhs=70.0;"
            + " M3 100 done hhs=80.0");
    assertThat(problems(reading))
        .singleElement()
        .asString()
        .startsWith("v:6: column day: lies after the death of the patient");
  }

  @Test
  void areUnplannedWhereNoColumnPlansThem() {
    Dictionary dictionary = Dictionary.parse(
        "d.csv",
        LINES.replace("v,visit,visit,,,,,,,,,\n", "")
            + "v,day,visit_day,,,,,,,,,\nv,hhs,score:hhs,,,,,,,,,\n");
    assertThat(told(CohortReader.with(dictionary)
            .read(
                List.of(input("t", HIPS), input("v", "id,side,day,hhs\n1,L,10,50\n1,L,20,60\n")))))
        .isEqualTo("UNS 10 done hhs=50.0; UNS 20 done hhs=60.0");
  }

  /** Two columns of one meaning must agree where both are filled. */
  @Test
  void mayHaveTwoColumnsOfOneMeaning() {
    String lines = "v,a,score:hhs,,,,,,,,,\nv,b,score:hhs,,,,,,,,,\n";
    CohortReading reading =
        read(lines, "id,side,visit,a,b\n1,L,BL,50,\n1,L,M6,,60\n2,R,M6,70,70\n2,R,M12,80,81\n");
    assertThat(told(reading))
        .isEqualTo("BL 0 done hhs=50.0; M6 183 done hhs=60.0; M6 183 done hhs=70.0");
    assertThat(problems(reading))
        .containsExactly("v:5: column a: differs from another column with the same meaning; one"
            + " value was expected");
  }

  @Test
  void countTheirMissingCells() {
    CohortReading reading = read(
        DATED,
        "id,side,visit,day,date,status,why,hhs,vas,mm\n1,L,M6,180,,,,NI,3,\n1,L,M12,-9,,,,NI,NI,\n");
    assertThat(reading.missing().stream().map(MissingCells::text))
        .containsExactly(
            "v: column day: -9 in 1 cell",
            "v: column hhs: NI in 2 cells",
            "v: column vas: NI in 1 cell");
    assertThat(reading.accepted().hips().get(0).visits().get(0).score(Instruments.PAIN_VAS_CM))
        .isPresent();
  }
}
