// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/importpreviewtable.h"

#include "ui/models/tableroles.h"
#include "ui/models/terms.h"
#include "ui/util/format.h"
#include "ui/widgets/mappingform.h"
#include "ui/widgets/theme.h"

#include <QLocale>

#include <algorithm>

namespace winnow {

namespace {

constexpr int kLongest = 300;

QString brief(const QString& text)
{
    return text.simplified().left(kLongest);
}

} // namespace

ImportPreviewTable::ImportPreviewTable(QWidget* parent)
    : DataTable(parent)
{
    setObjectName(QStringLiteral("importPreview"));
    setAccessibleName(tr("Preview"));
    setModel(&m_rows);
    setMinimumHeight(18 * kUnit);
}

void ImportPreviewTable::showPreview(const std::optional<ImportPreview>& preview)
{
    m_rows.clear();
    if (preview) {
        m_rows.setHorizontalHeaderLabels(
            preview->responses.isEmpty() ? showSamples(*preview) : showResponses(*preview));
        resizeColumnsToContents();
    }
}

QStringList ImportPreviewTable::showSamples(const ImportPreview& preview)
{
    QStringList titles;
    for (const Field field : preview.fields) {
        titles.append(importFieldTitle(importField(field)));
    }
    for (const QStringList& texts : preview.rows) {
        QList<QStandardItem*> row;
        for (const QString& text : texts) {
            row.append(tableItem(brief(text)));
        }
        m_rows.appendRow(row);
    }
    return titles;
}

QStringList ImportPreviewTable::showResponses(const ImportPreview& preview)
{
    const auto any = [&](const auto& has) {
        return std::any_of(preview.responses.cbegin(), preview.responses.cend(), has);
    };
    const bool asks = any([](const PreviewedResponse& r) { return !r.question.isEmpty(); });
    const bool set = any([](const PreviewedResponse& r) { return !r.setting.isEmpty(); });
    for (const PreviewedResponse& response : preview.responses) {
        const bool stored = response.rejected.isEmpty();
        QList<QStandardItem*> row{tableItem(brief(response.sample))};
        if (asks) {
            row += {tableItem(brief(response.question)), tableItem(brief(response.gold))};
        }
        row += {tableItem(brief(response.model)),
            tableItem(stored ? conditionTitle(response.condition) : QString())};
        if (set) {
            row += tableItem(brief(response.setting));
        }
        QStandardItem* read = tableItem(!stored ? brief(sentenceText(response.rejected))
                : response.answer.isEmpty()     ? tr("no answer")
                                                : brief(response.answer));
        read->setData(stored ? 0 : -1, ToneRole);
        row += {tableItem(stored ? formatCount(response.attempt + 1) : QString(), true),
            tableItem(brief(response.reply)), read,
            tableItem(response.score ? QLocale().toString(*response.score, 'g', 3) : QString(), true)};
        m_rows.appendRow(row);
    }
    QStringList titles{tr("Sample")};
    if (asks) {
        titles += {tr("Question"), tr("Gold answer")};
    }
    titles += {tr("Model"), tr("Condition")};
    if (set) {
        titles += tr("Setting of the run");
    }
    return titles + QStringList{tr("Attempt"), tr("Reply"), tr("Read as"), tr("Score")};
}

} // namespace winnow
