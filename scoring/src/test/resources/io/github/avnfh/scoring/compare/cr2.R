# Writes cr2_hips.csv.gz and cr2_results.csv.gz. Run in this folder: Rscript cr2.R
# Standard errors and degrees of freedom come from R's package clubSandwich (CR2, Satterthwaite); versions are in the first
# line of each file. 40 data sets: a small group of 2, 3, 5, 8 or 12 patients against 4 to 40, hips of a patient in the same or
# in different groups, with two covariates.
library(clubSandwich)

origin <- paste0("# ", R.version.string, ", clubSandwich ", packageVersion("clubSandwich"), ", cr2.R")
full <- function(x) ifelse(is.na(x), "", sprintf("%.17g", x))
write_table <- function(table, file) {
  con <- gzfile(file, "w")
  writeLines(origin, con)
  write.table(table, con, sep = ",", quote = FALSE, row.names = FALSE)
  close(con)
}

set.seed(20260403)
layouts <- c("single", "same", "different", "mixed")
hips <- results <- list()
set <- 0
for (small in c(2, 3, 5, 8, 12)) for (layout in layouts) for (large in c(4, 40)) {
  set <- set + 1
  n <- small + large
  sides <- if (layout == "single") rep(1, n) else 1 + rbinom(n, 1, c(same = 0.5, different = 0.4, mixed = 0.5)[layout])
  patient <- rep(seq_len(n), sides)
  group <- as.integer(patient <= small)
  second <- duplicated(patient)
  other <- switch(layout, different = second, mixed = second & runif(length(patient)) < 0.5, rep(FALSE, length(patient)))
  group[other] <- 1 - group[other]
  age <- round(rnorm(n, 38, 9))[patient]
  before <- round(rnorm(length(patient), 54.6, 6.8), 1)
  y <- round(rnorm(n, 0, 6)[patient] + rnorm(length(patient), 29, 5) + 3 * group - 0.2 * before, 1)
  hips[[set]] <- data.frame(set, y = full(y), patient, group, age, before = full(before))
  estimate <- function(model, term) {
    test <- coef_test(model, vcov = "CR2", cluster = patient, test = "Satterthwaite")
    c(coef(model)[[term]], test[term, "SE"], test[term, if ("df_Satt" %in% names(test)) "df_Satt" else "df"])
  }
  mean_row <- estimate(lm(y ~ 1), 1)
  difference <- estimate(lm(y ~ group), 2)
  model <- lm(y ~ group + age + before)
  row <- data.frame(set, small, large, hips = length(patient),
    mean = full(mean_row[1]), mean_se = full(mean_row[2]), mean_df = full(mean_row[3]),
    difference = full(difference[1]), difference_se = full(difference[2]), difference_df = full(difference[3]))
  for (term in 1:4) {
    e <- estimate(model, term)
    name <- c("intercept", "group", "age", "before")[term]
    row[[name]] <- full(e[1]); row[[paste0(name, "_se")]] <- full(e[2]); row[[paste0(name, "_df")]] <- full(e[3])
  }
  results[[set]] <- row
}
write_table(do.call(rbind, hips), "cr2_hips.csv.gz")
write_table(do.call(rbind, results), "cr2_results.csv.gz")
