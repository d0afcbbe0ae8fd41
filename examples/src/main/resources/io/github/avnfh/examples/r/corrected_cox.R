# Hazard ratios with limits by patient, corrected for few patients, and survival adjusted for other
# covariates. The coefficients and their residuals are those of coxph; the rest is written out here.

usual_cox <- function(time, event, x) {
  coxph(Surv(time, event) ~ x, timefix = FALSE, ties = "efron",
    control = coxph.control(eps = 1e-14, toler.chol = 1e-15, iter.max = 60))
}

# What each event adds: with Efron's ties the m-th of d tied events sees the other d - 1 with the
# weight 1 - m/d. For each of them, in order: its time, the rows at risk, their weights in the
# risk set, the sum of these, and the mean of the covariates there.
each_event <- function(time, event, x, ratio) {
  rows <- list()
  for (t in sort(unique(time[event == 1]))) {
    risk <- which(time >= t)
    fails <- time[risk] == t & event[risk] == 1
    for (m in seq_len(sum(fails)) - 1) {
      seen <- 1 - m / sum(fails) * fails
      total <- sum(seen * ratio[risk])
      rows <- c(rows, list(list(time = t, risk = risk, seen = seen, total = total,
        mean = colSums(x[risk, , drop = FALSE] * seen * ratio[risk]) / total)))
    }
  }
  rows
}

# The variance of Mancl and DeRouen by cluster: the sum of d d', where d = (A - L)^-1 u with the
# information A, the sum u of a cluster's score residuals and L, its part of A.
corrected_variance <- function(fit, time, event, x, cluster) {
  a <- solve(fit$naive.var %||% fit$var)
  u <- rowsum(as.matrix(residuals(fit, type = "score")), cluster)
  ratio <- exp(as.vector(x %*% coef(fit)))
  part <- lapply(rownames(u), function(name) matrix(0, ncol(x), ncol(x)))
  names(part) <- rownames(u)
  for (e in each_event(time, event, x, ratio)) {
    centered <- sweep(x[e$risk, , drop = FALSE], 2, e$mean)
    share <- e$seen * ratio[e$risk] / e$total
    for (i in seq_along(e$risk)) {
      name <- as.character(cluster[e$risk[i]])
      part[[name]] <- part[[name]] + share[i] * tcrossprod(centered[i, ])
    }
  }
  root <- solve(chol(a))
  change <- vapply(rownames(u), function(name) {
    # the largest part of the information in any direction is kept below 0.9
    l <- crossprod(root, part[[name]] %*% root)
    largest <- max(eigen(l, symmetric = TRUE, only.values = TRUE)$values)
    most <- if (largest > 0.9) 0.9 / sum(diag(l)) else 1
    solve(a - most * part[[name]], u[name, ])
  }, numeric(ncol(x)))
  if (nrow(u) == 1) return(matrix(0, ncol(x), ncol(x)))
  tcrossprod(matrix(change, ncol(x)))
}
`%||%` <- function(first, second) if (is.null(first)) second else first

# Hazard ratios with t limits on the patients less one.
corrected_ratios <- function(fit, time, event, x, cluster) {
  error <- sqrt(diag(corrected_variance(fit, time, event, x, cluster)))
  df <- length(unique(cluster)) - 1
  each <- do.call(rbind, lapply(seq_along(error), function(j) {
    interval_of(unname(coef(fit))[j], error[j], df)
  }))
  data.frame(estimate = exp(each$estimate), lower = exp(each$lower), upper = exp(each$upper), p = each$p)
}

# Survival at a day if all rows had the covariates `as` of a level: the mean of what the model
# predicts, and the influence of each cluster on it, which is the derivative by the weight of its
# rows: through the rows that are averaged, the coefficients and the baseline hazard.
adjusted_survival <- function(fit, time, event, x, as, cluster, day) {
  n <- length(time)
  ratio <- exp(as.vector(x %*% coef(fit)))
  hazard <- 0
  means <- numeric(ncol(x))
  of_hazard <- numeric(n) # the derivative of the baseline hazard by the weight of each row
  for (e in each_event(time, event, x, ratio)) if (e$time <= day) {
    hazard <- hazard + 1 / e$total
    means <- means + e$mean / e$total
    fails <- e$risk[time[e$risk] == e$time & event[e$risk] == 1]
    of_hazard[fails] <- of_hazard[fails] + 1 / e$total / length(fails)
    of_hazard[e$risk] <- of_hazard[e$risk] - e$seen * ratio[e$risk] / e$total^2
  }
  own <- exp(as.vector(as %*% coef(fit)))
  survival <- exp(-hazard * own)
  slope <- -survival * own / n
  of_coefficients <- colSums(slope * (as * hazard - rep(means, each = n)))
  dfbeta <- as.matrix(residuals(fit, type = "score")) %*% (fit$naive.var %||% fit$var)
  influence <- (survival - mean(survival)) / n + sum(slope) * of_hazard + as.vector(dfbeta %*% of_coefficients)
  list(value = mean(survival), influence = as.vector(rowsum(influence, cluster)))
}

# Its limits on the scale of log(-log S) with t, and those of a difference of two levels, which
# combine the limits of both with the correlation of their influences (MOVER).
adjusted_limits <- function(s, q = qt(0.975, length(s$influence) - 1)) {
  error <- sqrt(sum(s$influence^2))
  if (error == 0) return(c(s$value, NA, NA))
  step <- exp(q * error / (s$value * -log(s$value)))
  c(s$value, s$value^step, s$value^(1 / step))
}
adjusted_difference <- function(first, second) {
  a <- adjusted_limits(first)
  b <- adjusted_limits(second)
  r <- sum(first$influence * second$influence) /
    sqrt(sum(first$influence^2) * sum(second$influence^2))
  reach <- function(x, y) sqrt(max(0, x^2 + y^2 - 2 * r * x * y))
  a[1] - b[1] + c(0, -reach(a[1] - a[2], b[3] - b[1]), reach(a[3] - a[1], b[1] - b[2]))
}
