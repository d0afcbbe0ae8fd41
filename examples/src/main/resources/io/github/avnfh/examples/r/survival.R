# The tables of the command survival: curve, quantile, at, rmst, test and pairwise.

hips <- data_of("data_follow_up.csv")
hips$entry <- ifelse(is.na(hips$entry), -1, hips$entry)
curves <- lapply(seq_along(groups), function(number) {
  curve_of(hips[hips$group == number, ], clustered, conf_type, level, critical)
})

# One table of all groups, with the label of the group first.
by_group <- function(of) {
  do.call(rbind, lapply(seq_along(groups), function(number) {
    cbind(group = groups[number], of(curves[[number]]))
  }))
}
each <- function(values, of) do.call(rbind, lapply(values, of))

check("curve.csv", "survival", same("curve.csv", by_group(function(k) {
  data.frame(k[c("time", "at_risk", "events", "censored", "survival", "std_error",
    "naive_std_error", "lower", "upper")])
}), "survfit, limits from its errors"))

if (length(probabilities) > 0) {
  check("quantile.csv", "survival", same("quantile.csv", by_group(function(k) {
    each(probabilities, function(p) quantile_of(k, p))
  }), "quantile of survfit"))
}

if (length(times) > 0) {
  check("at.csv", "survival", same("at.csv", by_group(function(k) {
    each(times, function(t) curve_at(k, t)[c("time", "at_risk", "survival", "std_error", "lower", "upper")])
  }), "survfit, limits from its errors"))
}

if (length(horizons) > 0) {
  check("rmst.csv", "survival", same("rmst.csv", by_group(function(k) {
    each(horizons, function(tau) restricted_mean(k, tau)[c("tau", "rmst", "std_error", "lower", "upper", "extrapolated")])
  }), "survfit and its residuals"))
}

x <- indicators(hips$group, seq_along(groups))
stratified <- length(unique(hips$stratum)) > 1
check("test.csv", character(), same("test.csv", each(tests, function(test) {
  cbind(test = test, stratified = stratified, rank_test(hips, x, test, clustered))
}), "formula"))

# R's own functions have some of these tests.
own <- function(test, variance) {
  if (any(hips$weight != 1) || length(groups) < 2) return(NA)
  rho <- if (test == "logrank") 0 else if (startsWith(test, "fh:")) time_weight(test)$rho else NA
  if (variance == "independent" && !any(hips$entry >= 0) && !is.na(rho) && time_weight(test)$gamma == 0) {
    return(tryCatch(survdiff(Surv(time, event) ~ factor(group) + strata(stratum), hips,
      rho = rho)$chisq, error = function(e) NA))
  }
  if (variance == "robust" && test == "logrank") {
    y <- if (any(hips$entry >= 0)) Surv(hips$entry, hips$time, hips$event) else Surv(hips$time, hips$event)
    return(tryCatch(suppressWarnings(coxph(y ~ factor(group) + strata(stratum), hips,
      cluster = cluster, ties = "breslow", timefix = FALSE)$rscore), error = function(e) NA))
  }
  NA
}
check("test.csv", "survival", local({
  printed <- text_of(there, "test.csv")
  theirs <- mapply(own, printed$test, printed$variance)
  has <- !is.na(theirs) & !is.na(printed$chi_square)
  theirs[!has] <- as.numeric(printed$chi_square)[!has]
  if (any(has)) {
    same("test.csv", data.frame(chi_square = unname(theirs)), "survdiff, coxph with clusters")
    results$numbers[nrow(results)] <<- sum(has)
  }
}))

if (length(adjustment) > 0 && length(groups) > 1) {
  check("pairwise.csv", character(), same("pairwise.csv", each(tests, function(test) {
    pairs <- list()
    for (second in seq_along(groups)) {
      for (first in seq_len(second - 1)) {
        d <- hips[hips$group %in% c(first, second), ]
        pairs <- c(pairs, list(cbind(test = test, group_a = groups[first], group_b = groups[second],
          rank_test(d, indicators(d$group, c(first, second)), test, clustered,
            whole = all(hips$weight == round(hips$weight)),
            mean_weight = if (all(hips$weight == round(hips$weight))) 1 else mean(hips$weight)))))
      }
    }
    pairs <- do.call(rbind, pairs)
    pairs$p_adjusted <- ave(pairs$p, pairs$variance, FUN = function(p) p.adjust(p, adjustment))
    pairs
  }), "formula, p.adjust"))
}
