"""What the command line says: help pages, answers, and what is wrong in a call."""

MESSAGES: dict[str, tuple[str, str]] = {
    # -- help pages
    "cli.help": (
        "育成: SOC/CSIRT の役割の育成プログラムを進め、証跡を残し、指導者の確認を受けます。",
        "Follow the training programme of a SOC/CSIRT role, keep evidence of it, have it confirmed.",
    ),
    "cli.more": (
        (
            "サブコマンドを書かなければ画面が開きます。id は先頭の数文字だけでも、大文字でも指定できます。\n"
            "終了コード: 0 正常、1 見つかった (検索の結果がないときも)、2 使い方の誤りか失敗です。"
        ),
        (
            "Without a verb the screen opens. The beginning of an id is enough, in either case.\n"
            "Exit codes: 0 fine, 1 something was found (or nothing that was searched for), 2 wrong use or an error."
        ),
    ),
    "cli.help.usage": ("使い方:", "Usage:"),
    "cli.help.verbs": ("サブコマンド:", "Verbs:"),
    "cli.help.options": ("オプション:", "Options:"),
    "cli.option.help": ("この説明を出す", "Show this page"),
    "cli.option.version": (
        "ikusei、台帳の形式、パックの版を 1 行で出す",
        "Show the versions of ikusei, of its state files and of the pack, on one line",
    ),
    "cli.version": (
        "ikusei {version}  台帳の形式 {schema}  パック {pack} {pack_version}",
        "ikusei {version}  schema {schema}  pack {pack} {pack_version}",
    ),
    "cli.version.no_pack": (
        "ikusei {version}  台帳の形式 {schema}  パックは読めません (ikusei content check)",
        "ikusei {version}  schema {schema}  the pack can't be read (ikusei content check)",
    ),
    "cli.option.demo": (
        "例の育成対象者を、終われば消える写しで開く (team を付けると 12 人の SOC を責任者として開く)",
        "Work with an example trainee, in a copy that is gone afterwards; with team, lead a SOC of twelve",
    ),
    "cli.option.state": (
        "台帳のファイル (環境変数 IKUSEI_STATE でも指定でき、サブコマンドの後ろにも置ける)",
        "File of the journal (or the variable IKUSEI_STATE); may stand behind the verb, too",
    ),
    "cli.option.content": (
        "教材パックのフォルダー (環境変数 IKUSEI_CONTENT でも指定できる)",
        "Folder of the pack (or the variable IKUSEI_CONTENT)",
    ),
    "cli.option.overlay": (
        "組織の追加分のフォルダー (環境変数 IKUSEI_OVERLAY でも指定でき、なければ台帳の隣の overlay)",
        "Folder of the organisation's overlay (or IKUSEI_OVERLAY; else overlay beside the journal)",
    ),
    "cli.option.trust": (
        "名簿と鍵のフォルダー (環境変数 IKUSEI_TRUST でも指定でき、なければ台帳の隣の trust)",
        "Folder of the roster and the keys (or IKUSEI_TRUST; else trust beside the journal)",
    ),
    "cli.option.lang": ("表示の言語 (なければロケールから)", "Language to speak (else that of the locale)"),
    "cli.option.ascii": ("記号を ASCII だけで描く", "Draw with ASCII marks only"),
    "cli.option.ambiguous": (
        "○ や罫線など、幅の曖昧な文字のセル数 (auto は端末に聞く)",
        "Cells of characters of ambiguous width, such as ○ (auto asks the terminal)",
    ),
    "cli.option.plain": (
        "画面を描かず、行で読む表示にする（スクリーンリーダー、Emacs、シリアル端末）",
        "show lines instead of a screen (screen readers, Emacs, serial consoles)",
    ),
    "cli.option.no_mouse": ("マウスを使わない", "Leave the mouse alone"),
    "cli.option.width": (
        "この幅 (半角の字数) に合わせて書く (指定がなければ端末の幅で 100 まで、端末でなければ 80)",
        "Write lines of this many cells; without it as wide as the terminal (up to 100), or 80",
    ),
    "cli.option.json": ("JSON で書く", "Write JSON"),
    "cli.option.csv": ("CSV で書く", "Write CSV"),
    "cli.option.tsv": ("TSV (タブ区切り) で書く", "Write TSV, with tabs between"),
    "cli.one_form": (
        "--json、--csv、--tsv は、どれか 1 つにしてください。",
        "Choose one of --json, --csv and --tsv.",
    ),
    "cli.open.help": ("画面を、その id のところで開く", "Open the screen at the thing with this id"),
    "cli.begin.help": (
        "画面を使わずに、名前と役割を登録して始める",
        "Begin without the screen: who you are, which role",
    ),
    "cli.begin.more": (
        (
            "例: ikusei begin '佐藤 花' --role soc --step 1\n"
            "--step は始める STEP で、0 なら基礎教育から始めます。\n"
            "ほかの端末から続けるときは --from に自分の書き出しを、なければ --id に自分の id を指定します。"
        ),
        (
            "Example: ikusei begin 'Hana Sato' --role soc --step 1\n"
            "The STEP is where you start; 0 is basic education.\n"
            "To continue from another machine name your own bundle with --from, or else your id with --id."
        ),
    ),
    "cli.begin.role": ("役割の id (soc など)", "Id of the role, such as soc"),
    "cli.begin.step": ("始める STEP", "STEP to start from"),
    "cli.begin.from": (
        "ほかの端末で書き出した自分の記録 (ikusei export) から続ける",
        "Continue from your own bundle of another machine (ikusei export)",
    ),
    "cli.me.id": (
        "ほかの端末で使っている自分の id (ikusei me が示すもの)",
        "Your own id on another machine, as ikusei me shows it there",
    ),
    "cli.me.help": ("自分が誰かを登録する、見る", "Say who you are, or show it"),
    "cli.me.more": (
        "例: ikusei me '田中 実'\n名前を変えても id と記録は残ります。指導者は役割を持たなくてかまいません。",
        "Example: ikusei me 'Minoru Tanaka'\nThe id stays when the name changes. A mentor needs no role.",
    ),
    "cli.me.key": (
        "判定に署名する鍵のファイル (auto: 名簿が認める鍵を選ぶ、none: 署名しない)",
        "The key file that signs what you decide; auto: whichever the roster allows, none: sign nothing",
    ),
    "cli.me.nobody": (
        "あなたが誰か分かりません。`ikusei me 名前` で登録してください。",
        "It isn't known who you are; say it with `ikusei me NAME`.",
    ),
    "cli.review.help": (
        "待っている申請を見て、確認するか差し戻す",
        "Look at the claims that wait; confirm or return them",
    ),
    "cli.review.more": (
        (
            "例: ssh -t host ikusei review --state /srv/hana/state.sqlite\n"
            "例: ssh hana@host ikusei export | ikusei review -\n"
            "例: ikusei review /media/usb/hana.ikusei\n"
            "バンドル (FILE か、パイプなら -) は全体を確かめて自分の台帳に取り込み、そこで待つ申請を見ます。"
            "台帳に書けないときも、判定は自分の台帳に残ります (docs/mentor.ja.md)。"
        ),
        (
            "Example: ssh -t host ikusei review --state /srv/hana/state.sqlite\n"
            "Example: ssh hana@host ikusei export | ikusei review -\n"
            "Example: ikusei review /media/usb/hana.ikusei\n"
            "A bundle (FILE, or - for a pipe) is checked whole and taken into your own journal, whose queue is shown. "
            "What you decide on a journal that can't be written stays in your own, too (docs/mentor.md)."
        ),
    ),
    "cli.review.list": ("画面を開かず、一覧を書く", "Write the queue instead of opening the screen"),
    "cli.review.trainee": ("誰の申請か (id か名前、その先頭でもよい)", "Whose claim (id or name, or the beginning)"),
    "cli.review.key": ("署名する鍵 (none: 署名しない)", "The key to sign with (none: sign nothing)"),
    "cli.waive.help": ("達成目安を免除する、免除をやめる", "Waive a criterion, or lift the waiver"),
    "cli.waive.more": (
        (
            "例: ikusei --state FILE waive coord.1.report -m '前職で 2 年の月次報告がある'\n"
            "policy.toml の [policy] に waivers = true があるときだけ使えます。"
        ),
        (
            "Example: ikusei --state FILE waive coord.1.report -m 'Two years of monthly reports before'\n"
            "Only where policy.toml has waivers = true under [policy]."
        ),
    ),
    "cli.waive.lift": ("免除をやめる", "Lift the waiver"),
    "cli.waive.done": (
        "{trainee}  {criterion}  {by} が免除しました  {signature}",
        "{trainee}  {criterion}  waived by {by}  {signature}",
    ),
    "cli.waive.lifted": (
        "{trainee}  {criterion}  {by} が免除をやめました  {signature}",
        "{trainee}  {criterion}  waiver lifted by {by}  {signature}",
    ),
    "cli.review.comment": ("添える言葉", "What to add"),
    "cli.review.nothing": ("待っている申請はありません。", "No claim waits."),
    "cli.review.none": (
        "「{item}」で始まる申請は待っていません。`ikusei review --list` で一覧を見てください。",
        "No claim on “{item}” waits; `ikusei review --list` shows those that do.",
    ),
    "cli.review.several": (
        "「{item}」に当たるものが複数あります: {found}。もう少し先まで書くか --trainee を付けてください。",
        "“{item}” could be several: {found}; write more of it, or add --trainee.",
    ),
    "cli.confirm.help": ("申請を確認する", "Confirm claims"),
    "cli.confirm.more": (
        "例: ikusei --state FILE confirm soc.2.alone\n複数を指定すると、すべてを確認できるときだけ確認します。",
        "Example: ikusei --state FILE confirm soc.2.alone\nOf several, all are confirmed or none.",
    ),
    "cli.confirm.done": (
        "{trainee}  {criterion}  {by} が確認しました  {signature}",
        "{trainee}  {criterion}  confirmed by {by}  {signature}",
    ),
    "cli.return.help": ("申請を理由とともに差し戻す", "Return a claim with a reason"),
    "cli.return.more": (
        "例: ikusei --state FILE return soc.2.alone -m '二件目の判断の根拠を書き足してください'",
        "Example: ikusei --state FILE return soc.2.alone -m 'Add why you judged the second one so'",
    ),
    "cli.return.reason": ("理由", "The reason"),
    "cli.return.done": (
        "{trainee}  {criterion}  {by} が差し戻しました  {signature}",
        "{trainee}  {criterion}  returned by {by}  {signature}",
    ),
    "cli.comment.help": ("申請に、判定せずに言葉を添える", "Say something about a claim without deciding on it"),
    "cli.comment.more": (
        "例: ikusei comment soc.2.alone -m '二件目は来週いっしょに見ましょう'",
        "Example: ikusei comment soc.2.alone -m 'We look at the second one together next week'",
    ),
    "cli.comment.text": ("コメントの内容", "What to say"),
    "cli.comment.done": (
        "{trainee}  {criterion}  {by} がコメントしました",
        "{trainee}  {criterion}  {by} has commented",
    ),
    "cli.sign.help": (
        "達成目安がすべて確認された STEP を承認する",
        "Sign a STEP of which every criterion is confirmed",
    ),
    "cli.sign.more": (
        "例: ikusei --state FILE sign soc.2\n宣言文も一緒に残ります (policy.toml の declaration で変えられます)。",
        "Example: ikusei --state FILE sign soc.2\nThe declaration is stored with it (declaration in policy.toml).",
    ),
    "cli.sign.exception": ("前の STEP より先に承認する理由", "Why it is signed before an earlier STEP"),
    "cli.sign.none": (
        "承認できる {step} はありません。達成目安がすべて確認され、まだ承認されていない STEP を書いてください。",
        "There is no {step} to sign; name a STEP whose criteria are all confirmed and that isn't signed yet.",
    ),
    "cli.reopen.help": ("承認した STEP を開き直す（承認は残る）", "Open a signed STEP again (what was signed stays)"),
    "cli.reopen.more": (
        "例: ikusei --state FILE reopen soc.2 -m '手順が変わったため'",
        "Example: ikusei --state FILE reopen soc.2 -m 'The procedure has changed'",
    ),
    "cli.reopen.done": (
        "{trainee} の {step} を開き直しました。  {signature}",
        "Opened again: {step} of {trainee}.  {signature}",
    ),
    "cli.follow.help": ("取り組む役割を加える、外す", "Follow one more role, or one role no more"),
    "cli.follow.more": (
        "例: ikusei follow ir --step 1\n取り組んでいる役割なら、始める STEP が変わります。外しても実績は残ります。",
        (
            "Example: ikusei follow ir --step 1\nOf a role that is followed it changes the STEP to start from. "
            "What was logged stays, whatever is followed."
        ),
    ),
    "cli.follow.step": (
        "始める STEP (書かなければ前に取り組んでいたところから)",
        "STEP to start from (left out: where you were before)",
    ),
    "cli.follow.off": ("取り組む役割から外す", "Follow it no more"),
    "cli.status.help": (
        "今の位置: STEP ごとの進みと、今の STEP の達成目安",
        "Where I stand: the STEPs, and the criteria of the one in hand",
    ),
    "cli.log.more": (
        (
            "例: ikusei log soc.2.paired -d 昨日 -m '深夜帯の一次切り分け' -e INC-2041\n"
            "例: ikusei log soc.2.verdict -r 23/24\n"
            "書かない欄は、今日、1 回、達成目安が求める実施形態 (なければ前回と同じ) になります。"
            "ITEM には訓練ケースも書けます。"
        ),
        (
            "Example: ikusei log soc.2.paired -d yesterday -m 'First triage, night shift' -e INC-2041\n"
            "Example: ikusei log soc.2.verdict -r 23/24\n"
            "Left out: today, once, the supervision that the criterion asks for (else that of the last entry). "
            "ITEM may be a training case, too."
        ),
    ),
    "cli.entry.day": (
        "日付: 2026-11-20、11/20、20、昨日、一昨日、-3 (3 日前)",
        "Day: 2026-11-20, 11/20, 20, yesterday, -3 (days ago)",
    ),
    "cli.entry.yes": ("ずっと前の日付でも、確かめずに記録する", "Write it down even where its day lies long ago"),
    "cli.entry.long_ago": (
        "{day} は {years} 年前です。正しければ --yes を付けてください。まだ何も記録していません。",
        "{day} lies {years} {years:year|years} back. If that is what you mean, add --yes; nothing was written.",
    ),
    "cli.entry.quantity": ("回数", "How many times"),
    "cli.entry.ratio": (
        "N 件中 K 件 (正答の数、誤りの割合を抑える目安では誤りの数)",
        "K of N: the right ones; the wrong ones where their share must stay below a value",
    ),
    "cli.entry.findings": ("レビューでの指摘の数", "How many findings a review had"),
    "cli.entry.supervision": (
        "実施形態: observed assisted paired directed alone taught (見学 補佐 ペア 指示 独力 指導)",
        "Supervision: observed assisted paired directed alone taught",
    ),
    "cli.entry.note": ("したこと", "What was done"),
    "cli.entry.evidence": ("証跡: パス、URL、チケット (何度でも)", "Evidence: a path, URL or ticket (may be repeated)"),
    "cli.correct.help": ("実績を直す（元の記録も残る）", "Correct an entry (what was written first stays)"),
    "cli.correct.more": (
        "例: ikusei correct 3f2a91c0 -d 11-19\n書いた欄だけが変わります。ENTRY は `ikusei journal` に出る id です。",
        "Example: ikusei correct 3f2a91c0 -d 11-19\nOnly what is named changes; `ikusei journal` shows the ids.",
    ),
    "cli.correct.item": ("どの達成目安の実績か (何度でも)", "Which criteria it counts for (may be repeated)"),
    "cli.tick.more": (
        "例: ikusei tick soc.2.paired.handover soc.2.learn.drill\n見出しの id なら、その下のすべてに付きます。",
        "Example: ikusei tick soc.2.paired.handover soc.2.learn.drill\nThe id of a heading ticks everything below it.",
    ),
    "cli.tick.off": ("印を外す", "Take the tick away"),
    "cli.claim.more": (
        "条件を満たし、確認項目のすべてに印が付いた達成目安を申請できます。",
        "A criterion can be claimed when its rule is met and its points are ticked.",
    ),
    "cli.claim.comment": ("申請に添える言葉", "What to add to the claim"),
    "cli.undo.more": (
        (
            "繰り返すと、その前、さらにその前と取り消します。`ikusei redo` で元に戻せます。\n"
            "ID は `ikusei journal` に出る id です。付けると、最後のものの代わりにそれを取り消します。"
        ),
        (
            "Once more undoes what was done before that, and so on; `ikusei redo` brings it back.\n"
            "ID, as `ikusei journal` shows it, undoes that instead of the last thing."
        ),
    ),
    "cli.redo.more": (
        "繰り返すと、その前に取り消したものも戻します。取り消した後に何かを書くと、戻せません。",
        "Once more brings back what was undone before that, and so on, until something else is written.",
    ),
    "cli.show.help": ("教材パックの項目を、進み具合とともに見る", "Show one thing of the pack, and how far it is"),
    "cli.search.more": (
        "書いた言葉をすべて含むものを出します。一文字でも、ひらがなでも検索できます。",
        "Lists what holds every word, in either language; one character is a word.",
    ),
    "cli.id.log_ticked": (
        "{id} は{kind_ja}「{name_ja}」です。実績ではなく印を付けます。済んだら `ikusei tick {id}` と入力してください。",
        "{id} is “{name_en}” ({kind_en}): it has no entries but a tick, when it is done. Type `ikusei tick {id}`.",
    ),
    "cli.id.log": (
        "{id} は{kind_ja}「{name_ja}」です。実績を付けられる達成目安の id を、`ikusei status` で確かめてください。",
        "{id} is “{name_en}” ({kind_en}); entries are for criteria, whose ids `ikusei status` lists.",
    ),
    "cli.id.tick": (
        "{id} は{kind_ja}「{name_ja}」で、印は付けられません。内容は `ikusei show {id}` で確かめてください。",
        "{id} is “{name_en}” ({kind_en}) and can't be ticked; `ikusei show {id}` shows what it is made of.",
    ),
    "cli.id.claim": (
        "{id} は{kind_ja}「{name_ja}」です。申請できる達成目安の id を、`ikusei status` で確かめてください。",
        "{id} is “{name_en}” ({kind_en}); what is claimed is a criterion, whose ids `ikusei status` lists.",
    ),
    "cli.journal.help": ("台帳: いつ何を書いたか、新しい順に", "The journal: what was written when, the latest first"),
    "cli.journal.limit": ("出す件数の上限", "How many at most"),
    "cli.journal.item": ("この id で始まるものについての記録だけ", "Only what is about ids that begin so"),
    "cli.journal.kind": (
        "この種類だけ (entry、claim、decision、signoff など)",
        "Only this kind (entry, claim, decision, signoff …)",
    ),
    "cli.policy.help": (
        "組織設定: 組織が決める値",
        "The policy: numbers that the documents leave to the organisation",
    ),
    "cli.policy.more": (
        "policy.toml は台帳の隣にあります。書かれていない値は「未設定」のままです。",
        "policy.toml lies beside the state file. A number that isn't in it stays unset.",
    ),
    "cli.policy.init.help": ("すべて未設定の policy.toml を書く", "Write a policy.toml in which everything is unset"),
    "cli.policy.show.help": (
        "すべての値を、原文の表現とともに見る",
        "Show every number, and how the document asks for it",
    ),
    "cli.policy.check.help": ("policy.toml の誤りをすべて出す", "Report every fault of policy.toml"),
    "cli.content.help": ("教材パックを調べる、書き出す", "Check a pack, write it out"),
    "cli.content.check.help": (
        "教材パックの誤りを、ファイル・行・桁とともにすべて出す",
        "Report every fault of a pack with file, line and column",
    ),
    "cli.content.diff.help": (
        "教材パックの新旧を比べ、変わったところを出す (違いがあれば終了コード 1)",
        "Compare two editions of a pack and write what changes (exit code 1 where something does)",
    ),
    "cli.content.differences": (
        "{old} から {new} へ: 違い {count} 件",
        "From {old} to {new}: {count} {count:difference|differences}",
    ),
    "cli.content.export.help": ("教材パックを丸ごと書き出す", "Write out a whole pack"),
    "cli.content.export.json": ("JSON で書く (今はこの形式だけ)", "As JSON, the only format"),
    "cli.doctor.help": (
        "台帳、教材パック、組織設定に傷みや誤りがないか調べる",
        "Look for damage in the journal, content and policy",
    ),
    "cli.doctor.more": (
        (
            "何も変えません。--mend だけが、バックアップを残したうえで、記録から作り直せるものを直します。\n"
            "他の人の台帳は写しで調べます。確かめるのは記録とハッシュとつながりだけで、--mend はできません。"
        ),
        (
            "Changes nothing; only --mend makes anew what can be made from the records, after a backup.\n"
            "Somebody else's journal is examined in a copy: its records, hashes and chains. It is never mended."
        ),
    ),
    "cli.doctor.mend": ("トリガーと集計の表を作り直す", "Put triggers and derived tables right"),
    "cli.doctor.backup": (
        "先に、このファイルにバックアップを作って確かめる",
        "First make a checked backup in this file",
    ),
    "cli.completion.help": ("シェルの補完スクリプトを出す", "Write the script for completion in a shell"),
    "cli.completion.more": (
        'bash と zsh: eval "$(ikusei completion bash)"  (zsh なら zsh)\nfish: ikusei completion fish | source',
        'bash and zsh: eval "$(ikusei completion bash)"  (or zsh)\nfish: ikusei completion fish | source',
    ),
    # -- answers
    "cli.begun": ("{name} さんの {role} を始めました。", "{name} begins: {role}."),
    "cli.continued": (
        "{name} さん ({id}) として続けます。取り込んだ記録: {events} 件",
        "You continue as {name} ({id}); events taken in: {events}",
    ),
    "cli.begun_where": ("台帳: {path}", "Journal: {path}"),
    "cli.status.head": ("{name}  {day}", "{name}  {day}"),
    "cli.search.nothing": (
        "「{text}」は見つかりません。言葉を減らして検索してください。",
        "Nothing holds “{text}”; try fewer words.",
    ),
    "cli.journal.nothing": ("該当する記録はありません。", "There are no such records."),
    "cli.content.fine": ("誤りはありません: {folder}", "No fault in {folder}"),
    "cli.content.newer": (
        "注意 {count} 件 ({folder}): ikusei は読めますが、Python 3.14 までの標準ライブラリなどは読めません。",
        "Remarks on {folder}: {count}. ikusei reads it; the standard library of Python up to 3.14 and others don't.",
    ),
    "cli.content.covered": (
        "原文の {count} 項目すべてに、対応する表がちょうど 1 つずつあります",
        "Each of the {count} printed items has exactly one table",
    ),
    "cli.content.faults": ("誤り {count} 件: {folder}", "Faults in {folder}: {count}"),
    "cli.policy.begun": (
        "行頭の # を外して値を書いてください。`ikusei policy check` で確かめられます。",
        "Take the # away and write the values; `ikusei policy check` looks them over.",
    ),
    "cli.policy.head": ("組織設定 {name}  {path}", "Policy {name}  {path}"),
    "cli.policy.day": (
        "utc_offset  {offset}  時差    day_change  {change}  日付変更時刻",
        "utc_offset  {offset}  the organisation's clock    day_change  {change}  when its day changes",
    ),
    "cli.policy.readings": ("読むもの {count} 件", "{count} to read"),
    "cli.policy.fine": (
        "誤りはありません: {path} ({total} のうち {unset} が未設定)",
        "No fault in {path} (unset: {unset} of {total})",
    ),
    "cli.doctor.fine": ("問題は見つかりません: {path}", "Nothing is wrong: {path}"),
    "cli.doctor.backed_up": ("バックアップを作りました: {target}", "Backup made: {target}"),
    "cli.doctor.mended": (
        "直しました。直す前のバックアップ: {before}",
        "Mended; the file as it was before: {before}",
    ),
    "cli.reading": ("{path} を読んでいます: {count} 行", "Reading {path}: {count} {count:row|rows}"),
    "cli.checking_file": ("ファイル自体を確かめています", "Checking the file itself"),
    "cli.checking": (
        "記録を確かめています: {done}/{total} 件、毎秒 {rate} 件、残り約 {left} 秒",
        "Checking the records: {done} of {total}, {rate} a second, about {left} {left:second|seconds} left",
    ),
    "cli.checking_tables": (
        "記録 {total} 件から表を作り直し、今の表と比べています",
        "Making the tables anew from {total} {total:record|records}, to compare them",
    ),
    # -- what is wrong in a call
    "cli.nobody": (
        "{path} では、まだ誰も始めていません。`ikusei` を開くか、`ikusei begin 名前 --role 役割` で始めてください。",
        "Nobody has begun in {path} yet; open `ikusei`, or run `ikusei begin NAME --role ROLE`.",
    ),
    "cli.begun_already": (
        "{path} は {name} さんの台帳です。別の人が使う場合は --state で別のファイルを指定してください。",
        "{path} is the journal of {name}; for somebody else, name another file with --state.",
    ),
    "cli.demo_or_state": (
        "--demo と --state は一緒に使えません。どちらかを外してください。",
        "--demo and --state don't go together; leave one out.",
    ),
    "cli.no_example": (
        "デモの例 {path} を写せません ({why})。ikusei を入れ直してください。",
        "The example {path} can't be copied ({why}); install ikusei anew.",
    ),
    "cli.no_entry": (
        "「{id}」という実績はありません。`ikusei journal --kind entry` で id を確かめてください。",
        "There is no entry “{id}”; look for its id with `ikusei journal --kind entry`.",
    ),
    "cli.nothing_to_correct": (
        "実績 {id} に直すところがありません。変える欄を -d、-m などで書いてください。",
        "Nothing to correct in entry {id}; name what changes with -d, -m and so on.",
    ),
    "cli.not_one_of": (
        "「{text}」は使えません。次のどれかを書いてください: {words}。",
        "“{text}” isn't possible; write one of {words}.",
    ),
    "cli.cannot_write": (
        "{path} に書けません ({why})。権限と空きを確かめてください。",
        "{path} can't be written ({why}); check permissions and space.",
    ),
    "cli.policy.exists": (
        "{path} はすでにあります。編集するか、消してからやり直してください。",
        "{path} is there already; edit it, or delete it first.",
    ),
    "cli.content.no_folder": (
        "フォルダー {folder} がありません。教材パックのフォルダーを指定してください。",
        "There is no folder {folder}; name the folder of a pack.",
    ),
    "cli.content.no_format": (
        "書き出す形式がありません。--json を付けてください。",
        "No format is named; add --json.",
    ),
    "cli.no_such_option": (
        "{option} というオプションはありません。`{command} --help` で確かめてください。",
        "There is no option {option}; see `{command} --help`.",
    ),
    "cli.option_before_verb": (
        "{option} はサブコマンドの前に書いてください: `ikusei {option} …`。",
        "Write {option} before the verb: `ikusei {option} …`.",
    ),
    "cli.no_such_verb": (
        "「{name}」というサブコマンドはありません。`{command} --help` で確かめてください。",
        "There is no verb “{name}”; see `{command} --help`.",
    ),
    "cli.no_such_verb_near": (
        "「{name}」というサブコマンドはありません。`{command} {near}` の間違いではありませんか。",
        "There is no verb “{name}”; did you mean `{command} {near}`?",
    ),
    "cli.verb_missing": (
        "`{command}` のあとに次のどれかを書いてください: {verbs}。",
        "After `{command}`, write one of {verbs}.",
    ),
    "cli.missing": (
        "{name} がありません。`{command} --help` で書き方を確かめてください。",
        "{name} is missing; see `{command} --help`.",
    ),
    "cli.too_many": (
        "「{arguments}」は余分です。`{command} --help` で書き方を確かめてください。",
        "“{arguments}” is too much; see `{command} --help`.",
    ),
    "cli.bad_option": (
        "オプション {option} の値がないか、余分です。`{command} --help` で確かめてください。",
        "The value of {option} is missing, or it takes none; see `{command} --help`.",
    ),
    "cli.usage": (
        "使い方が違います ({message})。`{command} --help` で確かめてください。",
        "Wrong use ({message}); see `{command} --help`.",
    ),
}
