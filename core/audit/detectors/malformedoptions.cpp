// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/detectors/malformedoptions.h"

#include "core/audit/detectors/evaluation.h"
#include "core/text/goldreader.h"

#include <algorithm>

namespace winnow {

namespace {

struct Problem {
    QString id;
    Sentence sentence;
    QStringList letters;
    double score = 0;
};

QString same(const QString& text)
{
    return text.simplified().normalized(QString::NormalizationForm_KC);
}

std::vector<Problem> problemsOf(const AuditData& data, std::size_t sample, bool goldKnown)
{
    const AuditText& text = data.texts[sample];
    const QStringList& options = text.options;
    std::vector<Problem> problems;
    const int gold = data.goldIndex[sample];
    const QVector<int> several = gold < 0 ? goldSet(data.gold[sample], options.size()) : QVector<int>();
    if (gold < 0 && data.hasGold[sample] && several.isEmpty()) {
        problems.push_back({QStringLiteral("gold_not_an_option"),
            Sentence::of(QT_TRANSLATE_NOOP("Detector", "the gold answer \"%1\" is not among the %2"))
                .arg(data.gold[sample].left(60), countText(options.size(), "option", "options")),
            {}, 1});
    } else if (gold < 0 && goldKnown && several.isEmpty()) {
        problems.push_back({QStringLiteral("gold_missing"),
            Sentence::of(QT_TRANSLATE_NOOP("Detector", "no gold answer is given")), {}, 0.9});
    }
    if (options.size() == 1) {
        problems.push_back({QStringLiteral("single_option"),
            Sentence::of(QT_TRANSLATE_NOOP("Detector", "there is only one option")), {}, 1});
    }
    QStringList empty;
    QStringList doubled;
    bool goldDoubled = false;
    QStringList said;
    for (const QString& option : options) {
        said.append(same(option));
    }
    for (qsizetype i = 0; i < options.size(); ++i) {
        if (said[i].isEmpty()) {
            empty.append(optionLetter(int(i)));
        } else if (said.count(said[i]) > 1) {
            doubled.append(optionLetter(int(i)));
            goldDoubled = goldDoubled || i == gold || several.contains(int(i));
        }
    }
    if (!empty.isEmpty()) {
        problems.push_back({QStringLiteral("empty_option"),
            empty.size() == 1
                ? Sentence::of(QT_TRANSLATE_NOOP("Detector", "option %1 is empty (lost None or NA?)"))
                      .arg(empty.first())
                : Sentence::of(QT_TRANSLATE_NOOP("Detector", "options %1 are empty")).arg(listText(empty, 6)),
            empty, 0.95});
    }
    if (!doubled.isEmpty()) {
        problems.push_back({QStringLiteral("duplicate_options"),
            (goldDoubled ? Sentence::of(
                 QT_TRANSLATE_NOOP("Detector", "options %1 say the same, the gold answer among them"))
                         : Sentence::of(QT_TRANSLATE_NOOP("Detector", "options %1 say the same")))
                .arg(listText(doubled, 6)),
            doubled, goldDoubled ? 1.0 : 0.8});
    }
    return problems;
}

} // namespace

const DetectorInfo& MalformedOptionsDetector::info() const
{
    static const DetectorInfo info{QStringLiteral("mcq_malformed"), 1,
        QStringLiteral(QT_TRANSLATE_NOOP("Detector", "Malformed options")),
        QStringLiteral(QT_TRANSLATE_NOOP("Detector",
            "Finds multiple-choice samples that cannot be answered as written: the gold answer is not an "
            "option, two options say the same, an option is empty or alone.")),
        QStringLiteral("METHODS C9 (option sanity)"), {QStringLiteral("mcq_malformed")},
        {{Need::Options, 1}, {Need::Texts, 1}}, {}, {}};
    return info;
}

Result<DetectorResult> MalformedOptionsDetector::evaluate(
    const DetectorInput& input, const Parameters& parameters, Progress& progress) const
{
    Evaluation run(input, parameters, progress);
    const AuditData& data = run.data;
    qint64 mcq = 0;
    qint64 withGold = 0;
    for (std::size_t i = 0; i < data.size(); ++i) {
        if (data.isMcq(i)) {
            ++mcq;
            withGold += data.hasGold[i];
        }
    }
    run.result.judged.assign(data.size(), false);
    const auto judge = [&](std::size_t i) {
        run.result.judged[i] = data.isMcq(i);
        if (!data.isMcq(i)) {
            return;
        }
        // A hidden key is no defect of single samples.
        const std::vector<Problem> problems = problemsOf(data, i, 2 * withGold > mcq);
        if (problems.empty()) {
            return;
        }
        QJsonArray ids;
        QJsonArray letters;
        QVector<Sentence> sentences;
        double score = 0;
        for (const Problem& problem : problems) {
            ids.append(problem.id);
            for (const QString& letter : problem.letters) {
                letters.append(letter);
            }
            sentences.append(problem.sentence);
            score = std::max(score, problem.score);
        }
        run.flag(i, "mcq_malformed", score, joined(sentences, QStringLiteral("; ")).capitalised(),
            {{QStringLiteral("problems"), ids}, {QStringLiteral("options"), letters},
                {QStringLiteral("options_count"), data.optionCount[i]}});
    };
    if (!run.eachSample(QT_TRANSLATE_NOOP("Detector", "Checking options"), judge)) {
        return auditCancelled();
    }
    if (withGold == 0 && mcq > 0) {
        run.note(Sentence::of(QT_TRANSLATE_NOOP(
            "Detector", "No multiple-choice sample has a gold answer; keys were not checked.")));
    }
    return run.finish();
}

} // namespace winnow
