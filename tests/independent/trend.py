#!/usr/bin/env python3
"""Mann-Kendall with the correction of Hamed and Rao, and the Theil-Sen slope, from the papers alone; shares no code with the tool.

Usage: trend.py VALUE... (equally spaced); an empty argument is a missing value, whose time counts. Prints one JSON object.
Mann 1945, doi:10.2307/1907187; Kendall 1975; Sen 1968, doi:10.1080/01621459.1968.10480934; Hamed & Rao 1998, doi:10.1016/S0022-1694(97)00125-X.
"""
import itertools
import json
import math
import statistics
import sys
from fractions import Fraction


def trend(values):
    points = [(x, Fraction(y)) for x, y in enumerate(values) if y != ""]  # exact: equal residuals are equal
    n = len(points)
    pairs = list(itertools.combinations(points, 2))
    s = sum((b[1] > a[1]) - (b[1] < a[1]) for a, b in pairs)
    slope = statistics.median(sorted((b[1] - a[1]) / (b[0] - a[0]) for a, b in pairs))
    groups = [len(list(g)) for _, g in itertools.groupby(sorted(y for _, y in points))]
    variance = Fraction(n * (n - 1) * (2 * n + 5) - sum(t * (t - 1) * (2 * t + 5) for t in groups), 18)

    residuals = [y - slope * x for x, y in points]
    ranks = [sum(o < r for o in residuals) + Fraction(1 + sum(o == r for o in residuals), 2) for r in residuals]
    deviations = [r - Fraction(n + 1, 2) for r in ranks]
    total = sum(d * d for d in deviations)
    bound = statistics.NormalDist().inv_cdf(0.975) / math.sqrt(n)
    correction = Fraction(1)
    for lag in range(1, n):
        r = sum(a * b for a, b in zip(deviations, deviations[lag:])) / total if total else 0
        if abs(r) > bound:
            correction += Fraction(2, n * (n - 1) * (n - 2)) * (n - lag) * (n - lag - 1) * (n - lag - 2) * r
    used = variance * max(1, correction)
    z = 0 if s == 0 else (abs(s) - 1) / math.sqrt(used) * (1 if s > 0 else -1)
    return {
        "n": n, "s": s, "tau": 2 * s / (n * (n - 1)), "slope": float(slope), "variance": float(variance),
        "correction": float(correction), "corrected_variance": float(used), "z": z, "p": math.erfc(abs(z) / math.sqrt(2)),
    }


if __name__ == "__main__":
    print(json.dumps(trend(sys.argv[1:])))
