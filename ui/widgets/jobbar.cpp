// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/jobbar.h"

#include "ui/models/terms.h"
#include "ui/util/format.h"
#include "ui/util/plainwidgets.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QProgressBar>
#include <QToolButton>

namespace winnow {

JobBar::JobBar(JobModel* model, QWidget* parent)
    : QWidget(parent)
    , m_model(model)
    , m_text(new PlainLabel(this))
    , m_progress(new QProgressBar(this))
    , m_cancel(new QToolButton(this))
{
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kUnit);
    m_progress->setFixedWidth(18 * kUnit);
    m_progress->setFixedHeight(kUnit);
    m_progress->setTextVisible(false);
    m_cancel->setIcon(lineIcon(QStringLiteral("close")));
    m_cancel->setIconSize(QSize(14, 14));
    m_cancel->setAutoRaise(true);
    setTip(m_cancel, tr("Stop this job"));
    m_cancel->setAccessibleName(tr("Stop this job"));
    m_cancel->setObjectName(QStringLiteral("cancelJob"));
    setElidable(m_text);
    layout->addWidget(m_text);
    layout->addWidget(m_progress);
    layout->addWidget(m_cancel);
    connect(m_cancel, &QToolButton::clicked, this, [this] { m_model->cancel(m_model->rowCount() - 1); });
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &JobBar::refresh);
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, &JobBar::refresh);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &JobBar::refresh);
    refresh();
}

void JobBar::refresh()
{
    const int count = m_model->rowCount();
    setVisible(count > 0);
    if (count == 0) {
        return;
    }
    const QModelIndex newest = m_model->index(count - 1);
    const qint64 done = newest.data(JobModel::DoneRole).toLongLong();
    const qint64 total = newest.data(JobModel::TotalRole).toLongLong();
    const std::optional<double> share
        = total > 0 ? std::optional<double>(double(done) / double(total)) : std::nullopt;
    const QVariant seconds = newest.data(JobModel::SecondsLeftRole);
    const std::optional<qint64> left
        = seconds.isValid() ? std::optional<qint64>(seconds.toLongLong()) : std::nullopt;
    const QString step = newest.data(JobModel::StepRole).toString();
    const bool stopping = newest.data(JobModel::CancelledRole).toBool();
    QString text = newest.data(JobModel::TitleRole).toString();
    if (stopping) {
        text = tr("%1: stopping").arg(text);
    } else if (const QString far = formatProgress(share, left); !far.isEmpty()) {
        text = tr("%1: %2").arg(text, far);
    } else if (done > 0) {
        text = tr("%1: %2").arg(text, formatCount(done));
    }
    if (count > 1) {
        text += QStringLiteral("  ") + tr("(%n more)", nullptr, count - 1);
    }
    m_text->setText(fontMetrics().elidedText(text, Qt::ElideMiddle, 48 * kUnit));
    const QString counts = total > 0 ? tr("%1 of %2").arg(formatCount(done), formatCount(total)) : QString();
    setTip(m_text,
        stepText(step) + (step.isEmpty() || counts.isEmpty() ? QString() : QStringLiteral("\n")) + counts);
    m_cancel->setEnabled(!stopping);
    // QProgressBar counts in int; a million samples of bytes would overflow it.
    m_progress->setRange(0, total > 0 ? 1000 : 0);
    m_progress->setValue(int(share.value_or(0) * 1000));
}

} // namespace winnow
