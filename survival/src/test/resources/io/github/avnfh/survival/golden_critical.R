# Limits with the quantile of t by patient, on the log of the time lost, and MOVER for differences.
# R 4.2.2, survival 3.5-3. Data: diabetic30.csv, the first 30 patients of Huster WJ, Brookmeyer R, Self SG.
# Biometrics 1989;45:145-56, as in R's survival::diabetic. Run in this folder: Rscript golden_critical.R
library(survival)
d <- read.csv("diabetic30.csv", comment.char = "#")
rows <- list()
say <- function(name, value) rows[[length(rows) + 1]] <<- data.frame(name = name, value = sprintf("%.17g", value))

influence <- function(group, type, t) {
  part <- d[d$group == group, ]
  fit <- eval(bquote(survfit(Surv(months, event) ~ 1, data = .(part))))
  r <- residuals(fit, times = t, type = type)
  sums <- tapply(r, factor(part$patient, levels = unique(d$patient)), sum)
  sums[is.na(sums)] <- 0
  list(fit = fit, sums = as.numeric(sums), patients = length(unique(part$patient)))
}
link <- list(
  plain = list(function(s) s, function(x) x, function(s) 1),
  log = list(log, exp, function(s) 1 / s),
  `log-log` = list(function(s) log(-log(s)), function(x) exp(-exp(x)), function(s) abs(1 / (s * log(s)))),
  logit = list(qlogis, plogis, function(s) 1 / (s * (1 - s))),
  arcsin = list(function(s) asin(sqrt(s)), function(x) sin(pmin(pmax(x, 0), pi / 2))^2, function(s) 1 / (2 * sqrt(s * (1 - s)))))
wilson <- function(p, n, k) {
  half <- k * sqrt(p * (1 - p) / n + k^2 / (4 * n^2))
  (p + k^2 / (2 * n) + c(-half, half)) / (1 + k^2 / n)
}
mover <- function(e, limits, r) {
  low <- sqrt((e[1] - limits[[1]][1])^2 + (limits[[2]][2] - e[2])^2 - 2 * r * (e[1] - limits[[1]][1]) * (limits[[2]][2] - e[2]))
  high <- sqrt((limits[[1]][2] - e[1])^2 + (e[2] - limits[[2]][1])^2 - 2 * r * (limits[[1]][2] - e[1]) * (e[2] - limits[[2]][1]))
  c(e[1] - e[2] - low, e[1] - e[2] + high)
}
for (t in c(12, 24, 40)) {
  parts <- lapply(c("treated", "untreated"), influence, type = "pstate", t = t)
  s <- sapply(parts, function(p) summary(p$fit, times = t)$surv)
  se <- sapply(parts, function(p) sqrt(sum(p$sums^2)))
  df <- sapply(parts, function(p) p$patients - 1)
  r <- sum(parts[[1]]$sums * parts[[2]]$sums) / prod(se)
  for (g in 1:2) for (l in names(link)) {
    f <- link[[l]]
    reach <- qt(0.975, df[g]) * se[g] * f[[3]](s[g])
    limits <- sort(f[[2]](f[[1]](s[g]) + c(-reach, reach)))
    limits <- pmin(1, pmax(0, limits))
    say(paste(c("treated", "untreated")[g], t, l, "lower"), limits[1])
    say(paste(c("treated", "untreated")[g], t, l, "upper"), limits[2])
  }
  difference <- function(p) mover(s, lapply(1:2, function(g) wilson(s[g], s[g] * (1 - s[g]) / se[g]^2, qt(1 - p / 2, df[g]))), r)
  say(paste("difference", t, "lower"), difference(0.05)[1])
  say(paste("difference", t, "upper"), difference(0.05)[2])
  side <- if (s[1] > s[2]) 1 else 2
  say(paste("difference", t, "p"), uniroot(function(p) difference(p)[side], c(1e-12, 1 - 1e-9), tol = 1e-15)$root)

  means <- lapply(c("treated", "untreated"), influence, type = "auc", t = t)
  m <- sapply(means, function(p) summary(p$fit, rmean = t)$table[["rmean"]])
  se <- sapply(means, function(p) sqrt(sum(p$sums^2)))
  r <- sum(means[[1]]$sums * means[[2]]$sums) / prod(se)
  lost <- t - m
  bounds <- function(p) lapply(1:2, function(g) t - lost[g] * exp(qt(1 - p / 2, df[g]) * se[g] / lost[g] * c(1, -1)))
  bounded <- function(p) lapply(bounds(p), function(x) pmax(0, x))
  for (g in 1:2) {
    say(paste(c("treated", "untreated")[g], t, "mean lower"), bounded(0.05)[[g]][1])
    say(paste(c("treated", "untreated")[g], t, "mean upper"), bounded(0.05)[[g]][2])
  }
  d2 <- mover(m, bounded(0.05), r)
  say(paste("mean difference", t, "lower"), d2[1])
  say(paste("mean difference", t, "upper"), d2[2])
}
out <- do.call(rbind, rows)
cat("# R 4.2.2, survival 3.5-3: golden_critical.R\n", file = "golden_critical.csv")
suppressWarnings(write.table(out, "golden_critical.csv", sep = ",", row.names = FALSE, quote = FALSE, append = TRUE))
