// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/jsonunnest.h"

#include "core/import/jsonrow.h"
#include "core/import/jsontable.h"
#include "core/import/sampledraft.h"

#include <algorithm>

namespace winnow {

namespace {

constexpr std::string_view kAsking[]
    = {"question", "query", "question_text", "prompt", "problem", "instruction", "utterance"};
/// Lists of questions that are no samples of their own.
constexpr std::string_view kExamples[]
    = {"examples", "few_shot", "fewshot", "shots", "demonstrations", "exemplars", "context", "icl_examples"};
/// What goes with each question where lists stand beside each other.
constexpr std::string_view kBeside[]
    = {"answer", "answers", "gold", "gt", "ground_truth", "label", "labels", "target", "id", "ids",
        "question_id", "question_ids", "prediction", "predictions", "response", "responses"};

template <size_t N> bool isOneOf(std::string_view name, const std::string_view (&names)[N])
{
    return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

/// Whether an object asks something: it has such a member.
bool asks(std::string_view object)
{
    for (const JsonMember& member : jsonMembers(object)) {
        if (isOneOf(member.name.substr(1, member.name.size() - 2), kAsking) && member.value.front() == '"') {
            return true;
        }
    }
    return false;
}

} // namespace

std::vector<std::string> unnestQuestions(const RawRecord& record, const ColumnNames& columns)
{
    int nested = -1;
    size_t count = 0;
    bool beside = false;
    bool asked = false;
    for (size_t i = 0; i < record.cells.size(); ++i) {
        const Cell& cell = record.cells[i];
        if (!cell.present() || !isOneOf(columns.name(int(i)), kAsking)) {
            continue;
        }
        const auto items = record.itemsOf(cell);
        const bool texts = cell.kind == CellKind::List && cell.itemCount > 1
            && std::all_of(
                items.begin(), items.end(), [](const Cell& c) { return c.kind == CellKind::Text; });
        asked = true;
        if (texts && columns.name(int(i)) != "prompt") {
            nested = int(i);
            count = cell.itemCount;
        }
    }
    const auto goesBeside = [&](size_t column) {
        const Cell& cell = record.cells[column];
        return cell.kind == CellKind::List && cell.itemCount == count
            && isOneOf(columns.name(int(column)), kBeside);
    };
    for (size_t i = 0; nested >= 0 && i < record.cells.size(); ++i) {
        beside = beside || goesBeside(i);
    }
    if (nested >= 0 && !beside) {
        return {};
    }
    for (size_t i = 0; !asked && nested < 0 && i < record.cells.size(); ++i) {
        const Cell& cell = record.cells[i];
        if (cell.kind != CellKind::List || cell.itemCount == 0 || isOneOf(columns.name(int(i)), kExamples)) {
            continue;
        }
        const auto items = record.itemsOf(cell);
        if (items.front().kind == CellKind::Object
            && std::all_of(items.begin(), items.end(),
                [](const Cell& item) { return item.kind == CellKind::Object && asks(item.text); })) {
            nested = int(i);
            count = cell.itemCount;
        }
    }
    if (nested < 0) {
        return {};
    }
    std::vector<std::string> records;
    for (size_t n = 0; n < count; ++n) {
        std::vector<JsonMember> inner;
        if (!beside) {
            inner = jsonMembers(record.itemsOf(record.cells[size_t(nested)])[n].text);
        }
        const auto isInner = [&](std::string_view name) {
            return std::any_of(inner.begin(), inner.end(),
                [&](const JsonMember& m) { return m.name.substr(1, m.name.size() - 2) == name; });
        };
        JsonRow row;
        for (size_t i = 0; i < record.cells.size(); ++i) {
            const Cell& cell = record.cells[i];
            if (!isOwnColumn(record, columns, i) || (!beside && int(i) == nested)) {
                continue;
            }
            // The question's own id, image … stand before those of the record, which stay under another name.
            const std::string& name = columns.name(int(i));
            const bool listed = beside && (int(i) == nested || goesBeside(i));
            row.add(isInner(name) ? "record_" + name : name, listed ? record.itemsOf(cell)[n] : cell);
        }
        for (const JsonMember& member : inner) {
            row.addMember(member.name, member.value);
        }
        records.push_back(row.take());
    }
    return records;
}

} // namespace winnow
