# Dear ImGui as a library, from the source that ./dev put into .build/imgui (.dev/imgui_source.sh). Its own warnings are
# its own affair; what it is built with stands in imgui_config.h.
set(STADTTOR_IMGUI ${PROJECT_SOURCE_DIR}/.build/imgui CACHE PATH "Folder with the source of Dear ImGui 1.92")
if(NOT EXISTS ${STADTTOR_IMGUI}/imgui.cpp)
  message(FATAL_ERROR "There is no Dear ImGui in ${STADTTOR_IMGUI}. ./dev build fetches it; "
    "-DSTADTTOR_IMGUI=FOLDER takes it from elsewhere.")
endif()

add_library(imgui STATIC EXCLUDE_FROM_ALL ${STADTTOR_IMGUI}/imgui.cpp ${STADTTOR_IMGUI}/imgui_draw.cpp
  ${STADTTOR_IMGUI}/imgui_tables.cpp ${STADTTOR_IMGUI}/imgui_widgets.cpp)
target_include_directories(imgui SYSTEM PUBLIC ${STADTTOR_IMGUI} ${STADTTOR_IMGUI}/backends)
target_include_directories(imgui PUBLIC ${PROJECT_SOURCE_DIR}/src)
target_compile_definitions(imgui PUBLIC IMGUI_USER_CONFIG="presentation/imgui/imgui_config.h")
target_compile_options(imgui PRIVATE -w -fno-exceptions -fno-rtti)
