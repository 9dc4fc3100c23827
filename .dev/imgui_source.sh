# Dear ImGui's source, in .build/imgui: Debian's and Ubuntu's source package.
# shellcheck shell=bash disable=SC2154

imgui_folder=.build/imgui
imgui_version=1.92.2b+ds-1
imgui_archive=imgui_1.92.2b+ds.orig.tar.xz
imgui_sha256=e7bd201d56b5ee90d24d5dac85e5c12f98bdb95410252a62d27b7f89e4566d48

# Suites that may offer 1.92, the likeliest first.
imgui_suites() {
  if runs_ubuntu; then printf 'resolute devel'; else printf 'forky sid'; fi
}

# The version to take out of one suite: the pinned one where it is offered, else another 1.92, else nothing.
offered_imgui_version() { # FOLDER
  private_apt "$1" apt-cache showsrc imgui 2>/dev/null |
    awk -v pinned="$imgui_version" '
      /^Version: / && $2 == pinned { found = $2 }
      /^Version: 1\.92/ && found != pinned { found = $2 }
      END { print found }'
}

take_imgui() { # FOLDER
  local version
  version=$(offered_imgui_version "$1")
  [[ -n $version ]] && fetch_source "$1" "imgui=$version" && check_source "$1" imgui "$imgui_archive" "$imgui_sha256" &&
    unpack_source "$1" imgui "$imgui_folder" && [[ -f $imgui_folder/imgui.cpp ]]
}

step_imgui() {
  is_stamped imgui "$imgui_version $imgui_sha256" && [[ -f $imgui_folder/imgui.cpp ]] && return
  # shellcheck disable=SC2046
  from_first_suite imgui "$imgui_version $imgui_sha256" 'imgui 1.92' take_imgui $(imgui_suites)
}
