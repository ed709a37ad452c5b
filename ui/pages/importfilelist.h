// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListWidget>

namespace winnow {

class ImportQueue;

/// The files that were chosen, each with one line on how it stands.
class ImportFileList : public QListWidget {
    Q_OBJECT
public:
    explicit ImportFileList(QWidget* parent = nullptr);

    void showFiles(const ImportQueue& queue);
};

} // namespace winnow
