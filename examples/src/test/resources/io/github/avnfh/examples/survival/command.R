# Written by R 4.2.2 with survival 3.5.3, from the folder of this file:
#   Rscript command.R > command_expected.csv
# Ten hips of six patients with weights. At a time: survival with its standard error, robust by patient and
# naive; up to a time: the restricted mean, its robust standard error from the influence of each patient on the
# area (Lin DY, Wei LJ. J Am Stat Assoc 1989;84:1074-1078: the infinitesimal jackknife), and the naive one.
library(survival)
d <- read.csv("command.csv")
one <- function(data, weights, robust) {
  f <- if (robust) survfit(Surv(time, event) ~ 1, data, weights = weights, cluster = patient, influence = TRUE)
       else survfit(Surv(time, event) ~ 1, data, weights = weights)
  at <- summary(f, times = 6)
  area <- function(curve, tau) {
    times <- c(0, f$time[f$time < tau], tau)
    values <- c(1, curve[f$time < tau])
    sum(diff(times) * values)
  }
  mean <- area(f$surv, 9)
  if (robust) {
    effect <- apply(f$influence.surv, 1, function(row) {
      times <- c(0, f$time[f$time < 9], 9)
      sum(diff(times) * c(0, row[f$time < 9]))
    })
    stopifnot(abs(sqrt(sum(f$influence.surv[, f$time == 6]^2)) - at$std.err) < 1e-12)
    error <- sqrt(sum(effect^2))
  } else {
    tail <- sapply(f$time, function(t) mean - area(f$surv, t))
    k <- f$time <= 9 & f$n.event > 0 & f$n.risk > f$n.event
    error <- sqrt(sum(tail[k]^2 * f$n.event[k] / (f$n.risk[k] * (f$n.risk[k] - f$n.event[k]))))
  }
  c(at$n.risk, at$surv, at$std.err, at$lower, at$upper, mean, error)
}
cat("# R 4.2.2, survival 3.5.3, by command.R\n")
cat("weighted,robust,at_risk,survival,std_error,rmst,rmst_std_error\n")
for (weighted in c(FALSE, TRUE)) for (robust in c(FALSE, TRUE)) {
  x <- one(d, if (weighted) d$weight else rep(1, nrow(d)), robust)
  cat(sprintf("%s,%s,%.15g,%.15g,%.15g,%.15g,%.15g\n", tolower(weighted), tolower(robust), x[1], x[2], x[3], x[6], x[7]))
}
