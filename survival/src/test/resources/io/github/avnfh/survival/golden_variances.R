# Writes golden_variances.csv and variances.csv beside this script. Run here: Rscript golden_variances.R
# Made with R 4.2.2 and survival 3.5.3; numbers are printed with 17 significant digits.
# The clustered variance has no function in R: scores are summed here risk set by risk set. The
# robust statistics are those of coxph(cluster =, ties = "breslow")$rscore wherever it has them
# (checked below to 1e-9), the independent ones those of survdiff.
library(survival)
options(digits = 17)

eyes <- read.csv("diabetic30.csv", comment.char = "#")
n <- nrow(eyes)
base <- data.frame(time = eyes$months, event = eyes$event, group = factor(eyes$group, unique(eyes$group)),
  cluster = eyes$patient, entry = -1, stratum = 1, weight = 1)
set <- function(name, ...) { d <- base; more <- list(...); d[names(more)] <- more; cbind(set = name, d) }
third <- factor(c("b", "c", "a")[(seq_len(n) - 1) %% 3 + 1], c("b", "c", "a"))
late <- ifelse(seq_len(n) %% 2 == 0, eyes$months / 2, -1)
tied <- ceiling(eyes$months / 6)
sets <- list(
  set("two"), set("three", group = third), set("tied", time = tied, group = third),
  set("weighted", weight = 1 + seq_len(n) %% 3), set("fractions", weight = 1 + (seq_len(n) %% 3) / 2, group = third),
  set("strata", stratum = eyes$patient %% 2, group = third),
  set("entry", entry = late, group = third),
  set("all", time = tied, entry = ifelse(late > 0, floor(late / 6), -1), stratum = eyes$patient %% 2,
    weight = 1 + seq_len(n) %% 3, group = third),
  set("clusters of many", cluster = eyes$patient %% 12, group = third))
dd <- diabetic
sets <- c(sets, list(cbind(set = "diabetic", data.frame(time = dd$time, event = dd$status,
  group = factor(dd$trt), cluster = dd$id, entry = -1, stratum = 1, weight = 1))))

weights <- list(logrank = function(n, d, s) 1, gehan = function(n, d, s) n, "tarone-ware" = function(n, d, s) sqrt(n),
  "fh 1 0" = function(n, d, s) s)

# u: what each row adds to observed less expected events of each group; V: hypergeometric
scores <- function(d, weight) {
  labels <- levels(d$group); k <- length(labels)
  u <- matrix(0, nrow(d), k); V <- matrix(0, k, k)
  for (st in unique(d$stratum)) {
    rows <- which(d$stratum == st); s <- 1
    for (t in sort(unique(d$time[rows][d$event[rows] == 1]))) {
      risk <- rows[d$entry[rows] < t & d$time[rows] >= t]
      fail <- risk[d$time[risk] == t & d$event[risk] == 1]
      N <- sum(d$weight[risk]); D <- sum(d$weight[fail])
      p <- sapply(labels, function(g) sum(d$weight[risk][d$group[risk] == g])) / N
      w <- weight(N, D, s); s <- s * (1 - D / N)
      for (i in risk) u[i, ] <- u[i, ] + d$weight[i] * w * ((i %in% fail) - D / N) * ((labels == d$group[i]) - p)
      if (N > 1) V <- V + w^2 * D * (N - D) / (N - 1) * (diag(p, k) - outer(p, p))
    }
  }
  list(u = u, V = V)
}

rows <- NULL
add <- function(set, test, variance, statistic, df) rows <<- rbind(rows, data.frame(set, test, variance,
  statistic = trimws(formatC(statistic, digits = 17, format = "g")), df))
for (d in sets) for (test in names(weights)) {
  sc <- scores(d, weights[[test]]); U <- colSums(sc$u); k <- length(U)
  B <- crossprod(rowsum(sc$u, d$cluster)); M <- list(clustered = sc$V + B - crossprod(sc$u), robust = B, independent = sc$V)
  whole <- all(d$weight == round(d$weight))
  x <- seq_len(k) - 1
  for (v in if (whole) names(M) else "robust") {
    A <- M[[v]][-1, -1, drop = FALSE]
    add(d$set[1], test, v, drop(U[-1] %*% solve(A, U[-1])), k - 1)
    add(d$set[1], paste(test, "trend"), v, sum(x * U)^2 / drop(x %*% M[[v]] %*% x), 1)
  }
  if (test == "logrank") {
    y <- if (all(d$entry < 0)) Surv(d$time, d$event) else Surv(pmax(d$entry, 0), d$time, d$event)
    fit <- coxph(y ~ group + strata(stratum), d, weights = weight, cluster = d$cluster, ties = "breslow")
    robust <- drop(U[-1] %*% solve(B[-1, -1], U[-1]))
    stopifnot(abs(fit$rscore - robust) < 1e-9 * robust)
  }
}
write <- function(file, table) { table$entry <- pmax(table$entry, 0)
  writeLines(c(paste(names(table), collapse = ","), do.call(paste, c(lapply(table, function(x)
    if (is.numeric(x)) formatC(x, digits = 17, format = "g", width = 1) else as.character(x)), sep = ","))), file) }
write("variances.csv", do.call(rbind, sets))
writeLines(c("set,test,variance,statistic,df", do.call(paste, c(rows, sep = ","))), "golden_variances.csv")
