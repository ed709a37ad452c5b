// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/gapsview.h"

#include <QWidget>

class QGridLayout;

namespace winnow {

class GapTile;

/// The four gaps side by side: what each comes to, or what is missing to tell and how to record it.
class GapsTiles : public QWidget {
    Q_OBJECT
public:
    explicit GapsTiles(QWidget* parent = nullptr);

    void show(const GapsView& view);

signals:
    /// More is to be seen of this one.
    void asked(winnow::Gap gap);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Said {
        QString value;
        QString text;
    };
    static Said ofValidation(const GapsView& view);
    static Said ofContextualization(const GapsView& view);
    static Said ofLatency(const GapsView& view);
    static Said ofDecomposition(const GapsView& view);
    static Said needOf(const GapsView& view, Gap gap);

    QVector<GapTile*> m_tiles;
    QGridLayout* m_grid;
    int m_columns = 0;
};

} // namespace winnow
