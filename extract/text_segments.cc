// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/text_segments.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <numeric>
#include <queue>
#include <tuple>

#include "extract/letter_height.h"
#include "extract/list_marks.h"

namespace prongsai::extract {
namespace {

// Of the letter's height.
constexpr double kLeastBody = 0.6;      // what is smaller is a mark, a point or a dash
constexpr double kMostBody = 1.9;       // what is taller is large type or letters of two lines
constexpr double kMostLarge = 5.0;      // what is taller yet is a picture
constexpr double kSegmentGap = 1.1;     // a wider gap parts segments
constexpr double kLeastOverlap = 0.45;  // of the lower of two neighbours
constexpr double kMostBeside = 0.7;     // a point or dash is no farther from its line
constexpr double kMostBefore = 4.0;     // but one before an entry of a list
constexpr double kMostGap = 0.6;        // nor a mark from the letter or mark it belongs to
constexpr double kMarkAside = 0.2;      // and it may stand so far to the side
constexpr double kMarksOfLarge = 1.5;   // so much smaller than the letters are their marks
constexpr double kMarksGap = 0.45;      // and no farther from these
constexpr double kSpeck = 0.005;        // area of a speck, of the square of the height
constexpr double kSmallType = 0.3;      // least height of other, smaller type
constexpr size_t kFewestOfSmallType = 4;
constexpr size_t kMostSmallType = 250;  // segments; more are noise
// More parts than a page of text has are noise; the largest are kept.
constexpr size_t kMostParts = 30'000;

// Vertical rulings in pixels, from the left.
struct Wall {
  double x = 0;
  double y0 = 0;
  double y1 = 0;
};

std::vector<Wall> walls_of(const std::vector<Ruling>& rulings, double scale) {
  std::vector<Wall> walls;
  for (const Ruling& ruling : rulings) {
    if (!ruling.horizontal())
      walls.push_back({ruling.x0 * scale, ruling.y0 * scale, ruling.y1 * scale});
  }
  std::ranges::sort(walls, {}, &Wall::x);
  return walls;
}

bool wall_between(const InkPart& left, const InkPart& right, const std::vector<Wall>& walls) {
  const double from = (left.x0 + left.x1) / 2.0;
  const double to = (right.x0 + right.x1) / 2.0;
  const double y = (std::max(left.y0, right.y0) + std::min(left.y1, right.y1)) / 2.0;
  for (auto wall = std::ranges::lower_bound(walls, from, {}, &Wall::x);
       wall != walls.end() && wall->x < to; ++wall) {
    if (wall->y0 <= y && y <= wall->y1) return true;
  }
  return false;
}

class Links {
 public:
  explicit Links(size_t count) : parent_(count) { std::iota(parent_.begin(), parent_.end(), 0); }
  int root(int at) {
    while (parent_[static_cast<size_t>(at)] != at) {
      parent_[static_cast<size_t>(at)] =
          parent_[static_cast<size_t>(parent_[static_cast<size_t>(at)])];
      at = parent_[static_cast<size_t>(at)];
    }
    return at;
  }
  void join(int a, int b) { parent_[static_cast<size_t>(root(a))] = root(b); }

