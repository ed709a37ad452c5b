// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transform/rotations.h"

#include "core/transform/optionneed.h"

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

} // namespace

QVector<Rotation> cyclicRotations(const Sample& sample)
{
    QVector<Rotation> rotations;
    if (namesLetters(sample.options)) {
        return rotations;
    }
    const QVector<int> fixed = optionsAboutOthers(sample.options);
    QVector<int> moving;
    for (int i = 0; i < sample.options.size(); ++i) {
        if (!fixed.contains(i)) {
            moving.append(i);
        }
    }
    const int k = int(moving.size());
    for (int shift = 1; shift < k; ++shift) {
        Rotation rotation{shift, rotatedIndex(sample.sourceIndex, shift), {}, {}};
        int next = 0;
        for (int shown = 0; shown < sample.options.size(); ++shown) {
            const int from = fixed.contains(shown) ? shown : moving.at((next++ + shift) % k);
            rotation.permutation += optionLetter(from);
        }
        rotations.append(rotation);
    }
    return rotations;
}

} // namespace winnow
