# Writes golden_fine_gray_incidence.csv beside this script. Run here: Rscript
# golden_fine_gray_incidence.R. Made with R 4.2.2 and survival 3.5.3: survfit of coxph of finegray, and
# coxph of each cause; numbers are printed with 17 significant digits. x is a made-up number.
library(survival)

all <- read.csv("../sets.csv", comment.char = "#")
rows <- NULL
for (set in c("d05", "d17", "d19", "d25")) {
  data <- all[all$set == set, c("id", "time", "cause")]
  data$row <- seq_len(nrow(data))
  data$x <- (data$row * 37) %% 101 / 10
  data$etype <- factor(data$cause, 0:2, c("censored", "event", "competing"))
  y <- finegray(Surv(time, etype) ~ row + x, data, etype = "event")
  tight <- coxph.control(eps = 1e-13, toler.chol = 1e-14, iter.max = 100)
  f <- coxph(Surv(fgstart, fgstop, fgstatus) ~ x, y, weights = fgwt, cluster = row, control = tight)
  times <- unique(quantile(data$time[data$cause == 1], c(.2, .5, .9), type = 1, names = FALSE))
  for (x in c(1, 8)) {
    s <- summary(survfit(f, data.frame(x = x)), times = times)
    rows <- rbind(rows, data.frame(set, what = "incidence", x, time = times, value = 1 - s$surv,
      std_error = s$std.err))
  }
  for (k in 1:2) {
    g <- coxph(Surv(time, cause == k) ~ x, data, cluster = row, control = tight)
    rows <- rbind(rows, data.frame(set, what = c("event", "competing")[k], x = NA, time = NA,
      value = coef(g), std_error = sqrt(vcov(g)[1, 1])))
  }
}
for (name in c("time", "value", "std_error"))
  rows[[name]] <- ifelse(is.na(rows[[name]]), "", trimws(formatC(rows[[name]], digits = 17, format = "g")))
write.csv(rows, "golden_fine_gray_incidence.csv", row.names = FALSE, quote = FALSE, na = "")
cat(nrow(rows), "rows\n")
