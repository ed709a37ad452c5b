// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <map>
#include <string>
#include <vector>

namespace winnow {

/// What the datasets library of Hugging Face says about a column beyond its type.
struct HfFeature {
    enum class Kind {
        Value,
        Image,
        /// Sound, video, a document: a file that is no image.
        OtherFile,
    };
    Kind kind = Kind::Value;
    /// What the numbers of a class label mean; empty for others.
    std::vector<std::string> labels;
    std::map<std::string, HfFeature, std::less<>> members;
    /// Of a list: one.
    std::vector<HfFeature> elements;

    const HfFeature& member(std::string_view name) const;
    const HfFeature& element() const;
};

/// The features in the metadata "huggingface" of a Parquet file ({"info": {"features": {…}}}), as members of
/// one; none where it is empty or cannot be read: the types of the file say enough.
HfFeature readHfFeatures(const QByteArray& metadata);

/// What the place of a file says in the layout of the hub: data/SPLIT-00000-of-00003.parquet,
/// CONFIG/SPLIT-00000-of-00003.parquet, CONFIG/SPLIT/0000.parquet, SPLIT.parquet. Empty where it says
/// nothing.
QString hfSplitOf(const QString& path);

} // namespace winnow
