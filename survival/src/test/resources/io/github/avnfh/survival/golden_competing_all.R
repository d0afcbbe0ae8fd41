# Writes golden_competing_all.csv beside this script. Run here: Rscript golden_competing_all.R
# Made with R 4.2.2 and survival 3.5.3; numbers are printed with 17 significant digits. As in
# golden_competing.R, but of every time: sums over the times i = 1, 2, ... of i times the proportion,
# and, where that lies within 0 and 1, of i times its error and limits; clustered errors from residuals.
library(survival)

all <- read.csv("sets.csv", comment.char = "#")
all$cause <- factor(all$cause, 0:2, c("censored", "event", "competing"))
types <- c("plain", "log", "log-log")
variants <- function(data) c("base", if (any(data$weight != 1)) "w",
  if (anyDuplicated(data$id)) "clu", if (any(data$entry > 0)) c("lt",
    if (any(data$weight != 1)) "lt_w", if (anyDuplicated(data$id)) "lt_clu"))

rows <- NULL
for (set in unique(all$set)) {
  data <- all[all$set == set, ]
  if (!all(c("event", "competing") %in% data$cause)) next
  data$row <- seq_len(nrow(data))
  for (variant in variants(data)) for (group in sort(unique(data$group))) {
    some <- data[data$group == group, ]
    y <- if (startsWith(variant, "lt")) Surv(some$entry, some$time, some$cause) else
      Surv(some$time, some$cause)
    arguments <- list(formula = y ~ 1, id = some$row)
    if (grepl("w", variant)) arguments$weights <- some$weight
    fits <- lapply(types, function(type) do.call(survfit, c(arguments, conf.type = type)))
    f <- fits[[1]]
    clustered <- grepl("clu", variant)
    for (cause in intersect(c("event", "competing"), f$states)) {
      k <- match(cause, f$states)
      share <- f$pstate[, k]
      error <- f$std.err[, k]
      if (clustered) error <- sapply(f$time, function(time)
        sqrt(sum(rowsum(resid(f, times = time, type = "pstate")[, k], some$id)^2)))
      i <- seq_along(share)
      inside <- share > 0 & share < 1 - 1e-12
      sums <- list(share = sum(i * share), std_error = sum((i * error)[inside]))
      for (t in seq_along(types)) for (side in c("lower", "upper")) {
        sums[[paste(types[t], side)]] <-
          if (clustered) NA else sum((i * fits[[t]][[side]][, k])[inside])
      }
      rows <- rbind(rows, data.frame(set, variant, group = as.character(group), cause,
        times = length(share), sums, check.names = FALSE))
    }
  }
}
for (name in names(rows)) if (is.numeric(rows[[name]])) rows[[name]] <-
  ifelse(is.na(rows[[name]]), "", trimws(formatC(rows[[name]], digits = 17, format = "g")))
write.csv(rows, "golden_competing_all.csv", row.names = FALSE, quote = FALSE)
