# The libraries from Debian. tools/packages.txt names the packages that bring them.
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
find_package(Boost 1.81 REQUIRED CONFIG)

pkg_check_modules(LIBRARIES REQUIRED IMPORTED_TARGET
    openssl
    libsodium
    libpq
    pangocairo
    fontconfig
    libqrencode
    libqpdf
    libzip
    libarchive
    expat
    icu-i18n
    icu-uc
    libcurl
    pugixml
    zlib
    libbrotlienc
    spdlog
)

# Not by pkg-config: Debian 13's xlsxwriter.pc asks for a package that its users do not need.
find_library(XLSXWRITER xlsxwriter REQUIRED)

add_library(forecourt_libraries INTERFACE)
target_link_libraries(forecourt_libraries
    INTERFACE PkgConfig::LIBRARIES ${XLSXWRITER} Boost::headers Threads::Threads)
# Qpdf 11 warns in its own header unless the transition of its pointer type is declared done.
target_compile_definitions(forecourt_libraries INTERFACE POINTERHOLDER_TRANSITION=4)
