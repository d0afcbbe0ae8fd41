package io.github.avnfh.core.dictionary;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.core.Side;
import io.github.avnfh.core.Timepoint;
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
  })
  void tellsTheVisitAndTheSide(String name, String meaning, String visit, String side) {
    ColumnName read = ColumnName.of(name);
    assertThat(read.meaning()).contains(meaning);
    assertThat(read.visit()).contains(Timepoint.parse(visit));
    assertThat(read.side().map(Side::code).orElse(null)).isEqualTo(side);
  }

  /** The first or the second visit is not the first or the second month. */
  @ParameterizedTest
  @CsvSource({"VAS1", "HHS2", "shoe size", "xyz", "colour"})
  void doesNotGuess(String name) {
    assertThat(ColumnName.of(name).visit()).isEmpty();
  }
}
