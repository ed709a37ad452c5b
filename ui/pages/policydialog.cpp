// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/policydialog.h"

#include "core/curate/dispositions.h"
#include "core/domain/flagkind.h"
#include "core/store/datasetstore.h"
#include "core/store/policystore.h"
#include "ui/models/terms.h"
#include "ui/util/dialogs.h"
#include "ui/util/format.h"
#include "ui/util/plainwidgets.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/scoredelegate.h"
#include "ui/widgets/style.h"

#include <QActionGroup>
#include <QComboBox>
#include <QFile>
#include <QFormLayout>
#include <QJsonDocument>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QSaveFile>
#include <QShortcut>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace winnow {

namespace {

const QString kCountSlot = QStringLiteral("count");
const QString kDatasetSlot = QStringLiteral("datasets");
const QString kFileSlot = QStringLiteral("file");
const QString kSaveSlot = QStringLiteral("save");
constexpr int kPause = 120;
constexpr qint64 kLargestFile = 1 << 20;

QPushButton* namedButton(const QString& text, const char* name)
{
    auto* button = new QPushButton(plainCaption(text));
    button->setObjectName(QLatin1String(name));
    button->setAutoDefault(false);
    return button;
}

/// The name, a tick where it is the chosen one, and a word where it cannot be changed.
class PolicyDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        const bool chosen = index.data(PolicyDrafts::ChosenRole).toBool();
        option->font = Theme::instance().font(TextSize::Body, chosen);
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->decorationSize = QSize(2 * kUnit, 2 * kUnit);
        option->icon = chosen ? lineIcon(QStringLiteral("check")) : QIcon();
        if (index.data(PolicyDrafts::BuiltInRole).toBool()) {
            option->text += QStringLiteral("  ·  ") + PolicyDialog::tr("built in");
        }
    }
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        return {QStyledItemDelegate::sizeHint(option, index).width(), 4 * kUnit};
    }
};

Result<Policy> readPolicy(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::Io,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 cannot be read: %2")).arg(path, file.errorString()));
    }
    const QJsonDocument document = QJsonDocument::fromJson(file.read(kLargestFile));
    if (!document.isObject()) {
        return fail(ErrorCode::WrongKind,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 is not a policy")).arg(path),
            Sentence::of(QT_TRANSLATE_NOOP("Error", "Choose a file that a policy was exported to")));
    }
    return Policy::fromJson(document.object());
}

Result<> writePolicy(const QString& path, const Policy& policy)
{
    QSaveFile file(path);
    const QByteArray json = QJsonDocument(policy.toJson()).toJson();
    if (!file.open(QIODevice::WriteOnly) || file.write(json) != json.size() || !file.commit()) {
        return fail(ErrorCode::Io,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 cannot be written: %2"))
                .arg(path, file.errorString()),
            Sentence::of(QT_TRANSLATE_NOOP("Error", "Choose another folder or make room on the disk")));
    }
    return {};
}

} // namespace

PolicyDialog::PolicyDialog(AppContext& context, QWidget* parent)
    : QDialog(parent)
    , m_context(context)
    , m_rules(&m_drafts)
{
    setObjectName(QStringLiteral("policyDialog"));
    setWindowTitle(tr("Policies"));
    resize(136 * kUnit, 80 * kUnit);
    m_drafts.set(context.policy()->policies(), context.policy()->policy().name);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(2 * kUnit, 2 * kUnit, 2 * kUnit, 2 * kUnit);
    column->setSpacing(2 * kUnit);
    auto* parts = new QHBoxLayout;
    parts->setSpacing(2 * kUnit);
    parts->addWidget(buildList());
    parts->addWidget(new Rule(Qt::Vertical));
    parts->addWidget(buildEditor(), 1);
    column->addLayout(parts, 1);
    column->addWidget(new Rule(Qt::Horizontal));
    column->addLayout(buildButtons());
    connectEditor();
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPause);
    connect(&m_pause, &QTimer::timeout, this, &PolicyDialog::count);
    connect(&m_drafts, &PolicyDrafts::edited, this, &PolicyDialog::showState);
    // Another project behind an open dialog: these are not its policies.
    connect(context.session(), &ProjectSession::projectChanged, this, &QDialog::reject);
    m_list->setCurrentIndex(m_drafts.index(qMax(0, m_drafts.chosenRow())));
    m_list->setFocus();
    readDatasets();
}

