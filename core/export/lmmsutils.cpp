// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/lmmsutils.h"

namespace winnow {

QByteArray lmmsUtils()
{
    // clang-format off
    return R"py(# Written by Winnow with the data beside it.
"""What lmms-eval calls for a row of this folder: its pictures, its prompt, and the score of a reply.

The column "scorer" of a row says how: "letter" and "letters" read options, "number", "yesno", "relaxed" (5 %)
and "anls" what they are called; anything else compares texts.
"""

import re
import unicodedata

ARTICLES = {"a", "an", "the"}
YES = {"yes", "y", "true"}
NO = {"no", "n", "false"}


def letters_of(count):
    return [chr(65 + i) if i < 26 else chr(64 + i // 26) + chr(65 + i % 26) for i in range(count)]


def doc_to_visual(doc):
    pictures = doc.get("images")
    if pictures is None:
        pictures = [doc.get("image")]
    return [picture.convert("RGB") for picture in pictures if picture is not None]


def doc_to_text(doc, lmms_eval_specific_kwargs=None):
    told = lmms_eval_specific_kwargs or {}
    options = doc.get("options") or []
    hint = doc.get("hint") or ""
    text = told.get("pre_prompt", "") + ("Hint: " + hint + "\n" if hint else "") + doc["question"]
    for letter, option in zip(letters_of(len(options)), options):
        text += "\n" + letter + ". " + option
    after = told.get("post_prompt", "")
    return text + (after if options else told.get("post_prompt_open", after))


def doc_to_target(doc):
    return doc["answer"]


def plain(text):
    text = unicodedata.normalize("NFKC", str(text)).casefold()
    words = re.sub(r"[^\w\s.%+-]", " ", text).split()
    words = [word.strip(".") for word in words if word not in ARTICLES]
    return " ".join(word for word in words if word)


def last_box(reply):
    """What stands in the last \\boxed{} that is closed."""
    for begin in reversed([found.end() for found in re.finditer(r"\\boxed\{", reply)]):
        depth = 1
        for at in range(begin, len(reply)):
            depth += {"{": 1, "}": -1}.get(reply[at], 0)
            if depth == 0:
                return reply[begin:at].strip()
    return None


def final(reply):
    """What a reply ends in: the last box, what follows the last "answer:", or all of it."""
    boxed = last_box(reply)
    if boxed is not None:
        return boxed
    told = re.findall(r"(?i)\banswer\s*(?:is\s*:?|:)\s*([^\n]+)", reply)
    if told:
        return told[-1].strip().strip("*").strip()
    return reply.strip()


def read_letters(reply, options, several=False):
    """Letters that are said to be the answer; without one, the option whose text alone is in the reply."""
    letters = letters_of(len(options)) if options else letters_of(26)
    said = final(reply)
    first = re.match(r"[\s(*\[]*([A-Z]{1,2})(?:[)\].:,*](?:\s|$)|\W*$)", said)
    if first and not several and first.group(1) in letters:
        return [first.group(1)]
    listed = re.fullmatch(r"\W*([A-Z]{1,2}(?:\W+(?:and\W+)?[A-Z]{1,2})*)\W*", said)
    if listed:
        named = re.findall(r"[A-Z]+", listed.group(1))
        if all(letter in letters for letter in named):
            return sorted(set(named))
    told = re.findall(r"(?i:\b(?:answer|option|choice)\s*(?:is\s*)?:?)[\s(*\[]*([A-Z]{1,2})\b", reply)
    told = [letter for letter in told if letter in letters]
    if told:
        return [told[-1]]
    shown = [i for i, option in enumerate(options) if plain(option) and plain(option) == plain(said)]
    if not shown:
        shown = [i for i, option in enumerate(options)
                 if plain(option) and re.search(r"(?<!\w)" + re.escape(plain(option)) + r"(?!\w)", plain(said))]
    return [letters[shown[0]]] if len(shown) == 1 else []


def number(text):
    text = unicodedata.normalize("NFKC", str(text)).strip().rstrip(".")
    found = re.findall(r"[-+]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:[eE][-+]?\d+)?", text)
    return float(found[0].replace(",", "")) if len(found) == 1 else None


def same_number(said, gold, tolerance):
    said, gold = number(said), number(gold)
    if said is None or gold is None:
        return None
    return abs(said - gold) <= max(tolerance * abs(gold), 1e-9)


def yes_or_no(text):
    words = re.findall(r"\w+", plain(text))
    found = {word in YES for word in words if word in YES or word in NO}
    return found.pop() if len(found) == 1 else None


def closeness(said, gold):
    """1 less the edit distance by the longer text; 0 below one half."""
    said, gold = plain(said), plain(gold)
    if not said or not gold:
        return 1.0 if said == gold else 0.0
    row = list(range(len(gold) + 1))
    for i, c in enumerate(said, 1):
        before, row[0] = row[0], i
        for j, d in enumerate(gold, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (c != d))
    share = 1 - row[-1] / max(len(said), len(gold))
    return share if share >= 0.5 else 0.0


def score(doc, reply):
    options = doc.get("options") or []
    gold = doc["answer"]
    scorer = doc.get("scorer") or ("letter" if options else "text")
    if scorer in ("letter", "letters", "mcq"):
        wanted = sorted(re.findall(r"[A-Z]+", gold))
        return float(bool(wanted) and read_letters(reply, options, len(wanted) > 1) == wanted)
    golds = [text for text in (doc.get("accepted_answers") or [gold]) if text]
    said = final(reply)
    best = 0.0
    for text in golds:
        if scorer == "anls":
            best = max(best, closeness(said, text))
            continue
        same = None
        if scorer in ("number", "numeric", "relaxed"):
            same = same_number(said, text, 0.05 if scorer == "relaxed" else 0.0)
        elif scorer == "yesno":
            wanted = yes_or_no(text)
            same = None if wanted is None else yes_or_no(said) == wanted
        best = max(best, float(plain(said) in (plain(text), plain(final(text))) if same is None else same))
    return best


def process_results(doc, results):
    reply = results[0] if results else ""
    return {"accuracy": {"group": doc.get("g_index") or doc["index"], "weight": doc.get("weight", 1.0),
                         "score": score(doc, reply if isinstance(reply, str) else str(reply))}}


def accuracy(results):
    """The weighted mean over questions; one that was asked in several rotations is as right as in its worst."""
    groups = {}
    for result in results:
        weight, worst = groups.get(result["group"], (result["weight"], 1.0))
        groups[result["group"]] = (weight, min(worst, result["score"]))
    total = sum(weight for weight, _ in groups.values())
    return sum(weight * worst for weight, worst in groups.values()) / total if total else 0.0
)py";
    // clang-format on
}

} // namespace winnow
