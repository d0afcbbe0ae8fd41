# R 4.2.2; from the folder of this file:
#   Rscript p_values.R
# writes p_values.csv, a paper: rows p-... print the p value that R gives, rows q-... one that is a fiftieth off.
set.seed(23)
rows <- c("id,section,quantity,kind,printed,sd,count,of,unit,low,high,step,basis")
add <- function(...) rows[[length(rows) + 1]] <<- paste(..., sep = ",")
n <- 0
p <- function(value, basis) {
  n <<- n + 1
  for (kind in c("p", "q")) {
    shown <- value * c(p = 1, q = if (value > 0.9) 0.98 else 1.02)[[kind]]
    add(paste0(kind, "-", n), "T", paste(kind, n), "p", sprintf("%.9f", shown), "", "", "", "", "", "", "",
        paste0('"', basis, '"'))
  }
}
for (t in c("0.50000", "-1.96000", "3.46880")) for (df in c("1", "2", "9", "57", "45.3", "300"))
  p(2 * pt(-abs(as.numeric(t)), as.numeric(df)), paste0("t(", df, ") = ", t))
for (z in c("0.3100000", "1.9600000", "−2.5700000"))
  p(2 * pnorm(-abs(as.numeric(sub("−", "-", z)))), paste0("z = ", z))
for (f in c("0.7000000", "3.1200000")) for (df in list(c(1, 20), c(2, 45), c(5, 7.5), c(12, 300)))
  p(pf(as.numeric(f), df[1], df[2], lower.tail = FALSE), paste0("F(", df[1], ", ", df[2], ") = ", f))
for (x in c("0.9530000", "7.4000000")) for (df in c(1, 2, 3, 10))
  p(pchisq(as.numeric(x), df, lower.tail = FALSE), paste0("chi-square(", df, ") = ", x))
means <- function(ids, samples) for (i in seq_along(ids))
  add(ids[i], "T", ids[i], "mean", sprintf("%.9f", mean(samples[[i]])), sprintf("%.9f", sd(samples[[i]])),
      "", length(samples[[i]]), "", "", "", "", "")
for (round in 1:3) {
  samples <- list(rnorm(12, 50, 9), rnorm(20, 54, 4), rnorm(7, 57, 12), rnorm(15, 52, 6))
  ids <- paste0("m", round, "-", 1:4)
  means(ids, samples)
  two <- paste(ids[1], ids[2])
  p(t.test(samples[[1]], samples[[2]], var.equal = TRUE)$p.value, paste("student", two))
  p(t.test(samples[[1]], samples[[2]])$p.value, paste("welch", two))
  for (k in 2:4) {
    y <- unlist(samples[1:k]); g <- factor(rep(1:k, lengths(samples[1:k])))
    p(anova(lm(y ~ g))$"Pr(>F)"[1], paste("anova", paste(ids[1:k], collapse = " ")))
  }
}
tables <- list(c(30, 40, 26, 40), c(6, 15, 0, 43), c(9, 41, 3, 48), c(17, 105, 16, 26), c(12, 12, 3, 20),
               c(2, 14, 5, 29, 9, 15), c(4, 20, 7, 25, 12, 22, 3, 30))
for (k in seq_along(tables)) {
  x <- tables[[k]][c(TRUE, FALSE)]; all <- tables[[k]][c(FALSE, TRUE)]
  ids <- paste0("c", k, "-", seq_along(x))
  for (i in seq_along(x)) add(ids[i], "T", ids[i], "count", x[i], "", "", all[i], "", "", "", "", "")
  table <- rbind(x, all - x)
  each <- paste(ids, collapse = " ")
  p(fisher.test(table)$p.value, paste("fisher", each))
  p(suppressWarnings(chisq.test(table, correct = FALSE))$p.value, paste("chi-square", each))
  if (length(x) == 2) p(suppressWarnings(chisq.test(table, correct = TRUE))$p.value, paste("yates", each))
}
for (b in c(0.35, -0.8, 1.4)) {
  id <- paste0("r", abs(b * 100)); e <- 0.4; q <- qnorm(0.975)
  add(id, "T", id, "ratio", sprintf("%.9f", exp(b)), "", "", "", "", sprintf("%.9f", exp(b - q * e)),
      sprintf("%.9f", exp(b + q * e)), "", "")
  p(2 * pnorm(-abs(b / e)), paste("limits", id))
}
writeLines(rows, "p_values.csv", useBytes = TRUE)
cat(n, "tests\n")
# 20 (4), 21 (2) and 22 (3), each of 30: the bounds over all numbers that round to these
f <- function(m, s) { b <- sum(30 * (m - mean(m))^2) / 2; pf(b / mean(s^2), 2, 87, lower.tail = FALSE) }
corners <- as.matrix(expand.grid(c(19.5, 20.5), c(20.5, 21.5), c(21.5, 22.5)))
cat("least", min(apply(corners, 1, f, c(3.5, 1.5, 2.5))), "greatest", f(c(20.5, 21, 21.5), c(4.5, 2.5, 3.5)), "\n")
# Welch, 20 (4) of 30 and 21 (2) of 12
w <- function(m1, m2, s1, s2) { a <- s1^2/30; b <- s2^2/12; df <- (a+b)^2/(a^2/29+b^2/11)
  2 * pt(-abs(m1-m2)/sqrt(a+b), df) }
cat("least", w(19.5, 21.5, 3.5, 1.5), "\n")
