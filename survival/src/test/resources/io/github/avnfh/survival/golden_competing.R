# Writes golden_competing.csv beside this script. Run here: Rscript golden_competing.R
# Made with R 4.2.2 and survival 3.5.3; numbers are printed with 17 significant digits. That version
# forgets the clusters of a multi-state fit, so their errors are summed here from its residuals.
library(survival)

all <- read.csv("sets.csv", comment.char = "#")
all$cause <- factor(all$cause, 0:2, c("censored", "event", "competing"))
number <- function(x) ifelse(is.na(x), "", trimws(formatC(x, digits = 17, format = "g")))
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
    late <- startsWith(variant, "lt")
    y <- if (late) Surv(some$entry, some$time, some$cause) else Surv(some$time, some$cause)
    arguments <- list(formula = y ~ 1, id = some$row)
    if (grepl("w", variant)) arguments$weights <- some$weight
    fits <- lapply(types, function(type) do.call(survfit, c(arguments, conf.type = type)))
    f <- fits[[1]]
    i <- unique(round(seq(1, length(f$time), length.out = 5)))
    for (cause in intersect(c("event", "competing"), f$states)) {
      k <- match(cause, f$states)
      error <- f$std.err[i, k]
      clustered <- grepl("clu", variant)
      if (clustered) error <- sapply(f$time[i], function(time)
        sqrt(sum(rowsum(resid(f, times = time, type = "pstate")[, k], some$id)^2)))
      if (max(f$pstate[, k]) == 0) next
      limits <- list()
      for (t in seq_along(types)) {
        limits[[paste(types[t], "lower")]] <- if (clustered) NA else fits[[t]]$lower[i, k]
        limits[[paste(types[t], "upper")]] <- if (clustered) NA else fits[[t]]$upper[i, k]
      }
      rows <- rbind(rows, data.frame(set, variant, group = as.character(group), cause,
        time = f$time[i], at_risk = f$n.risk[i, 1], share = f$pstate[i, k],
        std_error = error, limits, check.names = FALSE))
    }
  }
}
for (name in names(rows)) if (is.numeric(rows[[name]])) rows[[name]] <- number(rows[[name]])
write.csv(rows, "golden_competing.csv", row.names = FALSE, quote = FALSE)
