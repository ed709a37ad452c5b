// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/filterbox.h"

namespace winnow {

FilterBox::FilterBox(const QString& what, const QString& all, const QString& name, QWidget* parent)
    : QComboBox(parent)
    , m_all(all)
{
    setAccessibleName(what);
    setObjectName(name);
    setSizeAdjustPolicy(AdjustToContents);
    offer(QStringList());
}

void FilterBox::offer(const QVector<QPair<QString, QString>>& values)
{
    const QString before = chosen();
    clear();
    addItem(m_all, QString());
    for (const auto& [value, title] : values) {
        if (findData(value) < 0) {
            addItem(title, value);
        }
    }
    setCurrentIndex(qMax(0, findData(before)));
    setVisible(count() > 2);
}

void FilterBox::offer(const QStringList& values)
{
    QVector<QPair<QString, QString>> pairs;
    for (const QString& value : values) {
        pairs.append({value, value});
    }
    offer(pairs);
}

} // namespace winnow
