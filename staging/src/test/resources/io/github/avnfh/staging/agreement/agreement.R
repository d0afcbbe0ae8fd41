# Makes ratings.csv, kappa.csv, measurements.csv, icc.csv and bland_altman.csv beside this script.
#   Rscript agreement.R     (R 4.2.2; base and stats only)
# Standard errors come from derivatives, not from the formulas under test: kappas are written as
# functions of the cell shares (two readers) or of the weights of subjects (many readers), and are
# differentiated by a complex step, which is exact to the last digits.
RNGversion("4.0.0")
set.seed(20260101)
here <- function(name) file.path(Sys.getenv("OUT", "."), name)
num <- function(x) ifelse(is.na(x), "", sprintf("%.17g", x))
step <- 1e-30

weights <- function(kind, q) {
  d <- abs(outer(1:q, 1:q, "-")) / (q - 1)
  switch(kind, COHEN = 1 * (d == 0), LINEAR = 1 - d, QUADRATIC = 1 - d^2)
}
pair_kappa <- function(p, w) { # p: q x q shares, perhaps complex
  p <- p / sum(p)
  po <- sum(w * p); pe <- sum(w * outer(rowSums(p), colSums(p)))
  list(po = po, pe = pe, kappa = (po - pe) / (1 - pe))
}
pair <- function(x, q, kind, level = 0.95) {
  all <- nrow(x); x <- x[complete.cases(x), , drop = FALSE]; n <- nrow(x)
  p <- matrix(0, q, q)
  for (i in seq_len(n)) p[x[i, 1], x[i, 2]] <- p[x[i, 1], x[i, 2]] + 1 / n
  w <- weights(kind, q); est <- pair_kappa(p, w)
  if (abs(1 - est$pe) < 1e-12) return(c(NA, NA, NA, NA, n, all - n))
  g <- matrix(0, q, q)
  for (i in 1:q) for (j in 1:q) {
    z <- matrix(as.complex(p), q, q); z[i, j] <- z[i, j] + complex(imaginary = step)
    g[i, j] <- Im(pair_kappa(z, w)$kappa) / step
  }
  se <- sqrt(sum(p * (g - sum(p * g))^2) / n)
  if (se < 1e-12) se <- 0
  z <- qnorm((1 + level) / 2)
  ci <- if (se > 0) est$kappa + c(-1, 1) * z * se else c(NA, NA)
  c(est$kappa, se, ci, n, all - n)
}
many_kappa <- function(counts, v, kind, q) { # v: weights of subjects, perhaps complex
  r <- rowSums(counts); two <- r > 1
  pai <- rowSums(counts * (counts - 1))[two] / (r * (r - 1))[two]
  pa <- sum(v[two] * pai) / sum(v[two])
  pi <- colSums(v * counts / r) / sum(v)
  pe <- if (kind == "FLEISS") sum(pi^2) else sum(pi * (1 - pi)) / (q - 1)
  list(pa = pa, pe = pe, kappa = (pa - pe) / (1 - pe))
}
many <- function(x, q, kind, level = 0.95) {
  counts <- t(apply(x, 1, function(row) tabulate(row[!is.na(row)], q)))
  counts <- counts[rowSums(counts) > 0, , drop = FALSE]
  n <- nrow(counts); used <- sum(rowSums(counts) > 1)
  est <- many_kappa(counts, rep(1, n), kind, q)
  if (abs(1 - est$pe) < 1e-12) return(c(NA, NA, NA, NA, used, nrow(x) - used))
  u <- sapply(seq_len(n), function(i) {
    v <- as.complex(rep(1, n)); v[i] <- v[i] + complex(imaginary = step)
    n * Im(many_kappa(counts, v, kind, q)$kappa) / step
  })
  se <- sqrt(sum(u^2) / (n * (n - 1)))
  if (se < 1e-12) se <- 0
  z <- qt((1 + level) / 2, n - 1)
  ci <- if (se > 0) est$kappa + c(-1, 1) * z * se else c(NA, NA)
  c(est$kappa, se, ci, used, nrow(x) - used)
}
readings <- function(n, m, q, agree, gaps) {
  truth <- sample(q, n, TRUE, prob = (q:1)^1.5)
  x <- sapply(seq_len(m), function(j) ifelse(runif(n) < agree, truth, sample(q, n, TRUE)))
  x <- matrix(as.integer(x), n, m)
  x[matrix(runif(n * m) < gaps, n, m)] <- NA
  x
}
sets <- list()
add <- function(x, q) sets[[length(sets) + 1]] <<- list(x = x, q = q)
for (q in c(2, 3, 4, 6)) for (agree in c(0.2, 0.6, 0.9)) add(readings(40, 2, q, agree, 0), q)
for (q in c(2, 3, 4, 6)) add(readings(35, 2, q, 0.7, 0.15), q)
for (m in c(3, 4, 6)) for (gaps in c(0, 0.2)) add(readings(30, m, 4, 0.6, gaps), 4)
add(cbind(rep(1:2, 10), rep(2:1, 10)), 2)                     # no agreement
add(cbind(rep(1:3, 8), rep(1:3, 8)), 3)                       # full agreement
add(cbind(rep(1L, 12), rep(1L, 12)), 3)                       # one category
add(cbind(rep(1L, 20), c(rep(1L, 19), 2L)), 2)                # one reader uses one category
add(cbind(c(rep(1, 90), rep(2, 4), rep(1, 3), rep(2, 3)), c(rep(1, 94), rep(2, 6))), 2)
first <- .Random.seed # what follows leaves the draws of the measurements as they are
set.seed(20260102)
add(cbind(rep(1:3, 7), rep(c(2:3, 1L), 7), rep(c(3L, 1:2), 7)), 3) # no agreement of three readers
add(matrix(rep(1:4, 5), 20, 4), 4)                            # full agreement of four readers
add(matrix(1L, 15, 3), 3)                                     # one category
add(cbind(rep(2L, 15), c(rep(2L, 14), 1L), rep(2L, 15)), 3)   # one category but for one reading
add(readings(40, 5, 3, 0.7, 0.7), 3)                          # most readings are missing
for (m in c(3, 5, 8)) for (q in c(2, 5)) for (agree in c(0.3, 0.8)) {
  add(readings(25, m, q, agree, if (q == 2) 0 else 0.1), q)
}
for (q in c(3, 5)) add(readings(50, 2, q, 0.05, 0.3), q)      # chance, with gaps
.Random.seed <- first
ratings <- NULL; kappas <- NULL
for (s in seq_along(sets)) {
  x <- sets[[s]]$x; q <- sets[[s]]$q
  for (i in seq_len(nrow(x))) ratings <- rbind(ratings, c(s, q,
    paste(ifelse(is.na(x[i, ]), "", x[i, ]), collapse = ";")))
  kinds <- c("FLEISS", "GWET_AC1", if (ncol(x) == 2) c("COHEN", "LINEAR", "QUADRATIC"))
  for (kind in kinds) {
    v <- if (kind %in% c("FLEISS", "GWET_AC1")) many(x, q, kind) else pair(x, q, kind)
    kappas <- rbind(kappas, c(s, kind, num(v)))
  }
}
write.table(ratings, here("ratings.csv"), sep = ",", quote = FALSE, row.names = FALSE,
  col.names = c("set", "categories", "readings"))
