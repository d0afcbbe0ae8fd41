# Rscript registry.R FILE
# What CountInDatabase prints, by R, for a table written by HipRegistry: curves, curves by patient, the log-rank
# test, and the score test of a Cox model by patient, each with its time and the memory it reached.
library(survival)
measured <- function(what, expression) {
  invisible(gc(reset = TRUE))
  spent <- system.time(answer <- expression)
  cat(sprintf("%s: %.1f s of processors, %.1f GB at most\n", what, sum(spent[1:2]), sum(gc()[, 6]) / 1024))
  answer
}
hips <- measured("scan", as.data.frame(scan(commandArgs(TRUE)[1],
  list(patient = 0L, side = "", stage = "", days = 0L, event = 0L), sep = ",", skip = 1, quiet = TRUE)))
fit <- measured("survfit", survfit(Surv(days, event) ~ stage, data = hips, conf.type = "log-log"))
print(summary(fit, times = 1825)[c("strata", "surv")])
print(measured("survdiff", survdiff(Surv(days, event) ~ stage, data = hips))$chisq, digits = 12)
fit <- measured("survfit by patient", survfit(Surv(days, event) ~ stage, data = hips, cluster = patient))
print(summary(fit, times = 1825)$std.err, digits = 12)
# Breslow's ties make the score test at no effect the log-rank test
test <- measured("coxph by patient", coxph(Surv(days, event) ~ stage, data = hips, cluster = patient,
  ties = "breslow", control = coxph.control(iter.max = 0)))
print(test$rscore, digits = 12)
