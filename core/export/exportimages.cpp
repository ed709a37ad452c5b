// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/exportimages.h"

#include "core/base/hash.h"
#include "core/image/imagecodec.h"

#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>

namespace winnow {

namespace {

Result<QByteArray> bytesOf(const Project& project, const ImageRef& image)
{
    if (image.path.isEmpty()) {
        return project.imageBytes(image.sha256);
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

} // namespace

ExportImages::ExportImages(const Project& project, StagedFiles& files, const Exporter& exporter,
    const QString& base, const Wish& wish)
    : m_project(project)
    , m_staged(files)
    , m_exporter(exporter)
    , m_base(base)
    , m_wish(wish)
{
}

Result<QByteArray> ExportImages::take(const Project& project, const ImageRef& image)
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
    return bytesOf(project, image);
}

Result<QByteArray> ExportImages::bounded(const ImageRef& image, const QByteArray& bytes) const
{
    const int side = m_wish.longestSide;
    if (side <= 0 || std::max(image.width, image.height) <= side) {
        return bytes;
    }
    auto small = decodeImage(bytes, side);
    if (!small) {
        return tl::unexpected<Error>(small.error());
    }
    // A photograph stays one; all else is written without loss.
    return image.format == u"jpeg" ? encodeJpeg(*small) : encodePng(*small);
}

QString ExportImages::nameFor(const ImageRef& image, Folder& folder) const
{
    static const QRegularExpression plain(QStringLiteral("^\\w[\\w. -]{0,119}$"));
    const bool anew = m_wish.longestSide > 0 && std::max(image.width, image.height) > m_wish.longestSide;
    const QString format = anew && image.format != u"jpeg" ? QStringLiteral("png") : image.format;
    const QString suffix = format.isEmpty() ? QStringLiteral("img")
        : format == u"jpeg"                 ? QStringLiteral("jpg")
                                            : format;
    const QString name = QFileInfo(image.source).fileName();
    const qsizetype dot = name.lastIndexOf(u'.');
    // Kept as it is when every file system takes it: spaces in it are fine, at its ends they are not.
    if (dot > 0 && plain.match(name).hasMatch()
        && safeFileName(QString(name).replace(u' ', u'_')).size() == name.size() && !name.endsWith(u' ')) {
        const bool other = anew && format != image.format;
        return folder.taken.take(name.left(dot), other ? u'.' + suffix : name.mid(dot), image.sha256);
    }
    return folder.taken.take(QString::fromLatin1(image.sha256.toHex().left(16)), u'.' + suffix, image.sha256);
}

void ExportImages::embed(const ImageRef& image, const QByteArray& content, Folder& folder, RowImages& images)
{
    // Contents are not kept: a benchmark's worth of them does not fit in memory.
    m_embedded.insert(image.sha256);
    if (!m_exporter.wantsImageBytes()) {
        images.texts.append(QString::fromLatin1(content.toBase64()));
        return;
    }
    const auto known = folder.names.constFind(image.sha256);
    const QString name = known != folder.names.constEnd() ? *known : nameFor(image, folder);
    folder.names.insert(image.sha256, name);
    images.texts.append(name);
    images.bytes.append(content);
}

Result<> ExportImages::copy(const ImageRef& image, const QByteArray& content, Folder& folder,
    const Exporter::ImagePlace& place, RowImages& images)
{
    const QString name = nameFor(image, folder);
    const QString path = place.folder + u'/' + name;
    // A file was hashed when it was taken.
    const bool hashed = !image.path.isEmpty()
        && (m_wish.longestSide <= 0 || std::max(image.width, image.height) <= m_wish.longestSide);
    auto added = hashed ? m_staged.addHashed(path, content, image.sha256) : m_staged.add(path, content);
    if (!added) {
        return tl::unexpected<Error>(added.error());
    }
    m_files.append(*added);
    folder.names.insert(image.sha256, place.prefix + name);
    images.texts.append(place.prefix + name);
    return {};
}

Result<RowImages> ExportImages::of(const Sample& sample)
{
    RowImages images;
    if (sample.images.isEmpty()) {
        return images;
    }
    // The rows of a circular item ask again.
    const bool first = !m_asked.contains(sample.id.value);
    m_asked.insert(sample.id.value);
    const Exporter::ImagePlace place = m_exporter.imagePlace(m_base, sample);
    Folder& folder = m_folders[place.folder];
    const bool embedded = m_wish.mode == ExportOptions::Images::Embedded;
    for (const ImageRef& image : sample.images) {
        const auto known = folder.names.constFind(image.sha256);
        if (!embedded && known != folder.names.constEnd()) {
            images.texts.append(*known);
            continue;
        }
        auto content = take(m_project, image);
        if (content) {
            content = bounded(image, *content);
        }
        if (!content) {
            if (first) {
                ++m_missing;
                m_warnings.append(sample.key() + QStringLiteral(": ") + content.error().message);
            }
            images.missing.append(images.texts.size());
            images.texts.append(image.source);
            if (m_exporter.wantsImageBytes()) {
                images.bytes.append(QByteArray());
            }
        } else if (embedded) {
            embed(image, *content, folder, images);
        } else if (m_wish.mode == ExportOptions::Images::Linked && !image.path.isEmpty()
            && m_wish.longestSide <= 0) {
            images.texts.append(image.path);
        } else {
            WINNOW_TRY(copy(image, *content, folder, place, images));
        }
    }
    return images;
}

} // namespace winnow
