# The rooms of the house and who may know whom (docs/architecture.md). A room sees another room's headers only when it
# is listed in KNOWS, and KNOWS is checked against this table: a wrong arrow does not configure, a wrong include does
# not compile.

set(NADI_MAY_KNOW_common "")
set(NADI_MAY_KNOW_domain common)
set(NADI_MAY_KNOW_crypto common domain)
set(NADI_MAY_KNOW_storage common domain)
set(NADI_MAY_KNOW_sealing common domain crypto storage)
set(NADI_MAY_KNOW_abdm common domain)
set(NADI_MAY_KNOW_fhir common domain)
set(NADI_MAY_KNOW_documents common domain)
set(NADI_MAY_KNOW_terminology common domain)
set(NADI_MAY_KNOW_clinic common domain storage)
set(NADI_MAY_KNOW_print common domain clinic documents)
set(NADI_MAY_KNOW_flows common domain abdm)
set(NADI_MAY_KNOW_identity common domain abdm)
set(NADI_MAY_KNOW_bridge common domain crypto storage sealing abdm fhir documents flows)

add_library(nadi_options INTERFACE)
target_compile_options(nadi_options INTERFACE
  -Wall -Wextra -Wpedantic $<$<CXX_COMPILER_ID:GNU>:-Wshadow=local> -Wnon-virtual-dtor -Wold-style-cast -Woverloaded-virtual -Werror
  -fstack-protector-strong)
target_compile_definitions(nadi_options INTERFACE
  QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_CAST_FROM_BYTEARRAY
  QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_NO_FOREACH QT_NO_KEYWORDS
  NADI_VERSION="${PROJECT_VERSION}" NADI_BRIDGE_VERSION="${NADI_BRIDGE_VERSION}")
if(CMAKE_BUILD_TYPE STREQUAL "Release" AND NOT NADI_SANITIZE)
  target_compile_definitions(nadi_options INTERFACE _FORTIFY_SOURCE=2)
  target_link_options(nadi_options INTERFACE -Wl,-z,relro,-z,now -pie)
endif()
if(NADI_SANITIZE)
  target_compile_options(nadi_options INTERFACE -fsanitize=${NADI_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  target_link_options(nadi_options INTERFACE -fsanitize=${NADI_SANITIZE})
endif()
if(NADI_FUZZ)
  target_compile_options(nadi_options INTERFACE -fsanitize=fuzzer-no-link)
endif()

# nadi_room(<name> SOURCES ... KNOWS ... [LINKS <public libraries>] [USES <private libraries>])
# Headers are included as "<name>/header.h".
function(nadi_room name)
  cmake_parse_arguments(arg "" "" "SOURCES;KNOWS;LINKS;USES" ${ARGN})
  foreach(other IN LISTS arg_KNOWS)
    if(NOT other IN_LIST NADI_MAY_KNOW_${name})
      message(FATAL_ERROR "core/${name} may not know core/${other}: see core/rooms.cmake and docs/architecture.md")
    endif()
  endforeach()
  add_library(nadi_${name} STATIC ${arg_SOURCES})
  set_target_properties(nadi_${name} PROPERTIES AUTOMOC ON)
  set(include_root ${CMAKE_BINARY_DIR}/rooms/${name})
  file(MAKE_DIRECTORY ${include_root})
  file(CREATE_LINK ${CMAKE_CURRENT_SOURCE_DIR} ${include_root}/${name} SYMBOLIC)
  target_include_directories(nadi_${name} PUBLIC ${include_root})
  target_link_libraries(nadi_${name} PUBLIC ${arg_LINKS} PRIVATE nadi_options ${arg_USES})
  foreach(other IN LISTS arg_KNOWS)
    target_link_libraries(nadi_${name} PUBLIC nadi_${other})
  endforeach()
  nadi_precompile(nadi_${name})
endfunction()

# Qt Core's own headers are most of the cost of a small file: precompiled once, with the first room, for the whole tree.
# g++ takes a precompiled header from another target as long as only definitions differ that Qt Core does not look at.
function(nadi_precompile target)
  if(NADI_FUZZ)
    return()
  endif()
  target_compile_options(${target} PRIVATE -fpch-preprocess -Wno-invalid-pch)
  if(target STREQUAL "nadi_common")
    target_precompile_headers(${target} PRIVATE <QtCore/QtCore> <tl/expected.hpp> <memory> <vector> <variant> <optional>)
  else()
    target_precompile_headers(${target} REUSE_FROM nadi_common)
  endif()
endfunction()

# nadi_test(<name> SOURCES ... LINKS ... [LABELS ...] [TIMEOUT seconds] [ARGUMENTS ...]): one QtTest program in ctest.
function(nadi_test name)
  cmake_parse_arguments(arg "SERIAL" "TIMEOUT" "SOURCES;LINKS;LABELS;ARGUMENTS" ${ARGN})
  add_executable(${name} ${arg_SOURCES})
  set_target_properties(${name} PROPERTIES AUTOMOC ON RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
  target_link_libraries(${name} PRIVATE nadi_options nadi_test_support Qt6::Test ${arg_LINKS})
  target_compile_definitions(${name} PRIVATE
    NADI_SOURCE_DIR="${CMAKE_SOURCE_DIR}" NADI_BIN_DIR="${CMAKE_BINARY_DIR}/bin")
  # A test runs once; what -O3 does to it is paid by everybody who builds.
  target_compile_options(${name} PRIVATE $<$<CONFIG:Release>:-O1>)
  nadi_precompile(${name})
  add_test(NAME ${name} COMMAND ${name} ${arg_ARGUMENTS})
  if(NOT arg_LABELS)
    set(arg_LABELS unit)
  endif()
  if(NOT arg_TIMEOUT)
    set(arg_TIMEOUT 120)
  endif()
  set_tests_properties(${name} PROPERTIES LABELS "${arg_LABELS}" TIMEOUT ${arg_TIMEOUT}
    ENVIRONMENT "QT_QPA_PLATFORM=offscreen;QT_QUICK_BACKEND=software;LC_ALL=C.UTF-8" SKIP_RETURN_CODE 77)
  if(arg_SERIAL)
    set_tests_properties(${name} PROPERTIES RUN_SERIAL ON)
  endif()
endfunction()
