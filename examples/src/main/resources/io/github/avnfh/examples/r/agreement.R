# Agreement of two readers over the same images, with intervals by patient.

# The standard error by the jackknife that leaves out a patient at a time.
leave_patients_out <- function(x, patient, f) {
  g <- unique(patient)
  v <- vapply(g, function(p) f(x[patient != p, , drop = FALSE]), 0)
  if (all(is.finite(v))) sqrt((length(g) - 1) / length(g) * sum((v - mean(v))^2)) else Inf
}
square_of <- function(x, q) matrix(tabulate((x[, 2] - 1) * q + x[, 1], q^2), q) / nrow(x)
chance_corrected <- function(o, e) if (e > 1 - 1e-13) NaN else (o - e) / (1 - e)
cohen <- function(p) chance_corrected(sum(diag(p)), sum(rowSums(p) * colSums(p)))
gwet <- function(p) {
  share <- (rowSums(p) + colSums(p)) / 2
  chance_corrected(sum(diag(p)), sum(share * (1 - share)) / (nrow(p) - 1))
}
# What each cell of the square moves kappa.
influence_on_kappa <- function(p) {
  o <- sum(diag(p))
  e <- sum(rowSums(p) * colSums(p))
  (diag(nrow(p)) - o) / (1 - e) - (1 - o) / (1 - e)^2 * (outer(colSums(p), rowSums(p), "+") - 2 * e)
}

# Kappa: all values that a test with the variance which the value itself implies does not reject. The
# readers agree with probability k and otherwise draw from the mean proportions m.
kappa_limits <- function(x, q, patient) {
  p <- square_of(x, q)
  k <- cohen(p)
  m <- (rowSums(p) + colSums(p)) / 2
  variance <- function(k) {
    t <- (1 - k) * outer(m, m) + diag(k * m, q)
    t[t < 0] <- 0
    t <- t / sum(t)
    u <- influence_on_kappa(t)
    max(0, sum(t * u^2) - sum(t * u)^2) / nrow(x)
  }
  u <- influence_on_kappa(p)[x]
  most <- max(table(patient))
  effect <- if (sum(u^2) > 1e-24 * length(u)) {
    min(most, max(1, sum(rowsum(u, patient)^2) / sum(u^2)))
  } else most
  excess <- function(value) {
    (k - value)^2 - qt(0.975, length(unique(patient)) - 1)^2 * effect * variance(value)
  }
  end <- function(to) {
    if (excess(to) <= 0) to else uniroot(excess, sort(c(k, to)), tol = 1e-15)$root
  }
  c(end(-1), end(1))
}
# Gwet's coefficient: the t interval of Fisher's z, stretched from its range to the whole line.
gwet_limits <- function(x, q, patient) {
  k <- gwet(square_of(x, q))
  low <- -1 / (q - 1)
  error <- leave_patients_out(x, patient, function(y) gwet(square_of(y, q)))
  if (!is.finite(error)) return(c(low, 1))
  if (error < 1e-12) return(c(NA, NA))
  reach <- qt(0.975, length(unique(patient)) - 1) * error * (1 - low) / ((k - low) * (1 - k))
  low + (1 - low) * plogis(qlogis((k - low) / (1 - low)) + c(-reach, reach))
}
agreement_row <- function(finding, measure, n, estimate, limits, same = NA, expected = NA) {
  if (anyNA(c(estimate, limits))) estimate <- limits <- NA
  data.frame(finding = finding, measure = measure, images = n, same_n = same,
    same_of = if (is.na(same)) NA else n, expected = 100 * expected, estimate = estimate,
    estimate_lower = limits[1], estimate_upper = limits[length(limits)])
}
words_rows <- function(finding, words) {
  own <- readings[readings$finding == finding & !is.na(readings$first) & !is.na(readings$second), ]
  if (nrow(own) < 2) return(NULL)
  q <- length(words)
  x <- cbind(match(own$first, words), match(own$second, words))
  p <- square_of(x, q)
  several <- of_patients(own) > 1
  full <- all(x[, 1] == x[, 2])
  rows(c("Cohen's kappa", "Gwet's AC1"), function(measure) {
    of <- if (measure == "Gwet's AC1") gwet else cohen
    low <- if (measure == "Gwet's AC1") -1 / (q - 1) else -1
    k <- of(p)
    share <- (rowSums(p) + colSums(p)) / 2
    e <- if (measure == "Gwet's AC1") sum(share * (1 - share)) / (q - 1) else sum(rowSums(p) * colSums(p))
    limits <- if (is.na(k) || !several) c(NA, NA) else if (full) {
      # the exact lower limit of the observed agreement, at the chance agreement of the sample
      c(max(low, (0.025^(1 / of_patients(own)) - e) / (1 - e)), 1)
    } else if (measure == "Gwet's AC1") gwet_limits(x, q, own$patient) else kappa_limits(x, q, own$patient)
    agreement_row(finding, measure, nrow(own), k, limits, sum(x[, 1] == x[, 2]), e)
  })
}

