"""What the line face says beyond what the screens say, and figures in words."""

MESSAGES: dict[str, tuple[str, str]] = {
    "plain.list_sign": ("、", ", "),
    "plain.done": ("済み", "done"),
    "plain.missing": ("不足", "missing"),
    "plain.warn": ("注意:", "Mind:"),
    "plain.ticked": ("印あり:", "ticked:"),
    "plain.unticked": ("印なし:", "not ticked:"),
    "plain.marked": ("選択済み:", "marked:"),
    "plain.people": ("{count} 人", "people: {count}"),
    "plain.staffing.none": ("まだなし", "nobody yet"),
    "plain.need.day": ("日勤 {heads} 人", "day shift: {heads}"),
    "plain.need.round-the-clock": (
        "24 時間、常に {heads} 人、合わせて {people} 人",
        "round the clock: {heads} at all times, {people} in all",
    ),
    "plain.need.held": ("{name} が兼ねる", "held by {name}"),
    "plain.need.none": ("なし", "nobody"),
    "plain.note": ("注:", "Note:"),
    "plain.local": ("組織の追加:", "Added by the organisation:"),
    "plain.of": ("{total} のうち {done}", "{done} of {total}"),
    "plain.gauge.times": ("{needed} 回のうち {done} 回", "times: {done} of {needed}"),
    "plain.gauge.months": ("{needed} か月のうち {done} か月", "months: {done} of {needed}"),
    "plain.gauge.days": ("{needed} 日のうち {done} 日", "days: {done} of {needed}"),
    "plain.gauge.cases": ("{needed} 件のうち {done} 件", "cases: {done} of {needed}"),
    "plain.gauge.items": ("{needed} 冊のうち {done} 冊", "read: {done} of {needed}"),
    "plain.gauge.reviews": ("レビュー {needed} 回のうち {done} 回", "reviews: {done} of {needed}"),
    "plain.gauge.points": ("{needed} 項目のうち {done} 項目", "points: {done} of {needed}"),
    "plain.gauge.percent": (
        "{done} パーセント、必要なのは {needed} パーセント以上",
        "{done} percent, needed: {needed}",
    ),
    "plain.gauge.errors": (
        "誤り {done} パーセント、必要なのは {needed} パーセント未満",
        "wrong: {done} percent, needed: less than {needed}",
    ),
    "plain.gauge.hole": (
        "最も長い空きは {done} 日、上限は {needed} 日",
        "largest gap in days: {done}, at most {needed}",
    ),
    "plain.gauge.unset": ("{done}、組織が決める値は未設定", "{done}; the organisation's number is unset"),
    "plain.amount.times": ("{done} 回", "times: {done}"),
    "plain.amount.months": ("{done} か月", "months: {done}"),
    "plain.amount.days": ("{done} 日", "days: {done}"),
    "plain.amount.cases": ("{done} 件", "cases: {done}"),
    "plain.amount.items": ("{done} 冊", "read: {done}"),
    "plain.amount.reviews": ("レビュー {done} 回", "reviews: {done}"),
    "plain.amount.points": ("{done} 項目", "points: {done}"),
    "plain.amount.percent": ("{done} パーセント", "{done} percent"),
    "plain.ratio": ("{total} 件のうち {hits} 件", "{hits} of {total}"),
    "plain.month": ("{month} に {count} 件", "{month}: {count}"),
    "plain.months.some": ("実績のある月: {months}", "months with entries: {months}"),
    "plain.months.none": ("実績のない月: {months}", "months without: {months}"),
    "plain.evidence": ("証跡 {count} 件", "pieces of evidence: {count}"),
    "plain.rung": ("{label}: {how}", "{label}: {how}"),
    "plain.rung.here": ("{label}: {how}、今ここ", "{label}: {how}, you are here"),
    "plain.confirmed": ("{total} 件のうち {done} 件を確認", "{done} of {total} confirmed"),
    "plain.from_to": ("{before} から {after} へ", "from {before} to {after}"),
    "plain.cell": ("{head} {cell}", "{head}: {cell}"),
    "plain.row": ("{name}: {cells}", "{name}: {cells}"),
    "plain.takes": ("{code} から受け取る:", "Takes from {code}:"),
    "plain.gives": ("{code} に渡す:", "Hands over to {code}:"),
    "plain.movement": (
        "{month}: 実績 {entries}、確認 {confirmed}、承認 {signed}、差し戻し {returned}",
        "{month}: entries {entries}, confirmed {confirmed}, signed {signed}, returned {returned}",
    ),
    "plain.coverage": ("STEP {step} は {count} 人", "STEP {step}: {count}"),
    "plain.title": ("{place}。", "{place}."),
    "plain.line": ("{number}. {text}", "{number}. {text}"),
    "plain.keys": ("キー: {keys}", "Keys: {keys}"),
    "plain.welcome": (
        "ikusei を行で読む表示です。行の番号、キー、コマンドの名前で答えてください。? で説明、quit で終了します。",
        "ikusei, as lines. Answer with the number of a line, a key or the name of a command; ? explains, quit leaves.",
    ),
    "plain.more": ("続きは Enter、やめるには q (残り {count} 行): ", "Enter goes on, q ends; lines left: {count} "),
    "plain.name": ("名前", "Name"),
    "plain.no_line": ("選べる行はありません。", "There is no line to choose."),
    "plain.no_number": (
        "{number} 番の行はありません。読み上げた行の番号を入力してください。",
        "No line has the number {number}; type one of those that were read out.",
    ),
    "plain.first_line": ("最初の行です。", "This is the first line."),
    "plain.last_line": ("最後の行です。", "This is the last line."),
    "plain.no_further_step": ("その先に STEP はありません。", "There is no STEP beyond."),
    "plain.no_further_role": ("この人の役割はほかにありません。", "This person has no further role that way."),
    "plain.unknown": (
        "「{text}」はここで使えるキーでもコマンドでもありません。? で説明を読めます。",
        "“{text}” is neither a key nor a command here; ? explains.",
    ),
    "plain.not_now": ("「{command}」は今の行では使えません。", "“{command}” isn't possible on this line now."),
    "plain.ended": ("入力が終わったので、ikusei を終了します。", "The input has ended; ikusei ends, too."),
    "plain.once_more": (
        "もう一度 ctrl+c を押すと ikusei を終了します。",
        "Press ctrl+c once more to leave ikusei.",
    ),
    "plain.left": ("やめました。", "Left."),
    "plain.unreadable": (
        "文字として読めないもの (文字化け、矢印キーなど) が入っていました。もう一度入力してください。",
        "The line holds what is no text (broken characters, arrow keys); type it again.",
    ),
    "plain.cut": (
        "行が長すぎて、終わりが失われたおそれがあります。短く分けるか、:editor でエディターを使ってください。",
        "The line is too long, and its end may be lost: make it shorter, or use your editor (:editor).",
    ),
    "plain.no_editor": (
        "端末から入力していないので、エディターは使えません。",
        "There is no terminal to give to an editor.",
    ),
    "plain.question.help": (
        (
            "Enter で [ ] の中のままになります。"
            ":空 で消す、:前 でひとつ前の問いへ、:editor でエディター、:cancel でやめ、"
            ":discard で下書きも破棄します。"
        ),
        (
            "Enter keeps what stands in brackets; :empty clears it, :before goes back, :editor opens your editor, "
            ":cancel leaves, :discard drops the draft, too."
        ),
    ),
    "plain.asked.before": ("前", "before"),
    "plain.asked.empty": ("空", "empty"),
    "plain.asked.help": ("説明", "help"),
    "plain.yes": ("はい", "yes"),
    "plain.no": ("いいえ", "no"),
    "plain.yes_or_no": ("「はい」か「いいえ」で答えてください。", "Answer yes or no."),
    "plain.form.how": (
        "Enter で [ ] の中のまま次へ進みます。:? で、ほかにできることを読めます。",
        "Enter keeps what stands in brackets; :? tells what else can be done.",
    ),
    "plain.form.hint": ("{label} ({hint})", "{label} ({hint})"),
    "plain.form.write": ("{entry}。記録しますか", "{entry}. Write it down"),
    "plain.form.long_ago": (
        "{day} は {years} 年前です。日付を確かめてください。",
        "{day} is long ago (years: {years}); make sure of the day.",
    ),
    "plain.form.again": ("もう一度書きますか", "Try again"),
    "plain.no_choice": (
        "「{text}」は選べません。{known} のどれかを入れてください。",
        "“{text}” can't be chosen; type one of: {known}.",
    ),
    "plain.filtered": ("「{text}」で絞り込み", "only with “{text}”"),
    "plain.window": ("{total} 件のうち {first} 件目から {last} 件目まで", "events {first} to {last} of {total}"),
    "plain.walk": ("{total} のうち {number} 番目", "number {number} of {total}"),
    "plain.matrix.cell": ("{row}、領域 {code} {region}:", "{row}, region {code} {region}:"),
    "plain.matrix.empty": ("{row}、役割のない領域: {regions}", "{row}, regions without a duty: {regions}"),
    "plain.matrix.edge": ("その先に役割はありません。", "There is no duty further that way."),
    "plain.bulk": ("以上の {count} 件を確認しますか", "Claims to confirm: {count}. Confirm them"),
    "plain.written_elsewhere": (
        "別の画面かコマンドで記録が追加されました。",
        "Something was written elsewhere meanwhile.",
    ),
    "plain.help.answers": (
        (
            "番号だけを入れると、その行を選んで開きます。キーかコマンドの名前だけなら、選んである行に使います。"
            "「log 12」のように、番号を続けることもできます。"
        ),
        (
            "A number alone chooses that line and opens it. A key or the name of a command is about the line that is "
            "chosen; a number may follow it, as in “log 12”."
        ),
    ),
    "plain.help.questions": (
        (
            "問いには、:? で説明、:cancel でやめる、:editor でエディター、:前 でひとつ前の問いへ、"
            ":空 で [ ] の中を消す、が使えます。: で始まる文を答えるには :: と書きます。"
        ),
        (
            "At a question, :? explains, :cancel leaves it, :editor opens your editor, :before goes back one question, "
            ":empty clears what stands in brackets. An answer that begins with a colon is typed with two."
        ),
    ),
    "plain.help.leaving": (
        "終了するには quit か ctrl+d、または ctrl+c を二度使います。下書きは残ります。",
        "quit, ctrl+d, or ctrl+c twice leave ikusei; what was being typed is kept.",
    ),
    "plain.help.command": ("{keys}: {label}。{help}", "{keys}: {label}. {help}"),
    "plain.help.word": ("{label}。{help}", "{label}. {help}"),
    "plain.start": ("{total} の問いのうち {number} 番目", "Question {number} of {total}"),
}
