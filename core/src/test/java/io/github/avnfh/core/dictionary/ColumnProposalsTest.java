package io.github.avnfh.core.dictionary;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.core.Instrument;
import io.github.avnfh.core.Quantity;
import io.github.avnfh.core.csv.CsvFormat;
import io.github.avnfh.core.csv.CsvInput;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole line that is proposed for a column, by its name, its cells and the other columns. */
class ColumnProposalsTest {
  private static CsvInput input(String table) {
    byte[] bytes = table.getBytes(StandardCharsets.UTF_8);
    return CsvInput.of("t", () -> new ByteArrayInputStream(bytes), CsvFormat.withDefaults());
  }

  private static Inspection inspect(String table) {
    return Inspection.of(List.of(input(table)));
  }

  /** The lines of the columns, without the source, the version and the quotation marks. */
  private static List<String> lines(String table) {
    return inspect(table)
        .text()
        .lines()
        .skip(2)
        .map(line -> line.substring(2).replace("\"", ""))
        .toList();
  }

  private static String column(String name, String cells) {
    String[] texts = cells.split(",", -1);
    return "id," + name + "\n"
        + IntStream.range(0, texts.length)
            .mapToObj(row -> row + "," + texts[row].strip() + "\n")
            .collect(Collectors.joining());
  }

  private static void assertProposed(String name, String cells, String line) {
    assertThat(lines(column(name, cells)))
        .containsExactly("id,patient,,,,,,,,,name of an identifier", name + "," + line);
  }

