// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/hubfeatures.h"

#include "core/export/appendtext.h"

namespace winnow {

namespace {

QByteArray plainName(ParquetKind kind)
{
    switch (kind) {
    case ParquetKind::Boolean:
        return "bool";
    case ParquetKind::Int64:
        return "int64";
    case ParquetKind::Double:
        return "float64";
    case ParquetKind::Blob:
        return "binary";
    default:
        return "string";
    }
}

void appendFeature(QByteArray& out, const ParquetType& type)
{
    if (isHubImage(type)) {
        out += R"({"_type": "Image"})";
    } else if (type.kind == ParquetKind::List) {
        out += R"({"feature": )";
        appendFeature(out, type.children.front());
        out += R"(, "_type": "List"})";
    } else if (type.kind == ParquetKind::Struct) {
        out += '{';
        for (size_t i = 0; i < type.children.size(); ++i) {
            out += i == 0 ? "" : ", ";
            appendJsonString(out, QString::fromStdString(type.names[i]));
            out += ": ";
            appendFeature(out, type.children[i]);
        }
        out += '}';
    } else {
        out += R"({"dtype": ")" + plainName(type.kind) + R"(", "_type": "Value"})";
    }
}

void appendYaml(QByteArray& out, const std::string& name, const ParquetType& type, const QByteArray& indent)
{
    out += indent + "- name: ";
    // Every JSON string is one of YAML too.
    appendJsonString(out, QString::fromStdString(name));
    out += '\n';
    const bool isList = type.kind == ParquetKind::List;
    const ParquetType& shown = isList ? type.children.front() : type;
    const QByteArray key = indent + (isList ? "  list:" : "  dtype:");
    if (isHubImage(shown)) {
        out += key + " image\n";
    } else if (shown.kind == ParquetKind::Struct) {
        out += indent + (isList ? "  list:\n" : "  struct:\n");
        for (size_t i = 0; i < shown.children.size(); ++i) {
            appendYaml(out, shown.names[i], shown.children[i], indent + "  ");
        }
    } else {
        out += key + ' ' + plainName(shown.kind) + '\n';
    }
}

} // namespace

ParquetType hubImageType()
{
    using namespace parquettypes;
    return structOf({{"bytes", plain(ParquetKind::Blob)}, {"path", plain(ParquetKind::Text)}});
}

bool isHubImage(const ParquetType& type)
{
    return type.kind == ParquetKind::Struct && type.names == std::vector<std::string>{"bytes", "path"}
    && type.children[0].kind == ParquetKind::Blob;
}

void addHubImage(ParquetValues& cells, const QByteArray& bytes, const QString& name)
{
    if (bytes.isEmpty()) {
        cells.addNull();
        return;
    }
    cells.beginStruct();
    cells.child(0).addBytes(std::string_view(bytes.constData(), size_t(bytes.size())));
    cells.child(1).addBytes(name.toStdString());
}

QByteArray hubMetadata(const std::vector<ParquetColumn>& columns)
{
    QByteArray out = R"({"info": {"features": )";
    appendFeature(out, parquettypes::structOf(columns));
    return out + "}}";
}

QByteArray hubYaml(const std::vector<ParquetColumn>& columns, const QByteArray& indent)
{
    QByteArray out;
    for (const ParquetColumn& column : columns) {
        appendYaml(out, column.name, column.type, indent);
    }
    return out;
}

} // namespace winnow
