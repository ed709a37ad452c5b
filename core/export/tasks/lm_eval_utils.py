"""What the task beside this file needs: its samples, prompts, images, and the reading of replies."""
import json
import re
from pathlib import Path

HERE = Path(__file__).resolve().parent
MARK = re.compile(r"<image ?(\d*)>")


def images_of(row):
    named = row.get("image", [])
    return [named] if isinstance(named, str) else named


def prompt_of(row, options, prefix, suffix_choices, suffix_open):
    hint = f"Hint: {row['hint']}\n" if row.get("hint") else ""
    listed = "".join(f"\n{chr(ord('A') + i)}. {text}" for i, text in enumerate(options))
    return prefix + hint + row["question"] + listed + (suffix_choices if options else suffix_open)


def load_dataset(prefix="", suffix_choices="", suffix_open="", scorer="", **_):
    """Every member is text or a list of texts in all rows: a table of the datasets library has one type a column."""
    import datasets

    rows = []
    with open(next(HERE.glob("*.jsonl")), encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            options = row.get("options", [])
            rows.append({"index": row["index"], "options": options, "answer": row["answer"],
                         "prompt": prompt_of(row, options, prefix, suffix_choices, suffix_open),
                         "accepted": row.get("accepted_answers") or [row["answer"]],
                         "scorer": row.get("scorer") or scorer, "group": row.get("g_index", row["index"]),
                         "images": images_of(row)})
    return {"test": datasets.Dataset.from_list(rows)}


def placed(doc):
    """The prompt with a mark for each image, and the images in that order; those without a mark come first."""
    shown = []

    def mark(found):
        at = int(found.group(1)) - 1 if found.group(1) else len(shown)
        if not 0 <= at < len(doc["images"]):
            return "image"
        shown.append(doc["images"][at])
        return "<image>"

    text = MARK.sub(mark, doc["prompt"])
    before = [name for name in doc["images"] if name not in shown]
    return "<image>" * len(before) + text, before + shown


def doc_to_text(doc):
    return placed(doc)[0]


def doc_to_image(doc):
    from PIL import Image

    return [Image.open(HERE / name).convert("RGB") for name in placed(doc)[1]]


def doc_to_target(doc):
    return doc["answer"]


def plain(text):
    text = re.sub(r"[^\w\s.%+-]", " ", str(text).lower())
    return " ".join(word.strip(".") for word in text.split() if word not in ("a", "an", "the"))


def number_in(text):
    found = re.findall(r"[+-]?\d+(?:\.\d+)?", text.replace(",", ""))
    return float(found[-1]) if found else None


def letters_in(reply, count):
    """The letters that a reply names last: "(B)", "Answer: A, C"."""
    allowed = "".join(chr(ord("A") + i) for i in range(min(count, 26)))
    said = re.findall(rf"(?i:answer|option)\s*(?:is|:)?\s*\**\(?([{allowed}](?:\s*(?:,|and|&)\s*[{allowed}])*)\b", reply)
    if not said:
        said = re.findall(rf"(?:^|[\s(*])([{allowed}](?:\s*,\s*[{allowed}])*)(?=[).:*\s]|$)", reply)
    return set(re.findall(f"[{allowed}]", said[-1])) if said else set()


def is_right(doc, reply):
    if doc["options"]:
        gold = set(re.findall("[A-Z]", doc["answer"]))
        return bool(gold) and letters_in(reply, len(doc["options"])) == gold
    rule = doc["scorer"].split("(")[0]
    golds = [text for text in doc["accepted"] if text]
    if rule in ("contains", "vqa"):
        return any(plain(gold) in plain(reply) for gold in golds)
    if rule in ("numeric", "relaxed"):
        said = number_in(reply)
        for gold in golds:
            wanted = number_in(gold)
            if said is not None and wanted is not None:
                slack = 0.05 * abs(wanted) if rule == "relaxed" else 1e-9
                if abs(said - wanted) <= slack:
                    return True
    return any(plain(gold) == plain(reply) for gold in golds)


def process_results(doc, results):
    right = float(is_right(doc, results[0]))
    return {"acc": right, "acc_all_rotations": (doc["group"], right)}


def all_rotations(scored):
    groups = {}
    for group, right in scored:
        groups[group] = min(right, groups.get(group, 1.0))
    return sum(groups.values()) / max(1, len(groups))
