"""Everybody else: what they notice, how sure they are, what they do about it."""
