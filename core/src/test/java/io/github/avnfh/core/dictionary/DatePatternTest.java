package io.github.avnfh.core.dictionary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dates as columns write them, of which a day that is not there is none. */
class DatePatternTest {
  @ParameterizedTest
  @CsvSource({
    "dd/MM/yyyy, 1/2/2020, 2020-02-01",
    "dd/MM/yyyy, 31/12/2020, 2020-12-31",
    "MM/dd/yyyy, 12/31/2020, 2020-12-31",
    "yyyyMMdd, 20200102, 2020-01-02",
    "yyyy-MM-dd, 2020-1-2, 2020-01-02",
    "d.M.yyyy, 09.08.2020, 2020-08-09",
    "dd/MM/yyyy, 29/02/2020, 2020-02-29",
    "dd/MM/yyyy, 01/02/2020 10:30, 2020-02-01",
    "dd/MM/yyyy, 01/02/2020T10:30:15.25, 2020-02-01",
    "dd/MM/yyyy, 01/02/2020 1:30 pm, 2020-02-01",
    "dd-MMM-yyyy, 28-MAY-2018, 2018-05-28",
    "dd. MMM yyyy, 3. März 2017, 2017-03-03",
    "'MMM dd, yyyy', 'Feb 3, 2017', 2017-02-03"
  })
  void areReadAsTheyAreWritten(String pattern, String text, LocalDate date) {
    assertThat(DatePattern.parse(pattern).read(text)).contains(date);
    assertThat(DatePattern.parse(pattern).text()).isEqualTo(pattern);
  }

  @ParameterizedTest
  @CsvSource({
    "dd/MM/yyyy, 32/1/2020",
    "dd/MM/yyyy, 1/13/2020",
    "dd/MM/yyyy, 0/1/2020",
    "dd/MM/yyyy, 29/02/2021",
    "dd/MM/yyyy, 01/02/20",
    "dd/MM/yyyy, 01/02/202",
    "dd/MM/yyyy, 01/02/20200",
    "dd/MM/yyyy, 001/02/2020",
    "dd/MM/yyyy, 01-02-2020",
    "dd/MM/yyyy, 01/02",
    "dd/MM/yyyy, 01",
    "dd/MM/yyyy, /02/2020",
    "dd/MM/yyyy, 01//2020",
    "dd/MM/yyyy, 01/02/",
    "dd/MM/yyyy, 01/02/2020 at noon",
    "dd/MM/yyyy, 01/02/2020 10",
    "dd/MM/yyyy, x1/02/2020",
    "dd/MM/yyyy, :1/02/2020",
    "dd-MMM-yyyy, 28-05-2018",
    "dd-MMM-yyyy, 28-Xyz-2018",
    "dd-MMM-yyyy, 28--2018",
    "dd/MM/yyyy, ''"
  })
  void areNoneInAnotherWay(String pattern, String text) {
    assertThat(DatePattern.parse(pattern).read(text)).isEmpty();
  }

  /** In English, German, French and Spanish, whole and cut. */
  @ParameterizedTest
  @CsvSource({
    "1, January Januar janvier enero jan ene janv",
    "2, February Februar février febrero feb fev févr",
    "3, March März Maerz mars marzo mar mrz",
    "4, April avril abril apr avr abr",
    "5, May Mai mayo",
    "6, June Juni juin junio jun",
    "7, July Juli juillet julio jul juil",
    "8, August août agosto aug ago",
    "9, September septembre septiembre sep sept set",
    "10, October Oktober octobre octubre oct okt",
    "11, November novembre noviembre nov",
    "12, December Dezember décembre diciembre dec dez dic"
  })
  void nameMonthsInFourLanguages(int month, String names) {
    DatePattern pattern = DatePattern.parse("dd-MMM-yyyy");
    for (String name : names.split(" ", -1)) {
      assertThat(pattern.read("07-" + name + "-2020"))
          .as(name)
          .contains(LocalDate.of(2020, month, 7));
    }
  }

  /** Two digits of a year fall into the hundred years from the pivot, 1950 where none is named. */
  @ParameterizedTest
  @CsvSource({
    "dd.MM.yy, 49, 2049",
    "dd.MM.yy, 50, 1950",
    "dd.MM.yy, 51, 1951",
    "dd.MM.yy, 00, 2000",
    "dd.MM.yy:1920, 19, 2019",
    "dd.MM.yy:1920, 20, 1920",
    "dd.MM.yy:2000, 00, 2000",
    "dd.MM.yy:2000, 99, 2099"
  })
  void takeTwoDigitsOfAYearForTheHundredYearsFromThePivot(String pattern, String year, int whole) {
    assertThat(DatePattern.parse(pattern).read("03.04." + year))
        .contains(LocalDate.of(whole, 4, 3));
  }

  /** Day 61 is 1 March 1900; before it a spreadsheet counts a day that was not there. */
  @ParameterizedTest
  @CsvSource({"61, 1900-03-01", "43000, 2017-09-22", "43000.75, 2017-09-22", "2958465, 9999-12-31"})
  void areDaysOfASpreadsheet(String number, LocalDate date) {
    assertThat(DatePattern.parse("excel").read(number)).contains(date);
  }

  @Test
  void areNoDaysOfASpreadsheetBeyondItsCalendar() {
    for (String number : new String[] {"60", "2958466", "-1", "x", ""}) {
      assertThat(DatePattern.parse("excel").read(number)).as(number).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"dd/MM", "MM/yyyy", "dd/yyyy", "dd/MM/y", "dd/MM/yyyy HH", "", "excl"})
  void needADayAMonthAndAYear(String pattern) {
    assertThatThrownBy(() -> DatePattern.parse(pattern))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith(" is no way to write dates; d, M or MMM, and yy or yyyy with what"
            + " stands between them, as in dd/MM/yyyy, dd-MMM-yy:1950, or excel was expected");
  }

  @Test
  void needAPivotThatIsAYear() {
    assertThatThrownBy(() -> DatePattern.parse("dd/MM/yy:19x0"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is no way to write dates");
  }
}
