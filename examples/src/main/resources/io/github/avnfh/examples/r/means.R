# Means and proportions of hips with the patient as cluster, and the naive answers.

# A mean with the bias-reduced standard error by patient (CR2) and Satterthwaite's degrees of freedom
# after Bell and McCaffrey, as clubSandwich has them for lm(x ~ 1).
mean_by_patient <- function(x, patient, level = 0.95) {
  n <- length(x)
  none <- data.frame(estimate = NA, lower = NA, upper = NA, p = NA, df = NA)
  if (length(unique(patient)) < 2) return(none)
  deviation <- rowsum(x - mean(x), patient)
  share <- as.vector(table(patient)[rownames(deviation)]) / n # the leverage of a patient
  error <- sqrt(sum((deviation / n / sqrt(1 - share))^2))
  adjusted <- 1 / sqrt(n) / sqrt(1 - share)
  levered <- share * adjusted
  diagonal <- adjusted * levered - levered^2
  df <- sum(diagonal)^2 / (sum(diagonal^2 - levered^4) + sum(levered^2)^2)
  interval_of(mean(x), error, df, level)
}

interval_of <- function(estimate, error, df, level = 0.95) {
  reach <- qt((1 - level) / 2, df, lower.tail = FALSE) * error
  data.frame(estimate = estimate, lower = estimate - reach, upper = estimate + reach,
    p = 2 * pt(abs(estimate / error), df, lower.tail = FALSE), df = df)
}

# The paired t test, which takes the hips as independent; t.test refuses differences that are all alike.
mean_naive <- function(x, patient) {
  if (length(unique(patient)) < 2) {
    return(data.frame(estimate = NA, lower = NA, upper = NA, p = NA, df = NA))
  }
  interval_of(mean(x), sd(x) / sqrt(length(x)), length(x) - 1)
}

# A percentage with Wilson's limits on the effective number of hips, with t on the patients less one.
percent_by_patient <- function(outcome, patient, level = 0.95) {
  n <- length(outcome)
  patients <- length(unique(patient))
  if (patients < 2) return(data.frame(estimate = NA, lower = NA, upper = NA))
  p <- mean(outcome)
  size <- patients
  if (p > 0 && p < 1) {
    squares <- sum(rowsum(outcome - p, patient)^2)
    size <- n / max(1, squares / (n * p * (1 - p)))
  }
  t <- qt((1 - level) / 2, patients - 1, lower.tail = FALSE)
  half <- t * sqrt(p * (1 - p) / size + t^2 / (4 * size^2))
  ends <- (p + t^2 / (2 * size) + c(-half, half)) / (1 + t^2 / size)
  data.frame(estimate = 100 * p, lower = if (p == 0) 0 else 100 * max(0, ends[1]),
    upper = if (p == 1) 100 else 100 * min(1, ends[2]))
}

# The exact limits of Clopper and Pearson, in percent.
percent_exact <- function(count, total) {
  if (total == 0) return(data.frame(estimate = NA, lower = NA, upper = NA))
  ends <- binom.test(count, total)$conf.int
  data.frame(estimate = 100 * count / total, lower = 100 * ends[1], upper = 100 * ends[2])
}

# An estimate with its limits, named as the columns of a table.
cells <- function(name, estimate) {
  setNames(estimate[c("estimate", "lower", "upper")], paste0(name, c("", "_lower", "_upper")))
}

share <- function(name, count, total) {
  setNames(data.frame(if (total > 0) count else NA, if (total > 0) total else NA),
    paste0(name, c("_n", "_of")))
}
