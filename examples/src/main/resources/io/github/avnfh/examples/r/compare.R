# How the tables that were written are compared with those computed here.

tolerance <- 1e-9

# The folder of this script, and that of the tables: the first argument, otherwise the same folder.
here <- local({
  file <- sub("^--file=", "", grep("^--file=", commandArgs(FALSE), value = TRUE))
  if (length(file) > 0) dirname(gsub("~+~", " ", file[1], fixed = TRUE)) else "."
})
there <- if (length(commandArgs(TRUE)) > 0) commandArgs(TRUE)[1] else here

# A table as text; an empty cell is missing.
text_of <- function(folder, file) {
  read.csv(file.path(folder, file), colClasses = "character", na.strings = "",
    check.names = FALSE, encoding = "UTF-8", blank.lines.skip = FALSE)
}

# A data file, with numbers where all cells of a column are numbers.
data_of <- function(file) {
  data <- text_of(here, file)
  data[] <- lapply(data, function(cells) {
    numbers <- suppressWarnings(as.numeric(cells))
    if (any(is.na(numbers) & !is.na(cells))) cells else numbers
  })
  data
}

results <- data.frame()
failed <- character()

# Compares columns of a table. Text must be equal; a number may differ by 1e-9 of 1 or, if it is
# larger, of itself; what is missing on one side must be missing on the other.
same <- function(file, computed, means) {
  printed <- text_of(there, file)
  count <- 0
  largest <- 0
  if (nrow(printed) != nrow(computed)) {
    failed <<- c(failed, sprintf("%s: %d rows were written, R has %d", file, nrow(printed),
      nrow(computed)))
    largest <- Inf
  }
  for (column in if (largest == 0) names(computed)) {
    ours <- printed[[column]]
    if (is.null(ours)) ours <- rep(NA_character_, nrow(printed))
    theirs <- computed[[column]]
    if (is.logical(theirs) && !all(is.na(theirs))) theirs <- tolower(as.character(theirs))
    if (is.character(theirs)) {
      equal <- is.na(ours) == is.na(theirs) & (is.na(ours) | ours == theirs)
      far <- ifelse(equal, 0, Inf)
    } else {
      ours <- as.numeric(ours)
      theirs <- ifelse(is.finite(theirs), theirs, NA)
      count <- count + sum(!is.na(theirs))
      far <- abs(ours - theirs) / pmax(1, abs(theirs))
      far <- ifelse(is.na(ours) & is.na(theirs), 0, ifelse(is.na(far), Inf, far))
    }
    largest <- max(largest, far)
    for (row in head(which(far > tolerance), 3)) {
      failed <<- c(failed, sprintf("%s: row %d, column %s: %s was written, R has %s", file, row,
        column, format(ours[row], digits = 15), format(theirs[row], digits = 15)))
    }
  }
  others <- setdiff(names(printed), names(computed))
  results <<- rbind(results, data.frame(table = file, numbers = count, largest_difference = largest,
    by = means, not_compared = paste(others, collapse = " ")))
}

# Runs the check of one table; one that cannot be run for want of a package is named and left out.
check <- function(file, needs, expression) {
  missing <- needs[!vapply(needs, requireNamespace, TRUE, quietly = TRUE)]
  if (!file.exists(file.path(there, file))) return(invisible())
  if (length(missing) > 0) {
    cat(file, ": not compared, because R has no package ", paste(missing, collapse = ", "), "\n",
      sep = "")
    return(invisible())
  }
  tryCatch(force(expression), error = function(e) {
    failed <<- c(failed, paste0(file, ": ", conditionMessage(e)))
  })
}

# Tables that are not compared, each with the reason.
why_not <- c(
  strobe.csv = "text: where the report answers an item",
  mibo.csv = "text: what was recorded of the procedures, in words",
  rules.csv = "text: the rules and their sources")
leave_out <- function(file, reason) why_not[[file]] <<- reason

# Prints what was compared and ends, with exit status 1 if anything differs.
conclude <- function() {
  shown <- results
  shown$largest_difference <- format(shown$largest_difference, digits = 2)
  shown$not_compared <- NULL
  names(shown) <- c("table", "numbers compared", "largest difference", "by")
  options(width = 200)
  print(shown, row.names = FALSE, right = FALSE)
  for (row in which(results$not_compared != "")) {
    cat("\ncolumns not compared in ", results$table[row], ": ", results$not_compared[row], sep = "")
  }
  cat("\n")
  files <- list.files(there, "[.]csv$")
  rest <- setdiff(files, c(results$table, list.files(here, "^data_.*[.]csv$"), "rejected.csv"))
  for (file in intersect(names(why_not), rest)) {
    cat("\n", file, ": not compared, ", why_not[[file]], sep = "")
  }
  cat("\n")
  for (file in setdiff(rest, names(why_not))) {
    failed <- c(failed, paste0(file, ": was written, but this script does not know it"))
  }
  if (length(failed) > 0) {
    cat("\n", paste0(failed, "\n"), sep = "")
    cat("\nR does not agree.\n")
    quit(status = 1)
  }
  cat("\nR agrees:", sum(results$numbers), "numbers of", length(unique(results$table)),
    "tables, within", tolerance, "\n")
}
