// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/detectors/imagecovered.h"

#include "core/audit/detectors/evaluation.h"

#include <cmath>
#include <limits>

namespace winnow {

namespace {

/// Percent of the picture that is covered, NaN where it could not be measured.
double coveredPercent(const AuditImage& image)
{
    if (!image.hasMeasures()) {
        return std::numeric_limits<double>::quiet_NaN();
    }
    const ImageMeasures& m = image.measured->measures;
    if (m.covered.kind == CoveredRegion::Kind::None || m.width <= 0 || m.height <= 0) {
        return 0;
    }
    return 100.0 * m.covered.area.width() * m.covered.area.height() / (double(m.width) * m.height);
}

Sentence summaryOf(const ImageMeasures& m, double percent)
{
    const QRect& area = m.covered.area;
    const char* text = m.covered.kind == CoveredRegion::Kind::Patch
        ? QT_TRANSLATE_NOOP("Detector",
            "A rectangle of one tone, %1 x %2 px (%3% of the picture) at %4, %5 from the left and the top, "
            "cuts off what is around it")
        : QT_TRANSLATE_NOOP("Detector",
            "Lines break off at a blank rectangle, %1 x %2 px (%3% of the picture) at %4, %5 from the left "
            "and the top, and go on behind it");
    return Sentence::of(text)
        .arg(area.width())
        .arg(area.height())
        .arg(numberText(percent, percent < 10 ? 1 : 0))
        .arg(area.x())
        .arg(area.y());
}

} // namespace

const DetectorInfo& ImageCoveredDetector::info() const
{
    static const DetectorInfo info{QStringLiteral("image_covered"), 1,
        QStringLiteral(QT_TRANSLATE_NOOP("Detector", "Part of the image covered")),
        QStringLiteral(QT_TRANSLATE_NOOP("Detector",
            "Finds images of which a rectangle was painted over or blanked, where what is around it shows "
            "that something is missing.")),
        QStringLiteral("DatBench, arXiv 2601.02316, image does not show what is asked; own measure"),
        {QStringLiteral("image_insufficient")}, {{Need::ImageMeasures, 1}}, {},
        {realParameter("min_share", QT_TRANSLATE_NOOP("Detector", "Covered, at least"),
            QT_TRANSLATE_NOOP("Detector", "percent"), 1, 0.1, 100,
            QT_TRANSLATE_NOOP("Detector", "Share of the picture that the rectangle hides"))}};
    return info;
}

Result<DetectorResult> ImageCoveredDetector::evaluate(
    const DetectorInput& input, const Parameters& parameters, Progress& progress) const
{
    Evaluation run(input, parameters, progress);
    run.draw(
        QT_TRANSLATE_NOOP("Detector", "percent of the picture covered"), ScoreScale::Measure, "min_share");
    const auto judge = [&](std::size_t i) {
        const std::size_t worst
            = run.scoreWorstImage(i, [](const AuditImage& image) { return float(coveredPercent(image)); });
        if (!run.isFlagged(i)) {
            return;
        }
        const ImageMeasures& m = run.data.images[i][worst].measured->measures;
        const double percent = run.score(i);
        const bool patch = m.covered.kind == CoveredRegion::Kind::Patch;
        const QRect& area = m.covered.area;
        run.flag(i, "image_insufficient", patch ? 0.9 : 0.8, summaryOf(m, percent),
            {{QStringLiteral("covered"), patch ? QStringLiteral("patch") : QStringLiteral("gap")},
                {QStringLiteral("region"), QJsonArray{area.x(), area.y(), area.width(), area.height()}},
                {QStringLiteral("share"), percent / 100}, {QStringLiteral("image"), int(worst)}});
    };
    if (!run.eachSample(QT_TRANSLATE_NOOP("Detector", "Looking for covered parts of images"), judge)) {
        return auditCancelled();
    }
    return run.finish();
}

} // namespace winnow
