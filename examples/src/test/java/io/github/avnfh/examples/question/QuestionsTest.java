package io.github.avnfh.examples.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class QuestionsTest {
  private static final Path SOURCES = Path.of("src/main/java/io/github/avnfh/examples/question");
  private static final Pattern ANSWER = Pattern.compile(
      " \\* <pre>\\{@code\n(.*?) \\* }</pre>\n \\*/\npublic final class", Pattern.DOTALL);

  static Stream<Arguments> questions() {
    return Stream.of(
        question("CanThisPercentageBe", CanThisPercentageBe::main),
        question("DidThisHipGetBetter", DidThisHipGetBetter::main),
        question("DidTwoReadersAgree", DidTwoReadersAgree::main),
        question("HowLongDidTheHipsLast", HowLongDidTheHipsLast::main),
        question("WhatIfTwoHipsAreOnePatient", WhatIfTwoHipsAreOnePatient::main),
        question("WhichStageIsThis", WhichStageIsThis::main));
  }

  private static Arguments question(String name, Consumer<String[]> main) {
    return Arguments.of(name, main);
  }

  private static String answerInTheComment(String name) throws IOException {
    Matcher answer = ANSWER.matcher(Files.readString(SOURCES.resolve(name + ".java")));
    assertThat(answer.find()).as(name).isTrue();
    return answer
        .group(1)
        .lines()
        .map(line -> line.substring(3) + "\n")
        .collect(Collectors.joining());
  }

  private static String printed(Consumer<String[]> main) {
    PrintStream usual = System.out;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    try (PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8)) {
      System.setOut(out);
      main.accept(new String[0]);
    } finally {
      System.setOut(usual);
    }
    return said.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }

  @ParameterizedTest
  @MethodSource("questions")
  void printsTheAnswerThatStandsInItsComment(String name, Consumer<String[]> main)
      throws IOException {
    assertThat(printed(main)).isNotEmpty().isEqualTo(answerInTheComment(name));
  }

  @Test
  void everyQuestionIsAsked() throws IOException {
    try (Stream<Path> files = Files.list(SOURCES)) {
      List<String> names = files
          .map(file -> file.getFileName().toString().replace(".java", ""))
          .filter(name -> !name.equals("package-info"))
          .sorted()
          .toList();
      assertThat(questions().map(question -> question.get()[0])).isEqualTo(names);
    }
  }
}
