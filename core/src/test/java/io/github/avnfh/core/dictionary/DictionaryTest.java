package io.github.avnfh.core.dictionary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.avnfh.core.Side;
import io.github.avnfh.core.Timepoint;
import io.github.avnfh.core.csv.CsvFormat;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a dictionary holds and writes, and in which words its lines are refused. */
class DictionaryTest {
  private static final String HEADER =
      "source,column,means,visit,side,codes,missing,unit,dates,rows,several,note\n";

  private static Dictionary parse(String lines) {
    return Dictionary.parse("d.csv", HEADER + lines);
  }

  private static DictionaryLine line(String line) {
    return parse(line).lines().get(0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "t,a,?sex,,,,,,,,, ~ means: is still undecided; a meaning was expected, or ignored",
        "t,a,,,,,,,,,, ~ means: is empty; a value was expected",
        ",a,sex,,,,,,,,, ~ source: is empty; a value was expected",
        "t,,sex,,,,,,,,, ~ column: is empty; a column, or a constant as in =M6 in column codes, was expected",
        "t,a,index_date,,,,,,,,, ~ dates: is empty; the way in which the column writes dates was expected",
        "t,a,sex,M6,,,,,,,, ~ visit: has no place with this meaning; an empty cell was expected",
        "t,a,sex,,L,,,,,,, ~ side: has no place with this meaning; an empty cell was expected",
        "t,a,event_term,,L,,,,,,, ~ side: has no place with this meaning; an empty cell was expected",
        "t,a,etiology,M6,,,,,,,, ~ visit: has no place with this meaning; an empty cell was expected",
        "t,a,sex,,,1,,,,,, ~ codes: '1' is no code with its meaning; pairs as in 1=L;2=R were expected",
        "t,a,sex,,,1=M;1=F,,,,,, ~ codes: code '1' comes twice; each code once was expected",
        "t,a,sex,,,1=?;2=F,,,,,, ~ codes: holds codes that are still undecided; for each '?' one of F, M, U was expected, or nothing for a missing value",
        "t,a,sex,,,1=X,,,,,, ~ codes: 'X' is no code of sex; one of F, M, U was expected",
        "t,a,edema,,,1=Q,,,,,, ~ codes: 'Q' is no code of edema; one of 0, 1 was expected",
        "t,a,visit,,,1=X,,,,,, ~ codes: 'X' is no code of visit; one of BL, M and months as in M6, UNS was expected",
        "t,a,steinberg_stage,,,1=X,,,,,, ~ codes: 'X' is no code of steinberg_stage; one of 0, I, II, III, IV, V, VI, perhaps with a grade as in IIB, unknown was expected",
        "t,a,stage:jic_type,,,1=X,,,,,, ~ codes: 'X' is no code of stage:jic_type; one of A, B, C, C1, C2 was expected",
        "t,a,weight_kg,,,,,stone,,,, ~ unit: a text of 5 characters is no unit of weight_kg; one of g, kg, lb was expected",
        "t,a,death_day,,,,,hours,,,, ~ unit: a text of 5 characters is no unit of death_day; one of days, months, weeks, years was expected",
        "t,a,visit,,,,,hours,,,, ~ unit: a text of 5 characters is no unit of visit; one of days, months, weeks, years was expected",
        "t,a,inr,,,,,g,,,, ~ unit: 'g' is no unit of inr; an empty cell was expected",
        "t,a,index_date,,,,,,dd/MM,,, ~ dates: a text of 5 characters is no way to write dates; d, M or MMM, and yy or yyyy with what stands between them, as in dd/MM/yyyy, dd-MMM-yy:1950, or excel was expected",
        "t,a,sex,,,,,,,form,, ~ rows: is no condition; a column and its texts as in form=visit;event=a|b were expected",
        "t,a,sex,,,,,,,form=a|?b,, ~ rows: holds rows that are still undecided; the texts of the column were expected",
        "t,a,etiology,,,,,,,,drink, ~ several: a text of 5 characters is no code of etiology; one of EXPECTED was expected",
        ",,version,,,2,,,,,, ~ codes: version of a dictionary [number] must be 1, but was another"
      })
  void refusesALineInItsOwnWords(String line, String problem) {
    String etiologies = "alcohol, autoimmune, coagulopathy, corticosteroid, dysbaric, gaucher,"
        + " idiopathic, multifactorial, other, radiation, sickle_cell, trauma, unknown";
    assertThatThrownBy(() -> parse(line + "\n"))
        .isInstanceOf(CohortFormatException.class)
        .hasMessageContaining("must have none, but had 1; the first: d.csv:2: column "
            + problem.replace("EXPECTED", etiologies));
  }

  @Test
  void refusesAFileWithoutALine() {
    assertThatThrownBy(() -> parse(""))
        .hasMessageContaining(
            "d.csv:2: column source: no row follows the header; at least one was" + " expected");
    assertThat(parse(",,version,,,1,,,,,,\n").lines()).isEmpty();
  }

