"""What is found of signatures and keys, what is refused, and how to mend it."""

MESSAGES: dict[str, tuple[str, str]] = {
    # -- a signature as text
    "signing.no_armour": (
        (
            "SSH 署名ではありません。"
            "「-----BEGIN SSH SIGNATURE-----」の行から「-----END SSH SIGNATURE-----」の行までをそのまま渡してください。"
        ),
        (
            "This is no SSH signature; hand over everything from the line -----BEGIN SSH SIGNATURE----- "
            "to the line -----END SSH SIGNATURE-----, as it is."
        ),
    ),
    "signing.damaged": (
        "署名の中身が欠けているか変わっています。署名者からもう一度受け取ってください。",
        "The signature is cut off or altered; get it from the signer again.",
    ),
    "signing.version": (
        "署名の形式 (バージョン {version}) を扱えません。扱えるのはバージョン 1 です。ikusei を更新してください。",
        "The signature has format version {version}, and only version 1 is known; update ikusei.",
    ),
    "signing.hash": (
        "署名のハッシュ「{name}」は認められていません。sha256 か sha512 で署名し直してもらってください。",
        "The signature uses the hash {name}, which isn't accepted; have it signed again with sha256 or sha512.",
    ),
    "signing.algorithm": (
        (
            "署名方式「{name}」は {key_type} の鍵には認められていません。"
            "OpenSSH 8.2 以降の `ssh-keygen` で署名し直してもらってください。"
        ),
        (
            "The signature algorithm {name} isn't accepted for a key of type {key_type}; "
            "have it signed again with `ssh-keygen` of OpenSSH 8.2 or newer."
        ),
    ),
    # -- verdicts
    "signing.good": (
        "{principal} の鍵 {fingerprint} による正しい署名です。",
        "The signature is good: {principal} signed with the key {fingerprint}.",
    ),
    "signing.changed": (
        (
            "鍵 {fingerprint} の署名が本文と合いません。"
            "署名の後に本文か署名が変わっています。署名者に署名し直してもらってください。"
        ),
        (
            "The signature of the key {fingerprint} doesn't fit the text: one of them was altered after the signing; "
            "have it signed again."
        ),
    ),
    "signing.other_namespace": (
        "署名は「{found}」用で、「{namespace}」用ではありません。この用途で署名し直してもらってください。",
        "The signature was made for {found}, not for {namespace}; have it signed again for this purpose.",
    ),
    "signing.unsound": (
        (
            "鍵 {fingerprint} かその署名が Ed25519 の規定どおりの形式でないため、認めません。"
            "`ssh-keygen` で署名し直してもらってください。"
        ),
        (
            "The key {fingerprint} or its signature hasn't the form that Ed25519 demands, so it doesn't count; "
            "have it signed again with `ssh-keygen`."
        ),
    ),
    "signing.revoked": (
        "鍵 {fingerprint} は失効しています。署名者の新しい鍵で署名し直してもらってください。",
        "The key {fingerprint} is revoked; have it signed again with the signer's new key.",
    ),
    "signing.krl": (
        (
            "失効リスト {file} により鍵 {fingerprint} の署名を認めません。"
            "鍵が失効しているか、リストが壊れています。`ssh-keygen -Q -f` で確かめてください。"
        ),
        (
            "By the revocation list {file} the signature of the key {fingerprint} doesn't count: "
            "the key is revoked or the list is damaged; look with `ssh-keygen -Q -f`."
        ),
    ),
    "signing.no_principal": (
        "誰の署名であるべきかが分からないため、確かめられません。署名者の ID を設定してください。",
        "Whose signature it should be isn't known, so it doesn't count; set the signer's identity.",
    ),
    "signing.no_time": (
        "署名の日時 {at} はあり得ないため、鍵の有効期間を確かめられません。署名した端末の時計を合わせてください。",
        (
            "The signature can't date from {at}, so the validity of its key can't be told; "
            "set the clock of the machine where it was signed."
        ),
    ),
    "signing.not_allowed": (
        ("鍵 {fingerprint} は署名者の一覧 {file} にありません。正しい鍵なら、一覧の管理者に追加してもらってください。"),
        "The key {fingerprint} isn't in the list of signers {file}; if it is the right one, ask its keeper to add it.",
    ),
    "signing.other_principal": (
        (
            "鍵 {fingerprint} は {principal} のものとして登録されていません "
            "({file} の {line} 行目では {allowed})。本人の鍵で署名し直してもらってください。"
        ),
        (
            "The key {fingerprint} isn't listed for {principal} but for {allowed} ({file}, line {line}); "
            "have it signed again with the right person's key."
        ),
    ),
    "signing.not_for_namespace": (
        (
            "鍵 {fingerprint} は「{namespace}」の署名には認められていません ({file} の {line} 行目)。"
            "一覧の管理者に `namespaces` を確かめてもらってください。"
        ),
        (
            "The key {fingerprint} may not sign for {namespace} ({file}, line {line}); "
            "ask the keeper of the list to look at `namespaces` there."
        ),
    ),
    "signing.not_yet_valid": (
        (
            "鍵 {fingerprint} は署名の日時 {at} にはまだ有効でありません "
            "(有効なのは {limit} から、{file} の {line} 行目)。時計と `valid-after` を確かめてください。"
        ),
        (
            "The key {fingerprint} wasn't valid yet at {at}, only from {limit} on ({file}, line {line}); "
            "check the clock and `valid-after`."
        ),
    ),
    "signing.expired": (
        (
            "鍵 {fingerprint} は署名の日時 {at} には期限切れです "
            "({limit} まで、{file} の {line} 行目)。新しい鍵で署名し直してもらってください。"
        ),
        (
            "The key {fingerprint} was no longer valid at {at}, only until {limit} ({file}, line {line}); "
            "have it signed again with the signer's new key."
        ),
    ),
    "signing.refused": (
        "`ssh-keygen` が鍵 {fingerprint} の署名を認めません ({why})。署名者に確かめてください。",
        "`ssh-keygen` doesn't accept the signature of the key {fingerprint} ({why}); ask the signer.",
    ),
    "signing.cannot_check": (
        (
            "鍵 {fingerprint} ({key_type}) の署名は、`ssh-keygen` のないこの端末では確かめられません。"
            "OpenSSH を入れるか、ほかの端末で確かめてください。"
        ),
        (
            "The signature of the key {fingerprint} ({key_type}) can't be checked on this machine, "
            "which has no `ssh-keygen`; install OpenSSH or check on another machine."
        ),
    ),
    "signing.cannot_check_krl": (
        (
            "失効リストが KRL 形式のため、鍵 {fingerprint} の署名は `ssh-keygen` のないこの端末では確かめられません。"
            "OpenSSH を入れるか、ほかの端末で確かめてください。"
        ),
        (
            "The revoked keys are a KRL, so the signature of the key {fingerprint} can't be checked on this machine, "
            "which has no `ssh-keygen`; install OpenSSH or check on another machine."
        ),
    ),
    "signing.keygen_too_old": (
        (
            "この端末の `ssh-keygen` は古く、{key_type} の鍵を扱えないため、鍵 {fingerprint} の署名を確かめられません。"
            "OpenSSH を更新するか、ほかの端末で確かめてください。"
        ),
        (
            "Your `ssh-keygen` is too old for keys of the type {key_type}, so the signature of the key {fingerprint} "
            "can't be checked on this machine; update OpenSSH or check on another machine."
        ),
    ),
    "signing.keygen_given_up": (
        (
            "この端末の `ssh-keygen` は {key_type} の鍵をもう扱わないため、鍵 {fingerprint} の署名を確かめられません。"
            "OpenSSH 9 以前の端末で確かめるか、ほかの種類の鍵で署名し直してもらってください。"
        ),
        (
            "Your `ssh-keygen` no longer knows keys of the type {key_type}, so the signature of the key {fingerprint} "
            "can't be checked on this machine; check where OpenSSH is older than 10.0, or have it signed again with "
            "a key of another type."
        ),
    ),
    "signing.certificate_too_new": (
        (
            "証明書の種類 {key_type} をこの版の ikusei が知らないため、署名を確かめられません。"
            "ikusei を更新するか、ほかの種類の鍵で署名し直してもらってください。"
        ),
        (
            "This ikusei doesn't know certificates of the type {key_type}, so the signature can't be checked; "
            "update ikusei, or have it signed again with a key of another type."
        ),
    ),
    "signing.krl_unreadable": (
        (
            "この端末の `ssh-keygen` が失効リスト {file} を読めないため、鍵 {fingerprint} の署名を確かめられません。"
            "`ssh-keygen -Q -l -f` で理由を確かめ、OpenSSH を更新するか、リストを作り直してもらってください。"
        ),
        (
            "Your `ssh-keygen` can't read the revocation list {file}, so the signature of the key {fingerprint} can't "
            "be checked on this machine; `ssh-keygen -Q -l -f` says why: update OpenSSH, or have the list made again."
        ),
    ),
    # -- files of keys
    "signing.no_key": (
        "SSH の公開鍵ではありません。「ssh-ed25519 AAAA…」のような .pub ファイルの 1 行をそのまま渡してください。",
        "This is no public SSH key; hand over the line of the .pub file as it is, like `ssh-ed25519 AAAA…`.",
    ),
    "signing.signers_unreadable": (
        "署名者の一覧 {file} を読めません ({why})。パスと権限を確かめてください。",
        "The list of signers {file} can't be read ({why}); check its path and its permissions.",
    ),
    "signing.revoked_unreadable": (
        "失効した鍵の一覧 {file} を読めません ({why})。パスと権限を確かめてください。",
        "The list of revoked keys {file} can't be read ({why}); check its path and its permissions.",
    ),
    "signing.line_characters": (
        "{file} の {line} 行目に UTF-8 でない文字か見えない文字があります。消すか、書き直してください。",
        "Line {line} of {file} holds characters that aren't UTF-8 or can't be seen; remove them or write it again.",
    ),
    "signing.line_short": (
        (
            "{file} の {line} 行目を読めません。"
            '「ID 鍵の種類 鍵」の順に半角の空白で区切ってください。`"` は前後で対にしてください。'
        ),
        (
            "Line {line} of {file} can't be read; write identities, type and key with blanks between, "
            "and quotation marks in pairs."
        ),
    ),
    "signing.line_key": (
        "{file} の {line} 行目に公開鍵がないか、鍵が壊れています。.pub ファイルの 1 行を貼り直してください。",
        "Line {line} of {file} has no public key, or a damaged one; paste the line of the .pub file again.",
    ),
    "signing.line_option": (
        (
            "{file} の {line} 行目の「{option}」というオプションはありません。"
            "使えるのは cert-authority、namespaces、valid-after、valid-before です。"
        ),
        (
            "Line {line} of {file} has an option {option} that doesn't exist; "
            "there are cert-authority, namespaces, valid-after and valid-before."
        ),
    ),
    "signing.line_value": (
        (
            "{file} の {line} 行目の「{option}」を読めません。"
            '値は `namespaces="…"` のように引用符で囲み、cert-authority には付けず、'
            "オプションはコンマだけで区切ってください。"
        ),
        (
            "Line {line} of {file}: {option} can't be read; put the value in quotation marks, as in "
            '`namespaces="…"`, give cert-authority none, and nothing but a comma between options.'
        ),
    ),
    "signing.line_twice": (
        "{file} の {line} 行目で「{option}」が重複しています。1 つにまとめてください。",
        "Line {line} of {file} has {option} twice; make one of them.",
    ),
    "signing.line_time": (
        (
            "{file} の {line} 行目の日時「{option}」を読めません。"
            "YYYYMMDD か YYYYMMDDHHMM[SS] の形で、UTC なら末尾に Z を付けて書いてください。"
        ),
        (
            "Line {line} of {file}: {option} isn't a time; write YYYYMMDD or YYYYMMDDHHMM[SS], "
            "with a Z at the end for UTC."
        ),
    ),
    "signing.line_window": (
        "{file} の {line} 行目の {option} が valid-after より後ではありません。どちらかを直してください。",
        "Line {line} of {file}: {option} isn't later than valid-after; correct one of them.",
    ),
    # -- signing
    "signing.no_keygen": (
        "この端末に `ssh-keygen` がないため、署名できません。OpenSSH を入れるか、ほかの端末で署名してください。",
        "There is no `ssh-keygen` on this machine to sign with; install OpenSSH or sign on another machine.",
    ),
    "signing.keygen_failed": (
        "{program} を動かせません ({why})。権限とディスクの空きを確かめてください。",
        "{program} can't be run ({why}); check its permissions and the space on the disk.",
    ),
    "signing.unsafe_word": (
        "「{word}」は `ssh-keygen` に渡せません。「-」で始まらず、見えない文字を含まない名前にしてください。",
        "{word} can't be handed to `ssh-keygen`; use a name that begins with no dash and has no invisible characters.",
    ),
    "signing.key_missing": (
        "署名の鍵 {name} がありません。パスを確かめるか、`ssh-keygen -t ed25519` で作ってください。",
        "There is no key {name} to sign with; check the path, or make one with `ssh-keygen -t ed25519`.",
    ),
    "signing.key_unreadable": (
        "署名の鍵 {name} を読めません。ファイルの持ち主と権限を確かめてください。",
        "The key {name} can't be read; check who owns the file and its permissions.",
    ),
    "signing.key_exposed": (
        "鍵 {name} をほかの利用者も読めるため、`ssh-keygen` が使いません。`chmod 600` で自分だけのものにしてください。",
        "Other users can read the key {name}, so `ssh-keygen` won't use it; keep it to yourself with `chmod 600`.",
    ),
    "signing.agent_without_key": (
        (
            "鍵 {name} の秘密鍵がこの端末にもエージェントにもありません。"
            "`ssh-add` で加えるか、SSH なら `ssh -A` でつなぎ直してください。"
        ),
        (
            "The private key of {name} is neither on this machine nor in the agent; "
            "add it with `ssh-add`, or over SSH connect again with `ssh -A`."
        ),
    ),
    "signing.agent_refused": (
        (
            "エージェントが鍵 {name} での署名を拒否しました。確認の求めに応じるか、"
            "`ssh-add` で鍵 (証明書なら証明書も) を加え直してください。"
        ),
        (
            "The agent refused to sign with the key {name}; answer where it asks for confirmation, "
            "or add the key (and its certificate) again with `ssh-add`."
        ),
    ),
    "signing.wrong_passphrase": (
        "鍵 {name} のパスフレーズが違うか、入力できる端末がありません。端末でもう一度入力してください。",
        "The passphrase of the key {name} is wrong, or there is no terminal to type it on; try again on a terminal.",
    ),
    "signing.cancelled": (
        "署名を取り消しました。何も記録していません。",
        "The signing was cancelled; nothing was recorded.",
    ),
    "signing.refused_to_sign": (
        "`ssh-keygen` が鍵 {name} で署名できません ({why})。同じ鍵で `ssh-keygen -Y sign` を試してください。",
        "`ssh-keygen` can't sign with the key {name} ({why}); try `ssh-keygen -Y sign` with the same key.",
    ),
}
