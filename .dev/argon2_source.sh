# The reference implementation of Argon2, in .build/argon2: Debian's and Ubuntu's source package, because the package itself holds
# nothing for WebAssembly. Fetched as Dear ImGui's is, see imgui_source.sh. Natively the package's own library is used.
# shellcheck shell=bash disable=SC2154

argon2_folder=.build/argon2
# Where a suite offers this archive, it has to be this one.
argon2_archive=argon2_0~20190702+dfsg.orig.tar.xz
argon2_sha256=815f1017b5b0033204778c2e32443257274bc5d9dd16d355c4f7db8189e23dcc

# The release this machine runs, then later ones: some mirrors no longer have the older archive.
argon2_suites() {
  (. /etc/os-release && printf '%s\n' "${VERSION_CODENAME:-}")
  if [[ $(. /etc/os-release && printf '%s' "$ID") == ubuntu ]]; then
    printf 'noble\ndevel\n'
  else
    printf 'trixie\nforky\nsid\n'
  fi
}

# The archive alone: what a distribution changes in it is about packaging.
fetch_argon2() { # FOLDER
  (cd "$1/source" && private_apt "$1" apt-get source --download-only --tar-only --only-source argon2) || return
  local archive
  archive=$(find "$1/source" -name 'argon2_*.orig.tar.*' ! -name '*.asc' | head -n 1)
  [[ -n $archive ]] || return
  if [[ $(basename "$archive") == "$argon2_archive" ]]; then
    printf '%s  %s\n' "$argon2_sha256" "$archive" | sha256sum --check --status || {
      printf '%s is not the archive that was pinned here\n' "$argon2_archive" >&2
      return 1
    }
  fi
  rm -rf "$argon2_folder"
  mkdir -p "$argon2_folder"
  tar --extract --strip-components=1 --directory "$argon2_folder" --file "$archive"
  [[ -f $argon2_folder/src/argon2.c ]]
}

step_argon2() {
  is_stamped argon2 "$argon2_sha256" && [[ -f $argon2_folder/src/argon2.c ]] && return
  local folder=$PWD/.build/argon2-source uri suite
  uri=$(own_mirror)
  [[ -n $uri ]] || {
    printf 'apt knows no package source of the release this machine runs, so there is nowhere to get argon2 from\n' >&2
    return 1
  }
  while read -r suite; do
    write_mirror_source "$folder" "$uri" "$suite"
    private_apt "$folder" apt-get update || continue
    fetch_argon2 "$folder" || continue
    rm -rf "$folder"
    write_stamp argon2 "$argon2_sha256"
    return
  done < <(argon2_suites)
  printf 'none of these suites of the mirror has the source of argon2: %s. Put it into %s by hand and repeat.\n' \
    "$(argon2_suites | tr '\n' ' ')" "$argon2_folder" >&2
  return 1
}