PolicyDialog::~PolicyDialog()
{
    m_tracker.waitForAll();
}

QWidget* PolicyDialog::buildList()
{
    auto* side = new QWidget;
    side->setFixedWidth(30 * kUnit);
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kUnit);
    m_list = new QListView;
    m_list->setObjectName(QStringLiteral("policyList"));
    m_list->setAccessibleName(tr("Policies"));
    m_list->setModel(&m_drafts);
    m_list->setItemDelegate(new PolicyDelegate(m_list));
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    column->addWidget(m_list, 1);
    m_choose = namedButton(tr("Use this policy"), "policyChoose");
    m_copy = namedButton(tr("Copy"), "policyCopy");
    m_remove = namedButton(tr("Remove"), "policyRemove");
    auto* import = namedButton(tr("Import…"), "policyImport");
    auto* write = namedButton(tr("Export…"), "policyExport");
    setTip(m_choose, tr("Overview, Insights and Export look through it"));
    column->addWidget(m_choose);
    for (const auto& [left, right] : {std::pair(m_copy, m_remove), {import, write}}) {
        auto* pair = new QHBoxLayout;
        pair->setSpacing(kUnit);
        pair->addWidget(left, 1);
        pair->addWidget(right, 1);
        column->addLayout(pair);
    }
    connect(m_choose, &QPushButton::clicked, this, [this] { m_drafts.choose(row()); });
    connect(m_copy, &QPushButton::clicked, this, [this] {
        m_list->setCurrentIndex(m_drafts.index(m_drafts.copy(row())));
        m_name->setFocus();
        m_name->selectAll();
    });
    connect(m_remove, &QPushButton::clicked, this, &PolicyDialog::removeCurrent);
    connect(import, &QPushButton::clicked, this, &PolicyDialog::importFile);
    connect(write, &QPushButton::clicked, this, &PolicyDialog::exportFile);
    return side;
}

QWidget* PolicyDialog::buildEditor()
{
    auto* editor = new QWidget;
    auto* column = new QVBoxLayout(editor);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kUnit);
    m_name = new QLineEdit;
    m_name->setObjectName(QStringLiteral("policyName"));
    m_description = new QLineEdit;
    m_description->setObjectName(QStringLiteral("policyDescription"));
    m_scope = new QComboBox;
    m_scope->setObjectName(QStringLiteral("policyScope"));
    m_scope->addItem(tr("All datasets"), QString());
    m_inherit = namedButton(tr("As for all datasets"), "policyInherit");
    setTip(m_inherit, tr("The dataset gets no rule of its own for the selected kinds (Delete)"));
    auto* scope = new QWidget;
    auto* scopeRow = new QHBoxLayout(scope);
    scopeRow->setContentsMargins(0, 0, 0, 0);
    scopeRow->addWidget(m_scope, 1);
    scopeRow->addWidget(m_inherit);
    scope->setFocusProxy(m_scope);
    auto* form = new QFormLayout;
    form->setHorizontalSpacing(2 * kUnit);
    form->setVerticalSpacing(kUnit);
    addFormRow(form, tr("Name"), m_name);
    addFormRow(form, tr("What it is for"), m_description);
    addFormRow(form, tr("Rules of"), scope);
    column->addLayout(form);
    m_note = new Text({}, TextSize::Small, Text::Tone::Muted);
    m_note->setWordWrap(true);
    column->addWidget(m_note);
    m_table = new DataTable;
    m_table->setObjectName(QStringLiteral("policyRules"));
    m_table->setAccessibleName(tr("Rules"));
    m_table->setModel(&m_rules);
    m_table->setStretchColumn(PolicyRulesModel::KindColumn);
    m_table->setSelectionBehavior(QAbstractItemView::SelectItems);
    m_table->setItemDelegate(new ScoreDelegate(m_table->itemDelegate(), m_table));
    column->addWidget(m_table, 1);
    m_count = new Text({});
    m_count->setObjectName(QStringLiteral("policyCount"));
    m_count->setWordWrap(true);
    column->addWidget(m_count);
    return editor;
}

QHBoxLayout* PolicyDialog::buildButtons()
{
    auto* row = new QHBoxLayout;
    row->setSpacing(kUnit);
    m_problem = new Text({}, TextSize::Body, Text::Tone::Negative);
    m_problem->setObjectName(QStringLiteral("policyProblem"));
    m_problem->setWordWrap(true);
    auto* cancel = namedButton(tr("Cancel"), "policyCancel");
    m_save = namedButton(tr("Save"), "policySave");
    m_save->setDefault(true);
    setButtonTone(m_save, ButtonTone::Primary);
    row->addWidget(m_problem, 1);
    row->addWidget(cancel);
    row->addWidget(m_save);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &PolicyDialog::save);
    return row;
}

