"""Where the frozen client begins: the same function that the command `sigap` calls."""

import sys

from desktop_client.__main__ import main

sys.exit(main())
