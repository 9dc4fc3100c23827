# The test suites behind ./dev test: which builds each one needs, how it runs, what it counts.
# shellcheck shell=bash disable=SC2154

all_suites=(unit scenario golden architecture must_not_compile sanitizer fuzz javascript city browser)

builds_of_suite() {
  case $1 in
    unit | scenario | golden | architecture | must_not_compile) printf 'imgui libraries native' ;;
    city) printf 'node imgui libraries native' ;;
    sanitizer | fuzz) printf 'imgui libraries sanitized' ;;
    javascript) printf 'browsers node imgui libraries native' ;;
    browser) printf 'browsers node imgui libraries argon2 native web site' ;;
  esac
}

# In the order in which they are made: what most suites wait for comes first.
builds_of_suites() {
  local build suite
  for build in browsers node imgui libraries argon2 native sanitized web site; do
    for suite in "$@"; do
      if [[ " $(builds_of_suite "$suite") " == *" $build "* ]]; then
        printf '%s\n' "$build"
        break
      fi
    done
  done
}

run_ctest() { # FOLDER CTEST_ARGUMENT...
  local folder=$1
  shift
  ctest --test-dir "$folder" --verbose --no-tests=ignore --parallel "$(nproc)" --timeout 1500 "$@"
}

# Files side by side: most of a browser's test is waiting. More than four and the waiting is for one another.
run_node_tests() { # FILE...
  local processors
  processors=$(nproc)
  node --test --test-reporter=tap --test-concurrency="$((processors < 4 ? processors : 4))" "$@"
}

node_test_files() { # FOLDER, or nothing for what has no suite of its own
  if (($# > 0)); then
    find "$1" -name '*.test.mjs' 2>/dev/null | sort
  else
    find tests -name '*.test.mjs' ! -path 'tests/browser/*' ! -path 'tests/programs/city/*' ! -path 'tests/bench/*' | sort
  fi
}

# Of the files on the input those that need a browser: they say so with the import of one of these.
needing_browser() { xargs --no-run-if-empty grep --files-with-matches --extended-regexp 'support/browser|playwright|puppeteer|selenium' || true; }

suite_unit() { run_ctest .build/native --label-regex '^unit$'; }
suite_scenario() { run_ctest .build/native --label-regex '^scenario$'; }
suite_golden() { run_ctest .build/native --label-regex '^golden$'; }
suite_architecture() { run_ctest .build/native --label-regex '^architecture$'; }
suite_must_not_compile() { run_ctest .build/native --label-regex '^must_not_compile$'; }
suite_sanitizer() { run_ctest .build/sanitized --label-exclude '^(architecture|must_not_compile|browser|fuzz)$'; }

suite_fuzz() { run_ctest .build/sanitized --label-regex '^fuzz$'; }

suite_city() {
  local files
  mapfile -t files < <(node_test_files tests/programs/city)
  STADTTOR_CITY=$PWD/.build/native/city run_node_tests "${files[@]}"
}

suite_browser() {
  local files
  mapfile -t files < <(node_test_files tests/browser)
  STADTTOR_CITY=$PWD/.build/native/city STADTTOR_SITE=$PWD/.build/site run_node_tests "${files[@]}"
}

suite_javascript() {
  local files
  if [[ -z $(reason_without_browser) ]]; then
    mapfile -t files < <(node_test_files)
  else
    mapfile -t files < <(comm -23 <(node_test_files) <(node_test_files | needing_browser | sort))
  fi
  STADTTOR_TOOL=$PWD/.build/native/stadttor run_node_tests "${files[@]}"
}

# What suite_javascript leaves out, file by file.
count_left_out() {
  local reason file
  reason=$(reason_without_browser)
  [[ -n $reason ]] || return 0
  for file in $(node_test_files | needing_browser); do count_skipped javascript "$file: $reason"; done
}

# tsc and eslint are one test each, for every configuration there is.
suite_types() { node "$node_folder/node_modules/typescript/bin/tsc" --project "$1"; }
suite_lint() { node "$node_folder/node_modules/eslint/bin/eslint.js" --config web/eslint.config.mjs web tests/web; }

reason_to_skip() {
  case $1 in
    city) [[ -n $(node_test_files tests/programs/city) ]] || printf 'there are no tests in tests/programs/city yet' ;;
    javascript) [[ -n $(node_test_files) ]] || printf 'there are no *.test.mjs files in tests yet' ;;
    browser)
      if [[ -z $(node_test_files tests/browser) ]]; then
        printf 'there are no tests in tests/browser yet'
      else
        reason_without_browser
      fi
      ;;
  esac
}

