// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/promptfields.h"

#include "ui/widgets/basics.h"

#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace winnow {

namespace {

constexpr int kFieldLines = 2;
constexpr int kPreviewLines = 4;

} // namespace

PromptFields::PromptFields(QWidget* parent)
    : QWidget(parent)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kUnit / 2);
    m_prefix = addField(tr("Before the question"), QStringLiteral("promptPrefix"), 1);
    m_choices = addField(tr("After the options"), QStringLiteral("promptChoices"), kFieldLines);
    m_open = addField(tr("After an open question"), QStringLiteral("promptOpen"), kFieldLines);
    m_preview = addField(tr("As the model will see it"), QStringLiteral("promptPreview"), kPreviewLines);
    m_preview->setReadOnly(true);
    setFocusProxy(m_prefix);
    for (QPlainTextEdit* field : {m_prefix, m_choices, m_open}) {
        connect(field, &QPlainTextEdit::textChanged, this, [this] {
            preview();
            emit edited();
        });
    }
}

QPlainTextEdit* PromptFields::addField(const QString& title, const QString& name, int lines)
{
    layout()->addWidget(new Text(title, TextSize::Small, Text::Tone::Muted));
    auto* field = new QPlainTextEdit;
    field->setObjectName(name);
    field->setAccessibleName(title);
    field->setTabChangesFocus(true);
    const int frame = 2 * (field->frameWidth() + int(field->document()->documentMargin()));
    field->setFixedHeight(lines * field->fontMetrics().lineSpacing() + frame + 2);
    layout()->addWidget(field);
    return field;
}

void PromptFields::set(const PromptTemplate& prompt, const Sample& example)
{
    m_example = example;
    const auto show = [](QPlainTextEdit* field, const QString& text) {
        if (field->toPlainText() != text) {
            field->setPlainText(text);
        }
    };
    show(m_prefix, prompt.prefix);
    show(m_choices, prompt.suffixOfChoices);
    show(m_open, prompt.suffixOfOpen);
    preview();
}

PromptTemplate PromptFields::prompt() const
{
    return {m_prefix->toPlainText(), m_choices->toPlainText(), m_open->toPlainText()};
}

void PromptFields::preview()
{
    m_preview->setPlainText(promptText(prompt(), m_example.hint, m_example.question, m_example.options));
}

} // namespace winnow
