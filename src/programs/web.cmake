# The client, started by web/engine.js, in two engines: core has the pages that are read and found, desk has them too and those on which
# citizens work with their own data (forms, the vault, sending). A page names the one it needs.
stadttor_library(stadttor_platform FOLDERS platform/web LINK stadttor_foundation stadttor_records)
function(stadttor_engine name)
  add_executable(${name} src/programs/web_main.cpp ${ARGN})
  target_link_libraries(${name} PRIVATE stadttor_portal stadttor_document stadttor_platform)
  set_target_properties(${name} PROPERTIES SUFFIX .mjs)
  target_link_options(${name} PRIVATE -Oz -fno-exceptions -fno-rtti
    -sMODULARIZE=1 -sEXPORT_ES6=1 -sENVIRONMENT=web -sFILESYSTEM=0 -sMALLOC=emmalloc
    -sDYNAMIC_EXECUTION=0 -sALLOW_MEMORY_GROWTH=1 -sMAXIMUM_MEMORY=256MB -sINITIAL_MEMORY=4MB
    -sTOTAL_STACK=256KB
    -sFETCH=1 -sFETCH_SUPPORT_INDEXEDDB=0 -sINVOKE_RUN=1 -sEXIT_RUNTIME=0
    -sEXPORTED_FUNCTIONS=_main,_stadttor_text,_stadttor_start,_stadttor_act,_stadttor_open,_stadttor_frame,_stadttor_online,_stadttor_visible,_stadttor_rebuild,_stadttor_speech_ended,_stadttor_tell_tree,_stadttor_stop_telling,_stadttor_handle_of_key,_stadttor_key_high,_stadttor_key_low,_stadttor_word,_stadttor_word_text,_stadttor_found_position,_stadttor_gives_way
    -sEXPORTED_RUNTIME_METHODS=HEAPU8 -sINCOMING_MODULE_JS_API=instantiateWasm,host,onAbort,locateFile,print,printErr)
endfunction()
stadttor_engine(core src/programs/web/reading_engine.cpp)
stadttor_engine(desk src/programs/web/desk_engine.cpp)
target_link_libraries(desk PRIVATE stadttor_desk)
# Not -Oz: that links a memcpy byte by byte, and attachments have megabytes (tests/bench/vault.mjs).
target_link_options(desk PRIVATE -Os)

# Argon2id for passphrases: the reference implementation by itself, loaded by web/keys/ when a vault is opened with one. Its own
# warnings are its own affair. Its source comes from ./dev (.dev/argon2_source.sh).
enable_language(C)
set(STADTTOR_ARGON2 ${PROJECT_SOURCE_DIR}/.build/argon2 CACHE PATH "Folder with the source of Argon2's reference implementation")
if(NOT EXISTS ${STADTTOR_ARGON2}/src/argon2.c)
  message(FATAL_ERROR "There is no argon2.c in ${STADTTOR_ARGON2}/src. ./dev build fetches it; -DSTADTTOR_ARGON2=FOLDER takes it from elsewhere.")
endif()
function(stadttor_argon2 name filling)
  set(sources argon2.c core.c encoding.c ${filling} thread.c blake2/blake2b.c)
  list(TRANSFORM sources PREPEND ${STADTTOR_ARGON2}/src/)
  add_executable(${name} ${sources})
  target_include_directories(${name} PRIVATE ${STADTTOR_ARGON2}/include)
  target_compile_definitions(${name} PRIVATE ARGON2_NO_THREADS)
  target_compile_options(${name} PRIVATE -w -O3 ${ARGN})
  set_target_properties(${name} PROPERTIES SUFFIX .wasm)
  target_link_options(${name} PRIVATE -O3 --no-entry -sSTANDALONE_WASM=1 -sFILESYSTEM=0 -sMALLOC=emmalloc
    -sALLOW_MEMORY_GROWTH=1 -sMAXIMUM_MEMORY=320MB -sINITIAL_MEMORY=1MB -sTOTAL_STACK=64KB
    -sEXPORTED_FUNCTIONS=_argon2id_hash_raw,_malloc)
