"""The question when an article helped that was opened from a report: the report is not needed any more, or is it?"""

from desktop_client.ui.parts.question import Question


class SolvedQuestion(Question):
    """`first` deletes the draft, `second` and Esc go on with the report."""

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Report a problem"))
        self.title.setText(self.tr("It helped. Close the report?"))
        self.text.setText(self.tr("Nothing is sent, and its draft is deleted."))
        self.first.setText(self.tr("&Close the report"))
        self.first.setObjectName("close_report")
        self.second.setText(self.tr("&Keep writing"))
        self.second.setObjectName("keep_writing")
        self.disc.show_icon("circle-check", "success")
