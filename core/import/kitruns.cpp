// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/kitruns.h"

#include "core/base/regularfile.h"
#include "core/import/kitnames.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace winnow {

namespace {

const QStringList& kitEndings()
{
    static const QStringList endings{QStringLiteral("xlsx"), QStringLiteral("tsv"), QStringLiteral("json"),
        QStringLiteral("jsonl"), QStringLiteral("csv"), QStringLiteral("pkl")};
    return endings;
}

const QString kStatusName = QStringLiteral("status.json");

/// The status.json of a folder; empty when there is none.
QJsonObject statusIn(const QString& folder)
{
    constexpr qint64 kLargest = 16 << 20;
    QFile file;
    const QString path = folder + u'/' + kStatusName;
    if (QFileInfo(path).isSymLink() || !openRegularFile(file, path) || file.size() > kLargest) {
        return {};
    }
    const QJsonObject status = QJsonDocument::fromJson(file.readAll()).object();
    return status.value(QLatin1String("datasets")).isObject() ? status : QJsonObject();
}

qint64 timeOf(const QString& iso)
{
    const QDateTime time = QDateTime::fromString(iso, Qt::ISODateWithMs);
    return time.isValid() ? time.toMSecsSinceEpoch() : 0;
}

/// When an evaluation began, by its id, in the time zone it was named in.
qint64 timeOfEvalId(const QString& id)
{
    const QDateTime time = id.contains(u'-')
        ? QDateTime::fromString(id.mid(1, 15), QStringLiteral("yyyyMMdd-HHmmss"))
        : QDateTime::fromString(id.mid(1, 8), QStringLiteral("yyyyMMdd"));
    return time.isValid() ? time.toMSecsSinceEpoch() : 0;
}

QStringList filesOf(const QString& folder)
{
    static const QStringList patterns = [] {
        QStringList all;
        for (const QString& ending : kitEndings()) {
            all.append(QStringLiteral("*.") + ending);
        }
        return all;
    }();
    QStringList files = QDir(folder).entryList(patterns, QDir::Files | QDir::NoSymLinks, QDir::Name);
    files.removeIf([](const QString& file) { return file.startsWith(QLatin1String("~$")); });
    return files;
}

QStringList foldersOf(const QString& folder)
{
    return QDir(folder).entryList(QDir::Dirs | QDir::NoSymLinks | QDir::NoDotAndDotDot, QDir::Name);
}

/// Whether a table holds what the toolkit predicts: anything may be called MODEL_DATASET.
bool holdsPredictions(const QString& path)
{
    auto source = openRecordFile(path, {});
    RawRecord record;
    RecordProblem problem;
    if (!source || !(*source)->next(record, problem)) {
        return false;
    }
    const ColumnNames& columns = (*source)->columns();
    return columns.find("index") >= 0 && columns.find("prediction") >= 0;
}

/// The runs whose files stand in one folder.
class RunFolder {
public:
    RunFolder(const QString& folder, const QString& model, const QString& evalId)
        : m_folder(folder)
        , m_model(model)
        , m_evalId(evalId)
        , m_status(statusIn(folder))
        , m_datasets(m_status.value(QLatin1String("datasets")).toObject())
    {
        if (const QString told = m_status.value(QLatin1String("model_name")).toString(); !told.isEmpty()) {
            m_model = told;
        }
    }

