# The design of a regression from the cells of its covariates: a matrix for each of them, a number as
# it is, a factor as indicators of all levels but the first, and a restricted cubic spline by
# Harrell's knots and base.

knots_of <- function(x, count) {
  at <- list(c(0.1, 0.5, 0.9), c(0.05, 0.35, 0.65, 0.95), c(0.05, 0.275, 0.5, 0.725, 0.95),
    c(0.05, 0.23, 0.41, 0.59, 0.77, 0.95), c(0.025, 0.1833, 0.3417, 0.5, 0.6583, 0.8167, 0.975))
  quantile(x, at[[count - 2]], na.rm = TRUE, names = FALSE)
}
spline_columns <- function(x, knots) {
  k <- length(knots)
  cube <- function(u) pmax(u, 0)^3
  end <- knots[k] - knots[k - 1]
  bent <- lapply(seq_len(k - 2), function(j) {
    (cube(x - knots[j]) - cube(x - knots[k - 1]) * (knots[k] - knots[j]) / end +
      cube(x - knots[k]) * (knots[k - 1] - knots[j]) / end) / (knots[k] - knots[1])^2
  })
  do.call(cbind, c(list(x), bent))
}

# Covariate i of some cells, with the knots of the data that are fitted.
columns_of <- function(i, cells, fitted) {
  value <- cells[[i]]
  if (kinds[i] == "factor") {
    levels <- level_labels[level_of == i]
    x <- outer(as.character(value), levels[-1], "==") + 0
    colnames(x) <- paste0(covariates[i], "[", levels[-1], "]")
    return(x)
  }
  if (kinds[i] == "number") return(matrix(value, dimnames = list(NULL, covariates[i])))
  x <- spline_columns(value, knots_of(fitted[[i]], knots[i]))
  colnames(x) <- paste0(covariates[i], "[", seq_len(ncol(x)), "]")
  x
}
with_design <- function(d, cells, fitted) {
  for (i in seq_along(covariates)) d[[paste0("v", i)]] <- columns_of(i, cells, fitted)
  d
}
terms_of <- function(d, own) {
  unlist(lapply(own, function(i) colnames(d[[paste0("v", i)]])))
}
matrix_of <- function(d, own) do.call(cbind, lapply(own, function(i) d[[paste0("v", i)]]))
