// SPDX-License-Identifier: GPL-3.0-or-later
// Which item of a fiscal year a row is about: from its title first, its code second.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/codebook.h"
#include "model/item_code.h"
#include "model/similarity.h"

namespace prongsai {

// What the surroundings say about a row; 0 or nothing where they are silent.
struct ItemContext {
  std::optional<Instrument> instrument;
  int issue = 0;
};

struct ResolvedItem {
  ItemCode code;
  double title_similarity = 0;  // 0..1 of the printed title to the codebook's
  bool doubtful = false;        // title and code do not agree, or neither is clear
  std::vector<std::string> repairs;
};

class ItemResolver {
 public:
  explicit ItemResolver(const Framework& framework);

  const Framework& framework() const { return *framework_; }

  // `title` is the text beside the code (without the code); it may be empty.
  std::optional<ResolvedItem> resolve(const std::optional<CodeToken>& token, std::string_view title,
                                      const ItemContext& context) const;

  // How well the title of `code` (0..1) and the code fit this year: for choosing the year.
  double title_similarity(ItemCode code, std::string_view title) const;

 private:
  struct Wording {
    const Item* item = nullptr;
    std::u32string folded;
    Bigrams bigrams;
  };
  double best_wording(const Item& item, std::u32string_view folded, const Bigrams& bigrams) const;

  const Framework* framework_;
  std::vector<Wording> wordings_;
};

// The resolver of a framework of the codebook, made once.
const ItemResolver& item_resolver(const Framework& framework);

}  // namespace prongsai
