# The tables of the report.

patients <- data_of("data_patients.csv")
hips <- data_of("data_hips.csv")
scores <- data_of("data_scores.csv")
edema <- data_of("data_edema.csv")
lesions <- data_of("data_lesions.csv")
readings <- data_of("data_readings.csv")
events <- data_of("data_events.csv")
intervals <- data_of("data_intervals.csv")
hips$stage <- as.character(hips$stage)

visit_name <- function(months) {
  ifelse(months == 0, "baseline", paste(months, ifelse(months == 1, "month", "months")))
}
rows <- function(values, of, ...) do.call(rbind, lapply(values, of, ...))
of_patients <- function(d) length(unique(d$patient))
stage_groups <- c(if (length(stages) > 1) as.list(stages), list("all"))
in_stage <- function(d, stage) {
  if (stage == "all") d else d[d$hip %in% hips$hip[hips$stage == stage], ]
}

# ---- who they are

group_of_patients <- function(stage) patients[patients$patient %in% in_stage(hips, stage)$patient, ]
both_hips <- names(which(table(hips$patient) == 2))
check("baseline.csv", character(), {
  columns <- lapply(stage_groups, function(stage) {
    people <- group_of_patients(stage)
    own <- in_stage(hips, stage)
    one <- function(count, total) data.frame(n = count, of = total)
    among <- function(known, level) one(sum(known == level), length(known))
    missing <- function(is) if (any(is$all)) one(sum(is$own), length(is$own))
    sex <- people$sex[!is.na(people$sex)]
    cause <- own$cause[own$cause != "not recorded"]
    do.call(rbind, c(
      list(one(nrow(people), nrow(patients)), among(sex, "M"), among(sex, "F"),
        missing(list(all = is.na(patients$sex), own = is.na(people$sex))),
        one(sum(people$patient %in% both_hips), nrow(people)), one(nrow(own), nrow(hips))),
      lapply(setdiff(causes, "not recorded"), function(level) among(cause, level)),
      list(missing(list(all = hips$cause == "not recorded", own = own$cause == "not recorded")))))
  })
  table <- do.call(cbind, Map(function(stage, column) {
    name <- if (stage == "all") "all" else paste0("stage_", tolower(gsub(" ", "_", stage)))
    column[column$of == 0, ] <- NA
    setNames(column, paste0(name, c("_n", "_of")))
  }, stage_groups, columns))
  same("baseline.csv", table, "counts")
})

describe <- function(x) {
  data.frame(n = length(x), value_mean = if (length(x) > 0) mean(x) else NA, value_sd = sd(x),
    median = if (length(x) > 0) median(x) else NA, minimum = if (length(x) > 0) min(x) else NA,
    maximum = if (length(x) > 0) max(x) else NA)
}
check("baseline_measures.csv", character(), {
  measure <- function(name, unit, values) {
    own <- lapply(stage_groups, values)
    if (all(is.na(unlist(own)))) return(NULL)
    rows(seq_along(own), function(i) {
      x <- own[[i]][!is.na(own[[i]])]
      cbind(measure = name, stage = stage_groups[[i]], counted = unit, describe(x),
        not_recorded = length(own[[i]]) - length(x))
    })
  }
  at_baseline <- function(data, column, stage) {
    data[[column]][match(in_stage(hips, stage)$hip, data$hip)]
  }
  table <- rbind(
    measure("age at enrollment [years]", "patients", function(stage) group_of_patients(stage)$age),
    rows(seq_along(instruments), function(i) {
      own <- scores[scores$instrument == instruments[i] & scores$months == 0, ]
      measure(measures[i], "hips", function(stage) at_baseline(own, "points", stage))
    }),
    measure("lesion extent [% of head volume]", "hips", function(stage) {
      at_baseline(lesions[lesions$months == 0, ], "percent", stage)
    }))
  same("baseline_measures.csv", table, "mean, sd, median")
})

# ---- follow-up and survival

