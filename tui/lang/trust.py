"""Whom an organisation trusts: faults of the roster, who may review, the trust folder, signed decisions."""

from __future__ import annotations

from typing import Final

_AT: Final = "{file}:{line}:{column}: "


def _fault(ja: str, en: str) -> tuple[str, str]:
    return _AT + ja, _AT + en


MESSAGES: Final[dict[str, tuple[str, str]]] = {
    # -- faults of roster.toml
    "trust.bad_person": _fault(
        "人の id {value} の形式が正しくありません。台帳にある id（p-…）を、"
        "空白も見えない文字も入れずに書いてください。",
        "The id {value} of a person is malformed; write the one of the journal (p-…), without blanks.",
    ),
    "trust.bad_principal": _fault(
        "署名者名 {value} の形式が正しくありません。allowed_signers に書いた名前を一つだけ、"
        "* や ? やコンマを使わずに書いてください。",
        "The principal {value} is malformed; write one name as it stands in allowed_signers, without *, ? and commas.",
    ),
    "trust.bad_day": _fault(
        "{name} は引用符も時刻も付けず、2026-04-01 のように日付で書いてください。",
        "{name} must be a day without quotes and without a time, like 2026-04-01.",
    ),
    "trust.bad_ssh": _fault(
        "接続先 {value} は使えません。"
        "利用者名@ホスト名か ~/.ssh/config の名前を、「-」で始めず、空白や記号なしで書いてください。",
        "The destination {value} can't be used; write user@host or a name of ~/.ssh/config, with no dash in front, "
        "no blanks and no other signs.",
    ),
    "trust.bad_path": _fault(
        "パス {value} は使えません。相手先のシェルが解釈する文字や空白を入れず、「-」で始めずに書いてください。",
        "The path {value} can't be used; write it without blanks, without anything that a shell there would read, "
        "and with no dash in front.",
    ),
    "trust.person_twice": _fault(
        "id {value} の人が重複しています。一つにまとめてください。",
        "The person {value} stands here twice; make one of them.",
    ),
    "trust.principal_twice": _fault(
        "署名者名 {value} は別の人のものでもあります。誰の署名か分かるように、一人だけのものにしてください。",
        "The principal {value} is another person's, too; give it to one, so that a signature says whose it is.",
    ),
    "trust.no_person": _fault(
        "id {value} の人はいません。[[person]] に書き足すか、id を直してください。",
        "There is no person {value}; add a [[person]], or correct the id.",
    ),
    "trust.no_person-near": _fault(
        "id {value} の人はいません。{near} の間違いではありませんか。",
        "There is no person {value}; did you mean {near}?",
    ),
    "trust.no_role": _fault(
        "{value} という役割は教材パックにありません。役割の id を書いてください。",
        "The pack has no role {value}; write the id of one.",
    ),
    "trust.no_role-near": _fault(
        "{value} という役割は教材パックにありません。{near} の間違いではありませんか。",
        "The pack has no role {value}; did you mean {near}?",
    ),
    "trust.own_mentor": _fault(
        "{value} が自分自身の指導者になっています。別の人を書いてください。",
        "{value} is named as mentor of themself; name somebody else.",
    ),
    "trust.until_first": _fault(
        "until（{until}）が from（{since}）より前です。どちらかを直してください。",
        "until ({until}) lies before from ({since}); correct one of them.",
    ),
    "trust.overlap": _fault(
        "{mentor} の同じ指導の割り当てが {other} 行目の表にもあり、期間が重なります。"
        "期間か役割を分けるか、一つにまとめてください。",
        "The table on line {other} says the same of {mentor} for some of these days; part the days or the roles, "
        "or make one table of both.",
    ),
    "trust.host_twice": _fault(
        "同じ接続先 {value} が重複しています。一方を消してください。",
        "The destination {value} stands here twice; delete one of them.",
    ),
    # -- who may review
    "trust.oneself": (
        "自分の申請を確認したり、自分の STEP を承認したりはできません。ほかの人に頼んでください。",
        "Nobody reviews or signs for themself; ask somebody else.",
    ),
    "trust.no_roster": (
        "名簿がないため、本人でなければ誰でも確認できます。限るには `ikusei trust init` で名簿を作ってください。",
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
            "名簿では {mentor} さんは {trainee} さんの指導者ですが、役割 {role} は受け持っていません。"
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
            "名簿では {mentor} さんが {trainee} さんの指導者だったのは {until} までで、{day} は指導者ではありません。"
            "正しければ、責任者に名簿を直してもらってください。"
        ),
        (
            "By the roster {mentor} was a mentor of {trainee} until {until}, not on {day}; "
            "if that is wrong, ask the lead to change it."
        ),
    ),
    "trust.not_yet": (
        (
            "名簿では {mentor} さんが {trainee} さんの指導者になるのは {since} からで、"
            "{day} はまだ指導者ではありません。"
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
        "名簿と鍵の一覧に署名がなく、誰でも書き換えられます。責任者が `ikusei trust sign` で署名してください。",
        "Roster and keys aren't signed, so anybody could have changed them; have the lead run `ikusei trust sign`.",
    ),
    "trust.no_folder": (
        "名簿と鍵のフォルダー {folder} がないため、署名を確かめられません。`ikusei trust init` で作れます。",
        "There is no trust folder {folder}, so no signature can be checked; `ikusei trust init` begins one.",
    ),
    "trust.folder_gone": (
        (
            "責任者の鍵 {lead} が登録されているのに、フォルダー {folder} がありません。"
            "--trust で場所を示すか、責任者から受け取り直してください。"
        ),
        (
            "The lead's key {lead} is pinned, but the folder {folder} is gone; "
            "name it with --trust, or get it from the lead again."
        ),
    ),
    "trust.signature_gone": (
        "責任者の鍵 {lead} が登録されているのに、フォルダーの署名がありません。責任者から受け取り直してください。",
        "The lead's key {lead} is pinned, but the folder's signature is gone; get the folder from the lead again.",
    ),
    "trust.half_signed": (
        "署名に必要なファイル {name} がありません。責任者から受け取り直すか、署名し直してもらってください。",
        "The file {name} of the signature is missing; get the folder from the lead again, or have it signed again.",
    ),
    "trust.file_differs": (
        (
            "{name} が署名された内容と異なります。署名の後に変更されています。責任者から受け取り直すか、"
            "署名し直してもらってください。"
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
        "{name} は署名されていません。署名の後に追加されています。消すか、責任者に署名し直してもらってください。",
        "{name} isn't among what was signed: it was added afterwards; delete it, or have the folder signed again.",
    ),
    "trust.line_ends": (
        (
            "内容は署名どおりで、行末 (CRLF と LF) だけが違います: {names}。Windows か git が変えたものです。"
            ".gitattributes に `* -text` と書いてから受け取り直すか、行末を戻してください。"
        ),
        (
            "Only the line ends (CRLF, LF) aren't those that were signed: {names}. Windows or git changed them; "
            "write `* -text` into .gitattributes and get the folder again, or change the line ends back."
        ),
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
            "鍵 {fingerprint} は責任者のものですが、フォルダーに署名してよいと書かれていません。"
            'allowed_signers のその行に namespaces="ikusei-trust" を加えてください。'
        ),
        (
            "The key {fingerprint} is the lead's, but nothing says that it may sign the folder; "
            'add namespaces="ikusei-trust" to its line of allowed_signers.'
        ),
    ),
    "trust.older": (
        (
            "責任者の署名はありますが、版 {version} は前に確かめた版 {newest} より古いものです。"
            "最新のフォルダーを責任者から受け取り直してください。"
        ),
        (
            "It is signed by the lead, but its version {version} is older than {newest}, which was seen here before; "
            "get the newest folder from the lead again."
        ),
    ),
    "trust.same_version": (
        (
            "前に確かめた版 {newest} と内容が違うのに、版が同じ {version} です。責任者に、"
            "roster.toml の version を上げて `ikusei trust sign` で署名し直してもらってください。"
        ),
        (
            "Its version is {version} and its content isn't that of the version {newest} which was seen here before; "
            "the lead has to raise version in roster.toml and run `ikusei trust sign` again."
        ),
    ),
    "trust.other_roster": (
        (
            "名簿の id が {id} で、この場所で前に確かめた {seen} ではありません。"
            "責任者に id を戻してもらうか、責任者が変えたのなら "
            "`ikusei trust pin --forget` の後で登録し直してください。"
        ),
        (
            "It is the roster {id}, not {seen}, which was seen at this place before; have the lead write the id as it "
            "was, or if the lead changed it run `ikusei trust pin --forget` and pin the lead again."
        ),
    ),
    "trust.kept_counts": (
        "名簿と鍵のフォルダーを使えません。前に確かめた版 {version} で判定しています: {why}",
        "The trust folder can't be used; what counts is version {version}, which was seen here before: {why}",
    ),
    "trust.kept_version": (
        "前に確かめた版 {version} (指紋 {fingerprint}) で判定しています。",
        "What counts is the version {version} that was seen here before, fingerprint {fingerprint}.",
    ),
    "trust.nobody_counts": (
        "名簿と鍵のフォルダーを使えず、前に確かめた版もないため、誰の確認も署名も数えていません: {why}",
        "The trust folder can't be used and none was seen here before, so nobody's word counts: {why}",
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
    "trust.nobody_to_ask": (
        "名簿と鍵のフォルダーがないため、誰の鍵か分かりません",
        "there is no trust folder to say whose key it is",
    ),
    "trust.own_only": (
        (
            "ほかの人の台帳の隣にある {theirs} は使いません。自分の名簿のフォルダー {folder} がないため、"
            "誰でも確認できるものとして見ており、署名は確かめていません。責任者から受け取って置いてください。"
        ),
        (
            "{theirs} beside somebody else's file isn't used. You have no trust folder of your own, {folder}, so "
            "anybody's word counts here and no signature is checked; get the folder from the lead and put it there."
        ),
    ),
    "trust.kind.signed": ("責任者の署名あり", "signed by the lead"),
    "trust.kind.unpinned": ("署名あり、責任者の鍵は未登録", "signed, no lead pinned"),
    "trust.kind.unsigned": ("署名なし", "unsigned"),
    "trust.kind.none": ("なし", "none"),
    "trust.kind.invalid": ("無効 (INVALID)", "INVALID"),
    "trust.kind.unchecked": ("確かめられない", "can't be checked here"),
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
            "名簿に {author} さんの署名者名がないため、誰の署名か分かりません。"
            "責任者に signs_as を書いてもらってください。"
        ),
        (
            "The roster has no principal of {author}, so nobody knows whose signature it is; "
            "ask the lead to write signs_as."
        ),
    ),
    "trust.folder_unusable": (
        "フォルダー {folder} を信頼できないため、署名を確かめられません。`ikusei trust check` で調べてください。",
        "The trust folder {folder} doesn't hold, so the signature can't be checked; see `ikusei trust check`.",
    ),
    # -- its files
    "trust.file_needed": (
        "フォルダー {folder} に {name} がありません。`ikusei trust init` で作るか、責任者から受け取ってください。",
        "There is no {name} in the folder {folder}; begin with `ikusei trust init`, or get it from the lead.",
    ),
    "trust.no_file": (
        "{file} は普通のファイルでないか、大きすぎます。正しいファイルに置き換えてください。",
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
        "読み込み中に {name} が変更されました。書き込みが終わってから、もう一度試してください。",
        "{name} changed while it was read; try again when it is written.",
    ),
    # -- what would not work
    "trust.cannot_sign": (
        "{mentor} さんは指導者ですが signs_as がないため、その確認は署名なしになります。署名者名を書いてください。",
        "{mentor} is a mentor without signs_as, so what they confirm stays unsigned; write their principal.",
    ),
    "trust.no_key": (
        (
            "{person} さんの署名者名 {principal} に、{namespace} に使える鍵が allowed_signers にありません。"
            "鍵の行を加えるか、その namespaces を直してください。"
        ),
        (
            "In allowed_signers there is no key of {person} ({principal}) for {namespace}; "
            "add its line, or correct the namespaces there."
        ),
    ),
    "trust.shared_key": (
        (
            "{file} の {line} 行目の鍵で {person} さんと {other} さんのどちらとしても署名できます。"
            "誰の署名か分かるように、鍵と署名者名を一人ずつに分けてください。"
        ),
        (
            "The key on line {line} of {file} may sign both as {person} and as {other}; "
            "give each a key and a principal of their own, so that a signature says whose it is."
        ),
    ),
    "trust.alike_id": (
        (
            "{person} さんの id {id} と {other} さんの id {other_id} は見分けにくい形です。"
            "取り違えないように、どちらかを台帳の id から写し直してください。"
        ),
        (
            "The id {id} of {person} and the id {other_id} of {other} look alike; "
            "copy both from the journal, so that nobody takes one for the other."
        ),
    ),
    "trust.alike_name": (
        (
            "名前が同じか、見分けにくい人が二人います: {person} ({id}) と {other} ({other_id})。"
            "所属などを添えて区別してください。"
        ),
        (
            "Two people have the same name, or names that look alike: {person} ({id}) and {other} ({other_id}); "
            "add what tells them apart, their team for one."
        ),
    ),
    "trust.alike_principal": (
        "署名者名 {principal} と {other} は見分けにくく、別の人のものです。打ち間違いでないか確かめてください。",
        "The principals {principal} and {other} look alike and are two people's; check that neither is mistyped.",
    ),
    "trust.authority_for_all": (
        (
            "{file} の {line} 行目の cert-authority に namespaces がなく、その認証局の証明書で何にでも署名できます。"
            'namespaces="ikusei-signoff" を加えてください。'
        ),
        (
            "The cert-authority on line {line} of {file} has no namespaces, so its certificates may sign for anything; "
            'add namespaces="ikusei-signoff".'
        ),
    ),
    "trust.any_namespace": (
        (
            "{file} の {line} 行目の namespaces ({namespaces}) に * か ? があり、書いたつもりのない用途にも使えます。"
            "用途を一つずつ書いてください。"
        ),
        (
            "The namespaces on line {line} of {file} ({namespaces}) have a * or ?, so the key may sign for more than "
            "was meant; write each purpose by itself."
        ),
    ),
    "trust.any_principal": (
        (
            "{file} の {line} 行目の署名者名 ({principals}) に * か ? があり、その鍵で何人もの名で署名できます。"
            "署名者名を一つずつ書いてください。"
        ),
        (
            "The principals on line {line} of {file} ({principals}) have a * or ?, so the key may sign as several "
            "people; write each principal by itself."
        ),
    ),
    "trust.local_time": (
        "{file} の {line} 行目の日時 {moment} に Z がなく、端末によって別の時刻になります。末尾に Z を付けてください。",
        "The time {moment} on line {line} of {file} has no Z, so it is another moment on another machine; add a Z.",
    ),
    "trust.left_to_us": (
        (
            "{file} の {line} 行目の鍵 ({key_type}) をこの端末の `ssh-keygen` が読めません。"
            "この行は ikusei だけで照合しています。OpenSSH を更新すれば両方で照合します。"
        ),
        (
            "The `ssh-keygen` of this machine can't read the key on line {line} of {file} ({key_type}); "
            "ikusei alone looks at that line here, both do where OpenSSH knows such keys."
        ),
    ),
    # -- a new folder
    "trust.template_roster": (
        "名簿: 人と、誰が誰をいつからいつまで指導するか (変えるたびに version を上げ、責任者が署名し直す)",
        "The roster: people, who mentors whom from when until when; raise version and sign again at every change",
    ),
    "trust.template_person": (
        "人: id は台帳にあるもの、signs_as は allowed_signers に書いた名前 (離れた人も、署名を確かめるために残す)",
        "A person. id as in the journal; signs_as: names in allowed_signers; keep who has left: their signatures stay",
    ),
    "trust.template_mentor": (
        '指導: trainee は人の id か "*" (全員)、roles、from、until は省略可、evaluator = true なら最終評価もできる',
        'Who reviews whom: trainee may be "*"; roles, from, until may be left out; an evaluator signs STEPs finally',
    ),
    "trust.template_host": (
        "台帳の場所: ssh は接続先、command と state は省略可",
        "Where a journal lies: ssh is the destination; command and state may be left out",
    ),
    "trust.template_signers": (
        "一行に署名者名、オプション、公開鍵を書き、日時は末尾に Z を付けて UTC で書きます。例:",
        "One key a line: principal, options, public key; write times with Z, in UTC; for example:",
    ),
    "trust.file_exists": (
        "{file} はすでにあります。編集するか、別のフォルダーを --trust で指定してください。",
        "{file} is there already; edit it, or name another folder with --trust.",
    ),
    # -- the command line
    "trust.help": (
        "信頼のフォルダー: 名簿と鍵の一覧、責任者の署名",
        "The trust folder: the roster, the keys that count, the lead's signature",
    ),
    "trust.more": (
        "docs/security.ja.md に手順があります。\n終了コード: 0 正常、1 署名か登録がまだ、2 無効か使い方の誤りです。",
        (
            "docs/security.md goes through it step by step.\n"
            "Exit codes: 0 fine, 1 not signed or not pinned yet, 2 INVALID or wrong use."
        ),
    ),
    "trust.show.help": (
        "版、指紋、署名の状態、誰が誰をいつまで指導するかを見る",
        "Show version, fingerprint, signature, and who mentors whom until when",
    ),
    "trust.init.help": ("空の名簿と鍵の一覧を書く", "Write a roster and a list of keys without anybody"),
    "trust.init.more": (
        "すでにあるファイルは変えません。",
        "A file that is there is never changed.",
    ),
    "trust.sign.help": ("責任者の鍵で署名する", "Sign the folder with the lead's key"),
    "trust.sign.key": (
        "鍵のファイル (秘密鍵がエージェントにあれば .pub でもよい)",
        "File of the key (or its .pub, where an agent has the private key)",
    ),
    "trust.sign.more": (
        (
            "例: ikusei trust sign --key ~/.ssh/id_ed25519\n"
            "manifest と manifest.sig を書きます。変えるたびに署名し直してください。"
        ),
        (
            "Example: ikusei trust sign --key ~/.ssh/id_ed25519\n"
            "Writes manifest and manifest.sig; sign again after every change."
        ),
    ),
    "trust.pin.help": (
        "責任者の鍵の指紋をこの台帳に登録する",
        "Keep the fingerprint of the lead's key in this state file",
    ),
    "trust.pin.forget": ("登録を消す", "Forget it"),
    "trust.pin.more": (
        (
            "指紋を書かなければ、署名した鍵の指紋を出すだけです。"
            "責任者から別の経路 (電話や対面) で聞いた指紋と比べてから、それを書いて登録してください。\n"
            "例: ikusei trust pin SHA256:kD8…"
        ),
        (
            "Without a fingerprint, that of the key that signed is shown and nothing is kept. Compare it with what "
            "the lead tells you by another way (by phone, in person), then name it.\n"
            "Example: ikusei trust pin SHA256:kD8…"
        ),
    ),
    "trust.check.help": (
        "署名、名簿の誤り、使えない鍵を調べる",
        "Look for a broken signature, faults of the roster, keys that won't work",
    ),
    "trust.roster.help": ("名簿: 誰が誰を指導するか", "The roster: who mentors whom"),
    "trust.roster.more": (
        "roster.toml は信頼のフォルダーにあります。署名されているかは `ikusei trust show` で分かります。",
        "roster.toml lies in the trust folder; `ikusei trust show` says whether it is signed.",
    ),
    "trust.roster.show.help": (
        "人、指導の期間、台帳の場所を見る",
        "Show the people, the spans of mentoring, and where journals lie",
    ),
    "trust.roster.check.help": (
        "roster.toml の誤りを、行・桁とともにすべて出す",
        "Report every fault of roster.toml with line and column",
    ),
    "trust.roster.fine": ("誤りはありません: {path}", "No fault in {path}"),
    "trust.begun": (
        "人と鍵を書き、`ikusei roster check` で確かめてから `ikusei trust sign` で署名してください。",
        "Write people and keys, look them over with `ikusei roster check`, then run `ikusei trust sign`.",
    ),
    "trust.was_signed": (
        "{lead} さんの鍵 {fingerprint} で署名しました。この指紋を、フォルダーとは別の経路で全員に伝えてください。",
        "Signed by {lead} with the key {fingerprint}; tell everybody this fingerprint, not by way of the folder.",
    ),
    "trust.pin_how": (
        (
            "{lead} さん ({principal}) の鍵の指紋です。フォルダーの指紋は {short} です。"
            "責任者に別の経路で確かめ、`ikusei trust pin 指紋` で登録してください。"
        ),
        (
            "This is the fingerprint of the key of {lead} ({principal}); that of the folder begins with {short}. "
            "Compare it with the lead by another way and run `ikusei trust pin FINGERPRINT`."
        ),
    ),
    "trust.pinned": (
        "{lead} さん ({principal}) の鍵を責任者の鍵として登録しました。フォルダーの指紋は {short} です。",
        "The key of {lead} ({principal}) is pinned as the lead's; the fingerprint of the folder begins with {short}.",
    ),
    "trust.pinned_already": (
        "{lead} さん ({principal}) のこの鍵は登録済みです。フォルダーの指紋は {short} です。",
        "This key of {lead} ({principal}) is pinned already; the fingerprint of the folder begins with {short}.",
    ),
    "trust.pin_other": (
        (
            "フォルダーは鍵 {fingerprint} で署名されていて、{given} ではありません。"
            "責任者に指紋を確かめ、フォルダーを受け取り直してください。"
        ),
        (
            "The folder is signed with the key {fingerprint}, not with {given}; "
            "ask the lead for the fingerprint, or get the folder again."
        ),
    ),
    "trust.pin_or_forget": (
        "指紋と --forget は一緒に使えません。どちらかを外してください。",
        "A fingerprint and --forget don't go together; leave one out.",
    ),
    "trust.forgotten": (
        "責任者の鍵の登録を消しました。",
        "No lead's key is pinned any more.",
    ),
    "trust.head": ("名簿 {id}  版 {version}  {folder}", "Roster {id}  version {version}  {folder}"),
    "trust.fingerprint": ("指紋 {short}  SHA-256 {whole}", "Fingerprint {short}  SHA-256 {whole}"),
    "trust.state.signed": ("署名あり", "signed"),
    "trust.state.unpinned": ("署名あり (責任者の鍵は未登録)", "signed, no lead pinned"),
    "trust.state.unsigned": ("署名なし", "unsigned"),
    "trust.state.none": ("フォルダーなし", "no folder"),
    "trust.state.invalid": ("無効 (INVALID)", "INVALID"),
    "trust.state.unchecked": ("この端末では確かめられない", "can't be checked here"),
    "trust.is_lead": ("責任者", "lead"),
    "trust.is_evaluator": ("最終評価者", "evaluator"),
    "trust.mentors": ("{mentor} が {trainee} を指導", "{mentor} mentors {trainee}"),
    "trust.mentors_all": ("{mentor} が全員を指導", "{mentor} mentors everybody"),
    "trust.every_role": ("すべての役割", "every role"),
    "trust.span": ("{since} から {until} まで", "{since} until {until}"),
    "trust.span_from": ("{since} から", "from {since}"),
    "trust.span_until": ("{until} まで", "until {until}"),
    "trust.span_open": ("期限なし", "for good"),
    "trust.host": ("{trainee} の台帳: {ssh} の {command}", "Journal of {trainee}: {command} on {ssh}"),
}
