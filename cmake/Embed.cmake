# What the program carries inside: its SQL, its migrations, its words, standards and pages.
find_package(Python3 REQUIRED COMPONENTS Interpreter)
set(GENERATED_DIR "${CMAKE_SOURCE_DIR}/build/generated")

# SQL: X.sql beside the code becomes <same/path/X.sql.h>. Headers are only written when their text changes, so
# that an edit of one statement compiles the files that use it and no others.
file(GLOB_RECURSE SQL_FILES RELATIVE "${CMAKE_SOURCE_DIR}/src"
    CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/src/*.sql")
set(SQL_HEADERS "")
set(SQL_SOURCES "")
foreach(file IN LISTS SQL_FILES)
    list(APPEND SQL_SOURCES "${CMAKE_SOURCE_DIR}/src/${file}")
    if(NOT file MATCHES "(^|/)migrations/")
        list(APPEND SQL_HEADERS "${GENERATED_DIR}/${file}.h")
    endif()
endforeach()
# The list is part of the command, so that a deleted file is noticed too.
string(MD5 SQL_LIST "${SQL_FILES}")
set(SQL_GENERATED "${GENERATED_DIR}/all_sql.cpp" "${GENERATED_DIR}/all_migrations.cpp")
add_custom_command(
    OUTPUT ${SQL_GENERATED} ${SQL_HEADERS}
    COMMAND Python3::Interpreter "${CMAKE_SOURCE_DIR}/tools/embed_sql.py"
        "${CMAKE_SOURCE_DIR}/src" "${GENERATED_DIR}" "${SQL_LIST}"
    DEPENDS "${CMAKE_SOURCE_DIR}/tools/embed_sql.py" ${SQL_SOURCES}
    COMMENT "Embedding SQL"
    VERBATIM)

# Assets are looked at in every build (a few milliseconds) because the names in web/dist change with their
# contents. The generated files change only when an asset does, and nothing but their own object depends on
# them.
set(ASSET_FILES "${GENERATED_DIR}/assets.S" "${GENERATED_DIR}/assets_table.cpp")
set(ASSET_ARGUMENTS "")
if(NOT FORECOURT_WEB)
    set(ASSET_ARGUMENTS "--without-web")
endif()
add_custom_target(forecourt_assets_generate
    COMMAND Python3::Interpreter "${CMAKE_SOURCE_DIR}/tools/embed_assets.py"
        "${CMAKE_SOURCE_DIR}" "${GENERATED_DIR}" ${ASSET_ARGUMENTS}
    BYPRODUCTS ${ASSET_FILES}
    COMMENT "Looking at words, standards and pages"
    VERBATIM)
add_library(forecourt_assets OBJECT ${ASSET_FILES})
add_dependencies(forecourt_assets forecourt_assets_generate)
target_include_directories(forecourt_assets PRIVATE "${CMAKE_SOURCE_DIR}/src")
target_link_libraries(forecourt_assets PRIVATE forecourt_flags)
