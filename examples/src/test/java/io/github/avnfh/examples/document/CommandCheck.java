package io.github.avnfh.examples.document;

import io.github.avnfh.examples.Main;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import picocli.CommandLine;

/**
 * Looks up what a command of a document names: modules, profiles, plugins, properties, test
 * classes, scripts, files, commands and their options. It does not run the command.
 */
final class CommandCheck {
  private static final String JAR = "examples/target/avnfh.jar";
  private static final String FRAGMENTS = "examples/src/main/resources/io/github/avnfh/examples/r/";
  private static final Pattern WORD = Pattern.compile("(\\S*)\"([^\"]*)\"|\\S+");
  private static final Set<String> PHASES = Set.of(
      "clean",
      "compile",
      "deploy",
      "install",
      "package",
      "process-test-classes",
      "test",
      "test-compile",
      "verify");
  private static final Set<String> FLAGS =
      Set.of("-q", "-o", "-B", "-am", "--batch-mode", "--no-transfer-progress");
  private static final Set<String> PROPERTIES_OF_MAVEN =
      Set.of("skipTests", "maven.test.skip", "surefire.failIfNoSpecifiedTests", "gpg.signer");

  private final Map<String, String> poms = Documents.files("pom.xml");
  private final Map<String, String> sources = Documents.files(".java");
  private final List<String> problems = new ArrayList<>();

  /** What the command names and the project has not; nothing if all of it is there. */
  List<String> problems(String command) {
    problems.clear();
    List<String> words = new ArrayList<>(words(command));
    if (words.get(0).matches("[A-Z_]+=.*")) {
      words.remove(0);
    }
    String program = words.remove(0);
    switch (program) {
      case "mvn" -> maven(words.iterator());
      case "java" -> java(words.iterator());
      case "jshell" -> jshell(words.iterator());
      case "sh" -> file(words.get(0));
      case "Rscript" -> file(FRAGMENTS + words.get(0).replaceAll(".*/", ""));
      default -> script(program, words);
    }
    return List.copyOf(problems);
  }

  private static List<String> words(String command) {
    return WORD.matcher(command).results().map(CommandCheck::unquoted).toList();
  }

  private static String unquoted(MatchResult word) {
    return word.group(2) == null ? word.group() : word.group(1) + word.group(2);
  }

  private void require(boolean there, String what) {
    if (!there) {
      problems.add(what);
    }
  }

  private void file(String path) {
    require(Files.exists(Documents.ROOT.resolve(path)), "no file " + path);
  }

  private void jar(String path) {
    require(
        path.equals(JAR)
            && poms.getOrDefault("examples/pom.xml", "").contains("/avnfh.jar</outputFile>"),
        "no jar " + path);
  }

  private void type(String name) {
    String path = "/" + name.replace('.', '/') + ".java";
    require(sources.keySet().stream().anyMatch(file -> file.endsWith(path)), "no class " + name);
  }

  private void maven(Iterator<String> words) {
    while (words.hasNext()) {
      String word = words.next();
      if (word.equals("-pl")) {
        String module = words.next().replaceAll("['!]", "");
        require(poms.containsKey(module + "/pom.xml"), "no module " + module);
      } else if (word.startsWith("-P")) {
        String profile = "<id>" + word.substring(2) + "</id>";
        require(poms.values().stream().anyMatch(pom -> pom.contains(profile)), "no " + profile);
      } else if (word.startsWith("-D")) {
        property(word.substring(2));
      } else if (word.contains(":")) {
        plugin(word);
      } else {
        require(PHASES.contains(word) || FLAGS.contains(word), "no phase or option " + word);
      }
    }
  }

  /** A goal such as {@code surefire:test}, or one as an execution of the POM sets it up. */
  private void plugin(String goal) {
    String prefix = goal.replaceAll(":.*", "");
    require(
        poms.values().stream()
            .anyMatch(pom -> pom.contains("<artifactId>maven-" + prefix + "-plugin<")
                || pom.contains("<artifactId>" + prefix + "-maven-plugin<")),
        "no plugin " + prefix);
    String execution = "<id>" + goal.replaceAll(".*@", "") + "</id>";
    require(
        !goal.contains("@") || poms.values().stream().anyMatch(pom -> pom.contains(execution)),
        "no " + execution);
  }

  private void property(String setting) {
    String name = setting.replaceAll("=.*", "");
    String value = setting.substring(Math.min(setting.length(), name.length() + 1));
    if (name.equals("test") || value.startsWith("io.github.avnfh.")) {
      type(value);
    }
    require(
        name.equals("test")
            || PROPERTIES_OF_MAVEN.contains(name)
            || poms.values().stream().anyMatch(pom -> pom.contains(name))
            || sources.entrySet().stream()
                .filter(source -> source.getKey().contains("src/test/"))
                .anyMatch(source -> source.getValue().contains("(\"" + name + "\"")),
        "no property " + name);
  }

  private void java(Iterator<String> words) {
    String option = words.next();
    while (option.startsWith("-XX:")) {
      option = words.next();
    }
    jar(words.next());
    List<String> rest = new ArrayList<>();
    words.forEachRemaining(rest::add);
    if (option.equals("-jar")) {
      commandLine(rest);
    } else {
      type(rest.get(0));
      rest.stream().skip(1).forEach(this::file);
    }
  }

  private void jshell(Iterator<String> words) {
    while (words.hasNext()) {
      String word = words.next();
      if (word.equals("--class-path")) {
        jar(words.next());
      } else if (!word.equals("--startup") && !word.equals("DEFAULT")) {
        file(word);
      }
    }
  }

  private void script(String script, List<String> arguments) {
    if (!Files.isExecutable(Documents.ROOT.resolve(script))) {
      problems.add("no script " + script);
      return;
    }
    String text = Documents.text(script);
    for (String argument : arguments) {
      require(text.contains("\n" + argument + "() {"), script + " knows no " + argument);
    }
  }

  /** Commands of the program in any notation: placeholders are capitals, brackets mean optional. */
  private void commandLine(List<String> words) {
    CommandLine command = Main.commandLine();
    for (String word : words.stream().map(CommandCheck::bare).toList()) {
      CommandLine next = command.getSubcommands().get(word);
      if (next != null) {
        command = next;
      } else if (word.startsWith("-")) {
        String name = command.getCommandName();
        require(knows(command, word), name + " knows no option " + word);
      }
    }
    require(!words.isEmpty() && known(words.get(0)), "no command " + words);
  }

  private static String bare(String word) {
    return word.replaceAll("[\\[\\]]", "");
  }

  private static boolean known(String word) {
    return word.equals("COMMAND") || Main.commandLine().getSubcommands().containsKey(word);
  }

  private static boolean knows(CommandLine command, String option) {
    return command.getCommandSpec().findOption(option) != null;
  }

  /** What the program is asked for without its jar, as in a table of its commands. */
  List<String> problemsOfCommandLine(String command) {
    problems.clear();
    commandLine(words(command));
    return List.copyOf(problems);
  }
}
