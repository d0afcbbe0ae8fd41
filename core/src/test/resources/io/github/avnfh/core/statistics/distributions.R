# Writes distributions.csv beside this script. Run here: Rscript distributions.R
# Made with R 4.2.2; numbers are printed with 17 significant digits.
# quantile: the value with the probability in the tail named; tail: the probability in the tail named;
# "both" is the probability beyond the value in both tails.
number <- function(x) trimws(formatC(x, digits = 17, format = "g"))
rows <- character(0)
add <- function(distribution, first, second, what, tail, argument, value) {
  rows[length(rows) + 1] <<- paste(distribution, number(first), number(second), what, tail, number(argument),
    number(value), sep = ",")
}
for (p in c(0.025, 0.0005, 1e-10, 1e-20, 1e-100, 1e-300, 0.3)) {
  add("normal", 0, 0, "quantile", "upper", p, qnorm(p, lower.tail = FALSE))
  add("normal", 0, 0, "quantile", "lower", p, qnorm(p))
}
for (level in c(0.5, 0.9, 0.95, 0.99, 0.999999)) {
  p <- (1 - level) / 2
  add("normal", 0, 0, "quantile", "upper", p, qnorm(p, lower.tail = FALSE))
}
for (z in c(-8, -1, 0.5, 1.96, 5, 10, 37)) add("normal", 0, 0, "tail", "upper", z, pnorm(z, lower.tail = FALSE))
for (case in list(c(2.2, 11), c(0.001, 45), c(10, 57), c(40, 57), c(300, 57), c(2, 45.3), c(5, 1e9), c(-1, 3)))
  add("student", case[2], 0, "tail", "upper", case[1], pt(case[1], case[2], lower.tail = FALSE))
for (case in list(c(2.2, 11), c(0.001, 45), c(10, 57), c(40, 57), c(300, 57), c(2, 45.3)))
  add("student", case[2], 0, "tail", "both", case[1], 2 * pt(-abs(case[1]), case[2]))
for (case in list(c(0.025, 1), c(0.025, 11), c(0.025, 45.3), c(0.0005, 57), c(1e-8, 3))) {
  add("student", case[2], 0, "quantile", "upper", case[1], qt(case[1], case[2], lower.tail = FALSE))
  add("student", case[2], 0, "quantile", "lower", case[1], qt(case[1], case[2]))
}
for (case in list(c(0.975, 57, 57), c(0.025, 3, 44), c(0.95, 2.5, 11.7)))
  add("f", case[2], case[3], "quantile", "lower", case[1], qf(case[1], case[2], case[3]))
for (case in list(c(3.5, 2, 50), c(40, 3, 12), c(0.2, 5, 7)))
  add("f", case[2], case[3], "tail", "upper", case[1], pf(case[1], case[2], case[3], lower.tail = FALSE))
for (case in list(c(0.025, 14, 1), c(0.025, 52, 7), c(0.975, 53, 6), c(0.025, 9991, 10), c(0.025, 0.5, 58.5),
    c(1e-6, 5, 900000)))
  add("beta", case[2], case[3], "quantile", "lower", case[1], qbeta(case[1], case[2], case[3]))
for (case in list(c(0.1, 14, 1), c(0.5, 52, 7), c(0.01, 2, 900)))
  add("beta", case[2], case[3], "tail", "lower", case[1], pbeta(case[1], case[2], case[3]))
for (case in list(c(3.84, 1), c(20.647, 2), c(500, 3), c(1300, 1), c(0.001, 4), c(100, 100)))
  add("chi_square", case[2], 0, "tail", "upper", case[1], pchisq(case[1], case[2], lower.tail = FALSE))
for (case in list(c(0.05, 1), c(0.05, 7), c(1e-12, 30)))
  add("chi_square", case[2], 0, "quantile", "upper", case[1], qchisq(case[1], case[2], lower.tail = FALSE))
writeLines(c("distribution,first,second,what,tail,argument,value", rows), "distributions.csv")
