# Counts single tests out of what the test programs print, and keeps the sum for the last line.
# shellcheck shell=bash disable=SC2154

passed=0
failed=0
skipped=0
skip_reasons=()
failures=()

count() { # PASSED FAILED SKIPPED
  passed=$((passed + $1))
  failed=$((failed + $2))
  skipped=$((skipped + $3))
}

count_skipped() { # SUITE REASON
  count 0 0 1
  skip_reasons+=("$1: $2")
}

count_failed() { # SUITE WHAT
  count 0 1 0
  failures+=("$1: $2")
}

# From `ctest -V`: "passed failed skipped", then one line for each test that failed ("F name") or was skipped ("S name").
# A doctest program counts as many tests as it has cases. Cases that a filter leaves out are run by another test, so
# doctest's own "skipped" is not counted; a test that ctest calls failed counts at least once, also after a crash.
counts_from_ctest() {
  awk '
    /^[0-9]+: \[doctest\] test cases:/ {
      number = $1 + 0
      split($0, part, "|")
      split(part[2], word, " "); cases_passed[number] = word[1]
      split(part[3], word, " "); cases_failed[number] = word[1]
      has_cases[number] = 1
    }
    /^ *[0-9]+\/[0-9]+ Test +#[0-9]+: / {
      number = $0; sub(/^[^#]*#/, "", number); number += 0
      name = $0; sub(/^[^:]*: /, "", name); sub(/ \.*[ *].*$/, "", name)
      ok = $0 ~ /[. ]Passed /
      skip = $0 ~ /\*\*\*(Skipped|Not Run \(Disabled\))/
      if (skip) { skipped++; lines = lines "S " name "\n"; next }
      good = has_cases[number] ? cases_passed[number] : ok
      bad = has_cases[number] ? cases_failed[number] : !ok
      if (!ok && bad == 0) bad = 1
      passed += good; failed += bad
      if (!ok) lines = lines "F " name "\n"
    }
    END { printf "%d %d %d\n%s", passed, failed, skipped, lines }
  '
}

# From node's TAP: the same. A run that broke off before its summary counts as one failure.
counts_from_tap() {
  awk '
    /^ *not ok [0-9]+ - / && !/# (SKIP|TODO)/ {
      name = $0; sub(/^ *not ok [0-9]+ - /, "", name)
      lines = lines "F " name "\n"
    }
    /^ *(not )?ok [0-9]+ - .*# SKIP/ {
      name = $0; sub(/^ *(not )?ok [0-9]+ - /, "", name); sub(/ *# SKIP */, ": ", name); sub(/: $/, "", name)
      lines = lines "S " name "\n"
    }
    /^# pass [0-9]+/ { passed = $3; complete = 1 }
    /^# fail [0-9]+/ { failed = $3 }
    /^# cancelled [0-9]+/ { failed += $3 }
    /^# skipped [0-9]+/ { skipped = $3 }
    /^# todo [0-9]+/ { skipped += $3 }
    END {
      if (!complete) { failed++; lines = lines "F the run broke off before its end\n" }
      printf "%d %d %d\n%s", passed, failed, skipped, lines
    }
  '
}

# add_counts SUITE: takes what one of the two functions above prints.
add_counts() {
  local suite=$1 numbers kind name
  read -r -a numbers
  count "${numbers[@]}"
  while read -r kind name; do
    case $kind in
      F) failures+=("$suite: $name") ;;
      S) skip_reasons+=("$suite: $name") ;;
    esac
  done
  printf '      %s: %d passed, %d failed, %d skipped\n' "$suite" "${numbers[@]}"
}

# The lists of what failed and what was skipped, then the one line; fails when a test did.
show_result() {
  local line
  for line in "${skip_reasons[@]}"; do printf 'skipped  %s\n' "$line"; done
  for line in "${failures[@]}"; do printf 'FAILED   %s\n' "$line"; done
  printf '%d passed, %d failed, %d skipped\n' "$passed" "$failed" "$skipped"
  ((failed == 0 && passed > 0))
}
