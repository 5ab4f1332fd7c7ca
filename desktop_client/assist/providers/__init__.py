"""Remote tools, one a file: each makes a provider (`assist/tool.py`) for this computer."""
