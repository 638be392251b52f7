// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/strip.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

#include "extract/pix.h"

namespace prongsai::extract {
namespace {

using Gray = std::vector<uint8_t>;

// A connected component of ink. y1 and x1 are exclusive.
struct Component {
  int x0 = 0;
  int y0 = 0;
  int x1 = 0;
  int y1 = 0;
  int area = 0;
  bool rule = false;

  int width() const { return x1 - x0; }
  int height() const { return y1 - y0; }
};

// The value below which `share` of the pixels lie.
int percentile(const Gray& gray, double share) {
  std::array<size_t, 256> counts{};
  for (const uint8_t value : gray) ++counts[value];
  const auto wanted = static_cast<size_t>(share * static_cast<double>(gray.size()));
  size_t seen = 0;
  for (int value = 0; value < 256; ++value) {
    seen += counts[static_cast<size_t>(value)];
    if (seen > wanted) return value;
  }
  return 255;
}

// Otsu's threshold: ink is at or below it.
int ink_threshold(const Gray& gray) {
  std::array<double, 256> counts{};
  for (const uint8_t value : gray) ++counts[value];
  const auto total = static_cast<double>(gray.size());
  double sum = 0;
  for (size_t value = 0; value < 256; ++value) sum += static_cast<double>(value) * counts[value];
  double below = 0;
  double below_sum = 0;
  double best = -1;
  int threshold = 0;
  for (size_t value = 0; value < 255; ++value) {
    below += counts[value];
    below_sum += static_cast<double>(value) * counts[value];
    if (below == 0 || below == total) continue;
    const double difference = sum * below / total - below_sum;
    const double between = difference * difference / (below * (total - below));
    if (between > best) {
      best = between;
      threshold = static_cast<int>(value);
    }
  }
  return threshold;
}

// A blur of about 0.8 pixels, so that the noise of a scan makes no components.
Gray smoothed(const Gray& gray, int width, int height) {
  Gray rows(gray.size());
  Gray out(gray.size());
  const auto at = [width](int x, int y) {
    return static_cast<size_t>(y) * static_cast<size_t>(width) + static_cast<size_t>(x);
  };
  const auto mixed = [](int before, int here, int after) {
    return static_cast<uint8_t>((before + 2 * here + after + 2) / 4);
  };
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) {
      rows[at(x, y)] = mixed(gray[at(std::max(x - 1, 0), y)], gray[at(x, y)],
                             gray[at(std::min(x + 1, width - 1), y)]);
    }
  }
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) {
      out[at(x, y)] = mixed(rows[at(x, std::max(y - 1, 0))], rows[at(x, y)],
                            rows[at(x, std::min(y + 1, height - 1))]);
    }
  }
  return out;
}

// A crop under work: its gray values, and where there is ink.
class Crop {
 public:
  explicit Crop(const Raster& raster)
      : width_(raster.width), height_(raster.height), gray_(raster.gray) {
    paper_ = percentile(gray_, 0.75);
    find_ink();
  }

  // What is darker than Otsu's threshold, at present.
  void find_ink() {
    const Gray smooth = smoothed(gray_, width_, height_);
    const int threshold = ink_threshold(smooth);
    ink_.resize(gray_.size());
    for (size_t i = 0; i < gray_.size(); ++i) ink_[i] = smooth[i] <= threshold ? 1 : 0;
  }

  int width() const { return width_; }
  int height() const { return height_; }
  int paper() const { return paper_; }
  const Gray& gray() const { return gray_; }

  // Rows and columns near an edge that are mostly dark are table lines, even where they touch
  // letters. Whether there were any.
  bool clear_dark_edges() {
    bool any = false;
    const int rows = std::max(5, height_ * 16 / 100);
    const int columns = std::max(5, width_ * 6 / 100);
    for (int y = 0; y < height_; ++y) {
      if (y >= rows && y < height_ - rows) continue;
      int dark = 0;
      for (int x = 0; x < width_; ++x) dark += ink_[at(x, y)];
      if (dark * 100 <= width_ * 55) continue;
      any = true;
      for (int x = 0; x < width_; ++x) clear(x, y);
    }
    for (int x = 0; x < width_; ++x) {
      if (x >= columns && x < width_ - columns) continue;
      int dark = 0;
      for (int y = 0; y < height_; ++y) dark += ink_[at(x, y)];
      if (dark * 100 <= height_ * 70) continue;
      any = true;
      for (int y = 0; y < height_; ++y) clear(x, y);
    }
    return any;
  }