    QVector<KitRun> runs()
    {
        const QStringList files = filesOf(m_folder);
        if (m_model.isEmpty()) {
            m_model = modelBy(files);
        }
        QStringList datasets = m_datasets.keys();
        for (const QString& file : files) {
            const KitFileName name = nameOf(file, datasets);
            if (name.kind == KitFileName::Kind::Replies && !datasets.contains(name.dataset)) {
                datasets.append(name.dataset);
            }
        }
        struct Judged {
            int rank;
            QString path;
        };
        QHash<QString, QVector<Judged>> verdicts;
        for (const QString& file : files) {
            const KitFileName name = nameOf(file, datasets);
            if (name.dataset.isEmpty()) {
                continue;
            }
            KitRun& run = runOf(name.dataset);
            const QString path = m_folder + u'/' + file;
            switch (name.kind) {
            case KitFileName::Kind::Replies:
                // Of one table in two formats the first that can be read by name stands.
                run.replies = run.replies.isEmpty() ? path : run.replies;
                break;
            case KitFileName::Kind::Verdicts: {
                const bool other = !judgeOf(name.dataset).isEmpty() && !name.judge.isEmpty()
                    && name.judge != judgeOf(name.dataset);
                verdicts[name.dataset].append({2 * name.rank + other, path});
                break;
            }
            case KitFileName::Kind::Figures:
                run.figures.append(path);
                break;
            case KitFileName::Kind::Pickle:
                run.pickles.append(path);
                break;
            }
        }
        for (KitRun& run : m_runs) {
            QVector<Judged> judged = verdicts.value(run.dataset);
            std::stable_sort(judged.begin(), judged.end(),
                [](const Judged& a, const Judged& b) { return a.rank < b.rank; });
            for (const Judged& each : judged) {
                run.verdicts.append(each.path);
            }
        }
        // What was begun and has left no file is told, too.
        for (const QString& dataset : m_datasets.keys()) {
            runOf(dataset);
        }
        if (m_evalId.isEmpty() && m_status.isEmpty()) {
            m_runs.removeIf([](const KitRun& run) {
                return !holdsPredictions(run.replies.isEmpty() ? run.verdicts.value(0) : run.replies);
            });
        }
        return std::move(m_runs);
    }

private:
    KitFileName nameOf(const QString& file, const QStringList& datasets) const
    {
        const QFileInfo info(file);
        const QString stem = info.completeBaseName();
        if (m_model.isEmpty() || !stem.startsWith(m_model + u'_') || stem.size() < m_model.size() + 2) {
            return {};
        }
        return readKitFileName(stem.mid(m_model.size() + 1), info.suffix().toLower(), datasets);
    }

    /// What all names of a folder begin with that end in a dataset of the toolkit.
    static QString modelBy(const QStringList& files)
    {
        QString model;
        for (const QString& file : files) {
            const QString told = kitModelOf(QFileInfo(file).completeBaseName());
            if (model.isEmpty()) {
                model = told;
            } else if (!told.isEmpty() && told != model) {
                return {};
            }
        }
        return model;
    }

    QJsonObject toldOf(const QString& dataset) const { return m_datasets.value(dataset).toObject(); }
    /// As names of files have it.
    QString judgeOf(const QString& dataset) const
    {
        const QString judge = toldOf(dataset).value(QLatin1String("judge_model")).toString();
        return judge == QLatin1String("chatgpt-0125") ? QStringLiteral("openai")
            : judge == QLatin1String("gpt-4-0125")    ? QStringLiteral("gpt4")
                                                      : judge;
    }

    KitRun& runOf(const QString& dataset)
    {
        const auto known = std::find_if(
            m_runs.begin(), m_runs.end(), [&](const KitRun& run) { return run.dataset == dataset; });
        if (known != m_runs.end()) {
            return *known;
        }
        KitRun run;
        run.model = m_model;
        run.dataset = dataset;
        run.evalId = m_evalId;
        const QJsonObject told = toldOf(dataset);
        run.state = told.value(QLatin1String("status")).toString();
        run.error = told.value(QLatin1String("error_message")).toString();
        run.updatedAt = timeOf(told.value(QLatin1String("updated_at")).toString());
        if (run.updatedAt == 0) {
            run.updatedAt = timeOf(m_status.value(QLatin1String("updated_at")).toString());
        }
        if (run.updatedAt == 0) {
            run.updatedAt = timeOfEvalId(m_evalId);
        }
        m_runs.append(run);
        return m_runs.last();
    }

