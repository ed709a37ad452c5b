// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/quantity.h"

#include "core/text/normalise.h"

#include <QHash>
#include <QRegularExpression>

namespace winnow {

namespace {

struct Unit {
    const char* base;
    double factor;
    const char* names;
};

constexpr double kMinute = 60;
constexpr double kHour = 3600;
constexpr double kDay = 86400;

const Unit* unitNamed(const QString& name)
{
    static const Unit kUnits[] = {
        {"m", 1e-9, "nm nanometer nanometers nanometre nanometres"},
        {"m", 1e-6, "\xc2\xb5m \xce\xbcm um micrometer micrometers micrometre micrometres micron microns"},
        {"m", 1e-3, "mm millimeter millimeters millimetre millimetres"},
        {"m", 1e-2, "cm centimeter centimeters centimetre centimetres"},
        {"m", 1e-1, "dm decimeter decimeters decimetre decimetres"},
        {"m", 1, "m meter meters metre metres"},
        {"m", 1e3, "km kilometer kilometers kilometre kilometres"},
        {"m", 0.0254, "in inch inches"},
        {"m", 0.3048, "ft foot feet"},
        {"m", 0.9144, "yd yard yards"},
        {"m", 1609.344, "mi mile miles"},
        {"m^2", 1e-6, "mm^2 mm2"},
        {"m^2", 1e-4, "cm^2 cm2"},
        {"m^2", 1, "m^2 m2 sqm"},
        {"m^2", 1e6, "km^2 km2"},
        {"m^3", 1e-6, "cm^3 cm3 cc ml milliliter milliliters millilitre millilitres"},
        {"m^3", 1e-3, "dm^3 dm3 l liter liters litre litres"},
        {"m^3", 1, "m^3 m3"},
        {"g", 1e-6, "\xc2\xb5g \xce\xbcg ug microgram micrograms"},
        {"g", 1e-3, "mg milligram milligrams"},
        {"g", 1, "g gram grams gramme grammes"},
        {"g", 1e3, "kg kilogram kilograms kilo kilos"},
        {"g", 1e6, "t ton tons tonne tonnes"},
        {"g", 453.59237, "lb lbs pound pounds"},
        {"g", 28.349523125, "oz ounce ounces"},
        {"s", 1e-9, "ns nanosecond nanoseconds"},
        {"s", 1e-6, "\xc2\xb5s \xce\xbcs us microsecond microseconds"},
        {"s", 1e-3, "ms millisecond milliseconds"},
        {"s", 1, "s sec secs second seconds"},
        {"s", kMinute, "min mins minute minutes"},
        {"s", kHour, "h hr hrs hour hours"},
        {"s", kDay, "d day days"},
        {"s", 7 * kDay, "week weeks"},
        {"month", 1, "month months"},
        {"month", 12, "yr yrs year years"},
        {"m/s", 1, "m/s"},
        {"m/s", 1 / 3.6, "km/h kmh kph"},
        {"m/s", 0.44704, "mph"},
        {"%", 1, "% percent percents percentage pct"},
        {"\xc2\xb0", 1, "\xc2\xb0 deg degree degrees"},
        {"\xc2\xb0"
         "C",
            1,
            "\xc2\xb0"
            "c celsius"},
        {"\xc2\xb0"
         "F",
            1,
            "\xc2\xb0"
            "f fahrenheit"},
        {"N", 1, "n newton newtons"},
        {"J", 1, "j joule joules"},
        {"J", 1e3, "kj kilojoule kilojoules"},
        {"W", 1, "w watt watts"},
        {"W", 1e3, "kw kilowatt kilowatts"},
        {"V", 1, "v volt volts"},
        {"A", 1, "amp amps ampere amperes"},
        {"ohm", 1, "ohm ohms \xce\xa9 \xcf\x89"},
        {"Hz", 1, "hz hertz"},
        {"Hz", 1e3, "khz"},
        {"Hz", 1e6, "mhz"},
        {"Hz", 1e9, "ghz"},
        {"$", 1, "$ dollar dollars usd"},
        {"\xe2\x82\xac", 1, "\xe2\x82\xac euro euros eur"},
        {"\xc2\xa3", 1, "\xc2\xa3 gbp"},
        {"\xc2\xa5", 1, "\xc2\xa5 yen yuan jpy cny"},
        {"\xe2\x82\xa9", 1, "\xe2\x82\xa9 won krw"},
    };
    static const QHash<QString, const Unit*> byName = [] {
        QHash<QString, const Unit*> names;
        for (const Unit& unit : kUnits) {
            for (const QString& each : QString::fromUtf8(unit.names).split(u' ')) {
                names.insert(each, &unit);
            }
        }
        return names;
    }();
    return byName.value(name, nullptr);
}

double magnitude(const QString& word)
{
    static const QHash<QString, double> words{{QStringLiteral("hundred"), 1e2},
        {QStringLiteral("thousand"), 1e3}, {QStringLiteral("million"), 1e6}, {QStringLiteral("mn"), 1e6},
        {QStringLiteral("billion"), 1e9}, {QStringLiteral("bn"), 1e9}, {QStringLiteral("trillion"), 1e12}};
    return words.value(word, 0);
}

/// "square meters" and "m squared" as m^2.
QString plainUnits(QString text)
{
    text.replace(u'\u00b2', QStringLiteral("^2"));
    text.replace(u'\u00b3', QStringLiteral("^3"));
    static const QRegularExpression power(QStringLiteral("\\^\\{([23])\\}"));
    static const QRegularExpression square(
        QStringLiteral("\\b(square|sq\\.?|cubic|cu\\.?) (mm|cm|m|km|millimet(?:er|re)s?|centimet(?:er|re)s?|"
                       "kilomet(?:er|re)s?|met(?:er|re)s?)\\b"));
    static const QRegularExpression per(QStringLiteral(
        "\\b(km|kilomet(?:er|re)s?|m|met(?:er|re)s?|miles?) ?(?:per|/) ?(h|hr|hour|s|sec|second)\\b"));
    static const QRegularExpression tex(QStringLiteral("\\\\(?:text|mathrm|rm)\\s*\\{([^{}]*)\\}"));
    text.replace(power, QStringLiteral("^\\1"));
    text.replace(tex, QStringLiteral(" \\1"));
    text.replace(QStringLiteral("^\\circ"), QStringLiteral("\u00b0"));
    text.replace(QStringLiteral("^{\\circ}"), QStringLiteral("\u00b0"));
    const auto shortOf = [](QStringView word) {
        const QString prefix = word.startsWith(u"mil") && word.startsWith(u"milli") ? QStringLiteral("mm")
            : word.startsWith(u"centi")                                             ? QStringLiteral("cm")
            : word.startsWith(u"kilo")                                              ? QStringLiteral("km")
                                                                                    : QString();
        return !prefix.isEmpty() ? prefix : word.startsWith(u"met") ? QStringLiteral("m") : word.toString();
    };
    if (const auto match = square.match(text); match.hasMatch()) {
        const bool cubic = match.capturedView(1).startsWith(u"cu");
        text.replace(match.capturedStart(), match.capturedLength(),
            shortOf(match.capturedView(2)) + (cubic ? QStringLiteral("^3") : QStringLiteral("^2")));
    }
    if (const auto match = per.match(text); match.hasMatch()) {
        const bool mile = match.capturedView(1).startsWith(u"mile");
        const bool hour = match.capturedView(2).startsWith(u'h');
        text.replace(match.capturedStart(), match.capturedLength(),
            mile ? (hour ? QStringLiteral("mph") : QStringLiteral("miles/s"))
                 : shortOf(match.capturedView(1)) + (hour ? QStringLiteral("/h") : QStringLiteral("/s")));
    }
    return text;
}

/// What the words behind the number say.
void readUnit(const QString& behind, bool end, Quantity& quantity)
{
    static const QRegularExpression stop(QStringLiteral("[,;:!?()\\n]|\\.(?:\\s|$)"));
    QString text
        = behind.left(qMax(qsizetype(0), behind.indexOf(stop) < 0 ? behind.size() : behind.indexOf(stop)));
    QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    while (!words.isEmpty() && magnitude(words.first()) > 0) {
        quantity.value *= magnitude(words.takeFirst());
        quantity.decimals = 0;
    }
    if (!words.isEmpty() && words.first() == u"of") {
        words.removeFirst();
    }
    if (words.isEmpty()) {
        return;
    }
    const QString first = words.first();
    const Unit* unit = unitNamed(first);
    // Words of a sentence that look like units.
    const bool alone = end && words.size() == 1;
    if (unit && !alone
        && (first == u"in" || first == u"a" || first == u"d" || first == u"s" || first == u"t")) {
        unit = nullptr;
    }
    if (unit) {
        quantity.unit = QString::fromUtf8(unit->base);
        quantity.known = true;
        quantity.factor = unit->factor;
        return;
    }
    quantity.unit = normaliseText(first);
    if (quantity.unit.size() > 3 && quantity.unit.endsWith(u's')) {
        quantity.unit.chop(1); // apples
    }
}

} // namespace

std::optional<Quantity> quantityOf(QStringView view, DecimalMark habit)
{
    constexpr qsizetype kLongest = 2000;
    if (view.size() > kLongest) {
        return std::nullopt;
    }
    // "5cm" is two words, "1e-3" one number.
    static const QRegularExpression glued(QStringLiteral("(\\d)(?=[\\p{L}\\x{b0}\\\\])(?![eE][-+]?\\d)"));
    static const QRegularExpression number(QStringLiteral(
        "(?<![\\p{L}\\d_^])([$\\x{20ac}\\x{a3}\\x{a5}\\x{20a9}])?\\s?([-+\\x{2212}]?\\d[\\d.,]*(?:[eE]["
        "-+]?\\d+)?)([%\\x{b0}$\\x{20ac}\\x{a3}\\x{a5}\\x{20a9}])?"));
    QString text = plainUnits(view.trimmed().toString());
    text.remove(QStringLiteral("\\$"));
    text.replace(QStringLiteral("\\%"), QStringLiteral("%"));
    text.replace(glued, QStringLiteral("\\1 "));
    const auto match = number.match(text);
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    Quantity quantity;
    if (const auto whole = numberOf(text, habit)) {
        quantity.value = *whole;
    } else {
        // Digits of a unit ("m^2") are no second number.
        QString counted = text;
        counted.replace(QStringLiteral("^2"), QString()).replace(QStringLiteral("^3"), QString());
        counted.replace(u'%', QStringLiteral(" %"));
        const auto only = onlyNumberIn(counted, habit);
        if (!only) {
            return std::nullopt;
        }
        quantity.value = *only;
    }
    QString digits = match.captured(2);
    while (digits.endsWith(u'.') || digits.endsWith(u',')) {
        digits.chop(1);
    }
    const qsizetype mark = digits.lastIndexOf(habit == DecimalMark::Comma ? u',' : u'.');
    quantity.decimals
        = mark >= 0 && !digits.contains(u'e', Qt::CaseInsensitive) ? int(digits.size() - mark - 1) : 0;
    const QString symbol = match.captured(1).isEmpty() ? match.captured(3) : match.captured(1);
    const qsizetype end = match.capturedStart(2) + digits.size() + match.capturedLength(3);
    const QString behind
        = (match.captured(3) == u"\u00b0" && !text.mid(end).isEmpty() && text.at(end).isLetter()
                ? u'\u00b0' + text.mid(end)
                : text.mid(end))
              .toLower();
    readUnit(behind.trimmed(), true, quantity);
    if (!symbol.isEmpty() && !quantity.known) {
        quantity.unit = symbol;
        quantity.known = true;
    }
    quantity.written = quantity.value;
    quantity.value *= quantity.factor;
    return quantity;
}

} // namespace winnow
