# The test of the package: installs into a folder of the build, then builds and runs a program that finds it.
# Not a test of the runtime itself (tests/core/runtime).
set(package_source "${PROJECT_SOURCE_DIR}/tests/core/package")
if(EXISTS "${package_source}/CMakeLists.txt")
  set(package_prefix "${PROJECT_BINARY_DIR}/package/prefix")
  set(package_flags "")
  if(LOOPSCOPE_SANITIZE)
    set(package_flags "-fsanitize=address,undefined")
  endif()
  add_test(NAME package/install
    COMMAND "${CMAKE_COMMAND}" --install "${PROJECT_BINARY_DIR}" --prefix "${package_prefix}")
  add_test(NAME package/find_package
    COMMAND "${CMAKE_CTEST_COMMAND}"
      --build-and-test "${package_source}" "${PROJECT_BINARY_DIR}/package/build"
      --build-generator "${CMAKE_GENERATOR}"
      --build-options "-DCMAKE_PREFIX_PATH=${package_prefix}" "-DCMAKE_CXX_COMPILER=${CMAKE_CXX_COMPILER}"
        "-DCMAKE_CXX_FLAGS=${package_flags}"
      --test-command find_package_program)
  set_tests_properties(package/install PROPERTIES FIXTURES_SETUP loopscope_package)
  set_tests_properties(package/find_package PROPERTIES FIXTURES_REQUIRED loopscope_package)
endif()
