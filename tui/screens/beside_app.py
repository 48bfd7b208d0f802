"""An app that watches the files beside the state file: the pack, the policy, the trust folder."""

from __future__ import annotations

from tui.errors import IkuseiError
from tui.screens.watchful_app import WatchfulApp


class BesideApp(WatchfulApp, inherit_bindings=False):
    """Draws the screen in front again when one of these files has changed, or the pack is a new edition."""

    def redraw(self) -> None:
        """Draw the main screen in front."""
        if self.front is not None:
            self.front.redraw()

    def look_at_edition(self) -> None:
        """After the first screen is drawn, check whether the pack is a new edition that the trainee hasn't reviewed."""
        from tui.workbook.trainee.editions import is_new_edition, pending  # after the first frame

        if not self.session.book.trainee or not is_new_edition(self.session.book):
            return
        self.session.pending = pending(self.session.book)
        if self.session.pending is not None:
            self.session.notices.append(self.session.say("screens.changes.found", count=self.session.pending.left))
            self.session.revision += 1
            self.redraw()

    def look_at_folder(self) -> None:
        """After the first screen is drawn, open the trust folder, if any, and report one that doesn't count."""
        if not self.session.book.authority.asks_a_folder:
            return
        try:
            self.session.book.authority.folder  # noqa: B018 - asking opens it
        except IkuseiError as error:
            self.session.notices.append(self.session.say(error.key, **error.fields))
        if self.front is not None:
            self.front.tell_place()
        self.tell_trouble()

    def look_beside(self) -> None:
        """Draw again where policy, overlay or trust folder were changed; not while somebody types, or reads a page."""
        frame = self.front
        if frame is None or frame.typing:
            return
        try:
            if not self.session.look_beside():
                return
        except IkuseiError as error:
            frame.redraw()
            frame.tell_error(error)
            return
        frame.tell(self.session.say("screens.read_again"))
        self.redraw()
        self.look_at_folder()
