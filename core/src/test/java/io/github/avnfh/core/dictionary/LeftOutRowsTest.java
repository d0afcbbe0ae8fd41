package io.github.avnfh.core.dictionary;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.core.Satisfaction;
import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.csv.CsvFormat;
import io.github.avnfh.core.csv.CsvInput;
import io.github.avnfh.core.csv.Problem;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One problem leaves out a patient or a hip, and the rows that hang on these follow silently. */
class LeftOutRowsTest {
  private static final String LINES = """
      source,column,means,visit,side,codes,missing,unit,dates,rows,several,note
      t,id,patient,,,,,,,,,
      t,age,age_years,,,,,,,,,
      t,side,side,,,,,,,,,
      """;
  private static final String AGE =
      "age at enrollment [years] must lie in 0.0..120.0, and this cell does not";
  private static final String WITHOUT_INDEX =
      "can be read only if the date of the first treatment of the patient is known";

  private static CohortReading read(String lines, String... tables) {
    List<CsvInput> inputs = new ArrayList<>();
    for (String table : tables) {
      inputs.add(CsvInput.of(
          inputs.isEmpty() ? "t" : "v",
          () -> new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8)),
          CsvFormat.withDefaults()));
    }
    return CohortReader.with(Dictionary.parse("d.csv", lines)).read(inputs);
  }

  private static List<String> problems(CohortReading reading) {
    return reading.problems().stream().map(Problem::text).toList();
  }

  private static List<String> following(CohortReading reading) {
    return reading.following().stream()
        .map(problem -> problem.text())
        .map(text -> {
          assertThat(text)
              .endsWith(": names a patient or a hip that was left out for another problem");
          return text.substring(0, text.indexOf(": names"));
        })
        .toList();
  }

  private static final String KEYS = "v,id,patient,,,,,,,,,\nv,side,side,,,,,,,,,\n";

  /** Visits, images, treatments and events of a patient whose age is refused. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "v,x,score:hhs,M6,,,,,,,, | 80",
        "v,x,edema,M6,,,,,,,, | 1",
        "v,x,event_term,,,,,,,,, | fever",
        "v,x,injection_day,,,,,,,,, | 3",
        "v,x,steinberg_stage,,,,,,,,, | II"
      })
  void followTheirPatient(String line, String cell) {
    String constants = line.contains("event") ? "v,,event_day,,,=3,,,,,,\n" : "";
    CohortReading reading = read(
        LINES + "t,w,weight_kg,,,,,,,,,\n" + KEYS + line + "\n" + constants,
        "id,age,side,w\n1,140,L,\n1,,R,\n2,40,L,70\n",
        "id,side,x\n1,L," + cell + "\n2,L," + cell + "\n1,R," + cell + "\n");
    assertThat(problems(reading)).containsExactly("t:2: column age: " + AGE);
    assertThat(following(reading))
        .containsExactly("t:3: column id", "v:2: column id", "v:4: column id");
    assertThat(reading.accepted().patients()).hasSize(1);
  }

  /** So does another row of one table that tells of patients and of visits. */
  @Test
  void followTheirPatientInTheSameTable() {
    CohortReading reading = read(
        LINES + "t,hhs,score:hhs,M6,,,,,,,,\n",
        "id,age,side,hhs\n1,140,L,80\n1,,R,\n2,40,L,90\n2,,R,\n");
    assertThat(problems(reading)).containsExactly("t:2: column age: " + AGE);
    assertThat(following(reading)).containsExactly("t:3: column id");
  }

  /** A cell that cannot be read leaves the patient out though another row tells the same. */
  @Test
  void leaveOutAPatientOfWhomOneCellCannotBeRead() {
    CohortReading reading = read(
        LINES + "t,sex,sex,,,1=M;2=F,,,,,,\n",
        "id,age,side,sex\n1,40,L,1\n1,40,R,3\n2,50,L,3\n2,50,R,1\n3,60,L,1\n");
    assertThat(reading.problems()).extracting(Problem::line).containsExactly(3L, 4L);
    assertThat(reading.accepted().patients()).hasSize(1);
  }

  /** Images are those of a reader, and unplanned ones those of a day. */
  @Test
  void areNoImagesThatNothingWasSeenOn() {
    String lines = LINES + KEYS + """
        v,visit,visit,,,,,,,,,
        v,day,images_day,,,,,,,,,
        v,reader,reader,,,,,,,,,
        v,edema,edema,,,,,,,,,
        """;
    CohortReading reading = read(lines, "id,age,side\n1,40,L\n2,140,L\n", """
            id,side,visit,day,reader,edema
            1,L,M6,180,A,1
            1,L,M6,180,B,0
            1,L,UNS,10,A,1
            1,L,UNS,20,A,1
            2,L,,,,
            2,L,M6,180,A,1
            """);
    assertThat(problems(reading)).containsExactly("t:3: column age: " + AGE);
    assertThat(following(reading)).containsExactly("v:7: column id");
    assertThat(reading.accepted().hips().get(0).imageReadings()).hasSize(4);
  }

  /** A hip of a patient is left out alone, with its treatments, visits and images. */
  @Test
  void followTheirHip() {
    String lines = LINES + """
        t,seen,last_seen_day,,,,,,,,,
        t,inj,injection_day,,,,,,,,,
        v,id,patient,,,,,,,,,
        v,side,side,,,,,,,,,
        v,hhs,score:hhs,M6,,,,,,,,
        v,edema,edema,M6,,,,,,,,
        v,kind,procedure,,,,,,,,,
        v,day,procedure_day,,,,,,,,,
        """;
    CohortReading reading = read(
        lines,
        "id,age,side,seen,inj\n1,40,L,-5,2\n1,40,R,0,2\n1,40,L,,\n1,40,R,,\n1,40,both,,\n",
        """
            id,side,hhs,edema,kind,day
            1,L,80,,,
            1,R,90,,,
            1,L,,1,,
            1,R,,1,,
            1,L,,,decompression,0
            1,R,,,decompression,0
            1,both,,,decompression,1
            """);
    assertThat(problems(reading))
        .containsExactly("t:2: column seen: lies before the first treatment of the hip; day 0 or"
            + " later was expected");
    assertThat(following(reading))
        .containsExactly(
            "t:4: column id",
            "v:2: column id",
            "v:4: column id",
            "v:6: column id",
            "v:8: column id");
    assertThat(reading.accepted().hips()).singleElement().satisfies(hip -> {
      assertThat(hip.visits()).hasSize(1);
      assertThat(hip.imageReadings()).hasSize(1);
      assertThat(hip.injections()).hasSize(1);
      assertThat(hip.decompressions()).hasSize(2);
    });
  }

  /** Where the side of a hip could not be read, rows that name one are not told again. */
  @Test
  void followAHipWhoseSideCouldNotBeRead() {
    CohortReading reading = read(
        LINES.replace("side,side,,,", "side,side,,,l=L;r=R") + "t,stage,steinberg_stage,,,,,,,,,\n"
            + KEYS + "v,hhs,score:hhs,M6,,,,,,,,\n",
        "id,age,side,stage\n1,40,X,II\n2,50,l,\n",
        "id,side,hhs\n1,L,80\n2,L,90\n2,R,70\n");
    assertThat(problems(reading))
        .containsExactly(
            "t:2: column side: the text is no code that was declared; one of l, r was expected",
            "v:4: column id: and side name a hip of which no row gives more; a hip with data was"
                + " expected");
    assertThat(following(reading)).containsExactly("v:2: column id");
    assertThat(reading.accepted().hips()).hasSize(1);
  }

  @Test
  void areTheOnesOfAnotherTableLast() {
    CohortReading reading = read(
        LINES + KEYS + "v,hhs,score:hhs,M6,,,,,,,,\n",
        "id,age,side\n1,40,L\n2,50,L\n3,140,L\n",
        "id,side,hhs\n1,L,101\n2,L,90\n");
    assertThat(reading.problems())
        .extracting(problem -> problem.file() + ":" + problem.line())
        .containsExactly("t:4", "v:2");
  }

  @Test
  void areNoneInTablesWithoutRows() {
    assertThat(problems(read(LINES, "id,age,side\n")))
        .containsExactly("t:2: column 1: no row follows the header; at least one was expected");
    assertThat(problems(read(
            LINES + KEYS + "v,hhs,score:hhs,M6,,,,,,,,\nv,vas,score:vas,M6,,,,,,,,\n",
            "id,age,side\n1,40,L\n",
            "id,side,hhs\n1,L,80\n")))
        .containsExactly(
            "v:1: column vas: is missing from the header; the dictionary has a line" + " for it");
    assertThat(problems(read(
            LINES + KEYS
                + "t,age,steinberg_stage,,,40=II,,,,,,\nv,form,condition,,,,,,,,,\nv,hhs,score:hhs,M6,,,,,,form=a,,\n",
            "id,age,side\n1,40,L\n",
            "id,side,form,hhs\n1,L,a,80\n1,L,b,90\n")))
        .containsExactly("v:3: column hhs: holds a value, but no line of the dictionary for this"
            + " column applies to this row; an empty cell was expected, or a line for such rows,"
            + " if only one that means ignored");
  }

  /** Days are counted from the first treatment; without its date they are not known. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "birth_date | 1980-03-01 | 2020-02-29 | age 39",
        "birth_date | 1980-03-01 | 2020-03-01 | age 40",
        "birth_date | 1980-03-01 | '' | t:2: column x",
        "birth_date | 1980-03-01 | x | ''",
        "birth_date | x | 2020-03-01 | ''",
        "birth_year | 1980 | 2020-03-01 | age 40",
        "birth_year | 1980 | '' | t:2: column x",
        "death_date | 2020-03-11 | 2020-03-01 | death 10",
        "death_date | 2020-03-11 | '' | t:2: column x",
        "death_date | 2020-03-11 | x | ''",
        "lost_date | 2020-03-11 | 2020-03-01 | lost 10",
        "lost_date | 2020-03-11 | '' | t:2: column x",
        "event_date | 2020-03-11 | 2020-03-01 | event 10",
        "event_date | 2020-03-11 | '' | t:2: column x"
      })
  void countDaysFromTheFirstTreatment(String means, String date, String index, String told) {
    boolean isBirth = means.startsWith("birth");
    String lines = (isBirth ? LINES.replace("t,age,age_years,,,,,,,,,\n", "") : LINES)
        + "t,start,index_date,,,,,,yyyy-MM-dd,,,\n"
        + "t,x," + means + ",,,,,," + (means.equals("birth_year") ? "" : "yyyy-MM-dd") + ",,,\n"
        + (means.startsWith("event") ? "t,,event_term,,,=fever,,,,,,\n" : "");
    String table = "id," + (isBirth ? "" : "age,") + "side,start,x\n1," + (isBirth ? "" : "40,")
        + "L," + index + "," + date + "\n";
    CohortReading reading = read(lines, table.replace("'", ""));
    Cohort cohort = reading.accepted();
    List<String> all = new ArrayList<>();
    cohort.patients().forEach(patient -> {
      if (isBirth) {
        all.add("age " + patient.ageYears());
      }
      patient.deathDay().ifPresent(day -> all.add("death " + day));
      patient.lostDay().ifPresent(day -> all.add("lost " + day));
    });
    cohort.adverseEvents().forEach(event -> all.add("event " + event.day()));
    problems(reading).stream()
        .filter(problem -> problem.contains(WITHOUT_INDEX))
        .forEach(problem -> all.add(problem.replace(": " + WITHOUT_INDEX, "")));
    assertThat(all).isEqualTo(told.equals("''") || told.isEmpty() ? List.of() : List.of(told));
    boolean isRead = told.contains(" ") && !told.contains("column");
    assertThat(reading.problems()).hasSize(isRead ? 0 : 1);
    // an event is left out alone
    assertThat(cohort.patients()).hasSize(isRead || means.startsWith("event") ? 1 : 0);
  }

  /** That a hip was replaced must agree with the day of it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 | 100 | 0 | ''",
        "0 | | 0 | ''",
        "1 | | 1 | says that the hip was replaced, but not when; a date of the arthroplasty was expected",
        "0 | 100 | 1 | says that the hip was not replaced, but an arthroplasty is dated; they must agree"
      })
  void leaveOutAHipWhoseArthroplastyContradictsItself(
      String replaced, String day, int leftOut, String problem) {
    CohortReading reading = read(
        LINES + "t,tha,arthroplasty,,,,,,,,,\nt,day,arthroplasty_day,,,,,,,,,\n",
        "id,age,side,tha,day\n1,40,L," + replaced + "," + (day == null ? "" : day) + "\n");
    assertThat(problems(reading))
        .isEqualTo(leftOut == 0 ? List.of() : List.of("t:2: column tha: " + problem));
    assertThat(reading.accepted().hips()).hasSize(1 - leftOut);
  }

  /** Numbers are the same however they are written; texts are not. */
  @ParameterizedTest
  @CsvSource({
    "90, 90.0, 0",
    "-5, -5.0, 0",
    "0.5, .5, 0",
    "90, 91, 1",
    "1.2.3, 1.2.4, 1",
    "-, ., 1",
    "5-3, 5-4, 1",
    "٤, 4, 1",
    "a1, a1.0, 1",
    "moved, moved, 0"
  })
  void agreeWithEachOther(String one, String other, int contradictions) {
    CohortReading reading = read(
        LINES + "t,why,lost_reason,,,,,,,,,\nt,lost,lost_day,,,,,,,,,\n",
        "id,age,side,why,lost\n1,40,L," + one + ",9\n1,40,R," + other + ",9\n");
    assertThat(problems(reading))
        .hasSize(contradictions)
        .allMatch(problem -> problem.equals(
            "t:3: column why: contradicts line 2 about the same patient; equal values or an empty cell"
                + " were expected"));
  }

  @Test
  void mayTellHowSatisfiedAPatientIs() {
    CohortReading reading = read(
        LINES + "t,sat,satisfaction,,,,,,,,,\n",
        "id,age,side,sat\n1,40,L,satisfied\n2,140,L,satisfied\n3,50,L,\n");
    assertThat(reading.accepted().satisfaction().values()).containsExactly(Satisfaction.SATISFIED);
    assertThat(problems(reading)).containsExactly("t:3: column age: " + AGE);
  }

  /** An injection whose date cannot be read is none, and the others are numbered without it. */
  @Test
  void numberInjectionsByTheirDates() {
    String lines = LINES + """
            t,start,index_date,,,,,,yyyy-MM-dd,,,
            t,inj,injection_date,,,,,,yyyy-MM-dd,,,
            t,cd,decompression_date,,,,,,yyyy-MM-dd,,,
            """;
    CohortReading reading = read(lines, """
            id,age,side,start,inj,cd
            1,40,L,2020-01-01,2020-02-01,2020-01-01
            1,40,L,,2020-01-01,
            1,40,L,,2020-02-01,
            1,40,L,,x,
            """);
    assertThat(problems(reading)).hasSize(1);
    assertThat(reading.accepted().hips().get(0).injections())
        .extracting(injection -> injection.number() + " " + injection.day())
        .containsExactly("1 0", "2 31");
    assertThat(reading.accepted().hips().get(0).decompressions()).hasSize(1);
  }
}