endfunction()
stadttor_argon2(argon2 ref.c)
# The library's own version for SSE, which Emscripten translates to WebAssembly's SIMD: three to four times as fast, and not for every browser.
stadttor_argon2(argon2_simd opt.c -msimd128 -msse2 -mssse3)

# What draws scenes: canvas.mjs and canvas.wasm, loaded by web/canvas/ when a scene comes into view.
stadttor_library(stadttor_scenes FOLDERS presentation/imgui/scenes EXCEPT "scenes/map/" "scenes/view/" "scenes/font_text_ink" LINK stadttor_map imgui)
target_sources(stadttor_scenes PRIVATE src/presentation/imgui/theme.cpp src/presentation/imgui/colour.cpp src/presentation/imgui/design_tokens.cpp)
# What a whole page is painted with, where the browser has laid it out: styles and surfaces, no layout and no text.
file(GLOB box_style_sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/presentation/imgui/box_*.cpp)
target_sources(stadttor_scenes PRIVATE ${box_style_sources} src/presentation/imgui/surroundings.cpp src/presentation/imgui/rhythm.cpp
  src/presentation/imgui/measured_page.cpp src/presentation/imgui/painting/surface_painting.cpp)
add_library(imgui_opengl3 STATIC ${STADTTOR_IMGUI}/backends/imgui_impl_opengl3.cpp)
target_link_libraries(imgui_opengl3 PUBLIC imgui)
target_compile_definitions(imgui_opengl3 PRIVATE IMGUI_IMPL_OPENGL_ES3)
target_compile_options(imgui_opengl3 PRIVATE -w -fno-exceptions -fno-rtti)
file(GLOB canvas_sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/programs/canvas/*.cpp)
add_executable(canvas src/programs/canvas_main.cpp ${canvas_sources})
target_link_libraries(canvas PRIVATE stadttor_options stadttor_scenes imgui_opengl3)
set_target_properties(canvas PROPERTIES SUFFIX .mjs)
target_link_options(canvas PRIVATE -Oz -fno-exceptions -fno-rtti
  -sMODULARIZE=1 -sEXPORT_ES6=1 -sENVIRONMENT=web -sFILESYSTEM=0 -sMALLOC=emmalloc
  -sDYNAMIC_EXECUTION=0 -sALLOW_MEMORY_GROWTH=1 -sMAXIMUM_MEMORY=256MB -sINITIAL_MEMORY=4MB
  -sTOTAL_STACK=256KB -sMIN_WEBGL_VERSION=2 -sMAX_WEBGL_VERSION=2
  -sINVOKE_RUN=1 -sEXIT_RUNTIME=0
  -sEXPORTED_RUNTIME_METHODS=HEAPU8 -sINCOMING_MODULE_JS_API=instantiateWasm,host,onAbort,locateFile,print,printErr)

# For the tests in browsers only: a vault on a page of its own.
add_executable(vault_check tests/browser/vault_check/vault_check_main.cpp)
target_link_libraries(vault_check PRIVATE stadttor_vault stadttor_protocols stadttor_platform)
set_target_properties(vault_check PROPERTIES SUFFIX .mjs)
target_link_options(vault_check PRIVATE -Os -fno-exceptions -fno-rtti
  -sMODULARIZE=1 -sEXPORT_ES6=1 -sENVIRONMENT=web -sFILESYSTEM=0 -sMALLOC=emmalloc
  -sDYNAMIC_EXECUTION=0 -sALLOW_MEMORY_GROWTH=1 -sMAXIMUM_MEMORY=256MB -sINITIAL_MEMORY=4MB -sTOTAL_STACK=256KB
  -sINVOKE_RUN=1 -sEXIT_RUNTIME=0
  -sEXPORTED_FUNCTIONS=_main,_check_place,_check_ask
  -sEXPORTED_RUNTIME_METHODS=HEAPU8 -sINCOMING_MODULE_JS_API=host,onAbort,locateFile,print,printErr)
