# Writes adjusted.csv: p values and what R's p.adjust makes of them, 24 families with ties, zeros and
# ones. Run in this folder: Rscript adjusted.R
full <- function(x) sprintf("%.17g", x)

set.seed(20261128)
families <- lapply(1:24, function(family) {
  n <- c(1, 2, 3, 5, 12, 40)[family %% 6 + 1]
  p <- runif(n)^c(1, 3, 8)[family %% 3 + 1]
  if (family %% 4 < 2) p <- round(p, 2)
  methods <- c("none", "bonferroni", "holm", "hochberg", "BH")
  data.frame(family, p = full(p), sapply(methods, function(m) full(p.adjust(p, m)), simplify = FALSE))
})

con <- file("adjusted.csv", "w")
writeLines(paste0("# ", R.version.string, ", adjusted.R"), con)
write.table(do.call(rbind, families), con, sep = ",", quote = FALSE, row.names = FALSE)
close(con)
