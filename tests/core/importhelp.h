// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/import/importjob.h"
#include "core/import/recordloop.h"
#include "core/store/datasetstore.h"
#include "core/store/responsestore.h"
#include "core/store/samplestore.h"
#include "tests/support/responserows.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace winnow::test {

/// The folder of real benchmark data, or empty where there is none.
inline QString sharedData()
{
    const QStringList places{qEnvironmentVariable("WINNOW_SHARED_DATA"),
        QStringLiteral(WINNOW_SOURCE_DIR "/../shared/data"),
        QStringLiteral(WINNOW_SOURCE_DIR "/../../shared/data")};
    for (const QString& place : places) {
        if (!place.isEmpty() && QFile::exists(place + QStringLiteral("/README.md"))) {
            return QDir(place).absolutePath();
        }
    }
    return {};
}

/// The texts of a record's cells; "-" = absent.
inline QStringList rowOf(const RawRecord& record)
{
    QStringList row;
    for (const Cell& cell : record.cells) {
        row.append(cell.kind == CellKind::Absent ? QStringLiteral("-") : cell.toString());
    }
    return row;
}

/// "text", "list" …
inline QString kindName(CellKind kind)
{
    static const QStringList names{QStringLiteral("absent"), QStringLiteral("null"), QStringLiteral("text"),
        QStringLiteral("number"), QStringLiteral("boolean"), QStringLiteral("bytes"), QStringLiteral("list"),
        QStringLiteral("object")};
    return names.at(int(kind));
}

/// "kind:text", of a list with its elements behind it.
inline QString said(const RawRecord& record, const Cell& cell)
{
    QString text = kindName(cell.kind);
    if (cell.kind > CellKind::Null) {
        text += u':' + cell.toString();
    }
    for (const Cell& item : record.itemsOf(cell)) {
        text += QStringLiteral(" | ") + said(record, item);
    }
    return text;
}

/// A project in a folder of its own, and what tests do with it.
struct Bench {
    QTemporaryDir folder;
    std::shared_ptr<Project> project;

    Bench()
    {
        auto made = Project::create(folder.filePath(QStringLiteral("test.winnow")));
        if (made) {
            project = *made;
        }
    }

    QString write(const QString& name, const QByteArray& bytes) const
    {
        const QString path = folder.filePath(name);
        QDir().mkpath(QFileInfo(path).absolutePath());
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? path : QString();
    }

    Result<ImportReport> import(const ImportRequest& request) const
    {
        SilentProgress progress;
        return runImport(*project, request, progress);
    }
    Result<ImportReport> import(const QString& file, const QString& dataset = {}) const
    {
        ImportRequest request;
        request.file = file;
        request.dataset = dataset;
        return import(request);
    }
    /// Imports text as a file of that name.
    Result<ImportReport> importText(
        const QString& name, const QByteArray& bytes, const QString& dataset = {}) const
    {
        return import(write(name, bytes), dataset);
    }

    Sample sample(const QString& key) const
    {
        const auto found = project->read([&](sqlite::Connection& c) { return SampleStore(c).byKey(key); });
        return found && *found ? **found : Sample();
    }

    qint64 count(const QString& sql) const
    {
        return askRows(*project, [&](sqlite::Connection& c) { return c.integer(sql); }).value_or(-1);
    }
    QString text(const QString& sql) const
    {
        return askRows(*project, [&](sqlite::Connection& c) { return c.text(sql); }).value_or(QString());
    }

    /// Mean score in percent of a model's answered responses; `where` narrows (s samples, p responses, r
    /// runs).
    double accuracy(const QString& model, const QString& where = QStringLiteral("1")) const
    {
        return askRows(*project, [&](sqlite::Connection& c) {
            sqlite::Statement query(c,
                QStringLiteral("SELECT 100.0 * avg(p.score) FROM responses p JOIN runs r ON r.id = p.run_id"
                               " JOIN models m ON m.id = r.model_id JOIN samples s ON s.id = p.sample_id"
                               " WHERE m.name = ? AND ")
                    + where);
            query.bind(1, model);
            return query.step() ? query.real(0) : -1.0;
        }).value_or(-1.0);
    }
};

} // namespace winnow::test

/// Fails the test with the error's text.
#define REQUIRE_RESULT(expression)                                                                           \
    do {                                                                                                     \
        const auto& required = (expression);                                                                 \
        QVERIFY2(required.has_value(), required ? "" : qPrintable(required.error().text()));                 \
    } while (false)
