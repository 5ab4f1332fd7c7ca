"""Windows of remote help: who asks, the bar while it runs, a code to paste, the receipt, and the warning of an unknown tool."""
