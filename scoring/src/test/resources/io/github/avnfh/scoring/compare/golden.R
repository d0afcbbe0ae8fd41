# Writes the golden files of this folder. Run in this folder: Rscript golden.R
# Numbers come from R and its packages stats and sandwich; their versions are in the first line of
# each file. 64 data sets of 2 to 500 hips, with ties, zeros and patients with both hips.
library(sandwich)

origin <- paste0("# ", R.version.string, ", sandwich ", packageVersion("sandwich"), ", golden.R")
full <- function(x) ifelse(is.na(x), "", sprintf("%.17g", x))

write_table <- function(table, file) {
  con <- gzfile(file, "w")
  writeLines(origin, con)
  write.table(table, con, sep = ",", quote = FALSE, row.names = FALSE)
  close(con)
}

set.seed(20260401)
sizes <- c(2, 3, 4, 5, 6, 7, 8, 10, 12, 15, 20, 25, 30, 40, 49, 50, 51, 58, 75, 100, 150, 200, 300, 500)
sizes <- c(sizes, rep(c(4, 6, 9, 11, 14, 18, 22, 35, 46, 58), 4))
data <- list()
results <- list()
for (set in seq_along(sizes)) {
  n <- sizes[set]
  digits <- c(0, 1, 2, 15)[set %% 4 + 1] # whole numbers make ties and zeros
  before <- round(rnorm(n, 54.6, 6.8), digits)
  after <- round(before + rnorm(n, c(0, 1, 4, 30)[(set %/% 4) %% 4 + 1], 6), digits)
  cluster <- cumsum(c(1, rbinom(n - 1, 1, c(1, 0.8, 0.5)[set %% 3 + 1])))
  if (n < 5) cluster <- seq_len(n)
  group <- rep(c(0, 1, 1, 0, 1), length.out = n)
  d <- after - before
  if (sd(d) == 0) stop("constant data set")
  data[[set]] <- data.frame(set, before = full(before), after = full(after), cluster, group)

  t <- t.test(d)
  w <- suppressWarnings(wilcox.test(d))
  mean_model <- lm(d ~ 1)
  clusters <- length(unique(cluster))
  se <- sapply(c("HC0", "HC1"), function(type)
    sqrt(vcovCL(mean_model, cluster = cluster, type = type)[1, 1]))
  p_clustered <- 2 * pt(-abs(mean(d) / se[2]), clusters - 1)
  diff_se <- c(NA, NA, NA)
  diff_p <- NA
  if (n > 3 && clusters > 1) {
    diff_model <- lm(d ~ group)
    diff_se <- c(
      sqrt(vcov(diff_model)[2, 2]),
      sapply(c("HC0", "HC1"), function(type)
        sqrt(vcovCL(diff_model, cluster = cluster, type = type)[2, 2])))
    diff_p <- 2 * pt(-abs(coef(diff_model)[2] / diff_se[3]), clusters - 1)
  }
  results[[set]] <- data.frame(
    set, n, clusters,
    mean = full(mean(d)), sd = full(sd(d)), median = full(median(d)),
    q1 = full(quantile(d, 0.25)), q3 = full(quantile(d, 0.75)),
    t = full(t$statistic), p = full(t$p.value),
    lower = full(t$conf.int[1]), upper = full(t$conf.int[2]),
    v = full(w$statistic), wilcoxon_p = full(w$p.value),
    exact = as.integer(!grepl("correction", w$method)),
    hc0 = full(se[1]), hc1 = full(se[2]), clustered_p = full(p_clustered),
    difference_se = full(diff_se[1]), difference_hc0 = full(diff_se[2]),
    difference_hc1 = full(diff_se[3]), difference_p = full(diff_p),
    srm = full(mean(d) / sd(d)), d_baseline = full(mean(d) / sd(before)),
    d_average = full(mean(d) / sqrt((var(before) + var(after)) / 2)),
    d_repeated = full(mean(d) / (sd(d) / sqrt(2 * (1 - cor(before, after))))))
}
write_table(do.call(rbind, data), "hips.csv.gz")
write_table(do.call(rbind, results), "results.csv.gz")
