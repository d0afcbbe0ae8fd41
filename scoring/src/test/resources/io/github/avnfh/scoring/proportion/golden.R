# Writes the golden files of this folder. Run in this folder: Rscript golden.R
# Numbers come from R and its package stats; the version is in the first line of each file.
origin <- paste0("# ", R.version.string, ", golden.R")
full <- function(x) ifelse(is.na(x), "", sprintf("%.17g", x))

write_table <- function(table, file) {
  con <- gzfile(file, "w")
  writeLines(origin, con)
  write.table(table, con, sep = ",", quote = FALSE, row.names = FALSE)
  close(con)
}

set.seed(20260402)
totals <- c(2, 3, 5, 7, 10, 14, 15, 19, 29, 46, 58, 100, 197, 500)
intervals <- list()
set <- 0
for (n in totals) for (x in unique(c(0, 1, sample(0:n, min(n, 5)), n - 1, n))) {
  set <- set + 1
  level <- c(0.95, 0.9, 0.99)[set %% 3 + 1]
  exact <- binom.test(x, n, conf.level = level)$conf.int
  wilson <- suppressWarnings(prop.test(x, n, conf.level = level, correct = FALSE))$conf.int
  intervals[[set]] <- data.frame(set, x, n, level,
    exact_lower = full(exact[1]), exact_upper = full(exact[2]),
    wilson_lower = full(wilson[1]), wilson_upper = full(wilson[2]))
}
write_table(do.call(rbind, intervals), "intervals.csv.gz")

tables <- list()
for (set in 1:80) {
  rows <- c(2, 2, 3, 3, 2)[set %% 5 + 1]
  columns <- c(2, 3, 3, 2, 4)[set %% 5 + 1]
  n <- c(8, 15, 30, 46, 58)[set %% 4 + 1]
  repeat {
    cells <- as.vector(rmultinom(1, n, runif(rows * columns)^c(1, 3)[set %% 2 + 1]))
    x <- matrix(cells, rows, byrow = TRUE)
    if (all(rowSums(x) > 0) && all(colSums(x) > 0)) break
  }
  f <- fisher.test(x, workspace = 2e7)
  chi <- suppressWarnings(chisq.test(x, correct = FALSE))
  yates <- mc <- list(statistic = NA, p.value = NA)
  if (rows == 2 && columns == 2) {
    yates <- suppressWarnings(chisq.test(x))
    mc <- mcnemar.test(x)
  }
  tables[[set]] <- data.frame(set, rows, columns, cells = paste(t(x), collapse = " "),
    fisher = full(f$p.value), chi = full(chi$statistic), df = chi$parameter,
    chi_p = full(chi$p.value), yates = full(yates$statistic), yates_p = full(yates$p.value),
    mcnemar = full(mc$statistic), mcnemar_p = full(mc$p.value))
}
write_table(do.call(rbind, tables), "tables.csv.gz")
