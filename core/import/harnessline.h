// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/sentence.h"
#include "core/import/jsonpick.h"

#include <memory>

namespace winnow {

/// Writes the lines of a harness's sample log as records: index, question, options, images, answer,
/// accepted, model, dataset, setting, response, prediction, score, probabilities, tokens, and what else is
/// said as columns of their own. One thread.
class HarnessLine {
public:
    virtual ~HarnessLine() = default;
    /// What a line is of: the later line of the same replaces the earlier one. Empty for one that cannot be
    /// read.
    virtual std::string key(const JsonFields& line) const;
    virtual std::string record(const JsonFields& line) = 0;
    /// What is to be said of the lines so far.
    virtual SentenceList notes() const;

    void setRun(const QString& model, const QString& task);

protected:
    void addRun(JsonWriter& out) const;
    /// "answer" and "accepted" of a target, which the harness wrote as a text; a list of texts may stand in
    /// it as Python writes one.
    static void addTarget(const std::string& target, JsonWriter& out);
    /// A metric, as a column. The first that can be a score, a number from 0 to 1 or a truth, is that of all
    /// lines.
    void addMetric(const std::string& name, std::string_view value, JsonWriter& out);
    /// Before the metrics of a line: one score for several replies is the score of none of them.
    void begin(std::string_view raw, std::string_view filtered);
    bool isSeveral() const { return m_several; }
    /// The replies of a line, and what a filter made of them where that is more than leaving out what was
    /// thought first.
    static void addReplies(std::string_view raw, std::string_view filtered, JsonWriter& out);
    /// Prediction and probabilities (a softmax) by the options' log-likelihoods; the likeliest option.
    size_t addLikelihoods(const std::vector<double>& logs, JsonWriter& out);
    /// What is not in the log, or read otherwise than it stands there.
    void note(const Sentence& text);

private:
    std::string m_model;
    std::string m_task;
    std::string m_metric;
    QStringList m_otherMetrics;
    bool m_several = false;
    SentenceList m_notes;
};

/// The log-likelihoods in [[logarithm, is greedy], …]; empty when it is no such list.
std::vector<double> likelihoodsIn(std::string_view replies);

/// For lmms-eval (0.7), lm-evaluation-harness (0.4) and the reviews of EvalScope (1.0).
std::unique_ptr<HarnessLine> lmmsEvalLine();
std::unique_ptr<HarnessLine> lmEvalLine();
std::unique_ptr<HarnessLine> evalScopeLine();

} // namespace winnow
