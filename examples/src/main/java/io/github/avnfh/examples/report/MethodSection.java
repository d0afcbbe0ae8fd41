package io.github.avnfh.examples.report;

import io.github.avnfh.core.cohort.Cohort;
import io.github.avnfh.core.cohort.Hip;
import io.github.avnfh.core.evidence.Rule;
import io.github.avnfh.core.table.Cell;
import io.github.avnfh.core.table.Column;
import io.github.avnfh.core.table.Column.Kind;
import io.github.avnfh.core.table.Table;
import io.github.avnfh.examples.cli.Counted;
import io.github.avnfh.examples.cli.Version;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** How the numbers came about, as a journal prints it, and which rules they follow. */
final class MethodSection {
  private static final String TITLE = "Methods and sources";
  private static final String ROUNDING =
      "Percentages, means and standard deviations are rounded half up in print, once; the CSV files hold every"
          + " digit. Standard deviations have n - 1 in the denominator. Missing values are left out and counted,"
          + " never filled in.";

  /** The methods of a report by the table, or the rule, whose presence tells that each was used. */
  private static final List<Method> METHODS = List.of(
      new Method(
          List.of("hhs_change", "vas_change"),
          "Changes of scores since baseline are means over hips with bias-reduced cluster-robust standard errors (CR2) and"
              + " Satterthwaite's degrees of freedom; the p values of the visits of a score were adjusted by Holm's"
              + " method."),
      new Method(
          List.of("LONGITUDINAL-KENWARD-ROGER"),
          "All visits of a score were modeled together by restricted maximum likelihood with random intercepts of the"
              + " patient and of the hip and Kenward-Roger degrees of freedom; missed visits were taken to be missing at"
              + " random."),
      new Method(
          List.of("PROPORTION-WILSON-T", "response_by_stage", "subgroup_proportions"),
          "Proportions of hips have Wilson's limits on the effective sample size, with the design effect of patients and t"
              + " on patients less one; proportions of patients have exact (Clopper-Pearson) limits."),
      new Method(
          List.of("progression_by_stage"),
          "Progression on images was analyzed as interval-censored between visits (Turnbull's estimate)."),
      new Method(
          List.of("survival_by_stage"),
          "Survival free of arthroplasty was estimated by the Kaplan-Meier method, with the infinitesimal jackknife grouped"
              + " by patient, log-log limits by t on patients less one, and exact limits (beta product) where no hip was"
              + " replaced. Stages were compared by the log-rank test with the clustered variance, the hypergeometric"
              + " variance plus the cross-products of the two hips of a patient, and by its permutation among patients,"
              + " which is primary where fewer than 10 patients had an arthroplasty."),
      new Method(
          List.of("incidence_by_stage"),
          "Death with the hip in place counts as a competing event in the cumulative incidence (Aalen-Johansen)."),
      new Method(
          List.of("COX-FIRTH"),
          "Hazard ratios are of proportional hazards models with Firth's penalty, Efron's method for ties and limits of"
              + " the profile likelihood, which takes hips as independent."),
      new Method(
          List.of("agreement"),
          "Agreement of two readers is told as the proportion of same answers, Cohen's kappa and Gwet's AC1, for measurements as"
              + " ICC(2,1) and limits of agreement (Bland and Altman)."));

  private MethodSection() {}

  /** Sentences about a method, and the names of tables or rules that come of it. */
  private record Method(List<String> marks, String words) {}

  /** The methods and rules that the other sections followed, each once, in their order. */
  static Section of(Cohort cohort, List<Section> sections) {
    Set<Rule> rules = new LinkedHashSet<>();
    sections.forEach(section -> rules.addAll(section.rules()));
    Set<String> present = new LinkedHashSet<>();
    rules.forEach(rule -> present.add(rule.id()));
    sections.forEach(section -> section.tables().forEach(table -> present.add(table.name())));
    List<String> paragraphs = new ArrayList<>(List.of(methods(cohort, present), ROUNDING));
    return rules.isEmpty()
        ? Section.of(TITLE, paragraphs)
        : Section.of(TITLE, paragraphs, table(rules));
  }

  private static String methods(Cohort cohort, Set<String> present) {
    long patients =
        cohort.hips().stream().map(Hip::id).map(id -> id.patient()).distinct().count();
    String unit = "The unit of analysis is the hip, unless patients are named. "
        + (patients == cohort.hips().size()
            ? "Every patient has one hip in the analysis. "
            : "Since patients have two hips in the analysis, standard errors, limits and tests take the patient as"
                + " cluster unless they are called naive or independent. ");
    return METHODS.stream()
        .filter(method -> method.marks().stream().anyMatch(present::contains))
        .map(Method::words)
        .collect(Collectors.joining(
            " ",
            unit,
            " Intervals are at a level of 95 %, p values two-sided. Computed by avnfh "
                + Version.text() + "."));
  }

  private static Table table(Set<Rule> rules) {
    Table.Builder table = Table.builder()
        .name("rules")
        .title("Rules and their sources")
        .counted(Counted.of(rules.size(), "rule"))
        .addColumns(
            Column.of("rule", "Rule", Kind.TEXT),
            Column.of("version", "Version", Kind.TEXT),
            Column.of("statement", "Statement", Kind.TEXT),
            Column.of("source", "Source", Kind.TEXT));
    rules.forEach(rule -> table.addRows(List.of(
        Cell.text(rule.id()),
        Cell.text(rule.version()),
        Cell.text(rule.statement()),
        Cell.text(rule.citation().text()))));
    return table.build();
  }
}
