// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/savedmapping.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>
#include <QStandardPaths>

namespace winnow {

namespace {

constexpr int kVersion = 1;
const QString kVersionKey = QStringLiteral("winnow_mapping");
const QString kEnding = QStringLiteral(".json");

using Pairs = QVector<std::pair<QString, QString>>;

QJsonArray toJson(const Pairs& pairs)
{
    // A list keeps the order in which they are tried.
    QJsonArray list;
    for (const auto& [theirs, ours] : pairs) {
        list.append(QJsonArray{theirs, ours});
    }
    return list;
}

Pairs pairsFrom(const QJsonValue& value)
{
    Pairs pairs;
    for (const QJsonValue& pair : value.toArray()) {
        pairs.append({pair.toArray().at(0).toString(), pair.toArray().at(1).toString()});
    }
    return pairs;
}

/// What was said later goes before what was said earlier of the same word.
void addMissing(Pairs& pairs, const Pairs& more)
{
    for (const auto& pair : more) {
        const auto same = [&](const auto& each) { return each.first == pair.first; };
        if (std::none_of(pairs.cbegin(), pairs.cend(), same)) {
            pairs.append(pair);
        }
    }
}

tl::unexpected<Error> noMapping(const QString& path, const QString& why)
{
    return fail(ErrorCode::InvalidInput,
        Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 is no saved mapping: %2")).arg(path, why),
        Sentence::of(QT_TRANSLATE_NOOP("Error", "Choose a file that a mapping was saved to")));
}

} // namespace

SavedMapping savedMappingOf(const QString& name, const ImportRequest& request, const FieldMapping& planned)
{
    return {name, request.mapping.value_or(planned), request.conditionMap, request.modelMap, request.setting};
}

void applyMapping(const SavedMapping& saved, ImportRequest& request)
{
    request.mapping = saved.mapping;
    if (request.role) {
        request.mapping->role = *request.role;
    }
    addMissing(request.conditionMap, saved.conditionMap);
    addMissing(request.modelMap, saved.modelMap);
    if (request.setting.isEmpty()) {
        request.setting = saved.setting;
    }
}

Result<FieldMapping> fittedMapping(const FieldMapping& mapping, const SourceProfile& profile)
{
    FieldMapping fitted = mapping;
    QStringList missing;
    bool any = false;
    const auto there = [&](const QString& column) {
        const bool found = profile.column(column) != nullptr;
        any = any || found;
        if (!found && !missing.contains(column)) {
            missing.append(column);
        }
        return found;
    };
    for (auto it = fitted.fields.begin(); it != fitted.fields.end();) {
        it->columns.removeIf([&](const QString& column) { return !there(column); });
        it = it->columns.isEmpty() ? fitted.fields.erase(it) : std::next(it);
    }
    for (ResponseColumns& group : fitted.responses) {
        for (QString* column : {&group.response, &group.prediction, &group.score}) {
            if (!column->isEmpty() && !there(*column)) {
                column->clear();
            }
        }
    }
    fitted.responses.removeIf([](const ResponseColumns& group) {
        return group.response.isEmpty() && group.prediction.isEmpty() && group.score.isEmpty();
    });
    if (!any && !missing.isEmpty()) {
        QStringList known;
        for (const ColumnProfile& column : profile.columns) {
            known.append(column.name);
        }
        return fail(ErrorCode::InvalidInput,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 has none of the columns that the mapping is of (%2)"))
                .arg(profile.path, missing.join(QStringLiteral(", "))),
            Sentence::of(QT_TRANSLATE_NOOP("Error", "Its columns are %1"))
                .arg(known.join(QStringLiteral(", "))));
    }
    if (!missing.isEmpty()) {
        fitted.notes.append(Sentence::of(
            QT_TRANSLATE_NOOP("Import", "The mapping names columns that the file does not have: %1"))
                                .arg(missing.join(QStringLiteral(", "))));
    }
    return fitted;
}

QString mappingFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation)
        + QStringLiteral("/winnow/mappings");
}

