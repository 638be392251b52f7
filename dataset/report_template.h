// SPDX-License-Identifier: GPL-3.0-or-later
// The form of report.html.
#pragma once

namespace prongsai {

// Mustache templates. Every place is of the form {{name}}, which escapes, so that nothing that
// stands in a document becomes markup; what is a document's own stands in <bdi>, so that its
// direction does not turn the rest. No script, no inline style, no address but those of the files
// beside the page.
const char* report_frame();     // head, choice of language
const char* report_body();      // the page in one language
const char* report_findings();  // its last sections
const char* report_range();     // the chart of a row: lowest, median, highest
const char* report_document();  // of a row: its name, and the way to its page in the review

const char* report_style();

}  // namespace prongsai
