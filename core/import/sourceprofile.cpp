// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/sourceprofile.h"

#include "core/base/hash.h"
#include "core/import/nestedreply.h"
#include "core/import/recordloop.h"
#include "core/import/utf8.h"
#include "core/text/base64.h"
#include "core/text/pythonliteral.h"

#include <QRegularExpression>
#include <QSet>

namespace winnow {

namespace {

constexpr int kPreviewRows = 20;
constexpr qsizetype kPreviewChars = 400;

bool isVerdict(const QString& text)
{
    static const QSet<QString> words{QStringLiteral("0"), QStringLiteral("1"), QStringLiteral("0.0"),
        QStringLiteral("1.0"), QStringLiteral("true"), QStringLiteral("false"), QStringLiteral("correct"),
        QStringLiteral("incorrect"), QStringLiteral("right"), QStringLiteral("wrong")};
    return words.contains(text.toLower());
}

bool isLetter(const QString& text)
{
    static const QRegularExpression letter(QStringLiteral("^\\(?[A-Za-z]\\)?\\.?$"));
    return letter.match(text).hasMatch();
}

bool isImageName(const QString& text)
{
    static const QRegularExpression name(
        QStringLiteral("\\.(png|jpe?g|webp|gif|bmp|tiff?)(\\?.*)?['\"\\]]*$"),
        QRegularExpression::CaseInsensitiveOption);
    return text.size() < 1024 && name.match(text).hasMatch();
}

struct Gathering {
    ColumnProfile profile;
    QSet<QString> values;
};

void look(Gathering& gathering, const RawRecord& record, const Cell& cell)
{
    ColumnProfile& profile = gathering.profile;
    if (!cell.present()) {
        return;
    }
    ++profile.present;
    profile.longest = std::max(profile.longest, int(std::min<size_t>(cell.text.size(), INT_MAX)));
    if (cell.kind == CellKind::Object) {
        ++profile.objects;
    }
    constexpr size_t kLongestReply = 256 << 10;
    const bool nests = cell.kind == CellKind::Object
        || (cell.kind == CellKind::List && cell.itemCount > 0
            && record.itemsOf(cell).front().kind >= CellKind::List);
    if (nests && cell.text.size() <= kLongestReply) {
        const NestedReplies replies = nestedReplies(cell.text);
        profile.replies += replies.sure && !replies.texts.isEmpty();
        profile.replyTexts += !replies.texts.isEmpty();
    }
    std::string_view view = cell.text;
    bool isFile = cell.kind == CellKind::Bytes;
    if (cell.kind == CellKind::List) {
        ++profile.lists;
        view = cell.itemCount > 0 ? record.itemsOf(cell).front().text : std::string_view();
        isFile = cell.itemCount > 0 && record.itemsOf(cell).front().kind == CellKind::Bytes;
    }
    if (isFile) {
        ++profile.bytes;
        return;
    }
    if (looksLikeBase64({view.data(), qsizetype(view.size())})) {
        ++profile.base64;
        return;
    }
    const QString text
        = QString::fromUtf8(view.data(), qsizetype(std::min<size_t>(view.size(), 4096))).trimmed();
    gathering.values.insert(text);
    bool ok = false;
    const double number = text.toDouble(&ok);
    if (ok) {
        profile.smallest = profile.numbers == 0 ? number : std::min(profile.smallest, number);
        profile.largest = profile.numbers == 0 ? number : std::max(profile.largest, number);
        ++profile.numbers;
    }
    profile.verdicts += isVerdict(text);
    profile.letters += isLetter(text);
    profile.imageNames += isImageName(text);
    profile.sentences += text.contains(u' ');
    if (cell.kind == CellKind::Text && looksLikePythonList(text)) {
        ++profile.lists;
        if (const qsizetype quote = text.indexOf(QRegularExpression(QStringLiteral("['\"]"))); quote > 0) {
            const QByteArray inner = text.mid(quote + 1).toUtf8();
            profile.base64 += looksLikeBase64(inner);
        }
    }
}

/// As it is shown to people.
QString previewOf(const Cell& cell)
{
    if (cell.kind == CellKind::Bytes) {
        return QStringLiteral("%1 bytes").arg(cell.text.size());
    }
    return toQString(cell.text.substr(0, kPreviewChars * 4)).left(kPreviewChars);
}

} // namespace

QString plainColumnName(const QString& name)
{
    QString plain = name.trimmed().toLower();
    plain.replace(u' ', u'_');
    plain.replace(u'-', u'_');
    return plain;
}

const ColumnProfile* SourceProfile::column(QStringView name) const
{
    for (const ColumnProfile& profile : columns) {
        if (profile.name == name) {
            return &profile;
        }
    }
    return nullptr;
}

QString SourceProfile::headerFingerprint() const
{
    QStringList names;
    for (const ColumnProfile& profile : columns) {
        names.append(profile.name);
    }
    names.sort();
    return QString::fromLatin1(sha256(names.join(u'\x1f').toUtf8()).toHex().left(32));
}

Result<SourceProfile> profileFile(const QString& path, int rows, const ReadLimits& limits)
{
    SourceProfile profile;
    profile.path = path;
    std::vector<Gathering> gatherings;
    // A table of base64 images is looked at less long: its rows are large.
    constexpr qint64 kEnoughBytes = 64 << 20;
    int tried = 0;
    RecordLoop loop;
    loop.sample = rows;
    loop.take = [&](const RawRecord& record, const RecordSource& source) -> Result<bool> {
        ++tried;
        ++profile.rows;
        gatherings.resize(std::max(gatherings.size(), record.cells.size()));
        QStringList shown;
        for (size_t i = 0; i < record.cells.size(); ++i) {
            look(gatherings[i], record, record.cells[i]);
            if (profile.rows <= kPreviewRows) {
                shown.append(previewOf(record.cells[i]));
            }
        }
        if (profile.rows <= kPreviewRows) {
            profile.preview.append(shown);
        }
        return profile.rows < rows && tried < rows * 4
            && (source.bytesRead() <= kEnoughBytes || profile.rows < kPreviewRows);
    };
    loop.bad = [&](const RecordProblem&) { return ++tried < rows * 4; };
    loop.end = [&](const RecordSource& source) {
        const ColumnNames& names = source.columns();
        gatherings.resize(size_t(names.count()));
        for (int i = 0; i < names.count(); ++i) {
            Gathering& gathering = gatherings[size_t(i)];
            gathering.profile.name = QString::fromStdString(names.name(i));
            gathering.profile.plainName = plainColumnName(gathering.profile.name);
            gathering.profile.distinct = int(gathering.values.size());
            if (gathering.values.size() == 1 && gathering.profile.present == profile.rows) {
                gathering.profile.constant = *gathering.values.cbegin();
            }
            profile.columns.append(gathering.profile);
        }
        profile.layout = source.layout();
        profile.layoutName = source.layoutName();
    };
    WINNOW_TRY(loop.run(path, limits));
    return profile;
}

} // namespace winnow
