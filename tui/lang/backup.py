"""What ``ikusei backup`` says."""

MESSAGES: dict[str, tuple[str, str]] = {
    "backup.help": ("台帳のバックアップを作り、開いて確かめる", "Make a checked backup of the journal"),
    "backup.more": (
        (
            "FILE がなければ、台帳の隣の backups/ に日時の名前で作ります。使っている最中の台帳でもかまいません。"
            "隣に FILE.sha256 ができ、`sha256sum -c` で確かめられます。作るたびに写しを開き、"
            "スキーマ、トリガー、ハッシュを確かめます。\n"
            "例: ikusei backup --keep 14\n戻すには: ikusei restore FILE"
        ),
        (
            "Without FILE it goes into backups/ beside the journal, named by the moment. The journal may be in use. "
            "FILE.sha256 is written beside it, for `sha256sum -c`. Every copy is opened, and its schema, triggers and "
            "hashes are checked.\n"
            "Example: ikusei backup --keep 14\nTo put one back: ikusei restore FILE"
        ),
    ),
    "backup.keep": (
        "backups/ の新しいほうから N 個を残し、ikusei が作った古いものを消す",
        "Keep the newest N in backups/, and remove older ones that ikusei made there",
    ),
    "backup.list": ("backups/ にあるものを新しい順に出す", "List those in backups/, the newest first"),
    "backup.one_of": (
        "FILE と --keep と --list は、一度に一つだけ指定してください。",
        "Give only one of FILE, --keep and --list.",
    ),
    "backup.made": (
        "記録 {events} 件をバックアップし、写しを開いて確かめました。",
        "Records backed up: {events}; the copy was opened and checked.",
    ),
    "backup.removed": ("古いバックアップ {count} 個を消しました。", "Older backups removed: {count}."),
    "backup.none": ("{folder} にバックアップはありません。", "There are no backups in {folder}."),
}
