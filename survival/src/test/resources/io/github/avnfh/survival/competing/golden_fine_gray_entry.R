# Writes golden_fine_gray_entry.csv beside this script. Run here: Rscript golden_fine_gray_entry.R
# Made with R 4.2.2 and survival 3.5.3: finegray of (entry, time] and coxph, clustered by id or else by
# row; numbers are printed with 17 significant digits. The covariates are the group and x, a made-up
# number. Sets without entries get made-up ones.
library(survival)

all <- read.csv("../sets.csv", comment.char = "#")
rows <- NULL
for (set in c("d09", "d11", "d13", "d17", "d27", "d29")) {
  data <- all[all$set == set, c("id", "entry", "time", "cause", "group", "stratum")]
  data$row <- seq_len(nrow(data))
  data$x <- (data$row * 37) %% 101 / 10
  if (all(data$entry == 0)) data$entry <- floor(data$time * ((data$row * 29) %% 53) / 80)
  data$group <- factor(data$group)
  data$cause <- factor(data$cause, 0:2, c("censored", "event", "competing"))
  for (cause in c("event", "competing")) for (ties in c("efron", "breslow"))
    for (variant in c("base", "clu", "strata")) {
      if (!any(data$cause == cause)) next
      y <- if (variant == "strata") {
        tryCatch(finegray(Surv(entry, time, cause) ~ id + row + group + x + strata(stratum), data,
          etype = cause, id = row), error = function(e) NULL)
      } else tryCatch(finegray(Surv(entry, time, cause) ~ id + row + group + x + stratum, data,
        etype = cause, id = row), error = function(e) NULL)
      if (is.null(y) || any(!is.finite(y$fgwt))) { cat("no weights:", set, cause, variant, "\n"); next }
      if (variant == "clu" && !anyDuplicated(data$id)) next
      if (variant == "strata") {
        y$stratum <- y[["strata(stratum)"]]
        if (is.null(y$stratum)) y$stratum <- data$stratum[y$row]
        if (length(unique(y$stratum)) < 2) next
      }
      y$unit <- if (variant == "clu") y$id else y$row
      formula <- Surv(fgstart, fgstop, fgstatus) ~ x + group
      if (variant == "strata") formula <- Surv(fgstart, fgstop, fgstatus) ~ x + group + strata(stratum)
      f <- tryCatch(coxph(formula, y, weights = fgwt, cluster = unit, ties = ties,
        control = coxph.control(eps = 1e-13, toler.chol = 1e-14, iter.max = 100)),
        warning = function(w) NULL)
      if (is.null(f)) next
      rows <- rbind(rows, data.frame(set, cause, ties, variant, term = names(coef(f)),
        coef = coef(f), std_error = sqrt(diag(vcov(f))), naive = sqrt(diag(f$naive.var))))
    }
}
for (name in c("coef", "std_error", "naive"))
  rows[[name]] <- trimws(formatC(rows[[name]], digits = 17, format = "g"))
write.csv(rows, "golden_fine_gray_entry.csv", row.names = FALSE, quote = FALSE)
cat(nrow(rows), "rows\n")
