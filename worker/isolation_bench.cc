// SPDX-License-Identifier: GPL-3.0-or-later
// prongsai_isolation_bench MOST_MS: what it costs to give a document a process of its own, and to
// shut that process in. Exit code 1 if both together cost more than so many milliseconds.
#include <sys/resource.h>
#include <sys/time.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "worker/huge_pages.h"
#include "worker/workers.h"

namespace prongsai {
namespace {

constexpr size_t kWorkers = 300;
constexpr int kRounds = 7;
constexpr size_t kMegabytes = 28;  // of tables and models that the workers share

// Of this process and of its workers, in milliseconds. Unlike the time by the clock it is the same
// on a busy machine.
double processor_time() {
  double sum = 0;
  for (const auto who : {RUSAGE_SELF, RUSAGE_CHILDREN}) {
    rusage usage{};
    ::getrusage(who, &usage);
    for (const timeval& time : {usage.ru_utime, usage.ru_stime})
      sum += static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) / 1e3;
  }
  return sum;
}

double milliseconds_each(const Sandbox* sandbox) {
  const double start = processor_time();
  run_workers(
      kWorkers, 1, {},
      [&](size_t, const WorkerVoice& voice) {
        if (sandbox != nullptr) voice.shut_in(*sandbox);
        return std::string("{}");
      },
      [](size_t, const WorkerResult& result) {
        if (!result.finished()) std::abort();
      });
  return (processor_time() - start) / kWorkers;
}

double median(std::vector<double> values) {
  std::ranges::nth_element(values, values.begin() + static_cast<long>(values.size() / 2));
  return values[values.size() / 2];
}

}  // namespace
}  // namespace prongsai

int main(int count, char** arguments) {
  using namespace prongsai;
  const double most = count > 1 ? std::atof(arguments[1]) : 1;
  const std::vector<char> shared(kMegabytes << 20U, 'x');
  gather_memory();
  const Sandbox sandbox({"/usr/share/fonts"});
  std::vector<double> open;
  std::vector<double> shut;
  for (int round = 0; round < kRounds; ++round) {
    open.push_back(milliseconds_each(nullptr));
    shut.push_back(milliseconds_each(&sandbox));
  }
  std::printf("a process a document: %.3f ms, shut in (%s): %.3f ms (medians of %d)\n",
              median(open), sandbox.level().c_str(), median(shut), kRounds);
  return median(shut) <= most ? EXIT_SUCCESS : EXIT_FAILURE;
}
