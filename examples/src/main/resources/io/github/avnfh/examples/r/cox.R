# The tables of the command cox, by coxph of R's package survival.
suppressPackageStartupMessages(library(survival))

hips <- data_of("data_follow_up.csv")
hips$entry <- ifelse(is.na(hips$entry), -1, hips$entry)
cells <- data_of("data_covariates.csv")
hips <- with_design(hips, cells, cells)
hips$row <- seq_len(nrow(hips))
late <- any(hips$entry >= 0)
by_row <- any(hips$weight != round(hips$weight))
is_robust <- (clustered || by_row) && ties != "exact"
hips$unit <- if (clustered) hips$cluster else hips$row
critical <- qnorm((1 - level) / 2, lower.tail = FALSE)

formula_of <- function(own) {
  as.formula(paste(if (late) "Surv(entry, time, event) ~" else "Surv(time, event) ~",
    paste0("v", own, collapse = " + "), if (length(unique(hips$stratum)) > 1) "+ strata(stratum)"))
}
known <- hips[complete.cases(matrix_of(hips, seq_along(covariates))), ]
fit_cox <- function(own, ...) {
  d <- known
  control <- coxph.control(eps = 1e-14, toler.chol = 1e-15, timefix = FALSE, ...)
  arguments <- list(formula = formula_of(own), data = d, ties = ties, control = control, model = TRUE, x = TRUE)
  if (any(d$weight != 1)) arguments$weights <- d$weight
  if (is_robust) arguments$cluster <- d$unit
  arguments
}
usual <- function(own) suppressWarnings(do.call(coxph, fit_cox(own, iter.max = 100)))
# the residuals, variances and curves of coxph at given coefficients
at_coefficients <- function(own, beta) {
  suppressWarnings(do.call(coxph, c(fit_cox(own, iter.max = 0), list(init = beta))))
}
penalized <- function(own) {
  d <- known
  firth_model(d$time, d$event, matrix_of(d, own), d$entry, d$weight, d$stratum, ties, level)
}

coefficient_table <- function(own) {
  found <- if (firth) penalized(own) else NULL
  fit <- if (firth) at_coefficients(own, found$beta) else usual(own)
  b <- if (firth) found$beta else unname(coef(fit))
  error <- sqrt(diag(fit$var))
  naive <- sqrt(diag(if (is_robust) fit$naive.var else fit$var))
  lower <- if (firth) log(found$ratios$lower) else b - critical * error
  upper <- if (firth) log(found$ratios$upper) else b + critical * error
  p <- if (firth) found$ratios$p else 2 * pnorm(-abs(b / error))
  statistic <- if (firth) sign(b) * qnorm(p / 2, lower.tail = FALSE) else b / error
  data.frame(term = terms_of(hips, own), coef = b, hazard_ratio = exp(b), std_error = error,
    naive_std_error = naive, statistic, p, lower, upper, method = if (firth) "profile" else "wald")
}

all_of_them <- seq_along(covariates)
printed <- text_of(there, "coefficients.csv")
infinite <- any(printed$method == "not estimable") ||
  any(text_of(there, "univariable.csv")$method == "not estimable")
tables <- c("coefficients.csv", "univariable.csv", "model.csv", "proportionality.csv", "baseline.csv",
  "residuals.csv", "prediction.csv", "adjusted.csv")
