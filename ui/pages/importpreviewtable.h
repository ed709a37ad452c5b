// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/import/importjob.h"
#include "ui/widgets/datatable.h"

#include <QStandardItemModel>

#include <optional>

namespace winnow {

/// What the first records of a file would become: samples, or responses as they would be stored.
class ImportPreviewTable : public DataTable {
    Q_OBJECT
public:
    explicit ImportPreviewTable(QWidget* parent = nullptr);

    /// Nothing empties it.
    void showPreview(const std::optional<ImportPreview>& preview);

private:
    QStringList showSamples(const ImportPreview& preview);
    QStringList showResponses(const ImportPreview& preview);

    QStandardItemModel m_rows;
};

} // namespace winnow
