# The log-rank family from its definition: u, what each row adds to observed less expected events
# of each group, and v, the hypergeometric variance.

time_weight <- function(test) {
  power <- if (startsWith(test, "fh:")) as.numeric(strsplit(sub("fh:", "", test), ",")[[1]]) else c(0, 0)
  list(name = if (startsWith(test, "fh:")) "fh" else test, rho = power[1], gamma = power[2])
}

# Rows of one cluster, group and stratum of which one begins where another was censored are one unit.
units_of <- function(d) {
  unit <- seq_len(nrow(d))
  if (!any(d$entry >= 0)) return(unit)
  open <- list()
  for (row in order(d$entry)) {
    key <- function(t) paste(d$cluster[row], d$group[row], d$stratum[row], d$weight[row], t)
    before <- open[[key(d$entry[row])]]
    if (length(before) > 0) {
      unit[row] <- before[1]
      open[[key(d$entry[row])]] <- before[-1]
    }
    if (d$event[row] == 0) open[[key(d$time[row])]] <- c(open[[key(d$time[row])]], unit[row])
  }
  unit
}

scores_of <- function(d, x, test, mean_weight) {
  weight <- time_weight(test)
  u <- matrix(0, nrow(d), ncol(x))
  v <- matrix(0, ncol(x), ncol(x))
  together <- seq_len(ncol(x)) # groups that were at risk together bear one number
  expected <- rep(0, ncol(x))
  for (stratum in unique(d$stratum)) {
    rows <- which(d$stratum == stratum)
    survival <- 1
    modified <- 1
    for (t in sort(unique(d$time[rows][d$event[rows] == 1]))) {
      risk <- rows[d$entry[rows] < t & d$time[rows] >= t]
      fails <- d$time[risk] == t & d$event[risk] == 1
      n <- sum(d$weight[risk])
      e <- sum(d$weight[risk][fails])
      modified <- modified * (1 - e / (n + mean_weight))
      w <- switch(weight$name, logrank = 1, gehan = n, "tarone-ware" = sqrt(n),
        "peto-peto" = modified, fh = survival^weight$rho * (1 - survival)^weight$gamma)
      survival <- survival * (1 - e / n)
      mean <- colSums(x[risk, , drop = FALSE] * d$weight[risk]) / n
      centered <- sweep(x[risk, , drop = FALSE], 2, mean)
      u[risk, ] <- u[risk, ] + d$weight[risk] * w * (fails - e / n) * centered
      expected <- expected + w * e * mean
      if (n > 1) {
        v <- v + w^2 * e * (n - e) / (n - 1) * crossprod(centered, centered * d$weight[risk]) / n
      }
      if (!base::all(fails) && w > 0) {
        present <- together[colSums(abs(x[risk, , drop = FALSE])) > 0]
        if (length(present) > 0) together[together %in% present] <- min(present)
      }
    }
  }
  list(u = u, v = v, together = together, expected = expected)
}

form_of <- function(v, u, least) {
  root <- tryCatch(chol(v), error = function(e) NULL)
  if (is.null(root) || any(diag(root)^2 <= least)) return(NA)
  sum(backsolve(root, u, transpose = TRUE)^2)
}

# The tests on columns x of scores of the groups, by every variance that the data allow, from the
# answer on, or all of them. With contrasts = TRUE the columns are the indicators of the groups.
rank_test <- function(d, x, test, clustered, contrasts = TRUE, all = FALSE,
                      whole = !any(d$weight != round(d$weight)),
                      mean_weight = if (whole) 1 else mean(d$weight)) {
  s <- scores_of(d, x, test, mean_weight)
  keep <- if (contrasts) duplicated(s$together) else TRUE
  df <- if (contrasts) sum(keep) else 1
  kinds <- c(if (clustered && whole) "clustered", if (clustered || !whole) "robust",
    if (TRUE) "independent")
  u <- s$u[, keep, drop = FALSE]
  v <- s$v[keep, keep, drop = FALSE]
  cluster <- if (clustered) d$cluster else seq_len(nrow(d))
  sums <- rowsum(u, cluster)
  parts <- rowsum(u, units_of(d))
  statistic <- vapply(kinds, function(kind) {
    if (df == 0 || (contrasts && !any(s$expected > 0))) return(NA_real_)
    if (kind == "independent" && !whole) return(NA_real_)
    if (kind != "independent" && nrow(sums) <= df) return(NA_real_)
    robust <- crossprod(sums)
    switch(kind,
      clustered = form_of(v + robust - crossprod(parts), colSums(u), 1e-10 * diag(v)),
      robust = form_of(robust, colSums(u), pmax(1e-10 * diag(robust), 1e-18 * diag(crossprod(parts)))),
      independent = form_of(v, colSums(u), 1e-10 * diag(v)))
  }, 0)
  answers_of(kinds, statistic, df, all)
}

# The tests by each variance: all, or from the answer on, which is the first with a statistic, but
# the independent one only where it is the only one.
answers_of <- function(kinds, statistic, df, all = FALSE) {
  answer <- which(!is.na(statistic) & (kinds != "independent" | length(kinds) == 1))
  listed <- all | seq_along(kinds) >= (if (length(answer) > 0) answer[1] else 1)
  kinds <- kinds[listed]
  statistic <- statistic[listed]
  data.frame(variance = kinds, chi_square = unname(statistic),
    df = ifelse(is.na(statistic), NA, df),
    p = unname(pchisq(statistic, df, lower.tail = FALSE)))
}

indicators <- function(group, groups) {
  outer(as.character(group), as.character(groups), "==") + 0
}