# run_suite NUMBER TOTAL SUITE: one line while it runs, its counts after it.
run_suite() {
  local number=$1 total=$2 suite=$3 log="$log_folder/test-$3.log" line started=$SECONDS reason counter=counts_from_ctest
  line="[$number/$total] testing: $suite ..."
  reason=$(reason_to_skip "$suite")
  if [[ -n $reason ]]; then
    printf '%s skipped, %s\n' "$line" "$reason"
    count_skipped "$suite" "$reason"
    return
  fi
  [[ -t 1 ]] || printf '%s' "$line"
  run_in_group "$log" "$line" "suite_$suite" || true # the counts say what failed
  [[ ! -t 1 ]] || printf '\r%s' "$line"
  printf ' %s\n' "$(minutes_and_seconds $((SECONDS - started)))"
  case $suite in city | javascript | browser) counter=counts_from_tap ;; esac
  local before=$failed sum=$((passed + failed + skipped))
  add_counts "$suite" < <("$counter" <"$log")
  ((failed == before)) || printf '      see %s\n' "$log"
  ((passed + failed + skipped > sum)) || count_skipped "$suite" "no test carries this label yet"
}

# A program that passes or fails as a whole: one test.
run_whole() { # SUITE NAME FUNCTION...
  local suite=$1 name=$2 log="$log_folder/test-$2.log"
  shift 2
  if run_in_group "$log" "      $name" "$@"; then
    [[ ! -t 1 ]] || printf '\r'
    count 1 0 0
    printf '      %s: passed\n' "$name"
  else
    count_failed "$suite" "$name, see $log"
    tail -n 20 "$log"
  fi
}

check_javascript_sources() {
  local project
  for project in web/tsconfig*.json shell/tsconfig*.json; do
    [[ ! -f $project ]] || run_whole javascript "types-$(tr / - <<<"${project%.json}")" suite_types "$project"
  done
  [[ ! -f web/eslint.config.mjs ]] || run_whole javascript lint suite_lint
}

check_labels() {
  local label
  for label in "$@"; do
    [[ " ${all_suites[*]} " == *" $label "* ]] || stop_with "unknown label: $label; there are: ${all_suites[*]}"
  done
}

# Goes on after a failed build: its suites are skipped and the build itself counts as one failed test.
command_test() {
  check_labels "$@"
  local suites=("$@") builds build suite number=0 total broken=' '
  ((${#suites[@]} > 0)) || suites=("${all_suites[@]}")
  mapfile -t builds < <(printf 'packages\n' && builds_of_suites "${suites[@]}")
  total=$((${#builds[@]} + ${#suites[@]}))

  for build in "${builds[@]}"; do
    number=$((number + 1))
    ! declare -F "before_$build" >/dev/null || "before_$build"
    if ! run_step "$number" "$total" "$build" "$(step_title "$build")" "step_$build"; then
      count_failed build "$(step_title "$build")"
      broken+="$build "
    fi
  done
  for suite in "${suites[@]}"; do
    number=$((number + 1))
    for build in $(builds_of_suite "$suite"); do
      if [[ $broken == *" $build "* ]]; then
        count_skipped "$suite" "$(step_title "$build") failed"
        continue 2
      fi
    done
    run_suite "$number" "$total" "$suite"
    if [[ $suite == javascript ]]; then
      count_left_out
      check_javascript_sources
    fi
  done
  show_result
}
