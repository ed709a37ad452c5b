#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Winnow authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""No class of the window has more than 30 functions, no function more than 60 lines. ui_sizes.txt names what is still
larger and how large; these may only shrink, and none is added. Signals, slots and what stands in the class count too,
destructors and what is deleted or defaulted do not.

usage: ui_sizes.py [--list | --lower | --self-test]"""

import re
import sys
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).parent))
from near_identical import NO_FUNCTION, AFTER_HEAD  # noqa: E402

ROOT = Path(__file__).resolve().parents[2]
ALLOWED = Path(__file__).with_suffix(".txt")
MOST_FUNCTIONS = 30
MOST_LINES = 60

BLANKED = re.compile(r'//[^\n]*|/\*.*?\*/|R"\((?:.*?)\)"|"(?:[^"\\\n]|\\.)*"|\'(?:[^\'\\\n]|\\.)+\'|^[ \t]*#[^\n]*',
                     re.DOTALL | re.MULTILINE)
CLASS = re.compile(r"\b(?:class|struct)\s+([A-Za-z_][\w:]*)\s*(?:final\s*)?(?::[^;{()]*)?\{")
NO_MEMBER = re.compile(r"^\s*(?:Q_\w+|friend\b|using\b|typedef\b|enum\b|struct\b|class\b|static_assert\b|template\b)")
LABEL = re.compile(r"\b(?:public|protected|private|signals|public slots|private slots|protected slots)\s*:(?!:)")


def blanked(text):
    """Without literals, comments and preprocessor lines, every line where it was."""
    return BLANKED.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)


def closing(text, at):
    depth = 0
    for i in range(at, len(text)):
        depth += (text[i] == "{") - (text[i] == "}")
        if depth == 0:
            return i
    return len(text) - 1


def members_of(body):
    """The statements of a class body, blocks left out."""
    members = []
    start = at = 0
    while at < len(body):
        if body[at] == "{":
            end = closing(body, at)
            head = body[start:at]
            # An initialiser's braces do not end the member; a function's do.
            if "(" in re.sub(r"<[^<>]*>", "", head) or NO_MEMBER.match(LABEL.sub("", head)):
                members.append(head)
                start = end + 1
            at = end + 1
            continue
        if body[at] == ";":
            members.append(body[start:at])
            start = at + 1
        at += 1
    return members


def is_function(member):
    text = LABEL.sub("", member)
    while True:
        shorter = re.sub(r"<[^<>]*>", "", text)
        if shorter == text:
            break
        text = shorter
    text = re.sub(r"\b(?:Q_OBJECT|Q_GADGET)\b", "", text)
    if NO_MEMBER.match(text) or "~" in text or re.search(r"=\s*(?:delete|default)\s*$", text):
        return False
    return re.search(r"[\w\]=<>!+*-]\s*\(", text.split("=")[0] if "operator" not in text else text) is not None


def classes_of(text):
    """(name, functions) of every class in a text, inner ones too."""
    text = blanked(text)
    for found in CLASS.finditer(text):
        if re.search(r"\benum\s+$", text[:found.start()]):
            continue
        start = found.end() - 1
        body = text[start + 1:closing(text, start)]
        yield found[1], sum(is_function(member) for member in members_of(body))


def functions_of(text):
    """(name, lines) of every function with a body, from its head to its closing brace."""
    text = blanked(text)
    found = []
    at = 0
    while True:
        at = text.find("{", at)
        if at < 0:
            return found
        name = name_before(text, at)
        if name is None:
            at += 1
            continue
        end = closing(text, at)
        found.append((name, text.count("\n", at, end) + 1))
        at = end + 1


def name_before(text, brace):
    head = text[:brace].rstrip()
    while True:
        word = re.search(r"(\w+)$", head)
        if not word or word[1] not in AFTER_HEAD:
            break
        head = head[:word.start()].rstrip()
    # A constructor's initialisers stand between.
    names = re.search(r"([A-Za-z_~][\w:~]*)\s*\((?:[^{};]|\{[^{};]*\})*$", head[-4000:])
    if not head.endswith((")", "}")) or not names:
        return None
    depth = 0
    for i in range(len(head) - 1, -1, -1):
        depth += (head[i] == ")") - (head[i] == "(")
        if depth == 0 and head[i] == "(":
            before = re.search(r"([A-Za-z_~][\w:~]*)\s*$", head[:i])
            if not before or before[1] in NO_FUNCTION:
                return None
            return before[1]
    return None


def too_large(root):
    large = {}
    for path in sorted((root / "ui").rglob("*")):
        if path.suffix not in (".h", ".cpp"):
            continue
        text = path.read_text(encoding="utf-8")
        where = path.relative_to(root)
        for name, functions in classes_of(text):
            if functions > MOST_FUNCTIONS:
                large[f"{where} class {name}"] = functions
        for name, lines in functions_of(text):
            if lines > MOST_LINES:
                large[f"{where} {name}()"] = lines
    return large


def self_test():
    text = "class A : public B {\n  Q_OBJECT\npublic:\n  A();\n  ~A();\n  int n() const { return m(1); }\n" \
           "  std::function<void(int)> f;\n  int x = g(2);\n  A(const A&) = delete;\nsignals:\n  void s();\n};\n"
    assert dict(classes_of(text)) == {"A": 3}, dict(classes_of(text))
    body = "{\n" + "    x();\n" * 70 + "}\n"
    assert functions_of(f"void A::f(int a) const\n{body}") == [("A::f", 72)]
    assert functions_of(f"A::A(int a)\n    : B(a)\n    , m_c(new C(a))\n{body}")[0][1] == 72
    assert functions_of(f"namespace x {{\n// void f() {{\nint f()\n{{\n}}\n}}\n") == [("f", 2)]
    assert sum(1 for path in (ROOT / "ui").rglob("*.h") for _ in classes_of(path.read_text())) > 100
    print("ui_sizes: counts what it should")


def main():
    how = sys.argv[1] if len(sys.argv) > 1 else ""
    if how == "--self-test":
        self_test()
        return
    large = too_large(ROOT)
    allowed = {}
    for line in ALLOWED.read_text().splitlines():
        size, name = line.split(" ", 1)
        allowed[name] = int(size)
    if how == "--list":
        print("\n".join(f"{size} {name}" for name, size in sorted(large.items(), key=lambda each: -each[1])))
        return
    if how == "--lower":
        kept = {name: min(size, allowed[name]) for name, size in large.items() if name in allowed}
        ALLOWED.write_text("".join(f"{size} {name}\n" for name, size in sorted(kept.items())))
        return
    grown = [f"{name}: {size}, {allowed.get(name, 'none')} allowed"
             for name, size in large.items() if size > allowed.get(name, 0)]
    print(f"{len(large)} classes or functions of ui are too large, {len(allowed)} are allowed")
    if grown:
        sys.exit("too large:\n" + "\n".join(grown))


if __name__ == "__main__":
    main()
