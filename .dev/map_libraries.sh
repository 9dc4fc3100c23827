# What the map reads its tiles with, in .build/map_libraries: nanopb (Protocol Buffers in C) and earcut.hpp (triangles from
# polygons), out of the source packages of the release this machine runs, because the packages themselves hold no source for
# WebAssembly. Fetched as Dear ImGui's is, see imgui_source.sh.
# shellcheck shell=bash disable=SC2154

map_libraries_folder=.build/map_libraries

# "PACKAGE VERSION SHA256": where a release offers this version, its archive has to be this one.
map_library_sources() {
  cat <<'LIST'
nanopb 0.4.7-2 e1d89b166367a3c42d42311bdc2ed57ff78f86aede9a66828516e45490d48c81
python-mapbox-earcut 1.0.1-2 88b439b7623c8dc81eec33281254b0b508bb2a0e0e8b82cb68f4c7c0c4208b0e
LIST
}

fetch_map_library() { # FOLDER PACKAGE PINNED_VERSION SHA256
  local folder=$1 package=$2 pinned=$3 sum=$4 archive
  (cd "$folder/source" && private_apt "$folder" apt-get source --download-only --only-source "$package")
  archive=$(find "$folder/source" -name "${package}_*.orig.tar.*" ! -name '*.asc' | head -n 1)
  if [[ -f $folder/source/${package}_$pinned.dsc ]]; then
    printf '%s  %s\n' "$sum" "$archive" | sha256sum --check --status || {
      printf '%s %s is not the archive that was pinned here\n' "$package" "$pinned" >&2
      return 1
    }
  fi
  mkdir -p "$folder/unpacked/$package"
  tar --extract --strip-components=1 --directory "$folder/unpacked/$package" --file "$archive"
}

step_map_libraries() {
  local wanted folder=$PWD/.build/map-libraries-source uri codename package version sum
  wanted=$(map_library_sources)
  is_stamped map-libraries "$wanted" && [[ -f $map_libraries_folder/mapbox/earcut.hpp ]] && return
  uri=$(own_mirror)
  codename=$(. /etc/os-release && printf '%s' "${VERSION_CODENAME:-}")
  if [[ -z $uri || -z $codename ]]; then
    printf 'apt knows no package source of the release this machine runs, so there is nowhere to get nanopb and earcut from\n' >&2
    return 1
  fi
  write_mirror_source "$folder" "$uri" "$codename"
  private_apt "$folder" apt-get update
  while read -r package version sum; do fetch_map_library "$folder" "$package" "$version" "$sum"; done <<<"$wanted"
  rm -rf "$map_libraries_folder"
  mkdir -p "$map_libraries_folder/mapbox"
  cp "$folder"/unpacked/nanopb/pb*.[ch] "$map_libraries_folder/"
  cp "$(find "$folder/unpacked/python-mapbox-earcut" -name earcut.hpp | head -n 1)" "$map_libraries_folder/mapbox/"
  rm -rf "$folder"
  write_stamp map-libraries "$wanted"
}
