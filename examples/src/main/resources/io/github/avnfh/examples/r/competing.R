# The tables of the command competing.

hips <- data_of("data_follow_up.csv")
hips$entry <- ifelse(is.na(hips$entry), -1, hips$entry)
with_state <- function(cause) {
  d <- hips
  d$state <- ifelse(hips$cause == cause, 1, ifelse(hips$cause > 0, 2, 0))
  d
}
curves <- lapply(seq_along(causes), function(cause) {
  d <- with_state(cause)
  lapply(seq_along(groups), function(g) {
    incidence_of(d[d$group == g, ], clustered, conf_type, level, critical)
  })
})
by_group_and_cause <- function(of) {
  do.call(rbind, lapply(seq_along(groups), function(g) do.call(rbind, lapply(seq_along(causes), function(cause) {
    cbind(group = groups[g], cause = causes[cause], of(curves[[cause]][[g]]))
  }))))
}

check("incidence.csv", "survival", same("incidence.csv", by_group_and_cause(function(k) {
  cbind(data.frame(k[c("time", "at_risk", "events")]), k$steps)
}), "survfit of states, limits from its errors"))

check("at.csv", "survival", if (length(times) == 0) leave_out("at.csv", "no times were asked for") else
  same("at.csv", by_group_and_cause(function(k) {
    do.call(rbind, lapply(times, function(t) incidence_at(k, t)))
  }), "survfit of states, limits from its errors"))

check("test.csv", character(), same("test.csv", do.call(rbind, lapply(seq_along(causes), function(cause) {
  cbind(test = "gray", cause = causes[cause], gray_test(with_state(cause), length(groups), clustered))
})), "formula"))

if (length(covariates) > 0 && any(text_of(there, "fine_gray.csv")$method == "not estimable")) {
  leave_out("fine_gray.csv", "the likelihood rises without bound with a coefficient")
} else if (length(covariates) > 0 && any(hips$weight != 1)) {
  leave_out("fine_gray.csv", "finegray does not count case weights among the censored")
} else if (length(covariates) > 0) check("fine_gray.csv", "survival", {
  cells <- data_of("data_covariates.csv")
  d <- with_state(1)
  d$row <- seq_len(nrow(d))
  d$state <- factor(d$state, 0:2, c("censored", "event", "competing"))
  x <- matrix_of(with_design(d, cells, cells), seq_along(covariates))
  known <- complete.cases(x)
  d <- d[known, ]
  y <- if (any(d$entry >= 0)) "Surv(entry, time, state) ~" else "Surv(time, state) ~"
  stratified <- length(unique(d$stratum)) > 1
  arguments <- list(formula = as.formula(paste(y, "row + cluster + stratum", if (stratified) "+ strata(stratum)")),
    data = d, etype = "event", timefix = FALSE, id = d$row)
  weighted <- do.call(finegray, arguments)
  weighted$x <- x[known, , drop = FALSE][match(weighted$row, d$row), , drop = FALSE]
  weighted$own_stratum <- d$stratum[match(weighted$row, d$row)]
  weighted$unit <- if (clustered) d$cluster[match(weighted$row, d$row)] else weighted$row
  fit <- coxph(if (stratified) Surv(fgstart, fgstop, fgstatus) ~ x + strata(own_stratum) else
    Surv(fgstart, fgstop, fgstatus) ~ x, weighted, weights = fgwt, cluster = unit, timefix = FALSE,
    control = coxph.control(eps = 1e-14, toler.chol = 1e-15, iter.max = 100))
  b <- unname(coef(fit))
  error <- sqrt(diag(fit$var))
  q <- qnorm((1 - level) / 2, lower.tail = FALSE)
  same("fine_gray.csv", data.frame(term = colnames(x), coef = b, hazard_ratio = exp(b), std_error = error,
    naive_std_error = sqrt(diag(fit$naive.var)), statistic = b / error, p = 2 * pnorm(-abs(b / error)),
    lower = b - q * error, upper = b + q * error, method = "wald"), "finegray, coxph")
})
