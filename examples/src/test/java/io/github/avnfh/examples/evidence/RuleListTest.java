package io.github.avnfh.examples.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import io.github.avnfh.core.evidence.Citation;
import io.github.avnfh.core.evidence.Explanation;
import io.github.avnfh.core.evidence.Reason;
import io.github.avnfh.core.evidence.Rule;
import io.github.avnfh.core.evidence.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RuleListTest {
  private static final Path FILE = Path.of("RULES.md");
  private static final Set<String> KNOWN_TO_MAKE_RULES = Set.of(
      "io.github.avnfh.core.evidence.Threshold.chosen",
      "io.github.avnfh.core.study.protocol.ProtocolReader.rule",
      "io.github.avnfh.staging.response.ResponseRule.clause");
  private static final Citation SOURCE = Citation.of("Nobody", "Nothing", "Nowhere 1999;1:1");

  private static List<RuleCase> cases() {
    return Stream.of(
            StagingCases.all(),
            ScoringCases.all(),
            InstrumentCases.all(),
            SurvivalCases.all(),
            ProtocolCases.all())
        .flatMap(List::stream)
        .toList();
  }

  @Test
  void findsASourceAndATestForEveryRule() {
    assertThat(LibraryRules.all()).hasSizeGreaterThan(120);
    assertThat(new RuleList(LibraryRules.all(), cases()).faults()).isEmpty();
  }

  @Test
  void isUpToDate() throws IOException {
    String list = new RuleList(LibraryRules.all(), cases()).markdown(TestSources.read()::naming);
    if (Boolean.getBoolean("rules.write")) {
      Files.writeString(FILE, list);
    }
    assertThat(Files.readString(FILE)).isEqualTo(list);
  }

  /** Otherwise a rule could be made where the list does not look. */
  @Test
  void seesEveryPlaceThatMakesRules() {
    Stream<JavaMethodCall> births =
        Library.classes().get(Rule.class).getMethodCallsToSelf().stream()
            .filter(call -> call.getTarget().getName().equals("of"))
            .filter(call -> !call.getOriginOwner().isEquivalentTo(Rule.class));
    List<String> unseen = births
        .map(JavaMethodCall::getOrigin)
        .filter(origin -> !isOfStaticFields(origin))
        .map(origin -> origin.getOwner().getName() + "." + origin.getName())
        .filter(name -> !KNOWN_TO_MAKE_RULES.contains(name))
        .toList();
    assertThat(unseen).isEmpty();
  }

  /** Whether a method is, or serves only, the initialization of its class. */
  private static boolean isOfStaticFields(JavaCodeUnit unit) {
    if (unit.getName().equals("<clinit>")) {
      return true;
    }
    return unit.getModifiers().containsAll(Set.of(JavaModifier.PRIVATE, JavaModifier.STATIC))
        && unit.getCallsOfSelf().stream().allMatch(call -> isOfStaticFields(call.getOrigin()));
  }

  private static final class Fake {
    static final Rule WITHOUT_SOURCE = Rule.of("FAKE-1", "1.0", "Made up.", Sources.ANALYST);
    static final List<Rule> WITHOUT_TEST =
        List.of(Rule.of("FAKE-2", "1.0", "Made up, too.", SOURCE));
  }

  private static Explanation made(String answer, Rule... rules) {
    return Explanation.of(
        answer, Stream.of(rules).map(rule -> Reason.of(rule, "inputs")).toList(), List.of());
  }

  @Test
  void faultsARuleWithoutASourceAndOneWithoutATest() {
    List<Rule> rules = LibraryRules.rulesIn(LibraryRules.held(List.of(Fake.class)))
        .sorted(Comparator.comparing(Rule::id))
        .toList();
    RuleCase held = new RuleCase(
        "FAKE-1",
        new RuleCase.Shown(made("yes", Fake.WITHOUT_SOURCE), "yes"),
        new RuleCase.Shown(made("no"), "no"));
    assertThat(new RuleList(rules, List.of(held)).faults())
        .containsExactly(
            "FAKE-1 has no published source",
            "FAKE-2 (Nowhere 1999;1:1) has no test that shows it at work");
  }

  @Test
  void takesNoCaseThatDoesNotShowItsRuleAtWork() {
    Rule rule = Fake.WITHOUT_TEST.get(0);
    RuleCase.Shown yes = new RuleCase.Shown(made("yes", rule), "yes");
    RuleCase.Shown no = new RuleCase.Shown(made("no"), "no");
    assertThat(new RuleCase("FAKE-2", yes, no).held()).contains(rule);
    assertThat(new RuleCase("FAKE-2", yes, yes).held()).as("no neighbor").isEmpty();
    assertThat(new RuleCase("FAKE-2", no, yes).held()).as("rule not met").isEmpty();
    assertThat(new RuleCase("FAKE-2", yes, new RuleCase.Shown(made("maybe"), "no")).held())
        .as("neighbor not as expected")
        .isEmpty();
    assertThat(new RuleCase("FAKE-2", new RuleCase.Shown(made("perhaps", rule), "yes"), no).held())
        .as("answer not as expected")
        .isEmpty();
    assertThat(new RuleList(List.of(), List.of(new RuleCase("FAKE-2", no, yes))).faults())
        .hasSize(1);
  }

  @Test
  void faultsOneIdentifierForTwoRulesOfOneSource() {
    Rule one = Rule.of("FAKE-2", "1.0", "This.", SOURCE);
    Rule two = Rule.of("FAKE-2", "1.0", "That.", SOURCE);
    assertThat(new RuleList(List.of(one, two), List.of()).faults())
        .contains("FAKE-2 stands for 2 rules");
  }
}