# The correlation within images for two readers drawn from many: that of absolute agreement, with the
# interval of a ratio of patients by the jackknife and of readers by their chi-square.
mean_squares <- function(x) {
  n <- nrow(x)
  k <- ncol(x)
  s <- k * sum((rowMeans(x) - mean(x))^2) / (n - 1)
  r <- n * sum((colMeans(x) - mean(x))^2) / (k - 1)
  list(s = s, r = r, e = (sum((x - mean(x))^2) - s * (n - 1) - r * (k - 1)) / ((n - 1) * (k - 1)))
}
extent_rows <- function(printed) {
  own <- readings[readings$finding == "lesion extent" & !is.na(readings$first) & !is.na(readings$second), ]
  if (nrow(own) < 2) return(NULL)
  x <- cbind(as.numeric(own$first), as.numeric(own$second))
  n <- nrow(x)
  k <- 2
  m <- mean_squares(x)
  estimate <- (m$s - m$e) / (m$s + (k - 1) * m$e + k * (m$r - m$e) / n)
  ratio <- function(y) {
    own <- mean_squares(y)
    log(own$s / own$e)
  }
  error <- leave_patients_out(x, own$patient, ratio)
  df <- of_patients(own) - 1
  below <- function(c) {
    start <- (log((1 + c * (k - 1)) / (1 - c)) - ratio(x)) / error
    inside <- function(t) {
      f <- exp(ratio(x) + error * t)
      extra <- (f - 1) / c - (f + k - 1)
      dt(t, df) * pchisq(m$r / m$e * (k - 1) / (1 + n * pmax(0, extra) / k), k - 1)
    }
    far <- max(start, 60)
    pt(start, df) + if (start < far) integrate(inside, start, far, rel.tol = 1e-12, subdivisions = 5000,
      stop.on.error = FALSE)$value else 0
  }
  end <- function(p) uniroot(function(c) below(c) - p, c(1e-6, 1 - 1e-9), tol = 1e-14)$root
  d <- round(x[, 2] - x[, 1], 8)
  quantiles <- grepl("quantiles", printed$measure[nrow(printed)])
  limits <- if (quantiles) quantile(d, c(0.025, 0.975)) else mean(d) + c(-1.96, 1.96) * sd(d)
  rbind(agreement_row("lesion extent", "ICC(2,1) = ICC(A,1)", n, estimate, c(end(0.025), end(0.975))),
    agreement_row("lesion extent [% of head volume]", printed$measure[nrow(printed)], n, mean(d), unname(limits)))
}
check("agreement.csv", character(), {
  signs <- rows(c("lesion on MRI", "edema", "crescent", "flattening"), words_rows, c("0", "1"))
  table <- rbind(signs, words_rows("lesion location", locations), extent_rows(text_of(there, "agreement.csv")))
  same("agreement.csv", table, "formula")
})
