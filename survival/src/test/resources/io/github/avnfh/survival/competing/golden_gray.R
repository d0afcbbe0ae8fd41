# Writes golden_gray.csv beside this script. Run here: Rscript golden_gray.R
# Made with R 4.2.2 and cmprsk 2.2-11; numbers are printed with 17 significant digits. The
# independent test is that of cuminc. The clustered and robust ones add products of the scores of
# rows, which are written down here row by row from the martingales of Gray's paper.
suppressMessages(library(cmprsk))

all <- read.csv("../sets.csv", comment.char = "#")
# times that differ by rounding only are one time, which cuminc does not see
all$time <- round(all$time, 7)

gray <- function(time, cause, group, stratum, id, of, rho) {
  groups <- sort(unique(group)); k <- length(groups); n <- length(time)
  z <- rep(0, k); v <- matrix(0, k, k); u <- matrix(0, n, k)
  for (s in unique(stratum)) {
    mine <- stratum == s
    t <- sort(unique(time[mine])); m <- length(t)
    y <- n1 <- n2 <- matrix(0, m, k)
    for (j in 1:k) for (i in 1:m) {
      here <- mine & group == groups[j]
      y[i, j] <- sum(here & time >= t[i])
      n1[i, j] <- sum(here & time == t[i] & cause == of)
      n2[i, j] <- sum(here & time == t[i] & cause != of & cause != 0)
    }
    q <- ifelse(y > 0, 1 - (n1 + n2) / pmax(y, 1), 1)
    after <- apply(q, 2, cumprod); before <- rbind(1, after)[1:m, , drop = FALSE]
    h <- ifelse(y > 0, y / before, 0)
    f <- apply(ifelse(h > 0, n1 / h, 0), 2, cumsum); f <- matrix(f, m)
    r <- h * (1 - rbind(0, f)[1:m, , drop = FALSE])
    d <- rowSums(n1); p <- h / rowSums(h)
    g <- 1 - cumsum(d / rowSums(h)); gb <- c(1, g)[1:m]; step <- (gb - g) / gb
    w <- gb^rho
    z <- z + colSums(w * n1) - colSums(w * ifelse(rowSums(r) > 0, d / rowSums(r), 0) * r)
    for (j in 1:k) {
      a <- b <- matrix(0, m, k)
      for (l in 1:k) {
        own <- w * ((l == j) - p[, l])
        tail <- rev(cumsum(rev(own * h[, j] * step))); tail <- c(tail[-1], 0)
        known <- ifelse(after[, j] > 0 & h[, j] > 0, tail / h[, j], 0)
        ratio <- ifelse(after[, j] > 0, g / after[, j], 0)
        a[, l] <- ifelse(y[, j] > 0, own + known * (1 - ratio), 0); b[, l] <- known * ratio
      }
      total <- rowSums(h) * before[, j]
      w1 <- ifelse(d > 1, 1 - (d - 1) / (total - 1), 1) * h[, j] * (gb - g)
      w2 <- ifelse(n2[, j] > 1, 1 - (n2[, j] - 1) / (y[, j] - 1), 1) * n2[, j]
      v <- v + t(a) %*% (a * w1) + t(b) %*% (b * w2)
      haz1 <- ifelse(y[, j] > 0, (gb - g) / before[, j], 0)
      haz2 <- ifelse(y[, j] > 0, n2[, j] / pmax(y[, j], 1), 0)
      for (i in which(mine & group == groups[j])) {
        at <- match(time[i], t); upto <- seq_len(at)
        u[i, ] <- -colSums(a[upto, , drop = FALSE] * haz1[upto]) +
          colSums(b[upto, , drop = FALSE] * haz2[upto])
        if (cause[i] == of) u[i, ] <- u[i, ] + a[at, ]
        else if (cause[i] != 0) u[i, ] <- u[i, ] - b[at, ]
      }
    }
  }
  c <- rowsum(u, id); free <- 1:(k - 1)
  form <- function(v) drop(z[free] %*% solve(v[free, free], z[free]))
  # for trend with scores 0, 1, 2 ... by one sum over all groups
  trend <- function(v) sum((seq_len(k) - 1) * z)^2 / drop((seq_len(k) - 1) %*% v %*% (seq_len(k) - 1))
  c(independent = form(v), clustered = form(v + t(c) %*% c - t(u) %*% u), robust = form(t(c) %*% c),
    trend = trend(v), trend_clustered = trend(v + t(c) %*% c - t(u) %*% u))
}

rows <- NULL
for (set in unique(all$set)) {
  data <- all[all$set == set, ]
  if (!all(1:2 %in% data$cause) || length(unique(data$group)) < 2) next
  for (of in 1:2) for (rho in 0:1) for (stratified in c(FALSE, TRUE)) {
    stratum <- if (stratified) data$stratum else rep(1, nrow(data))
    if (stratified && length(unique(stratum)) < 2) next
    r <- tryCatch(cuminc(data$time, data$cause, data$group, strata = stratum,
      rho = rho)$Tests,
      error = function(e) NULL)
    if (is.null(r)) next
    own <- tryCatch(gray(data$time, data$cause, data$group, stratum, data$id, of, rho),
      error = function(e) NULL)
    if (is.null(own)) next
    stopifnot(abs(own["independent"] / r[of, "stat"] - 1) < 1e-9)
    value <- c(r[of, "stat"], own["clustered"], own["robust"])
    rows <- rbind(rows, data.frame(set, cause = of, rho, stratified, df = r[of, "df"],
      independent = value[1], clustered = value[2], robust = value[3], p = r[of, "pv"],
      trend = own["trend"], trend_clustered = own["trend_clustered"]))
  }
}
for (name in c("independent", "clustered", "robust", "p", "trend", "trend_clustered"))
  rows[[name]] <- trimws(formatC(rows[[name]], digits = 17, format = "g"))
write.csv(rows, "golden_gray.csv", row.names = FALSE, quote = FALSE)
