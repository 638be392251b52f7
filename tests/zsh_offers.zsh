# SPDX-License-Identifier: GPL-3.0-or-later
# zsh_offers.zsh FILE LINES: what zsh offers after each of the lines, one line of words for each, given
# a file of completions. Completion works in a line editor only, so a zsh in a terminal of its own is
# asked: Tab is pressed there, and compadd says what it would offer.
zmodload zsh/zpty || exit 1
file=$1
questions=("${(@f)2}")
read -r -d '' asked_first <<'SETUP'
PS1= PS2= RPS1= PROMPT_EOL_MARK=
autoload -Uz compinit; compinit -D -u
compadd() {
  if (( ${@[(I)-[OAD]*]} )); then builtin compadd "$@"; return; fi
  local -a found
  builtin compadd -O found "$@"
  print -rn -- "<WORDS>${(j: :)found} "
  (( ${#found} ))
}
offer() { _main_complete; print -rn -- '<END>'; compstate[insert]=; compstate[list]= }
zle -C offer complete-word offer
bindkey '^I' offer
bindkey '^U' kill-whole-line
print '<READY>'
SETUP
setup=$(mktemp); print -r -- $asked_first > $setup
zpty asked zsh -f -i
zpty -w asked "fpath=(${(q)file:h} \$fpath); source $setup"
zpty -r asked reply '*<READY>*'
for question in $questions; do
  zpty -w -n asked $question$'\t'
  zpty -r asked reply '*<END>*'
  words=("${(@)${(@s:<WORDS>:)reply%%<END>*}[2,-1]}")
  print -r -- "${(j: :)words}"
  zpty -w -n asked $'\x15'
done
zpty -d asked
rm -f $setup
