# Writes scores.csv.gz and results.csv.gz. Run in this folder: Rscript golden.R
# Random intercepts come from lme4 with lmerTest (Satterthwaite), pbkrtest (Kenward-Roger) and nlme (degrees of freedom by
# level), a covariance over visits from nlme's gls, robust errors from clubSandwich (CR2, Satterthwaite), estimating equations
# from geepack, marginal means from emmeans; versions are in the first line of each file. 24 data sets: 8 to 400 patients, two
# hips in some, missed visits, one visit only, no likeness at all (singular), one to three groups, covariates.
suppressMessages({library(lme4); library(lmerTest); library(pbkrtest); library(nlme); library(geepack); library(emmeans); library(clubSandwich)})
packages <- c("lme4", "lmerTest", "pbkrtest", "nlme", "geepack", "emmeans", "clubSandwich")
origin <- paste0("# ", R.version.string, ", ",
  paste(packages, sapply(packages, function(p) as.character(packageVersion(p))), collapse = ", "), ", golden.R")
full <- function(x) ifelse(is.na(x), "", sprintf("%.17g", x))
write_table <- function(table, file) {
  con <- gzfile(file, "w")
  writeLines(origin, con)
  write.table(table, con, sep = ",", quote = FALSE, row.names = FALSE)
  close(con)
}
set.seed(20261128)
emm_options(lmerTest.limit = 1e5, pbkrtest.limit = 1e5, lmer.df = "satterthwaite")

make <- function(set, patients, both, visits, groups, missing, sd, covariates) {
  sides <- 1 + (runif(patients) < both)
  patient <- rep(seq_len(patients), sides)
  group <- rep(LETTERS[1:groups], length.out = patients)[patient]
  # some patients have hips in two groups
  if (groups > 1) for (i in which(duplicated(patient))) if (runif(1) < 0.3) group[i] <- sample(LETTERS[1:groups], 1)
  age <- round(rnorm(patients, 38, 9))[patient]
  sex <- sample(c("f", "m", "x")[1:2], patients, TRUE)[patient]
  rows <- do.call(rbind, lapply(seq_along(patient), function(hip) {
    data.frame(set, patient = patient[hip], hip, visit = visits, group = group[hip], age = age[hip], sex = sex[hip])
  }))
  gain <- c(0, 10, 18, 22, 24, 25, 26)[match(rows$visit, visits)]
  slope <- match(rows$group, LETTERS) - 1
  y <- 55 + gain * (1 - 0.15 * slope) + 0.05 * (rows$age - 38) + rnorm(patients, 0, sd[1])[rows$patient] +
    rnorm(max(rows$hip), 0, sd[2])[rows$hip] + rnorm(nrow(rows), 0, sd[3])
  rows$y <- round(y, 1)
  rows <- rows[runif(nrow(rows)) >= missing, ]
  rows$z <- as.integer(rows$y > 62 + rnorm(nrow(rows), 0, 4))
  rows
}
layout <- list(
  list(8, 0.5, c(0, 6), 1, 0, c(5, 4, 4)), list(8, 0.5, c(0, 6, 24), 1, 0.1, c(5, 4, 4)),
  list(12, 0, c(0, 6, 24), 1, 0.1, c(5, 0, 4)), list(12, 1, c(0, 6, 24), 2, 0.05, c(6, 3, 4)),
  list(20, 0.4, c(0, 6, 12, 24), 1, 0.15, c(5, 4, 4)), list(20, 0.4, c(0, 6, 24), 2, 0.1, c(5, 4, 4)),
  list(20, 0.4, c(0, 6, 24), 1, 0.1, c(0, 0, 6)), list(24, 0.5, 24, 2, 0, c(5, 0, 4)),
  list(40, 0.3, 24, 3, 0, c(5, 0, 4)), list(40, 0.3, c(0, 1, 3, 6, 12, 18, 24), 1, 0.15, c(5, 4, 4)),
  list(40, 0.3, c(0, 6, 24), 3, 0.1, c(5, 4, 4)), list(40, 0.3, c(0, 6, 24), 2, 0.1, c(0, 5, 4)),
  list(40, 0.3, c(0, 6, 24), 2, 0.1, c(5, 0, 4)), list(46, 0.26, c(0, 6, 12, 24), 3, 0.1, c(5, 4, 4)),
  list(46, 0.26, c(0, 6, 24), 2, 0.3, c(8, 2, 3)), list(60, 0.3, c(0, 24), 2, 0.1, c(5, 4, 4)),
  list(60, 0.5, c(0, 6, 24), 1, 0.2, c(3, 7, 4)), list(80, 0.3, c(0, 6, 12, 24), 2, 0.1, c(5, 4, 4)),
  list(80, 0, c(0, 6, 24), 2, 0.1, c(6, 0, 4)), list(100, 0.3, c(0, 6, 24), 3, 0.2, c(5, 4, 4)),
  list(30, 0.5, c(0, 6, 24), 2, 0.1, c(0, 0, 8)), list(16, 0.9, c(0, 6, 24), 2, 0.1, c(10, 1, 2)),
  list(150, 0.25, c(0, 6, 24), 2, 0.1, c(5, 4, 4)), list(400, 0.25, c(0, 6, 24), 3, 0.1, c(5, 4, 4)))

