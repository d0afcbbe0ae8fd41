# One model of the scores of all visits: random intercepts of patient and of hip within patient, by
# restricted maximum likelihood, with the errors and degrees of freedom of Kenward and Roger. The same
# as lmer of lme4 with pbkrtest, whose optimizer stops before the ninth decimal: here Fisher scoring
# goes on until nothing moves. Scores of two patients are independent, so that all sums run over patients.
visit_model <- function(y, cell, patient, hip) {
  x <- outer(cell, sort(unique(cell)), "==") + 0
  two <- any(rowSums(table(patient, hip) > 0) > 1)
  several <- anyDuplicated(hip) > 0
  rows <- split(seq_along(y), patient)
  blocks <- lapply(rows, function(i) {
    list(x = x[i, , drop = FALSE], y = y[i], g = list(patient = matrix(1, length(i), length(i)),
      hip = outer(hip[i], hip[i], "==") + 0, residual = diag(length(i))))
  })
  kinds <- c(if (two) "patient", if (several) "hip", "residual")
  sums <- function(of) Reduce(`+`, lapply(blocks, of))
  theta <- setNames(rep(var(y - ave(y, cell)) / length(kinds), length(kinds)), kinds)
  state <- function(theta) {
    inverse <- lapply(blocks, function(b) {
      solve(Reduce(`+`, Map(`*`, b$g[names(theta)], theta)))
    })
    phi <- solve(Reduce(`+`, Map(function(b, v) crossprod(b$x, v %*% b$x), blocks, inverse)))
    beta <- phi %*% Reduce(`+`, Map(function(b, v) crossprod(b$x, v %*% b$y), blocks, inverse))
    k <- length(theta)
    p <- lapply(names(theta), function(r) {
      -Reduce(`+`, Map(function(b, v) crossprod(v %*% b$x, b$g[[r]] %*% (v %*% b$x)), blocks, inverse))
    })
    q <- matrix(list(), k, k)
    information <- matrix(0, k, k)
    score <- numeric(k)
    for (r in seq_len(k)) {
      score[r] <- -0.5 * (Reduce(`+`, Map(function(b, v) sum(v * b$g[[names(theta)[r]]]), blocks, inverse)) +
        sum(phi * p[[r]])) + 0.5 * Reduce(`+`, Map(function(b, v) {
          e <- v %*% (b$y - b$x %*% beta)
          sum(e * (b$g[[names(theta)[r]]] %*% e))
        }, blocks, inverse))
      for (s in seq_len(k)) {
        q[[r, s]] <- Reduce(`+`, Map(function(b, v) {
          vx <- v %*% b$x
          crossprod(vx, b$g[[names(theta)[r]]] %*% (v %*% (b$g[[names(theta)[s]]] %*% vx)))
        }, blocks, inverse))
        both <- Reduce(`+`, Map(function(b, v) {
          sum((v %*% b$g[[names(theta)[r]]]) * t(v %*% b$g[[names(theta)[s]]]))
        }, blocks, inverse))
        information[r, s] <- 0.5 * (both - 2 * sum(phi * t(q[[r, s]])) +
          sum((phi %*% p[[r]]) * t(phi %*% p[[s]])))
      }
    }
    list(phi = phi, beta = beta, p = p, q = q, information = information, score = score)
  }
  for (step in 1:500) {
    at <- state(theta)
    move <- solve(at$information, at$score)
    next_theta <- theta + move
    if (any(next_theta <= 0)) {
      # a variance that the likelihood drives to 0
      factor <- min(ifelse(move < 0, -theta / move, Inf))
      gone <- theta < 1e-6 * sum(theta) & move < 0
      if (any(gone)) theta <- theta[!gone] else theta <- theta + 0.9 * factor * move
    } else {
      theta <- next_theta
      if (max(abs(move) / theta) < 1e-10) {
        # one that had gone comes back if the likelihood rises with it from here
        whole <- setNames(ifelse(kinds %in% names(theta), theta[kinds], 0), kinds)
        back <- setdiff(kinds[state(whole)$score > 1e-9], names(theta))
        if (length(back) == 0) break
        theta <- whole
        theta[back] <- 1e-3 * sum(theta)
      }
    }
  }
  # a variance of 0 still counts among those that are not known, as in pbkrtest
  theta <- setNames(ifelse(kinds %in% names(theta), theta[kinds], 0), kinds)
  at <- state(theta)
  w <- solve(at$information)
  k <- length(theta)
  extra <- matrix(0, ncol(x), ncol(x))
  for (r in seq_len(k)) for (s in seq_len(k)) {
    extra <- extra + w[r, s] * (at$q[[r, s]] - at$p[[r]] %*% at$phi %*% at$p[[s]])
  }
  adjusted <- at$phi + 2 * at$phi %*% extra %*% at$phi
  list(cells = sort(unique(cell)), estimate = function(contrast) {
    l <- as.vector(contrast)
    slopes <- vapply(at$p, function(p) sum(l * (at$phi %*% p %*% at$phi %*% l)), 0) / sum(l * (at$phi %*% l))
    df <- 2 / sum(w * outer(slopes, slopes))
    interval_of(sum(l * at$beta), sqrt(sum(l * (adjusted %*% l))), df)
  })
}

