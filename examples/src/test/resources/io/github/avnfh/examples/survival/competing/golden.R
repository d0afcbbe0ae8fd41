# Writes incidence.csv, test.csv and fine_gray.csv from hips.csv beside this script. Run here:
# Rscript golden.R. Made with R 4.2.2, survival 3.5.3 and cmprsk 2.2-11, 17 significant digits.
suppressMessages(library(cmprsk))
number <- function(x) ifelse(is.na(x), "", trimws(formatC(x, digits = 17, format = "g")))
write <- function(rows, file) {
  for (name in names(rows)) if (is.numeric(rows[[name]])) rows[[name]] <- number(rows[[name]])
  write.csv(rows, file, row.names = FALSE, quote = FALSE)
}
hips <- read.csv("hips.csv")
hips$cause <- factor(hips$etype, 0:2, c("censored", "event", "2"))
rows <- NULL
for (group in unique(hips$group)) {
  f <- survfit(Surv(time, cause) ~ 1, hips[hips$group == group, ], conf.type = "log")
  for (cause in 2:3) rows <- rbind(rows, data.frame(group = as.character(group),
    cause = f$states[cause], time = f$time, at_risk = f$n.risk[, 1], events = f$n.event[, cause],
    incidence = f$pstate[, cause], std_error = f$std.err[, cause], lower = f$lower[, cause],
    upper = f$upper[, cause]))
}
write(rows, "incidence.csv")
tests <- cuminc(hips$time, hips$etype, hips$group)$Tests
write(data.frame(cause = c("event", "2"), chi_square = tests[, "stat"], df = tests[, "df"],
  p = tests[, "pv"]), "test.csv")
expanded <- finegray(Surv(time, cause) ~ id + x1 + x2, hips, etype = "event")
f <- coxph(Surv(fgstart, fgstop, fgstatus) ~ x1 + x2, expanded, weights = fgwt, cluster = id,
  control = coxph.control(eps = 1e-13, toler.chol = 1e-14, iter.max = 100))
write(data.frame(term = names(coef(f)), coef = coef(f), std_error = sqrt(diag(vcov(f))),
  naive_std_error = sqrt(diag(f$naive.var))), "fine_gray.csv")
