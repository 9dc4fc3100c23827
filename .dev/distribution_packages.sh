# Distribution packages (Debian 12 and 13, Ubuntu 24.04): what is missing is installed, what is there costs no network.
# shellcheck shell=bash disable=SC2154

# Each line: package, and a command that makes it unnecessary when it comes from elsewhere ("-": only the package).
build_packages() {
  cat <<'LIST'
g++ g++
clang clang++
libclang-rt-dev -
lld ld.lld
cmake cmake
ninja-build ninja
pkg-config pkg-config
emscripten emcc
brotli brotli
xz-utils xz
python3 python3
ca-certificates -
nlohmann-json3-dev -
doctest-dev -
libcpp-httplib-dev -
libsqlite3-dev -
libargon2-dev -
libcurl4-openssl-dev -
libssl-dev -
libicu-dev -
libbrotli-dev -
zlib1g-dev -
libmd4c-dev -
libexpat1-dev -
librsvg2-dev -
libfribidi-dev -
libsdl2-dev -
libegl-dev -
libopengl-dev -
libegl-mesa0 -
libgl1-mesa-dri -
fonts-noto-core -
LIST
  has_usable_node || printf 'nodejs -\nnpm npm\n'
}

# Only for browser tests and measurements.
browser_packages() {
  cat <<'LIST'
chromium chromium
firefox-esr firefox
webkit2gtk-driver WebKitWebDriver
xvfb Xvfb
xdotool xdotool
fonts-dejavu-core -
LIST
}

has_usable_node() {
  local major
  major=$(node -p 'process.versions.node.split(".")[0]' 2>/dev/null) || return 1
  ((major >= 18)) && command -v npm >/dev/null
}

# Reads lines of "package command" and prints the packages that are needed.
missing_packages() {
  local package command unsure=() installed
  while read -r package command; do
    if [[ $command == - ]] || ! command -v "$command" >/dev/null; then unsure+=("$package"); fi
  done
  ((${#unsure[@]} > 0)) || return 0
  # One question for all of them: each one reads the whole package list. "dev:amd64" and "dev" are the same package.
  installed=" $(dpkg-query -W -f '${Package}=${db:Status-Status} ' "${unsure[@]}" 2>/dev/null || true)"
  for package in "${unsure[@]}"; do
    [[ $installed == *" $package=installed "* ]] || printf '%s\n' "$package"
  done
}

# On Ubuntu these names are stand-ins for snaps, which need a running snapd and see no other folder than home.
is_snap_stand_in() { [[ $(. /etc/os-release && printf '%s' "$ID") == ubuntu && $1 == @(chromium|firefox-esr) ]]; }

as_root() {
  if ((EUID == 0)); then
    "$@"
  else
    sudo -- "$@"
  fi
}

# Asks for the password in the foreground, because steps run in the background.
prepare_installation() {
  (($# > 0)) || return 0
  if ! command -v apt-get >/dev/null; then
    stop_with "this script installs packages on Debian and Ubuntu only; please install: $*"
  fi
  ((EUID == 0)) && return
  command -v sudo >/dev/null || stop_with "packages are missing and sudo is not there; run as root: apt-get install $*"
  say "these packages will be installed with sudo: $*"
  sudo --validate || stop_with "without the right to install, ask somebody who has it: apt-get install $*"
}

install_packages() {
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends "$@"
}

before_packages() {
  local missing
  mapfile -t missing < <(build_packages | missing_packages)
  prepare_installation "${missing[@]}"
}

step_packages() {
  local missing
  mapfile -t missing < <(build_packages | missing_packages)
  ((${#missing[@]} > 0)) || return 0
  as_root apt-get update
  install_packages "${missing[@]}"
}

# A browser that this distribution has no package of is left out; the tests that need it are skipped with a reason.
missing_browser_packages() {
  local package
  for package in $(browser_packages | missing_packages); do
    is_snap_stand_in "$package" || printf '%s\n' "$package"
  done
}

before_browsers() {
  local missing
  mapfile -t missing < <(missing_browser_packages)
  prepare_installation "${missing[@]}"
}

step_browsers() {
  local missing
  mapfile -t missing < <(missing_browser_packages)
  ((${#missing[@]} > 0)) || return 0
  as_root apt-get update
  install_packages "${missing[@]}"
}

# Why browser tests cannot run, or nothing.
reason_without_browser() {
  command -v chromium >/dev/null && return
  if is_snap_stand_in chromium; then
    printf 'Ubuntu has Chromium only as a snap, which cannot be driven here; put a chromium into the PATH'
  else
    printf 'no chromium is installed'
  fi
}
