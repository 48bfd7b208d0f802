"""What the workbook refuses, and why."""

MESSAGES: dict[str, tuple[str, str]] = {
    "workbook.no_criterion": (
        "「{id}」はこの教材パックの達成目安ではありません。達成目安の id は `ikusei status` で確かめてください。",
        "“{id}” is no criterion of this pack; `ikusei status` lists the ids of criteria.",
    ),
    "workbook.ambiguous": (
        "「{id}」で始まるものが複数あります: {found}。もう少し先まで書いてください。",
        "More than one id begins with “{id}”: {found}; write some more of it.",
    ),
    "workbook.no_role": (
        "役割「{id}」はこの教材パックにありません。`ikusei status` で役割の id を確かめてください。",
        "There is no role “{id}” in this pack; `ikusei status` lists the ids of the roles.",
    ),
    "workbook.last_role": (
        "取り組んでいる役割が 1 つだけなので外せません。先に別の役割を加えてください。",
        "This is the only role you follow; follow another one before leaving it.",
    ),
    "workbook.not_followed": ("{name} には取り組んでいません。", "{name} isn't a role that is followed."),
    "workbook.left_role": (
        "{name} を取り組む役割から外しました。実績は残っています。",
        "{name} is no longer followed; its entries stay.",
    ),
    "workbook.followed_role": ("{name} を取り組む役割に加えました。", "{name} is followed from now on."),
    "workbook.nothing_named": (
        "「{id}」という id はこの教材パックにありません。`ikusei search` で探してください。",
        "Nothing in this pack has the id “{id}”; look for it with `ikusei search`.",
    ),
    "workbook.not_own_file": (
        (
            "台帳 {path} は自分の台帳ではないので、見ることだけができます。"
            "指導者として伝えることは `ikusei review --state {path}` で自分の台帳に記録されます。"
            "これも自分の台帳なら、IKUSEI_STATE に {path} を指定して開いてください。"
        ),
        (
            "The journal {path} isn't your own and can only be looked at. "
            "What you say as a mentor, `ikusei review --state {path}` keeps in your own journal. "
            "If it is yours, too, open it by setting IKUSEI_STATE to {path}."
        ),
    ),
    "workbook.others_file": (
        (
            "台帳 {path} は他の人のものなので、見ることだけができます。"
            "指導者として伝えることは `ikusei review --state {path}` で自分の台帳に記録されます。"
        ),
        (
            "The journal {path} is somebody else's and can only be looked at. "
            "What you say as a mentor, `ikusei review --state {path}` keeps in your own journal."
        ),
    ),
    "workbook.no_name": (
        "名前が空です。1 文字以上で入力してください。",
        "The name is empty; type at least one character.",
    ),
    "workbook.no_person_id": (
        "「{text}」は人の id ではありません。`ikusei me` が示す p- で始まる id を、そのまま入力してください。",
        "“{text}” is no id of a person; type the one that `ikusei me` shows, which begins with p-.",
    ),
    "workbook.other_person": (
        ("この台帳は {id} のものなので、{other} としては続けられません。--state で別のファイルを指定してください。"),
        "This journal is that of {id}, so you can't go on as {other} in it; name another file with --state.",
    ),
    "workbook.not_ones_own": (
        (
            "続ける人をこのファイルから決められません (記録されている人: {people})。"
            "自分の記録だけを `ikusei export -t 自分の名前` で書き出して指定してください。"
        ),
        (
            "This file doesn't say as whom you continue (people in it: {people}); "
            "write one with your own records only: `ikusei export -t YOUR-NAME`."
        ),
    ),
    "workbook.claimed_already": (
        "{name} はすでに申請中です。取り下げるまで、もう一度は申請できません。",
        "{name} is claimed already; withdraw the claim before claiming it again.",
    ),
    "workbook.confirmed_already": (
        "{name} はすでに確認済みなので、申請はいりません。",
        "{name} is confirmed already; it needn't be claimed.",
    ),
    "workbook.lacks.number": (
        (
            "{name} はまだ申請できません。組織が決める値が未設定です ({keys})。"
            "責任者が policy.toml で決めます (`ikusei policy init` がひな形を書きます)。"
        ),
        (
            "{name} can't be claimed yet: the organisation hasn't set {keys}. "
            "Ask the lead, who sets it in policy.toml (`ikusei policy init` writes one to fill in)."
        ),
    ),
    "workbook.lacks.times": (
        "{name} はまだ申請できません。必要な {needed} 回のうち {done} 回です。残りを実績として記録してください。",
        "{name} can't be claimed yet: it takes {needed} {needed:time|times}, and {done} count. Log what is missing.",
    ),
    "workbook.lacks.months": (
        "{name} はまだ申請できません。必要な {needed} か月のうち {done} か月です。足りない月の実績を記録してください。",
        "{name} can't be claimed yet: it takes {needed} {needed:month|months}, and {done} count. Log what is missing.",
    ),
    "workbook.lacks.cases": (
        "{name} はまだ申請できません。必要な {needed} 件のうち {done} 件です。残りを実績として記録してください。",
        "{name} can't be claimed yet: it takes {needed} {needed:case|cases}, and {done} count. Log what is missing.",
    ),
    "workbook.lacks.reviews": (
        "{name} はまだ申請できません。指摘のないレビューが続けて {needed} 回必要で、今は {done} 回です。",
        "{name} can't be claimed yet: it takes {needed} clean {needed:review|reviews} in a row, and there are {done}.",
    ),
    "workbook.lacks.percent": (
        "{name} はまだ申請できません。必要なのは {needed} % 以上で、実績は {done} % です。",
        "{name} can't be claimed yet: it takes at least {needed} %, and the entries show {done} %.",
    ),
    "workbook.lacks.errors": (
        "{name} はまだ申請できません。誤りは {needed} % 未満でなければならず、実績は {done} % です。",
        "{name} can't be claimed yet: fewer than {needed} % may be wrong, and the entries show {done} %.",
    ),
    "workbook.lacks.hole": (
        "{name} はまだ申請できません。実績のあきは {needed} 日までで、いちばん長いところが {done} 日あります。",
        (
            "{name} can't be claimed yet: no more than {needed} {needed:day|days} may lie between entries, "
            "and the longest gap is {done}."
        ),
    ),
    "workbook.lacks.items": (
        "{name} はまだ申請できません。読んだら印を付けるものが残っています: {titles}",
        "{name} can't be claimed yet; still to be read and ticked: {titles}",
    ),
    "workbook.points_open": (
        "{name} はまだ申請できません。確認項目が {left} 項目残っています。示せるものに印を付けてください。",
        "{name} can't be claimed yet: points left to tick: {left}. Tick those that you can show.",
    ),
    "workbook.return_needs_reason": (
        "{name} を差し戻すには理由が必要です。何が足りないのかを書いてください。",
        "Returning {name} takes a reason; write what is missing.",
    ),
    "workbook.waits_no_more": (
        "{name} の申請は、すでに判定待ちではありません。取り下げられたか、ほかの人が判定しました。",
        "The claim on {name} waits no more: it was withdrawn, or somebody else has decided.",
    ),
    "workbook.moved_meanwhile": (
        "{name} は、表示した後に内容が変わりました。変わったところを確かめてから、もう一度判定してください。",
        "{name} has changed since it was shown; look at what has changed, then decide again.",
    ),
    "workbook.their_number": ("{number} {theirs} (こちらは {ours})", "{number} {theirs} (here: {ours})"),
    "workbook.their_policy": (
        "本人の policy.toml で異なる値 (使いません): {numbers}",
        "Other values in the trainee's own policy.toml (not used): {numbers}",
    ),
    "workbook.their_policy_more": (
        "本人の policy.toml で異なる値 (使いません): {numbers}、ほか {more} 件",
        "Other values in the trainee's own policy.toml (not used): {numbers}, and {more} more",
    ),
    "workbook.return_signed": (
        "STEP {step} は承認されています。先に `ikusei reopen {step}` で開き直してください。",
        "STEP {step} is signed; open it again first with `ikusei reopen {step}`.",
    ),
    "workbook.entries_not_here": (
        (
            "{name} の申請は、この台帳にない実績に基づいています ({count} 件)。"
            "見ていないものは確認できません。本人の記録をすべて取り込むか、理由を付けて差し戻してください。"
        ),
        (
            "The claim on {name} rests on entries that aren't in this journal ({count}). "
            "What nobody has seen can't be confirmed: take in all of the trainee's records, or return it with a reason."
        ),
    ),
    "workbook.bulk_without_evidence": (
        "{name} の申請には実績がありません。まとめて確認することはできないので、一つずつ見てください。",
        "The claim on {name} rests on no entry; it can't be confirmed in bulk. Look at it by itself.",
    ),
    "workbook.bulk_moved": (
        "{name} は、申請した後に内容が変わりました。まとめて確認することはできないので、一つずつ見てください。",
        "{name} has changed since it was claimed; it can't be confirmed in bulk. Look at it by itself.",
    ),
    "workbook.evidence_not_there": (
        "証跡 {ref} というファイルはないので、ダイジェストなしで名前だけを記録しました。",
        "There is no file {ref}: only the name of that evidence was recorded, without a digest.",
    ),
    "workbook.evidence_no_file": (
        "証跡 {ref} は普通のファイルではないので、ダイジェストなしで名前だけを記録しました。",
        "{ref} is no plain file: only the name of that evidence was recorded, without a digest.",
    ),
    "workbook.evidence_unread": (
        "証跡 {ref} を読めないので ({why})、ダイジェストなしで名前だけを記録しました。",
        "{ref} can't be read ({why}): only the name of that evidence was recorded, without a digest.",
    ),
    "workbook.no_evidence_folder": (
        "証跡のフォルダー {path} がないか、開けません。フォルダーの名前を確かめてください。",
        "There is no folder {path} for evidence, or it can't be reached; check its name.",
    ),
    "workbook.empty_comment": ("コメントが空です。", "The comment is empty."),
    "workbook.declaration": (
        "{name} が {role} の STEP {number} の達成目安 {count} 件をすべて満たしたことを、証跡を見て確かめました。",
        (
            "I have seen the evidence that {name} meets "
            "{count:the one criterion|all {count} criteria} of STEP {number}, {role}."
        ),
    ),
    "workbook.step_not_confirmed": (
        "{step} はまだ承認できません。{name} が確認されていません。",
        "{step} can't be signed yet: {name} isn't confirmed.",
    ),
    "workbook.step_signed_already": ("{step} はすでに承認されています。", "{step} is signed already."),
    "workbook.step_out_of_order": (
        "{step} より前の STEP {earlier} が承認されていません。先に承認するなら理由を書いてください。",
        "STEP {earlier} before {step} isn't signed; give a reason to sign this one first.",
    ),
    "workbook.step_not_signed": ("{step} は承認されていません。", "{step} isn't signed."),
    "workbook.reopening_needs_reason": (
        "{step} を開き直すには理由が必要です。",
        "Opening {step} again takes a reason.",
    ),
    "workbook.signature_required": (
        (
            "署名のない判定は数えない設定ですが、署名に使える鍵がありません。"
            "`ikusei me --key 鍵のファイル` で選ぶか、鍵をエージェントに入れてください。"
        ),
        (
            "Only what is signed counts here, and there is no key that you may sign with; "
            "choose one with `ikusei me --key FILE`, or add it to your agent."
        ),
    ),
    "workbook.same_evaluator": (
        "達成目安を確認したのがあなた自身なので、この STEP は別の評価者が承認します。",
        "You confirmed its criteria, so another evaluator has to sign the STEP.",
    ),
    "workbook.no_waivers": (
        "この組織では免除を認めていません。認めるなら policy.toml の [policy] に waivers = true と書いてください。",
        "Waivers aren't allowed here; to allow them write waivers = true under [policy] in policy.toml.",
    ),
    "workbook.waiver_needs_reason": (
        "{name} を免除するには理由が必要です。",
        "Waiving {name} takes a reason.",
    ),
    "workbook.waived_already": ("{name} はすでに免除されています。", "{name} is waived already."),
    "workbook.not_waived": ("{name} は免除されていません。", "{name} isn't waived."),
    "workbook.not_claimed": ("{name} は申請されていません。", "{name} isn't claimed."),
    "workbook.nothing_to_undo": ("取り消せるものはありません。", "There is nothing to undo."),
    "workbook.nothing_to_redo": (
        "やり直せるものはありません。取り消した後に何かを書くと、その取消はやり直せません。",
        "There is nothing to redo; once something else is written, what was undone before stays undone.",
    ),
    "workbook.last_stays.enrol": (
        (
            "取り消せるものはありません。最後にしたのは役割登録 ({id}) です。"
            "変えるには ikusei follow を使ってください。それより前のものは ikusei undo ID で取り消せます。"
        ),
        (
            "There is nothing to undo: last you changed which roles you follow ({id}); do so with `ikusei follow`. "
            "`ikusei undo ID` undoes what came before it."
        ),
    ),
    "workbook.last_stays.person": (
        (
            "取り消せるものはありません。最後にしたのは名前の記録 ({id}) です。"
            "変えるには ikusei me を使ってください。それより前のものは ikusei undo ID で取り消せます。"
        ),
        (
            "There is nothing to undo: last you said what you are called ({id}); `ikusei me` says it anew. "
            "`ikusei undo ID` undoes what came before it."
        ),
    ),
    "workbook.last_stays.mentor": (
        (
            "取り消せるものはありません。最後に書いたのは指導者としての記録 ({id}) です。"
            "変えるには差し戻しや再開などを使ってください。それより前のものは ikusei undo ID で取り消せます。"
        ),
        (
            "There is nothing to undo: last you spoke as a mentor ({id}); return, reopen or say it anew. "
            "`ikusei undo ID` undoes what came before it."
        ),
    ),
    "workbook.entry_for_nothing": (
        "どの達成目安の実績かが決まっていません。達成目安を 1 つ以上選んでください。",
        "The entry counts for nothing; name at least one criterion.",
    ),
    "workbook.day_in_future": (
        "{day} は未来の日付です。今日までの日付にしてください。",
        "{day} lies in the future; give today or an earlier day.",
    ),
    "workbook.bad_day": (
        "「{text}」は日付として読めません。2026-11-20、11-20、20、-1 (昨日) のように書いてください。",
        "“{text}” is no day; write it like 2026-11-20, 11-20, 20 or -1 (yesterday).",
    ),
    "workbook.bad_quantity": (
        "「{text}」は回数として読めません。1 から {largest} までの整数を書いてください。",
        "“{text}” is no quantity; write a whole number from 1 to {largest}.",
    ),
    "workbook.bad_ratio": (
        "「{text}」は「n 件中 k 件」として読めません。23/24 のように、k が n を超えないように書いてください。",
        "“{text}” isn't “k of n”; write it like 23/24, k not above n.",
    ),
    "workbook.bad_findings": (
        "「{text}」は指摘の数として読めません。0 以上の整数を書いてください。",
        "“{text}” is no number of findings; write a whole number from 0.",
    ),
    "workbook.uncounted.level": (
        "「{level}」では数えません。必要なのは{asked}です。",
        "Done as “{level}”, it doesn't count; asked for: {asked}.",
    ),
    "workbook.uncounted.ratio": (
        "「n 件中 k 件」がないので数えません。",
        "It has no “k of n”, so it doesn't count.",
    ),
    "workbook.uncounted.errors": (
        "誤りの数（n 件中 k 件の誤り）がないので数えません。",
        "It doesn't say how many of n were wrong, so it doesn't count.",
    ),
    "workbook.forecast.errors": (
        "{name}: {total} 件のうち {hits} 件を誤りとして数えます。",
        "{name}: {hits} of {total} {hits:counts|count} as wrong.",
    ),
    "workbook.uncounted.findings": (
        "指摘の数がないので数えません。0 件なら 0 と書いてください。",
        "It has no number of findings, so it doesn't count; write 0 where there was none.",
    ),
    "workbook.uncounted.case": (
        "訓練ケースを選んでいないので数えません。",
        "It names no training case, so it doesn't count.",
    ),
    "workbook.uncounted.points": (
        "実績の数ではなく確認項目で判断します。この実績は裏付けとして残ります。",
        "Points decide, not the number of entries; this one stands behind them as evidence.",
    ),
    "workbook.uncounted.reading": (
        "読み終えた資料の印で判断するので、実績は数えません。",
        "The ticks of the reading list decide; entries don't count.",
    ),
    "workbook.forecast.all": ("達成目安 {count} 件に数えます。", "Counts for everything named: {count}."),
    "workbook.forecast.some": (
        "達成目安 {total} 件のうち {count} 件に数えます。",
        "Counts for {count} of {total}.",
    ),
    "workbook.forecast.none": ("どの達成目安にも数えません。", "Counts for no criterion."),
    "workbook.forecast.evidence": (
        "裏付けとして残りますが、数には入りません。",
        "Stands as evidence; it adds to no number.",
    ),
    "workbook.forecast.not": ("{name}: {why}", "{name}: {why}"),
    "workbook.bad_supervision": (
        "「{text}」は実施形態として読めません。次のどれかを書いてください: {levels}。",
        "“{text}” is no level of supervision; write one of {levels}.",
    ),
}
