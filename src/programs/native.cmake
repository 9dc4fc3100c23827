# Native programs: the headless engine with its tools (stadttor), the reference city (city), and the tests.
find_package(PkgConfig REQUIRED)
find_package(OpenSSL REQUIRED)
pkg_check_modules(ICU REQUIRED IMPORTED_TARGET GLOBAL icu-i18n icu-uc)
pkg_check_modules(CURL REQUIRED IMPORTED_TARGET GLOBAL libcurl)
pkg_check_modules(BROTLI REQUIRED IMPORTED_TARGET GLOBAL libbrotlienc)
pkg_check_modules(ZLIB REQUIRED IMPORTED_TARGET GLOBAL zlib)
pkg_check_modules(EXPAT REQUIRED IMPORTED_TARGET GLOBAL expat)
pkg_check_modules(FRIBIDI REQUIRED IMPORTED_TARGET GLOBAL fribidi)
pkg_check_modules(SVG REQUIRED IMPORTED_TARGET GLOBAL librsvg-2.0 cairo)
pkg_check_modules(OFFSCREEN REQUIRED IMPORTED_TARGET GLOBAL egl opengl)
pkg_check_modules(SDL REQUIRED IMPORTED_TARGET GLOBAL sdl2)
pkg_check_modules(SQLITE REQUIRED IMPORTED_TARGET GLOBAL sqlite3)
pkg_check_modules(ARGON2 REQUIRED IMPORTED_TARGET GLOBAL libargon2)
find_library(MD4C_LIBRARY md4c REQUIRED)

stadttor_library(stadttor_platform FOLDERS platform/native 
  LINK stadttor_foundation stadttor_records PkgConfig::ICU PkgConfig::CURL PkgConfig::SQLITE PkgConfig::ARGON2 OpenSSL::Crypto)
stadttor_library(stadttor_authoring READS_JSON FOLDERS portal/authoring
  LINK stadttor_portal stadttor_document stadttor_map OpenSSL::Crypto PkgConfig::ICU PkgConfig::EXPAT ${MD4C_LIBRARY})

stadttor_library(stadttor_imgui FOLDERS presentation/imgui EXCEPT "presentation/imgui/scenes/map/" "presentation/imgui/scenes/view/"
  LINK stadttor_map imgui PkgConfig::FRIBIDI)

add_library(imgui_opengl3 STATIC ${STADTTOR_IMGUI}/backends/imgui_impl_opengl3.cpp)
target_link_libraries(imgui_opengl3 PUBLIC imgui ${CMAKE_DL_LIBS})
target_compile_options(imgui_opengl3 PRIVATE -w -fno-exceptions -fno-rtti)
stadttor_library(stadttor_drawing FOLDERS programs/drawing
  LINK stadttor_imgui stadttor_city stadttor_platform imgui_opengl3 PkgConfig::SVG PkgConfig::OFFSCREEN)

stadttor_library(stadttor_native_desk FOLDERS programs/desk LINK stadttor_portal stadttor_platform)
stadttor_library(stadttor_headless FOLDERS programs/headless
  LINK stadttor_native_desk stadttor_authoring stadttor_drawing stadttor_outline stadttor_platform PkgConfig::BROTLI PkgConfig::ZLIB)
add_library(imgui_sdl2 STATIC ${STADTTOR_IMGUI}/backends/imgui_impl_sdl2.cpp)
target_link_libraries(imgui_sdl2 PUBLIC imgui PkgConfig::SDL)
target_compile_options(imgui_sdl2 PRIVATE -w -fno-exceptions -fno-rtti)
stadttor_library(stadttor_terminal FOLDERS programs/terminal
  LINK stadttor_native_desk stadttor_portal stadttor_drawing stadttor_platform imgui_sdl2)

add_executable(stadttor src/programs/headless_main.cpp src/programs/terminal_command.cpp)
target_link_libraries(stadttor PRIVATE stadttor_headless stadttor_terminal)

add_subdirectory(src/programs/city)
set_target_properties(city PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR})

if(STADTTOR_TESTS)
  enable_testing()
  include(tests/tests.cmake)
endif()
