// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/run/detectorregistry.h"

#include "core/audit/detectors/blindsolvable.h"
#include "core/audit/detectors/confidentlabels.h"
#include "core/audit/detectors/consensusagainstgold.h"
#include "core/audit/detectors/discrimination.h"
#include "core/audit/detectors/duplicateexact.h"
#include "core/audit/detectors/duplicatenear.h"
#include "core/audit/detectors/guessable.h"
#include "core/audit/detectors/imagecovered.h"
#include "core/audit/detectors/imagefile.h"
#include "core/audit/detectors/imagequality.h"
#include "core/audit/detectors/inflated.h"
#include "core/audit/detectors/labelconflict.h"
#include "core/audit/detectors/labelquality.h"
#include "core/audit/detectors/malformedoptions.h"
#include "core/audit/detectors/parserloss.h"
#include "core/audit/detectors/positionbias.h"
#include "core/audit/detectors/questionincomplete.h"
#include "core/audit/detectors/textprior.h"
#include "core/audit/detectors/transformproposal.h"
#include "core/audit/detectors/unanimousfailure.h"

namespace winnow {

DetectorRegistry::DetectorRegistry()
{
    // One line a detector, in the order they are shown and run.
    m_detectors.push_back(std::make_unique<BlindSolvableDetector>());
    m_detectors.push_back(std::make_unique<TextPriorDetector>());
    m_detectors.push_back(std::make_unique<UnanimousFailureDetector>());
    m_detectors.push_back(std::make_unique<ConsensusAgainstGoldDetector>());
    m_detectors.push_back(std::make_unique<LabelQualityDetector>());
    m_detectors.push_back(std::make_unique<ConfidentLabelsDetector>());
    m_detectors.push_back(std::make_unique<LabelConflictDetector>());
    m_detectors.push_back(std::make_unique<GuessableDetector>());
    m_detectors.push_back(std::make_unique<PositionBiasDetector>());
    m_detectors.push_back(std::make_unique<InflatedDetector>());
    m_detectors.push_back(std::make_unique<MalformedOptionsDetector>());
    m_detectors.push_back(std::make_unique<QuestionIncompleteDetector>());
    m_detectors.push_back(std::make_unique<DuplicateExactDetector>());
    m_detectors.push_back(std::make_unique<DuplicateNearDetector>());
    m_detectors.push_back(std::make_unique<DuplicateCrossSplitDetector>());
    using Issue = ImageQualityDetector::Issue;
    for (const Issue issue : {Issue::Dark, Issue::Light, Issue::Blurry, Issue::LowInformation,
             Issue::Grayscale, Issue::OddAspectRatio, Issue::OddSize}) {
        m_detectors.push_back(std::make_unique<ImageQualityDetector>(issue));
    }
    m_detectors.push_back(std::make_unique<ImageFileDetector>());
    m_detectors.push_back(std::make_unique<LowDetailDetector>());
    m_detectors.push_back(std::make_unique<SmallTextDetector>());
    m_detectors.push_back(std::make_unique<ImageCoveredDetector>());
    m_detectors.push_back(std::make_unique<SaturatedDetector>());
    m_detectors.push_back(std::make_unique<NegativeDiscriminationDetector>());
    m_detectors.push_back(std::make_unique<FrontierDetector>());
    m_detectors.push_back(std::make_unique<ParserLossDetector>());
    m_detectors.push_back(std::make_unique<TransformProposalDetector>());
}

void DetectorRegistry::add(std::unique_ptr<Detector> detector)
{
    m_detectors.push_back(std::move(detector));
}

const DetectorRegistry& DetectorRegistry::instance()
{
    static const DetectorRegistry registry;
    return registry;
}

const Detector* DetectorRegistry::find(QStringView id) const
{
    for (const auto& detector : m_detectors) {
        if (detector->info().id == id) {
            return detector.get();
        }
    }
    return nullptr;
}

const QVector<AuditPreset>& DetectorRegistry::presets()
{
    static const QVector<AuditPreset> presets{
        {QStringLiteral("exact"), QStringLiteral(QT_TRANSLATE_NOOP("Detector", "Exact binomial")),
            QStringLiteral(QT_TRANSLATE_NOOP("Detector",
                "Blind hits against chance, false-discovery rate 5% over each dataset. The default.")),
            {{QStringLiteral("blind_solvable.rule"), QStringLiteral("exact")},
                {QStringLiteral("blind_solvable.alpha"), 0.05}}},
        {QStringLiteral("datbench"), QStringLiteral(QT_TRANSLATE_NOOP("Detector", "DatBench (27 models)")),
            QStringLiteral(QT_TRANSLATE_NOOP("Detector",
                "The paper's blind cut-off of each dataset, made for 27 models; unanimous failure of all "
                "models. Discards about half of all good four-option samples by chance alone.")),
            {{QStringLiteral("blind_solvable.rule"), QStringLiteral("datbench")},
                {QStringLiteral("blind_solvable.operator"), QStringLiteral("paper")}}},
        {QStringLiteral("mmstar"), QStringLiteral(QT_TRANSLATE_NOOP("Detector", "MMStar (3 of 8)")),
            QStringLiteral(
                QT_TRANSLATE_NOOP("Detector", "Drop what at least 3 of 8 models answer without the image.")),
            {{QStringLiteral("blind_solvable.rule"), QStringLiteral("hits")},
                {QStringLiteral("blind_solvable.hits"), 3},
                {QStringLiteral("blind_solvable.operator"), QStringLiteral("at_least")}}},
        {QStringLiteral("mmmu_pro"),
            QStringLiteral(QT_TRANSLATE_NOOP("Detector", "MMMU-Pro (3 of 4, more than 5 of 10)")),
            QStringLiteral(QT_TRANSLATE_NOOP(
                "Detector", "Drop what at least 3 of 4 models answer in more than half of ten attempts.")),
            {{QStringLiteral("blind_solvable.rule"), QStringLiteral("hits")},
                {QStringLiteral("blind_solvable.hits"), 3},
                {QStringLiteral("blind_solvable.operator"), QStringLiteral("at_least")},
                {QStringLiteral("blind_solvable.attempt_share"), 0.5}}},
    };
    return presets;
}

const AuditPreset* DetectorRegistry::preset(QStringView id)
{
    for (const AuditPreset& preset : presets()) {
        if (preset.id == id) {
            return &preset;
        }
    }
    return nullptr;
}

QJsonObject settingsFor(const QString& detector, const QJsonObject& settings)
{
    QJsonObject own;
    const QString prefix = detector + u'.';
    for (auto it = settings.begin(); it != settings.end(); ++it) {
        if (it.key().startsWith(prefix)) {
            own.insert(it.key().mid(prefix.size()), it.value());
        }
    }
    return own;
}

} // namespace winnow