  // The components of 8-connected ink. Those that are remains of table lines are cleared and only
  // counted in `rules`.
  std::vector<Component> take_components(int& rules) {
    std::vector<Component> components;
    std::vector<int> label(ink_.size(), -1);
    std::vector<size_t> open;
    for (size_t start = 0; start < ink_.size(); ++start) {
      if (ink_[start] == 0 || label[start] >= 0) continue;
      const int id = static_cast<int>(components.size());
      components.push_back(flood(start, id, label, open));
    }
    for (Component& component : components) component.rule = is_rule(component);
    for (int y = 0; y < height_; ++y) {
      for (int x = 0; x < width_; ++x) {
        const int id = label[at(x, y)];
        if (id >= 0 && components[static_cast<size_t>(id)].rule) clear_around(x, y, label);
      }
    }
    rules = static_cast<int>(
        std::erase_if(components, [](const Component& component) { return component.rule; }));
    return components;
  }

 private:
  size_t at(int x, int y) const {
    return static_cast<size_t>(y) * static_cast<size_t>(width_) + static_cast<size_t>(x);
  }

  void clear(int x, int y) {
    ink_[at(x, y)] = 0;
    gray_[at(x, y)] = static_cast<uint8_t>(paper_);
  }

  // Two pixels fatter, but nothing of another component.
  void clear_around(int x, int y, const std::vector<int>& label) {
    for (int dy = -2; dy <= 2; ++dy) {
      for (int dx = -2; dx <= 2; ++dx) {
        const int nx = x + dx;
        const int ny = y + dy;
        if (nx < 0 || ny < 0 || nx >= width_ || ny >= height_) continue;
        const int id = label[at(nx, ny)];
        if (id < 0 || id == label[at(x, y)]) clear(nx, ny);
      }
    }
  }

  Component flood(size_t start, int id, std::vector<int>& label, std::vector<size_t>& open) const {
    Component component;
    component.x0 = width_;
    component.y0 = height_;
    open.assign(1, start);
    label[start] = id;
    while (!open.empty()) {
      const size_t index = open.back();
      open.pop_back();
      const int x = static_cast<int>(index % static_cast<size_t>(width_));
      const int y = static_cast<int>(index / static_cast<size_t>(width_));
      component.x0 = std::min(component.x0, x);
      component.x1 = std::max(component.x1, x + 1);
      component.y0 = std::min(component.y0, y);
      component.y1 = std::max(component.y1, y + 1);
      ++component.area;
      for (int ny = std::max(0, y - 1); ny <= std::min(height_ - 1, y + 1); ++ny) {
        for (int nx = std::max(0, x - 1); nx <= std::min(width_ - 1, x + 1); ++nx) {
          const size_t next = at(nx, ny);
          if (ink_[next] == 0 || label[next] >= 0) continue;
          label[next] = id;
          open.push_back(next);
        }
      }
    }
    return component;
  }

  bool is_rule(const Component& c) const {
    const int w = c.width();
    const int h = c.height();
    const bool at_row_edge = c.y0 <= 2 || c.y1 >= height_ - 2;
    const bool at_column_edge = c.x0 <= 2 || c.x1 >= width_ - 2;
    if (at_row_edge && h <= std::max(4, height_ * 12 / 100) && 2 * w > 5 * h + 12) return true;
    const int thin = std::max(4, std::min(height_, width_) * 12 / 100);
    if (at_column_edge && w <= thin && 2 * h > 5 * w + 8) return true;
    if (h * 10 >= height_ * 9 && w <= 5 && at_row_edge) return true;
    if (w * 10 >= width_ * 9 && h <= 5 && w > 4 * h) return true;
    // A corner of two table lines.
    return (at_row_edge || at_column_edge) && (h * 10 >= height_ * 9 || w * 10 >= width_ * 9) &&
           c.area * 100 < w * h * 35;
  }

  int width_;
  int height_;
  int paper_ = 255;
  Gray gray_;
  std::vector<uint8_t> ink_;
};

struct Window {
  int x0 = 0;
  int y0 = 0;
  int x1 = 0;
  int y1 = 0;
};