    QString m_folder;
    QString m_model;
    QString m_evalId;
    QJsonObject m_status;
    QJsonObject m_datasets;
    QVector<KitRun> m_runs;
};

/// Those of MODEL/: the files in it, and the evaluations below. Nothing when it is no such folder.
QVector<KitRun> runsOfModel(const QString& folder)
{
    const QString model = QFileInfo(folder).fileName();
    QVector<KitRun> runs = RunFolder(folder, model, {}).runs();
    for (const QString& name : foldersOf(folder)) {
        if (isKitEvalId(name)) {
            runs += RunFolder(folder + u'/' + name, model, name).runs();
        }
    }
    return runs;
}

/// Those of one folder, whatever it is: of an evaluation, of a model, or only files with telling names.
QVector<KitRun> runsBeside(const QString& folder)
{
    const QFileInfo info(folder);
    if (isKitEvalId(info.fileName())) {
        const QString model = QFileInfo(info.path()).fileName();
        const QStringList files = filesOf(folder);
        const bool named = std::any_of(
            files.begin(), files.end(), [&](const QString& file) { return file.startsWith(model + u'_'); });
        return RunFolder(folder, named ? model : QString(), info.fileName()).runs();
    }
    if (!statusIn(folder).isEmpty()) {
        return RunFolder(folder, {}, {}).runs();
    }
    QVector<KitRun> runs = RunFolder(folder, info.fileName(), {}).runs();
    return anyReadable(runs) ? runs : RunFolder(folder, {}, {}).runs();
}

} // namespace

bool anyReadable(const QVector<KitRun>& runs)
{
    return std::any_of(runs.begin(), runs.end(), [](const KitRun& run) { return run.readable(); });
}

QVector<KitRun> kitRunsIn(const SetPlace& place)
{
    if (!place.file.isEmpty()) {
        // A link in MODEL/ stands for the file of the evaluation.
        const QFileInfo info(place.file);
        const QString file = info.isSymLink() ? info.canonicalFilePath() : place.file;
        if (!kitEndings().contains(QFileInfo(file).suffix().toLower())) {
            return {};
        }
        QVector<KitRun> runs = runsBeside(QFileInfo(file).path());
        if (QFileInfo(file).fileName() != kStatusName) {
            runs.removeIf(
                [&](const KitRun& run) { return run.replies != file && !run.verdicts.contains(file); });
        }
        return anyReadable(runs) ? runs : QVector<KitRun>();
    }
    if (isKitEvalId(QFileInfo(place.folder).fileName()) || !statusIn(place.folder).isEmpty()) {
        QVector<KitRun> runs = runsBeside(place.folder);
        return anyReadable(runs) ? runs : QVector<KitRun>();
    }
    QVector<KitRun> runs = runsOfModel(place.folder);
    // A work folder, or an archive with one in it.
    constexpr int kDeepest = 2;
    constexpr qsizetype kMostFolders = 2000;
    QStringList level{place.folder};
    for (int depth = 0; depth < kDeepest && !anyReadable(runs); ++depth) {
        QStringList below;
        for (const QString& folder : std::as_const(level)) {
            for (const QString& name : foldersOf(folder)) {
                below.append(folder + u'/' + name);
            }
        }
        below = below.mid(0, kMostFolders);
        for (const QString& folder : std::as_const(below)) {
            runs += isKitEvalId(QFileInfo(folder).fileName()) ? runsBeside(folder) : runsOfModel(folder);
        }
        level = below;
    }
    return anyReadable(runs) ? runs : QVector<KitRun>();
}

KitChoice chooseKitRuns(QVector<KitRun> runs)
{
    const auto better = [](const KitRun& a, const KitRun& b) {
        if (a.readable() != b.readable()) {
            return a.readable();
        }
        if (a.unfinished() != b.unfinished()) {
            return b.unfinished();
        }
        // Files in the model's folder are links, or copies of some evaluation's.
        if (a.evalId.isEmpty() != b.evalId.isEmpty()) {
            return b.evalId.isEmpty();
        }
        return a.updatedAt != b.updatedAt ? a.updatedAt > b.updatedAt : a.evalId > b.evalId;
    };
    std::stable_sort(runs.begin(), runs.end(), [&](const KitRun& a, const KitRun& b) {
        return a.model != b.model ? a.model < b.model : better(a, b);
    });
    KitChoice choice;
    for (const KitRun& run : std::as_const(runs)) {
        const bool known = std::any_of(choice.chosen.begin(), choice.chosen.end(),
            [&](const KitRun& other) { return other.model == run.model; });
        (known ? choice.older : choice.chosen).append(run);
    }
    return choice;
}

} // namespace winnow
