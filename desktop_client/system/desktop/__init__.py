"""The desktop around Sigap, through QtCore, QtDBus and QtNetwork."""
