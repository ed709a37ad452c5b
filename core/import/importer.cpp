// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/importer.h"

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
            "A to Z, answer, category, split; rows from index 1,000,000 on are rotations");
    }
    QString reads() const override
    {
        return QStringLiteral("samples, and responses when there is a prediction column");
    }
    double confidence(const SourceProfile& profile, const FieldMapping& mapping) const override
    {
        const bool named
            = profile.layout == FileLayout::Csv && profile.column(u"index") && profile.column(u"question");
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
                              "attempt, time, tokens, cost");
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

/// The generic formats differ only in how records are laid out.
class Generic : public Importer {
public:
    Generic(const char* id, const char* title, const char* description, bool (*matches)(FileLayout))
        : m_id(QString::fromLatin1(id))
        , m_title(QString::fromLatin1(title))
        , m_description(QString::fromLatin1(description))
        , m_matches(matches)
    {
    }
    QString id() const override { return m_id; }
    QString title() const override { return m_title; }
    QString description() const override { return m_description; }
    QString reads() const override { return QStringLiteral("samples and responses, by the field mapping"); }
    double confidence(const SourceProfile& profile, const FieldMapping&) const override
    {
        return m_matches(profile.layout) ? 0.5 : 0;
    }

private:
    QString m_id;
    QString m_title;
    QString m_description;
    bool (*m_matches)(FileLayout);
};

} // namespace

const std::vector<std::unique_ptr<Importer>>& importers()
{
    static const auto all = [] {
        std::vector<std::unique_ptr<Importer>> list;
        list.push_back(std::make_unique<VlmEvalKitTsv>());
        list.push_back(std::make_unique<LongResponses>());
        list.push_back(std::make_unique<WideResponses>());
        list.push_back(std::make_unique<Generic>("jsonl", "JSON Lines", "One JSON object a line, any fields",
            [](FileLayout layout) { return layout == FileLayout::JsonLines; }));
        list.push_back(std::make_unique<Generic>("json", "JSON",
            "An array of objects, an object of objects by key, an object with a list of records in it, or a "
            "table by columns",
            [](FileLayout layout) {
                return layout == FileLayout::JsonArray || layout == FileLayout::JsonMembers
                    || layout == FileLayout::JsonColumns;
            }));
        list.push_back(std::make_unique<Generic>("csv", QT_TRANSLATE_NOOP("Import", "CSV or TSV"),
            "A table with a header row; , ; tab or | between cells",
            [](FileLayout layout) { return layout == FileLayout::Csv; }));
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
