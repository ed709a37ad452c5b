// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/export/exporter.h"
#include "core/store/samplescan.h"

#include <QMap>
#include <QSet>

namespace winnow {

/// Finds out what occurs in the rows of a dataset before the first is written. Of a sample that is kept as it
/// is only lengths and counts are looked at; the whole is read once, when its row is written.
class LayoutReader {
public:
    LayoutReader(
        sqlite::Connection& connection, const Exporter& exporter, SampleScan& samples, bool weighted);

    /// Unsupported when the format cannot say the sample.
    Result<> add(const ExportItem& item);
    /// Of all that were added.
    ExportLayout layout() const;
    /// The items that become several rows.
    const QVector<ExportItem>& rotated() const { return m_rotated; }

private:
    Result<> addAsItIs(const ExportItem& item);
    Result<> addChanged(const ExportItem& item);
    void addExtra(const QJsonObject& extra);
    Result<> check(SampleId id, qsizetype options);

    const Exporter& m_exporter;
    SampleScan& m_whole;
    bool m_namesColumns;
    SampleShapeScan m_shapes;
    ExportLayout m_layout;
    QMap<QString, ExtraKind> m_extra;
    QSet<QString> m_splits;
    QVector<ExportItem> m_rotated;
};

/// The name of a column of the source in the file.
QString columnName(const Exporter& exporter, const QString& extra, const ExportLayout& layout);

/// The refusal when the plan names a sample that the project does not have.
tl::unexpected<Error> sampleGone();

} // namespace winnow
