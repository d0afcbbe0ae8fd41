# Kaplan-Meier curves: survival and its errors by survfit of R's package survival; the limits from
# them by the formulas below.
suppressPackageStartupMessages(library(survival))

# The scales on which limits are symmetric, each with its inverse and its slope.
scales <- list(
  plain = list(to = identity, back = identity, slope = function(s) 1),
  log = list(to = log, back = exp, slope = function(s) 1 / s),
  "log-log" = list(to = function(s) log(-log(s)), back = function(x) exp(-exp(x)),
    slope = function(s) 1 / (s * log(s))),
  logit = list(to = qlogis, back = plogis, slope = function(s) 1 / (s * (1 - s))),
  arcsin = list(to = function(s) asin(sqrt(s)),
    back = function(x) sin(pmin(pmax(x, 0), pi / 2))^2,
    slope = function(s) 1 / (2 * sqrt(s * (1 - s)))))

limits_of <- function(s, reach, type) {
  scale <- scales[[type]]
  step <- reach * abs(scale$slope(s))
  ends <- sort(scale$back(scale$to(s) + c(-step, step)))
  c(max(0, min(s, ends[1])), min(1, max(s, ends[2])))
}

# The time of the data that a time asked for is but for rounding.
matched <- function(times, t) {
  near <- times[which.min(abs(times - t))]
  if (abs(near - t) <= min(0.25, 2^-26 * max(1, t))) near else t
}

# The units at risk of some rows: clusters where there are clusters, otherwise rows by weight.
units_at_risk <- function(d, clustered) {
  late <- any(d$entry >= 0)
  present <- function(t) {
    at <- d$entry < t & d$time >= t
    if (clustered) length(unique(d$cluster[at])) else sum(d$weight[at])
  }
  marks <- sort(unique(c(d$time, d$entry[d$entry >= 0])))
  list(
    present = present,
    # how many had come under observation before a time
    ever = function(t) {
      at <- d$entry < t | !late
      if (clustered) length(unique(d$cluster[at])) else sum(d$weight[at])
    },
    # the fewest so far, from when anyone was at risk
    fewest = function(t) {
      if (!late) return(present(t))
      n <- vapply(c(marks[marks < t], t), present, 0)
      if (any(n > 0)) min(n[which(n > 0)[1]:length(n)]) else 0
    },
    marks = marks)
}

# The curve of the rows of one group, with columns time, event, entry (-1 from the start), weight
# and cluster.
curve_of <- function(d, clustered, conf_type = "log-log", level = 0.95,
                     critical = if (clustered) "t" else "normal") {
  late <- any(d$entry >= 0)
  y <- if (late) Surv(d$entry, d$time, d$event) else Surv(d$time, d$event)
  naive <- summary(survfit(y ~ 1, weights = d$weight, robust = FALSE, timefix = FALSE),
    censored = TRUE)
  fit <- if (clustered) summary(survfit(y ~ 1, weights = d$weight, cluster = d$cluster,
    timefix = FALSE), censored = TRUE) else naive
  tail <- (1 - level) / 2
  units <- units_at_risk(d, clustered)
  quantile_at <- function(t) {
    if (critical == "normal") return(qnorm(tail, lower.tail = FALSE))
    if (units$ever(t) > 1) qt(tail, units$ever(t) - 1, lower.tail = FALSE) else Inf
  }
  s <- ifelse(fit$surv < 1e-13, 0, fit$surv)
  size <- length(s)
  first <- match(TRUE, s < 1, size + 1)
  zero <- match(TRUE, s == 0, size + 1)
  happened <- fit$n.event > 0
  lower <- rep(NA_real_, size)
  upper <- rep(1, size)
  known <- rep(TRUE, size)
  for (i in seq_len(size)) {
    if (i < first) {
      # no event yet: the exact limit for none among the fewest at risk so far
      lower[i] <- tail^(1 / units$fewest(fit$time[i]))
    } else if (i >= zero) {
      lower[i] <- 0
    } else if (!happened[i]) {
      lower[i] <- lower[i - 1]
      upper[i] <- upper[i - 1]
      known[i] <- known[i - 1]
    } else if (clustered && units$ever(fit$time[i]) < 2) {
      lower[i] <- 0
      known[i] <- FALSE
    } else {
      ends <- limits_of(s[i], quantile_at(fit$time[i]) * fit$std.err[i], conf_type)
      lower[i] <- ends[1]
      upper[i] <- ends[2]
    }
  }
  if (zero <= size) {
    upper[zero:size] <- if (clustered) 1 - tail^(1 / units$fewest(fit$time[zero])) else {
      # the beta product, by its first two moments
      at <- which(happened & seq_len(size) <= zero)
      left <- fit$n.risk[at] - fit$n.event[at] + 1
      all <- fit$n.risk[at] + 1
      mean <- prod(left / all)
      square <- prod(left / all * (left + 1) / (all + 1))
      n <- (mean - square) / (square - mean^2)
      qbeta(tail, mean * n, (1 - mean) * n, lower.tail = FALSE)
    }
  }
  estimable <- seq_len(size) >= first & s > 0
  list(data = d, clustered = clustered, units = units, tail = tail, quantile_at = quantile_at,
    time = fit$time, at_risk = naive$n.risk, events = naive$n.event, censored = naive$n.censor,
    survival = s, std_error = ifelse(estimable & known, fit$std.err, NA),
    naive_std_error = ifelse(estimable, naive$std.err, NA), lower = lower, upper = upper,
    first = first, zero = zero, known = known)
}

at_risk_at <- function(k, t) sum(k$data$weight[k$data$entry < t & k$data$time >= t])

