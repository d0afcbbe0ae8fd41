# Writes golden_turnbull.csv beside this script. Run here: Rscript golden_turnbull.R
# Made with R 4.2.2; numbers are printed with 17 significant digits. survfit(type = "interval2")
# stops too early to be compared with, so the masses come from an algorithm of their own: many steps
# of expectation and maximization, then Newton's method on the intervals that keep mass, which are
# changed until the condition of Karush, Kuhn and Tucker holds to 1e-11.
all <- read.csv("sets.csv", comment.char = "#")

# at one time: closed left end -1, right end 0, open left end 1
ends <- function(data) {
  left <- ifelse(is.na(data$left), -Inf, data$left)
  right <- ifelse(is.na(data$right), Inf, data$right)
  list(left = left, closed = left == right, right = right)
}
innermost <- function(e) {
  bounds <- unique(data.frame(time = c(e$left, e$right), kind = c(ifelse(e$closed, -1, 1),
    rep(0, length(e$right)))))
  bounds <- bounds[order(bounds$time, bounds$kind), ]
  k <- which(bounds$kind[-nrow(bounds)] != 0 & bounds$kind[-1] == 0)
  data.frame(q = bounds$time[k], closed = bounds$kind[k] == -1, p = bounds$time[k + 1])
}
fitted <- function(a) {
  n <- nrow(a)
  p <- rep(1 / ncol(a), ncol(a))
  for (step in 1:20000) p <- p * colSums(a / as.vector(a %*% p)) / n
  keep <- p > 1e-7
  for (round in 1:200) {
    p <- ifelse(keep, pmax(p, 1e-12), 0)
    p <- p / sum(p)
    for (step in 1:200) {
      b <- a[, keep, drop = FALSE]
      h <- b / as.vector(b %*% p[keep])
      g <- colSums(h)
      k <- sum(keep)
      m <- rbind(cbind(crossprod(h), 1), c(rep(1, k), 0))
      d <- solve(m + diag(c(rep(1e-12 * n, k), 0)), c(g, 0), tol = 1e-30)[1:k]
      # the largest step that keeps every mass
      s <- min(1, 0.5 / max(-d / p[keep], 1e-300))
      p[keep] <- p[keep] + s * d
      if (max(abs(d)) < 1e-15) break
    }
    gradient <- colSums(a / as.vector(a %*% p)) / n
    if (max(gradient) - 1 <= 1e-11 && all(p[keep] > 1e-10)) break
    gone <- keep & p <= 1e-10
    keep[gone] <- FALSE
    if (!any(gone)) keep[which.max(gradient)] <- TRUE
  }
  list(p = p, gap = max(gradient) - 1, loglik = sum(log(as.vector(a %*% p))))
}
rows <- NULL
for (set in unique(all$set)) {
  e <- ends(all[all$set == set, ])
  i <- innermost(e)
  later <- outer(e$left, i$q, "<") | (outer(e$left, i$q, "==") &
    outer(ifelse(e$closed, -1, 1), ifelse(i$closed, -1, 1), "<="))
  fit <- fitted(1 * (later & outer(e$right, i$p, ">=")))
  cat(set, nrow(i), fit$gap, "\n")
  rows <- rbind(rows, data.frame(set, after = i$q, exact = i$closed, until = i$p,
    survival = pmax(0, 1 - cumsum(fit$p)), log_likelihood = fit$loglik))
}
for (name in names(rows)) if (is.numeric(rows[[name]])) {
  text <- trimws(formatC(rows[[name]], digits = 17, format = "g"))
  rows[[name]] <- ifelse(is.finite(rows[[name]]), text, "")
}
write.csv(rows, "golden_turnbull.csv", row.names = FALSE, quote = FALSE)