  @Test
  void namesAllMeaningsWhereOneIsNotKnown() {
    for (String means : List.of("score:", "wieght", "Sex")) {
      assertThatThrownBy(() -> parse("t,a," + means + ",,,,,,,,,\n"))
          .hasMessageContaining("column means: ")
          .hasMessageContaining(" is no meaning; one of patient, side, visit, sex, satisfaction, ")
          .hasMessageEndingWith(", condition, ignored, source, version, or score: with the code of"
              + " an instrument was expected");
    }
    Dictionary unknown =
        Dictionary.of(List.of(DictionaryLine.builder("t", "a", "wieght").build()));
    assertThatThrownBy(() -> CohortReader.with(unknown).read(List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("meaning of a column [name] must be a known one, but was another");
  }

  @Test
  void keepsWhatEachColumnOfALineSays() {
    DictionaryLine line =
        line("t, a ,score:vas,M6,L,,-9; NI;,mm,,form=visit;event!=a|b,first,a remark\n");
    assertThat(line.source()).isEqualTo("t");
    assertThat(line.column()).isEqualTo("a");
    assertThat(line.means()).isEqualTo("score:vas");
    assertThat(line.visit()).contains(Timepoint.ofMonths(6));
    assertThat(line.side()).contains(Side.LEFT);
    assertThat(line.missing()).containsExactly("-9", "NI");
    assertThat(line.unit()).isEqualTo("mm");
    assertThat(line.rows())
        .containsExactly(
            new DictionaryLine.Condition("form", false, List.of("visit")),
            new DictionaryLine.Condition("event", true, List.of("a", "b")));
    assertThat(line.several()).isEqualTo("first");
    assertThat(line.note()).isEqualTo("a remark");
    assertThat(line("t,a,index_date,,,,,,dd/MM/yyyy | excel,,last,\n").dates())
        .containsExactly("dd/MM/yyyy", "excel");
    assertThat(line("t,a,sex,,,1=male;2=W;9=,,,,,,\n").codes())
        .containsExactlyInAnyOrderEntriesOf(Map.of("1", "M", "2", "F", "9", ""));
    assertThat(line("t,a,etiology,,,,,,,,alcohol,\n").several()).isEqualTo("alcohol");
    assertThat(line("t,a,steinberg_stage,,,1=stage ii;2=IIIb;9=unknown,,,,,,\n").codes())
        .containsExactlyInAnyOrderEntriesOf(Map.of("1", "II", "2", "IIIB", "9", "unknown"));
    assertThat(line("t,a,stage:arco2019,,,1=iiia,,,,,,\n").codes()).containsEntry("1", "IIIA");
    assertThat(line("t,a,edema,,,1=ja;2=nein,,,,,,\n").codes())
        .containsExactlyInAnyOrderEntriesOf(Map.of("1", "1", "2", "0"));
  }

  /** Signs that part the items of a cell are written with a backslash. */
  @Test
  void writesWhatReadsBackToAnEqualDictionary() {
    String lines = """
        t,a,score:vas,M6,L,,x\\;y;NI,mm,,f\\=g=v\\|w;e!=a|b,last,
        t,b,side,,,1\\=l=L;2=R,,,,,,
        u,c,index_date,,,,,,dd/MM/yyyy|excel,,,
        u,,visit,,,=M6,,,,,,why
        """;
    Dictionary dictionary = parse(lines);
    assertThat(dictionary.text()).isEqualTo(HEADER + ",,version,,,1,,,,,,\n" + lines);
    assertThat(dictionary.lines().get(0).missing()).containsExactly("x;y", "NI");
    assertThat(Dictionary.parse("copy.csv", dictionary.text())).isEqualTo(dictionary);
    assertThat(dictionary)
        .hasToString("Dictionary{2 sources, 4 lines}")
        .hasSameHashCodeAs(Dictionary.of(dictionary.lines()))
        .doesNotHaveSameHashCodeAs(parse("t,a,sex,,,,,,,,,\n"))
        .isNotEqualTo(parse("t,a,sex,,,,,,,,,\n"))
        .isNotEqualTo(lines);
    assertThat(dictionary.sources()).containsExactly("t", "u");
  }

  @Test
  void readsAnotherFileWithTheSameColumns() {
    Dictionary dictionary = parse("t,a,sex,,,,,,,,,\nu,b,sex,,,,,,,,,\n").withSource("t", "v");
    assertThat(dictionary.sources()).containsExactly("v", "u");
    assertThat(dictionary.lines().get(0).column()).isEqualTo("a");
  }

  @Test
  void isWrittenToAFileAndReadFromIt(@TempDir Path folder) throws Exception {
    Dictionary dictionary = parse("t,Größe,height_cm,,,,,m,,,,\n");
    Path file = folder.resolve("d.csv");
    dictionary.write(file);
    assertThat(Dictionary.read(file)).isEqualTo(dictionary);
    Files.write(file, dictionary.text().getBytes(StandardCharsets.ISO_8859_1));
    assertThat(Dictionary.read(file)).isEqualTo(dictionary);
    assertThatThrownBy(() -> Dictionary.read(folder.resolve("none.csv")))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage("dictionary [file] must be readable");
    assertThatThrownBy(() -> dictionary.write(folder))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage("dictionary [file] must be writable");
  }

  /** How a file is written is a line of it; otherwise it is as the caller says. */
  @Test
  void tellsHowAFileIsWritten() {
    CsvFormat caller = CsvFormat.withDefaults().withStrict(true).withDecimalComma(true);
    CsvFormat told = parse(
            "t,,source,,,charset=windows-1252;decimal=\\,,,,,,,\n".replace("\\,", "comma"))
        .format("t", CsvFormat.withDefaults());
    assertThat(told.charset()).isEqualTo(Charset.forName("windows-1252"));
    assertThat(told.decimalComma()).isTrue();
    assertThat(parse("t,,source,,,\"decimal=,\",,,,,,\n")
            .format("t", CsvFormat.withDefaults())
            .decimalComma())
        .isTrue();
    assertThat(parse("t,,source,,,decimal=.,,,,,,\n").format("t", caller).decimalComma())
        .isFalse();
    CsvFormat untold = parse("t,a,sex,,,,,,,,,\n").format("t", caller);
    assertThat(untold.decimalComma()).isTrue();
    assertThat(untold.strict()).isFalse();
    assertThatThrownBy(() ->
            parse("t,,source,,,charset=klingon,,,,,,\n").format("t", CsvFormat.withDefaults()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("character set of a source [name] must be a known one, but was a text of 7"
            + " characters");
  }
}
