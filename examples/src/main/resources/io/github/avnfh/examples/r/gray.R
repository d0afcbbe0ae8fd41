# Gray's test from its definition: u, what each row adds to observed less expected events of each
# group, and v, the variance of the sums; both from the martingales of Gray's paper (Ann Stat
# 1988;16:1141-54), with hypergeometric variances of ties. cmprsk::cuminc has the independent test.

gray_scores <- function(d, k) {
  u <- matrix(0, nrow(d), k)
  v <- matrix(0, k, k)
  z <- expected <- numeric(k)
  for (stratum in unique(d$stratum)) {
    rows <- which(d$stratum == stratum)
    t <- sort(unique(d$time[rows]))
    m <- length(t)
    count <- function(use) {
      vapply(seq_len(k), function(g) vapply(t, function(s) sum(d$weight[rows[d$group[rows] == g & use(s)]]), 0), numeric(m))
    }
    as_matrix <- function(x) matrix(x, m, k)
    y <- as_matrix(count(function(s) d$entry[rows] < s & d$time[rows] >= s))
    own <- as_matrix(count(function(s) d$time[rows] == s & d$state[rows] == 1))
    other <- as_matrix(count(function(s) d$time[rows] == s & d$state[rows] == 2))
    # h: those at risk, had only censoring taken hips away; none is left where all had an event
    left <- ifelse(y > 0, pmax(0, 1 - (own + other) / y), 1)
    left[left < 1e-12] <- 0
    after <- as_matrix(apply(left, 2, cumprod))
    before <- rbind(1, after)[1:m, , drop = FALSE]
    h <- ifelse(y > 0 & before > 0, y / before, 0)
    own <- own * (h > 0)
    total <- rowSums(h)
    events <- rowSums(own)
    growth <- ifelse(events > 0, events / total, 0)
    without <- pmax(0, 1 - cumsum(growth))
    without_before <- c(1, without)[1:m]
    f <- as_matrix(apply(ifelse(h > 0, own / h, 0), 2, cumsum))
    r <- h * (1 - rbind(0, f)[1:m, , drop = FALSE])
    due <- ifelse(rowSums(r) > 0 & events > 0, events / rowSums(r), 0) * r
    z <- z + colSums(own - due)
    expected <- expected + colSums(due)
    for (g in seq_len(k)) {
      share <- h / ifelse(total > 0, total, 1)
      a <- b <- matrix(0, m, k)
      for (l in seq_len(k)) {
        mine <- (l == g) - share[, l]
        step <- ifelse(without_before > 0 & h[, g] > 0, mine * h[, g] * growth / without_before, 0)
        later <- c(rev(cumsum(rev(step)))[-1], 0)
        known <- ifelse(after[, g] > 0 & h[, g] > 0, later / h[, g], 0)
        ratio <- ifelse(after[, g] > 0, without / after[, g], 0)
        a[, l] <- ifelse(h[, g] > 0, mine + known * (1 - ratio), 0)
        b[, l] <- ifelse(h[, g] > 0, known * ratio, 0)
      }
      tied <- function(events, n) ifelse(events > 1, 1 - (events - 1) / (n - 1), 1)
      v <- v + crossprod(a, a * (tied(events, total * before[, g]) * h[, g] * growth)) +
        crossprod(b, b * ifelse(h[, g] > 0, tied(other[, g], y[, g]) * other[, g], 0))
      by_event <- ifelse(h[, g] > 0, growth / before[, g], 0)
      by_other <- ifelse(h[, g] > 0, other[, g] / y[, g], 0)
      due_by <- rbind(0, apply(a * by_event - b * by_other, 2, cumsum))
      for (row in rows[d$group[rows] == g]) {
        at <- match(d$time[row], t)
        happened <- if (d$state[row] == 1) a[at, ] else if (d$state[row] == 2) -b[at, ] else 0
        entered <- sum(t <= d$entry[row])
        u[row, ] <- d$weight[row] * (happened - (due_by[at + 1, ] - due_by[entered + 1, ]))
      }
    }
  }
  list(u = u, v = v, z = z, expected = expected)
}

gray_test <- function(d, k, clustered) {
  whole <- !any(d$weight != round(d$weight))
  kinds <- c(if (clustered && whole) "clustered", if (clustered || !whole) "robust", "independent")
  s <- gray_scores(d, k)
  compared <- which(s$expected > 0)
  df <- length(compared) - 1
  if (df < 1) return(answers_of(kinds, rep(NA_real_, length(kinds)), NA))
  free <- compared[-length(compared)]
  u <- s$u[, free, drop = FALSE]
  v <- s$v[free, free, drop = FALSE]
  sums <- rowsum(u, if (clustered) d$cluster else seq_len(nrow(d)))
  parts <- rowsum(u, units_of(cbind(d, event = (d$state > 0) + 0)))
  least <- 1e-10 * diag(if (whole) v else crossprod(parts))
  statistic <- vapply(kinds, function(kind) {
    if (kind == "independent" && !whole) return(NA_real_)
    if (kind != "independent" && nrow(sums) <= df) return(NA_real_)
    form_of(switch(kind, clustered = v + crossprod(sums) - crossprod(parts), robust = crossprod(sums),
      independent = v), s$z[free], least)
  }, 0)
  answers_of(kinds, statistic, df)
}
