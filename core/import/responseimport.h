// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/import/issuelog.h"
#include "core/import/replyscorer.h"
#include "core/import/saidbefore.h"
#include "core/store/project.h"
#include "core/store/responsewriter.h"

#include <memory>

namespace winnow {

/// A condition as a sentence about it says it.
Sentence conditionWord(Condition condition);

/// A response as it would be stored.
struct PreviewedResponse {
    QString sample;
    /// Where the file tells the sample as well.
    QString question;
    QString gold;
    QString model;
    Condition condition = Condition::Standard;
    QString setting;
    /// From 0.
    int attempt = 0;
    QString reply;
    /// As it is read; empty = no answer could be read.
    QString answer;
    std::optional<double> score;
    /// Why it would not be stored; empty when it would.
    Sentence rejected;
};

/// Reads the responses of one file onto the samples of a dataset, into the stage of an import.
class ResponseImport {
public:
    /// `snapshot` is what the project holds meanwhile, with the samples that `stage` brings; without a stage
    /// this only previews. A dataset without id does not exist yet.
    ResponseImport(sqlite::Connection& snapshot, ImportStage* stage, const ImportRequest& request,
        const SourceProfile& profile, const FieldMapping& mapping, const Dataset& dataset,
        ImportReport& report, IssueLog& log);

    /// The dataset's own scorer, for open questions, where the request names none.
    void scoreOpenBy(const QString& scorer);
    /// Everything is in the stage when it returns.
    Result<> run(Progress& progress);
    /// Makes it the runs' responses, inside the publishing transaction.
    void publish(sqlite::Connection& connection, DatasetId dataset, const QByteArray& fileHash);
    /// What the first records come to, without writing; `withSamples` = the samples come from the same file.
    Result<QVector<PreviewedResponse>> preview(int rows, bool withSamples);

private:
    struct ActiveRun {
        /// Below 0 while the project does not have it.
        RunId id;
        Condition condition = Condition::Standard;
        /// Nothing of this run was in the project before: its keys are new.
        bool fresh = false;
        ImportedRun summary;
        SaidBefore said;
    };
    struct Group {
        ResponseColumns columns;
        ReplyCells::Columns cells;
        std::string lastRunText;
        int lastRun = -1;
    };
    struct Columns {
        int model = -1, condition = -1, setting = -1, attempt = -1, latency = -1, promptTokens = -1,
            outputTokens = -1, cost = -1, question = -1;
        std::vector<int> probabilities;
        int known = -1;
    };

    /// A further response under a key that is taken; its attempt is known when all are read.
    struct Repeat {
        int run = -1;
        SampleKeys::Found sample;
        qint64 line = 0;
        Response response;
    };

    /// An error when the guessed column of replies can only be the key.
    Result<> refuseTheKey() const;
    void resolve(const ColumnNames& columns);
    Result<> prepare();
    /// Condition, setting and attempt, where only the file's name tells them.
    void readNameOfRun();
    /// Whose replies a file scores that names no model: those of the only one that is there.
    Result<> nameJudgedModel();
    bool anyRotatedKey() const;
    /// Whether samples are found by the key, by columns that their file told besides it, or by order.
    void chooseJoin();
    void take(const RawRecord& record, const ColumnNames& columns);
    SampleKeys::Found join(const RawRecord& record, const ColumnNames& columns, QString& shownKey);
    void previewRecord(const RawRecord& record, const ColumnNames& columns, bool withSamples);
    /// The sample of a record that is not in the project yet.
    void draftSample(const RawRecord& record, const ColumnNames& columns);
    int runFor(const RawRecord& record, Group& group);
    /// Of a run that this file has not named yet.
    ActiveRun newRun(const ImportedRun& told);
    void takeGroup(const RawRecord& record, Group& group, SampleKeys::Found sample);
    void takeSaying(
        const RawRecord& record, Group& group, SampleKeys::Found sample, int attempt, const Reply& saying);
    /// A response that is whole but for the details of its record, and its texts.
    void store(const RawRecord& record, const Group& group, SampleKeys::Found sample, bool repeated,
        Response& response, std::string_view text, const std::string& answer);
    bool readAttempt(const RawRecord& record, int& attempt);
    void put(const Response& response);
    void storeRepeats();
    void readDetails(const RawRecord& record, Response& details) const;
    /// A verifier's rating or a log-probability; what is none becomes an issue and is not known.
    std::optional<double> readRating(const RawRecord& record, Field field, const Cell& cell);

    sqlite::Connection& m_connection;
    const ImportRequest& m_request;
    const SourceProfile& m_profile;
    FieldMapping m_mapping;
    Dataset m_dataset;
    ImportStage* m_stage;
    ImportReport& m_report;
    IssueLog& m_log;
    SampleReader m_reader;
    SampleKeys m_keys;
    ReplyCells m_replies;
    ReplyScorer m_scorer;
    /// None while this previews.
    std::unique_ptr<ResponseWriter> m_writer;
    Columns m_columns;
    std::vector<Group> m_groups;
    std::vector<ActiveRun> m_runs;
    std::vector<Repeat> m_repeats;
    /// Replies that are not wholly right.
    qint64 m_wrong = 0;
    /// Replies without an answer that can be read, and those read or scored otherwise than before.
    qint64 m_unread = 0;
    qint64 m_readAnew = 0;
    QHash<QString, int> m_runIndex;
    SampleDraft m_draft;
    QString m_fallbackModel;
    std::optional<Condition> m_fallbackCondition;
    QString m_fallbackSetting;
    /// Of records that tell none, from 0.
    int m_firstAttempt = 0;
    bool m_zeroBasedAttempts = false;
    bool m_milliseconds = false;
    bool m_circular = false;
    bool m_byPosition = false;
    /// The file tells scores, and nothing of what was said.
    bool m_scoresOnly = false;
    /// Columns whose values together tell the sample.
    QStringList m_together;
    std::vector<int> m_togetherColumns;
    /// Replies that ask what another sample than theirs asks.
    qint64 m_otherQuestions = 0;
    /// Where a preview collects; nothing is written then.
    QVector<PreviewedResponse>* m_preview = nullptr;
    PreviewedResponse m_previewed;
};

} // namespace winnow
