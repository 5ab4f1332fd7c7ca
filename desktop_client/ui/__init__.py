"""Windows: the only code with QtWidgets and QtGui. It says sentences, through Qt Linguist."""
