package io.github.avnfh.examples.r;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.core.evidence.Explanation;
import io.github.avnfh.core.evidence.Reason;
import io.github.avnfh.examples.shell.ShellCommands;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class RCallsTest {
  /** Regressions and models of visits name their call of R themselves. */
  private static final Pattern STATISTICAL = Pattern.compile(
      "^\\| ((?:COMPARISON|COX-ADJUSTED|KM|LOG-RANK|PERMUTATION|POOLED|PROPORTION)[A-Z0-9-]*) \\|",
      Pattern.MULTILINE);

  @Test
  void thereIsOneForEveryRuleOfAStatisticalMethod() throws IOException {
    List<String> rules = STATISTICAL
        .matcher(Files.readString(Path.of("RULES.md")))
        .results()
        .map(rule -> rule.group(1))
        .distinct()
        .toList();
    assertThat(rules).hasSizeGreaterThan(20);
    assertThat(RCalls.rules()).containsExactlyInAnyOrderElementsOf(rules);
  }

  @Test
  void curvesAndTestsNameTheirCalls() {
    assertThat(ShellCommands.explain(ShellCommands.km(ShellCommands.demo())).toString())
        .contains("\nIn R\n")
        .contains("KM-PRODUCT-LIMIT: survival::survfit(Surv(time, event) ~ group)\n");
  }

  @Test
  void aScoreHasNone() {
    Explanation stage = Explanation.of("stage II", List.<Reason>of(), List.of());
    assertThat(RCalls.of(stage)).isEmpty();
  }
}