  /** Each range at its end and beyond it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "age | 120, 0 | age_years,,,,,,,,,name, and numbers in its range",
        "age | 121, 0 | ?age_years,,,,,,,,,name, but numbers beyond its range",
        "birth | 1850, 2100 | birth_year,,,,,,,,,name, and numbers in its range",
        "birth | 1849, 2100 | ignored,,,,,,,,,not understood: the name of birth_date, but no one way to write dates",
        "birth | 1850, 2101 | ignored,,,,,,,,,not understood: the name of birth_date, but no one way to write dates",
        "height | 1.7, 2.6 | height_cm,,,,,m,,,,name, and numbers in its range",
        "height | 0.3, 1.2 | height_cm,,,,,m,,,,name, and numbers in its range",
        "height | 0.2, 1.2 | ?height_cm,,,,,,,,,name, but numbers beyond its range",
        "height | 30, 260 | height_cm,,,,,,,,,name, and numbers in its range",
        "height | 29, 170 | ?height_cm,,,,,,,,,name, but numbers beyond its range",
        "height | 170, 261 | ?height_cm,,,,,,,,,name, but numbers beyond its range",
        "weight | 400, 70 | weight_kg,,,,,,,,,name, and numbers in its range",
        "weight L | 70, 80 | weight_kg,,,,,,,,,name, and numbers in its range",
        "weight L | 401, 70 | ?weight_kg,,L,,,,,,,name, but numbers beyond its range",
        "weight | 401, 70 | ?weight_kg,,,,,,,,,name, but numbers beyond its range",
        "hb | 30, 1 | hemoglobin_g_per_dL,,,,,,,,,name, and numbers in its range",
        "hb | 31, 1 | ?hemoglobin_g_per_dL,,,,,,,,,name, but numbers beyond its range",
        "inr | 31, 1 | ?inr,,,,,,,,,name, but numbers beyond its range",
        "crea | 5000000, 1 | creatinine_mg_per_dL,,,,,,,,,name, and numbers in its range",
        "crea | 5000001, 1 | ?creatinine_mg_per_dL,,,,,,,,,name, but numbers beyond its range",
        "plt | 150, 2000 | platelets_per_uL,,,,,x10^9/L,,,,name, and numbers as per 10^9/L",
        "plt | 150, 2001 | platelets_per_uL,,,,,,,,,name, and numbers in its range",
        "wbc | 7, -2 | ?leukocytes_per_uL,,,,,,,,,name, but numbers beyond its range",
        "VAS M6 | 7, 10 | score:vas,M6,,,,,,,,name, and numbers in its range",
        "VAS M6 | 7, 10.1 | score:vas_mm,M6,,,,,,,,name, and numbers in its range",
        "VAS M6 (mm) | 7, 10 | score:vas_mm,M6,,,,,,,,name, and numbers in its range",
        "VAS M6 | 7, 101 | ?score:vas_mm,M6,,,,,,,,name, but numbers beyond its range",
        "HHS M6 | 0, 100 | score:hhs,M6,,,,,,,,name, and numbers in its range",
        "HHS M6 | 0, 101 | ?score:hhs,M6,,,,,,,,name, but numbers beyond its range",
        "lesion percent M6 | 100, 1 | lesion_percent,M6,,,,,,,,name, and numbers in its range",
        "lesion percent M6 | 101, 1 | ?lesion_percent,M6,,,,,,,,name, but numbers beyond its range",
        "depression M6 | 60, 1 | depression_mm,M6,,,,,,,,name, and numbers in its range",
        "depression M6 | 61, 1 | ?depression_mm,M6,,,,,,,,name, but numbers beyond its range"
      })
  void asksWhereNumbersLieBeyondTheRangeOfTheirName(String name, String cells, String line) {
    assertProposed(name, cells, line);
  }

  /** A code for a missing value is a text, or a number that cannot be one of the column. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "age | 999, 40 | age_years,,,,999,,,,,name, and numbers in its range",
        "age | 99, 40 | age_years,,,,,,,,,name, and numbers in its range",
        "age | n.a., 40 | age_years,,,,n.a.,,,,,name, and numbers in its range",
        "age | x, 40 | ignored,,,,,,,,,not understood: the name of age_years, but not its numbers",
        "age | 999, 999 | age_years,,,,999,,,,,name, and numbers in its range",
        "HHS M6 | -9, 50 | score:hhs,M6,,,-9,,,,,name, and numbers in its range",
        "sex | ?, M | sex,,,,?,,,,,name, and known codes",
        "index date | 2020-01-02, 99 | index_date,,,,99,,yyyy-MM-dd,,,name, and dates written in one way"
      })
  void tellsCodesForMissingValues(String name, String cells, String line) {
    assertProposed(name, cells, line);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sex | F, M | sex,,,,,,,,,name, and known codes",
        "sex | f, m | sex,,,f=F;m=M,,,,,,name, and known codes",
        "sex | 1, 2 | sex,,,1=?;2=?,,,,,,name, and known codes",
        "cause | steroid, alcohol | etiology,,,steroid=corticosteroid;alcohol=alcohol,,,,,,name, and known codes",
        "etiology___1 | 1, 0 | etiology,,,1=?;0=,,,,,multifactorial,name; a box that is checked or not",
        "prior surgery | yes, no | prior_surgery,,,yes=1;no=0,,,,,,name, and known codes",
        "prior surgery | 1, 0 | prior_surgery,,,,,,,,,name, and known codes",
        "AE grade | 1, 5 | event_severity,,,1=mild;2=moderate;3=severe;4=life_threatening;5=fatal,,,,,,name; grades 1 to 5 of adverse events",
        "AE grade | 0, 5 | event_severity,,,0=?;5=?,,,,,,name",
        "AE grade | 1, 6 | event_severity,,,1=?;6=?,,,,,,name",
        "AE grade | mild, severe | event_severity,,,mild=mild;severe=severe,,,,,,name",
        "AE term | pain, fever | event_term,,,,,,,,,name of adverse events",
        "xyz | left, right | side,,,left=L;right=R,,,,,,name, and known codes",
        "xyz | female, male | sex,,,female=F;male=M,,,,,,name, and known codes",
        "xyz | f, m | ignored,,,,,,,,,not understood",
        "xyz | steroid, blue | ignored,,,,,,,,,not understood",
        "xyz | 6 months, 1 year | visit,,,6 months=M6;1 year=M12,,,,,,name, and known moments"
      })
  void takesKnownWordsAndAsksWhatNumbersMean(String name, String cells, String line) {
    assertProposed(name, cells, line);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "stage | II, III | ?steinberg_stage or stage:ficat or stage:arco1994 or stage:arco2019,,,,,,,,,name; the stages fit several systems",
        "stage | 2, 3 | ?steinberg_stage,,,2=?;3=?,,,,,,name; what do the codes mean?",
        "stage L | x, - | ?steinberg_stage,,L,x=?,-,,,,,name; what do the codes mean?",
        "steinberg R | II, IIIA | steinberg_stage,,R,,,,,,,name, and stages of this system only",
        "steinberg | II, n/a | steinberg_stage,,,,n/a,,,,,name, and stages of this system only",
        "arco | II, III | ?stage:arco1994 or stage:arco2019,,,,,,,,,name; the stages fit several systems",
        "arco | 2, 9 | ?stage:arco1994 or stage:arco2019,,,2=?;9=?,,,,,,name; what do the codes mean?",
        "arco 2019 | IIIA, II | stage:arco2019,,,,,,,,,name, and stages of this system only",
        "arco 1994 | II, III | stage:arco1994,,,,,,,,,name, and stages of this system only",
        "jic | A, C1 | stage:jic_type,,,,,,,,,name, and stages of this system only",
        "jic | 1, 3 | stage:jic_stage,,,,,,,,,name, and stages of this system only",
        "jic | x, y | ?stage:jic_stage or stage:jic_type,,,x=?;y=?,,,,,,name; what do the codes mean?",
        "ficat | I, 7 | stage:ficat,,,I=?;7=?,,,,,,name; what do the codes mean?"
      })
  void tellsTheSystemOfStagesWhereOnlyOneFits(String name, String cells, String line) {
    assertProposed(name, cells, line);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "death | yes, no | ignored,,,,,,,,,says whether, but not when; name a date too",
        "death | 100, 30 | death_day,,,,,?days, weeks, months or years,,,,name, and numbers from the first treatment on",
        "death months | 100, 30 | death_day,,,,,months,,,,name, and numbers from the first treatment on",
        "death | 36525, 100 | death_day,,,,,?days, weeks, months or years,,,,name, and numbers from the first treatment on",
        "death | 100, -9 | death_day,,,,-9,?days, weeks, months or years,,,,name, and numbers from the first treatment on",
        "death | 2020-01-02, 2020-03-04 | death_date,,,,,,yyyy-MM-dd,,,name, and dates written in one way",
        "lost | perhaps, 2 | ignored,,,,,,,,,not understood: the name of lost, but no date and no number",
        "THA L | yes, no | arthroplasty,,L,yes=1;no=0,,,,,,name, and known codes",
        "THA L | 100, 30 | arthroplasty_day,,L,,,?days, weeks, months or years,,,,name, and numbers from the first treatment on",
        "THA | 40000, 41000 | arthroplasty_date,,,,,,excel,,,name, and days counted by a spreadsheet",
        "THA or last follow-up months | 12.5, 24 | ?arthroplasty_day or last_seen_day,,,,,months,,,,name of both; two lines, each with its rows, tell which it is",
        "last seen | BL, M6 | visit,,,,,,,,,name, and known moments",
        "last seen | 6 months, 1 year | visit,,,6 months=M6;1 year=M12,,,,,,name, and known moments",
        "last seen | 1, 0 | ignored,,,,,,,,,says whether, but not when; name a date too",
        "death | , | death_day,,,,,,,,,holds nothing, so that there was none",
        "THA L | , | arthroplasty_day,,L,,,,,,,holds nothing, so that there was none",
        "lost | -, | lost_day,,,,-,,,,,holds nothing, so that there was none",
        "last seen | , | ignored,,,,,,,,,holds nothing",
        "hhs | , | ignored,,,,,,,,,holds nothing"
      })
  void tellsTimesOfEventsAndThoseThatDidNotHappen(String name, String cells, String line) {
    assertProposed(name, cells, line);
  }

  /** Days of a spreadsheet from 20,001 (1954) to 59,999 (2064); eight digits from 1900 to 2100. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "index date | 20001, 59999 | index_date,,,,,,excel,,,name, and days counted by a spreadsheet",
        "index date | 20000, 59999 | ignored,,,,,,,,,not understood: the name of index_date, but no one way to write dates",
        "index date | 20001, 60000 | ignored,,,,,,,,,not understood: the name of index_date, but no one way to write dates",
        "index date | 19000101, 21001231 | index_date,,,,,,yyyyMMdd,,,name, and dates written in one way",
        "index date | 18991231, 20200102 | ignored,,,,,,,,,not understood: the name of index_date, but no one way to write dates",
        "index date | 20200102, 21010101 | ignored,,,,,,,,,not understood: the name of index_date, but no one way to write dates",
        "index date | 1/2/2020, 3/4/2020 | index_date,,,,,,?dd/MM/yyyy or MM/dd/yyyy,,,name; day or month first?",
        "index date | 13/2/2020, 3/4/2020 | index_date,,,,,,dd/MM/yyyy,,,name, and dates written in one way",
        "index date | 99, 99 | ignored,,,,,,,,,not understood: the name of index_date, but no one way to write dates",
        "AE date | 2020-01-02, 2020-05-06 | event_date,,,,,,yyyy-MM-dd,,,name, and dates written in one way",
        "visit date | 2020-01-02, 2020-05-06 | ?visit_date,,,,,,yyyy-MM-dd,,,name, and dates written in one way; at which visit? name it in column visit",
        "operation | 2020-01-02, 2020-02-03 | index_date,,,,,,yyyy-MM-dd,,,name, and dates written in one way",
        "operation | 43000, 43100 | index_date,,,,,,excel,,,name, and days counted by a spreadsheet"
      })
  void tellsHowDatesAreWritten(String name, String cells, String line) {
    assertProposed(name, cells, line);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "visit | 6, 12 | visit,,,,,months,,,,name, and numbers of months",
        "visit | 1, 2 | visit,,,1=?;2=?,,,,,,name, and known moments",
        "visit | 1, 6 | visit,,,1=?;6=?,,,,,,name, and known moments",
        "visit | BL, M6 | visit,,,,,,,,,name, and known moments",
        "visit | baseline, M6 | visit,,,baseline=BL;M6=M6,,,,,,name, and known moments",
        "month | 1, 2 | visit,,,,,months,,,,name, and numbers of months",
        "name | Ann, Bob | ignored,,,,,,,,,tells who the patient is",
        "remarks | abc, def | ignored,,,,,,,,,free text",
        "x complete | 2, 2 | ignored,,,,,,,,,part of the form",
        "redcap repeat instrument | hip, visit | condition,,,,,,,,,part of the form"
      })
  void tellsVisitsAndWhatIsNoDatum(String name, String cells, String line) {
    assertProposed(name, cells, line);
  }

  /** Up to 30 categories are asked for; more are free text. */
  @Test
  void takesThirtyTextsForCategoriesAndNoMore() {
    String thirty =
        IntStream.range(0, 30).mapToObj(code -> "c" + code).collect(Collectors.joining(","));
    String asked = thirty.replaceAll("(c[0-9]+)", "$1=?").replace(",", ";");
    assertProposed("sex", thirty, "sex,,," + asked + ",,,,,,name, and known codes");
    assertProposed(
        "sex",
        thirty + ",c30",
        "ignored,,,,,,,,,not understood: the name of sex, but too many codes");
    assertProposed(
        "operation",
        thirty + ",c30",
        "ignored,,,,,,,,,not understood: the name of an operation, but too many codes");
    assertProposed(
        "visit",
        thirty + ",c30",
        "ignored,,,,,,,,,not understood: the name of a visit, but too many codes");
  }

