# The tables of the command interval.
suppressPackageStartupMessages(library(survival))

hips <- data_of("data_intervals.csv")
after <- ifelse(is.na(hips$after), 0, hips$after)
until <- ifelse(is.na(hips$until), Inf, hips$until)
each_group <- function(of) do.call(rbind, lapply(seq_along(groups), function(g) {
  cbind(group = groups[g], of(which(hips$group == g)))
}))

check("npmle.csv", character(), same("npmle.csv", each_group(function(own) {
  fit <- turnbull(after[own], until[own])
  has <- fit$p > 0
  data.frame(after = fit$intervals$after, until = fit$intervals$until, mass = fit$p,
    survival_after = rev(cumsum(rev(fit$p))) - fit$p)[has, ]
}), "formula of Turnbull"))

check("visits.csv", character(), same("visits.csv", each_group(function(own) {
  times <- setdiff(sort(unique(c(after[own], until[own]))), c(0, Inf))
  units <- if (clustered) length(unique(hips$cluster[own])) else length(own)
  fit <- turnbull(after[own], until[own])
  enough <- !any(after[own] == until[own]) && 5 * length(times) <= units
  do.call(rbind, lapply(times, function(time) {
    free <- if (enough) visit_limits(after[own], until[own], hips$cluster[own], time, clustered, level) else
      c(min(1, sum(fit$p[!begun_by(fit$intervals, time)])), NA, NA, NA)
    data.frame(time, survival = free[1], lower = free[2], upper = free[3], design_effect = free[4])
  }))
}), "formula of Turnbull, of the profile likelihood"))

# The scores of the rows from the survival of all rows at the ends of their intervals.
interval_scores <- function(score) {
  fit <- turnbull(after, until)
  has <- fit$p > 0
  p <- fit$p[has]
  a <- fit$a[, has, drop = FALSE] > 0
  s <- rev(cumsum(rev(c(p, 0))))
  log_s <- if (score == "sun") -c(0, cumsum(p / s[seq_along(p)])) else log(s / s[1])
  log_s[s == 0] <- 0
  first <- apply(a, 1, function(row) min(which(row)))
  last <- apply(a, 1, function(row) max(which(row))) + 1
  c <- if (score == "wilcoxon") s[first] + s[last] - 1 else
    (s[first] * log_s[first] - s[last] * log_s[last]) / (s[first] - s[last])
  c - mean(c)
}
check("test.csv", character(), same("test.csv",
  do.call(rbind, lapply(c("sun", "finkelstein", "wilcoxon"), function(score) {
    kinds <- if (clustered) c("clustered", "robust", "independent") else "independent"
    none <- data.frame(test = score, variance = kinds, chi_square = NA, df = NA, p = NA)
    c <- interval_scores(score)
    if (length(groups) < 2 || all(abs(c) < 1e-10)) return(none)
    x <- indicators(hips$group, seq_along(groups))[, -length(groups), drop = FALSE]
    n <- nrow(x)
    share <- colMeans(x)
    v <- sum(c^2) / (n - 1) * n * (diag(share, length(share)) - outer(share, share))
    u <- c * sweep(x, 2, share)
    by_cluster <- crossprod(rowsum(u, hips$cluster))
    df <- ncol(x)
    statistic <- vapply(kinds, function(kind) {
      if (kind == "robust" && length(unique(hips$cluster)) <= df) return(NA_real_)
      form_of(switch(kind, clustered = v + by_cluster - crossprod(u), robust = by_cluster, independent = v),
        colSums(c * x), 1e-10 * diag(v))
    }, 0)
    data.frame(test = score, variance = kinds, chi_square = unname(statistic), df = ifelse(is.na(statistic), NA, df),
      p = unname(pchisq(statistic, df, lower.tail = FALSE)))
  })), "formula"))

# What each row adds to the score of a regression on the logarithm of time: coefficients, and the
# logarithm of the scale. survreg has no such residuals of intervals.
shapes <- list(
  weibull = list(s = function(z) exp(-exp(z)), d = function(z) exp(z - exp(z)), slope = function(z) 1 - exp(z)),
  lognormal = list(s = function(z) pnorm(z, lower.tail = FALSE), d = dnorm, slope = function(z) -z),
  loglogistic = list(s = function(z) plogis(-z), d = dlogis, slope = function(z) 1 - 2 * plogis(z)))
