// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/kitsource.h"

#include "core/import/kitnames.h"
#include "core/import/kitverdicts.h"
#include "core/import/utf8.h"

#include <QFileInfo>

#include <algorithm>
#include <deque>
#include <optional>
#include <set>

namespace winnow {

namespace {

constexpr std::string_view kResponse = "response";
constexpr std::string_view kScore = "score";
constexpr std::string_view kAnswer = "prediction";

/// Columns of single replies that have no place among those of samples.
bool isOfReply(std::string_view name)
{
    static const std::set<std::string_view> names{"log", "eval_gt", "eval_pred", "eval_match", "eval_score",
        "verifier_match", "verifier_score", "hit", "extracted", "extra_records", "thinking"};
    return names.contains(name);
}

QString nameOf(const QString& path)
{
    return QFileInfo(path).fileName();
}

QString namesOf(const QStringList& paths)
{
    constexpr qsizetype kShown = 12;
    QStringList names;
    for (const QString& path : paths.mid(0, kShown)) {
        names.append(nameOf(path));
    }
    return names.join(QStringLiteral(", ")) + (paths.size() > kShown ? QStringLiteral(" …") : QString());
}

class KitSource : public RecordSource {
public:
    KitSource(const KitChoice& runs, const RecordFiles& files, const ReadLimits& limits)
        : m_runs(runs)
        , m_files(files)
        , m_limits(limits)
    {
        m_model = m_columns.findOrAdd("model");
        m_dataset = m_columns.findOrAdd("dataset");
        m_response = m_columns.findOrAdd(kResponse);
        tellRuns();
        m_runs.chosen.removeIf([](const KitRun& run) { return !run.readable(); });
        for (const KitRun& run : std::as_const(m_runs.chosen)) {
            m_total += QFileInfo(tableOf(run)).size();
        }
    }

    Result<> begin() { return open(0); }

