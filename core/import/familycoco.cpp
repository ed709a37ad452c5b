// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Files shaped like those of COCO: images, annotations by image_id, categories. Keys as cocodataset.org's
// "Data format" and instances_val2017.json, captions_val2017.json have them.

#include "core/import/families.h"
#include "core/import/jsonrecords.h"
#include "core/import/utf8.h"

#include <unordered_map>

namespace winnow {

namespace {

using Names = std::unordered_map<std::string, std::string>;

/// id -> a member of the records of a list; empty where there is no such list.
Result<Names> namesIn(const QString& path, const ReadLimits& limits, const char* list, const char* member)
{
    Names names;
    auto source = openJsonList(path, list, limits);
    if (!source) {
        return source.error().code == ErrorCode::WrongKind ? Result<Names>(names)
                                                           : tl::unexpected<Error>(source.error());
    }
    RawRecord record;
    for (;;) {
        RecordProblem problem;
        const auto step = (*source)->next(record, problem);
        if (!step) {
            return tl::unexpected<Error>(step.error());
        }
        if (*step == RecordSource::Step::End) {
            return names;
        }
        const RecordView view{record, (*source)->columns()};
        if (*step == RecordSource::Step::Record) {
            names.emplace(std::string(view.text("id")), std::string(view.text(member)));
        }
    }
}

struct Beside {
    Names images;
    Names categories;
};

void writeAnnotation(const RecordView& view, const Beside& beside, std::vector<std::string>& rows)
{
    JsonRow row;
    view.copyTo(row, {"segmentation", "image", "category"});
    if (const auto image = beside.images.find(std::string(view.text("image_id")));
        image != beside.images.end()) {
        row.addText("image", image->second);
    }
    if (const auto category = beside.categories.find(std::string(view.text("category_id")));
        category != beside.categories.end()) {
        row.addText("category", category->second);
    }
    const bool asks = view.cell("question").present() || view.cell("caption").present();
    if (!asks && view.cell("bbox").present() && !view.cell("answer").present()) {
        row.add("answer", view.cell("bbox"));
    }
    rows.push_back(row.take());
}

} // namespace

Family cocoShaped()
{
    Family family;
    family.layout = {QStringLiteral("coco"), QStringLiteral("COCO annotations"),
        QStringLiteral("images, annotations (caption, or category_id and bbox) by image_id, categories")};
    family.knows = [](const JsonHead& head) {
        const bool images = head.has({"images", "file_name", "width", "height"});
        const bool annotations = head.has({"annotations", "image_id"})
            && (head.has({"caption"}) || head.has({"bbox", "category_id"}));
        return (images || annotations) && !head.has({"question_id"});
    };
    family.open = [layout = family.layout](const QString& path,
                      const ReadLimits& limits) -> Result<std::unique_ptr<RecordSource>> {
        auto annotations = openJsonList(path, "annotations", limits);
        if (!annotations) {
            return JsonFormat().open(path, limits);
        }
        auto images = namesIn(path, limits, "images", "file_name");
        if (!images) {
            return tl::unexpected<Error>(images.error());
        }
        auto categories = namesIn(path, limits, "categories", "name");
        if (!categories) {
            return tl::unexpected<Error>(categories.error());
        }
        const auto beside
            = std::make_shared<const Beside>(Beside{std::move(*images), std::move(*categories)});
        return reshapedAs(std::move(*annotations), limits, layout,
            [beside](const RecordView& view, std::vector<std::string>& rows) {
                writeAnnotation(view, *beside, rows);
            },
            {Sentence::of(QT_TRANSLATE_NOOP("Import",
                "Read as COCO annotations: each is a sample with the image of its image_id; a box without a "
                "caption is the answer, and outlines (segmentation) are not kept"))});
    };
    return family;
}

} // namespace winnow
