# Hazard ratios alone and adjusted, and survival adjusted for the other covariates.

hazard_ratios <- function(file, adjusted_file, d) {
  if (!file.exists(file.path(there, file))) return(invisible())
  check(file, "survival", {
    printed <- text_of(there, file)
    d$lesion <- lesions$percent[lesions$months == 0][match(d$hip, lesions$hip[lesions$months == 0])] / 10
    person <- match(d$patient, patients$patient)
    column <- function(name) {
      if (name == "age per 10 years") return(patients$age[person] / 10)
      if (name == "lesion per 10 %") return(d$lesion)
      if (name == "cause") return(d$cause)
      if (name == "sex") return(patients$sex[person])
      d$stage
    }
    # the columns of a model of some covariates, by the levels in the table
    design <- function(names) do.call(cbind, lapply(names, function(name) {
      levels <- printed$level[printed$covariate == name]
      value <- column(name)
      if (all(is.na(levels))) return(matrix(value, dimnames = list(NULL, name)))
      x <- outer(value, levels[-1], "==") + 0
      x[!value %in% levels, ] <- NA
      dimnames(x) <- list(NULL, paste(name, levels[-1]))
      x
    }))
    # the usual model, where it has an answer
    usual <- function(names) {
      x <- design(names)
      known <- complete.cases(x)
      x <- x[known, , drop = FALSE]
      own <- d[known, ]
      fit <- suppressWarnings(usual_cox(own$time, own$event, x))
      if (anyNA(coef(fit)) || any(abs(coef(fit)) > 10)) return(NULL)
      list(fit = fit, rows = own, x = x)
    }
    covariates <- unique(printed$covariate)
    together <- unique(printed$covariate[!is.na(printed$adjusted)])
    whole <- usual(together)
    penalized <- is.null(whole) || whole$fit$nevent < 10 * ncol(whole$x) ||
      any(vapply(lapply(covariates, usual), is.null, TRUE))
    fit <- function(names) {
      if (!penalized) {
        u <- usual(names)
        return(cbind(term = colnames(u$x),
          corrected_ratios(u$fit, u$rows$time, u$rows$event, u$x, u$rows$patient)))
      }
      x <- design(names)
      known <- complete.cases(x)
      cbind(term = colnames(x), firth_model(d$time[known], d$event[known], x[known, , drop = FALSE])$ratios)
    }
    adjusted <- fit(together)
    table <- do.call(rbind, lapply(covariates, function(name) {
      levels <- printed$level[printed$covariate == name]
      alone <- fit(name)
      known <- complete.cases(design(name))
      do.call(rbind, lapply(seq_along(levels), function(i) {
        level <- levels[i]
        own <- known & (is.na(level) | column(name) == level)
        term <- if (is.na(level)) name else paste(name, level)
        one <- alone[match(term, alone$term), ]
        other <- adjusted[match(term, adjusted$term), ]
        cut <- function(each) {
          if (penalized && (is.na(each$upper) || each$upper > 1e6)) {
            each[c("estimate", "lower", "upper")] <- NA
          }
          each
        }
        cbind(covariate = name, level = level, hips = sum(own), events = sum(d$event[own]),
          cells("alone", cut(one)), alone_p = one$p, cells("adjusted", cut(other)), adjusted_p = other$p)
      }))
    }))
    same(file, table, if (penalized) "formula of Firth's likelihood" else "coxph, formula on its residuals")
    if (!penalized) adjusted_table(adjusted_file, whole, printed)
  })
}

# Survival at the horizon if all hips had a stage and their own other covariates.
adjusted_table <- function(file, whole, printed) check(file, "survival", {
  levels <- printed$level[printed$covariate == stage_title]
  curves <- lapply(levels, function(level) {
    as <- whole$x
    for (other in levels[-1]) as[, paste(stage_title, other)] <- (other == level) + 0
    adjusted_survival(whole$fit, whole$rows$time, whole$rows$event, whole$x, as,
      whole$rows$patient, horizon_day)
  })
  named <- function(name, x) setNames(as.data.frame(t(x)), paste0(name, c("", "_lower", "_upper")))
  same(file, rows(seq_along(levels), function(i) {
    s <- adjusted_limits(curves[[i]])
    difference <- if (i == 1) rep(NA, 3) else adjusted_difference(curves[[i]], curves[[1]])
    cbind(stage = levels[i], named("survival", if (anyNA(s)) rep(NA, 3) else s),
      named("difference", if (anyNA(difference)) rep(NA, 3) else difference))
  }), "formula on coxph and its residuals")
})
hazard_ratios("hazard_ratios.csv", "survival_adjusted.csv", cbind(followed, time = followed$day))
hazard_ratios("hazard_ratios_progression.csv", "survival_adjusted_progression.csv", local({
  d <- merge(intervals, hips[c("hip", "stage", "cause")], by = "hip")
  d$event <- as.integer(!is.na(d$until))
  d$time <- ifelse(is.na(d$until), ifelse(is.na(d$after), 0, d$after), d$until)
  d
}))
