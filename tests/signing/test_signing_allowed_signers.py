"""Files of signers are read as ssh-keygen reads them; one line that can't be read stops everything, by its number."""

import hashlib
from contextlib import suppress
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from signing_world import MENTOR, public, raw_sign, raw_verify, refused, signers_of

from tui.errors import SigningError
from tui.signing.allowed_signers import parse_signers, read_signers
from tui.signing.revoked import read_revoked


def stamp(text):
    return int(datetime.strptime(text, "%Y-%m-%d %H:%M:%S").replace(tzinfo=UTC).timestamp())


def test_lines_say_who_may_sign_how_far_with_which_key(tmp_path, mentor, trainee):
    read = signers_of(
        tmp_path,
        "# the mentors of the SOC",
        "",
        f"  {MENTOR},lead@example.jp\t{public(mentor)}",
        f'*@example.jp CERT-Authority,namespaces="ikusei-*,!file",valid-before="20270101Z" {public(trainee)}',
        "   # the end",
    )
    first, second = read.lines
    assert (first.number, first.principals, first.key.line) == (3, f"{MENTOR},lead@example.jp", public(mentor))
    assert (first.options.is_authority, first.options.namespaces) == (False, None)
    assert (second.number, second.principals, second.key.line) == (4, "*@example.jp", public(trainee))
    assert (second.options.is_authority, second.options.namespaces) == (True, "ikusei-*,!file")
    assert (second.options.valid_after, second.options.valid_before) == (None, stamp("2027-01-01 00:00:00"))


def test_file_shows_the_fingerprint_that_sha256sum_prints(tmp_path, mentor):
    read = signers_of(tmp_path, f"{MENTOR} {public(mentor)}")
    assert read.fingerprint == hashlib.sha256(read.path.read_bytes()).hexdigest()


def test_file_is_read_with_the_line_ends_of_another_system(tmp_path, mentor):
    path = tmp_path / "allowed_signers"
    path.write_bytes(f"# mentors\r\n\r\n{MENTOR} {public(mentor)}\r\n".encode())
    assert [line.number for line in read_signers(path).lines] == [3]
    assert raw_verify(path, raw_sign(mentor))


GOOD = {
    "plain": "mentor@example.jp {key}",
    "quoted principals": '"mentor@example.jp" {key}',
    "tabs": "mentor@example.jp\t \t{key}",
    "two options": 'mentor@example.jp namespaces="ikusei-signoff",valid-after="20200101" {key}',
    "names of options in capitals": 'mentor@example.jp NAMESPACES="*",Valid-After="20200101" {key}',
    "blank inside quotes": 'mentor@example.jp namespaces="ikusei-signoff, file" {key}',
    "without a comment": "mentor@example.jp {bare}",
    "date": 'mentor@example.jp valid-before="20270101" {key}',
    "minutes": 'mentor@example.jp valid-before="202701010000Z" {key}',
    "seconds": 'mentor@example.jp valid-after="20200101000000",valid-before="20270101000000" {key}',
}
BAD = {
    "no key": ("mentor@example.jp", "signing.line_short"),
    "no principals": ("{bare}", "signing.line_key"),
    "open quote in principals": ('"mentor@example.jp {key}', "signing.line_short"),
    "only options": ('mentor@example.jp namespaces="file"', "signing.line_key"),
    "damaged key": ("mentor@example.jp ssh-ed25519 AAAAC3NzaC1lZDI1", "signing.line_key"),
    "unknown option": ('mentor@example.jp purpose="x" {key}', "signing.line_option"),
    "unknown flag": ("mentor@example.jp no-pty {key}", "signing.line_option"),
    "option without quotes": ("mentor@example.jp namespaces=file {key}", "signing.line_value"),
    "option without a value": ("mentor@example.jp namespaces {key}", "signing.line_value"),
    "flag with a value": ('mentor@example.jp cert-authority="yes" {key}', "signing.line_value"),
    "open quote in options": ('mentor@example.jp namespaces="file {key}', "signing.line_key"),
    "backslash before the end quote": ('mentor@example.jp namespaces="file\\" {key}', "signing.line_key"),
    "comma at the end": ('mentor@example.jp namespaces="*", {key}', "signing.line_value"),
    "namespaces twice": ('mentor@example.jp namespaces="*",namespaces="file" {key}', "signing.line_twice"),
    "valid-after twice": (
        'mentor@example.jp valid-after="20200101",valid-after="20210101" {key}',
        "signing.line_twice",
    ),
    "no date": ('mentor@example.jp valid-after="soon" {key}', "signing.line_time"),
    "empty date": ('mentor@example.jp valid-after="" {key}', "signing.line_time"),
    "short date": ('mentor@example.jp valid-after="2026010" {key}', "signing.line_time"),
    "month 13": ('mentor@example.jp valid-after="20201301" {key}', "signing.line_time"),
    "hour without minutes": ('mentor@example.jp valid-after="2020010112" {key}', "signing.line_time"),
    "empty window": (
        'mentor@example.jp valid-after="20270101",valid-before="20260101" {key}',
        "signing.line_window",
    ),
    "window of no second": (
        'mentor@example.jp valid-after="20270101",valid-before="20270101" {key}',
        "signing.line_window",
    ),
}


def line_of(template, key):
    return template.format(key=public(key), bare=" ".join(public(key).split()[:2]))


