# The reference implementation of Argon2, in .build/argon2: Debian's and Ubuntu's source package, because the package itself holds
# nothing for WebAssembly. Natively the package's own library is used.
# shellcheck shell=bash disable=SC2154

argon2_folder=.build/argon2
argon2_archive=argon2_0~20190702+dfsg.orig.tar.xz
argon2_sha256=815f1017b5b0033204778c2e32443257274bc5d9dd16d355c4f7db8189e23dcc

# The release this machine runs, then later ones: some mirrors no longer have the older archive.
argon2_suites() {
  release_codename
  if runs_ubuntu; then printf ' noble devel'; else printf ' trixie forky sid'; fi
}

take_argon2() { # FOLDER
  fetch_source "$1" argon2 && check_source "$1" argon2 "$argon2_archive" "$argon2_sha256" &&
    unpack_source "$1" argon2 "$argon2_folder" && [[ -f $argon2_folder/src/argon2.c ]]
}

step_argon2() {
  is_stamped argon2 "$argon2_sha256" && [[ -f $argon2_folder/src/argon2.c ]] && return
  # shellcheck disable=SC2046
  from_first_suite argon2 "$argon2_sha256" argon2 take_argon2 $(argon2_suites)
}
