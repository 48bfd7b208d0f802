"""The screens: each composes widgets, asks the workbook, sends commands. One file a screen."""
