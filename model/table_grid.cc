// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/table_grid.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

namespace prongsai {
namespace {

// Points. Lines of text are at least 6 pt apart, the lines of a double rule at most 3.
constexpr double kSnap = 2.5;
constexpr double kWidestSnap = 4;
constexpr double kBroken = 3.5;   // gap within a rule: dashes, dots, bad joints
constexpr double kShortest = 5;   // of a joined rule
constexpr double kTouch = 3;      // between the end of a rule and the rule it should meet
constexpr double kNarrowest = 8;  // column or row that is kept although it is empty
constexpr double kOverhang = 6;   // a rule that reaches further out marks an edge drawn by no rule
constexpr double kWallShare = 0.6;  // of a cell's side that a rule has to cover
// A page of text has fewer than 100 rows and 40 columns. What is beyond is a drawing.
constexpr size_t kMostRules = 3000;
constexpr size_t kMostColumns = 120;
constexpr size_t kMostRows = 400;

// Joins overlapping and nearly touching pieces of rules at about the same place.
void join_run(std::vector<Rule>::iterator begin, std::vector<Rule>::iterator end,
              std::vector<Rule>& out) {
  std::sort(begin, end, [](const Rule& a, const Rule& b) { return a.from < b.from; });
  while (begin != end) {
    Rule joined = *begin;
    double weight = std::max(0.1, begin->to - begin->from);
    double at = begin->at * weight;
    for (++begin; begin != end && begin->from <= joined.to + kBroken; ++begin) {
      const double w = std::max(0.1, begin->to - begin->from);
      at += begin->at * w;
      weight += w;
      joined.to = std::max(joined.to, begin->to);
    }
    joined.at = at / weight;
    if (joined.to - joined.from >= kShortest) out.push_back(joined);
  }
}

std::vector<Rule> join(std::vector<Rule> pieces) {
  const auto by_place = [](const Rule& a, const Rule& b) { return a.at < b.at; };
  std::ranges::sort(pieces, by_place);
  std::vector<Rule> out;
  for (auto begin = pieces.begin(); begin != pieces.end();) {
    auto end = std::next(begin);
    while (end != pieces.end() && end->at - std::prev(end)->at <= kSnap &&
           end->at - begin->at <= kWidestSnap) {
      ++end;
    }
    join_run(begin, end, out);
    begin = end;
  }
  if (out.size() > kMostRules) {
    std::ranges::nth_element(out, out.begin() + kMostRules, std::ranges::greater{},
                             [](const Rule& r) { return r.to - r.from; });
    out.resize(kMostRules);
  }
  std::ranges::sort(out, by_place);
  return out;
}

// Distinct places, nearly equal ones averaged.
std::vector<double> snapped(std::vector<double> places) {
  std::ranges::sort(places);
  std::vector<double> out;
  for (size_t i = 0; i < places.size();) {
    size_t k = i + 1;
    while (k < places.size() && places[k] - places[k - 1] <= kSnap &&
           places[k] - places[i] <= kWidestSnap) {
      ++k;
    }
    double sum = 0;
    for (size_t j = i; j < k; ++j) sum += places[j];
    out.push_back(sum / static_cast<double>(k - i));
    i = k;
  }
  return out;
}

size_t nearest(const std::vector<double>& edges, double place) {
  const auto it = std::ranges::lower_bound(edges, place);
  if (it == edges.begin()) return 0;
  if (it == edges.end()) return edges.size() - 1;
  const auto i = static_cast<size_t>(it - edges.begin());
  return place - edges[i - 1] < edges[i] - place ? i - 1 : i;
}

// Merges edges that are too close for a column unless the middle of a word lies between.
void merge_narrow(std::vector<double>& edges, std::vector<double> middles) {
  std::ranges::sort(middles);
  for (size_t i = 1; i < edges.size();) {
    if (edges[i] - edges[i - 1] < kNarrowest && edges.size() > 2) {
      const auto it = std::ranges::lower_bound(middles, edges[i - 1]);
      if (it == middles.end() || *it > edges[i]) {
        const bool outer = i == 1;
        edges[i - 1] = outer                   ? edges[0]
                       : i + 1 == edges.size() ? edges[i]
                                               : (edges[i - 1] + edges[i]) / 2;
        edges.erase(edges.begin() + static_cast<std::ptrdiff_t>(i));
        continue;
      }
    }
    ++i;
  }
}

// What share of each stretch between successive `along` edges the rules at each `across` edge
// cover: [across][along].
std::vector<std::vector<double>> coverage(const std::vector<Rule>& rules,
                                          const std::vector<double>& across,
                                          const std::vector<double>& along) {
  std::vector<std::vector<double>> share(across.size(), std::vector<double>(along.size() - 1));
  for (const Rule& rule : rules) {
    std::vector<double>& row = share[nearest(across, rule.at)];
    auto it = std::ranges::upper_bound(along, rule.from);
    size_t i = it == along.begin() ? 0 : static_cast<size_t>(it - along.begin()) - 1;
    for (; i + 1 < along.size() && along[i] < rule.to; ++i) {
      const double length = along[i + 1] - along[i];
      const double covered = std::min(rule.to, along[i + 1]) - std::max(rule.from, along[i]);
      if (covered > 0 && length > 0) row[i] += covered / length;
    }
  }
  return share;
}

// Drops inner edges at which no cell has a wall.
bool drop_unused(std::vector<double>& edges, const std::vector<std::vector<double>>& share) {
  std::vector<double> kept;
  for (size_t i = 0; i < edges.size(); ++i) {
    const bool outer = i == 0 || i + 1 == edges.size();
    if (outer || std::ranges::any_of(share[i], [](double s) { return s >= kWallShare; })) {
      kept.push_back(edges[i]);
    }
  }
  const bool dropped = kept.size() < edges.size();
  edges = std::move(kept);
  return dropped;
}

// Adds the outer edges that only the ends of the crossing rules show.
void add_outer_edges(std::vector<double>& edges, const std::vector<Rule>& crossing) {
  std::vector<double> starts;
  std::vector<double> ends;
  for (const Rule& rule : crossing) {
    starts.push_back(rule.from);
    ends.push_back(rule.to);
  }
  const double first = std::ranges::min(starts);
  const double last = std::ranges::max(ends);
  if (edges.empty() || first < edges.front() - kOverhang) edges.insert(edges.begin(), first);
  if (last > edges.back() + kOverhang) edges.push_back(last);
}

// `words` are sorted by the middle of their height.
std::optional<Grid> make_grid(const std::vector<Rule>& horizontal,
                              const std::vector<Rule>& vertical, const std::vector<Box>& words) {
  const auto places = [](const std::vector<Rule>& rules) {
    std::vector<double> out;
    out.reserve(rules.size());
    for (const Rule& rule : rules) out.push_back(rule.at);
    return snapped(std::move(out));
  };
  Grid grid{places(vertical), places(horizontal), {}, {}};
  add_outer_edges(grid.xs, horizontal);
  add_outer_edges(grid.ys, vertical);
  std::vector<double> middle_x;
  std::vector<double> middle_y;
  const Box box = grid.box();
  auto word = std::ranges::lower_bound(words, box.y0, {}, &Box::center_y);
  for (; word != words.end() && word->center_y() <= box.y1; ++word) {
    if (word->center_x() < box.x0 || word->center_x() > box.x1) continue;
    middle_x.push_back(word->center_x());
    middle_y.push_back(word->center_y());
  }
  merge_narrow(grid.xs, std::move(middle_x));
  merge_narrow(grid.ys, std::move(middle_y));
  if (grid.xs.size() < 2 || grid.ys.size() < 2) return std::nullopt;
  if (grid.columns() > kMostColumns || grid.rows() > kMostRows) return std::nullopt;

  auto right = coverage(vertical, grid.xs, grid.ys);
  auto below = coverage(horizontal, grid.ys, grid.xs);
  const bool fewer_xs = drop_unused(grid.xs, right);
  const bool fewer_ys = drop_unused(grid.ys, below);
  if (fewer_xs || fewer_ys) {
    right = coverage(vertical, grid.xs, grid.ys);
    below = coverage(horizontal, grid.ys, grid.xs);
  }
  const size_t columns = grid.columns();
  const size_t rows = grid.rows();
  grid.wall_right.assign(rows * columns, 1);
  grid.wall_below.assign(rows * columns, 1);
  for (size_t r = 0; r < rows; ++r) {
    for (size_t c = 0; c < columns; ++c) {
      if (c + 1 < columns) grid.wall_right[r * columns + c] = right[c + 1][r] >= kWallShare;
      if (r + 1 < rows) grid.wall_below[r * columns + c] = below[r + 1][c] >= kWallShare;
    }
  }
  return grid;
}

struct Components {
  std::vector<size_t> parent;

