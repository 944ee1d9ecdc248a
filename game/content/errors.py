"""The one kind of error that is the user's to mend: bad input, told in one line."""


class InputError(Exception):
    """A map, level, save, replay, setting or argument cannot be used.

    The text is one line that names file, place and mend. The command line prints it on stderr
    and leaves with 2; the program on screen shows it and keeps the state it had. Every part of
    the game from the content layer upward derives its own error from this one.
    """
