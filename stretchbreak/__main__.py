"""`python -m stretchbreak`."""

import sys

from stretchbreak.cli import main

sys.exit(main())
