// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>
#include <QPair>
#include <QVector>

namespace winnow {

/// Narrows what a page shows to one of its datasets, conditions …; "all" first. Not there while there is
/// nothing to choose between.
class FilterBox : public QComboBox {
    Q_OBJECT
public:
    FilterBox(const QString& what, const QString& all, const QString& name, QWidget* parent = nullptr);

    /// The value that is chosen; empty = all.
    QString chosen() const { return currentData().toString(); }
    /// Pairs of a value and its title, each once; what is chosen stays chosen while it is among them.
    void offer(const QVector<QPair<QString, QString>>& values);
    /// Values that are their own titles.
    void offer(const QStringList& values);

private:
    QString m_all;
};

} // namespace winnow
