package user;

import io.github.avnfh.core.dictionary.CohortReader;
import io.github.avnfh.survival.FollowUp;
import io.github.avnfh.survival.KaplanMeier;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.slf4j.LoggerFactory;

/** The program of a user on the class path, who asked for survival and a logger. */
class Plain {
  private Plain() {}

  public static void main(String[] none) {
    PrintStream usual = System.err;
    ByteArrayOutputStream logged = new ByteArrayOutputStream();
    System.setErr(new PrintStream(logged, true, StandardCharsets.UTF_8));

    double survival = KaplanMeier.withDefaults()
        .estimate(FollowUp.ofDays(new int[] {1, 2}, new boolean[] {true, false}).build())
        .curve("all")
        .at(1)
        .estimate()
        .orElseThrow()
        .survival();

    int problems =
        CohortReader.withDefaults().read(name -> Optional.empty()).problems().size();
    LoggerFactory.getLogger("user").info("seen");
    System.setErr(usual);

    require("survival of one of two", 0.5, survival);
    require("problems without files", true, problems > 0);
    require(
        "what was logged",
        "[main] INFO user - seen",
        logged.toString(StandardCharsets.UTF_8).strip());

    List<String> jars = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(entry -> Path.of(entry).getFileName().toString())
        .filter(name -> name.endsWith(".jar"))
        .map(name -> name.replaceAll("-[0-9][0-9.]*(-SNAPSHOT)?[.]jar$", ""))
        .sorted()
        .toList();
    require(
        "jars",
        List.of("avnfh-core", "avnfh-survival", "commons-math3", "fastcsv", "slf4j-api", "slf4j-simple"),
        jars);
    System.out.println("plain: " + jars);
  }

  private static void require(String what, Object expected, Object actual) {
    if (!expected.equals(actual)) {
      throw new AssertionError(what + " must be " + expected + ", but was " + actual);
    }
  }
}
