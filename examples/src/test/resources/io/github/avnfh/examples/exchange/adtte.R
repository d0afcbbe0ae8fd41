# R 4.2.2, foreign 0.8-84, haven 2.5.1, survival 3.5-3: reads adtte.xpt as WriteCdisc writes it and follows it
#   Rscript adtte.R
library(survival)
hips <- foreign::read.xport("adtte.xpt")
again <- as.data.frame(haven::read_xpt("adtte.xpt"))
stopifnot(all(mapply(function(a, b) all(a == b), lapply(hips, as.vector), lapply(again, as.vector))))
labels <- sapply(haven::read_xpt("adtte.xpt"), attr, "label")
write.csv(data.frame(name = names(labels), label = labels), "adtte_labels.csv", row.names = FALSE,
  quote = FALSE)
write.csv(hips, "adtte_read.csv", row.names = FALSE, quote = FALSE)
curves <- summary(survfit(Surv(AVAL, CNSR == 0) ~ BLSTAGE, hips))
write.csv(data.frame(stage = sub("BLSTAGE=", "", curves$strata), day = curves$time,
    at_risk = curves$n.risk, survival = sprintf("%.15g", curves$surv),
    std_error = sprintf("%.15g", curves$std.err)),
  "adtte_curve.csv", row.names = FALSE, quote = FALSE)
