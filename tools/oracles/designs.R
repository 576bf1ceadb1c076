# Expected means, variances and intervals of clustered and weighted samples, computed by Debian's r-cran-survey.
#
#     sudo apt-get install --no-install-recommends r-cran-survey
#     Rscript tools/oracles/designs.R
#
# writes designs.csv (one line a sample), raking.csv and means.csv beside itself (Student of R: the quantiles of scipy 1.10
# are right to nine digits only). Made with R 4.2.2, survey 4.1-1.
suppressPackageStartupMessages(library(survey))
here <- dirname(sub("--file=", "", grep("--file=", commandArgs(FALSE), value = TRUE)))
set.seed(20261123)
exactly <- function(x) formatC(x, digits = 17, format = "g", width = 1)
together <- function(x) paste(x, collapse = " ")

sample_of <- function(strata, clusters, largest, weighted, numbers) {
  rows <- NULL
  for (s in seq_len(strata)) for (k in seq_len(clusters)) {
    n <- sample(largest, 1)
    chance <- rbeta(1, 2, 3)
    y <- if (numbers) round(rnorm(n, 30 + 20 * chance, 8), 2) else as.numeric(runif(n) < chance)
    w <- if (weighted) round(runif(n, 0.2, 4), 3) else rep(1, n)
    rows <- rbind(rows, data.frame(s = s, c = 100 * s + k, w = w, y = y))
  }
  rows
}

lines <- NULL
while (is.null(lines) || nrow(lines) < 260) {
  numbers <- runif(1) < 0.25
  strata <- sample(3, 1)
  d <- sample_of(strata, sample(2:9, 1), sample(2:12, 1), runif(1) < 0.5, numbers)
  if (length(unique(d$y)) < 2) next
  design <- svydesign(id = ~c, strata = ~s, weights = ~w, data = d)
  m <- svymean(~y, design, deff = "replace")
  variance <- as.numeric(vcov(m))
  if (variance < 1e-12) next
  t <- confint(m, df = degf(design))
  beta <- if (numbers) c(NA_real_, NA_real_) else as.numeric(confint(svyciprop(~y, design, method = "beta")))
  lines <- rbind(lines, data.frame(
    kind = if (numbers) "numbers" else "share",
    strata = together(d$s), clusters = together(d$c), weights = together(d$w), values = together(d$y),
    mean = exactly(coef(m)), variance = exactly(variance), degrees = degf(design), effect = exactly(as.numeric(deff(m))),
    low = exactly(t[1]), high = exactly(t[2]), beta_low = exactly(beta[1]), beta_high = exactly(beta[2])))
}
write.csv(lines, file.path(here, "designs.csv"), row.names = FALSE, quote = FALSE)

raked <- NULL
while (is.null(raked) || nrow(raked) < 60) {
  n <- sample(30:120, 1)
  d <- data.frame(sex = sample(c("f", "m"), n, TRUE, c(0.3, 0.7)), age = sample(c("a", "b", "c"), n, TRUE),
                  place = sample(c("p", "q", "r", "s"), n, TRUE))
  if (any(table(d$sex) == 0) || any(table(d$age) == 0) || any(table(d$place) == 0)) next
  sex <- round(runif(2, 100, 1000)); sex[2] <- 2000 - sex[1]
  age <- round(runif(3, 200, 700)); age[3] <- 2000 - age[1] - age[2]
  place <- round(runif(4, 200, 600)); place[4] <- 2000 - sum(place[1:3])
  design <- svydesign(id = ~1, weights = rep(1, n), data = d)
  done <- tryCatch(rake(design, list(~sex, ~age, ~place),
    list(data.frame(sex = c("f", "m"), Freq = sex), data.frame(age = c("a", "b", "c"), Freq = age),
         data.frame(place = c("p", "q", "r", "s"), Freq = place)),
    control = list(maxit = 5000, epsilon = 1e-11, verbose = FALSE)), warning = function(w) NULL, error = function(e) NULL)
  if (is.null(done)) next
  w <- weights(done)
  # Some people would count for nothing: no weights, though the margins are met.
  if (min(w) / mean(w) < 1e-6) next
  raked <- rbind(raked, data.frame(
    sex = together(d$sex), age = together(d$age), place = together(d$place),
    sexes = together(sex), ages = together(age), places = together(place), weights = together(exactly(w / mean(w)))))
}
write.csv(raked, file.path(here, "raking.csv"), row.names = FALSE, quote = FALSE)

means <- NULL
for (at in 1:120) {
  n <- sample(2:60, 1)
  values <- if (at %% 2) sample(10, n, TRUE) else round(rnorm(n, 40, 12), 3)
  if (length(unique(values)) < 2) next
  ends <- as.numeric(t.test(values)$conf.int)
  means <- rbind(means, data.frame(values = together(values), low = exactly(ends[1]), high = exactly(ends[2])))
}
write.csv(means, file.path(here, "means.csv"), row.names = FALSE, quote = FALSE)
