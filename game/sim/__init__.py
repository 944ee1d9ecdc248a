"""The night itself: ``World``, ``Command`` and ``step``. Whole numbers, no clock, no screen."""
