# Written by R 4.2.2 with survival 3.5.3, from the folder of this file:
#   Rscript cox.R > cox_expected.csv
# cox.csv holds the two eyes of the first 40 patients (with two ages left out) of Huster WJ, Brookmeyer R, Self SG.
# Modelling paired survival data with covariates. Biometrics 1989;45:145-56.
library(survival)
d <- read.csv("cox.csv")
d$row <- seq_len(nrow(d))
d$treated <- factor(d$treated, levels = c("no", "yes"))
d <- d[!is.na(d$age), ]
control <- coxph.control(eps = 1e-14, iter.max = 50, toler.chol = 1e-15)
out <- function(file, row, column, value)
  cat(paste(file, row, column, trimws(formatC(value, digits = 17, format = "g")), sep = ","), sep = "\n")
cat("file,row,column,value\n")
coefficients <- function(file, fit, names) {
  b <- coef(fit)
  se <- sqrt(diag(fit$var))
  out(file, names, "coef", b)
  out(file, names, "hazard_ratio", exp(b))
  out(file, names, "std_error", se)
  out(file, names, "naive_std_error", sqrt(diag(fit$naive.var)))
  out(file, names, "statistic", b / se)
  out(file, names, "p", 2 * pnorm(-abs(b / se)))
  out(file, names, "lower", b - qnorm(0.95) * se)
  out(file, names, "upper", b + qnorm(0.95) * se)
}
formula <- Surv(time, event) ~ treated + age + risk + strata(half)
fit <- coxph(formula, d, cluster = patient, control = control, x = TRUE)
coefficients("coefficients.csv", fit, c("treated[yes]", "age", "risk"))
for (one in c("treated", "age", "risk")) {
  f <- as.formula(paste("Surv(time, event) ~", one, "+ strata(half)"))
  alone <- coxph(f, d, cluster = patient, control = control)
  coefficients("univariable.csv", alone, if (one == "treated") "treated[yes]" else one)
}
s <- summary(fit)
chi <- function(name, x) {
  out("model.csv", 1, paste0(name, "_chi_square"), x[1])
  out("model.csv", 1, paste0(name, "_p"), pchisq(x[1], 3, lower.tail = FALSE))
}
out("model.csv", 1, "rows", fit$n)
out("model.csv", 1, "events", fit$nevent)
out("model.csv", 1, "left_out", 2)
out("model.csv", 1, "clusters", length(unique(d$patient)))
out("model.csv", 1, "loglik_null", fit$loglik[1])
out("model.csv", 1, "loglik", fit$loglik[2])
chi("lr", 2 * diff(fit$loglik))
out("model.csv", 1, "lr_df", 3)
chi("wald", fit$wald.test)
chi("score", fit$score)
chi("robust_score", fit$rscore)
out("model.csv", 1, "concordance", fit$concordance["concordance"])
out("model.csv", 1, "concordance_std_error", fit$concordance["std"])
zph <- cox.zph(fit)$table
names <- sub("GLOBAL", "global", rownames(zph))
out("proportionality.csv", names, "chi_square", zph[, "chisq"])
out("proportionality.csv", names, "df", zph[, "df"])
out("proportionality.csv", names, "p", zph[, "p"])
out("residuals.csv", d$row, "martingale", residuals(fit, "martingale"))
out("residuals.csv", d$row, "deviance", residuals(fit, "deviance"))
base <- basehaz(fit, centered = FALSE)
base <- base[!duplicated(paste(base$strata, base$hazard)) & base$hazard > 0, ]
for (stratum in levels(base$strata))
  out("baseline.csv", stratum, "hazard", base$hazard[base$strata == stratum])
new <- data.frame(treated = factor(c("no", "yes"), levels = c("no", "yes")), age = c(20, 45), risk = c(8, 12),
  half = c("A", "B"))
for (row in 1:2) {
  at <- summary(survfit(fit, newdata = new[row, ], conf.type = "log-log", conf.int = 0.9), times = c(12, 40))
  for (what in c("survival", "std_error", "lower", "upper"))
    out("prediction.csv", paste(row, at$time), what,
      at[[c(survival = "surv", std_error = "std.err", lower = "lower", upper = "upper")[what]]])
}
