"""Messages about content: what is wrong in a TOML file, where, and how to mend it; and the names of its parts."""

from __future__ import annotations

from typing import Final

_AT: Final = "{file}:{line}:{column}: "


def _fault(ja: str, en: str) -> tuple[str, str]:
    return _AT + ja, _AT + en


def _dangling(ja: str, en: str) -> tuple[str, str]:
    return _fault(
        f"{{value}} という{ja}はありません。教材パックにある id を書いてください。",
        f"There is no {en} {{value}}; write the id of one.",
    )


def _dangling_near(ja: str, en: str) -> tuple[str, str]:
    known = f"{{value}} という{ja}はありません。", f"There is no {en} {{value}}; "
    return _fault(known[0] + "{near} の間違いではありませんか。", known[1] + "did you mean {near}?")


MESSAGES: Final[dict[str, tuple[str, str]]] = {
    "content.several": ("{first_ja}（ほかに誤りが {more} か所）", "{first_en} (more faults: {more})"),
    # files
    "content.missing-file": _fault(
        "ファイルがありません。作るか、置き場所を確かめてください。",
        "There is no such file; write it, or check where it should be.",
    ),
    "content.not-a-file": _fault(
        "普通のファイルではありません。TOML ファイルを置いてください。",
        "This is not a regular file; put a TOML file there.",
    ),
    "content.unreadable": _fault(
        "ファイルを読めません（{reason}）。権限を確かめてください。",
        "The file can't be read ({reason}); check its permissions.",
    ),
    "content.too-large": _fault(
        "ファイルが {limit} MiB を超えています。分割するか、内容を減らしてください。",
        "The file is larger than {limit} MiB; make it smaller.",
    ),
    "content.unused-file": _fault(
        "pack.toml のどの役割もこのファイルを指していません。file に書くか、消してください。",
        "No role in pack.toml names this file; name it under file, or delete it.",
    ),
    # TOML
    "content.encoding": _fault(
        "UTF-8 として読めないバイト {byte} があります。UTF-8 で保存し直してください。",
        "The byte {byte} is not UTF-8; save the file as UTF-8.",
    ),
    "content.syntax": _fault(
        "TOML として読めません（{reason}）。この位置か、その前を直してください。",
        "This is not TOML ({reason}); mend it here or just before.",
    ),
    "content.too-deep": _fault(
        "配列や表の入れ子が深すぎて読めません。浅くしてください。",
        "Arrays or tables are nested too deep to be read; flatten them.",
    ),
    "content.huge-number": _fault(
        "整数の桁が多すぎて読めません。短くしてください。", "This integer has too many digits to be read; shorten it."
    ),
    "content.forbidden-character": _fault(
        "目に見えない文字か制御文字 {code} があります。消してください。",
        "There is an invisible or control character, {code}; delete it.",
    ),
    "content.radical": _fault(
        "「{char}」は部首の文字 {code} です。普通の漢字「{instead}」で書いてください。",
        "'{char}' is the radical {code}; write the ordinary character '{instead}'.",
    ),
    # keys and types
    "content.unknown-key": _fault(
        "{name} というキーはありません。使えるのは {known} です。", "There is no key {name} here; there are {known}."
    ),
    "content.unknown-key-near": _fault(
        "{name} というキーはありません。{near} の間違いではありませんか。",
        "There is no key {name} here; did you mean {near}?",
    ),
    "content.missing-key": _fault("{name} がありません。書き足してください。", "{name} is missing; add it."),
    "content.missing-language": _fault(
        "{name} に {language} の文がありません。日本語と英語の両方を書いてください。",
        "{name} has no text in {language}; write it in both Japanese and English.",
    ),
    "content.empty": _fault("{name} が空です。中身を書いてください。", "{name} is empty; write something."),
    "content.empty-list": _fault(
        "{name} の一覧が空です。中身を書くか、キーごと消してください。",
        "The list {name} is empty; fill it, or leave the key out.",
    ),
    "content.repeated": _fault(
        "{name} に {value} が重複しています。一方を消してください。", "{name} holds {value} twice; delete one of them."
    ),
    "content.not-text": _fault(
        '{name} は {{ ja = "…", en = "…" }} の形で書いてください。', '{name} must be written {{ ja = "…", en = "…" }}.'
    ),
    "content.not-string": _fault(
        "{name} は引用符で囲んだ文字列で書いてください。", "{name} must be a string in quotes."
    ),
    "content.not-strings": _fault(
        '{name} は ["…", "…"] のように文字列の一覧で書いてください。',
        '{name} must be a list of strings, like ["…", "…"].',
    ),
    "content.not-table": _fault(
        "{name} は {{ … }} の形の表で書いてください。", "{name} must be a table, like {{ … }}."
    ),
    "content.not-tables": _fault(
        "{name} は [[…]] で始まる表の並びで書いてください。", "{name} must be a list of tables, each begun with [[…]]."
    ),
    "content.not-whole": _fault(
        "{name} は {low} から {high} までの整数で書いてください。",
        "{name} must be a whole number from {low} to {high}.",
    ),
    "content.not-flag": _fault("{name} は true か false で書いてください。", "{name} must be true or false."),
    "content.not-choice": _fault(
        "{name} に {value} は使えません。{choices} から選んでください。",
        "{name} can't be {value}; choose one of {choices}.",
    ),
    "content.bad-offset": _fault(
        '時差 {value} の形式が正しくありません。"+09:00" のように書いてください。',
        'The offset {value} is malformed; write it like "+09:00".',
    ),
    "content.bad-day-change": _fault(
        '日付変更時刻 {value} の形式が正しくありません。"08:30" のように、'
        '"00:00" から "11:59" までの時刻で書いてください。',
        'The time {value} at which the day changes must be one from "00:00" to "11:59", like "08:30".',
    ),
    # ids and citations
    "content.bad-id": _fault(
        "id {value} の形式が正しくありません。半角の英小文字、数字、"
        "ハイフンを点でつないで書いてください（soc.2.paired）。",
        "The id {value} is malformed; join lower-case letters, digits and hyphens by dots (soc.2.paired).",
    ),
    "content.bad-policy-key": _fault(
        "組織設定のキー {value} の形式が正しくありません。id と同じように書いてください（soc.2.paired.times）。",
        "The policy key {value} is malformed; write it like an id (soc.2.paired.times).",
    ),
    "content.bad-digest": _fault(
        "{value} は達成目安のダイジェストの先頭部分ではありません。0-9 と a-f の 16～64 文字で書いてください。",
        "{value} is no beginning of a criterion's digest; write 16 to 64 characters of 0-9 and a-f.",
    ),
    "content.bad-source": _fault(
        "出典 {value} の形式が正しくありません。「文書:節#番号」で書いてください（nca:4.3.6.4#2）。",
        "The citation {value} is malformed; write DOCUMENT:SECTION#ORDINAL (nca:4.3.6.4#2).",
    ),
    "content.bad-chapter": _fault(
        "章 {value} の形式が正しくありません。「文書:節」で書いてください（nca:4.3）。",
        "The chapter {value} is malformed; write DOCUMENT:SECTION (nca:4.3).",
    ),
    "content.bad-document-id": _fault(
        "文書の id {value} の形式が正しくありません。半角の英小文字で始め、英小文字、数字、"
        "ハイフンで書いてください（nca）。",
        "The document id {value} is malformed; use lower-case letters, digits and hyphens, a letter first (nca).",
    ),
    "content.bad-version": _fault(
        "版 {value} の形式が正しくありません。数字を点でつないで書いてください（1.0.0）。",
        "The version {value} is malformed; write numbers joined by dots (1.0.0).",
    ),
    "content.bad-file": _fault(
        "ファイル名 {value} は使えません。教材パックの中の .toml を / でつないで書いてください（roles/soc.toml）。",
        "The file name {value} can't be used; name a .toml inside the pack, with slashes (roles/soc.toml).",
    ),
    "content.bad-url": _fault(
        "URL {value} の形式が正しくありません。https:// か http:// から空白なしで書いてください。",
        "The URL {value} is malformed; write it from https:// or http:// on, without blanks.",
    ),
    "content.bad-code": _fault(
        "領域の番号 {value} の形式が正しくありません。半角の I、V、X で書いてください（IV）。",
        "The region number {value} is malformed; write it with the ASCII letters I, V, X (IV).",
    ),
    "content.duplicate-id": _fault(
        "id {value} は {first} で使われています。別の id にしてください。",
        "The id {value} is taken at {first}; choose another.",
    ),
    "content.duplicate-former": _fault(
        "以前の id {value} は {first} で使われています。どちらか一方だけに残してください。",
        "The former id {value} is taken at {first}; keep it in one place only.",
    ),
    "content.duplicate-source": _fault(
        "出典 {value} は {first} にもあります。一つの表だけの出典にしてください。",
        "{value} is cited at {first} already; each printed place is the source of one table.",
    ),
    "content.unknown-document": _fault(
        "文書 {value} は pack.toml にありません。{known} のどれかにするか、[[document]] を書き足してください。",
        "The document {value} is not in pack.toml; cite one of {known}, or add a [[document]].",
    ),
    "content.dangling-learning": _fault(
        "{value} はこの STEP の学習項目にありません。学習項目の id を書いてください。",
        "{value} is no learning item of this STEP; write the id of one.",
    ),
    "content.dangling-learning-near": _fault(
        "{value} はこの STEP の学習項目にありません。{near} の間違いではありませんか。",
        "{value} is no learning item of this STEP; did you mean {near}?",
    ),
    "content.dangling-see": _fault(
        "{value} はこの STEP の目標や学習項目にも、役割の業務にもありません。その id を書くか、see を消してください。",
        "{value} is no goal or learning item of this STEP, nor a task of the role; write the id of one, or drop see.",
    ),
    "content.dangling-see-near": _fault(
        "{value} はこの STEP の目標や学習項目にも、役割の業務にもありません。{near} の間違いではありませんか。",
        "{value} is no goal or learning item of this STEP, nor a task of the role; did you mean {near}?",
    ),
    "content.dangling-link": _fault(
        "{value} という機能や教科書の役割はありません。教材パックにある id を書いてください。",
        "There is no duty or function {value}; write the id of one.",
    ),
    "content.dangling-link-near": _fault(
        "{value} という機能や教科書の役割はありません。{near} の間違いではありませんか。",
        "There is no duty or function {value}; did you mean {near}?",
    ),
    "content.dangling-region": _fault(
        "{value} という領域はありません。{known} から選んでください。",
        "There is no region {value}; choose from {known}.",
    ),
    "content.dangling-role": _dangling("役割", "role"),
    "content.dangling-role-near": _dangling_near("役割", "role"),
    "content.dangling-function": _dangling("機能", "function"),
    "content.dangling-function-near": _dangling_near("機能", "function"),
    "content.dangling-duty": _dangling("教科書の役割", "duty"),
    "content.dangling-duty-near": _dangling_near("教科書の役割", "duty"),
    "content.dangling-team": _dangling("担当", "team"),
    "content.dangling-team-near": _dangling_near("担当", "team"),
    "content.dangling-phase": _dangling("工程", "phase"),
    "content.dangling-phase-near": _dangling_near("工程", "phase"),
    "content.dangling-step": _fault(
        "役割 {role} に STEP {number} はありません。その役割にある STEP の番号を書いてください。",
        "The role {role} has no STEP {number}; write the number of one it has.",
    ),
    # the organisation
    "content.id-head": _fault(
        "id {value} が {head}. で始まっていません。{head}. で始まる id にしてください。",
        "The id {value} must begin with {head}.; mend it.",
    ),
    "content.number-twice": _fault(
        "{name} に {value} が二つあります。番号を直してください。",
        "The {name} {value} stands here twice; mend one of them.",
    ),
    "content.region-twice": _fault(
        "この組織パターンに領域 {value} が重複しています。in、shared、out のどれか一つに残してください。",
        "This pattern names the region {value} twice; keep it in one of in, shared, out.",
    ),
    "content.region-missing": _fault(
        "この組織パターンに領域 {value} がありません。in、shared、out のどれかに書いてください。",
        "This pattern leaves the region {value} out; name it in one of in, shared, out.",
    ),
    "content.team-twice": _fault(
        "このレベルに担当 {value} が重複しています。一方を消してください。",
        "This level names the team {value} twice; delete one.",
    ),
    "content.team-missing": _fault(
        "ほかのレベルにある担当 {value} がありません。書き足してください。",
        "The team {value} of the other levels is missing; add it.",
    ),
    "content.staffing-key": _fault(
        "mode が {mode} なら {name} は書けません。{name} を消すか、mode を直してください。",
        "{name} doesn't go with the mode {mode}; delete it, or mend the mode.",
    ),
    "content.staffing-total": _fault(
        "total は {total} ですが、各担当の人数の合計は {people} です。"
        "どちらかを直してください（常時 1 名は 6 名と数えます）。",
        "total is {total}, but the teams add up to {people}; mend one (one round the clock counts as six).",
    ),
    "content.marks-twice": _fault(
        "SecBoK の役割 {value} の印の数が重複しています。一方を消してください。",
        "The marks of {value} are given twice; delete one of them.",
    ),
    "content.map-twice": _fault(
        "{role} の STEP {step} と {duty} の組が重複しています。一方を消してください。",
        "STEP {step} of {role} and {duty} are joined twice; delete one of them.",
    ),
    # the list of citations
    "content.citation-line": _fault(
        "{value} は 出典、種類、説明 をタブで区切った行ではありません。",
        "{value} isn't a line of citation, kind and what it is, with tabs between.",
    ),
    "content.citation-kind": _fault(
        "{value} という種類はありません。item か group にしてください。",
        "There is no kind {value}; use item or group.",
    ),
    "content.citation-twice": _fault(
        "{value} は前の行にもあります。一方を消してください。",
        "{value} stands in an earlier line, too; delete one of them.",
    ),
    "content.not-covered": _fault(
        "{value} を出典とする表がありません。書き足すか、原文にないならこの行を消してください。",
        "No table has the source {value}; write it, or delete this line if it isn't printed.",
    ),
    "content.not-printed": _fault(
        "{value} は {listed} にありません。出典を直すか、一覧に足してください。",
        "{value} isn't in {listed}; mend the source, or add it to the list.",
    ),
    # the overlay
    "content.bad-overlay-id": _fault(
        "{value} は組織の id になりません。英小文字で始まる英小文字と数字 2 から 16 字にしてください (midori など)。",
        "{value} is no id of an overlay; use 2 to 16 lower case letters and digits, a letter first, such as midori.",
    ),
    "content.overlay-for": _fault(
        "この追加分は教材パック {value} のもので、開いているのは {pack} です。"
        "for を直すか、--content で {value} を開いてください。",
        "This overlay is for the pack {value}, and {pack} is open; mend for, or open {value} with --content.",
    ),
    "content.overlay-conflict": _fault(
        "id {value} はすでに使われています。別の id にしてください。",
        "The id {value} is there already; choose another one.",
    ),
    "content.overlay-not-own": _fault(
        "追加するものの id には {prefix} で始まる部分が必要です。{value} を直してください (soc.2.{prefix}phone など)。",
        "An id that is added needs a part that begins with {prefix}; change {value} (like soc.2.{prefix}phone).",
    ),
    "content.note-twice": _fault(
        "{value} への注記が重複しています。一つにまとめてください。",
        "There are two notes on {value}; make one of them.",
    ),
    "content.dangling-note": _fault(
        "{value} は教材パックにありません。注記を付ける相手の id を書いてください。",
        "{value} isn't in the pack; write the id of what the note is about.",
    ),
    "content.dangling-note-near": _fault(
        "{value} は教材パックにありません。{near} の間違いではありませんか。",
        "{value} isn't in the pack; did you mean {near}?",
    ),
    "content.dangling-about": _fault(
        "{value} は教材パックにありません。節が述べる役割、機能、領域、担当などの id を書いてください。",
        "{value} isn't there; write the id of a role, function, region, team or the like that the section is about.",
    ),
    "content.dangling-about-near": _fault(
        "{value} は教材パックにありません。{near} の間違いではありませんか。",
        "{value} isn't in the pack; did you mean {near}?",
    ),
    "content.map-in-pack": _fault(
        "{role} の STEP {step} と {duty} の組は教材パックにすでにあります。この行を消してください。",
        "The pack joins STEP {step} of {role} and {duty} already; delete this line.",
    ),
    "content.no-such-map": _fault(
        "{role} の STEP {step} と {duty} の組は教材パックにありません。この行を消すか、組を直してください。",
        "The pack doesn't join STEP {step} of {role} and {duty}; delete this line, or mend it.",
    ),
    # the pack
    "content.schema": _fault(
        "教材パックの形式 {value} はこの ikusei（形式 {known} まで）より新しいものです。ikusei を更新してください。",
        "The schema {value} of this pack is newer than this ikusei, which reads up to {known}; update ikusei.",
    ),
    "content.role-id": _fault(
        "役割の id が {value} ですが、pack.toml では {expected} です。同じにしてください。",
        "The id of this role is {value}, but {expected} in pack.toml; make them the same.",
    ),
    "content.newer-lines": _fault(
        "TOML 1.1 の書き方 (改行のあるインラインの表) です。1 行に書くか、[表] の見出しに分けてください。",
        "Syntax of TOML 1.1: an inline table over several lines. Write it on one line, or under a [table] heading.",
    ),
    "content.newer-comma": _fault(
        "TOML 1.1 の書き方 (インラインの表の最後のコンマ) です。コンマを消してください。",
        "Syntax of TOML 1.1: a comma behind the last key of an inline table. Delete it.",
    ),
    "content.newer-time": _fault(
        "TOML 1.1 の書き方 (秒のない時刻) です。09:30:00 のように秒まで書いてください。",
        "Syntax of TOML 1.1: a time without seconds. Write them, too: 09:30:00.",
    ),
    "content.newer-escape": _fault(
        "TOML 1.1 の書き方 (\\e または \\xHH) です。\\u001B のように \\uHHHH で書いてください。",
        "Syntax of TOML 1.1: \\e or \\xHH. Write it as \\uHHHH, such as \\u001B.",
    ),
    "content.step-twice": _fault(
        "STEP {number} が二つあります。番号を直すか、一つにまとめてください。",
        "There are two STEPs {number}; mend the number, or make them one.",
    ),
    "content.item-deep": _fault(
        "項目の入れ子が {deepest} 段を超えています。浅くしてください。",
        "Items are nested more than {deepest} deep; flatten them.",
    ),
    # criteria and rules
    "content.name-wide": _fault(
        "名前（{language}）の幅が {cells} 桁あります。全角を 2 桁として {most} 桁までに縮めてください。",
        "The name ({language}) is {cells} {cells:cell|cells} wide; shorten it to {most} (a full-width one is two).",
    ),
    "content.points": _fault(
        "確認項目が {count} 項目あります。{fewest} 項目から {most} 項目にしてください。",
        "There {count:is 1 point|are {count} points}; there must be {fewest} to {most}.",
    ),
    "content.rule-key": _fault(
        "規則 {kind} に {name} というキーはありません。使えるのは {known} です。",
        "The rule {kind} has no key {name}; it has {known}.",
    ),
    "content.rule-alone": _fault(
        "規則 {kind} の中の規則が一つしかありません。二つ以上書くか、その規則だけを書いてください。",
        "The rule {kind} holds only one rule; write two or more, or that one alone.",
    ),
    "content.rule-deep": _fault(
        "規則の入れ子が {deepest} 段を超えています。浅くしてください。",
        "Rules are nested more than {deepest} deep; flatten them.",
    ),
    "content.number-bare": _fault(
        "{name} は {{ value = {value} }} のように、値の出どころが分かる形で書いてください。",
        "{name} must say where its number comes from, like {{ value = {value} }}.",
    ),
    "content.number-form": _fault(
        "{name} は value だけか、policy（と example）で書いてください。",
        "{name} must have either a value alone, or a policy key, with or without an example.",
    ),
    "content.not-number": _fault(
        "{name} は 1 から {largest} までの整数で書いてください。", "{name} must be a whole number from 1 to {largest}."
    ),
    "content.share": _fault(
        "{name} の {value} は {percent} % のことですか。そうなら {percent} と書いてください。"
        '本当に {value} % なら "{value}%" と引用符に入れて書いてください。',
        "Is {value} for {name} meant as {percent} %? Then write {percent}; "
        'if {value} % it is, write "{value}%", in quotes.',
    ),
    "content.ratio": _fault(
        "{name} は 0 より大きく 100 以下のパーセントで書いてください。",
        "{name} must be a percentage above 0, up to 100.",
    ),
    "content.policy-unit": _fault(
        "組織設定のキー {value} の単位がここでは {unit}、ほかでは {first} です。キーを分けてください。",
        "The policy key {value} counts {unit} here and {first} elsewhere; use two keys.",
    ),
    # names of parts
    "content.step": ("STEP {number}", "STEP {number}"),
    "content.where-glossary": ("用語", "Glossary"),
    "content.where-steps": ("STEP の定義", "The STEPs"),
    "content.where-basic": ("基礎教育", "Basic education"),
    "content.where-textbook": ("機能と領域", "Functions and regions"),
    "content.where-common": ("{role} 共通教育", "{role}, common education"),
    "content.where-step": ("{role} STEP {number}", "{role}, STEP {number}"),
}
