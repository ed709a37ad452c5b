// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/parquet/parquetwriter.h"

#include <QByteArray>

namespace winnow {

/// A struct of the bytes and the file name of an image, which the datasets library shows as one.
ParquetType hubImageType();
bool isHubImage(const ParquetType& type);
/// Null where there are no bytes: the library would look for the file.
void addHubImage(ParquetValues& cells, const QByteArray& bytes, const QString& name);

/// What the metadata "huggingface" of a Parquet file says of its columns, as release 4 of the datasets
/// library writes it.
QByteArray hubMetadata(const std::vector<ParquetColumn>& columns);
/// The same for the head of a dataset card: lines of YAML, each after `indent`.
QByteArray hubYaml(const std::vector<ParquetColumn>& columns, const QByteArray& indent);

} // namespace winnow
