"""What is said about bundles: why one is refused, what one would bring, who can read it."""

MESSAGES: dict[str, tuple[str, str]] = {
    # -- what arrived is no bundle
    "bundle.empty": (
        "{line} 行目: 何も届いていません。書き出した側で `ikusei export` の結果を確かめ、もう一度送ってください。",
        "Line {line}: nothing arrived; see whether `ikusei export` ended well on the other side, and send it again.",
    ),
    "bundle.not_one": (
        "{line} 行目: バンドルの見出しではありません。`ikusei export` が書いたファイルを指定してください。",
        "Line {line} is not the header of a bundle; name a file that `ikusei export` wrote.",
    ),
    "bundle.packed": (
        "{line} 行目: {packed} で圧縮されています。展開してから取り込んでください。",
        "Line {line}: this is packed with {packed}; unpack it first, and import what was inside.",
    ),
    "bundle.state_file": (
        (
            "{line} 行目: これは台帳のファイルで、バンドルではありません。"
            "`ikusei --state ファイル export` で書き出したものを取り込んでください。"
        ),
        (
            "Line {line}: this is the file of a journal, not a bundle; "
            "write one with `ikusei --state FILE export`, and import that."
        ),
    ),
    "bundle.rewritten": (
        (
            "{line} 行目: エディターやシェルがバンドルを書き換えています (行末か BOM)。"
            "`ikusei export -o ファイル` で書き出し、そのままの形で運んでください。"
        ),
        (
            "Line {line}: an editor or a shell has rewritten the bundle (line ends or a byte order mark); "
            "write it with `ikusei export -o FILE` and carry it as it is."
        ),
    ),
    "bundle.version": (
        (
            "{line} 行目: バンドルの形式は {found} ですが、この ikusei が読めるのは {known} です。"
            "両方の ikusei を同じ版にしてください。"
        ),
        "Line {line}: the bundle has the format {found}, this ikusei reads {known}; bring both to the same version.",
    ),
    "bundle.header": (
        "{line} 行目: 見出しの {field} がないか、正しくありません。もう一度書き出してもらってください。",
        "Line {line}: {field} of the header is missing or can't be so; ask for the bundle again.",
    ),
    # -- it isn't whole, or isn't what was written
    "bundle.cut_off": (
        "{line} 行目: 途中で切れています。空きと回線を確かめて、もう一度運んでください。",
        "Line {line} ends in the middle; check the space and the line, and carry the bundle again.",
    ),
    "bundle.truncated": (
        "{line} 行目で終わっています。記録は {said} 件のはずが {found} 件です。もう一度運んでください。",
        "The bundle ends at line {line}: {found} of {said} {said:record|records} arrived; carry it again.",
    ),
    "bundle.trailing": (
        "{line} 行目: 記録は {said} 件で終わるはずが、余分な行があります。もう一度書き出してもらってください。",
        "Line {line} is one too many: the header says {said} {said:record|records}; ask for the bundle again.",
    ),
    "bundle.order": (
        "{line} 行目: 記録の順序が変わっているか、同じ記録が重複しています。もう一度書き出してもらってください。",
        "Line {line} is out of order, or there twice; ask for the bundle again.",
    ),
    "bundle.digest": (
        "{line} 行目: 見出しのダイジェストが中身と一致せず、書き換えられています。もう一度書き出してもらってください。",
        "Line {line}: the digest in the header isn't that of the lines; they were changed. Ask for the bundle again.",
    ),
    "bundle.hash": (
        "{line} 行目: 書かれたときの記録と違います (ハッシュが一致しません)。もう一度書き出してもらってください。",
        "Line {line} is not the record that was written (its hash differs); ask for the bundle again.",
    ),
    "bundle.header_differs": (
        "{line} 行目: 見出しの {field} が中身と一致しません。もう一度書き出してもらってください。",
        "Line {line}: {field} of the header isn't what the records say; ask for the bundle again.",
    ),
    "bundle.not_named": (
        "{line} 行目: {name} が見出しにありません。もう一度書き出してもらってください。",
        "Line {line} names {name}, whom the header doesn't; ask for the bundle again.",
    ),
    # -- a line that can't be so
    "bundle.long": (
        "{line} 行目: {limit} バイトより長い行です。書き出した ikusei を確かめてください。",
        "Line {line} is longer than {limit} bytes; look at the ikusei that wrote it.",
    ),
    "bundle.utf8": (
        "{line} 行目: {byte} バイト目が UTF-8 ではありません。文字コードを変えずに、もう一度運んでください。",
        "Line {line}: byte {byte} isn't UTF-8; carry the bundle again without converting it.",
    ),
    "bundle.json": (
        "{line} 行目: JSON のオブジェクトではありません。もう一度書き出してもらってください。",
        "Line {line} is no JSON object; ask for the bundle again.",
    ),
    "bundle.twice": (
        "{line} 行目: {name} が重複しています。書き出した ikusei を確かめてください。",
        "Line {line} has {name} twice; look at the ikusei that wrote it.",
    ),
    "bundle.number": (
        "{line} 行目: {value} は使えない数です (小数か、大きすぎる数)。書き出した ikusei を確かめてください。",
        "Line {line}: {value} can't be here (not whole, or too large); look at the ikusei that wrote it.",
    ),
    "bundle.deep": (
        "{line} 行目: 入れ子が {deepest} 段より深くなっています。書き出した ikusei を確かめてください。",
        "Line {line} is nested deeper than {deepest} levels; look at the ikusei that wrote it.",
    ),
    "bundle.unclean": (
        (
            "{line} 行目: 端末を制御する文字 (制御文字や双方向の指定) を含みます: {text}。"
            "取り込まずに、書き出した人に確かめてください。"
        ),
        (
            "Line {line} holds characters that could drive a terminal (control characters, text direction): {text}. "
            "Don't import it; ask who wrote it."
        ),
    ),
    "bundle.missing_column": (
        "{line} 行目: {column} がありません。もう一度書き出してもらってください。",
        "Line {line} has no {column}; ask for the bundle again.",
    ),
    "bundle.unknown_column": (
        "{line} 行目: {column} は、この ikusei にはない欄です。両方の ikusei を同じ版にしてください。",
        "Line {line} has {column}, which isn't known here; bring both ikusei to the same version.",
    ),
    "bundle.type": (
        "{line} 行目: {column} の値が正しくありません。書き出した ikusei を確かめてください。",
        "Line {line}: {column} can't be that; look at the ikusei that wrote it.",
    ),
    "bundle.person": (
        "{line} 行目: 人の id として使えない値があります。書き出した ikusei を確かめてください。",
        "Line {line} has something that can't be the id of a person; look at the ikusei that wrote it.",
    ),
    "bundle.body": (
        (
            "{line} 行目: 種類 {kind} の記録として読めません。"
            "書き出した側の ikusei が新しければ、こちらを更新してください。"
        ),
        "Line {line} can't be read as a record of the kind {kind}; where the other ikusei is newer, update this one.",
    ),
    "bundle.not_taken": (
        (
            "{line} 行目: ほかの人 ({trainee}) についての記録です。この台帳は本人のものだけを取り込みます。"
            "指導者や責任者なら --everyone を付けてください。"
        ),
        (
            "Line {line} is about somebody else ({trainee}); this journal takes in what is about its own trainee. "
            "Mentors and leads add --everyone."
        ),
    ),
    "bundle.unreadable": (
        "{path} を読めません ({why})。パスと権限を確かめてください。",
        "{path} can't be read ({why}); check its path and permissions.",
    ),
    # -- writing one
    "bundle.stays": (
        (
            "記録 {hash} (書き手 {writer} の {n} 番) は書き出せません。傷んでいるか、"
            "ikusei の書いたものではありません。`ikusei doctor` で確かめてください。"
        ),
        (
            "The record {hash} (number {n} of writer {writer}) can't travel: it is damaged, or no ikusei wrote it; "
            "look at it with `ikusei doctor`."
        ),
    ),
    "bundle.too_many_people": (
        "{people} 人は 1 つのバンドルに入りません。--trainee で分けて書き出してください。",
        "{people} {people:person is|people are} too many for one bundle; write several with --trainee.",
    ),
    "bundle.exists": (
        "{path} はすでにあります。別の名前を指定してください。",
        "{path} is there already; choose another name.",
    ),
    "bundle.unwritable": (
        "{path} に書けません ({why})。空きと権限を確かめてください。",
        "{path} can't be written ({why}); check the space and the permissions there.",
    ),
    # -- ikusei export
    "bundle.export.help": ("記録をバンドルに書き出す", "Write records into a bundle, for another machine"),
    "bundle.export.more": (
        (
            "例: ikusei export | ssh 指導者の端末 ikusei import -\n"
            "例: ikusei export --since 前回.ikusei -o 今回.ikusei\n"
            "PERSON は id の途中まで、または名前です。WHEN は 2026-11-20、昨日、-7 (7 日前) のように書きます。"
            "バンドルは暗号化されません。"
        ),
        (
            "Example: ikusei export | ssh mentors-host ikusei import -\n"
            "Example: ikusei export --since last.ikusei -o this.ikusei\n"
            "PERSON is the beginning of an id, or a name. WHEN is 2026-11-20, yesterday, -7 (days ago). "
            "A bundle is not encrypted."
        ),
    ),
    "bundle.export.output": (
        "書き出すファイル (- なら標準出力)",
        "File to write (- for standard output)",
    ),
    "bundle.export.trainee": (
        "この人についての記録だけ (何度でも)",
        "Only what is about this person (may be repeated)",
    ),
    "bundle.export.since": (
        "この日からの記録だけ (バンドルのファイルなら、それに続く記録だけ)",
        "Only since that day; with the file of an earlier bundle, only what came after it",
    ),
    "bundle.export.decisions": (
        "指導者の判定、コメント、署名だけ",
        "Only what mentors said: decisions, comments, sign-offs",
    ),
    "bundle.to_nowhere": (
        "標準出力が閉じているため、バンドルを書き出せません。`-o ファイル` かパイプを使ってください。",
        "Standard output is closed, so the bundle would be lost; use `-o FILE` or a pipe.",
    ),
    "bundle.to_terminal": (
        "バンドルは端末には書き出しません。`-o ファイル` かパイプを使ってください (見るだけなら `-o -`)。",
        "A bundle isn't for a terminal; use `-o FILE` or a pipe (or `-o -` to see it all the same).",
    ),
    "bundle.exported": (
        "記録 {events} 件を書き出しました。対象: {people}",
        "Records written: {events}. About: {people}",
    ),
    "bundle.organisation": ("組織", "the organisation"),
    "bundle.nobody": ("なし", "nobody"),
    "bundle.in_the_clear": (
        (
            "暗号化していません。入手した人は誰でも、名前、端末の名前、実績のメモと証跡の参照先、"
            "申請と判定の言葉を読めます。"
        ),
        (
            "It is not encrypted: whoever gets it can read names, host names, notes and evidence references "
            "of entries, and the words of claims and decisions."
        ),
    ),
    "bundle.no_person": (
        "「{text}」という人はこの台帳にいません。いるのは {people} です。",
        "Nobody in this journal is “{text}”; there are {people}.",
    ),
    "bundle.several_people": (
        "「{text}」に当たる人が複数います。id で書いてください: {people}。",
        "“{text}” could be several people; write the id: {people}.",
    ),
    "bundle.other_selection": (
        "{path} は別の選び方で書き出したものです。前回と同じ --trainee と --decisions を付けてください。",
        "{path} was written with another choice; use the same --trainee and --decisions as then.",
    ),
    # -- ikusei import
    "bundle.import.help": ("バンドルの記録を取り込む", "Take in the records of a bundle"),
    "bundle.import.more": (
        (
            "例: ikusei import /media/usb/hana.ikusei\n"
            "全体を検証し、内容を示してから取り込みます。一部だけを取り込むことはなく、"
            "何度取り込んでも結果は同じです。\n"
            "終了コード: 0 正常、1 確かめるべき点がある (または取り込まなかった)、"
            "2 受け付けられないときです。"
        ),
        (
            "Example: ikusei import /media/usb/hana.ikusei\n"
            "It is checked whole and shown before it is taken in: all of it or nothing, twice is the same as once.\n"
            "Exit codes: 0 fine, 1 something needs a look (or was not taken in), 2 refused."
        ),
    ),
    "bundle.nobodys": (
        (
            "台帳 {path} にはまだ持ち主がいません。指導者や責任者は `ikusei me 名前`、"
            "育成対象者は `ikusei begin` で、先に名前を登録してください。"
        ),
        (
            "The journal {path} is nobody's yet; say first who you are, with `ikusei me NAME` (mentors, leads) "
            "or `ikusei begin` (trainees)."
        ),
    ),
    "bundle.import.dry_run": ("内容を示すだけで、取り込まない", "Only show what would come"),
    "bundle.import.yes": ("聞かずに取り込む", "Don't ask"),
    "bundle.import.everyone": (
        "誰についての記録でも取り込む (指導者、責任者)",
        "Take in what is about anybody (mentors, leads)",
    ),
    "bundle.import.accept": (
        "この人を名乗る連鎖をすべて受け入れ、名前と、取り込まずにいた記録も受け入れる (本人に確かめてから)",
        "Accept every chain that says that it is this person's: its names count, what was held out comes in; ask first",
    ),
    "bundle.accepted": (
        "{name} さん ({id}) の連鎖を {chains} 本受け入れました。",
        "Chains of {name} ({id}) accepted: {chains}.",
    ),
    "bundle.accepted_before": (
        "{name} さん ({id}) の連鎖は、すべて受け入れてあります。",
        "All chains of {name} ({id}) had been accepted before.",
    ),
    "bundle.preview.about": (
        "バンドル: 記録 {events} 件、新規 {new} 件、取り込み済み {known} 件、教材パック {pack} {version}",
        "Bundle: {events} {events:record|records}, {new} new, {known} known here. Pack {pack} {version}",
    ),
    "bundle.preview.person": ("  {name} ({id}): {kinds}", "  {name} ({id}): {kinds}"),
    "bundle.preview.organisation": ("  組織: {kinds}", "  The organisation: {kinds}"),
    "bundle.preview.writers": ("  書き手: {kinds}", "  Writers: {kinds}"),
    "bundle.preview.trust": ("  信頼フォルダー: {trust}", "  Trust folder: {trust}"),
    "bundle.preview.fork": (
        "分岐: 書き手 {writer} の {n} 番の記録が 2 つになります。どちらが正しいか責任者に確かめてください。",
        "Fork: there would be two records {n} of writer {writer}; ask the lead which of them is right.",
    ),
    "bundle.preview.break": (
        (
            "書き手 {writer} の {n} 番の記録は、知っている前の記録につながりません。"
            "取り込む前に、書き出した人に確かめてください。"
        ),
        "Record {n} of writer {writer} doesn't follow the one before it; ask its writer before you take it in.",
    ),
    "bundle.preview.partial": (
        "書き手 {writer} の記録は一部だけが届いています。",
        "Of the records of writer {writer} only a part is here.",
    ),
    "bundle.preview.partials": (
        "書き手 {writers} 人の記録は一部だけが届いています。",
        "Of the records of {writers} {writers:writer|writers} only a part is here.",
    ),
    "bundle.preview.ahead": (
        "{events} 件の日時がこの端末の時計より先です (最も先は {latest})。どちらの時計が正しいか確かめてください。",
        "Records dated ahead of this machine's clock: {events}, up to {latest}; see which of the clocks is right.",
    ),
    "bundle.preview.stranger": (
        (
            "{name} さん ({id}) を名乗る、これまでの記録とつながらない連鎖が入っています。"
            "別の端末で始め直したのか、本人に確かめてください。名前は変わりません。"
        ),
        (
            "In it is a chain of {name} ({id}) that doesn't hang together with what is known of them; "
            "ask them whether they began anew on another machine. Nobody's name changes by it."
        ),
    ),
    "bundle.held": (
        (
            "{name} さん ({id}) の記録 {events} 件 (端末 {host}、書き手 {writer}) は、取り込んでいません。"
            "ikusei 0.1.0 は id を名前から作ったので、同じ名前の別の人のものかもしれません。本人に確かめ、同じ人なら "
            "`ikusei import --accept {id}` を実行して、もう一度取り込んでください。"
        ),
        (
            "Records of {name} ({id}) from the machine {host} (writer {writer}) that weren't taken in: {events}. "
            "ikusei 0.1.0 made ids from names, so it may be another person of that name. Ask; if it is one person, run "
            "`ikusei import --accept {id}` and take them in again."
        ),
    ),
    "bundle.held_more": (
        "同じように取り込んでいない連鎖が、ほかに {chains} 本あります。",
        "More chains that were not taken in for the same reason: {chains}.",
    ),
    "bundle.preview.own": (
        (
            "{events} 件はこの台帳自身が書いたとされていますが、ここにありません。"
            "台帳を古いバックアップに戻したのでなければ、責任者に知らせてください。"
        ),
        (
            "This very journal is said to have written {events} of them, and doesn't have them; "
            "unless it was restored from an old backup, tell the lead."
        ),
    ),
    "bundle.preview.left_out": (
        (
            "{events} 件はこの台帳自身が書いたとされていますが、ここにはなく、書いた形跡もないので、取り込みません。"
            "誰かがあなたの名前で書いたおそれがあります。責任者に知らせてください。"
        ),
        (
            "Left out: this very journal is said to have written {events} of them, and hasn't. "
            "Somebody may have written them in your name; tell the lead."
        ),
    ),
    "bundle.preview.in_own_name": (
        (
            "あなたの名前で書かれた判定やコメントが {events} 件、この台帳ではない書き手から届いています。"
            "別の端末で自分が書いたものでなければ、責任者に知らせてください。"
        ),
        (
            "Decisions or comments in your own name that another writer wrote: {events}. "
            "Unless you wrote them on another machine of yours, tell the lead."
        ),
    ),
    "bundle.preview.renamed": (
        "{before} さん ({id}) が、自分の台帳で名前を {after} に変えています。",
        "{before} ({id}) is called {after} from now on, by their own chain.",
    ),
    "bundle.preview.not_renamed": (
        (
            "{name} さん ({id}) を {other} と呼ぶ連鎖が入っていますが、名前は変わりません。"
            "本人が別の端末で名乗ったと確かめたら、`ikusei import --accept {id}` で受け入れてください。"
        ),
        (
            "A chain in it calls {name} ({id}) {other}; nobody's name changes by it. If they tell you that it is "
            "theirs, on another machine, accept it with `ikusei import --accept {id}`."
        ),
    ),
    "bundle.preview.renamed_more": (
        "名前についての同じような知らせが、ほかに {people} 人分あります。",
        "The same is said of the names of {people} more {people:person|people}.",
    ),
    "bundle.ask": ("取り込みますか? [y/n] ", "Take it in? [y/n] "),
    "bundle.declined": ("取り込みませんでした。何も変わっていません。", "Nothing was taken in, nothing has changed."),
    "bundle.taken": ("新しい記録 {events} 件を取り込みました。", "New records taken in: {events}."),
    "bundle.nothing_new": ("新しい記録はありませんでした。", "There was nothing new in it."),
}
