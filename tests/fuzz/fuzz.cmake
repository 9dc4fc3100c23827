# Broken input for everything that reads what others wrote: one libFuzzer program for each reader, in the build with clang and
# sanitizers. Label fuzz: a fixed number of runs over the kept corpus, the same each time. ./dev fuzz goes on for as long as asked.

# Which branches an input reaches, counted in the readers themselves; cheap enough for the other tests of this build.
foreach(library foundation records protocols vault forms attachments)
  target_compile_options(stadttor_${library} PRIVATE -fsanitize-coverage=inline-8bit-counters,pc-table)
endforeach()

function(stadttor_fuzz_target name runs)
  cmake_parse_arguments(arg "" "" "SOURCES;LINK" ${ARGN})
  set(program fuzz_${name})
  add_executable(${program} ${PROJECT_SOURCE_DIR}/tests/fuzz/fuzz_main.cpp ${PROJECT_SOURCE_DIR}/tests/fuzz/${name}_target.cpp ${arg_SOURCES})
  target_include_directories(${program} PRIVATE ${PROJECT_SOURCE_DIR}/tests)
  target_compile_options(${program} PRIVATE -fsanitize=fuzzer)
  target_link_options(${program} PRIVATE -fsanitize=fuzzer)
  target_link_libraries(${program} PRIVATE stadttor_options ${arg_LINK})
  add_dependencies(fuzz_targets ${program})
  add_test(NAME ${program} COMMAND ${CMAKE_COMMAND} -DPROGRAM=$<TARGET_FILE:${program}> -DRUNS=${runs}
    -DCORPUS=${PROJECT_SOURCE_DIR}/tests/fuzz/corpus/${name} -DFOUND=${PROJECT_BINARY_DIR}/fuzz/${name}
    -P ${PROJECT_SOURCE_DIR}/tests/fuzz/run_fuzz_target.cmake)
  set_tests_properties(${program} PROPERTIES LABELS fuzz)
endfunction()

add_custom_target(fuzz_targets)
stadttor_fuzz_target(json 60000 LINK stadttor_foundation)
stadttor_fuzz_target(base64url 200000 LINK stadttor_protocols)
stadttor_fuzz_target(jwe 60000 LINK stadttor_protocols stadttor_platform)
stadttor_fuzz_target(json_web_key 15000 LINK stadttor_protocols)
stadttor_fuzz_target(certificate 60000 LINK stadttor_protocols)
stadttor_fuzz_target(security_event 60000 LINK stadttor_protocols)
stadttor_fuzz_target(vault_record 200000 LINK stadttor_vault)
stadttor_fuzz_target(key_slot 200000 LINK stadttor_vault)
stadttor_fuzz_target(manifest 60000 LINK stadttor_vault)
stadttor_fuzz_target(vault_file 10000 LINK stadttor_vault stadttor_platform)
stadttor_fuzz_target(vault_calls 800 LINK stadttor_vault stadttor_platform)
stadttor_fuzz_target(form 5000 LINK stadttor_forms)
stadttor_fuzz_target(form_schema 20000 LINK stadttor_forms)
stadttor_fuzz_target(rule 40000 LINK stadttor_forms)
stadttor_fuzz_target(image_strip 100000 LINK stadttor_attachments)
stadttor_fuzz_target(pdf_strip 40000 LINK stadttor_attachments)

file(GLOB xdf_sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/portal/authoring/xdf/*.cpp)
stadttor_fuzz_target(xdf 20000 SOURCES ${xdf_sources} ${PROJECT_SOURCE_DIR}/src/portal/authoring/json_value.cpp
  LINK stadttor_forms PkgConfig::EXPAT)
