# Native tests. tests/ mirrors src/; labels: unit, scenario, golden, architecture, must_not_compile.
find_package(doctest REQUIRED)

function(stadttor_test_program name label)
  cmake_parse_arguments(arg "" "" "FOLDERS;EXCEPT;LINK" ${ARGN})
  set(sources)
  foreach(folder IN LISTS arg_FOLDERS)
    file(GLOB_RECURSE found CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/tests/${folder}/*_test.cpp)
    list(APPEND sources ${found})
  endforeach()
  foreach(pattern IN LISTS arg_EXCEPT)
    list(FILTER sources EXCLUDE REGEX ${pattern})
  endforeach()
  add_executable(${name} ${PROJECT_SOURCE_DIR}/tests/support/doctest_main.cpp ${sources})
  target_link_libraries(${name} PRIVATE doctest::doctest ${arg_LINK})
  target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR}/tests)
  # Because: a failed REQUIRE does not stop a test without exceptions; tests write `if (!CHECK(...)) return;`.
  target_compile_definitions(${name} PRIVATE DOCTEST_CONFIG_NO_EXCEPTIONS_BUT_WITH_ALL_ASSERTS
    DOCTEST_CONFIG_ASSERTS_RETURN_VALUES STADTTOR_SOURCE="${PROJECT_SOURCE_DIR}")
  # A test runs once; optimising its own code takes longer than running it.
  target_compile_options(${name} PRIVATE -Wno-conversion -Wno-shadow -O0)
  # doctest_main.cpp holds doctest itself, which the translated header would hide from it.
  set_source_files_properties(${PROJECT_SOURCE_DIR}/tests/support/doctest_main.cpp PROPERTIES SKIP_PRECOMPILE_HEADERS ON)
  target_precompile_headers(${name} PRIVATE <doctest/doctest.h> <nlohmann/json.hpp>)
  add_test(NAME ${name} COMMAND ${name} WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
  set_tests_properties(${name} PROPERTIES LABELS ${label})
endfunction()

stadttor_test_program(unit_tests unit FOLDERS foundation semantics presentation city forms attachments services portal programs/headless programs/terminal
  EXCEPT "services/send_application/" "services/keep_data/" "services/book_appointment/" "services/report_defect/" LINK stadttor_headless stadttor_terminal)
# Apart from the rest, so that what guards personal data is built and run by itself.
stadttor_test_program(key_tests unit FOLDERS platform vault protocols kept_data services/send_application services/keep_data services/book_appointment
  services/report_defect LINK stadttor_services stadttor_platform)
# A million crashes: here optimising takes less time than running.
set_source_files_properties(${PROJECT_SOURCE_DIR}/tests/services/send_application/outbox_simulation_test.cpp
  ${PROJECT_SOURCE_DIR}/tests/services/report_defect/report_simulation_test.cpp
  PROPERTIES COMPILE_OPTIONS "-O2" SKIP_PRECOMPILE_HEADERS ON)
stadttor_test_program(scenario_tests scenario FOLDERS scenarios LINK stadttor_headless)
stadttor_test_program(golden_tests golden FOLDERS golden LINK stadttor_headless)

if(STADTTOR_SANITIZE AND CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
  include(tests/fuzz/fuzz.cmake)
endif()

foreach(folder architecture must_not_compile programs/city)
  if(EXISTS ${PROJECT_SOURCE_DIR}/tests/${folder}/CMakeLists.txt)
    add_subdirectory(${PROJECT_SOURCE_DIR}/tests/${folder} ${PROJECT_BINARY_DIR}/tests/${folder})
  endif()
endforeach()