# The scores of hips until their arthroplasty, and the model of their cells.
model_rows <- function(instrument) {
  own <- scores[scores$instrument == instrument & !is.na(scores$points) & scores$after_arthroplasty == 0, ]
  own$stage <- match(hips$stage[match(own$hip, hips$hip)], stages)
  own
}
unit <- function(cells, ...) Reduce(`+`, Map(function(cell, sign) sign * (cells == cell), ...))

for (instrument in instruments) local({
  own <- model_rows(instrument)
  visits <- sort(unique(own$months))
  codes <- own$visit[match(visits, own$months)]
  file <- paste0(instrument, "_model.csv")
  check(file, character(), {
    fit <- visit_model(own$points, own$months, own$patient, own$hip)
    whole <- own[own$hip %in% names(which(table(own$hip) == length(visits))), ]
    complete <- tryCatch(visit_model(whole$points, whole$months, whole$patient, whole$hip),
      error = function(e) NULL)
    change <- function(fit, v) fit$estimate(unit(fit$cells, c(v, visits[1]), c(1, -1)))
    table <- rows(visits, function(v) {
      mean <- fit$estimate(unit(fit$cells, v, 1))
      line <- cbind(visit = visit_name(v), hips = sum(own$months == v), cells("mean", mean))
      none <- data.frame(estimate = NA, lower = NA, upper = NA, p = NA, df = NA)
      first <- v == visits[1]
      each <- if (first) none else change(fit, v)
      other <- if (first || is.null(complete)) none else change(complete, v)
      cbind(line, cells("change", each), df = each$df, p = each$p, cells("complete", other))
    })
    table$p_holm <- p.adjust(table$p, "holm")
    same(file, table, "formula of REML, Kenward-Roger")
  })

  file <- paste0(instrument, "_patterns.csv")
  check(file, character(), {
    printed <- text_of(there, file)
    pattern <- tapply(own$months, own$hip, function(m) paste(codes[visits %in% m], collapse = ", "))
    same(file, rows(printed$visits, function(text) {
      data.frame(visits = text, missed = local({
        missed <- codes[!codes %in% strsplit(text, ", ")[[1]]]
        if (length(missed) > 0) paste(missed, collapse = ", ") else "none"
      }), hips = sum(pattern == text))
    }), "counts")
  })

  file <- paste0(instrument, "_model_by_stage.csv")
  check(file, character(), {
    present <- sort(unique(own$stage))
    fit <- visit_model(own$points, own$stage * 1e4 + own$months, own$patient, own$hip)
    place <- function(stage, v) stage * 1e4 + v
    changes <- rows(present, function(stage) rows(seq_along(visits)[-1], function(v) {
      cbind(contrast = paste0(stages[stage], ": ", codes[v], " - ", codes[1]),
        fit$estimate(unit(fit$cells, place(stage, visits[c(v, 1)]), c(1, -1))))
    }))
    differences <- rows(present[-1], function(stage) rows(seq_along(visits)[-1], function(v) {
      cbind(contrast = paste0("(", stages[stage], " - ", stages[present[1]], "): ", codes[v], " - ", codes[1]),
        fit$estimate(unit(fit$cells, c(place(stage, visits[c(v, 1)]), place(present[1], visits[c(v, 1)])),
          c(1, -1, -1, 1))))
    }))
    all <- rbind(changes, differences)
    table <- cbind(contrast = all$contrast, cells("difference", all), p = all$p,
      p_holm = p.adjust(all$p, "holm"))
    same(file, table, "formula of REML, Kenward-Roger")
  })
})
