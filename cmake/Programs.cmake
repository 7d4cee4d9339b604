# Every source is found by its place and name:
#   src/**/*_test.cpp            a unit test             src/**/testing/*.cpp     shared by test programs only
#   src/main.cpp                 the program             src/**/*.cpp             the library, all the rest
#   tests/<name>/*.cpp           the program forecourt_<name>
#   bench/*.cpp                  forecourt_bench         tests/fuzz/X.cpp         forecourt_fuzz_X, clang only
file(GLOB_RECURSE ALL_SOURCES CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/src/*.cpp")
set(MAIN_SOURCE "${CMAKE_SOURCE_DIR}/src/main.cpp")
set(LIBRARY_SOURCES ${ALL_SOURCES})
set(UNIT_TEST_SOURCES ${ALL_SOURCES})
set(TESTING_SOURCES ${ALL_SOURCES})
list(FILTER LIBRARY_SOURCES EXCLUDE REGEX "_test\\.cpp$|/testing/|^${CMAKE_SOURCE_DIR}/src/main\\.cpp$")
list(FILTER UNIT_TEST_SOURCES INCLUDE REGEX "_test\\.cpp$")
list(FILTER TESTING_SOURCES INCLUDE REGEX "/testing/")
list(FILTER TESTING_SOURCES EXCLUDE REGEX "_test\\.cpp$")

add_library(forecourt_lib STATIC ${LIBRARY_SOURCES} ${SQL_GENERATED} ${SQL_HEADERS})
target_include_directories(forecourt_lib PUBLIC "${CMAKE_SOURCE_DIR}/src" "${GENERATED_DIR}")
target_link_libraries(forecourt_lib PUBLIC forecourt_flags forecourt_libraries forecourt_sqlite)
target_compile_definitions(forecourt_lib PRIVATE FORECOURT_VERSION="${PROJECT_VERSION}")

# A program takes from the library what it uses, and the assets whole.
function(forecourt_program name)
    add_executable(${name} ${ARGN})
    target_link_libraries(${name} PRIVATE forecourt_lib forecourt_assets)
endfunction()

if(EXISTS "${MAIN_SOURCE}")
    forecourt_program(forecourt "${MAIN_SOURCE}")
    target_compile_definitions(forecourt PRIVATE FORECOURT_VERSION="${PROJECT_VERSION}")
    if(TARGET forecourt_fonts)
        add_dependencies(forecourt forecourt_fonts)
    endif()
endif()

# Test code is not optimised: it compiles in half the time, and what it tests is.
function(forecourt_unoptimised name)
    target_compile_options(${name} PRIVATE $<$<CONFIG:Release>:-O0;-U_FORTIFY_SOURCE>)
endfunction()

if(FORECOURT_TESTS)
    set(TEST_LIBRARIES "")
    if(TESTING_SOURCES)
        add_library(forecourt_testing OBJECT ${TESTING_SOURCES})
        target_link_libraries(forecourt_testing PUBLIC forecourt_lib)
        forecourt_unoptimised(forecourt_testing)
        set(TEST_LIBRARIES forecourt_testing)
    endif()
    if(UNIT_TEST_SOURCES)
        find_package(GTest REQUIRED)
        forecourt_program(forecourt_tests ${UNIT_TEST_SOURCES})
        forecourt_unoptimised(forecourt_tests)
        target_link_libraries(forecourt_tests PRIVATE ${TEST_LIBRARIES} GTest::gmock GTest::gtest_main)
    endif()
    foreach(folder IN ITEMS conformance stories crash cluster simulator)
        file(GLOB_RECURSE sources CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/tests/${folder}/*.cpp")
        if(folder STREQUAL cluster)
            list(APPEND sources "${CMAKE_SOURCE_DIR}/tests/crash/served.cpp")
        endif()
        if(sources)
            forecourt_program(forecourt_${folder} ${sources})
            forecourt_unoptimised(forecourt_${folder})
            target_link_libraries(forecourt_${folder} PRIVATE ${TEST_LIBRARIES})
            target_include_directories(forecourt_${folder} PRIVATE "${CMAKE_SOURCE_DIR}/tests")
            target_compile_definitions(forecourt_${folder} PRIVATE FORECOURT_SOURCE_FOLDER="${CMAKE_SOURCE_DIR}")
        endif()
    endforeach()
    if(TARGET forecourt_crash)
        # The failing disk: loaded into the program before the C library.
        add_library(forecourt_fault MODULE "${CMAKE_SOURCE_DIR}/tests/crash/fault.c")
        target_compile_options(forecourt_fault PRIVATE -U_FORTIFY_SOURCE -Wall -Wextra)
        foreach(program IN ITEMS forecourt_crash forecourt_cluster)
            add_dependencies(${program} forecourt_fault)
            target_compile_definitions(${program} PRIVATE
                FORECOURT_FAULT_LIBRARY="$<TARGET_FILE:forecourt_fault>")
        endforeach()
    endif()
    file(GLOB_RECURSE BENCH_SOURCES CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/bench/*.cpp")
    if(BENCH_SOURCES)
        forecourt_program(forecourt_bench ${BENCH_SOURCES})
        target_include_directories(forecourt_bench PRIVATE "${CMAKE_SOURCE_DIR}")
        target_link_libraries(forecourt_bench PRIVATE ${TEST_LIBRARIES})
    endif()
endif()

# Only clang has libFuzzer. Each fuzz program defines LLVMFuzzerTestOneInput. What they throw things at is
# compiled from the files that read foreign bytes alone: a tenth of the library, in a minute.
if(FORECOURT_SANITIZE MATCHES "fuzzer-no-link")
    file(GLOB READING_SOURCES CONFIGURE_DEPENDS
        "${CMAKE_SOURCE_DIR}/src/core/*.cpp" "${CMAKE_SOURCE_DIR}/src/reflect/*.cpp"
        "${CMAKE_SOURCE_DIR}/src/tables/*.cpp" "${CMAKE_SOURCE_DIR}/src/secrets/*.cpp")
    list(FILTER READING_SOURCES EXCLUDE REGEX "_test\\.cpp$")
    foreach(source IN ITEMS
        anchors/anchor db/wal_check db/wal_format files/image_facts files/picture_privacy
        http/chunks http/framing http/http http/request_parser http/response_head http/url
        services/checklists/checklist_rules services/standards/standard services/standards/standard_problems)
        list(APPEND READING_SOURCES "${CMAKE_SOURCE_DIR}/src/${source}.cpp")
    endforeach()
    add_library(forecourt_reading STATIC ${READING_SOURCES} ${SQL_HEADERS})
    target_include_directories(forecourt_reading PUBLIC "${CMAKE_SOURCE_DIR}/src" "${GENERATED_DIR}")
    target_link_libraries(forecourt_reading PUBLIC forecourt_flags forecourt_libraries)

    file(GLOB FUZZ_SOURCES CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/tests/fuzz/*.cpp")
    add_custom_target(forecourt_fuzz)
    foreach(source IN LISTS FUZZ_SOURCES)
        get_filename_component(stem "${source}" NAME_WE)
        add_executable(forecourt_fuzz_${stem} "${source}")
        target_link_libraries(forecourt_fuzz_${stem} PRIVATE forecourt_reading)
        target_link_options(forecourt_fuzz_${stem} PRIVATE -fsanitize=fuzzer)
        add_dependencies(forecourt_fuzz forecourt_fuzz_${stem})
    endforeach()
endif()
