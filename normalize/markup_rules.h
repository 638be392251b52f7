// SPDX-License-Identifier: GPL-3.0-or-later
// Markup that OCR tools leave in their text.
#pragma once

#include "normalize/modes.h"
#include "normalize/text_buffer.h"

namespace prongsai::normalize {

// Tags of HTML's own names only, so that "<5 ปี>" stays; a tag between words becomes a space.
void remove_html_tags(const char* rule, const Modes& modes, TextBuffer& text);
void decode_html_entities(const char* rule, const Modes& modes, TextBuffer& text);
// Paired asterisks, and heading signs at the start; a single footnote asterisk stays.
void remove_markdown_emphasis(const char* rule, const Modes& modes, TextBuffer& text);
// A line of nothing but hyphens, which marks a page break.
void remove_lone_rule(const char* rule, const Modes& modes, TextBuffer& text);

}  // namespace prongsai::normalize
