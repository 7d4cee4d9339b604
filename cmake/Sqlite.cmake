# SQLite comes as the amalgamation out of a pinned npm package, because Debian's 3.40 has a known fault that
# can damage a write-ahead log. It is compiled once, always at -O2, and shared by all build types.
add_library(forecourt_sqlite INTERFACE)
if(FORECOURT_SYSTEM_SQLITE)
    pkg_check_modules(SQLITE REQUIRED IMPORTED_TARGET sqlite3>=3.44)
    target_link_libraries(forecourt_sqlite INTERFACE PkgConfig::SQLITE)
    return()
endif()

set(SQLITE_DIR "${CMAKE_SOURCE_DIR}/build/sqlite")
if(NOT EXISTS "${SQLITE_DIR}/sqlite3.c")
    execute_process(
        COMMAND "${CMAKE_SOURCE_DIR}/tools/build_sqlite" fetch "${SQLITE_DIR}"
        COMMAND_ERROR_IS_FATAL ANY)
endif()
add_custom_command(
    OUTPUT "${SQLITE_DIR}/libsqlite3.a"
    COMMAND "${CMAKE_SOURCE_DIR}/tools/build_sqlite" compile "${SQLITE_DIR}"
    DEPENDS "${CMAKE_SOURCE_DIR}/tools/build_sqlite" "${SQLITE_DIR}/sqlite3.c"
    COMMENT "Compiling SQLite"
    VERBATIM)
add_custom_target(forecourt_sqlite_archive DEPENDS "${SQLITE_DIR}/libsqlite3.a")
add_dependencies(forecourt_sqlite forecourt_sqlite_archive)
target_include_directories(forecourt_sqlite SYSTEM INTERFACE "${SQLITE_DIR}")
target_link_libraries(forecourt_sqlite INTERFACE "${SQLITE_DIR}/libsqlite3.a" m ${CMAKE_DL_LIBS})
