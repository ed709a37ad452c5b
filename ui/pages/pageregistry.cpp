// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/pageregistry.h"

#include "ui/pages/auditspage.h"
#include "ui/pages/comparepage.h"
#include "ui/pages/exportpage.h"
#include "ui/pages/importpage.h"
#include "ui/pages/insightstabs.h"
#include "ui/pages/modelspage.h"
#include "ui/pages/overviewpage.h"
#include "ui/pages/reviewpage.h"
#include "ui/pages/samplespage.h"
#include "ui/pages/subsetspage.h"

#include <QCoreApplication>

namespace winnow {

namespace {

template <typename P> Page* make(AppContext& context)
{
    return new P(context);
}

} // namespace

const QVector<PageEntry>& pageRegistry()
{
    static const QVector<PageEntry> pages{
        {QStringLiteral("overview"), QT_TRANSLATE_NOOP("PageRegistry", "Overview"), make<OverviewPage>},
        {QStringLiteral("import"), QT_TRANSLATE_NOOP("PageRegistry", "Import"), make<ImportPage>},
        {QStringLiteral("samples"), QT_TRANSLATE_NOOP("PageRegistry", "Samples"), make<SamplesPage>},
        {QStringLiteral("review"), QT_TRANSLATE_NOOP("PageRegistry", "Review"), make<ReviewPage>},
        {QStringLiteral("audits"), QT_TRANSLATE_NOOP("PageRegistry", "Audits"), make<AuditsPage>},
        {QStringLiteral("models"), QT_TRANSLATE_NOOP("PageRegistry", "Models"), make<ModelsPage>},
        {QStringLiteral("compare"), QT_TRANSLATE_NOOP("PageRegistry", "Compare"), make<ComparePage>},
        {QStringLiteral("insights"), QT_TRANSLATE_NOOP("PageRegistry", "Insights"), make<InsightsTabs>},
        {QStringLiteral("subsets"), QT_TRANSLATE_NOOP("PageRegistry", "Subsets"), make<SubsetsPage>},
        {QStringLiteral("export"), QT_TRANSLATE_NOOP("PageRegistry", "Export"), make<ExportPage>},
    };
    return pages;
}

QString pageTitle(const PageEntry& entry)
{
    return QCoreApplication::translate("PageRegistry", entry.title);
}

} // namespace winnow
