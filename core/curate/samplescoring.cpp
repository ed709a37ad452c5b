// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/curate/samplescoring.h"

#include "core/store/samplestore.h"

namespace winnow {

namespace {

const Rotation* rotationOf(const Sample& sample, int shift)
{
    for (const Rotation& rotation : sample.rotations) {
        if (rotation.shift == shift) {
            return &rotation;
        }
    }
    return nullptr;
}

QStringList shownOptions(const Sample& sample, int shift)
{
    const Rotation* rotation = shift == 0 ? nullptr : rotationOf(sample, shift);
    if (!rotation) {
        return sample.options;
    }
    QStringList shown;
    for (const QChar letter : rotation->permutation) {
        shown.append(sample.options.value(letter.unicode() - u'A'));
    }
    return shown;
}

} // namespace

QString shownGold(const Sample& sample, int shift)
{
    if (shift == 0) {
        return sample.gold;
    }
    const Rotation* rotation = rotationOf(sample, shift);
    return rotation ? rotation->gold : QString();
}

SampleScoring::SampleScoring(sqlite::Connection& connection, DatasetId dataset)
    : m_connection(connection)
{
    int fractions = 0;
    SampleStore(connection).forEachOpenGold(dataset, [&](std::string_view gold) {
        fractions += fractionMark(gold);
    });
    m_habit = fractions < 0 ? DecimalMark::Comma : DecimalMark::Point;
}

const Sample& SampleScoring::sample(SampleId id)
{
    auto it = m_samples.constFind(id.value);
    if (it == m_samples.constEnd()) {
        constexpr qsizetype kMost = 100'000;
        if (m_samples.size() > kMost) {
            m_samples.clear();
        }
        it = m_samples.insert(id.value, SampleStore(m_connection).byId(id).value_or(Sample()));
    }
    return *it;
}

ReplyToScore SampleScoring::replyTo(SampleId id, Condition condition, int shift)
{
    const Sample& of = sample(id);
    ReplyToScore reply;
    reply.habit = m_habit;
    if (of.isMcq() && condition != Condition::OpenEnded) {
        reply.options = shownOptions(of, shift);
        reply.gold = shownGold(of, shift);
        reply.several = of.gold.contains(u',');
        return reply;
    }
    reply.choiceAskedOpenly = of.isMcq();
    const int position = of.goldIndex();
    reply.gold = position >= 0 ? of.options.at(position) : of.gold;
    reply.accepted = position >= 0 ? QStringList() : of.acceptedAnswers;
    reply.letterOnly
        = !of.isMcq() && of.gold.size() == 1 && optionPosition(of.gold) >= 0 && of.gold.at(0).isUpper();
    return reply;
}

} // namespace winnow
