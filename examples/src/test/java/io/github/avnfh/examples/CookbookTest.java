package io.github.avnfh.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.examples.document.JavaProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compiles all recipes of the cookbook at once, and runs them in one process. */
class CookbookTest {
  private static final Pattern RECIPE = Pattern.compile(
      "\n### (\\d+)\\. [^\n]+\n\n```java\n(.*?)```\n\n```text\n(.*?)```\n", Pattern.DOTALL);
  private static final String ALL = """
      public class All {
        public static void main(String[] names) throws Exception {
          for (String name : names) {
            System.out.println("=== " + name);
            var main = Class.forName(name).getDeclaredMethod("main", String[].class);
            main.setAccessible(true);
            main.invoke(null, (Object) new String[0]);
          }
        }
      }
      """;

  @TempDir
  private Path folder;

  private static List<MatchResult> recipes() throws IOException {
    return RECIPE.matcher(Files.readString(Path.of("COOKBOOK.md"))).results().toList();
  }

  private static String imports() throws IOException {
    String startup = Files.readAllLines(Path.of("avnfh.jsh")).stream()
        .filter(line -> line.startsWith("import "))
        .collect(Collectors.joining("\n"));
    return startup + "\nimport java.nio.file.*;\nimport java.util.*;\nimport java.util.stream.*;\n";
  }

  private static String name(MatchResult recipe) {
    return "Recipe" + recipe.group(1);
  }

  private static String asClass(MatchResult recipe) {
    return "class " + name(recipe)
        + " {\n  public static void main(String[] none) throws Exception {\n" + recipe.group(2)
        + "  }\n}\n";
  }

  private JavaProgram compiled(List<MatchResult> recipes) throws IOException {
    String classes = recipes.stream().map(CookbookTest::asClass).collect(Collectors.joining());
    Path source = Files.writeString(folder.resolve("All.java"), imports() + ALL + classes);
    return JavaProgram.compiled(folder, List.of(source));
  }

  @Test
  void everyRecipePrintsWhatStandsBelowIt() throws IOException, InterruptedException {
    List<MatchResult> recipes = recipes();
    String expected = recipes.stream()
        .map(recipe -> "=== " + name(recipe) + "\n" + recipe.group(3))
        .collect(Collectors.joining());
    List<String> names = recipes.stream().map(CookbookTest::name).toList();
    assertThat(compiled(recipes).printed("All", names)).isEqualTo(expected);
  }

  @Test
  void thereAreTwentyThreeShortOnes() throws IOException {
    assertThat(recipes())
        .extracting(recipe -> recipe.group(1))
        .isEqualTo(IntStream.rangeClosed(1, 23).mapToObj(String::valueOf).toList());
    assertThat(recipes())
        .allSatisfy(recipe -> assertThat(recipe.group(2).lines()).hasSizeLessThanOrEqualTo(7));
    assertThat(Files.readString(Path.of("COOKBOOK.md")).split("```java\n", -1)).hasSize(24);
  }
}
