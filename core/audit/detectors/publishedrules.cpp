// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/detectors/publishedrules.h"

#include "core/audit/detectors/detectorsupport.h"
#include "core/stats/distributions.h"

#include <QJsonArray>

#include <algorithm>
#include <cmath>

namespace winnow {

namespace {

struct Rule {
    QString id;
    Sentence title;
    /// Models right from which on a sample is discarded.
    int (*needed)(int models, int options);
};

QVector<Rule> rules()
{
    return {{QStringLiteral("datbench"),
                Sentence::of(QT_TRANSLATE_NOOP("Detector", "DatBench (more models than guess right)")),
                [](int models, int options) { return options > 0 ? models / options + 1 : 1; }},
        {QStringLiteral("mmstar"), Sentence::of(QT_TRANSLATE_NOOP("Detector", "MMStar (three models)")),
            [](int, int) { return 3; }},
        {QStringLiteral("mmmu_pro"),
            Sentence::of(QT_TRANSLATE_NOOP("Detector", "MMMU-Pro (three in four models)")),
            [](int models, int) { return std::max(3, (3 * models + 3) / 4); }}};
}

} // namespace

DatasetFinding publishedRules(const AuditData& data, const std::vector<Guessing>& guesses)
{
    DatasetFinding finding;
    finding.id = QStringLiteral("published_rules");
    QJsonArray rows;
    QVector<Sentence> told;
    qint64 samples = 0;
    for (const Rule& rule : rules()) {
        samples = 0;
        qint64 discarded = 0;
        qint64 reachable = 0;
        double byChance = 0;
        for (std::size_t i = 0; i < data.size(); ++i) {
            const Guessing& guessing = guesses[i];
            if (guessing.models == 0) {
                continue;
            }
            const int needed = rule.needed(guessing.models, data.optionCount[i]);
            discarded += guessing.hits >= needed;
            reachable += guessing.models >= needed;
            byChance += stats::binomialUpperTail(
                guessing.models, needed, std::min(1.0, guessing.expected / guessing.models));
            ++samples;
        }
        if (reachable == 0) {
            continue;
        }
        const double share = byChance / double(samples);
        rows.append(QJsonObject{{QStringLiteral("rule"), rule.id}, {QStringLiteral("discarded"), discarded},
            {QStringLiteral("by_chance"), share}, {QStringLiteral("samples"), samples}});
        told.append(
            Sentence::of(QT_TRANSLATE_NOOP("Detector", "%1 %2, %3 by chance alone"))
                .arg(rule.title, percentText(double(discarded) / double(samples)), percentText(share)));
    }
    finding.summary = Sentence::of(QT_TRANSLATE_NOOP("Detector", "Of %1, published rules would discard: %2"))
                          .arg(countText(samples, "sample", "samples"), listText(told, int(told.size())));
    finding.details = {{QStringLiteral("rules"), rows}};
    return finding;
}

int modelsThatWouldDo(double chance, double alpha, double samples)
{
    if (chance <= 0 || chance >= 1 || samples <= 0) {
        return 1;
    }
    return std::max(1, int(std::ceil(std::log(samples / alpha) / -std::log(chance) - 1e-9)));
}

} // namespace winnow
