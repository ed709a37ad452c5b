// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/data/auditdata.h"

#include "core/domain/response.h"
#include "core/text/normalise.h"

#include <QSet>

#include <algorithm>
#include <cmath>
#include <map>

namespace winnow {

QString AuditData::answerSpelling(qint32 code) const
{
    return spellings.value(code, answers.value(code)).simplified();
}

std::vector<const ResponseColumn*> AuditData::columnsOf(Condition condition) const
{
    std::vector<const ResponseColumn*> found;
    for (const ResponseColumn& column : columns) {
        if (column.condition == condition) {
            found.push_back(&column);
        }
    }
    return found;
}

int AuditData::modelCount(Condition condition) const
{
    QSet<QString> names;
    for (const ResponseColumn& column : columns) {
        if (column.condition == condition) {
            names.insert(column.model);
        }
    }
    return int(names.size());
}

std::vector<ModelView> modelsOf(const AuditData& data, Condition condition)
{
    std::map<std::pair<QString, bool>, ModelView> byName;
    for (const ResponseColumn& column : data.columns) {
        if (column.condition == condition) {
            const bool alone = isLanguageModelAlone(condition, column.setting);
            ModelView& view = byName[{column.model, alone}];
            if (view.columns.empty()) {
                view.model
                    = alone ? QStringLiteral("%1 (%2)").arg(column.model, column.setting) : column.model;
                view.family = alone ? view.model : column.family;
                view.languageModelAlone = alone;
            }
            view.columns.push_back(&column);
        }
    }
    std::vector<ModelView> views;
    for (auto& [name, view] : byName) {
        views.push_back(std::move(view));
    }
    return views;
}

double modelScore(const ModelView& model, std::size_t sample)
{
    double sum = 0;
    int count = 0;
    for (const ResponseColumn* column : model.columns) {
        if (column->hasScore(sample)) {
            sum += double(column->scores[sample]);
            ++count;
        }
    }
    return count > 0 ? sum / count : std::numeric_limits<double>::quiet_NaN();
}

qint32 modelAnswer(const ModelView& model, std::size_t sample)
{
    if (model.columns.size() == 1) {
        return model.columns.front()->codes[sample];
    }
    qint32 best = kNoResponse;
    int bestCount = 0;
    for (const ResponseColumn* column : model.columns) {
        const qint32 code = column->codes[sample];
        if (code < 0) {
            best = std::max(best, code);
            continue;
        }
        const int count = int(std::count_if(model.columns.begin(), model.columns.end(),
            [&](const ResponseColumn* other) { return other->codes[sample] == code; }));
        if (count > bestCount) {
            best = code;
            bestCount = count;
        }
    }
    return best;
}

AuditDataBuilder::AuditDataBuilder(QString dataset, DatasetId id)
    : m_data(std::make_shared<AuditData>())
{
    m_data->dataset = std::move(dataset);
    m_data->datasetId = id;
}

std::size_t AuditDataBuilder::addSample(const Sample& sample)
{
    AuditData& data = *m_data;
    const auto interned = [](QHash<QString, qint32>& index, QStringList& names, const QString& name) {
        const auto it = index.constFind(name);
        if (it != index.constEnd()) {
            return *it;
        }
        const qint32 code = qint32(names.size());
        names.append(name);
        index.insert(name, code);
        return code;
    };
    data.sampleIds.push_back(sample.id ? sample.id.value : qint64(data.sampleIds.size()) + 1);
    data.sourceIndexes.push_back(sample.sourceIndex);
    data.capability.push_back(interned(m_capabilities, data.capabilities, sample.capability));
    data.split.push_back(interned(m_splits, data.splits, sample.split));
    data.category.push_back(interned(m_categories, data.categories, sample.category));
    data.optionCount.push_back(qint16(sample.options.size()));
    data.goldIndex.push_back(qint16(sample.goldIndex()));
    data.hasGold.push_back(!sample.gold.isEmpty());
    const QString goldText = sample.isMcq() ? sample.options.value(sample.goldIndex()) : sample.gold;
    data.goldCode.push_back(goldText.isEmpty() ? kNoAnswer : intern(goldText));
    data.gold.push_back(sample.gold);
    if (data.optionOffsets.empty()) {
        data.optionOffsets.push_back(0);
    }
    for (const QString& option : sample.options) {
        data.optionCodes.push_back(intern(option));
    }
    data.optionOffsets.push_back(quint32(data.optionCodes.size()));
    data.texts.push_back(
        {sample.question, sample.hint, sample.acceptedAnswers, sample.options, sample.extra});
    std::vector<AuditImage> images;
    for (const ImageRef& image : sample.images) {
        images.push_back({image.id, image.source, image.path, image.sha256, image.state, image.width,
            image.height, image.format, nullptr});
    }
    data.images.push_back(std::move(images));
    data.rotations.emplace_back(sample.rotations.begin(), sample.rotations.end());
    for (ResponseColumn& column : data.columns) {
        column.scores.push_back(std::numeric_limits<float>::quiet_NaN());
        column.codes.push_back(kNoResponse);
    }
    return data.size() - 1;
}

ResponseColumn& AuditDataBuilder::addColumn(const QString& model, Condition condition, int attempt, int shift,
    const QString& setting, const QString& family)
{
    ResponseColumn column;
    column.model = model;
    column.family = family.isEmpty() ? guessFamily(model) : family;
    column.condition = condition;
    column.setting = setting;
    column.attempt = attempt;
    column.shift = shift;
    column.scores.assign(m_data->size(), std::numeric_limits<float>::quiet_NaN());
    column.codes.assign(m_data->size(), kNoResponse);
    m_data->columns.push_back(std::move(column));
    return m_data->columns.back();
}

qint32 AuditDataBuilder::intern(const QString& answer)
{
    // Most raw answers repeat: normalise each spelling once.
    const auto known = m_spellings.constFind(answer);
    if (known != m_spellings.constEnd()) {
        return *known;
    }
    const QString text = normaliseText(answer);
    const auto it = m_answers.constFind(text);
    if (it != m_answers.constEnd()) {
        m_spellings.insert(answer, *it);
        return *it;
    }
    const qint32 code = qint32(m_data->answers.size());
    m_data->answers.append(text);
    m_data->spellings.append(answer);
    m_answers.insert(text, code);
    m_spellings.insert(answer, code);
    return code;
}

std::shared_ptr<const AuditData> AuditDataBuilder::finish()
{
    m_answers.clear();
    m_spellings.clear();
    m_capabilities.clear();
    m_splits.clear();
    m_categories.clear();
    return std::exchange(m_data, std::make_shared<AuditData>());
}

} // namespace winnow
