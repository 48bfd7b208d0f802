"""Progress survives a new edition of the pack: renamed ids are followed, removed ones stay readable."""

import re

from tui.curriculum.difference import ChangeKind, differences
from tui.curriculum.pack import Pack
from tui.progress.review import Shift
from tui.progress.state import State
from tui.workbook.trainee.editions import is_new_edition, pending, review
from tui.workbook.trainee.writing import set_tick
from tui.workbook.wording.pack_names import names_of


def renaming(old, new):
    return (f'id = "{old}"\n', f'id = "{new}"\nrenamed = ["{old}"]\n')


def test_the_same_edition_is_nothing_to_look_at(story):
    assert pending(story.book) is None
    assert not is_new_edition(story.again())


def test_what_was_logged_ticked_and_claimed_follows_a_renamed_criterion(story):
    pending(story.book)
    story.claim_alone()
    story.edition(
        "1.3.0",
        renaming("soc.2.alone", "soc.2.solo"),
        renaming("soc.2.alone.scope", "soc.2.solo.scope"),
    )
    book = story.again()
    view = book.view(story.criterion("soc.2.solo"))
    assert view.state is State.CLAIMED
    assert view.standing.met
    assert view.points_done == len(view.criterion.points)
    found = pending(book)
    assert {(c.id, c.change, c.former) for c in found.changes if c.id == "soc.2.solo.scope"} == {
        ("soc.2.solo.scope", ChangeKind.RENAMED, "soc.2.alone.scope")
    }


def test_reworded_claim_asks_to_be_looked_at_again(story):
    pending(story.book)
    story.claim_alone()
    assert story.book.view(story.criterion("soc.2.alone")).moved == ()
    before = story.criterion("soc.2.alone").text.ja
    story.edition("1.3.0", (before, before.replace("独力", "一人")))
    book = story.again()
    view = book.view(story.criterion("soc.2.alone"))
    assert view.state is State.CLAIMED
    assert [each.shift for each in view.moved] == [Shift.WORDING]


def test_another_rule_is_told_from_another_wording(story):
    pending(story.book)
    story.edition(
        "1.3.0",
        (
            'supervision = ["alone", "taught"], at_least = { policy = "soc.2.alone.times"',
            'at_least = { policy = "soc.2.alone.times"',
        ),
    )
    (found,) = pending(story.again()).changes
    assert (found.id, found.change) == ("soc.2.alone", ChangeKind.RULE)


def test_removed_item_stays_readable(story):
    pending(story.book)
    item = story.book.pack.role("soc").step(2).learning[-1]
    set_tick(story.book, item.id, True)
    text = story.folder.joinpath("roles/soc.toml").read_text(encoding="utf-8")
    start = text.index("[[step.learning]]\n" + f'id = "{item.id}"')
    end = text.index("[[step.", start + 5)
    mention = re.compile(rf', "{item.id}"|"{item.id}", |see = "{item.id}"\n|leads = \["{item.id}"\]\n')
    story.edition("2.0.0", (text[start:end], ""), *((found, "") for found in set(mention.findall(text))))
    book = story.again()
    found = pending(book)
    assert (item.id, ChangeKind.REMOVED) in {(c.id, c.change) for c in found.changes}
    review(book, found, [c.id for c in found.changes])
    assert names_of(book, "ja")[item.id] == item.text.ja
    assert item.id in book.journal.ticks(book.trainee)


def test_changes_are_looked_at_one_by_one_and_kept_between_two_starts(story):
    pending(story.book)
    story.edition("1.3.0", ("アラート", "警報"))
    found = pending(story.again())
    assert len(found.changes) > 2
    assert (found.before, found.after) == ("nca-isogj 1.2.0", "nca-isogj 1.3.0")
    review(story.book, found, [found.changes[0].id])
    half = pending(story.again())
    assert half.left == len(half.changes) - 1
    review(story.book, half, [change.id for change in half.changes])
    assert pending(story.again()) is None
    assert not is_new_edition(story.book)


def test_edition_that_changes_only_other_roles_is_nothing_to_look_at(story):
    pending(story.book)
    story.edition("1.3.0", ("証拠", "証跡"), file="roles/forensics.toml")
    assert pending(story.again()) is None


def test_back_to_the_old_edition_nothing_is_lost(story):
    pending(story.book)
    story.claim_alone()
    story.edition("1.3.0", renaming("soc.2.alone", "soc.2.solo"))
    assert story.again().view(story.criterion("soc.2.solo")).state is State.CLAIMED
    story.edition("1.2.0", ('id = "soc.2.solo"\nrenamed = ["soc.2.alone"]\n', 'id = "soc.2.alone"\n'))
    assert story.again().view(story.criterion("soc.2.alone")).state is State.CLAIMED


def test_differences_of_two_folders_name_every_change(story):
    story.edition("1.3.0", renaming("soc.2.alone", "soc.2.solo"), ("アラート", "警報"))
    found = differences(Pack.open(story.old), Pack.open(story.folder))
    kinds = {each.change for each in found}
    assert ChangeKind.REWORDED in kinds
    assert {each.former for each in found if each.id == "soc.2.solo"} == {"soc.2.alone"}
    assert differences(Pack.open(story.old), Pack.open(story.old)) == ()


def test_another_pack_is_no_new_edition_and_takes_nothing_from_the_one_looked_at(story):
    pending(story.book)
    pack = story.folder / "pack.toml"
    shipped = pack.read_text(encoding="utf-8")
    pack.write_text(shipped.replace('id = "nca-isogj"', 'id = "elsewhere"'), encoding="utf-8")
    basic = story.folder / "basic.toml"
    said = basic.read_text(encoding="utf-8")
    basic.write_text(said.replace("セキュリティ", "安全"), encoding="utf-8")
    assert pending(story.again()) is None
    assert not is_new_edition(story.again())
    pack.write_text(shipped, encoding="utf-8")
    basic.write_text(said, encoding="utf-8")
    assert not is_new_edition(story.again())
    story.edition("1.3.0", (said[said.index('id = "') :].split('"')[1], "basic.another-id"), file="basic.toml")
    assert pending(story.again()).before == "nca-isogj 1.2.0"
