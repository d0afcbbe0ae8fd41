package io.github.avnfh.examples.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class SyntheticCohortProperties {

  @Property(tries = 50)
  void meetsTheSharpestMarginsFromAnySeed(@ForAll long seed, @ForAll boolean byText) {
    StudyMargins margins = byText ? StudyMargins.text() : StudyMargins.table3();
    List<Row> last = TestCohort.of(margins, seed).visits("M24");
    List<BigDecimal> harris = last.stream().map(row -> row.number("hhs")).toList();
    assertThat(Printed.mean(harris)).isEqualTo("84.2");
    assertThat(Printed.standardDeviation(harris)).isEqualTo("9.1");
    assertThat(last).filteredOn(row -> row.is("status", "after_arthroplasty")).hasSize(6);
  }

  @Property(tries = 20)
  void makesTheSameBytesFromTheSameSeed(@ForAll long seed) {
    assertThat(SyntheticCohort.generate(StudyMargins.table3(), seed).files())
        .isEqualTo(SyntheticCohort.generate(StudyMargins.table3(), seed).files());
  }
}
