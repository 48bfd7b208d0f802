"""Messages about the organisation's policy: faults of ``policy.toml``, and the comments of a new one."""

from __future__ import annotations

from typing import Final

_AT: Final = "{file}:{line}:{column}: "


def _fault(ja: str, en: str) -> tuple[str, str]:
    return _AT + ja, _AT + en


MESSAGES: Final[dict[str, tuple[str, str]]] = {
    "policy.unquoted": _fault(
        '{value} で始まるキーが引用符で囲まれていません。"soc.2.paired.times" のように全体を囲んでください。',
        'The key that begins with {value} is not in quotes; put all of it in quotes, like "soc.2.paired.times".',
    ),
    "policy.conflict": _fault(
        "{value} は組織の追加分の policy.toml にもあり、値が違います。どちらかを消してください。",
        "The policy.toml of the overlay gives {value} another value; delete one of the two.",
    ),
    "policy.unknown-number": _fault(
        "{value} という値を求める規則はありません。ikusei policy show で一覧を見て直すか、消してください。",
        "No rule asks for the number {value}; see ikusei policy show for those that are, or delete it.",
    ),
    "policy.unknown-number-near": _fault(
        "{value} という値を求める規則はありません。{near} の間違いではありませんか。",
        "No rule asks for the number {value}; did you mean {near}?",
    ),
    "policy.unknown-reading": _fault(
        "{value} という読みもの一覧を求める規則はありません。ikusei policy show で一覧を見て直すか、消してください。",
        "No rule asks for the reading list {value}; see ikusei policy show for those that are, or delete it.",
    ),
    "policy.unknown-reading-near": _fault(
        "{value} という読みもの一覧を求める規則はありません。{near} の間違いではありませんか。",
        "No rule asks for the reading list {value}; did you mean {near}?",
    ),
    "policy.not-number": _fault(
        "{value} は 1 から {largest} までの整数か、100 以下のパーセントで書いてください。",
        "{value} must be a whole number from 1 to {largest}, or a percentage up to 100.",
    ),
    "policy.template-day": (
        (
            "時差と日付変更時刻です。8:30 なら夜勤の 3:00 は前日の実績になります。"
            "書かなければこの端末の時計と 0:00 です。名簿の時差が優先します。"
        ),
        "Clock and time at which the day changes: at 8:30, work at 3:00 is of the day before. The roster's clock wins.",
    ),
    "policy.template-team": (
        "チームの画面で停滞とみなす日数: 実績がない日数、申請が待つ日数です。次の値は ikusei の初期値です。",
        "Days after which somebody counts as stuck: without an entry, and with a claim that waits. These are ours.",
    ),
    "policy.not-whole": _fault(
        "{value} は 1 から {largest} までの整数で書いてください。",
        "{value} must be a whole number from 1 to {largest}.",
    ),
    "policy.ratio": _fault(
        "{value} は 0 より大きく 100 以下のパーセントで書いてください。",
        "{value} must be a percentage above 0, up to 100.",
    ),
    "policy.share": _fault(
        "{name} の {value} は {percent} % のことですか。そうなら {percent} と書いてください。"
        '本当に {value} % なら "{value}%" と引用符に入れて書いてください。',
        "Is {value} for {name} meant as {percent} %? Then write {percent}; "
        'if {value} % it is, write "{value}%", in quotes.',
    ),
    "policy.reading-twice": _fault(
        "この一覧で id {value} が重複しています。一方を変えてください。",
        "The id {value} stands twice in this list; change one of them.",
    ),
    "policy.template-head": (
        (
            "組織が決める値です。行頭の # を外して値を書くまでは未設定です。原文が組織に委ねた値と、"
            "原文にない値があります。（教材パック {pack} {version}）"
        ),
        (
            "Numbers for you to set: remove the # to do so. "
            "The documents ask for some of them, ikusei for the others. (Pack {pack} {version})"
        ),
    ),
    "policy.template-step": ("== {role} STEP {number}", "== {role}, STEP {number}"),
    "policy.template-wording": (
        "{name}（{source}、原文の「{wording}」）、単位: {unit}",
        "{name} ({source}, printed as 「{wording}」). Unit: {unit}",
    ),
    "policy.template-number": (
        "{name}（{source}、原文にない値で、実績を数えるためにこちらで加えたもの）、単位: {unit}",
        "{name} ({source}). Not in the document: added by us so that entries can be counted. Unit: {unit}",
    ),
    "policy.template-list": ("{name}（{source}）、{unit}", "{name} ({source}): {unit}"),
    "policy.template-example": (
        "原文にある例は {example} です。値ではありません。",
        "The document's example is {example}; it is not a value.",
    ),
    "policy.unit-times": ("回", "times"),
    "policy.unit-months": ("か月", "months"),
    "policy.unit-days": ("日（あいてよい間隔の上限）", "days (the longest gap allowed)"),
    "policy.unit-percent": ("%", "%"),
    "policy.unit-cases": ("件", "cases"),
    "policy.unit-reviews": ("回のレビュー", "reviews"),
    "policy.unit-readings": ("文書や本の一覧", "a list of documents and books"),
}
