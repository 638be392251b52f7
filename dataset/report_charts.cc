// SPDX-License-Identifier: GPL-3.0-or-later
#include "dataset/report_charts.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace prongsai {
namespace {

double number(const ReportRow& row, const char* column) {
  const auto it = row.find(column);
  if (it == row.end()) return 0;
  if (const auto* integer = std::get_if<std::int64_t>(&it->second))
    return static_cast<double>(*integer);
  const auto* real = std::get_if<double>(&it->second);
  return real == nullptr ? 0 : *real;
}

std::string place(double value) { return fmt::format("{:.1f}", value); }

bool has_year(const ReportRow& row) {
  return std::holds_alternative<std::int64_t>(row.at("assessed_year"));
}

// Scores are told apart on a scale that begins below the lowest, not at nought.
double scale_begin(const std::vector<ReportRow>& rows, const char* lowest, double step) {
  double low = 100;
  for (const ReportRow& row : rows) low = std::min(low, number(row, lowest));
  return std::clamp(std::floor(low / step) * step, 0.0, 100 - step);
}

}  // namespace

void add_bars(std::vector<ReportRow>& rows, const char* of) {
  double most = 0;
  for (const ReportRow& row : rows) most = std::max(most, number(row, of));
  for (ReportRow& row : rows) row["bar"] = place(most > 0 ? 100 * number(row, of) / most : 0);
}

void add_ranges(std::vector<ReportRow>& rows) {
  constexpr double kStep = 10;
  constexpr double kMark = 2;  // width of a mark
  const double low = scale_begin(rows, "lowest", kStep);
  const auto x = [&](double score) {
    return (100 - kMark) * (std::clamp(score, low, 100.0) - low) / (100 - low);
  };
  for (ReportRow& row : rows) {
    const double from = x(number(row, "lowest"));
    row["range_x"] = place(from);
    row["range_width"] = place(x(number(row, "highest")) - from + kMark);
    row["median_x"] = place(x(number(row, "median")));
    row["axis_low"] = static_cast<std::int64_t>(low);
    row["axis_high"] = std::int64_t{100};
  }
}

YearsChart years_chart(const std::vector<ReportRow>& years) {
  constexpr size_t kMost = 10;
  constexpr double kLeft = 40;
  constexpr double kTop = 24;
  constexpr double kBottom = kYearsHeight - 34;
  YearsChart chart;
  for (const ReportRow& row : years) {
    if (has_year(row)) chart.points.push_back(row);
  }
  if (chart.points.size() > kMost)
    chart.points.erase(chart.points.begin(), chart.points.end() - kMost);
  if (chart.points.size() < 2) return {};
  constexpr double kStep = 5;
  double high = 0;
  for (const ReportRow& row : chart.points) high = std::max(high, number(row, "mean"));
  const double low = scale_begin(chart.points, "mean", kStep);
  high = std::max(low + kStep, std::ceil(high / kStep) * kStep);
  const auto y = [&](double score) {
    return kBottom - (kBottom - kTop) * (std::clamp(score, low, high) - low) / (high - low);
  };
  const double width = (kYearsWidth - kLeft) / static_cast<double>(chart.points.size());
  double x = kLeft + width / 2;
  for (ReportRow& row : chart.points) {
    const double up = y(number(row, "mean"));
    row["x"] = place(x);
    row["y"] = place(up);
    row["label_y"] = place(up - 9);
    chart.line += fmt::format("{}{},{}", chart.line.empty() ? "" : " ", place(x), place(up));
    x += width;
  }
  constexpr int kLines = 3;
  for (int i = 0; i < kLines; ++i) {
    const double value = low + (high - low) * i / (kLines - 1);
    chart.grid.push_back({{"value", fmt::format("{:g}", value)},
                          {"y", place(y(value))},
                          {"label_y", place(y(value) + 4)}});
  }
  return chart;
}

}  // namespace prongsai
