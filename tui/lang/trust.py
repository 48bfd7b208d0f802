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
    # -- how far the trust folder can be believed
    "trust.signed_folder": (
        "責任者 {lead} さんの登録済みの鍵 {fingerprint} で署名されています。",
        "It is signed by {lead} with the lead's key that you have pinned, {fingerprint}.",
    ),
    "trust.unpinned_folder": (
        (
            "{lead} さんの鍵 {fingerprint} で署名されていますが、この台帳には責任者の鍵が登録されていません。"
            "指紋を責任者に確かめてから `ikusei trust pin` で登録してください。"
        ),
        (
            "It is signed by {lead} with the key {fingerprint}, but no lead's key is pinned here; "
            "compare the fingerprint with the lead and run `ikusei trust pin`."
        ),
    ),
    "trust.unsigned_folder": (
        "名簿と鍵の一覧に署名がなく、だれでも書き換えられます。責任者が `ikusei trust sign` で署名してください。",
        "Roster and keys aren't signed, so anybody could have changed them; have the lead run `ikusei trust sign`.",
    ),
    "trust.no_folder": (
        "名簿と鍵のフォルダ {folder} がないため、署名を確かめられません。`ikusei trust init` で作れます。",
        "There is no trust folder {folder}, so no signature can be checked; `ikusei trust init` begins one.",
    ),
    "trust.folder_gone": (
        (
            "責任者の鍵 {lead} が登録されているのに、フォルダ {folder} がありません。"
            "--trust で場所を示すか、責任者から受け取り直してください。"
        ),
        (
            "The lead's key {lead} is pinned, but the folder {folder} is gone; "
            "name it with --trust, or get it from the lead again."
        ),
    ),
    "trust.signature_gone": (
        "責任者の鍵 {lead} が登録されているのに、フォルダの署名がありません。責任者から受け取り直してください。",
        "The lead's key {lead} is pinned, but the folder's signature is gone; get the folder from the lead again.",
    ),
    "trust.half_signed": (
        "署名に要るファイル {name} がありません。責任者から受け取り直すか、署名し直してもらってください。",
        "The file {name} of the signature is missing; get the folder from the lead again, or have it signed again.",
    ),
    "trust.file_differs": (
        (
            "{name} が署名された内容と違います。署名の後に変わっています。"
            "責任者から受け取り直すか、署名し直してもらってください。"
        ),
        (
            "{name} isn't what was signed: it was changed afterwards; "
            "get the folder from the lead again, or have it signed again."
        ),
    ),
    "trust.file_missing": (
        "署名された {name} がありません。責任者から受け取り直してください。",
        "{name}, which was signed, is missing; get the folder from the lead again.",
    ),
    "trust.file_unlisted": (
        "{name} は署名されていません。署名の後に加わっています。消すか、責任者に署名し直してもらってください。",
        "{name} isn't among what was signed: it was added afterwards; delete it, or have the folder signed again.",
    ),
    "trust.manifest_malformed": (
        (
            "manifest が名簿とファイルから決まる内容と違います (名簿の id か版、行の順か形)。"
            "責任者に署名し直してもらってください。"
        ),
        (
            "The manifest isn't the one of these files (id or version of the roster, or order and form of its lines); "
            "have the folder signed again."
        ),
    ),
    "trust.other_lead": (
        (
            "登録された責任者の鍵 {lead} ではなく、別の鍵 {fingerprint} で署名されています。"
            "責任者に確かめ、鍵が替わったのなら `ikusei trust pin` で登録し直してください。"
        ),
        (
            "It is signed with another key, {fingerprint}, than the lead's that is pinned, {lead}; "
            "ask the lead, and only if the key was replaced run `ikusei trust pin` again."
        ),
    ),
    "trust.no_lead": (
        "名簿に、署名できる責任者がいません。[[person]] に lead = true と signs_as を書いてください。",
        "The roster names no lead who can sign; write lead = true and signs_as in a [[person]].",
    ),
    "trust.namespace_needed": (
        (
            "鍵 {fingerprint} は責任者のものですが、フォルダに署名してよいと書かれていません。"
            'allowed_signers のその行に namespaces="ikusei-trust" を加えてください。'
        ),
        (
            "The key {fingerprint} is the lead's, but nothing says that it may sign the folder; "
            'add namespaces="ikusei-trust" to its line of allowed_signers.'
        ),
    ),
    "trust.roster_faulty": (
        "名簿に誤りが {count} 件あり、使えません。`ikusei roster check` で確かめて直してください。",
        "The roster can't be used, its faults: {count}; see `ikusei roster check` and mend them.",
    ),
    # -- signed decisions
    "trust.signed": (
        "{author} さんが {principal} の鍵 {fingerprint} で署名しています。",
        "It is signed by {author} as {principal} with the key {fingerprint}.",
    ),
    "trust.unsigned": ("署名がありません。", "It is unsigned."),
    "trust.other_event": (
        (
            "署名された文がこの記録のものではありません。記録が署名の後に変わったか、別の記録の署名です。"
            "`ikusei doctor` で台帳を調べ、署名者に確かめてください。"
        ),
        (
            "What was signed isn't this record: it was changed afterwards, or the signature is another record's; "
            "look at the journal with `ikusei doctor`, and ask the signer."
        ),
    ),
    "trust.no_principal": (
        (
            "名簿に {author} さんの署名者名がないため、だれの署名か分かりません。"
            "責任者に signs_as を書いてもらってください。"
        ),
        (
            "The roster has no principal of {author}, so nobody knows whose signature it is; "
            "ask the lead to write signs_as."
        ),
    ),
    "trust.folder_unusable": (
        "フォルダ {folder} を信頼できないため、署名を確かめられません。`ikusei trust check` で調べてください。",
        "The trust folder {folder} doesn't hold, so the signature can't be checked; see `ikusei trust check`.",
    ),
    # -- its files
    "trust.file_needed": (
        "フォルダ {folder} に {name} がありません。`ikusei trust init` で作るか、責任者から受け取ってください。",
        "There is no {name} in the folder {folder}; begin with `ikusei trust init`, or get it from the lead.",
    ),
    "trust.no_file": (
        "{file} はふつうのファイルでないか、大きすぎます。正しいファイルに置き換えてください。",
        "{file} is no ordinary file, or far too large; put the right file there.",
    ),
    "trust.unreadable": (
        "{file} を読めません ({why})。パスと権限を確かめてください。",
        "{file} can't be read ({why}); check its path and its permissions.",
    ),
    "trust.unwritable": (
        "{file} に書けません ({why})。権限とディスクの空きを確かめてください。",
        "{file} can't be written ({why}); check permissions and space.",
    ),
    "trust.changing": (
        "{name} が読んでいる間に変わりました。書き終わってからもう一度試してください。",
        "{name} changed while it was read; try again when it is written.",
    ),
}
