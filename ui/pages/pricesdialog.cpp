// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/pricesdialog.h"

#include "core/store/pricestore.h"
#include "core/store/responsestore.h"
#include "ui/models/terms.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/style.h"

#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace winnow {

namespace {

const QString kReadSlot = QStringLiteral("read");
const QString kSaveSlot = QStringLiteral("save");
constexpr QSize kSize(110 * kUnit, 66 * kUnit);

struct StoredPrices {
    QStringList models;
    QVector<ModelPrice> prices;
};

} // namespace

PricesDialog::PricesDialog(std::shared_ptr<Project> project, QWidget* parent)
    : QDialog(parent)
    , m_project(std::move(project))
    , m_table(new DataTable)
    , m_problem(new Text({}, TextSize::Body, Text::Tone::Negative))
    , m_save(new QPushButton(tr("Save")))
{
    setObjectName(QStringLiteral("pricesDialog"));
    setWindowTitle(tr("Prices of the models"));
    build();
    resize(kSize);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &PricesDialog::showState);
    read();
    showState();
}

PricesDialog::~PricesDialog()
{
    m_tracker.waitForAll();
    // It goes after what it shows.
    m_table->setModel(nullptr);
}

void PricesDialog::build()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(3 * kUnit, 2 * kUnit, 3 * kUnit, 2 * kUnit);
    column->setSpacing(2 * kUnit);
    auto* note = new Text(
        tr("US dollars: a million prompt tokens (input), a million output tokens, an image, and an hour of "
           "the machine that a model runs on. A response costs what its tokens, images and seconds come to "
           "where the model has a price and they were recorded; else what was recorded as its cost."),
        TextSize::Small, Text::Tone::Muted);
    note->setWordWrap(true);
    column->addWidget(note);
    m_table->setObjectName(QStringLiteral("pricesTable"));
    m_table->setAccessibleName(tr("Prices of the models"));
    m_table->setModel(&m_model);
    m_table->setStretchColumn(PricesModel::NoteColumn);
    m_table->setSelectionBehavior(QAbstractItemView::SelectItems);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::SelectedClicked
        | QAbstractItemView::EditKeyPressed | QAbstractItemView::AnyKeyPressed);
    column->addWidget(m_table, 1);
    auto* row = new QHBoxLayout;
    row->setSpacing(kUnit);
    m_problem->setObjectName(QStringLiteral("pricesProblem"));
    m_problem->setWordWrap(true);
    auto* cancel = new QPushButton(tr("Cancel"));
    cancel->setObjectName(QStringLiteral("pricesCancel"));
    m_save->setObjectName(QStringLiteral("pricesSave"));
    // Return ends the editing of a cell.
    cancel->setAutoDefault(false);
    m_save->setAutoDefault(false);
    setButtonTone(m_save, ButtonTone::Primary);
    row->addWidget(m_problem, 1);
    row->addWidget(cancel);
    row->addWidget(m_save);
    column->addLayout(row);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &PricesDialog::save);
}

void PricesDialog::read()
{
    m_tracker.start(
        kReadSlot, {},
        [project = m_project](Progress&) {
            return project->read([](sqlite::Connection& c) {
                StoredPrices stored;
                for (const Model& model : ResponseStore(c).models()) {
                    stored.models.append(model.name);
                }
                stored.models.sort();
                stored.prices = PriceStore(c).all();
                return stored;
            });
        },
        [this](const Result<StoredPrices>& stored) {
            if (!stored) {
                m_problem->setText(errorText(stored.error()));
                return;
            }
            m_model.show(stored->models, stored->prices, QDate::currentDate());
            m_table->setStretchColumn(PricesModel::NoteColumn);
            m_table->setCurrentIndex(m_model.index(0, PricesModel::InputColumn));
            m_table->setFocus();
            showState();
        });
}

void PricesDialog::showState()
{
    const bool writable = !m_project->isReadOnly();
    const QString problem = m_model.problem();
    m_problem->setText(!writable ? tr("The project is read-only: nothing can be saved") : problem);
    m_save->setEnabled(writable && problem.isEmpty() && !m_tracker.isRunning(kSaveSlot));
}

void PricesDialog::save()
{
    const PricesModel::Changes changes = m_model.changes();
    if (changes.isEmpty()) {
        accept();
        return;
    }
    m_save->setEnabled(false);
    m_tracker.start(
        kSaveSlot, {},
        [project = m_project, changes](Progress&) {
            return project->write(
                {.parts = ChangeSet::Prices, .samples = {}}, [&](sqlite::Connection& c) -> Result<> {
                    PriceStore store(c);
                    for (const QString& model : changes.removed) {
                        WINNOW_TRY(store.remove(model));
                    }
                    for (const ModelPrice& price : changes.put) {
                        WINNOW_TRY(store.put(price));
                    }
                    return {};
                });
        },
        [this](const Result<>& stored) {
            if (stored) {
                accept();
                return;
            }
            showState();
            m_problem->setText(errorText(stored.error()));
        });
}

} // namespace winnow
