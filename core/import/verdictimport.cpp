// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/verdictimport.h"

#include "core/import/importremedy.h"
#include "core/import/recordloop.h"
#include "core/import/replyscorer.h"
#include "core/import/samplekeys.h"
#include "core/import/sourceprofile.h"
#include "core/store/datasetstore.h"
#include "core/store/responsestore.h"
#include "core/store/scoresets.h"

#include <QHash>

#include <algorithm>
#include <cmath>

namespace winnow {

namespace {

struct VerdictColumn {
    const char* field;
    /// Usual names, the surest first.
    const char* names;
};

constexpr VerdictColumn kColumns[] = {
    {"index", "index id sample_id question_id qid key doc_id uid"},
    {"verdict",
        "verdict judge_verdict judgement judgment hit correct is_correct score judge_score rating result"},
    {"model", "model model_name"},
    {"condition", "condition"},
    {"attempt", "attempt trial sample_index"},
};

/// Which column each field stands in; empty = none.
QHash<QString, QString> columnsOf(const SourceProfile& profile, const VerdictRequest& request)
{
    QHash<QString, QString> found;
    for (const VerdictColumn& column : kColumns) {
        const QString field = QString::fromLatin1(column.field);
        for (const QString& name : QString::fromLatin1(column.names).split(u' ')) {
            const auto same = [&](const ColumnProfile& one) { return plainColumnName(one.name) == name; };
            const auto at = std::find_if(profile.columns.begin(), profile.columns.end(), same);
            if (at != profile.columns.end() && at->present > 0) {
                found.insert(field, at->name);
                break;
            }
        }
    }
    for (const auto& [field, column] : request.map) {
        found.insert(field, column);
    }
    return found;
}

QString columnNames(const SourceProfile& profile)
{
    QStringList names;
    for (const ColumnProfile& column : profile.columns) {
        names.append(column.name);
    }
    constexpr qsizetype kShown = 40;
    return names.mid(0, kShown).join(QStringLiteral(", "));
}

/// Sample, rotation and attempt in one.
quint64 replyKey(qint64 sample, int shift, int attempt)
{
    return (quint64(sample) << 24) | (quint64(shift & 0xff) << 16) | quint64(attempt & 0xffff);
}

/// What the file says, by model and condition as they stand in it.
class Verdicts {
public:
    Verdicts(sqlite::Connection& connection, const VerdictRequest& request, DatasetId dataset,
        VerdictReport& report)
        : m_keys(connection, dataset)
        , m_scorer(m_keys)
        , m_request(request)
        , m_report(report)
    {
    }

    Result<> read(Progress& progress)
    {
        const auto profile = profileFile(m_request.file, 500, m_request.limits);
        if (!profile) {
            return tl::unexpected<Error>(profile.error());
        }
        m_columns = columnsOf(*profile, m_request);
        for (const char* const needed : {"index", "verdict"}) {
            const ColumnProfile* column = profile->column(m_columns.value(QLatin1String(needed)));
            if (!column) {
                return fail(ErrorCode::InvalidInput,
                    QLatin1String(needed) == QLatin1String("index")
                        ? Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 has no column with the samples' keys"))
                              .arg(m_request.file)
                        : Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 has no column with verdicts"))
                              .arg(m_request.file),
                    importRemedy(ImportRemedy::Columns).arg(columnNames(*profile)));
            }
            if (QLatin1String(needed) == QLatin1String("verdict") && column->largest > 1) {
                m_scorer.setScale(100);
            }
        }
        const ColumnProfile* attempt = profile->column(m_columns.value(QStringLiteral("attempt")));
        m_firstAttempt = attempt && attempt->numbers > 0 && attempt->smallest >= 1 ? 1 : 0;
        m_report.keyColumn = m_columns.value(QStringLiteral("index"));
        m_report.verdictColumn = m_columns.value(QStringLiteral("verdict"));
        RecordLoop loop;
        loop.progress = &progress;
        loop.step = QStringLiteral(QT_TRANSLATE_NOOP("Step", "Reading verdicts"));
        loop.take = [&](const RawRecord& record, const RecordSource& source) -> Result<bool> {
            take(record, source.columns());
            return true;
        };
        loop.bad = [&](const RecordProblem&) {
            ++m_report.unreadable;
            return true;
        };
        return loop.run(m_request.file, m_request.limits);
    }

