# Freedom from an event that only visits show: Turnbull's estimate, the masses that make the
# intervals (after, until] most likely; with after = until the event came exactly then. survfit(type = "interval") stops too early for the ninth
# decimal, so steps of expectation and maximization are followed by Newton's method.

# The intervals that can hold a mass: from a left end to a right end that directly follows it. At one
# time what begins there comes first, then what ends there, then what begins after it.
innermost <- function(after, until) {
  closed <- after == until
  bounds <- unique(data.frame(time = c(after, until),
    kind = c(ifelse(closed, 0, 2), rep(1, length(until)))))
  bounds <- bounds[order(bounds$time, bounds$kind), ]
  k <- which(bounds$kind[-nrow(bounds)] != 1 & bounds$kind[-1] == 1)
  data.frame(after = bounds$time[k], until = bounds$time[k + 1], closed = bounds$kind[k] == 0)
}
# Whether the event of an interval can have come by a time.
begun_by <- function(i, time) i$after < time | (i$closed & i$after == time)

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
  from <- function(after, closed) after + ifelse(closed, 0, 1i) # in order by time, then by kind
  not_before <- function(own, other) Re(own) < Re(other) | (Re(own) == Re(other) & Im(own) <= Im(other))
  a <- outer(from(after, after == until), from(i$after, i$closed), not_before) * outer(until, i$until, ">=")
  p <- masses(a, n)
  list(intervals = i, a = a, p = p, loglik = sum((n * log(as.vector(a %*% p)))[n > 0]))
}

# Limits at planned visits by the profile likelihood: m rows are added that had the event by the visit,
# or after it, until the others lose the critical value, which is multiplied by the design effect.
visit_limits <- function(after, until, cluster, day, clustered = TRUE, level = 0.95) {
  kinds <- unique(data.frame(after, until))
  kind <- match(paste(after, until), paste(kinds$after, kinds$until))
  n <- as.vector(tabulate(kind, nrow(kinds)))
  fit <- turnbull(kinds$after, kinds$until, n)
  survival <- function(f) min(1, sum(f$p[!begun_by(f$intervals, day)]))
  s <- survival(fit)
  clusters <- length(unique(cluster))
  inside <- s > 1e-9 && s < 1 - 1e-9
  positive <- which(fit$p > 1e-9)
  effect <- if (clustered) length(after) / clusters else 1
  if (clustered && inside && length(positive) > 1) {
    h <- fit$a[, positive, drop = FALSE] / as.vector(fit$a %*% fit$p)
    free <- seq_len(length(positive) - 1)
    u <- h[, free, drop = FALSE] - h[, length(positive)]
    is_free <- !begun_by(fit$intervals, day)[positive]
    change <- is_free[free] - is_free[length(positive)]
    influence <- as.vector(u %*% solve(crossprod(u, n * u), change))[kind]
    effect <- max(1, sum(rowsum(influence, cluster)^2) / sum(influence^2))
  }
  tail <- (1 - level) / 2
  quantile <- if (clustered) qt(tail, clusters - 1) else qnorm(tail)
  critical <- effect * if (inside) quantile^2 else -2 * log(tail)
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
  c(s, if (s == 0) 0 else end(c(0, day), 0), if (s == 1) 1 else end(c(day, Inf), 1), effect)
}
