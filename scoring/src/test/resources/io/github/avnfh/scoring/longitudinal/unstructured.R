# Prints the maximum of the restricted likelihood of three_visits.csv with a covariance over visits, for MixedModelTest. Run in
# this folder: Rscript unstructured.R (R 4.2.2, numDeriv 2016.8-1.1). The parameters are those of the Cholesky factor with the
# logarithm of its diagonal; BFGS first, then Newton's method on numerical derivatives until the gradient is rounding.
library(numDeriv)
d <- read.csv("three_visits.csv")
d <- d[!is.na(d$y), ]
d$k <- match(d$v, c(0, 6, 24))
hips <- split(d, d$id)
at <- function(theta) {
  L <- matrix(0, 3, 3)
  L[lower.tri(L, TRUE)] <- theta
  diag(L) <- exp(diag(L))
  V <- L %*% t(L)
  A <- matrix(0, 3, 3); b <- numeric(3); log_det <- 0; squares <- 0
  for (h in hips) {
    R <- chol(V[h$k, h$k, drop = FALSE])
    z <- backsolve(R, cbind(1, h$k == 2, h$k == 3, h$y), transpose = TRUE)
    x <- z[, 1:3, drop = FALSE]
    A <- A + crossprod(x); b <- b + crossprod(x, z[, 4]); squares <- squares + sum(z[, 4]^2)
    log_det <- log_det + 2 * sum(log(diag(R)))
  }
  beta <- solve(A, b)
  value <- log_det + determinant(A)$modulus + squares - sum(b * beta) + (nrow(d) - 3) * log(2 * pi)
  list(value = as.numeric(value), beta = as.numeric(beta), F = solve(A))
}
value <- function(theta) tryCatch(at(theta)$value, error = function(e) 1e6)
L <- t(chol(diag(3) * 80 + 20))
diag(L) <- log(diag(L))
theta <- optim(L[lower.tri(L, TRUE)], value, method = "BFGS", control = list(maxit = 2000, reltol = 1e-15))$par
for (i in 1:4) {
  gradient <- grad(value, theta, method.args = list(r = 6))
  H <- hessian(value, theta, method.args = list(r = 6))
  theta <- theta - solve(H, gradient)
}
best <- at(theta)
slope <- grad(function(t) at(t)$F[3, 3], theta, method.args = list(r = 6))
cat(sprintf("-2 log-likelihood %.10f, largest gradient %.1e\n", best$value, max(abs(gradient))))
cat(sprintf("24 - 0: %.10f, error %.10f, degrees of freedom %.7f\n", best$beta[3], sqrt(best$F[3, 3]),
  2 * best$F[3, 3]^2 / (t(slope) %*% (2 * solve(H)) %*% slope)))
