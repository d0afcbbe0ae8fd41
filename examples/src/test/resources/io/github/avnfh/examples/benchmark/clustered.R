# Rscript clustered.R FILE
# Processor time of survfit(cluster =) on a table written by FollowUpFile, and the robust
# standard errors at five years. Reading the file is not counted.
suppressMessages(library(survival))
file <- commandArgs(TRUE)[1]
hips <- if (requireNamespace("data.table", quietly = TRUE)) {
  data.table::fread(file, select = c("patient_id", "stage", "day", "revised"), data.table = FALSE)
} else {
  read.csv(file)[c("patient_id", "stage", "day", "revised")]
}
hips$patient <- match(hips$patient_id, unique(hips$patient_id))
spent <- system.time(fit <- survfit(Surv(day, revised) ~ stage, data = hips, cluster = patient))
cat(sprintf("seconds %.6f\n", sum(spent[1:2])))
at <- summary(fit, times = 1826)
cat(sprintf("%s %.15g\n", sub("stage=", "", at$strata), at$std.err), sep = "")
