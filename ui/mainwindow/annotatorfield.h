// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QStackedWidget>

class QLineEdit;
class QToolButton;

namespace winnow {

/// Who signs the decisions: always in sight, changed in place.
class AnnotatorField : public QStackedWidget {
    Q_OBJECT
public:
    explicit AnnotatorField(QWidget* parent = nullptr);
    void setName(const QString& name);
    /// Turns the name into a field with the keyboard; Enter or leaving it takes the new name, Esc the old.
    void edit();

signals:
    void nameChosen(const QString& name);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void finish(bool take);

    QString m_name;
    QToolButton* m_button;
    QLineEdit* m_edit;
    QPointer<QWidget> m_before;
    bool m_editing = false;
};

} // namespace winnow
