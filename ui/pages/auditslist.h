// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListView>

namespace winnow {

/// The detectors under the headings of their groups, each with one line on how it stands.
class AuditsList : public QListView {
    Q_OBJECT
public:
    explicit AuditsList(QWidget* parent = nullptr);

protected:
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
};

} // namespace winnow
