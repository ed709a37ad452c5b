// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/exportresultcard.h"

#include "ui/models/terms.h"
#include "ui/util/dialogs.h"
#include "ui/util/format.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/style.h"

#include <QClipboard>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace winnow {

ExportResultCard::ExportResultCard(QWidget* parent)
    : Card(parent)
    , m_title(new Text({}, TextSize::Heading))
    , m_text(new Text({}, TextSize::Body, Text::Tone::Muted))
    , m_table(new DataTable)
    , m_json(new QPlainTextEdit)
{
    setObjectName(QStringLiteral("resultCard"));
    m_title->setObjectName(QStringLiteral("resultTitle"));
    m_title->setWordWrap(true);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_table->setModel(&m_model);
    m_table->setFitsRows(0);
    m_table->setStretchColumn(1);
    m_table->setObjectName(QStringLiteral("manifestTable"));
    m_table->setAccessibleName(tr("Manifest"));
    m_json->setObjectName(QStringLiteral("manifestText"));
    m_json->setReadOnly(true);
    m_json->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_json->setAccessibleName(tr("Manifest as JSON"));
    m_json->setMinimumHeight(45 * kUnit);
    m_json->hide();
    body()->addWidget(m_title);
    body()->addWidget(buildButtons());
    body()->addWidget(m_text);
    body()->addWidget(m_table);
    body()->addWidget(m_json);
    hide();
}

QWidget* ExportResultCard::buildButtons()
{
    // Under the title: beside it the words of some languages would widen the column.
    auto* buttons = new QWidget;
    auto* line = new FlowLayout(buttons, kUnit);
    auto* json = new QPushButton(tr("Show as JSON"));
    json->setCheckable(true);
    setButtonTone(json, ButtonTone::Quiet);
    auto* copy = new QPushButton(tr("Copy manifest"));
    setButtonTone(copy, ButtonTone::Quiet);
    auto* folder = new QPushButton(tr("Open folder"));
    folder->setObjectName(QStringLiteral("openFolder"));
    folder->setIcon(lineIcon(QStringLiteral("folder")));
    line->addWidget(json);
    line->addWidget(copy);
    line->addWidget(folder);
    connect(json, &QPushButton::toggled, this, [this](bool on) {
        m_json->setVisible(on);
        m_table->setVisible(!on);
    });
    connect(copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_manifest);
        tellPage(this, {Message::Kind::Success, tr("The manifest is on the clipboard"), {}, {}, {}});
    });
    connect(folder, &QPushButton::clicked, this, [this] { dialogs::openWithDesktop(m_folder); });
    return buttons;
}

void ExportResultCard::show(const ExportResult& result)
{
    m_folder = result.folder;
    m_manifest = QString::fromUtf8(QJsonDocument(result.manifest).toJson(QJsonDocument::Indented));
    m_json->setPlainText(m_manifest);
    m_model.setTable(manifestTable(result.manifest));
    const QJsonObject samples = result.manifest.value(QLatin1String("samples")).toObject();
    m_title->setText(tr("%1 of %Ln samples written", nullptr, samples.value(QLatin1String("total")).toInt())
                         .arg(formatCount(samples.value(QLatin1String("exported")).toInteger())));
    QString text = tr("%1: %2").arg(result.folder, result.files.join(QStringLiteral(", ")));
    if (result.imagesMissing > 0) {
        text += u'\n'
            + tr("%Ln images could not be had; their names were kept.", nullptr, int(result.imagesMissing));
    }
    for (const Sentence& note : result.notes) {
        text += u'\n' + sentenceText(note);
    }
    m_text->setText(text);
    QWidget::show();
}

} // namespace winnow
