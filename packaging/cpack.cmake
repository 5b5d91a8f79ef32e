# What `cmake --install` puts beside the program, and the Debian package made of it (`./dev package`).
# Included at the end of the root CMakeLists.txt, when the targets are known.

# sealport_install_compressed(<source> <destination> <name>): gzip without time stamp, as Debian wants manuals and change logs.
find_program(SEALPORT_GZIP gzip REQUIRED)
function(sealport_install_compressed source destination name)
    set(output ${PROJECT_BINARY_DIR}/packaging/${name})
    add_custom_command(OUTPUT ${output}
        COMMAND ${SEALPORT_GZIP} -9nc ${source} > ${output} DEPENDS ${source} VERBATIM)
    add_custom_target(sealport_${name} ALL DEPENDS ${output})
    install(FILES ${output} DESTINATION ${destination})
endfunction()
file(MAKE_DIRECTORY ${PROJECT_BINARY_DIR}/packaging)
set(SEALPORT_DOC_DIR ${CMAKE_INSTALL_DATADIR}/doc/sealport)

if(TARGET sealport)
    install(TARGETS sealport RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
endif()
sealport_install_compressed(${PROJECT_SOURCE_DIR}/packaging/sealport.1 ${CMAKE_INSTALL_MANDIR}/man1 sealport.1.gz)
sealport_install_compressed(${PROJECT_SOURCE_DIR}/CHANGELOG.md ${SEALPORT_DOC_DIR} changelog.gz)
string(TIMESTAMP SEALPORT_BUILD_DATE "%a, %d %b %Y %H:%M:%S +0000" UTC) # heeds SOURCE_DATE_EPOCH
file(CONFIGURE OUTPUT packaging/changelog.Debian @ONLY CONTENT
"sealport (@PROJECT_VERSION@-1) unstable; urgency=low

  * Package of version @PROJECT_VERSION@; changelog.gz says what is new.

 -- The Sealport developers <sealport@sealport.example>  @SEALPORT_BUILD_DATE@
")
sealport_install_compressed(${PROJECT_BINARY_DIR}/packaging/changelog.Debian ${SEALPORT_DOC_DIR} changelog.Debian.gz)
install(FILES ${PROJECT_SOURCE_DIR}/packaging/copyright DESTINATION ${SEALPORT_DOC_DIR})
install(FILES ${PROJECT_SOURCE_DIR}/packaging/sealport.bash-completion
    DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME sealport)
install(FILES ${PROJECT_SOURCE_DIR}/packaging/sealport.zsh-completion
    DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions RENAME _sealport)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME sealport)
set(CPACK_PACKAGE_VENDOR "The Sealport developers")
set(CPACK_PACKAGE_CONTACT "The Sealport developers <sealport@sealport.example>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "TLS server that shows why clients connect or fail")
set(CPACK_PACKAGE_DESCRIPTION
"Choose a certificate, the protocols, a port and an address, press Start,
and every connection arrives in a table: what was negotiated, or why it
failed and what to do about it. The same engine runs in a terminal, with
output for people or one JSON object a line for scripts.")
set(CPACK_RESOURCE_FILE_LICENSE ${PROJECT_SOURCE_DIR}/LICENSE)
set(CPACK_STRIP_FILES ON)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_SECTION net)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# Plug-ins that no linker sees: without the first there is no window, without the second no icon.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "qt6-qpa-plugins, libqt6svg6")
# libnss3 is loaded by name: it opens the databases of Firefox and Chromium.
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "libnss3, qt6-translations-l10n")
# libsecret is how QtKeychain reaches every keyring but KWallet; it looks for it at run time.
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "at-spi2-core, breeze-icon-theme, libsecret-1-0, qt6-wayland")
include(CPack)
