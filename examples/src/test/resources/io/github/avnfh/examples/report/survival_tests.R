# R 4.2.2, base only: Rscript survival_tests.R HIPS > survival_tests.csv
# HIPS is hips.csv of the bundled SYNTHETIC cohort. Log-rank tests of the Steinberg stages, their
# trend and their pairs by three variances, from the definitions:
#   u  score of a row: its observed less expected events by group
#   independent: hypergeometric; robust: squares of the sums of u by patient; clustered: hypergeometric
#   plus the products of the u of two hips of a patient
# and the exact permutation test: the groups of a patient's hips are dealt to any patient with as many
# hips, and to either hip; the statistic is the sum over groups of (observed - expected)^2 / hips.
hips <- read.csv(commandArgs(TRUE)[1])
event <- as.integer(!is.na(hips$arthroplasty_day))
day <- ifelse(event == 1, hips$arthroplasty_day, hips$last_seen_day)
patient <- hips$patient_id
stage <- hips$steinberg_stage

scores <- function(day, event, x) {
  u <- matrix(0, length(day), ncol(x))
  v <- matrix(0, ncol(x), ncol(x))
  for (t in sort(unique(day[event == 1]))) {
    risk <- day >= t
    n <- sum(risk)
    d <- sum(day == t & event == 1)
    mean <- colMeans(x[risk, , drop = FALSE])
    own <- which(day == t & event == 1)
    centered <- sweep(x, 2, mean)
    u[own, ] <- u[own, ] + centered[own, ]
    u[risk, ] <- u[risk, ] - centered[risk, ] * d / n
    if (n > 1) {
      v <- v + d * (n - d) / (n - 1) * crossprod(centered[risk, , drop = FALSE]) / n
    }
  }
  list(u = u, v = v)
}

rows <- function(name, keep, x) {
  x <- as.matrix(x)
  s <- scores(day[keep], event[keep], x)
  sums <- rowsum(s$u, patient[keep])
  v <- list(clustered = s$v + crossprod(sums) - crossprod(s$u), robust = crossprod(sums),
            independent = s$v)
  total <- colSums(s$u)
  for (variance in names(v)) {
    statistic <- tryCatch(sum(total * solve(v[[variance]], total)), error = function(e) NA)
    p <- pchisq(statistic, ncol(x), lower.tail = FALSE)
    cat(sprintf("%s,%s,%d,%.15g,%d,%.15g\n", name, variance, sum(keep), statistic, ncol(x), p))
  }
}

cat("test,variance,hips,chi_square,df,p\n")
all <- rep(TRUE, nrow(hips))
rows("log-rank", all, cbind(stage == "II", stage == "III") + 0)
rows("trend over the stages", all, cbind(match(stage, c("I", "II", "III"))))
for (pair in list(c("I", "II"), c("I", "III"), c("II", "III"))) {
  keep <- stage %in% pair
  if (sum(event[keep]) > 0) {
    rows(paste("log-rank,", paste(pair, collapse = " and ")), keep, cbind(stage == pair[2])[keep, , drop = FALSE] + 0)
  }
}

# The exact test. A score is that of a row: its event less the hazard to which it was exposed.
hazard <- sapply(day, function(end) {
  t <- sort(unique(day[event == 1]))
  sum(sapply(t[t <= end], function(each) sum(day == each & event == 1) / sum(day >= each)))
})
score <- round(event - hazard, 12)
n <- table(stage)
codes <- c("I", "II", "III")
patterns <- tapply(stage, patient, function(s) paste(sort(match(s, codes)), collapse = ""))
values <- tapply(score, patient, function(s) paste(sort(s), collapse = " "))
# distribution of (U_I, U_II, U_III) over all deals, as counts of ways, by patients with 1 and 2 hips
deal <- function(which) {
  groups <- as.list(table(patterns[which]))
  states <- list(list(left = unlist(groups), u = c(0, 0, 0), ways = 1))
  for (value in names(sort(table(values[which])))) {
    times <- table(values[which])[[value]]
    s <- as.numeric(strsplit(value, " ")[[1]])
    for (i in seq_len(times)) {
      following <- new.env()
      for (state in states) for (g in names(state$left)) if (state$left[[g]] > 0) {
        labels <- as.integer(strsplit(g, "")[[1]])
        orders <- if (length(labels) == 2) list(labels, rev(labels)) else list(labels)
        for (order in orders) {
          u <- state$u
          for (k in seq_along(order)) u[order[k]] <- u[order[k]] + s[k]
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
  }
  do.call(rbind, lapply(states, function(state) c(state$u, state$ways)))
}
count <- table(patient)[names(patterns)]
one <- deal(count == 1)
two <- deal(count == 2)
statistic <- function(u1, u2, u3) u1^2 / n[["I"]] + u2^2 / n[["II"]] + u3^2 / n[["III"]]
observed <- tapply(score, factor(stage, codes), sum)
least <- statistic(observed[[1]], observed[[2]], observed[[3]]) * (1 - 1e-9)
hits <- 0
for (i in seq_len(nrow(one))) {
  far <- statistic(one[i, 1] + two[, 1], one[i, 2] + two[, 2], one[i, 3] + two[, 3]) >= least
  hits <- hits + one[i, 4] / sum(one[, 4]) * sum(two[far, 4]) / sum(two[, 4])
}
cat(sprintf("permutation,patients,%d,,,%.15g\n", nrow(hips), hits))
