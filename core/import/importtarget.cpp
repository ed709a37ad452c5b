// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/importtarget.h"

#include "core/import/importremedy.h"
#include "core/import/recordloop.h"
#include "core/import/runname.h"
#include "core/import/sampledraft.h"
#include "core/import/samplekeys.h"
#include "core/store/datasetstore.h"
#include "core/store/samplejoin.h"
#include "core/store/samplestore.h"
#include "core/text/answerparser.h"
#include "core/text/goldreader.h"
#include "core/text/normalise.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSet>

namespace winnow {

namespace {

struct Head {
    std::vector<std::string> keys;
    std::vector<std::string> questions;
    std::vector<std::string> golds;
    /// The keys are plain numbers, which any set may have.
    bool numbered = true;
};

/// Keys and questions of the first records.
Head readHead(const QString& file, const FieldMapping& mapping, const ReadLimits& limits)
{
    Head head;
    SampleReader reader(mapping);
    SampleDraft draft;
    constexpr size_t kRecords = 500;
    constexpr qint64 kEnoughBytes = 64 << 20;
    const std::string gold = mapping.column(Field::Answer).toStdString();
    RecordLoop loop;
    loop.take = [&](const RawRecord& record, const RecordSource& source) -> Result<bool> {
        draft.clear();
        const std::string_view key = reader.key(record, source.columns(), draft);
        head.keys.emplace_back(mapping.has(Field::Index) ? std::string(key) : std::to_string(record.row));
        head.numbered
            = head.numbered && head.keys.back().find_first_not_of("0123456789") == std::string::npos;
        head.questions.emplace_back(mapping.has(Field::Question)
                ? reader.question(record, source.columns(), draft)
                : std::string_view());
        head.golds.emplace_back(record.cell(gold.empty() ? -1 : source.columns().find(gold)).text);
        return head.keys.size() < kRecords && source.bytesRead() < kEnoughBytes;
    };
    // A file that cannot be read is told by those who have to read it.
    (void)loop.run(file, limits);
    return head;
}

/// Whether a record is this sample: the same question where both tell one, else the same answer key.
struct Likeness {
    qsizetype compared = 0;
    qsizetype agreeing = 0;
    qsizetype asked = 0;
    qsizetype sameQuestion = 0;