    Result<Step> next(RawRecord& record, RecordProblem& problem) override
    {
        for (;;) {
            auto step = m_table->next(m_record, problem);
            if (!step) {
                return step;
            }
            if (*step != Step::End) {
                problem.file = file();
                arrange(record);
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
    QString file() const override { return m_files.shownAs(tableOf(run())); }
    int parts() const override { return int(m_runs.chosen.size()); }
    Result<bool> skipPart() override
    {
        m_notes += m_table->notes();
        if (m_at + 1 >= m_runs.chosen.size()) {
            return false;
        }
        m_read += m_table->bytesTotal();
        WINNOW_TRY(open(m_at + 1));
        return true;
    }
    qint64 bytesRead() const override { return m_read + m_table->bytesRead(); }
    qint64 bytesTotal() const override { return m_total; }
    QString layout() const override { return QString::fromLatin1(kKitLayout); }
    QString layoutName() const override
    {
        return m_runs.chosen.size() == 1
            ? QStringLiteral("VLMEvalKit run")
            : QStringLiteral("VLMEvalKit runs of %1 models").arg(m_runs.chosen.size());
    }
    SentenceList notes() const override { return m_notes; }

private:
    const KitRun& run() const { return m_runs.chosen.at(m_at); }
    static QString tableOf(const KitRun& run)
    {
        return run.replies.isEmpty() ? run.verdicts.first() : run.replies;
    }

    void note(const Sentence& text)
    {
        if (!m_notes.english().contains(text.english())) {
            m_notes.append(text);
        }
    }

    /// What is known before anything is read: which runs are, and which files are not.
    void tellRuns()
    {
        QStringList figures;
        QStringList pickles;
        for (const KitRun& run : std::as_const(m_runs.chosen)) {
            figures += run.figures;
            pickles += run.pickles;
            tellState(run);
            QStringList older;
            for (const KitRun& other : std::as_const(m_runs.older)) {
                if (other.model == run.model && other.readable() && !other.evalId.isEmpty()) {
                    older.append(other.evalId);
                }
            }
            if (!older.isEmpty()) {
                note(Sentence::of(QT_TRANSLATE_NOOP("Import",
                                      "Of the runs of %1 with %2 the newest is read, %3, and not %4"))
                         .arg(run.model, run.dataset, run.evalId, older.join(QStringLiteral(", "))));
            }
        }
        if (!figures.isEmpty()) {
            note(Sentence::of(QT_TRANSLATE_NOOP("Import", "Passed over, as they hold no samples: %1"))
                     .arg(namesOf(figures)));
        }
        if (!pickles.isEmpty()) {
            note(Sentence::of(
                QT_TRANSLATE_NOOP("Import",
                    "Pickles can run programs and are never loaded: %1. What is only in there is had by "
                    "loading them with VLMEvalKit and saving them as tsv, or by a run with PRED_FORMAT=tsv"))
                     .arg(namesOf(pickles)));
        }
    }

    void tellState(const KitRun& run)
    {
        if (!run.error.isEmpty()) {
            note(Sentence::of(QT_TRANSLATE_NOOP("Import", "%1 with %2 ended with an error: %3"))
                     .arg(run.model, run.dataset, run.error.simplified().left(200)));
        }
        if (!run.readable()) {
            note(Sentence::of(QT_TRANSLATE_NOOP("Import", "%1 with %2 has left no table of replies"))
                     .arg(run.model, run.dataset));
        } else if (run.unfinished()) {
            note(Sentence::of(
                QT_TRANSLATE_NOOP("Import", "%1 with %2 is not finished (\"%3\"): replies may be missing"))
                     .arg(run.model, run.dataset, run.state));
        }
    }

    Result<> open(qsizetype at)
    {
        m_at = at;
        m_places.clear();
        m_verdicts.reset();
        const QString path = tableOf(run());
        auto table = openRecordFile(path, m_limits);
        if (!table) {
            return tl::unexpected<Error>(table.error());
        }
        m_table = std::move(*table);
        m_circular = isKitCircular(run().dataset);
        if (run().replies.isEmpty()) {
            tellOnlyVerdicts();
            return {};
        }
        return joinVerdicts();
    }

    void tellOnlyVerdicts()
    {
        if (m_circular) {
            m_condition = m_columns.findOrAdd("condition");
            note(Sentence::of(
                QT_TRANSLATE_NOOP("Import",
                    "%1 has one row for all rotations of a question: its verdict is that of all of "
                    "them, its reply that to the first"))
                     .arg(nameOf(tableOf(run()))));
        }
        if (run().verdicts.size() > 1) {
            note(Sentence::of(QT_TRANSLATE_NOOP("Import", "The verdicts of %1 are read, and not those of %2"))
                     .arg(nameOf(run().verdicts.first()), namesOf(run().verdicts.mid(1))));
        }
    }

    Result<> joinVerdicts()
    {
        QStringList unread = run().verdicts;
        if (m_circular && !unread.isEmpty()) {
            note(Sentence::of(
                QT_TRANSLATE_NOOP("Import",
                    "%1 has one verdict for all rotations of a question: the replies of %2 to each "
                    "rotation are scored here"))
                     .arg(namesOf(unread), nameOf(run().replies)));
            return {};
        }
        for (const QString& path : run().verdicts) {
            auto verdicts = readKitVerdicts(path, m_limits);
            if (!verdicts && verdicts.error().code == ErrorCode::Cancelled) {
                return tl::unexpected<Error>(verdicts.error());
            }
            if (!verdicts) {
                continue;
            }
            m_verdicts = std::move(*verdicts);
            unread.removeOne(path);
            note(Sentence::of(
                QT_TRANSLATE_NOOP("Import", "The replies are those of %1, their verdicts \"%3\" of %2"))
                     .arg(nameOf(run().replies), nameOf(path), QString::fromStdString(m_verdicts->score)));
            break;
        }
        if (!unread.isEmpty()) {
            note(Sentence::of(QT_TRANSLATE_NOOP("Import", "Not read beside %1: %2"))
                     .arg(nameOf(run().replies), namesOf(unread)));
        }
        return {};
    }

    /// Where a column of the table stands among ours; -1 = it is not kept.
    int placeOf(const std::string& name)
    {
        const ColumnNames& own = m_table->columns();
        if (name == "prediction") {
            return m_response;
        }
        if (run().replies.isEmpty()) {
            if (own.find(name) == kitScoreColumn(own)) {
                return m_columns.findOrAdd(kScore);
            }
            if (own.find(name) == kitAnswerColumn(own)) {
                return m_columns.findOrAdd(kAnswer);
            }
        }
        if (isOfReply(name)) {
            return -1;
        }
        const bool taken = name == "model" || name == "dataset" || name == "condition" || name == kResponse
            || name == kScore;
        return m_columns.findOrAdd(taken ? name + " of the table" : name);
    }

    void put(RawRecord& record, int column, std::string_view text)
    {
        record.cells.resize(size_t(m_columns.count()));
        record.cells[size_t(column)] = {CellKind::Text, text};
    }

    /// The row at hand as one of the dataset's.
    void arrange(RawRecord& record)
    {
        const ColumnNames& own = m_table->columns();
        for (int column = int(m_places.size()); column < own.count(); ++column) {
            m_places.push_back(placeOf(own.name(column)));
        }
        m_losses = m_table->losses();
        for (CellLoss& loss : m_losses) {
            loss.place.file = file();
        }
        m_kept.clear();
        record.line = m_record.line;
        record.row = m_row++;
        record.items = std::move(m_record.items);
        record.cells.assign(size_t(m_columns.count()), Cell());
        for (size_t i = 0; i < m_record.cells.size(); ++i) {
            if (m_places[i] >= 0) {
                record.cells[size_t(m_places[i])] = m_record.cells[i];
            }
        }
        put(record, m_model, keep(run().model.toStdString()));
        put(record, m_dataset, keep(run().dataset.toStdString()));
        if (m_circular && run().replies.isEmpty()) {
            put(record, m_condition, "circular");
        }
        const Cell thinking = m_record.cell(own.find("thinking"));
        if (thinking.present()) {
            // As it came, before SPLIT_THINK cut it in two.
            put(record, m_response,
                keep("<think>\n" + std::string(thinking.text) + "\n</think>\n"
                    + std::string(record.cells[size_t(m_response)].text)));
        }
        judge(record, own);
    }

    /// Adds the verdict of the row, unless there is no reply that it could be of.
    void judge(RawRecord& record, const ColumnNames& own)
    {
        const bool replied = record.cells[size_t(m_response)].present();
        if (!replied) {
            if (const int score = m_columns.find(kScore); score >= 0 && size_t(score) < record.cells.size()) {
                record.cells[size_t(score)] = {};
            }
            return;
        }
        if (!m_verdicts) {
            return;
        }
        const auto found = m_verdicts->byIndex.find(kitIndex(m_record.cell(own.find("index"))));
        if (found == m_verdicts->byIndex.end()) {
            return;
        }
        put(record, m_columns.findOrAdd(kScore), found->second.score);
        if (!found->second.answer.empty()) {
            put(record, m_columns.findOrAdd(kAnswer), found->second.answer);
        }
    }

    std::string_view keep(std::string text) { return m_kept.emplace_back(std::move(text)); }

    KitChoice m_runs;
    RecordFiles m_files;
    ReadLimits m_limits;
    std::unique_ptr<RecordSource> m_table;
    std::optional<KitVerdicts> m_verdicts;
    bool m_circular = false;
    RawRecord m_record;
    std::vector<CellLoss> m_losses;
    /// What cells of the record at hand point into.
    std::deque<std::string> m_kept;
    ColumnNames m_columns;
    int m_model = 0;
    int m_dataset = 0;
    int m_response = 0;
    int m_condition = -1;
    /// Where the columns of the table at hand stand among ours.
    std::vector<int> m_places;
    qsizetype m_at = 0;
    qint64 m_row = 0;
    qint64 m_read = 0;
    qint64 m_total = 0;
    SentenceList m_notes;
};

} // namespace

Result<std::unique_ptr<RecordSource>> openKitRuns(
    const KitChoice& runs, const RecordFiles& files, const ReadLimits& limits)
{
    auto source = std::make_unique<KitSource>(runs, files, limits);
    WINNOW_TRY(source->begin());
    return source;
}

} // namespace winnow
