"""The career path: where somebody stands, and what leads on."""

MESSAGES: dict[str, tuple[str, str]] = {
    "career.now": ("現在: {stage}", "Now: {stage}"),
    "career.next": ("次: {stage}", "Next: {stage}"),
    "career.all_behind": (
        "すべての段階を経ています。得意な分野を伸ばし、後進を育てる段階です。",
        "Every stage is behind: time to go on with what one is best at, and to bring up others.",
    ),
    "career.no_stages": (
        "この教材パックにはキャリアの段階がありません。",
        "This pack has no career stages.",
    ),
    "career.here": ("{stage}  (現在)", "{stage}  (here now)"),
    "career.jobs": ("これまでの仕事 (Space でいくつでも選べる)", "Past jobs (Space chooses; any number)"),
    "career.jobs.typed": ("これまでの仕事 (--job でいくつでも選べる)", "Past jobs (--job chooses; any number)"),
    "career.jobs.only": ("これまでの仕事", "Past jobs"),
    "career.trace.signed": ("承認済み", "signed"),
    "career.trace.on": ("取り組み中", "under way"),
    "career.trace.open": ("未着手", "not begun"),
    "career.no_step": ("つながる STEP はありません", "no STEP leads here"),
    "career.empty.first": (
        "これまでの仕事を選ぶと、取り組みやすい役割を表示します。",
        "Choose past jobs to see which duties fit them.",
    ),
    "career.empty.functions": ("この教材パックにはこの機能がありません。", "This pack has no such function."),
    "career.empty.speciality": (
        "役割に取り組み、実績が増えると、実績の最も多い役割の先を表示します。",
        "Once a role is followed and entries come in, this shows where the role leads that is worked at most.",
    ),
    "career.no_job": (
        "「{value}」では決まりません。次のどれかを書いてください: {known}。",
        "“{value}” is no past job of the pack, or could be several; write one of {known}.",
    ),
    "career.help": (
        "IT 型のキャリアでの位置を、本人の記録から見る",
        "The IT-shaped career of a person, from their record",
    ),
    "career.more": (
        (
            "例: ikusei career --job ネットワーク運用\n"
            "選んだ仕事はこの台帳に残ります。--job - で選び直せます。責任者は -t で台帳の誰でも見られます。"
        ),
        (
            "Example: ikusei career --job network\n"
            "Chosen jobs are kept in this journal; --job - forgets them. With -t a lead sees anybody of the journal."
        ),
    ),
    "career.option.trainee": ("誰のものか (id か名前、その先頭でもよい)", "Whose (id or name, or the beginning)"),
    "career.option.job": (
        "これまでの仕事 (いくつでも選べ、- で未選択に戻る)",
        "A past job (any number; - forgets them)",
    ),
    "career.not_kept": (
        "この台帳には書き込めないので、選んだ仕事は残りません。",
        "This journal can't be written, so the jobs aren't kept.",
    ),
}