QStringList savedMappingNames()
{
    QStringList names;
    const QDir folder(mappingFolder());
    for (const QFileInfo& file :
        folder.entryInfoList({u'*' + kEnding}, QDir::Files | QDir::Readable, QDir::Name)) {
        names.append(file.completeBaseName());
    }
    return names;
}

QString mappingPath(const QString& nameOrPath)
{
    const bool isPath = nameOrPath.contains(u'/') || nameOrPath.endsWith(kEnding);
    return isPath ? nameOrPath : mappingFolder() + u'/' + nameOrPath + kEnding;
}

Result<SavedMapping> readMapping(const QString& nameOrPath)
{
    const QString path = mappingPath(nameOrPath);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::Io,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 cannot be read: %2")).arg(path, file.errorString()),
            Sentence::of(QT_TRANSLATE_NOOP("Error", "The saved mappings are %1"))
                .arg(savedMappingNames().isEmpty() ? QStringLiteral("-")
                                                   : savedMappingNames().join(QStringLiteral(", "))));
    }
    constexpr qint64 kMostBytes = 4 << 20;
    QJsonParseError wrong;
    const QJsonObject json
        = QJsonDocument::fromJson(file.read(std::min(kMostBytes, file.size())), &wrong).object();
    if (wrong.error != QJsonParseError::NoError) {
        return noMapping(path, wrong.errorString());
    }
    const int version = json.value(kVersionKey).toInt();
    if (version > kVersion) {
        return fail(ErrorCode::NewerVersion,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 is a mapping of version %2, this is for version %3"))
                .arg(path)
                .arg(version)
                .arg(kVersion),
            Sentence::of(QT_TRANSLATE_NOOP("Error", "Use a newer Winnow")));
    }
    if (version < 1) {
        return noMapping(path, kVersionKey);
    }
    for (const QString& field : json.value(QLatin1String("fields")).toObject().keys()) {
        if (!importFieldById(field)) {
            return noMapping(path, field);
        }
    }
    SavedMapping saved;
    saved.name = json.value(QLatin1String("name")).toString(QFileInfo(path).completeBaseName());
    saved.mapping = FieldMapping::fromJson(json);
    for (FieldSource& source : saved.mapping.fields) {
        source.reason = Sentence::of(QT_TRANSLATE_NOOP("Import", "from the mapping \"%1\"")).arg(saved.name);
    }
    saved.conditionMap = pairsFrom(json.value(QLatin1String("conditions")));
    saved.modelMap = pairsFrom(json.value(QLatin1String("models")));
    saved.setting = json.value(QLatin1String("setting")).toString();
    for (const auto& [theirs, ours] : std::as_const(saved.conditionMap)) {
        if (!conditionFromId(ours)) {
            return noMapping(path, theirs + u'=' + ours);
        }
    }
    return saved;
}

Result<> writeMapping(const QString& nameOrPath, const SavedMapping& saved)
{
    const QString path = mappingPath(nameOrPath);
    QDir().mkpath(QFileInfo(path).absolutePath());
    QJsonObject json = saved.mapping.toJson();
    json.insert(kVersionKey, kVersion);
    json.insert(QStringLiteral("name"), saved.name);
    json.insert(QStringLiteral("conditions"), toJson(saved.conditionMap));
    json.insert(QStringLiteral("models"), toJson(saved.modelMap));
    json.insert(QStringLiteral("setting"), saved.setting);
    QSaveFile file(path);
    const QByteArray text = QJsonDocument(json).toJson();
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit()) {
        return fail(ErrorCode::Io,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 cannot be written: %2"))
                .arg(path, file.errorString()),
            Sentence::of(QT_TRANSLATE_NOOP("Error", "Choose another folder or make room on the disk")));
    }
    return {};
}

} // namespace winnow
