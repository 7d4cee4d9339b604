# One set of flags for all our code. Speed of the release build comes from -O2; debug information is left out
# of it because it costs a third of the compile time and the sanitizer and debug builds have it.
if(NOT CMAKE_BUILD_TYPE)
    set(CMAKE_BUILD_TYPE Release CACHE STRING "" FORCE)
endif()

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_CXX_FLAGS_RELEASE "-O2")
set(CMAKE_C_FLAGS_RELEASE "-O2")
set(CMAKE_CXX_FLAGS_RELWITHDEBINFO "-O2 -g")
set(CMAKE_CXX_FLAGS_DEBUG "-O0 -g")

find_program(CCACHE ccache)
if(CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_C_COMPILER_LAUNCHER "${CCACHE}")
    set(CMAKE_CXX_COMPILER_LAUNCHER "${CCACHE}")
endif()

find_program(MOLD mold)
if(MOLD)
    add_link_options(-fuse-ld=mold)
endif()

add_library(forecourt_flags INTERFACE)
target_compile_options(forecourt_flags INTERFACE -Wall -Wextra -Wno-missing-field-initializers)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # g++ 12 reports std::string operator+ as an overlapping copy (GCC bug 105651) and an empty std::optional
    # as an uninitialised value (GCC bug 80635).
    target_compile_options(forecourt_flags INTERFACE -Wno-restrict -Wno-maybe-uninitialized)
    if(CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
        # Warnings stop the build on the reference compiler only: a newer one must not break a user's first
        # start.
        target_compile_options(forecourt_flags INTERFACE -Werror)
    endif()
endif()
target_compile_definitions(forecourt_flags INTERFACE _GLIBCXX_ASSERTIONS)
if(NOT FORECOURT_SANITIZE)
    target_compile_options(forecourt_flags INTERFACE -fstack-protector-strong)
    target_compile_definitions(forecourt_flags INTERFACE $<$<CONFIG:Release>:_FORTIFY_SOURCE=2>)
else()
    add_compile_options(-fsanitize=${FORECOURT_SANITIZE} -fno-omit-frame-pointer -O1 -g)
    add_link_options(-fsanitize=${FORECOURT_SANITIZE})
    if(FORECOURT_SANITIZE MATCHES "thread")
        # Asio sets memory fences around its handlers, which g++'s thread sanitizer does not see and says so.
        # Nothing of ours stands on them: its queues hand over under a mutex.
        add_compile_options($<$<COMPILE_LANGUAGE:CXX>:-Wno-tsan>)
    endif()
    if(FORECOURT_SANITIZE MATCHES "undefined")
        add_compile_options(-fno-sanitize-recover=undefined)
    endif()
endif()
