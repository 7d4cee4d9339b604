# The libraries from Debian. tools/packages.txt names the packages that bring them.
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
find_package(Boost 1.81 REQUIRED)

pkg_check_modules(LIBRARIES REQUIRED IMPORTED_TARGET
    openssl
    libsodium
    libpq
    pangocairo
    libqrencode
    libqpdf
    xlsxwriter
    libzip
    expat
    icu-i18n
    icu-uc
    libcurl
    pugixml
    zlib
    libbrotlienc
)

add_library(forecourt_libraries INTERFACE)
target_link_libraries(forecourt_libraries INTERFACE PkgConfig::LIBRARIES Boost::headers Threads::Threads)
# Qpdf 11 warns in its own header unless the transition of its pointer type is declared done.
target_compile_definitions(forecourt_libraries INTERFACE POINTERHOLDER_TRANSITION=4)
