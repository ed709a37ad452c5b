// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/export/exporter.h"
#include "core/export/exportimages.h"
#include "core/export/exporttarget.h"
#include "core/export/layoutreader.h"

#include <QJsonArray>

namespace winnow {

/// One run of an exporter: reads a snapshot, writes its files below a staging folder, puts them in place.
class ExportJob {
public:
    ExportJob(const Exporter& exporter, const Project& project, const ExportSelection& selection,
        const ExportOptions& options, Progress& progress);

    /// Once.
    Result<ExportResult> run();

private:
    Result<> writeAll(sqlite::Connection& connection);
    Result<> choosePlace(sqlite::Connection& connection);
    Result<> checkImages() const;
    Result<> step(const QString& what);
    void warn(const QStringList& sentences);
    Result<> writeDataset(sqlite::Connection& connection, SampleScan& samples,
        const ExportPlan::DatasetPart& part, const QString& base);
    Result<> writeSamples(
        SampleScan& samples, const QVector<ExportItem>& items, ExportWriter& writer, ExportImages& images);
    Result<> writeRotations(
        SampleScan& samples, const QVector<ExportItem>& items, ExportWriter& writer, ExportImages& images);
    Result<> put(ExportWriter& writer, const ExportRecord& record);
    void list(const ExportPlan::DatasetPart& part, const QVector<StagedFile::Written>& written);
    void listFile(const StagedFile::Written& file, const QString& dataset);
    Result<> finish(sqlite::Connection& connection);
    Result<> writeChanges(SampleScan& samples);
    Result<> writeImageList();
    QJsonObject images() const;
    Result<> writeManifest();

    const Exporter& m_exporter;
    const Project& m_project;
    const ExportSelection& m_selection;
    const ExportOptions& m_options;
    Progress& m_progress;
    const ExporterInfo m_info;
    ExportPlan m_plan;
    ExportOptions::Images m_images = ExportOptions::Images::Folder;
    std::optional<ExportTarget> m_target;
    std::optional<StagedFiles> m_staged;
    ExportResult m_result;
    QVector<ExportEnd::Part> m_parts;
    QByteArray m_imageListHash;
    QJsonArray m_changes;
    QJsonArray m_fileList;
    QJsonArray m_sources;
    QJsonArray m_detectors;
    QVector<StagedFile::Written> m_imageFiles;
    ExportLayout m_layout;
    QString m_since;
    bool m_isFile = false;
    qint64 m_rows = 0;
    qint64 m_done = 0;
    qint64 m_total = 0;
};

} // namespace winnow
