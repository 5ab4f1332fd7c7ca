"""What people read about values of the core, for windows and command line alike: one table each, in English, translated by Qt Linguist."""
