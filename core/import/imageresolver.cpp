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

DraftIssue warning(const Sentence& found, const Sentence& expected)
{
    return {ImportIssue::Severity::Warning, QString(), found, expected};
}

/// Fills in what the bytes say of themselves; an issue when they are no image to show.
std::optional<DraftIssue> inspect(const QByteArray& bytes, const Sentence& name, ImageRef& image)
{
    const ImageHeader header = readImageHeader(bytes);
    image.byteSize = bytes.size();
    image.format = imageFormatId(header.format);
    image.width = header.shownWidth();
    image.height = header.shownHeight();
    const auto checked = checkImage(bytes, header);
    if (checked) {
        image.state = ImageState::Ok;
        return std::nullopt;
    }
    const bool damaged = checked.error().code == ErrorCode::InvalidInput;
    image.state = damaged ? ImageState::Unreadable : ImageState::Refused;
    return warning(name,
        Sentence::of(QT_TRANSLATE_NOOP("Import", "an image that can be shown: %1"))
            .arg(checked.error().messageSentence()));
}

/// Of an existing folder or file; empty otherwise.
QString resolved(const QString& path)
{
    return QFileInfo(path).canonicalFilePath();
}

} // namespace

const QSet<QString>& imageEndings()
{
    static const QSet<QString> endings{QStringLiteral("png"), QStringLiteral("jpg"), QStringLiteral("jpeg"),
        QStringLiteral("webp"), QStringLiteral("gif"), QStringLiteral("bmp"), QStringLiteral("tif"),
        QStringLiteral("tiff")};
    return endings;
}

bool ImageFolders::contain(const QString& path) const
{
    const QString real = resolved(path);
    return !real.isEmpty() && std::any_of(roots.begin(), roots.end(), [&](const QString& root) {
        return real.startsWith(root.endsWith(u'/') ? root : root + u'/');
    });
}

ImageResolver::ImageResolver(ImageFolders folders)
    : m_folders(std::move(folders))
{
}

ImageResolver::Outcome ImageResolver::resolve(
    const QByteArray& text, DraftImage::Form form, const QStringList& hints)
{
    if (form != DraftImage::Form::Name) {
        return form == DraftImage::Form::Bytes ? embeddedImage(text) : base64Image(text);
    }
    QString source = QString::fromUtf8(text);
    Outcome outcome;
    outcome.image.source = source;
    if (source.startsWith(QLatin1String("http://")) || source.startsWith(QLatin1String("https://"))) {
        outcome.image.state = ImageState::Missing;
        outcome.issue = warning(
            source, Sentence::of(QT_TRANSLATE_NOOP("Import", "a file; addresses are not downloaded")));
        return outcome;
    }
    if (source.startsWith(QLatin1String("file://"))) {
        source.remove(0, 7);
    }
    source.replace(u'\\', u'/');
    const QStringList parts = source.split(u'/');
    if (parts.contains(QStringLiteral("..")) || source.contains(QChar(0))) {
        outcome.image.state = ImageState::Refused;
        outcome.issue = warning(source,
            Sentence::of(QT_TRANSLATE_NOOP("Import", "a path inside the image folder, without \"..\"")));
        return outcome;
    }
    const QString cacheKey = hints.isEmpty() ? source : source + u'\n' + hints.join(u'/');
    {
        QMutexLocker lock(&m_mutex);
        if (const auto it = m_known.constFind(cacheKey); it != m_known.constEnd()) {
            return *it;
        }
    }
    const Place place = locate(source, hints);
    if (!place.path.isEmpty()) {
        outcome = file(outcome.image.source, place.path);
        if (place.otherEnding && !outcome.issue) {
            outcome.issue = DraftIssue{ImportIssue::Severity::Note, QString(), source,
                Sentence::of(QT_TRANSLATE_NOOP("Import", "that file; %1 is used instead"))
                    .arg(QFileInfo(place.path).fileName())};
        }
    } else if (!place.outside.isEmpty()) {
        outcome.image.state = ImageState::Refused;
        outcome.issue = warning(source,
            Sentence::of(
                QT_TRANSLATE_NOOP("Import",
                    "a file inside %1; it lies in %2, which can be given as the folder of the images"))
                .arg(m_folders.roots.join(QStringLiteral(" or ")), QFileInfo(place.outside).path()));
    } else {
        outcome.image.state = ImageState::Missing;
        outcome.issue = warning(source,
            Sentence::of(QT_TRANSLATE_NOOP("Import", "a file in %1"))
                .arg(m_folders.searched.join(QStringLiteral(" or "))));
    }
    QMutexLocker lock(&m_mutex);
    // A problem of a file that many samples share is told once.
    Outcome known = outcome;
    if (outcome.image.state != ImageState::Missing) {
        known.issue.reset();
    }
    // It is stored under its hash when it is met first.
    known.bytes.clear();
    m_known.insert(cacheKey, known);
    return outcome;
}

