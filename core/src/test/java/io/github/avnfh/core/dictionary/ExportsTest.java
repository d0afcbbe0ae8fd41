package io.github.avnfh.core.dictionary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.avnfh.core.Etiology;
import io.github.avnfh.core.Instrument;
import io.github.avnfh.core.Quantity;
import io.github.avnfh.core.Side;
import io.github.avnfh.core.SteinbergGrade;
import io.github.avnfh.core.SteinbergStage;
import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.cohort.Arthroplasty;
import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.cohort.Hip;
import io.github.avnfh.core.csv.CsvFormat;
import io.github.avnfh.core.csv.CsvInput;
import io.github.avnfh.core.csv.Problem;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Exports as hospitals have them, read by the proposal that a person changed in a few lines. */
class ExportsTest {
  private static InputStream open(String file) {
    return Objects.requireNonNull(ExportsTest.class.getResourceAsStream("exports/" + file));
  }

  private static Inspection inspect(String file) {
    return Inspection.of(List.of(CsvInput.of(file, () -> open(file), CsvFormat.withDefaults())));
  }

  /** Puts lines of a person in the place of those proposed for the same columns. */
  private static Dictionary changed(Inspection proposal, String... lines) {
    assertThat(lines).hasSizeLessThanOrEqualTo(10);
    List<String> own = List.of(lines);
    String text = Arrays.stream(proposal.text().split("\n", -1))
        .map(line -> own.stream()
            .filter(change -> line.startsWith(key(change)))
            .map(change -> change + ",".repeat(11 - commas(change)))
            .findFirst()
            .orElse(line))
        .collect(Collectors.joining("\n"));
    return Dictionary.parse("dictionary.csv", text);
  }

  private static String key(String line) {
    return line.substring(0, line.indexOf(',', line.indexOf(',') + 1) + 1);
  }

  private static int commas(String line) {
    return (int) line.chars().filter(c -> c == ',').count();
  }

  private static Cohort read(Dictionary dictionary) {
    CohortReading reading = CohortReader.with(dictionary).read(name -> Optional.of(open(name)));
    assertThat(reading.problems()).isEmpty();
    return reading.orThrow();
  }

  private static int scores(Cohort cohort) {
    return cohort.hips().stream()
        .flatMap(hip -> hip.visits().stream())
        .mapToInt(visit -> visit.scores().size())
        .sum();
  }

  @Test
  void readsARowPerPatientWithColumnsForEachSideAndVisit() {
    Cohort cohort = read(changed(
        inspect("wide.csv"),
        "wide.csv,Stage L,steinberg_stage,,L",
        "wide.csv,Stage R,steinberg_stage,,R"));
    assertThat(cohort.patients()).hasSize(12);
    assertThat(cohort.hips()).hasSize(20);
    assertThat(scores(cohort)).isEqualTo(113);
    Hip first = cohort.hips().get(0);
    assertThat(first.id().side()).isEqualTo(Side.RIGHT);
    assertThat(first.etiology()).isEqualTo(Etiology.TRAUMA);
    assertThat(first.baselineStage()).isEqualTo(SteinbergStage.STAGE_III);
    assertThat(first.baselineGrade()).contains(SteinbergGrade.A);
    assertThat(first.lastSeenDay()).contains(365);
    assertThat(first.visit(Timepoint.ofMonths(12)).orElseThrow().scores()).hasSize(1);
    assertThat(cohort.hips().stream().flatMap(hip -> hip.arthroplasty().stream()))
        .extracting(Arthroplasty::day)
        .containsExactly(426);
  }

  @Test
  void joinsTheFormsOfRedcap() {
    Cohort cohort = read(changed(
        inspect("redcap.csv"),
        "redcap.csv,sex,sex,,,1=M;2=F",
        "redcap.csv,etiology___1,etiology,,,1=corticosteroid;0=,,,,,multifactorial",
        "redcap.csv,etiology___2,etiology,,,1=alcohol;0=,,,,,multifactorial",
        "redcap.csv,etiology___3,etiology,,,1=sickle_cell;0=,,,,,multifactorial",
        "redcap.csv,etiology___99,etiology,,,1=other;0=,,,,,multifactorial",
        "redcap.csv,hip_side,side,,,1=L;2=R",
        "redcap.csv,hip_stage,steinberg_stage,,,1=I;2=II;3=III;4=IV",
        "redcap.csv,v_side,side,,,1=L;2=R",
        "redcap.csv,tha_side,side,,,1=L;2=R"));
    assertThat(cohort.patients()).hasSize(8);
    assertThat(cohort.hips()).hasSize(11);
    assertThat(cohort.hips().stream().mapToInt(hip -> hip.visits().size()).sum())
        .isEqualTo(44);
    assertThat(scores(cohort)).isEqualTo(82);
    assertThat(cohort.adverseEvents()).hasSize(2);
    assertThat(cohort.hips().stream().filter(hip -> hip.arthroplasty().isPresent()))
        .hasSize(2);
    assertThat(cohort.hips().get(0).etiology()).isEqualTo(Etiology.ALCOHOL);
    assertThat(cohort.hips().get(3).etiology()).isEqualTo(Etiology.MULTIFACTORIAL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"utf8", "utf8bom", "utf16", "cp1252", "cp1256"})
  void readsTheSameCohortInEveryCharacterSet(String name) {
    String file = name + ".csv";
    Cohort cohort = read(changed(inspect(file), file + ",Stade,steinberg_stage"));
    assertThat(cohort.hips()).hasSize(8);
    assertThat(scores(cohort)).isEqualTo(64);
    assertThat(cohort)
        .isEqualTo(read(changed(inspect("utf8.csv"), "utf8.csv,Stade,steinberg_stage")));
  }

