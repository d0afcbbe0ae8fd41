package io.github.avnfh.examples.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.examples.Main;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentsTest {
  private static final Map<String, String> DOCUMENTS = Documents.all();
  private static final CommandCheck CHECK = new CommandCheck();
  private static final Pattern OF_THE_PROGRAM =
      Pattern.compile("^\\| `([a-z][^`]*)` \\|", Pattern.MULTILINE);
  private static final Pattern RUN = Pattern.compile(
      "^ *(?:\\w+=\\S+ )?(?:run|by \\S+) ([\\w/]+\\.md) '([^']+)'", Pattern.MULTILINE);
  private static final Pattern DECLARED =
      Pattern.compile("\\b(?:class|interface|enum|record) (\\w+)");
  private static final Pattern TYPE = Pattern.compile("[A-Z][a-z0-9]+(?:[A-Z][a-z0-9]*)+");

  @Test
  void everyCommandNamesOnlyWhatIsThere() {
    List<String> problems = new ArrayList<>();
    DOCUMENTS.forEach((document, text) -> {
      Stream.concat(
              Documents.commands(text).stream().map(CHECK::problems),
              Documents.commandLines(text).stream().map(CHECK::problemsOfCommandLine))
          .flatMap(List::stream)
          .forEach(problem -> problems.add(document + ": " + problem));
    });
    assertThat(problems).isEmpty();
  }

  @Test
  void commandsAreFound() {
    assertThat(DOCUMENTS.values().stream()
            .mapToLong(text -> Documents.commands(text).size())
            .sum())
        .isGreaterThanOrEqualTo(25);
  }

  /**
   * {@code .ci/run} runs {@code .ci/commands}, which lists the commands that it runs, with
   * {@code *} for anything, and fails for one that no document holds.
   */
  @Test
  void everyCommandIsRun() {
    List<List<String>> runs = RUN.matcher(Documents.text(".ci/commands"))
        .results()
        .map(run -> List.of(run.group(1), run.group(2)))
        .distinct()
        .toList();
    List<String> faults = new ArrayList<>();
    DOCUMENTS.forEach((document, text) -> Documents.typed(text).stream()
        .distinct()
        .filter(command -> !command.equals(".ci/run"))
        .filter(
            command -> runs.stream().filter(run -> isOf(run, document, command)).count() != 1)
        .forEach(command -> faults.add(document + ": " + command)));
    assertThat(runs).hasSizeGreaterThan(15);
    assertThat(faults).isEmpty();
  }

  private static boolean isOf(List<String> run, String document, String command) {
    String looks = Stream.of(run.get(1).split("\\*", -1))
        .map(Pattern::quote)
        .collect(Collectors.joining(".*"));
    return document.equals(run.get(0)) && command.matches(looks);
  }

  @Test
  void aBlockWithoutALanguageHoldsCommandsOnly() {
    DOCUMENTS.forEach((document, text) -> {
      assertThat(Documents.languages(text))
          .as(document)
          .isSubsetOf("", "java", "jshell", "text", "xml");
      assertThat(Documents.typed(text)).as(document).containsAll(Documents.shellLines(text));
    });
  }

  @Test
  void everyCommandOfACommentStandsInADocument() {
    Set<String> known = DOCUMENTS.values().stream()
        .flatMap(text -> Documents.typed(text).stream())
        .collect(Collectors.toSet());
    List<String> named = Stream.of(Documents.files(".java"), Documents.files(".jsh"))
        .flatMap(sources -> sources.values().stream())
        .flatMap(source -> Documents.commandsOfComments(source).stream())
        .toList();
    assertThat(named).hasSizeGreaterThanOrEqualTo(5);
    assertThat(known).containsAll(named);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mvn instal",
        "mvn -pl imaging test",
        "mvn -Pnightly verify",
        "mvn surefire:test -Dtest=NoSuchTest",
        "mvn test -Davnfh.nothing=1",
        "mvn -Dbenchmark.main=io.github.avnfh.examples.benchmark.Nothing test",
        "mvn nothing:apply",
        "mvn javadoc:aggregate-no-fork@nothing",
        "java -jar examples/target/other.jar report",
        "java -jar examples/target/avnfh.jar operate",
        "java -jar examples/target/avnfh.jar report --force",
        "java -cp examples/target/avnfh.jar io.github.avnfh.examples.Nothing",
        "jshell --startup examples/nothing.jsh",
        "sh examples/nothing.sh",
        "Rscript report-in-r/nothing.R",
        ".ci/nothing",
        ".ci/quality nothing"
      })
  void aCommandThatNamesWhatIsNotThereIsFound(String command) {
    assertThat(Documents.commands("```\n" + command + "\n```\n")).containsExactly(command);
    assertThat(CHECK.problems(command)).hasSize(1);
  }

  @Test
  void theReadmeListsTheCommandsOfTheProgram() {
    List<String> listed = OF_THE_PROGRAM
        .matcher(DOCUMENTS.getOrDefault("README.md", ""))
        .results()
        .map(row -> row.group(1))
        .toList();
    assertThat(listed)
        .allSatisfy(command -> assertThat(CHECK.problemsOfCommandLine(command)).isEmpty());
    Set<String> known = new TreeSet<>(Main.commandLine().getSubcommands().keySet());
    known.remove("help");
    assertThat(listed.stream().map(command -> command.split(" ", -1)[0]))
        .containsExactlyInAnyOrderElementsOf(known);
  }

  @Test
  void everyLinkLeadsToAFile() {
    DOCUMENTS.forEach((document, text) -> {
      Path file = Documents.ROOT.resolve(document);
      assertThat(Documents.links(text))
          .as(document)
          .allSatisfy(link ->
              assertThat(Files.exists(file.resolveSibling(link))).as(link).isTrue());
    });
  }

  @Test
  void everyTypeThatIsNamedIsThere() {
    Set<String> declared = Documents.files(".java").values().stream()
        .flatMap(source -> DECLARED.matcher(source).results())
        .map(type -> type.group(1))
        .collect(Collectors.toSet());
    List<String> missing = new ArrayList<>();
    DOCUMENTS.forEach((document, text) -> Documents.inline(text).stream()
        .filter(code -> TYPE.matcher(code).matches() && !declared.contains(code))
        .forEach(code -> missing.add(document + ": " + code)));
    assertThat(missing).isEmpty();
  }
}
