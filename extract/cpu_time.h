// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <time.h>

namespace prongsai::extract {

// Processor time that this thread has used, in seconds.
inline double thread_cpu_seconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

}  // namespace prongsai::extract
