# The builds of the one source: native with g++, with sanitizers and clang, web; and the site made of native and web.
# shellcheck shell=bash disable=SC2154

# configure FOLDER CMAKE_ARGUMENT...: only when it has not been done, or was done otherwise.
configure() {
  local folder=$1 name
  name=configured-$(basename "$folder")
  shift
  is_stamped "$name" "$*" && [[ -f $folder/build.ninja ]] && return
  cmake -S . -B "$folder" -G Ninja "$@"
  write_stamp "$name" "$*"
}

step_native() {
  configure .build/native -DCMAKE_BUILD_TYPE=Release
  cmake --build .build/native
}

# The other compiler's warnings and the sanitizers in one build: each alone would take as long as both.
sanitized_arguments=(-DCMAKE_BUILD_TYPE=Debug -DSTADTTOR_SANITIZE=ON -DCMAKE_CXX_COMPILER=clang++)
step_sanitized() {
  configure .build/sanitized "${sanitized_arguments[@]}"
  cmake --build .build/sanitized
}

# Of the same build only the programs that are fed with broken input.
step_fuzz() {
  configure .build/sanitized "${sanitized_arguments[@]}"
  cmake --build .build/sanitized --target fuzz_targets
}

# "ROOT FROZEN CACHE" of the Emscripten in the PATH. Kept, because asking takes a second of every start.
emscripten_facts() {
  local facts=$stamp_folder/emscripten-facts compiler
  compiler=$(readlink -f "$(command -v emcc)")
  if [[ ! $facts -nt $compiler || ! -s $facts ]]; then
    printf '%s %s %s\n' "$(em-config EMSCRIPTEN_ROOT)" "$(em-config FROZEN_CACHE)" "$(em-config CACHE)" >"$facts.new"
    mv "$facts.new" "$facts"
  fi
  cat "$facts"
}

# The distribution's compiler brings its libraries ready-made and frozen; any other one builds them when first needed,
# into a folder that may belong to root, so it gets one here. Its optimiser needs a JavaScript parser which only the
# distribution's own node finds by itself.
step_web() {
  local root frozen cache
  read -r root frozen cache < <(emscripten_facts)
  if [[ $frozen != True && ! -w $cache ]]; then export EM_CACHE=$PWD/.build/emscripten-cache; fi
  if [[ -d /usr/share/nodejs/acorn ]] && ! (cd / && node -e 'require("acorn")') 2>/dev/null; then
    export NODE_PATH=/usr/share/nodejs
  fi
  configure .build/web -DCMAKE_BUILD_TYPE=MinSizeRel \
    "-DCMAKE_TOOLCHAIN_FILE=$root/cmake/Modules/Platform/Emscripten.cmake"
  cmake --build .build/web
}

# Everything the site is made of, by name, size and time. Another city than the demo one: STADTTOR_PACK, see .dev/site.
site_inputs() {
  { printf '%s\n' "${STADTTOR_PACK:-}"; find ${STADTTOR_PACK:+"$STADTTOR_PACK"} web shell assets .dev/site .build/city/keys/trust.json .build/native/stadttor .build/node/package-lock.json .build/web/*.wasm \
    .build/web/*.mjs -type f -printf '%p %s %T@\n' || true; } | sort | sha256sum
}

step_site() {
  if [[ ! -x .dev/site ]]; then
    printf 'the script that writes the site (.dev/site) is missing\n'
    return 1
  fi
  local inputs
  # Before the inputs are looked at, because the site carries a part of them.
  .build/native/city keys --out .build/city/keys
  inputs=$(site_inputs)
  is_stamped site "$inputs" && [[ -d .build/site ]] && return
  rm -f "$stamp_folder/site"
  .dev/site
  write_stamp site "$inputs"
}
