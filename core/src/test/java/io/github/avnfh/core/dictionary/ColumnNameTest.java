package io.github.avnfh.core.dictionary;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.core.Side;
import io.github.avnfh.core.Timepoint;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names of columns as hospitals, registries and programs without blanks in names write them. */
class ColumnNameTest {
  @ParameterizedTest
  @CsvSource({
    "CASENO, patient",
    "GENDER, sex",
    "HIPSIDE, side",
    "AETIOL, etiology",
    "ARCOSTAGE, stage:arco",
    "DATEOP, op_date",
    "THRDONE, arthroplasty",
    "DATETHR, arthroplasty",
    "DATELASTFU, last_seen",
    "Seite, side",
    "Côté, side",
    "Hüfte, side",
    "Geburtsdatum, birth_date",
    "Date de naissance, birth_date",
    "Prothèse le, arthroplasty",
    "Datum der OP, op_date",
    "Stade, stage",
    "Estadio, stage",
    "Edad, age_years",
    "laterality, side",
    "العمر, age_years",
    "الجنس, sex",
    "HTEP, arthroplasty",
    "Größe (cm), height_cm",
    "Remarks, ignored:remark",
    "Nom, ignored:personal",
    "N dossier, patient",
    "N° patient, patient",
    "RegNr, patient",
    "pid, patient",
    "birth, birth_date",
    "GESCHL, sex",
    "ATIOL, etiology",
    "LETZTE_NU, last_seen",
    "Dernières nouvelles, last_seen",
    "Code interv, operation",
    "Schmerz (0-10), score:vas",
    "form_date, visit_date",
  })
  void tellsTheMeaning(String name, String meaning) {
    assertThat(ColumnName.of(name).meaning()).contains(meaning);
  }

  @ParameterizedTest
  @CsvSource({
    "VASPRE, score:vas, BL,",
    "VAS12, score:vas, M12,",
    "HHS_6m_L, score:hhs, M6, L",
    "EVA 6 mois, score:vas, M6,",
    "hhsM24, score:hhs, M24,",
    "HHS prä, score:hhs, BL,",
    "HHS 1 year R, score:hhs, M12, R",
    "VASPREL, score:vas, BL, L",
    "VASPRER, score:vas, BL, R",
    "HHS12R, score:hhs, M12, R",
    "6 months HHS, score:hhs, M6,",
  })
  void tellsTheVisitAndTheSide(String name, String meaning, String visit, String side) {
    ColumnName read = ColumnName.of(name);
    assertThat(read.meaning()).contains(meaning);
    assertThat(read.visit()).contains(Timepoint.parse(visit));
    assertThat(read.side().map(Side::code).orElse(null)).isEqualTo(side);
  }

  /** A time stands in a name as it does in a sentence, and so it does in a column of visits. */
  @ParameterizedTest
  @CsvSource({
    "à 1 an, M12",
    "après 2 ans, M24",
    "à 6 mois, M6",
    "à 3 mois post-op, M3",
    "à 6 mois postopératoire, M6",
    "nach 1 Jahr, M12",
    "nach 6 Monaten, M6",
    "1 Jahr postop, M12",
    "12 Monate nach OP, M12",
    "mit 3 Monaten, M3",
    "a los 6 meses, M6",
    "a 2 años, M24",
    "después de 1 año, M12",
    "at 1 year, M12",
    "after 6 months, M6",
    "6 months after surgery, M6",
    "12 months post operatively, M12",
    "präoperativ, BL",
    "präoperative, BL",
    "preoperatively, BL",
    "préopératoire, BL",
    "preoperatorio, BL",
    "vor der OP, BL",
    "before surgery, BL",
    "avant chirurgie, BL",
    "antes de la cirugía, BL",
    "at baseline, BL",
  })
  void tellsTheVisitOfASentence(String words, String visit) {
    for (String score : List.of("HHS", "EVA douleur", "VAS (0-10)", "Schmerz (VAS)")) {
      ColumnName read = ColumnName.of(score + " " + words);
      assertThat(read.meaning()).contains(score.equals("HHS") ? "score:hhs" : "score:vas");
      assertThat(read.visit()).contains(Timepoint.parse(visit));
    }
    assertThat(Vocabulary.visit(words)).contains(Timepoint.parse(visit));
  }

  @ParameterizedTest
  @CsvSource({"Date of surgery, op_date", "Datum der OP, op_date", "Date prothèse, arthroplasty"})
  void doesNotTakeAnOperationForAVisit(String name, String meaning) {
    assertThat(ColumnName.of(name).meaning()).contains(meaning);
    assertThat(ColumnName.of(name).visit()).isEmpty();
  }

  /** The first or the second visit is not the first or the second month. */
  @ParameterizedTest
  @CsvSource({"VAS1", "HHS2", "weight 12", "shoe size", "xyz", "colour"})
  void doesNotGuess(String name) {
    assertThat(ColumnName.of(name).visit()).isEmpty();
  }

  /** A first and a second operation are told apart by a number, which no other name has. */
  @ParameterizedTest
  @CsvSource({
    "operation, operation, ''",
    "operation 1, operation, 1",
    "2 OP Datum, op_date, 2",
    "date of surgery 9, op_date, 9"
  })
  void numbersOperations(String name, String meaning, String number) {
    assertThat(ColumnName.of(name).meaning()).contains(meaning);
    assertThat(ColumnName.of(name).number()).isEqualTo(number);
  }

  @ParameterizedTest
  @CsvSource({"weight 2", "operation 0", "operations 1"})
  void numbersNothingElse(String name) {
    assertThat(ColumnName.of(name).meaning()).isEmpty();
    assertThat(ColumnName.of(name).number()).isEmpty();
  }

  /** A unit may stand in brackets behind the side. */
  @ParameterizedTest
  @CsvSource({
    "Depression L (mm), depression_mm, L, mm",
    "Depression R (mm), depression_mm, R, mm",
    "L Depression, depression_mm, L, ''",
    "Größe (cm), height_cm, , cm",
    "Necrosis L %, lesion_percent, L, %",
    "% necrosis, lesion_percent, , %"
  })
  void tellsTheUnitAndTheSide(String name, String meaning, String side, String unit) {
    ColumnName read = ColumnName.of(name);
    assertThat(read.meaning()).contains(meaning);
    assertThat(read.side().map(Side::code).orElse(null)).isEqualTo(side);
    assertThat(read.unit()).isEqualTo(unit);
  }
}
