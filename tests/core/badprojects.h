// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stats/random.h"
#include "core/store/datasetstore.h"
#include "core/store/project.h"
#include "core/store/responsestore.h"
#include "core/store/responsewriter.h"
#include "core/store/samplestore.h"

#include <cmath>
#include <functional>
#include <limits>
#include <optional>

namespace winnow::test {

/// A sound benchmark, answered under every condition, and the one thing that is wrong with it.
struct BadProject {
    const char* name;
    int samples = 60;
    int options = 4;
    int models = 8;
    int attempts = 1;
    bool onlyStandard = false;
    /// Changes a sample before it is stored.
    std::function<void(Sample&)> sample = {};
    /// Changes a response before it is stored; false leaves it out. `model` counts from 0.
    std::function<bool(Response&, const Sample&, int model, Condition)> response = {};
};

inline std::shared_ptr<Project> makeBadProject(const BadProject& bad, const QString& path)
{
    auto made = Project::create(path);
    if (!made) {
        qFatal("%s", qPrintable(made.error().text()));
    }
    const Result<> written = (*made)->write(ChangeSet{}, [&](sqlite::Connection& connection) -> Result<> {
        Dataset dataset;
        dataset.name = QStringLiteral("set");
        const DatasetId id = DatasetStore(connection).upsert(dataset);
        SampleWriter writer(connection);
        stats::Random random(17);
        const QStringList things{QStringLiteral("lamp"), QStringLiteral("river"), QStringLiteral("engine"),
            QStringLiteral("teapot"), QStringLiteral("ladder"), QStringLiteral("violin"),
            QStringLiteral("anchor")};
        std::vector<Sample> samples;
        std::vector<double> hardness;
        for (int i = 0; i < bad.samples; ++i) {
            Sample sample;
            sample.datasetId = id;
            sample.dataset = dataset.name;
            sample.sourceIndex = QString::number(i);
            sample.position = i;
            sample.question
                = QStringLiteral("Which %1 number %2 stands %3 of the %4?")
                      .arg(things[i % 7])
                      .arg(i * 37 % 101)
                      .arg(i % 2 ? QStringLiteral("left") : QStringLiteral("right"), things[(i / 7) % 7]);
            for (int option = 0; option < bad.options; ++option) {
                // Content tells nothing about which is right.
                sample.options.append(
                    things[int(random.below(7))] + u' ' + QString::number(100 * option + i));
            }
            sample.gold = optionLetter(int(random.below(quint64(bad.options))));
            if (bad.sample) {
                bad.sample(sample);
            }
            writer.put(sample);
            if (sample.isMcq()) {
                QVector<Rotation> rotations;
                for (int shift = 0; shift < sample.options.size(); ++shift) {
                    Rotation rotation;
                    rotation.shift = shift;
                    rotation.sourceIndex = QString::number(1000000 * shift + i);
                    for (int letter = 0; letter < sample.options.size(); ++letter) {
                        rotation.permutation += optionLetter(int((letter + shift) % sample.options.size()));
                    }
                    rotations.append(rotation);
                }
                writer.setRotations(sample.id, rotations);
            }
            samples.push_back(sample);
            hardness.push_back(0.35 * random.uniform());
        }
        ResponseStore store(connection);
        ResponseWriter writerOfResponses(connection);
        for (int m = 0; m < bad.models; ++m) {
            const QString family = QStringLiteral("family%1").arg(QChar(u'a' + m));
            const ModelId model = store.upsertModel(family + QStringLiteral("-7b"), family);
            for (const Condition condition : kConditions) {
                // No detector reads what was said without the question.
                if ((bad.onlyStandard && condition != Condition::Standard)
                    || condition == Condition::NoQuestion || condition == Condition::NoInfo) {
                    continue;
                }
                const RunId run = store.upsertRun(id, model, condition, QString(), QString(), QByteArray());
                const bool sighted = condition == Condition::Standard || condition == Condition::Circular
                    || condition == Condition::OpenEnded;
                for (std::size_t i = 0; i < samples.size(); ++i) {
                    const Sample& sample = samples[i];
                    const int options = std::max(1, int(sample.options.size()));
                    const int shifts = condition == Condition::Circular && sample.isMcq() ? options : 1;
                    for (int attempt = 0; attempt < bad.attempts; ++attempt) {
                        for (int shift = 0; shift < shifts; ++shift) {
                            const double able = sighted ? 0.95 - 0.03 * m - hardness[i] : 1.0 / options;
                            const bool right = random.uniform() < able;
                            const int gold = std::max(0, sample.goldIndex());
                            const int chosen = right || options == 1
                                ? gold
                                : (gold + 1 + int(random.below(quint64(options - 1)))) % options;
                            Response response;
                            response.runId = run;
                            response.sampleId = sample.id;
                            response.attempt = attempt;
                            response.shift = shift;
                            response.score = right ? 1 : 0;
                            if (!sample.isMcq()) {
                                response.answer = right ? sample.gold : QStringLiteral("other");
                            } else if (condition == Condition::OpenEnded) {
                                response.answer = sample.options[chosen];
                            } else {
                                response.answer = optionLetter((chosen - shift + options) % options);
                            }
                            response.text = response.answer;
                            if (!bad.response || bad.response(response, sample, m, condition)) {
                                writerOfResponses.put(response);
                            }
                        }
                    }
                }
            }
        }
        writerOfResponses.finish();
        return {};
    });
    if (!written) {
        qFatal("%s", qPrintable(written.error().text()));
    }
    return *made;
}

/// Labels of a fixed set with every model's probabilities, as confident learning takes them.
inline BadProject withProbabilities(const char* name, std::function<void(QVector<double>&, int index)> spoil)
{
    BadProject bad{name};
    bad.options = 3;
    bad.sample = [](Sample& sample) {
        sample.options = {QStringLiteral("red"), QStringLiteral("green"), QStringLiteral("blue")};
    };
    bad.response = [spoil](Response& response, const Sample& sample, int, Condition condition) {
        if (condition == Condition::Standard) {
            QVector<double> row(sample.options.size(), 0.05);
            row[sample.goldIndex()] = 0.9;
            spoil(row, int(sample.position));
            response.optionProbabilities = row;
        }
        return true;
    };
    return bad;
}

inline std::vector<BadProject> badProjects()
{
    std::vector<BadProject> all;
    const auto add = [&](BadProject bad) { all.push_back(std::move(bad)); };
    const auto drop = [](Response& response) {
        response.score.reset();
        response.answer.clear();
        response.text.clear();
    };
    add({"nothing wrong"});
    {
        BadProject bad{"missing responses"};
        bad.response = [drop](Response& response, const Sample& sample, int model, Condition) {
            // Samples 0 to 9 nobody answered, 10 to 19 have no rows at all, the others have gaps.
            if (sample.position < 10 || (sample.position + model) % 3 == 0) {
                drop(response);
            }
            return sample.position < 10 || sample.position >= 20;
        };
        add(bad);
    }
    {
        BadProject bad{"no response at all"};
        bad.models = 0;
        add(bad);
    }
    {
        BadProject bad{"every response missing"};
        bad.response = [drop](Response& response, const Sample&, int, Condition) {
            drop(response);
            return true;
        };
        add(bad);
    }
    {
        BadProject bad{"constant answers"};
        bad.response = [](Response& response, const Sample& sample, int, Condition condition) {
            response.answer = condition == Condition::OpenEnded ? sample.options[0] : QStringLiteral("A");
            response.text = response.answer;
            const int chosen = condition == Condition::OpenEnded ? 0 : response.shift % sample.options.size();
            response.score = chosen == sample.goldIndex() ? 1 : 0;
            return true;
        };
        add(bad);
    }
    {
        BadProject bad{"constant gold"};
        bad.sample = [](Sample& sample) { sample.gold = QStringLiteral("A"); };
        add(bad);
    }
    {
        BadProject bad{"one model"};
        bad.models = 1;
        add(bad);
    }
    {
        BadProject bad{"one option"};
        bad.options = 1;
        add(bad);
    }
    {
        BadProject bad{"twelve options"};
        bad.options = 12;
        add(bad);
    }
    {
        BadProject bad{"empty text"};
        bad.sample = [](Sample& sample) {
            sample.question = sample.position % 2 ? QString() : QStringLiteral("  \n ");
            for (QString& option : sample.options) {
                option.clear();
            }
        };
        add(bad);
    }
    {
        BadProject bad{"empty text, open questions"};
        bad.sample = [](Sample& sample) {
            sample.question.clear();
            sample.options.clear();
            sample.gold = sample.position % 2 ? QStringLiteral("seven") : QString();
        };
        add(bad);
    }
    {
        BadProject bad{"no gold answers"};
        bad.sample = [](Sample& sample) { sample.gold.clear(); };
        bad.response = [](Response& response, const Sample&, int, Condition) {
            response.score.reset();
            return true;
        };
        add(bad);
    }
    for (const bool right : {true, false}) {
        BadProject bad{right ? "all right" : "all wrong"};
        bad.response = [right](Response& response, const Sample& sample, int model, Condition condition) {
            const int options = int(sample.options.size());
            const int chosen = right
                ? sample.goldIndex()
                : (sample.goldIndex() + 1 + (model + int(sample.position)) % (options - 1)) % options;
            response.answer = condition == Condition::OpenEnded
                ? sample.options[chosen]
                : optionLetter((chosen - response.shift + options) % options);
            response.text = response.answer;
            response.score = right ? 1 : 0;
            return true;
        };
        add(bad);
    }
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const double infinity = std::numeric_limits<double>::infinity();
    add(withProbabilities("probabilities not a number",
        [nan](QVector<double>& row, int i) { row[i % 3] = i % 2 ? nan : row[i % 3]; }));
    add(withProbabilities(
        "probabilities all not a number", [nan](QVector<double>& row, int) { row.fill(nan); }));
    add(withProbabilities("probabilities infinite",
        [infinity](QVector<double>& row, int i) { row[i % 3] = i % 2 ? infinity : row[i % 3]; }));
    add(withProbabilities("probabilities negative",
        [](QVector<double>& row, int i) { row[i % 3] = i % 2 ? -row[i % 3] : row[i % 3]; }));
    add(withProbabilities("probabilities of another sum", [](QVector<double>& row, int) {
        for (double& value : row) {
            value *= 7;
        }
    }));
    add(withProbabilities(
        "fewer probabilities than options", [](QVector<double>& row, int i) { row.resize(i % 2 ? 2 : 3); }));
    {
        BadProject bad{"one sample"};
        bad.samples = 1;
        add(bad);
    }
    {
        BadProject bad{"no samples"};
        bad.samples = 0;
        add(bad);
    }
    {
        BadProject bad{"attempts that contradict each other"};
        bad.attempts = 2;
        bad.response = [](Response& response, const Sample& sample, int model, Condition condition) {
            const int options = int(sample.options.size());
            const bool right = (int(sample.position) + model + response.attempt) % 2 == 0;
            const int chosen = right
                ? sample.goldIndex()
                : (sample.goldIndex() + 1 + (int(sample.position) / 2 + model / 2) % (options - 1)) % options;
            response.answer = condition == Condition::OpenEnded
                ? sample.options[chosen]
                : optionLetter((chosen - response.shift + options) % options);
            response.text = response.answer;
            response.score = right ? 1 : 0;
            return true;
        };
        add(bad);
    }
    {
        BadProject bad{"scores that are no shares"};
        bad.response = [nan](Response& response, const Sample& sample, int model, Condition) {
            if ((sample.position + model) % 4 == 0) {
                response.score = nan;
            }
            return true;
        };
        add(bad);
    }
    return all;
}

} // namespace winnow::test
