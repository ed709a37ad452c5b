#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Winnow authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Success@k, all of k, majority@K and the cheapest-correct oracle with whole arrays. bench_gaps times itself
beside it.

usage: gaps_numpy.py RIGHT.u8 ANSWERS.u32 DOLLARS.f32 MODELS TRIES ITEMS

Prints numpy's version, the median seconds of three runs, and the figures: by model Success@1, Success@K and
majority@K, then the oracle's accuracy and dollars."""

import sys
import time

import numpy as np


def choose(n, k):
    ways = np.ones_like(n, dtype=np.float64)
    for j in range(k):
        ways *= (n - j) / (j + 1)
    return np.where(n >= k, ways, 0)


def measure(right, answers, dollars):
    models, tries, _ = right.shape
    figures = []
    hits = right.sum(1)
    for k in (1, tries):
        total = choose(np.array(tries), k)
        figures.append((1 - choose(tries - hits, k) / total).mean(1))
        (choose(hits, k) / total).mean(1)
    votes = np.zeros(right.shape, np.int8)
    for a in range(tries):
        for b in range(tries):
            votes[:, a] += answers[:, a] == answers[:, b]
    top = votes == votes.max(1, keepdims=True)
    # Each answer of the largest group has as many marks as votes: marks weigh 1 / votes, groups share ties.
    weight = top / votes
    figures.append(((weight * right).sum(1) / weight.sum(1)).mean(1))
    first, cost = right[:, 0] > 0, dollars
    solved = np.where(first, cost, np.inf).min(0)
    any_right = np.isfinite(solved)
    oracle = np.where(any_right, solved, cost.min(0)).mean()
    return np.stack(figures, 1).ravel(), any_right.mean(), oracle


def main():
    models, tries, items = map(int, sys.argv[4:7])
    right = np.fromfile(sys.argv[1], np.uint8).reshape(models, tries, items)
    answers = np.fromfile(sys.argv[2], np.uint32).reshape(models, tries, items)
    dollars = np.fromfile(sys.argv[3], np.float32).reshape(models, items)
    seconds = []
    for _ in range(3):
        begin = time.perf_counter()
        by_model, accuracy, cost = measure(right, answers, dollars)
        seconds.append(time.perf_counter() - begin)
    print(np.__version__, sorted(seconds)[1], *by_model, accuracy, cost)


main()
