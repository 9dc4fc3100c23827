# One run of a fuzz target in CI: from the same seed and an empty folder of finds, so that it does the same each time. An input that
# breaks it is left in FOUND with its name in the output.
file(REMOVE_RECURSE ${FOUND})
file(MAKE_DIRECTORY ${FOUND}/inputs)
execute_process(RESULT_VARIABLE result COMMAND ${PROGRAM} -runs=${RUNS} -seed=20261126 -max_len=8192 -timeout=10 -rss_limit_mb=1024
  -print_final_stats=1 -artifact_prefix=${FOUND}/ ${FOUND}/inputs ${CORPUS})
if(NOT result EQUAL 0)
  message(FATAL_ERROR "${PROGRAM} ended with ${result}; the input is in ${FOUND}")
endif()
