// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/page_text.h"

namespace prongsai {

const char* method_name(Method method) {
  switch (method) {
    case Method::kTextLayer:
      return "text_layer";
    case Method::kOcr:
      return "ocr";
    case Method::kPlainText:
      return "plain_text";
  }
  return "";
}

}  // namespace prongsai
