"""What is said of the terminal before the first screen."""

MESSAGES: dict[str, tuple[str, str]] = {
    "terminal.input": (
        (
            "標準入力が端末ではないため、画面を開けません。端末から起動するか、--plain を付けて行で使うか、"
            "status などのコマンドを使ってください。"
        ),
        (
            "Standard input is not a terminal: start ikusei in a terminal, add --plain to use it as lines, or use a "
            "command such as ikusei status."
        ),
    ),
    "terminal.output": (
        "標準エラー出力が端末ではないため、画面を描けません。2> などの付け替えを外してください。",
        "The screen is drawn on standard error, which is not a terminal: start ikusei without redirecting it (2>).",
    ),
    "terminal.encoding": (
        "出力の文字コード {encoding} では画面が崩れます。PYTHONUTF8=1 か LANG=ja_JP.UTF-8 を設定してください。",
        "Output encoded as {encoding} would garble the screen: set PYTHONUTF8=1 or LANG=ja_JP.UTF-8.",
    ),
    "terminal.unexpected": (
        "不具合により画面を閉じました ({what}、{where})。記録は残っています。開き直し、この文を報告してください。",
        "A fault closed the screen ({what}, {where}); what was recorded is kept: open it again, and report this line.",
    ),
}
