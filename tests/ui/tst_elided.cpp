// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/demoproject.h"
#include "tests/support/windowdriver.h"
#include "ui/mainwindow/language.h"
#include "ui/pages/page.h"
#include "ui/pages/pageregistry.h"
#include "ui/util/plainwidgets.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLabel>
#include <QPaintEngine>
#include <QPushButton>
#include <QTextDocument>

using namespace winnow;

namespace {

/// A text as it was drawn, and where.
struct Drawn {
    QString text;
    QPoint where;
};

/// The rail alone says nearly as many.
constexpr int kFewTexts = 15;

/// Draws nothing and writes down the texts.
class TextEngine : public QPaintEngine {
public:
    TextEngine()
        : QPaintEngine(AllFeatures)
    {
    }
    bool begin(QPaintDevice*) override { return true; }
    bool end() override { return true; }
    void updateState(const QPaintEngineState& now) override
    {
        if (now.state() & DirtyTransform) {
            m_transform = now.transform();
        }
    }
    void drawPixmap(const QRectF&, const QPixmap&, const QRectF&) override { }
    void drawImage(const QRectF&, const QImage&, const QRectF&, Qt::ImageConversionFlags) override { }
    void drawPath(const QPainterPath&) override { }
    void drawPolygon(const QPointF*, int, PolygonDrawMode) override { }
    void drawTextItem(const QPointF& where, const QTextItem& item) override
    {
        drawn.append({item.text(), m_transform.map(where + QPointF(item.width() / 2, -2)).toPoint()});
    }
    Type type() const override { return User; }

    QVector<Drawn> drawn;

private:
    QTransform m_transform;
};

class TextDevice : public QPaintDevice {
public:
    explicit TextDevice(const QSize& size)
        : m_size(size)
    {
    }
    QPaintEngine* paintEngine() const override { return &m_engine; }
    QVector<Drawn> drawn() const { return m_engine.drawn; }

protected:
    int metric(PaintDeviceMetric metric) const override
    {
        switch (metric) {
        case PdmWidth:
            return m_size.width();
        case PdmHeight:
            return m_size.height();
        case PdmDpiX:
        case PdmDpiY:
        case PdmPhysicalDpiX:
        case PdmPhysicalDpiY:
            return 96;
        case PdmDevicePixelRatio:
            return 1;
        case PdmDevicePixelRatioScaled:
            return int(devicePixelRatioFScale());
        case PdmDepth:
            return 32;
        default:
            return 0;
        }
    }

private:
    QSize m_size;
    mutable TextEngine m_engine;
};

bool mayElide(const QWidget* widget)
{
    for (; widget; widget = widget->parentWidget()) {
        if (isElidable(widget)) {
            return true;
        }
    }
    return false;
}

/// What the window says on purpose with an ellipsis.
QString saidWithEllipsis(const QWidget& window)
{
    QStringList all;
    for (const auto* label : window.findChildren<QLabel*>()) {
        all.append(label->text());
    }
    for (const auto* button : window.findChildren<QAbstractButton*>()) {
        all.append(button->text());
    }
    return all.join(u'\n');
}

} // namespace

/// What the program itself says is never cut, at the smallest usual size, in English and in Korean.
class TestElided : public QObject {
    Q_OBJECT

    test::WindowDriver m_driver;