 private:
  std::vector<int> parent_;
};

double median(std::vector<double> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

// Parts by where they stand across the page.
class Columns {
 public:
  explicit Columns(double width) : width_(std::max(width, 1.0)) {}

  void add(int i, const InkPart& part) {
    for (size_t column = column_of(part.x0); column <= column_of(part.x1); ++column) {
      if (column >= columns_.size()) columns_.resize(column + 1);
      columns_[column].push_back(i);
    }
  }

  // Calls `visitor` with every part of the columns between; with some of them more than once.
  template <typename Visitor>
  void visit(double x0, double x1, const Visitor& visitor) const {
    for (size_t column = column_of(x0); column <= column_of(x1) && column < columns_.size();
         ++column) {
      for (const int i : columns_[column]) visitor(i);
    }
  }

 private:
  size_t column_of(double x) const { return static_cast<size_t>(std::max(x, 0.0) / width_); }

  double width_;
  std::vector<std::vector<int>> columns_;
};

class Finder {
 public:
  Finder(std::vector<InkPart> parts, const std::vector<Ruling>& rulings, double dots_per_inch)
      : walls_(walls_of(rulings, dots_per_inch / 72)) {
    keep_largest(parts);
    page_.letter = letter_height(parts, dots_per_inch);
    std::erase_if(parts, [&](const InkPart& part) {
      return part.area < std::max(2.0, kSpeck * page_.letter * page_.letter) ||
             part.height() > kMostLarge * page_.letter;
    });
    std::ranges::sort(parts, {}, &InkPart::x0);
    page_.parts = std::move(parts);
  }

  PageParts find() {
    if (page_.letter == 0) return std::move(page_);
    std::vector<int> bodies;
    std::vector<int> large;
    for (int i = 0; i < static_cast<int>(page_.parts.size()); ++i) {
      const double size = part(i).height() / page_.letter;
      (size < kLeastBody ? loose_ : size <= kMostBody ? bodies : large).push_back(i);
    }
    link(bodies, page_.letter, 1);
    link(large, 2 * page_.letter, 3);
    dissolve_lines_of_marks();
    give_away_loose();
    std::vector<int> small;
    std::erase_if(loose_, [&](int i) {
      const bool type = part(i).height() >= kSmallType * page_.letter;
      if (type) small.push_back(i);
      return type;
    });
    const size_t without = page_.segments.size();
    link(small, page_.letter / 2, kFewestOfSmallType);
    if (page_.segments.size() > without + kMostSmallType) page_.segments.resize(without);
    give_away_loose();
    for (Segment& segment : page_.segments)
      std::ranges::sort(segment.parts, {}, [&](int i) { return part(i).x0; });
    std::ranges::sort(page_.segments, {}, [&](const Segment& segment) {
      return std::pair(segment.top, part(segment.parts.front()).x0);
    });
    return std::move(page_);
  }

 private:
  const InkPart& part(int i) const { return page_.parts[static_cast<size_t>(i)]; }

  static void keep_largest(std::vector<InkPart>& parts) {
    if (parts.size() <= kMostParts) return;
    std::ranges::nth_element(parts, parts.begin() + static_cast<std::ptrdiff_t>(kMostParts),
                             std::ranges::greater(), &InkPart::area);
    parts.resize(kMostParts);
  }

  bool are_neighbours(const InkPart& left, const InkPart& right) const {
    const int overlap = std::min(left.y1, right.y1) - std::max(left.y0, right.y0);
    return overlap >= kLeastOverlap * std::min(left.height(), right.height()) &&
           !wall_between(left, right, walls_);
  }

  // Joins neighbours on one line; segments of fewer than `fewest` parts are left loose.
  void link(const std::vector<int>& members, double letter, size_t fewest) {
    Links links(page_.parts.size());
    for (size_t a = 0; a < members.size(); ++a) {
      const InkPart& left = part(members[a]);
      for (size_t b = a + 1; b < members.size(); ++b) {
        const InkPart& right = part(members[b]);
        if (right.x0 > left.x1 + kSegmentGap * letter) break;
        if (are_neighbours(left, right)) links.join(members[a], members[b]);
      }
    }
    std::vector<std::vector<int>> groups(page_.parts.size());
    for (const int i : members) groups[static_cast<size_t>(links.root(i))].push_back(i);
    for (std::vector<int>& group : groups) {
      if (group.empty()) continue;
      if (group.size() < fewest) {
        loose_.insert(loose_.end(), group.begin(), group.end());
      } else {
        page_.segments.push_back(segment_of(std::move(group)));
      }
    }
  }

  Segment segment_of(std::vector<int> group) const {
    std::vector<double> heights;
    heights.reserve(group.size());
    for (const int i : group) heights.push_back(part(i).height());
    const double typical = median(heights);
    std::vector<double> tops;
    std::vector<double> bottoms;
    for (const int i : group) {
      if (part(i).height() > 1.35 * typical) continue;
      tops.push_back(part(i).y0);
      bottoms.push_back(part(i).y1);
    }
    Segment segment;
    segment.parts = std::move(group);
    segment.top = median(std::move(tops));
    segment.bottom = median(std::move(bottoms));
    return segment;
  }

  std::pair<double, double> reach_of(const Segment& segment) const {
    double x0 = part(segment.parts.front()).x0;
    double x1 = 0;
    for (const int i : segment.parts) {
      x0 = std::min<double>(x0, part(i).x0);
      x1 = std::max<double>(x1, part(i).x1);
    }
    return {x0, x1};
  }

  // The marks of large type look like letters of small type.
  void dissolve_lines_of_marks() {
    std::vector<Segment> kept;
    for (const Segment& segment : page_.segments) {
      const bool marks = std::ranges::any_of(
          page_.segments, [&](const Segment& other) { return are_marks_of(segment, other); });
      if (marks) {
        loose_.insert(loose_.end(), segment.parts.begin(), segment.parts.end());
      } else {
        kept.push_back(segment);
      }
    }
    page_.segments = std::move(kept);
  }

  bool are_marks_of(const Segment& small, const Segment& other) const {
    const double height = other.height();
    const bool much_smaller = height >= kMarksOfLarge * small.height();
    // Marks that touch are as high as a letter, but few, and nearer than any line.
    const bool few = small.parts.size() < other.parts.size() && small.height() <= height;
    if (!much_smaller && !few) return false;
    const double above = (other.top - small.bottom) / height;
    const double below = (small.top - other.bottom) / height;
    if (std::max(above, below) > kMarksGap || std::max(above, below) < -kMarksGap) return false;
    const auto [x0, x1] = reach_of(small);
    const auto [from, to] = reach_of(other);
    return x0 > from - height && x1 < to + height;
  }

  // Every point and dash to the line in whose band it stands; every mark to the letter or mark that
  // it is nearest to, above or below, and with that to a line.
  void give_away_loose() {
    std::vector<std::pair<double, double>> reaches;
    for (const Segment& segment : page_.segments) reaches.push_back(reach_of(segment));
    std::vector<int> owner(page_.parts.size(), -1);
    for (size_t s = 0; s < page_.segments.size(); ++s) {
      for (const int i : page_.segments[s].parts)
        owner[static_cast<size_t>(i)] = static_cast<int>(s);
    }
    for (const int i : loose_) owner[static_cast<size_t>(i)] = band_at(part(i), reaches);
    Columns columns(page_.letter);
    for (const int i : loose_) columns.add(i, part(i));
    for (const Segment& segment : page_.segments) {
      for (const int i : segment.parts) columns.add(i, part(i));
    }
    give_away_marks(columns, owner);
    std::erase_if(loose_, [&](int i) {
      const int s = owner[static_cast<size_t>(i)];
      if (s >= 0) page_.segments[static_cast<size_t>(s)].parts.push_back(i);
      return s >= 0;
    });
  }

  // The segment in whose band the part stands, within it or close beside it; -1 if there is none.
  int band_at(const InkPart& part, const std::vector<std::pair<double, double>>& reaches) const {
    const double middle = (part.y0 + part.y1) / 2.0;
    double nearest = kMostBefore;
    int best = -1;
    for (size_t s = 0; s < page_.segments.size(); ++s) {
      const Segment& segment = page_.segments[s];
      if (middle < segment.top || middle > segment.bottom) continue;
      const double beside =
          std::max({reaches[s].first - part.x1, part.x0 - reaches[s].second, 0.0}) /
          segment.height();
      const bool before =
          part.x1 < reaches[s].first && !list_mark(part, segment.top, segment.bottom).empty();
      if (beside >= (before ? kMostBefore : kMostBeside) || beside >= nearest ||
          part.height() > 1.6 * segment.height())
        continue;
      if (beside > 0 && has_wall_before(part, segment, reaches[s])) continue;
      nearest = beside;
      best = static_cast<int>(s);
    }
    return best;
  }

  bool has_wall_before(const InkPart& part, const Segment& segment,
                       const std::pair<double, double>& reach) const {
    InkPart line = part;
    line.x0 = static_cast<int>(reach.first);
    line.x1 = static_cast<int>(reach.second);
    // The wall has to stand beyond the segment's own edge.
    if (part.x0 < reach.first) {
      line.x1 = line.x0 + static_cast<int>(segment.height());
      return wall_between(part, line, walls_);
    }
    line.x0 = line.x1 - static_cast<int>(segment.height());
    return wall_between(line, part, walls_);
  }

  // Nearest first: a mark upon a mark goes where the lower one went.
  void give_away_marks(const Columns& columns, std::vector<int>& owner) const {
    using Step = std::tuple<double, int, int>;  // gap, mark, and the part that it would go with
    std::priority_queue<Step, std::vector<Step>, std::greater<>> steps;
    std::map<int, std::vector<std::pair<double, int>>> marks_near;  // of a mark
    const auto owner_of = [&](int i) -> int& { return owner[static_cast<size_t>(i)]; };
    for (const int i : loose_) {
      if (owner_of(i) >= 0) continue;
      visit_near(i, columns, [&](int other, double gap) {
        if (owner_of(other) >= 0) {
          steps.emplace(gap, i, other);
        } else {
          marks_near[other].emplace_back(gap, i);
        }
      });
    }
    while (!steps.empty()) {
      const auto [gap, mark, with] = steps.top();
      steps.pop();
      if (owner_of(mark) >= 0) continue;
      owner_of(mark) = owner_of(with);
      for (const auto& [other_gap, other] : marks_near[mark]) {
        if (owner_of(other) < 0) steps.emplace(other_gap, other, mark);
      }
    }
  }

  // Calls `visitor` with the parts near above and below a mark, and how far off they are.
  template <typename Visitor>
  void visit_near(int i, const Columns& columns, const Visitor& visitor) const {
    const InkPart& mark = part(i);
    const double aside = kMarkAside * page_.letter;
    columns.visit(mark.x0 - aside, mark.x1 + aside, [&](int other) {
      const InkPart& at = part(other);
      if (other == i || at.x0 > mark.x1 + aside || at.x1 < mark.x0 - aside) return;
      const double gap = std::max(at.y0 - mark.y1, mark.y0 - at.y1);
      if (gap >= kMostGap * page_.letter) return;
      visitor(other, gap);
    });
  }

  std::vector<Wall> walls_;
  PageParts page_;
  std::vector<int> loose_;
};

}  // namespace

InkPart united(const InkPart& a, const InkPart& b) {
  return {std::min(a.x0, b.x0), std::min(a.y0, b.y0), std::max(a.x1, b.x1),
          std::max(a.y1, b.y1), a.area + b.area,      a.label};
}

PageParts find_segments(std::vector<InkPart> parts, const std::vector<Ruling>& rulings,
                        double dots_per_inch) {
  return Finder(std::move(parts), rulings, dots_per_inch).find();
}

}  // namespace prongsai::extract
