// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/detectors/imagequality.h"

#include "core/audit/data/imageprofile.h"
#include "core/audit/detectors/evaluation.h"

#include <QSet>

#include <algorithm>
#include <cmath>

namespace winnow {

namespace {

using Issue = ImageQualityDetector::Issue;

struct IssueInfo {
    Issue issue;
    const char* kind;
    const char* title;
    const char* description;
    const char* scoreTitle;
    double threshold;
};

const IssueInfo& infoOf(Issue issue)
{
    static const QualityThresholds t;
    static const IssueInfo infos[] = {
        {Issue::Dark, "dark", QT_TRANSLATE_NOOP("Detector", "Dark image"),
            QT_TRANSLATE_NOOP("Detector", "Finds images with hardly any bright spot."),
            QT_TRANSLATE_NOOP("Detector", "brightness of the brightest percent"), t.dark},
        {Issue::Light, "light", QT_TRANSLATE_NOOP("Detector", "Light image"),
            QT_TRANSLATE_NOOP(
                "Detector", "Finds overexposed images. White pages with ink on them are not meant."),
            QT_TRANSLATE_NOOP("Detector", "darkness of the darkest 5 percent"), t.light},
        {Issue::Blurry, "blurry", QT_TRANSLATE_NOOP("Detector", "Blurry image"),
            QT_TRANSLATE_NOOP("Detector", "Finds images without sharp edges."),
            QT_TRANSLATE_NOOP("Detector", "sharpness"), t.blurry},
        {Issue::LowInformation, "low_information", QT_TRANSLATE_NOOP("Detector", "Low-information image"),
            QT_TRANSLATE_NOOP(
                "Detector", "Finds images of one or few tones. Pages with ink on them are not meant."),
            QT_TRANSLATE_NOOP("Detector", "entropy of the pixels, tenths of a bit"), t.lowInformation},
        {Issue::Grayscale, "grayscale", QT_TRANSLATE_NOOP("Detector", "Grayscale image"),
            QT_TRANSLATE_NOOP("Detector", "Finds images stored without colour in a dataset that has colour."),
            QT_TRANSLATE_NOOP("Detector", "colour (0 or 1)"), t.grayscale},
        {Issue::OddAspectRatio, "odd_aspect_ratio", QT_TRANSLATE_NOOP("Detector", "Odd aspect ratio"),
            QT_TRANSLATE_NOOP(
                "Detector", "Finds very wide or very high images, which models squeeze or cut."),
            QT_TRANSLATE_NOOP("Detector", "shorter by longer side"), t.oddAspectRatio},
        {Issue::OddSize, "odd_size", QT_TRANSLATE_NOOP("Detector", "Odd size"),
            QT_TRANSLATE_NOOP(
                "Detector", "Finds images much larger or smaller than the others of the dataset."),
            QT_TRANSLATE_NOOP("Detector", "closeness to the usual size"), t.oddSize},
    };
    return infos[int(issue)];
}

double scoreOf(Issue issue, const ImageMeasures& m)
{
    switch (issue) {
    case Issue::Dark:
        return m.dark;
    case Issue::Light:
        return m.light;
    case Issue::Blurry:
        return m.blurry;
    case Issue::LowInformation:
        return m.lowInformation;
    case Issue::Grayscale:
        return m.grayscale;
    case Issue::OddAspectRatio:
        return m.oddAspectRatio;
    case Issue::OddSize:
        break;
    }
    return 1;
}

Sentence sentence(Issue issue, const ImageMeasures& m, double score, double usualSize)
{
    const QString size = QStringLiteral("%1 x %2 px").arg(m.width).arg(m.height);
    switch (issue) {
    case Issue::Dark:
        return Sentence::of(QT_TRANSLATE_NOOP("Detector", "The brightest spots reach %1 of full brightness"))
            .arg(percentText(score));
    case Issue::Light:
        return Sentence::of(
            QT_TRANSLATE_NOOP("Detector", "All but the darkest 5% is brighter than %1 of full brightness"))
            .arg(percentText(1 - score));
    case Issue::Blurry:
        if (isSoft(m)) {
            return Sentence::of(
                QT_TRANSLATE_NOOP("Detector", "The image shows no more than one of about %1 px a side would"))
                .arg(qint64(m.detail));
        }
        return Sentence::of(
            QT_TRANSLATE_NOOP("Detector", "Sharpness %1, below cleanvision's line for blurry"))
            .arg(numberText(score));
    case Issue::LowInformation:
        return Sentence::of(QT_TRANSLATE_NOOP("Detector", "Only %1 bits of information a pixel"))
            .arg(numberText(10 * score, 1));
    case Issue::Grayscale:
        return Sentence::of(QT_TRANSLATE_NOOP(
            "Detector", "The image is stored without colour; most of the dataset has colour"));
    case Issue::OddAspectRatio:
        return Sentence::of(QT_TRANSLATE_NOOP("Detector", "%1: one side is %2 times the other"))
            .arg(size, numberText(1 / std::max(score, 1e-6), 1));
    case Issue::OddSize:
        return Sentence::of(QT_TRANSLATE_NOOP("Detector", "%1, while the usual image has about %2 px a side"))
            .arg(size, numberText(usualSize, 0));
    }
    return {};
}

/// .18 at 8 px of detail, .26 at 16: below the usual threshold.
double softScore(const ImageMeasures& measures)
{
    return 0.1 + 0.01 * measures.detail;
}

/// Median of the sizes; 0 of none.
double medianOf(QVector<double> values)
{
    if (values.isEmpty()) {
        return 0;
    }
    std::nth_element(values.begin(), values.begin() + values.size() / 2, values.end());
    return values[values.size() / 2];
}

constexpr double kMostOfDataset = 0.5;
constexpr qint64 kFewestForProperty = 20;
constexpr double kQuartiles = 3.0;

struct QualityRun : Evaluation {
    QualityRun(Issue about, const DetectorInput& detectorInput, const Parameters& values, Progress& report)
        : Evaluation(detectorInput, values, report)
        , issue(about)
        , inkMatters(issue == Issue::Light || issue == Issue::LowInformation)
        , profile(inkMatters ? choice("profile") : QString())
        , worst(data.size(), 0)
    {
    }

