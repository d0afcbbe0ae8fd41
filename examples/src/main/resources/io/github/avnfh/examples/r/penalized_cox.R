# Hazard ratios by Firth's penalized partial likelihood with Efron's ties, and limits and p of its
# profile. R's survival has no such penalty; the moments of covariates in each risk set give the
# likelihood, its slopes and its information.
firth_model <- function(time, event, x, entry = rep(-1, length(time)), case = rep(1, length(time)),
                        stratum = rep(1, length(time)), ties = "efron", level = 0.95) {
  at <- function(beta) {
    p <- ncol(x)
    ratio <- exp(as.vector(x %*% beta))
    loglik <- sum((case * (x %*% beta))[event == 1])
    score <- colSums((case * x)[event == 1, , drop = FALSE])
    information <- matrix(0, p, p)
    third <- array(0, c(p, p, p))
    for (own in split(seq_along(time), stratum)) for (t in sort(unique(time[own][event[own] == 1]))) {
      risk <- own[time[own] >= t & entry[own] < t]
      fails <- time[risk] == t & event[risk] == 1
      d <- sum(fails)
      w <- sum(case[risk][fails]) / d
      for (m in seq_len(d) - 1) {
        weight <- case[risk] * ratio[risk] * (1 - (ties == "efron") * m / d * fails)
        total <- sum(weight)
        mean <- colSums(x[risk, , drop = FALSE] * weight) / total
        centered <- sweep(x[risk, , drop = FALSE], 2, mean)
        loglik <- loglik - w * log(total)
        score <- score - w * mean
        information <- information + w * crossprod(centered, centered * weight) / total
        for (j in seq_len(p)) {
          third[, , j] <- third[, , j] + w * crossprod(centered, centered * weight * centered[, j]) / total
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
  limit <- qnorm((1 - level) / 2, lower.tail = FALSE)
  ratios <- do.call(rbind, lapply(seq_len(p), function(j) {
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
  list(ratios = ratios, beta = best$beta, loglik = best$loglik, information = best$information,
    null = at(rep(0, p)))
}
