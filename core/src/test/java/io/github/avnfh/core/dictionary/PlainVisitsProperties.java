package io.github.avnfh.core.dictionary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/**
 * A row whose cells have blanks around them is read text by text, and one without them as plain
 * where it can be: both give the same cohort, and the same problems in the same words.
 */
class PlainVisitsProperties {
  private static final String DICTIONARY = """
      source,column,means,codes,missing,unit,dates
      hips.csv,Nr,patient,,,,
      hips.csv,Age,age_years,,,,
      hips.csv,Side,side,,,,
      hips.csv,Stage,steinberg_stage,,,,
      hips.csv,Treated,index_date,,,,yyyy-MM-dd
      hips.csv,TEP,arthroplasty_day,,,,
      hips.csv,Died,death_day,,,,
      visits.csv,Nr,patient,,,,
      visits.csv,Side,side,G=L;D=R;2=both,,,
      visits.csv,Months,visit,,99,months,
      visits.csv,Day,visit_day,,-1,,
      visits.csv,Date,visit_date,,,,dd.MM.yyyy
      visits.csv,Status,visit_status,,,,
      visits.csv,Why,missed_reason,,,,
      visits.csv,VAS,score:vas,,-9;#N/A,mm,
      visits.csv,HHS,score:hhs,,-9,,
      """;
  private static final List<List<String>> VISITS = List.of(
      List.of("1", "1", "1", "2", "2", "3", "4", "5", "9", "", "#N/A"),
      List.of("G", "G", "D", "g", "2", "", "X"),
      List.of("0", "3", "6", "12", "24", "99", "", "x"),
      List.of("", "0", "90", "185", "700", "-1", "1e9", "+5", "9.0", "soon"),
      List.of("", "", "", "01.02.2015", "17.12.2015", "31.02.2015", "05.05.2055"),
      List.of("", "", "", "done", "missed", "after_arthroplasty", "gone"),
      List.of("", "", "", "", "moved"),
      List.of("", "35", "80", "-9", "100", "101", "#N/A", "#REF!", "x"),
      List.of("", "91", "84.5", "-9", "0", "100", "100.1", "1e1", "x"));

  private static String hips(Random random) {
    StringBuilder rows = new StringBuilder("Nr,Age,Side,Stage,Treated,TEP,Died\n");
    for (int patient = 1; patient < 6; patient++) {
      String age = random.nextInt(8) == 0 ? "old" : "40";
      String died = random.nextInt(4) == 0 ? "400" : "";
      for (String side : List.of("L", "R")) {
        if (side.equals("L") || random.nextBoolean()) {
          String[] cells = {
            "" + patient,
            age,
            random.nextInt(8) == 0 ? "?" : side,
            random.nextInt(8) == 0 ? "IX" : "II",
            random.nextInt(4) == 0 ? "" : "2015-01-1" + random.nextInt(9),
            random.nextInt(3) == 0 ? "100" : "",
            died
          };
          rows.append(String.join(",", cells)).append('\n');
        }
      }
    }
    return rows.toString();
  }

  private static List<List<String>> visits(Random random) {
    List<List<String>> rows = new ArrayList<>();
    for (int row = 0; row < 15; row++) {
      // most cells are the first ones of their list, or few rows would be plain
      rows.add(VISITS.stream()
          .map(cells -> cells.get(random.nextInt(1 + random.nextInt(cells.size()))))
          .toList());
    }
    return rows;
  }

  private static CohortReading read(String hips, List<List<String>> visits, String around) {
    StringBuilder rows = new StringBuilder("Nr,Side,Months,Day,Date,Status,Why,VAS,HHS\n");
    for (List<String> cells : visits) {
      rows.append(String.join(
              ",", cells.stream().map(cell -> around + cell + around).toList()))
          .append('\n');
    }
    Map<String, String> files = Map.of("hips.csv", hips, "visits.csv", rows.toString());
    return CohortReader.with(Dictionary.parse("dictionary.csv", DICTIONARY))
        .read(name -> Optional.ofNullable(files.get(name))
            .map(text -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))));
  }

  @Property(tries = 60)
  void readsPlainRowsLikeOthers(@ForAll long seed) {
    Random random = new Random(seed);
    String hips = hips(random);
    List<List<String>> visits = visits(random);
    CohortReading plain = read(hips, visits, "");
    CohortReading other = read(hips, visits, " ");
    assertThat(plain.accepted()).isEqualTo(other.accepted());
    assertThat(plain.problems()).isEqualTo(other.problems());
    assertThat(plain.following()).isEqualTo(other.following());
    assertThat(plain.missing()).isEqualTo(other.missing());
  }

  /** A value under a column without a name is lost in no row, be it plain or not. */
  @Test
  void reportsAValueInAColumnWithoutAName() {
    String hips = "Nr,Age,Side,Stage,Treated,TEP,Died\n1,40,L,II,2015-01-10,,\n";
    Map<String, String> files = Map.of("hips.csv", hips, "visits.csv", """
            Nr,Side,Months,Day,Date,Status,Why,VAS,HHS,,
            1,G,0,0,,,,35,80,,
            1,G,3,90,,,,35,80,,
            1,G,6,180,,,,35,80,7,
            """);
    CohortReading reading = CohortReader.with(Dictionary.parse("dictionary.csv", DICTIONARY))
        .read(name -> Optional.ofNullable(files.get(name))
            .map(text -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))));
    assertThat(reading.problems()).singleElement().satisfies(problem -> {
      assertThat(problem.line()).isEqualTo(4);
      assertThat(problem.message()).contains("has no name in the header, but holds a value");
    });
    assertThat(reading.accepted().hips().get(0).visits()).hasSize(2);
  }
}