  @Test
  void refusesAnUndecidedProposal() {
    Inspection proposal = inspect("utf8.csv");
    assertThat(proposal.undecided()).hasSize(1);
    assertThat(proposal.dictionary()).isEmpty();
    assertThatThrownBy(() -> Dictionary.parse("dictionary.csv", proposal.text()))
        .isInstanceOf(CohortFormatException.class)
        .hasMessageContaining("is still undecided; a meaning was expected, or ignored");
  }

  @Test
  void namesTheLikelyCharacterSetOfBytesThatAreNotUtf8() {
    Dictionary dictionary = Dictionary.of(
        changed(inspect("cp1252.csv"), "cp1252.csv,Stade,steinberg_stage").lines().stream()
            .filter(line -> !line.column().isEmpty())
            .toList());
    CohortReading reading = CohortReader.with(dictionary).read(name -> Optional.of(open(name)));
    assertThat(reading.problems()).isNotEmpty();
    assertThat(reading.problems().get(0).message()).contains("likely windows-1252");
  }

  @Test
  void writesADictionaryThatReadsBackToAnEqualOne() {
    Dictionary dictionary = changed(inspect("utf8.csv"), "utf8.csv,Stade,stage:arco2019");
    assertThat(Dictionary.parse("copy.csv", dictionary.text())).isEqualTo(dictionary);
    Cohort cohort = read(dictionary);
    assertThat(cohort.hips()).allSatisfy(hip -> {
      assertThat(hip.baselineStage()).isEqualTo(SteinbergStage.UNKNOWN);
      assertThat(hip.recordedStages()).hasSize(1);
    });
  }

  private static final String OPERATIONS = """
      pid,sex,birth,side,op_date,op_type
      1,1,1980,2,28-MAY-2018,core decompression
      1,1,1980,2,03-Jun-2020,THA
      1,1,1980,1,28-may-2019,BMAC injection
      """;
  private static final String[] REGISTRY = {
    "source,column,means,visit,side,codes,missing,unit,dates,rows,several,note",
    "ops,pid,patient,,,,,,,,,",
    "ops,sex,sex,,,1=male;2=female,,,,,,",
    "ops,birth,birth_year,,,,,,,,,",
    "ops,side,side,,,1=left;2=right,,,,,,",
    "ops,op_date,index_date,,,,,,dd-MMM-yyyy,op_type!=THA,first,",
    "ops,op_date,arthroplasty_date,,,,,,dd-MMM-yyyy,op_type=THA,first,",
    "ops,op_type,condition,,,,,,,,,"
  };

  private static CohortReading operations(String table) {
    return CohortReader.with(Dictionary.parse("d.csv", String.join("\n", REGISTRY)))
        .read(List.of(input("ops", table)));
  }

  private static final String SHORT_NAMES = """
      CASENO,GENDER,AGE,HIPSIDE,AETIOL,ARCOSTAGE,DATEOP,VASPRE,VAS12,HHSPRE,HHS12,DATETHR,DATELASTFU
      1,1,34,1,1,2,28-MAY-2018,7,2,50,88,,30-MAY-2020
      1,1,34,2,1,3,28-MAY-2018,8,99,45,999,03-JUN-2019,30-MAY-2020
      2,2,51,2,4,1,11-FEB-2017,6,1,61,92,,01-MAR-2019
      3,2,29,1,5,4,19-OCT-2016,9,5,38,70,,19-OCT-2018
      """;

