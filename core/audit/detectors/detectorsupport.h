// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/detectors/detector.h"

#include <QJsonArray>

namespace winnow {

/// "12%", "3.4%", never "0%" for something above nothing.
QString percentText(double share);
/// A number with at most `decimals` places and no trailing zeros.
QString numberText(double value, int decimals = 2);
/// A p- or q-value: "0.03", "3e-07".
QString pValueText(double p);
/// "1 model", "3 models".
Sentence countText(qint64 count, const char* one, const char* many);
/// "A, B and 4 more" of a long list.
Sentence listText(const QStringList& names, int shown = 3);
Sentence listText(const QVector<Sentence>& names, int shown = 3);

/// Votes of the models on one sample, most frequent first: [{"answer": "C", "count": 9, "gold": true}].
QJsonArray votesJson(const AuditData& data, const std::vector<ModelView>& models, std::size_t sample);
/// Whether models that answer `code` give an open question's gold answer though their scores say they are
/// wrong: the scores were made with another key.
bool isScoredByAnotherKey(const AuditData& data, std::size_t sample, qint32 code);
/// What to say then of `agree` of `models` models.
Sentence anotherKeySentence(const AuditData& data, std::size_t sample, int agree, int models);
/// The gold answer as shown to people: its letter, or its text.
QString goldText(const AuditData& data, std::size_t sample);
/// The most frequent answer among the models that give one, "" when nobody does.
QString topAnswer(const QJsonArray& votes);

/// The share of models that would be right if all guessed, over the multiple-choice samples; nothing without.
std::optional<double> guessedShare(const AuditData& data);

/// A flag with a summary; the rest of the evidence is added by the caller.
FlagDraft makeFlag(const AuditData& data, std::size_t sample, const char* kind, double score,
    const Sentence& summary, QJsonObject evidence = {});

/// The parameters "min_models", from `least` on, and "min_families": fewer judge no sample.
ParameterInfo fewestModels(int value, int least, const char* description);
ParameterInfo fewestFamilies(const char* description);

/// "3 samples have no question to compare."; nothing when all have one.
void noteWithoutQuestion(const AuditData& data, SentenceList& notes);

/// Adds a finding when any sample is left out for its image: see lostImages().
void reportLostImages(const std::vector<bool>& lost, DetectorResult& result);

/// Reports every so often and says whether to stop.
class Ticker {
public:
    Ticker(Progress& progress, std::size_t total, QString step)
        : m_progress(progress)
        , m_total(total)
        , m_step(std::move(step))
    {
    }
    /// False once the work is to stop.
    bool at(std::size_t done)
    {
        if ((done & 0xfff) != 0) {
            return true;
        }
        m_progress.report(qint64(done), qint64(m_total), m_step);
        return !m_progress.isCancelled();
    }

private:
    Progress& m_progress;
    std::size_t m_total;
    QString m_step;
};

} // namespace winnow
