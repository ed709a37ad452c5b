// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/histogramchart.h"
#include "ui/charts/numbertable.h"
#include "ui/models/tableroles.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/keyoverlay.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QScrollArea>
#include <QScrollBar>
#include <QShortcut>
#include <QSlider>
#include <QSplitterHandle>
#include <QTabBar>
#include <QTableView>
#include <QToolButton>

namespace winnow::test {

/// Something that answers to the user: `name` is the same in every run, whatever the data.
struct Control {
    QString name;
    /// button, menu, key, link, choice or field.
    QString kind;

    auto operator<=>(const Control&) const = default;
};

inline size_t qHash(const Control& control, size_t seed = 0)
{
    return qHashMulti(seed, control.name, control.kind);
}

/// What a text says without its numbers, its key and its mnemonic.
inline QString withoutNumbers(QString text)
{
    static const QRegularExpression number(QStringLiteral("\\d([\\d,.%]*[\\d%])?"));
    text.remove(u'&');
    return text.section(u'\t', 0, 0).replace(number, QStringLiteral("#")).simplified();
}

/// One way to write a key, whether a shortcut binds it or the overlay lists it.
inline QString keyName(QString key)
{
    static const std::pair<const char*, const char16_t*> kWords[]
        = {{"Left", u"←"}, {"Right", u"→"}, {"Up", u"↑"}, {"Down", u"↓"}};
    for (const auto& [word, sign] : kWords) {
        static const QString kEnd = QStringLiteral("(^|(?<=\\+))%1$");
        key.replace(QRegularExpression(kEnd.arg(QLatin1String(word))), QString::fromUtf16(sign));
    }
    if (key.size() == 1 && key.at(0).isDigit() && key != u"0") {
        return QStringLiteral("1 … 9");
    }
    static const QRegularExpression page(QStringLiteral("^Ctrl\\+(\\d|1 … \\d)$"));
    return key.replace(page, QStringLiteral("Ctrl+1 … 9"));
}

/// Finds every control that is in view.
class ControlFinder {
public:
    static QString nameOf(const QWidget* widget)
    {
        const QString own = widget->objectName();
        // The cards of charts have each their own.
        const bool ofCard = widget->parent() && widget->parent()->inherits("winnow::ChartCard");
        if (!own.isEmpty() && !own.startsWith(u"qt_") && !ofCard) {
            return own;
        }
        const auto* button = qobject_cast<const QAbstractButton*>(widget);
        const QString text = withoutNumbers(button ? button->text() : QString());
        return !text.isEmpty() ? text : withoutNumbers(widget->accessibleName());
    }

    /// Controls in `root` and below it; what is in `apart` is another page's.
    static QSet<Control> in(const QWidget* root, const QWidget* apart = nullptr)
    {
        QSet<Control> found;
        collect(root, apart, found);
        return found;
    }

    /// Its entries and those of its own menus.
    static QSet<Control> inMenu(const QMenu* menu, const QString& path)
    {
        QSet<Control> found;
        const QList<QAction*> actions = menu->actions();
        for (const QAction* action : actions) {
            if (action->isSeparator() || !action->isVisible()) {
                continue;
            }
            QString name = path + QStringLiteral(" > ") + withoutNumbers(action->text());
            static const QRegularExpression filter(QStringLiteral(" > Remove: .*"));
            name.replace(filter, QStringLiteral(" > Remove: (a filter)"));
            action->menu() ? found.unite(inMenu(action->menu(), name))
                           : found.unite({Control{name, QStringLiteral("menu")}});
        }
        return found;
    }

    /// Keys bound by objects that `owner` holds directly, and by actions of its.
    static QSet<Control> keysOf(const QWidget* owner)
    {
        QSet<Control> found;
        const auto add = [&found](const QKeySequence& key) {
            const Qt::Key plain = key[0].key();
            // "Open" and "New" of a keyboard with such keys are not on every keyboard.
            if (plain < Qt::Key_Back || plain == Qt::Key_unknown) {
                found.insert({keyName(key.toString()), QStringLiteral("key")});
            }
        };
        const auto shortcuts = owner->findChildren<QShortcut*>(QString(), Qt::FindDirectChildrenOnly);
        for (const QShortcut* shortcut : shortcuts) {
            add(shortcut->key());
        }
        const QList<QAction*> actions = owner->actions();
        for (const QAction* action : actions) {
            for (const QKeySequence& key : action->shortcuts()) {
                add(key);
            }
        }
        return found;
    }

    /// Keys that the overlay names, under a title or under all others.
    static QSet<Control> listedKeys(const KeyOverlay* overlay, const QString& title, bool under)
    {
        QSet<Control> found;
        bool here = false;
        static const QRegularExpression between(QStringLiteral(",\\s+|\\s{2,}"));
        for (const KeyOverlay::Placed& each : overlay->placed()) {
            if (each.use == KeyOverlay::Placed::Use::Title) {
                here = (each.text == title) == under;
            } else if (here && each.use == KeyOverlay::Placed::Use::Keys) {
                const QStringList keys = each.text.split(between, Qt::SkipEmptyParts);
                for (const QString& key : keys) {
                    found.insert({keyName(key), QStringLiteral("key")});
                }
            }
        }
        return found;
    }

private:
    static void collect(const QWidget* widget, const QWidget* apart, QSet<Control>& found)
    {
        if (widget == apart || !widget->isVisible() || qobject_cast<const QMenu*>(widget)) {
            return;
        }
        // What is inside of these is one control with them.
        const bool whole = addKnown(widget, found);
        const QObjectList children = widget->children();
        for (const QObject* child : children) {
            const auto* inner = qobject_cast<const QWidget*>(child);
            if (inner && !inner->isWindow() && (!whole || isView(widget))) {
                collect(inner, apart, found);
            }
        }
    }

