// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/export/exporter.h"
#include "ui/charts/numbertable.h"
#include "ui/widgets/basics.h"

class QPlainTextEdit;

namespace winnow {

class DataTable;

/// How an export ended: what was written where, and its manifest as a table and as JSON.
class ExportResultCard : public Card {
    Q_OBJECT
public:
    explicit ExportResultCard(QWidget* parent = nullptr);

    void show(const ExportResult& result);

private:
    QWidget* buildButtons();

    QString m_manifest;
    QString m_folder;
    Text* m_title;
    Text* m_text;
    NumberTableModel m_model;
    DataTable* m_table;
    QPlainTextEdit* m_json;
};

/// A manifest as rows of what and value, for reading.
NumberTable manifestTable(const QJsonObject& manifest);

} // namespace winnow
