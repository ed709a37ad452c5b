// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/detectors/detectorsupport.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace winnow {

tl::unexpected<Error> auditCancelled()
{
    return fail(ErrorCode::Cancelled, Sentence::of(QT_TRANSLATE_NOOP("Error", "The audit was cancelled")));
}

QString numberText(double value, int decimals)
{
    QString text = QString::number(value, 'f', decimals);
    if (text.contains(u'.')) {
        while (text.endsWith(u'0')) {
            text.chop(1);
        }
        if (text.endsWith(u'.')) {
            text.chop(1);
        }
    }
    return text == u"-0" ? QStringLiteral("0") : text;
}

QString percentText(double share)
{
    const double percent = 100 * share;
    if (percent > 0 && percent < 0.1) {
        return QStringLiteral("<0.1%");
    }
    if (percent < 100 && percent > 99.9) {
        return QStringLiteral(">99.9%");
    }
    return numberText(percent, percent < 10 || percent > 90 ? 1 : 0) + u'%';
}

QString pValueText(double p)
{
    return p >= 0.001 ? numberText(p, 3) : QString::number(p, 'g', 1);
}

// The nouns that detectors count, for lupdate: countText() puts the texts together.
[[maybe_unused]] static const char* const kCounted[] = {
    QT_TRANSLATE_NOOP("Detector", "%1 model"),
    QT_TRANSLATE_NOOP("Detector", "%1 models"),
    QT_TRANSLATE_NOOP("Detector", "%1 sample"),
    QT_TRANSLATE_NOOP("Detector", "%1 samples"),
    QT_TRANSLATE_NOOP("Detector", "%1 image"),
    QT_TRANSLATE_NOOP("Detector", "%1 images"),
    QT_TRANSLATE_NOOP("Detector", "%1 option"),
    QT_TRANSLATE_NOOP("Detector", "%1 options"),
    QT_TRANSLATE_NOOP("Detector", "%1 family"),
    QT_TRANSLATE_NOOP("Detector", "%1 families"),
    QT_TRANSLATE_NOOP("Detector", "%1 pair"),
    QT_TRANSLATE_NOOP("Detector", "%1 pairs"),
    QT_TRANSLATE_NOOP("Detector", "%1 multiple-choice sample"),
    QT_TRANSLATE_NOOP("Detector", "%1 multiple-choice samples"),
    QT_TRANSLATE_NOOP("Detector", "%1 open sample"),
    QT_TRANSLATE_NOOP("Detector", "%1 open samples"),
};

Sentence countText(qint64 count, const char* one, const char* many)
{
    return Sentence::of(QByteArray("%1 ").append(count == 1 ? one : many).constData()).arg(count);
}

Sentence listText(const QStringList& names, int shown)
{
    return listText(QVector<Sentence>(names.cbegin(), names.cend()), shown);
}

Sentence listText(const QVector<Sentence>& names, int shown)
{
    if (names.size() <= shown) {
        return names.size() < 2
            ? names.value(0)
            : Sentence::of(QT_TRANSLATE_NOOP("Detector", "%1 and %2"))
                  .arg(joined(names.mid(0, names.size() - 1), QStringLiteral(", ")), names.last());
    }
    return Sentence::of(QT_TRANSLATE_NOOP("Detector", "%1 and %2 more"))
        .arg(joined(names.mid(0, shown), QStringLiteral(", ")), names.size() - shown);
}

QJsonArray votesJson(const AuditData& data, const std::vector<ModelView>& models, std::size_t sample)
{
    std::map<qint32, int> counts;
    for (const ModelView& model : models) {
        const qint32 code = modelAnswer(model, sample);
        if (code >= 0) {
            ++counts[code];
        }
    }
    std::vector<std::pair<qint32, int>> order(counts.begin(), counts.end());
    const bool choice = !models.empty() && data.isChoice(*models.front().columns.front(), sample);
    std::sort(order.begin(), order.end(), [&](const auto& a, const auto& b) {
        // Codes of open answers depend on what else was loaded; their texts do not.
        return a.second != b.second ? a.second > b.second
            : choice                ? a.first < b.first
                                    : data.answers.value(a.first) < data.answers.value(b.first);
    });
    QJsonArray votes;
    for (const auto& [code, count] : order) {
        const bool gold = choice ? code == data.goldIndex[sample] : code == data.goldCode[sample];
        votes.append(
            QJsonObject{{QStringLiteral("answer"), choice ? optionLetter(code) : data.answerSpelling(code)},
                {QStringLiteral("count"), count}, {QStringLiteral("gold"), gold}});
    }
    return votes;
}

