"""Whom an organisation trusts: faults of the roster, who may review, the trust folder, signed decisions."""

from __future__ import annotations

from typing import Final

_AT: Final = "{file}:{line}:{column}: "


def _fault(ja: str, en: str) -> tuple[str, str]:
    return _AT + ja, _AT + en


MESSAGES: Final[dict[str, tuple[str, str]]] = {
    # -- faults of roster.toml
    "trust.bad_person": _fault(
        "人の id {value} の形が違う。台帳にある id（p-…）を、空白も見えない文字も入れずに書く。",
        "The id {value} of a person is malformed; write the one of the journal (p-…), without blanks.",
    ),
    "trust.bad_principal": _fault(
        "署名者名 {value} の形が違う。allowed_signers に書いた名前を一つだけ、* や ? やコンマを使わずに書く。",
        "The principal {value} is malformed; write one name as it stands in allowed_signers, without *, ? and commas.",
    ),
    "trust.bad_day": _fault(
        "{name} は引用符も時刻も付けず、2026-04-01 のように日付で書く。",
        "{name} must be a day without quotes and without a time, like 2026-04-01.",
    ),
    "trust.bad_offset": _fault(
        '時差 {value} の形が違う。"+09:00" のように書く。',
        'The offset {value} is malformed; write it like "+09:00".',
    ),
    "trust.bad_ssh": _fault(
        "接続先 {value} は使えない。利用者名@ホスト名か ~/.ssh/config の名前を、「-」で始めず、空白や記号なしで書く。",
        "The destination {value} can't be used; write user@host or a name of ~/.ssh/config, with no dash in front, "
        "no blanks and no other signs.",
    ),
    "trust.bad_path": _fault(
        "パス {value} は使えない。相手先のシェルが解釈する文字や空白を入れず、「-」で始めずに書く。",
        "The path {value} can't be used; write it without blanks, without anything that a shell there would read, "
        "and with no dash in front.",
    ),
    "trust.person_twice": _fault(
        "id {value} の人が二度ある。一つにまとめる。", "The person {value} stands here twice; make one of them."
    ),
    "trust.principal_twice": _fault(
        "署名者名 {value} は別の人のものでもある。だれの署名か分かるように、一人だけのものにする。",
        "The principal {value} is another person's, too; give it to one, so that a signature says whose it is.",
    ),
    "trust.no_person": _fault(
        "id {value} の人はいない。[[person]] に書き足すか、id を直す。",
        "There is no person {value}; add a [[person]], or correct the id.",
    ),
    "trust.no_person-near": _fault(
        "id {value} の人はいない。{near} のつもりなら直す。", "There is no person {value}; did you mean {near}?"
    ),
    "trust.no_role": _fault(
        "{value} という役割は教材にない。役割の id を書く。",
        "The pack has no role {value}; write the id of one.",
    ),
    "trust.no_role-near": _fault(
        "{value} という役割は教材にない。{near} のつもりなら直す。",
        "The pack has no role {value}; did you mean {near}?",
    ),
    "trust.own_mentor": _fault(
        "{value} が自分自身の指導者になっている。別の人を書く。",
        "{value} is named as mentor of themself; name somebody else.",
    ),
    "trust.until_first": _fault(
        "until（{until}）が from（{since}）より前。どちらかを直す。",
        "until ({until}) lies before from ({since}); correct one of them.",
    ),
    "trust.overlap": _fault(
        "{mentor} の同じ担当が {other} 行目の表にもあり、期間が重なる。期間か役割を分けるか、一つにまとめる。",
        "The table on line {other} says the same of {mentor} for some of these days; part the days or the roles, "
        "or make one table of both.",
    ),
    "trust.host_twice": _fault(
        "同じ接続先 {value} が二度ある。一方を消す。", "The destination {value} stands here twice; delete one of them."
    ),
    # -- who may review
    "trust.oneself": (
        "自分の申請を確認したり、自分の STEP に署名したりはできません。ほかの人に頼んでください。",
        "Nobody reviews or signs for themself; ask somebody else.",
    ),
    "trust.no_roster": (
        "名簿がないため、本人でなければだれでも確認できます。限るには `ikusei trust init` で名簿を作ってください。",
        "There is no roster, so anybody but the trainee may review; `ikusei trust init` begins one.",
    ),
    "trust.named": (
        "名簿に {mentor} さんが {trainee} さんの指導者として載っています。",
        "The roster names {mentor} as a mentor of {trainee}.",
    ),
    "trust.not_mentor": (
        (
            "名簿では {mentor} さんは {trainee} さんの指導者ではありません。"
            "指導者なら、責任者に名簿を直してもらってください。"
        ),
        "The roster doesn't name {mentor} as a mentor of {trainee}; if it should, ask the lead to change it.",
    ),
    "trust.not_for_role": (
        (
            "名簿では {mentor} さんは {trainee} さんの指導者ですが、役割 {role} の担当ではありません。"
            "正しければ、責任者に名簿を直してもらってください。"
        ),
        (
            "The roster names {mentor} as a mentor of {trainee}, but not for the role {role}; "
            "if it should, ask the lead to change it."
        ),
    ),
    "trust.not_evaluator": (
        (
            "名簿では {mentor} さんは {trainee} さんの最終評価者ではありません。"
            "最終評価者に頼むか、責任者に名簿を直してもらってください。"
        ),
        (
            "The roster doesn't name {mentor} as an evaluator of {trainee}; "
            "ask an evaluator, or ask the lead to change the roster."
        ),
    ),
    "trust.no_longer": (
        (
            "名簿では {mentor} さんが {trainee} さんの指導者だったのは {until} までで、{day} は担当していません。"
            "正しければ、責任者に名簿を直してもらってください。"
        ),
        (
            "By the roster {mentor} was a mentor of {trainee} until {until}, not on {day}; "
            "if that is wrong, ask the lead to change it."
        ),
    ),
    "trust.not_yet": (
        (
            "名簿では {mentor} さんが {trainee} さんの指導者になるのは {since} からで、{day} はまだ担当していません。"
            "正しければ、責任者に名簿を直してもらってください。"
        ),
        (
            "By the roster {mentor} is a mentor of {trainee} from {since} on, not yet on {day}; "
            "if that is wrong, ask the lead to change it."
        ),
    ),
}