void PolicyDialog::connectEditor()
{
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &PolicyDialog::showPolicy);
    connect(m_scope, &QComboBox::currentIndexChanged, this, &PolicyDialog::showPolicy);
    connect(m_name, &QLineEdit::textChanged, this, [this](const QString& text) {
        if (!m_filling) {
            m_drafts.rename(row(), text.trimmed());
        }
    });
    connect(m_description, &QLineEdit::textChanged, this, [this](const QString& text) {
        if (!m_filling) {
            m_drafts.describe(row(), text.trimmed());
        }
    });
    const auto inherit = [this] {
        const QModelIndexList cells = m_table->selectionModel()->selectedIndexes();
        for (const QModelIndex& cell : cells) {
            m_rules.inherit(cell.row());
        }
    };
    connect(m_inherit, &QPushButton::clicked, this, inherit);
    connect(m_table, &QAbstractItemView::clicked, this, &PolicyDialog::editCell);
    const auto bind = [](QWidget* owner, Qt::Key key, auto action) {
        auto* shortcut = new QShortcut(QKeySequence(key), owner);
        shortcut->setContext(Qt::WidgetShortcut);
        connect(shortcut, &QShortcut::activated, owner, action);
    };
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Enter, Qt::Key_Space, Qt::Key_F2}) {
        bind(m_table, key, [this] { editCell(m_table->currentIndex()); });
    }
    bind(m_table, Qt::Key_Delete, inherit);
    bind(m_list, Qt::Key_Delete, [this] { removeCurrent(); });
}

void PolicyDialog::readDatasets()
{
    m_tracker.start(
        kDatasetSlot, {},
        [project = m_context.project()](
            Progress&) { return project->read([](sqlite::Connection& c) { return DatasetStore(c).all(); }); },
        [this](const Result<QVector<Dataset>>& datasets) {
            for (const Dataset& dataset : datasets.value_or(QVector<Dataset>())) {
                m_scope->addItem(dataset.name, dataset.name);
            }
        });
}

int PolicyDialog::row() const
{
    return qMax(0, m_list->currentIndex().row());
}

void PolicyDialog::editCell(const QModelIndex& index)
{
    if (!(index.flags() & Qt::ItemIsEditable)) {
        return;
    }
    if (m_rules.choices(index.column()).isEmpty()) {
        m_table->edit(index);
    } else {
        offerChoices(index);
    }
}

