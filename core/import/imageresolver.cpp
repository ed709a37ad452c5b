// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/imageresolver.h"

#include "core/base/hash.h"
#include "core/image/imagecodec.h"
#include "core/image/imageheader.h"
#include "core/text/base64.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSet>

namespace winnow {

namespace {

const QSet<QString>& imageEndings()
{
    static const QSet<QString> endings{QStringLiteral("png"), QStringLiteral("jpg"), QStringLiteral("jpeg"),
        QStringLiteral("webp"), QStringLiteral("gif"), QStringLiteral("bmp"), QStringLiteral("tif"),
        QStringLiteral("tiff")};
    return endings;
}

DraftIssue warning(const QString& found, const QString& expected)
{
    return {ImportIssue::Severity::Warning, QString(), found.left(200), expected};
}

/// Fills in what the bytes say of themselves; an issue when they are no image to show.
std::optional<DraftIssue> inspect(const QByteArray& bytes, const QString& name, ImageRef& image)
{
    const ImageHeader header = readImageHeader(bytes);
    image.byteSize = bytes.size();
    image.format = imageFormatId(header.format);
    image.width = header.shownWidth();
    image.height = header.shownHeight();
    if (!header.isValid()) {
        image.state = ImageState::Unreadable;
        return warning(name, QStringLiteral("an image; the bytes are none that can be shown"));
    }
    if (header.pixels() > DecodeLimits().maxPixels) {
        image.state = ImageState::Refused;
        return warning(QStringLiteral("%1 of %2 x %3 pixels").arg(name).arg(header.width).arg(header.height),
            QStringLiteral("an image of at most %1 pixels").arg(DecodeLimits().maxPixels));
    }
    image.state = ImageState::Ok;
    return std::nullopt;
}

} // namespace

ImageResolver::ImageResolver(Project* project, QStringList folders)
    : m_project(project)
    , m_folders(std::move(folders))
{
}

ImageResolver::Outcome ImageResolver::resolve(
    const QByteArray& text, bool embedded, const QStringList& hints, bool absoluteAllowed)
{
    if (embedded) {
        return embeddedImage(text);
    }
    QString source = QString::fromUtf8(text);
    Outcome outcome;
    outcome.image.source = source;
    if (source.startsWith(QLatin1String("http://")) || source.startsWith(QLatin1String("https://"))) {
        outcome.image.state = ImageState::Missing;
        outcome.issue = warning(source, QStringLiteral("a file; addresses are not downloaded"));
        return outcome;
    }
    if (source.startsWith(QLatin1String("file://"))) {
        source.remove(0, 7);
    }
    source.replace(u'\\', u'/');
    const QStringList parts = source.split(u'/');
    if (parts.contains(QStringLiteral("..")) || source.contains(QChar(0))) {
        outcome.image.state = ImageState::Refused;
        outcome.issue = warning(source, QStringLiteral("a path inside the image folder, without \"..\""));
        return outcome;
    }
    const QString cacheKey = hints.isEmpty() ? source : source + u'\n' + hints.join(u'/');
    {
        QMutexLocker lock(&m_mutex);
        if (const auto it = m_known.constFind(cacheKey); it != m_known.constEnd()) {
            return *it;
        }
    }
    bool otherEnding = false;
    const QString path = locate(source, hints, absoluteAllowed, otherEnding);
    if (path.isEmpty()) {
        const bool outside = QDir::isAbsolutePath(source) && QFileInfo::exists(source);
        outcome.image.state = outside ? ImageState::Refused : ImageState::Missing;
        outcome.issue = warning(source,
            outside ? QStringLiteral("a path inside %1").arg(m_folders.join(QStringLiteral(" or ")))
                    : QStringLiteral("a file in %1").arg(m_folders.join(QStringLiteral(" or "))));
    } else {
        outcome = file(outcome.image.source, path);
        if (otherEnding && !outcome.issue) {
            outcome.issue = DraftIssue{ImportIssue::Severity::Note, QString(), source,
                QStringLiteral("that file; %1 is used instead").arg(QFileInfo(path).fileName())};
        }
    }
    QMutexLocker lock(&m_mutex);
    // A problem of a file that many samples share is told once.
    Outcome known = outcome;
    if (outcome.image.state != ImageState::Missing) {
        known.issue.reset();
    }
    m_known.insert(cacheKey, known);
    return outcome;
}

ImageResolver::Outcome ImageResolver::embeddedImage(const QByteArray& text)
{
    Outcome outcome;
    const auto bytes = decodeBase64(text, DecodeLimits().maxBytes);
    if (!bytes) {
        outcome.image.state
            = bytes.error().code == ErrorCode::LimitExceeded ? ImageState::Refused : ImageState::Unreadable;
        outcome.issue = warning(bytes.error().message, QStringLiteral("an image in base64"));
        return outcome;
    }
    outcome.issue = inspect(*bytes, QStringLiteral("embedded bytes"), outcome.image);
    if (!m_project) {
        outcome.image.sha256 = sha256(*bytes);
        return outcome;
    }
    const auto stored = m_project->addImageBytes(*bytes);
    if (!stored) {
        outcome.image.state = ImageState::Missing;
        outcome.issue = DraftIssue{ImportIssue::Severity::Rejected, QString(), stored.error().message,
            QStringLiteral("room for the image bytes")};
        return outcome;
    }
    outcome.image.sha256 = *stored;
    return outcome;
}

ImageResolver::Outcome ImageResolver::file(const QString& source, const QString& path)
{
    Outcome outcome;
    outcome.image.source = source;
    outcome.image.path = path;
    const auto bytes = readImageFile(path);
    if (!bytes) {
        outcome.image.state
            = bytes.error().code == ErrorCode::LimitExceeded ? ImageState::Refused : ImageState::Unreadable;
        outcome.issue = warning(source, bytes.error().message);
        return outcome;
    }
    outcome.issue = inspect(*bytes, source, outcome.image);
    outcome.image.sha256 = sha256(*bytes);
    return outcome;
}

QString ImageResolver::locate(
    const QString& source, const QStringList& hints, bool absoluteAllowed, bool& otherEnding)
{
    const auto usable = [](const QString& path) {
        const QFileInfo info(path);
        return info.isFile();
    };
    if (QDir::isAbsolutePath(source)) {
        const QString clean = QDir::cleanPath(source);
        const bool inside = std::any_of(m_folders.begin(), m_folders.end(),
            [&](const QString& folder) { return clean.startsWith(QDir::cleanPath(folder) + u'/'); });
        return (inside || absoluteAllowed) && usable(clean) ? clean : QString();
    }
    QStringList candidates{source};
    for (qsizetype i = hints.size() - 1; i >= 0; --i) {
        candidates.append(hints.mid(i).join(u'/') + u'/' + source);
    }
    for (const QString& folder : m_folders) {
        for (const QString& candidate : candidates) {
            const QString path = QDir::cleanPath(folder + u'/' + candidate);
            if (usable(path)) {
                return path;
            }
        }
    }
    for (const QString& folder : m_folders) {
        const QString found = withOtherEnding(QDir::cleanPath(folder + u'/' + source));
        if (!found.isEmpty()) {
            otherEnding = true;
            return found;
        }
    }
    return {};
}

QString ImageResolver::withOtherEnding(const QString& path)
{
    const QFileInfo info(path);
    const QString folder = info.path();
    QMutexLocker lock(&m_mutex);
    auto it = m_stems.find(folder);
    if (it == m_stems.end()) {
        QHash<QString, QString> stems;
        const QFileInfoList entries = QDir(folder).entryInfoList(QDir::Files, QDir::Name | QDir::Reversed);
        for (const QFileInfo& entry : entries) {
            if (imageEndings().contains(entry.suffix().toLower())) {
                const QString stem = entry.completeBaseName().toLower();
                stems.insert(stem, entry.fileName());
                // COCO_val2014_000000000009.jpg is image 9.
                static const QRegularExpression numbered(QStringLiteral("(?:^|_)0*(\\d+)$"));
                if (const auto match = numbered.match(stem);
                    match.hasMatch() && !stems.contains(match.captured(1))) {
                    stems.insert(match.captured(1), entry.fileName());
                }
            }
        }
        it = m_stems.insert(folder, stems);
    }
    const bool named = imageEndings().contains(info.suffix().toLower());
    const QString stem = (named ? info.completeBaseName() : info.fileName()).toLower();
    const QString name = it->value(stem);
    return name.isEmpty() ? QString() : folder + u'/' + name;
}

QStringList imageFolders(const QString& file, const QString& imagesDir, const QString& dataset)
{
    QStringList folders;
    const QString beside = QFileInfo(file).absolutePath();
    if (!imagesDir.isEmpty()) {
        folders.append(QFileInfo(imagesDir).absoluteFilePath());
    }
    folders.append(beside);
    for (const QString& name : {QStringLiteral("images"), QString(QStringLiteral("images/") + dataset),
             QStringLiteral("imgs"), dataset}) {
        if (!name.isEmpty() && QFileInfo(beside + u'/' + name).isDir()) {
            folders.append(beside + u'/' + name);
        }
    }
    // Annotations often stand in a folder beside that of the images.
    if (const QString sibling = QFileInfo(beside).path() + QStringLiteral("/images");
        QFileInfo(sibling).isDir()) {
        folders.append(sibling);
    }
    folders.removeDuplicates();
    return folders;
}

} // namespace winnow
