// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/exportimages.h"

#include "core/base/hash.h"
#include "core/image/imagecodec.h"

#include <QFileInfo>
#include <QRegularExpression>

namespace winnow {

ExportImages::ExportImages(const Project& project, StagedFiles& files, const QString& folder,
    const QString& prefix, ExportOptions::Images mode)
    : m_project(project)
    , m_staged(files)
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
    auto content = readImageFile(image.path);
    // The hash stands for what was recognised as an image at import, inside the folder of the import.
    if (content && sha256(*content) != image.sha256) {
        return fail(ErrorCode::NotFound,
            Sentence::of(QT_TRANSLATE_NOOP("Error",
                             "%1 is not the file that was imported any more, only its name is written"))
                .arg(image.path));
    }
    return content;
}

Result<QByteArray> ExportImages::take(const ImageRef& image) const
{
    const QString shown = image.source.isEmpty() ? QStringLiteral("an image") : image.source;
    if (!image.id || image.sha256.isEmpty()) {
        return fail(ErrorCode::NotFound,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 is missing, only its name is written")).arg(shown));
    }
    if (image.format.isEmpty()) {
        return fail(ErrorCode::WrongKind,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 is no image, only its name is written")).arg(shown));
    }
    return bytes(image);
}

QString ExportImages::nameFor(const ImageRef& image)
{
    static const QRegularExpression plain(QStringLiteral("^\\w[\\w. -]{0,119}$"));
    const QString suffix = image.format.isEmpty() ? QStringLiteral("img")
        : image.format == u"jpeg"                 ? QStringLiteral("jpg")
                                                  : image.format;
    const QString name = QFileInfo(image.source).fileName();
    const qsizetype dot = name.lastIndexOf(u'.');
    // Kept as it is when every file system takes it: spaces in it are fine, at its ends they are not.
    if (dot > 0 && plain.match(name).hasMatch()
        && safeFileName(QString(name).replace(u' ', u'_')).size() == name.size() && !name.endsWith(u' ')) {
        return m_taken.take(name.left(dot), name.mid(dot), image.sha256);
    }
    return m_taken.take(QString::fromLatin1(image.sha256.toHex().left(16)), u'.' + suffix, image.sha256);
}

Result<QStringList> ExportImages::texts(const Sample& sample)
{
    if (sample.images.isEmpty()) {
        return QStringList();
    }
    // The rows of a circular item ask again.
    const bool first = !m_asked.contains(sample.id.value);
    m_asked.insert(sample.id.value);
    QStringList texts;
    for (const ImageRef& image : sample.images) {
        const auto known = m_names.constFind(image.sha256);
        if (known != m_names.constEnd()) {
            texts.append(*known);
            continue;
        }
        const auto content = take(image);
        if (!content) {
            if (first) {
                ++m_missing;
                m_warnings.append(sample.key() + QStringLiteral(": ") + content.error().message);
            }
            texts.append(image.source);
            continue;
        }
        if (m_mode == ExportOptions::Images::Embedded) {
            // Not kept in m_names: a benchmark's worth of base64 does not fit in memory.
            texts.append(QString::fromLatin1(content->toBase64()));
            m_embedded.insert(image.sha256);
            continue;
        }
        const QString name = nameFor(image);
        auto added = m_staged.add(m_folder + u'/' + name, *content);
        if (!added) {
            return tl::unexpected<Error>(added.error());
        }
        m_files.append(*added);
        m_names.insert(image.sha256, m_prefix + name);
        texts.append(m_prefix + name);
    }
    return texts;
}

} // namespace winnow