    bool tellsModels() const { return m_columns.contains(QStringLiteral("model")); }
    qint64 count() const { return m_count; }

    /// On the replies of a run; null where there is none.
    const QHash<quint64, double>* of(const Run& run) const
    {
        const auto said = [&](const QString& model, const QString& condition) {
            const auto at = m_verdicts.constFind({model, condition});
            return at == m_verdicts.constEnd() ? nullptr : &*at;
        };
        const QString model = tellsModels() ? run.model : QString();
        const auto* named = said(model, conditionId(run.condition));
        return named ? named : said(model, QString());
    }

private:
    QString cellText(const RawRecord& record, const ColumnNames& columns, const char* field) const
    {
        const QString column = m_columns.value(QLatin1String(field));
        return column.isEmpty() ? QString()
                                : record.cell(columns.find(column.toStdString())).toString().trimmed();
    }

    void take(const RawRecord& record, const ColumnNames& columns)
    {
        ++m_report.records;
        const Cell& cell = record.cell(columns.find(m_report.verdictColumn.toStdString()));
        ReplyScorer::Verdict verdict;
        if (!m_scorer.readVerdict(cell, verdict) || !verdict.score) {
            ++m_report.unreadable;
            return;
        }
        const SampleKeys::Found sample = m_keys.find(cellText(record, columns, "index").toStdString());
        if (sample.entry < 0) {
            ++m_report.unknownKeys;
            return;
        }
        bool number = false;
        const int attempt = int(cellText(record, columns, "attempt").toDouble(&number)) - m_firstAttempt;
        const QString told = cellText(record, columns, "condition");
        const QString condition = told.isEmpty() ? QString() : conditionId(readCondition(told).condition);
        auto& verdicts = m_verdicts[{cellText(record, columns, "model"), condition}];
        const quint64 key
            = replyKey(m_keys.entry(sample.entry).id, sample.shift, number ? std::max(0, attempt) : 0);
        m_report.repeated += verdicts.contains(key);
        verdicts.insert(key, *verdict.score);
        ++m_count;
    }

    SampleKeys m_keys;
    ReplyScorer m_scorer;
    const VerdictRequest& m_request;
    VerdictReport& m_report;
    QHash<QString, QString> m_columns;
    QHash<std::pair<QString, QString>, QHash<quint64, double>> m_verdicts;
    int m_firstAttempt = 0;
    qint64 m_count = 0;
};

struct Judged {
    JudgedRun run;
    qint64 base = 0;
    std::vector<ScoreSets::Rescored> blocks;
};

Judged judge(sqlite::Connection& connection, const Run& run, const QHash<quint64, double>& verdicts)
{
    Judged judged;
    judged.run.run = run;
    judged.base = ScoreSets(connection).current(run.id);
    double sums[2] = {0, 0};
    qint64 counts[2] = {0, 0};
    const auto add = [&](int which, double score) {
        if (!std::isnan(score)) {
            sums[which] += score;
            ++counts[which];
        }
    };
    ResponseStore(connection).forEachBlock(run.id, true, [&](const ResponseStore::Block& block) {
        ScoreSets::Rescored anew{
            block.attempt, block.shift, block.firstSample, block.scores.samples, {}, {}, {}};
        for (std::size_t i = 0; i < block.scores.size(); ++i) {
            const double old = block.scores.scores[i];
            const auto said = verdicts.constFind(
                replyKey(block.firstSample + block.scores.samples[i], block.shift, block.attempt));
            const bool known = said != verdicts.constEnd();
            const double score = known ? *said : old;
            ++(known ? judged.run.judged : judged.run.kept);
            judged.run.scoresChanged += !(score == old || (std::isnan(score) && std::isnan(old)));
            add(0, old);
            add(1, score);
            anew.scores.push_back(score);
            anew.answers.emplace_back(block.scores.answer(i));
            anew.said.push_back(i < block.details.texts.size() && block.details.texts[i] != 0);
        }
        judged.blocks.push_back(std::move(anew));
        return true;
    });
    judged.run.before = counts[0] ? sums[0] / double(counts[0]) : std::nan("");
    judged.run.after = counts[1] ? sums[1] / double(counts[1]) : std::nan("");
    return judged;
}

/// The runs that the request is about.
Result<QVector<Run>> runsFor(
    sqlite::Connection& connection, const VerdictRequest& request, DatasetId dataset, bool modelsTold)
{
    QVector<Run> runs = ResponseStore(connection).runsOf(dataset);
    runs.removeIf([&](const Run& run) {
        return (!request.model.isEmpty() && run.model != request.model)
            || (request.condition && run.condition != *request.condition);
    });
    if (runs.isEmpty()) {
        return fail(ErrorCode::NotFound,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "There are no replies that these verdicts could be on")),
            Sentence::of(QT_TRANSLATE_NOOP("Error", "Import the replies first, or name another model")));
    }
    if (!modelsTold && runs.size() > 1) {
        QStringList names;
        for (const Run& run : std::as_const(runs)) {
            names.append(QStringLiteral("%1 (%2)").arg(run.model, conditionId(run.condition)));
        }
        return fail(ErrorCode::InvalidInput,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 does not say whose replies it judges"))
                .arg(request.file),
            Sentence::of(QT_TRANSLATE_NOOP("Error", "Name one model and one condition of: %1"))
                .arg(names.mid(0, 20).join(QStringLiteral(", "))));
    }
    return runs;
}