  /** A column of visits makes it clear at which visit its neighbors were measured. */
  @Test
  void asksForNoVisitWhereAColumnTellsIt() {
    assertThat(lines("id,side,visit,hhs,lesion\n1,L,6,80,30\n1,L,12,90,31\n"))
        .containsExactly(
            "id,patient,,,,,,,,,name of an identifier",
            "side,side,,,,,,,,,name, and known codes",
            "visit,visit,,,,,months,,,,name, and numbers of months",
            "hhs,score:hhs,,,,,,,,,name, and numbers in its range",
            "lesion,lesion_percent,,,,,,,,,name, and numbers in its range");
    assertThat(lines("id,hhs\n1,80\n1,90\n").get(1))
        .isEqualTo("hhs,?score:hhs,,,,,,,,,name, and numbers in its range; at which visit? name it"
            + " in column visit");
  }

  @Test
  void takesTheFirstOfTwoColumnsWithOneMeaning() {
    assertThat(lines("id,dob,age,Age at surgery\n1,1950-01-02,40,41\n2,1951-02-03,50,51\n"))
        .containsExactly(
            "id,patient,,,,,,,,,name of an identifier",
            "dob,ignored,,,,,,,,,the age has a column",
            "age,age_years,,,,,,,,,name, and numbers in its range",
            "Age at surgery,ignored,,,,,,,,,not understood: column age has the same meaning");
    assertThat(inspect("id,age,Age at surgery\n1,40,41\n").notUnderstood())
        .containsExactly("t: column Age at surgery");
  }