    QStringList elided()
    {
        QWidget& window = m_driver.window();
        TextDevice device(window.size());
        window.render(&device);
        const QString said = saidWithEllipsis(window);
        QStringList found;
        if (device.drawn().size() < kFewTexts) {
            found.append(QStringLiteral("only %1 texts were seen").arg(device.drawn().size()));
        }
        for (const Drawn& each : device.drawn()) {
            if (!each.text.contains(u'…') || said.contains(each.text)) {
                continue;
            }
            const QWidget* widget = window.childAt(each.where);
            if (!mayElide(widget)) {
                found.append(QStringLiteral("%1 (%2)").arg(each.text, nameOf(widget)));
            }
        }
        return found;
    }
    /// Labels and buttons that are narrower than what they say.
    QStringList clipped()
    {
        QStringList found;
        for (const auto* label : m_driver.window().findChildren<QLabel*>()) {
            if (!label->isVisible() || label->text().isEmpty() || !label->pixmap().isNull()
                || mayElide(label)) {
                continue;
            }
            const QSize room = label->contentsRect().size();
            const bool cut = label->wordWrap() ? label->heightForWidth(label->width()) > label->height() + 1
                                               : label->sizeHint().width() > label->width() + 1;
            if (cut && room.isValid()) {
                found.append(QStringLiteral("%1 (%2)").arg(label->text().left(80), nameOf(label)));
            }
        }
        for (const auto* button : m_driver.window().findChildren<QPushButton*>()) {
            if (button->isVisible() && !button->text().isEmpty() && !mayElide(button)
                && button->sizeHint().width() > button->width() + 1) {
                found.append(QStringLiteral("%1 (%2)").arg(button->text(), nameOf(button)));
            }
        }
        for (const auto* box : m_driver.window().findChildren<QComboBox*>()) {
            if (box->isVisible() && !mayElide(box)
                && box->fontMetrics().horizontalAdvance(box->currentText()) > box->width() - 20) {
                found.append(QStringLiteral("%1 (%2)").arg(box->currentText(), nameOf(box)));
            }
        }
        return found;
    }
    static QString nameOf(const QWidget* widget)
    {
        QStringList names;
        for (; widget && names.size() < 4; widget = widget->parentWidget()) {
            names.append(widget->objectName().isEmpty()
                    ? QString::fromLatin1(widget->metaObject()->className())
                    : widget->objectName());
        }
        return names.join(QStringLiteral(" < "));
    }

private slots:
    void initTestCase()
    {
        QVERIFY_RESULT(test::makeDemoProject(m_driver.path(QStringLiteral("p.winnow")), 90, 5, true));
    }
    void cleanup()
    {
        m_driver.close();
        installLanguage(QStringLiteral("en"));
    }

    void theRecorderSeesWhatIsCut()
    {
        QLabel label(QStringLiteral("a text that is too long"));
        TextDevice device(QSize(200, 40));
        label.resize(200, 40);
        label.render(&device);
        QCOMPARE(device.drawn().size(), 1);
        QCOMPARE(device.drawn().first().text, label.text());
        QPushButton button(label.fontMetrics().elidedText(label.text(), Qt::ElideRight, 60));
        TextDevice second(QSize(200, 40));
        button.render(&second);
        QVERIFY(second.drawn().first().text.endsWith(u'…'));
    }

    void nothingThatWeSayIsCut_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("page");
        for (const QString& language : {QStringLiteral("en"), QStringLiteral("ko")}) {
            for (const PageEntry& entry : pageRegistry()) {
                QTest::newRow(qPrintable(language + u' ' + entry.id)) << language << entry.id;
            }
        }
    }
    void nothingThatWeSayIsCut()
    {
        QFETCH(QString, language);
        QFETCH(QString, page);
        installLanguage(language);
        QVERIFY(m_driver.open(m_driver.path(QStringLiteral("p.winnow")), page, {1280, 800}));
        QVERIFY(m_driver.settle());
        QTest::qWait(300);
        QVERIFY(m_driver.settle());
        QStringList found = elided() + clipped();
        if (page == u"samples" || page == u"insights") {
            // The other way to show the same.
            QTest::keyClick(m_driver.window().focusWidget(), Qt::Key_T);
            QVERIFY(m_driver.settle());
            found += elided() + clipped();
        }
        QVERIFY2(found.isEmpty(), qPrintable(QStringLiteral("\n") + found.join(u'\n')));
    }
};

QTEST_MAIN(TestElided)
#include "tst_elided.moc"
