# Writes the golden files beside this script. Run here: Rscript golden.R
# Made with R 4.2.2 and survival 3.5.3; numbers are printed with 17 significant digits.
library(survival)

read <- function(file) read.csv(file, comment.char = "#", check.names = FALSE)
number <- function(x) ifelse(is.na(x), "", trimws(formatC(x, digits = 17, format = "g")))
write <- function(frame, file) {
  for (name in names(frame)) if (is.numeric(frame[[name]])) frame[[name]] <- number(frame[[name]])
  write.csv(frame, file, row.names = FALSE, quote = FALSE)
}
each <- function(fit, f) do.call(rbind, lapply(seq_along(fit$strata), function(i) {
  f(sub("^group=", "", names(fit$strata)[i]), fit[i])
}))

sets <- list(aml = read("aml.csv"), gehan = read("gehan.csv"))
types <- c("plain", "log", "log-log", "logit", "arcsin")
at <- c(0, 4, 10, 12, 24, 30, 45)

curves <- quantiles <- ats <- rmsts <- tests <- NULL
for (set in names(sets)) {
  data <- sets[[set]]
  data$group <- factor(data$group, unique(data$group))
  for (type in types) {
    fit <- survfit(Surv(weeks, event) ~ group, data, conf.type = type)
    curves <- rbind(curves, each(fit, function(g, f) data.frame(
      set, type, group = g, time = f$time, at_risk = f$n.risk, events = f$n.event,
      censored = f$n.censor, survival = f$surv, std_error = f$surv * f$std.err,
      lower = f$lower, upper = f$upper)))
    p <- c(0.25, 0.5, 0.75)
    quantiles <- rbind(quantiles, each(fit, function(g, f) {
      q <- quantile(f, p)
      data.frame(set, type, group = g, probability = p, time = q$quantile, lower = q$lower,
        upper = q$upper)
    }))
    ats <- rbind(ats, each(fit, function(g, f) {
      s <- summary(f, times = at, extend = TRUE)
      beyond <- at > max(f$time) & s$surv > 0
      data.frame(set, type, group = g, time = at, at_risk = s$n.risk,
        survival = ifelse(beyond, NA, s$surv), std_error = ifelse(beyond, NA, s$std.err))
    }))
  }
  for (tau in c(10, 20, 30)) {
    fit <- survfit(Surv(weeks, event) ~ group, data)
    table <- summary(fit, rmean = tau)$table
    rmsts <- rbind(rmsts, data.frame(set, group = levels(data$group), tau,
      rmst = table[, "rmean"], std_error = table[, "se(rmean)"]))
  }
  for (rho in c(0, 0.5, 1)) {
    test <- survdiff(Surv(weeks, event) ~ group, data, rho = rho)
    tests <- rbind(tests, data.frame(set, rho,
      stratified = FALSE, group = levels(data$group), observed = test$obs, expected = test$exp,
      chi_square = test$chisq, df = 1, p = pchisq(test$chisq, 1, lower.tail = FALSE)))
  }
}
test <- survdiff(Surv(weeks, event) ~ group + strata(pair), sets$gehan)
tests <- rbind(tests, data.frame(set = "gehan", rho = 0, stratified = TRUE,
  group = c("6-MP", "control"), observed = rowSums(test$obs), expected = rowSums(test$exp),
  chi_square = test$chisq, df = 1, p = pchisq(test$chisq, 1, lower.tail = FALSE)))

diabetic <- read("diabetic30.csv")
diabetic$group <- factor(diabetic$group, unique(diabetic$group))
clustered <- function(variant, ...) {
  robust <- survfit(Surv(months, event) ~ group, diabetic, cluster = patient,
    conf.type = "log-log", ...)
  naive <- survfit(Surv(months, event) ~ group, diabetic, robust = FALSE, ...)
  pooled <- survfit(Surv(months, event) ~ 1, diabetic, cluster = patient,
    conf.type = "log-log", ...)
  unclustered <- survfit(Surv(months, event) ~ 1, diabetic, robust = FALSE, ...)
  rows <- function(g, f, n) data.frame(variant, group = g, time = f$time, at_risk = f$n.risk,
    survival = f$surv, std_error = f$std.err, naive_std_error = n$surv * n$std.err,
    lower = f$lower, upper = f$upper)
  rbind(rows(levels(diabetic$group)[1], robust[1], naive[1]),
    rows(levels(diabetic$group)[2], robust[2], naive[2]), rows("all", pooled, unclustered))
}
weight <- 1 + (seq_len(nrow(diabetic)) %% 3) / 2
clusters <- rbind(clustered("plain"), clustered("weighted", weights = weight))

write(curves, "golden_curve.csv")
write(quantiles, "golden_quantile.csv")
write(ats, "golden_at.csv")
write(rmsts, "golden_rmst.csv")
write(tests, "golden_test.csv")
write(clusters, "golden_cluster.csv")