void PolicyDialog::offerChoices(const QPersistentModelIndex& index)
{
    auto* menu = new QMenu(m_table);
    menu->setObjectName(QStringLiteral("ruleMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    auto* one = new QActionGroup(menu);
    const auto choices = m_rules.choices(index.column());
    for (const auto& [title, value] : choices) {
        QAction* action
            = menu->addAction(title, this, [this, index, value = value] { m_rules.setData(index, value); });
        one->addAction(action);
        action->setCheckable(true);
        action->setChecked(value == index.data(Qt::EditRole));
        if (action->isChecked()) {
            menu->setActiveAction(action);
        }
    }
    menu->popup(m_table->viewport()->mapToGlobal(m_table->visualRect(index).bottomLeft()));
}

void PolicyDialog::showPolicy()
{
    m_filling = true;
    const Policy& policy = m_drafts.policy(row());
    const bool builtIn = m_drafts.isBuiltIn(row());
    const QString name = builtIn ? policyTitle(policy) : policy.name;
    if (m_name->text().trimmed() != name) {
        m_name->setText(name);
    }
    const QString description = builtIn ? policyDescription(policy) : policy.description;
    if (m_description->text().trimmed() != description) {
        m_description->setText(description);
        m_description->setCursorPosition(0);
    }
    m_name->setReadOnly(builtIn);
    m_description->setReadOnly(builtIn);
    const QModelIndex cell = m_table->currentIndex();
    m_rules.show(row(), m_scope->currentData().toString());
    m_table->setCurrentIndex(m_rules.index(qMax(0, cell.row()), qMax(1, cell.column())));
    m_note->setText(builtIn ? tr("Built in: copy it to change it.")
            : m_scope->currentIndex() == 0
            ? tr("What people decided goes before these rules. Enter or a click changes a cell.")
            : tr("Rules in bold are this dataset's own; the others are those of all datasets."));
    m_filling = false;
    showState();
}

void PolicyDialog::showState()
{
    const bool builtIn = m_drafts.isBuiltIn(row());
    const bool writable = m_context.project() && !m_context.project()->isReadOnly();
    m_remove->setEnabled(!builtIn);
    m_choose->setEnabled(m_drafts.chosenRow() != row());
    m_inherit->setEnabled(!builtIn && m_scope->currentIndex() > 0);
    QString problem;
    for (int each = 0; each < m_drafts.rowCount() && problem.isEmpty(); ++each) {
        problem = m_drafts.problem(each);
    }
    say(!writable ? tr("The project is read-only: nothing can be saved") : problem);
    m_save->setEnabled(writable && problem.isEmpty() && !m_tracker.isRunning(kSaveSlot));
    m_pause.start();
}

void PolicyDialog::say(const QString& text)
{
    m_problem->setText(text);
}

void PolicyDialog::count()
{
    if (!m_context.project()) {
        return;
    }
    m_tracker.start(
        kCountSlot, {},
        [project = m_context.project(), policy = m_drafts.policy(row())](Progress&) {
            return project->read([&](sqlite::Connection& c) { return Dispositions::derive(c, policy); });
        },
        [this](const Result<Dispositions>& found) {
            if (found) {
                showCount(found->countsByDisposition(), found->total());
            }
        });
}

void PolicyDialog::showCount(const QMap<QString, qint64>& dispositions, qint64 total)
{
    const qint64 kept = dispositions.value(dispositionId(Disposition::Keep));
    const qint64 dropped = dispositions.value(dispositionId(Disposition::Drop));
    m_count->setText(
        tr("Of %Ln samples %1 are kept as they are, %2 dropped, %3 changed.", nullptr, int(total))
            .arg(formatCount(kept), formatCount(dropped), formatCount(total - kept - dropped)));
}

void PolicyDialog::removeCurrent()
{
    const int gone = row();
    if (!m_drafts.isBuiltIn(gone)) {
        m_rules.show(-1, {});
        m_drafts.remove(gone);
        m_list->setCurrentIndex(m_drafts.index(qMin(gone, m_drafts.rowCount() - 1)));
        showPolicy();
    }
}

void PolicyDialog::importFile()
{
    const QString path
        = dialogs::openFile(this, tr("Import a policy"), tr("Policies (*.json);;All files (*)"));
    if (path.isEmpty()) {
        return;
    }
    m_tracker.start(
        kFileSlot, {}, [path](Progress&) { return readPolicy(path); },
        [this](const Result<Policy>& policy) {
            if (policy) {
                m_list->setCurrentIndex(m_drafts.index(m_drafts.add(*policy)));
            } else {
                say(errorText(policy.error()));
            }
        });
}

void PolicyDialog::exportFile()
{
    const Policy policy = m_drafts.policy(row());
    const QString path = dialogs::saveFile(
        this, tr("Export the policy"), policy.name + QStringLiteral(".json"), tr("Policies (*.json)"));
    if (path.isEmpty()) {
        return;
    }
    m_tracker.start(
        kFileSlot, {}, [path, policy](Progress&) { return writePolicy(path, policy); },
        [this](const Result<>& written) {
            if (!written) {
                say(errorText(written.error()));
            }
        });
}

void PolicyDialog::save()
{
    const PolicyDrafts::Changes changes = m_drafts.changes();
    if (changes.isEmpty()) {
        accept();
        return;
    }
    m_save->setEnabled(false);
    m_tracker.start(
        kSaveSlot, {},
        [project = m_context.project(), changes](Progress&) {
            return project->write(
                {.parts = ChangeSet::Policies, .samples = {}}, [&](sqlite::Connection& c) -> Result<> {
                    PolicyStore store(c);
                    for (const QString& name : changes.removed) {
                        store.remove(name);
                    }
                    for (const Policy& policy : changes.written) {
                        store.put(policy);
                    }
                    if (!changes.chosen.isEmpty()) {
                        store.choose(changes.chosen);
                    }
                    return {};
                });
        },
        [this](const Result<>& stored) {
            if (stored) {
                accept();
                return;
            }
            m_save->setEnabled(true);
            say(errorText(stored.error()));
        });
}

} // namespace winnow
