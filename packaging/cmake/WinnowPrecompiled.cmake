# Precompiled headers: for everything in the sanitizer build, where compiling costs most, and for the tests in that of
# continuous integration, of which each is a program of one file. The other builds go without, and no library has one in
# continuous integration, so that every file has to include what it uses.

# winnow_precompiled(TARGET KIND): KIND is core or ui for a library, test or uitest for a program (its flags differ).
function(winnow_precompiled target kind)
    set(owner winnow_precompiled_${kind})
    if(NOT TARGET ${owner})
        set(headers <QtCore> <algorithm> <array> <cmath> <functional> <memory> <numeric> <optional> <vector>)
        set(modules Qt6::Core)
        if(kind MATCHES "ui")
            list(APPEND headers <QtWidgets> <QtConcurrent>)
            list(APPEND modules Qt6::Widgets Qt6::Concurrent)
        endif()
        set(source ${PROJECT_BINARY_DIR}/precompiled_${kind}.cpp)
        if(kind MATCHES "test")
            list(APPEND headers <QtTest>)
            # The tests of the window link the network; a header of QtTest asks whether they do.
            list(APPEND modules Qt6::Test $<$<STREQUAL:${kind},uitest>:Qt6::Network>)
            file(CONFIGURE OUTPUT ${source} CONTENT "int main() {}\n")
            add_executable(${owner} ${source})
            set_target_properties(${owner} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/tests)
        else()
            file(CONFIGURE OUTPUT ${source} CONTENT "\n")
            add_library(${owner} OBJECT ${source})
        endif()
        target_link_libraries(${owner} PRIVATE winnow_options ${modules})
        target_precompile_headers(${owner} PRIVATE ${headers})
    endif()
    target_precompile_headers(${target} REUSE_FROM ${owner})
endfunction()
