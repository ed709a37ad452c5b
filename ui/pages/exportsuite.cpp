// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/exportsuite.h"

#include "ui/util/dialogs.h"
#include "ui/widgets/style.h"
#include "ui/widgets/workprogress.h"

#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <utility>

namespace winnow {

ExportSuite::ExportSuite(QWidget* parent)
    : Card(parent)
    , m_path(new QLineEdit)
    , m_browse(new QPushButton(tr("Browse…")))
    , m_budget(new QSpinBox)
    , m_write(new QPushButton(tr("Write suite")))
    , m_progress(new WorkProgress)
    , m_card(new QPlainTextEdit)
{
    constexpr int kMostSamples = 10'000'000;
    setObjectName(QStringLiteral("suiteForm"));
    body()->addWidget(new Text(tr("DatBench suite"), TextSize::Heading));
    auto* about = new Text(tr("Both sets at once, for all datasets and capabilities: what cleaning leaves by "
                              "the policy datbench, "
                              "and a small set for each capability that tells models apart. Detectors that "
                              "never ran run first."),
        TextSize::Small, Text::Tone::Muted);
    about->setWordWrap(true);
    body()->addWidget(about);
    auto* line = new QHBoxLayout;
    line->setSpacing(kUnit);
    line->addWidget(new Text(tr("Samples a capability"), TextSize::Body));
    m_budget->setObjectName(QStringLiteral("suiteBudget"));
    m_budget->setAccessibleName(tr("Samples a capability"));
    m_budget->setRange(1, kMostSamples);
    m_budget->setValue(int(SuiteRequest().budget));
    m_budget->setGroupSeparatorShown(true);
    line->addWidget(m_budget);
    line->addStretch(1);
    body()->addLayout(line);
    auto* place = new QHBoxLayout;
    place->setSpacing(kUnit);
    m_path->setObjectName(QStringLiteral("suitePath"));
    m_path->setAccessibleName(tr("Folder of the suite"));
    m_browse->setObjectName(QStringLiteral("suiteBrowse"));
    place->addWidget(m_path, 1);
    place->addWidget(m_browse);
    body()->addLayout(place);
    auto* action = new QHBoxLayout;
    action->setSpacing(2 * kUnit);
    m_write->setObjectName(QStringLiteral("suiteWrite"));
    action->addWidget(m_write);
    action->addWidget(m_progress, 1);
    body()->addLayout(action);
    m_card->setObjectName(QStringLiteral("suiteCard"));
    m_card->setAccessibleName(tr("Card of the suite"));
    m_card->setReadOnly(true);
    m_card->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_card->setMinimumHeight(40 * kUnit);
    m_card->hide();
    body()->addWidget(m_card);
    connect(m_browse, &QPushButton::clicked, this, &ExportSuite::browse);
    connect(m_write, &QPushButton::clicked, this, &ExportSuite::suiteAsked);
}

SuiteRequest ExportSuite::request() const
{
    SuiteRequest request;
    request.out = m_path->text().trimmed();
    request.budget = m_budget->value();
    return request;
}

void ExportSuite::setPath(const QString& path)
{
    m_path->setText(path);
}

void ExportSuite::browse()
{
    const QString folder = dialogs::chooseFolder(this, tr("Suite in folder"), {});
    if (!folder.isEmpty()) {
        m_path->setText(folder);
    }
}

void ExportSuite::begin(JobTracker* tracker, const QString& slot)
{
    m_focusAfter = m_write->hasFocus();
    if (m_focusAfter) {
        emit focusFree();
    }
    setBusy(true);
    m_progress->follow(tracker, slot);
}

void ExportSuite::finish()
{
    setBusy(false);
    m_progress->finish();
    if (std::exchange(m_focusAfter, false)) {
        m_write->setFocus();
    }
}

void ExportSuite::setBusy(bool busy)
{
    for (QWidget* part : {static_cast<QWidget*>(m_write), static_cast<QWidget*>(m_path),
             static_cast<QWidget*>(m_browse), static_cast<QWidget*>(m_budget)}) {
        part->setEnabled(!busy);
    }
}

void ExportSuite::showCard(const QByteArray& card)
{
    m_card->setPlainText(QString::fromUtf8(card));
    m_card->setVisible(!card.isEmpty());
}

} // namespace winnow
