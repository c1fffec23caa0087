#!/bin/sh
# A double click on macOS opens Terminal with this.
exec "$(dirname "$0")/coach"
