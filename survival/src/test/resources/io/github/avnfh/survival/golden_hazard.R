# Writes golden_hazard.csv beside this script. Run here: Rscript golden_hazard.R
# Made with R 4.2.2 and survival 3.5.3; numbers are printed with 17 significant digits.
library(survival)

read <- function(file) read.csv(file, comment.char = "#", check.names = FALSE)
rows <- NULL
add <- function(set, ctype, fit) for (i in seq_along(fit$strata)) {
  f <- fit[i]
  rows <<- rbind(rows, data.frame(set, ctype, group = sub("^group=", "", names(fit$strata)[i]),
    time = f$time, hazard = f$cumhaz, std_error = f$std.chaz, survival = f$surv,
    survival_std_error = f$surv * f$std.chaz))
}
for (set in c("aml", "gehan")) for (ctype in 1:2) {
  data <- read(paste0(set, ".csv"))
  data$group <- factor(data$group, unique(data$group))
  add(set, ctype, survfit(Surv(weeks, event) ~ group, data, stype = 2, ctype = ctype))
}
eyes <- read("diabetic30.csv")
eyes$group <- factor(eyes$group, unique(eyes$group))
add("eyes", 1, survfit(Surv(months, event) ~ group, eyes, stype = 2, ctype = 1, cluster = patient))
for (name in names(rows)) if (is.numeric(rows[[name]]))
  rows[[name]] <- trimws(formatC(rows[[name]], digits = 17, format = "g"))
write.csv(rows, "golden_hazard.csv", row.names = FALSE, quote = FALSE)