  /** A statistics program writes capitals without blanks, codes as numbers, and months by name. */
  @Test
  void readsNumericCodesUnderNamesWithoutBlanks() {
    Inspection proposal = Inspection.of(List.of(input("cases", SHORT_NAMES)));
    Dictionary dictionary = changed(
        proposal,
        "cases,GENDER,sex,,,1=M;2=F",
        "cases,HIPSIDE,side,,,1=R;2=L",
        "cases,AETIOL,etiology,,,1=steroid;4=sickle cell;5=trauma",
        "cases,ARCOSTAGE,stage:arco2019,,,1=I;2=II;3=III;4=IV");
    Cohort cohort =
        CohortReader.with(dictionary).read(List.of(input("cases", SHORT_NAMES))).orThrow();
    assertThat(cohort.hips()).hasSize(4);
    assertThat(scores(cohort)).isEqualTo(14);
    assertThat(cohort.hips().stream().flatMap(hip -> hip.arthroplasty().stream()))
        .extracting(Arthroplasty::day)
        .containsExactly(371);
    assertThat(cohort.hips().get(0).recordedStages())
        .extracting(stage -> stage.code())
        .containsExactly("arco2019:III");
  }

  /**
   * Operations of a registry are proposed as the first treatment, its kind, and the replacement.
   */
  @Test
  void proposesWhatTheOperationsOfARegistryAre() {
    String registry = """
        patient_no,operation_date,laterality,procedure,year_of_birth,sex,diagnosis,steinberg
        R1,2015-03-02,Right,Core decompression,1961,male,Idiopathic,II
        R1,2017-09-02,Right,Total hip arthroplasty,1961,male,,
        R2,2016-03-03,Left,Core decompression,1962,female,Steroid,III
        R2,2016-06-03,Left,BMAC injection,1962,female,,
        """;
    Dictionary dictionary =
        Inspection.of(List.of(input("ops", registry))).dictionary().orElseThrow();
    Cohort cohort =
        CohortReader.with(dictionary).read(List.of(input("ops", registry))).orThrow();
    assertThat(cohort.hips()).hasSize(2);
    assertThat(cohort.hips().get(0).arthroplasty()).map(Arthroplasty::day).contains(915);
    assertThat(cohort.hips().get(1).injections()).hasSize(1);
    assertThat(cohort.hips().get(1).injections().get(0).day()).isEqualTo(92);
  }

  /** What is known of the operations stands in the proposal; only the others are asked for. */
  @Test
  void asksOnlyForOperationsThatItDoesNotKnow() {
    String registry = """
        patient_no,operation_date,laterality,operation,age,sex
        R1,2015-03-02,Right,CD,40,male
        R1,2017-09-02,Right,hemiarthroplasty,40,male
        R2,2016-03-03,Left,rotational osteotomy,33,female
        """;
    Inspection proposal = Inspection.of(List.of(input("ops", registry)));
    assertThat(proposal.undecided())
        .containsExactly("ops: column operation_date: rows operation=CD|?rotational osteotomy");
    assertThat(proposal.text()).contains("operation=hemiarthroplasty,first");
    assertThatThrownBy(() -> Dictionary.parse("d.csv", proposal.text()))
        .hasMessageContaining("column rows: holds rows that are still undecided");
  }

  /** An age is missing from no row, but from the dictionary. */
  @Test
  void tellsOnceThatNoColumnIsTheAge() {
    String scores = "case,side,hhs 0,hhs 12\n1,L,50,80\n2,R,55,90\n";
    CohortReading reading = CohortReader.with(
            Inspection.of(List.of(input("s", scores))).dictionary().orElseThrow())
        .read(List.of(input("s", scores)));
    assertThat(reading.problems())
        .extracting(problem -> problem.text())
        .containsExactly(
            "s:1: column age_years: is the meaning of no column; a line of the dictionary"
                + " that means age_years or birth_date or birth_year was expected");
  }

