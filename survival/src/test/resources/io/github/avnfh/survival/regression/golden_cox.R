# Writes golden_cox.csv and golden_cox_public.csv beside this script. Run here: Rscript golden_cox.R
# Made with R 4.2.2 and survival 3.5.3; numbers are printed with 17 significant digits.
# The rows are those of ../sets.csv with two covariates computed from the number i of the row in its
# set: x1 = (37 i mod 41) / 4 and x2 = 1 where 5 i mod 7 is below 3. R stops early by default; eps
# makes it go on until nothing moves. Coefficients beyond 10 are those that have no maximum. Without
# d01 and d03, whose 3 and no events determine nothing.
library(survival)

all <- read.csv("../sets.csv", comment.char = "#")
number <- function(x) ifelse(is.na(x), "", trimws(formatC(x, digits = 17, format = "g")))
write <- function(frame, file) {
  for (name in names(frame)) if (is.numeric(frame[[name]])) frame[[name]] <- number(frame[[name]])
  write.csv(frame, file, row.names = FALSE, quote = FALSE)
}
control <- coxph.control(eps = 1e-14, iter.max = 60, toler.chol = 1e-15)

variants <- function(data) {
  found <- c("base", "strata")
  if (any(data$weight != 1)) found <- c(found, "w_norob", "w_rob")
  if (anyDuplicated(data$id)) found <- c(found, "clu")
  if (any(data$entry > 0)) found <- c(found, "lt", if (any(data$weight != 1)) "lt_w_norob",
    if (anyDuplicated(data$id)) "lt_clu")
  found
}
fitted <- function(data, variant, model, ties) {
  y <- if (startsWith(variant, "lt")) "Surv(entry, time, event)" else "Surv(time, event)"
  right <- c(x = "x1 + x2", g = "factor(group)", xg = "x1 + x2 + factor(group)")[model]
  if (variant == "strata") right <- paste(right, "+ strata(stratum)")
  arguments <- list(formula = as.formula(paste(y, "~", right)), data = data, ties = ties,
    control = control)
  if (grepl("w", variant)) arguments$weights <- data$weight
  if (grepl("norob", variant)) arguments$robust <- FALSE
  if (grepl("_rob", variant)) arguments$cluster <- data$row
  if (grepl("clu", variant)) arguments$cluster <- data$id
  suppressWarnings(do.call(coxph, arguments))
}
lines <- function(set, variant, model, ties, fit) {
  naive <- if (is.null(fit$naive.var)) fit$var else fit$naive.var
  data.frame(set, variant, model, ties, term = seq_along(coef(fit)), coef = unname(coef(fit)),
    se = sqrt(diag(fit$var)), naive_se = sqrt(diag(naive)), loglik0 = fit$loglik[1],
    loglik = fit$loglik[2], score = fit$score, wald = unname(fit$wald.test),
    rscore = if (is.null(fit$rscore)) NA else fit$rscore)
}
found <- NULL
for (set in setdiff(unique(all$set), c("d01", "d03"))) {
  data <- all[all$set == set, ]
  data$event <- as.integer(data$cause == 1)
  data$row <- seq_len(nrow(data))
  data$x1 <- ((37 * data$row) %% 41) / 4
  data$x2 <- as.integer((5 * data$row) %% 7 < 3)
  models <- if (length(unique(data$group)) > 1) c("x", "g", "xg") else "x"
  for (variant in variants(data)) for (model in models) {
    methods <- c("efron", "breslow")
    small <- set %in% c("d05", "d25", "d31") && variant %in% c("base", "strata")
    for (ties in c(methods, if (small) "exact"))
      found <- rbind(found, lines(set, variant, model, ties, fitted(data, variant, model, ties)))
  }
}
write(found, "golden_cox.csv")
cat(nrow(found), "rows\n")

# the published data sets beside this script
heart <- read.csv("heart.csv", comment.char = "#")
veteran <- read.csv("veteran.csv", comment.char = "#")
eyes <- read.csv("diabetic.csv", comment.char = "#")
veteran$celltype <- factor(veteran$celltype, levels = unique(veteran$celltype))
fits <- list(
  heart = coxph(Surv(start, stop, event) ~ age + year + surgery + transplant, heart,
    control = control),
  heart_cluster = coxph(Surv(start, stop, event) ~ age + year + surgery + transplant, heart,
    cluster = id, control = control),
  veteran = coxph(Surv(time, status) ~ trt + celltype + karno + age, veteran, control = control),
  veteran_strata = coxph(Surv(time, status) ~ trt + karno + strata(celltype), veteran,
    control = control),
  eyes = coxph(Surv(time, status) ~ trt + age + trt:age, eyes, cluster = id, control = control))
public <- NULL
for (name in names(fits)) public <- rbind(public, lines(name, "", "", "efron", fits[[name]]))
write(public, "golden_cox_public.csv")
cat(nrow(public), "rows\n")
