package io.github.avnfh.examples.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What can be typed behind each command. */
final class CommandOptions {
  /**
   * The options of each command: a line is always typed unless it begins with a question mark, and
   * words between bars are alternatives. A word that begins with # is a file of
   * {@link CommandFiles}, and a line that begins with an exclamation mark is wrong: cohorts to
   * simulate take minutes.
   */
  private static final Map<String, String> OPTIONS = new LinkedHashMap<>();

  private static final String COMMON = """
      ? --strict
      ? --decimal-comma
      ? --skip-bad-rows
      ? --debug
      """;

  static {
    String columns = """
        --input #follow_up.csv
        --time time
        --event event
        --event-code 1|1 2
        ? --censor-code 0 9
        ? --entry entry
        ? --weight weight
        ? --strata stratum
        ? --cluster patient
        ? --level 0.9
        """;
    String figure = """
        ? --figure-months
        ? --figure-least-at-risk 0|5
        ? --figure-no-bands
        ? --figure-facets
        ? --figure-width 320|700
        ? --figure-palette okabe-ito|gray
        """;
    OPTIONS.put("survival", columns + figure + """
        ? --figure-events
        ? --figure-medians
        ? --group group
        ? --conf-type log-log|log|plain|logit|arcsin
        ? --at 0,12,36
        ? --rmst 24,1000
        ? --quantile 0.1,0.5
        ? --test logrank fh:1,0 gehan|tarone-ware peto-peto
        ? --pairwise holm|bh|none
        ? --critical t|normal
        ? --many-groups
        """);
    OPTIONS.put("cox", columns + """
        --covariate age|group:factor|lesion:spline3|age group:factor=II
        ? --ties efron|breslow|exact
        ? --firth
        ? --frailty patient
        ? --predict #predicted.csv --at 1,24
        ? --adjusted group
        """);
    OPTIONS.put("interval", """
        --input #intervals.csv
        --left before
        --right found
        ? --group group
        ? --cluster patient
        ? --covariate age|group:factor|age group:factor=II
        ? --distribution weibull|loglogistic|lognormal|exponential
        ? --level 0.9
        """);
    OPTIONS.put("reconstruct", """
        --curve #clicks.csv
        --at-risk #at_risk.csv
        ? --patients 21
        ? --events 20|21
        """);
    OPTIONS.put("longitudinal", """
        --input #visits.csv
        --subject hip
        ? --cluster patient
        --visit visit
        --score score
        ? --group group
        ? --covariate age|group:factor
        --method random-intercept|unstructured|gee
        ? --link identity|logit|log
        ? --working independence|exchangeable
        ? --df satterthwaite|kenward-roger|between
        ? --sandwich sandwich|kauermann-carroll|mancl-derouen
        ? --time factor|slope|spline3
        ? --ml
        ? --baseline
        ? --adjust holm|hochberg|bonferroni|bh|none
        ? --level 0.9
        """);
    OPTIONS.put(
        "competing", columns.replace("--event-code 1|1 2", "--event-code 1") + figure + """
        --competing-code 2|2 3
        ? --group group
        ? --conf-type log-log|log|plain|logit|arcsin
        ? --at 0,12,36
        ? --critical t|normal
        ? --covariate age|group:factor|lesion:spline3
        """);
    OPTIONS.put("score harris", """
        --input #items.csv|#points.csv
        --rom index|arc
        ? --points
        ? --template
        """);
    OPTIONS.put("stage", """
        --input #findings.csv
        --system steinberg|ficat|arco1994|arco2019|jic|kerboul
        ? --template
        """);
    OPTIONS.put("audit", """
        --input #claims.csv
        ? --template
        """);
    OPTIONS.put("report", """
        --cohort #cohort
        ? --data #export.csv --dictionary #dictionary.csv
        ? --protocol study|none|#protocol.csv
        ? --horizon 12|24
        """);
    OPTIONS.put("inspect", """
        --data #export.csv|#follow_up.csv #visits.csv
        """);
    OPTIONS.put("cohort", """
        --seed 1|4658
        --prefer table3|text
        --margins #margins.csv
        ? --repeat 2
        """);
    OPTIONS.put("validity", """
        ! --cohorts 9|100001|ten|1e3|-1
        ? --seed 1|x
        """);
    OPTIONS.put("help", """
        ? survival|cox|stage
        """);
  }

  private CommandOptions() {}

  static Set<String> commands() {
    return OPTIONS.keySet();
  }

  /** Whether what is typed behind the command is wrong. */
  static boolean areWrong(String command) {
    return text(command).startsWith("!");
  }

  /** The lines of a command's options, with those that all commands have that read a file. */
  static List<String> lines(String command) {
    String own = text(command);
    return (own.contains("#") ? own + COMMON : own + "? --debug").lines().toList();
  }

  private static String text(String command) {
    return Objects.requireNonNull(OPTIONS.get(command), command);
  }
}
