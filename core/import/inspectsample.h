// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/sentence.h"

#include <map>
#include <string>
#include <string_view>

namespace winnow {

class JsonFields;
class JsonWriter;

/// The JSON of one sample of an inspect log. A sample in chunks has its messages, attachments and metadata
/// beside it; chunks go by the position of their first element.
struct InspectParts {
    std::string_view sample;
    std::string_view metadata;
    std::map<qint64, std::string_view> messages;
    std::map<qint64, std::string_view> attachments;
};

/// Writes the samples of an inspect log (version 2, inspect_ai 0.3) as records: index, question, hint,
/// images, options, answer, accepted, model, dataset, attempt (the epoch), response, prediction, score,
/// latency in seconds, tokens; and as columns of their own what else is said of them. Scores are those of
/// the log's first scorer, as inspect turns them into numbers: C 1, P 0.5, I and N 0. One thread.
class InspectSamples {
public:
    /// The members "eval" and "results" of a log; either may be empty.
    void setRun(std::string_view eval, std::string_view results);
    /// The record of a sample; empty when the text is no whole object.
    std::string record(const InspectParts& parts);
    /// What they are samples of.
    QString dataset() const { return QString::fromStdString(m_dataset); }
    /// What is to be said of the samples read so far.
    SentenceList notes() const;

private:
    void writeInput(const JsonFields& sample, JsonWriter& out) const;
    void writeTarget(const JsonFields& sample, JsonWriter& out) const;
    /// False when the messages have to tell it.
    bool writeReply(const JsonFields& sample, JsonWriter& out) const;
    void writeScores(const JsonFields& sample, JsonWriter& out);
    void writeDetails(const JsonFields& sample, JsonWriter& out);

    std::string m_model;
    std::string m_dataset;
    std::string m_task;
    std::string m_scorer;
    /// Where a score has several values: which of them counts.
    std::string m_value;
    QStringList m_otherScorers;
    QStringList m_otherValues;
    qint64 m_errors = 0;
    qint64 m_limits = 0;
    qint64 m_unscored = 0;
    qint64 m_outside = 0;
    qint64 m_invalid = 0;
};

} // namespace winnow
