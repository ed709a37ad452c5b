// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/samplesbox.h"

#include "ui/models/subsetlist.h"
#include "ui/util/format.h"
#include "ui/util/plainwidgets.h"
#include "ui/widgets/messagebar.h"

#include <QTimer>

#include <utility>

namespace winnow {

namespace {

constexpr int kSubset = Qt::UserRole + 1;

} // namespace

SamplesBox::SamplesBox(
    SubsetList* subsets, const QString& all, const QString& kept, const QString& name, QWidget* parent)
    : ElidingBox(parent)
    , m_subsets(subsets)
    , m_all(all)
    , m_kept(kept)
{
    setObjectName(name);
    setAccessibleName(tr("Samples"));
    connect(this, &QComboBox::activated, this, &SamplesBox::changed);
    connect(subsets, &SubsetList::changed, this, &SamplesBox::follow);
    refill();
}

void SamplesBox::follow()
{
    const SampleScope before = scope();
    refill();
    if (before.kind != SampleScope::Kind::Subset) {
        return;
    }
    if (m_subsets->isRead() && scope() != before) {
        m_lost = before.subset;
        setVisible(true);
    }
    emit changed();
    tellLost();
}

void SamplesBox::showEvent(QShowEvent* event)
{
    ElidingBox::showEvent(event);
    // After the page has come into view, which takes back what it told before.
    QTimer::singleShot(0, this, &SamplesBox::tellLost);
}

void SamplesBox::tellLost()
{
    if (!isVisible() || m_lost.isEmpty()) {
        return;
    }
    tellPage(parentWidget(),
        {Message::Kind::Info, tr("There is no subset “%1” any more").arg(std::exchange(m_lost, {})),
            tr("Looked at instead: %1").arg(currentText()), {}, {}});
    setVisible(count() > 1);
}

SampleScope SamplesBox::scope() const
{
    return {SampleScope::Kind(currentData().toInt()), currentData(kSubset).toString()};
}

void SamplesBox::choose(const SampleScope& scope)
{
    if (const int at = indexOf(scope); at >= 0) {
        setCurrentIndex(at);
    }
}

void SamplesBox::setSubsetText(const QString& text)
{
    m_subsetText = text;
    refill();
}

int SamplesBox::indexOf(const SampleScope& scope) const
{
    for (int i = 0; i < count(); ++i) {
        if (itemData(i).toInt() == int(scope.kind) && itemData(i, kSubset).toString() == scope.subset) {
            return i;
        }
    }
    return -1;
}

void SamplesBox::refill()
{
    const SampleScope before = scope();
    clear();
    addItem(m_all, int(SampleScope::Kind::Whole));
    if (!m_kept.isEmpty()) {
        addItem(m_kept, int(SampleScope::Kind::Kept));
    }
    for (const Subset& subset : m_subsets->subsets()) {
        const QString title = m_subsetText.arg(subset.name, formatCount(subset.size));
        addItem(title, int(SampleScope::Kind::Subset));
        setItemData(count() - 1, subset.name, kSubset);
        setTip(this, count() - 1, title);
    }
    setCurrentIndex(qMax(0, indexOf(before)));
    setVisible(count() > 1);
}

} // namespace winnow
