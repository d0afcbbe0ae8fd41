package io.github.avnfh.core.dictionary;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.core.csv.CsvFormat;
import io.github.avnfh.core.csv.CsvInput;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The lines that are proposed for kinds of operations, their dates and their details. */
class OperationProposalsTest {
  /** The lines of the columns, without the source, the version and the quotation marks. */
  private static List<String> lines(String table) {
    byte[] bytes = table.getBytes(StandardCharsets.UTF_8);
    return Inspection.of(List.of(
            CsvInput.of("t", () -> new ByteArrayInputStream(bytes), CsvFormat.withDefaults())))
        .text()
        .lines()
        .skip(2)
        .map(line -> line.substring(2).replace("\"", ""))
        .toList();
  }

  /** Each kind of operation becomes what it is; what is not known is asked. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "THA after CD ; CD ~ index_date op type=CD first; arthroplasty_date op type=THA after CD first; decompression_date op type=CD",
        "THA ; CD ~ index_date op type=CD first; arthroplasty_date op type=THA first; decompression_date op type=CD",
        "injection ; CD ~ index_date op type=injection|CD first; arthroplasty_date op type=? first; decompression_date op type=CD; injection_date op type=injection",
        "index ; revision ~ index_date op type=index|?revision first; arthroplasty_date op type=? first",
        "1 ; 2 ~ index_date op type=?1|?2 first; arthroplasty_date op type=? first",
        "THA ; hemiarthroplasty ~ index_date op type= first; arthroplasty_date op type=THA|hemiarthroplasty first"
      })
  void tellsWhatTheDateOfAnOperationIs(String kinds, String dates) {
    String[] kind = kinds.split(";", -1);
    List<String> all = lines("id,op date,op type\n1,2020-01-02," + kind[0].strip()
        + "\n2,2020-01-03," + kind[1].strip() + "\n");
    boolean isAsked = dates.split(";", -1)[0].contains("?");
    assertThat(all.get(1))
        .endsWith(",the first operation of these kinds" + (isAsked ? ": which?" : ""));
    assertThat(all.get(all.size() - 1))
        .isEqualTo("op type,condition,,,,,,,,,tells what was done; chooses rows of the date");
    List<String> proposed = all.stream()
        .filter(line -> line.startsWith("op date"))
        .map(line -> line.split(",", -1))
        .map(cells -> (cells[1] + " " + cells[8] + " " + cells[9]).strip())
        .toList();
    assertThat(String.join("; ", proposed)).isEqualTo(dates);
  }

  private static List<String> asked(String kinds) {
    return lines("id,op,op date,volume\n" + kinds).stream().skip(1).toList();
  }

  /** A detail of treatments tells that the kinds are those, unless none of them is one. */
  @Test
  void tellsATableOfTreatmentsByItsDetails() {
    assertThat(asked("1,aspiration,2020-01-02,6\n2,Aufbereitung,2020-01-02,7\n"))
        .containsExactly(
            "op,condition,,,,,,,,,tells what was done; chooses rows of the date",
            "op,procedure,,,aspiration=aspiration;Aufbereitung=preparation,,,,,,name, and columns"
                + " with details of treatments",
            "op date,index_date,,,,,,yyyy-MM-dd,op=?aspiration|?Aufbereitung,first,the first"
                + " operation of these kinds: which?",
            "op date,arthroplasty_date,,,,,,yyyy-MM-dd,op=?,first,the first replacement",
            "op date,procedure_date,,,,,,yyyy-MM-dd,,,kind of the treatment",
            "volume,volume_mL,,,,,,,,,name, and numbers in its range");
    assertThat(asked("1,aspiration,2020-01-02,6\n2,THA,2020-01-02,7\n"))
        .contains(
            "op,procedure,,,aspiration=aspiration,,,,op=aspiration,,name, and columns with details"
                + " of treatments",
            "op date,procedure_date,,,,,,yyyy-MM-dd,op=aspiration,,kind of the treatment",
            "volume,volume_mL,,,,,,,op=aspiration,,name, and numbers in its range");
    assertThat(asked("1,revision,2020-01-02,6\n2,THA,2020-01-02,7\n"))
        .hasSize(4)
        .last()
        .asString()
        .startsWith("volume,?lesion_percent");
    assertThat(asked("1,aspiration,2020-01-02,\n2,THA,2020-01-02,\n"))
        .hasSize(4)
        .last()
        .asString()
        .isEqualTo("volume,ignored,,,,,,,,,holds nothing");
  }
}
