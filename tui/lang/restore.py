"""What ``ikusei restore`` says."""

MESSAGES: dict[str, tuple[str, str]] = {
    "restore.help": ("バックアップを台帳に戻す", "Put a backup in the place of the journal"),
    "restore.more": (
        (
            "先に FILE を丸ごと確かめ、今の台帳にだけある新しい記録を見せてから尋ねます。"
            "今の台帳は state.sqlite.before-restore-日時 という名前で残ります。"
            "新しかった記録は、あとから --take-back でその残したファイルから戻せます。\n"
            "例: ikusei restore ~/.local/share/ikusei/backups/state.2026-11-30T090000Z.sqlite"
        ),
        (
            "FILE is checked whole first, and what is newer in the present journal is shown before you are asked. "
            "The present journal is kept as state.sqlite.before-restore-MOMENT. "
            "What was newer can be brought back later from that file with --take-back.\n"
            "Example: ikusei restore ~/.local/share/ikusei/backups/state.2026-11-30T090000Z.sqlite"
        ),
    ),
    "restore.take_back": (
        "戻す前の台帳 FILE から、今の台帳にない記録を取り戻す",
        "Bring back from FILE, a journal from before a restore, the records that are missing now",
    ),
    "restore.yes": ("尋ねない", "Don't ask"),
    "restore.about": (
        "{file}: 記録 {there} 件、最後の記録は {latest} です。",
        "{file}: records: {there}, the last one of {latest}.",
    ),
    "restore.gained": (
        "今の台帳にない記録が {events} 件あります。",
        "Records that the present journal hasn't: {events}.",
    ),
    "restore.newer": (
        "今の台帳にだけある記録が {events} 件あります ({kinds})。最後の記録は {latest} です。",
        "Records that only the present journal has: {events} ({kinds}), the last one of {latest}.",
    ),
    "restore.nothing_newer": (
        "今の台帳にだけある記録はありません。",
        "The present journal has no records that are missing there.",
    ),
    "restore.earlier": (
        "  それより前の {days} 日  実績 {entries} 件",
        "  days before: {days}  entries: {entries}",
    ),
    "restore.day": ("  {day}  実績 {entries} 件", "  {day}  entries: {entries}"),
    "restore.unreadable": (
        "今の台帳 {path} は壊れていて読めないため、そこにだけある記録は分かりません。ファイルはそのまま残します。",
        "The present journal {path} is damaged, so it can't be told what only it has; the file is kept as it is.",
    ),
    "restore.ask": (
        "台帳 {path} を {file} に戻しますか? [y/n] ",
        "Put {file} in the place of the journal {path}? [y/n] ",
    ),
    "restore.ask_back": (
        "{file} の記録を台帳 {path} に取り戻しますか? [y/n] ",
        "Bring the records of {file} back into the journal {path}? [y/n] ",
    ),
    "restore.no_terminal": (
        "尋ねる端末がないため、何も変えていません。承知のうえなら --yes を付けてください。",
        "There is no terminal to ask on, so nothing was changed; add --yes if that is what you want.",
    ),
    "restore.declined": ("やめました。何も変わっていません。", "Stopped; nothing has changed."),
    "restore.done": (
        "台帳 {path} を戻しました (記録 {events} 件)。ここからは新しい書き手として続きます。",
        "The journal {path} was restored (records: {events}); it goes on as a new writer.",
    ),
    "restore.kept": (
        "前の台帳は {kept} に残しました。そこにだけある記録は `ikusei restore --take-back '{kept}'` で取り戻せます。",
        (
            "The journal from before is kept as {kept}; "
            "`ikusei restore --take-back '{kept}'` brings back the records that only it has."
        ),
    ),
    "restore.taken_back": ("記録 {events} 件を取り戻しました。", "Records brought back: {events}."),
    "restore.nothing_back": (
        "取り戻す記録はありませんでした。",
        "There was nothing to bring back.",
    ),
    # -- refused
    "restore.same": (
        "{path} は台帳そのものです。戻すバックアップを指定してください。",
        "{path} is the journal itself; name the backup to restore.",
    ),
    "restore.digest": (
        "{path} は隣の .sha256 の値と違うため、戻していません。別のバックアップを使ってください。",
        "{path} is not what the .sha256 beside it says, so it was not restored; use another backup.",
    ),
    "restore.no_digest": (
        "{path} は sha256sum の形式ではありません。壊れていないか確かめるか、このファイルを別の場所に移してください。",
        "{path} is not what sha256sum writes; see whether it is damaged, or move it elsewhere.",
    ),
    "restore.damaged": (
        "{path} は壊れているため、戻していません。別のバックアップを使ってください。",
        "{path} is damaged, so it was not restored; use another backup.",
    ),
    "restore.failed": (
        "台帳 {path} を戻せません ({why})。台帳は前のままです。空きと権限を確かめてください。",
        "The journal {path} can't be restored ({why}) and is as before; check the space and the permissions there.",
    ),
    "restore.other_person": (
        (
            "{path} は、今の台帳とは別の人のバックアップのため、戻していません。それでも取り替えるなら、"
            "先に台帳 {present} を別の場所に移してください。"
        ),
        (
            "{path} is a backup of another person than the present journal, so it was not restored; "
            "if it is to replace it all the same, move the journal {present} elsewhere first."
        ),
    ),
    "restore.not_own": (
        (
            "{path} は、この台帳を書いた人の台帳ではありません。"
            "他の人の記録は `ikusei export` と `ikusei import` で運んでください。"
        ),
        (
            "{path} is not a journal of the person who writes this one; "
            "carry other people's records with `ikusei export` and `ikusei import`."
        ),
    ),
}