# Rows for curves, with the hip as its own cluster in the naive answer.
curve_rows <- function(d) {
  data.frame(time = d$day, event = d$event, entry = rep(-1, nrow(d)), weight = rep(1, nrow(d)),
    cluster = d$patient, group = match(d$stage, stages), stratum = rep(1, nrow(d)), hip = d$hip)
}
followed <- hips[hips$followed == 1, ]
until_horizon <- followed
until_horizon$event <- ifelse(followed$day <= horizon_day, followed$event, 0)
until_horizon$day <- pmin(followed$day, horizon_day)
followed_stages <- stages[stages %in% followed$stage]

check("follow_up.csv", "survival", same("follow_up.csv", rows(stage_groups, function(stage) {
  all <- in_stage(hips, stage)
  d <- in_stage(followed, stage)
  table <- data.frame(stage = stage, hips = nrow(d), not_followed = nrow(all) - nrow(d),
    arthroplasties = sum(d$event), hip_years = sum(d$day) / 365.25, median = NA, lower = NA, upper = NA)
  if (nrow(d) > 0) {
    d$event <- 1 - d$event
    q <- quantile_of(curve_of(curve_rows(d), TRUE), 0.5)
    table[c("median", "lower", "upper")] <- q[c("time", "lower", "upper")] / 30.4375
  }
  table
}), "survfit of the reversed events"))

curves_at_horizon <- function(d) {
  list(patient = curve_of(curve_rows(d), TRUE), naive = curve_of(curve_rows(d), FALSE))
}
check("survival_by_stage.csv", "survival", same("survival_by_stage.csv",
  rows(c(followed_stages, "all"), function(stage) {
    d <- in_stage(until_horizon, stage)
    k <- lapply(curves_at_horizon(d), curve_at, horizon_day)
    data.frame(stage = stage, hips = nrow(d), patients = of_patients(d), events = sum(d$event),
      at_risk = k$patient$at_risk, survival = k$patient$survival, survival_lower = k$patient$lower,
      survival_upper = k$patient$upper, std_error = k$patient$std_error, naive = k$naive$survival,
      naive_lower = k$naive$lower, naive_upper = k$naive$upper, naive_std_error = k$naive$std_error)
  }), "survfit, limits from its errors"))

# Differences of survival: the limits of both are combined (MOVER) with their correlation by patient.
wilson <- function(p, n, critical) {
  half <- critical * sqrt(p * (1 - p) / n + critical^2 / (4 * n^2))
  (p + critical^2 / (2 * n) + c(-half, half)) / (1 + critical^2 / n)
}
effective_size <- function(k, at) {
  i <- findInterval(matched(k$time, at$time), k$time)
  if (at$survival == 1) return(k$units$fewest(at$time))
  if (at$survival == 0) return(k$units$fewest(k$time[k$zero]))
  at$survival * (1 - at$survival) / k$std_error[i]^2
}
influence_on_survival <- function(d, day) {
  fit <- eval(bquote(survfit(Surv(time, event) ~ 1, data = .(d), timefix = FALSE)))
  rowsum(residuals(fit, times = day, type = "pstate"), d$cluster)
}
difference_of <- function(first, second, clustered) {
  d <- lapply(list(first, second), function(stage) curve_rows(in_stage(until_horizon, stage)))
  k <- lapply(d, curve_of, clustered)
  at <- lapply(k, curve_at, horizon_day)
  s <- vapply(at, function(each) each$survival, 0)
  few <- clustered && any(vapply(k, function(each) each$units$ever(horizon_day) < 2, TRUE))
  if (anyNA(s) || few) return(c(NA, NA, NA, NA))
  n <- mapply(effective_size, k, at)
  r <- 0
  if (clustered && all(s > 0 & s < 1)) {
    u <- lapply(d, influence_on_survival, horizon_day)
    shared <- intersect(rownames(u[[1]]), rownames(u[[2]]))
    r <- sum(u[[1]][shared, ] * u[[2]][shared, ]) / sqrt(sum(u[[1]]^2) * sum(u[[2]]^2))
  }
  limits <- function(p) {
    l <- lapply(1:2, function(g) {
      critical <- if (clustered) qt(p / 2, k[[g]]$units$ever(horizon_day) - 1, lower.tail = FALSE) else
        qnorm(p / 2, lower.tail = FALSE)
      wilson(s[g], n[g], critical)
    })
    reach <- function(a, b) sqrt(max(0, a^2 + b^2 - 2 * r * a * b))
    s[1] - s[2] + c(-reach(s[1] - l[[1]][1], l[[2]][2] - s[2]), reach(l[[1]][2] - s[1], s[2] - l[[2]][1]))
  }
  p <- if (s[1] == s[2]) 1 else {
    side <- if (s[1] > s[2]) 1 else 2
    uniroot(function(p) limits(p)[side], c(1e-15, 1 - 1e-12), tol = 1e-16)$root
  }
  c(s[1] - s[2], limits(0.05), p)
}
check("survival_differences.csv", "survival", {
  pairs <- rows(seq_along(followed_stages)[-1], function(second) {
    rows(seq_len(second - 1), function(first) data.frame(first, second))
  })
  table <- rows(seq_len(nrow(pairs)), function(i) {
    first <- followed_stages[pairs$first[i]]
    second <- followed_stages[pairs$second[i]]
    by_patient <- difference_of(first, second, TRUE)
    naive <- difference_of(first, second, FALSE)
    data.frame(stages = paste(first, "less", second), difference = by_patient[1],
      difference_lower = by_patient[2], difference_upper = by_patient[3], p = by_patient[4],
      naive = naive[1], naive_lower = naive[2], naive_upper = naive[3], p_naive = naive[4])
  })
  same("survival_differences.csv", table, "formula on survfit and its residuals")
})

