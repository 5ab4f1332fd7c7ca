"""Remote help: who may ask, what the employee answers, when a session is over, and who hears of an alarm."""
