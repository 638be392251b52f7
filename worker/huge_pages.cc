// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/huge_pages.h"

#include <sys/mman.h>

#include <cstdint>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace prongsai {
namespace {

#ifdef MADV_COLLAPSE
constexpr int kCollapse = MADV_COLLAPSE;
#else
constexpr int kCollapse = 25;  // of the kernel; headers before Linux 6.1 do not have it
#endif
constexpr std::uintptr_t kHugePage = 2U << 20U;

struct Region {
  std::uintptr_t begin = 0;
  std::uintptr_t end = 0;
};

// Whole huge pages of private memory that is no file's: "5581-55a2 rw-p 0000 00:00 0 [heap]".
std::vector<Region> own_memory() {
  std::vector<Region> regions;
  std::ifstream maps("/proc/self/maps");
  for (std::string line; std::getline(maps, line);) {
    std::istringstream fields(line);
    Region region;
    char dash = 0;
    std::string rights, offset, device, name;
    long file = 0;
    fields >> std::hex >> region.begin >> dash >> region.end >> rights >> offset >> device >>
        std::dec >> file >> name;
    if (rights != "rw-p" || file != 0 || name == "[stack]") continue;
    region.begin = (region.begin + kHugePage - 1) / kHugePage * kHugePage;
    region.end = region.end / kHugePage * kHugePage;
    if (region.begin < region.end) regions.push_back(region);
  }
  return regions;
}

}  // namespace

void gather_memory() {
  for (const Region& region : own_memory()) {
    // Page by page: one that is not all in use is left as it is.
    for (std::uintptr_t page = region.begin; page < region.end; page += kHugePage)
      // NOLINTNEXTLINE(performance-no-int-to-ptr): an address of /proc is a number.
      ::madvise(reinterpret_cast<void*>(page), kHugePage, kCollapse);
  }
}

}  // namespace prongsai
