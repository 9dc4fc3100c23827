# The reader side of maps, without Dear ImGui: archives, tiles, what is seen of them. Its two libraries come from ./dev
# (.dev/library_sources.sh); their own warnings are their own affair.
enable_language(C)
set(STADTTOR_MAP_LIBRARIES ${PROJECT_SOURCE_DIR}/.build/map_libraries CACHE PATH "Folder with pb_decode.c and mapbox/earcut.hpp")
if(NOT EXISTS ${STADTTOR_MAP_LIBRARIES}/mapbox/earcut.hpp)
  message(FATAL_ERROR "There is no earcut.hpp in ${STADTTOR_MAP_LIBRARIES}/mapbox. ./dev build fetches it; "
    "-DSTADTTOR_MAP_LIBRARIES=FOLDER takes it from elsewhere.")
endif()

add_library(nanopb STATIC EXCLUDE_FROM_ALL ${STADTTOR_MAP_LIBRARIES}/pb_common.c ${STADTTOR_MAP_LIBRARIES}/pb_decode.c
  ${STADTTOR_MAP_LIBRARIES}/pb_encode.c)
target_include_directories(nanopb SYSTEM PUBLIC ${STADTTOR_MAP_LIBRARIES})
# Tiles are read from memory and written to memory.
target_compile_definitions(nanopb PUBLIC PB_BUFFER_ONLY)
target_compile_options(nanopb PRIVATE -w)

stadttor_library(stadttor_map FOLDERS presentation/imgui/scenes/map presentation/imgui/scenes/view LINK stadttor_semantics nanopb)
