// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/familyfolder.h"

#include "core/import/families.h"
#include "core/import/filesetsource.h"
#include "core/import/jsonplace.h"

#include <QFileInfo>
#include <QMap>
#include <QRegularExpression>

namespace winnow {

namespace {

/// What a file of such a folder is: the id of a family, or what LLaVA has (haotian-liu/LLaVA c121f04,
/// playground/data/eval/*/llava_*.jsonl and answers/*.jsonl); empty = nothing that is known.
QString kindOf(const JsonFile& file)
{
    const JsonHead head(file.head);
    if (head.has({"question_id", "text", "answer_id", "model_id"})) {
        return QStringLiteral("llava_answers");
    }
    if (const Family* family = familyOf(file.head)) {
        return family->layout.id;
    }
    return head.has({"question_id", "text"}) && (head.has({"image"}) || head.has({"category"}))
        ? QStringLiteral("llava_questions")
        : QString();
}

bool isReplies(const QString& kind)
{
    for (const Family& family : families()) {
        if (family.layout.id == kind) {
            return family.role == FamilyRole::Replies;
        }
    }
    return kind == QLatin1String("llava_answers");
}

/// Read by the files that they stand beside.
bool isAside(const JsonFile& file)
{
    static const QRegularExpression names(
        QStringLiteral("^(?:pid_splits|captions|image_metadata_\\w+|chart_types_\\w+|status)\\.json$"));
    return names.match(QFileInfo(file.path).fileName()).hasMatch();
}

RecordSet setOf(const QString& name, const QStringList& files)
{
    if (files.size() == 1) {
        return {name, files, {}};
    }
    RecordSet set{name, files, {}};
    set.open = [](const RecordFiles& opened, const ReadLimits& limits) {
        RecordFiles all = opened;
        all.open = {};
        return openFileSet(std::move(all), limits);
    };
    return set;
}

} // namespace

QVector<RecordSet> FamilyFolderFormat::find(const SetPlace& place) const
{
    if (!place.file.isEmpty()) {
        const QFileInfo info(place.file);
        const QString problems = info.path() + QStringLiteral("/problems.json");
        if (info.fileName() != QLatin1String("pid_splits.json") || !QFileInfo::exists(problems)) {
            return {};
        }
        RecordSet set{info.completeBaseName(), {problems, place.file}, {}};
        set.open = [problems](const RecordFiles&, const ReadLimits& limits) {
            return openRecordFile(problems, limits);
        };
        return {set};
    }
    QMap<QString, QStringList> kinds;
    QVector<RecordSet> samples;
    QVector<RecordSet> replies;
    for (const JsonFile& file : jsonFilesIn(place)) {
        if (isAside(file)) {
            continue;
        }
        const QString kind = kindOf(file);
        if (kind.isEmpty()) {
            return {};
        }
        kinds[kind].append(file.path);
        // Two files of CharXiv or LLaVA are two sets of questions; three of POPE are one.
        if (!isReplies(kind) && kind != QLatin1String("pope")) {
            samples.append({file.name, {file.path}, {}});
        }
    }
    for (auto it = kinds.cbegin(); it != kinds.cend(); ++it) {
        if (isReplies(it.key())) {
            replies.append(setOf(it.key(), it.value()));
        } else if (it.key() == QLatin1String("pope")) {
            samples.append(setOf(it.key(), it.value()));
        }
    }
    // Replies alone, or one file of questions, are shards of one set like others.
    if (samples.size() + (replies.isEmpty() ? 0 : 1) < 2 && !(samples.size() == 1 && kinds.size() == 1)) {
        return {};
    }
    return samples + replies;
}

} // namespace winnow
