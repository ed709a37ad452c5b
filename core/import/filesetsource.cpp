// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/filesetsource.h"

#include "core/import/hffolder.h"
#include "core/import/logfiles.h"

#include <QFileInfo>
#include <QSet>

#include <algorithm>

namespace winnow {

namespace {

class FileSetSource : public RecordSource {
public:
    FileSetSource(RecordFiles files, const ReadLimits& limits)
        : m_files(std::move(files))
        , m_limits(limits)
        , m_folder(m_files)
        , m_notes(m_files.notes)
    {
        for (const QString& file : m_files.files) {
            m_total += QFileInfo(file).size();
        }
    }

    /// Opens the first file: there is always one.
    Result<> begin() { return open(0); }

    Result<Step> next(RawRecord& record, RecordProblem& problem) override
    {
        for (;;) {
            auto step = m_part->next(m_record, problem);
            if (!step) {
                return step;
            }
            if (*step != Step::End) {
                problem.file = file();
                arrange(record);
                m_losses = m_part->losses();
                for (CellLoss& loss : m_losses) {
                    loss.place.file = file();
                }
                return step;
            }
            const auto more = skipPart();
            if (!more || !*more) {
                return more ? Result<Step>(Step::End) : tl::unexpected<Error>(more.error());
            }
        }
    }
    const std::vector<CellLoss>& losses() const override { return m_losses; }
    const ColumnNames& columns() const override { return m_columns; }
    QString file() const override { return m_files.shown.at(m_at); }
    int parts() const override { return int(m_files.files.size()); }
    Result<bool> skipPart() override
    {
        addNotes();
        if (m_at + 1 >= m_files.files.size()) {
            return false;
        }
        m_read += m_part->bytesTotal();
        WINNOW_TRY(open(m_at + 1));
        return true;
    }
    qint64 bytesRead() const override { return m_read + m_part->bytesRead(); }
    qint64 bytesTotal() const override { return m_total; }
    QString layout() const override { return m_part->layout(); }
    QString layoutName() const override
    {
        return m_files.files.size() == 1
            ? m_part->layoutName()
            : QStringLiteral("%1, %2 files").arg(m_part->layoutName()).arg(m_files.files.size());
    }
    SentenceList notes() const override { return m_notes; }

private:
    Result<> open(qsizetype at)
    {
        auto part = openRecordFile(m_files.files.at(at), m_limits);
        if (!part) {
            return tl::unexpected<Error>(part.error());
        }
        m_part = std::move(*part);
        m_places.clear();
        m_at = at;
        m_folder.begin(at, m_part->layout());
        return {};
    }

    /// What is to be said of several files alike is said once.
    void addNotes()
    {
        for (const Sentence& note : m_part->notes()) {
            const auto same = [&](const Sentence& other) { return other.english() == note.english(); };
            if (std::none_of(m_notes.cbegin(), m_notes.cend(), same)) {
                m_notes.append(note);
            }
        }
    }

    /// The record at hand with its cells where the columns of the set have them.
    void arrange(RawRecord& record)
    {
        const ColumnNames& own = m_part->columns();
        for (int column = int(m_places.size()); column < own.count(); ++column) {
            m_places.push_back(m_columns.findOrAdd(own.name(column), column));
        }
        record.line = m_record.line;
        record.row = m_row++;
        record.items = std::move(m_record.items);
        record.cells.assign(size_t(m_columns.count()), Cell());
        for (size_t i = 0; i < m_record.cells.size(); ++i) {
            record.cells[size_t(m_places[i])] = m_record.cells[i];
        }
        m_folder.tell(record, m_columns);
    }

    RecordFiles m_files;
    ReadLimits m_limits;
    HfFolder m_folder;
    std::unique_ptr<RecordSource> m_part;
    RawRecord m_record;
    std::vector<CellLoss> m_losses;
    ColumnNames m_columns;
    /// Where the columns of the file at hand stand among those of the set.
    std::vector<int> m_places;
    qsizetype m_at = 0;
    qint64 m_row = 0;
    qint64 m_read = 0;
    qint64 m_total = 0;
    SentenceList m_notes;
};

/// What a file of a set begins with.
struct Beginning {
    /// Of its first record; empty when it has none that can be read.
    QSet<QString> columns;
    QString task;
};

Result<Beginning> beginningOf(const QString& file, const ReadLimits& limits)
{
    auto source = openRecordFile(file, limits);
    if (!source) {
        return tl::unexpected<Error>(source.error());
    }
    RawRecord record;
    RecordProblem problem;
    const auto step = (*source)->next(record, problem);
    if (!step) {
        return tl::unexpected<Error>(step.error());
    }
    const QStringList names = (*source)->columns().all();
    return Beginning{QSet<QString>(names.begin(), names.end()), (*source)->task()};
}

/// Most of the columns that either has are in both.
bool alike(const QSet<QString>& a, const QSet<QString>& b)
{
    const qsizetype both = (a & b).size();
    return a.isEmpty() || b.isEmpty() || 2 * both >= a.size() + b.size() - both;
}

/// Whether the files are parts of one set; those without a record are left out.
Result<> checkParts(RecordFiles& files, const ReadLimits& limits)
{
    QSet<QString> first;
    QStringList tasks;
    for (qsizetype i = 0; files.files.size() > 1 && i < files.files.size();) {
        const auto beginning = beginningOf(files.files.at(i), limits);
        if (!beginning && beginning.error().code == ErrorCode::Unsupported) {
            files.notes.append(beginning.error().messageSentence());
            files.files.removeAt(i);
            files.shown.removeAt(i);
            continue;
        }
        if (!beginning) {
            return tl::unexpected<Error>(beginning.error());
        }
        if (!beginning->task.isEmpty() && !tasks.contains(beginning->task)) {
            tasks.append(beginning->task);
        }
        if (tasks.size() > 1) {
            return severalTasks(files.folder, tasks);
        }
        if (i > 0 && !alike(first, beginning->columns)) {
            return fail(ErrorCode::WrongKind,
                Sentence::of(QT_TRANSLATE_NOOP(
                                 "Error", "%1 and %2 have different columns: they are no parts of one set"))
                    .arg(files.shown.first(), files.shown.at(i)),
                Sentence::of(QT_TRANSLATE_NOOP("Error", "Import them one by one")));
        }
        first = i == 0 ? beginning->columns : first;
        ++i;
    }
    return {};
}

} // namespace

Result<std::unique_ptr<RecordSource>> openFileSet(RecordFiles files, const ReadLimits& limits)
{
    WINNOW_TRY(checkParts(files, limits));
    auto source = std::make_unique<FileSetSource>(std::move(files), limits);
    WINNOW_TRY(source->begin());
    return source;
}

} // namespace winnow
