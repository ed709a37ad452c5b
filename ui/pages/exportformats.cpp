// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/exportformats.h"

#include "ui/models/terms.h"
#include "ui/widgets/basics.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace winnow {

ExportFormats::ExportFormats(QWidget* parent)
    : QWidget(parent)
    , m_descriptions(new Text({}, TextSize::Small, Text::Tone::Muted))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kUnit);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(2 * kUnit);
    grid->setVerticalSpacing(kUnit / 2);
    column->addLayout(grid);
    const int rows = (int(exporters().size()) + 1) / 2;
    for (const auto& exporter : exporters()) {
        const ExporterInfo info = exporter->info();
        auto* box = new QCheckBox(coreText(info.title));
        box->setObjectName(QStringLiteral("format-") + info.id);
        const int place = int(m_boxes.size());
        grid->addWidget(box, place % rows, place / rows);
        m_boxes.append(box);
        connect(box, &QCheckBox::toggled, this, [this, box] { toggled(box); });
    }
    m_descriptions->setWordWrap(true);
    column->addWidget(m_descriptions);
    m_boxes.first()->setChecked(true);
}

QVector<const Exporter*> ExportFormats::chosen() const
{
    QVector<const Exporter*> list;
    for (qsizetype i = 0; i < m_boxes.size(); ++i) {
        if (m_boxes.at(i)->isChecked()) {
            list.append(exporters().at(size_t(i)).get());
        }
    }
    return list;
}

void ExportFormats::choose(const QStringList& ids)
{
    QVector<bool> wanted;
    for (const auto& exporter : exporters()) {
        wanted.append(ids.contains(exporter->info().id));
    }
    if (!wanted.contains(true)) {
        return;
    }
    for (qsizetype i = 0; i < m_boxes.size(); ++i) {
        const QSignalBlocker blocker(m_boxes.at(i));
        m_boxes.at(i)->setChecked(wanted.at(i));
    }
    describe();
    emit changed();
}

void ExportFormats::toggled(QCheckBox* box)
{
    if (chosen().isEmpty()) {
        const QSignalBlocker blocker(box);
        box->setChecked(true);
    }
    describe();
    emit changed();
}

void ExportFormats::describe()
{
    QStringList lines;
    const QVector<const Exporter*> all = chosen();
    for (const Exporter* exporter : all) {
        const ExporterInfo info = exporter->info();
        const QString description = coreText(info.description);
        lines.append(
            all.size() > 1 ? coreText(info.title) + QStringLiteral(": ") + description : description);
    }
    m_descriptions->setText(lines.join(u'\n'));
}

} // namespace winnow
