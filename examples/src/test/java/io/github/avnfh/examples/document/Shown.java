package io.github.avnfh.examples.document;

import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.examples.synthetic.BundledCohort;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Runs the examples of the Javadoc and says what each of their statements answers: what it prints,
 * else its value in words, else the exception that refuses it.
 */
public final class Shown {
  static final String CALL = Shown.class.getName() + ".show";
  static final String COHORT = Shown.class.getName() + ".cohort()";
  static final String EXAMPLE = "\f=== ";
  static final String ANSWER = "\f--- ";
  static final String FAILURE = "\f!!! ";

  private static final PrintStream OUT = System.out;
  private static final Cohort BUNDLED = BundledCohort.read();

  private Shown() {}

  /** What a statement without a value does. */
  @FunctionalInterface
  public interface Action {
    void run() throws Exception;
  }

  public static void main(String[] names) throws ReflectiveOperationException {
    for (String name : names) {
      OUT.println(EXAMPLE + name);
      try {
        Class.forName("shown." + name).getMethod("main", String[].class).invoke(null, (Object)
            names);
      } catch (InvocationTargetException e) {
        OUT.println(FAILURE + e.getCause());
      }
    }
  }

  /** The cohort that examples call {@code cohort}. */
  public static Cohort cohort() {
    return BUNDLED;
  }

  public static void show(Action action) {
    show(() -> {
      action.run();
      return "";
    });
  }

  public static void show(Callable<?> expression) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    String value;
    try (PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8)) {
      System.setOut(out);
      value = inWords(expression.call());
    } catch (Exception e) {
      value = e.getClass().getSimpleName() + ": " + e.getMessage();
    } finally {
      System.setOut(OUT);
    }
    OUT.println(ANSWER + (said.size() > 0 ? said.toString(StandardCharsets.UTF_8) : value));
  }

  private static String inWords(@Nullable Object value) {
    String words = Arrays.deepToString(new Object[] {value});
    return words.substring(1, words.length() - 1);
  }
}
