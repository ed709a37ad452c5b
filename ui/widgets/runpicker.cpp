// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/runpicker.h"

#include "ui/models/plaintext.h"
#include "ui/models/terms.h"
#include "ui/widgets/basics.h"

#include <QComboBox>
#include <QDateTime>
#include <QHBoxLayout>
#include <QLocale>
#include <QVBoxLayout>

namespace winnow {

QString runTitle(const QString& model, Condition condition, const QString& setting)
{
    QStringList words{model};
    if (condition != Condition::Standard) {
        words.append(conditionTitle(condition));
    }
    if (!setting.isEmpty()) {
        words.append(setting);
    }
    return words.join(QStringLiteral(" · "));
}

QString sideTitle(const ComparedRun& side)
{
    QString title = runTitle(side.model, side.condition, side.setting.value_or(QString()));
    if (side.attempt >= 0) {
        title += QStringLiteral(" · ") + RunPicker::tr("Attempt %1").arg(side.attempt + 1);
    }
    if (side.scoreSet) {
        title += QStringLiteral(" · ") + RunPicker::tr("scores %1").arg(side.scoreSet);
    }
    return title;
}

RunPicker::RunPicker(const QString& title, const QString& name, QWidget* parent)
    : QWidget(parent)
    , m_run(new QComboBox)
    , m_attempt(new QComboBox)
    , m_scores(new QComboBox)
{
    m_run->setObjectName(name + QStringLiteral("Run"));
    m_run->setAccessibleName(title);
    m_run->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_run->setMinimumContentsLength(16);
    m_attempt->setObjectName(name + QStringLiteral("Attempt"));
    m_attempt->setAccessibleName(tr("%1: attempt").arg(title));
    m_scores->setObjectName(name + QStringLiteral("Scores"));
    m_scores->setAccessibleName(tr("%1: score set").arg(title));
    m_scores->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_scores->setMinimumContentsLength(12);
    auto* row = new QHBoxLayout;
    row->setSpacing(kUnit);
    row->addWidget(m_run, 3);
    row->addWidget(m_attempt);
    row->addWidget(m_scores, 2);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kUnit / 2);
    layout->addWidget(new Text(title, TextSize::Small, Text::Tone::Muted));
    layout->addLayout(row);
    connect(m_run, &QComboBox::activated, this, [this] {
        offerParts({});
        emit changed();
    });
    connect(m_attempt, &QComboBox::activated, this, &RunPicker::changed);
    connect(m_scores, &QComboBox::activated, this, &RunPicker::changed);
}

void RunPicker::offer(const QVector<ComparableRun>& runs, const ComparedRun& chosen)
{
    m_runs = runs;
    m_run->clear();
    for (const ComparableRun& each : runs) {
        m_run->addItem(plainCaption(runTitle(each.model, each.condition, each.setting)));
        if (each.model == chosen.model && each.condition == chosen.condition
            && each.setting == chosen.setting.value_or(QString())) {
            m_run->setCurrentIndex(m_run->count() - 1);
        }
    }
    offerParts(chosen);
}

const ComparableRun* RunPicker::run() const
{
    const int at = m_run->currentIndex();
    return at >= 0 && at < m_runs.size() ? &m_runs.at(at) : nullptr;
}

void RunPicker::offerParts(const ComparedRun& chosen)
{
    m_attempt->clear();
    m_scores->clear();
    const ComparableRun* of = run();
    m_attempt->addItem(tr("All attempts"), -1);
    for (int attempt = 0; of && attempt < of->attempts; ++attempt) {
        m_attempt->addItem(tr("Attempt %1").arg(attempt + 1), attempt);
    }
    m_attempt->setCurrentIndex(qMax(0, m_attempt->findData(chosen.attempt)));
    m_attempt->setVisible(m_attempt->count() > 2);
    m_scores->addItem(tr("Current scores"), qint64(0));
    for (const auto& [dataset, set] : of ? of->scores : QVector<QPair<QString, ScoreSet>>()) {
        if (set.current) {
            continue;
        }
        const QDateTime at = QDateTime::fromString(set.createdAt, Qt::ISODateWithMs).toLocalTime();
        const QString made = set.scorer.isEmpty() ? tr("as imported") : set.scorer;
        m_scores->addItem(plainCaption(QStringLiteral("%1: %2, %3")
                                           .arg(dataset, made, QLocale().toString(at, QLocale::ShortFormat))),
            set.id);
    }
    m_scores->setCurrentIndex(qMax(0, m_scores->findData(chosen.scoreSet)));
    m_scores->setVisible(m_scores->count() > 1);
}

ComparedRun RunPicker::chosen() const
{
    const ComparableRun* of = run();
    if (!of) {
        return {};
    }
    return {of->model, of->condition, of->setting, m_attempt->currentData().toInt(),
        m_scores->currentData().toLongLong()};
}

} // namespace winnow
