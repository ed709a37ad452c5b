// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/basics.h"

class QGridLayout;

namespace winnow {

/// Sentences about a detector under each other, each with a mark.
class AuditLines : public QWidget {
    Q_OBJECT
public:
    explicit AuditLines(const QString& name, QWidget* parent = nullptr);

    void clear();
    void add(const QString& icon, const QColor& tint, const QString& text, Text::Tone tone);
    /// Hidden without a line.
    void done();

private:
    QGridLayout* m_grid = nullptr;
};

} // namespace winnow
