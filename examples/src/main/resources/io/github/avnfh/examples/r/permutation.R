# The exact permutation test of the log-rank statistic: the groups of a patient's hips are dealt to
# any patient with as many hips, and to either hip; the statistic is the sum over groups of (observed
# - expected)^2 / hips. Patients with the same scores change places without a difference, so that only
# how many of them get which groups is tried, and counted.
permutation_exact <- function(day, event, group, patient) {
  times <- sort(unique(day[event == 1]))
  step <- vapply(times, function(t) sum(day == t & event == 1) / sum(day >= t), 0)
  hazard <- vapply(day, function(end) sum(step[times <= end]), 0)
  score <- round(event - hazard, 12)
  k <- max(group)
  hips <- tabulate(group, k)
  pattern <- tapply(group, patient, function(g) paste(sort(g), collapse = " "))
  value <- tapply(score, patient, function(s) paste(sort(s), collapse = " "))
  size <- tapply(group, patient, length)
  # the distribution of the sums of scores by group over all deals among patients with as many hips
  deal <- function(which) {
    states <- list(list(left = c(table(pattern[which])), u = rep(0, k), ways = 1))
    for (own in value[which][order(value[which])]) {
      s <- as.numeric(strsplit(own, " ")[[1]])
      following <- new.env()
      for (state in states) for (g in names(state$left)) if (state$left[[g]] > 0) {
        labels <- as.integer(strsplit(g, " ")[[1]])
        orders <- if (length(labels) == 2) list(labels, rev(labels)) else list(labels)
        for (order in orders) {
          u <- state$u
          for (i in seq_along(order)) u[order[i]] <- u[order[i]] + s[i]
          u <- round(u, 9) + 0
          left <- state$left
          left[[g]] <- left[[g]] - 1
          key <- paste(c(left, u), collapse = " ")
          ways <- state$ways * state$left[[g]] / length(orders)
          if (is.null(following[[key]])) {
            following[[key]] <- list(left = left, u = u, ways = ways)
          } else {
            following[[key]]$ways <- following[[key]]$ways + ways
          }
        }
      }
      states <- mget(ls(following), following)
    }
    all <- do.call(rbind, lapply(states, function(state) c(state$u, state$ways)))
    list(u = all[, 1:k, drop = FALSE], ways = all[, k + 1] / sum(all[, k + 1]))
  }
  far <- function(u) colSums(t(u)^2 / hips)
  least <- far(t(vapply(1:k, function(g) sum(score[group == g]), 0))) * (1 - 1e-9)
  blocks <- lapply(sort(unique(size)), function(n) deal(size == n))
  all <- blocks[[1]]
  for (block in blocks[-1]) {
    pairs <- expand.grid(i = seq_along(all$ways), j = seq_along(block$ways))
    all <- list(u = all$u[pairs$i, , drop = FALSE] + block$u[pairs$j, , drop = FALSE],
      ways = all$ways[pairs$i] * block$ways[pairs$j])
  }
  sum(all$ways[far(all$u) >= least])
}
