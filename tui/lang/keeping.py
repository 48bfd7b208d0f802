"""What the screen says while something can't be written or read, and what it says of that when it is left."""

MESSAGES: dict[str, tuple[str, str]] = {
    "keeping.cannot_keep": (
        "{since} から{what}を保存できません ({why})。書けるようになりしだい保存します。",
        "Since {since} {what} can't be kept ({why}); it is kept as soon as it can be.",
    ),
    "keeping.cannot_read": (
        "{since} から台帳を読めません ({why})。画面の内容は、その前に読んだものです。",
        "Since {since} the journal can't be read ({why}); what is shown was read before.",
    ),
    "keeping.cannot_read_or_keep": (
        "{since} から{what}を保存できません ({why})。台帳も読めないため、画面の内容はその前に読んだものです。",
        "Since {since} {what} can't be kept ({why}), nor the journal read; what is shown was read before.",
    ),
    "keeping.what.draft": ("下書き", "the draft"),
    "keeping.what.language": ("表示言語", "the language"),
    "keeping.what.edition": ("見終えた教材パックの版", "the edition of the content that you have seen"),
    "keeping.what.other": ("設定", "a setting"),
    "keeping.why.locked": ("ほかのプロセスが使用中", "another process is using the journal"),
    "keeping.why.full": ("ディスクに空きがありません", "the disk is full"),
    "keeping.why.write_failed": ("ディスクに書けません", "writing to the disk failed"),
    "keeping.why.not_writable": ("書き込めません", "it is not writable"),
    "keeping.why.unreachable": ("ディスクに届きません", "the disk can't be reached"),
    "keeping.why.replaced": ("台帳が消されたか置き換えられました", "the journal was removed or replaced"),
    "keeping.why.damaged": ("台帳が壊れています", "the journal is damaged"),
    "keeping.why.not_ours": ("台帳が別のものになりました", "the journal has become another file"),
    "keeping.why.tables": ("台帳の表が欠けています", "tables of the journal are missing"),
    # -- when the screen is left
    "keeping.lost": (
        "保存できなかったものがあります: {what} ({why})。",
        "This could not be kept: {what} ({why}).",
    ),
    "keeping.lost.typed": (
        "{about} に入力していた内容です。必要なら、今書き写してください。",
        "What was typed for {about}; copy it now if you need it.",
    ),
    "keeping.lost.field": ("  {label}: {value}", "  {label}: {value}"),
}
