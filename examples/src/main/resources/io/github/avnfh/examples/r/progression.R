# Freedom from progression on images, which only visits show.

intervals$stage <- hips$stage[match(intervals$hip, hips$hip)]
intervals$after[is.na(intervals$after)] <- 0
open_end <- function(until) ifelse(is.na(until), Inf, until)
judged_stages <- c(stages[stages %in% intervals$stage], "all")

check("progression_by_stage.csv", character(), same("progression_by_stage.csv",
  rows(judged_stages, function(stage) {
    d <- in_stage(intervals, stage)
    fit <- turnbull(d$after, open_end(d$until))
    line <- data.frame(stage = stage, hips = nrow(d), patients = of_patients(d),
      progressed = sum(!is.na(d$until)))
    for (m in seq_along(months)) {
      day <- days_of_months[m]
      lowest <- if (any(fit$intervals$after < day)) sum(fit$p[fit$intervals$after >= day]) else 1
      highest <- if (any(fit$intervals$until <= day)) sum(fit$p[fit$intervals$until > day]) else 1
      # anything from 0 to 1 is no knowledge
      if (lowest == 0 && highest == 1) lowest <- highest <- NA
      line[paste0(c("free_lowest_", "free_highest_"), months[m])] <- pmin(1, c(lowest, highest))
    }
    line
  }), "formula of Turnbull"))

check("progression_at_visits.csv", character(), {
  planned <- intervals[intervals$planned == 1, ]
  planned$planned_after[is.na(planned$planned_after)] <- 0
  same("progression_at_visits.csv", rows(judged_stages[judged_stages %in% c(planned$stage, "all")],
    function(stage) {
      d <- in_stage(planned, stage)
      until <- open_end(d$planned_until)
      days <- setdiff(sort(unique(c(d$planned_after, d$planned_until))), 0)
      enough <- length(days) * 5 <= of_patients(d)
      rows(days, function(day) {
        free <- if (enough) visit_limits(d$planned_after, until, d$patient, day) else c(NA, NA, NA)
        data.frame(stage = stage, visit = visit_name(round(day / 30.4375)), free = free[1],
          free_lower = free[2], free_upper = free[3])
      })
    }), "formula of the profile likelihood")
})
