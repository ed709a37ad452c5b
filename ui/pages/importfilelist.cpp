// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/importfilelist.h"

#include "ui/models/importcontroller.h"
#include "ui/util/plainwidgets.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QTextLayout>

#include <cmath>

namespace winnow {

namespace {

/// The height of a name and the line below it at a width, in whatever fonts their letters are found.
int rowHeight(const QFont& font, const QString& text, int width)
{
    QString lines = text;
    QTextLayout layout(lines.replace(u'\n', QChar::LineSeparator), font);
    layout.beginLayout();
    qreal height = 0;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        height += line.height();
    }
    layout.endLayout();
    return int(std::ceil(height)) + 2 * kUnit;
}

QString stateText(const ImportFile& file)
{
    switch (file.state()) {
    case ImportFile::State::Planning:
        return ImportFileList::tr("reading…");
    case ImportFile::State::Problem:
    case ImportFile::State::Failed:
        return ImportFileList::tr("cannot be imported like this");
    case ImportFile::State::Ready:
        return ImportController::roleTitle(file.plan->mapping.role) + QStringLiteral(" → ")
            + file.plan->dataset;
    case ImportFile::State::Importing:
        return ImportFileList::tr("importing…");
    case ImportFile::State::Done:
        break;
    }
    const qint64 count = file.report->samples.total() + file.report->responses.total();
    QString text = ImportFileList::tr("%Ln records", nullptr, int(count));
    if (file.report->rejected > 0) {
        text
            += QStringLiteral(", ") + ImportFileList::tr("%Ln rejected", nullptr, int(file.report->rejected));
    }
    return text;
}

QString stateIcon(const ImportFile& file)
{
    switch (file.state()) {
    case ImportFile::State::Problem:
    case ImportFile::State::Failed:
        return QStringLiteral("error");
    case ImportFile::State::Done:
        return file.report->rejected > 0 ? QStringLiteral("warning") : QStringLiteral("confirm");
    case ImportFile::State::Planning:
    case ImportFile::State::Ready:
    case ImportFile::State::Importing:
        break;
    }
    return QStringLiteral("file");
}

} // namespace

ImportFileList::ImportFileList(QWidget* parent)
    : QListWidget(parent)
{
    setObjectName(QStringLiteral("importFiles"));
    setAccessibleName(tr("Files"));
    setFrameShape(QFrame::NoFrame);
    setMinimumWidth(28 * kUnit);
    setWordWrap(true);
    setSpacing(2);
}

void ImportFileList::showFiles(const ImportQueue& queue)
{
    const QSignalBlocker quiet(this);
    clear();
    const int room = qMax(20 * kUnit, viewport()->width() - 6 * kUnit);
    for (const ImportFile& file : queue.files()) {
        auto* item
            = new QListWidgetItem(lineIcon(stateIcon(file)), file.name() + u'\n' + stateText(file), this);
        item->setSizeHint(QSize(0, rowHeight(font(), item->text(), room)));
        setTip(item, file.path);
    }
    setCurrentRow(queue.row());
}

} // namespace winnow