check("survival_tests.csv", character(), {
  d <- curve_rows(followed)
  d$group <- match(followed$stage, followed_stages)
  k <- length(followed_stages)
  named <- function(test, n, answers) {
    cbind(test = test, hips = n, answers, p_holm = rep(NA_real_, nrow(answers)))
  }
  table <- rbind(
    named("log-rank", nrow(d), rank_test(d, indicators(d$group, 1:k), "logrank", TRUE, all = TRUE)),
    named("trend over the stages", nrow(d),
      rank_test(d, cbind(d$group), "logrank", TRUE, contrasts = FALSE, all = TRUE)))
  if (k > 2) {
    pairs <- rows(2:k, function(second) rows(seq_len(second - 1), function(first) {
      own <- d[d$group %in% c(first, second), ]
      named(paste0("log-rank, ", followed_stages[first], " and ", followed_stages[second]), nrow(own),
        rank_test(own, indicators(own$group, c(first, second)), "logrank", TRUE, all = TRUE))
    }))
    pairs$p_holm <- ave(pairs$p, pairs$variance, FUN = function(p) p.adjust(p, "holm"))
    table <- rbind(table, pairs)
  }
  printed <- text_of(there, "survival_tests.csv")
  last <- printed[nrow(printed), ]
  exact <- grepl("exact", last$test)
  p <- if (exact) permutation_exact(d$time, d$event, d$group, d$cluster) else as.numeric(last$p)
  if (!exact) cat("survival_tests.csv: the permutation test drew ways, which R would draw otherwise: not compared\n")
  table <- rbind(table, data.frame(test = last$test, hips = nrow(d), variance = last$variance,
    chi_square = NA, df = NA, p = p, p_holm = NA))
  same("survival_tests.csv", table, "formula, all deals counted")
})

check("incidence_by_stage.csv", "survival", same("incidence_by_stage.csv",
  rows(c(followed_stages, "all"), function(stage) {
    d <- in_stage(followed, stage)
    died <- !is.na(d$death_day) & d$death_day < ifelse(d$event == 1, d$day, Inf)
    rows_of <- curve_rows(d)
    rows_of$time <- ifelse(died, d$death_day, d$day)
    at <- lapply(c(1, 2), function(cause) {
      rows_of$state <- ifelse(died, 3 - cause, ifelse(d$event == 1, cause, 0))
      found <- incidence_at(incidence_of(rows_of, TRUE), horizon_day)
      setNames(found[c("incidence", "lower", "upper")], c("estimate", "lower", "upper"))
    })
    k <- curve_at(curve_of(curve_rows(d), TRUE), horizon_day)
    cbind(data.frame(stage = stage, hips = nrow(d), patients = of_patients(d),
      events = sum(d$event == 1 & d$day <= horizon_day & !died),
      deaths = sum(died & d$death_day <= horizon_day)), cells("incidence", at[[1]]),
      cells("death", at[[2]]), complement = 1 - k$survival)
  }), "survfit of states, limits from its errors"))

