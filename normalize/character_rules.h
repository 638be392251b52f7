// SPDX-License-Identifier: GPL-3.0-or-later
// Repairs that need no dictionary. Each takes its own name, notes where it was applied, and runs
// in linear time. What they do is shown by the examples in rules.cc.
#pragma once

#include "normalize/modes.h"
#include "normalize/text_buffer.h"

namespace prongsai::normalize {

// Every stage of the repair has this form, in order to stand in one table.
using RuleFunction = void (*)(const char* rule, const Modes& modes, TextBuffer& text);

void remove_zero_width(const char* rule, const Modes&, TextBuffer& text);
void remove_controls(const char* rule, const Modes&, TextBuffer& text);
void replace_unusual_spaces(const char* rule, const Modes&, TextBuffer& text);
void replace_ligatures(const char* rule, const Modes&, TextBuffer& text);
void replace_private_marks(const char* rule, const Modes&, TextBuffer& text);
void replace_private_symbols(const char* rule, const Modes&, TextBuffer& text);
void join_double_sara_e(const char* rule, const Modes&, TextBuffer& text);
void resolve_replacement_in_sara_am(const char* rule, const Modes&, TextBuffer& text);
void compose_sara_am(const char* rule, const Modes&, TextBuffer& text);
void join_spaced_sara_am(const char* rule, const Modes&, TextBuffer& text);
void move_marks_back(const char* rule, const Modes&, TextBuffer& text);
void join_spaced_marks(const char* rule, const Modes&, TextBuffer& text);
void order_marks(const char* rule, const Modes&, TextBuffer& text);
void drop_doubled_marks(const char* rule, const Modes&, TextBuffer& text);
void drop_marks_after_stops(const char* rule, const Modes&, TextBuffer& text);

void collapse_spaces(const char* rule, const Modes&, TextBuffer& text);

}  // namespace prongsai::normalize
