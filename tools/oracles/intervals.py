"""Expected intervals of shares, computed by Debian's python3-statsmodels and python3-scipy.

    sudo apt-get install --no-install-recommends python3-statsmodels
    /usr/bin/python3 tools/oracles/intervals.py

writes intervals.csv and differences.csv beside itself. Made with statsmodels 0.13.5, scipy 1.10.1.
"""
import csv
import os
import random

from scipy import stats
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint

HERE = os.path.dirname(os.path.abspath(__file__))
random.seed(20261123)


def write(name, head, rows):
    with open(os.path.join(HERE, name), "w", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(head)
        out.writerows([[repr(float(v)) if isinstance(v, float) else v for v in row] for row in rows])


def counts():
    """Edges of every size, then cases by chance, up to a million."""
    for n in (1, 2, 3, 5, 11, 15, 50, 65, 100, 1000, 100000, 1000000):
        for yes in sorted({0, 1, n // 4, n // 2, n - 1, n}):
            yield yes, n
    for _ in range(240):
        n = int(10 ** random.uniform(0, 6))
        yield random.randint(0, n), n


rows = []
for yes, n in counts():
    for level in (0.95, 0.9, 0.99):
        low, high = proportion_confint(yes, n, 1 - level, "wilson")
        # statsmodels 0.13 leaves rounding where the end is 0 or 1 by definition
        wilson = (0.0 if yes == 0 else float(low), 1.0 if yes == n else float(high))
        tail = (1 - level) / 2
        exact = (
            0.0 if yes == 0 else float(stats.beta.ppf(tail, yes, n - yes + 1)),
            1.0 if yes == n else float(stats.beta.isf(tail, yes + 1, n - yes)),
        )
        rows.append([yes, n, level, *wilson, *exact])
write("intervals.csv", ["yes", "n", "level", "wilson_low", "wilson_high", "exact_low", "exact_high"], rows)

rows = []
cases = [(56, 70, 48, 80), (9, 10, 3, 10), (6, 7, 2, 7), (5, 56, 0, 29), (0, 10, 0, 20), (0, 10, 0, 10), (10, 10, 0, 20), (10, 10, 0, 10)]
while len(cases) < 300:
    n1, n2 = (int(10 ** random.uniform(0, 5)) for _ in "ab")
    cases.append((random.randint(0, n1), n1, random.randint(0, n2), n2))
for a, n, b, m in cases:
    low, high = confint_proportions_2indep(a, n, b, m, method="newcomb", compare="diff")
    rows.append([a, n, b, m, float(low), float(high)])
write("differences.csv", ["yes_now", "n_now", "yes_before", "n_before", "low", "high"], rows)
