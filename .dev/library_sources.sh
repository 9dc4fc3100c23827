# Small libraries that are translated with our own sources, for WebAssembly too, out of the source packages of the release
# this machine runs: nanopb (Protocol Buffers in C) and earcut.hpp (triangles from polygons), which the map reads its tiles with,
# in .build/map_libraries; the QR Code generator library in .build/qr_code.
# shellcheck shell=bash disable=SC2154

map_libraries_folder=.build/map_libraries
qr_code_folder=.build/qr_code

# "PACKAGE ARCHIVE SHA256"
library_sources() {
  cat <<'LIST'
nanopb nanopb_0.4.7.orig.tar.gz e1d89b166367a3c42d42311bdc2ed57ff78f86aede9a66828516e45490d48c81
python-mapbox-earcut python-mapbox-earcut_1.0.1.orig.tar.gz 88b439b7623c8dc81eec33281254b0b508bb2a0e0e8b82cb68f4c7c0c4208b0e
qr-code-generator qr-code-generator_1.8.0.orig.tar.gz 2ec0a4d33d6f521c942eeaf473d42d5fe139abcfa57d2beffe10c5cf7d34ae60
LIST
}

take_libraries() { # FOLDER
  local folder=$1 package archive sum
  while read -r package archive sum; do
    fetch_source "$folder" "$package" && check_source "$folder" "$package" "$archive" "$sum" &&
      unpack_source "$folder" "$package" "$folder/unpacked-$package" || return
  done < <(library_sources)
  rm -rf "$map_libraries_folder" "$qr_code_folder"
  mkdir -p "$map_libraries_folder/mapbox" "$qr_code_folder"
  cp "$folder"/unpacked-nanopb/pb*.[ch] "$map_libraries_folder/"
  cp "$(find "$folder/unpacked-python-mapbox-earcut" -name earcut.hpp | head -n 1)" "$map_libraries_folder/mapbox/"
  cp "$folder"/unpacked-qr-code-generator/c/qrcodegen.[ch] "$qr_code_folder/"
}

step_libraries() {
  local wanted
  wanted=$(library_sources)
  is_stamped libraries "$wanted" && [[ -f $map_libraries_folder/mapbox/earcut.hpp && -f $qr_code_folder/qrcodegen.c ]] && return
  from_first_suite libraries "$wanted" 'nanopb, earcut and the QR Code generator' take_libraries "$(release_codename)"
}