@pytest.mark.parametrize("case", GOOD)
def test_line_that_ssh_keygen_reads_is_read(tmp_path, mentor, case):
    read = signers_of(tmp_path, line_of(GOOD[case], mentor))
    assert read.lines[0].principals == MENTOR
    assert raw_verify(read.path, raw_sign(mentor))


@pytest.mark.parametrize("case", BAD)
def test_line_that_ssh_keygen_cannot_read_is_named_with_what_is_wrong(tmp_path, mentor, case):
    template, message = BAD[case]
    with refused(message) as caught:
        signers_of(tmp_path, "# mentors", line_of(template, mentor))
    path = tmp_path / "allowed_signers"
    assert (caught.value.fields["file"], caught.value.fields["line"]) == (path, 2)
    assert not raw_verify(path, raw_sign(mentor))


@pytest.mark.parametrize(
    "content",
    [
        b"mentor@example.jp \xff",
        "mentor@example.jp\u200b".encode(),
        b"mentor\x1b[2J@example.jp",
        b"mentor@example.jp\0",
        "\ufeffmentor@example.jp".encode(),
    ],
)
def test_line_with_characters_that_cannot_be_seen_is_refused(tmp_path, mentor, content):
    with refused("signing.line_characters"):
        parse_signers(content + b" " + public(mentor).encode(), tmp_path)


@pytest.mark.parametrize(
    ("options", "message"),
    [('valid-after="20200230"', "signing.line_time"), ('namespaces="*",,cert-authority', "signing.line_value")],
)
def test_slip_that_openssh_passes_over_is_named(tmp_path, mentor, options, message):
    with refused(message):
        signers_of(tmp_path, f"{MENTOR} {options} {public(mentor)}")


@given(st.text(st.characters(blacklist_categories=["Cs"])), st.booleans())
def test_random_lines_are_read_or_refused_and_nothing_else_happens(tmp_path_factory, mentor, text, has_key):
    content = f"{text} {public(mentor)}" if has_key else text
    with suppress(SigningError):
        assert parse_signers(content.encode(), tmp_path_factory.getbasetemp()).content == content.encode()


def test_missing_file_of_signers_is_told(tmp_path):
    with refused("signing.signers_unreadable"):
        read_signers(tmp_path / "nowhere")


# -- times


@pytest.mark.parametrize("zone", ["UTC0", "JST-9", "America/New_York", "Australia/Lord_Howe"])
@pytest.mark.parametrize("limit", ["20260701", "20260701Z", "202601150930", "20260115093007Z"])
def test_limits_fall_on_the_second_on_which_they_fall_in_ssh_keygen(in_zone, tmp_path, mentor, zone, limit):
    in_zone(zone)
    signature = raw_sign(mentor)
    read = signers_of(tmp_path, f'{MENTOR} valid-before="{limit}" {public(mentor)}')
    moment = datetime.fromtimestamp(read.lines[0].options.valid_before, UTC)
    assert raw_verify(read.path, signature, at=moment)
    # Without Z, some versions of OpenSSH read summer's figures as standard time: an hour later.
    apart = timedelta() if limit.endswith("Z") or zone in {"UTC0", "JST-9"} else timedelta(hours=1)
    assert not raw_verify(read.path, signature, at=moment + apart + timedelta(seconds=1))


def test_summers_figures_without_z_make_the_window_narrower_whichever_way_openssh_reads_them(in_zone, tmp_path, mentor):
    in_zone("America/New_York")
    read = signers_of(tmp_path, f'{MENTOR} valid-after="20260601",valid-before="20260701" {public(mentor)}')
    options = read.lines[0].options
    assert (options.valid_after, options.valid_before) == (stamp("2026-06-01 05:00:00"), stamp("2026-07-01 04:00:00"))
    signature = raw_sign(mentor)
    for seconds in (options.valid_after, options.valid_before):
        assert raw_verify(read.path, signature, at=datetime.fromtimestamp(seconds, UTC))


# -- revoked keys


def test_revoked_keys_are_found_with_their_certificates(tmp_path, keys, mentor, trainee):
    path = tmp_path / "revoked"
    path.write_text(f"# lost\n\n{public(mentor)}\n{public(keys / 'certified')}\n")
    revoked = read_revoked(path)
    held = {name: revoked.holds(key_of(keys / f"{name}.pub")) for name in ("mentor", "trainee", "certified-cert")}
    assert held == {"mentor": True, "trainee": False, "certified-cert": True}


def test_revoked_authority_takes_its_certificates_along(tmp_path, keys):
    path = tmp_path / "revoked"
    path.write_text(public(keys / "authority"))
    assert read_revoked(path).holds(key_of(keys / "certified-cert.pub"))
    assert not read_revoked(path).holds(key_of(keys / "certified.pub"))


def key_of(path):
    return parse_signers(f"x {path.read_text()}".encode(), path).lines[0].key


def test_list_of_revoked_keys_with_a_line_that_is_none_is_refused(tmp_path, mentor):
    path = tmp_path / "revoked"
    path.write_text(f"{public(mentor)}\nthe old key of the lead\n")
    with refused("signing.line_key") as caught:
        read_revoked(path)
    assert caught.value.fields["line"] == 2


def test_missing_list_of_revoked_keys_is_told_and_not_taken_for_an_empty_one(tmp_path):
    with refused("signing.revoked_unreadable"):
        read_revoked(tmp_path / "nowhere")
