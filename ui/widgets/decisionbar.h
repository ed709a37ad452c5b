// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QHash>
#include <QVector>
#include <QWidget>

class QLineEdit;
class QPlainTextEdit;
class QStackedWidget;

namespace winnow {

class Text;

/// A button with its key drawn on it.
class KeyButton : public QAbstractButton {
    Q_OBJECT
public:
    KeyButton(const QString& icon, const QString& text, const QString& key, QWidget* parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }
    /// Shows that this is what stands for the sample.
    void setActive(bool active);
    void setCompact(bool compact);
    /// Another key does it for now; the button keeps its width, so that its neighbours stay.
    void setKey(const QString& key);
    const QString& key() const { return m_key; }
    bool isActive() const { return m_active; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    QString m_icon;
    QString m_key;
    /// Of the widest key so far.
    int m_keyWidth;
    bool m_active = false;
    bool m_compact = false;
};

/// One button of the bar.
struct DecisionButton {
    int id = 0;
    QString icon;
    QString text;
    QString key;
    QString tip;
    /// A gap before it: another kind of decision begins.
    bool gap = false;
    /// Icon and key only; the text is in the tool tip and for screen readers.
    bool compact = false;
};

/// Buttons in as many rows as the width asks for, and the editors that open in their place, as high as they
/// are: note, gold answer, and the open-ended question with its answers.
class DecisionBar : public QWidget {
    Q_OBJECT
public:
    enum class Editor { None, Note, Gold, Answer, Conversion };

    explicit DecisionBar(QWidget* parent = nullptr);

    void setButtons(const QVector<DecisionButton>& buttons);
    KeyButton* button(int id) const;

    /// Opens an editor with this text; it has the keyboard until it is saved or left. What was typed and not
    /// saved comes back when it is opened for the same `subject` again.
    void edit(Editor editor, const QString& text, const QString& subject = {});
    void closeEditor();
    Editor editor() const { return m_editor; }

signals:
    void pressed(int id);
    /// Ctrl+Enter in a note and a conversion, Enter in the others.
    void edited(winnow::DecisionBar::Editor editor, const QString& text);
    void editorClosed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    int arrange(int width, bool apply);
    /// Buttons and editors have one height: what is above does not move when one takes the other's place.
    void fitHeight();
    void save();
    QString typed() const;
    bool hasLines() const { return m_editor == Editor::Note || m_editor == Editor::Conversion; }

    QWidget* m_buttonArea;
    QWidget* m_editArea;
    Text* m_editTitle;
    Text* m_editHint;
    QPlainTextEdit* m_note;
    QLineEdit* m_line;
    QVector<DecisionButton> m_specs;
    QVector<KeyButton*> m_buttons;
    Editor m_editor = Editor::None;
    /// Texts that were left without saving, by editor and subject; and what the open editor is about.
    QHash<QString, QString> m_drafts;
    QString m_draft;
    QString m_opened;
};

} // namespace winnow
