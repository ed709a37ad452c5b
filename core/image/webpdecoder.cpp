// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/decoder.h"

#include <algorithm>

#include <webp/decode.h>

namespace winnow::internal {

namespace {

class WebPReader final : public Decoder {
public:
    WebPReader(QByteArrayView bytes, const Budget& budget)
        : m_bytes(bytes)
        , m_budget(budget)
    {
    }

    Result<DecoderHead> readHead() override
    {
        WebPBitstreamFeatures features;
        const VP8StatusCode status = WebPGetFeatures(data(), std::size_t(m_bytes.size()), &features);
        if (status != VP8_STATUS_OK) {
            return status == VP8_STATUS_NOT_ENOUGH_DATA
                ? damaged()
                : notSupported(Sentence::of(QT_TRANSLATE_NOOP("Error", "its parts contradict each other")));
        }
        if (features.has_animation != 0) {
            return notSupported(Sentence::of(QT_TRANSLATE_NOOP("Error", "an animation")));
        }
        constexpr int kUndefined = 0;
        if (features.format == kUndefined) {
            return notSupported(Sentence::of(QT_TRANSLATE_NOOP("Error", "it holds no picture")));
        }
        m_head.width = features.width;
        m_head.height = features.height;
        m_head.channels = features.has_alpha != 0 ? 4 : 3;
        // The lossless decoder holds the whole picture once more.
        m_head.memory = qint64(m_head.width) * m_head.height * (m_head.channels + 4);
        return m_head;
    }

    Result<cv::Mat> read(int) override
    {
        WebPDecoderConfig config;
        if (WebPInitDecoderConfig(&config) == 0) {
            return damaged();
        }
        cv::Mat mat(m_head.height, m_head.width, CV_8UC(m_head.channels));
        config.output.colorspace = m_head.channels == 4 ? MODE_BGRA : MODE_BGR;
        config.output.is_external_memory = 1;
        config.output.u.RGBA = {mat.data, int(mat.step), mat.step * std::size_t(mat.rows)};
        const std::unique_ptr<WebPIDecoder, void (*)(WebPIDecoder*)> decoder(
            WebPIDecode(nullptr, 0, &config), WebPIDelete);
        if (!decoder) {
            return damaged();
        }
        // In slices, so that the time can be looked at in between.
        constexpr qsizetype kSlice = 128 * 1024;
        VP8StatusCode status = VP8_STATUS_SUSPENDED;
        for (qsizetype at = 0; at < m_bytes.size() && status == VP8_STATUS_SUSPENDED;) {
            if (m_budget.isSpent()) {
                return overBudget();
            }
            at = std::min(m_bytes.size(), at + kSlice);
            status = WebPIUpdate(decoder.get(), data(), std::size_t(at));
        }
        if (status != VP8_STATUS_OK) {
            return damaged();
        }
        return mat;
    }

private:
    const uchar* data() const { return reinterpret_cast<const uchar*>(m_bytes.data()); }

    QByteArrayView m_bytes;
    const Budget& m_budget;
    DecoderHead m_head;
};

} // namespace

std::unique_ptr<Decoder> webpDecoder(QByteArrayView bytes, const Budget& budget)
{
    return std::make_unique<WebPReader>(bytes, budget);
}

} // namespace winnow::internal
