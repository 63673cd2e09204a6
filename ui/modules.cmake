# nadi_ui_module(<folder> URI <uri> [QML ...] [SOURCES ...] [LINKS ...] [ICONS ...])
# One QML module per folder, as a static library nadi_ui_<folder> with the plugin nadi_ui_<folder>plugin.
# NO_CACHEGEN: compiling the QML ahead of time costs minutes and gains milliseconds (docs/dependencies.md).
set(NADI_QML_DIR ${CMAKE_BINARY_DIR}/qml)
set(NADI_UI_INCLUDE ${CMAKE_BINARY_DIR}/rooms/ui_root)
file(MAKE_DIRECTORY ${NADI_UI_INCLUDE})
file(CREATE_LINK ${CMAKE_CURRENT_LIST_DIR} ${NADI_UI_INCLUDE}/ui SYMBOLIC)

function(nadi_ui_module folder)
  cmake_parse_arguments(arg "" "URI" "QML;SOURCES;LINKS;ICONS;SINGLETONS" ${ARGN})
  string(REPLACE "." "/" uri_path ${arg_URI})
  foreach(file IN LISTS arg_SINGLETONS)
    set_source_files_properties(${file} PROPERTIES QT_QML_SINGLETON_TYPE TRUE)
  endforeach()
  foreach(file IN LISTS arg_ICONS)
    get_filename_component(name ${file} NAME)
    set_source_files_properties(${file} PROPERTIES QT_RESOURCE_ALIAS icons/${name})
  endforeach()
  qt_add_library(nadi_ui_${folder} STATIC)
  set_target_properties(nadi_ui_${folder} PROPERTIES AUTOMOC ON)
  qt_add_qml_module(nadi_ui_${folder}
    URI ${arg_URI}
    VERSION 1.0
    RESOURCE_PREFIX /qt/qml
    OUTPUT_DIRECTORY ${NADI_QML_DIR}/${uri_path}
    IMPORT_PATH ${NADI_QML_DIR}
    NO_CACHEGEN
    DEPENDENCIES QtQuick
    QML_FILES ${arg_SINGLETONS} ${arg_QML}
    SOURCES ${arg_SOURCES}
    RESOURCES ${arg_ICONS})
  target_include_directories(nadi_ui_${folder} PUBLIC ${NADI_UI_INCLUDE} PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
  target_link_libraries(nadi_ui_${folder} PUBLIC Qt6::Quick ${arg_LINKS} PRIVATE nadi_options)
  nadi_precompile(nadi_ui_${folder})
endfunction()
