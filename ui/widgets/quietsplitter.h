// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSplitter>

namespace winnow {

/// A splitter whose gap shows what it is only under the mouse; its parts cannot be folded away.
class QuietSplitter : public QSplitter {
    Q_OBJECT
public:
    explicit QuietSplitter(Qt::Orientation orientation, QWidget* parent = nullptr);

protected:
    QSplitterHandle* createHandle() override;
};

} // namespace winnow
