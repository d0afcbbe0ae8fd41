# Written for R 4.2.2 with metafor 3.8-1:  Rscript golden_pooling.R > golden_pooling.csv
# Studies by name: "thirteen" are the vaccinated arms of the 13 trials of BCG that metafor ships
# (dat.bcg, tpos of tpos + tneg), the others are invented. Random effects by REML with Knapp and
# Hartung's limits (rma, test = "knha"), and the binomial likelihood with a normal logit, by adaptive
# quadrature of 25 points (rma.glmm) where it converges; its profile limits by R's own integrate and
# optimize.
suppressMessages(library(metafor))
sets <- list(
  thirteen = list(x = dat.bcg$tpos, n = dat.bcg$tpos + dat.bcg$tneg),
  hips = list(x = c(6, 3, 11, 9, 2), n = c(15, 22, 40, 31, 18)),
  rare = list(x = c(0, 1, 0, 2, 0, 1, 0), n = c(20, 35, 18, 60, 25, 41, 30)),
  uneven = list(x = c(0, 1, 0, 9, 0, 7, 1), n = c(20, 35, 18, 60, 25, 41, 30)))
means <- list(
  gain = list(m = c(24.1, 29.6, 18.5, 22.0, 31.4), s = c(9.8, 12.1, 8.0, 10.4, 11.7), n = c(19, 46, 30, 25, 12)),
  vas = list(m = c(-4.2, -5.6, -3.9), s = c(1.4, 1.1, 1.9), n = c(20, 46, 33)))
cat("set,model,estimate,std_error,lower,upper,tau2,q,i2,predict_lower,predict_upper\n")
out <- function(set, model, v) cat(set, ",", model, ",",
  paste(ifelse(is.na(v), "", sprintf("%.10g", v)), collapse = ","), "\n", sep = "")
tight <- list(threshold = 1e-12, maxiter = 10000)
loglik <- function(mu, tau, d) sum(mapply(function(x, n) {
  f <- function(z) dbinom(x, n, plogis(mu + tau * z)) * dnorm(z)
  if (tau < 1e-7) return(dbinom(x, n, plogis(mu), log = TRUE))
  at <- optimize(function(z) log(f(z)), c(-8, 8), maximum = TRUE)$maximum
  log(integrate(f, -10, at, rel.tol = 1e-11)$value + integrate(f, at, 10, rel.tol = 1e-11)$value)
}, d$x, d$n))
prof <- function(mu, d) max(loglik(mu, 0, d),
  optimize(function(tau) loglik(mu, tau, d), c(1e-6, 5), maximum = TRUE, tol = 1e-9)$objective)
for (name in names(sets)) {
  d <- sets[[name]]
  f <- rma(measure = "PLO", xi = d$x, ni = d$n, method = "REML", test = "knha", control = tight)
  p <- predict(f)
  out(name, "reml", c(f$beta, f$se, f$ci.lb, f$ci.ub, f$tau2, f$QE, f$I2, p$pi.lb, p$pi.ub))
  g <- rma.glmm(measure = "PLO", xi = d$x, ni = d$n, nAGQ = 25)
  out(name, "binomial", c(g$beta, g$se, g$ci.lb, g$ci.ub, g$tau2, NA, NA, NA, NA))
  if (name != "thirteen") {
    best <- optimize(function(mu) prof(mu, d), c(-9, 3), maximum = TRUE, tol = 1e-9)
    drop <- function(mu) 2 * (best$objective - prof(mu, d)) - qchisq(0.95, 1)
    out(name, "profile", c(best$maximum, NA,
      uniroot(drop, c(best$maximum - 6, best$maximum), tol = 1e-8)$root,
      uniroot(drop, c(best$maximum, best$maximum + 6), tol = 1e-8)$root, NA, NA, NA, NA, NA))
  }
}
for (name in names(means)) {
  d <- means[[name]]
  f <- rma(yi = d$m, sei = d$s / sqrt(d$n), method = "REML", test = "knha", control = tight)
  p <- predict(f)
  out(name, "reml", c(f$beta, f$se, f$ci.lb, f$ci.ub, f$tau2, f$QE, f$I2, p$pi.lb, p$pi.ub))
}
