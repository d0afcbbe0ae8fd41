# Freedom from progression that only images at visits show: Turnbull's estimate, the masses that make
# the intervals (after, until] most likely. survfit(type = "interval") stops too early for the ninth
# decimal, so steps of expectation and maximization are followed by Newton's method.

innermost <- function(after, until) {
  bounds <- unique(data.frame(time = c(after, until), right = rep(0:1, c(length(after), length(until)))))
  bounds <- bounds[order(bounds$time, -bounds$right), ]
  k <- which(bounds$right[-nrow(bounds)] == 0 & bounds$right[-1] == 1)
  data.frame(after = bounds$time[k], until = bounds$time[k + 1])
}

# Masses of columns; row i of a, which counts n[i], lies in the columns that hold 1.
masses <- function(a, n) {
  p <- rep(1 / ncol(a), ncol(a))
  for (step in 1:500) p <- p * colSums(n * a / as.vector(a %*% p)) / sum(n)
  keep <- p > 1e-7
  for (round in 1:100) {
    p <- ifelse(keep, pmax(p, 1e-12), 0)
    p <- p / sum(p)
    for (step in 1:100) {
      b <- a[, keep, drop = FALSE]
      h <- b / as.vector(b %*% p[keep])
      k <- sum(keep)
      m <- rbind(cbind(crossprod(h, n * h), 1), c(rep(1, k), 0))
      d <- solve(m + diag(c(rep(1e-12 * sum(n), k), 0)), c(colSums(n * h), 0), tol = 1e-30)[1:k]
      s <- min(1, 0.5 / max(-d / p[keep], 1e-300))
      p[keep] <- p[keep] + s * d
      if (max(abs(d)) < 1e-15) break
    }
    gradient <- colSums(n * a / as.vector(a %*% p)) / sum(n)
    gone <- keep & p <= 1e-10
    if (max(gradient) - 1 <= 1e-11 && !any(gone)) break
    keep[gone] <- FALSE
    if (!any(gone)) keep[which.max(gradient)] <- TRUE
  }
  p
}
turnbull <- function(after, until, n = rep(1, length(after))) {
  i <- innermost(after, until)
  a <- outer(after, i$after, "<=") * outer(until, i$until, ">=")
  p <- masses(a, n)
  list(intervals = i, a = a, p = p, loglik = sum((n * log(as.vector(a %*% p)))[n > 0]))
}

intervals$stage <- hips$stage[match(intervals$hip, hips$hip)]
intervals$after[is.na(intervals$after)] <- 0
open_end <- function(until) ifelse(is.na(until), Inf, until)
judged_stages <- c(stages[stages %in% intervals$stage], "all")

check("progression_by_stage.csv", character(), same("progression_by_stage.csv",
  rows(judged_stages, function(stage) {
    d <- in_stage(intervals, stage)
    fit <- turnbull(d$after, open_end(d$until))
    line <- data.frame(stage = stage, hips = nrow(d), patients = of_patients(d),
      progressed = sum(!is.na(d$until)))
    for (m in seq_along(months)) {
      day <- days_of_months[m]
      lowest <- if (any(fit$intervals$after < day)) sum(fit$p[fit$intervals$after >= day]) else 1
      highest <- if (any(fit$intervals$until <= day)) sum(fit$p[fit$intervals$until > day]) else 1
      # anything from 0 to 1 is no knowledge
      if (lowest == 0 && highest == 1) lowest <- highest <- NA
      line[paste0(c("free_lowest_", "free_highest_"), months[m])] <- pmin(1, c(lowest, highest))
    }
    line
  }), "formula of Turnbull"))

# Limits at planned visits by the profile likelihood: m rows are added that had the event by the visit,
# or after it, until the others lose the critical value, which is multiplied by the design effect.
visit_limits <- function(after, until, cluster, day) {
  kinds <- unique(data.frame(after, until))
  kind <- match(paste(after, until), paste(kinds$after, kinds$until))
  n <- as.vector(tabulate(kind, nrow(kinds)))
  fit <- turnbull(kinds$after, kinds$until, n)
  survival <- function(f) min(1, sum(f$p[f$intervals$after >= day]))
  s <- survival(fit)
  clusters <- length(unique(cluster))
  inside <- s > 1e-9 && s < 1 - 1e-9
  positive <- which(fit$p > 1e-9)
  effect <- length(after) / clusters
  if (inside && length(positive) > 1) {
    h <- fit$a[, positive, drop = FALSE] / as.vector(fit$a %*% fit$p)
    free <- seq_len(length(positive) - 1)
    u <- h[, free, drop = FALSE] - h[, length(positive)]
    is_free <- (fit$intervals$after >= day)[positive]
    change <- is_free[free] - is_free[length(positive)]
    influence <- as.vector(u %*% solve(crossprod(u, n * u), change))[kind]
    effect <- max(1, sum(rowsum(influence, cluster)^2) / sum(influence^2))
  }
  critical <- effect * if (inside) qt(0.975, clusters - 1)^2 else -2 * log(0.025)
  end <- function(added, bound) {
    with_rows <- function(log_m) {
      turnbull(c(kinds$after, added[1]), c(kinds$until, added[2]), c(n, exp(log_m)))
    }
    # the likelihood of the rows without those added
    excess <- function(log_m) {
      f <- with_rows(log_m)
      own <- as.vector(f$a %*% f$p)[seq_along(n)]
      2 * (fit$loglik - sum(n * log(own))) - critical
    }
    most <- log(length(after))
    while (excess(most) < 0) {
      most <- most + log(10)
      if (most > log(length(after) * 1e6)) return(bound)
    }
    least <- most - log(10)
    while (excess(least) > 0) least <- least - log(10)
    survival(with_rows(uniroot(excess, c(least, most), tol = 1e-13)$root))
  }
  c(s, if (s == 0) 0 else end(c(0, day), 0), if (s == 1) 1 else end(c(day, Inf), 1))
}
check("progression_at_visits.csv", character(), {
  planned <- intervals[intervals$planned == 1, ]
  planned$planned_after[is.na(planned$planned_after)] <- 0
  same("progression_at_visits.csv", rows(judged_stages[judged_stages %in% c(planned$stage, "all")],
    function(stage) {
      d <- in_stage(planned, stage)
      until <- open_end(d$planned_until)
      days <- setdiff(sort(unique(c(d$planned_after, d$planned_until))), 0)
      enough <- length(days) * 5 <= of_patients(d)
      rows(days, function(day) {
        free <- if (enough) visit_limits(d$planned_after, until, d$patient, day) else c(NA, NA, NA)
        data.frame(stage = stage, visit = visit_name(round(day / 30.4375)), free = free[1],
          free_lower = free[2], free_upper = free[3])
      })
    }), "formula of the profile likelihood")
})
