# Makes aml_*.csv and gehan_*.csv beside this script: Rscript golden.R
# R 4.2.2, survival 3.5-3.
# aml.csv: Miller RG. Survival Analysis. Wiley; 1997.
# gehan.csv: Gehan EA. A generalized Wilcoxon test for comparing arbitrarily singly-censored samples. Biometrika 1965;52:203-223.
library(survival)

write <- function(rows, name) {
  for (column in names(rows)) {
    if (is.numeric(rows[[column]])) rows[[column]] <- ifelse(is.finite(rows[[column]]), sprintf("%.17g", rows[[column]]), "")
  }
  write.csv(rows, name, row.names = FALSE, quote = FALSE, na = "")
}

golden <- function(name, data, at) {
  data$group <- factor(data$group, unique(data$group))
  curve <- quantile <- table <- NULL
  for (type in c("log-log", "log", "plain", "logit", "arcsin")) {
    fit <- survfit(Surv(time, status) ~ group, data, conf.type = type)
    group <- sub("group=", "", rep(names(fit$strata), fit$strata))
    curve <- rbind(curve, data.frame(type, group, time = fit$time, at_risk = fit$n.risk, events = fit$n.event,
      censored = fit$n.censor, survival = fit$surv, std_error = fit$surv * fit$std.err, lower = fit$lower, upper = fit$upper))
    q <- quantile(fit, c(.25, .5, .75))
    for (g in seq_along(levels(data$group))) quantile <- rbind(quantile, data.frame(type, group = levels(data$group)[g],
      probability = c(.25, .5, .75), time = q$quantile[g, ], lower = q$lower[g, ], upper = q$upper[g, ]))
    s <- summary(fit, times = at, extend = FALSE)
    table <- rbind(table, data.frame(type, group = sub("group=", "", s$strata), time = s$time, at_risk = s$n.risk,
      survival = s$surv, std_error = s$std.err, lower = s$lower, upper = s$upper))
  }
  write(curve, paste0(name, "_curve.csv"))
  write(quantile, paste0(name, "_quantile.csv"))
  write(table, paste0(name, "_at.csv"))
  test <- survdiff(Surv(time, status) ~ group, data)
  fh <- survdiff(Surv(time, status) ~ group, data, rho = 1)
  write(data.frame(test = c("logrank", "fh:1-0"), chi_square = c(test$chisq, fh$chisq), df = 1,
    p = pchisq(c(test$chisq, fh$chisq), 1, lower.tail = FALSE)), paste0(name, "_test.csv"))
}

golden("aml", read.csv("aml.csv"), c(0, 5, 12, 24, 45))
gehan <- read.csv("gehan.csv")
golden("gehan", data.frame(time = gehan$time, status = gehan$relapse, group = gehan$treatment), c(0, 5, 10, 20))
