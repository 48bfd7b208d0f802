"""What the team screen and ``ikusei team`` say."""

MESSAGES: dict[str, tuple[str, str]] = {
    "team.looking": ("見るだけ", "looking only"),
    "team.view.people": ("人", "People"),
    "team.view.stuck": ("停滞", "Stuck"),
    "team.view.mentors": ("指導者", "Mentors"),
    "team.view.movement": ("推移", "Movement"),
    "team.view.coverage": ("カバー", "Coverage"),
    "team.view.closing": ("次の承認", "Next sign-off"),
    "team.count": ("{count} 人", "people: {count}"),
    "team.shown": ("{shown}/{count} 人", "people: {shown} of {count}"),
    "team.order.name": ("名前順", "by name"),
    "team.order.furthest": ("進んだ順", "furthest first"),
    "team.order.stuck": ("停滞の長い順", "longest stuck first"),
    "team.order.role": ("{role} で進んだ順", "furthest in {role} first"),
    "team.order.printed": ("教科書の順", "as printed"),
    "team.order.fewest": ("人の少ない順", "fewest first"),
    "team.urgent": ("要対応だけ", "urgent only"),
    "team.filling": (
        "集計中: 残り {left} 人 (キーはそのまま使えます)",
        "Adding up: {left} {left:person|people} left. The keys work meanwhile",
    ),
    "team.ask": ("名前・役割で絞る:", "Name or duty to look for:"),
    "team.head.name": ("名前", "Name"),
    "team.head.quiet": ("日前", "days"),
    "team.legend": (
        "{marks}  日前: 最後の実績、{warn} 停滞",
        "{marks}  days idle, {warn} stuck",
    ),
    "team.mark.cell": (
        "承認された最も上の STEP、次の STEP で確認された数とその記号",
        "the highest STEP signed; confirmed of the next; its mark",
    ),
    "team.mark.none": ("取り組んでいない役割", "not their role"),
    "team.mark.shade": ("承認された STEP の数 (薄い: 0、濃い: 3)", "how many STEPs are signed, from none to three"),
    "team.mark.stuck": ("停滞している (数字は最後の実績からの日数)", "stuck; the number: days since the last entry"),
    "team.empty": (
        "この台帳にはまだ誰もいません。ikusei import で一人ずつの記録を取り込むと、ここに並びます。",
        "Nobody is in this journal yet. Take in everybody's records with ikusei import, and they stand here.",
    ),
    "team.none_fits": (
        "絞り込みに合う人がいません。f で文字を消せます。",
        "Nobody fits the filter. Press f to clear the text.",
    ),
    "team.signed_on": ("STEP {number} 承認 {day}", "STEP {number} signed {day}"),
    "team.now": ("STEP {number}: 確認 {confirmed}/{criteria}", "STEP {number}: {confirmed} of {criteria} confirmed"),
    "team.now.waiting": ("待ち {count}", "waiting {count}"),
    "team.now.returned": ("差し戻し {count}", "returned {count}"),
    "team.way.waiting": ("確認待ち {count} 件 ({days} 日前から)", "waiting for a mentor: {count} ({days} d)"),
    "team.way.returned": ("差し戻し {count} 件 ({days} 日前から)", "returned: {count} ({days} d ago)"),
    "team.all_signed": ("すべて承認済み", "everything signed"),
    "team.ready": ("すべて確認済み、承認がまだ", "all confirmed, not yet signed"),
    "team.not_followed": ("この役割に取り組んでいません", "not followed"),
    "team.unknown": ("集計中", "being added up"),
    "team.fine": ("停滞なし", "not stuck"),
    "team.last_entry": ("最後の実績 {day} ({days} 日前)", "last entry {day} ({days} d ago)"),
    "team.no_entry": ("実績なし", "no entry"),
    "team.why.quiet": ("実績なし ({days} 日)", "{days} d without an entry"),
    "team.why.returned": (
        "差し戻しのまま ({days} 日、{count} 件)",
        "returned {days} d ago ({count})",
    ),
    "team.why.elsewhere": ("{role}: {why}", "{role}: {why}"),
    "team.why.waiting": ("確認待ち ({days} 日、{count} 件)", "waits {days} d for a mentor ({count})"),
    "team.stuck.lead": (
        "停滞とみなす条件: 実績なし {quiet} 日、差し戻しのまま、確認待ち {waiting} 日 ({origin})",
        (
            "No entry for {quiet} {quiet:day|days}, a return not answered, "
            "waiting for {waiting} {waiting:day|days} ({origin})"
        ),
    ),
    "team.origin.ours": ("初期値", "ours"),
    "team.origin.policy": ("組織が決める値", "the organisation's"),
    "team.origin.asked": ("指定の日数", "as asked for"),
    "team.stuck.none": ("停滞している人はいません。", "Nobody is stuck."),
    "team.mentors.none": (
        "待っている申請も、判定した指導者もありません。",
        "No claim waits, and no mentor has decided anything.",
    ),
    "team.mentors.lead": (
        "確認・差し戻し・承認は {first} から {last} までの件数 (日数は申請から判定までの平均)",
        "Confirmed, returned, signed: {first} to {last}. Days: mean to the decision",
    ),
    "team.mentors.nobody": ("確認を頼める指導者がいません", "nobody is asked"),
    "team.mentors.line": (
        "育成対象者 {trainees}  待ち {waiting}  確認 {confirmed}  差し戻し {returned}  承認 {signed}  {days}",
        "trainees {trainees}  waiting {waiting}  confirmed {confirmed}  returned {returned}  signed {signed}  {days}",
    ),
    "team.mentors.days": ("平均 {days} 日", "{days} d"),
    "team.mentors.no_days": ("判定なし", "none decided"),
    "team.mentors.waits": ("{count} 件  {day} から ({days} 日)", "{count} since {day} ({days} d)"),
    "team.movement.entries": ("実績", "entries"),
    "team.movement.confirmed": ("確認", "confirmed"),
    "team.movement.returned": ("差し戻し", "returned"),
    "team.movement.signed": ("承認", "signed"),
    "team.coverage.lead": (
        "誰もいない {none}  1 人だけ {one}  2 人以上 {more}   右: STEP 1, 2, 3 の人数",
        "Nobody {none}  one person {one}  two or more {more}   right: people at STEP 1, 2, 3",
    ),
    "team.coverage.nobody": ("誰もいない", "nobody"),
    "team.coverage.only": ("{name} だけ", "only {name}"),
    "team.coverage.unmapped": ("つながる育成がない", "no training leads here"),
    "team.coverage.none": ("絞り込みに合う役割がありません。", "No duty fits the filter."),
    "team.closing.lead": (
        "次の STEP が承認されると、初めて受け持てる、または 2 人目になる教科書の役割",
        "Duties to which the next sign-off gives their first person, or their second",
    ),
    "team.closing.left": ("あと {left} 件", "{left} to go"),
    "team.closing.first": ("初めて {count}: {duties}", "first {count}: {duties}"),
    "team.closing.second": ("2 人目 {count}: {duties}", "second {count}: {duties}"),
    "team.closing.none": (
        "次の承認で受け持てるようになる役割はありません。",
        "No sign-off that comes next would close anything.",
    ),
    "team.no_person": ("{name} はこの台帳の育成対象者ではありません", "{name} is no trainee in this journal"),
    "team.help": (
        "チームを見る（責任者）: 誰がどこにいて、誰が停滞し、何を受け持てるか",
        "Look at the team (lead)",
    ),
    "team.help.more": (
        """\
端末では画面が開きます。--list、--json、--csv、--tsv か絞り込みを付けるか、端末でなければ一覧を書きます。
数えるのは、この台帳にある記録だけです。全員の記録は ikusei import で取り込みます。
例: ikusei team --role soc --sort furthest    ikusei team --stuck 30 --csv""",
        """\
On a terminal the screen opens; with --list, --json, --csv, --tsv or a filter, and elsewhere, the list is written.
Only what is in this journal counts: take in everybody's records with ikusei import.
For example: ikusei team --role soc --sort furthest    ikusei team --stuck 30 --csv""",
    ),
    "team.option.list": ("画面を開かず、一覧を書く", "Write the list and open no screen"),
    "team.option.role": ("この役割に関わる人だけ (soc)", "Only who has to do with this role (soc)"),
    "team.option.stuck": (
        "この日数、実績がないか指導者を待っている人と、差し戻しのままになっている人だけ",
        "Only who has had no entry, or waits for a mentor, for so many days, or hasn't answered a return",
    ),
    "team.option.sort": ("並べ方", "In what order"),
    "team.option.months": ("遡る月数", "How many months"),
    "team.option.idle": (
        "停滞とみなす、実績がない日数（省くと組織設定、なければ 30）",
        "Days without an entry (else the policy's, else 30)",
    ),
    "team.option.waiting": (
        "停滞とみなす、指導者を待つ日数（省くと組織設定、なければ 14）",
        "Days that a claim waits (else the policy's, else 14)",
    ),
    "team.stuck.help": ("停滞している人と理由を書く", "Write who is stuck, and why"),
    "team.mentors.help": ("指導者ごとの待ちと判定を書く", "Write what waits for each mentor, and what they decided"),
    "team.movement.help": ("月ごとの実績・確認・承認を書く", "Write entries, confirmations and sign-offs by month"),
    "team.coverage.help": ("教科書の 54 の役割を受け持てる人を書く", "Write who covers the duties of the textbook"),
    "team.closing.help": ("次の承認で受け持てるようになる役割を書く", "Write what each next sign-off would close"),
    "team.nobody": ("この台帳にはまだ誰もいません。", "Nobody is in this journal yet."),
    "team.unknown_role": (
        "{role} という役割はありません。使えるのは {roles} です。",
        "There is no role {role}; there are {roles}.",
    ),
}
