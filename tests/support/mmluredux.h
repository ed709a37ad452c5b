// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/core/auditfixture.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

namespace winnow::test {

/// MMLU-Redux as it lies in the shared data: 14 models, and the expert verdict on each sample in `verdicts`.
/// Null when the files are not there.
inline std::shared_ptr<const AuditData> mmluRedux(const QString& folder, QStringList& verdicts)
{
    AuditDataBuilder builder;
    QHash<QString, std::size_t> at;
    QFile items(folder + QStringLiteral("/mmlu_redux/items.jsonl"));
    if (!items.open(QIODevice::ReadOnly)) {
        return nullptr;
    }
    while (!items.atEnd()) {
        const QJsonObject row = QJsonDocument::fromJson(items.readLine()).object();
        if (row.isEmpty()) {
            continue;
        }
        Sample sample;
        sample.sourceIndex = row.value(QLatin1String("id")).toString();
        sample.category = row.value(QLatin1String("subject")).toString();
        sample.question = row.value(QLatin1String("question")).toString();
        for (const QJsonValue& option : row.value(QLatin1String("options")).toArray()) {
            sample.options.append(option.toString());
        }
        sample.gold = row.value(QLatin1String("original_label")).toString();
        at.insert(sample.sourceIndex, builder.addSample(sample));
        verdicts.append(row.value(QLatin1String("error_type")).toString());
    }
    QFile responses(folder + QStringLiteral("/mmlu_redux/responses.csv"));
    if (!responses.open(QIODevice::ReadOnly)) {
        return nullptr;
    }
    responses.readLine();
    QHash<QString, std::vector<std::pair<std::size_t, int>>> byModel;
    while (!responses.atEnd()) {
        const QStringList cells = QString::fromUtf8(responses.readLine()).trimmed().split(u',');
        if (cells.size() == 6 && at.contains(cells[0])) {
            byModel[cells[1]].emplace_back(at.value(cells[0]), optionPosition(cells[4]));
        }
    }
    QStringList names = byModel.keys();
    names.sort();
    for (const QString& name : names) {
        ResponseColumn& column = builder.addColumn(name, Condition::Standard);
        for (const auto& [sample, option] : byModel.value(name)) {
            answer(builder.data(), column, sample, option);
            if (option < 0) {
                column.codes[sample] = kNoAnswer;
            }
        }
    }
    return builder.finish();
}

} // namespace winnow::test
