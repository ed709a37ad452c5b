// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/export/stagingfolder.h"

#include <QFile>
#include <QVector>

#include <memory>

namespace winnow {

/// The files of an export while it is written: below a staging folder, hashed on the way.
class StagedFiles {
public:
    /// `target`: what will be replaced, for the messages.
    StagedFiles(const StagingFolder& staging, const QString& target);
    ~StagedFiles();

    /// Starts a file at `relativePath`.
    Result<> begin(const QString& relativePath);
    Result<> write(const QByteArray& bytes);
    /// Closes it; returns its SHA-256.
    Result<QByteArray> end();
    /// begin, write and end in one.
    Result<QByteArray> add(const QString& relativePath, const QByteArray& bytes);

    struct File {
        QString path;
        QByteArray sha256;
    };
    /// In the order in which they were written.
    const QVector<File>& files() const { return m_files; }

private:
    tl::unexpected<Error> failed(const QString& relativePath) const;

    QString m_content;
    QString m_target;
    QVector<File> m_files;
    QFile m_open;
    struct Hash;
    std::unique_ptr<Hash> m_hash;
};

} // namespace winnow