write.table(kappas, here("kappa.csv"), sep = ",", quote = FALSE, row.names = FALSE,
  col.names = c("set", "method", "estimate", "std_error", "lower", "upper", "subjects", "left_out"))

# Mean squares from aov(); limits from qf() by the sources' equations.
icc <- function(x, level = 0.95) {
  x <- x[complete.cases(x), , drop = FALSE]
  n <- nrow(x); k <- ncol(x); a <- 1 - level
  long <- data.frame(y = as.vector(x), s = factor(rep(1:n, k)), r = factor(rep(1:k, each = n)))
  two <- summary(aov(y ~ s + r, long))[[1]][["Mean Sq"]]
  one <- summary(aov(y ~ s, long))[[1]][["Mean Sq"]]
  zero <- function(square) if (square < 1e-20 * max(x^2)) 0 else square # sums of rounding errors
  bms <- zero(two[1]); jms <- zero(two[2]); ems <- zero(two[3]); wms <- zero(one[2])
  limits <- function(noise, both) if (bms > 0 && noise > 0) both else c(NA, NA)
  finite <- function(v) if (is.finite(v)) v else NA
  up <- function(r) k * r / (1 + (k - 1) * r)
  i1 <- (bms - wms) / (bms + (k - 1) * wms)
  i2 <- (bms - ems) / (bms + (k - 1) * ems + k * (jms - ems) / n)
  i3 <- (bms - ems) / (bms + (k - 1) * ems)
  f1 <- bms / wms; f3 <- bms / ems
  l1 <- f1 / qf(1 - a / 2, n - 1, n * (k - 1)); u1 <- f1 * qf(1 - a / 2, n * (k - 1), n - 1)
  l3 <- f3 / qf(1 - a / 2, n - 1, (n - 1) * (k - 1))
  u3 <- f3 * qf(1 - a / 2, (n - 1) * (k - 1), n - 1)
  aa <- k * i2 / (n * (1 - i2)); bb <- 1 + k * i2 * (n - 1) / (n * (1 - i2)) # McGraw and Wong
  v <- (aa * jms + bb * ems)^2 / ((aa * jms)^2 / (k - 1) + (bb * ems)^2 / ((n - 1) * (k - 1)))
  if (!(bms > 0)) v <- NaN # the degrees of freedom are 0 where the means of subjects do not vary
  fl <- qf(1 - a / 2, n - 1, v); fu <- qf(1 - a / 2, v, n - 1)
  l2 <- n * (bms - fl * ems) / (fl * (k * jms + (k * n - k - n) * ems) + n * bms)
  u2 <- n * (fu * bms - ems) / (k * jms + (k * n - k - n) * ems + n * fu * bms)
  g <- function(f) (f - 1) / (f + k - 1)
  h <- function(f) 1 - 1 / f
  rbind(ONE_WAY_SINGLE = c(i1, limits(wms, c(g(l1), g(u1)))),
    AGREEMENT_SINGLE = c(i2, limits(wms, c(l2, u2))),
    CONSISTENCY_SINGLE = c(i3, limits(ems, c(g(l3), g(u3)))),
    ONE_WAY_MEAN = c(finite(1 - 1 / f1), limits(wms, c(h(l1), h(u1)))),
    AGREEMENT_MEAN = c((bms - ems) / (bms + (jms - ems) / n), limits(wms, c(up(l2), up(u2)))),
    CONSISTENCY_MEAN = c(finite(1 - 1 / f3), limits(ems, c(h(l3), h(u3)))))
}
numbers <- list(rbind(c(9, 2, 5, 8), c(6, 1, 3, 2), c(8, 4, 6, 8), c(7, 1, 2, 6), c(10, 5, 6, 9),
  c(6, 2, 4, 7))) # Shrout and Fleiss 1979, table 2
