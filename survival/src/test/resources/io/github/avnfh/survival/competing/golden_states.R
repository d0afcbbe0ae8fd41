# Writes states.csv and golden_states.csv beside this script. Run here: Rscript golden_states.R
# Made with R 4.2.2 and survival 3.5.3; numbers are printed with 17 significant digits. That version
# forgets the clusters of a multi-state fit, and its residuals are wrong for a hip that moves back at
# the time asked for. So errors by patient, and those of times and hazards, are taken here from the
# fits themselves: the sum of squares of derivatives by the weight of a patient, or of a hip.
library(survival)
set.seed(20261129)
states <- c("treated", "collapsed", "replaced", "dead")

# courses of hips, two to a patient, who share a frailty; days where `ties`, delayed entry where `late`
course <- function(set, hips, ties, late, back) {
  rows <- NULL
  for (hip in seq_len(hips)) {
    patient <- (hip + 1) %/% 2
    set.seed(1000 * patient + nchar(set))
    frailty <- rgamma(1, 2, 2)
    set.seed(100000 * nchar(set) + hip)
    time <- 0
    state <- 1
    end <- runif(1, 1, 6)
    entry <- if (late && runif(1) < .4) runif(1, 0, 1.5) else 0
    repeat {
      rates <- rbind(c(0, .4, .1, .05), c(if (back) .2 else 0, 0, .5, .08), c(0, 0, 0, .1))[state, ]
      rates <- rates * frailty
      next_time <- time + rexp(1, sum(rates))
      if (ties) next_time <- ceiling(next_time * 4) / 4
      stop <- min(next_time, if (ties) ceiling(end * 4) / 4 else end)
      to <- if (next_time <= stop) sample(4, 1, prob = rates) else state
      if (ties && to != state && stop == time) stop <- time + .25
      if (stop > entry) rows <- rbind(rows, data.frame(set, patient, hip,
        start = max(time, entry), stop, from = state, to, weight = 1 + hip %% 3))
      if (to == state || to == 4) break
      state <- to
      time <- stop
      if (stop >= end) break
    }
  }
  rows
}
data <- rbind(course("a", 40, FALSE, FALSE, FALSE), course("bb", 60, TRUE, FALSE, TRUE),
  course("ccc", 70, TRUE, TRUE, TRUE))
number <- function(x) ifelse(is.na(x), "", trimws(formatC(x, digits = 17, format = "g")))
written <- data
for (name in c("start", "stop")) written[[name]] <- number(written[[name]])
write.csv(written, "states.csv", row.names = FALSE, quote = FALSE)

rows <- NULL
for (set in unique(data$set)) for (weighted in c(FALSE, TRUE)) for (since in c(0, 1)) {
  some <- data[data$set == set & data$stop > since, ]
  some$start <- pmax(some$start, since)
  some$event <- factor(ifelse(some$to == some$from, 0, some$to), 0:4, c("none", states))
  some$current <- factor(states[some$from], states)
  some$w <- if (weighted) some$weight else 1
  # in the third set, and later on, the first probabilities are given: all in the first state
  given <- set == "ccc" || since > 0
  arguments <- list(formula = Surv(start, stop, event) ~ 1, data = some, id = quote(hip),
    istate = quote(current), weights = quote(w))
  if (given) arguments$p0 <- c(1, 0, 0, 0)
  f <- do.call(survfit, arguments)
  stopifnot(f$states == states)
  jumps <- f$time[rowSums(f$n.event) > 0]
  times <- jumps[unique(round(seq(2, length(jumps) - 1, length.out = 4)))]
  answers <- function(f) unlist(lapply(times, function(time) {
    i <- match(time, f$time)
    steps <- diff(c(since, f$time[f$time < time], time))
    before <- rbind(if (given) c(1, 0, 0, 0) else f$p0, f$pstate[f$time < time, , drop = FALSE])
    c(f$pstate[i, ], colSums(steps * before), f$cumhaz[i, ])
  }))
  # by central differences of two widths, whose errors of the second order cancel
  derivative <- function(rows) {
    at <- function(step) {
      some$w <- some$w * (1 + step * rows)
      arguments$data <- some
      answers(do.call(survfit, arguments))
    }
    central <- function(step) (at(step) - at(-step)) / (2 * step)
    (4 * central(1e-3) - central(2e-3)) / 3
  }
  squares <- function(by) sqrt(rowSums(sapply(unique(some[[by]]), function(unit)
    derivative(some[[by]] == unit))^2))
  value <- answers(f)
  std_error <- squares("patient")
  naive <- squares("hip")
  moves <- colnames(f$cumhaz)
  if (is.null(moves)) {
    counts <- table(from = factor(states[some$from], states), to = factor(states[some$to], states))
    moves <- unlist(lapply(1:4, function(j) lapply(1:4, function(k)
      if (j != k && counts[j, k] > 0) paste0(j, ".", k))))
  }
  stopifnot(length(value) == length(times) * (8 + length(moves)))
  move <- matrix(as.integer(unlist(strsplit(moves, ".", fixed = TRUE))), 2)
  rows <- rbind(rows, data.frame(set, weighted, since, given,
    what = rep(c("probability", "time", "hazard"), c(4, 4, length(moves))),
    from = c(rep("", 8), states[move[1, ]]), state = c(states, states, states[move[2, ]]),
    time = rep(times, each = 8 + length(moves)), value, std_error, naive))
}
for (name in names(rows)) if (is.numeric(rows[[name]])) rows[[name]] <- number(rows[[name]])
write.csv(rows, "golden_states.csv", row.names = FALSE, quote = FALSE)
cat(nrow(rows), "rows,", nrow(data), "stays\n")