# ---- scores

counts_of <- function(d) {
  ifelse(is.na(d$points) | (!after_arthroplasty_counts & d$after_arthroplasty == 1), NA, d$points)
}
# The scores of hips at baseline and at a visit, where both count.
pairs_of <- function(instrument, months, d = hips) {
  own <- scores[scores$instrument == instrument & scores$hip %in% d$hip, ]
  own$points <- counts_of(own)
  first <- own[own$months == 0, ]
  last <- own[own$months == months, ]
  pair <- data.frame(hip = first$hip, patient = first$patient, before = first$points,
    after = last$points[match(first$hip, last$hip)])
  pair <- pair[!is.na(pair$before) & !is.na(pair$after), ]
  pair$change <- round(pair$after - pair$before, 9)
  pair
}
for (instrument in instruments) local({
  own <- scores[scores$instrument == instrument, ]
  file <- paste0(instrument, "_by_visit.csv")
  visits <- sort(unique(own$months[!is.na(own$points)]))
  check(file, character(), same(file, rows(visits, function(months) {
    at <- own[own$months == months, ]
    x <- counts_of(at)
    x <- x[!is.na(x)]
    pair <- pairs_of(instrument, months)
    left <- at$after_arthroplasty == 1 & (!after_arthroplasty_counts | !is.na(at$points))
    data.frame(visit = visit_name(months), hips = length(x),
      after_arthroplasty = if (arthroplasties_recorded) sum(left) else NA,
      points_mean = if (length(x) > 0) mean(x) else NA,
      points_sd = sd(x), pairs = if (months > 0) nrow(pair) else NA,
      change_mean = if (months > 0 && nrow(pair) > 0) mean(pair$change) else NA,
      change_sd = if (months > 0) sd(pair$change) else NA)
  }), "mean, sd"))

  file <- paste0(instrument, "_change.csv")
  check(file, character(), {
    later <- visits[visits > 0]
    later <- later[vapply(later, function(months) nrow(pairs_of(instrument, months)) > 0, TRUE)]
    table <- rows(later, function(months) {
      pair <- pairs_of(instrument, months)
      by_patient <- mean_by_patient(pair$change, pair$patient)
      naive <- mean_naive(pair$change, pair$patient)
      several <- of_patients(pair) > 1
      cbind(visit = visit_name(months), hips = nrow(pair), patients = of_patients(pair),
        cells("change", by_patient), p = by_patient$p, cells("naive", naive), p_naive = naive$p,
        srm = if (several) mean(pair$change) / sd(pair$change) else NA,
        d_baseline = if (several) mean(pair$change) / sd(pair$before) else NA)
    })
    table$p_holm <- p.adjust(table$p, "holm")
    same(file, table, "formula of CR2, t test")
  })
})

# The last visit up to the horizon at which a hip has both scores; NA if there is none.
last_scored <- function(instrument) {
  months <- sort(unique(scores$months[scores$instrument == instrument & scores$months > 0 &
    scores$months <= horizon_months]))
  found <- months[vapply(months, function(m) nrow(pairs_of(instrument, m)) > 0, TRUE)]
  if (length(found) > 0) max(found) else NA
}
check("responders.csv", character(), {
  pair <- pairs_of("hhs", last_scored("hhs"))
  responded <- pair$change > 20
  same("responders.csv", cbind(share("responders", sum(responded), length(responded)),
    not_judged = nrow(hips) - nrow(pair), cells("by_patient", percent_by_patient(responded, pair$patient)),
    cells("naive", percent_exact(sum(responded), length(responded)))), "formula, binom.test")
})