    /// Each image once, in the order of the samples: a picture that many samples share is one size, not many.
    void scoreImages()
    {
        QVector<double> sizes;
        for (const std::vector<AuditImage>& images : data.images) {
            for (const AuditImage& image : images) {
                if (image.hasMeasures() && !scores.contains(image.measured.get())) {
                    scores.insert(image.measured.get(), scoreOf(issue, image.measured->measures));
                    measured.push_back(image.measured.get());
                    sizes.append(image.measured->measures.size);
                }
            }
        }
        if (issue == Issue::OddSize) {
            const QVector<double> odd = oddSizeScores(sizes, real("iqr"));
            for (qsizetype i = 0; i < odd.size(); ++i) {
                scores[measured[std::size_t(i)]] = odd[i];
            }
        }
        usualSize = medianOf(sizes);
    }

    void judge(std::size_t i)
    {
        const bool page = inkMatters
            && (profile == u"page"
                || (profile == u"by_capability"
                    && imageProfileOf(data.capabilityOf(i)) != ImageProfile::Photo));
        worst[i] = scoreWorstImage(i, [&](const AuditImage& image) {
            if (!image.hasMeasures()) {
                ++unmeasured;
                return std::numeric_limits<float>::quiet_NaN();
            }
            const float score = float(scoreOnPage(*image.measured, page));
            if (preview().flags(score)) {
                having.insert(image.measured.get());
            }
            return score;
        });
    }

    /// Reports an issue that most images have: it is the dataset's then.
    bool isProperty()
    {
        const qint64 total = qint64(measured.size());
        if (total < kFewestForProperty || double(having.size()) <= kMostOfDataset * double(total)) {
            return false;
        }
        DatasetFinding finding;
        finding.id = QStringLiteral("property");
        finding.summary
            = Sentence::of(QT_TRANSLATE_NOOP("Detector",
                               "%1 of %2 have this issue (%3): it is a property of the dataset, no sample is "
                               "flagged for it"))
                  .arg(qint64(having.size()), countText(total, "image", "images"),
                      Sentence::of(infoOf(issue).title));
        finding.details = {{QStringLiteral("images"), total}, {QStringLiteral("having"), having.size()}};
        find(finding);
        return true;
    }

