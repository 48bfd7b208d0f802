"""What is said on the ways between mentor and trainee: bundles to review, the drop folder, ``pull`` and ``push``."""

MESSAGES: dict[str, tuple[str, str]] = {
    # -- ikusei review FILE, ikusei review -
    "transport.no_pipe": (
        "標準入力に何も届きません。`ssh 相手 ikusei export | ikusei review -` のようにパイプでつないでください。",
        "Nothing comes on standard input; use a pipe, as in `ssh HOST ikusei export | ikusei review -`.",
    ),
    "transport.no_keyboard": (
        "キーを入力する端末 (/dev/tty) がないため、画面を開けません。`ikusei review - --list` で一覧を書けます。",
        "There is no terminal to type at (/dev/tty), so no screen; `ikusei review - --list` writes the queue.",
    ),
    "transport.state_file": (
        "{path} は台帳のファイルです。`ikusei review --state {path}` で開いてください。",
        "{path} is the file of a journal; open it with `ikusei review --state {path}`.",
    ),
    "transport.arrived": (
        "自分の台帳に取り込みました: 新しい記録 {new} 件 (全 {events} 件)、{people}",
        "Taken into your own journal: {new} new {new:record|records} of {events}, about {people}",
    ),
    "transport.arrived_before": (
        "すべて自分の台帳にある記録でした ({events} 件)。",
        "Your own journal had all of its records already ({events}).",
    ),
    "transport.needs_a_look": (
        "確かめることがあります (画面を閉じると読めます)。",
        "Something needs a look (it stands below this screen).",
    ),
    # -- somebody else's file: what is decided stands in one's own journal and goes from there
    "transport.delivered": (
        "自分の台帳に記録し、受け箱 {inbox} に置きました。本人の ikusei が取り込みます。",
        "Kept in your own journal and put into the drop folder {inbox}; the trainee's ikusei takes it in.",
    ),
    "transport.nothing_to_deliver": (
        "本人の台帳にはすでにすべて届いています ({inbox} に置くものはありません)。",
        "The trainee's journal has all of it already (nothing to put into {inbox}).",
    ),
    "transport.not_delivered": (
        (
            "自分の台帳に記録しました。受け箱 {inbox} には置けません ({why})。"
            "`ikusei export --decisions -t {name} -o FILE` で書き出して届けてください。"
        ),
        (
            "Kept in your own journal; the drop folder {inbox} can't be written ({why}). "
            "Write it with `ikusei export --decisions -t {name} -o FILE`, and bring it there."
        ),
    ),
    "transport.not_delivered_push": (
        ("自分の台帳に記録しました。受け箱 {inbox} には置けません ({why})。`ikusei push {name}` で届けてください。"),
        (
            "Kept in your own journal; the drop folder {inbox} can't be written ({why}). "
            "Bring it with `ikusei push {name}`."
        ),
    ),
    "transport.own_journal": ("自分の台帳へ", "into my own journal"),
    # -- the drop folder
    "transport.inbox.option": (
        "受け箱 (台帳の隣の inbox/、または IKUSEI_INBOX) にあるものをすべて",
        "Everything in the drop folder (inbox/ beside the journal, or IKUSEI_INBOX)",
    ),
    "transport.inbox.or_file": (
        "取り込むファイル (パイプなら -) か --inbox の、どちらか一つを書いてください。",
        "Name either a file to take in (- for a pipe) or --inbox.",
    ),
    "transport.inbox.empty": (
        "受け箱 {folder} にバンドルはありません。",
        "There is no bundle in the drop folder {folder}.",
    ),
    "transport.inbox.came": ("受け箱から {count} 件: {said}", "From the drop folder, {count}: {said}"),
    "transport.inbox.came_silent": (
        "受け箱から新しい記録 {count} 件 (ファイル {files})",
        "From the drop folder, new records: {count} (files: {files})",
    ),
    "transport.inbox.nothing_new": (
        "受け箱のファイル {files} 件に新しい記録はありませんでした。",
        "Nothing new in the drop folder (files: {files}).",
    ),
    "transport.inbox.stays": ("受け箱に残した {name}: {why}", "Left in the drop folder, {name}: {why}"),
    "transport.inbox.heading": ("受け箱に残したもの", "Left in the drop folder"),
    "transport.inbox.why": ("{name}: {why}", "{name}: {why}"),
    "transport.inbox.no_file": (
        "{path} は普通のファイルではありません。バンドルそのものを置いてください。",
        "{path} is no plain file; put the bundle itself there.",
    ),
    "transport.inbox.replaced": (
        "{path} は読んでいるあいだに置き換わりました。次の起動で取り込みます。",
        "{path} was replaced while it was read; it is taken in at the next start.",
    ),
    "transport.inbox.stuck": (
        "{path} は取り込みましたが、taken/ に移せません ({why})。フォルダーの権限を確かめてください。",
        "{path} was taken in but can't be moved to taken/ ({why}); check the folder's permissions.",
    ),
    "transport.inbox.more_than_said": (
        "指導者の判定やコメントでない記録があります。`ikusei import --inbox` で確かめて取り込んでください。",
        "It holds more than what mentors said; look at it and take it in with `ikusei import --inbox`.",
    ),
    "transport.inbox.needs_a_look": (
        "確かめることがあります。`ikusei import --inbox` で見てください。",
        "Something in it needs a look; see it with `ikusei import --inbox`.",
    ),
    "transport.inbox.held": (
        (
            "{name} さん ({id}) と同じ名前の別の人のものかもしれない記録 {events} 件 (端末 {host}、書き手 {writer}) "
            "は、取り込んでいません。同じ人なら `ikusei import --inbox --accept {id}` を実行してください。"
        ),
        (
            "Records that weren't taken in: {events} (machine {host}, writer {writer}); they may be another person's "
            "of the same name as {name} ({id}). If it is one person, run `ikusei import --inbox --accept {id}`."
        ),
    ),
    "transport.inbox.only_shown": (
        "内容を示しただけで、取り込んでいません。`--dry-run` を外すと取り込みます。",
        "Only shown, not taken in; leave out `--dry-run` for that.",
    ),
    "transport.said.and": ("、", ", "),
    "transport.said.by": ("{name} が{what}", "{name}: {what}"),
    "transport.said.confirmed": ("確認 {count}", "confirmed {count}"),
    "transport.said.returned": ("差し戻し {count}", "returned {count}"),
    "transport.said.comment": ("コメント {count}", "comments {count}"),
    "transport.said.waiver": ("免除 {count}", "waivers {count}"),
    "transport.said.signoff": ("承認 {count}", "sign-offs {count}"),
    "transport.said.reopening": ("再開 {count}", "reopenings {count}"),
    "transport.said.signature": ("署名 {count}", "signatures {count}"),
    # -- ikusei pull, ikusei push
    "transport.pull.help": (
        "育成対象者の端末から ssh で記録を取得する",
        "Fetch the records of trainees from their machines over ssh",
    ),
    "transport.pull.more": (
        (
            "例: ikusei pull\n"
            "例: ikusei pull '佐藤 花' --ssh hana@soc-3\n"
            "名簿 (信頼フォルダーの roster.toml) の [[host]] のうち、今自分が指導する人を順に回り、"
            "自分の台帳に取り込みます。ssh の設定はそのまま使います。"
            "終了コード: 0 すべて正常、1 失敗か確かめることがある、2 使い方の誤りです。"
        ),
        (
            "Example: ikusei pull\n"
            "Example: ikusei pull 'Hana Sato' --ssh hana@soc-3\n"
            "Visits the [[host]] rows of the roster (roster.toml of the trust folder) of all whom you mentor now, "
            "one after the other, and takes their records into your own journal. Your ssh configuration holds. "
            "Exit codes: 0 all fine, 1 one failed or needs a look, 2 wrong use."
        ),
    ),
    "transport.push.help": (
        "判定とコメントを育成対象者の端末に ssh で届ける",
        "Bring decisions and comments to the machines of trainees over ssh",
    ),
    "transport.push.more": (
        (
            "例: ikusei push\n"
            "例: ikusei push '佐藤 花' --ssh hana@soc-3\n"
            "自分の台帳にある、その人についての判定、コメント、承認を、相手の `ikusei import -` に渡します。"
            "何度届けても同じです。終了コードは pull と同じです。"
        ),
        (
            "Example: ikusei push\n"
            "Example: ikusei push 'Hana Sato' --ssh hana@soc-3\n"
            "Hands the decisions, comments and sign-offs of your own journal about them to `ikusei import -` on their "
            "machine. Twice is the same as once. Exit codes as for pull."
        ),
    ),
    "transport.hosts.all": (
        "名簿に [[host]] のある人すべて",
        "Everybody whom the roster has a [[host]] for",
    ),
    "transport.hosts.ssh": (
        "名簿を使わず、この相手に (PERSON は 1 人)",
        "This destination, without a roster (for one PERSON)",
    ),
    "transport.hosts.command": (
        "相手側の ikusei (--ssh のとき)",
        "The program there (with --ssh)",
    ),
    "transport.hosts.state": (
        "相手側の台帳のファイル (--ssh のとき)",
        "The file of the journal there (with --ssh)",
    ),
    "transport.hosts.now": ("{name} ({host}) …", "{name} ({host}) …"),
    "transport.pull.done": ("新しい記録 {new} 件", "new records {new}"),
    "transport.pull.would": ("新しい記録 {new} 件 (取り込んでいません)", "new records {new} (not taken in)"),
    "transport.push.done": ("{events} 件を届けました: {answer}", "brought {events}: {answer}"),
    "transport.push.would": ("{events} 件 (届けていません)", "{events} {events:record|records} (not brought)"),
    "transport.push.nothing": ("届けるものはありません", "nothing to bring"),
    "transport.nothing_of": (
        "自分の台帳に {name} という育成対象者はいません。先に `ikusei pull` で取得してください。",
        "No trainee in your own journal is {name}; fetch their records first, with `ikusei pull`.",
    ),
    "transport.no_roster": (
        "名簿がありません ({folder})。`ikusei pull 名前 --ssh USER@HOST` なら名簿なしで使えます。",
        "There is no roster ({folder}); `ikusei pull NAME --ssh USER@HOST` does without one.",
    ),
    "transport.no_hosts": (
        (
            "名簿には、今 {name} さんが指導する人の [[host]] がありません。"
            "名前を書くか --all を付けてください。[[host]] があるのは {people} です。"
        ),
        (
            "The roster has no [[host]] of anybody whom {name} mentors now; write a name, or add --all. "
            "It has hosts for {people}."
        ),
    ),
    "transport.no_host": (
        "名簿に「{text}」の [[host]] がありません。[[host]] があるのは {people} です。",
        "The roster has no [[host]] for “{text}”; it has some for {people}.",
    ),
    "transport.one_person": (
        "--ssh には PERSON を 1 人だけ書いてください。",
        "With --ssh, write exactly one PERSON.",
    ),
    "transport.only_with_ssh": (
        "--command と --remote-state は --ssh と一緒に使います。名簿では [[host]] の command と state に書きます。",
        "--command and --remote-state go with --ssh; in a roster they are command and state of the [[host]].",
    ),
    "transport.bad_place": (
        "{name} に「{value}」は使えません。ssh の宛先か、空白や記号のないパスを書いてください。",
        "{name} can't be “{value}”; write a destination of ssh, or a path without blanks and special characters.",
    ),
    "transport.no_ssh": (
        "{program} を起動できません ({why})。OpenSSH を入れるか、`ikusei export -o` で書き出して運んでください。",
        "{program} can't be started ({why}); install OpenSSH, or carry a file that `ikusei export -o` wrote.",
    ),
    "transport.no_end": (
        "ssh が終わらないため、取り込みませんでした。もう一度試してください。",
        "ssh doesn't end, so nothing was taken in; try again.",
    ),
    "transport.silent": (
        (
            "相手から {seconds} 秒のあいだ何も届かないので、中止しました。何も取り込んでいません。"
            "`ssh 相手 true` が通るか確かめてください。"
        ),
        (
            "Nothing came for {seconds} {seconds:second|seconds}, so it was given up and nothing was taken in; "
            "see whether `ssh HOST true` works."
        ),
    ),
    "transport.silent_answer": (
        (
            "相手から {seconds} 秒のあいだ返事がないので、中止しました。届いたかどうかは分かりません。"
            "もう一度届けても二重にはなりません。"
        ),
        (
            "The other side said nothing for {seconds} {seconds:second|seconds}, so it was given up; "
            "it may have been taken in there. "
            "Bring it once more: twice is the same as once."
        ),
    ),
    "transport.too_much": (
        (
            "{most} MiB より多く届いたので、中止しました。何も取り込んでいません。"
            "相手の `ikusei export` が何を書くか確かめてください。"
        ),
        (
            "More than {most} MiB came, so it was given up and nothing was taken in; "
            "see what `ikusei export` writes on that side."
        ),
    ),
    "transport.too_much_answer": (
        "{most} MiB より多い返事が届いたので、中止しました。相手の `ikusei import` が何を書くか確かめてください。",
        "An answer of more than {most} MiB came, so it was given up; see what `ikusei import` writes on that side.",
    ),
    "transport.failed": (
        "{host} で失敗しました (終了コード {code}): {why}",
        "{host} failed (exit code {code}): {why}",
    ),
    "transport.failed_silently": (
        "{host} で失敗しました (終了コード {code})。`ssh {host} ikusei --version` を試してください。",
        "{host} failed (exit code {code}); try `ssh {host} ikusei --version`.",
    ),
    "transport.chatter": (
        (
            "{host} から、バンドルの前に「{said}」が届きました。非対話のログインで何も出力しないように、"
            "そのシェルの設定を直してください。"
        ),
        (
            "{host} says “{said}” before the bundle; mend the start-up files of its shell "
            "so that they write nothing when nobody logs in by hand."
        ),
    ),
    "transport.other_trainee": (
        "{line} 行目: {host} から、{trainee} ではなく {found} についての記録が届きました。取り込んでいません。",
        "Line {line}: {host} sent records about {found}, not {trainee}; nothing was taken in.",
    ),
    "transport.somebody_else": (
        "{host} から届いた記録は {trainee} だけのものではありません ({found})。取り込んでいません。",
        "What {host} sent isn't about {trainee} alone ({found}); nothing was taken in.",
    ),
    # -- who reads an export
    "transport.readers": (
        "名簿では、今 {trainee} さんの指導者は {mentors} です。この人たちに渡すためのものです。",
        "By the roster {trainee} is mentored by {mentors} now; this is meant for them.",
    ),
    "transport.no_readers": (
        "名簿には、今 {trainee} さんの指導者がいません。",
        "By the roster nobody mentors {trainee} now.",
    ),
}
