package io.github.avnfh.core.dictionary;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.core.Side;
import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.cohort.Arthroplasty;
import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.cohort.Hip;
import io.github.avnfh.core.csv.CsvFormat;
import io.github.avnfh.core.csv.CsvInput;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Exports of statistical programs, with numbers for codes, and registries of operations. */
class RegistryExportsTest {
  private static final String CASES = """
      PATNR;GESCHL;ALTER_OP;SEITE;ATIOL;ARCO;OP_DAT;HHS_PRAE;HHS_M12;NRS_PRAE;NRS_M12;TEP;TEP_DAT;LETZTE_NU;TOD_DAT
      1;2;21;2;2;3;27-JUN-2016;52,5;95;7;99;0;;26-DEZ-2018;
      2;1;57;1;4;3;13-MRZ-2016;60;-9;2;5;1;01-OKT-2017;27-NOV-2018;
      3;1;44;2;1;2;28-MAI-2018;40;81;10;0;0;;;30-MAI-2021
      """;

  private static final Pattern WHOLE = Pattern.compile("(?<=;)(-?[0-9]+)(?=;)");

  private static CsvInput input(String name, String table) {
    return CsvInput.of(
        name,
        () -> new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8)),
        CsvFormat.withDefaults());
  }

  private static Cohort cases(String table) {
    Inspection proposal = Inspection.of(List.of(input("cases", table)));
    assertThat(proposal.undecided())
        .containsExactly(
            "cases: column GESCHL: codes 1=?;2=?",
            "cases: column SEITE: codes 1=?;2=?",
            "cases: column ATIOL: codes 1=?;2=?;4=?",
            "cases: column ARCO: means ?stage:arco1994 or stage:arco2019");
    String decided = proposal
        .text()
        .replace("sex,,,1=?;2=?", "sex,,,1=M;2=F")
        .replace("side,,,1=?;2=?", "side,,,1=R;2=L")
        .replace("1=?;2=?;4=?", "1=corticosteroid;2=alcohol;4=trauma")
        .replace("?stage:arco1994 or stage:arco2019,,,2=?;3=?", "stage:arco1994,,,2=II;3=III");
    return CohortReader.with(Dictionary.parse("d.csv", decided))
        .read(List.of(input("cases", table)))
        .orThrow();
  }

  /** Codes and codes for missing values are numbers, and may be written with decimals. */
  @ParameterizedTest
  @ValueSource(strings = {"$1", "$1,00", "$1,0"})
  void readsCodesOfStatisticalPrograms(String written) {
    Cohort cohort = cases(WHOLE.matcher(CASES).replaceAll(written));
    assertThat(cohort).isEqualTo(cases(CASES));
    assertThat(cohort.hips())
        .extracting(hip -> hip.id().side())
        .containsExactly(Side.LEFT, Side.RIGHT, Side.LEFT);
    Hip second = cohort.hips().get(1);
    assertThat(second.arthroplasty()).map(Arthroplasty::day).contains(567);
    assertThat(second.visit(Timepoint.ofMonths(12)).orElseThrow().scores()).hasSize(1);
    assertThat(cohort.hips().get(0).visit(Timepoint.ofMonths(12)).orElseThrow().scores())
        .hasSize(1);
    assertThat(cohort.hips().get(0).lastSeenDay()).contains(912);
    assertThat(cohort.patients().get(2).deathDay()).contains(1098);
  }

  @ParameterizedTest
  @CsvSource({
    "'1,00', 1",
    "-9.0, -9",
    "'0,00', 0",
    "10, 10",
    "1.50, 1.50",
    "'1.000', '1.000'",
    "'1,0000', 1",
    ".0, .0",
    "5., 5.",
    "x.0, x.0",
    "0, 0"
  })
  void takesZerosBehindTheDecimalSignAway(String text, String whole) {
    assertThat(Vocabulary.whole(text)).isEqualTo(whole);
  }

  /** A row per hip with a date of the replacement asks for the first treatment only. */
  @Test
  void asksForTheKindsOfOperationsThatAreNumbers() {
    String table = """
        id,age,hip_side,date_surgery,proc_type,vas_preop,thr,thr_date
        1,40,L,28-MAY-2018,1,#NULL!,0,#NULL!
        2,41,R,29-MAY-2018,2,7,1,05-JUN-2019
        """;
    assertThat(Inspection.of(List.of(input("t", table))).undecided())
        .containsExactly("t: column date_surgery: rows proc_type=?1|?2");
    assertThat(
            Inspection.of(List.of(input("t", table.replace(",thr_date", ",x")))).undecided())
        .contains("t: column date_surgery: rows proc_type=?");
    Dictionary dictionary = Dictionary.parse(
        "d.csv",
        Inspection.of(List.of(input("t", table)))
            .text()
            .replace("proc_type=?1|?2", "proc_type=1|2"));
    Cohort cohort =
        CohortReader.with(dictionary).read(List.of(input("t", table))).orThrow();
    assertThat(cohort.hips().get(1).arthroplasty()).map(Arthroplasty::day).contains(372);
  }

  /** A column that is called birth holds years or dates, and its values tell. */
  @Test
  void tellsYearsOfBirthFromDates() {
    assertThat(Inspection.of(List.of(input("t", "id,birth,side\n1,1980,L\n"))).text())
        .contains("t,birth,birth_year,");
    assertThat(Inspection.of(List.of(input("t", "id,birth,side\n1,28-MAY-1980,L\n")))
            .text())
        .contains("t,birth,birth_date,,,,,,dd-MMM-yyyy");
  }

  private static final String OPERATIONS = """
      RegNr;Geburtsjahr;Geschlecht;Seite;OP_Nr;OP_Datum;OP_Art;Ursache;Stadium (ARCO 2019)
      R-1;1960;m;bds.;1;28-Mai-18;Index-OP (Core decompression);Kortison;II
      R-1;1960;m;re;2;01-okt-19;HTEP;Kortison;
      R-1;1960;m;re;3;01-Dez-20;TEP-Wechsel;Kortison;
      R-2;1971;w;li;1;03-mär-17;Index-OP (Core decompression);Alkohol;IIIA
      R-2;1971;w;li;2;10-MÄR-17;Revision (Hämatom);Alkohol;
      """;
  private static final String PATIENTS = """
      RegNr;verstorben;Sterbedatum;letzte Kontrolle
      R-1;nein;;02-jan-22
      R-2;ja;05-feb-21;
      """;
  private static final String VISITS = """
      RegNr;Seite;Datum;followup;HHS;Schmerz (0-10)
      R-1;re;28-Mai-18;präop;50,5;8
      R-1;li;27-Mai-19;1 Jahr;80;2
      R-2;li;02-mär-18;1 Jahr;77;3
      """;

  private static List<CsvInput> registry() {
    return List.of(input("ops", OPERATIONS), input("patients", PATIENTS), input("visits", VISITS));
  }

  /** Several operations of a hip, two hips in a row, and the death in another table. */
  @Test
  void joinsTheTablesOfARegistryOfOperations() {
    Inspection proposal = Inspection.of(registry());
    assertThat(proposal.undecided())
        .containsExactly("ops: column OP_Datum: rows OP_Art=Index-OP (Core decompression)|?Revision"
            + " (Hämatom)");
    Dictionary dictionary = Dictionary.parse("d.csv", proposal.text().replace("|?Rev", "|Rev"));
    Cohort cohort = CohortReader.with(dictionary).read(registry()).orThrow();
    assertThat(cohort.hips()).hasSize(3);
    assertThat(cohort.hips().get(0).arthroplasty()).isEmpty();
    assertThat(cohort.hips().get(1).arthroplasty()).map(Arthroplasty::day).contains(491);
    assertThat(cohort.hips().get(1).lastSeenDay()).contains(1315);
    assertThat(cohort.hips().get(2).visits().get(0).day()).isEqualTo(364);
    assertThat(cohort.hips().get(2).visits().get(0).timepoint()).isEqualTo(Timepoint.ofMonths(12));
    assertThat(cohort.hips().get(2).recordedStages())
        .extracting(stage -> stage.code())
        .containsExactly("arco2019:IIIA");
    assertThat(cohort.patients().get(1).deathDay()).contains(1435);
    assertThat(cohort.hips()).flatExtracting(Hip::visits).hasSize(3);
  }

  /** Visits that two tables tell of are joined by the planned moment, which must be there. */
  @Test
  void reportsAJoinedVisitWithoutItsMoment() {
    List<CsvInput> tables = List.of(
        input("hips", "id,age,side,op\n1,40,L,2018-05-28\n"),
        input("hhs", "id,side,month,hhs\n1,L,12,80\n1,L,,90\n"),
        input("vas", "id,side,month,vas\n1,L,12,2\n"));
    Dictionary dictionary = Dictionary.parse("d.csv", """
        source,column,means,unit,dates
        hips,id,patient,,
        hips,age,age_years,,
        hips,side,side,,
        hips,op,index_date,,yyyy-MM-dd
        hhs,id,patient,,
        hhs,side,side,,
        hhs,month,visit,months,
        hhs,hhs,score:hhs,,
        vas,id,patient,,
        vas,side,side,,
        vas,month,visit,months,
        vas,vas,score:vas,,
        """);
    CohortReading reading = CohortReader.with(dictionary).read(tables);
    assertThat(reading.problems())
        .extracting(problem -> problem.text())
        .containsExactly("hhs:3: column month: is empty; a planned visit was expected");
    assertThat(reading.accepted().hips().get(0).visits())
        .singleElement()
        .satisfies(visit -> assertThat(visit.scores()).hasSize(2));
  }

  /** A patient whom only visits name is reported at the first of them, and the others follow. */
  @Test
  void reportsAPatientWhomOnlyVisitsName() {
    List<CsvInput> tables = List.of(
        input("hips", "id,age,side\n1,40,L\n"),
        input("hhs", "id,side,month,hhs\n2,L,6,80\n1,L,12,70\n2,R,12,90\n"));
    Dictionary dictionary = Dictionary.parse("d.csv", """
        source,column,means,unit,codes
        hips,id,patient,,
        hips,age,age_years,,
        hips,side,side,,
        hips,,etiology,,=other
        hhs,id,patient,,
        hhs,side,side,,
        hhs,month,visit,months,
        hhs,hhs,score:hhs,,
        """);
    CohortReading reading = CohortReader.with(dictionary).read(tables);
    assertThat(reading.problems())
        .extracting(problem -> problem.text())
        .containsExactly(
            "hhs:2: column id: names a patient of whom no row gives the age; an age, or a date or year"
                + " of birth, was expected");
    assertThat(reading.following()).extracting(problem -> problem.line()).containsExactly(4L);
    assertThat(reading.accepted().hips()).hasSize(1);
    assertThat(reading.accepted().hips().get(0).visits()).hasSize(1);
  }
}
