# Dear ImGui's source, in .build/imgui: Debian's and Ubuntu's source package, fetched from the machine's own mirror by an
# apt with lists of its own, so that the machine's package sources stay as they are. Vouched for by the archive's signature.
# shellcheck shell=bash disable=SC2154

imgui_folder=.build/imgui
imgui_version=1.92.2b+ds-1
imgui_sha256=e7bd201d56b5ee90d24d5dac85e5c12f98bdb95410252a62d27b7f89e4566d48

# The URI of the release this machine runs, as its own package sources have it, whether they call it by its codename or
# "stable".
own_mirror() {
  local codename
  codename=$(. /etc/os-release && printf '%s' "${VERSION_CODENAME:-}")
  apt-get indextargets --format '$(REPO_URI) $(RELEASE) $(CODENAME)' 'Created-By: Packages' |
    awk -v codename="$codename" '$2 == codename || $3 == codename { print $1; exit }'
}

# Suites that may offer 1.92, the likeliest first.
imgui_suites() {
  if [[ $(. /etc/os-release && printf '%s' "$ID") == ubuntu ]]; then
    printf 'resolute\ndevel\n'
  else
    printf 'forky\nsid\n'
  fi
}

# private_apt FOLDER COMMAND...: apt's programs with sources, lists and cache in FOLDER.
private_apt() {
  local folder=$1 program=$2
  shift 2
  "$program" -o "Dir::Etc::SourceList=$folder/mirror.sources" -o Dir::Etc::SourceParts=/dev/null \
    -o "Dir::State::Lists=$folder/lists" -o "Dir::Cache=$folder/cache" -o APT::Sandbox::User=root "$@" </dev/null
}

write_mirror_source() { # FOLDER URI SUITE
  local component=main keyring=/usr/share/keyrings/debian-archive-keyring.gpg
  if [[ $(. /etc/os-release && printf '%s' "$ID") == ubuntu ]]; then
    component=universe
    keyring=/usr/share/keyrings/ubuntu-archive-keyring.gpg
  fi
  rm -rf "${1:?}/lists" "$1/cache"
  mkdir -p "$1/lists/partial" "$1/cache/archives/partial" "$1/source"
  printf 'Types: deb-src\nURIs: %s\nSuites: %s\nComponents: %s\nSigned-By: %s\n' "$2" "$3" "$component" "$keyring" \
    >"$1/mirror.sources"
}

# The version to take out of one suite: the pinned one where it is offered, else another 1.92, else nothing.
offered_imgui_version() { # FOLDER
  private_apt "$1" apt-cache showsrc imgui 2>/dev/null |
    awk -v pinned="$imgui_version" '
      /^Version: / && $2 == pinned { found = $2 }
      /^Version: 1\.92/ && found != pinned { found = $2 }
      END { print found }'
}

# The signature covers the list of sources, the list covers the archive; the pinned sum holds beside that.
fetch_imgui_archive() { # FOLDER VERSION
  (cd "$1/source" && private_apt "$1" apt-get source --download-only --only-source "imgui=$2")
  local archive
  archive=$(find "$1/source" -name 'imgui_*.orig.tar.*' | head -n 1)
  if [[ $2 == "$imgui_version" ]]; then
    printf '%s  %s\n' "$imgui_sha256" "$archive" | sha256sum --check --status || {
      printf 'imgui %s is not the archive that was pinned here\n' "$2" >&2
      return 1
    }
  fi
}

unpack_imgui() { # FOLDER
  rm -rf "$imgui_folder.new"
  mkdir -p "$imgui_folder.new"
  tar --extract --strip-components=1 --directory "$imgui_folder.new" --file "$(find "$1/source" -name 'imgui_*.orig.tar.*' | head -n 1)"
  rm -rf "$imgui_folder"
  mv "$imgui_folder.new" "$imgui_folder"
}

step_imgui() {
  is_stamped imgui "$imgui_version $imgui_sha256" && [[ -f $imgui_folder/imgui.cpp ]] && return
  local folder=$PWD/.build/imgui-source uri suite version
  uri=$(own_mirror)
  [[ -n $uri ]] || {
    printf 'apt knows no package source of the release this machine runs, so there is nowhere to get imgui from\n' >&2
    return 1
  }
  while read -r suite; do
    write_mirror_source "$folder" "$uri" "$suite"
    private_apt "$folder" apt-get update || continue
    version=$(offered_imgui_version "$folder")
    [[ -n $version ]] || continue
    fetch_imgui_archive "$folder" "$version"
    unpack_imgui "$folder"
    rm -rf "$folder"
    write_stamp imgui "$imgui_version $imgui_sha256"
    return
  done < <(imgui_suites)
  printf 'none of these suites of the mirror offers imgui 1.92: %s. Put its source into %s by hand and repeat.\n' \
    "$(imgui_suites | tr '\n' ' ')" "$imgui_folder" >&2
  return 1
}
