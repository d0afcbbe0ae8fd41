package io.github.avnfh.core.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.avnfh.core.csv.CsvFormat;
import io.github.avnfh.core.csv.CsvInput;
import io.github.avnfh.core.csv.Problem;
import io.github.avnfh.core.csv.Problems;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaperReaderTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "1A,S,q,count,3,,,,,,,, ~ column id: id [of a claim] must have letters a to z or A to Z, digits and hyphens, with a letter first",
        "a,,q,count,3,,,,,,,, ~ column section: is empty; a value was expected",
        "a,S,q,sum,3,,,,,,,, ~ column kind: a text of 3 characters is not a kind of claim; one of count, percent, mean, median, ratio, number, p, relation was expected",
        "a,S,q,count,3.5,,,,,,,, ~ column count: count [printed] must be a whole number of 0 or more, but was 3.5",
        "a,S,q,count,,,,,,,,, ~ column of: of is needed for a count that is not printed",
        "a,S,q,count,9,,,8,,,,, ~ column count: count [of 8] must lie in 0..8, but was 9",
        "a,S,q,percent,50,,9,8,,,,, ~ column count: count [of 8] must lie in 0..8, but was 9",
        "a,S,q,percent,50,,4,,,,,, ~ column of: of is needed for a percent with a count",
        "a,S,q,percent,50,1.0,,,,,,, ~ column sd: sd belongs to a mean",
        "a,S,q,percent,fifty,,,,,,,, ~ column printed: a text of 5 characters is not a printed number; digits 0 to 9 with '.' as decimal sign were expected",
        "a,S,q,percent,50,,,0,,,,, ~ column of: of must lie in 1..2147483647, but was 0",
        "a,S,q,percent,50,,,5x,,,,, ~ column of: a text of 2 characters is not a printed number; digits 0 to 9 with '.' as decimal sign were expected",
        "a,S,q,mean,5,,,,,10,0,, ~ column low: low [end of the scale] must lie below high",
        "a,S,q,mean,5,,,,,,,0, ~ column step: step [of the scale] must lie above 0, but was 0",
        "a,S,q,mean,5,-1,,,,,,, ~ column sd: sd [standard deviation] must be 0 or more, but was -1",
        "a,S,q,count,5,,4,,,,,, ~ column count: count belongs to a percent; a count is in column printed",
        "a,S,q,percent,-5,,,,,,,, ~ column printed: percent [printed] must be 0 or more, but was -5",
        "a,S,q,mean,5,,,,,1,1,, ~ column low: low [end of the scale] must lie below high",
        "a,S,q,p,5,,,,,,,,compare b c ~ column printed: p [printed] must be a number in 0..1 such as 0.031, or a limit such as <0.001",
        "a,S,q,p,<0.05,,,,,,,,t-test b c ~ column basis: basis [of a p value] must be 'paired' with the ids of two means, 'compare' with those of two or more proportions or means, a named test (student, welch, anova, fisher, chi-square, yates, log-rank) with its ids, 'limits' with that of a ratio, blanks between them, or a statistic such as t(58) = 2.31",
        "a,S,q,relation,,,,,,,,,b + c ~ column basis: basis [of a relation] must have one of = >= <= > < between blanks",
        "a,S,q,relation,,,,,,,,,b=c ~ column basis: basis [of a relation] must have one of = >= <= > < between blanks",
        "a,S,q,relation,,,,,,,,,= 1 = 1 ~ column basis: basis [of a relation] must have one of = >= <= > < between blanks",
        "a,S,q,relation,,,,,,,,,= 1 ~ column basis: basis [of a relation] must have ids or numbers with + or - between them, and blanks between all of them",
        "a,S,q,relation,,,,,,,,,1 = = 1 ~ column basis: basis [of a relation] must have one of = >= <= > < between blanks",
        "a,S,q,relation,,,,,,,,,1 = 1 + ~ column basis: basis [of a relation] must have ids or numbers with + or - between them, and blanks between all of them",
        "a,S,q,relation,,,,,,,,,b = 1 ~ column basis: names b, which is the id of no row; ids of rows were expected",
        "a,S,q,count,3,,,,,,,,b = 1 ~ column basis: basis belongs to a p, a relation, a ratio or a mean"
      })
  void namesWhatIsWrongByLineAndColumn(String row, String problem) {
    assertThat(Papers.problems(row.strip())).containsExactly("paper.csv:2: " + problem.strip());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "ratio,5,1,2,, ~ min: min and max belong to a mean or median",
        "number,5,,2,, ~ min: min and max belong to a mean or median",
        "mean,5,,,2, ~ q1: q1 and q3 belong to a median",
        "mean,5,,,,2 ~ q1: q1 and q3 belong to a median"
      })
  void wantsExtremesAndQuartilesWhereTheyBelong(String cells, String problem) {
    Problems problems = new Problems();
    String header = "id,section,quantity,kind,printed,min,max,q1,q3\n";
    assertThat(Papers.read(header + "a,S,q," + cells + "\n", problems).claims()).isEmpty();
    assertThat(problems.list())
        .extracting(Problem::text)
        .containsExactly("paper.csv:2: column " + problem);
  }

  @Test
  void wantsTextsOfOneLine() {
    for (String part : List.of("section", "quantity", "arm", "time", "printed")) {
      Claim.Builder claim = Claim.builder().id("a").kind(Claim.Kind.RELATION).basis("1 = 1");
      claim
          .section(part.equals("section") ? "S\nT" : "S")
          .quantity(part.equals("quantity") ? "q\nr" : "q");
      if (part.equals("arm")) {
        claim.arm("a\nb");
      } else if (part.equals("time")) {
        claim.time("a\nb");
      } else if (part.equals("printed")) {
        claim.printed("a\nb");
      }
      assertThatThrownBy(claim::build)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(part + " [text] must have visible characters with blanks only inside, but was"
              + " a text of 3 characters");
    }
  }

  @Test
  void wantsOneRowPerId() {
    assertThat(Papers.problems("a,S,q,count,3,,,,,,,,", "a,S,q,count,3,,,,,,,,"))
        .containsExactly(
            "paper.csv:3: column id: was in a row above already; one row per id was expected");
  }

  @Test
  void wantsTheKindOfRowThatAReferenceNeeds() {
    assertThat(Papers.problems("a,S,q,count,3,,,4,,,,,", "p,S,q,p,,,,,,,,,paired a a"))
        .containsExactly(
            "paper.csv:3: column basis: names a, which is a count; another kind was expected");
  }

  @Test
  void reportsRowsThatHangOnARowWithAProblem() {
    assertThat(Papers.problems("a,S,q,count,3.5,,,,,,,,", "r,S,q,relation,,,,,,,,,a = 3"))
        .containsExactly(
            "paper.csv:2: column count: count [printed] must be a whole number of 0 or more, but was 3.5",
            "paper.csv:3: column basis: names a, whose row was not taken; ids of rows were expected");
  }

  @Test
  void wantsARow() {
    assertThat(Papers.problems())
        .containsExactly(
            "paper.csv:2: column id: no row follows the header; at least one was expected");
  }

  @Test
  void readsADecimalCommaWhereTheCallerSaysSo() {
    String csv = "id;section;quantity;kind;printed;count;of\na;S;q;percent;32,7;19;58\n";
    Problems problems = new Problems();
    Paper paper = PaperReader.read(
        CsvInput.of(
            "paper.csv",
            new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)),
            CsvFormat.withDefaults().withDecimalComma(true)),
        problems);
    assertThat(problems.list()).isEmpty();
    assertThat(paper.claims().get(0).number().orElseThrow()).isEqualTo(PrintedNumber.of("32.7"));
  }

  @Test
  void keepsTrailingZerosAndReadsTheMinusOfPrint() {
    assertThat(PrintedNumber.of("8.30").decimals()).isEqualTo(2);
    assertThat(PrintedNumber.of("8.30").text()).isEqualTo("8.30");
    assertThat(PrintedNumber.of("−5.7").text()).isEqualTo("-5.7");
    assertThat(PrintedNumber.of("8.30")).isNotEqualTo(PrintedNumber.of("8.3"));
    assertThat(PrintedNumber.of("8.30").unit()).isEqualByComparingTo("0.01");
  }

  /** Comments hold any text, and lines are counted with them. */
  @Test
  void passesOverComments() {
    String csv = """
        # typed from the paper, by hand; "Table 2, with, commas
        #

        id;section;quantity;kind;printed;of
        a;S;q;percent;50;10
        # b;S;q;percent;88;19
        "# a comment; of a spreadsheet";;;;;
        b;S;r;percent;5x;10
        c;S;#1;percent;50;10
        """;
    Problems problems = new Problems();
    Paper paper = Papers.read(csv, problems);
    assertThat(problems.list())
        .singleElement()
        .satisfies(problem -> assertThat(problem.line()).isEqualTo(8));
    assertThat(paper.claims()).extracting(Claim::quantity).containsExactly("q", "#1");
    assertThat(Papers.read(csv.replace("\n", "\r\n"), new Problems()).claims()).hasSize(2);
    assertThat(Papers.read(
                "\"# a, b\",,,,\nid,section,quantity,kind,printed\na,S,q,number,1\n",
                new Problems())
            .claims())
        .hasSize(1);
  }

  /** The scores of two arms at two times are no rivals; of one arm at one time they are. */
  @Test
  void tellsArmsAndTimesApart() {
    Audit audit = Audit.of(Papers.read("""
        id,section,quantity,arm,time,kind,printed
        a,Table 2,score,cells,12 months,number,80
        b,Table 2,score,cells,24 months,number,81
        c,Table 2,score,control,24 months,number,70
        d,Text,score,cells,24 months,number,82
        e,Text,score,,,number,90
        """, new Problems()));
    assertThat(audit.findings(Verdict.CONTRADICTS)).singleElement().satisfies(finding -> {
      assertThat(finding.claims()).containsExactly("b", "d");
      assertThat(finding.subject()).isEqualTo("score, cells, 24 months");
    });
    assertThat(audit.findings()).hasSize(1);
  }

  /** 81.5 prints as 81 or as 82 by each rounding, never as both; 81 and 81.4 may be one number. */
  @ParameterizedTest
  @CsvSource({"81, 82, 1", "81.0, 81.1, 1", "81, 81.4, 0", "81, 81.5, 0", "81, 82.1, 1", "0, -1, 1"
  })
  void takesNeighborsInPrintForRivals(String one, String other, int contradictions) {
    String rows = "a,S,q,number,%s\nb,T,q,number,%s".replaceFirst("%s", one);
    Audit audit = Audit.of(Papers.read(
        "id,section,quantity,kind,printed\n" + rows.replaceFirst("%s", other), new Problems()));
    assertThat(audit.findings(Verdict.CONTRADICTS)).hasSize(contradictions);
    assertThat(audit.findings()).hasSize(1);
  }

  @Test
  void refusesAPaperWhoseClaimsDoNotFit() {
    Claim claim = Claim.builder()
        .id("a")
        .section("S")
        .quantity("q")
        .kind(Claim.Kind.RELATION)
        .basis("b = 1")
        .build();
    assertThatThrownBy(() -> Paper.of(List.of(claim)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("names b");
    assertThatThrownBy(() -> Paper.of(List.of(claim, claim)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("more than once");
  }
}
