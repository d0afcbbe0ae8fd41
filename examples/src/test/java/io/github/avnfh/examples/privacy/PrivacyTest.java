package io.github.avnfh.examples.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.avnfh.examples.evidence.Library;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Drives every public type of the library with a patient's data and listens to what is said. */
class PrivacyTest {
  private static final Pattern SECRET = Pattern.compile(
      "99887|2031.?05.?17|17[.]0?5[.]2031" + "|(?<![0-9.])" + Subjects.AGE + "(?![0-9])");

  private static Explorer explorer;

  @TempDir
  private Path folder;

  @BeforeAll
  static void callsEverything() {
    explorer = library();
  }

  /** What was reached of the library, found once for all tests. */
  static Explorer library() {
    return Reached.EXPLORER;
  }

  private static final class Reached {
    private static final Explorer EXPLORER = new Explorer(publicTypes(), Subjects.ID);

    static {
      EXPLORER.explore(Subjects.roots());
    }
  }

  static List<Class<?>> publicTypes() {
    return Library.types().stream()
        .filter(type -> !type.getName().contains(".internal."))
        .filter(PrivacyTest::isOpen)
        .toList();
  }

  private static boolean isOpen(Class<?> type) {
    return Modifier.isPublic(type.getModifiers())
        && (type.getDeclaringClass() == null || isOpen(type.getDeclaringClass()));
  }

  @Test
  void nothingOfAPatientIsSaid() {
    Set<String> leaks = explorer.said().stream()
        .filter(text -> SECRET.matcher(text).find())
        .collect(Collectors.toSet());
    assertThat(leaks).isEmpty();
  }

  /** A type that is not reached needs a value among the subjects, or a way to one. */
  @Test
  void everyPublicTypeIsListenedTo() {
    assertThat(explorer.unreached()).isEmpty();
    assertThat(explorer.calls()).isGreaterThan(1000);
  }

  /** A type that tells everything, to show that it would be heard. */
  public record Gossip(String id) {
    /** Refuses, and says too much. */
    public static Gossip parse(String text) {
      if (!text.isEmpty()) {
        throw new IllegalArgumentException("no gossip: " + text);
      }
      return new Gossip(text);
    }
  }

  @Test
  void hearsATypeThatTells() {
    Explorer listener = new Explorer(List.of(Gossip.class), Subjects.ID);
    listener.explore(List.of(new Gossip(Subjects.ID)));
    assertThat(listener.said())
        .contains(
            "Gossip says: Gossip[id=" + Subjects.ID + "]",
            "Gossip.parse refuses: no gossip: " + Subjects.ID)
        .allMatch(text -> SECRET.matcher(text).find());
    Explorer deaf = new Explorer(List.of(Gossip.class), Subjects.ID);
    deaf.explore(List.of());
    assertThat(deaf.unreached()).containsExactly(Gossip.class.getName());
  }

  @Test
  void noLineOfTheLogHoldsAPatient() throws IOException, InterruptedException {
    Process java = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            "-Dorg.slf4j.simpleLogger.defaultLogLevel=trace",
            LogRun.class.getName(),
            folder.toString())
        .redirectErrorStream(true)
        .start();
    String log = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(java.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(java.exitValue()).as(log).isZero();
    assertThat(log).contains("DEBUG").doesNotContainPattern(SECRET);
  }
}
