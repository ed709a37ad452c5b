// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/subsetwanted.h"

#include "core/store/samplestore.h"
#include "ui/widgets/basics.h"

#include <QListWidget>
#include <QVBoxLayout>

namespace winnow {

SubsetWanted::SubsetWanted(SubsetController& controller, QWidget* parent)
    : QWidget(parent)
    , m_controller(controller)
    , m_list(new QListWidget)
    , m_remove(new QPushButton(tr("Take off")))
{
    m_list->setObjectName(QStringLiteral("subsetWanted"));
    m_list->setAccessibleName(tr("Always or never in"));
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setMaximumHeight(14 * kUnit);
    m_remove->setObjectName(QStringLiteral("subsetTakeOff"));
    setTip(m_remove, tr("The selected samples are in or not as the method says"));
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(kUnit / 2);
    rows->addWidget(new Text(tr("Always or never in")));
    rows->addWidget(m_list);
    rows->addWidget(m_remove, 0, Qt::AlignLeft);
    connect(m_remove, &QPushButton::clicked, this, &SubsetWanted::takeOff);
    connect(m_list, &QListWidget::itemSelectionChanged, this,
        [this] { m_remove->setEnabled(!m_list->selectedItems().isEmpty()); });
    setVisible(false);
}

void SubsetWanted::show()
{
    const SubsetScope& scope = m_controller.scope();
    const QVector<SampleId> all = scope.musts + scope.vetoes;
    setVisible(!all.isEmpty());
    if (all.isEmpty() || !m_controller.project()) {
        m_tracker.cancelAll();
        return;
    }
    m_tracker.start(
        QStringLiteral("keys"), {},
        [project = m_controller.project(), all](Progress&) {
            return project->read([&](sqlite::Connection& c) {
                QHash<qint64, QString> keys;
                for (const Sample& sample : SampleStore(c).byIds(all)) {
                    keys.insert(sample.id.value, sample.key());
                }
                return keys;
            });
        },
        [this](
            const Result<QHash<qint64, QString>>& keys) { fill(keys.value_or(QHash<qint64, QString>())); });
}

void SubsetWanted::fill(const QHash<qint64, QString>& keys)
{
    m_list->clear();
    const auto add = [&](const QVector<SampleId>& samples, const QString& word) {
        for (const SampleId sample : samples) {
            auto* item = new QListWidgetItem(word.arg(keys.value(sample.value)), m_list);
            item->setData(Qt::UserRole, sample.value);
            setTip(item, item->text());
        }
    };
    add(m_controller.scope().musts, tr("In: %1"));
    add(m_controller.scope().vetoes, tr("Out: %1"));
    m_remove->setEnabled(false);
}

void SubsetWanted::takeOff()
{
    QVector<SampleId> samples;
    for (const QListWidgetItem* item : m_list->selectedItems()) {
        samples.append(SampleId{item->data(Qt::UserRole).toLongLong()});
    }
    m_controller.want(samples, SubsetController::Wanted::Either);
}

} // namespace winnow