if (infinite) {
  # coxph stops somewhere on the way to infinity
  for (file in tables) leave_out(file, "the likelihood rises without bound with a coefficient")
} else {
  if (frailty) {
    leave_out("coefficients.csv",
      "coxph with frailty() ends its search before the ninth decimal")
  } else {
    check("coefficients.csv", "survival", same("coefficients.csv", coefficient_table(all_of_them),
      if (firth) "formula of Firth's likelihood" else "coxph"))
  }
  check("univariable.csv", "survival", same("univariable.csv",
    do.call(rbind, lapply(all_of_them, coefficient_table)),
    if (firth) "formula of Firth's likelihood" else "coxph"))

  found <- if (firth) penalized(all_of_them) else NULL
  fit <- if (firth) at_coefficients(all_of_them, found$beta) else usual(all_of_them)
  check("model.csv", "survival", {
    start <- usual(all_of_them)
    df <- length(coef(fit))
    chi <- function(name, x) {
      setNames(data.frame(x, pchisq(x, df, lower.tail = FALSE)), c(paste0(name, "chi_square"), paste0(name, "p")))
    }
    loglik <- if (firth) c(found$null$loglik, found$loglik) else fit$loglik
    b <- if (firth) found$beta else coef(fit)
    own <- concordance(fit)
    same("model.csv", cbind(data.frame(rows = fit$n, events = fit$nevent, left_out = nrow(hips) - fit$n,
      clusters = if (clustered) length(unique(known$cluster)) else NA,
      loglik_null = loglik[1], loglik = loglik[2]), chi("lr_", 2 * diff(loglik)), lr_df = df,
      chi("wald_", sum(b * solve(fit$var, b))), chi("score_", start$score),
      chi("robust_score_", if (is_robust) start$rscore else NA),
      concordance = unname(own$concordance), concordance_std_error = sqrt(own$var)), "coxph, concordance")
  })

  if (ties == "exact") {
    for (file in tables[4:7]) leave_out(file, "empty, since exact ties have no baseline hazard")
  } else {
    check("proportionality.csv", "survival", {
      z <- cox.zph(fit, transform = "km")$table

      if (nrow(z) == length(covariates)) z <- rbind(z, z)
      same("proportionality.csv", data.frame(term = c(covariates, "global"), chi_square = unname(z[, 1]),
        df = unname(z[, 2]), p = unname(z[, 3])), "cox.zph")
    })
    check("baseline.csv", "survival", {
      h <- basehaz(fit, centered = FALSE)
      if (is.null(h$strata)) h$strata <- "stratum=1"
      number <- as.integer(sub("stratum=", "", h$strata))
      step <- ave(h$hazard, number, FUN = function(x) diff(c(0, x)))
      use <- step > 0
      same("baseline.csv", data.frame(stratum = strata[number], time = h$time, hazard = h$hazard)[use, ], "basehaz")
    })
    check("residuals.csv", "survival", same("residuals.csv", data.frame(row = known$row,
      martingale = unname(residuals(fit, type = "martingale")),
      deviance = unname(residuals(fit, type = "deviance"))), "residuals of coxph"))
    check("prediction.csv", "survival", {
      asked <- data_of("data_prediction.csv")
      asked <- with_design(asked, asked[paste0("c", all_of_them)], cells)
      same("prediction.csv", do.call(rbind, lapply(seq_len(nrow(asked)), function(i) {
        s <- summary(survfit(fit, newdata = asked[i, ], conf.type = "log-log", conf.int = level,
          se.fit = TRUE), times = times, extend = TRUE)
        data.frame(row = i, time = times, survival = s$surv, std_error = s$std.err, lower = s$lower, upper = s$upper)
      })), "survfit of coxph")
    })
    # without strata and weights, and by Efron's ties, it is written out in corrected_cox.R
    if (firth || ties != "efron" || any(known$weight != 1) || length(unique(known$stratum)) > 1) {
      leave_out("adjusted.csv", "written out only without penalty, strata and weights, with Efron's ties")
    } else if (length(adjusted) > 0) check("adjusted.csv", "survival", {
      own <- match(adjusted, covariates)
      x <- matrix_of(known, all_of_them)
      plain <- usual_cox(known$time, known$event, x)
      last <- max(known$time)
      tail <- (1 - level) / 2
      unit <- if (clustered) known$cluster else seq_len(nrow(known))
      q <- if (clustered) qt(tail, length(unique(unit)) - 1, lower.tail = FALSE) else qnorm(tail, lower.tail = FALSE)
      same("adjusted.csv", do.call(rbind, lapply(level_labels[level_of == own], function(each) {
        replaced <- cells
        replaced[[own]] <- each
        as <- matrix_of(with_design(hips, replaced, cells)[hips$row %in% known$row, ], all_of_them)
        do.call(rbind, lapply(sort(unique(known$time[known$event == 1 & known$time <= last])), function(t) {
          s <- adjusted_survival(plain, known$time, known$event, x, as, unit, t)
          limits <- adjusted_limits(s, q)
          data.frame(level = each, time = t, survival = s$value,
            std_error = if (anyNA(limits)) NA else sqrt(sum(s$influence^2)), lower = limits[2], upper = limits[3])
        }))
      })), "formula on coxph and its residuals")
    })
  }
}
