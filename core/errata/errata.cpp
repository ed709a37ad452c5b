// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/errata/errata.h"

#include "core/base/regularfile.h"
#include "core/domain/sample.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <functional>

namespace winnow {

namespace {

constexpr int kVersion = 1;
constexpr qint64 kLargestPatch = qint64(256) << 20;
constexpr int kHashDigits = 12;
const QString kOptionPrefix = QStringLiteral("option ");

/// A value on one line.
QByteArray compact(const QJsonValue& value)
{
    const QByteArray list = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return list.mid(1, list.size() - 2);
}

/// An object whose members stay in the order in which they are added; empty values are left out.
class OrderedObject {
public:
    void add(const char* name, const QJsonValue& value)
    {
        if (!value.isNull() && !value.isUndefined() && value != QJsonValue(QString())
            && !(value.isArray() && value.toArray().isEmpty())) {
            addRaw(name, compact(value));
        }
    }
    void addRaw(const char* name, const QByteArray& json)
    {
        m_members.append(QByteArray(1, '"') + name + "\": " + json);
    }
    QByteArray onOneLine() const { return '{' + m_members.join(", ") + '}'; }
    QByteArray indented(const QByteArray& indent) const
    {
        return "{\n" + indent + "  " + m_members.join(",\n" + indent + "  ") + '\n' + indent + '}';
    }

private:
    QByteArrayList m_members;
};

QByteArray listed(const QByteArrayList& elements, const QByteArray& indent)
{
    return elements.isEmpty()
        ? QByteArrayLiteral("[]")
        : "[\n" + indent + "  " + elements.join(",\n" + indent + "  ") + '\n' + indent + ']';
}

QByteArray versionJson(const ErrataVersion& version)
{
    OrderedObject object;
    object.add("file", version.file);
    object.add("sha256", QString::fromLatin1(version.sha256.toHex()));
    return object.onOneLine();
}

void addPlace(OrderedObject& object, const QString& index, qint64 position)
{
    object.addRaw("sample", compact(index));
    if (position >= 0) {
        object.add("position", position);
    }
}

void addGrounds(OrderedObject& object, const ErrataGrounds& grounds)
{
    object.addRaw("reasons", compact(QJsonArray::fromStringList(grounds.reasons)));
    object.add("evidence", QJsonArray::fromStringList(grounds.evidence));
    QByteArrayList voices;
    for (const ErrataVoice& voice : grounds.agreed) {
        OrderedObject said;
        said.add("annotator", voice.annotator);
        said.add("at", voice.at);
        said.add("kind", voice.kind);
        said.add("verdict", voice.verdict);
        said.add("action", voice.action);
        said.add("note", voice.note);
        voices.append(said.onOneLine());
    }
    object.addRaw("agreed", listed(voices, "      "));
}

QJsonValue valueOf(const ErrataChange& change, const QStringList& texts)
{
    return change.field == kErrataAccepted ? QJsonValue(QJsonArray::fromStringList(texts))
                                           : QJsonValue(texts.value(0));
}

tl::unexpected<Error> wrong(const QString& name, const QString& place, const Sentence& expected)
{
    return fail(ErrorCode::InvalidInput,
        Sentence::of(QT_TRANSLATE_NOOP("Error", "%1, %2: expected %3")).arg(name, place, expected),
        Sentence::of(QT_TRANSLATE_NOOP("Error", "Correct the patch there, or have it written again")));
}

/// What is read of one place of a patch, and the first thing that is wrong with it.
class Place {
public:
    Place(QJsonObject object, QString name, QString place)
        : m_object(std::move(object))
        , m_name(std::move(name))
        , m_place(std::move(place))
    {
    }

