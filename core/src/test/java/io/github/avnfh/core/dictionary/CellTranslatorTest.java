package io.github.avnfh.core.dictionary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cells of any table in the words and numbers of the cohort's own files. */
class CellTranslatorTest {
  private static CellTranslator translator(
      String means, String codes, String unit, boolean decimalComma) {
    String dates = means.endsWith("_date") ? "dd/MM/yyyy|MM/dd/yyyy" : "";
    DictionaryLine line = Dictionary.parse(
            "d.csv",
            "source,column,means,codes,unit,dates\nt,a," + means + "," + codes + "," + unit + ","
                + dates + "\n")
        .lines()
        .get(0);
    return CellTranslator.of(line, decimalComma);
  }

  /** Codes are found in any case where that leaves no doubt, and whole numbers as such. */
  @ParameterizedTest
  @CsvSource({
    "sex, Homme=M;Femme=F, FEMME, F",
    "sex, Homme=M;Femme=F, homme, M",
    "sex, 1=M;2=F, '1,00', M",
    "sex, 1=M;2=F;9=, 9, ''",
    "side, a=L;A=R, a, L",
    "side, a=L;A=R, A, R",
    "side, aB=L;Ab=L, AB, L",
    "event_term, 1=fever, 1, fever",
    "steinberg_stage, '', stage iib, IIB",
    "steinberg_grade, '', B, B",
    "stage:arco2019, '', iiia, IIIA",
    "side, '', both, both",
    "side, '', L, L",
    "edema, '', '1,0', 1",
    "visit, '', M6, M6"
  })
  void areTheCodesOfTheCohort(String means, String codes, String text, String code) {
    CellTranslator translator = translator(means, codes, "", false);
    assertThat(translator.translate(text)).isEqualTo(code);
    assertThat(translator.translate(text)).as("again").isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({
    "age_years, '', 41.9, 41, false",
    "birth_year, '', 1980.0, 1980.0, false",
    "score:vas, '', 7.5, 7.5, false",
    "score:vas, mm, 35, 3.5, false",
    "score:vas, '', '7,5', 7.5, true",
    "weight_kg, '', 70, 70, false",
    "weight_kg, g, 70500, 70.5, false",
    "death_day, weeks, '0,5', 4, true",
    "visit, months, 6, M6, false",
    "visit, months, '5,9', M6, true",
    "visit, years, 1, M12, false",
    "visit, weeks, 26, M6, false",
    "birth_date, '', 13/02/2020, 2020-02-13, false",
    "birth_date, '', 02/02/2020, 2020-02-02, false"
  })
  void areTheNumbersOfTheCohort(
      String means, String unit, String text, String number, boolean decimalComma) {
    assertThat(translator(means, "", unit, decimalComma).translate(text)).isEqualTo(number);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "side | aB=L;Ab=R | ab | false | ' is no code that was declared; one of aB, Ab was expected'",
        "sex | 1=M;2=F | 3 | false | ' is no code that was declared; one of 1, 2 was expected'",
        "score:vas | | 7.5 | true | ' is not a number; digits 0 to 9 with , as decimal sign were expected, or nothing where it is missing'",
        "score:vas | | .5 | true | ' is not a number; digits 0 to 9 with , as decimal sign were expected, or nothing where it is missing'",
        "steinberg_stage | | 9 | false | ' is not a Steinberg stage; one of 0, I, II, III, IV, V, VI, perhaps with a grade as in IIB, was expected'",
        "stage:jic_type | | 9 | false | ' is no stage; one of A, B, C, C1, C2 was expected'",
        "birth_date | | 31/02/2020 | false | 'the text is no date; a date of the calendar written as declared was expected'",
        "birth_date | | 03/04/2020 | false | 'the text is two dates; one that all declared ways read alike was expected'"
      })
  void areRefusedInTheirWords(
      String means, String codes, String text, boolean decimalComma, String words) {
    CellTranslator translator = translator(means, codes == null ? "" : codes, "", decimalComma);
    assertThatThrownBy(() -> translator.translate(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith(words.replace("with , as", "with ',' as"));
  }
}
