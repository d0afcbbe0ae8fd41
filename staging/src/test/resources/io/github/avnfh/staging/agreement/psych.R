# Makes psych_kappa.csv and psych_icc.csv beside this script from ratings.csv and measurements.csv.
#   Rscript psych.R     (R 4.2.2, psych 2.2.9)
# A second opinion: what the package answers, where agreement.R writes the formulas out. Of weighted
# kappas only the estimate is taken: this release answers negative variances of them (sets 9, 12 and
# 16, cut to 0), so it is no yardstick for their standard error.
suppressMessages(library(psych))
here <- function(name) file.path(Sys.getenv("OUT", "."), name)
error <- function(v) if (v < 1e-12) 0 else sqrt(v) # sums of rounding errors
num <- function(x) ifelse(is.finite(x), sprintf("%.17g", x), "")
cells <- function(rows) do.call(rbind, lapply(strsplit(paste0(rows, ";"), ";"), as.numeric))
ratings <- read.csv("ratings.csv", colClasses = "character")
kappas <- NULL
for (s in unique(ratings$set)) {
  x <- cells(ratings$readings[ratings$set == s])
  q <- as.integer(ratings$categories[ratings$set == s][1])
  x <- x[complete.cases(x), , drop = FALSE]
  if (ncol(x) != 2 || length(unique(as.vector(x))) < 2) next
  linear <- 1 - abs(outer(1:q, 1:q, "-")) / (q - 1)
  squares <- suppressWarnings(cohen.kappa(x, levels = 1:q))
  lines <- suppressWarnings(cohen.kappa(x, w = linear, levels = 1:q))
  kappas <- rbind(kappas,
    c(s, "COHEN", num(c(squares$kappa, error(squares$var.kappa)))),
    c(s, "LINEAR", num(lines$weighted.kappa), ""),
    c(s, "QUADRATIC", num(squares$weighted.kappa), ""))
}
write.table(kappas, here("psych_kappa.csv"), sep = ",", quote = FALSE, row.names = FALSE,
  col.names = c("set", "method", "estimate", "std_error"))
measurements <- read.csv("measurements.csv", colClasses = "character")
iccs <- NULL
for (s in unique(measurements$set)) {
  x <- cells(measurements$measurements[measurements$set == s])
  x <- x[complete.cases(x), , drop = FALSE]
  if (var(rowMeans(x)) < 1e-20 || var(as.vector(x - rowMeans(x) - rep(colMeans(x), each =
    nrow(x)))) < 1e-20) next # divisions by zero
  results <- suppressWarnings(ICC(x, lmer = FALSE))$results
  form <- c(ICC1 = "ONE_WAY_SINGLE", ICC2 = "AGREEMENT_SINGLE", ICC3 = "CONSISTENCY_SINGLE",
    ICC1k = "ONE_WAY_MEAN", ICC2k = "AGREEMENT_MEAN", ICC3k = "CONSISTENCY_MEAN")
  for (i in 1:6) iccs <- rbind(iccs, c(s, form[[results$type[i]]],
    num(c(results$ICC[i], results$`lower bound`[i], results$`upper bound`[i]))))
}
write.table(iccs, here("psych_icc.csv"), sep = ",", quote = FALSE, row.names = FALSE,
  col.names = c("set", "form", "estimate", "lower", "upper"))
