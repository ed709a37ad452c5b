// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/reviewkeys.h"
#include "ui/util/boundkeys.h"

#include <QObject>
#include <QVector>

class QWidget;

namespace winnow {

/// The keys of the review page. Lists, buttons and fields keep theirs while they have the focus.
class ReviewShortcuts : public QObject {
    Q_OBJECT
public:
    /// They work in `page`; everything in `editors` keeps its own keys.
    ReviewShortcuts(QWidget* page, QWidget* editors);

signals:
    /// `option` is the place of the key in its list.
    void pressed(winnow::ReviewCommand command, int option);

private:
    void focusMoved(QWidget* now);

    QWidget* m_page;
    QWidget* m_editors;
    QVector<BoundKeys*> m_yielding;
};

} // namespace winnow
