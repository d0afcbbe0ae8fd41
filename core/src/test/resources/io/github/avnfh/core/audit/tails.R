# R 4.2.2; from the folder of this file:
#   Rscript tails.R
# writes tails.csv: two-sided tails of Student's t, upper tails of chi-square with one degree of
# freedom, and p values of Fisher's exact test, two-sided.
rows <- list()
add <- function(kind, a, b, c, d, p)
  rows[[length(rows) + 1]] <<- sprintf("%s,%s,%s,%s,%s,%.15g", kind, a, b, c, d, p)
for (t in c("0.5", "1.96", "3.4688", "10.66", "18.87"))
  for (df in c(2, 10, 58, 300))
    add("t", t, df, "", "", 2 * pt(as.numeric(t), df, lower.tail = FALSE))
for (x in c("0.01", "0.953", "3.841", "10.06", "40"))
  add("chi_square", x, 1, "", "", pchisq(as.numeric(x), 1, lower.tail = FALSE))
tables <- list(c(30, 40, 26, 40), c(6, 15, 0, 43), c(9, 41, 3, 48), c(17, 105, 16, 26),
               c(0, 5, 0, 9), c(12, 12, 3, 20))
for (s in tables)
  add("fisher", s[1], s[2], s[3], s[4],
      fisher.test(rbind(s[c(1, 3)], s[c(2, 4)] - s[c(1, 3)]))$p.value)
writeLines(c("kind,a,b,c,d,p", unlist(rows)), "tails.csv")
