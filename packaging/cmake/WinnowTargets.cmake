# How every library, program and test of the project is declared, in one place.

add_library(winnow_options INTERFACE)
target_compile_definitions(winnow_options INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_FOREACH
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_USE_QSTRINGBUILDER QT_DISABLE_DEPRECATED_BEFORE=0x060400
    WINNOW_VERSION="${PROJECT_VERSION}" $<$<CONFIG:Dev>:QT_FORCE_ASSERTS>)
target_compile_options(winnow_options INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wold-style-cast -Wnon-virtual-dtor -Woverloaded-virtual
    -Wsuggest-override -Wimplicit-fallthrough)
if(WINNOW_WERROR)
    target_compile_options(winnow_options INTERFACE -Werror)
endif()
if(WINNOW_SANITIZE)
    add_compile_options(-fsanitize=address,undefined -fno-omit-frame-pointer -fno-sanitize-recover=undefined)
    add_link_options(-fsanitize=address,undefined)
    # Leaks are looked for by tracing the program at its end, which some containers forbid: every test would fail there.
    include(CheckCXXSourceRuns)
    set(CMAKE_REQUIRED_FLAGS -fsanitize=address)
    check_cxx_source_runs("int main() {}" WINNOW_FINDS_LEAKS)
    unset(CMAKE_REQUIRED_FLAGS)
    if(NOT WINNOW_FINDS_LEAKS)
        message(WARNING "A program may not be traced here: the tests run without looking for leaks")
    endif()
endif()

if(WINNOW_FUZZ)
    add_compile_options(-fsanitize=fuzzer-no-link,address,undefined -fno-omit-frame-pointer -fno-sanitize-recover=undefined)
    add_link_options(-fsanitize=address,undefined)
endif()
if(WINNOW_SANITIZE OR WINNOW_PRECOMPILED_TESTS)
    include(packaging/cmake/WinnowPrecompiled.cmake)
endif()

# winnow_library(NAME DEPS...): a static library of every source below the calling folder.
function(winnow_library name)
    file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp ${CMAKE_CURRENT_SOURCE_DIR}/*.h)
    add_library(winnow_${name} STATIC ${sources})
    set_target_properties(winnow_${name} PROPERTIES AUTOMOC ON)
    # CMake 3.25 does not run AUTOMOC again for a header that is new: make it, when the list of files changed.
    set(known "")
    if(EXISTS ${CMAKE_CURRENT_BINARY_DIR}/sources.txt)
        file(READ ${CMAKE_CURRENT_BINARY_DIR}/sources.txt known)
    endif()
    if(NOT known STREQUAL "${sources}")
        file(REMOVE ${CMAKE_CURRENT_BINARY_DIR}/winnow_${name}_autogen/timestamp)
        file(WRITE ${CMAKE_CURRENT_BINARY_DIR}/sources.txt "${sources}")
    endif()
    target_include_directories(winnow_${name} PUBLIC ${PROJECT_SOURCE_DIR})
    target_link_libraries(winnow_${name} PUBLIC ${ARGN} PRIVATE winnow_options)
    if(WINNOW_SANITIZE)
        # ui/models knows no widgets.
        cmake_path(RELATIVE_PATH CMAKE_CURRENT_SOURCE_DIR BASE_DIRECTORY ${PROJECT_SOURCE_DIR} OUTPUT_VARIABLE room)
        if(room MATCHES "^ui/" AND NOT room STREQUAL "ui/models")
            winnow_precompiled(winnow_${name} ui)
        else()
            winnow_precompiled(winnow_${name} core)
        endif()
    endif()
endfunction()

# winnow_tests(FOLDER LIBRARIES...): each tst_*.cpp below FOLDER becomes one test program.
function(winnow_tests folder)
    file(GLOB_RECURSE files CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${folder}/tst_*.cpp)
    foreach(file IN LISTS files)
        get_filename_component(test ${file} NAME_WE)
        add_executable(${test} ${file})
        set_target_properties(${test} PROPERTIES AUTOMOC ON RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/tests)
        target_link_libraries(${test} PRIVATE winnow_options Qt6::Test ${ARGN})
        target_compile_definitions(${test} PRIVATE
            WINNOW_SOURCE_DIR="${PROJECT_SOURCE_DIR}" WINNOW_BIN_DIR="${CMAKE_RUNTIME_OUTPUT_DIRECTORY}")
        if(COMMAND winnow_precompiled AND folder STREQUAL "ui")
            winnow_precompiled(${test} uitest)
        elseif(COMMAND winnow_precompiled)
            winnow_precompiled(${test} test)
        endif()
        add_test(NAME ${test} COMMAND ${test})
        set(environment QT_QPA_PLATFORM=offscreen LC_ALL=C.UTF-8 QT_LOGGING_RULES=qt.qpa.*=false)
        if(WINNOW_SANITIZE)
            list(APPEND environment UBSAN_OPTIONS=print_stacktrace=1
                ASAN_OPTIONS=detect_leaks=$<BOOL:${WINNOW_FINDS_LEAKS}>)
        endif()
        set_tests_properties(${test} PROPERTIES LABELS ${folder} TIMEOUT 280 ENVIRONMENT "${environment}")
    endforeach()
endfunction()
