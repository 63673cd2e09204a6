#!/bin/sh
# Runs a program with a session bus and an unlocked keyring that nobody else uses. The keyring's password is empty.
set -eu
HOME=$(mktemp -d)
XDG_RUNTIME_DIR=$HOME
export HOME XDG_RUNTIME_DIR
unset XDG_DATA_HOME XDG_CONFIG_HOME DBUS_SESSION_BUS_ADDRESS
trap 'rm -rf "$HOME"' EXIT
dbus-run-session -- sh -c '
  printf "\n" | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1
  NADI_TEST_SECRET_SERVICE=1 "$@"' sh "$@"
