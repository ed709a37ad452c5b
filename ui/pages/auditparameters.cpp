// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/auditparameters.h"

#include "ui/models/auditoverview.h"
#include "ui/models/terms.h"
#include "ui/util/plainwidgets.h"
#include "ui/util/wheelguard.h"
#include "ui/widgets/style.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLocale>
#include <QSignalBlocker>
#include <QSpinBox>

#include <algorithm>
#include <cmath>

namespace winnow {

namespace {

/// No zeros after the last digit that says something.
class PlainSpinBox : public QDoubleSpinBox {
public:
    using QDoubleSpinBox::QDoubleSpinBox;
    QString textFromValue(double value) const override
    {
        QString text = QDoubleSpinBox::textFromValue(value);
        const QString point = locale().decimalPoint();
        if (text.contains(point)) {
            while (text.endsWith(locale().zeroDigit())) {
                text.chop(1);
            }
            if (text.endsWith(point)) {
                text.chop(point.size());
            }
        }
        return text;
    }
};

QString choiceText(const QString& id)
{
    static const QHash<QString, const char*> titles{
        {QStringLiteral("exact"), QT_TRANSLATE_NOOP("winnow::AuditParameters", "exact binomial")},
        {QStringLiteral("hits"), QT_TRANSLATE_NOOP("winnow::AuditParameters", "number of models")},
        {QStringLiteral("datbench"), QT_TRANSLATE_NOOP("winnow::AuditParameters", "DatBench's numbers")},
        {QStringLiteral("paper"),
            QT_TRANSLATE_NOOP("winnow::AuditParameters", "> (≥ for 1), as in the paper")},
        {QStringLiteral("at_least"), QT_TRANSLATE_NOOP("winnow::AuditParameters", "≥ at least")},
        {QStringLiteral("more_than"), QT_TRANSLATE_NOOP("winnow::AuditParameters", "> more than")},
        {QStringLiteral("image_and_question"),
            QT_TRANSLATE_NOOP("winnow::AuditParameters", "image and question")},
        {QStringLiteral("image"), QT_TRANSLATE_NOOP("winnow::AuditParameters", "image")},
        {QStringLiteral("by_capability"), QT_TRANSLATE_NOOP("winnow::AuditParameters", "by capability")},
        {QStringLiteral("photo"), QT_TRANSLATE_NOOP("winnow::AuditParameters", "photos")},
        {QStringLiteral("page"), QT_TRANSLATE_NOOP("winnow::AuditParameters", "pages")},
    };
    // Names of other tools (cleanlab's filters) stay as they are.
    const char* title = titles.value(id);
    return title ? AuditParameters::tr(title) : id;
}

QString valueText(const ParameterInfo& info, const QJsonValue& value)
{
    switch (info.type) {
    case ParameterInfo::Type::Boolean:
        return value.toBool() ? AuditParameters::tr("on") : AuditParameters::tr("off");
    case ParameterInfo::Type::Choice:
        return choiceText(value.toString());
    case ParameterInfo::Type::Integer:
        return QLocale().toString(qint64(value.toDouble()));
    case ParameterInfo::Type::Real:
        break;
    }
    return QLocale().toString(value.toDouble(), 'g', 4);
}

} // namespace

AuditParameters::AuditParameters(QWidget* parent)
    : Card(parent)
    , m_none(new Text({}, TextSize::Body, Text::Tone::Muted))
    , m_reset(new QPushButton(tr("Reset to defaults")))
{
    auto* top = new QHBoxLayout;
    top->addWidget(new Text(tr("Parameters"), TextSize::Heading), 1);
    setButtonTone(m_reset, ButtonTone::Quiet);
    m_reset->setObjectName(QStringLiteral("resetParameters"));
    top->addWidget(m_reset);
    body()->addLayout(top);
    m_none->setText(tr("This detector has nothing to set."));
    body()->addWidget(m_none);
    connect(m_reset, &QPushButton::clicked, this, [this] {
        m_overrides = {};
        showValues();
        emit changed();
    });
}

void AuditParameters::setParameters(
    const QString& detector, const QVector<ParameterInfo>& infos, const QJsonObject& overrides)
{
    const auto sameId = [](const ParameterInfo& a, const ParameterInfo& b) { return a.id == b.id; };
    const bool same = detector == m_detector
        && std::equal(infos.cbegin(), infos.cend(), m_infos.cbegin(), m_infos.cend(), sameId);
    m_infos = infos;
    m_overrides = overrides;
    if (same && m_form) {
        // The editor that has the focus stays.
        showValues();
        return;
    }
    m_detector = detector;
    delete m_form;
    m_editors.clear();
    m_titles.clear();
    m_form = new QWidget(this);
    auto* grid = new QGridLayout(m_form);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(kUnit);
    grid->setVerticalSpacing(2);
    grid->setColumnStretch(0, 1);
    int row = 0;
    for (const ParameterInfo& info : infos) {
        auto* title = new Text(detectorText(info.title), TextSize::Body);
        title->setWordWrap(true);
        QWidget* editor = makeEditor(info);
        editor->setObjectName(QStringLiteral("parameter-") + info.id);
        editor->setAccessibleName(title->text());
        setTip(editor, detectorText(info.description));
        title->setBuddy(editor);
        QString hint = detectorText(info.description);
        hint += QStringLiteral(". ") + tr("Default: %1").arg(valueText(info, info.defaultValue));
        if (!info.unit.isEmpty()) {
            hint += u' ' + detectorText(info.unit);
        }
        auto* description = new Text(hint, TextSize::Small, Text::Tone::Muted);
        description->setWordWrap(true);
        grid->addWidget(title, row, 0);
        grid->addWidget(editor, row, 1);
        grid->addWidget(new Text(detectorText(info.unit), TextSize::Small, Text::Tone::Muted), row, 2);
        grid->addWidget(description, row + 1, 0, 1, 3);
        grid->setRowMinimumHeight(row + 2, kUnit);
        row += 3;
        m_editors.insert(info.id, editor);
        m_titles.insert(info.id, title);
    }
    body()->addWidget(m_form);
    m_none->setVisible(infos.isEmpty());
    m_reset->setVisible(!infos.isEmpty());
    showValues();
}

QWidget* AuditParameters::makeEditor(const ParameterInfo& info)
{
    QWidget* made = nullptr;
    switch (info.type) {
    case ParameterInfo::Type::Boolean: {
        auto* box = new QCheckBox(m_form);
        connect(box, &QCheckBox::toggled, this, [this, info](bool on) { take(info, on); });
        made = box;
        break;
    }
    case ParameterInfo::Type::Choice: {
        auto* box = new QComboBox(m_form);
        for (const QString& choice : info.choices) {
            box->addItem(choiceText(choice), choice);
        }
        connect(box, &QComboBox::activated, this,
            [this, info, box] { take(info, box->currentData().toString()); });
        made = box;
        break;
    }
    case ParameterInfo::Type::Integer: {
        auto* box = new QSpinBox(m_form);
        box->setRange(int(info.minimum), int(info.maximum));
        box->setKeyboardTracking(false);
        box->setAlignment(Qt::AlignRight);
        connect(box, &QSpinBox::valueChanged, this, [this, info](int value) { take(info, value); });
        made = box;
        break;
    }
    case ParameterInfo::Type::Real: {
        auto* box = new PlainSpinBox(m_form);
        // As many places as the smallest meaningful step needs.
        const double smallest = info.minimum > 0 ? info.minimum : (info.maximum - info.minimum) / 1000;
        box->setDecimals(qBound(2, int(std::ceil(-std::log10(qMax(1e-6, smallest)))), 6));
        box->setRange(info.minimum, info.maximum);
        box->setSingleStep((info.maximum - info.minimum) / 100);
        box->setKeyboardTracking(false);
        box->setAlignment(Qt::AlignRight);
        connect(box, &QDoubleSpinBox::valueChanged, this, [this, info](double value) { take(info, value); });
        made = box;
        break;
    }
    }
    made->setMinimumWidth(14 * kUnit);
    keepFromWheel(made);
    return made;
}

void AuditParameters::take(const ParameterInfo& info, const QJsonValue& value)
{
    const bool same = value.isDouble() && info.defaultValue.isDouble()
        ? qFuzzyCompare(1 + value.toDouble(), 1 + info.defaultValue.toDouble())
        : value == info.defaultValue;
    const QJsonObject before = m_overrides;
    if (same) {
        m_overrides.remove(info.id);
    } else {
        m_overrides.insert(info.id, value);
    }
    if (before != m_overrides) {
        showValues();
        emit changed();
    }
}

void AuditParameters::setValue(const QString& id, const QJsonValue& value)
{
    for (const ParameterInfo& info : std::as_const(m_infos)) {
        if (info.id == id) {
            take(info, value);
        }
    }
}

void AuditParameters::showValues()
{
    const auto chosen = [&](const QString& id) {
        for (const ParameterInfo& info : std::as_const(m_infos)) {
            if (info.id == id) {
                return m_overrides.value(id).toString(info.defaultValue.toString());
            }
        }
        return QString();
    };
    for (const ParameterInfo& info : std::as_const(m_infos)) {
        QWidget* editor = m_editors.value(info.id);
        const QJsonValue value = m_overrides.value(info.id);
        const QJsonValue shown = value.isUndefined() ? info.defaultValue : value;
        Text* title = m_titles.value(info.id);
        title->setStrong(!value.isUndefined());
        // What the rule does not ask is there to be read, not to be set.
        const bool matters = info.dependsOn.isEmpty() || info.mattersWith.contains(chosen(info.dependsOn));
        editor->setEnabled(matters);
        title->setTone(matters ? Text::Tone::Normal : Text::Tone::Faint);
        const QSignalBlocker quiet(editor);
        if (auto* box = qobject_cast<QCheckBox*>(editor)) {
            box->setChecked(shown.toBool());
        } else if (auto* choices = qobject_cast<QComboBox*>(editor)) {
            choices->setCurrentIndex(qMax(0, choices->findData(shown.toString())));
        } else if (auto* whole = qobject_cast<QSpinBox*>(editor)) {
            whole->setValue(int(shown.toDouble()));
        } else if (auto* real = qobject_cast<QDoubleSpinBox*>(editor)) {
            real->setValue(shown.toDouble());
        }
    }
    m_reset->setEnabled(!m_overrides.isEmpty());
}

} // namespace winnow