for (i in 2:22) {
  n <- sample(6:40, 1); k <- if (i %% 2) sample(3:5, 1) else 2
  x <- outer(rnorm(n, 25, 8), rnorm(k, 0, sample(c(0.5, 4), 1)), "+") +
    matrix(rnorm(n * k, 0, sample(c(1, 4, 9), 1)), n, k)
  x <- round(x, 1)
  if (i %% 5 == 0) x[2, 1] <- NA
  numbers[[i]] <- x
}
for (i in 23:34) { # pairs
  n <- sample(5:60, 1); d <- sample(c(-2, 0, 3), 1); s <- sample(c(0.3, 2, 7), 1)
  x <- rnorm(n, 30, 10); x <- round(cbind(x, x + rnorm(n, d, s)), 1)
  if (i %% 4 == 0) x[sample(n, 2), sample(2, 1)] <- NA
  numbers[[i]] <- x
}
wright <- c(494, 395, 516, 434, 476, 557, 413, 442, 650, 433, 417, 656, 267, 478, 178, 423, 427)
mini <- c(512, 430, 520, 428, 500, 600, 364, 380, 658, 445, 432, 626, 260, 477, 259, 350, 451)
one <- c(12.5, 30.1, 8.4, 22, 41.7, 18.3)
numbers <- c(numbers, list(cbind(mini, wright), # Bland and Altman 1986, first measurements
  cbind(one, 60 - one),                         # no agreement
  cbind(one, one),                              # full agreement
  cbind(one, one + 2.5),                        # full agreement but for a shift
  cbind(one, rep(20, 6)),                       # one reader gives one number
  matrix(4.2, 6, 2),                            # nothing varies
  cbind(one, rev(one), c(NA, one[-1]))))        # three readers, one gap
rows <- NULL; iccs <- NULL; bas <- NULL
for (s in seq_along(numbers)) {
  x <- numbers[[s]]
  for (i in seq_len(nrow(x))) rows <- rbind(rows, c(s, paste(num(x[i, ]), collapse = ";")))
  est <- icc(x)
  for (f in rownames(est)) iccs <- rbind(iccs, c(s, f, num(est[f, ])))
  if (ncol(x) == 2) {
    d <- (x[, 2] - x[, 1])[complete.cases(x)]; n <- length(d)
    t <- if (sd(d) > 1e-12) t.test(d)$conf.int else rep(mean(d), 2)
    l <- mean(d) + c(-1, 1) * 1.96 * sd(d); e <- qt(0.975, n - 1) * sqrt(3 * var(d) / n)
    bas <- rbind(bas, c(s, num(c(mean(d), sd(d), t, l, l[1] + c(-1, 1) * e,
      l[2] + c(-1, 1) * e)), n))
  }
}
write.table(rows, here("measurements.csv"), sep = ",", quote = FALSE, row.names = FALSE,
  col.names = c("set", "measurements"))
write.table(iccs, here("icc.csv"), sep = ",", quote = FALSE, row.names = FALSE,
  col.names = c("set", "form", "estimate", "lower", "upper"))
write.table(bas, here("bland_altman.csv"), sep = ",", quote = FALSE, row.names = FALSE,
  col.names = c("set", "bias", "sd", "bias_lower", "bias_upper", "lower", "upper",
    "lower_from", "lower_to", "upper_from", "upper_to", "subjects"))
