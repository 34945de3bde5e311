@echo off
rem SPDX-License-Identifier: GPL-3.0-or-later
setlocal enabledelayedexpansion
set "HERE=%~dp0"
set "DIST=%HERE%application\target\tessera"
if not exist "%HERE%pom.xml" set "DIST=%HERE%"
if "%JAVA_HOME%"=="" (set "JAVA=java") else (set "JAVA=%JAVA_HOME%\bin\java")
if not exist "%DIST%\tessera\modules" (
  echo tessera: building 1>&2
  call mvn -B -q -Dfast -Dmaven.test.skip=true -f "%HERE%pom.xml" package 1>&2 || exit /b 1
)
if "%~1"=="" (
  start "" "%DIST%\bin\tessera64.exe"
  exit /b 0
)
if "%~1"=="test" (
  call mvn -B -f "%HERE%pom.xml" verify
  exit /b !errorlevel!
)
set "CP="
for /r "%DIST%\tessera\modules" %%J in (*.jar) do set "CP=!CP!;%%J"
"%JAVA%" -XX:+UseSerialGC -Djava.awt.headless=true -cp "!CP:~1!" org.tessera.cli.Main %*
exit /b %errorlevel%
