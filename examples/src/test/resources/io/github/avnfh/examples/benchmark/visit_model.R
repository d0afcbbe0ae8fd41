# The model of VisitModelBenchmark by lme4: Rscript visit_model.R FILE, where VisitModelBenchmark's main has written FILE.
suppressMessages(library(lme4))
d <- read.csv(commandArgs(TRUE)[1])
d$visit <- factor(d$visit)
print(system.time(m <- lmer(score ~ visit + (1 | patient / hip), d)))
cat(sprintf("change %.9f, error %.9f, -2 log-likelihood %.5f\n",
  fixef(m)[["visit24"]], sqrt(vcov(m)["visit24", "visit24"]), -2 * as.numeric(logLik(m))))
