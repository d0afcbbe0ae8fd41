package io.github.avnfh.survival.regression;

import io.github.avnfh.survival.FollowUp;
import io.github.avnfh.survival.FollowUpBuilder;
import io.github.avnfh.survival.GoldenFile;
import io.github.avnfh.survival.GoldenRow;
import java.util.List;
import java.util.stream.IntStream;

/** Models of published data, as {@code golden_cox.R} fits them. */
final class PublishedModels {
  private PublishedModels() {}

  static CoxModel named(String name) {
    CoxRegression efron = CoxRegression.withDefaults().with(CoxVariance.ROBUST);
    return switch (name) {
      case "heart" -> heart(false);
      case "heart_cluster" -> heart(true);
      case "veteran" -> veteran(false, efron);
      case "veteran_breslow" -> veteran(false, efron.with(TieMethod.BRESLOW));
      case "veteran_strata" -> veteran(true, efron);
      case "eyes" -> eyes();
      default -> throw new IllegalArgumentException(name);
    };
  }

  static FrailtyModel frailtyOfEyes(GammaFrailty options) {
    List<GoldenRow> rows = GoldenFile.read("regression/diabetic.csv", 394);
    FollowUp followUp = FollowUp.ofTimes(column(rows, "time"), events(rows, "status"))
        .clusters(labels(rows, "id"))
        .build();
    return options.fit(
        followUp,
        Covariates.ofRows(rows.size())
            .number("trt", column(rows, "trt"))
            .number("age", column(rows, "age"))
            .build());
  }

  private static double[] column(List<GoldenRow> rows, String name) {
    return rows.stream().mapToDouble(row -> Double.parseDouble(row.get(name))).toArray();
  }

  private static List<String> labels(List<GoldenRow> rows, String name) {
    return rows.stream().map(row -> row.get(name)).toList();
  }

  private static boolean[] events(List<GoldenRow> rows, String name) {
    boolean[] events = new boolean[rows.size()];
    IntStream.range(0, events.length)
        .forEach(i -> events[i] = rows.get(i).get(name).equals("1"));
    return events;
  }

  /** A waiting patient is a row, and one from the transplant on: (start, stop]. */
  private static CoxModel heart(boolean isClustered) {
    List<GoldenRow> rows = GoldenFile.read("regression/heart.csv", 172);
    FollowUpBuilder followUp =
        FollowUp.ofTimes(column(rows, "stop"), events(rows, "event")).entry(column(rows, "start"));
    if (isClustered) {
      followUp.clusters(labels(rows, "id"));
    }
    Covariates design = Covariates.ofRows(rows.size())
        .number("age", column(rows, "age"))
        .number("year", column(rows, "year"))
        .number("surgery", column(rows, "surgery"))
        .factor("transplant", labels(rows, "transplant"), List.of("0", "1"))
        .build();
    return CoxRegression.withDefaults().with(CoxVariance.ROBUST).fit(followUp.build(), design);
  }

  private static CoxModel veteran(boolean isStratified, CoxRegression options) {
    List<GoldenRow> rows = veterans();
    FollowUpBuilder followUp = FollowUp.ofTimes(column(rows, "time"), events(rows, "status"));
    if (isStratified) {
      followUp.strata(labels(rows, "celltype"));
    }
    Covariates design = design(Covariates.ofRows(rows.size()), isStratified, rows);
    return options.fit(followUp.build(), design);
  }

  private static List<GoldenRow> veterans() {
    return GoldenFile.read("regression/veteran.csv", 137);
  }

  private static Covariates design(
      Covariates.Builder design, boolean isStratified, List<GoldenRow> rows) {
    design.number("trt", column(rows, "trt"));
    if (!isStratified) {
      design.factor("celltype", labels(rows, "celltype"), labels(veterans(), "celltype"));
    }
    design.number("karno", column(rows, "karno"));
    return isStratified
        ? design.build()
        : design.number("age", column(rows, "age")).build();
  }

  /** Veterans by performance, age and small cells, the terms of {@code karno, age, small}. */
  static CoxModel veteranOfThree(CoxRegression options) {
    List<GoldenRow> rows = veterans();
    double[] small = rows.stream()
        .mapToDouble(row -> row.get("celltype").equals("smallcell") ? 1 : 0)
        .toArray();
    return options.fit(
        FollowUp.ofTimes(column(rows, "time"), events(rows, "status")).build(),
        Covariates.ofRows(rows.size())
            .number("karno", column(rows, "karno"))
            .number("age", column(rows, "age"))
            .number("small", small)
            .build());
  }

  /** What a model of the veterans predicts for one of them. */
  static SurvivalPrediction predictVeteran(
      CoxModel model, boolean isStratified, int row, double time) {
    List<GoldenRow> one = veterans().subList(row, row + 1);
    Covariates design = design(Covariates.like(model.data().covariates, 1), isStratified, one);
    return isStratified
        ? model.predict(design, labels(one, "celltype"), time).get(0)
        : model.predict(design, time).get(0);
  }

  private static CoxModel eyes() {
    List<GoldenRow> rows = GoldenFile.read("regression/diabetic.csv", 394);
    FollowUp followUp = FollowUp.ofTimes(column(rows, "time"), events(rows, "status"))
        .clusters(labels(rows, "id"))
        .build();
    Covariates design = Covariates.ofRows(rows.size())
        .number("trt", column(rows, "trt"))
        .number("age", column(rows, "age"))
        .interaction("trt", "age")
        .build();
    return CoxRegression.withDefaults().with(CoxVariance.ROBUST).fit(followUp, design);
  }

  /** The same with the treatment as a factor. */
  static CoxModel eyesByTreatment() {
    List<GoldenRow> rows = GoldenFile.read("regression/diabetic.csv", 394);
    FollowUp followUp = FollowUp.ofTimes(column(rows, "time"), events(rows, "status"))
        .clusters(labels(rows, "id"))
        .build();
    Covariates design = Covariates.ofRows(rows.size())
        .factor("trt", labels(rows, "trt"), List.of("0", "1"))
        .number("age", column(rows, "age"))
        .interaction("trt", "age")
        .build();
    return CoxRegression.withDefaults().fit(followUp, design);
  }
}
