// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/importstart.h"

#include "ui/pages/importhistoryview.h"
#include "ui/widgets/basics.h"

#include <QVBoxLayout>

namespace winnow {

ImportStart::ImportStart(ImportController& import, QWidget* parent)
    : QWidget(parent)
    , m_history(new ImportHistoryView(import))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(3 * kUnit, 2 * kUnit, 3 * kUnit, 3 * kUnit);
    column->setSpacing(kUnit);
    auto* empty = new EmptyState;
    empty->set(QStringLiteral("import"), tr("Drop files here"),
        tr("Benchmarks and model responses as VLMEvalKit, lmms-eval, lm-evaluation-harness and inspect write "
           "them, as Parquet, Excel, JSON, JSONL, CSV or WebDataset; folders and zips of them too. What a "
           "file "
           "holds is worked out from its content and shown before anything is written."));
    empty->addAction(tr("Choose files…"), [this] { emit filesWanted(); });
    column->addWidget(empty, 1);
    column->addWidget(m_history);
}

} // namespace winnow
