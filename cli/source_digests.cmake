# SPDX-License-Identifier: GPL-3.0-or-later
# Writes the digests of what a reading depends on: -DROOT, -DOUTPUT, -DPAGES and -DRECORD, lists of
# files separated by "|". Any change to them, a comment too, counts as another version: to read
# something again is cheap, to keep what an older program read is not noticed by anybody.
foreach(part PAGES RECORD)
  string(REPLACE "|" ";" files "${${part}}")
  list(SORT files)
  set(all "")
  foreach(file ${files})
    file(SHA256 ${file} digest)
    file(RELATIVE_PATH name ${ROOT} ${file})
    string(APPEND all "${name} ${digest}\n")
  endforeach()
  string(SHA256 ${part}_DIGEST "${all}")
endforeach()
file(WRITE ${OUTPUT} "// Made by cli/source_digests.cmake.
#define PRONGSAI_PAGES_DIGEST \"${PAGES_DIGEST}\"
#define PRONGSAI_RECORD_DIGEST \"${RECORD_DIGEST}\"
")
