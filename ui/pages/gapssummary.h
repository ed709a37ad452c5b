// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/clickthrough.h"
#include "ui/pages/gapsview.h"
#include "ui/widgets/basics.h"

namespace winnow {

/// What a lead would say of the whole, sentence by sentence; each opens what it is about.
class GapsSummary : public Card {
    Q_OBJECT
public:
    explicit GapsSummary(QWidget* parent = nullptr);

    /// Not there while nothing can be said.
    void show(const GapsViewPtr& view);

private:
    void add(const QString& text, const QString& tip, const ClickThrough& open);

    QVBoxLayout* m_sentences;
    Text* m_note;
};

} // namespace winnow
