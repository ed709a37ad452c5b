// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/modelnumber.h"

#include "core/curate/insights.h"
#include "ui/util/format.h"

#include <QCoreApplication>

namespace winnow {

namespace {

/// What a menu says of a part, with its count, and what the list is called once it is open.
class Parts {
    Q_DECLARE_TR_FUNCTIONS(winnow::ModelNumber)
public:
    Parts(const ModelNumber& number, const ModelSamples& samples)
        : m_model(number.model)
        , m_when(number.after ? tr("after") : tr("before"))
        , m_samples(samples)
    {
    }

    ClickThrough of(ModelNumber::Part part) const
    {
        switch (part) {
        case ModelNumber::Part::Answered:
            return list(tr("answered"), m_samples.right + m_samples.wrong);
        case ModelNumber::Part::Missing:
            return list(tr("missing"), m_samples.missing);
        case ModelNumber::Part::Unread:
            return list(tr("unread"), m_samples.unread);
        case ModelNumber::Part::All:
            return ClickThrough::toSamples(
                tr("%1: answered").arg(m_model), {m_samples.right, m_samples.wrong});
        case ModelNumber::Part::Ask:
            break;
        }
        return all();
    }

private:
    ClickThrough list(const QString& what, const QVector<SampleId>& samples) const
    {
        return ClickThrough::toSamples(QStringLiteral("%1: %2, %3").arg(m_model, what, m_when), {samples});
    }

    ClickThrough all() const
    {
        const auto entry = [](const QString& label, const ClickThrough& what, qsizetype count) {
            return what.called(label.arg(formatCount(count)));
        };
        QVector<ClickThrough> choices{
            entry(tr("Right: %1"), list(tr("right"), m_samples.right), m_samples.right.size()),
            entry(tr("Wrong: %1"), list(tr("wrong"), m_samples.wrong), m_samples.wrong.size()),
            entry(tr("Missing: %1"), of(ModelNumber::Part::Missing), m_samples.missing.size()),
            entry(tr("Unread: %1"), of(ModelNumber::Part::Unread), m_samples.unread.size())};
        if (!m_samples.apart.isEmpty()) {
            const QString title = tr("%1: answered, but not by all, %2").arg(m_model, m_when);
            choices.append(entry(tr("Answered, but not by all: %1"),
                ClickThrough::toSamples(title, {m_samples.apart}), m_samples.apart.size()));
        }
        return ClickThrough::choice(QStringLiteral("%1, %2").arg(m_model, m_when), choices);
    }

    QString m_model;
    QString m_when;
    const ModelSamples& m_samples;
};

} // namespace

ClickThrough samplesBehind(const ModelNumber& number)
{
    return ClickThrough::later([number](Project& project, Progress& progress) -> Result<ClickThrough> {
        return samplesOfModel(project, number.policy, number.model, number.dataset, number.after, progress,
            number.among, number.capability)
            .map([&](const ModelSamples& samples) { return Parts(number, samples).of(number.part); });
    });
}

} // namespace winnow
