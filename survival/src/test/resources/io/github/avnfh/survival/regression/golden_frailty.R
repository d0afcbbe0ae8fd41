# Writes golden_frailty.csv beside this script. Run here: Rscript golden_frailty.R
# Made with R 4.2.2 and survival 3.5.3; numbers are printed with 17 significant digits. Shared gamma
# frailty by patient at given variances and at the variance of largest marginal likelihood.
library(survival)

eyes <- read.csv("diabetic.csv", comment.char = "#")
control <- coxph.control(eps = 1e-14, iter.max = 300, outer.max = 100, toler.chol = 1e-15)
found <- NULL
for (ties in c("efron", "breslow")) {
  for (theta in c(0.1, 0.5, 1, 3)) {
    fit <- coxph(Surv(time, status) ~ trt + age + frailty(id, theta = theta, sparse = TRUE), eyes,
      ties = ties, control = control)
    found <- rbind(found, data.frame(what = "fixed", ties, theta, term = 1:2,
      coef = unname(coef(fit)), se = sqrt(diag(fit$var))[1:2], marginal = NA,
      loglik = fit$loglik[2]))
  }
  fit <- coxph(Surv(time, status) ~ trt + age + frailty(id, sparse = TRUE, eps = 1e-10), eyes,
    ties = ties, control = control)
  # its inner steps end early: the estimates are those at the variance that it found
  theta <- fit$history[[1]]$theta
  again <- coxph(Surv(time, status) ~ trt + age + frailty(id, theta = theta, sparse = TRUE), eyes,
    ties = ties, control = control)
  found <- rbind(found, data.frame(what = "estimated", ties, theta, term = 1:2,
    coef = unname(coef(again)), se = sqrt(diag(again$var))[1:2],
    marginal = fit$history[[1]]$c.loglik, loglik = again$loglik[2]))
}
number <- function(x) ifelse(is.na(x), "", trimws(formatC(x, digits = 17, format = "g")))
for (name in names(found)) if (is.numeric(found[[name]])) found[[name]] <- number(found[[name]])
write.csv(found, "golden_frailty.csv", row.names = FALSE, quote = FALSE)