results <- list()
put <- function(set, method, what, estimate, se = NA, df = NA) {
  results[[length(results) + 1]] <<- data.frame(set, method, what, estimate = full(estimate), se = full(se), df = full(df))
}
label <- function(names) {
  names <- gsub("\\(Intercept\\)", "(intercept)", names)
  names <- gsub("factor\\(visit\\)([0-9]+)", "visit[\\1]", names)
  names <- gsub("group([A-C])", "group[\\1]", names)
  gsub("sex([a-z])", "sex[\\1]", names)
}
tight <- lmerControl(optimizer = "nloptwrap", calc.derivs = FALSE, check.nobs.vs.nlev = "ignore",
  check.nobs.vs.nRE = "ignore", optCtrl = list(xtol_abs = 1e-12, xtol_rel = 1e-12, ftol_abs = 1e-14, ftol_rel = 1e-15, maxeval = 1e5))
robust <- function(set, method, fit, cluster) {
  test <- coef_test(fit, vcov = "CR2", cluster = cluster, test = "Satterthwaite")
  put(set, method, label(rownames(test)), test$beta, test$SE, test[[if ("df_Satt" %in% names(test)) "df_Satt" else "df"]])
}
all <- list()
for (set in seq_along(layout)) {
  l <- layout[[set]]
  covariates <- set %% 3 == 0
  d <- make(set, l[[1]], l[[2]], l[[3]], l[[4]], l[[5]], l[[6]])
  all[[set]] <- d
  right <- paste(c(if (length(l[[3]]) > 1) "factor(visit)", if (l[[4]] > 1) "group"), collapse = " * ")
  if (covariates) right <- paste(right, "+ age + sex")
  if (right == "") right <- "1"
  two <- length(unique(d$patient)) < length(unique(d$hip))
  several <- nrow(d) > length(unique(d$hip))
  levels <- c(if (two && several) "(1 | patient / hip)", if (two && !several) "(1 | patient)", if (!two) "(1 | hip)")
  f <- as.formula(paste("y ~", right, "+", levels))
  fixed <- as.formula(paste("y ~", right))
  fit <- lmerTest::lmer(f, d, control = tight)
  s <- coef(summary(fit, ddf = "Satterthwaite"))
  put(set, "satterthwaite", label(rownames(s)), s[, 1], s[, 2], s[, 3])
  if (l[[1]] <= 100) {
    adjusted <- vcovAdj(fit)
    s <- sapply(seq_along(fixef(fit)), function(i) {
      L <- as.numeric(seq_along(fixef(fit)) == i)
      c(sqrt(adjusted[i, i]), Lb_ddf(L, vcov(fit), adjusted))
    })
    put(set, "kenward-roger", label(names(fixef(fit))), fixef(fit), s[1, ], s[2, ])
  }
  put(set, "reml", "minus_two_loglik", -2 * as.numeric(logLik(fit)))
  v <- as.data.frame(VarCorr(fit))
  put(set, "reml", ifelse(grepl("hip", v$grp), "hip", ifelse(v$grp == "Residual", "residual", "patient")), v$vcov)
  ml <- lmerTest::lmer(f, d, REML = FALSE, control = tight)
  s <- coef(summary(ml, ddf = "Satterthwaite"))
  put(set, "ml", label(rownames(s)), s[, 1], s[, 2], s[, 3])
  put(set, "ml", "minus_two_loglik", -2 * as.numeric(logLik(ml)))
  if (length(l[[3]]) > 1) {
    by <- if (l[[4]] > 1) ~ visit + group else ~ visit
    m <- as.data.frame(emmeans(fit, by))
    put(set, "mean", paste(if (l[[4]] > 1) as.character(m$group) else "all", m$visit), m$emmean, m$SE, m$df)
  }
  random <- if (two && several) ~ 1 | patient / hip else if (two) ~ 1 | patient else ~ 1 | hip
  nested <- try(lme(fixed, d, random, control = lmeControl(opt = "optim", returnObject = TRUE)), silent = TRUE)
  if (!inherits(nested, "try-error")) put(set, "between", label(names(fixef(nested))), NA, NA, nested$fixDF$X)
  if (several) {
    d$k <- match(d$visit, l[[3]])
    control <- glsControl(tolerance = 1e-11, msTol = 1e-13, maxIter = 500, msMaxIter = 1000, returnObject = TRUE)
    structures <- list(
      unstructured = list(corSymm(form = ~ k | hip), if (length(l[[3]]) > 1) varIdent(form = ~ 1 | visit)),
      "compound-symmetric" = list(corCompSymm(form = ~ 1 | hip), NULL), autoregressive = list(corAR1(form = ~ k | hip), NULL))
    for (name in names(structures)) {
      if (name == "unstructured" && (l[[1]] < 12 || length(l[[3]]) > 4)) next
      g <- try(gls(fixed, d, correlation = structures[[name]][[1]], weights = structures[[name]][[2]], control = control), silent = TRUE)
      if (inherits(g, "try-error")) next
      put(set, name, label(names(coef(g))), coef(g), sqrt(diag(vcov(g))))
      put(set, name, "minus_two_loglik", -2 * as.numeric(logLik(g)))
      if (l[[1]] <= 60) robust(set, paste(name, "cr2"), g, d$patient)
    }
  }
  d <- d[order(d$patient, d$hip, d$visit), ]
  all[[set]] <- d[, c("set", "patient", "hip", "visit", "group", "age", "sex", "y", "z")]
  for (correlation in c("independence", "exchangeable")) {
    for (family in c("gaussian", "binomial", "poisson")) {
      if (family != "gaussian" && l[[1]] < 20) next
      g <- try(geeglm(update(fixed, if (family == "gaussian") y ~ . else z ~ .), id = patient, data = d, family = family,
        corstr = correlation, control = geese.control(epsilon = 1e-12, maxit = 1000)), silent = TRUE)
      if (inherits(g, "try-error") || any(abs(coef(g)) > 100) || max(abs(coef(g)[-1]), 0) > 15 && family != "gaussian") next
      s <- coef(summary(g))
      put(set, paste("gee", correlation, family), label(rownames(s)), s[, 1], s[, 2])
      put(set, paste("gee", correlation, family), "scale", g$geese$gamma)
      if (correlation == "exchangeable") put(set, paste("gee", correlation, family), "correlation", g$geese$alpha)
    }
  }
  o <- lm(fixed, d)
  for (type in c("CR2", "CR3")) {
    v <- vcovCR(o, d$patient, type)
    put(set, paste("ols", type), label(names(coef(o))), coef(o), sqrt(diag(v)))
  }
}
write_table(do.call(rbind, all), "scores.csv.gz")
write_table(do.call(rbind, results), "results.csv.gz")
