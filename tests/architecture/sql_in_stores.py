#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Winnow authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""SQL is written in the stores only. Counts the statements that stand elsewhere in core, ui and app: string literals
that hold SQL, and statements prepared there. sql_in_stores.txt lists the files that may still have some and how many;
the numbers may only go down, and no file is added.

usage: sql_in_stores.py [--list | --lower | --self-test]"""

import re
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ALLOWED = Path(__file__).with_suffix(".txt")
# core/parquet asks libduckdb, and no project.
OWNERS = ("core/store/", "core/sqlite/", "core/responses/", "core/parquet/")

# A literal or a comment, whichever begins first, so that neither is looked for inside the other.
PIECE = re.compile(r'//[^\n]*|/\*.*?\*/|R"(?P<mark>[^(\s]*)\((?P<raw>.*?)\)(?P=mark)"|"(?P<text>(?:[^"\\\n]|\\.)*)"'
                   r"|'(?:[^'\\\n]|\\.)+'", re.DOTALL)
SQL = re.compile(r"""\b(?:SELECT\s|INSERT\s+(?:OR\s+\w+\s+)?INTO\b|REPLACE\s+INTO\b|UPDATE\s+\S+\s+SET\b
    |DELETE\s+FROM\b|(?:CREATE|DROP|ALTER)\s+(?:TEMP\s+|TEMPORARY\s+|UNIQUE\s+|VIRTUAL\s+)?(?:TABLE|INDEX|VIEW|TRIGGER)\b
    |PRAGMA\s|ATTACH\s|VACUUM\b|SAVEPOINT\s|BEGIN\s+(?:IMMEDIATE|EXCLUSIVE)\b)""", re.VERBOSE)
# However the SQL is spelled, it takes one of these to run it.
RUNS = re.compile(r"\bsqlite::Statement\b|\b(?:\w*[cC]onnection|c)\s*(?:\.|->)\s*(?:cached|execute|integer|text)\s*\(")


def literals_and_code(text):
    """The string literals, adjacent ones as one, and what is left of the source without them and its comments."""
    literals = []
    code = []
    at = 0
    joins = False
    for piece in PIECE.finditer(text):
        between = text[at:piece.start()]
        joins = joins and not between.strip()
        code.append(between)
        at = piece.end()
        literal = piece["raw"] if piece["raw"] is not None else piece["text"]
        if literal is None:
            continue
        if joins:
            literals[-1] += literal
        else:
            literals.append(literal)
            code.append('""')
        joins = True
    code.append(text[at:])
    return literals, "".join(code)


def statements_in(text):
    """How many SQL statements a source has."""
    literals, code = literals_and_code(text)
    written = sum(1 for literal in literals if SQL.search(literal))
    return max(written, len(RUNS.findall(code)))


def counted(root):
    """(file, statements) of each source outside the stores that has any."""
    found = {}
    for room in ("core", "ui", "app"):
        for path in sorted(path for path in (root / room).rglob("*") if path.suffix in (".cpp", ".h")):
            name = str(path.relative_to(root))
            statements = 0 if name.startswith(OWNERS) else statements_in(path.read_text(encoding="utf-8"))
            if statements:
                found[name] = statements
    return found


def read_allowed(path):
    lines = [line.split() for line in path.read_text().splitlines() if line and not line.startswith("#")]
    return {name: int(count) for name, count in lines}


def complaints(found, allowed):
    for name, count in found.items():
        if count > allowed.get(name, 0):
            yield f"{name} has {count} SQL statements, {allowed.get(name, 0)} are allowed: put them behind a store"


def self_test():
    assert statements_in('auto& q = m.find(QStringLiteral("SELECT a"\n    " FROM b"));') == 1
    assert statements_in('a("DELETE FROM x"); b(QStringLiteral("INSERT OR IGNORE INTO y VALUES(?)"));') == 2
    assert statements_in('a(R"(UPDATE x\n SET y = 1)");') == 1
    assert statements_in('sqlite::Statement q(c, text);') == 1
    assert statements_in('connection.execute(script);') == 1
    assert statements_in('c.integer(QStringLiteral("select count(*) from x"));') == 1
    assert statements_in('// SELECT a FROM b\n/* sqlite::Statement */ say("Select a file"); parameters.integer(x);') == 0
    assert statements_in('say("http://SELECT"); // "DELETE FROM x"') == 0
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for name in ("core/store/a.cpp", "core/audit/b.cpp", "ui/pages/c.h"):
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text('f("SELECT 1");\n')
        found = counted(root)
        assert found == {"core/audit/b.cpp": 1, "ui/pages/c.h": 1}, found
        assert len(list(complaints(found, {}))) == 2
        assert len(list(complaints(found, {"core/audit/b.cpp": 1, "ui/pages/c.h": 1}))) == 0
        (root / "core/audit/b.cpp").write_text('f("SELECT 1"); g("SELECT 2");\n')
        assert len(list(complaints(counted(root), {"core/audit/b.cpp": 1, "ui/pages/c.h": 1}))) == 1
    owned = sum(statements_in(path.read_text(encoding="utf-8")) for path in (ROOT / "core/store").glob("*.cpp"))
    assert owned > 100, "the sources are not read"
    print("sql_in_stores: finds SQL outside the stores, and only it")


def main():
    how = sys.argv[1] if len(sys.argv) > 1 else ""
    if how == "--self-test":
        self_test()
        return
    found = counted(ROOT)
    allowed = read_allowed(ALLOWED)
    if how == "--list":
        print("\n".join(f"{name} {count}" for name, count in found.items()))
    wrong = list(complaints(found, allowed))
    lower = {name: min(count, found.get(name, 0)) for name, count in allowed.items()}
    if how == "--lower":
        comments = [line for line in ALLOWED.read_text().splitlines() if line.startswith("#")]
        ALLOWED.write_text("\n".join(comments + [f"{name} {count}" for name, count in lower.items() if count]) + "\n")
    print(f"{sum(found.values())} SQL statements outside the stores, {sum(allowed.values())} are allowed")
    if wrong:
        sys.exit("\n".join(wrong))
    if lower != allowed and how != "--lower":
        print("fewer than allowed: sql_in_stores.py --lower")


if __name__ == "__main__":
    main()