    void compare(const Sample& sample, const std::string& question, const std::string& gold)
    {
        constexpr qsizetype kEnough = 200;
        if (compared >= kEnough) {
            return;
        }
        const bool questions = !question.empty() && !sample.question.isEmpty();
        const bool keyed = !gold.empty() && !sample.gold.isEmpty();
        bool same = false;
        if (questions) {
            // A prompt may hold the question among instructions.
            const QString theirs = foldText(QString::fromStdString(question));
            const QString ours = foldText(sample.question);
            same = theirs.contains(ours) || ours.contains(theirs);
            ++asked;
            sameQuestion += same;
        }
        if (!same && keyed) {
            const QString theirs = QString::fromStdString(gold);
            same = sample.isMcq() ? readGold(theirs, sample.options).option == sample.goldIndex()
                                  : normaliseText(sample.gold) == normaliseText(theirs);
        }
        if (questions || keyed) {
            ++compared;
            agreeing += same;
        }
    }
    /// Keys such as 1, 2, 3 fit any set; questions or answer keys that disagree tell that it is another one.
    bool another() const { return agreeing * 2 < compared; }
    bool asksOther() const { return sameQuestion * 2 < asked; }
};

/// How far the first records are samples of a dataset.
struct Match {
    /// Share of the keys that are taken there.
    double keys = 0;
    /// Share of the records that are those very samples, as far as can be told.
    double samples = 0;
    /// More than numbers speaks for it, which any set may have: keys in words, questions or answer keys.
    bool verified = false;
    /// Most of the questions differ, whatever the answer keys say.
    bool asksOther = false;
};

Match matchByKey(sqlite::Connection& connection, const Dataset& dataset, const Head& head)
{
    SampleStore store(connection);
    QSet<QString> rotated;
    SampleJoin(connection, dataset.id, {})
        .forEachRotation([&](SampleId, int, std::string_view index, const QString&) {
            rotated.insert(QString::fromUtf8(index.data(), qsizetype(index.size())));
        });
    Likeness likeness;
    qsizetype hits = 0;
    for (size_t i = 0; i < head.keys.size(); ++i) {
        const QString key = QString::fromStdString(head.keys[i]).trimmed();
        if (rotated.contains(key)) {
            ++hits;
        } else if (const auto sample = store.byIndex(dataset.id, key)) {
            ++hits;
            likeness.compare(*sample, head.questions[i], head.golds[i]);
        }
    }
    const double share = double(hits) / double(head.keys.size());
    return {share, likeness.another() ? 0.0 : share, !head.numbered || likeness.compared > 0,
        likeness.asksOther()};
}

/// The same for records without a key: by order and question.
Match matchByQuestion(sqlite::Connection& connection, const Dataset& dataset, const Head& head)
{
    SampleKeys keys(connection, dataset.id);
    qsizetype hits = 0;
    qsizetype taken = 0;
    bool asked = false;
    for (size_t i = 0; i < head.keys.size(); ++i) {
        const std::string& question = head.questions[i];
        const int entry = keys.find(head.keys[i]).entry;
        taken += entry >= 0;
        asked = asked || !question.empty();
        hits += question.empty() ? entry >= 0
                                 : (keys.asks(entry, question) || keys.findQuestion(question) >= 0);
    }
    const double n = double(head.keys.size());
    return {double(taken) / n, double(hits) / n, asked, false};
}

/// The task in the name of a log: DATE_TIME_samples_TASK (lmms-eval), samples_TASK_TIME
/// (lm-evaluation-harness).
QString logTask(const QString& stem)
{
    static const QRegularExpression log(
        QStringLiteral("^(?:\\d{8}_\\d{6}_samples_(.+)|samples_(.+)_\\d{4}-\\d\\d-\\d\\dT.*)$"));
    const auto match = log.match(stem);
    return match.captured(1) + match.captured(2);
}

/// The records hold a key and an answer, but nothing of what was asked.
bool tellsOnlyAnswers(const FieldMapping& mapping)
{
    return mapping.has(Field::Index) && !mapping.has(Field::Question) && !mapping.has(Field::Options)
        && !mapping.has(Field::Image);
}

/// VQA results are [{question_id, answer}]: beside samples that are known already, such an "answer" is a
/// model's. Columns that can only be keys (ground_truth, label …) complete those samples instead.
void settleBareAnswers(const ImportRequest& request, bool fits, FieldMapping& mapping)
{
    const Field answer = Field::Answer;
    if (request.role || request.mapping || mapping.role != ImportRole::Samples || !fits
        || !tellsOnlyAnswers(mapping)) {
        return;
    }
    if (mapping.column(answer) == QLatin1String("answer") && mapping.fields.size() == 2) {
        ResponseColumns group;
        group.prediction = mapping.column(answer);
        mapping.responses.append(group);
        mapping.fields.insert(Field::Prediction, mapping.fields.take(answer));
        mapping.role = ImportRole::Responses;
        mapping.notes.append(Sentence::of(QT_TRANSLATE_NOOP("Import",
            "The samples are known already: \"answer\" is taken for what a "
            "model answered")));
    } else {
        mapping.notes.append(
            Sentence::of(QT_TRANSLATE_NOOP("Import", "The file completes samples that are known already")));
    }
}

Match matchDataset(sqlite::Connection& connection, const Dataset& dataset, const Head& head, bool keyed)
{
    if (head.keys.empty()) {
        return {};
    }
    return keyed ? matchByKey(connection, dataset, head) : matchByQuestion(connection, dataset, head);
}

} // namespace

QString datasetNameFor(const QString& file)
{
    static const QSet<QString> generic{QStringLiteral("samples"), QStringLiteral("sample"),
        QStringLiteral("data"), QStringLiteral("questions"), QStringLiteral("question"),
        QStringLiteral("items"), QStringLiteral("item"), QStringLiteral("responses"),
        QStringLiteral("response"), QStringLiteral("predictions"), QStringLiteral("prediction"),
        QStringLiteral("prompts"), QStringLiteral("prompt"), QStringLiteral("problems"),
        QStringLiteral("output"), QStringLiteral("outputs"), QStringLiteral("results"),
        QStringLiteral("result"), QStringLiteral("metadata"), QStringLiteral("annotations"),
        QStringLiteral("dataset"), QStringLiteral("matrix"), QStringLiteral("attempts"),
        QStringLiteral("and"), QStringLiteral("raw"), QStringLiteral("answer"), QStringLiteral("dict"),
        QStringLiteral("examples"), QStringLiteral("answers"), QStringLiteral("scores")};
    static const QSet<QString> splits{QStringLiteral("train"), QStringLiteral("val"),
        QStringLiteral("validation"), QStringLiteral("test"), QStringLiteral("dev"),
        QStringLiteral("testmini"), QStringLiteral("00000"), QStringLiteral("of")};
    static const QRegularExpression number(QStringLiteral("^([0-9a-f]*[0-9][0-9a-f]*|v\\d+)$"));
    const QFileInfo info(file);
    const QString stem = info.completeBaseName();
    // lmms-eval and lm-evaluation-harness: …_samples_TASK, samples_TASK_TIME.
    if (const QString task = logTask(stem); !task.isEmpty()) {
        return task;
    }
    QStringList words = stem.split(QRegularExpression(QStringLiteral("[_\\s-]+")), Qt::SkipEmptyParts);
    const bool first = !words.isEmpty() && generic.contains(words.front().toLower());
    qsizetype telling = 0;
    for (const QString& word : words) {
        const QString lower = word.toLower();
        telling += !generic.contains(lower) && !splits.contains(lower) && !number.match(lower).hasMatch();
    }
    const QString folder = info.absoluteDir().dirName();
    if ((first || telling == 0) && !folder.isEmpty()) {
        return splits.contains(folder.toLower()) || generic.contains(folder.toLower())
            ? QFileInfo(info.absolutePath()).absoluteDir().dirName()
            : folder;
    }
    QString name = stem;
    while (words.size() > 1 && generic.contains(words.back().toLower())) {
        name.chop(words.takeLast().size());
        while (!name.isEmpty() && (name.back() == u'_' || name.back() == u'-' || name.back().isSpace())) {
            name.chop(1);
        }
    }
    return name;
}

QString modelNameFor(const QString& file, const QString& dataset)
{
    const QFileInfo info(file);
    if (!logTask(info.completeBaseName()).isEmpty()) {
        return info.absoluteDir().dirName();
    }
    // "gpt4o_blind_run2" is a run of gpt4o.
    QString stem = readRunName(file).rest;
    if (const qsizetype at = stem.indexOf(dataset, 0, Qt::CaseInsensitive); at > 1 && !dataset.isEmpty()) {
        stem = stem.left(at);
        while (stem.endsWith(u'_') || stem.endsWith(u'-') || stem.endsWith(u' ')) {
            stem.chop(1);
        }
        return stem;
    }
    return datasetNameFor(info.dir().filePath(stem + u'.' + info.suffix()));
}

Result<> chooseTarget(Project& project, const ImportRequest& request, ImportPlan& plan)
{
    FieldMapping& mapping = plan.mapping;
    const bool keyed = mapping.has(Field::Index);
    const Head head = readHead(request.file, mapping, request.limits);
    const ColumnProfile* toldColumn = plan.profile.column(mapping.column(Field::Dataset));
    const QString told = toldColumn ? toldColumn->constant : QString();

    struct Candidate {
        Dataset dataset;
        double share = 0;
        double taken = 0;
        bool same = false;
        bool beside = false;
        bool verified = false;

        /// Whether its place or name says that the file is of this set.
        bool isPlaced(const QString& file) const
        {
            constexpr qsizetype kTelling = 3;
            return same || beside
                || (dataset.name.size() >= kTelling
                    && QFileInfo(file).fileName().contains(dataset.name, Qt::CaseInsensitive))
                || datasetNameFor(file) == dataset.name;
        }
    };
    auto candidates = project.read([&](sqlite::Connection& connection) {
        QVector<Candidate> found;
        const QFileInfo file(request.file);
        for (const Dataset& dataset : DatasetStore(connection).all()) {
            if (!request.dataset.isEmpty() && dataset.name != request.dataset) {
                continue;
            }
            Match match = matchDataset(connection, dataset, head, keyed);
            // Where records tell the name of their dataset, a like key alone does not make another one
            // theirs.
            if (!told.isEmpty() && dataset.name != told && mapping.has(Field::Question)) {
                match.samples = std::min(match.samples, matchByQuestion(connection, dataset, head).samples);
            }
            // Replies may name another column than the samples go by; their questions tell.
            if (keyed && mapping.role != ImportRole::Samples && match.samples < 0.5 && !head.keys.empty()
                && mapping.has(Field::Question)) {
                const Match asked = matchByQuestion(connection, dataset, head);
                match.verified = match.verified || asked.samples > match.samples;
                match.samples = std::max(match.samples, asked.samples);
            }
            // Answer keys of few letters agree by chance; a file that names another set is of another set.
            if (head.numbered && match.asksOther && !told.isEmpty() && told != dataset.name) {
                match.samples = 0;
            }
            Candidate candidate{dataset, match.samples, match.keys,
                dataset.sourcePath == file.absoluteFilePath(),
                QFileInfo(dataset.sourcePath).absolutePath() == file.absolutePath(), match.verified};
            found.append(candidate);
        }
        return found;
    });
    if (!candidates) {
        return tl::unexpected<Error>(candidates.error());
    }
    const Candidate* best = nullptr;
    bool tie = false;
    for (const Candidate& candidate : *candidates) {
        // Plain numbers fit many sets: then the set from the same folder is meant.
        const auto rank = [&](const Candidate& c) {
            const double near = head.numbered && keyed && c.share >= 0.05 ? 1.0 : 0.01;
            return c.share + (c.same ? 2 * near : 0) + (c.beside ? near : 0)
                + (c.dataset.name == told ? 4 * near : 0);
        };
        // One of several sets that has these numbers, too, is not meant by that alone.
        if (candidates->size() > 1 && !candidate.verified && candidate.dataset.name != told
            && !candidate.isPlaced(request.file)) {
            continue;
        }
        if (candidate.share > 0 && (!best || rank(candidate) > rank(*best))) {
            best = &candidate;
            tie = false;
        } else if (best && candidate.share > 0 && rank(candidate) == rank(*best)) {
            tie = true;
        }
    }
    const bool named = !request.dataset.isEmpty();
    const bool fits = best && best->share >= 0.5;
    plan.matchingKeys = best ? best->share : 0;

    settleBareAnswers(request, fits, mapping);
    const bool responsesOnly = mapping.role == ImportRole::Responses;
    // A file that tells both is only joined where its samples are known already, unless it is the very file
    // that they came from.
    if (mapping.role == ImportRole::Both && !request.role && fits && !best->same) {
        mapping.role = ImportRole::Responses;
        mapping.notes.append(Sentence::of(
            QT_TRANSLATE_NOOP("Import", "The samples are in \"%1\" already: only the responses are read"))
                                 .arg(best->dataset.name));
    }
    if (mapping.role == ImportRole::Responses) {
        const bool sure = candidates->size() == 1 || !head.numbered || (best && best->beside);
        const Candidate* target = named ? (candidates->isEmpty() ? nullptr : &candidates->front()) : best;
        if (target && (named || fits || (responsesOnly && target->share >= 0.05 && sure))) {
            if (tie && !named) {
                return fail(ErrorCode::InvalidInput,
                    Sentence::of(QT_TRANSLATE_NOOP("Error", "The keys of %1 fit several datasets"))
                        .arg(request.file),
                    importRemedy(ImportRemedy::WhichDataset));
            }
            if (target->dataset.sampleCount > 0) {
                plan.dataset = target->dataset.name;
                plan.newDataset = false;
                plan.matchingKeys = target->share;
                return {};
            }
        }
        const bool tells
            = mapping.has(Field::Answer) || mapping.has(Field::Question) || mapping.has(Field::Score);
        const bool scored = std::any_of(mapping.responses.begin(), mapping.responses.end(),
            [](const ResponseColumns& group) { return !group.score.isEmpty(); });
        if (!tells && !scored) {
            return fail(ErrorCode::NotFound,
                Sentence::of(
                    QT_TRANSLATE_NOOP("Error", "No dataset of the project has the sample keys of %1"))
                    .arg(request.file),
                importRemedy(ImportRemedy::KeyColumn));
        }
    }
    if (named) {
        plan.dataset = request.dataset;
    } else if (mapping.role != ImportRole::Responses && fits && (best->same || tellsOnlyAnswers(mapping))) {
        plan.dataset = best->dataset.name;
    } else {
        plan.dataset = told.isEmpty() ? datasetNameFor(request.file) : told;
    }
    const auto clashing = [&](const QString& name) {
        return std::any_of(candidates->begin(), candidates->end(), [&](const Candidate& c) {
            const bool others = c.taken > 0.2 && c.share < c.taken / 2;
            // A log under other keys, whose questions nobody asked there, would double what is there.
            const bool strange
                = mapping.role == ImportRole::Both && !request.role && !named && c.share == 0 && c.taken == 0;
            return c.dataset.name == name && c.dataset.sampleCount > 0 && !c.same && (others || strange);
        });
    };
    // The same keys with other questions are other samples: they must not overwrite those that are there.
    if (clashing(plan.dataset)) {
        if (named) {
            return fail(ErrorCode::AlreadyExists,
                Sentence::of(
                    QT_TRANSLATE_NOOP("Error", "The keys of %1 are taken by other samples of \"%2\""))
                    .arg(request.file, plan.dataset),
                importRemedy(ImportRemedy::OtherDataset));
        }
        const QString base = QString(plan.dataset + u'_' + QFileInfo(request.file).completeBaseName());
        plan.dataset = base;
        for (int n = 2; std::any_of(candidates->begin(), candidates->end(),
                 [&](const Candidate& c) { return c.dataset.name == plan.dataset; });
             ++n) {
            plan.dataset = QStringLiteral("%1 (%2)").arg(base).arg(n);
        }
    }
    plan.newDataset = std::none_of(candidates->begin(), candidates->end(), [&](const Candidate& candidate) {
        return candidate.dataset.name == plan.dataset && candidate.dataset.sampleCount > 0;
    });
    return {};
}

} // namespace winnow
