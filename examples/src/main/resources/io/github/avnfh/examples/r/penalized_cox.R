# Hazard ratios by Firth's penalized partial likelihood with Efron's ties, and limits and p of its
# profile. R's survival has no such penalty; the moments of covariates in each risk set give the
# likelihood, its slopes and its information.
firth_model <- function(time, event, x) {
  at <- function(beta) {
    p <- ncol(x)
    ratio <- exp(as.vector(x %*% beta))
    loglik <- sum((x %*% beta)[event == 1])
    score <- colSums(x[event == 1, , drop = FALSE])
    information <- matrix(0, p, p)
    third <- array(0, c(p, p, p))
    for (t in sort(unique(time[event == 1]))) {
      risk <- which(time >= t)
      fails <- time[risk] == t & event[risk] == 1
      for (m in seq_len(sum(fails)) - 1) {
        weight <- ratio[risk] * (1 - m / sum(fails) * fails)
        total <- sum(weight)
        mean <- colSums(x[risk, , drop = FALSE] * weight) / total
        centered <- sweep(x[risk, , drop = FALSE], 2, mean)
        loglik <- loglik - log(total)
        score <- score - mean
        information <- information + crossprod(centered, centered * weight) / total
        for (j in seq_len(p)) {
          third[, , j] <- third[, , j] + crossprod(centered, centered * weight * centered[, j]) / total
        }
      }
    }
    inverse <- solve(information)
    slope <- vapply(seq_len(p), function(j) sum(inverse * third[, , j]), 0)
    list(loglik = loglik + 0.5 * as.numeric(determinant(information)$modulus),
      score = score + 0.5 * slope, information = information)
  }
  # the largest penalized likelihood with some coefficients held
  climb <- function(beta, free) {
    here <- at(beta)
    for (step in 1:500) {
      if (length(free) == 0) break
      move <- solve(here$information[free, free, drop = FALSE], here$score[free])
      for (half in 0:40) {
        trial <- beta
        trial[free] <- beta[free] + move / 2^half
        there <- tryCatch(at(trial), error = function(e) NULL)
        if (!is.null(there) && there$loglik >= here$loglik - 1e-12) break
      }
      if (half == 40) break
      beta <- trial
      here <- there
      if (max(abs(move)) < 1e-10) break
    }
    list(beta = beta, loglik = here$loglik, information = here$information)
  }
  p <- ncol(x)
  best <- climb(rep(0, p), seq_len(p))
  limit <- qnorm(0.975)
  do.call(rbind, lapply(seq_len(p), function(j) {
    warm <- best$beta
    loss <- function(value) {
      start <- warm
      start[j] <- value
      found <- climb(start, setdiff(seq_len(p), j))
      warm <<- found$beta
      max(0, best$loglik - found$loglik)
    }
    end <- function(sign) {
      excess <- function(value) sqrt(2 * loss(value)) - limit
      width <- limit * sqrt(solve(best$information)[j, j])
      far <- best$beta[j] + sign * width
      while (excess(far) < 0) {
        width <- 2 * width
        far <- best$beta[j] + sign * width
        if (width > 1e3) return(NA)
      }
      warm <<- best$beta
      uniroot(excess, sort(c(best$beta[j], far)), tol = 1e-12, maxiter = 200)$root
    }
    warm <- best$beta
    p_value <- pchisq(2 * loss(0), 1, lower.tail = FALSE)
    warm <- best$beta
    lower <- end(-1)
    warm <- best$beta
    upper <- end(1)
    data.frame(estimate = exp(best$beta[j]), lower = exp(lower), upper = exp(upper), p = p_value)
  }))
}

hazard_ratios <- function(file, d) {
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
    # the usual model, where it has an answer: its hazard ratios, without limits
    usual <- function(names) {
      x <- design(names)
      fit <- suppressWarnings(coxph(Surv(d$time, d$event) ~ x, timefix = FALSE,
        control = coxph.control(eps = 1e-14, iter.max = 60)))
      if (anyNA(coef(fit)) || any(abs(coef(fit)) > 10)) return(NULL)
      list(events = fit$nevent, table = data.frame(term = colnames(x), estimate = exp(unname(coef(fit))),
        lower = NaN, upper = NaN, p = NaN))
    }
    covariates <- unique(printed$covariate)
    together <- unique(printed$covariate[!is.na(printed$adjusted)])
    whole <- usual(together)
    penalized <- is.null(whole) || whole$events < 10 * nrow(whole$table) ||
      any(vapply(lapply(covariates, usual), is.null, TRUE))
    fit <- function(names) {
      if (!penalized) return(usual(names)$table)
      x <- design(names)
      known <- complete.cases(x)
      cbind(term = colnames(x), firth_model(d$time[known], d$event[known], x[known, , drop = FALSE]))
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
    limits <- c("alone_lower", "alone_upper", "alone_p", "adjusted_lower", "adjusted_upper", "adjusted_p")
    if (penalized) same(file, table, "formula of Firth's likelihood") else
      same(file, table[setdiff(names(table), limits)], "coxph")
  })
}
hazard_ratios("hazard_ratios.csv", cbind(followed, time = followed$day))
hazard_ratios("hazard_ratios_progression.csv", local({
  d <- merge(intervals, hips[c("hip", "stage", "cause")], by = "hip")
  d$event <- as.integer(!is.na(d$until))
  d$time <- ifelse(is.na(d$until), ifelse(is.na(d$after), 0, d$after), d$until)
  d
}))
