"""The matrix, its layers, and what the organisation says of itself."""

MESSAGES: dict[str, tuple[str, str]] = {
    "matrix.head.functions": ("機能 × 領域", "Functions × regions"),
    "matrix.head.teams": ("担当 × 領域", "Teams × regions"),
    "matrix.layer.region": ("推奨の領域", "recommended region"),
    "matrix.layer.pattern": ("組織パターン", "pattern"),
    "matrix.layer.ours": ("自組織の評価", "ours"),
    "matrix.layer.people": ("人", "people"),
    "matrix.layer.gap": ("目標との差", "gap"),
    "matrix.layer.secbok": ("SecBoK", "SecBoK"),
    "matrix.pattern_layer": ("パターン {number} {name}", "pattern {number} {name}"),
    "matrix.way.inhouse": ("自組織", "in-house"),
    "matrix.way.shared": ("共同", "shared"),
    "matrix.way.outsourced": ("外部委託", "outsourced"),
    "matrix.way.none": ("行っていない", "not done"),
    "matrix.way.unsaid": ("未評価", "not assessed"),
    "matrix.step.3": ("STEP 3 の人がいる", "somebody at STEP 3"),
    "matrix.step.2": ("STEP 2 まで", "up to STEP 2"),
    "matrix.step.1": ("STEP 1 まで", "up to STEP 1"),
    "matrix.step.0": ("いない", "nobody"),
    "matrix.gap.reached": ("達成", "reached"),
    "matrix.gap.short": ("1 不足", "1 short"),
    "matrix.gap.far": ("2 以上不足", "2+ short"),
    "matrix.gap.people": ("人が不足", "people short"),
    "matrix.gap.above": ("超過", "above"),
    "matrix.gap.unknown": ("未設定", "unset"),
    "matrix.secbok.filled": ("表の数だけ記入", "filled in as printed"),
    "matrix.secbok.other": ("表と違う数", "another number"),
    "matrix.secbok.open": ("未記入", "to fill in"),
    "matrix.secbok.none": ("表に○なし", "none printed"),
    "matrix.why": ("なぜ大切か: {duties} を担う力になります", "why it matters: it trains for {duties}"),
    "matrix.history": ("これまでの評価", "History"),
    "matrix.our_assessment": ("自組織の評価", "Our assessment"),
    "matrix.jump": ("役割の番号 (B-3)", "Duty (B-3)"),
    "matrix.on_no_team": (
        "{duty} はどの担当にもないので、機能の並びで見せます。",
        "{duty} stands on no team; here it is among the functions.",
    ),
    "matrix.empty_team": (
        "領域 {region} に、この担当の受け持つ教科書の役割はありません。",
        "No duty of this team belongs to region {region}.",
    ),
    "matrix.no_teams": ("この教材パックに担当はありません。", "This pack has no teams."),
    "matrix.choose_duty": ("先に教科書の役割を開いてください (Enter)。", "Open a duty first (Enter)."),
    "matrix.form.title": ("評価", "Assessment"),
    "matrix.form.now-how": ("現状", "Now"),
    "matrix.form.target-how": ("目標", "Target"),
    "matrix.form.level": ("レベル", "Level"),
    "matrix.form.provider": ("委託先", "Provider"),
    "matrix.form.note": ("メモ", "Note"),
    "matrix.form.secbok": ("SecBoK", "SecBoK"),
    "matrix.level.1": ("1 場当たり", "1 as it comes"),
    "matrix.level.2": ("2 手順どおり", "2 procedure"),
    "matrix.level.3": ("3 測って改善", "3 improved"),
    "matrix.with_provider": ("{way} ({provider})", "{way} ({provider})"),
    "matrix.with_level": ("{way} レベル {level}", "{way} level {level}"),
    "matrix.without_level": ("{way} レベル未設定", "{way} level unset"),
    "matrix.assessed": ("現状 {now} / 目標 {target}", "now {now} / target {target}"),
    "matrix.assessed_same": ("現状も目標も {now}", "now and target {now}"),
    "matrix.columns_in_journal": ("{duty} SecBoK の列: {columns}", "{duty} SecBoK columns: {columns}"),
    "matrix.wanted_in_journal": ("目標の組織パターン: {pattern}", "pattern wanted: {pattern}"),
    "matrix.no_patterns": ("この教材パックに組織パターンはありません", "this pack has no patterns"),
    "matrix.pattern_says": ("{pattern}では {way}", "{pattern}: {way}"),
    "matrix.no_training": ("この役割につながる STEP はありません", "no STEP trains for it"),
    "matrix.nobody": ("STEP を承認された人はいません", "nobody has a STEP signed"),
    "matrix.people_at": ("STEP {step} {people} 人", "STEP {step}: {people}"),
    "matrix.list_sign": ("、", ", "),
    "matrix.level_unknown": ("評価か目標が未設定", "mark or target unset"),
    "matrix.level_short": ("レベルが {by} 不足", "levels short: {by}"),
    "matrix.level_reached": ("レベルは目標どおり", "level as wanted"),
    "matrix.level_above": ("レベルは目標より {by} 上", "levels above target: {by}"),
    "matrix.people_short": ("人は {by} STEP 不足", "STEPs short in people: {by}"),
    "matrix.people_suffice": ("人は足りている", "people suffice"),
    "matrix.both": ("{first}、{second}", "{first}, {second}"),
    "matrix.secbok_open": ("表の○ {printed}、列は未記入", "printed marks: {printed}, columns not filled in"),
    "matrix.secbok_none": ("表に○なし", "no marks printed"),
    "matrix.secbok_filled": (
        "表の○ {printed}、記入 {filled}: {columns}",
        "printed marks: {printed}, filled in: {filled}: {columns}",
    ),
    "matrix.closest": (
        "現状の評価に最も近いのは {patterns} (評価した {counted} 件のうち {differing} 件が異なる)",
        (
            "Our marks come closest to {patterns} "
            "(of {counted} {counted:duty|duties} {differing} {differing:differs|differ})"
        ),
    ),
    "matrix.closest_unknown": (
        "どのパターンに近いかは、自組織の評価を書くと分かります",
        "Which pattern is closest shows once the organisation has assessed its duties",
    ),
    "matrix.wanted": (
        "目標は {pattern}: 評価した {counted} 件のうち {differing} 件が異なる",
        "Wanted: {pattern}; of {counted} {counted:duty|duties} {differing} {differing:differs|differ}",
    ),
    "matrix.wanted_reached": (
        "目標は {pattern}: 評価した {counted} 件はすべてそのとおり",
        "Wanted: {pattern}; {counted:the one duty is|all of {counted} duties are} as it has them",
    ),
    "matrix.wanted_uncounted": (
        "目標は {pattern}: まだ評価がありません",
        "Wanted: {pattern}; nothing is assessed yet",
    ),
    "matrix.wanted_unset": ("目標のパターンは未設定", "No pattern is wanted yet"),
    "matrix.differs": ("{duty} {actual} (パターンは {way})", "{duty} {actual} (pattern: {way})"),
    "matrix.left_over": ("どの担当にもない: {duties}", "on no team: {duties}"),
    "matrix.no_pattern": (
        "組織パターン「{id}」はありません。番号か id で書いてください: {known}。",
        "There is no pattern “{id}”; name one by number or id: {known}.",
    ),
    "matrix.no_duty": (
        (
            "教科書の役割「{id}」はこの教材パックにありません。"
            "`ikusei matrix` で番号を確かめ、B-3 のように書いてください。"
        ),
        "The pack has no duty “{id}”; `ikusei matrix` shows them, written as B-3.",
    ),
    "matrix.no_secbok": (
        "SecBoK の役割「{id}」はありません。次のどれかで書いてください: {known}。",
        "There is no SecBoK role “{id}”; write one of {known}.",
    ),
    "matrix.toml_head": (
        (
            "自組織の評価です。ikusei assess --toml で書き出し、ikusei assess --from で読み込みます。\n"
            "書かなかった項目は今のまま残り、空の値は取り消しになります。"
        ),
        (
            "The organisation's own marks: written by ikusei assess --toml, read by ikusei assess --from.\n"
            "What is left out stays as it is; an empty value takes something back."
        ),
    ),
    "matrix.empty_file": (
        "{path} に評価が一つもありません。`ikusei assess --toml` が書き出す形式で書いてください。",
        "{path} says nothing; write it as `ikusei assess --toml` does.",
    ),
    "matrix.file_unknown": (
        "{file}:{line}:{column}: 「{value}」というものはこの教材パックにありません。id を確かめてください。",
        "{file}:{line}:{column}: the pack has no “{value}”; look its id up.",
    ),
    "matrix.file_unknown-near": (
        (
            "{file}:{line}:{column}: 「{value}」というものはこの教材パックにありません。"
            "「{near}」の間違いではありませんか。"
        ),
        "{file}:{line}:{column}: the pack has no “{value}”; is “{near}” meant?",
    ),
    "matrix.file_twice": (
        "{file}:{line}:{column}: 教科書の役割 {duty} が重複しています。一つにまとめてください。",
        "{file}:{line}:{column}: the duty {duty} stands here a second time; write it once.",
    ),
    "matrix.file_level": (
        "{file}:{line}:{column}: 行っていないものに、レベルは付けられません。level を消すか、how を直してください。",
        "{file}:{line}:{column}: what isn't done has no level; take it out, or say how it is done.",
    ),
    "matrix.file_provider": (
        "{file}:{line}:{column}: 委託先「{provider}」は、how が shared か outsourced のときだけ書けます。",
        "{file}:{line}:{column}: only what is shared or outsourced has a provider such as “{provider}”.",
    ),
    "matrix.cli.help": ("マトリクスを見る: 機能か担当 × 領域", "Show the matrix: functions or teams × regions"),
    "matrix.cli.more": (
        (
            "表示: 推奨の領域 region、パターン pattern、自組織の評価 ours、人 people、目標との差 gap、SecBoK secbok\n"
            "--json、--csv、--tsv は、表示を選ばなければすべての表示を書きます。"
        ),
        (
            "Layers: the recommended region, a pattern, the organisation's own marks (ours), people, gap, secbok.\n"
            "--json, --csv and --tsv write all of them where none is chosen."
        ),
    ),
    "matrix.cli.layer": ("表示するもの", "layer to lay over it"),
    "matrix.cli.with": ("もう一つ表示するもの", "a second layer beside it"),
    "matrix.cli.pattern": (
        "見る組織パターン (番号か id、なければ目標のもの、近いもの、2 の順)",
        "pattern to look at, by number or id (else the wanted one, the closest, or 2)",
    ),
    "matrix.cli.teams": ("機能の代わりに担当を並べる (図 7)", "teams instead of functions (figure 7)"),
    "matrix.assess.help": (
        "役割 (教科書) を自組織でどう行っているか、どうしたいかを書く、見る",
        "Say, or show, how the organisation does a duty and how it shall be done",
    ),
    "matrix.assess.more": (
        (
            "DUTY だけなら、評価と履歴を見ます。書かなかった項目は今のまま残ります。\n"
            "レベル: 1 場当たり、2 手順どおり、3 測って改善\n目標との差はレベルだけで決まり、メモでは変わりません。\n"
            "取り消すには、別の評価を書くか ikusei undo を使います。履歴はどちらも残ります。"
        ),
        (
            "DUTY alone shows its mark and history. What is left out stays as it is.\n"
            "Levels: 1 as it comes, 2 by a procedure, 3 measured and improved. A note never counts.\n"
            "To take it back say something else, or ikusei undo; the history keeps both."
        ),
    ),
    "matrix.assess.now": ("現状の行い方", "how it is done now"),
    "matrix.assess.level": ("現状のレベル", "level now"),
    "matrix.assess.provider": ("現状の委託先", "provider now"),
    "matrix.assess.target": ("目標の行い方", "how it shall be done"),
    "matrix.assess.target_level": ("目標のレベル", "level to reach"),
    "matrix.assess.target_provider": ("目標の委託先", "provider to have"),
    "matrix.assess.note": ("メモ", "a note"),
    "matrix.assess.secbok": (
        "SecBoK の列 (繰り返すか , で区切る、none で取り消し)",
        "SecBoK columns (repeat it or put commas; none takes them back)",
    ),
    "matrix.assess.want": (
        "目標の組織パターン (番号か id、none でなし)",
        "pattern that the organisation wants, by number or id (none: no pattern)",
    ),
    "matrix.assess.toml": ("すべての評価を TOML で書き出す", "write all marks as TOML"),
    "matrix.assess.from": ("TOML を読み、違うところだけを書き込む", "read such TOML and write what differs"),
    "matrix.assess.written": ("書きました: {what}", "Written: {what}"),
    "matrix.assess.unchanged": ("現状の評価と同じです。何も書いていません。", "Nothing differs; nothing was written."),
    "matrix.assess.which_duty": (
        "どの役割のことか分かりません。`ikusei assess B-3 --now shared` のように書いてください。",
        "Which duty is meant? Write it as in `ikusei assess B-3 --now shared`.",
    ),
    "matrix.assess.one_at_a_time": (
        "DUTY、--toml、--from は一度に一つだけ指定してください。",
        "Give only one of DUTY, --toml and --from at a time.",
    ),
    "matrix.assess.bad_level": (
        "レベル「{text}」は使えません。1 から {last} の数で書いてください。",
        "“{text}” is no level; write 1 to {last}.",
    ),
}
