"""Staffing: how teams are staffed, what is reached, what is missing."""

MESSAGES: dict[str, tuple[str, str]] = {
    "staffing.mode.day": ("日勤 {heads}", "day {heads}"),
    "staffing.mode.round-the-clock": ("24 時間 {heads}", "24h {heads}"),
    "staffing.mode.held": ("兼 {name}", "held by {name}"),
    "staffing.mode.none": ("-", "-"),
    "staffing.lack.people": ("あと {people} 人", "{people} more"),
    "staffing.lack.people.day": ("専任の日勤をあと {people} 人", "{people} of its own on day shift"),
    "staffing.lack.people.round-the-clock": (
        "24 時間体制で、あと {people} 人",
        "round the clock, with {people} more",
    ),
    "staffing.lack.turns.day": ("日勤にする", "on day shifts"),
    "staffing.lack.turns.round-the-clock": (
        "24 時間体制にする (人数は足りている)",
        "round the clock (there are enough people)",
    ),
    "staffing.lack.held": (
        "担う人がいない (原文では{name}が兼務)",
        "nobody does it (printed: held by {name})",
    ),
    "staffing.level": ("Level {level}", "Level {level}"),
    "staffing.no_level": ("どのレベルにも届いていません", "below every level"),
    # -- the calculator
    "staffing.table": ("要員の表", "Staffing levels"),
    "staffing.table.lead": (
        "領域 III と IV を自組織で動かす要員です。24h 1 (6) は、常時 1 名で全 6 名、兼 2 は、2 番の担当が兼務です。",
        (
            "The people it takes to run regions III and IV in-house. 24h 1 (6): one at all times, six in all. "
            "by 2: held by team 2."
        ),
    ),
    "staffing.cell.day": ("日勤 {heads}", "day {heads}"),
    "staffing.cell.round-the-clock": ("24h {heads} ({people})", "24h {heads} ({people})"),
    "staffing.cell.held": ("兼 {number}", "by {number}"),
    "staffing.cell.none": ("-", "-"),
    "staffing.total": ("合計", "In all"),
    "staffing.calculator": ("要員の計算", "Our staffing"),
    "staffing.reached": ("人数: {level}", "By heads: {level}"),
    "staffing.reached.trained": ("訓練を終えた人: {level}", "By trained people: {level}"),
    "staffing.nothing_yet": (
        "まだ人数がありません。担当を選んで Enter を押し、2.5、24h 6、兼 2 のように入れてください。",
        "No head counts yet. Choose a team, press Enter, and type 2.5, 24h 6 or held 2.",
    ),
    "staffing.column.ours": ("現状", "Now"),
    "staffing.column.heads": ("人数で", "by heads"),
    "staffing.column.trained": ("訓練で (人)", "by trained"),
    "staffing.column.people": ("{level} ({count})", "{level} ({count})"),
    "staffing.next_of_teams": ("担当ごとに次のレベルまで", "Team by team, for its next level"),
    "staffing.team_next": ("{level}: {lack}", "{level}: {lack}"),
    "staffing.team_remark": ("{name}  次の Level {lack}", "{name}  next, level {lack}"),
    "staffing.people": ("{people} 人", "{people}"),
    "staffing.printed_total": (
        "{level} の合計は {total} 人、こちらは {people} 人",
        "{level} takes {total} {total:person|people} in all; we have {people}",
    ),
    "staffing.next": ("{level} までに足りないもの", "Missing for {level}"),
    "staffing.next.people": ("{level} まで、あと {people} 人", "Missing for {level} (people: {people})"),
    "staffing.top": ("表の最も上のレベルに届いています。", "This is the highest level of the table."),
    "staffing.alone": (
        "24 時間の担当で、常時 1 名に足りないのは {names} です (常時 1 名には 6 人が必要です)。",
        "Round the clock, but fewer than one at all times: {names}. One at all times takes six people.",
    ),
    "staffing.stands_for": ("ほかの担当も兼ねる担当", "Teams that stand for others, too"),
    "staffing.stands_for.line": ("{name}: {others}", "{name}: {others}"),
    "staffing.unheld": (
        "兼ねるはずの担当に人がいません: {names}",
        "Held by a team that has no people: {names}",
    ),
    "staffing.difference": ("人数と訓練の違い", "Heads and training"),
    "staffing.difference.line": (
        "{name}: {heads} 人のうち、訓練を終えたのは {trained} 人",
        "{name}: heads {heads}, trained {trained}",
    ),
    "staffing.difference.held": (
        "{name}: 兼務できる、訓練を終えた人がいない",
        "{name}: nobody is trained to hold it",
    ),
    "staffing.difference.none": (
        "人数のぶんだけ、訓練を終えた人がいます。",
        "There are as many trained people as heads.",
    ),
    "staffing.difference.how": (
        "その担当の役割のどれかへつながる STEP を承認された人を、訓練を終えた人に数えます。",
        "Whoever has a signed STEP for at least one duty of a team counts as trained for it (in brackets).",
    ),
    "staffing.doubles": ("二つ以上の担当に数えた人", "People counted for more than one team"),
    "staffing.note": ("{name}: {note}", "{name}: {note}"),
    "staffing.notes": ("メモ", "Notes"),
    "staffing.ask": ("{name} (2.5、24h 6、兼 2、-)", "{name} (2.5, 24h 6, held 2, -)"),
    "staffing.written": ("{name}: {said}", "{name}: {said}"),
    "staffing.unchanged": ("すでにその内容です。", "It stands so already."),
    # -- what can't be
    "staffing.bad_heads": (
        "「{text}」は人数として読めません。0 から {most} まで、小数は 2 桁までで書いてください (2.5)。",
        "“{text}” is no number of people; write 0 to {most} with at most two decimals, like 2.5.",
    ),
    "staffing.bad_staffing": (
        "「{text}」は読めません。2.5 (日勤)、24h 6、兼 2、- (行わない) のように書いてください。",
        "“{text}” can't be read; write 2.5 (day shift), 24h 6, held 2 or - (not done).",
    ),
    "staffing.which_team": (
        "「{text}」という担当は要員の表にありません。次のどれかで書いてください: {known}。",
        "There is no team “{text}” in the staffing table; its teams are {known}.",
    ),
    "staffing.several_teams": (
        "「{text}」に当たる担当が複数あります: {known}。もう少し先まで書いてください。",
        "“{text}” could be several: {known}; write some more of it.",
    ),
    "staffing.no_team": (
        "{value} は要員の表の担当ではありません。`ikusei staffing` で一覧を見てください。",
        "{value} is no team of the staffing table; `ikusei staffing` lists them.",
    ),
    "staffing.held_by_itself": (
        "{value} は自分自身を兼ねられません。別の担当にするか、人数を書いてください。",
        "{value} can't be held by itself; name another team, or give its people.",
    ),
    # -- the file
    "staffing.file_no_team": (
        (
            "{file}:{line}:{column}: {value} は要員の表の担当ではありません。"
            "`ikusei staffing --toml` で一覧を見てください。"
        ),
        "{file}:{line}:{column}: {value} is no team of the staffing table; `ikusei staffing --toml` lists them.",
    ),
    "staffing.file_no_team-near": (
        "{file}:{line}:{column}: {value} は要員の表の担当ではありません。{near} の間違いではありませんか。",
        "{file}:{line}:{column}: {value} is no team of the staffing table; did you mean {near}?",
    ),
    "staffing.file_held_by_itself": (
        "{file}:{line}:{column}: {value} は自分自身を兼ねられません。別の担当を書いてください。",
        "{file}:{line}:{column}: {value} can't be held by itself; name another team.",
    ),
    "staffing.file_heads": (
        "{file}:{line}:{column}: heads は 0 より大きく {most} までの数です。小数は 2 桁まで書けます (2.5)。",
        "{file}:{line}:{column}: heads is a number above 0 up to {most}, with at most two decimals, like 2.5.",
    ),
    "staffing.twice": (
        "{file}:{line}:{column}: {value} が重複しています。一つにしてください。",
        "{file}:{line}:{column}: {value} is there twice; leave one of them.",
    ),
    # -- the command line
    "staffing.cli.help": (
        "要員: 今の人数でどのレベルに届き、次に何が足りないか",
        "Staffing: which level our head count gives, and what is missing for the next",
    ),
    "staffing.cli.more": (
        (
            "サブコマンドを書かなければ、要員の表 (isogj 6.6) と自組織の人数を書きます。\n"
            "例: ikusei staffing --toml > staffing.toml; 書き換えて ikusei staffing --from staffing.toml"
        ),
        (
            "Without a verb it writes the staffing table (isogj 6.6) and our own head count.\n"
            "Example: ikusei staffing --toml > staffing.toml; edit it; ikusei staffing --from staffing.toml"
        ),
    ),
    "staffing.cli.toml": ("自組織の人数を TOML で書く", "Write our head count as TOML"),
    "staffing.cli.from": (
        "TOML のファイルから人数を入れる (誤りがあれば何も変えない)",
        "Take the head count from a TOML file (all of it or nothing)",
    ),
    "staffing.cli.set.help": ("担当の人数と体制を入れる", "Say how a team is staffed"),
    "staffing.cli.set.more": (
        (
            "例: ikusei staffing set first-response 6 --round-the-clock\n"
            "例: ikusei staffing set 脆弱性管理・診断 --held-by incident-response\n"
            "担当は番号、id の先頭、名前のどれでも指定できます。"
            "24 時間の人数は、その担当の全員です (常時 1 名に 6 人)。"
        ),
        (
            "Example: ikusei staffing set first-response 6 --round-the-clock\n"
            "Example: ikusei staffing set vulnerability --held-by incident-response\n"
            "A team is named by its number, the beginning of its id, or its name. Round the clock counts everybody "
            "of the team (one at all times takes six)."
        ),
    ),
    "staffing.cli.undo.help": ("自分が最後に入れた人数を取り消す", "Undo the head count that you wrote last"),
    "staffing.cli.day": ("日勤", "On day shifts"),
    "staffing.cli.always": ("24 時間体制", "Round the clock"),
    "staffing.cli.held_by": ("この担当が兼ねる", "Another team does its work"),
    "staffing.cli.none": ("行わない", "Nobody does it"),
    "staffing.cli.note": ("メモ", "What to add"),
    "staffing.cli.how": (
        "人数か、--day HEADS、--round-the-clock HEADS、--held-by TEAM、--none のどれか一つを書いてください。",
        "Give the heads (with --day or --round-the-clock, if need be), or one of --held-by TEAM and --none.",
    ),
    "staffing.cli.alone": (
        "{options} は {verb} と一緒には使えません。",
        "{options} can't be used together with {verb}.",
    ),
    "staffing.cli.one_of": (
        "{options} は一緒には使えません。一つにしてください。",
        "{options} can't be used together; give one of them.",
    ),
    "staffing.cli.taken": (
        "{path} から {count} 件を入れました。",
        "Taken from {path}; head counts written: {count}.",
    ),
    "staffing.cli.nothing_yet": (
        "まだ人数がありません。`ikusei staffing set` か `--from` で入れてください。",
        "No head counts yet; give them with `ikusei staffing set` or `--from`.",
    ),
}
