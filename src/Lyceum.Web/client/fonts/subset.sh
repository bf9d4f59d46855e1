#!/usr/bin/env bash
# usage: subset.sh InterVariable.woff2 (of the npm package inter-ui 4.1.1): writes wwwroot/fonts/inter-4.1.woff2; needs fonttools and python3-brotli
# Kept: ASCII and Latin-1, the Latin Extended-A letters of the Nordic, Polish, Czech, Baltic, Turkish and Romanian alphabets,
# typographic marks, arrows; weights 400 to 700, both optical sizes.
set -euo pipefail
work=$(mktemp -d)
fonttools varLib.instancer "$1" wght=400:700 -o "$work/narrow.ttf"
pyftsubset "$work/narrow.ttf" --output-file="$(dirname "$0")/../../wwwroot/fonts/inter-4.1.woff2" --flavor=woff2 \
  --unicodes='U+0020-007E,U+00A0-00FF,U+2013,U+2014,U+2018-201A,U+201C-201E,U+2022,U+2026,U+2032,U+2033,U+2039,U+203A,U+20AC,U+2190-2193,U+2212,U+2248,U+2260,U+2264,U+2265,U+0104-0107,U+010C-010F,U+0110,U+0111,U+0118-011B,U+011E,U+011F,U+0130,U+0131,U+0141-0144,U+0147,U+0148,U+0150-0153,U+0158-015B,U+015E-0161,U+0164,U+0165,U+016E-0171,U+0178-017E,U+0218-021B' \
  --layout-features=kern,calt,tnum,ccmp,locl,mark,case --no-hinting --desubroutinize --name-IDs='0,1,2,13,14' --drop-tables+=STAT,DSIG
rm -r "$work"