check("sensitivity.csv", character(), {
  own <- scores[scores$instrument == "hhs", ]
  before <- own[own$months == 0, ]
  later <- sort(unique(own$months[own$months > 0 & own$months <= horizon_months]))
  taken <- function(months) {
    at <- own[own$months == months, ]
    sum(!is.na(at$points) & !is.na(before$points[match(at$hip, before$hip)])) > 0
  }
  last <- max(later[vapply(later, taken, TRUE)])
  at <- own[own$months == last, ]
  at <- at[match(before$hip, at$hip), ]
  replaced <- at$after_arthroplasty == 1
  carried <- vapply(before$hip, function(hip) {
    x <- own[own$hip == hip & own$after_arthroplasty == 0 & !is.na(own$points), ]
    if (nrow(x) > 0) x$points[which.max(x$months)] else NA_real_
  }, 0)
  table <- rows(c("include", "exclude_after", "carry_last_before", "count_as_failure"), function(policy) {
    after <- switch(policy, include = at$points, exclude_after = ifelse(replaced, NA, at$points),
      carry_last_before = ifelse(replaced, carried, at$points),
      count_as_failure = ifelse(replaced, NA, at$points))
    responded <- round(after - before$points, 9) > 20
    if (policy == "count_as_failure") responded[replaced & !is.na(before$points)] <- FALSE
    known <- !is.na(responded)
    rows(c("hips", "patients_any_hip", "patients_every_hip"), function(unit) {
      x <- responded[known]
      patient <- before$patient[known]
      if (unit != "hips") {
        x <- tapply(x, patient, if (unit == "patients_any_hip") any else all)
        patient <- seq_along(x)
      }
      cbind(policy = policy, unit = unit, share("responders", sum(x), length(x)),
        cells("by_patient", percent_by_patient(as.vector(x), patient)))
    })
  })
  same("sensitivity.csv", table, "formula")
})

# ---- images

for (name in c(stage_name, "cause")) local({
  file <- paste0("response_by_", name, ".csv")
  column <- if (name == "cause") hips$cause else hips$stage
  levels <- if (name == "cause") causes else stages
  check(file, character(), {
    table <- rows(c(levels, "all"), function(level) {
      own <- if (level == "all") hips else hips[column == level, ]
      judged <- own[own$response != "not_evaluable", ]
      part <- lapply(c("improved", "stable", "progressed"), function(outcome) {
        share(outcome, sum(judged$response == outcome), nrow(judged))
      })
      cbind(setNames(data.frame(level), name), hips = nrow(own), do.call(cbind, part),
        share("not_evaluable", sum(own$response == "not_evaluable"), nrow(own)),
        share("arthroplasty", sum(own$event[own$followed == 1]), sum(own$followed)),
        cells("progressed_by_patient",
          percent_by_patient(judged$response == "progressed", judged$patient)),
        cells("improved_by_patient",
          percent_by_patient(judged$response == "improved", judged$patient)))
    })
    same(file, table, "counts, formula")
  })
})

check("edema_by_visit.csv", character(), {
  printed <- text_of(there, "edema_by_visit.csv")
  months <- as.numeric(sub(" .*", "", printed$visit))
  same("edema_by_visit.csv", rows(months, function(m) {
    own <- edema[edema$months == m, ]
    cbind(visit = visit_name(m), assessed = nrow(own), share("gone", sum(own$gone), nrow(own)),
      cells("by_patient", percent_by_patient(own$gone, own$patient)),
      cells("naive", percent_exact(sum(own$gone), nrow(own))))
  }), "formula, binom.test")
})