  size_t find(size_t i) {
    while (parent[i] != i) i = parent[i] = parent[parent[i]];
    return i;
  }
  void unite(size_t a, size_t b) { parent[find(a)] = find(b); }
};

}  // namespace

Rules join_rulings(const std::vector<Ruling>& rulings, const Box& page) {
  Rules rules;
  for (const Ruling& r : rulings) {
    // Also refuses what is not a number.
    const bool on_page = r.x1 >= page.x0 - 5 && r.x0 <= page.x1 + 5 && r.y1 >= page.y0 - 5 &&
                         r.y0 <= page.y1 + 5 && std::isfinite(r.x1 - r.x0 + r.y1 - r.y0);
    if (!on_page) continue;
    if (r.horizontal()) {
      rules.horizontal.push_back({(r.y0 + r.y1) / 2, r.x0, r.x1});
    } else {
      rules.vertical.push_back({(r.x0 + r.x1) / 2, r.y0, r.y1});
    }
  }
  rules.horizontal = join(std::move(rules.horizontal));
  rules.vertical = join(std::move(rules.vertical));
  return rules;
}

GridsAndRest find_grids(const Rules& rules, std::vector<Box> words) {
  std::ranges::sort(words, {}, &Box::center_y);
  const std::vector<Rule>& hs = rules.horizontal;
  const std::vector<Rule>& vs = rules.vertical;
  Components components{std::vector<size_t>(hs.size() + vs.size())};
  std::iota(components.parent.begin(), components.parent.end(), size_t{0});
  std::vector<char> crossed(hs.size() + vs.size());
  for (size_t h = 0; h < hs.size(); ++h) {
    auto v = std::ranges::lower_bound(vs, hs[h].from - kTouch, {}, &Rule::at);
    for (; v != vs.end() && v->at <= hs[h].to + kTouch; ++v) {
      if (hs[h].at < v->from - kTouch || hs[h].at > v->to + kTouch) continue;
      const size_t index = hs.size() + static_cast<size_t>(v - vs.begin());
      components.unite(h, index);
      crossed[h] = crossed[index] = 1;
    }
  }
  GridsAndRest out;
  std::vector<std::pair<size_t, size_t>> members;  // component, rule
  for (size_t i = 0; i < crossed.size(); ++i) {
    if (crossed[i]) {
      members.emplace_back(components.find(i), i);
    } else if (i < hs.size()) {
      out.loose.push_back(hs[i]);
    }
  }
  std::ranges::sort(members);
  for (size_t i = 0; i < members.size();) {
    std::vector<Rule> horizontal;
    std::vector<Rule> vertical;
    const size_t component = members[i].first;
    for (; i < members.size() && members[i].first == component; ++i) {
      const size_t rule = members[i].second;
      if (rule < hs.size()) {
        horizontal.push_back(hs[rule]);
      } else {
        vertical.push_back(vs[rule - hs.size()]);
      }
    }
    if (horizontal.size() + vertical.size() < 3) continue;
    if (auto grid = make_grid(horizontal, vertical, words)) out.grids.push_back(std::move(*grid));
  }
  return out;
}

}  // namespace prongsai