regression_scores <- function(x, after, until, shape, eta, scale) {
  z <- function(t) (log(t) - eta) / scale
  exact <- after == until
  at <- function(t, of, bound) ifelse(t > 0 & is.finite(t), of(z(t)), bound)
  held <- at(after, shape$s, 1) - at(until, shape$s, 0)
  fall <- function(by) (at(after, function(z) by(z) * shape$d(z), 0) - at(until, function(z) by(z) * shape$d(z), 0)) / held
  by_eta <- ifelse(exact, -shape$slope(z(until)), fall(function(z) 1)) / scale
  by_scale <- ifelse(exact, -1 - z(until) * shape$slope(z(until)), fall(identity))
  cbind(by_eta * cbind(1, x), by_scale)
}

if (length(covariates) == 0) {
  for (file in c("regression.csv", "model.csv")) leave_out(file, "empty without covariates")
} else if (any(text_of(there, "regression.csv")$method == "not estimable")) {
  for (file in c("regression.csv", "model.csv")) leave_out(file, "the likelihood rises without bound with a coefficient")
} else {
  cells <- data_of("data_covariates.csv")
  d <- with_design(hips, cells, cells)
  x <- matrix_of(d, seq_along(covariates))
  known <- complete.cases(x)
  d <- d[known, ]
  d$x <- x[known, , drop = FALSE]
  from <- after[known]
  to <- until[known]
  d$left <- ifelse(from == 0, NA, from)
  d$right <- ifelse(is.finite(to), to, NA)
  scaled <- distribution != "exponential"
  regress <- function(...) {
    survreg(Surv(left, right, type = "interval2") ~ x, d, dist = distribution,
      control = survreg.control(maxiter = 200, rel.tolerance = 1e-13, toler.chol = 1e-13), ...)
  }
  scores_at <- function(fit) {
    u <- regression_scores(d$x, from, to, shapes[[if (scaled) distribution else "weibull"]],
      as.vector(cbind(1, d$x) %*% coef(fit)), fit$scale)
    u[, seq_len(ncol(d$x) + 1 + scaled), drop = FALSE]
  }
  fit <- regress()
  # survreg ends its search early; what is left of the way to the maximum
  for (step in 1:5) {
    fit <- regress(init = c(coef(fit), if (scaled) log(fit$scale)) + as.vector(fit$var %*% colSums(scores_at(fit))))
  }
  robust <- if (clustered) fit$var %*% crossprod(rowsum(scores_at(fit), d$cluster)) %*% fit$var else fit$var
  check("regression.csv", "survival", {
    b <- c(coef(fit), if (scaled) log(fit$scale))
    error <- sqrt(diag(robust))
    q <- qnorm((1 - level) / 2, lower.tail = FALSE)
    same("regression.csv", data.frame(term = c("(intercept)", colnames(x), if (scaled) "log(scale)"),
      coef = unname(b), hazard_ratio = unname(exp(b)), std_error = error,
      naive_std_error = sqrt(diag(fit$var)), statistic = unname(b / error),
      p = unname(2 * pnorm(-abs(b / error))), lower = unname(b) - q * error, upper = unname(b) + q * error,
      method = "wald"), "survreg")
  })
  check("model.csv", "survival", {
    lr <- 2 * diff(fit$loglik)
    same("model.csv", data.frame(distribution = distribution, rows = nrow(d), events = sum(is.finite(to)), left_out = sum(!known),
      clusters = if (clustered) length(unique(d$cluster)) else NA, loglik_null = fit$loglik[1], loglik = fit$loglik[2],
      lr_chi_square = lr, lr_df = ncol(x), lr_p = pchisq(lr, ncol(x), lower.tail = FALSE),
      aic = -2 * fit$loglik[2] + 2 * (ncol(x) + 1 + scaled), scale = fit$scale), "survreg")
  })
}
