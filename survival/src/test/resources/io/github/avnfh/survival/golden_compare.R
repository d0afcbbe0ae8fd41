# Writes golden_compare.csv beside this script. Run here: Rscript golden_compare.R
# Made with R 4.2.2 and survival 3.5.3; numbers are printed with 17 significant digits.
library(survival)

read <- function(file) read.csv(file, comment.char = "#", check.names = FALSE)
rows <- NULL
add <- function(name, value) rows <<- rbind(rows, data.frame(name,
  value = trimws(formatC(as.vector(value), digits = 17, format = "g"))))

eyes <- read("diabetic30.csv")
n <- nrow(eyes)
eyes$group <- factor(eyes$group, unique(eyes$group))
eyes$weight <- 1 + (seq_len(n) %% 3) / 2
eyes$third <- factor(c("b", "c", "a")[(seq_len(n) - 1) %% 3 + 1], c("b", "c", "a"))
eyes$half <- eyes$patient %% 2
eyes$entry <- ifelse(seq_len(n) %% 2 == 0, eyes$months / 2, 0)

# the robust score test of Cox regression is the robust log-rank test
robust <- function(formula, w = rep(1, n)) {
  environment(formula) <- environment()
  coxph(formula, eyes, weights = w, cluster = patient, ties = "breslow")$rscore
}
add("robust", robust(Surv(months, event) ~ group))
add("robust weighted", robust(Surv(months, event) ~ group, eyes$weight))
add("robust strata", robust(Surv(months, event) ~ group + strata(half)))
add("robust entry", robust(Surv(entry, months, event) ~ group))
add("robust three", robust(Surv(months, event) ~ third))
add("robust trend", robust(Surv(months, event) ~ as.numeric(third)))

aml <- read("aml.csv")
add("robust aml", coxph(Surv(weeks, event) ~ group, aml, cluster = c(1:11, 1:11, 12),
  ties = "breslow")$rscore)

test <- survdiff(Surv(months, event) ~ third, eyes)
score <- 0:2
add("trend", sum(score * (test$obs - test$exp))^2 / (score %*% test$var %*% score))
score <- c(0, 1, 5)
add("trend scores", sum(score * (test$obs - test$exp))^2 / (score %*% test$var %*% score))

pairs <- list(c("b", "c"), c("b", "a"), c("c", "a"))
p <- sapply(pairs, function(pair) {
  test <- survdiff(Surv(months, event) ~ third, eyes[eyes$third %in% pair, ])
  pchisq(test$chisq, 1, lower.tail = FALSE)
})
add(paste("pair", 1:3), p)
add(paste("holm", 1:3), p.adjust(p, "holm"))
add(paste("BH", 1:3), p.adjust(p, "BH"))

# influence of each row on its own group's curve, summed by patient, and cross-products of groups
fit <- survfit(Surv(months, event) ~ group, eyes)
first <- eyes$group == levels(eyes$group)[1]
by_patient <- function(r) cbind(rowsum(r * first, eyes$patient), rowsum(r * !first, eyes$patient))
s <- by_patient(as.vector(resid(fit, times = 24, type = "pstate")))
add(paste("covariance survival", 1:3), crossprod(s)[c(1, 2, 4)])
m <- by_patient(as.vector(resid(fit, times = 24, type = "rmst")))
add(paste("covariance rmst", 1:3), crossprod(m)[c(1, 2, 4)])

# three groups that share patients at 24 months, on two scales: differences to the last group
fit <- survfit(Surv(months, event) ~ third, eyes)
r <- as.vector(resid(fit, times = 24, type = "pstate"))
v <- crossprod(sapply(levels(eyes$third), function(g) rowsum(r * (eyes$third == g), eyes$patient)))
s <- summary(fit, times = 24)$surv
contrast <- cbind(diag(2), -1)
fixed <- function(value, slope) {
  difference <- contrast %*% value
  variance <- contrast %*% (outer(slope, slope) * v) %*% t(contrast)
  t(difference) %*% solve(variance, difference)
}
add("fixed time log-log", fixed(log(-log(s)), 1 / (s * log(s))))
add("fixed time plain", fixed(s, rep(1, 3)))

# limits of a ratio of restricted means: rows as they are, and clustered
ratio <- function(mean, variance) {
  slope <- c(1, -1) / mean
  exp(log(mean[1] / mean[2]) + c(-1, 1) * qnorm(0.975) * sqrt(t(slope) %*% variance %*% slope)[1])
}
table <- summary(survfit(Surv(weeks, event) ~ group, aml), rmean = 45)$table
add(paste("rmst ratio", 1:2), ratio(table[, "rmean"], diag(table[, "se(rmean)"]^2)))
table <- summary(survfit(Surv(months, event) ~ group, eyes), rmean = 24)$table
add(paste("rmst ratio robust", 1:2), ratio(table[, "rmean"], crossprod(m)))

writeLines(c("name,value", paste(rows$name, rows$value, sep = ",")), "golden_compare.csv")
