package io.github.avnfh.examples.document;

import java.util.List;
import java.util.Set;

/** A block of code in the Javadoc of a source: its statements, and what it says they answer. */
record JavadocExample(
    LibrarySource source, String name, String code, List<Statement> statements, Names names) {

  /** The types of the library that a block names, and whether it takes its cohort as given. */
  record Names(Set<String> types, boolean givenCohort) {}

  /** A statement, with what stands in the comment behind or below it. */
  record Statement(int start, int end, Kind kind, String value, List<String> answer) {
    enum Kind {
      DECLARATION,
      EXPRESSION,
      OTHER
    }

    boolean isAnswered() {
      return !answer.isEmpty();
    }

    String expected() {
      return String.join("\n", answer);
    }
  }

  /** The statements that say what they answer, in order. */
  List<Statement> answered() {
    return statements.stream().filter(Statement::isAnswered).toList();
  }

  /** Whether the block calls the type by its name. */
  boolean names(String type) {
    return names.types().contains(type);
  }

  /** The block as a class that says each answer as it comes to it. */
  String program() {
    StringBuilder program = new StringBuilder("package shown;\n\n");
    for (String imported : List.of(
        "java.io.*",
        "java.nio.charset.*",
        "java.nio.file.*",
        "java.sql.*",
        "java.time.*",
        "java.util.*",
        "java.util.function.*",
        "java.util.stream.*")) {
      program.append("import ").append(imported).append(";\n");
    }
    names.types().forEach(type -> program.append("import ").append(type).append(";\n"));
    program
        .append("\npublic class ")
        .append(name)
        .append(" {\n  public static void main(String[] none) throws Exception {\n");
    if (names.givenCohort()) {
      program
          .append("io.github.avnfh.core.cohort.Cohort cohort = ")
          .append(Shown.COHORT)
          .append(";\n");
    }
    return program + body() + "\n  }\n}\n";
  }

  private String body() {
    StringBuilder body = new StringBuilder(code);
    for (int at = statements.size() - 1; at >= 0; at--) {
      Statement statement = statements.get(at);
      if (statement.isAnswered()) {
        body.replace(statement.start(), statement.end(), shown(statement));
      }
    }
    return body.toString();
  }

  private String shown(Statement statement) {
    String written = code.substring(statement.start(), statement.end());
    return switch (statement.kind()) {
      case DECLARATION ->
        written + " " + Shown.CALL + "(() -> { return " + statement.value() + "; });";
      case EXPRESSION -> Shown.CALL + "(() -> " + written.substring(0, written.length() - 1) + ");";
      case OTHER -> Shown.CALL + "(() -> {" + written + "});";
    };
  }
}
