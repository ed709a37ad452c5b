// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Samples for inspect_ai, before anything was asked.

#include "core/import/families.h"
#include "core/import/jsonpick.h"
#include "core/import/utf8.h"

#include <algorithm>
#include <array>

namespace winnow {

namespace {

/// What logs have, and samples have not.
bool isLog(const JsonHead& head)
{
    constexpr std::array kOfLogs{"messages", "scores", "output", "eval", "resps", "filtered_resps", "doc_id"};
    return std::any_of(kOfLogs.begin(), kOfLogs.end(), [&](const char* name) { return head.has({name}); });
}

/// Text and images of the last message of a person.
void readMessages(std::string_view json, std::string& text, std::vector<std::string>& images)
{
    for (const std::string_view message : jsonElements(json)) {
        const JsonFields fields(message);
        if (jsonText(fields["role"]) != "user") {
            continue;
        }
        text.clear();
        images.clear();
        const std::string_view content = fields["content"];
        if (isJsonText(content)) {
            text = jsonText(content);
            continue;
        }
        for (const std::string_view part : jsonElements(content)) {
            const JsonFields said(part);
            if (isJsonText(said["image"])) {
                images.emplace_back(said["image"]);
            } else if (isJsonText(said["text"])) {
                text += (text.empty() ? "" : "\n") + jsonText(said["text"]);
            }
        }
    }
}

/// A letter for each right option, or every accepted answer.
void addTarget(JsonRow& row, const RecordView& view)
{
    const Cell& target = view.cell("target");
    const auto items = view.items("target");
    if (target.kind != CellKind::List) {
        row.add("answer", target);
    } else if (view.items("choices").empty()) {
        row.add("answer", items.empty() ? Cell() : items.front());
        row.add("accepted_answers", target);
    } else {
        std::string letters;
        for (const Cell& letter : items) {
            letters.append(letters.empty() ? "" : ", ").append(letter.text);
        }
        row.addText("answer", letters);
    }
}

/// What metadata says under a name of its own; the rest stays as columns.
void addMetadata(JsonRow& row, std::string_view json, std::string& question)
{
    for (const JsonMember& member : jsonMembers(json)) {
        const std::string_view name = plainName(member);
        if (name == "question") {
            question = jsonText(member.value);
        } else if (name == "group") {
            row.addJson("g_index", member.value);
        } else if (name != "several" && name != "scorer" && !(name == "hint" && member.value == "\"\"")) {
            row.addMember(member.name, member.value);
        }
    }
}

} // namespace

/// Sample of UKGovernmentBEIS/inspect_ai 499e615, src/inspect_ai/dataset/_dataset.py.
Family inspectSamples()
{
    Family family;
    family.layout = {QStringLiteral("inspect_samples"), QStringLiteral("Samples for inspect_ai"),
        QStringLiteral("Lines of input (text or messages with images), target, choices, id, metadata")};
    family.knows = [](const JsonHead& head) {
        return head.has({"input", "target", "id", "metadata"}) && !isLog(head);
    };
    family.open = [layout = family.layout](const QString& path, const ReadLimits& limits) {
        const auto record = [](const RecordView& view, std::vector<std::string>& rows) {
            JsonRow row;
            view.copyTo(row, {"id", "input", "target", "choices", "metadata"});
            row.add("index", view.cell("id"));
            std::string question;
            std::vector<std::string> images;
            if (view.cell("input").kind == CellKind::List) {
                readMessages(view.cell("input").text, question, images);
            } else {
                question = view.text("input");
            }
            if (view.cell("metadata").kind == CellKind::Object) {
                addMetadata(row, view.cell("metadata").text, question);
            }
            row.addText("question", question);
            if (view.cell("choices").present()) {
                row.add("options", view.cell("choices"));
            }
            addTarget(row, view);
            if (!images.empty()) {
                row.addJson("image", images.size() == 1 ? images.front() : jsonListOf(images));
            }
            rows.push_back(row.take());
        };
        return openReshaped(path, limits, layout, record,
            {Sentence::of(QT_TRANSLATE_NOOP("Import",
                "Read as samples for inspect_ai: the question is what the message says, or what its metadata "
                "call so"))});
    };
    return family;
}

} // namespace winnow