check("lesion_by_stage.csv", character(), {
  same("lesion_by_stage.csv", rows(c(stages, "all"), function(stage) {
    own <- in_stage(lesions, stage)
    first <- own[own$months == 0 & own$percent > 0, ]
    later <- own[own$months > 0, ]
    last <- vapply(first$hip, function(hip) {
      x <- later[later$hip == hip, ]
      if (nrow(x) > 0) x$percent[which.max(x$months)] else NA_real_
    }, 0)
    first <- first[!is.na(last), ]
    last <- last[!is.na(last)]
    reduction <- 100 * (first$percent - last) / first$percent
    by_patient <- mean_by_patient(reduction, first$patient)
    naive <- mean_naive(reduction, first$patient)
    cbind(stage = stage, hips = nrow(first),
      before_mean = if (nrow(first) > 0) mean(first$percent) else NA, before_sd = sd(first$percent),
      after_mean = if (nrow(first) > 0) mean(last) else NA, after_sd = sd(last),
      cells("reduction", by_patient), p = by_patient$p, cells("naive", naive), p_naive = naive$p)
  }), "formula of CR2, t test")
})

# ---- subgroups, safety, satisfaction

# A column and the levels of each division of the hips.
divisions <- Filter(Negate(is.null), list(
  list(name = stage_name, column = hips$stage, levels = stages),
  if (length(size_name) > 0) list(name = size_name, column = hips$size, levels = sizes),
  list(name = "cause", column = hips$cause, levels = causes)))
check("subgroups.csv", character(), {
  printed <- text_of(there, "subgroups.csv")
  pain <- intersect(c("vas", "vas_mm"), names(printed))
  table <- rows(divisions, function(by) rows(by$levels, function(level) {
    own <- hips[by$column == level, ]
    line <- data.frame(by = by$name, group = level, hips = nrow(own), patients = of_patients(own))
    for (instrument in intersect(c("hhs", pain), names(printed))) {
      pair <- pairs_of(instrument, last_scored(instrument), own)
      line <- cbind(line, setNames(data.frame(nrow(pair)), paste0(instrument, "_hips")),
        cells(instrument, mean_by_patient(pair$change, pair$patient)))
    }
    if ("responders_n" %in% names(printed)) {
      pair <- pairs_of("hhs", last_scored("hhs"), own)
      line <- cbind(line, share("responders", sum(pair$change > 20), nrow(pair)))
    }
    judged <- own[own$response != "not_evaluable", ]
    if ("progressed_n" %in% names(printed)) {
      line <- cbind(line, share("progressed", sum(judged$response == "progressed"), nrow(judged)))
    }
    if ("arthroplasty_n" %in% names(printed)) {
      line <- cbind(line, share("arthroplasty", sum(own$event[own$followed == 1]), sum(own$followed)))
    }
    line
  }))
  same("subgroups.csv", table, "formula of CR2, counts")
})

check("subgroup_proportions.csv", character(), {
  printed <- text_of(there, "subgroup_proportions.csv")
  table <- rows(divisions, function(by) rows(by$levels, function(level) {
    own <- hips[by$column == level, ]
    line <- data.frame(by = by$name, group = level, hips = nrow(own), patients = of_patients(own))
    add <- function(name, outcome, patient) {
      if (name %in% names(printed)) {
        line <<- cbind(line, cells(name, percent_by_patient(outcome, patient)))
      }
    }
    if ("responders" %in% names(printed)) {
      pair <- pairs_of("hhs", last_scored("hhs"), own)
      add("responders", pair$change > 20, pair$patient)
    }
    judged <- own[own$response != "not_evaluable", ]
    add("progressed", judged$response == "progressed", judged$patient)
    seen <- own[own$followed == 1, ]
    add("arthroplasty", seen$event == 1, seen$patient)
    line
  }))
  same("subgroup_proportions.csv", table, "formula")
})

check("safety.csv", character(), {
  printed <- text_of(there, "safety.csv")
  same("safety.csv", rows(printed$event, function(term) {
    own <- if (term == "any") events else events[events$event == term, ]
    cbind(event = term, share("patients", of_patients(own), nrow(patients)),
      cells("exact", percent_exact(of_patients(own), nrow(patients))), events = nrow(own))
  }), "binom.test")
})

check("satisfaction.csv", character(), {
  printed <- text_of(there, "satisfaction.csv")
  answers <- patients$satisfaction[!is.na(patients$satisfaction)]
  same("satisfaction.csv", rows(printed$level, function(level) {
    cbind(level = level, share("patients", sum(answers == level), length(answers)))
  }), "counts")
})
