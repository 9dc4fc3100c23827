# Steps with number, title and time; their output in .build/log; interruption without half states.
# shellcheck shell=bash disable=SC2154

log_folder=.build/log
stamp_folder=.build/stamp
current_group=

say() { printf '%s\n' "$*"; }

stop_with() {
  printf 'dev: %s\n' "$*" >&2
  exit 2
}

# Two builds in one folder would tread on each other. The lock ends with the process, however it ends.
take_lock() {
  mkdir -p .build "$log_folder" "$stamp_folder"
  exec 9>.build/lock
  flock --nonblock 9 || stop_with "another ./dev is at work here; wait for it to end, or stop it"
}

release_lock() { exec 9>&-; }

interrupted() {
  [[ -z $current_group ]] || kill -TERM -- "-$current_group" 2>/dev/null || true
  printf '\ninterrupted; the same command goes on where it was\n' >&2
  exit 130
}
trap interrupted INT TERM HUP

minutes_and_seconds() { printf '%02d:%02d' $(($1 / 60)) $(($1 % 60)); }

# Runs a function of this script in a process of its own, because `set -e` means nothing inside an `if` or `||`; and in
# a group of its own, so that an interruption reaches all its children. A terminal sees the time go by.
run_in_group() {
  local log=$1 line=$2 started=$SECONDS status=0 shown=-1
  shift 2
  set -m
  "$BASH" ./dev --do "$@" >"$log" 2>&1 </dev/null 9>&- &
  current_group=$!
  set +m
  while [[ -t 1 ]] && kill -0 "$current_group" 2>/dev/null; do
    if ((shown != SECONDS)); then
      shown=$SECONDS
      printf '\r%s %s' "$line" "$(minutes_and_seconds $((shown - started)))"
    fi
    sleep 0.1
  done
  wait "$current_group" || status=$?
  current_group=
  return "$status"
}

# run_step NUMBER TOTAL NAME TITLE FUNCTION...: "[3/9] building the client ... 00:41". After a failure the end of the
# log and what to do.
run_step() {
  local number=$1 total=$2 name=$3 title=$4 started=$SECONDS status=0
  shift 4
  local line="[$number/$total] $title ..." log="$log_folder/$name.log"
  [[ -t 1 ]] || printf '%s' "$line"
  run_in_group "$log" "$line" "$@" || status=$?
  [[ ! -t 1 ]] || printf '\r%s' "$line"
  printf ' %s\n' "$(minutes_and_seconds $((SECONDS - started)))"
  ((status == 0)) && return
  {
    printf -- '--- the last lines of %s\n' "$log"
    tail -n 40 "$log"
    printf -- '--- %s failed. %s\n' "$title" "$(hint_for "$name")"
  } >&2
  return 1
}

hint_for() {
  case $1 in
    packages | browsers) printf 'Is the network there, and is another package manager at work? Then repeat the command.' ;;
    node | imgui | libraries | argon2) printf 'Is the network there? Then repeat the command.' ;;
    native | web | sanitized | fuzz) printf 'Correct the first error above; the full output is in %s/%s.log.' "$log_folder" "$1" ;;
    site) printf 'If the city data is at fault: .build/native/stadttor check assets/musterstadt says where.' ;;
    *) printf 'The full output is in %s/%s.log.' "$log_folder" "$1" ;;
  esac
}

step_title() {
  case $1 in
    packages) printf 'looking for distribution packages' ;;
    browsers) printf 'looking for browsers' ;;
    node) printf 'looking for npm packages' ;;
    imgui) printf 'looking for the source of Dear ImGui' ;;
    libraries) printf 'looking for the sources of small libraries' ;;
    argon2) printf 'looking for the source of Argon2' ;;
    native) printf 'building the native programs' ;;
    web) printf 'building the client' ;;
    site) printf 'writing the site' ;;
    sanitized) printf 'building with sanitizers' ;;
    fuzz) printf 'building the programs to feed' ;;
    *) printf '%s' "$1" ;;
  esac
}

# The steps in order; the first failure ends the script. Each step is a function step_<name>.
run_steps() {
  local number=0 total=$# name
  for name in "$@"; do
    number=$((number + 1))
    ! declare -F "before_$name" >/dev/null || "before_$name"
    run_step "$number" "$total" "$name" "$(step_title "$name")" "step_$name" || exit 1
  done
}

# Stamps say what a finished step was made from; written only after success, so an interrupted step is done again.
is_stamped() { [[ -f $stamp_folder/$1 && $(<"$stamp_folder/$1") == "$2" ]]; }

write_stamp() {
  printf '%s\n' "$2" >"$stamp_folder/$1.new"
  mv "$stamp_folder/$1.new" "$stamp_folder/$1"
}
