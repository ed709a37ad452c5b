// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/parquetcells.h"

#include "core/import/parquetvalue.h"

#include <cstring>

namespace winnow {

namespace {

/// Structs inside structs that become columns, as of JSON objects; what is deeper stays one value.
constexpr int kMaxFlattenDepth = 3;

Cell& cellAt(RawRecord& record, int column)
{
    return record.cells[size_t(column)];
}

} // namespace

ParquetCells::ParquetCells(const ParquetFile& file, const HfFeature& features, const ReadLimits& limits)
    : m_file(file)
    , m_features(features)
    , m_limits(limits)
{
}

Result<> ParquetCells::addColumns(const QString& path, ColumnNames& columns)
{
    for (size_t i = 0; i < m_file.names().size(); ++i) {
        const std::string& name = m_file.names()[i];
        m_places.push_back(placeOf(name, m_file.types()[i], m_features.member(name), 1, columns));
        if (columns.count() > m_limits.maxColumns) {
            return fail(ErrorCode::LimitExceeded,
                Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 has more than %2 columns"))
                    .arg(path)
                    .arg(m_limits.maxColumns),
                Sentence::of(QT_TRANSLATE_NOOP(
                    "Error", "Save it with the columns that describe samples or responses and import that")));
        }
    }
    return {};
}

ParquetCells::Place ParquetCells::placeOf(const std::string& name, const ParquetType& type,
    const HfFeature& feature, int level, ColumnNames& columns)
{
    Place place;
    place.feature = &feature;
    place.column = columns.findOrAdd(name);
    place.isFile = isParquetFileCell(type, feature);
    const ParquetType* element = type.kind == ParquetKind::List ? &type.children.front() : nullptr;
    if (feature.kind == HfFeature::Kind::OtherFile
        || (element && feature.element().kind == HfFeature::Kind::OtherFile)) {
        m_otherFiles.append(QString::fromStdString(name));
    }
    if (place.isFile) {
        place.pathColumn = type.kind == ParquetKind::Struct ? columns.findOrAdd(name + ".path") : -1;
        return place;
    }
    if (type.kind == ParquetKind::Struct && level <= kMaxFlattenDepth) {
        for (size_t i = 0; i < type.names.size() && columns.count() <= m_limits.maxColumns; ++i) {
            place.members.push_back(placeOf(name + '.' + type.names[i], type.children[i],
                feature.member(type.names[i]), level + 1, columns));
        }
    }
    return place;
}

bool ParquetCells::read(size_t row, const ColumnNames& columns, RawRecord& record, RecordProblem& problem)
{
    m_kept.release();
    m_tooManyItems = false;
    record.items.clear();
    record.cells.assign(size_t(columns.count()), Cell());
    for (size_t i = 0; i < m_places.size(); ++i) {
        put(m_places[i], m_file.column(i), row, record);
    }
    if (m_tooManyItems) {
        problem.found = Sentence::of(QT_TRANSLATE_NOOP("Import", "lists of more than %1 elements"))
                            .arg(m_limits.maxItems);
        problem.expected = Sentence::of(QT_TRANSLATE_NOOP("Import", "at most that many in a record"));
        return false;
    }
    size_t bytes = 0;
    for (const Cell& each : record.cells) {
        bytes += each.text.size();
    }
    for (const Cell& item : record.items) {
        bytes += item.kind == CellKind::Bytes ? item.text.size() : 0;
    }
    if (qint64(bytes) > m_limits.maxRecordBytes) {
        problem.found = Sentence::of(QT_TRANSLATE_NOOP("Import", "a row of more than %1 bytes"))
                            .arg(m_limits.maxRecordBytes);
        problem.expected = Sentence::of(QT_TRANSLATE_NOOP("Import", "a row within the size limit"));
        return false;
    }
    return true;
}

std::string_view ParquetCells::keep(std::string_view text)
{
    if (text.empty()) {
        return text;
    }
    auto* place = static_cast<char*>(m_kept.allocate(text.size(), 1));
    std::memcpy(place, text.data(), text.size());
    return {place, text.size()};
}

void ParquetCells::put(const Place& place, const ParquetVector& vector, size_t row, RawRecord& record)
{
    if (place.isFile) {
        putFile(place, vector, row, record);
        return;
    }
    if (!vector.isNull(row)
        && (vector.type->kind == ParquetKind::List || vector.type->kind == ParquetKind::Array)) {
        const Cell whole = list(vector, row, *place.feature, record);
        cellAt(record, place.column) = whole;
        return;
    }
    cellAt(record, place.column) = cell(vector, row, *place.feature);
    if (vector.isNull(row)) {
        return;
    }
    for (size_t i = 0; i < place.members.size(); ++i) {
        put(place.members[i], vector.children[i], row, record);
    }
}

void ParquetCells::putFile(const Place& place, const ParquetVector& vector, size_t row, RawRecord& record)
{
    const ParquetFileCell file = parquetFileCell(vector, row);
    Cell& whole = cellAt(record, place.column);
    whole.kind = CellKind::Null;
    if (!file.bytes.empty() && place.feature->kind != HfFeature::Kind::OtherFile) {
        whole = {CellKind::Bytes, file.bytes};
    } else if (!file.path.empty()) {
        whole = {CellKind::Text, file.path};
    }
    if (place.pathColumn >= 0 && whole.kind == CellKind::Bytes && !file.path.empty()) {
        cellAt(record, place.pathColumn) = {CellKind::Text, file.path};
    }
}

Cell ParquetCells::cell(const ParquetVector& vector, size_t row, const HfFeature& feature)
{
    if (vector.isNull(row)) {
        return {CellKind::Null, {}};
    }
    const ParquetKind kind = vector.type->kind;
    if (kind >= ParquetKind::List) {
        m_json.clear();
        appendParquetJson(m_json, vector, row, feature);
        const bool isList = kind == ParquetKind::List || kind == ParquetKind::Array;
        return {isList ? CellKind::List : CellKind::Object, keep(m_json)};
    }
    const ParquetValue value = parquetValue(vector, row, feature);
    return {value.kind, value.text.empty() ? keep(value.view()) : value.text};
}

Cell ParquetCells::list(const ParquetVector& vector, size_t row, const HfFeature& feature, RawRecord& record)
{
    Cell whole = cell(vector, row, feature);
    const ParquetVector::Range range = vector.range(row);
    const ParquetVector& elements = vector.children.front();
    const HfFeature& each = feature.element();
    const bool files = isParquetFileCell(*elements.type, each);
    whole.firstItem = quint32(record.items.size());
    if (record.items.size() + range.count > size_t(m_limits.maxItems)) {
        m_tooManyItems = true;
        return whole;
    }
    for (size_t i = range.first; i < range.first + range.count; ++i) {
        if (!files) {
            record.items.push_back(cell(elements, i, each));
            continue;
        }
        const ParquetFileCell file = parquetFileCell(elements, i);
        const bool asBytes = !file.bytes.empty() && each.kind != HfFeature::Kind::OtherFile;
        record.items.push_back(asBytes ? Cell{CellKind::Bytes, file.bytes}
                : file.path.empty()    ? Cell{CellKind::Null, {}}
                                       : Cell{CellKind::Text, file.path});
    }
    whole.itemCount = quint32(record.items.size()) - whole.firstItem;
    return whole;
}

} // namespace winnow
