// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/import/fieldmapping.h"

#include <memory>
#include <vector>

namespace winnow {

/// One kind of file that can be imported: knows it when it sees it and sets the mapping up for it.
/// Adding one is a class here and a line in importers().
class Importer {
public:
    virtual ~Importer() = default;
    /// Stable id for --format.
    virtual QString id() const = 0;
    virtual QString title() const = 0;
    /// What such a file holds, one sentence.
    virtual QString description() const = 0;
    /// samples, responses, or both of them.
    virtual QString reads() const = 0;
    /// How sure it is that this is its kind, 0..1, judged by content.
    virtual double confidence(const SourceProfile& profile, const FieldMapping& mapping) const = 0;
    /// A short text in an image cell is the key of the sample that holds the image.
    virtual bool sharesImages() const { return false; }
};

/// Every importer, in the order to show them.
const std::vector<std::unique_ptr<Importer>>& importers();
/// nullptr when there is none of that id.
const Importer* importerById(QStringView id);
/// The surest one; never nullptr.
const Importer* detectImporter(const SourceProfile& profile, const FieldMapping& mapping);

} // namespace winnow
