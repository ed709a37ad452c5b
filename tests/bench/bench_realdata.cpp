// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Near duplicates on real pictures (the shared data folder, WINNOW_SHARED_DATA): precision and recall against
// the pairs that are known and against planted cuts, and false alarms on sets of look-alikes. Says so and
// does nothing without the folder. usage: bench_realdata [FOLDER]: planted cuts of its pictures only.

#include "core/audit/duplicates/duplicates.h"
#include "core/audit/run/auditrunner.h"
#include "core/base/hash.h"
#include "core/image/imagecodec.h"
#include "core/stats/proportion.h"
#include "core/stats/random.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRect>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>

#include <cmath>
#include <cstdio>

using namespace winnow;

namespace {

class Files final : public ImageSource {
public:
    Result<QByteArray> bytes(const QByteArray&, const QString& path) const override
    {
        return readImageFile(path);
    }
};

QStringList imagesIn(const QString& folder)
{
    QStringList paths;
    QDirIterator it(folder, QDir::Files, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        const QString path = it.next();
        const auto bytes = readImageFile(path);
        if (bytes && readImageHeader(*bytes).isValid()) {
            paths.append(path);
        }
    }
    paths.sort();
    return paths;
}

/// One sample a picture, measured; `describe` fills in what is asked.
template <typename Describe> std::shared_ptr<AuditData> dataOf(const QStringList& paths, Describe&& describe)
{
    AuditDataBuilder builder(QStringLiteral("real"));
    for (int i = 0; i < paths.size(); ++i) {
        Sample sample;
        sample.sourceIndex = QFileInfo(paths[i]).fileName();
        ImageRef image;
        image.path = paths[i];
        image.source = paths[i];
        const auto bytes = readImageFile(paths[i]);
        image.sha256 = bytes ? sha256(*bytes) : QByteArray();
        sample.images.append(image);
        describe(sample);
        builder.addSample(sample);
    }
    auto data = std::make_shared<AuditData>(*builder.finish());
    SilentProgress progress;
    measureImages(
        paths.size(), [&](qsizetype i) { return readImageFile(paths[i]); },
        [&](qsizetype i, Result<ImageMeasures> measures) {
            auto measured = std::make_shared<MeasuredImage>();
            if (measures) {
                measured->measures = *measures;
            } else {
                measured->error = measures.error().message;
            }
            data->images[std::size_t(i)].front().measured = measured;
        },
        progress);
    data->comparer = std::make_shared<const ImageComparer>(std::make_shared<Files>());
    return data;
}

QString pairKey(const QString& a, const QString& b)
{
    return a < b ? a + QStringLiteral(" = ") + b : b + QStringLiteral(" = ") + a;
}

/// Pairs of paths that are in one group.
QSet<QString> pairsFound(const AuditData& data, const DuplicateOptions& options)
{
    SilentProgress progress;
    QSet<QString> pairs;
    const auto found = findDuplicates({&data}, options, progress);
    if (!found) {
        std::printf("%s\n", qPrintable(found.error().text()));
        return pairs;
    }
    for (const std::vector<DuplicateMember>& group : found->groups) {
        for (std::size_t i = 0; i < group.size(); ++i) {
            for (std::size_t j = i + 1; j < group.size(); ++j) {
                pairs.insert(pairKey(
                    data.images[group[i].sample].front().path, data.images[group[j].sample].front().path));
            }
        }
    }
    return pairs;
}

QString shortPair(const QString& pair)
{
    const QStringList sides = pair.split(QStringLiteral(" = "));
    return QFileInfo(sides[0]).fileName() + QStringLiteral(" = ") + QFileInfo(sides[1]).fileName();
}

void report(const char* what, const QSet<QString>& found, const QSet<QString>& truth)
{
    const qsizetype hits = (QSet<QString>(found) & truth).size();
    const auto text = [](qsizetype part, qsizetype whole) {
        const stats::Interval interval = stats::wilsonInterval(double(part), double(whole));
        return whole == 0 ? QStringLiteral("-")
                          : QStringLiteral("%1 of %2 = %3 [%4, %5]")
                                .arg(part)
                                .arg(whole)
                                .arg(double(part) / double(whole), 0, 'f', 3)
                                .arg(interval.low, 0, 'f', 2)
                                .arg(interval.high, 0, 'f', 2);
    };
    std::printf("%-44s precision %s, recall %s\n", what, qPrintable(text(hits, found.size())),
        qPrintable(text(hits, truth.size())));
    for (const QString& pair : QSet<QString>(found) - truth) {
        std::printf("    not known as a pair: %s\n", qPrintable(shortPair(pair)));
    }
    for (const QString& pair : QSet<QString>(truth) - found) {
        std::printf("    missed: %s\n", qPrintable(shortPair(pair)));
    }
}

void visionCheckup(const QString& folder)
{
    const auto data = dataOf(imagesIn(folder), [](Sample&) {});
    QSet<QString> truth;
    QFile list(folder + QStringLiteral("/near_duplicate_pairs.csv"));
    if (list.open(QIODevice::ReadOnly)) {
        const QStringList lines = QString::fromUtf8(list.readAll()).split(u'\n').mid(1);
        for (const QString& line : lines) {
            const QStringList sides = line.trimmed().split(u',');
            if (sides.size() == 2) {
                truth.insert(pairKey(folder + u'/' + sides[0], folder + u'/' + sides[1]));
            }
        }
    }
    DuplicateOptions options;
    options.imagesOnly = true;
    report("vision_ai_checkup, stored-again pictures", pairsFound(*data, options), truth);
}

void imageDedup(const QString& folder)
{
    const QStringList paths = imagesIn(folder);
    const auto data = dataOf(paths, [](Sample&) {});
    // ukbench00120_hflip.jpg is a variant of ukbench00120.jpg, as is the picture with an alpha channel.
    static const QRegularExpression number(QStringLiteral("ukbench\\d{5}"));
    for (const bool turns : {false, true}) {
        QSet<QString> truth;
        for (const QString& a : paths) {
            for (const QString& b : paths) {
                const auto name = [&](const QString& path) {
                    const bool isTurned
                        = path.contains(QStringLiteral("hflip")) || path.contains(QStringLiteral("rotation"));
                    const QString base = path.contains(QStringLiteral("alpha_channel"))
                        ? QStringLiteral("ukbench00120")
                        : number.match(path).captured();
                    return isTurned && !turns ? QString() : base;
                };
                if (a < b && !name(a).isEmpty() && name(a) == name(b)) {
                    truth.insert(pairKey(a, b));
                }
            }
        }
        DuplicateOptions options;
        options.imagesOnly = true;
        options.turns = turns;
        report(turns ? "imagededup variants, mirrored and turned too" : "imagededup variants",
            pairsFound(*data, options), truth);
    }
}

void lookAlikes(const char* what, const AuditData& data, const QSet<QString>& known, bool crops = false)
{
    DuplicateOptions options;
    options.crops = crops;
    const QSet<QString> found = pairsFound(data, options);
    const QSet<QString> wrong = QSet<QString>(found) - known;
    std::printf("%-44s %zu pictures, false alarms %d, proven copies found %d of %d\n", what, data.size(),
        int(wrong.size()), int((QSet<QString>(found) & known).size()), int(known.size()));
    for (const QString& pair : wrong) {
        std::printf("    %s\n", qPrintable(shortPair(pair)));
    }
}

void puzzles(const QString& folder)
{
    QHash<QString, QJsonObject> rows;
    QFile file(folder + QStringLiteral("/samples.jsonl"));
    if (file.open(QIODevice::ReadOnly)) {
        while (!file.atEnd()) {
            const QJsonObject row = QJsonDocument::fromJson(file.readLine()).object();
            rows.insert(folder + u'/' + row.value(QLatin1String("image")).toString(), row);
        }
    }
    const auto data = dataOf(imagesIn(folder + QStringLiteral("/images")), [&](Sample& sample) {
        const QJsonObject row = rows.value(sample.images.front().path);
        sample.question = row.value(QLatin1String("question")).toString();
        const QJsonArray options = row.value(QLatin1String("options")).toArray();
        for (const QJsonValue& option : options) {
            sample.options.append(option.toVariant().toString());
        }
    });
    lookAlikes("puzzlevqa, look-alikes", *data, {});
    lookAlikes("puzzlevqa, look-alikes, cut too", *data, {}, true);
}

void blind(const QString& folder)
{
    // The name a figure had tells its drawing; some were drawn at two sizes and are one picture.
    static const QRegularExpression drawing(QStringLiteral("(image_\\d+_thickness_\\d+)_resolution_\\d+"));
    QHash<QString, QString> tasks;
    QHash<QString, QString> drawings;
    QFile file(folder + QStringLiteral("/responses.csv"));
    if (file.open(QIODevice::ReadOnly)) {
        while (!file.atEnd()) {
            const QStringList cells = QString::fromUtf8(file.readLine()).trimmed().split(u',');
            if (cells.size() > 6) {
                tasks.insert(cells[1], cells[2]);
                const QString name = drawing.match(cells.last()).captured(1);
                if (!name.isEmpty()) {
                    drawings.insert(cells[1], cells[2] + u'/' + name);
                }
            }
        }
    }
    const QStringList paths = imagesIn(folder + QStringLiteral("/images"));
    const auto data
        = dataOf(paths, [&](Sample& sample) { sample.question = tasks.value(sample.sourceIndex); });
    QSet<QString> known;
    for (const QString& a : paths) {
        for (const QString& b : paths) {
            const QString name = drawings.value(QFileInfo(a).fileName());
            if (a < b && !name.isEmpty() && name == drawings.value(QFileInfo(b).fileName())) {
                known.insert(pairKey(a, b));
            }
        }
    }
    lookAlikes("vlms_are_blind, look-alikes", *data, known);
    lookAlikes("vlms_are_blind, look-alikes, cut too", *data, known, true);
}

/// Each picture of a set, and each a second time with 5% to 30% of its area cut off, half of those as JPEG.
void plantedCrops(const char* what, const QString& folder)
{
    QTemporaryDir cuts;
    QStringList paths = imagesIn(folder);
    QSet<QString> truth;
    QHash<QString, std::pair<QString, QRect>> cutFrom;
    stats::Random random(11);
    for (const QString& path : QStringList(paths)) {
        const auto bitmap = decodeImage(readImageFile(path).value_or(QByteArray()));
        if (!bitmap || bitmap->width < 64 || bitmap->height < 64) {
            continue;
        }
        const double kept = 0.7 + 0.25 * random.uniform();
        // The sides share the loss unevenly.
        const double wide = std::pow(kept, random.uniform());
        const int width = std::max(1, int(bitmap->width * wide));
        const int height = std::max(1, int(bitmap->height * kept / wide));
        const int left = int(random.below(std::uint64_t(bitmap->width - width + 1)));
        const int top = int(random.below(std::uint64_t(bitmap->height - height + 1)));
        Bitmap part{width, height, bitmap->channels, {}};
        for (int y = top; y < top + height; ++y) {
            part.pixels += bitmap->pixels.mid(
                y * bitmap->bytesPerLine() + left * bitmap->channels, part.bytesPerLine());
        }
        const bool jpeg = part.channels == 3 && random.below(2) == 0;
        const QString name = QStringLiteral("%1/%2.%3")
                                 .arg(cuts.path())
                                 .arg(paths.size())
                                 .arg(jpeg ? QStringLiteral("jpg") : QStringLiteral("png"));
        QFile file(name);
        if (file.open(QIODevice::WriteOnly)) {
            file.write(jpeg ? *encodeJpeg(part, 85) : *encodePng(part));
        }
        truth.insert(pairKey(path, name));
        cutFrom.insert(name, {path, QRect(left, top, width, height)});
        paths.append(name);
    }
    const auto data = dataOf(paths, [](Sample&) {});
    DuplicateOptions options;
    options.imagesOnly = true;
    const QSet<QString> before = pairsFound(*data, options);
    options.crops = true;
    QElapsedTimer timer;
    timer.start();
    const QSet<QString> found = pairsFound(*data, options);
    const double seconds = double(timer.nsecsElapsed()) / 1e9;
    const QSet<QString> added = QSet<QString>(found) - before;
    // A cut can belong to several pictures that differ outside of it only.
    const auto fits = [&](const QString& pair) {
        const QStringList sides = pair.split(QStringLiteral(" = "));
        const QString cut = cutFrom.contains(sides[0]) ? sides[0] : sides[1];
        const QString other = cut == sides[0] ? sides[1] : sides[0];
        if (!cutFrom.contains(cut) || cutFrom.contains(other)) {
            return true;
        }
        const auto& [path, kept] = cutFrom[cut];
        if (before.contains(pairKey(path, other))) {
            // The other is the same picture at another size.
            return true;
        }
        const auto whole = decodeImage(*readImageFile(other));
        const auto source = decodeImage(*readImageFile(path));
        if (!whole || !source || whole->width != source->width || whole->height != source->height
            || whole->channels != source->channels) {
            return false;
        }
        int most = 0;
        for (int y = kept.top(); y <= kept.bottom(); ++y) {
            const qsizetype at = y * whole->bytesPerLine() + kept.left() * whole->channels;
            for (qsizetype i = at; i < at + kept.width() * whole->channels; ++i) {
                most = std::max(most, std::abs(uchar(whole->pixels[i]) - uchar(source->pixels[i])));
            }
        }
        return most < 32;
    };
    QStringList wrong;
    for (const QString& pair : QSet<QString>(added) - truth) {
        if (!fits(pair)) {
            wrong.append(shortPair(pair));
        }
    }
    std::printf(
        "%-26s %4d pictures cut: found %d (%d without the option); %d further pairs, wrong %d; %.1f s\n",
        what, int(truth.size()), int((QSet<QString>(found) & truth).size()),
        int((QSet<QString>(before) & truth).size()), int((QSet<QString>(added) - truth).size()),
        int(wrong.size()), seconds);
    for (const QString& pair : wrong.mid(0, 10)) {
        std::printf("    wrong: %s\n", qPrintable(pair));
    }
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    const QString data
        = qEnvironmentVariable("WINNOW_SHARED_DATA", QStringLiteral(WINNOW_SOURCE_DIR "/../shared/data"));
    if (!QDir(data + QStringLiteral("/vision_ai_checkup")).exists()) {
        std::printf("The shared data folder is not here (set WINNOW_SHARED_DATA): nothing to measure.\n");
        return 0;
    }
    if (argc > 1) {
        // Planted cuts in one folder of pictures only.
        plantedCrops(argv[1], QString::fromLocal8Bit(argv[1]));
        return 0;
    }
    visionCheckup(data + QStringLiteral("/vision_ai_checkup"));
    imageDedup(data + QStringLiteral("/imagededup_testimages"));
    puzzles(data + QStringLiteral("/puzzlevqa"));
    blind(data + QStringLiteral("/vlms_are_blind"));
    for (const char* set : {"vision_ai_checkup/images", "puzzlevqa", "vlms_are_blind", "mathv"}) {
        plantedCrops(set, data + u'/' + QString::fromLatin1(set));
    }
    return 0;
}
