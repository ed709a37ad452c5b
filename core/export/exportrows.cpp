// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/exportrows.h"

#include "core/text/answerparser.h"
#include "core/text/goldreader.h"

namespace winnow {

namespace {

constexpr qint64 kRotationStep = 1'000'000;

QString rotatedIndex(const QString& index, int shift)
{
    bool number = false;
    const qint64 value = index.toLongLong(&number);
    return number && value >= 0 && value < kRotationStep && QString::number(value) == index
        ? QString::number(value + shift * kRotationStep)
        : QStringLiteral("%1_rotation_%2").arg(index).arg(shift);
}

/// Shift s shows the option at position (p + s) mod k under letter p, as CircularEval does.
QVector<Rotation> cyclicRotations(const Sample& sample)
{
    QVector<Rotation> rotations;
    const int k = int(sample.options.size());
    for (int shift = 1; shift < k; ++shift) {
        Rotation rotation{shift, rotatedIndex(sample.sourceIndex, shift), {}, {}};
        for (int shown = 0; shown < k; ++shown) {
            rotation.permutation += optionLetter((shown + shift) % k);
        }
        rotations.append(rotation);
    }
    return rotations;
}

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

} // namespace

QVector<ExportRow> rowsOf(const Sample& sample, const SampleOutcome& outcome, QStringList* warnings)
{
    ExportRow base{
        sample.sourceIndex, {}, 0, sample.question, sample.options, sample.gold, sample.acceptedAnswers};
    base.changed = !outcome.newQuestion.isEmpty() || !outcome.newGold.isEmpty();
    if (!outcome.newQuestion.isEmpty()) {
        base.question = outcome.newQuestion;
    }
    if (!outcome.newGold.isEmpty()) {
        base.gold = outcome.newGold;
        base.accepted.clear();
        if (sample.isMcq()) {
            // People type the letter or the option's text.
            const int letter = optionPosition(outcome.newGold, sample.options.size());
            const int option = letter >= 0 ? letter : readGold(outcome.newGold, sample.options).option;
            if (option >= 0) {
                base.gold = optionLetter(option);
            } else if (const QString several = severalRight(outcome.newGold, sample.options.size());
                       !several.isEmpty()) {
                base.gold = several;
            } else {
                tell(warnings,
                    QStringLiteral("%1: the corrected answer \"%2\" is none of the options")
                        .arg(sample.key(), outcome.newGold));
            }
        }
    }
    const int k = int(sample.options.size());
    const int gold = sample.isMcq() ? optionPosition(base.gold, k) : -1;
    const bool goldThere = gold >= 0;
    const QVector<int> several = goldSet(base.gold, k);
    if (outcome.disposition == Disposition::Convert) {
        if (goldThere) {
            base.gold = sample.options.at(gold);
            base.options.clear();
            base.accepted.clear();
            base.converted = true;
            base.changed = true;
            return {base};
        }
        if (sample.isMcq()) {
            tell(warnings,
                (several.isEmpty()
                        ? QStringLiteral("%1: not made open-ended, its answer is none of its options")
                        : QStringLiteral(
                            "%1: not made open-ended, several of its options are right together"))
                    .arg(sample.key()));
        }
    }
    QVector<Rotation> rotations = sample.rotations;
    if (rotations.isEmpty() && outcome.disposition == Disposition::Circular && k > 1) {
        rotations = cyclicRotations(sample);
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
