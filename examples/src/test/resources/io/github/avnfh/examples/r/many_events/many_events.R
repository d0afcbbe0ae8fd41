# Writes a SYNTHETIC cohort of many arthroplasties and progressions, with deaths, losses and patients
# who were not enrolled, beside this script: the report on it has tables that the bundled cohort is
# too small for. R 4.2.2. Run here: Rscript many_events.R
set.seed(20261129)
n <- 120
patient <- sprintf("M%03d", seq_len(n))
age <- sample(18:70, n, TRUE)
lost <- ifelse(runif(n) < 0.07, 400, NA)
death <- ifelse(runif(n) < 0.06, 650, NA)
frailty <- rexp(n)
patients <- data.frame(patient_id = patient, sex = sample(c("M", "M", "F"), n, TRUE), age_years = age,
  enrolled = as.integer(seq_len(n) %% 23 != 7),
  systemic_infection = sample(c(0, 0, 0, 1, NA), n, TRUE), lost_day = lost, death_day = death,
  data_origin = "SYNTHETIC")
row <- rep(seq_len(n), ifelse(runif(n) < 0.35, 2, 1))
hips <- data.frame(patient_id = patient[row], side = ifelse(duplicated(row), "R", "L"),
  etiology = sample(c("idiopathic", "corticosteroid", "alcohol"), length(row), TRUE),
  steinberg_stage = sample(c("I", "II", "II", "III"), length(row), TRUE))
hazard <- c(I = 0.5, II = 1, III = 2)[hips$steinberg_stage] * (0.4 + frailty[row]) * 0.0011 * exp(0.01 * (age[row] - 40))
end <- pmin(sample(c(731, 735, 742, 760), length(row), TRUE), lost[row], death[row], na.rm = TRUE)
replaced <- pmax(20, floor(rexp(length(row), hazard)))
replaced[replaced >= end] <- NA
hips$arthroplasty_day <- replaced
hips$last_seen_day <- end
hips$data_origin <- "SYNTHETIC"
lesion <- round(runif(length(row), 5, 60), 1)
progressed <- floor(rexp(length(row), 1.5 * hazard))
at <- merge(data.frame(hip = seq_along(row)), data.frame(visit = c("BL", "M6", "M12", "M24"), day = c(-3, 183, 365, 731)))
at <- at[order(at$hip, at$day), ]
at <- at[at$day <= end[at$hip] & (is.na(replaced[at$hip]) | at$day < replaced[at$hip]), ]
missed <- runif(nrow(at)) < 0.05
visits <- data.frame(hips[at$hip, c("patient_id", "side")], visit = at$visit,
  day = ifelse(missed, NA, at$day), status = ifelse(missed, "missed", "done"),
  hhs = ifelse(missed, NA, round(runif(nrow(at), 40, 60) + ifelse(at$visit == "BL", 0, 20), 1)),
  data_origin = "SYNTHETIC")
crescent <- as.integer(at$visit != "BL" & progressed[at$hip] < at$day)
imaging <- data.frame(hips[at$hip, c("patient_id", "side")], visit = at$visit, day = at$day,
  modality = "combined", reader = "consensus", mri_lesion = 1, lesion_percent = lesion[at$hip],
  crescent, flattening = crescent, data_origin = "SYNTHETIC")
for (file in c("patients", "hips", "visits", "imaging")) {
  write.csv(get(file), paste0(file, ".csv"), row.names = FALSE, quote = FALSE, na = "")
}
