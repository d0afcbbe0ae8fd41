# Makes golden_cox_corrected.csv beside this script.
#   Rscript golden_cox_corrected.R     (R 4.2.2, survival 3.5.3; estimates, information and score residuals
#   from coxph, leverages summed risk set by risk set from their definition)
library(survival)
i <- 1:60
base <- data.frame(time = 1 + ((37 * i) %% 41) %/% 3, event = as.integer(i %% 3 != 0), entry = 0, stratum = 0,
  weight = 1, cluster = ifelse(i <= 40, (i - 1) %/% 2, i), x1 = ((17 * i) %% 23) / 10, x2 = (i * i) %% 7)
corrected <- function(d, ties) {
  fit <- coxph(Surv(entry, time, event) ~ x1 + x2 + strata(stratum), d, weights = weight, ties = ties,
    robust = FALSE, control = coxph.control(eps = 1e-11, toler.chol = 1e-13, iter.max = 50))
  x <- as.matrix(d[, c("x1", "x2")]); r <- d$weight * exp(as.vector(x %*% coef(fit)))
  u <- rowsum(residuals(fit, "score", weighted = TRUE), d$cluster)
  information <- solve(fit$var)
  leverage <- lapply(rownames(u), function(g) matrix(0, 2, 2)); names(leverage) <- rownames(u)
  for (s in unique(d$stratum)) for (t in unique(d$time[d$event == 1 & d$stratum == s])) {
    risk <- which(d$stratum == s & d$entry < t & d$time >= t)
    dead <- risk[d$time[risk] == t & d$event[risk] == 1]
    n <- if (ties == "efron") length(dead) else 1
    for (k in seq_len(n) - 1) {
      a <- k / n
      seen <- r[risk] * (1 - a * (risk %in% dead))
      m <- colSums(seen * x[risk, , drop = FALSE]) / sum(seen)
      share <- seen / sum(seen) * sum(d$weight[dead]) / n
      for (j in seq_along(risk)) {
        g <- as.character(d$cluster[risk[j]]); away <- x[risk[j], ] - m
        leverage[[g]] <- leverage[[g]] + share[j] * away %*% t(away)
      }
    }
  }
  stopifnot(max(abs(Reduce(`+`, leverage) - information)) < 1e-8)
  change <- sapply(rownames(u), function(g) solve(information - leverage[[g]], u[g, ]))
  se <- sqrt(rowSums(change^2)); df <- nrow(u) - 1; b <- coef(fit)
  data.frame(term = c("x1", "x2"), coef = b, se = se, df = df, p = 2 * pt(-abs(b / se), df),
    lower = b - qt(0.975, df) * se, upper = b + qt(0.975, df) * se)
}
rows <- NULL
for (variant in c("plain", "late", "strata", "weights", "all")) for (ties in c("efron", "breslow")) {
  d <- base
  if (variant %in% c("late", "all")) d$entry <- ifelse(i %% 4 == 0, pmin(d$time - 1, i %% 5), 0)
  if (variant %in% c("strata", "all")) d$stratum <- i %% 2
  if (variant %in% c("weights", "all")) d$weight <- 1 + (i %% 3) / 2
  rows <- rbind(rows, cbind(variant = variant, ties = ties, corrected(d, ties)))
}
rows[-(1:3)] <- lapply(rows[-(1:3)], function(v) sprintf("%.15g", v))
write.table(rows, file.path(Sys.getenv("OUT", "."), "golden_cox_corrected.csv"), sep = ",", quote = FALSE,
  row.names = FALSE)
