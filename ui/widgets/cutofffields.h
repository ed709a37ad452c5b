// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QComboBox;
class QSpinBox;

namespace winnow {

/// The blind cut-offs of a dataset, of open questions and of multiple choice, side by side.
class CutOffFields : public QWidget {
    Q_OBJECT
public:
    explicit CutOffFields(QWidget* parent = nullptr);

    void set(int open, int choices);
    /// In models; 0 = none.
    int open() const;
    int choices() const;

signals:
    void edited();

private:
    QSpinBox* addField(const QString& title, const QString& name);

    QSpinBox* m_open;
    QSpinBox* m_choices;
};

/// Fills a box with the scorers, "by the kind of sample" first; their ids are its data.
void fillScorers(QComboBox* box);

} // namespace winnow
