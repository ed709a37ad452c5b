// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/export/exporter.h"

namespace winnow {

/// JSON Lines, one sample a line, keys in a fixed order; columns that the source had besides come last, as
/// they came.
class JsonlExporter : public Exporter {
public:
    ExporterInfo info() const override;

protected:
    QByteArray header(const Layout& layout) const override;
    QByteArray row(const Layout& layout, const Sample& sample, const ExportRow& row,
        const QStringList& images, const QJsonObject& extra) const override;
    QString imagePrefix(const QString& datasetFolder) const override;
    bool isOwnColumn(const QString& name, int optionColumns) const override;
};

} // namespace winnow
