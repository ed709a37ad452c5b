// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/sample.h"
#include "core/export/blockfile.h"
#include "core/export/exportplan.h"
#include "core/export/exportrows.h"
#include "core/export/extrakind.h"
#include "core/export/stagedfiles.h"
#include "core/transform/prompt.h"

#include <QJsonObject>
#include <QStringList>
#include <QVector>

namespace winnow {

/// What occurs in the rows of a dataset's file, known before the first is written.
struct ExportLayout {
    int optionColumns = 0;
    /// Some sample has rotations.
    bool groups = false;
    bool hints = false;
    bool accepted = false;
    /// Some sample is a step of another.
    bool steps = false;
    bool embedsImages = false;
    /// Rows say what they count.
    bool weights = false;
    /// Some row is another than in the source: then each says since which version (ExportRecord::since).
    bool changes = false;
    Dataset dataset;
    PromptTemplate prompt;
    /// How replies to open questions of the dataset are scored; empty = by the kind of sample.
    QString scorer;
    /// Sorted; filled in when the format asks for it (Exporter::namesColumns). A column of the source that
    /// has the name of one of ours is called extra_NAME.
    QStringList extraColumns;
    /// As extraColumns.
    QVector<ExtraKind> extraKinds;
    /// Names of splits, sorted, the empty one too; and the most images that a sample has. Both filled in with
    /// extraColumns.
    QStringList splits;
    int images = 0;
};

/// The images of a row. Those that were not to be had have the text of the source and no bytes.
struct RowImages {
    /// Relative paths, or base64 where they are embedded in text.
    QStringList texts{};
    /// Their contents, where the format asks for them (Exporter::wantsImageBytes); `texts` are then file
    /// names.
    QVector<QByteArray> bytes{};
    /// Places of those that were not to be had.
    QVector<qsizetype> missing{};
};

/// One row with all that a format may say of it.
struct ExportRecord {
    const Sample& sample;
    const ExportRow& row;
    const RowImages& images;
    /// The sample's other columns by their name in the file.
    const QJsonObject& extra;
    double weight = 1;
    /// The version that the row differs from; empty for a row that is as in the source.
    QString since{};
};

/// A part of what was written that tools load by its name.
struct ExportTable {
    /// Empty where there is one.
    QString config;
    QString split;
    qint64 rows = 0;
    /// In memory; 0 = not measured.
    qint64 bytes = 0;
};

/// Where a writer can look for more than rows.
struct ExportSource {
    const Project& project;
    sqlite::Connection& connection;
    const ExportPlan::DatasetPart& part;
    Progress& progress;
};

/// Writes the data of one dataset in one format: text, a binary file or a tree, below the staging folder.
/// open, then row for each, then close.
class ExportWriter {
public:
    ExportWriter() = default;
    virtual ~ExportWriter() = default;
    ExportWriter(const ExportWriter&) = delete;
    ExportWriter& operator=(const ExportWriter&) = delete;

    /// Before open(): reads what the format says of samples besides. Throws sqlite::Failure.
    virtual Result<> prepare(const ExportSource& source)
    {
        Q_UNUSED(source)
        return {};
    }
    /// `name`: of the data file, or of the folder that a tree is written below.
    virtual Result<> open(StagedFiles& files, const QString& name, const ExportLayout& layout) = 0;
    virtual Result<> row(const ExportRecord& record) = 0;
    /// What was written, for the manifest; the first file stands for the dataset.
    virtual Result<QVector<StagedFile::Written>> close() = 0;
    /// After close: what the file does not carry, or what usual readers of it lose. One plain sentence each,
    /// of the dataset as a whole.
    virtual QStringList warnings() const { return {}; }
    /// After close: what Exporter::finish is told of the rows.
    virtual QByteArray remains() const { return {}; }
    /// Of formats with parts, once closed.
    virtual QVector<ExportTable> tables() const { return {}; }
};

/// A format that is one file of lines: gathers them into large blocks.
class LineWriter : public ExportWriter {
public:
    Result<> open(StagedFiles& files, const QString& name, const ExportLayout& layout) final;
    Result<> row(const ExportRecord& record) final;
    Result<QVector<StagedFile::Written>> close() final;

protected:
    const ExportLayout& layout() const { return m_layout; }
    /// What stands before the first row.
    virtual void header(QByteArray& out) const { Q_UNUSED(out) }
    /// What stands behind the last.
    virtual void footer(QByteArray& out) const { Q_UNUSED(out) }
    /// Rows before the one that is written.
    qint64 rowsBefore() const { return m_rows; }
    /// Appends one row with its line end.
    virtual void line(QByteArray& out, const ExportRecord& record) const = 0;

private:
    ExportLayout m_layout;
    BlockFile m_file;
    qint64 m_rows = 0;
};

} // namespace winnow
