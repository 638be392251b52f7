// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/versions.h"

namespace prongsai {

// The libraries that write and identify datasets.
LibraryVersions dataset_library_versions();

}  // namespace prongsai