    /// A number is taken for its digits.
    QString text(const char* member, bool needed = false)
    {
        const QJsonValue value = m_object.value(QLatin1String(member));
        if (value.isString() || value.isDouble()) {
            const QString text = value.isString() ? value.toString() : QString::fromUtf8(compact(value));
            if (!needed || !text.isEmpty()) {
                return text;
            }
        } else if (!needed && (value.isNull() || value.isUndefined())) {
            return {};
        }
        refuse(member, Sentence::of(QT_TRANSLATE_NOOP("Error", "a text")));
        return {};
    }
    QStringList texts(const char* member)
    {
        const QJsonValue value = m_object.value(QLatin1String(member));
        QStringList list;
        for (const QJsonValue& each : value.toArray()) {
            if (!each.isString()) {
                refuse(member, Sentence::of(QT_TRANSLATE_NOOP("Error", "a list of texts")));
            }
            list.append(each.toString());
        }
        if (!value.isArray() && !value.isNull() && !value.isUndefined()) {
            refuse(member, Sentence::of(QT_TRANSLATE_NOOP("Error", "a list of texts")));
        }
        return list;
    }
    qint64 position()
    {
        const QJsonValue value = m_object.value(QLatin1String("position"));
        if (!value.isUndefined() && (!value.isDouble() || value.toDouble() < 0)) {
            refuse("position", Sentence::of(QT_TRANSLATE_NOOP("Error", "a whole number from 0")));
        }
        return value.toInteger(-1);
    }
    void forEach(const char* member, const std::function<void(Place&)>& visit)
    {
        const QJsonValue value = m_object.value(QLatin1String(member));
        if (!value.isArray() && !value.isNull() && !value.isUndefined()) {
            refuse(member, Sentence::of(QT_TRANSLATE_NOOP("Error", "a list of objects")));
        }
        int at = 0;
        for (const QJsonValue& each : value.toArray()) {
            const QString place = (m_place.isEmpty() ? QString() : m_place + u'.')
                + QStringLiteral("%1[%2]").arg(QLatin1String(member)).arg(at++);
            Place inner(each.toObject(), m_name, place);
            if (each.isObject()) {
                visit(inner);
            } else {
                inner.refuse(nullptr, Sentence::of(QT_TRANSLATE_NOOP("Error", "an object")));
            }
            if (!m_error && inner.m_error) {
                m_error = inner.m_error;
            }
        }
    }
    bool has(const char* member) const { return m_object.contains(QLatin1String(member)); }
    Place inner(const char* member) const
    {
        return {m_object.value(QLatin1String(member)).toObject(), m_name, QLatin1String(member)};
    }
    void refuse(const char* member, const Sentence& expected)
    {
        if (!m_error) {
            const QString place = member == nullptr ? m_place
                : m_place.isEmpty()                 ? QString::fromLatin1(member)
                                                    : m_place + u'.' + QLatin1String(member);
            m_error = wrong(m_name, place, expected).value();
        }
    }
    const std::optional<Error>& error() const { return m_error; }

private:
    QJsonObject m_object;
    QString m_name;
    QString m_place;
    std::optional<Error> m_error;
};

ErrataVersion versionFrom(Place place)
{
    return {place.text("file"), QByteArray::fromHex(place.text("sha256").toLatin1())};
}

ErrataGrounds groundsFrom(Place& place)
{
    ErrataGrounds grounds{place.texts("reasons"), place.texts("evidence"), {}};
    place.forEach("agreed", [&](Place& said) {
        grounds.agreed.append({said.text("annotator"), said.text("at"), said.text("kind"),
            said.text("verdict"), said.text("action"), said.text("note")});
    });
    return grounds;
}

ErrataChange changeFrom(Place& place)
{
    ErrataChange change;
    change.index = place.text("sample", true);
    change.position = place.position();
    change.field = place.text("field", true);
    if (change.field == kErrataAccepted) {
        change.before = place.texts("old");
        change.after = place.texts("new");
    } else {
        change.before = {place.text("old")};
        change.after = {place.text("new")};
    }
    const bool known = change.field == kErrataQuestion || change.field == kErrataHint
        || change.field == kErrataAnswer || change.field == kErrataAccepted
        || errataOption(change.field) >= 0;
    if (!known) {
        place.refuse("field",
            Sentence(QStringLiteral("question, hint, answer, accepted_answers, option A, option B …")));
    }
    for (const char* member : {"old", "new"}) {
        if (!place.has(member)) {
            place.refuse(member, Sentence::of(QT_TRANSLATE_NOOP("Error", "a value")));
        }
    }
    change.beforeOption = place.text("old_option");
    change.afterOption = place.text("new_option");
    change.grounds = groundsFrom(place);
    return change;
}

tl::unexpected<Error> noPatch(const QString& name, const Sentence& found)
{
    return fail(ErrorCode::WrongKind,
        Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 is not a patch of errata: %2")).arg(name, found),
        Sentence::of(QT_TRANSLATE_NOOP("Error",
            "Choose an errata.json, as it is written of a project or of two versions of a benchmark")));
}

} // namespace

QString ErrataVersion::name() const
{
    return sha256.isEmpty() ? file : file + u' ' + QString::fromLatin1(sha256.toHex().left(kHashDigits));
}

QString errataOptionField(int option)
{
    return kOptionPrefix + optionLetter(option);
}

int errataOption(const QString& field)
{
    constexpr qsizetype kMostOptions = 702;
    return field.startsWith(kOptionPrefix)
        ? optionPosition(QStringView(field).mid(kOptionPrefix.size()), kMostOptions)
        : -1;
}

QByteArray Errata::toJson() const
{
    QByteArrayList listedChanges;
    for (const ErrataChange& change : changes) {
        OrderedObject object;
        addPlace(object, change.index, change.position);
        object.add("field", change.field);
        object.addRaw("old", compact(valueOf(change, change.before)));
        object.addRaw("new", compact(valueOf(change, change.after)));
        object.add("old_option", change.beforeOption);
        object.add("new_option", change.afterOption);
        addGrounds(object, change.grounds);
        listedChanges.append(object.indented("    "));
    }
    QByteArrayList listedRemovals;
    for (const ErrataRemoval& removal : removals) {
        OrderedObject object;
        addPlace(object, removal.index, removal.position);
        addGrounds(object, removal.grounds);
        listedRemovals.append(object.indented("    "));
    }
    OrderedObject document;
    document.add("kind", QStringLiteral("errata"));
    document.add("version", kVersion);
    document.add("tool", QStringLiteral("Winnow"));
    document.add("dataset", dataset);
    document.addRaw("source", versionJson(source));
    if (target) {
        document.addRaw("target", versionJson(*target));
    }
    document.addRaw("changes", listed(listedChanges, "  "));
    document.addRaw("removals", listed(listedRemovals, "  "));
    document.add("added", QJsonArray::fromStringList(added));
    return document.indented({}) + '\n';
}

Result<Errata> Errata::fromJson(const QByteArray& json, const QString& name)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(json, &problem);
    if (problem.error != QJsonParseError::NoError) {
        const auto line = json.left(problem.offset).count('\n') + 1;
        return noPatch(name,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "line %1: %2")).arg(line).arg(problem.errorString()));
    }
    Place place(document.object(), name, {});
    if (document.object().value(QLatin1String("kind")) != QLatin1String("errata")) {
        return noPatch(
            name, Sentence::of(QT_TRANSLATE_NOOP("Error", "it does not say \"kind\": \"errata\"")));
    }
    const QJsonValue version = document.object().value(QLatin1String("version"));
    if (version.toDouble() > kVersion) {
        return fail(ErrorCode::NewerVersion,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 is a patch of version %2; this program reads %3"))
                .arg(name, QString::number(version.toDouble()), QString::number(kVersion)),
            Sentence::of(QT_TRANSLATE_NOOP("Error", "Use a newer Winnow")));
    }
    if (version.toInt() != kVersion) {
        place.refuse("version", QString::number(kVersion));
    }
    Errata errata;
    errata.dataset = place.text("dataset");
    errata.source = versionFrom(place.inner("source"));
    if (place.has("target")) {
        errata.target = versionFrom(place.inner("target"));
    }
    place.forEach("changes", [&](Place& each) { errata.changes.append(changeFrom(each)); });
    place.forEach("removals", [&](Place& each) {
        const QString index = each.text("sample", true);
        const qint64 position = each.position();
        errata.removals.append({index, position, groundsFrom(each)});
    });
    errata.added = place.texts("added");
    if (place.error()) {
        return tl::unexpected<Error>(*place.error());
    }
    return errata;
}

Result<Errata> Errata::read(const QString& path)
{
    QFile file;
    WINNOW_TRY(openRegularFile(file, path));
    if (file.size() > kLargestPatch) {
        return noPatch(path, Sentence::of(QT_TRANSLATE_NOOP("Error", "it has %1 bytes")).arg(file.size()));
    }
    return fromJson(file.readAll(), path);
}

} // namespace winnow
