"""What is said around a text that is written in the user's own editor."""

MESSAGES: dict[str, tuple[str, str]] = {
    "editor.place": ("一行の問い", "A question on one line"),
    "editor.none": (
        "エディターが決まっていません。`export EDITOR=vim` のように設定して開き直してください。",
        "No editor is set; say `export EDITOR=vim`, or another one, and open ikusei again.",
    ),
    "editor.unreadable": (
        "{name} の「{value}」はコマンドとして読めません。引用符を確かめてください。",
        "{name} is “{value}”, which can't be read as a command; look at its quotes.",
    ),
    "editor.no_start": (
        "{command} を起動できません ({why})。EDITOR を確かめてください。",
        "{command} can't be started ({why}); check EDITOR.",
    ),
    "editor.failed": (
        "{command} が終了コード {code} で終わったので、入力した内容は使いません。",
        "{command} ended with {code}, so what was written isn't used.",
    ),
    "editor.long": (
        "{limit} バイトより長いので使えません。入力した内容は {path} にあります。短くしてください。",
        "Longer than {limit} bytes. What you wrote is in {path}; make it shorter.",
    ),
    "editor.gone": (
        "エディターが {path} を残しませんでした ({why})。もう一度書いてください。",
        "The editor left no {path} ({why}); write it again.",
    ),
    "editor.empty": ("何も書かれていないので、やめました。", "Nothing was written, so nothing was done."),
    "editor.unchanged": (
        "書き換えていません。このままでよければ Enter、やめるには Esc を押してください。",
        "Nothing was changed; Enter takes it as it is, Esc takes the question back.",
    ),
}
