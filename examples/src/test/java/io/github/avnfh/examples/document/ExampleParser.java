package io.github.avnfh.examples.document;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * Takes a block of code apart into statements, the names in it, and the answers in its comments.
 */
final class ExampleParser {
  private static final String BEFORE = "class Block { void lines() throws Exception {\n";
  private static final Pattern BEHIND = Pattern.compile("\\G[ \t]*// ?(.*)(?:\n|$)");
  private static final Pattern BELOW = Pattern.compile("\\G[ \t]*//(?: (.*)|)(?:\n|$)");
  private static final Pattern END_OF_LINE = Pattern.compile("\\G[ \t]*\n");
  private static final Pattern LITERAL =
      Pattern.compile("\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\])*\"", Pattern.DOTALL);
  private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

  private final LibrarySource source;
  private final LibraryNames names;
  private final String code;

  private ExampleParser(LibrarySource source, LibraryNames names, String code) {
    this.source = source;
    this.names = names;
    this.code = code;
  }

  /** The example that a block is; a block that is not Java is an error. */
  static JavadocExample parse(LibrarySource source, LibraryNames names, int number, String code) {
    String name = (source.packageName() + "." + source.simpleName())
        .replace("io.github.avnfh.", "")
        .replaceAll("[.-]", "_");
    return new ExampleParser(source, names, code).example(name + "_" + number);
  }

  private JavadocExample example(String name) {
    List<JavadocExample.Statement> statements = new ArrayList<>();
    DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
    JavacTask task = (JavacTask) COMPILER.getTask(
        null,
        null,
        problems,
        List.of("-proc:none"),
        null,
        List.of(new Text(BEFORE + code + "\n}}")));
    try {
      CompilationUnitTree unit = task.parse().iterator().next();
      if (!problems.getDiagnostics().isEmpty()) {
        throw new AssertionError(name + ": " + problems.getDiagnostics());
      }
      SourcePositions positions = Trees.instance(task).getSourcePositions();
      for (StatementTree statement : lines(unit)) {
        int start = (int) positions.getStartPosition(unit, statement) - BEFORE.length();
        int end = (int) positions.getEndPosition(unit, statement) - BEFORE.length();
        statements.add(statement(statement, start, end));
      }
      return new JavadocExample(source, name, code, statements, names(unit));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<? extends StatementTree> lines(CompilationUnitTree unit) {
    ClassTree type = (ClassTree) unit.getTypeDecls().get(0);
    MethodTree method = (MethodTree) type.getMembers().get(0);
    BlockTree body = Objects.requireNonNull(method.getBody());
    return body.getStatements();
  }

  private JavadocExample.Names names(CompilationUnitTree unit) {
    Set<String> used = new TreeSet<>();
    new NamesUsed().scan(unit, used);
    Set<String> declared = new TreeSet<>();
    new NamesDeclared().scan(unit, declared);
    Set<String> types = used.stream()
        .flatMap(name -> names.meant(name, source).stream())
        .collect(Collectors.toCollection(TreeSet::new));
    return new JavadocExample.Names(types, used.contains("cohort") && !declared.contains("cohort"));
  }

  private JavadocExample.Statement statement(StatementTree statement, int start, int end) {
    List<String> answer = answer(end);
    if (statement instanceof VariableTree variable) {
      return new JavadocExample.Statement(
          start,
          end,
          JavadocExample.Statement.Kind.DECLARATION,
          variable.getName().toString(),
          answer);
    }
    JavadocExample.Statement.Kind kind = statement instanceof ExpressionStatementTree
        ? JavadocExample.Statement.Kind.EXPRESSION
        : JavadocExample.Statement.Kind.OTHER;
    return new JavadocExample.Statement(start, end, kind, "", answer);
  }

  private List<String> answer(int end) {
    List<String> answer = new ArrayList<>();
    Matcher behind = BEHIND.matcher(code).region(end, code.length());
    int next;
    if (behind.find()) {
      answer.add(behind.group(1).strip());
      next = behind.end();
    } else {
      Matcher endOfLine = END_OF_LINE.matcher(code).region(end, code.length());
      next = endOfLine.find() ? endOfLine.end() : code.length();
    }
    Matcher below = BELOW.matcher(code).region(next, code.length());
    while (next < code.length() && below.find()) {
      answer.add(Objects.requireNonNullElse(below.group(1), "").stripTrailing());
      next = below.end();
    }
    return answer;
  }

  /** How many comments a block has, whether or not they answer a statement. */
  static long comments(String code) {
    String bare = LITERAL.matcher(code).replaceAll("\"\"");
    return Pattern.compile("//|/\\*").matcher(bare).results().count();
  }

  private static final class NamesUsed extends TreeScanner<Object, Set<String>> {
    @Override
    public Object visitIdentifier(IdentifierTree node, Set<String> names) {
      names.add(node.getName().toString());
      return super.visitIdentifier(node, names);
    }
  }

  private static final class NamesDeclared extends TreeScanner<Object, Set<String>> {
    @Override
    public Object visitVariable(VariableTree node, Set<String> names) {
      names.add(node.getName().toString());
      return super.visitVariable(node, names);
    }
  }

  private static final class Text extends SimpleJavaFileObject {
    private final String text;

    Text(String text) {
      super(URI.create("string:///Block.java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreErrors) {
      return text;
    }
  }
}
