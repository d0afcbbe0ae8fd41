package io.github.avnfh.core.dictionary;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.csv.CsvFormat;
import io.github.avnfh.core.csv.CsvInput;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables that tell what was done in the theater, and how, in five languages. */
class TreatmentProposalsTest {
  private static Inspection inspect(Map<String, String> tables) {
    return Inspection.of(tables.entrySet().stream()
        .map(table -> CsvInput.of(
            table.getKey(),
            () -> new ByteArrayInputStream(table.getValue().getBytes(StandardCharsets.UTF_8)),
            CsvFormat.withDefaults()))
        .toList());
  }

  /** What each column is proposed to mean. */
  private static Map<String, List<String>> meanings(Inspection inspection) {
    return inspection
        .text()
        .lines()
        .skip(2)
        .map(line -> Arrays.asList(line.split(",", -1)))
        .collect(Collectors.groupingBy(
            cells -> cells.get(1), Collectors.mapping(cells -> cells.get(2), Collectors.toList())));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Patient,Side,Procedure,Procedure date,Volume (mL),Injection no,Drill,Minutes,Viability"
            + "|Core decompression,Injection,Bone marrow aspiration",
        "PatNr,Seite,Eingriff,OP Datum,Menge,Injektion Nr,Bohrer,Dauer,Vitalität"
            + "|Anbohrung,Injektion,Knochenmarkpunktion",
        "Dossier,Côté,Geste,Date opération,Volume injecté,Injection numéro,Foret,Durée,Viabilité"
            + "|Forage,Infiltration,Ponction",
        "Paciente,Lado,Procedure,Fecha operación,Volumen,Inyección no,Broca,Duración,Viabilidad"
            + "|Descompresión,Inyección,Aspiración",
        "رقم المريض,الجهة,العملية,تاريخ العملية,الحجم,رقم الحقنة,مثقاب,المدة,الحيوية"
            + "|decompression,injection,بزل"
      })
  void readsTheNamesOfDetails(String written) {
    String[] parts = written.split("[|]", -1);
    String[] kinds = parts[1].split(",", -1);
    String table = parts[0] + "\n1,L," + kinds[0] + ",2020-02-01,,,3.5,,\n1,L," + kinds[1]
        + ",2020-02-01,6,1,,5,\n1,,"
        + kinds[2] + ",2020-02-01,240,,,,98\n";
    Inspection inspection = inspect(Map.of("log.csv", table));
    List<String> names = List.of(parts[0].split(",", -1));
    Map<String, List<String>> meanings = meanings(inspection);
    List<String> details =
        List.of("volume_mL", "injection_number", "drill_mm", "duration_min", "viability_percent");
    assertThat(meanings.get(names.get(2))).containsExactly("condition", "procedure");
    assertThat(meanings.get(names.get(3)))
        .contains("procedure_date", "index_date")
        .doesNotContain("injection_date", "decompression_date");
    for (int detail = 0; detail < details.size(); detail++) {
      assertThat(meanings.get(names.get(4 + detail)))
          .as(names.get(4 + detail))
          .containsExactly(details.get(detail));
    }
    assertThat(inspection.text())
        .contains(kinds[0] + "=decompression", kinds[1] + "=injection", kinds[2] + "=aspiration");
  }

  @Test
  void proposesWhatCanBeReadWhereALogHoldsOtherOperationsToo() {
    String patients = "Nr,Age\n1,40\n2,50\n";
    String log = """
        Nr,Side,Operation,Operation date,Injection no,Volume,Drill
        1,L,core decompression,2020-02-01,,,3.5
        1,L,injection,2020-02-01,1,6,
        1,L,THA,2022-03-01,,,
        2,R,injection,2020-05-01,1,5,
        """;
    Inspection inspection = inspect(Map.of("patients.csv", patients, "log.csv", log));
    assertThat(inspection.text())
        .contains("procedure,,,core decompression=decompression;injection=injection,,,,"
            + "Operation=core decompression|injection");
    // no arthroplasty of a patient is an injection
    String decided = inspection.text().replace("Operation=?THA|", "Operation=");
    Map<String, String> tables = Map.of("patients.csv", patients, "log.csv", log);
    Cohort cohort = CohortReader.with(Dictionary.parse("dictionary.csv", decided))
        .read(name -> Optional.ofNullable(tables.get(name))
            .map(text -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))))
        .orThrow();
    assertThat(cohort.hips()).hasSize(2);
    assertThat(cohort.hips().get(0).decompressions()).hasSize(1);
    assertThat(cohort.hips().get(0).arthroplasty()).isPresent();
    assertThat(cohort.hips()).allSatisfy(hip -> assertThat(hip.injections()).hasSize(1));
    assertThat(cohort.hips().get(0).injections().get(0).volumeMilliliters()).hasValue(6);
  }

  /** Numbers may be any treatment, and cells may be counted in any number. */
  @Test
  void asksWhatNumbersMean() {
    String log = """
        Nr,Side,Procedure,Procedure date,TNC,MNC (10^6)
        1,L,1,2020-02-01,120,80
        1,R,2,2020-02-01,130,90
        """;
    assertThat(inspect(Map.of("log.csv", log)).undecided())
        .contains("log.csv: column Procedure: codes 1=?;2=?")
        .contains("log.csv: column TNC: means ?nucleated_cells_millions")
        .noneMatch(question -> question.contains("MNC"));
  }

  /** Without their numbers injections are read by their dates alone. */
  @Test
  void proposesDatesOfInjectionsWithoutNumbers() {
    String log = """
        Nr,Side,Operation,Operation date,Volume
        1,L,core decompression,2020-02-01,
        1,L,injection,2020-03-01,6
        """;
    assertThat(meanings(inspect(Map.of("log.csv", log))).get("Operation date"))
        .containsExactlyInAnyOrder(
            "index_date", "arthroplasty_date", "decompression_date", "injection_date");
  }

  /** A volume in a table without treatments is that of a lesion, as before. */
  @Test
  void leavesTablesWithoutTreatmentsAsTheyWere() {
    String table = "Nr,Side,Operation,Operation date,Age\n1,L,THA,2020-02-01,40\n";
    assertThat(meanings(inspect(Map.of("hips.csv", table))))
        .doesNotContainValue(List.of("procedure"));
    String hips = "Nr,Side,Visit,Volume\n1,L,BL,30\n1,L,M6,31\n";
    assertThat(meanings(inspect(Map.of("hips.csv", hips))).get("Volume"))
        .containsExactly("lesion_percent");
  }
}
