"""What an organisation adds to a pack stands among the pack's own, and nothing of the pack is touched."""

import pytest

from tui.curriculum.faults import ContentFaults
from tui.curriculum.folder import builtin_folder
from tui.curriculum.overlay import ContentOverlay
from tui.curriculum.pack import Pack
from tui.curriculum.policy import joined, load_policy


def test_criteria_learning_items_and_topics_stand_behind_the_packs_own(world):
    pack = world.whole().pack()
    step = pack.role("soc").step(2)
    assert step.criteria[-1].id == "soc.2.midori-phone"
    assert step.learning[-1].id == "soc.2.learn.midori-console"
    assert pack.role("soc").common[-1].text.ja == "入退室カードの扱い"
    assert pack.role("ir").step(2).criteria == Pack.open(builtin_folder()).role("ir").step(2).criteria


def test_what_is_local_is_known_by_its_id(world):
    pack = world.whole().pack()
    assert pack.is_local("soc.2.midori-phone")
    assert pack.is_local("soc.2.midori-phone.script")
    assert not pack.is_local("soc.2.paired")
    assert not Pack.open(builtin_folder()).is_local("soc.2.midori-phone")


def test_remarks_stand_on_things_of_the_pack(world):
    pack = world.whole().pack()
    paired = next(each for each in pack.role("soc").criteria() if each.id == "soc.2.paired")
    assert paired.remark.ja == "ペアの相手は当番表で決める。"
    assert pack.textbook.duty("b-1").remark.en == "A contractor does this at night."


def test_mapping_is_overridden_line_by_line(world):
    lines = {(each.role, each.step, each.duty) for each in world.whole().pack().mapping}
    plain = {(each.role, each.step, each.duty) for each in Pack.open(builtin_folder()).mapping}
    assert lines - plain == {("soc", 2, "e-1")}
    assert plain - lines == {("soc", 2, "b-1")}


def test_own_explanation_of_a_word_takes_the_place_of_the_packs(world):
    world.write(
        "glossary.toml",
        '[[term]]\nid = "term.soc"\nname = { ja = "SOC", en = "SOC" }\ntext = { ja = "当社の SOC。", en = "Ours." }\n',
    )
    terms = {term.id: term for term in world.pack().glossary}
    assert terms["term.soc"].text.ja == "当社の SOC。"
    assert len(terms) == len(Pack.open(builtin_folder()).glossary)


def test_events_name_the_overlay_behind_the_version(world):
    assert world.pack().version == Pack.open(builtin_folder()).version + "+midori.3"


def test_whole_overlay_has_no_fault(world):
    assert world.whole().faults() == []


def test_without_a_folder_nothing_is_added(tmp_path):
    pack = Pack.open(builtin_folder(), tmp_path / "nowhere")
    assert pack.overlay is None
    assert pack.version == Pack.open(builtin_folder()).version


def item(thing_id):
    return f'[[item]]\nid = "{thing_id}"\ntext = {{ ja = "あ", en = "a" }}\n'


def note(on):
    return f'[[note]]\non = "{on}"\ntext = {{ ja = "あ", en = "a" }}\n'


@pytest.mark.parametrize(
    ("file", "text", "fault"),
    [
        ("basic.toml", item("basic.policy"), "basic.toml:2:1 content.overlay-conflict"),
        ("basic.toml", item("basic.new"), "basic.toml:2:1 content.overlay-not-own"),
        ("basic.toml", item("basic.midori-a") * 2, "basic.toml:5:1 content.overlay-conflict"),
        ("roles/soc.toml", 'id = "ir"\n', "soc.toml:1:1 content.role-id"),
        ("roles/soc.toml", 'id = "soc"\n[[step]]\nnumber = 4\n', "soc.toml:3:1 content.not-whole"),
        ("roles/nobody.toml", 'id = "nobody"\n', "nobody.toml:1:1 content.unused-file"),
        ("other.toml", "", "other.toml:1:1 content.unused-file"),
        ("notes.toml", '[[note]]\non = "soc.2.pared"\ntext = { ja = "あ", en = "a" }\n', "content.dangling-note-near"),
        (
            "notes.toml",
            '[[note]]\non = "zzz"\ntext = { ja = "あ", en = "a" }\n',
            "notes.toml:2:1 content.dangling-note",
        ),
        (
            "notes.toml",
            '[[note]]\non = "b-1"\ntext = { ja = "あ", en = "a" }\n' * 2,
            "notes.toml:5:1 content.note-twice",
        ),
        ("notes.toml", '[[note]]\non = "b-1"\ntext = { ja = "あ" }\n', "content.missing-language"),
        ("policy.toml", '[numbers]\n"soc.2.pared.times" = 1\n', "policy.toml:2:1 policy.unknown-number-near"),
        ("overlay.toml", "", "overlay.toml:1:1 content.missing-key"),
        ("roles/soc.toml", "id = ", "soc.toml:1:6"),
    ],
)
def test_each_fault_is_said_with_file_line_and_column(world, file, text, fault):
    world.write(file, text)
    assert any(fault in found for found in world.faults()), world.faults()


def test_dead_ids_of_a_local_criterion_are_found(world):
    world.whole()
    text = (world.folder / "roles/soc.toml").read_text(encoding="utf-8")
    world.write("roles/soc.toml", text.replace('"soc.2.learn.drill"]', '"soc.2.learn.dril"]'))
    assert any("content.dangling-learning-near" in found for found in world.faults())


def test_mapping_lines_that_change_nothing_are_faults(world):
    line = 'role = "soc"\nstep = {step}\nduty = "{duty}"\nreason = {{ ja = "あ", en = "a" }}\n'
    world.write("mapping.toml", "[[map]]\n" + line.format(step=2, duty="b-1"))
    assert world.faults() == ["mapping.toml:1:1 content.map-in-pack"]
    world.write("mapping.toml", "[[no_map]]\n" + line.format(step=1, duty="i-6"))
    assert world.faults() == ["mapping.toml:1:1 content.no-such-map"]
    world.write("mapping.toml", "[[map]]\n" + line.format(step=2, duty="z-9"))
    assert any("content.dangling-duty" in found for found in world.faults())


def test_overlay_for_another_pack_is_refused(world):
    world.write("overlay.toml", (world.folder / "overlay.toml").read_text().replace("nca-isogj", "nice"))
    with pytest.raises(ContentFaults) as caught:
        ContentOverlay.open(world.folder, "nca-isogj")
    assert caught.value.key == "content.overlay-for"


def test_all_faults_are_reported_in_one_run(world):
    world.write("basic.toml", item("basic.policy") + item("basic.new"))
    world.write("notes.toml", '[[note]]\non = "b-1"\n')
    world.write("stray.toml", "")
    assert len(world.faults()) == 4


@pytest.mark.parametrize("flag", ["require_signature", "final_evaluator", "waivers"])
@pytest.mark.parametrize("where", ["own", "shared"])
def test_what_either_policy_asks_for_holds(tmp_path, flag, where):
    """The organisation asks for signatures in its overlay; a policy.toml that says nothing of them takes none of it."""
    for each in ("own", "shared"):
        text = f"[policy]\n{flag} = true\n" if each == where else '[policy]\nname = "x"\n'
        (tmp_path / f"{each}.toml").write_text(text, encoding="utf-8")
    own, shared = (load_policy(tmp_path / f"{each}.toml", None) for each in ("own", "shared"))
    both = joined(own, tmp_path / "own.toml", shared)
    flags = {each: getattr(both, each) for each in ("require_signature", "final_evaluator", "waivers")}
    assert flags == {"require_signature": False, "final_evaluator": False, "waivers": False} | {flag: True}
