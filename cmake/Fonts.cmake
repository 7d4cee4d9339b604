# Documents are set in Noto Sans CJK SC with its subroutines flattened: a contract is 67 KB instead of 991 KB.
# All build types share build/fonts; the program looks in FORECOURT_FONTS, <its own folder>/../fonts,
# /usr/share/forecourt/fonts.
set(FONT_DIR "${CMAKE_SOURCE_DIR}/build/fonts")
if(FORECOURT_FONTS)
    add_custom_command(
        OUTPUT "${FONT_DIR}/fonts.conf"
        COMMAND "${CMAKE_SOURCE_DIR}/tools/flatten_fonts" "${FONT_DIR}"
        DEPENDS "${CMAKE_SOURCE_DIR}/tools/flatten_fonts" "${CMAKE_SOURCE_DIR}/deploy/fonts/fonts.conf"
        COMMENT "Flattening fonts"
        VERBATIM)
    add_custom_target(forecourt_fonts ALL DEPENDS "${FONT_DIR}/fonts.conf")
endif()
