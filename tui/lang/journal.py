"""What the journal refuses, warns of and finds, and how to mend it."""

MESSAGES: dict[str, tuple[str, str]] = {
    # -- opening
    "journal.missing": (
        "台帳 {path} がありません。パスを確かめるか、`ikusei` を一度起動して作ってください。",
        "There is no journal at {path}; check the path, or start `ikusei` once to make it.",
    ),
    "journal.empty": (
        "台帳 {path} は空のファイルです。`ikusei` を一度起動して作り直すか、バックアップを戻してください。",
        "The journal {path} is an empty file; start `ikusei` once to fill it, or put a backup in its place.",
    ),
    "journal.no_file": (
        "{path} はファイルではありません。`--state` には台帳のファイルを指定してください。",
        "{path} is not a file; name the file of a journal with `--state`.",
    ),
    "journal.unreadable": (
        "台帳 {path} を読めません。ファイルとフォルダーの権限を確かめてください。",
        "The journal {path} can't be read; check the permissions of the file and its folder.",
    ),
    "journal.not_ours": (
        "{path} は ikusei の台帳ではないため、何もせずに閉じました。`--state` で台帳のファイルを指定してください。",
        "{path} is not a journal of ikusei and was left as it is; name the file of a journal with `--state`.",
    ),
    "journal.strange_journal": (
        (
            "台帳 {path} の隣に、ikusei が作ったものではない {beside} があるため、何もせずに閉じました。"
            "台帳の出どころを確かめ、{beside} を別の場所に移してください。"
        ),
        (
            "Beside the journal {path} lies {beside}, which no ikusei wrote, so nothing was opened; "
            "find out where the journal came from, and move {beside} away."
        ),
    ),
    "journal.being_written": (
        (
            "台帳 {path} は書き込みの途中です。少し待ってからもう一度開いてください。"
            "続くようなら、持ち主が ikusei を一度起動すると直ります。"
        ),
        (
            "The journal {path} is in the middle of a write; try again in a moment. "
            "If that goes on, its owner's next start of ikusei settles it."
        ),
    ),
    "journal.too_large": (
        "台帳 {path} は大きすぎます (上限 {most} GiB)。持ち主から `ikusei export` のファイルをもらってください。",
        "The journal {path} is too large (at most {most} GiB); ask its owner for a file of `ikusei export`.",
    ),
    "journal.other_mode": (
        "台帳 {path} は ikusei 以外の方法 (WAL) で開かれています。持ち主が ikusei で一度開くと直ります。",
        "The journal {path} was opened by something else than ikusei (WAL); let its owner open it once with ikusei.",
    ),
    "journal.foreign_too_long": (
        "台帳 {path} を読むのに時間がかかりすぎるため、やめました。持ち主に `ikusei doctor` を頼んでください。",
        "Reading the journal {path} takes too long and was given up; ask its owner to run `ikusei doctor`.",
    ),
    "journal.no_copy": (
        "台帳 {path} の写しを {folder} に作れません ({why})。空き容量と権限を確かめてください。",
        "No copy of the journal {path} can be made in {folder} ({why}); check its space and permissions.",
    ),
    "journal.no_room_aside": (
        (
            "一時ファイルに書けません ({why})。一時ファイルのフォルダーに空きを作るか、"
            "別のフォルダーを環境変数 TMPDIR で指定してください。台帳 {path} は変わっていません。"
        ),
        (
            "Temporary files can't be written ({why}); make room in their folder, or name another folder in the "
            "variable TMPDIR. The journal {path} is unchanged."
        ),
    ),
    "journal.not_our_table": (
        (
            "台帳 {path} の「{name}」は ikusei が作ったものではないため、読みません。"
            "持ち主に `ikusei doctor` を頼むか、`ikusei export` のファイルをもらってください。"
        ),
        (
            "In the journal {path}, “{name}” isn't as ikusei makes it, so nothing of it is read; "
            "ask its owner to run `ikusei doctor`, or for a file of `ikusei export`."
        ),
    ),
    "journal.foreign_set_back": (
        "台帳 {path} から、前にあった記録がなくなっています。",
        "Records that were there before are gone from the journal {path}.",
    ),
    "journal.others": (
        "台帳 {path} は自分の台帳ではありません。見るだけで、書き込みません。",
        "The journal {path} isn't your own; it is only looked at.",
    ),
    "journal.foreign_changed": (
        "{row} 行目の記録 {hash} は書かれたときのままではないため、除いて表示しています。",
        "The record {hash} in row {row} isn't as it was written, and is left out.",
    ),
    "journal.foreign_row": (
        "{row} 行目は ikusei の記録ではないため、除いて表示しています。",
        "Row {row} is no record of ikusei's, and is left out.",
    ),
    "journal.foreign_more": (
        "ほかに {count} 行が書かれたときのままではないため、除いて表示しています。",
        "Further rows that aren't as they were written, and are left out: {count}.",
    ),
    "journal.newer": (
        (
            "台帳 {path} は新しい ikusei のもの (スキーマ {found}、"
            "この ikusei は {known} まで) です。ikusei を更新してください。"
        ),
        "The journal {path} was written by a newer ikusei (schema {found}, this one knows {known}); update ikusei.",
    ),
    "journal.no_schema": (
        "台帳 {path} の形式の番号が失われています。バックアップを戻してください。",
        "The journal {path} has lost the number of its schema; restore a backup.",
    ),
    "journal.cannot_create": (
        "台帳 {path} を作れません ({why})。`--state` で書き込める場所を指定してください。",
        "The journal {path} can't be made ({why}); name a place that can be written with `--state`.",
    ),
    "journal.unreachable": (
        "{path} に届きません。ディスクや共有フォルダーがつながっているか確かめてください。",
        "{path} can't be reached; check that its disk or share is connected.",
    ),
    "journal.held_elsewhere": (
        (
            "台帳 {path} は {host} (プロセス {pid}) が開いています。そちらで ikusei を終了してください。"
            "もう動いていなければ {lock} を消してください。"
        ),
        (
            "The journal {path} is open on {host} (process {pid}); "
            "leave ikusei there, or, if it no longer runs, delete {lock}."
        ),
    ),
    # -- what is noticed at an open
    "journal.read_only": (
        (
            "台帳 {path} に書き込めないため、見るだけで開いています。"
            "記録するにはファイルとフォルダーの権限を確かめてください。"
        ),
        (
            "The journal {path} can't be written, so it is open for looking only; "
            "to record, check the permissions of the file and its folder."
        ),
    ),
    "journal.opened_to_look": (
        "台帳 {path} は見るために開いているので、記録できません。",
        "The journal {path} was opened for looking, so nothing can be recorded.",
    ),
    "journal.network": (
        (
            "台帳 {path} はネットワーク上 ({type}) にあり、"
            "記録が失われるおそれがあります。この端末のディスクに移してください。"
        ),
        (
            "The journal {path} lies on a network file system ({type}), "
            "where records can get lost; move it to a disk of this machine."
        ),
    ),
    "journal.copied": (
        "台帳 {path} は {host} の {origin} からの写しです。次の記録からは別の書き手として続きます。",
        (
            "The journal {path} is a copy of {origin} on {host}; "
            "from the next record on it goes on as a writer of its own."
        ),
    ),
    "journal.set_back": (
        (
            "台帳 {path} は古い状態に戻されています (この端末で {known} 件目まで書いた書き手の記録が {n} 件目まで)。"
            "次の記録からは新しい書き手として続きます。新しかった記録がファイルに残っていれば、"
            "`ikusei restore --take-back ファイル` で取り戻せます。"
        ),
        (
            "The journal {path} was set back: its writer has written {known} {known:record|records} on this machine, "
            "{n} {n:is|are} in it. "
            "From the next record on it goes on as a new writer; if a file with the later ones is left, "
            "`ikusei restore --take-back FILE` brings them back."
        ),
    ),
    "journal.guards": (
        (
            "台帳 {path} を守るトリガー ({names}) が失われたか変わっているため、"
            "記録を止めています。`ikusei doctor --mend` で直してください。"
        ),
        (
            "Triggers that guard the journal {path} are gone or altered ({names}), "
            "so nothing is recorded; `ikusei doctor --mend` puts them back."
        ),
    ),
    # -- reading and writing
    "journal.locked": (
        "台帳 {path} をほかのプロセスが使っています。しばらく待ってから、もう一度試してください。",
        "Another process is using the journal {path}; wait a moment and try again.",
    ),
    "journal.full": (
        (
            "ディスクがいっぱいで台帳 {path} に書けません。空きを作ってから、"
            "もう一度試してください。これまでの記録は無事です。"
        ),
        "The disk is full, so the journal {path} can't be written; make room and try again. What was recorded is safe.",
    ),
    "journal.write_failed": (
        (
            "台帳 {path} への書き込みに失敗しました。ディスクの割り当て (quota) と空き、ディスクの状態を"
            "確かめてください。これまでの記録は無事です。"
        ),
        (
            "Writing to the journal {path} failed; check your disk quota, the free space and the disk itself. "
            "What was recorded is safe."
        ),
    ),
    "journal.not_writable": (
        "台帳 {path} に書き込めません。ファイルとフォルダーの権限を確かめてください。",
        "The journal {path} can't be written; check the permissions of the file and its folder.",
    ),
    "journal.damaged": (
        "台帳 {path} は壊れています。書き込まずに `ikusei doctor` で確かめ、バックアップを戻してください。",
        "The journal {path} is damaged; write nothing more, look at it with `ikusei doctor`, and restore a backup.",
    ),
    "journal.tables": (
        "台帳 {path} の表が欠けているか壊れています。`ikusei doctor --mend` で作り直してください。",
        "A table of the journal {path} is missing or damaged; `ikusei doctor --mend` makes it anew.",
    ),
    "journal.replaced": (
        (
            "開いているあいだに台帳 {path} が消されたか置き換えられたため、"
            "記録していません。ikusei を起動し直してください。"
        ),
        "The journal {path} was removed or replaced while it was open, so nothing was recorded; start ikusei again.",
    ),
    "journal.body_damaged": (
        "イベント {hash} の中身が壊れていて読めません。`ikusei doctor` で確かめ、バックアップを戻してください。",
        "The body of event {hash} is damaged and can't be read; look at it with `ikusei doctor`, and restore a backup.",
    ),
    # -- what an event can't be
    "journal.moved_while_sealing": (
        "署名のあいだ、ほかのプロセスが台帳 {path} に書き続けたため、何も記録していません。もう一度試してください。",
        "Something else kept writing to the journal {path} during the signing, so nothing was recorded; try again.",
    ),
    "journal.no_author": (
        "誰の記録か分かりません。先に `ikusei` で名前を登録してください。",
        "It isn't known who is writing; start `ikusei` and give a name first.",
    ),
    "journal.no_trainee": (
        "誰についての記録 ({kind}) か分かりません。先に `ikusei` で名前を登録してください。",
        "It isn't known whom the record ({kind}) is about; start `ikusei` and give a name first.",
    ),
    "journal.no_item": (
        "何についての記録 ({kind}) か分かりません。達成目安や学習項目の id を指定してください。",
        "It isn't known what the record ({kind}) is about; name the id of a criterion or a learning item.",
    ),
    "journal.no_items": (
        "実績がどの達成目安のものか分かりません。1 つ以上の id を指定してください。",
        "The entry counts for nothing; name at least one criterion.",
    ),
    "journal.day": (
        "日付「{day}」が分かりません。2026-11-20 のように書いてください。",
        "“{day}” is not a day; write it like 2026-11-20.",
    ),
    "journal.number": (
        "{field} は {low} から {high} までの整数です ({value} は使えません)。",
        "{field} is a whole number from {low} to {high}; {value} isn't.",
    ),
    "journal.supervision": (
        "実施形態「{value}」が分かりません。{known} から選んでください。",
        "“{value}” is no kind of supervision; choose one of {known}.",
    ),
    "journal.half_a_ratio": (
        "「n 件中 k 件」の片方だけが書かれています。n と k の両方を書いてください。",
        "Only one half of “k of n” is given; give both numbers.",
    ),
    "journal.hits": (
        "「{total} 件中 {hits} 件」は件数を超えています。数を確かめてください。",
        "“{hits} of {total}” is more than there are; check the numbers.",
    ),
    "journal.field": (
        "記録 ({kind}) の {field} がないか、記録できない値です。値を確かめてください。",
        "{field} of the record ({kind}) is left out or can't be recorded; check its value.",
    ),
    "journal.unknown_field": (
        "記録 ({kind}) に {field} という項目はありません。項目の名前を確かめてください。",
        "A record ({kind}) has no field {field}; check its name.",
    ),
    "journal.no_entry": (
        "実績 {id} はないか、すでに取り消されています。`ikusei journal` で id を確かめてください。",
        "There is no entry {id}, or it is undone; look for its id with `ikusei journal`.",
    ),
    "journal.nothing_to_undo": (
        "取り消す記録 {id} がこの人の台帳にありません。`ikusei journal` で id を確かめてください。",
        "There is no record {id} of this person to undo; look for its id with `ikusei journal`.",
    ),
    "journal.not_undoable": (
        "記録 {id} ({kind}) は取り消せません。正しい内容をもう一度記録してください。",
        "The record {id} ({kind}) can't be undone; record anew what is right.",
    ),
    "journal.decided": (
        "申請 {item} ({id}) はすでに判定されているので取り消せません。必要なら、もう一度申請してください。",
        "The claim of {item} ({id}) has been decided on and can't be undone; claim again where it is needed.",
    ),
    "journal.undone_already": (
        "記録 {id} はすでに取り消されています。元に戻すには、その取消の記録を取り消してください。",
        "The record {id} is undone already; to have it back, undo the undo.",
    ),
    "journal.not_own": (
        "種類 {kind} の記録は、本人しか書けません。本人の台帳で記録してください。",
        "A record of the kind {kind} can only be written by the person it is about; record it in their own journal.",
    ),
    "journal.own_review": (
        "自分の申請を自分で確認することはできません ({kind})。指導者に頼んでください。",
        "Nobody reviews or signs for themself ({kind}); ask a mentor.",
    ),
    "journal.how": (
        "「{value}」という行い方はありません。次のどれかで書いてください: {known}。",
        "There is no way “{value}” to do a duty; write one of {known}.",
    ),
    "journal.level_of_nothing": (
        "行っていないものに、レベルは付けられません。行い方も書いてください。",
        "What isn't done has no level; say how it is done, too.",
    ),
    "journal.provider_of_nothing": (
        "委託先は、共同か外部委託のときだけ書けます。行い方を直してください。",
        "Only what is shared or outsourced has a provider; say so, or leave the provider out.",
    ),
    "journal.no_target": (
        "記録 {id} がこの台帳にないか、別のものについての記録です。`ikusei journal` で確かめてください。",
        "There is no record {id} here, or it is about something else; see `ikusei journal`.",
    ),
    "journal.not_of_organisation": (
        "種類 {kind} の記録を、ここに書くことはできません。組織全体についての記録は、組織についてだけ書けます。",
        "A record of the kind {kind} can't be written here: only what is about the organisation as a whole is.",
    ),
    "journal.staffing_mode": (
        "「{value}」は要員の置き方ではありません。{known} のどれかにしてください。",
        "“{value}” is no way to staff a team; use one of {known}.",
    ),
    "journal.heads": (
        (
            "「{value}」は {mode} の人数として記録できません。日勤と 24 時間では 0.01 から 9999.99、"
            "小数は 2 桁まで、ほかでは空にしてください。"
        ),
        (
            "“{value}” can't be recorded as the heads of {mode}; on day shifts and round the clock give 0.01 to "
            "9999.99 with at most two decimals, else nothing."
        ),
    ),
    "journal.verdict": (
        "「{value}」は判定ではありません。{known} のどれかにしてください。",
        "“{value}” is no verdict; use one of {known}.",
    ),
    "journal.no_reason": (
        "差し戻しには理由が必要です。何が足りないのかを書いてください。",
        "Returning a claim takes a reason; write what is missing.",
    ),
    "journal.claimed_already": (
        "{item} はすでに申請中です。申請し直すには、先に取り下げてください。",
        "{item} is claimed already; withdraw that claim first.",
    ),
    "journal.not_claimed": (
        "{item} にその申請はないか、すでに取り下げられています。`ikusei status` で確かめてください。",
        "{item} has no such open claim; see `ikusei status`.",
    ),
    "journal.no_event": (
        "「{id}」で始まる記録はありません。`ikusei journal` で id を確かめてください。",
        "No record begins with “{id}”; look for its id with `ikusei journal`.",
    ),
    "journal.ambiguous_event": (
        "「{id}」で始まる記録が複数あります。もう少し先まで書いてください。",
        "More than one record begins with “{id}”; write some more of it.",
    ),
    # -- the doctor and backups
    "journal.integrity": (
        "SQLite が台帳 {path} の傷みを見つけました ({answer})。バックアップを戻してください。",
        "SQLite finds damage in the journal {path} ({answer}); restore a backup.",
    ),
    "journal.references": (
        "台帳 {path} の表 {table} に参照先のない行が {rows} 行あります。`ikusei doctor --mend` で作り直してください。",
        (
            "Table {table} of the journal {path} has rows that refer to nothing: {rows}; "
            "`ikusei doctor --mend` makes it anew."
        ),
    ),
    "journal.hash": (
        "書き手 {writer} の {n} 番の記録 ({hash}) は書かれたときと違います。バックアップと比べてください。",
        "Record {n} of writer {writer} ({hash}) is not what was written; compare it with a backup.",
    ),
    "journal.gap": (
        "書き手 {writer} の {n} 番の記録がありません。バックアップと比べてください。",
        "Record {n} of writer {writer} is missing; compare with a backup.",
    ),
    "journal.partial": (
        (
            "書き手 {writer} の {last} 番までの記録のうち {missing} 件はここにありません。"
            "0.1.0 の ikusei が書いたもので、足りない記録がどの人についてのものかは分かりません。必要なら、"
            "その人に `ikusei export` を頼んでください。"
        ),
        (
            "Of the records of writer {writer} up to number {last}, {missing} aren't here. "
            "ikusei 0.1.0 wrote them, which doesn't say whom the missing ones are about; where you need them, ask for "
            "`ikusei export`."
        ),
    ),
    "journal.not_here": (
        (
            "{author} が {trainee} について書いた記録のうち、{last} 番より前のものがまだここにありません "
            "(書き手 {writer}、{missing} か所)。`ikusei pull {id}` で取り込むか、"
            "{author} に `ikusei export -t {id}` を頼んでください。"
        ),
        (
            "Of what {author} wrote about {trainee}, records before number {last} aren't here yet (writer {writer}, "
            "places: {missing}): take them in with `ikusei pull {id}`, or ask {author} for "
            "`ikusei export -t {id}`."
        ),
    ),
    "journal.namesakes": (
        (
            "{name} さん ({id}) の id は ikusei 0.1.0 が名前から作ったもので、互いにつながらない連鎖があります "
            "(書き手 {writers})。同じ名前の別の人の記録が一緒に数えられているかもしれません。本人に確かめ、"
            "同じ人なら `ikusei import --accept {id}` を実行してください。"
            "別の人なら、どちらか一方の記録だけを新しい台帳に取り込んでください。"
        ),
        (
            "ikusei 0.1.0 made the id of {name} ({id}) from the name, and there are chains under it that don't hang "
            "together (writers {writers}): records of two people of that name may be counted as one's. Ask; if it is "
            "one person, run `ikusei import --accept {id}`; if not, take the records of one of them into a new journal."
        ),
    ),
    "journal.not_here_own": (
        (
            "自分で書いた {trainee} についての記録のうち、{last} 番より前のものがここにありません (書き手 {writer}、"
            "{missing} か所)。バックアップに戻したのなら `ikusei restore --take-back FILE` で、"
            "別の端末で書いたのなら、そこで `ikusei export -t {id}` で書き出し、取り込んでください。"
        ),
        (
            "Of what you wrote about {trainee}, records before number {last} aren't here (writer {writer}, places: "
            "{missing}): after a restore `ikusei restore --take-back FILE` brings them back; from another machine of "
            "yours, or a mentor's, `ikusei export -t {id}` does."
        ),
    ),
    "journal.not_here_organisation": (
        (
            "{author} が組織について書いた記録のうち、{last} 番より前のものがまだここにありません (書き手 {writer}、"
            "{missing} か所)。{author} に `ikusei export` を頼んでください。"
        ),
        (
            "Of what {author} wrote about the organisation, records before number {last} aren't here yet (writer "
            "{writer}, places: {missing}): ask {author} for `ikusei export`."
        ),
    ),
    "journal.before": (
        (
            "書き手 {writer} の {n} 番の記録が前の記録として挙げているものは、ここにある記録と食い違っています。"
            "記録が抜き取られたか、書き換えられています。バックアップと比べてください。"
        ),
        (
            "What record {n} of writer {writer} says came before it contradicts the records that are here: some were "
            "taken out or rewritten; compare with a backup."
        ),
    ),
    "journal.previous": (
        "書き手 {writer} の {n} 番の記録は、その前の記録につながっていません。バックアップと比べてください。",
        "Record {n} of writer {writer} doesn't follow the one before it; compare with a backup.",
    ),
    "journal.fork": (
        (
            "書き手 {writer} の記録は {n} 番から 2 通りあります。"
            "1 つの台帳が 2 か所で書かれました。どちらの台帳が正しいか責任者に確かめてください。"
        ),
        (
            "From record {n} on there are two of writer {writer}: one journal was written in two places; "
            "ask the lead which of them is right."
        ),
    ),
    "journal.clock_back": (
        (
            "書き手 {writer} の端末の時計が {times} 回戻り、まだ前の記録より遅れています。記録の順序は保たれています。"
            "その端末の時計が合っているか確かめてください。"
        ),
        (
            "The clock of writer {writer} went back {times} {times:time|times} and is still behind earlier records; "
            "their order is kept. See that the clock of that machine is right."
        ),
    ),
    "journal.tables_changed": (
        (
            "台帳 {path} の表 ({tables}) が失われているか、定義が変わっています。バックアップを戻すか、"
            "`ikusei export` で書き出せるうちに、新しい台帳へ取り込んでください。"
        ),
        (
            "Tables of the journal {path} ({tables}) are missing or aren't as ikusei makes them; restore a backup, "
            "or, while `ikusei export` can still read it, take its records into a new file."
        ),
    ),
    "journal.shape": (
        (
            "台帳 {path} の、集計の表か索引 ({names}) が失われているか、定義が変わっています。"
            "`ikusei doctor --mend` で作り直してください。"
        ),
        (
            "Derived tables or indexes of the journal {path} ({names}) are missing or aren't as ikusei makes them; "
            "`ikusei doctor --mend` makes them anew."
        ),
    ),
    "journal.added": (
        (
            "台帳 {path} に、ikusei の作ったものではないトリガーか索引 ({names}) があります。"
            "書き込みを変えたり妨げたりするおそれがあります。`ikusei doctor --mend` で取り除いてください。"
        ),
        (
            "The journal {path} has triggers or indexes that ikusei didn't make ({names}); they can change or refuse "
            "what is written. `ikusei doctor --mend` takes them away."
        ),
    ),
    "journal.foreign": (
        (
            "台帳 {path} に、ikusei の作ったものではない表かビュー ({names}) があります。"
            "ikusei は使いません。別のファイルへ移してください。"
        ),
        (
            "The journal {path} has tables or views that ikusei didn't make ({names}). It doesn't use them; "
            "move them to another file."
        ),
    ),
    "journal.derived": (
        "台帳 {path} の集計の表 ({tables}) が記録と合っていません。`ikusei doctor --mend` で作り直してください。",
        (
            "Derived tables of the journal {path} ({tables}) aren't what its records add up to; "
            "`ikusei doctor --mend` mends it."
        ),
    ),
    "journal.long_name": (
        "氏名が長すぎます。{limit} 文字以内にしてください。",
        "The name is too long; {limit} characters are the most.",
    ),
    "journal.too_long": (
        "記録 ({kind}) が長すぎます。全体で {limit} バイト以内に短くし、残りはファイルに置いて証跡に挙げてください。",
        "The record ({kind}) is too long; {limit} bytes are the most. Name a file with the rest as evidence.",
    ),
    "journal.local_damaged": (
        (
            "台帳 {path} に保存してある値 ({names}) が壊れています。`ikusei doctor --mend` で消し、"
            "必要なら設定し直してください。記録は失われません。"
        ),
        (
            "Values kept in the journal {path} are damaged ({names}); `ikusei doctor --mend` forgets them, "
            "set them again where you need them. No record is lost."
        ),
    ),
    "journal.writer_unknown": (
        (
            "台帳 {path} の書き手の情報が壊れています。`ikusei doctor --mend` で消してください。"
            "次の記録から新しい連番が始まります。"
        ),
        (
            "What the journal {path} keeps of its writer is damaged; `ikusei doctor --mend` forgets it, "
            "and the next record begins a new chain."
        ),
    ),
    "journal.row_damaged": (
        "集計の表 {table} の行 {id} が読めません。`ikusei doctor --mend` で作り直してください。",
        "The row {id} of the derived table {table} can't be read; `ikusei doctor --mend` makes it anew.",
    ),
    "journal.exposed": (
        "台帳 {path} をほかの利用者も読めます。`chmod 600` で自分だけのものにしてください。",
        "Other users can read the journal {path}; keep it to yourself with `chmod 600`.",
    ),
    "journal.backup_exists": (
        "{target} はすでにあります。別の名前を指定してください。",
        "{target} is there already; choose another name.",
    ),
    "journal.backup_failed": (
        "バックアップ {target} を書けません ({why})。空きと権限を確かめてください。",
        "The backup {target} can't be written ({why}); check the space and the permissions there.",
    ),
    "journal.backup_not_removed": (
        "新しいバックアップはできましたが、古い {path} を消せません ({why})。フォルダーの権限を確かめてください。",
        "The new backup is made, but the older {path} can't be removed ({why}); check the permissions of the folder.",
    ),
    "journal.backup_damaged": (
        "台帳 {path} が壊れているため、バックアップを残しませんでした。`ikusei doctor` で確かめてください。",
        "The journal {path} is damaged, so no backup was kept; look at it with `ikusei doctor`.",
    ),
}
