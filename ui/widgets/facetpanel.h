// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListView>

namespace winnow {

class FacetModel;

/// The facets with their counts: a click or the space bar chooses a value.
class FacetPanel : public QListView {
    Q_OBJECT
public:
    explicit FacetPanel(FacetModel* model, QWidget* parent = nullptr);

protected:
    void keyPressEvent(QKeyEvent* event) override;
};

} // namespace winnow
