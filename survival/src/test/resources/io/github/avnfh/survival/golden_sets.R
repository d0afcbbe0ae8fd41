# Writes golden_sets_*.csv beside this script. Run here: Rscript golden_sets.R
# Made with R 4.2.2 and survival 3.5.3; numbers are printed with 17 significant digits.
# sets.csv holds 16 made-up data sets: ties, heavy censoring, no events at all (d03), groups without
# events, delayed entry, case weights, clusters, and times that differ by rounding only (d31).
library(survival)

all <- read.csv("sets.csv", comment.char = "#")
all$event <- as.integer(all$cause == 1)
number <- function(x) ifelse(is.na(x), "", trimws(formatC(x, digits = 17, format = "g")))
write <- function(frame, file) {
  for (name in names(frame)) if (is.numeric(frame[[name]])) frame[[name]] <- number(frame[[name]])
  write.csv(frame, file, row.names = FALSE, quote = FALSE)
}
types <- c("plain", "log", "log-log", "logit", "arcsin")
sampled <- function(n) unique(round(seq(1, n, length.out = 5)))

# w is R's own choice, robust where weights are not whole; w_rob takes every row for a cluster
variants <- function(data) {
  found <- "base"
  if (any(data$weight != 1)) found <- c(found, "w", "w_norob", "w_rob")
  if (anyDuplicated(data$id)) found <- c(found, "clu")
  if (any(data$entry > 0)) found <- c(found, "lt", if (any(data$weight != 1))
    c("lt_w", "lt_w_norob"), if (anyDuplicated(data$id)) "lt_clu")
  found
}
fitted <- function(data, variant, ...) {
  late <- startsWith(variant, "lt")
  y <- if (late) Surv(data$entry, data$time, data$event) else Surv(data$time, data$event)
  arguments <- list(formula = y ~ group, data = data, ...)
  if (grepl("w", variant)) arguments$weights <- data$weight
  if (grepl("norob", variant)) arguments$robust <- FALSE
  if (grepl("_rob", variant)) arguments$cluster <- data$row
  if (grepl("clu", variant)) arguments$cluster <- data$id
  do.call(survfit, arguments)
}
curve <- function(fit, group) if (is.null(fit$strata)) fit else fit[group]
on_survival <- function(f) if (f$logse) f$surv * f$std.err else f$std.err

curves <- quantiles <- means <- hazards <- tests <- NULL
for (set in unique(all$set)) {
  data <- all[all$set == set, ]
  data$row <- seq_len(nrow(data))
  groups <- sort(unique(data$group))
  taus <- unname(quantile(data$time, c(0.3, 0.9), type = 1))
  for (variant in variants(data)) {
    fits <- lapply(types, function(type) fitted(data, variant, conf.type = type))
    others <- lapply(c(0.9, 0.99), function(level) fitted(data, variant, conf.type = "log",
      conf.int = level))
    for (g in seq_along(groups)) {
      f <- curve(fits[[1]], g)
      i <- sampled(length(f$time))
      limits <- list()
      for (k in seq_along(types)) {
        limits[[paste(types[k], "lower")]] <- curve(fits[[k]], g)$lower[i]
        limits[[paste(types[k], "upper")]] <- curve(fits[[k]], g)$upper[i]
      }
      for (k in 1:2) {
        limits[[paste(c("log 0.9", "log 0.99")[k], "lower")]] <- curve(others[[k]], g)$lower[i]
        limits[[paste(c("log 0.9", "log 0.99")[k], "upper")]] <- curve(others[[k]], g)$upper[i]
      }
      curves <- rbind(curves, data.frame(set, variant, group = as.character(groups[g]),
        time = f$time[i], at_risk = f$n.risk[i], events = f$n.event[i], censored = f$n.censor[i],
        survival = f$surv[i], std_error = on_survival(f)[i], limits, check.names = FALSE))
      for (k in seq_along(types)) {
        q <- quantile(curve(fits[[k]], g), c(0.1, 0.25, 0.5, 0.75))
        quantiles <- rbind(quantiles, data.frame(set, variant, group = as.character(groups[g]),
          type = types[k], probability = c(0.1, 0.25, 0.5, 0.75), time = q$quantile,
          lower = q$lower, upper = q$upper))
      }
      for (tau in taus) {
        # the table's standard error is naive, whatever the fit
        table <- summary(f, rmean = tau)$table
        means <- rbind(means, data.frame(set, variant, group = as.character(groups[g]), tau,
          rmst = table[["rmean"]], naive_std_error = table[["se(rmean)"]]))
      }
    }
  }
  for (variant in intersect(c("base", "lt"), variants(data))) for (ctype in 1:2) {
    fit <- fitted(data, variant, stype = 2, ctype = ctype)
    for (g in seq_along(groups)) {
      f <- curve(fit, g)
      i <- sampled(length(f$time))
      hazards <- rbind(hazards, data.frame(set, variant, group = as.character(groups[g]), ctype,
        time = f$time[i], hazard = f$cumhaz[i], std_error = f$std.chaz[i], survival = f$surv[i]))
    }
  }
  pairs <- if (length(groups) < 2) list() else if (length(groups) == 2) list(groups) else
    c(list(groups), combn(groups, 2, simplify = FALSE))
  for (pair in pairs) for (rho in c(0, 0.5, 1)) for (stratified in c(FALSE, TRUE)) {
    some <- data[data$group %in% pair, ]
    y <- Surv(some$time, some$event)
    test <- suppressWarnings(if (stratified) survdiff(y ~ group + strata(stratum), some, rho = rho)
      else survdiff(y ~ group, some, rho = rho))
    sums <- function(x) if (is.matrix(x)) rowSums(x) else x
    expected <- sums(test$exp)
    df <- sum(expected > 0) - 1
    tests <- rbind(tests, data.frame(set, groups = paste(pair, collapse = ";"), rho, stratified,
      group = as.character(pair), observed = sums(test$obs), expected, chi_square = test$chisq, df,
      p = if (df > 0) pchisq(test$chisq, df, lower.tail = FALSE) else NA))
  }
}
write(curves, "golden_sets_curve.csv")
write(quantiles, "golden_sets_quantile.csv")
write(means, "golden_sets_rmst.csv")
write(hazards, "golden_sets_hazard.csv")
write(tests, "golden_sets_test.csv")
