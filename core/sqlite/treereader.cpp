// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sqlite/treereader.h"

#include <QtEndian>

#include <bit>

namespace winnow::sqlite {

namespace {

/// Reads SQLite's variable-length integers, one after the other.
struct Varints {
    const char* bytes;
    qint64 size;
    qint64 at = 0;
    bool good = true;

    quint64 next()
    {
        quint64 value = 0;
        for (int i = 0; i < 9; ++i) {
            if (at >= size) {
                good = false;
                return 0;
            }
            const quint8 byte = quint8(bytes[at++]);
            if (i == 8) {
                return value << 8 | byte;
            }
            value = value << 7 | (byte & 0x7f);
            if (byte < 0x80) {
                break;
            }
        }
        return value;
    }
};

/// How many bytes a field of this serial type takes; -1 for the two that are not used.
qint64 fieldSize(quint64 type)
{
    static constexpr qint64 kSizes[] = {0, 1, 2, 3, 4, 6, 8, 8, 0, 0, -1, -1};
    return type < 12 ? kSizes[type] : qint64((type - 12) / 2);
}

RawValue fieldValue(quint64 type, const char* bytes, qint64 size)
{
    RawValue value;
    if (type == 0) {
        return value;
    }
    if (type >= 12) {
        value.type = type % 2 ? RawValue::Type::Text : RawValue::Type::Blob;
        value.bytes = QByteArray(bytes, size);
        return value;
    }
    if (type == 7) {
        value.type = RawValue::Type::Real;
        value.real = std::bit_cast<double>(qFromBigEndian<quint64>(bytes));
        return value;
    }
    value.type = RawValue::Type::Integer;
    if (type >= 8) {
        value.integer = qint64(type) - 8;
        return value;
    }
    quint64 whole = bytes[0] & 0x80 ? ~quint64(0) : 0;
    for (qint64 i = 0; i < size; ++i) {
        whole = whole << 8 | quint8(bytes[i]);
    }
    value.integer = qint64(whole);
    return value;
}

} // namespace

struct TreeReader::Layout {
    TreeKind kind = TreeKind::Table;
    bool leaf = true;
    int header = 0; // where the page's own header begins
    int cells = 0;
    int pointers = 0; // where the cell pointers begin
};

std::optional<TreeReader::Layout> TreeReader::layoutOf(const Page& page) const
{
    if (page.bytes.size() < m_pages.pageSize()) {
        return std::nullopt;
    }
    Layout layout;
    layout.header = page.number == 1 ? 100 : 0;
    const char* h = page.bytes.constData() + layout.header;
    switch (quint8(h[0])) {
    case 0x0d:
    case 0x05:
        layout.kind = TreeKind::Table;
        break;
    case 0x0a:
    case 0x02:
        layout.kind = TreeKind::Index;
        break;
    default:
        return std::nullopt;
    }
    layout.leaf = quint8(h[0]) & 0x08;
    layout.pointers = layout.header + (layout.leaf ? 8 : 12);
    const int most = (m_pages.usable() - layout.pointers) / 2;
    layout.cells = std::min<int>(qFromBigEndian<quint16>(h + 3), most);
    return layout;
}

std::optional<TreeKind> TreeReader::kindOf(const Page& page) const
{
    const auto layout = layoutOf(page);
    return layout ? std::optional<TreeKind>(layout->kind) : std::nullopt;
}

std::vector<quint32> TreeReader::children(const Page& page) const
{
    std::vector<quint32> below;
    const auto layout = layoutOf(page);
    if (!layout || layout->leaf) {
        return below;
    }
    const char* bytes = page.bytes.constData();
    for (int i = 0; i < layout->cells; ++i) {
        const int cell = qFromBigEndian<quint16>(bytes + layout->pointers + 2 * i);
        if (cell + 4 <= m_pages.usable()) {
            below.push_back(qFromBigEndian<quint32>(bytes + cell));
        }
    }
    below.push_back(qFromBigEndian<quint32>(bytes + layout->header + 8));
    return below;
}

void TreeReader::rows(const Page& page, const std::function<void(RawRow&&)>& visit)
{
    const auto layout = layoutOf(page);
    if (!layout || (!layout->leaf && layout->kind == TreeKind::Table)) {
        return;
    }
    const char* bytes = page.bytes.constData();
    for (int i = 0; i < layout->cells; ++i) {
        const int cell = qFromBigEndian<quint16>(bytes + layout->pointers + 2 * i) + (layout->leaf ? 0 : 4);
        if (cell < layout->pointers || cell >= m_pages.usable()) {
            continue;
        }
        Varints varints{bytes, m_pages.usable(), cell};
        RawRow row;
        row.sound = page.sound;
        const quint64 size = varints.next();
        if (layout->kind == TreeKind::Table) {
            row.rowid = qint64(varints.next());
        }
        const quint64 most = quint64(m_pages.count()) * quint64(m_pages.pageSize());
        if (varints.good && size > 0) {
            readPayload(page, layout->kind, varints.at, qint64(std::min(size, most)), row);
            if (decode(m_payload, row)) {
                visit(std::move(row));
            }
        }
    }
}

// As many bytes as are there: a damaged size need not cost the row, for its header tells where its fields
// end.
void TreeReader::readPayload(const Page& page, TreeKind kind, qint64 start, qint64 size, RawRow& row)
{
    // How much of a payload stays on its page: "B-tree Pages" in SQLite's file format.
    const qint64 usable = m_pages.usable();
    const qint64 most = kind == TreeKind::Table ? usable - 35 : (usable - 12) * 64 / 255 - 23;
    qint64 local = size;
    if (size > most) {
        const qint64 least = (usable - 12) * 32 / 255 - 23;
        local = least + (size - least) % (usable - 4);
        local = local > most ? least : local;
    }
    if (start + local + (local < size ? 4 : 0) > usable) {
        m_payload = page.bytes.mid(start, usable - start);
        return;
    }
    m_payload = page.bytes.mid(start, local);
    quint32 next = local < size ? qFromBigEndian<quint32>(page.bytes.constData() + start + local) : 0;
    while (m_payload.size() < size) {
        // Each page adds bytes, so that a chain which bites its tail ends too.
        const Page more = m_pages.page(next);
        if (more.bytes.isEmpty()) {
            row.sound = false;
            return;
        }
        row.sound = row.sound && more.sound;
        row.overflow.push_back(next);
        m_payload += more.bytes.mid(4, std::min<qint64>(usable - 4, size - m_payload.size()));
        next = qFromBigEndian<quint32>(more.bytes.constData());
    }
}

bool TreeReader::decode(const QByteArray& payload, RawRow& row)
{
    Varints header{payload.constData(), payload.size()};
    const quint64 headerSize = header.next();
    if (!header.good || headerSize < 2 || headerSize > quint64(payload.size())) {
        return false;
    }
    header.size = qint64(headerSize);
    qint64 at = header.size;
    while (header.good && header.at < header.size) {
        const quint64 type = header.next();
        const qint64 size = fieldSize(type);
        if (!header.good || size < 0 || size > payload.size() - at) {
            return false;
        }
        row.values.push_back(fieldValue(type, payload.constData() + at, size));
        at += size;
    }
    return header.good && !row.values.empty();
}

} // namespace winnow::sqlite
