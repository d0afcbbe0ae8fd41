package io.github.avnfh.examples.evidence;

import io.github.avnfh.core.evidence.Citation;
import io.github.avnfh.core.evidence.Rule;
import io.github.avnfh.core.evidence.Sources;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The rules with their sources and the tests that hold them, and what is wrong about them. */
final class RuleList {
  /** Papers of which authors, title and journal were looked up, but not the pages. */
  private static final Set<String> PAGES_UNCONFIRMED =
      Set.of("10.1016/j.arth.2019.11.029", "10.1007/s007760200108");

  private final List<Rule> rules;
  private final List<RuleCase> cases;

  RuleList(List<Rule> rules, List<RuleCase> cases) {
    this.rules = rules;
    this.cases = cases;
  }

  /**
   * A sentence for each rule without a published source or without a test, and for each bad case.
   */
  List<String> faults() {
    List<String> faults = new ArrayList<>();
    Set<Rule> held = cases.stream().flatMap(one -> one.held().stream()).collect(Collectors.toSet());
    cases.stream()
        .filter(one -> one.held().isEmpty())
        .forEach(one -> faults.add("the case does not show its rule at work: " + one));
    for (Rule rule : rules) {
      if (!isPublished(rule.citation())) {
        faults.add(rule.id() + " has no published source");
      }
      if (!held.contains(rule)) {
        faults.add(
            rule.id() + " (" + rule.citation().source() + ") has no test that shows it at work");
      }
    }
    Map<List<Object>, Long> byId = rules.stream()
        .collect(Collectors.groupingBy(
            rule -> List.of(rule.id(), rule.citation()), Collectors.counting()));
    byId.forEach((id, count) -> {
      if (count > 1) {
        faults.add(id.get(0) + " stands for " + count + " rules");
      }
    });
    return faults;
  }

  private static boolean isPublished(Citation citation) {
    return !citation.equals(Sources.ANALYST);
  }

  /** What could not be looked up of a source, nothing where all was. */
  private static String bibliography(Citation citation) {
    if (citation.doi().filter(PAGES_UNCONFIRMED::contains).isPresent()) {
      return "pages unconfirmed";
    }
    return isConfirmed(citation) ? "" : "unconfirmed";
  }

  /**
   * Not a source whose authors or title are described because they could not be looked up, nor a
   * paper whose volume could not.
   */
  private static boolean isConfirmed(Citation citation) {
    return !citation.authors().startsWith("Authors of ")
        && !citation.title().startsWith("[")
        && (citation.doi().isEmpty() || citation.source().contains(";"));
  }

  String markdown(Function<String, List<String>> tests) {
    StringBuilder text = new StringBuilder("""
        # Rules

        Every rule of the library with its version, its source and the tests that hold it. A case of `RuleListTest` shows a
        rule at work: a result that it made, and a neighboring one that it did not, both worked out by hand. The other tests
        expect the rule by its identifier. The file is generated; `RuleListTest` fails if it is out of date, if a rule has no
        source, or if no case shows it at work. A source is marked *unconfirmed* where its authors or title could not be
        looked up and are described instead, or where the volume of a paper could not, and *pages unconfirmed* where only the
        pages could not. To write it anew, run

        ```
        mvn -pl examples -am test-compile surefire:test -Dtest=RuleListTest -Dsurefire.failIfNoSpecifiedTests=false -Drules.write=true
        ```

        | rule | version | what it says | source | bibliography | tests |
        | :-- | :-- | :-- | :-- | :-- | :-- |
        """);
    for (Rule rule : rules) {
      text.append("| ")
          .append(String.join(
              " | ",
              rule.id(),
              rule.version(),
              rule.statement(),
              rule.citation().text(),
              bibliography(rule.citation()),
              String.join(", ", holding(rule, tests.apply(rule.id())))))
          .append(" |\n");
    }
    return text.append("\n")
        .append(rules.size())
        .append(" rules. Not a medical device.\n")
        .toString();
  }

  private List<String> holding(Rule rule, List<String> naming) {
    List<String> tests = new ArrayList<>();
    if (cases.stream().flatMap(one -> one.held().stream()).anyMatch(rule::equals)) {
      tests.add("examples RuleListTest");
    }
    tests.addAll(naming);
    return tests;
  }
}