  /** Each box of a list of causes may be checked, and a form has a key for each side. */
  @Test
  void takesEachBoxOfOneMeaning() {
    assertThat(lines("id,cause___1,cause___2,hip side,v side\n1,1,0,L,L\n2,0,1,R,R\n"))
        .noneMatch(line -> line.contains("same meaning"));
  }

  /** The decimal sign is that of the file where no number contradicts it. */
  @Test
  void tellsADecimalComma() {
    assertThat(lines("id;vas M6\n1;7,5\n2;3\n").get(0))
        .isEqualTo(",source,,,decimal=,,,,,,,how the file is written");
    assertThat(lines("id;vas M6\n1;7,5\n2;3.5\n").get(0)).startsWith("id,patient");
    assertThat(lines("id;vas M6;hhs M6\n1;7,5;50.5\n").get(0)).startsWith("id,patient");
  }

  @Test
  void tellsFromWhenToWhenDatesLie() {
    Inspection inspection =
        inspect("id,dob,index date,death\n1,1950-01-02,2020-03-04,2022-05-06\n2,,2019-02-03,\n");
    assertThat(inspection.span()).containsExactly(YearMonth.of(2019, 2), YearMonth.of(2022, 5));
    assertThat(inspection.rows()).containsExactly(Map.entry("t", 2L));
    assertThat(inspection).hasToString("Inspection{4 lines, 0 undecided}");
    assertThat(inspect("id,index date\n1,1/2/2020\n").span()).isEmpty();
  }

