// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/exportimages.h"

#include "core/base/hash.h"

#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

namespace winnow {

ExportImages::ExportImages(const Project& project, StagedFiles& files, const QString& folder,
    const QString& prefix, ExportOptions::Images mode)
    : m_project(project)
    , m_files(files)
    , m_folder(folder)
    , m_prefix(prefix)
    , m_mode(mode)
{
}

Result<QByteArray> ExportImages::bytes(const ImageRef& image) const
{
    if (image.path.isEmpty()) {
        return m_project.imageBytes(image.sha256);
    }
    QFile file(image.path);
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::NotFound, QStringLiteral("%1 cannot be read").arg(image.path));
    }
    return file.readAll();
}

QString ExportImages::nameFor(const ImageRef& image)
{
    static const QRegularExpression plain(QStringLiteral("^\\w[\\w. -]{0,120}$"));
    const QString suffix = image.format.isEmpty() ? QStringLiteral("img")
        : image.format == u"jpeg"                 ? QStringLiteral("jpg")
                                                  : image.format;
    const QString hash = QString::fromLatin1(image.sha256.toHex().left(16));
    QString name = QFileInfo(image.source).fileName();
    if (!plain.match(name).hasMatch() || QFileInfo(name).suffix().isEmpty()) {
        name = hash + u'.' + suffix;
    }
    if (m_taken.contains(name.toLower())) {
        name = hash + u'_' + name;
    }
    m_taken.insert(name.toLower());
    return name;
}

Result<QStringList> ExportImages::texts(const Sample& sample)
{
    QStringList texts;
    for (const ImageRef& image : sample.images) {
        const QString shown = image.source.isEmpty() ? QStringLiteral("an image") : image.source;
        if (!image.id || image.sha256.isEmpty()) {
            ++m_missing;
            m_warnings.append(
                QStringLiteral("%1: %2 is missing, only its name is written").arg(sample.key(), shown));
            texts.append(image.source);
            continue;
        }
        const auto known = m_names.constFind(image.sha256);
        if (known != m_names.constEnd()) {
            texts.append(*known);
            continue;
        }
        const auto content = bytes(image);
        if (!content) {
            ++m_missing;
            m_warnings.append(sample.key() + QStringLiteral(": ") + content.error().message);
            texts.append(image.source);
            continue;
        }
        if (!image.path.isEmpty() && sha256(*content) != image.sha256) {
            m_warnings.append(QStringLiteral("%1: %2 is not the file that was imported any more")
                                  .arg(sample.key(), image.path));
        }
        if (m_mode == ExportOptions::Images::Embedded) {
            // Not kept in m_names: a benchmark's worth of base64 does not fit in memory.
            texts.append(QString::fromLatin1(content->toBase64()));
            ++m_written;
            continue;
        }
        const QString name = nameFor(image);
        auto added = m_files.add(m_folder + u'/' + name, *content);
        if (!added) {
            return tl::unexpected<Error>(added.error());
        }
        m_names.insert(image.sha256, m_prefix + name);
        ++m_written;
        texts.append(m_prefix + name);
    }
    return texts;
}

} // namespace winnow
