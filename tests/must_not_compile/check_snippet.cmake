# Compiles one snippet (COMPILER, SNIPPET, SOURCES, HEADERS) and compares what happens with its first line. With CASE, the
# snippet is one of several in a file and must be refused for whatever reason.
file(STRINGS ${SNIPPET} first_line LIMIT_COUNT 1)
if(DEFINED CASE)
  set(defines -D${CASE})
  set(first_line "// expect: error:")
endif()
if(CASE STREQUAL "ALLOWED")
  set(first_line "// compiles")
endif()
execute_process(
  COMMAND ${CMAKE_COMMAND} -E env LC_ALL=C ${COMPILER} -std=c++20 -fsyntax-only -fno-exceptions -fno-rtti -Wall -Wextra -Werror -DJSON_NOEXCEPTION
          -I ${SOURCES} -isystem ${HEADERS} ${defines} ${SNIPPET}
  RESULT_VARIABLE result
  ERROR_VARIABLE complaint)

if(first_line STREQUAL "// compiles")
  if(NOT result EQUAL 0)
    message(FATAL_ERROR "must compile, but does not:\n${complaint}")
  endif()
  return()
endif()

string(REGEX MATCH "^// expect: (.+)$" is_expectation "${first_line}")
if(NOT is_expectation)
  message(FATAL_ERROR "${SNIPPET} begins neither with '// expect: ...' nor with '// compiles'")
endif()
set(expected "${CMAKE_MATCH_1}")
if(result EQUAL 0)
  message(FATAL_ERROR "compiles, but must not")
endif()
if(NOT complaint MATCHES "${expected}")
  message(FATAL_ERROR "does not compile, but for another reason than '${expected}':\n${complaint}")
endif()
