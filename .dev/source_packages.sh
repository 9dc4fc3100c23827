# Source packages of Debian and Ubuntu, fetched from the machine's own mirror by an apt with lists of its own, so that the
# machine's package sources stay as they are. Vouched for by the archive's signature: it covers the list of sources, the list
# covers each archive; the sums that are pinned beside that hold where a suite offers the same version.
# shellcheck shell=bash disable=SC2154

# The URI of the release this machine runs, as its own package sources have it, whether they call it by its codename or
# "stable".
own_mirror() {
  local codename
  codename=$(release_codename)
  apt-get indextargets --format '$(REPO_URI) $(RELEASE) $(CODENAME)' 'Created-By: Packages' |
    awk -v codename="$codename" '$2 == codename || $3 == codename { print $1; exit }'
}

release_codename() { (. /etc/os-release && printf '%s' "${VERSION_CODENAME:-}"); }
runs_ubuntu() { [[ $(. /etc/os-release && printf '%s' "$ID") == ubuntu ]]; }

# private_apt FOLDER COMMAND...: apt's programs with sources, lists and cache in FOLDER.
private_apt() {
  local folder=$1 program=$2
  shift 2
  "$program" -o "Dir::Etc::SourceList=$folder/mirror.sources" -o Dir::Etc::SourceParts=/dev/null \
    -o "Dir::State::Lists=$folder/lists" -o "Dir::Cache=$folder/cache" -o APT::Sandbox::User=root "$@" </dev/null
}

write_mirror_source() { # FOLDER URI SUITE
  local component=main keyring=/usr/share/keyrings/debian-archive-keyring.gpg
  if runs_ubuntu; then
    component=universe
    keyring=/usr/share/keyrings/ubuntu-archive-keyring.gpg
  fi
  rm -rf "${1:?}/lists" "$1/cache"
  mkdir -p "$1/lists/partial" "$1/cache/archives/partial" "$1/source"
  printf 'Types: deb-src\nURIs: %s\nSuites: %s\nComponents: %s\nSigned-By: %s\n' "$2" "$3" "$component" "$keyring" \
    >"$1/mirror.sources"
}

# The archive alone: what a distribution changes in a library is about packaging.
fetch_source() { # FOLDER PACKAGE[=VERSION]
  (cd "$1/source" && private_apt "$1" apt-get source --download-only --tar-only --only-source "$2") &&
    [[ -n $(source_archive "$1" "${2%%=*}") ]]
}

source_archive() { # FOLDER PACKAGE
  find "$1/source" -name "$2_*.orig.tar.*" ! -name '*.asc' | head -n 1
}

# An archive that is called like the pinned one has to be it.
check_source() { # FOLDER PACKAGE ARCHIVE_NAME SHA256
  local archive
  archive=$(source_archive "$1" "$2")
  [[ $(basename "$archive") == "$3" ]] || return 0
  printf '%s  %s\n' "$4" "$archive" | sha256sum --check --status && return
  printf '%s is not the archive that was pinned here\n' "$3" >&2
  return 1
}

# All of it or nothing: TARGET is what it was until the archive is unpacked.
unpack_source() { # FOLDER PACKAGE TARGET
  rm -rf "$3.new"
  mkdir -p "$3.new"
  tar --extract --strip-components=1 --directory "$3.new" --file "$(source_archive "$1" "$2")"
  rm -rf "${3:?}"
  mv "$3.new" "$3"
}

# from_first_suite STAMP_NAME STAMP WHAT FUNCTION SUITE...: FUNCTION FOLDER with the lists of the first suite with which it
# succeeds.
from_first_suite() {
  local name=$1 stamp=$2 what=$3 take=$4 folder=$PWD/.build/$1-source uri suite
  shift 4
  uri=$(own_mirror)
  if [[ -z $uri || -z ${1:-} ]]; then
    printf 'apt knows no package source of the release this machine runs, so there is nowhere to get %s from\n' "$what" >&2
    return 1
  fi
  for suite in "$@"; do
    write_mirror_source "$folder" "$uri" "$suite"
    private_apt "$folder" apt-get update && "$take" "$folder" || continue
    rm -rf "$folder"
    write_stamp "$name" "$stamp"
    return
  done
  printf 'none of these suites of the mirror has %s: %s. Put its source into .build/%s by hand and repeat.\n' "$what" "$*" "$name" >&2
  return 1
}
