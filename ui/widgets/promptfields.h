// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/sample.h"
#include "core/transform/prompt.h"

#include <QWidget>

class QPlainTextEdit;

namespace winnow {

/// What stands around the questions of a dataset in the prompt, and how the model will see one of them.
class PromptFields : public QWidget {
    Q_OBJECT
public:
    explicit PromptFields(QWidget* parent = nullptr);

    void set(const PromptTemplate& prompt, const Sample& example);
    PromptTemplate prompt() const;

signals:
    void edited();

private:
    QPlainTextEdit* addField(const QString& title, const QString& name, int lines);
    void preview();

    QPlainTextEdit* m_prefix;
    QPlainTextEdit* m_choices;
    QPlainTextEdit* m_open;
    QPlainTextEdit* m_preview;
    Sample m_example;
};

} // namespace winnow
