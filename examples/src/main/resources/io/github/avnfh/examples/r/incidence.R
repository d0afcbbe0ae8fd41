# Cumulative incidence of an event while others compete: estimates and errors by survfit of R's
# package survival with states; the limits from them by the formulas below.

# The curve of the rows of one group, with columns time, state (0 censored, 1 the event, 2 what
# competes), entry (-1 from the start), weight and cluster.
incidence_of <- function(d, clustered, conf_type = "log-log", level = 0.95,
                         critical = if (clustered) "t" else "normal") {
  d$state <- factor(d$state, 0:2, c("censored", "event", "competing"))
  d$row <- seq_len(nrow(d))
  y <- if (any(d$entry >= 0)) quote(Surv(entry, time, state)) else quote(Surv(time, state))
  all <- eval(bquote(survfit(.(y) ~ 1, .(d), weights = weight, id = row, timefix = FALSE)))
  fit <- summary(all, censored = TRUE)
  # R 4.2 forgets the clusters of a fit with states; its residuals have them
  error_at <- function(i) {
    if (!clustered) return(fit$std.err[i, 2])
    each <- residuals(all, times = fit$time[i], type = "pstate", weighted = TRUE)
    sqrt(sum(rowsum(matrix(each, nrow(d))[, 2], d$cluster)^2))
  }
  tail <- (1 - level) / 2
  units <- units_at_risk(d, clustered)
  free <- function(t) if (t <= fit$time[1]) 1 else fit$pstate[findInterval(t, fit$time, left.open = TRUE), 1]
  # without an event yet: the fewest so far of those at risk over the proportion free of any event,
  # which is how many would be known without censoring
  size_at <- function(t) {
    marks <- units$marks[c(TRUE, head(units$marks, -1) < t)]
    at_risk <- vapply(marks, units$present, 0)
    left <- vapply(marks, free, 0)
    begun <- cumsum(at_risk) > 0 & left > 1e-13
    if (any(begun)) min(at_risk[begun] / left[begun]) else 0
  }
  quantile_at <- function(t) {
    if (critical == "normal") return(qnorm(tail, lower.tail = FALSE))
    if (units$ever(t) > 1) qt(tail, units$ever(t) - 1, lower.tail = FALSE) else Inf
  }
  f <- fit$pstate[, 2]
  f <- ifelse(f < 1e-13, 0, ifelse(f > 1 - 1e-12, 1, f))
  # up to the time with that index, or before the first of them
  at <- function(i, t) {
    share <- if (i == 0) 0 else f[i]
    error <- if (i == 0) 0 else error_at(i)
    last <- if (i == 0) fit$time[1] else fit$time[match(share, f)]
    known <- share > 0 && !(clustered && units$ever(last) < 2)
    limits <- if (share == 0) c(0, 1 - tail^(1 / size_at(t))) else if (share == 1) {
      c(tail^(1 / units$fewest(last)), 1)
    } else {
      reach <- error * quantile_at(last)
      if (known && error == 0) c(share, share) else if (!known || !is.finite(reach)) c(0, 1) else
        limits_of(share, reach, conf_type)
    }
    data.frame(incidence = share, std_error = if (known) error else NA,
      naive_std_error = if (share > 0) fit$std.err[i, 2] else NA, lower = limits[1], upper = limits[2])
  }
  # a fit with states counts rows; case weights are summed here
  at_risk <- vapply(fit$time, function(t) sum(d$weight[d$entry < t & d$time >= t]), 0)
  events <- vapply(fit$time, function(t) sum(d$weight[d$time == t & d$state == "event"]), 0)
  list(data = d, time = fit$time, at_risk = at_risk, events = events, at = at,
    steps = do.call(rbind, lapply(seq_along(fit$time), function(i) at(i, fit$time[i]))),
    free_after = fit$pstate[, 1])
}

# Incidence at a time: missing beyond the last one, unless none is left free of any event.
incidence_at <- function(k, asked) {
  t <- matched(k$time, asked)
  i <- findInterval(t, k$time)
  if (t > max(k$time) && k$free_after[length(k$time)] > 1e-13) {
    return(data.frame(time = asked, at_risk = 0, events = NA, incidence = NA, std_error = NA,
      naive_std_error = NA, lower = NA, upper = NA))
  }
  cbind(time = asked, at_risk = at_risk_at(k, t), events = sum(k$events[seq_len(i)]), k$at(i, t))
}
