#!/usr/bin/env python3
"""Writes intervals.csv: the mean of marks and the share of satisfied citizens with their 95 % intervals.

The figures are computed by scipy and statsmodels and by nothing of this repository, so that the test beside this script
compares two independent ways. Run with: pip install scipy statsmodels; python3 intervals.py > intervals.csv
"""

import csv
import random
import sys

import numpy
from scipy import stats
from statsmodels.stats.proportion import proportion_confint

COUNTS = [
    [0, 0, 0, 0, 2], [1, 0, 0, 0, 1], [0, 1, 1, 0, 0], [1, 1, 1, 0, 0], [0, 0, 0, 0, 10], [10, 0, 0, 0, 0],
    [0, 0, 0, 1, 9], [2, 0, 1, 3, 4], [1, 0, 0, 0, 9], [100, 0, 0, 0, 100], [0, 0, 1, 0, 1000],
    [0, 0, 0, 0, 1001], [3, 1, 4, 1, 992], [38, 47, 96, 283, 651], [120, 260, 1017, 3521, 5082],
    [1200, 2600, 10170, 35210, 50820], [12000, 26000, 101700, 352100, 508201], [0, 0, 0, 0, 1000000],
]


def mean_interval(counts):
    """Student's interval; the variance is never taken as smaller than if one mark were one step away, 1 / n."""
    marks = numpy.repeat(numpy.arange(1, 6), counts).astype(numpy.float64)
    n = len(marks)
    error = numpy.sqrt(max(marks.var(ddof=1), 1 / n) / n)
    low, high = stats.t.interval(0.95, n - 1, loc=marks.mean(), scale=error)
    return marks.mean(), max(low, 1.0), min(high, 5.0)


def main():
    chance = random.Random(353)
    counts = COUNTS + [[chance.randrange(2 + 3 ** chance.randrange(8)) for _ in range(5)] for _ in range(80)]
    table = csv.writer(sys.stdout, lineterminator="\n")
    table.writerow("mark_1 mark_2 mark_3 mark_4 mark_5 mean low high satisfied satisfied_low satisfied_high".split())
    for one in counts:
        n = sum(one)
        if n < 2:
            continue
        satisfied = one[3] + one[4]
        share = proportion_confint(satisfied, n, alpha=0.05, method="wilson")
        figures = (*mean_interval(one), satisfied / n, *share)
        table.writerow([*one, *(repr(float(figure)) for figure in figures)])


main()