bool isScoredByAnotherKey(const AuditData& data, std::size_t sample, qint32 code)
{
    return !data.isMcq(sample) && code >= 0 && code == data.goldCode[sample];
}

Sentence anotherKeySentence(const AuditData& data, std::size_t sample, int agree, int models)
{
    return Sentence::of(
        QT_TRANSLATE_NOOP("Detector",
            "%1 of %2 give the gold answer %3 and are scored wrong: the responses were scored "
            "with another key"))
        .arg(QString::number(agree), countText(models, "model", "models"), goldText(data, sample));
}

QString goldText(const AuditData& data, std::size_t sample)
{
    return data.isMcq(sample) && data.goldIndex[sample] >= 0 ? optionLetter(data.goldIndex[sample])
                                                             : data.gold[sample];
}

QString topAnswer(const QJsonArray& votes)
{
    return votes.isEmpty() ? QString() : votes.first().toObject().value(QLatin1String("answer")).toString();
}

std::optional<double> guessedShare(const AuditData& data)
{
    double sum = 0;
    qint64 samples = 0;
    for (std::size_t i = 0; i < data.size(); ++i) {
        if (data.isMcq(i) && data.hasGold[i] && data.optionCount[i] > 1) {
            sum += 1.0 / data.optionCount[i];
            ++samples;
        }
    }
    return samples > 0 ? std::optional<double>(sum / double(samples)) : std::nullopt;
}

void reportLostImages(const std::vector<bool>& lost, DetectorResult& result)
{
    const qint64 samples = std::count(lost.begin(), lost.end(), true);
    if (samples == 0) {
        return;
    }
    DatasetFinding finding;
    finding.id = QStringLiteral("images_missing");
    finding.notable = true;
    finding.summary = Sentence::of(QT_TRANSLATE_NOOP("Detector",
                                       "Not compared: %1 whose images were probably not imported; the same "
                                       "words do not make them the same"))
                          .arg(countText(samples, "sample", "samples"));
    finding.details = {{QStringLiteral("samples"), samples}};
    result.findings.push_back(finding);
}

FlagDraft makeFlag(const AuditData& data, std::size_t sample, const char* kind, double score,
    const Sentence& summary, QJsonObject evidence)
{
    FlagDraft flag;
    flag.sampleId = SampleId{data.sampleIds[sample]};
    flag.kind = QString::fromLatin1(kind);
    flag.score = std::clamp(score, 0.0, 1.0);
    flag.evidence = std::move(evidence);
    flag.evidence.insert(QStringLiteral("summary"), summary.english());
    if (summary.isTranslatable()) {
        flag.evidence.insert(QStringLiteral("sentence"), summary.json());
    }
    return flag;
}

ParameterInfo fewestModels(int value, int least, const char* description)
{
    return integerParameter("min_models", QT_TRANSLATE_NOOP("Detector", "Fewest models"),
        QT_TRANSLATE_NOOP("Detector", "models"), value, least, 1000, description);
}

ParameterInfo fewestFamilies(const char* description)
{
    return integerParameter("min_families", QT_TRANSLATE_NOOP("Detector", "Fewest families"),
        QT_TRANSLATE_NOOP("Detector", "families"), 2, 1, 100, description);
}

void noteWithoutQuestion(const AuditData& data, SentenceList& notes)
{
    qint64 wordless = 0;
    for (const AuditText& text : data.texts) {
        wordless += text.question.trimmed().isEmpty();
    }
    if (wordless > 0) {
        notes.append(Sentence::of(QT_TRANSLATE_NOOP("Detector", "Not compared: %1 without a question."))
                         .arg(countText(wordless, "sample", "samples")));
    }
}

} // namespace winnow