// The text and its margins; it may reach beyond the crop.
Window text_window(const std::vector<Component>& components) {
  int tallest = 0;
  for (const Component& c : components) tallest = std::max(tallest, c.height());
  const auto is_big = [&](const Component& c) {
    return c.height() * 100 >= tallest * 45 && c.area >= 6;
  };
  const bool any_big = std::any_of(components.begin(), components.end(), is_big);
  Window text{1 << 30, 1 << 30, 0, 0};
  for (const Component& c : components) {
    if (any_big && !is_big(c)) continue;
    text.x0 = std::min(text.x0, c.x0);
    text.y0 = std::min(text.y0, c.y0);
    text.x1 = std::max(text.x1, c.x1);
    text.y1 = std::max(text.y1, c.y1);
  }
  const int height = text.y1 - text.y0;
  // Points, dashes and small letters beside it belong to it; a speck far off does not.
  std::vector<const Component*> beside;
  for (const Component& c : components) {
    const bool in_band = c.y1 * 10 > text.y0 * 10 - height && c.y0 * 10 < text.y1 * 10 + height;
    if (in_band && c.area >= std::max(3, tallest * tallest * 6 / 1000)) beside.push_back(&c);
  }
  std::ranges::sort(beside, {}, &Component::x0);
  for (const Component* c : beside) {
    const bool near = c->x0 * 10 < text.x1 * 10 + 9 * height;
    if (near) text.x1 = std::max(text.x1, c->x1);
  }
  std::ranges::sort(beside, std::ranges::greater(), &Component::x1);
  for (const Component* c : beside) {
    const bool near = c->x1 * 10 > text.x0 * 10 - 9 * height;
    if (near) text.x0 = std::min(text.x0, c->x0);
  }
  const int above = height < 8 ? 8 : std::max(2, height * 16 / 100);
  const int side = height < 8 ? 8 : std::max(3, height / 4);
  return {text.x0 - side, text.y0 - above, text.x1 + side, text.y1 + above};
}

}  // namespace

Strip normalised_strip(const Raster& raster) {
  Strip strip;
  if (raster.width < 2 || raster.height < 2) return strip;
  Crop crop(raster);
  int rules = crop.clear_dark_edges() ? 1 : 0;
  if (rules > 0) crop.find_ink();
  std::vector<Component> components = crop.take_components(rules);
  if (rules > 0) {
    // Black table lines beside faint letters: what is ink shows without them.
    crop.find_ink();
    components = crop.take_components(rules);
  }
  if (components.empty()) return strip;
  const Window window = text_window(components);
  Raster cut;
  cut.width = window.x1 - window.x0;
  cut.height = window.y1 - window.y0;
  cut.gray.assign(static_cast<size_t>(cut.width) * static_cast<size_t>(cut.height),
                  static_cast<uint8_t>(crop.paper()));
  for (int y = std::max(0, window.y0); y < std::min(crop.height(), window.y1); ++y) {
    for (int x = std::max(0, window.x0); x < std::min(crop.width(), window.x1); ++x) {
      const auto from =
          static_cast<size_t>(y) * static_cast<size_t>(crop.width()) + static_cast<size_t>(x);
      const auto to = static_cast<size_t>(y - window.y0) * static_cast<size_t>(cut.width) +
                      static_cast<size_t>(x - window.x0);
      cut.gray[to] = crop.gray()[from];
    }
  }
  // Ink to black and paper to white.
  const double low = percentile(cut.gray, 0.01);
  const double high = std::max<double>(percentile(cut.gray, 0.70), low + 30);
  for (uint8_t& value : cut.gray) {
    value = static_cast<uint8_t>(std::clamp((value - low) * 245 / (high - low) + 5, 0.0, 255.0));
  }
  const double scale = static_cast<double>(kStripHeight) / cut.height;
  const int width = std::clamp(static_cast<int>(std::lround(cut.width * scale)), 12, 20'000);
  const PixPtr pix = to_pix(cut);
  const PixPtr scaled(
      pix ? pixScaleGeneral(pix.get(), static_cast<float>(width) / static_cast<float>(cut.width),
                            static_cast<float>(scale), 0, 0)
          : nullptr);
  if (!scaled) return strip;
  const PixPtr exact(pixGetHeight(scaled.get()) == kStripHeight
                         ? pixClone(scaled.get())
                         : pixScaleToSize(scaled.get(), width, kStripHeight));
  if (!exact) return strip;
  strip.raster = to_raster(exact.get(), raster.dots_per_inch * scale);
  strip.x0 = window.x0;
  strip.scale = scale;
  strip.empty = false;
  return strip;
}

}  // namespace prongsai::extract
