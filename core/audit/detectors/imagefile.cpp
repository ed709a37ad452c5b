// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/detectors/imagefile.h"

#include "core/audit/data/imageprofile.h"
#include "core/audit/detectors/evaluation.h"

#include <QFileInfo>
#include <QSet>

#include <algorithm>

namespace winnow {

namespace {

constexpr float kNotJudged = std::numeric_limits<float>::quiet_NaN();

struct Problem {
    const char* id = nullptr;
    const char* kind = "image_insufficient";
    double score = 0;
    Sentence summary;
};

/// As the benchmark names the file, with the ending of the one that was found. Images of the same content
/// share one path, which may be another's.
QString nameOf(const AuditImage& image)
{
    if (image.source.startsWith(QLatin1String("data:"))) {
        return {};
    }
    const QFileInfo found(image.path);
    const QFileInfo named(QString(image.source).replace(u'\\', u'/'));
    const bool same = found.completeBaseName().compare(named.completeBaseName(), Qt::CaseInsensitive) == 0;
    return same || named.fileName().isEmpty() ? found.fileName() : named.fileName();
}

/// Why the image could not be measured.
Problem failureOf(const MeasuredImage& image, const Sentence& what)
{
    switch (image.reason) {
    case ErrorCode::Unsupported:
        // Others may well read it.
        return {"unsupported", "image_insufficient", 0.6,
            Sentence::of(QT_TRANSLATE_NOOP("Detector", "%1 was not read: %2")).arg(what, image.error)};
    case ErrorCode::LimitExceeded:
        return {"refused", "image_insufficient", 0.9,
            Sentence::of(QT_TRANSLATE_NOOP("Detector", "%1 was refused: %2")).arg(what, image.error)};
    default:
        return {"unreadable", "image_insufficient", 1,
            Sentence::of(QT_TRANSLATE_NOOP("Detector", "%1 cannot be read: %2")).arg(what, image.error)};
    }
}

Problem problemOf(const AuditImage& image)
{
    const QString name = nameOf(image);
    const Sentence what
        = name.isEmpty() ? Sentence::of(QT_TRANSLATE_NOOP("Detector", "The image")) : Sentence(name);
    if (image.state == ImageState::Missing) {
        return {};
    }
    if (image.measured && !image.measured->isReadable()) {
        return failureOf(*image.measured, what);
    }
    if (image.state == ImageState::Refused) {
        return {"refused", "image_insufficient", 0.9,
            Sentence::of(QT_TRANSLATE_NOOP("Detector",
                             "%1 was refused at import: it is too large to be opened safely, not supported, "
                             "or not inside the folder of the import"))
                .arg(what)};
    }
    if (image.state == ImageState::Unreadable) {
        return {"unreadable", "image_insufficient", 1,
            Sentence::of(QT_TRANSLATE_NOOP("Detector", "%1 is not an image that can be read")).arg(what)};
    }
    if (!image.measured) {
        return {};
    }
    const ImageHeader& header = image.measured->measures.header;
    if (header.truncated) {
        return {"truncated", "image_insufficient", 0.95,
            Sentence::of(
                QT_TRANSLATE_NOOP("Detector", "%1 is cut off: its bytes end before the picture does"))
                .arg(what)};
    }
    if (header.animated) {
        return {"animated", "image_insufficient", 0.6,
            Sentence::of(QT_TRANSLATE_NOOP("Detector", "%1 has several frames; models are shown the first"))
                .arg(what)};
    }
    if (!name.isEmpty() && !extensionMatches(header.format, name)) {
        return {"wrong_extension", "parser_loss", 0.7,
            Sentence::of(QT_TRANSLATE_NOOP("Detector", "%1 is a %2 file: readers that go by the name fail"))
                .arg(name, imageFormatId(header.format).toUpper())};
    }
    return {};
}

QJsonObject evidenceOf(const Problem& problem, const AuditImage& image, std::size_t position)
{
    return {{QStringLiteral("problem"), QLatin1String(problem.id)}, {QStringLiteral("image"), int(position)},
        {QStringLiteral("file"), nameOf(image)},
        {QStringLiteral("format"),
            image.hasMeasures() ? imageFormatId(image.measured->measures.header.format) : image.format}};
}

/// A finding that lists samples: a fact about their files, no reason for concern. Nothing without samples.
std::optional<DatasetFinding> listFinding(const char* id, const QStringList& keys, const char* text)
{
    if (keys.isEmpty()) {
        return std::nullopt;
    }
    DatasetFinding finding;
    finding.id = QString::fromLatin1(id);
    finding.summary = Sentence::of(text).arg(countText(keys.size(), "sample", "samples"), listText(keys));
    finding.details = {{QStringLiteral("samples"), QJsonArray::fromStringList(keys.mid(0, 1000))}};
    return finding;
}

} // namespace

const DetectorInfo& ImageFileDetector::info() const
{
    static const DetectorInfo info{QStringLiteral("image_file"), 3,
        QStringLiteral(QT_TRANSLATE_NOOP("Detector", "Damaged image file")),
        QStringLiteral(QT_TRANSLATE_NOOP("Detector",
            "Finds image files that are damaged, cut off, animated or named as another format than they "
            "are, and reports those that are turned by EXIF or in CMYK colours.")),
        QStringLiteral("METHODS C8, issue list of the readers named there"),
        {QStringLiteral("image_insufficient"), QStringLiteral("parser_loss")}, {{Need::ImageMeasures, 1}}, {},
        {booleanParameter("extensions", QT_TRANSLATE_NOOP("Detector", "Names"), true,
            QT_TRANSLATE_NOOP("Detector", "Flag names whose extension is of another format"))}};
    return info;
}

Result<DetectorResult> ImageFileDetector::evaluate(
    const DetectorInput& input, const Parameters& parameters, Progress& progress) const
{
    Evaluation run(input, parameters, progress);
    const AuditData& data = run.data;
    const bool extensions = run.isOn("extensions");
    QStringList turnedKeys;
    QStringList cmykKeys;
    qint64 missing = 0;
    run.result.judged.assign(data.size(), false);
    const auto judge = [&](std::size_t i) {
        run.result.judged[i] = !data.images[i].empty();
        QSet<QLatin1String> kinds;
        for (std::size_t k = 0; k < data.images[i].size(); ++k) {
            const AuditImage& image = data.images[i][k];
            missing += image.state == ImageState::Missing;
            if (image.hasMeasures() && image.measured->measures.header.orientation > 1) {
                turnedKeys.append(data.key(i));
            }
            if (image.hasMeasures() && image.measured->measures.header.cmyk) {
                cmykKeys.append(data.key(i));
            }
            const Problem problem = problemOf(image);
            const bool wanted = problem.id != nullptr
                && (extensions || QLatin1String(problem.kind) != QLatin1String("parser_loss"));
            if (!wanted || kinds.contains(QLatin1String(problem.kind))) {
                continue;
            }
            kinds.insert(QLatin1String(problem.kind));
            run.flag(i, problem.kind, problem.score, problem.summary, evidenceOf(problem, image, k));
        }
    };
    if (!run.eachSample(QT_TRANSLATE_NOOP("Detector", "Looking at image files"), judge)) {
        return auditCancelled();
    }
    run.find(listFinding("turned", turnedKeys,
        QT_TRANSLATE_NOOP(
            "Detector", "%1 with images turned by EXIF; readers that ignore it see them on their side: %2")));
    run.find(listFinding("cmyk", cmykKeys,
        QT_TRANSLATE_NOOP(
            "Detector", "%1 with images in CMYK colours, which some readers show inverted: %2")));
    run.note(missing,
        QT_TRANSLATE_NOOP("Detector", "Missing: %1. Import again with the folder of the images."), "image",
        "images");
    return run.finish();
}

const DetectorInfo& LowDetailDetector::info() const
{
    static const DetectorInfo info{QStringLiteral("low_detail"), 1,
        QStringLiteral(QT_TRANSLATE_NOOP("Detector", "Image without detail")),
        QStringLiteral(QT_TRANSLATE_NOOP("Detector",
            "Finds images that show less than their size promises: a single tone all over, or a tiny "
            "picture enlarged.")),
        QStringLiteral("DatBench, arXiv 2601.02316, needs_high_resolution"),
        {QStringLiteral("image_insufficient")}, {{Need::ImageMeasures, 1}}, {},
        {integerParameter("max_detail", QT_TRANSLATE_NOOP("Detector", "Detail, at most"),
            QT_TRANSLATE_NOOP("Detector", "pixels"), 64, 0, 64,
            QT_TRANSLATE_NOOP("Detector", "Longer side of the smallest picture that would show as much"))}};
    return info;
}

Result<DetectorResult> LowDetailDetector::evaluate(
    const DetectorInput& input, const Parameters& parameters, Progress& progress) const
{
    Evaluation run(input, parameters, progress);
    const DetectorPreview& preview = run.drawBelow(
        QT_TRANSLATE_NOOP("Detector", "detail, pixels a side"), ScoreScale::Measure, "max_detail");
    const auto detailOf = [&](const AuditImage& image) {
        // Blurred and faint images have detectors of their own.
        const bool judged = image.hasMeasures()
            && (image.measured->measures.detail == 0 || image.measured->measures.detail > preview.threshold
                || isEnlarged(image.measured->measures));
        return judged ? float(image.measured->measures.detail) : kNotJudged;
    };
    const auto judge = [&](std::size_t i) {
        const std::size_t worst = run.scoreWorstImage(i, detailOf);
        if (!run.isFlagged(i)) {
            return;
        }
        const ImageMeasures& m = run.data.images[i][worst].measured->measures;
        run.flag(i, "image_insufficient", m.detail == 0 ? 1 : 0.85,
            m.detail == 0
                ? Sentence::of(QT_TRANSLATE_NOOP("Detector", "The image is a single tone all over"))
                : Sentence::of(QT_TRANSLATE_NOOP("Detector",
                                   "The %1 x %2 image shows no more than one of about %3 px a side would"))
                      .arg(m.width)
                      .arg(m.height)
                      .arg(numberText(m.detail, 1)),
            {{QStringLiteral("detail"), m.detail}, {QStringLiteral("image"), int(worst)}});
    };
    if (!run.eachSample(QT_TRANSLATE_NOOP("Detector", "Looking for images without detail"), judge)) {
        return auditCancelled();
    }
    return run.finish();
}

const DetectorInfo& SmallTextDetector::info() const
{
    static const DetectorInfo info{QStringLiteral("small_text"), 1,
        QStringLiteral(QT_TRANSLATE_NOOP("Detector", "Text too small to read")),
        QStringLiteral(QT_TRANSLATE_NOOP("Detector",
            "Finds images whose text is too small to be read after a model scaled them to its input size.")),
        QStringLiteral("DatBench, arXiv 2601.02316, needs_high_resolution; METHODS C8"),
        {QStringLiteral("image_insufficient")}, {{Need::ImageMeasures, 1}}, {},
        {integerParameter("input_side", QT_TRANSLATE_NOOP("Detector", "Model input"),
             QT_TRANSLATE_NOOP("Detector", "pixels"), 1344, 224, 8192,
             QT_TRANSLATE_NOOP("Detector", "Longer side to which models scale a larger image")),
            realParameter("min_height", QT_TRANSLATE_NOOP("Detector", "Smallest readable text"),
                QT_TRANSLATE_NOOP("Detector", "pixels"), 5, 1, 40,
                QT_TRANSLATE_NOOP("Detector", "Letters lower than this after scaling cannot be read"))}};
    return info;
}

Result<DetectorResult> SmallTextDetector::evaluate(
    const DetectorInput& input, const Parameters& parameters, Progress& progress) const
{
    Evaluation run(input, parameters, progress);
    const double side = run.integer("input_side");
    const DetectorPreview& preview = run.drawBelow(
        QT_TRANSLATE_NOOP("Detector", "height of the smallest text at the model's input, pixels"),
        ScoreScale::Measure, "min_height");
    const auto heightOf = [&](const AuditImage& image) {
        if (!image.hasMeasures() || image.measured->measures.textHeight <= 0) {
            return kNotJudged;
        }
        const ImageMeasures& m = image.measured->measures;
        const double scale = std::min(1.0, side / std::max(m.width, m.height));
        // Text that is small already is as its maker drew it; only what scaling takes away is meant.
        return scale == 1.0 ? kNotJudged : float(m.textHeight * scale);
    };
    const auto judge = [&](std::size_t i) {
        if (!readsText(run.data.capabilityOf(i))) {
            return;
        }
        const std::size_t worst = run.scoreWorstImage(i, heightOf);
        if (!run.isFlagged(i)) {
            return;
        }
        const ImageMeasures& m = run.data.images[i][worst].measured->measures;
        const double height = run.score(i);
        run.flag(i, "image_insufficient", std::clamp(1 - 0.6 * height / preview.threshold, 0.0, 1.0),
            Sentence::of(QT_TRANSLATE_NOOP("Detector",
                             "Text of %1 px shrinks to %2 px when the %3 x %4 image is scaled to %5 px"))
                .arg(numberText(m.textHeight, 0), numberText(height, 1))
                .arg(m.width)
                .arg(m.height)
                .arg(int(side)),
            {{QStringLiteral("text_height"), m.textHeight}, {QStringLiteral("height_at_input"), height},
                {QStringLiteral("image"), int(worst)}});
    };
    if (!run.eachSample(QT_TRANSLATE_NOOP("Detector", "Looking for small text"), judge)) {
        return auditCancelled();
    }
    return run.finish();
}

} // namespace winnow