ImageResolver::Outcome ImageResolver::base64Image(const QByteArray& text)
{
    Outcome outcome;
    const auto bytes = decodeBase64(text, DecodeLimits().maxBytes);
    if (!bytes) {
        outcome.image.state
            = bytes.error().code == ErrorCode::LimitExceeded ? ImageState::Refused : ImageState::Unreadable;
        outcome.issue = warning(
            bytes.error().messageSentence(), Sentence::of(QT_TRANSLATE_NOOP("Import", "an image in base64")));
        return outcome;
    }
    return embeddedImage(*bytes);
}

ImageResolver::Outcome ImageResolver::embeddedImage(const QByteArray& bytes)
{
    Outcome outcome;
    outcome.issue
        = inspect(bytes, Sentence::of(QT_TRANSLATE_NOOP("Import", "embedded bytes")), outcome.image);
    outcome.image.sha256 = sha256(bytes);
    outcome.bytes = bytes;
    return outcome;
}

ImageResolver::Outcome ImageResolver::file(const QString& source, const QString& path) const
{
    Outcome outcome;
    outcome.image.source = source;
    // What was looked at when it was found to lie inside is what is read.
    const auto bytes = readImageFile(resolved(path));
    if (!bytes) {
        outcome.image.state
            = bytes.error().code == ErrorCode::LimitExceeded ? ImageState::Refused : ImageState::Unreadable;
        outcome.issue = warning(source, bytes.error().messageSentence());
        return outcome;
    }
    outcome.issue = inspect(*bytes, source, outcome.image);
    if (!outcome.image.format.isEmpty()) {
        outcome.image.sha256 = sha256(*bytes);
        if (!m_folders.temporary.isEmpty() && resolved(path).startsWith(m_folders.temporary + u'/')) {
            outcome.bytes = *bytes;
        } else {
            outcome.image.path = path;
        }
    }
    return outcome;
}

ImageResolver::Place ImageResolver::locate(const QString& source, const QStringList& hints)
{
    Place place;
    const auto take = [&](const QString& path) {
        if (path.isEmpty() || !QFileInfo(path).isFile()) {
            return false;
        }
        if (m_folders.contain(path)) {
            place.path = path;
            return true;
        }
        if (place.outside.isEmpty()) {
            place.outside = resolved(path);
        }
        return false;
    };
    if (QDir::isAbsolutePath(source)) {
        take(QDir::cleanPath(source));
        return place;
    }
    QStringList candidates{source};
    for (qsizetype i = hints.size() - 1; i >= 0; --i) {
        candidates.append(hints.mid(i).join(u'/') + u'/' + source);
    }
    for (const QString& folder : m_folders.searched) {
        for (const QString& candidate : candidates) {
            if (take(QDir::cleanPath(folder + u'/' + candidate))) {
                return place;
            }
        }
    }
    for (const QString& folder : m_folders.searched) {
        if (take(withOtherEnding(QDir::cleanPath(folder + u'/' + source)))) {
            place.otherEnding = true;
            return place;
        }
    }
    return place;
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

ImageFolders imageFolders(const RecordFiles& files, const QString& imagesDir, const QString& dataset)
{
    ImageFolders folders;
    const QString& beside = files.folder;
    folders.roots = {resolved(beside)};
    if (!files.isSet) {
        // The file may itself be a link: downloads are often kept that way, images and all.
        folders.roots.append(QFileInfo(resolved(files.files.first())).path());
    }
    folders.temporary = files.temporary ? resolved(beside) : QString();
    if (!imagesDir.isEmpty()) {
        folders.searched.append(QFileInfo(imagesDir).absoluteFilePath());
        folders.roots.append(resolved(imagesDir));
    }
    folders.searched.append(beside);
    for (const QString& name : {QStringLiteral("images"), QString(QStringLiteral("images/") + dataset),
             QStringLiteral("imgs"), dataset}) {
        if (!name.isEmpty() && QFileInfo(beside + u'/' + name).isDir()) {
            folders.searched.append(beside + u'/' + name);
        }
    }
    // A folder in the set names its images from where it is.
    constexpr qsizetype kMostFolders = 32;
    for (const QString& file : files.isSet ? files.files : QStringList()) {
        if (const QString own = QFileInfo(file).path();
            !folders.searched.contains(own) && folders.searched.size() < kMostFolders) {
            folders.searched.append(own);
        }
    }
    // Annotations often stand in a folder beside that of the images.
    const QString parent = QFileInfo(beside).path();
    if (const QString sibling = parent + QStringLiteral("/images");
        !files.temporary && QFileInfo(sibling).isDir()) {
        folders.searched.append(sibling);
        const QString real = resolved(parent) + QStringLiteral("/images");
        if (resolved(sibling) == real) {
            folders.roots.append(real);
        }
    }
    folders.searched.removeDuplicates();
    folders.roots.removeAll(QString());
    folders.roots.removeDuplicates();
    return folders;
}

} // namespace winnow
