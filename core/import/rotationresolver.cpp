// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/rotationresolver.h"

#include "core/import/utf8.h"
#include "core/store/stagedsamples.h"
#include "core/text/answerparser.h"
#include "core/text/normalise.h"

namespace winnow {

namespace {

constexpr qint64 kCircularStep = 1'000'000;

bool isCount(std::string_view text, qint64& value)
{
    if (text.empty() || text.size() > 18 || text.find_first_not_of("0123456789") != std::string_view::npos) {
        return false;
    }
    value = std::stoll(std::string(text));
    return true;
}

} // namespace

std::optional<RotationKey> rotationOf(const SampleDraft& draft, const KeyRegistry& keys)
{
    qint64 index = 0;
    const bool numbered = isCount(draft.index, index);
    qint64 turn = 0;
    if (isCount(draft.rotation, turn)) {
        if (turn == 0 || turn > 255 || (draft.base.empty() && !numbered)) {
            return std::nullopt;
        }
        return RotationKey{
            draft.base.empty() ? QString::number(index % kCircularStep) : toQString(draft.base), int(turn)};
    }
    if (!draft.base.empty()) {
        if (draft.base == draft.index) {
            return std::nullopt;
        }
        return RotationKey{
            toQString(draft.base), numbered && index >= kCircularStep ? int(index / kCircularStep) : 0};
    }
    constexpr qint64 kLetters = 25;
    if (!numbered || index < kCircularStep || index / kCircularStep > kLetters || draft.options.empty()) {
        return std::nullopt;
    }
    const std::string rest = std::to_string(index % kCircularStep);
    if (!keys.contains(rest)) {
        return std::nullopt;
    }
    return RotationKey{QString::fromStdString(rest), int(index / kCircularStep)};
}

QString rotationPermutation(const QStringList& base, const QStringList& shown)
{
    if (base.size() != shown.size() || base.isEmpty()) {
        return {};
    }
    QString permutation;
    QVector<bool> used(base.size(), false);
    for (const QString& option : shown) {
        const QString wanted = foldText(option);
        qsizetype found = -1;
        for (qsizetype i = 0; i < base.size() && found < 0; ++i) {
            if (!used.at(i) && foldText(base.at(i)) == wanted) {
                found = i;
            }
        }
        if (found < 0) {
            return {};
        }
        used[found] = true;
        permutation += optionLetter(int(found));
    }
    return permutation;
}

void RotationResolver::add(RotationKey key, WaitingSample waiting, bool sharesImages)
{
    if (sharesImages) {
        // The picture of a circular item stands in each of its rows; it need not be kept that often.
        waiting.imageTexts.clear();
        waiting.imageForms.clear();
        waiting.sharedFrom.clear();
    }
    m_pending.append({std::move(key), std::move(waiting), sharesImages});
}

QVector<Rotation> RotationResolver::merged(
    const std::optional<Sample>& base, const QVector<Pending*>& rows, QVector<Pending*>& alone)
{
    QVector<Rotation> rotations = base ? base->rotations : QVector<Rotation>();
    for (Pending* pending : rows) {
        const Sample& shown = pending->waiting.sample;
        const QString permutation = base ? rotationPermutation(base->options, shown.options) : QString();
        if (permutation.isEmpty()) {
            if (base && pending->sharesImages) {
                pending->waiting.sample.images = base->images;
            }
            alone.append(pending);
            continue;
        }
        const int shift = pending->key.shift == 0 ? optionPosition(permutation.left(1)) : pending->key.shift;
        const Rotation rotation{shift, shown.sourceIndex, permutation, shown.gold};
        const auto same = std::find_if(
            rotations.begin(), rotations.end(), [&](const Rotation& r) { return r.shift == shift; });
        if (same != rotations.end()) {
            *same = rotation;
        } else {
            rotations.append(rotation);
        }
    }
    return rotations;
}

Result<RotationResolver::Outcome> RotationResolver::resolve(
    const Samples& samples, const QString& dataset, IssueLog& log, const Progress* progress)
{
    QMap<QString, QVector<Pending*>> byBase;
    for (Pending& pending : m_pending) {
        byBase[pending.key.base].append(&pending);
    }
    Outcome outcome;
    outcome.items = byBase.size();
    QVector<Pending*> alone;
    for (auto it = byBase.cbegin(); it != byBase.cend(); ++it) {
        if (progress && progress->isCancelled()) {
            return fail(ErrorCode::Cancelled, Sentence::of(QT_TRANSLATE_NOOP("Error", "Cancelled")));
        }
        const auto base = samples.find(it.key());
        const qsizetype strangers = alone.size();
        const QVector<Rotation> rotations = merged(base, it.value(), alone);
        outcome.rotations += it.value().size() - (alone.size() - strangers);
        if (base && !sameRotations(base->rotations, rotations)) {
            WINNOW_TRY(samples.setRotations(*base, rotations));
        }
    }
    for (Pending* pending : alone) {
        const QString index = pending->waiting.sample.sourceIndex;
        log.add(ImportIssue::Severity::Warning, pending->waiting.line, QStringLiteral("index"), index,
            Sentence::of(QT_TRANSLATE_NOOP("Import",
                             "the options of item %1 in another order; kept as a sample of its own"))
                .arg(pending->key.base),
            dataset + u'/' + index);
        outcome.alone.push_back(std::move(pending->waiting));
    }
    m_pending.clear();
    return outcome;
}

} // namespace winnow
