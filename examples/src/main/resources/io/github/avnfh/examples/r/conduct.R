# The tables of participants and of the protocol: how many patients and hips have which answer.

screened <- data_of("data_screened.csv")
criteria <- data_of("data_criteria.csv")
attendance <- data_of("data_attendance.csv")
deviations <- data_of("data_deviations.csv")
of_hips <- function(d) length(unique(d$hip[!is.na(d$hip)]))

check("participant_flow.csv", character(), {
  step <- function(name, d, recorded = TRUE) {
    data.frame(step = name, patients = if (recorded) of_patients(d) else NA,
      hips = if (recorded) of_hips(d) else NA)
  }
  enrolled <- screened[screened$enrolled == 1, ]
  excluded <- screened[screened$enrolled == 0, ]
  asked <- criteria[criteria$patient %in% excluded$patient, ]
  reasons <- rows(criterion_names, function(criterion) {
    own <- asked[asked$criterion == criterion, ]
    of_unit <- own[own$unit == "hips" | is.na(own$hip), ]
    if (!any(of_unit$answer != "met")) return(NULL)
    rows(c("not met", "unknown"), function(answer) {
      step(paste0("excluded, ", answer, ": ", criterion), own[own$answer == answer, ])
    })
  })
  explained <- asked$patient[asked$answer == "not met"]
  same("participant_flow.csv", rbind(
    step("screened", screened, screening_recorded),
    step("excluded", excluded, screening_recorded),
    reasons,
    step("excluded for another reason", excluded[!excluded$patient %in% explained, ], screening_recorded),
    step("enrolled", enrolled),
    step("lost to follow-up", enrolled[enrolled$lost == 1, ], losses_recorded),
    step("died", enrolled[enrolled$died == 1, ], deaths_recorded),
    step("hip replaced", enrolled[enrolled$replaced == 1, ], arthroplasties_recorded)), "counts")
})

check("visit_flow.csv", character(), {
  came <- with(attendance, ifelse(!is.na(status) & status == "done",
    ifelse(scored == 1, "analyzed", "seen_without_a_score"),
    ifelse(!is.na(status) & status == "after_arthroplasty", "seen_after_arthroplasty",
      ifelse(died == 1, "died_before", ifelse(lost == 1, "lost_to_follow-up_before",
        ifelse(is.na(status), "not_recorded", status))))))
  kinds <- c("analyzed", "seen_without_a_score", "seen_after_arthroplasty", "died_before",
    "lost_to_follow-up_before", "missed", "not_due", "not_recorded")
  kinds <- kinds[kinds == "analyzed" | kinds %in% came]
  same("visit_flow.csv", rows(unique(attendance$visit), function(visit) {
    at <- attendance$visit == visit
    cbind(visit = visit, patients = of_patients(attendance[at & came == "analyzed", ]),
      setNames(as.data.frame(lapply(kinds, function(kind) sum(at & came == kind))), kinds))
  }), "counts")
})

check("eligibility.csv", character(), same("eligibility.csv",
  rows(criterion_names, function(criterion) {
    own <- criteria[criteria$criterion == criterion, ]
    own <- own[is.na(own$hip) == (own$unit == "patients"), ]
    known <- sum(own$answer != "unknown")
    cbind(criterion = criterion, unit = own$unit[1], share("met", sum(own$answer == "met"), known),
      share("not_met", sum(own$answer == "not met"), known),
      share("unknown", sum(own$answer == "unknown"), nrow(own)))
  }), "counts"))

check("deviations.csv", character(), {
  line <- function(name, d) {
    data.frame(deviation = name, times = nrow(d), patients = of_patients(d), hips = of_hips(d))
  }
  same("deviations.csv", rbind(
    rows(unique(deviations$deviation), function(kind) line(kind, deviations[deviations$deviation == kind, ])),
    line(paste("any of the", judged_kinds, "kinds that can be judged"), deviations)), "counts")
})
