#!/bin/sh
# Prints the first of this system's Pythons that is new enough; "python3" where none is.
for name in python3 python3.14 python3.13 python3.12 python3.11; do
    "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && {
        echo "$name"
        exit
    }
done
echo python3
