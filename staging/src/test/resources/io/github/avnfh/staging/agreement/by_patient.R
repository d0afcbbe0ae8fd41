# Makes by_patient.csv beside this script from ratings.csv and measurements.csv.
#   Rscript by_patient.R     (R 4.2.2; base and stats only)
# Patients: of the first half of the subjects of a set every two in order are one patient, the others are
# one each. Every statistic is computed anew without each patient, from the subjects that are left.
# The generalized interval is that of 4,000,000 draws; its third decimal is good.
RNGversion("4.0.0")
set.seed(20260103)
here <- function(name) file.path(Sys.getenv("OUT", "."), name)
num <- function(x) ifelse(is.finite(x), sprintf("%.17g", x), "")
patients <- function(n) ifelse(seq_len(n) <= n / 2, (seq_len(n) + 1) %/% 2, seq_len(n))
jackknife <- function(x, id, f) {
  g <- unique(id)
  v <- sapply(g, function(p) f(x[id != p, , drop = FALSE]))
  sqrt((length(g) - 1) / length(g) * sum((v - mean(v))^2))
}
limits <- function(est, low, se, g) {
  z <- qlogis((est - low) / (1 - low))
  e <- qt(0.975, g - 1) * se * (1 - low) / ((est - low) * (1 - est))
  low + (1 - low) * plogis(z + c(-1, 1) * e)
}
pair <- function(kind, q) function(x) {
  p <- table(factor(x[, 1], 1:q), factor(x[, 2], 1:q)) / nrow(x)
  d <- abs(outer(1:q, 1:q, "-")) / (q - 1)
  w <- switch(kind, COHEN = 1 * (d == 0), LINEAR = 1 - d, QUADRATIC = 1 - d^2)
  pe <- sum(w * outer(rowSums(p), colSums(p)))
  (sum(w * p) - pe) / (1 - pe)
}
many <- function(kind, q) function(x) {
  counts <- t(apply(x, 1, function(row) tabulate(row[!is.na(row)], q)))
  r <- rowSums(counts)
  pa <- mean((rowSums(counts * (counts - 1)) / (r * (r - 1)))[r > 1])
  pi <- colMeans(counts / r)
  pe <- if (kind == "FLEISS") sum(pi^2) else sum(pi * (1 - pi)) / (q - 1)
  (pa - pe) / (1 - pe)
}
# Kappas: the test of each value by the variance that it implies, inverted. The variance is that of the
# influence over all possible readings of a subject: alike with probability k, otherwise drawn apart.
possible <- function(k, m, r) {
  all <- as.matrix(expand.grid(rep(list(seq_along(m)), r)))
  p <- (1 - k) * apply(all, 1, function(one) prod(m[one]))
  same <- apply(all, 1, function(one) all(one == one[1]))
  p[same] <- p[same] + k * m[all[same, 1]]
  list(all = all, p = pmax(0, p) / sum(pmax(0, p)))
}
moments <- function(kind, q, k, m, r) {
  of <- possible(k, m, r)
  if (kind == "FLEISS") {
    of$p <- possible(0, m, r)$p * (1 - k)
    same <- apply(of$all, 1, function(one) all(one == one[1]))
    of$p[same] <- of$p[same] + k * m[of$all[same, 1]]
    n <- t(apply(of$all, 1, tabulate, q)); a <- rowSums(n * (n - 1)) / (r * (r - 1)); e <- sum(m^2)
    h <- as.vector(n %*% m) / r; o <- k + (1 - k) * e
    return(sum(of$p * ((a - o - 2 * (1 - k) * (h - e)) / (1 - e))^2))
  }
  d <- abs(outer(1:q, 1:q, "-")) / (q - 1)
  w <- switch(kind, COHEN = 1 * (d == 0), LINEAR = 1 - d, QUADRATIC = 1 - d^2)
  t <- matrix(0, q, q); t[of$all] <- of$p
  row <- rowSums(t); col <- colSums(t); e <- sum(w * outer(row, col)); o <- sum(w * t)
  u <- (w - o) / (1 - e) - (1 - o) / (1 - e)^2 *
    (outer(as.vector(w %*% col), as.vector(t(w) %*% row), "+") - 2 * e)
  sum(t * u^2)
}
influences <- function(kind, q, x) {
  if (kind == "FLEISS") {
    n <- t(apply(x, 1, function(row) tabulate(row[!is.na(row)], q))); r <- rowSums(n)
    m <- colMeans(n / r); e <- sum(m^2); some <- r > 1
    a <- ifelse(some, rowSums(n * (n - 1)) / pmax(1, r * (r - 1)), 0); o <- mean(a[some])
    k <- (o - e) / (1 - e)
    return(some * nrow(x) / sum(some) * (a - o) - 2 * (1 - k) * (as.vector((n / r) %*% m) - e))
  }
  p <- table(factor(x[, 1], 1:q), factor(x[, 2], 1:q)) / nrow(x)
  o <- sum(diag(p)); e <- sum(rowSums(p) * colSums(p))
  (x[, 1] == x[, 2]) - o - (1 - o) / (1 - e) * (colSums(p)[x[, 1]] + rowSums(p)[x[, 2]] - 2 * e)
}
inverted <- function(kind, q, x, id, est, low, se) {
  g <- length(unique(id)); n <- t(apply(x, 1, function(row) tabulate(row[!is.na(row)], q)))
  r <- rowSums(n); m <- colMeans(n / r); size <- r[r > 1]
  v <- function(k) {
    each <- sapply(sort(unique(size)), function(one) moments(kind, q, k, m, one))
    sum(each[match(size, sort(unique(size)))]) / length(size)^2
  }
  effect <- if (q > 2 && kind %in% c("LINEAR", "QUADRATIC")) se^2 / v(est) else {
    u <- influences(kind, q, x)
    min(max(table(id)), max(1, sum(rowsum(u, id)^2) / sum(u^2)))
  }
  excess <- function(k) (est - k)^2 - qt(0.975, g - 1)^2 * effect * max(0, v(k))
  root <- function(to) if (excess(to) <= 0) to else
    uniroot(excess, sort(c(est, to)), tol = 1e-15)$root
  c(root(low), root(1))
}
rows <- NULL
ratings <- read.csv(here("ratings.csv"), colClasses = "character")
for (s in c(1:12, 13, 15, 17:22, 33:40)) {
  of <- ratings[ratings$set == s, ]; q <- as.integer(of$categories[1])
  x <- do.call(rbind, lapply(strsplit(of$readings, ";"), function(v) {
    length(v) <- nchar(gsub("[^;]", "", of$readings[1])) + 1; as.integer(v) }))
  id <- patients(nrow(x))
  for (kind in c("FLEISS", "GWET_AC1", if (ncol(x) == 2) c("COHEN", "LINEAR", "QUADRATIC"))) {
    many_readers <- kind %in% c("FLEISS", "GWET_AC1")
    keep <- if (many_readers) rowSums(!is.na(x)) > 0 else complete.cases(x)
    f <- if (many_readers) many(kind, q) else pair(kind, q)
    fewest <- min(rowSums(!is.na(x))[rowSums(!is.na(x)) > 1])
    low <- switch(kind, FLEISS = -1 / (fewest - 1), GWET_AC1 = -1 / (q - 1), -1)
    y <- x[keep, , drop = FALSE]; est <- f(y); se <- jackknife(y, id[keep], f)
    g <- length(unique(id[keep]))
    between <- if (kind == "GWET_AC1") limits(est, low, se, g) else
      inverted(kind, q, y, id[keep], est, low, se)
    rows <- rbind(rows, c(s, kind, num(c(est, se, between)), g))
  }
}
squares <- function(x) {
  n <- nrow(x); k <- ncol(x)
  long <- data.frame(y = as.vector(x), s = factor(rep(1:n, k)), r = factor(rep(1:k, each = n)))
  m <- anova(lm(y ~ s + r, long))[["Mean Sq"]]
  c(s = m[1], r = m[2], e = m[3], w = anova(lm(y ~ s, long))[["Mean Sq"]][2])
}
measurements <- read.csv(here("measurements.csv"), colClasses = "character")
for (s in c(2:9, 24, 26, 35)) {
  x <- do.call(rbind, lapply(strsplit(measurements$measurements[measurements$set == s], ";"), function(v) {
    length(v) <- nchar(gsub("[^;]", "", measurements$measurements[measurements$set == s][1])) + 1
    as.numeric(v) }))
  id <- patients(nrow(x))[complete.cases(x)]; x <- x[complete.cases(x), , drop = FALSE]
  n <- nrow(x); k <- ncol(x); g <- length(unique(id)); t <- qt(0.975, g - 1); m <- squares(x)
  back <- function(l) (exp(l) - 1) / (exp(l) + k - 1)
  up <- function(r) k * r / (1 + (k - 1) * r)
  z <- function(f) function(y) { r <- f(squares(y), nrow(y)); log((1 + (k - 1) * r) / (1 - r)) }
  one <- function(m, n) unname((m["s"] - m["w"]) / (m["s"] + (k - 1) * m["w"]))
  con <- function(m, n) unname((m["s"] - m["e"]) / (m["s"] + (k - 1) * m["e"]))
  agr <- function(m, n) unname((m["s"] - m["e"]) / (m["s"] + (k - 1) * m["e"] + k * (m["r"] - m["e"]) / n))
  put <- function(name, f, mean) {
    l <- back(z(f)(x) + c(-1, 1) * t * jackknife(x, id, z(f))); est <- f(m, n)
    if (mean) { l <- up(l); est <- up(est) }
    rows <<- rbind(rows, c(s, name, num(c(est, NA, l)), g))
  }
  put("ONE_WAY_SINGLE", one, FALSE); put("CONSISTENCY_SINGLE", con, FALSE)
  put("CONSISTENCY_MEAN", con, TRUE); put("AGREEMENT_SINGLE:FIXED", agr, FALSE)
  f <- exp(z(con)(x) + jackknife(x, id, z(con)) * rt(4e6, g - 1))
  extra <- k * pmax(0, unname(m["r"] / m["e"]) * (k - 1) / rchisq(4e6, k - 1) - 1) / n
  l <- quantile((f - 1) / (f + k - 1 + extra), c(0.025, 0.975))
  rows <- rbind(rows, c(s, "AGREEMENT_SINGLE:DRAWN", num(c(agr(m, n), NA, l)), g))
  if (k == 2) {
    d <- cbind(round(x[, 2] - x[, 1], 8)); b <- mean(d)
    e <- t * jackknife(d, id, mean)
    rows <- rbind(rows, c(s, "BIAS", num(c(b, NA, b - e, b + e)), g))
    ratio <- exp(t * jackknife(d, id, function(y) log(sd(y)))); low <- b - 1.96 * sd(d)
    from <- low - sqrt(e^2 + (1.96 * sd(d) * (ratio - 1))^2)
    to <- low + sqrt(e^2 + (1.96 * sd(d) * (1 - 1 / ratio))^2)
    rows <- rbind(rows, c(s, "LOWER", num(c(low, NA, from, to)), g))
    q <- quantile(d, 0.975, type = 7)
    ranks <- rank(d) # ties at the mean of their normal scores
    scores <- ave(qnorm((rank(d, ties.method = "first") - 0.375) / (n + 0.25)), ranks)
    u <- log(n); v <- log(u); w <- cor(scores, d)^2
    p <- pnorm((log(1 - w) + 1.2725 - 1.0521 * (v - u)) / (1.0308 - 0.26758 * (v + 2 / u)),
      lower.tail = FALSE)
    rows <- rbind(rows, c(s, "QUANTILE", num(c(q, p, NA, NA)), g))
  }
}
write.table(rows, here("by_patient.csv"), sep = ",", quote = FALSE, row.names = FALSE,
  col.names = c("set", "method", "estimate", "std_error", "lower", "upper", "patients"))