    static bool isView(const QWidget* widget)
    {
        return qobject_cast<const QAbstractScrollArea*>(widget) != nullptr;
    }

    static bool addKnown(const QWidget* widget, QSet<Control>& found)
    {
        const auto add = [&](const char* kind, const QString& part = {}) {
            const QString name = nameOf(widget);
            const QString shown = name.isEmpty()
                ? QStringLiteral("(a nameless %1)").arg(QLatin1String(widget->metaObject()->className()))
                : name;
            found.insert({part.isEmpty() ? shown : shown + u' ' + part, QLatin1String(kind)});
            return true;
        };
        if (qobject_cast<const QScrollBar*>(widget) || qobject_cast<const QSplitterHandle*>(widget)
            || qobject_cast<const KeyOverlay*>(widget) || widget->inherits("QTableCornerButton")) {
            return true;
        }
        if (const auto* button = qobject_cast<const QAbstractButton*>(widget)) {
            // A tile or chip that only tells something lets the mouse through.
            return button->testAttribute(Qt::WA_TransparentForMouseEvents)
                    || (!button->isCheckable() && button->focusPolicy() == Qt::NoFocus
                        && button->inherits("winnow::Chip"))
                ? true
                : add("button");
        }
        if (qobject_cast<const QComboBox*>(widget) || qobject_cast<const QTabBar*>(widget)) {
            return add("choice");
        }
        if (const auto* edit = qobject_cast<const QLineEdit*>(widget)) {
            for (const QToolButton* inner : edit->findChildren<QToolButton*>()) {
                if (inner->isVisible() && inner->defaultAction()
                    && inner->defaultAction()->objectName().contains(u"clear")) {
                    add("button", QStringLiteral("clear"));
                }
            }
            return edit->isReadOnly() || add("field");
        }
        if (const auto* edit = qobject_cast<const QPlainTextEdit*>(widget)) {
            return edit->isReadOnly() || add("field");
        }
        if (qobject_cast<const QAbstractSpinBox*>(widget) || qobject_cast<const QSlider*>(widget)) {
            return add("field");
        }
        if (const auto* view = qobject_cast<const QAbstractItemView*>(widget)) {
            addView(view, add);
            return true;
        }
        if (const auto* chart = qobject_cast<const Chart*>(widget)) {
            addChart(chart, found);
            return true;
        }
        if (const auto* label = qobject_cast<const QLabel*>(widget)) {
            static const QRegularExpression anchor(QStringLiteral("<a [^>]*>(.*?)</a>"));
            if (label->textInteractionFlags() & Qt::LinksAccessibleByMouse) {
                auto it = anchor.globalMatch(label->text());
                while (it.hasNext()) {
                    add("link", withoutNumbers(it.next().captured(1)));
                }
            }
            return isPointedAt(label) ? add("link") : true;
        }
        // They take the mouse without saying so.
        static const std::pair<const char*, const char*> kByMouse[] = {{"winnow::ImageView", "field"},
            {"winnow::EvidenceCard", "choice"}, {"winnow::OptionLines", "choice"}};
        for (const auto& [name, kind] : kByMouse) {
            if (widget->inherits(name)) {
                found.insert({QString::fromLatin1(name).section(u':', -1), QLatin1String(kind)});
                return false;
            }
        }
        const bool scrolls = qobject_cast<const QAbstractScrollArea*>(widget);
        const bool ours = !qstrncmp(widget->metaObject()->className(), "winnow::", 8);
        if (isPointedAt(widget) || (ours && !scrolls && widget->focusPolicy() & Qt::TabFocus)) {
            add("link");
        }
        return false;
    }

    static bool isPointedAt(const QWidget* widget)
    {
        return widget->testAttribute(Qt::WA_SetCursor) && widget->cursor().shape() == Qt::PointingHandCursor;
    }

    template <typename Add> static void addView(const QAbstractItemView* view, const Add& add)
    {
        if (view->inherits("QHeaderView")) {
            return;
        }
        if (view->selectionMode() != QAbstractItemView::NoSelection || view->focusPolicy() & Qt::TabFocus) {
            add("choice", QString());
        }
        const auto* table = qobject_cast<const QTableView*>(view);
        if (!table || !table->model()) {
            return;
        }
        if (table->horizontalHeader()->isVisible() && table->horizontalHeader()->sectionsClickable()) {
            add("button", QStringLiteral("headings"));
        }
        const QAbstractItemModel* model = table->model();
        for (int column = 0; column < model->columnCount(); ++column) {
            for (int row = 0; row < model->rowCount(); ++row) {
                const QModelIndex index = model->index(row, column);
                const bool opens
                    = index.data(LinkRole).toBool() || !index.data(OpenRole).value<ClickThrough>().isEmpty();
                if (opens && !table->isColumnHidden(column)) {
                    add("link", withoutNumbers(model->headerData(column, Qt::Horizontal).toString()));
                    break;
                }
            }
        }
    }

    static void addChart(const Chart* chart, QSet<Control>& found)
    {
        const QVector<ChartMark>& marks = chart->marks();
        if (std::any_of(marks.cbegin(), marks.cend(), [](const ChartMark& m) { return m.isLink(); })) {
            found.insert({QStringLiteral("marks of \"%1\"").arg(chart->title()), QStringLiteral("link")});
        }
        if (const auto* histogram = qobject_cast<const HistogramChart*>(chart)) {
            found.insert(
                {QStringLiteral("threshold of \"%1\"").arg(histogram->title()), QStringLiteral("field")});
        }
    }
};

} // namespace winnow::test
