// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/importer.h"

#include "core/import/recordset.h"

namespace winnow {

namespace {

class VlmEvalKitTsv : public Importer {
public:
    QString id() const override { return QStringLiteral("vlmevalkit_tsv"); }
    QString title() const override { return QStringLiteral("VLMEvalKit TSV"); }
    QString description() const override
    {
        return QStringLiteral(
            "index, question, image (base64, list, or the index of the row that shares it), image_path, "
            "A to Z, answer, category, split; rows from index 1,000,000 on are rotations; also as xlsx");
    }
    QString reads() const override
    {
        return QStringLiteral("samples, and responses when there is a prediction column");
    }
    double confidence(const SourceProfile& profile, const FieldMapping& mapping) const override
    {
        const bool table = profile.layout == QLatin1String("csv") || profile.layout == QLatin1String("xlsx");
        const bool named = table && profile.column(u"index") && profile.column(u"question");
        const bool image = profile.column(u"image") || profile.column(u"image_path");
        const bool options = profile.column(u"A") && profile.column(u"B");
        return named && mapping.role != ImportRole::Responses && (image || options) ? 0.95 : 0;
    }
    bool sharesImages() const override { return true; }
};

class WideResponses : public Importer {
public:
    QString id() const override { return QStringLiteral("responses_wide"); }
    QString title() const override
    {
        return QStringLiteral(QT_TRANSLATE_NOOP("Import", "Responses, a column for each model"));
    }
    QString description() const override
    {
        return QStringLiteral(
            "One row a sample, one column a model with its answer or verdict; blank = no answer");
    }
    QString reads() const override
    {
        return QStringLiteral("responses, and samples when the row tells them");
    }
    double confidence(const SourceProfile&, const FieldMapping& mapping) const override
    {
        return mapping.responses.size() >= 2 ? 0.9 : 0;
    }
};

class LongResponses : public Importer {
public:
    QString id() const override { return QStringLiteral("responses_long"); }
    QString title() const override
    {
        return QStringLiteral(QT_TRANSLATE_NOOP("Import", "Responses, a row for each"));
    }
    QString description() const override
    {
        return QStringLiteral("Sample key with response, parsed answer or score, and model, condition, "
                              "attempt, time, tokens, cost, a verifier's rating, log-probability");
    }
    QString reads() const override
    {
        return QStringLiteral("responses, and samples when no dataset has the keys");
    }
    double confidence(const SourceProfile&, const FieldMapping& mapping) const override
    {
        return mapping.role != ImportRole::Samples && mapping.responses.size() == 1 ? 0.8 : 0;
    }
};

/// Any fields, in a layout that some format reads.
class Generic : public Importer {
public:
    explicit Generic(RecordLayout layout)
        : m_layout(std::move(layout))
    {
    }
    QString id() const override { return m_layout.id; }
    QString title() const override { return m_layout.title; }
    QString description() const override { return m_layout.description; }
    QString reads() const override { return QStringLiteral("samples and responses, by the field mapping"); }
    double confidence(const SourceProfile& profile, const FieldMapping&) const override
    {
        return profile.layout == m_layout.id ? m_layout.confidence : 0;
    }

private:
    RecordLayout m_layout;
};

} // namespace

const std::vector<std::unique_ptr<Importer>>& importers()
{
    constexpr double kKnowsTheSet = 0.97;
    static const auto all = [] {
        std::vector<std::unique_ptr<Importer>> list;
        list.push_back(std::make_unique<VlmEvalKitTsv>());
        list.push_back(std::make_unique<LongResponses>());
        list.push_back(std::make_unique<WideResponses>());
        for (const auto& format : recordFormats()) {
            for (RecordLayout& layout : format->layouts()) {
                // One that stands for a published set knows more than any table.
                layout.confidence = format->suffixes().isEmpty() ? kKnowsTheSet : layout.confidence;
                list.push_back(std::make_unique<Generic>(std::move(layout)));
            }
        }
        // Who knows the whole set knows best what it is.
        for (const auto& format : recordSetFormats()) {
            for (RecordLayout& layout : format->layouts()) {
                layout.confidence = kKnowsTheSet;
                list.push_back(std::make_unique<Generic>(std::move(layout)));
            }
        }
        return list;
    }();
    return all;
}

const Importer* importerById(QStringView id)
{
    for (const auto& importer : importers()) {
        if (importer->id() == id) {
            return importer.get();
        }
    }
    return nullptr;
}

const Importer* detectImporter(const SourceProfile& profile, const FieldMapping& mapping)
{
    const Importer* best = importers().front().get();
    double bestConfidence = -1;
    for (const auto& importer : importers()) {
        const double confidence = importer->confidence(profile, mapping);
        if (confidence > bestConfidence) {
            bestConfidence = confidence;
            best = importer.get();
        }
    }
    return best;
}

} // namespace winnow
