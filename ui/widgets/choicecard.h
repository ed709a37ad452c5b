// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace winnow {

/// One of a few choices as a card with a title and a sentence; exclusive among its siblings.
class ChoiceCard : public QAbstractButton {
    Q_OBJECT
public:
    ChoiceCard(const QString& title, const QString& description, QWidget* parent = nullptr);

    QSize sizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_description;
};

} // namespace winnow