    void flagSample(std::size_t i)
    {
        const double lowest = score(i);
        const double threshold = preview().threshold;
        const ImageMeasures& m = data.images[i][worst[i]].measured->measures;
        Sentence summary = sentence(issue, m, lowest, usualSize);
        if (data.images[i].size() > 1) {
            summary = Sentence::of(QT_TRANSLATE_NOOP("Detector", "Image %1: %2")).arg(worst[i] + 1, summary);
        }
        // Half sure at the threshold, sure at a score of 0.
        flag(i, infoOf(issue).kind, threshold > 0 ? 1 - 0.5 * lowest / threshold : 1, summary,
            {{QStringLiteral("score"), lowest}, {QStringLiteral("threshold"), threshold},
                {QStringLiteral("image"), int(worst[i])},
                {QStringLiteral("images"), int(data.images[i].size())}, {QStringLiteral("width"), m.width},
                {QStringLiteral("height"), m.height}});
    }

    qint64 unmeasured = 0;

private:
    double scoreOnPage(const MeasuredImage& image, bool page)
    {
        const double own = scores.value(&image);
        const double sharp = issue == Issue::Blurry && isSoft(image.measures)
            ? std::min(own, softScore(image.measures))
            : own;
        // Enlarged from a tiny one: that has a name of its own (low_detail).
        const bool named
            = profile != u"photo" && isEnlarged(image.measures) && (inkMatters || issue == Issue::Blurry);
        return named || (page && hasInk(image.measures))
            ? std::max(sharp, std::nextafter(float(preview().threshold), 2.0f) + 1e-3)
            : sharp;
    }

    Issue issue;
    bool inkMatters;
    QString profile;
    QHash<const MeasuredImage*, double> scores;
    std::vector<const MeasuredImage*> measured;
    double usualSize = 0;
    std::vector<std::size_t> worst;
    QSet<const MeasuredImage*> having;
};

} // namespace

ImageQualityDetector::ImageQualityDetector(Issue issue)
    : m_issue(issue)
{
    const IssueInfo& row = infoOf(issue);
    m_info.id = QString::fromLatin1(row.kind);
    m_info.title = QString::fromLatin1(row.title);
    m_info.description = QString::fromLatin1(row.description);
    m_info.source = QStringLiteral("cleanvision's check of the same name, METHODS C8");
    m_info.kinds = {m_info.id};
    m_info.requirements = {{Need::ImageMeasures, 1}};
    m_info.parameters
        = {realParameter("threshold", QT_TRANSLATE_NOOP("Detector", "Flag below"), "", row.threshold, 0, 1,
            QT_TRANSLATE_NOOP("Detector", "cleanvision's score under which an image has the issue"))};
    if (issue == Issue::OddSize) {
        m_info.parameters.append(realParameter("iqr", QT_TRANSLATE_NOOP("Detector", "Accepted range"),
            QT_TRANSLATE_NOOP("Detector", "interquartile ranges"), kQuartiles, 0.5, 20,
            QT_TRANSLATE_NOOP("Detector", "Sizes so far beyond the quartiles are odd")));
    }
    if (issue == Issue::Light || issue == Issue::LowInformation) {
        m_info.parameters.append(choiceParameter("profile", QT_TRANSLATE_NOOP("Detector", "Pages"),
            {QStringLiteral("by_capability"), QStringLiteral("photo"), QStringLiteral("page")},
            QT_TRANSLATE_NOOP("Detector",
                "photo: cleanvision's rule for every image; page: images with ink on them are never meant")));
    }
}

Result<DetectorResult> ImageQualityDetector::evaluate(
    const DetectorInput& input, const Parameters& parameters, Progress& progress) const
{
    QualityRun run(m_issue, input, parameters, progress);
    run.drawBelow(infoOf(m_issue).scoreTitle, ScoreScale::Measure, "threshold");
    run.scoreImages();
    if (!run.eachSample(
            QT_TRANSLATE_NOOP("Detector", "Looking at images"), [&](std::size_t i) { run.judge(i); })) {
        return auditCancelled();
    }
    if (run.isProperty()) {
        run.result.preview.reset();
        return run.finish();
    }
    for (std::size_t i = 0; i < run.data.size(); ++i) {
        if (run.isFlagged(i)) {
            run.flagSample(i);
        }
    }
    run.note(run.unmeasured,
        QT_TRANSLATE_NOOP("Detector", "%1 could not be measured (missing, unreadable or not yet looked at)."),
        "image", "images");
    return run.finish();
}

} // namespace winnow
