// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/importundo.h"

#include "core/store/datasetstore.h"
#include "core/store/importstore.h"
#include "core/store/judgementstore.h"
#include "core/store/removal.h"
#include "core/store/samplejson.h"
#include "core/store/samplestore.h"
#include "core/store/scoresets.h"
#include "core/store/unusedimages.h"

namespace winnow {

namespace {

class Undo {
public:
    Undo(sqlite::Connection& connection, const ImportRecord& record)
        : m_connection(connection)
        , m_record(record)
        , m_removal(connection)
    {
    }

    Result<UndoneImport> run()
    {
        WINNOW_TRY(m_removal.refuseWhileImporting());
        m_done.file = m_record.file;
        if (const auto dataset = DatasetStore(m_connection).byId(m_record.datasetId)) {
            m_done.dataset = dataset->name;
        }
        responses();
        removeSamples();
        restoreSamples();
        JudgementStore(m_connection).restore(m_record.id, m_record.datasetId);
        removeEmptyDataset();
        m_removal.unusedResponses();
        m_connection.cached(QStringLiteral("DELETE FROM import_rows WHERE import_id = ? AND kind <> 'part'"))
            .bindAll(m_record.id.value)
            .run();
        m_connection.cached(QStringLiteral("DELETE FROM replaced WHERE import_id = ?"))
            .bindAll(m_record.id.value)
            .run();
        ImportStore(m_connection).markUndone(m_record.id);
        return m_done;
    }

private:
    QVector<std::pair<qint64, qint64>> ranges(const QString& kind)
    {
        QVector<std::pair<qint64, qint64>> all;
        auto& query = m_connection.cached(
            QStringLiteral("SELECT first, last FROM import_rows WHERE import_id = ? AND kind = ?"));
        query.bindAll(m_record.id.value, kind);
        while (query.step()) {
            all.append({query.integer(0), query.integer(1)});
        }
        query.reset();
        return all;
    }

    void responses()
    {
        ScoreSets sets(m_connection);
        for (const auto& [set, last] : ranges(QStringLiteral("score_set"))) {
            const auto run = sets.runOf(set);
            if (!run) {
                continue;
            }
            ++m_done.runs;
            if (!sets.goBackBefore(*run, set)) {
                m_removal.run(*run);
            }
        }
        m_removal.unusedModels();
    }

    void removeSamples()
    {
        QVector<SampleId> samples;
        for (const auto& [first, last] : ranges(QStringLiteral("sample"))) {
            auto& query = m_connection.cached(
                QStringLiteral("SELECT id FROM samples WHERE id BETWEEN ? AND ? AND dataset_id = ?"));
            query.bindAll(first, last, m_record.datasetId.value);
            while (query.step()) {
                samples.append(SampleId{query.integer(0)});
            }
            query.reset();
        }
        m_removal.samples(samples);
        m_done.removed = samples.size();
    }

    void restoreSamples()
    {
        QVector<Sample> before;
        auto& query = m_connection.cached(
            QStringLiteral("SELECT body FROM replaced WHERE kind = 'sample' AND import_id = ?"));
        query.bind(1, m_record.id.value);
        while (query.step()) {
            if (auto sample = sampleFromJson(query.blob(0))) {
                before.append(*std::move(sample));
            }
        }
        query.reset();
        SampleWriter writer(m_connection);
        for (Sample& sample : before) {
            sample.datasetId = m_record.datasetId;
            writer.put(sample);
            writer.setRotations(sample.id, sample.rotations);
        }
        m_done.restored = before.size();
        UnusedImages::mark(m_connection);
    }

    void removeEmptyDataset()
    {
        auto& left
            = m_connection.cached(QStringLiteral("SELECT EXISTS(SELECT 1 FROM samples WHERE dataset_id = ?1)"
                                                 " OR EXISTS(SELECT 1 FROM runs WHERE dataset_id = ?1)"));
        left.bind(1, m_record.datasetId.value);
        if (left.runForInteger() == 0) {
            m_removal.dataset(m_record.datasetId);
            m_done.datasetRemoved = true;
        }
    }

    sqlite::Connection& m_connection;
    ImportRecord m_record;
    Removal m_removal;
    UndoneImport m_done;
};

/// The import as it was made: a file that told samples and responses has two records.
Result<ImportRecord> wholeImport(sqlite::Connection& c, ImportId id)
{
    const QVector<ImportRecord> all = ImportStore(c).all();
    auto head = std::find_if(all.begin(), all.end(), [&](const ImportRecord& one) { return one.id == id; });
    if (head != all.end() && head->partOf) {
        const ImportId whole = head->partOf;
        head = std::find_if(all.begin(), all.end(), [&](const ImportRecord& one) { return one.id == whole; });
    }
    if (head == all.end()) {
        return fail(ErrorCode::NotFound,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "There is no import %1")).arg(id.value));
    }
    if (head->undone) {
        return fail(ErrorCode::InvalidInput,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "The import of %1 was undone already")).arg(head->file));
    }
    if (!head->undoable) {
        return fail(ErrorCode::InvalidInput,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "What the import of %1 brought was not noted then"))
                .arg(head->file),
            Sentence::of(
                QT_TRANSLATE_NOOP("Error", "Remove the dataset, or the models whose responses it brought")));
    }
    for (const ImportRecord& later : all) {
        if (later.id > head->id && !later.undone && !later.partOf && later.datasetId == head->datasetId) {
            return fail(ErrorCode::InvalidInput,
                Sentence::of(QT_TRANSLATE_NOOP("Error", "The import of %1 (%2) stands on that of %3"))
                    .arg(later.file)
                    .arg(later.id.value)
                    .arg(head->file),
                Sentence::of(QT_TRANSLATE_NOOP("Error", "Undo the later one first")));
        }
    }
    return *head;
}

} // namespace

Result<UndoneImport> undoImport(Project& project, ImportId import)
{
    const ChangeSet changes{ChangeSet::Samples | ChangeSet::Responses | ChangeSet::Flags
            | ChangeSet::Decisions | ChangeSet::Imports | ChangeSet::Subsets,
        {}};
    auto done = project.write(changes, [&](sqlite::Connection& c) -> Result<UndoneImport> {
        auto record = wholeImport(c, import);
        if (!record) {
            return tl::unexpected<Error>(record.error());
        }
        return Undo(c, *record).run();
    });
    UnusedImages::remove(project);
    return done;
}

} // namespace winnow
