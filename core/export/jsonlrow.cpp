// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/jsonlrow.h"

#include <QSet>

namespace winnow {

void addJsonlMembers(JsonObject& object, const ExportRecord& record, const ExportLayout& layout)
{
    const auto& [sample, row, images, extra, weight, since] = record;
    object.add("index", row.index);
    if (layout.groups) {
        object.add("g_index", row.group.isEmpty() ? row.index : row.group);
        object.add("rotation", row.shift);
    }
    object.add("dataset", sample.dataset);
    object.add("split", sample.split);
    object.add("capability", sample.capability);
    object.add("category", sample.category);
    object.add("question", row.question);
    if (layout.hints) {
        object.add("hint", sample.hint);
    }
    if (layout.optionColumns > 0) {
        object.add("options", row.options);
    }
    object.add("answer", row.gold);
    if (layout.accepted) {
        object.add("accepted_answers", row.accepted);
    }
    if (images.texts.size() == 1) {
        object.add("image", images.texts.first());
    } else if (!images.texts.isEmpty()) {
        object.add("image", images.texts);
    }
    if (layout.steps && !sample.parent.isEmpty()) {
        object.add("parent", sample.parent);
        object.add("step", sample.step);
    }
    if (layout.weights) {
        object.add("weight", weight);
    }
    if (layout.changes && !since.isEmpty()) {
        object.add("changed_since", since);
    }
    for (auto it = extra.constBegin(); it != extra.constEnd(); ++it) {
        object.addExtra(it.key(), it.value());
    }
}

bool isJsonlMember(const QString& name, const ExportLayout& layout)
{
    static const QSet<QString> own{QStringLiteral("index"), QStringLiteral("g_index"),
        QStringLiteral("rotation"), QStringLiteral("dataset"), QStringLiteral("split"),
        QStringLiteral("capability"), QStringLiteral("category"), QStringLiteral("question"),
        QStringLiteral("hint"), QStringLiteral("options"), QStringLiteral("answer"),
        QStringLiteral("accepted_answers"), QStringLiteral("image")};
    return own.contains(name) || (layout.weights && name == u"weight")
        || (layout.changes && name == u"changed_since")
        || (layout.steps && (name == u"parent" || name == u"step"));
}

} // namespace winnow
