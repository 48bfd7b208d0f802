"""What is said on the ways between mentor and trainee: bundles to review, the drop folder, ``pull`` and ``push``."""

MESSAGES: dict[str, tuple[str, str]] = {
    # -- ikusei review FILE, ikusei review -
    "transport.no_pipe": (
        "標準入力に何も届きません。`ssh 相手 ikusei export | ikusei review -` のようにパイプでつないでください。",
        "Nothing comes on standard input; use a pipe, as in `ssh HOST ikusei export | ikusei review -`.",
    ),
    "transport.no_keyboard": (
        "キーを打つ端末 (/dev/tty) がないため、画面を開けません。`ikusei review - --list` で一覧を書けます。",
        "There is no terminal to type at (/dev/tty), so no screen; `ikusei review - --list` writes the queue.",
    ),
    "transport.state_file": (
        "{path} は台帳のファイルです。`ikusei review --state {path}` で開いてください。",
        "{path} is the file of a journal; open it with `ikusei review --state {path}`.",
    ),
    "transport.arrived": (
        "自分の台帳に取りこみました: 新しい記録 {new} 件 (全 {events} 件)、{people}",
        "Taken into your own journal: {new} new records of {events}, about {people}",
    ),
    "transport.arrived_before": (
        "自分の台帳にすべてある記録でした ({events} 件)。",
        "Your own journal had all of its records already ({events}).",
    ),
    "transport.needs_a_look": (
        "確かめることがあります (画面を閉じると読めます)。",
        "Something needs a look (it stands below this screen).",
    ),
    # -- a journal that can't be written
    "transport.borrowed": (
        (
            "{path} には書けないので、判定は自分の台帳に残ります。"
            "`ikusei push` か `ikusei export --decisions` で届けてください。"
        ),
        (
            "{path} can't be written: what you decide stays in your own journal. "
            "Send it with `ikusei push` or `ikusei export --decisions`."
        ),
    ),
    "transport.borrowed_short": (
        "判定は自分の台帳に残ります。届けるには `ikusei push` か `export --decisions`",
        "Kept in your own journal; send it with `ikusei push` or `export --decisions`",
    ),
    "transport.own_journal": ("自分の台帳へ", "into my own journal"),
    # -- the drop folder
    "transport.inbox.option": (
        "受信箱 (台帳のとなりの inbox/、または IKUSEI_INBOX) にあるものをすべて",
        "Everything in the drop folder (inbox/ beside the journal, or IKUSEI_INBOX)",
    ),
    "transport.inbox.or_file": (
        "取りこむファイル (パイプなら -) か --inbox の、どちらか一つを書いてください。",
        "Name either a file to take in (- for a pipe) or --inbox.",
    ),
    "transport.inbox.empty": (
        "受信箱 {folder} にバンドルはありません。",
        "There is no bundle in the drop folder {folder}.",
    ),
    "transport.inbox.came": ("受信箱から {count} 件: {said}", "From the drop folder, {count}: {said}"),
    "transport.inbox.came_silent": (
        "受信箱から新しい記録 {count} 件 (ファイル {files})",
        "From the drop folder, new records: {count} (files: {files})",
    ),
    "transport.inbox.nothing_new": (
        "受信箱のファイル {files} 件に新しい記録はありませんでした。",
        "Nothing new in the drop folder (files: {files}).",
    ),
    "transport.inbox.stays": ("受信箱に残した {name}: {why}", "Left in the drop folder, {name}: {why}"),
    "transport.inbox.stay": (
        "受信箱に {count} 件残しました ({name} など)。理由は `ikusei import --inbox` で。",
        "Left in the drop folder: {count} ({name} …); `ikusei import --inbox` says why.",
    ),
    "transport.inbox.no_file": (
        "{path} は普通のファイルではありません。バンドルそのものを置いてください。",
        "{path} is no plain file; put the bundle itself there.",
    ),
    "transport.inbox.replaced": (
        "{path} は読んでいるあいだに置きかわりました。次の起動で取りこみます。",
        "{path} was replaced while it was read; it is taken in at the next start.",
    ),
    "transport.inbox.stuck": (
        "{path} は取りこみましたが、taken/ に移せません ({why})。フォルダーの権限を確かめてください。",
        "{path} was taken in but can't be moved to taken/ ({why}); check the folder's permissions.",
    ),
    "transport.inbox.more_than_said": (
        "指導者の判定やコメントでない記録があります。`ikusei import --inbox` で確かめて取りこんでください。",
        "It holds more than what mentors said; look at it and take it in with `ikusei import --inbox`.",
    ),
    "transport.inbox.needs_a_look": (
        "確かめることがあります。`ikusei import --inbox` で見てください。",
        "Something in it needs a look; see it with `ikusei import --inbox`.",
    ),
    "transport.inbox.only_shown": (
        "見せただけで、取りこんでいません。`--dry-run` を外すと取りこみます。",
        "Only shown, not taken in; leave out `--dry-run` for that.",
    ),
    "transport.said.by": ("{name} が{what}", "{name}: {what}"),
    "transport.said.confirmed": ("確認 {count}", "confirmed {count}"),
    "transport.said.returned": ("差し戻し {count}", "returned {count}"),
    "transport.said.comment": ("コメント {count}", "comments {count}"),
    "transport.said.waiver": ("免除 {count}", "waivers {count}"),
    "transport.said.signoff": ("承認 {count}", "sign-offs {count}"),
    "transport.said.reopening": ("再開 {count}", "reopenings {count}"),
    "transport.said.signature": ("署名 {count}", "signatures {count}"),
}
