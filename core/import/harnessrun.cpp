// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/harnessrun.h"

#include "core/import/jsonpick.h"
#include "core/import/utf8.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

namespace winnow {

namespace {

/// "pretrained=ORG/NAME,device_map=auto" and the same as an object.
QString modelInArguments(std::string_view json)
{
    constexpr const char* kNames[] = {"pretrained", "model", "model_version", "model_name", "path"};
    const JsonFields fields(json);
    for (const char* name : kNames) {
        if (const std::string text = jsonText(fields[name]); !text.empty()) {
            return toQString(text);
        }
    }
    const QStringList arguments = toQString(jsonText(json)).split(u',');
    for (const char* name : kNames) {
        for (const QString& argument : arguments) {
            if (argument.section(u'=', 0, 0).trimmed() == QLatin1String(name)) {
                return argument.section(u'=', 1).trimmed();
            }
        }
    }
    return {};
}

} // namespace

HarnessName readHarnessName(const QString& file)
{
    static const QRegularExpression lmms(QStringLiteral("^(\\d{8}_\\d{6})_samples_(.+)\\.jsonl$"));
    static const QRegularExpression lm(
        QStringLiteral("^samples_(.+)_(\\d{4}-\\d\\d-\\d\\dT\\d\\d-\\d\\d-\\d\\d[.\\d]*)\\.jsonl$"));
    const QString name = QFileInfo(file).fileName();
    if (const auto match = lmms.match(name); match.hasMatch()) {
        return {match.captured(2), match.captured(1), match.captured(1) + QStringLiteral("_results.json")};
    }
    if (const auto match = lm.match(name); match.hasMatch()) {
        return {match.captured(1), match.captured(2),
            QStringLiteral("results_") + match.captured(2) + QStringLiteral(".json")};
    }
    return {};
}

bool isHarnessTotals(const QString& file)
{
    static const QRegularExpression totals(
        QStringLiteral("^(?:\\d{8}_\\d{6}_results|results_\\d{4}-\\d\\d-\\d\\dT.*)\\.json$"));
    return totals.match(QFileInfo(file).fileName()).hasMatch();
}

QString harnessModel(const QString& file)
{
    const HarnessName name = readHarnessName(file);
    if (!name.isLog()) {
        return {};
    }
    const QDir folder = QFileInfo(file).absoluteDir();
    QFile totals(folder.filePath(name.totals));
    constexpr qint64 kMost = 64 << 20;
    if (totals.size() <= kMost && totals.open(QIODevice::ReadOnly)) {
        const QByteArray json = totals.readAll();
        const JsonFields fields(std::string_view(json.constData(), size_t(json.size())));
        QString model = toQString(jsonText(fields["model_name"]));
        if (model.isEmpty()) {
            model = modelInArguments(JsonFields(fields["config"])["model_args"]);
        }
        if (!model.isEmpty()) {
            return model;
        }
    }
    return folder.dirName();
}

} // namespace winnow
