package io.github.avnfh.examples.r;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.avnfh.core.Instruments;
import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.cohort.Hip;
import io.github.avnfh.core.evidence.Explanation;
import io.github.avnfh.core.evidence.Reason;
import io.github.avnfh.examples.shell.Answer;
import io.github.avnfh.examples.shell.Curves;
import io.github.avnfh.examples.shell.HazardModel;
import io.github.avnfh.examples.shell.ShellCommands;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
    assertThat(RCalls.names().stream().filter(name -> name.matches("[A-Z0-9-]+")))
        .containsExactlyInAnyOrderElementsOf(rules);
  }

  @Test
  void curvesAndTestsNameTheirCalls() {
    assertThat(ShellCommands.explain(ShellCommands.km(ShellCommands.demo())).toString())
        .contains("\nIn R\n")
        .contains("KM-PRODUCT-LIMIT: survival::survfit(Surv(time, event) ~ group)\n");
  }

  @Test
  void everyStatisticOfAVerbNamesItsCalls() {
    Cohort cohort = ShellCommands.demo();
    Curves curves = ShellCommands.km(cohort, Hip::baselineStage);
    HazardModel hazards = ShellCommands.cox(cohort);
    Map<String, Answer> explained = Map.ofEntries(
        Map.entry("survival::survfit", ShellCommands.explain(curves)),
        Map.entry("greenwood|survfit", ShellCommands.explain(curves.at(365))),
        Map.entry("survdiff", ShellCommands.explain(ShellCommands.compare(curves))),
        Map.entry("rmean", ShellCommands.explain(ShellCommands.rmst(curves, 700))),
        Map.entry("cuminc", ShellCommands.explain(ShellCommands.cif(cohort))),
        Map.entry("coxph", ShellCommands.explain(hazards)),
        Map.entry(
            "CR2",
            ShellCommands.explain(ShellCommands.compare(cohort, Instruments.HARRIS_HIP_SCORE, 24))),
        Map.entry("mean\\(x\\)", ShellCommands.explain(ShellCommands.score(cohort))),
        Map.entry("median\\(x\\)", ShellCommands.explain(ShellCommands.baseline(cohort))),
        Map.entry("binom.test", ShellCommands.explain(ShellCommands.responders(cohort))),
        Map.entry("percent_by_patient", ShellCommands.explain(ShellCommands.subgroups(cohort))),
        Map.entry("kappa2", ShellCommands.explain(ShellCommands.agreement(cohort))),
        Map.entry(
            "lme4::lmer|lmerTest|nlme::",
            ShellCommands.explain(ShellCommands.model(cohort, Instruments.HARRIS_HIP_SCORE))));
    explained.forEach(
        (call, answer) -> assertThat(answer.text()).as(call).containsPattern("(?i)" + call));
  }

  @Test
  void aMethodThatIsNotThereIsRefused() {
    assertThatThrownBy(() -> RCalls.of(List.of("a guess"))).hasMessageContaining("but was a guess");
  }

  @Test
  void aScoreHasNone() {
    Explanation stage = Explanation.of("stage II", List.<Reason>of(), List.of());
    assertThat(RCalls.of(stage)).isEmpty();
  }
}
