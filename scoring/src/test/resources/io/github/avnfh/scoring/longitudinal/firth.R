# Prints limits and p of Firth's penalized likelihood for 12 of 12 against 4 of 12 responders, by profiling it over a group's log
# odds with optimize and uniroot: the numbers in EstimatingEquationsTest. R 4.2.
x <- cbind(1, rep(0:1, each = 12)); y <- c(rep(1, 12), rep(1:0, c(4, 8)))
penalized <- function(a, b) {
  p <- plogis(x %*% c(a, b))
  sum(dbinom(y, 1, p, log = TRUE)) + 0.5 * log(det(crossprod(x, x * as.vector(p * (1 - p)))))
}
profile <- function(b) optimize(function(a) penalized(a, b), c(-10, 15), maximum = TRUE, tol = 1e-12)$objective
best <- log(4.5 * 0.5 / (8.5 * 12.5)); top <- profile(best)
fall <- function(b) 2 * (top - profile(b)) - qchisq(0.95, 1)
limits <- exp(c(uniroot(fall, c(best - 10, best), tol = 1e-12)$root, uniroot(fall, c(best, best + 10), tol = 1e-12)$root))
print(c(limits, pchisq(2 * (top - profile(0)), 1, lower.tail = FALSE)), digits = 12)
