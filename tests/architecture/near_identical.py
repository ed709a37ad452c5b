#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Winnow authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts pairs of near-identical functions in core, ui and app: bodies that are the same sequence of tokens but for
names and literals, or nearly. The count may only go down; near_identical.txt holds the one that is allowed.

usage: near_identical.py [--list | --lower | --self-test]"""

import re
import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ALLOWED = Path(__file__).with_suffix(".txt")
# A shorter body says little; a run of tokens; how much of the runs two functions share.
LEAST_TOKENS = 60
RUN = 8
SHARED = 0.8

SKIPPED = re.compile(r'//[^\n]*|/\*.*?\*/|^[ \t]*#(?:[^\n]*\\\n)*[^\n]*', re.DOTALL | re.MULTILINE)
TOKEN = re.compile(r'R"\((?:.*?)\)"|"(?:[^"\\\n]|\\.)*"|\'(?:[^\'\\\n]|\\.)+\'|[A-Za-z_]\w*|[0-9][\w.\']*'
                   r'|::|->|<<|>>|[=!<>]=|&&|\|\||\+\+|--|[^\s\w]', re.DOTALL)
KEYWORDS = set("""auto bool break case catch char class const constexpr continue default delete do double else enum
    explicit false float for if int long mutable namespace new noexcept nullptr operator private public return short
    signed sizeof static static_cast struct switch template this throw true try typename unsigned using virtual void
    while""".split())
AFTER_HEAD = {"const", "noexcept", "override", "final", "mutable"}
NO_FUNCTION = {"if", "for", "while", "switch", "catch", "]", "constexpr"}


def tokens_of(text):
    return TOKEN.findall(SKIPPED.sub(" ", text))


def closing(tokens, at):
    """Where the bracket at `at` is closed."""
    depth = 0
    for i in range(at, len(tokens)):
        depth += tokens[i] in "({[" and len(tokens[i]) == 1
        depth -= tokens[i] in ")}]" and len(tokens[i]) == 1
        if depth == 0:
            return i
    return len(tokens) - 1


def name_before(tokens, brace):
    """The name of the function whose body begins at `brace`, None when none does."""
    at = brace - 1
    while at >= 0 and tokens[at] in AFTER_HEAD:
        at -= 1
    if at < 0 or tokens[at] != ")":
        return None
    depth = 0
    while at >= 0:
        depth += (tokens[at] == ")") - (tokens[at] == "(")
        if depth == 0:
            break
        at -= 1
    name = tokens[at - 1] if at > 0 else ""
    return name if re.match(r"[A-Za-z_]", name) and name not in NO_FUNCTION else None


def functions_of(text):
    """(name, body tokens) of each function, the outermost only."""
    tokens = tokens_of(text)
    found = []
    at = 0
    while at < len(tokens):
        name = name_before(tokens, at) if tokens[at] == "{" else None
        if name is None:
            at += 1
            continue
        end = closing(tokens, at)
        found.append((name, tokens[at:end + 1]))
        at = end + 1
    return found


def normalised(token):
    if token in KEYWORDS:
        return token
    if token[0] in "\"'R0123456789" and not re.match(r"R\w*$", token):
        return "0"
    return "x" if re.match(r"[A-Za-z_]", token) else token


def runs_of(body):
    words = [normalised(token) for token in body]
    return Counter(tuple(words[i:i + RUN]) for i in range(len(words) - RUN + 1))


def near_pairs(functions):
    """Pairs of (place, place) of near-identical functions; `functions` are (place, body)."""
    runs = [(place, runs_of(body)) for place, body in functions if len(body) >= LEAST_TOKENS]
    sizes = [sum(run.values()) for _, run in runs]
    holders = {}
    for i, (_, run) in enumerate(runs):
        for key in run:
            holders.setdefault(key, []).append(i)
    pairs = []
    for i, (place, run) in enumerate(runs):
        shared = Counter()
        for key, count in run.items():
            for j in holders[key]:
                if j > i:
                    shared[j] += min(count, runs[j][1][key])
        for j, count in sorted(shared.items()):
            if count / (sizes[i] + sizes[j] - count) >= SHARED:
                pairs.append((place, runs[j][0]))
    return pairs


def sources():
    for room in ("core", "ui", "app"):
        yield from sorted(path for path in (ROOT / room).rglob("*") if path.suffix in (".cpp", ".h"))


def all_functions():
    return [(f"{path.relative_to(ROOT)} {name}", body)
            for path in sources() for name, body in functions_of(path.read_text(encoding="utf-8"))]


def self_test():
    body = "{ int n = 0; for (const auto& v : list) { if (v.isOpen() && v.count > 3) { n += v.count; } " \
           "else { log(\"none\", v.name); } } for (int i = 0; i < n; ++i) { put(i, n); } return n; }"
    renamed = body.replace("list", "others").replace("count", "size").replace("\"none\"", "\"no\"").replace("3", "40")
    other = "{ while (read()) { const auto at = where(); if (at < 0) { break; } move(at); seen[at] = true; } " \
            "std::sort(a.begin(), a.end()); return {a, b, seen.size() == 4 ? c : d, e->f(g)[h], i | j, k * l - m}; }"
    text = f"int a(int x)\n{body}\n/* }} {{ */ // {{\nint B::b() const\n{renamed}\nvoid c()\n{other}\n"
    functions = functions_of(text)
    assert [name for name, _ in functions] == ["a", "b", "c"], functions
    assert near_pairs(functions) == [("a", "b")], near_pairs(functions)
    assert near_pairs(functions_of(f"int a()\n{body}\nint c()\n{other}\n")) == []
    assert len(all_functions()) > 2000, "the sources are not read"
    print("near_identical: finds the pair, and only it")


def main():
    how = sys.argv[1] if len(sys.argv) > 1 else ""
    if how == "--self-test":
        self_test()
        return
    pairs = near_pairs(all_functions())
    allowed = int(ALLOWED.read_text())
    if how == "--list":
        print("\n".join(f"{a}  ~  {b}" for a, b in pairs))
    if how == "--lower" and len(pairs) < allowed:
        ALLOWED.write_text(f"{len(pairs)}\n")
    print(f"{len(pairs)} pairs of near-identical functions, {allowed} are allowed")
    if len(pairs) > allowed:
        sys.exit("one more came: let both be one function (--list names all pairs)")
    if len(pairs) < allowed and how != "--lower":
        print("fewer than allowed: near_identical.py --lower")


if __name__ == "__main__":
    main()
