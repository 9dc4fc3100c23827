# The client: core.mjs and core.wasm, started by web/engine.js.
stadttor_library(stadttor_platform FOLDERS platform/web LINK stadttor_foundation)
add_executable(core src/programs/web_main.cpp)
target_link_libraries(core PRIVATE stadttor_portal stadttor_document stadttor_platform)
set_target_properties(core PROPERTIES SUFFIX .mjs)
target_link_options(core PRIVATE -Oz -fno-exceptions -fno-rtti
  -sMODULARIZE=1 -sEXPORT_ES6=1 -sENVIRONMENT=web -sFILESYSTEM=0 -sMALLOC=emmalloc
  -sDYNAMIC_EXECUTION=0 -sALLOW_MEMORY_GROWTH=1 -sMAXIMUM_MEMORY=256MB -sINITIAL_MEMORY=4MB
  -sTOTAL_STACK=256KB
  -sFETCH=1 -sFETCH_SUPPORT_INDEXEDDB=0 -sINVOKE_RUN=1 -sEXIT_RUNTIME=0
  -sEXPORTED_FUNCTIONS=_main,_stadttor_text,_stadttor_start,_stadttor_act,_stadttor_open,_stadttor_frame,_stadttor_online,_stadttor_rebuild,_stadttor_speech_ended
  -sEXPORTED_RUNTIME_METHODS=HEAPU8 -sINCOMING_MODULE_JS_API=instantiateWasm,host,onAbort,locateFile,print,printErr)
