// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/steplinks.h"

#include "core/domain/stepcircles.h"
#include "core/import/recordloop.h"
#include "core/import/utf8.h"

namespace winnow {

StepLinks::StepLinks(
    const FieldMapping& mapping, QString dataset, QHash<QString, QString> known, IssueLog& log)
    : m_mapping(mapping)
    , m_dataset(std::move(dataset))
    , m_parentOf(std::move(known))
    , m_log(log)
{
}

void StepLinks::read(const QString& path, const ReadLimits& limits)
{
    if (!m_mapping.has(Field::Parent)) {
        return;
    }
    SampleReader reader(m_mapping);
    SampleDraft draft;
    QSet<QString> keys;
    RecordLoop loop;
    loop.take = [&](const RawRecord& record, const RecordSource& source) -> Result<bool> {
        reader.readStep(record, source.columns(), draft);
        const QString index = toQString(draft.index);
        // Of records with one key the first is the sample.
        if (index.isEmpty() || keys.contains(index)) {
            return true;
        }
        keys.insert(index);
        if (draft.parent.empty() || draft.parent == draft.index) {
            m_parentOf.remove(index);
        } else {
            m_parentOf.insert(index, toQString(draft.parent));
        }
        return true;
    };
    (void)loop.run(path, limits);
    m_circles = stepsInCircles(m_parentOf);
}

QString StepLinks::roundOf(const QString& index) const
{
    constexpr qsizetype kShown = 8;
    QStringList round{index};
    QString at = m_parentOf.value(index);
    for (; at != index && round.size() < kShown; at = m_parentOf.value(at)) {
        round.append(at);
    }
    round.append(at == index ? index : QString(QChar(0x2026)));
    return round.join(QStringLiteral(", "));
}

void StepLinks::refuse(SampleDraft& draft, Field field, const QString& found, const Sentence& expected)
{
    m_log.add(ImportIssue::Severity::Warning, draft.line, m_mapping.column(field), found, expected,
        QString(m_dataset + u'/' + toQString(draft.index)));
    draft.parent = draft.step = {};
}

void StepLinks::settle(SampleDraft& draft)
{
    if (draft.parent.empty() && draft.step.empty()) {
        return;
    }
    if (draft.parent.empty()) {
        refuse(draft, Field::Step, toQString(draft.step),
            Sentence::of(QT_TRANSLATE_NOOP(
                "Import", "a step of a question, whose key is told too; the sample comes without its step")));
        return;
    }
    if (draft.parent == draft.index) {
        refuse(draft, Field::Parent, toQString(draft.parent),
            Sentence::of(QT_TRANSLATE_NOOP(
                "Import", "the key of another sample, not its own; the sample comes without its step")));
        return;
    }
    const QString index = toQString(draft.index);
    if (m_circles.contains(index)) {
        refuse(draft, Field::Parent, roundOf(index),
            Sentence::of(QT_TRANSLATE_NOOP("Import",
                "a question that is not itself a step of this sample; the sample comes without its step")));
        return;
    }
    ++m_steps[toQString(draft.parent)];
}

void StepLinks::tell(const std::function<bool(const QString& index)>& isThere) const
{
    qint64 steps = 0;
    qint64 missing = 0;
    qint64 missingParents = 0;
    for (auto it = m_steps.cbegin(); it != m_steps.cend(); ++it) {
        steps += it.value();
        if (!isThere(it.key())) {
            ++missingParents;
            missing += it.value();
        }
    }
    if (steps > 0) {
        m_log.message(
            Sentence::of(QT_TRANSLATE_NOOP("Import", "Samples that are steps of others: %1 (questions: %2)"))
                .arg(steps)
                .arg(m_steps.size()));
    }
    if (missing > 0) {
        m_log.message(
            Sentence::of(QT_TRANSLATE_NOOP("Import",
                             "Steps whose question \"%1\" does not have: %2 (questions: %3); they are "
                             "chains without an end-to-end question"))
                .arg(m_dataset)
                .arg(missing)
                .arg(missingParents));
    }
}

} // namespace winnow