# Survival at a time: missing beyond the last one, unless the curve has fallen to 0.
curve_at <- function(k, asked) {
  t <- matched(k$time, asked)
  i <- findInterval(t, k$time)
  s <- if (i == 0) 1 else k$survival[i]
  beyond <- t > max(k$time) && s > 0
  of <- function(column, before) if (beyond) NA else if (i == 0) before else column[i]
  before <- k$tail^(1 / k$units$fewest(t))
  data.frame(time = asked, at_risk = at_risk_at(k, t), survival = of(k$survival, 1),
    std_error = of(k$std_error, NA),
    lower = if (i < k$first && !beyond) before else of(k$lower, before),
    upper = of(k$upper, 1), naive_std_error = of(k$naive_std_error, NA))
}

# The first time at which a column is below a target; the middle of the stretch on which it equals it.
crossing <- function(times, values, target) {
  start <- match(TRUE, values < target + 2^-26)
  if (is.na(start)) return(NA)
  after <- which(seq_along(values) >= start & values <= target - 2^-26)
  end <- if (length(after) > 0) after[1] else length(values)
  (times[start] + times[end]) / 2
}

# A quantile: the time by R's quantile.survfit, the limits by the same rule on the limits of survival.
quantile_of <- function(k, p) {
  d <- k$data
  y <- if (any(d$entry >= 0)) Surv(d$entry, d$time, d$event) else Surv(d$time, d$event)
  fit <- survfit(y ~ 1, weights = d$weight, robust = FALSE, timefix = FALSE)
  range <- which(seq_along(k$time) >= k$first & k$known & seq_along(k$time) < k$zero)
  data.frame(probability = p, time = unname(quantile(fit, p, conf.int = FALSE)),
    lower = crossing(k$time[range], k$lower[range], 1 - p),
    upper = crossing(k$time[range], k$upper[range], 1 - p))
}

# What each cluster moves the area under the curve up to a horizon, by R's residuals of the curve.
influence_on_area <- function(d, tau) {
  y <- if (any(d$entry >= 0)) quote(Surv(entry, time, event)) else quote(Surv(time, event))
  fit <- eval(bquote(survfit(.(y) ~ 1, data = .(d), weights = weight, timefix = FALSE)))
  # the residuals of a curve with one time fail in R 4.2; from the definition an event at a time moves
  # the area by the area to its right over those who stay, and time at risk moves it the other way
  own <- function() {
    k <- summary(fit, censored = TRUE)
    width <- pmax(0, diff(c(pmin(k$time, tau), tau)))
    right <- rev(cumsum(rev(k$surv * width)))
    step <- ifelse(k$n.risk > k$n.event & k$time <= tau, right / (k$n.risk - k$n.event), 0)
    vapply(seq_len(nrow(d)), function(i) {
      at <- d$entry[i] < k$time & k$time <= d$time[i]
      d$weight[i] * (sum((step * k$n.event / k$n.risk)[at]) - d$event[i] * step[k$time == d$time[i]])
    }, 0)
  }
  rowsum(tryCatch(residuals(fit, times = tau, type = "auc", weighted = TRUE),
    error = function(e) own()), d$cluster)
}

# The restricted mean: the area under the curve up to tau, with its error and its limits on the log
# of the time lost, the lower one with an event more (RestrictedMeanScale).
restricted_mean <- function(k, tau) {
  start <- c(0, pmin(k$time, tau))
  end <- c(pmin(k$time, tau), tau)
  s <- c(1, k$survival)
  right <- rev(cumsum(rev((s * (end - start))[-1]))) # area to the right of each time
  mean <- sum(s * (end - start))
  lost <- sum((1 - s) * (end - start))
  variance <- ifelse(k$at_risk > k$events, k$events / (k$at_risk * (k$at_risk - k$events)), 0)
  naive <- sqrt(sum(right^2 * variance))
  until <- matched(k$time, tau)
  before <- findInterval(until, k$time, left.open = TRUE)
  has_events <- before > 0 && k$survival[before] < 1 && lost > 0
  known <- has_events && !(k$clustered && k$units$ever(tau) < 2)
  error <- if (!known) NA else if (k$clustered) sqrt(sum(influence_on_area(k$data, tau)^2)) else naive
  lower <- NA
  upper <- NA
  if (!has_events) {
    marks <- k$units$marks[c(TRUE, head(k$units$marks, -1) < tau)]
    bound <- vapply(marks, function(t) min(t, tau) * k$tail^(1 / k$units$fewest(t)), 0)
    lower <- min(mean, max(bound))
    upper <- mean
  } else if (known && error > 0) {
    q <- k$quantile_at(tau)
    d <- k$data
    unit <- if (k$clustered) sum(d$weight[d$entry < tau]) / k$units$ever(tau) else 1
    length <- diff(c(0, pmin(k$time, tau)))
    use <- length > 0
    length <- length[use]
    at_risk <- vapply(pmin(k$time, until)[use], function(t) at_risk_at(k, t), 0) / unit
    area <- right[use]
    fall <- c(1, k$survival)[seq_along(k$time)][use] * length
    w <- sum((area + fall / 2) * length) / sum(at_risk * length)
    w2 <- sum((area^2 + area * fall + fall^2 / 3) * length / at_risk) / sum(at_risk * length)
    center <- lost + w
    lower <- max(0, min(mean, tau - min(tau, center * exp(q * sqrt(error^2 + w2) / center))))
    upper <- min(tau, max(mean, tau - lost * exp(-q * error / lost)))
    if (!is.finite(q * error)) lower <- upper <- NA
  }
  data.frame(tau = tau, rmst = mean, std_error = error, lower = lower, upper = upper,
    extrapolated = until > max(k$time) && k$survival[length(k$survival)] > 0,
    naive_std_error = if (has_events) naive else NA)
}
