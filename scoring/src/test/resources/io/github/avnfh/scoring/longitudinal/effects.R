# Writes effects.csv.gz from scores.csv.gz. Run in this folder: Rscript effects.R
# Joint tests of effects: lmerTest's contest (Satterthwaite, Fai and Cornelius) and pbkrtest's KRmodcomp, of the differences from
# the first level averaged over the levels of the other factor; and of lmerTest's anova of type III, which are the same where it
# takes the same contrasts. Models are those of golden.R.
suppressMessages({library(lme4); library(lmerTest); library(pbkrtest)})
packages <- c("lme4", "lmerTest", "pbkrtest")
origin <- paste0("# ", R.version.string, ", ",
  paste(packages, sapply(packages, function(p) as.character(packageVersion(p))), collapse = ", "), ", effects.R")
scores <- read.csv(gzfile("scores.csv.gz"), comment.char = "#")
tight <- lmerControl(optimizer = "nloptwrap", calc.derivs = FALSE, check.nobs.vs.nlev = "ignore",
  check.nobs.vs.nRE = "ignore", optCtrl = list(xtol_abs = 1e-12, xtol_rel = 1e-12, ftol_abs = 1e-14, ftol_rel = 1e-15, maxeval = 1e5))
results <- NULL
for (set in unique(scores$set)) {
  d <- scores[scores$set == set, ]
  visits <- length(unique(d$visit)); groups <- length(unique(d$group))
  d$visit <- factor(d$visit); d$group <- factor(d$group); d$sex <- factor(d$sex, levels = c("f", "m"))
  right <- paste(c(if (visits > 1) "visit", if (groups > 1) "group"), collapse = " * ")
  if (set %% 3 == 0) right <- paste(right, "+ age + sex")
  two <- length(unique(d$patient)) < length(unique(d$hip))
  several <- nrow(d) > length(unique(d$hip))
  levels <- c(if (two && several) "(1 | patient / hip)", if (two && !several) "(1 | patient)", if (!two) "(1 | hip)")
  fit <- lmerTest::lmer(as.formula(paste("y ~", right, "+", levels)), d, control = tight)
  names <- names(fixef(fit))
  rows <- function(pattern, other, levels) {
    own <- grep(paste0("^", pattern, "[^:]*$"), names)
    L <- matrix(0, length(own), length(names))
    for (i in seq_along(own)) {
      L[i, own[i]] <- 1
      crossed <- if (other == "group") paste0(names[own[i]], ":group") else paste0(":", names[own[i]], "$")
      if (visits > 1 && groups > 1 && other != "") L[i, grep(crossed, names)] <- 1 / levels
    }
    L
  }
  effects <- list()
  if (visits > 1) effects$visit <- rows("visit", "group", groups)
  if (groups > 1) effects$group <- rows("group", "visit", visits)
  if (set %% 3 == 0) { effects$age <- rows("age", "", 1); effects$sex <- rows("sex", "", 1) }
  if (visits > 1 && groups > 1) {
    own <- grep(":", names)
    L <- matrix(0, length(own), length(names)); L[cbind(seq_along(own), own)] <- 1
    # the second factor changes fastest
    effects[["visit:group"]] <- L[order(rep(seq_len(visits - 1), groups - 1)), , drop = FALSE]
  }
  type3 <- anova(fit, type = 3, ddf = "Satterthwaite")
  for (effect in names(effects)) {
    L <- effects[[effect]]
    test <- contest(fit, L, joint = TRUE, ddf = "Satterthwaite")
    results <- rbind(results,
      data.frame(set, method = "satterthwaite", effect, f = test[["F value"]], ndf = test$NumDF, ddf = test$DenDF, p = test[["Pr(>F)"]]),
      data.frame(set, method = "anova", effect, f = type3[effect, "F value"], ndf = type3[effect, "NumDF"],
        ddf = type3[effect, "DenDF"], p = type3[effect, "Pr(>F)"]))
    if (length(unique(d$patient)) <= 46) {
      test <- KRmodcomp(fit, L)$test["Ftest", ]
      results <- rbind(results,
        data.frame(set, method = "kenward-roger", effect, f = test$stat, ndf = test$ndf, ddf = test$ddf, p = test$p.value))
    }
  }
}
for (column in c("f", "ddf", "p")) results[[column]] <- sprintf("%.17g", results[[column]])
con <- gzfile("effects.csv.gz", "w")
writeLines(origin, con)
write.table(results, con, sep = ",", quote = FALSE, row.names = FALSE)
close(con)
print(results[results$set %in% c(4, 6, 11), ])
cat(nrow(results), "rows\n")