  private static CsvInput input(String name, String table) {
    return CsvInput.of(
        name,
        () -> new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8)),
        CsvFormat.withDefaults());
  }

  @Test
  void countsDaysOfEachHipFromItsFirstOperation() {
    Cohort cohort = operations(OPERATIONS).orThrow();
    assertThat(cohort.patients().get(0).ageYears()).isEqualTo(38);
    assertThat(cohort.hips()).hasSize(2);
    Hip left = cohort.hips().get(0);
    assertThat(left.indexDay()).isEqualTo(365);
    Hip right = cohort.hips().get(1);
    assertThat(right.indexDay()).isZero();
    assertThat(right.arthroplasty().map(Arthroplasty::day)).contains(737);
  }

  @Test
  void reportsACellThatContradictsAnotherRowWithBothLines() {
    CohortReading reading = operations(OPERATIONS.replace("1,1,1980,1,", "1,2,1980,1,"));
    assertThat(reading.problems().get(0).text())
        .isEqualTo("ops:4: column sex: contradicts line 2 about the same patient; equal values or"
            + " an empty cell were expected");
  }

  @Test
  void reportsAColumnThatHasNoLine() {
    CohortReading reading = operations(OPERATIONS
        .replace("op_type\n", "op_type,x\n")
        .replace("compression\n", "compression,\n")
        .replace("THA\n", "THA,\n")
        .replace("injection\n", "injection,\n"));
    assertThat(reading.problems().get(0).text())
        .isEqualTo("ops:1: column x: has no line in the dictionary; a line was expected, ignored if"
            + " it is not needed");
  }

  private static Inspection table(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return Inspection.of(List.of(
        CsvInput.of("own.csv", () -> new ByteArrayInputStream(bytes), CsvFormat.withDefaults())));
  }

  /** An age over two rows of a sheet is one cell; an error of a formula is no text of a column. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "#MERGED",
        "#N/A",
        "#REF!",
        "#VALUE!",
        "#DIV/0!",
        "#NAME?",
        "#NULL!",
        "#NUM!",
        "#SPILL!",
        "#CALC!",
        "#GETTING_DATA"
      })
  void errorsOfASpreadsheetLeaveAColumnItsMeaning(String error) {
    Inspection found = table("id,age,side,HHS preop\n1,41,R,50\n2," + error + "," + error + ","
        + error + "\n3,43,L,61\n");
    assertThat(found.undecided()).isEmpty();
    assertThat(found.notUnderstood()).isEmpty();
  }

  /**
   * A cell that is merged into another is never proposed as missing, which would lose its value.
   */
  @Test
  void aMergedCellIsReported() {
    Dictionary proposal =
        table("id,age,side,HHS preop\n1,41,R,50\n#MERGED,#MERGED,L,61\n").soFar();
    String text = "id,age,side,HHS preop\n1,41,R,50\n2,#MERGED,L,61\n";
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    CohortReading reading =
        CohortReader.with(proposal).read(name -> Optional.of(new ByteArrayInputStream(bytes)));
    assertThat(reading.problems())
        .extracting(problem -> problem.line() + " " + problem.column())
        .containsExactly("3 age");
  }

  /** A time until a prosthesis or the last visit is that of a prosthesis in some rows only. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Zeit bis TEP oder letzte Kontrolle (Monate)",
        "Time to THA or last follow-up (months)",
        "Délai PTH ou dernières nouvelles (mois)",
        "time to THA or censoring (months)",
        "THA or follow-up (months)"
      })
  void aTimeUntilOneOfTwoIsAsked(String name) {
    assertThat(table("id,age,side," + name + "\n1,41,R,12.5\n2,50,L,30\n").undecided())
        .singleElement()
        .asString()
        .contains("arthroplasty_day or last_seen_day");
    assertThat(
            table("id,age,side,Zeit bis TEP (Monate)\n1,41,R,12.5\n2,50,L,30\n").undecided())
        .isEmpty();
  }

  /** Hips are checked the left one first, and read in the order of their lines. */
  @Test
  void problemsAreInTheOrderOfLines() {
    String text = """
        id,age,side,THA,date of THA
        1,41,R,yes,
        1,41,L,yes,
        2,50,R,yes,2020-01-02
        2,50,L,yes,
        """;
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    CohortReading reading = CohortReader.with(table(text).soFar())
        .read(name -> Optional.of(new ByteArrayInputStream(bytes)));
    assertThat(reading.problems()).extracting(Problem::line).isSorted().hasSizeGreaterThan(2);
  }

  /** A score that the reader does not take is told, and not lost. */
  @Test
  void aScoreOfAnInstrumentThatIsNotReadIsReported() {
    Dictionary dictionary = Dictionary.parse("dictionary.csv", """
        source,column,means,visit
        own.csv,id,patient,
        own.csv,age,age_years,
        own.csv,side,side,
        own.csv,Oxford,score:oxford,M6
        """);
    byte[] bytes = "id,age,side,Oxford\n1,41,R,40\n".getBytes(StandardCharsets.UTF_8);
    CohortReader reader = CohortReader.with(dictionary);
    CohortReading reading = reader.read(name -> Optional.of(new ByteArrayInputStream(bytes)));
    assertThat(reading.problems())
        .extracting(Problem::text)
        .containsExactly("own.csv:1: column Oxford: means the score of an instrument that is not"
            + " read; one of score:hhs, score:vas, score:vas_mm, or ignored, was expected");
    Instrument oxford = Instrument.of(
        "oxford",
        Quantity.of("Oxford Hip Score", "points", 0, 48),
        Instrument.Direction.HIGHER_IS_BETTER);
    Cohort cohort = reader
        .withInstruments(List.of(oxford))
        .read(name -> Optional.of(new ByteArrayInputStream(bytes)))
        .orThrow();
    assertThat(scores(cohort)).isEqualTo(1);
  }
}
