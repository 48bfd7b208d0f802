"""What the screens say."""

MESSAGES: dict[str, tuple[str, str]] = {
    "screens.too_small": (
        "端末が小さすぎます。{columns} × {rows} 以上に広げてください。",
        "The terminal is too small; make it at least {columns} by {rows}.",
    ),
    "screens.distrust": ("名簿のフォルダー 無効", "trust folder INVALID"),
    "screens.read_again": (
        "policy.toml、組織の追加分、名簿のいずれかが変わったので、読み直しました。",
        "policy.toml, overlay or trust folder changed, and were read again.",
    ),
    "screens.read_only": ("読み取り専用", "read-only"),
    "screens.replaced": (
        (
            "開いているあいだに台帳 {path} が置き換えられました。見えているのは前の内容で、記録はできません。"
            "ikusei を起動し直してください。"
        ),
        (
            "The journal {path} was replaced while it was open: what is shown is from before, and nothing can be "
            "recorded; start ikusei again."
        ),
    ),
    "screens.undone": (
        "取り消しました: {what}  前: {before}  今: {after}",
        "Undone: {what}  before: {before}  now: {after}",
    ),
    "screens.with_others": (
        "{what}、あわせて書いた {count} 件も",
        "{what}, and {count} written with it",
    ),
    "screens.redone": (
        "やり直しました: {what}  前: {before}  今: {after}",
        "Redone: {what}  before: {before}  now: {after}",
    ),
    "screens.local": ("@ 組織が加えたもの", "@ added by the organisation"),
    "screens.criteria": ("達成目安", "Achievement criteria"),
    "screens.learning": ("学習項目", "Learning items"),
    "screens.references": ("参考", "References"),
    "screens.goals": ("目標", "Goals"),
    "screens.find.hint": (
        "日本語、英語、id (soc.2)、出典 (nca:4.3.6.4)、役割の番号 (B-1) のどれでも見つかります。",
        "Japanese, English, an id (soc.2), a citation (nca:4.3.6.4), the number of a duty (B-1): anything will do.",
    ),
    "screens.next": ("次にすること", "Next"),
    "screens.soon": ("まもなく", "Running out"),
    "screens.relation.trains-for": ("つながる役割 (教科書)", "Duties it trains for"),
    "screens.relation.trained-by": ("ここへつながる育成", "Training that leads here"),
    "screens.relation.leads-to": ("つながる達成目安", "Criteria it leads to"),
    "screens.relation.led-by": ("ここへつながる学習", "Learning that leads here"),
    "screens.relation.part-of": ("属するもの", "Part of"),
    "screens.relation.parts": ("内訳", "Parts"),
    "screens.relation.hands-over": ("渡す先", "Hands over to"),
    "screens.relation.takes-from": ("受け取る元", "Takes from"),
    "screens.relation.held-by": ("受け持つ担当", "Teams that hold it"),
    "screens.relation.holds": ("受け持つ役割", "Duties it holds"),
    "screens.relation.regions": ("領域", "Regions"),
    "screens.relation.duties": ("役割 (教科書)", "Duties"),
    "screens.relation.titles": ("役職 (表 2-1)", "Titles (table 2-1)"),
    "screens.relation.phases": ("工程", "Phases"),
    "screens.relation.patterns": ("組織パターン", "Organisation patterns"),
    "screens.relation.careers": ("キャリアの段階", "Career stages"),
    "screens.relation.see": ("基になるもの", "Comes from"),
    "screens.relation.about": ("この節の対象", "What it is about"),
    "screens.relation.sections": ("文書での説明", "Where the document tells of it"),
    "screens.document.publisher": ("発行者: {value}", "Publisher: {value}"),
    "screens.document.year": ("発行年: {value}", "Year: {value}"),
    "screens.document.edition": ("版: {value}", "Edition: {value}"),
    "screens.document.issued": ("発行日: {value}", "Day of publication: {value}"),
    "screens.document.authors": ("執筆者: {value}", "Authors: {value}"),
    "screens.document.rights": ("権利: {value}", "Rights: {value}"),
    "screens.document.history": ("改版履歴: {value}", "History of editions: {value}"),
    "screens.document.contact": ("問い合わせ先: {value}", "Contact: {value}"),
    "screens.document.url": ("公開場所: {value}", "Published at: {value}"),
    "screens.document.not-printed": ("記載なし", "not printed"),
    "screens.section.figures": ("図", "Figures"),
    "screens.section.not-drawn": (
        "図の番号と題名だけを収めています。図そのものは、元の文章に含まれていません。",
        "Only the number and the caption are given here; the drawing itself is not in our text of the document.",
    ),
    "screens.staffing.total": ("合計 {count} 人", "{count} {count:person|people} in all"),
    "screens.staffing.can": ("できること", "What can be done"),
    "screens.staffing.cannot": ("できないこと", "What can't"),
    "screens.term.also": ("別の呼び方: {names}", "Also called: {names}"),
    "screens.terms.title": ("用語", "Terms"),
    "screens.terms.here": ("この画面に出てくる用語", "Terms on this screen"),
    "screens.terms.none_here": ("この画面に出てくる用語はありません", "No term stands on this screen"),
    "screens.terms.others": ("ほかの用語", "Other terms"),
    "screens.changes.title": ("教材パックの変更 {done}/{total}", "Changes of the pack {done}/{total}"),
    "screens.changes.lead": (
        "{before} から {after} に変わりました。読んだものに印を付けてください。実績と印は失われません。",
        "From {before} to {after}. Mark what you have read; no entry and no tick is lost.",
    ),
    "screens.changes.before": ("前: {text}", "before: {text}"),
    "screens.changes.reworded": (
        "文言が変わりました。申請してあれば、指導者にもう一度確認してもらってください。",
        "Reworded: if you claimed it, have it looked at again.",
    ),
    "screens.changes.rule": (
        "条件が変わりました。申請してあれば、指導者にもう一度確認してもらってください。",
        "Another rule: if you claimed it, have it looked at again.",
    ),
    "screens.changes.done": ("教材パックの変更をすべて見終えました。", "Every change of the pack was looked at."),
    "screens.changes.found": (
        "教材パックが新しくなり、{count} か所が変わりました。v で見られます。",
        "The pack is a new edition: {count} {count:change|changes}. Press v to see them.",
    ),
    "screens.recent": ("最近", "Recently"),
    "screens.nothing_next.typed": (
        "今の STEP の達成目安はすべて申請しました。",
        "Every criterion of this STEP is claimed.",
    ),
    "screens.next_without_content.typed": (
        "この役割の STEP は、この教材パックにまだありません。",
        "This pack has no STEPs for this role yet.",
    ),
    "screens.next_without_role.typed": (
        "取り組んでいる役割がありません。`ikusei follow` で選べます。",
        "You follow no role; choose one with `ikusei follow`.",
    ),
    "screens.nothing_next": (
        "今の STEP の達成目安はすべて申請しました。2 で次の役割や STEP を見られます。",
        "Every criterion of this STEP is claimed. Press 2 to look at further roles and STEPs.",
    ),
    "screens.next_without_content": (
        "この役割の STEP は、この教材パックにまだありません。2 でほかの役割を見られます。",
        "This pack has no STEPs for this role yet. Press 2 to look at other roles.",
    ),
    "screens.next_without_role": (
        "取り組んでいる役割がありません。7 でチーム、2 で役割を見られます。",
        "You follow no role. Press 7 for the team, 2 to look at the roles.",
    ),
    "screens.no_recent_yet": ("まだ実績がありません。", "No entries yet."),
    "screens.no_recent": (
        "まだ実績がありません。上の達成目安を選んで l を押すと、したことを記録できます。",
        "No entries yet. Choose a criterion above and press l to write down what you did.",
    ),
    "screens.more_topics.typed": ("ほかに {count} 項目", "{count} more"),
    "screens.more_topics": ("ほかに {count} 項目 (2 で開く)", "{count} more (press 2)"),
    "screens.hint.ready": ("申請できます (c)", "ready to claim (c)"),
    "screens.hint.unset": ("組織が決める値が未設定", "number not set"),
    "screens.hint.left": ("このあと残り {count} 件", "{count} left after this"),
    "screens.hint.last": ("これで STEP 完了", "the last of this STEP"),
    "screens.month_missing": (
        "{month} の実績がまだありません (残り {days} 日)",
        "nothing yet for {month} ({days} {days:day|days} left)",
    ),
    "screens.hole_grows": (
        "{day} から実績がありません (残り {days} 日で途切れます)",
        "no entry since {day} (the period breaks in {days} {days:day|days})",
    ),
    "screens.count.confirmed": ("確認 {count}", "confirmed {count}"),
    "screens.count.claimed": ("申請中 {count}", "claimed {count}"),
    "screens.count.ready": ("申請できる {count}", "ready {count}"),
    "screens.count.left": ("残り {count}", "left {count}"),
    "screens.no_step": (
        "この役割の STEP はありません。2 で役割を選んでください。",
        "There is no such STEP; press 2 to choose a role.",
    ),
    "screens.followed": ("取り組み中", "followed"),
    "screens.ladder.basic": ("基礎教育", "Basic"),
    "screens.ladder.common": ("共通教育", "Common"),
    "screens.ladder.signed": ("承認 {day}", "signed {day}"),
    "screens.sign.row": ("承認できる: STEP {number}", "To sign: STEP {number}"),
    "screens.sign.title": ("{role} STEP {number} の承認", "Signing STEP {number} of {role}"),
    "screens.sign.criteria": ("確認された達成目安", "Confirmed criteria"),
    "screens.sign.waived_by": ("{name}  {day} {by} が免除: {reason}", "{name}  {day} waived by {by}: {reason}"),
    "screens.sign.by": ("{name}  {day} {by}", "{name}  {day} {by}"),
    "screens.sign.order": (
        "STEP {earlier} がまだ承認されていません。先に承認する理由を書いてください。",
        "STEP {earlier} isn't signed yet; write why this one is signed first.",
    ),
    "screens.sign.ask": ("{trainee} {item} を承認する (Enter)", "Sign {item} of {trainee} (Enter)"),
    "screens.sign.ask_exception": (
        "{trainee} {item} を先に承認する理由",
        "Why {item} of {trainee} is signed out of order",
    ),
    "screens.sign.done": ("{trainee} の STEP {number} を承認しました。", "Signed: STEP {number} of {trainee}."),
    "screens.points.title": ("確認項目", "Points"),
    "screens.readings.title": ("資料・書籍", "Reading list"),
    "screens.readings": ("資料・書籍 {done}/{total}", "Reading list {done}/{total}"),
    "screens.points": ("確認項目 {done}/{total}", "Points {done}/{total}"),
    "screens.leads": ("ここへつながる学習", "Learning that leads here"),
    "screens.leads_to": ("つながる達成目安", "Criteria it leads to"),
    "screens.entries": ("実績 {count} 件", "Entries: {count}"),
    "screens.no_entries": ("まだありません。l で記録します。", "None yet. Press l to write one."),
    "screens.more_in_journal.typed": (
        "ほかに {count} 件 (ikusei journal -i {id})",
        "{count} more (ikusei journal -i {id})",
    ),
    "screens.aside.more": ("続きは Enter で読めます", "Enter shows the rest"),
    "screens.more_in_journal": ("ほかに {count} 件 (5 台帳)", "{count} more (5 Journal)"),
    "screens.supervision": ("実施形態: {names}", "supervision: {names}"),
    "screens.supervision.printed": ("実施形態: {names}（原文: {asks}）", "supervision: {names} (document: “{asks}”)"),
    "screens.missing": ("足りない: {names}", "missing: {names}"),
    "screens.missing_more": ("ほか {count}", "and {count} more"),
    "screens.hole": ("空いた期間", "largest gap"),
    "screens.needs_number": (
        "組織が決める値が未設定のため、満たせません: {keys} (責任者が `ikusei policy init` から決めます)",
        "Can't be met while the organisation's number is unset: {keys} (the lead sets it: `ikusei policy init`)",
    ),
    "screens.state.open": ("条件にまだ届いていません。", "The rule isn't met yet."),
    "screens.unticked.points": (
        "確認項目のすべてに印を付けると申請できます。",
        "Once every point is ticked it can be claimed.",
    ),
    "screens.unticked.readings": (
        "読むもののすべてに印を付けると、条件を満たします。",
        "The rule is met once everything to read is ticked.",
    ),
    "screens.state.met": (
        "条件は満たしました。残りの確認項目に印を付けると申請できます。",
        "The rule is met; tick the remaining points to claim it.",
    ),
    "screens.state.confirmed": ("{day} に {by} が確認しました。", "Confirmed on {day} by {by}."),
    "screens.state.waived": ("{day} に {by} が免除しました: {reason}", "Waived on {day} by {by}: {reason}"),
    "screens.state.stale": (
        "{day} に {by} が確認した後、内容が変わりました。c でもう一度申請できます。",
        "Confirmed on {day} by {by}, and changed since. Press c to claim it again.",
    ),
    "screens.state.returned": (
        "{day} に {by} が差し戻しました: {reason}",
        "Returned on {day} by {by}: {reason}",
    ),
    "screens.state.claimed": (
        "{day} に申請しました。指導者の確認を待っています。",
        "Claimed on {day}; waits for a mentor.",
    ),
    "screens.claim_again": (
        "申請した後に内容が変わりました。C で取り下げて、もう一度申請してください。",
        "It has changed since you claimed it. Withdraw it (C) and claim it again.",
    ),
    "screens.moved.entry": ("直された実績: {what}", "an entry was corrected: {what}"),
    "screens.moved.gone": ("取り消された実績: {what}", "an entry was undone: {what}"),
    "screens.moved.number": ("組織が決める値 {what}: {before} から {after}", "number {what}: {before} to {after}"),
    "screens.moved.point": ("印が外された確認項目: {what}", "a point was unticked: {what}"),
    "screens.moved.wording": ("教材パックの文言", "what the pack asks"),
    "screens.moved.unsaid-number": (
        "申請に記録のない、組織が決める値 {what} (現在 {after})",
        "the claim leaves out the number {what} (now {after})",
    ),
    "screens.moved.unsaid-point": ("申請に記録のない確認項目: {what}", "the claim leaves out the point {what}"),
    "screens.moved.unsaid-wording": (
        "教材パックのどの文言に基づくかが、申請に記録されていません",
        "the claim doesn't say which wording of the pack it rests on",
    ),
    "screens.attention": ("差し戻された申請", "Came back"),
    "screens.review.name": ("申請の確認", "Review"),
    "screens.review.title": ("申請の確認  待ち {count}", "Review  waiting: {count}"),
    "screens.review.decided_title": ("確認済みの申請  {count}", "Confirmed claims: {count}"),
    "screens.review.nothing_decided": (
        "差し戻せる確認済みの申請はありません。承認した STEP の申請は、STEP を開き直すと差し戻せます。",
        "No confirmed claim can be returned. Those of a signed STEP can once the STEP is open again.",
    ),
    "screens.review.not_marked": (
        "{count} 件は、一つずつ確認する申請 (実績がない、または申請のあとで変わった) なので選んでいません。",
        "Not marked, to be confirmed one by one (no entries, or changed since): {count}.",
    ),
    "screens.review.marked": ("選択 {count}", "marked: {count}"),
    "screens.review.nothing": ("待っている申請はありません。", "No claim waits."),
    "screens.review.claimed": ("{name}  {where}  {day} 申請", "{name}  {where}  claimed on {day}"),
    "screens.review.moved": ("申請のあとで変わったこと", "Changed since it was claimed"),
    "screens.review.rests_on": ("この申請の実績 {count} 件", "Entries that the claim rests on: {count}"),
    "screens.review.no_entries": (
        "実績はありません。確認項目だけに基づく申請です。",
        "No entries: it rests on its points alone.",
    ),
    "screens.review.number": ("申請時の {name}: {value}", "{name} when it was claimed: {value}"),
    "screens.review.thread": ("これまでの経過", "What was said before"),
    "screens.thread.comment": ("{day} {by}: {text}", "{day} {by}: {text}"),
    "screens.thread.withdrawn": ("{day} 取り下げ", "{day} withdrawn"),
    "screens.returned_by": ("{by}: {reason}", "{by}: {reason}"),
    "screens.waiting": ("指導者を待っているもの", "Waits for a mentor"),
    "screens.waits.since": ("{day} から", "since {day}"),
    "screens.waits.sign": (
        "{role} STEP {number}: すべて確認済み、承認がまだ",
        "{role} STEP {number}: all confirmed, not yet signed",
    ),
    "screens.waits.anybody": ("指導者", "a mentor"),
    "screens.waits.handed": (
        (
            "{mentors} には、同じホストなら `ikusei review --state FILE` で、ほかでは `ikusei export` で届きます。"
            "結果は受け箱か `ikusei import` で戻ります。"
        ),
        (
            "To {mentors}: on this host by `ikusei review --state FILE`, elsewhere by `ikusei export`. "
            "The answer comes by the inbox or `ikusei import`."
        ),
    ),
    "screens.waits.fetched": (
        "{mentors} には `ikusei pull` で届きます。結果は `ikusei push` で戻ります。",
        "To {mentors}, by `ikusei pull`. The answer comes by `ikusei push`.",
    ),
    "screens.waits.nobody": (
        "名簿に指導者がいないため、誰も確認できません。責任者に名簿へ加えてもらってください。",
        "The roster names no mentor, so nobody can confirm them. Ask the lead to add one.",
    ),
    "screens.review.round": ("{day} 申請  {comment}", "{day} claimed  {comment}"),
    "screens.review.confirmed": ("{day} {by} が確認  {reason}", "{day} confirmed by {by}  {reason}"),
    "screens.review.returned": ("{day} {by} が差し戻し: {reason}", "{day} returned by {by}: {reason}"),
    "screens.review.fork": (
        "台帳が分岐: 書き手 {writer} の {n} 番が 2 つあります。`ikusei verify` で調べてください。",
        "The chain forks: writer {writer} has two events {n}; look with `ikusei verify`.",
    ),
    "screens.review.forks": (
        "台帳が分岐: 書き手 {writer} の {n} 番が 2 つあります (ほかの書き手 {more})。`ikusei verify` で調べます。",
        "Chains fork: writer {writer} has two events {n} (other writers: {more}); look with `ikusei verify`.",
    ),
    "screens.review.filtered": ("「{text}」 {count} 件", "“{text}”: {count}"),
    "screens.review.filter_ask": ("絞り込む (名前、役割、達成目安)", "Show only (name, role, criterion)"),
    "screens.review.nothing_such": ("「{text}」に当てはまる申請は待っていません。", "No claim on “{text}” waits."),
    "screens.review.confirm_ask": (
        "{trainee} {item} を確認 (コメントは省略できます)",
        "Confirm {trainee} {item} (a word, if any)",
    ),
    "screens.review.return_ask": ("{trainee} {item} を差し戻す理由", "Why {trainee} {item} is returned"),
    "screens.review.comment_ask": ("{trainee} {item} へのコメント", "Comment on {trainee} {item}"),
    "screens.evidence.ask": (
        "証跡のファイルがあるフォルダー (複数なら ; で区切る)",
        "The folder with the files of evidence (several: with ; between them)",
    ),
    "screens.evidence.looking": ("証跡を確かめています。", "Looking at the evidence."),
    "screens.evidence.nowhere": (
        "フォルダーが指定されていないため、証跡を探していません。",
        "No folder is named, so no evidence was looked for.",
    ),
    "screens.evidence.none": (
        "この申請の実績には、ダイジェストのある証跡がありません。",
        "No entry of this claim names evidence with a digest.",
    ),
    "screens.evidence.seen": (
        "証跡のファイル: 同じ {same}、変更 {changed}、なし {missing}、未確認 {unchecked}",
        "Files of evidence: the same {same}, changed {changed}, missing {missing}, not checked {unchecked}",
    ),
    "screens.evidence.same": ("同じ", "the same"),
    "screens.evidence.changed": ("変更されています", "changed"),
    "screens.evidence.missing": ("見つかりません", "missing"),
    "screens.evidence.unchecked": ("確かめていません", "not checked"),
    "screens.review.confirmed_now": ("{trainee} の {name} を確認しました。", "Confirmed: {name} of {trainee}."),
    "screens.review.returned_now": ("{trainee} の {name} を差し戻しました。", "Returned: {name} of {trainee}."),
    "screens.review.commented_now": ("{trainee} の {name} にコメントしました。", "Commented on: {name} of {trainee}."),
    "screens.review.bulk_done": ("{count} 件を確認しました。", "Claims confirmed: {count}."),
    "screens.review.why.not-named": (
        "名簿で指導者になっていない人の判定なので数えません",
        "the roster doesn't name them as mentor: doesn't count",
    ),
    "screens.review.why.not-then": (
        "そのときは指導者でなかった人の判定なので数えません",
        "wasn't the mentor at that time: doesn't count",
    ),
    "screens.review.why.same-person": (
        "最終の評価者は、達成目安を確認した人とは別の人でなければなりません",
        "the final evaluator must be somebody who confirmed none of the criteria",
    ),
    "screens.review.why.invalid": ("署名が無効 (INVALID) なので数えません: {why}", "INVALID, doesn't count: {why}"),
    "screens.review.why.not-checked": (
        "この端末では署名を確かめられないので、ここでは数えません: {why}",
        "its signature can't be checked on this machine, doesn't count here: {why}",
    ),
    "screens.review.why.not-signed": (
        "署名のない判定は数えない設定です: {why}",
        "only what is signed counts here: {why}",
    ),
    "screens.review.why.not-as-written": (
        "署名された記録と違うので数えません。`ikusei verify` で確かめてください",
        "isn't what the record itself says, doesn't count; look with `ikusei verify`",
    ),
    "screens.review.why.other-item": (
        "別の達成目安の申請への判定なので数えません",
        "names another criterion than the claim: doesn't count",
    ),
    "screens.review.why.step-signed": (
        "承認した STEP の基になっているので数えません。先に STEP を開き直します",
        "a signed STEP rests on what it returns, doesn't count; the STEP is reopened first",
    ),
    "screens.review.ignored": ("{day} {by}: {verdict} ({why})", "{day} {by}: {verdict}. {why}"),
    "screens.review.signs": ("署名する鍵 {name}", "Signs with {name}"),
    "screens.review.signs_not": ("鍵なし: 判定には署名が付きません", "No key: decisions stay unsigned"),
    "screens.review.trust": ("名簿 {id} 版 {version}  {short}  {state}", "Roster {id} v{version}  {short}  {state}"),
    "screens.review.signing_what": ("{number}/{of}  {trainee}  {item}", "{number}/{of}  {trainee}  {item}"),
    "screens.review.signing": (
        "鍵 {name} で署名します。パスフレーズの入力や鍵へのタッチを求められたら、応じてください。",
        "Signing with {name}: give the passphrase or touch the key if you are asked to.",
    ),
    "screens.review.why.oneself": ("自分の申請への判定なので数えません", "decided on their own claim: doesn't count"),
    "screens.review.taken_back": (
        "{day} に本人が申請を取り下げていますが、この判定を知らずに取り下げたものなので、判定が有効です。",
        "The trainee took the claim back on {day} without knowing of this decision, so the decision holds.",
    ),
    "screens.state.ready": ("申請できます。c で申請します。", "Ready: press c to claim it."),
    "screens.claimed": ("申請しました: {name}", "Claimed: {name}"),
    "screens.withdrawn": ("申請を取り下げました: {name}", "Claim withdrawn: {name}"),
    "screens.logged": ("記録しました ({day})。u で取り消せます。", "Written down ({day}). Press u to undo."),
    "screens.corrected": (
        "訂正しました。元の記録も台帳に残ります。",
        "Corrected; the journal keeps what was written first.",
    ),
    "screens.choose_case": (
        "この達成目安は訓練ケースごとに数えます。学習項目のケースを選んで l を押してください。",
        "This criterion counts training cases; choose a case among the learning items and press l there.",
    ),
    "screens.unread": (
        "ここに出す内容は、今は台帳から読めません。読めるようになりしだい表示します。",
        "What belongs here can't be read from the journal now; it is shown as soon as it can be.",
    ),
    "screens.not_now": (
        "台帳を読めないあいだは、これはできません。",
        "This can't be done while the journal can't be read.",
    ),
    "screens.not_opened": (
        "台帳を読めないので、今は入力欄を開けません。入力した文字は使われません。Esc を押すと操作に戻ります。",
        "The journal can't be read, so this can't be filled in now. What you type is ignored until you press Esc.",
    ),
    "screens.draft_back": ("下書きを戻しました。", "What you were typing is back."),
    "screens.draft_kept": ("下書きは残してあります。", "What you were typing is kept."),
    "screens.draft_gone": ("下書きを破棄しました。", "What you were typing is thrown away."),
    "screens.form.title": ("記録", "Entry"),
    "screens.form.correct": ("訂正", "Correction"),
    "screens.form.note": ("したこと", "What I did"),
    "screens.form.day": ("日付", "Day"),
    "screens.form.quantity": ("回数", "Times"),
    "screens.form.ratio": ("正答/件数", "Right/of"),
    "screens.form.ratio.errors": ("誤り/件数", "Wrong/of"),
    "screens.form.findings": ("指摘の数", "Findings"),
    "screens.form.supervision": ("実施形態", "Supervision"),
    "screens.form.evidence": ("証跡", "Evidence"),
    "screens.form.evidence.hint": ("パス; URL; チケット", "path; URL; ticket"),
    "screens.form.items": ("ほかにも数える", "Counts also for"),
    "screens.form.items.hint": ("達成目安の id", "ids of criteria"),
    "screens.form.long_ago": (
        "{day} は {years} 年前です。正しければ、もう一度 Enter を押すと記録します。",
        "{day} lies {years} {years:year|years} back. If that is what you mean, Enter once more writes it down.",
    ),
    "screens.form.for_nothing": (
        "もう一度 Enter を押すと、このまま記録します。{text}",
        "Enter again writes it all the same. {text}",
    ),
    "screens.form.enter": ("確定", "done"),
    "screens.form.next": ("次の欄", "next field"),
    "screens.walk_end": ("この STEP の達成目安はこれで最後です。", "That was the last criterion of this STEP."),
    "screens.walk_start": ("この STEP の最初の達成目安です。", "This is the first criterion of this STEP."),
    "screens.tasks": ("仕事の内容", "What the role does"),
    "screens.matrix.head": ("機能 × 領域", "Functions × regions"),
    "screens.matrix.empty": (
        "領域 {region} に属する役割はありません。",
        "No duty of this function belongs to region {region}.",
    ),
    "screens.matrix.axes": (
        "{information}の情報  専門性 {expertise}",
        "{information} information, {expertise} expertise",
    ),
    "screens.matrix.inside": ("組織内部", "inside"),
    "screens.matrix.outside": ("組織外部", "outside"),
    "screens.matrix.low": ("低", "low"),
    "screens.matrix.high": ("高", "high"),
    "screens.inputs": ("基にするもの", "Works from"),
    "screens.outputs": ("成果物", "Leaves"),
    "screens.links": ("受け渡し", "Hand-overs"),
    "screens.event.place": (
        "書き手 {writer} の {n} 番  その前 {previous}",
        "record {n} of writer {writer}, after {previous}",
    ),
    "screens.journal_count": ("{count} 件", "{count} {count:event|events}"),
    "screens.journal_empty": ("まだ何も書かれていません。", "Nothing has been written yet."),
    "screens.journal_none": (
        "この文字を含む記録はありません。Esc で絞り込みをやめます。",
        "Nothing contains this text; Esc shows everything again.",
    ),
    "screens.filter": ("この文字を含むもの", "containing"),
    "screens.claim_comment": ("申請: {name} コメント (省略できます)", "Claim {name}; a comment, if any"),
    "screens.see.ours": ("この確認項目は、原文にない ikusei 独自のものです。", "This point is ikusei's own."),
    "screens.see.from": ("基にした項目: {text}", "It comes from: {text}"),
    "screens.find.title": ("検索", "Find"),
    "screens.palette.title": ("コマンド", "Commands"),
    "screens.nothing_found": ("「{text}」は見つかりません。", "Nothing is called “{text}”."),
    "screens.help.title": ("キー: {place}", "Keys: {place}"),
    "screens.help.marks": ("記号", "Marks"),
    "screens.help.more": (
        (
            "確認項目の * は、原文にない ikusei 独自のものを表します。日本語入力が入ったままでも、"
            "F1 から F9、矢印、Enter、Ctrl は使えます。"
        ),
        (
            "A * at a point marks words of ikusei's own. "
            "With an input method switched on, F1 to F9, the arrows, Enter and Ctrl still work."
        ),
    ),
    "screens.start.title": ("はじめに {number}/3", "Welcome {number}/3"),
    "screens.start.question0": (
        (
            "育成の記録を残す台帳を作ります。\n"
            "初めての方は、名前を入力してください。あとから変えられます。\n"
            "ほかの端末から続ける方は、自分の書き出し (.ikusei) か id (p-…) を入力してください。"
        ),
        (
            "This makes a journal of your way through the training programme.\n"
            "New here? What is your name? It can be changed later.\n"
            "Do you continue from another machine? Type your own bundle (.ikusei) or your id (p-…)."
        ),
    ),
    "screens.start.as_id": (
        "{id} として続けます。この端末での名前を入力してください。",
        "You continue as {id}; what are you called here?",
    ),
    "screens.start.question1": (
        "どの役割の育成を受けますか。\nあとから増やすことも、変えることもできます。",
        "Which role are you trained for?\nYou can add or change roles later.",
    ),
    "screens.start.question2": (
        "どの STEP から始めますか。\nそれより前の STEP の実績も、いつでも記録できます。",
        "At which STEP do you start?\nEntries for earlier STEPs are welcome at any time.",
    ),
    "screens.start.no_content": ("まだ内容がありません", "no content yet"),
    "screens.start.step0": (
        "セキュリティ部門に配属されたばかりで、基礎教育から始める",
        "New in security: begin with basic education",
    ),
    "screens.start.step1": (
        "基礎教育を終え、役割の仕事を学ぶ",
        "Basic education is done: learn the work of the role",
    ),
    "screens.start.step2": (
        "仕事の流れは知っていて、指導を受けながら経験を積む",
        "The work is known: gain experience under guidance",
    ),
    "screens.start.step3": ("一部は一人ででき、一人前を目指す", "Parts are done alone: become fully independent"),
}
