// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/exportrows.h"

#include "core/text/answerparser.h"
#include "core/text/goldreader.h"
#include "core/transform/rotations.h"
#include "core/transform/transformation.h"

#include <algorithm>

namespace winnow {

namespace {

void tell(QStringList* warnings, const QString& sentence)
{
    if (warnings != nullptr) {
        warnings->append(sentence);
    }
}

/// What a person typed for several right options, in the stored form; empty when it names none.
QString severalRight(const QString& typed, qsizetype options)
{
    QVector<int> positions;
    for (const QString& part : keyParts(typed, options)) {
        positions.append(letterKey(part, options));
    }
    return positions.size() > 1 ? goldSetText(positions) : QString();
}

/// What a person typed as the right option: its letter or its text; -1 when it is none.
int typedOption(const QString& typed, const QStringList& options)
{
    const int letter = optionPosition(typed, options.size());
    return letter >= 0 ? letter : readGold(typed, options).option;
}

void correctGold(const Sample& sample, const QString& newGold, ExportRow& row, QStringList* warnings)
{
    row.gold = newGold;
    row.accepted.clear();
    if (!sample.isMcq()) {
        return;
    }
    const int option = typedOption(newGold, sample.options);
    const QString several = option >= 0 ? QString() : severalRight(newGold, sample.options.size());
    if (option >= 0) {
        row.gold = optionLetter(option);
    } else if (!several.isEmpty()) {
        row.gold = several;
    } else {
        tell(warnings,
            QStringLiteral("%1: the corrected answer \"%2\" is none of the options")
                .arg(sample.key(), newGold));
    }
}

/// The question without its options. False when the sample has none, or no single right one and nobody wrote
/// an answer.
bool convert(const Sample& sample, const SampleOutcome& outcome, ExportRow& row, QStringList* warnings)
{
    if (!sample.isMcq()) {
        return false;
    }
    const QStringList written = outcome.newGold.split(u'\n', Qt::SkipEmptyParts);
    const int typed = written.size() == 1 ? typedOption(written.first(), sample.options) : -1;
    const int gold = typed >= 0 ? typed : optionPosition(sample.gold, sample.options.size());
    if (gold < 0 && written.isEmpty()) {
        tell(warnings,
            (goldSet(sample.gold, sample.options.size()).isEmpty()
                    ? QStringLiteral("%1: not made open-ended, its answer is none of its options")
                    : QStringLiteral("%1: not made open-ended, several of its options are right together"))
                .arg(sample.key()));
        return false;
    }
    const OpenForm form = openFormOf(sample.question, sample.options, std::max(gold, 0),
        transformationOf(sample.question, sample.options, optionLetter(std::max(gold, 0))).reason);
    row.question = outcome.newQuestion.isEmpty() ? form.question : outcome.newQuestion;
    row.accepted = written.isEmpty() || typed >= 0 ? form.accepted : written;
    row.gold = row.accepted.first();
    if (row.accepted.size() == 1) {
        row.accepted.clear();
    }
    row.scorer = form.scorer;
    row.options.clear();
    row.converted = true;
    row.changed = true;
    return true;
}

} // namespace

QVector<ExportRow> rowsOf(const Sample& sample, const SampleOutcome& outcome, QStringList* warnings)
{
    ExportRow base{
        sample.sourceIndex, {}, 0, sample.question, sample.options, sample.gold, sample.acceptedAnswers};
    const bool converts = outcome.disposition == Disposition::Convert;
    if (converts && convert(sample, outcome, base, warnings)) {
        return {base};
    }
    base.changed = !converts && (!outcome.newQuestion.isEmpty() || !outcome.newGold.isEmpty());
    if (!converts && !outcome.newQuestion.isEmpty()) {
        base.question = outcome.newQuestion;
    }
    if (!converts && !outcome.newGold.isEmpty()) {
        correctGold(sample, outcome.newGold, base, warnings);
    }
    const int k = int(sample.options.size());
    const int gold = sample.isMcq() ? optionPosition(base.gold, k) : -1;
    const bool goldThere = gold >= 0;
    const QVector<int> several = goldSet(base.gold, k);
    QVector<Rotation> rotations = sample.rotations;
    if (rotations.isEmpty() && outcome.disposition == Disposition::Circular && k > 1) {
        rotations = cyclicRotations(sample);
        if (rotations.isEmpty()) {
            tell(warnings,
                QStringLiteral("%1: asked in its own order only, its options name one another or the image")
                    .arg(sample.key()));
        }
    }
    QVector<ExportRow> rows{base};
    for (const Rotation& rotation : rotations) {
        rows.first().group = base.index;
        if (rotation.shift == 0) {
            continue;
        }
        ExportRow row = base;
        row.index = rotation.sourceIndex;
        row.group = base.index;
        row.shift = rotation.shift;
        row.gold = rotation.gold;
        QVector<int> severalShown;
        for (int shown = 0; shown < k && shown < rotation.permutation.size(); ++shown) {
            const int from = optionPosition(rotation.permutation.mid(shown, 1));
            row.options[shown] = from >= 0 && from < k ? sample.options.at(from) : QString();
            // The source's own letter stands unless the gold was corrected: equal option texts make ours a
            // guess.
            if (goldThere && from == gold && (!outcome.newGold.isEmpty() || rotation.gold.isEmpty())) {
                row.gold = optionLetter(shown);
            }
            if (several.contains(from)) {
                severalShown.append(shown);
            }
        }
        if (!severalShown.isEmpty() && (!outcome.newGold.isEmpty() || rotation.gold.isEmpty())) {
            row.gold = goldSetText(severalShown);
        }
        if (row.gold.isEmpty()) {
            row.gold = base.gold;
        }
        rows.append(row);
    }
    return rows;
}

} // namespace winnow
