"""What ``ikusei verify`` says."""

MESSAGES: dict[str, tuple[str, str]] = {
    "verify.help": (
        "署名、権限、台帳のつながりをすべて確かめる",
        "Check every signature, who was allowed to sign, and the chains",
    ),
    "verify.more": (
        (
            "終了コード: 0 何も見つからない、1 見ておくべきものがある、2 無効 (INVALID) か改ざんです。\n"
            "ikusei なしで確かめる手順は docs/security.ja.md にあります。"
        ),
        (
            "Exit code: 0 nothing found, 1 something to look at, 2 something INVALID or tampered with.\n"
            "docs/security.md has the same check by hand, without ikusei."
        ),
    ),
    "verify.option.evidence": (
        "証跡のファイルもハッシュを計算し直し、記録したときと同じかどうかを確かめる",
        "Hash the files of evidence again, too, and say whether they are what they were",
    ),
    "verify.option.evidence_folder": (
        "証跡を探すフォルダー (繰り返せます。--evidence を兼ねます。ほかの人の実績の証跡は、ここだけで探します)",
        "A folder with files of evidence (repeatable; implies --evidence): others' are looked for nowhere else",
    ),
    "verify.evidence_changed": (
        "証跡 {ref} は、記録したときから変わっています。本人に確かめてください。",
        "the evidence {ref} has changed since it was recorded; ask who recorded it.",
    ),
    "verify.evidence_missing": (
        "証跡 {ref} が見つかりません。置き場所を --evidence-folder で指定してください。",
        "the evidence {ref} isn't there; name the folder where it lies with --evidence-folder.",
    ),
    "verify.evidence_unchecked": (
        "証跡 {ref} は、読めないか、大きすぎるか、時間が足りないため、確かめていません。",
        "the evidence {ref} wasn't checked: it can't be read, is too large, or there was no time.",
    ),
    "verify.evidence_elsewhere": (
        "ほかの人の証跡 {count} 件は探していません。置き場所を --evidence-folder で指定してください。",
        "evidence of others that wasn't looked for: {count}; name the folder where it lies with --evidence-folder.",
    ),
    "verify.evidence_counts": (
        "証跡のファイル: 同じ {same}、変更 {changed}、なし {missing}、未確認 {unchecked}",
        "Files of evidence: the same {same}, changed {changed}, missing {missing}, not checked {unchecked}",
    ),
    "verify.unreadable": (
        "中身を読めないため、何も数えません。`ikusei doctor` で台帳を調べてください。",
        "its content can't be read, so it counts for nothing; look at the journal with `ikusei doctor`.",
    ),
    "verify.own": (
        "自分自身への判定か承認のため、数えません。誰が書いたのかを確かめてください。",
        "decided or signed for themself: counts for nothing; find out who wrote it.",
    ),
    "verify.counts_not": ("数えません。{why}", "counts for nothing: {why}"),
    "verify.unsigned": (
        "署名がありません。必要なら本人にもう一度判定してもらってください。",
        "unsigned; have its author decide again if that isn't enough.",
    ),
    "verify.unchecked": ("{why}", "{why}"),
    "verify.target_gone": (
        "基になる記録 {target} がこの台帳にありません。足りない分のバンドルを取り込んでください。",
        "the record {target} that it is about isn't here; take in the bundle that has it.",
    ),
    "verify.target_other": (
        "基になる記録 {target} は別の人か別の種類のものです。書き換えられていないか確かめてください。",
        "the record {target} that it is about is another person's or another kind; look who wrote it.",
    ),
    "verify.target_returned": (
        "基になる判定 {target} は確認ではなく差し戻しです。",
        "the decision {target} that it rests on returned the claim.",
    ),
    "verify.not_covered": (
        "STEP の承認ですが、次の達成目安の確認も免除も挙げていません: {names}。承認した人に確かめてください。",
        "signs the STEP, but names no confirmation or waiver of {names}; ask who signed it.",
    ),
    "verify.rewritten": (
        "{writer} の {n} 番の記録は、判定した人が見たものと違います。台帳が書き換えられています。",
        "event {n} of the writer {writer} isn't the one that the author had seen: the chain was rewritten.",
    ),
    "verify.cut_off": (
        (
            "この台帳の書き手 {writer} の {n} 番の記録を {author} は見ていますが、ここにありません。"
            "台帳が切り詰められたか、古いバックアップに戻されています。"
            "戻したのなら `ikusei restore --take-back FILE` で新しい記録を取り戻してください。"
        ),
        (
            "{author} had seen event {n} of the writer {writer}, which writes this journal, and it is missing: the "
            "chain was cut, or the file was set back. If you set it back, `ikusei restore --take-back FILE` brings "
            "back what was newer."
        ),
    ),
    "verify.not_here": (
        (
            "{author} が見た {writer} の {n} 番までの記録はまだここにありません。"
            "`ikusei pull {id}` で取り込むか、{author} に `ikusei export -t {id}` を頼んでください。"
        ),
        (
            "{author} had seen the writer {writer} up to number {n}, which isn't here yet: take it in with "
            "`ikusei pull {id}`, or ask {author} for `ikusei export -t {id}`."
        ),
    ),
    "verify.cut_off_theirs": (
        (
            "この台帳の書き手 {writer} の {n} 番の記録を {author} は見ていますが、ここにありません。"
            "台帳が書き換えられたか、切り詰められたか、古いバックアップに戻されています。持ち主に確かめてください。"
        ),
        (
            "{author} had seen event {n} of the writer {writer}, which writes this journal, and it is missing: the "
            "chain was altered or cut, or the file was set back; ask its owner."
        ),
    ),
    "verify.gap_altered": (
        (
            "{author} が {trainee} について書いた記録のうち、{last} 番より前のものが、"
            "改変されていない記録の中にありません (書き手 {writer}、{missing} か所)。"
            "{author} に `ikusei export -t {id}` を頼み、比べてください。"
        ),
        (
            "Of what {author} wrote about {trainee}, records before number {last} aren't among those that are as they "
            "were written (writer {writer}, places: {missing}); ask {author} for `ikusei export -t {id}` and compare."
        ),
    ),
    "verify.not_here_altered": (
        (
            "{author} が見た {writer} の {n} 番の記録が、改変されていない記録の中にありません。"
            "{author} に `ikusei export -t {id}` を頼み、比べてください。"
        ),
        (
            "{author} had seen event {n} of the writer {writer}, which isn't among the records that are as they were "
            "written; ask {author} for `ikusei export -t {id}` and compare."
        ),
    ),
    "verify.target_altered": (
        "基になる記録 {target} が、改変されていない記録の中にありません。持ち主に元の台帳を求めてください。",
        (
            "the record {target} that it is about isn't among those that are as they were written; ask the owner for "
            "the journal as it was."
        ),
    ),
    "verify.signature_other": (
        "{target} の署名として書かれていますが、その記録の本人が書いたものではありません。",
        "it stands as a signature of {target}, but that record's author didn't write it.",
    ),
    "verify.counts": (
        "判定と承認: 署名 {signed}、署名なし {unsigned}、無効 (INVALID) {invalid}、未確認 {unchecked}{required}",
        "Decisions: {signed} signed, {unsigned} unsigned, {invalid} INVALID, {unchecked} unchecked{required}",
    ),
    "verify.required": ("（署名のないものは数えない設定）", " (only what is signed counts)"),
    "verify.fine": ("問題は見つかりませんでした。", "Nothing was found."),
}