Result<std::vector<Judged>> judgeAll(
    sqlite::Connection& c, const VerdictRequest& request, VerdictReport& report, Progress& progress)
{
    const auto dataset = DatasetStore(c).byName(request.dataset);
    if (!dataset) {
        return fail(ErrorCode::NotFound,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "There is no dataset \"%1\"")).arg(request.dataset));
    }
    report.dataset = dataset->name;
    Verdicts verdicts(c, request, dataset->id, report);
    WINNOW_TRY(verdicts.read(progress));
    const auto runs = runsFor(c, request, dataset->id, verdicts.tellsModels());
    if (!runs) {
        return tl::unexpected<Error>(runs.error());
    }
    std::vector<Judged> all;
    qint64 used = 0;
    for (const Run& run : *runs) {
        const auto* said = verdicts.of(run);
        if (!said) {
            continue;
        }
        Judged judged = judge(c, run, *said);
        used += judged.run.judged;
        if (judged.run.judged > 0) {
            all.push_back(std::move(judged));
        }
    }
    report.withoutReply = std::max<qint64>(0, verdicts.count() - report.repeated - used);
    if (all.empty()) {
        return fail(ErrorCode::InvalidInput,
            Sentence::of(
                QT_TRANSLATE_NOOP("Error",
                    "None of the %1 records of %2 is a verdict on a stored reply: %3 keys are unknown, "
                    "%4 verdicts cannot be read"))
                .arg(report.records)
                .arg(request.file)
                .arg(report.unknownKeys)
                .arg(report.unreadable),
            Sentence::of(QT_TRANSLATE_NOOP(
                "Error", "Check the dataset, the model and the columns of key and verdict")));
    }
    return all;
}

} // namespace

QString judgeSetName(const QString& judge)
{
    return QStringLiteral("judge ") + judge;
}

Result<VerdictReport> importVerdicts(Project& project, const VerdictRequest& request, Progress& progress)
{
    VerdictReport report;
    report.file = request.file;
    report.judge = request.judge;
    VerdictRequest cancellable = request;
    cancellable.limits.progress = &progress;
    auto judged
        = project.read([&](sqlite::Connection& c) { return judgeAll(c, cancellable, report, progress); });
    if (!judged) {
        return tl::unexpected<Error>(judged.error());
    }
    return project.write(
        {.parts = ChangeSet::Responses, .samples = {}}, [&](sqlite::Connection& c) -> Result<VerdictReport> {
            ScoreSets sets(c);
            for (Judged& one : *judged) {
                auto set = sets.rescore(one.run.run.id, one.base, judgeSetName(request.judge), one.blocks);
                if (!set) {
                    return tl::unexpected<Error>(set.error());
                }
                one.run.set = *set;
                report.runs.append(one.run);
            }
            return report;
        });
}

} // namespace winnow
