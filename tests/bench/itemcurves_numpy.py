#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Winnow authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Newton steps of core/stats/itemresponse, written with whole arrays. bench_subset times itself beside it.

usage: itemcurves_numpy.py SCORES.f32 MODELS ITEMS

Prints numpy's version, the median seconds of five fits, and the slopes."""

import sys
import time

import numpy as np


def logistic(x):
    return 1 / (1 + np.exp(-x))


def standardise(slope, intercept, ability):
    mean, deviation = ability.mean(), ability.std()
    intercept += slope * mean
    slope = np.maximum(slope * deviation, 0.05)
    return slope, intercept, (ability - mean) / deviation


def fit(scores, rounds=12):
    ability = scores.mean(1)
    ability = (ability - ability.mean()) / ability.std()
    share = np.clip((scores.sum(0) + 0.5) / (len(scores) + 1), 0.02, 0.98)
    slope, intercept = np.ones(scores.shape[1], scores.dtype), np.log(share / (1 - share))
    for _ in range(rounds):
        column = ability[:, None]
        p = logistic(column * slope + intercept)
        residual, weight = scores - p, p * (1 - p)
        first = ability @ residual - (slope - 1) / 0.25
        second = residual.sum(0) - intercept / 4
        slope_twice = (ability * ability) @ weight + 4
        both = ability @ weight
        intercept_twice = weight.sum(0) + 0.25
        determinant = slope_twice * intercept_twice - both * both
        step = np.clip((intercept_twice * first - both * second) / determinant, -1, 1)
        intercept = intercept + np.clip((slope_twice * second - both * first) / determinant, -2, 2)
        slope = np.maximum(slope + step, 0.05)
        p = logistic(column * slope + intercept)
        gradient = (scores - p) @ slope - ability
        information = (p * (1 - p)) @ (slope * slope) + 1
        ability = ability + np.clip(gradient / information, -1, 1)
        slope, intercept, ability = standardise(slope, intercept, ability)
    return slope


def main():
    models, items = int(sys.argv[2]), int(sys.argv[3])
    scores = np.fromfile(sys.argv[1], np.float32).reshape(models, items)
    seconds = []
    for _ in range(5):
        begin = time.perf_counter()
        slope = fit(scores)
        seconds.append(time.perf_counter() - begin)
    print(np.__version__, sorted(seconds)[2], *slope)


main()
