// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/exportform.h"

#include "ui/models/terms.h"
#include "ui/pages/exportformats.h"
#include "ui/util/dialogs.h"
#include "ui/util/format.h"
#include "ui/util/plainwidgets.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/stattile.h"
#include "ui/widgets/style.h"
#include "ui/widgets/workprogress.h"

#include <QComboBox>
#include <QLineEdit>
#include <QVBoxLayout>

#include <utility>

namespace winnow {

QString ExportForm::imagesTitle(ExportOptions::Images images)
{
    switch (images) {
    case ExportOptions::Images::Folder:
        return tr("Files in a folder beside the data");
    case ExportOptions::Images::Embedded:
        return tr("Embedded in the data");
    case ExportOptions::Images::Linked:
        return tr("Named where they are");
    }
    return {};
}

QString ExportForm::imagesHint(ExportOptions::Images images, bool asBytes)
{
    switch (images) {
    case ExportOptions::Images::Folder:
        return tr("Each picture is written once, however many samples show it.");
    case ExportOptions::Images::Embedded:
        return asBytes ? tr("The files hold everything, the pictures byte for byte.")
                       : tr("One file holds everything; as base64 it is about a third larger.");
    case ExportOptions::Images::Linked:
        return tr("Nothing is copied but pictures that have no file; for use on this machine.");
    }
    return {};
}

ExportForm::ExportForm(QWidget* parent)
    : QWidget(parent)
    , m_formats(new ExportFormats)
    , m_images(new QComboBox)
    , m_imagesHint(new Text({}, TextSize::Small, Text::Tone::Muted))
    , m_path(new QLineEdit)
    , m_browse(new QPushButton(tr("Browse…")))
    , m_reviewed(new StatTile(tr("Reviewed")))
    , m_export(new QPushButton(tr("Export")))
    , m_try(new QPushButton(tr("How large?")))
    , m_tried(new Text({}, TextSize::Small, Text::Tone::Muted))
    , m_progress(new WorkProgress)
{
    setObjectName(QStringLiteral("formColumn"));
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(2 * kUnit);
    auto* card = new Card;
    QVBoxLayout* layout = card->body();
    layout->addWidget(new Text(tr("Format"), TextSize::Heading));
    layout->addWidget(m_formats);
    layout->addSpacing(kUnit);
    addImages(layout);
    layout->addSpacing(kUnit);
    addFolder(layout);
    layout->addSpacing(kUnit);
    m_reviewed->setObjectName(QStringLiteral("reviewedTile"));
    layout->addWidget(m_reviewed);
    layout->addSpacing(kUnit);
    addButton(layout);
    outer->addWidget(card);
    outer->addStretch(1);
    connect(m_formats, &ExportFormats::changed, this, &ExportForm::offerImages);
    offerImages();
}

void ExportForm::addImages(QVBoxLayout* layout)
{
    layout->addWidget(new Text(tr("Images"), TextSize::Body));
    m_images->setObjectName(QStringLiteral("images"));
    m_images->setAccessibleName(tr("Images"));
    layout->addWidget(m_images);
    m_imagesHint->setWordWrap(true);
    layout->addWidget(m_imagesHint);
    connect(m_images, &QComboBox::currentIndexChanged, this, [this] {
        const auto chosen = images();
        m_imagesHint->setText(chosen ? imagesHint(*chosen, exporters().first()->wantsImageBytes())
                : exporters().size() > 1
                ? tr("Each format has them as is usual for it, in a folder of its own name.")
                : tr("This format has no pictures."));
    });
}

void ExportForm::addFolder(QVBoxLayout* layout)
{
    layout->addWidget(new Text(tr("Folder"), TextSize::Body));
    auto* line = new QHBoxLayout;
    line->setSpacing(kUnit);
    m_path->setObjectName(QStringLiteral("path"));
    m_path->setAccessibleName(tr("Folder"));
    m_path->setPlaceholderText(tr("Where to write"));
    m_browse->setObjectName(QStringLiteral("browse"));
    line->addWidget(m_path, 1);
    line->addWidget(m_browse);
    layout->addLayout(line);
    auto* note
        = new Text(tr("One file for each dataset and manifest.json. The folder is new, empty or an earlier "
                      "export, which is replaced as a whole: all of it or nothing."),
            TextSize::Small, Text::Tone::Muted);
    note->setWordWrap(true);
    layout->addWidget(note);
    connect(m_browse, &QPushButton::clicked, this, &ExportForm::browse);
    connect(m_path, &QLineEdit::returnPressed, this, &ExportForm::press);
}

void ExportForm::addButton(QVBoxLayout* layout)
{
    m_export->setObjectName(QStringLiteral("exportButton"));
    m_export->setIcon(lineIcon(QStringLiteral("export"), tokens().onAccent));
    connect(&Theme::instance(), &Theme::changed, this,
        [this] { m_export->setIcon(lineIcon(QStringLiteral("export"), tokens().onAccent)); });
    setButtonTone(m_export, ButtonTone::Primary);
    auto* action = new QHBoxLayout;
    action->setSpacing(2 * kUnit);
    action->addWidget(m_export);
    m_try->setObjectName(QStringLiteral("tryButton"));
    setTip(m_try, tr("Does all of it but writing, and says how many files of what size there would be"));
    action->addWidget(m_try);
    action->addWidget(m_progress, 1);
    layout->addLayout(action);
    m_tried->setObjectName(QStringLiteral("tried"));
    m_tried->setWordWrap(true);
    m_tried->hide();
    layout->addWidget(m_tried);
    connect(m_export, &QPushButton::clicked, this, &ExportForm::exportAsked);
    connect(m_try, &QPushButton::clicked, this, &ExportForm::trialAsked);
}

QVector<const Exporter*> ExportForm::exporters() const
{
    return m_formats->chosen();
}

std::optional<ExportOptions::Images> ExportForm::images() const
{
    const QVariant chosen = m_images->currentData();
    return chosen.isValid() ? std::optional(ExportOptions::Images(chosen.toInt())) : std::nullopt;
}

QString ExportForm::path() const
{
    return m_path->text().trimmed();
}

void ExportForm::setPath(const QString& path)
{
    m_path->setText(path);
}

void ExportForm::focusPath()
{
    m_path->setFocus();
}

void ExportForm::press()
{
    m_export->click();
}

void ExportForm::saveState(Preferences& preferences) const
{
    QStringList ids;
    for (const Exporter* exporter : exporters()) {
        ids.append(exporter->info().id);
    }
    preferences.set(Preference::ExportFormat, ids.join(u','));
    preferences.set(Preference::ExportImages, m_images->currentData().toInt());
}

void ExportForm::restoreState(const Preferences& preferences)
{
    m_formats->choose(preferences.text(Preference::ExportFormat).split(u','));
    const int images = m_images->findData(int(preferences.number(Preference::ExportImages)));
    if (images >= 0) {
        m_images->setCurrentIndex(images);
    }
}

void ExportForm::offerImages()
{
    const QVector<const Exporter*> chosen = exporters();
    m_images->clear();
    if (chosen.size() == 1) {
        for (const ExportOptions::Images images : chosen.first()->info().images) {
            m_images->addItem(imagesTitle(images), int(images));
        }
    }
    m_images->setEnabled(m_images->count() > 1);
    m_images->setCurrentIndex(m_images->count() > 0 ? 0 : -1);
    emit m_images->currentIndexChanged(m_images->currentIndex());
    showTrial({});
}

void ExportForm::browse()
{
    const QString folder = dialogs::chooseFolder(this, tr("Export to folder"), {});
    if (!folder.isEmpty()) {
        m_path->setText(folder);
    }
}

void ExportForm::showPlan(const ExportPlan& plan)
{
    const int unconfirmed = int(plan.unconfirmedDrops.size());
    m_reviewed->setVisible(plan.flagged > 0);
    m_reviewed->setCaution(unconfirmed > 0);
    m_reviewed->set(
        tr("%1 of %Ln flagged samples", nullptr, int(plan.flagged)).arg(formatCount(plan.reviewed)),
        unconfirmed > 0 ? tr("%Ln are dropped on flags that nobody confirmed", nullptr, unconfirmed)
                        : tr("None is dropped on a flag that nobody confirmed"),
        unconfirmed > 0
            ? ClickThrough::toSamples(tr("Dropped on flags that nobody confirmed"), {plan.unconfirmedDrops})
            : ClickThrough::toSamples(tr("Flagged and not reviewed"), {plan.unreviewed}));
    m_any = plan.exported > 0;
    m_try->setEnabled(m_any && !m_busy);
    showTrial({});
    m_export->setEnabled(m_any && !m_busy);
}

void ExportForm::begin(JobTracker* tracker, const QString& slot)
{
    // A button that is switched off loses the focus to whatever comes next.
    m_focusAfter = m_export->hasFocus() ? m_export : m_try->hasFocus() ? m_try : nullptr;
    if (m_focusAfter) {
        emit focusFree();
    }
    setBusy(true);
    m_progress->follow(tracker, slot);
}

void ExportForm::finish()
{
    setBusy(false);
    m_progress->finish();
    if (QPushButton* pressed = std::exchange(m_focusAfter, nullptr)) {
        pressed->setFocus();
    }
}

void ExportForm::showTrial(const QString& text)
{
    m_tried->setText(text);
    m_tried->setVisible(!text.isEmpty());
}

void ExportForm::setBusy(bool busy)
{
    m_busy = busy;
    m_try->setEnabled(m_any && !busy);
    m_export->setEnabled(m_any && !busy);
    m_browse->setEnabled(!busy);
    m_path->setEnabled(!busy);
}

} // namespace winnow
