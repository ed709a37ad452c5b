// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/hubtable.h"

#include "core/export/appendtext.h"
#include "core/export/hubfeatures.h"
#include "core/text/goldreader.h"
#include "core/text/numbers.h"
#include "core/text/yesno.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QSet>

namespace winnow {

namespace {

using namespace parquettypes;

ParquetType typeOf(ExtraKind kind)
{
    switch (kind) {
    case ExtraKind::Logic:
        return plain(ParquetKind::Boolean);
    case ExtraKind::Whole:
    case ExtraKind::Large:
        return plain(ParquetKind::Int64);
    case ExtraKind::Number:
        return plain(ParquetKind::Double);
    case ExtraKind::Texts:
        return listOf(plain(ParquetKind::Text));
    default:
        return plain(ParquetKind::Text);
    }
}

void addValue(ParquetValues& cells, const QJsonValue& value, ExtraKind kind)
{
    if (value.isNull() || value.isUndefined()) {
        cells.addNull();
        return;
    }
    switch (kind) {
    case ExtraKind::Logic:
        cells.add(value.toBool());
        return;
    case ExtraKind::Whole:
    case ExtraKind::Large:
        cells.add(int64_t(value.toInteger()));
        return;
    case ExtraKind::Number:
        cells.add(value.toDouble());
        return;
    case ExtraKind::Texts: {
        QStringList texts;
        for (const QJsonValue& item : value.toArray()) {
            texts.append(item.toString());
        }
        addTexts(cells, texts);
        return;
    }
    case ExtraKind::Any:
        addText(cells, jsonText(value));
        return;
    default:
        addText(cells, value.toString());
    }
}

} // namespace

void addText(ParquetValues& cells, const QString& text)
{
    const QByteArray bytes = text.toUtf8();
    cells.addBytes(std::string_view(bytes.constData(), size_t(bytes.size())));
}

void addTexts(ParquetValues& cells, const QStringList& texts)
{
    cells.beginList(size_t(texts.size()));
    for (const QString& text : texts) {
        addText(cells.child(0), text);
    }
}

QString hubSplit(const QString& split)
{
    static const QRegularExpression other(
        QStringLiteral("[^\\w.]|^\\.+|\\.+$|\\.(?=\\.)"), QRegularExpression::UseUnicodePropertiesOption);
    constexpr qsizetype kLongest = 60;
    const QString name = QString(split).replace(other, QStringLiteral("_")).left(kLongest);
    // "all" has a meaning of its own there.
    return name.isEmpty() ? QStringLiteral("test") : name == u"all" ? QStringLiteral("all_") : name;
}

QString rowScorer(const ExportRow& row, const ExportLayout& layout)
{
    if (!row.options.isEmpty()) {
        return goldSet(row.gold, row.options.size()).size() > 1 ? QStringLiteral("letters")
                                                                : QStringLiteral("letter");
    }
    const QString rule = row.scorer.isEmpty() ? layout.scorer : row.scorer;
    if (!rule.isEmpty()) {
        const qsizetype bracket = rule.indexOf(u'(');
        return bracket < 0 ? rule : rule.left(bracket);
    }
    // Options that are in the picture; a small letter is a text.
    if (optionPosition(row.gold) >= 0 && row.gold.at(0).isUpper()) {
        return QStringLiteral("letter");
    }
    return yesOrNoKey(row.gold) ? QStringLiteral("yesno")
        : numberOf(row.gold)    ? QStringLiteral("number")
                                : QStringLiteral("text");
}

HubTable::HubTable(const ExportLayout& layout, bool scorers)
    : m_layout(layout)
    , m_scorers(scorers)
{
    const ParquetType text = plain(ParquetKind::Text);
    add("index", text);
    if (layout.groups) {
        add("g_index", text);
        add("rotation", plain(ParquetKind::Int64));
    }
    add("dataset", text);
    add("split", text);
    add("capability", text);
    add("category", text);
    add("question", text);
    if (layout.hints) {
        add("hint", text);
    }
    if (layout.optionColumns > 0) {
        add("options", listOf(text));
    }
    add("answer", text);
    if (layout.accepted) {
        add("accepted_answers", listOf(text));
    }
    if (scorers) {
        add("scorer", text);
    }
    if (layout.images == 1) {
        add("image", hubImageType());
    } else if (layout.images > 1) {
        add("images", listOf(hubImageType()));
    }
    if (layout.steps) {
        add("parent", text);
        add("step", text);
    }
    if (layout.weights) {
        add("weight", plain(ParquetKind::Double));
    }
    if (layout.changes) {
        add("changed_since", text);
    }
    addExtra();
}

void HubTable::add(const char* name, const ParquetType& type)
{
    m_columns.push_back({name, type});
}

void HubTable::addExtra()
{
    QSet<QString> taken;
    for (qsizetype i = 0; i < m_layout.extraColumns.size(); ++i) {
        QString name = m_layout.extraColumns.at(i);
        name.replace(QChar(0), u'_');
        // Names that differ in case alone are one name to many readers.
        while (taken.contains(name.toCaseFolded())) {
            name += u'_';
        }
        taken.insert(name.toCaseFolded());
        m_columns.push_back({name.toStdString(), typeOf(m_layout.extraKinds.at(i))});
    }
}

void HubTable::put(ParquetWriter& writer, const ExportRecord& record) const
{
    const auto& [sample, row, images, extra, weight, since] = record;
    size_t at = 0;
    const auto next = [&]() -> ParquetValues& { return writer.column(at++); };
    const auto textOrNull = [&](const QString& text) {
        ParquetValues& cells = next();
        text.isEmpty() ? cells.addNull() : addText(cells, text);
    };
    addText(next(), row.index);
    if (m_layout.groups) {
        addText(next(), row.group.isEmpty() ? row.index : row.group);
        next().add(int64_t(row.shift));
    }
    addText(next(), sample.dataset);
    addText(next(), sample.split);
    addText(next(), sample.capability);
    addText(next(), sample.category);
    addText(next(), row.question);
    if (m_layout.hints) {
        addText(next(), sample.hint);
    }
    if (m_layout.optionColumns > 0) {
        addTexts(next(), row.options);
    }
    addText(next(), row.gold);
    if (m_layout.accepted) {
        addTexts(next(), row.accepted);
    }
    if (m_scorers) {
        addText(next(), rowScorer(row, m_layout));
    }
    if (m_layout.images > 0) {
        ParquetValues& cells = next();
        if (m_layout.images > 1) {
            cells.beginList(size_t(images.texts.size()));
        } else if (images.texts.isEmpty()) {
            cells.addNull();
        }
        for (qsizetype i = 0; i < images.texts.size(); ++i) {
            addHubImage(
                m_layout.images > 1 ? cells.child(0) : cells, images.bytes.value(i), images.texts.at(i));
        }
    }
    if (m_layout.steps) {
        textOrNull(sample.parent);
        textOrNull(sample.step);
    }
    if (m_layout.weights) {
        next().add(weight);
    }
    if (m_layout.changes) {
        textOrNull(since);
    }
    for (qsizetype i = 0; i < m_layout.extraColumns.size(); ++i) {
        addValue(next(), extra.value(m_layout.extraColumns.at(i)), m_layout.extraKinds.at(i));
    }
}

bool HubTable::isOwn(const QString& name)
{
    static const QSet<QString> own{QString(), QStringLiteral("index"), QStringLiteral("g_index"),
        QStringLiteral("rotation"), QStringLiteral("dataset"), QStringLiteral("split"),
        QStringLiteral("capability"), QStringLiteral("category"), QStringLiteral("question"),
        QStringLiteral("hint"), QStringLiteral("options"), QStringLiteral("answer"),
        QStringLiteral("accepted_answers"), QStringLiteral("scorer"), QStringLiteral("image"),
        QStringLiteral("images"), QStringLiteral("parent"), QStringLiteral("step"), QStringLiteral("weight"),
        QStringLiteral("changed_since")};
    return own.contains(name.toCaseFolded());
}

} // namespace winnow
