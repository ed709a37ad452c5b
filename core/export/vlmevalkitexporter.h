// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/export/exporter.h"

namespace winnow {

/// VLMEvalKit's dataset TSV (FORMATS.md 2.1): every cell quoted, images as base64 or as paths, several images
/// as a list literal, rotations as rows of their own. Dropped into $LMUData the file is runnable by name.
class VlmEvalKitExporter : public Exporter {
public:
    ExporterInfo info() const override;

protected:
    QByteArray header(const Layout& layout) const override;
    QByteArray row(const Layout& layout, const Sample& sample, const ExportRow& row,
        const QStringList& images, const QJsonObject& extra) const override;
    QString imagePrefix(const QString& datasetFolder) const override;
    bool isOwnColumn(const QString& name, int optionColumns) const override;
    bool sharesImages() const override { return true; }
    Sentence obstacle(const ExportRow& row) const override;
};

} // namespace winnow