  /** A column is the score of an instrument that the caller names; 9 is one of its points. */
  @Test
  void tellsTheScoresOfFurtherInstruments() {
    Instrument own = Instrument.of(
        "own_score", Quantity.of("own", "points", 0, 9), Instrument.Direction.HIGHER_IS_BETTER);
    assertThat(List.of("9", "10", "99").stream()
            .map(points -> Inspection.of(
                    List.of(input("id,visit,Own score\n1,BL,8\n1,M6," + points + "\n")),
                    List.of(own))
                .text()
                .lines()
                .skip(4)
                .findFirst()
                .orElseThrow()))
        .containsExactly(
            "t,Own score,score:own_score,,,,,,,,,\"name, and numbers in its range\"",
            "t,Own score,?score:own_score,,,,,,,,,\"name, but numbers beyond its range\"",
            "t,Own score,score:own_score,,,,99,,,,,\"name, and numbers in its range\"");
  }

  /** Names are those of the character set that the bytes are likely written in. */
  @Test
  void readsNamesInTheLikelyCharacterSet() {
    byte[] table =
        "id,Côté,Stade opéré\n1,G,II\n2,D,III\n".getBytes(Charset.forName("windows-1252"));
    Inspection inspection = Inspection.of(
        List.of(CsvInput.of("t", () -> new ByteArrayInputStream(table), CsvFormat.withDefaults())));
    assertThat(inspection.text().lines().skip(2))
        .containsExactly(
            "t,,source,,,charset=windows-1252,,,,,,how the file is written: the likely character"
                + " set",
            "t,id,patient,,,,,,,,,name of an identifier",
            "t,Côté,side,,,G=L;D=R,,,,,,\"name, and known codes\"",
            "t,Stade opéré,?steinberg_stage or stage:ficat or stage:arco1994 or"
                + " stage:arco2019,,,,,,,,,name; the stages fit several systems");
  }
}
