"""Tasks for inspect_ai over the samples beside this file, one a dataset.

    inspect eval task.py --model MODEL            all of them
    inspect eval task.py@NAME --model MODEL       one

Questions with options are asked by multiple_choice(); open ones as they are, scored by what suits the rule of
the sample ("scorer" in its metadata). Rotations of a question are samples of their own with the same "group":
all_rotations is the share of groups in which every rotation is right.
"""
from pathlib import Path

from inspect_ai import Task, task
from inspect_ai.dataset import Sample, json_dataset
from inspect_ai.model import ChatMessageUser, ContentImage, ContentText
from inspect_ai.scorer import (accuracy, choice, f1, includes, match, metric, model_graded_qa, scorer, stderr,
                               value_to_float)
from inspect_ai.solver import multiple_choice, solver

HERE = Path(__file__).resolve().parent


def read_sample(record):
    asked = record["input"]
    if not isinstance(asked, str):
        asked = [ChatMessageUser(content=[
            ContentImage(image=part["image"]) if part["type"] == "image" else ContentText(text=part["text"])
            for part in asked[0]["content"]])]
    return Sample(input=asked, choices=record.get("choices"), target=record["target"], id=record["id"],
                  metadata=record["metadata"])


@solver
def ask():
    one = multiple_choice()
    several = multiple_choice(multiple_correct=True)

    async def solve(state, generate):
        if not state.choices:
            return await generate(state)
        return await (several if state.metadata["several"] else one)(state, generate)

    return solve


@metric
def all_rotations():
    number = value_to_float()

    def share(scores):
        groups = {}
        for score in scores:
            group = (score.sample_metadata or {}).get("group") or score.sample_id
            groups.setdefault(group, []).append(number(score.score.value))
        return sum(min(group) for group in groups.values()) / max(1, len(groups))

    return share


@scorer(metrics=[accuracy(), stderr(), all_rotations()])
def by_rule():
    letter = choice()
    plain = match()
    rules = {"numeric": match(numeric=True), "relaxed": match(numeric=True), "contains": includes(), "f1": f1(),
             "vqa": includes()}
    graded = model_graded_qa()
    judged = {"anls", "edit", "iou", "list", "points", "set"}

    async def score(state, target):
        if state.choices:
            return await letter(state, target)
        rule = state.metadata["scorer"].split("(")[0]
        return await (graded if rule in judged else rules.get(rule, plain))(state, target)

    return score


def samples_of(file):
    return Task(dataset=json_dataset(str(HERE / file), read_sample), solver=ask(), scorer=by_rule())


@task
def small():
    return samples_of("small.jsonl")
