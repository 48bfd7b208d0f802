"""The Japanese of the interface: one term for one thing, one spelling, whole sentences in です・ます."""

import re
import tomllib
from pathlib import Path

import pytest

from tests.test_messages import MESSAGES

ROOT = Path(__file__).resolve().parents[1]
JAPANESE = {key: ja for key, (ja, _) in MESSAGES.items()}
PAGES = {page.name: page.read_text(encoding="utf-8") for page in [ROOT / "README.ja.md", *ROOT.glob("docs/*.ja.md")]}

WORDS = {
    "見られ方": "the word is 実施形態",
    "たしかめる点": "the word is 確認項目",
    "観察点": "the word is 確認項目",
    "チェックリスト": "the words are 達成目安 and its 確認項目",
    "もどってき": "a claim that was returned is 差し戻された申請",
    "組織の数": "what is unset is 組織が決める値",
    "動詞": "what follows `ikusei` is a サブコマンド",
    "つぎの一手": "the section is 次にすること",
    "このごろ": "the section is 最近",
    "きょう": "spelled 今日, as the screen's name is",
    "さがす": "the command is 検索",
    "しるし": "what is drawn is a 記号; 印 is what a trainee sets",
}
"""What must not come back anywhere, and what stands there instead."""

SPELLINGS = {
    r"だれ": "誰",
    r"たしかめ": "確かめ",
    r"取りこ(?!ぼ)": "取り込",
    r"書きこ": "書き込",
    r"書きかえ|書きかわ": "書き換",
    r"置きかえ|置きかわ": "置き換",
    r"くり返": "繰り返",
    r"フォルダ(?!ー)": "フォルダー",
    r"サーバ(?!ー|レ|ル)": "サーバー",
}
"""One spelling for each, in messages and pages; the points of the content keep theirs, since claims rest on them."""

OF_MESSAGES = {
    r"^歩く$": "one looks through criteria in turn: 順に見る",
    r"^層$|重ねる層|層を": "the matrix shows a 表示; a reader of the screen sees no layers",
    r"^決める$": "Enter takes what is typed: 確定",
    r"あと \{\w+\} つ|\{\w+\} つ": "counted in 件, 回 or 項目",
    r"\} 点|[るの]点(?:に|が|を|で|も|$)": "a point is a 確認項目, counted in 項目",
    r"担当する|担当して|担当に加え|担当から外": "担当 is a team of figure 7; a role is one that a trainee 取り組む",
    r"チームはありません|各チーム": "a team of figure 7 is a 担当; チーム is the screen of all trainees",
    r"役割（duty）": "a duty is 役割 (教科書)",
    r"教材(?!パック)": "a pack is a 教材パック",
    r"の形が違": "what can't be read so is 形式が正しくありません",
    r"要ります|要る": "必要です",
    r"(?:二度|2 回)ありま": "what stands there twice is 重複",
    r"もう(?:あり|承認され|取り消され|取り下げられ|免除され|申請中)": "すでに",
    r"のつもりなら|のことであれば": "one asks: … の間違いではありませんか",
    r"STEP に署名": "a STEP is 承認; 署名 is what a key makes",
}
"""What must not come back in a message: elsewhere these words have other senses, too."""

POLITE = re.compile(r"(?:ます|です|ません|ました|でした|ください)か?$")


def texts_of(node):
    """Every Japanese text of a content file."""
    if isinstance(node, dict):
        if isinstance(node.get("ja"), str):
            yield node["ja"]
        for each in node.values():
            yield from texts_of(each)
    elif isinstance(node, list):
        for each in node:
            yield from texts_of(each)


@pytest.mark.parametrize("word", WORDS)
def test_a_word_that_was_replaced_stands_nowhere(word):
    content = {
        f"{path.name}: {text}": text
        for path in ROOT.glob("content/**/*.toml")
        for text in texts_of(tomllib.loads(path.read_text(encoding="utf-8")))
    }
    assert [name for name, text in {**JAPANESE, **PAGES, **content}.items() if word in text] == [], WORDS[word]


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_a_word_has_one_spelling(spelling):
    assert [name for name, text in {**JAPANESE, **PAGES}.items() if re.search(spelling, text)] == [], SPELLINGS[
        spelling
    ]


@pytest.mark.parametrize("pattern", OF_MESSAGES)
def test_a_message_calls_a_thing_by_its_name(pattern):
    assert [key for key, text in JAPANESE.items() if re.search(pattern, text)] == [], OF_MESSAGES[pattern]


def test_every_sentence_is_polite():
    """A label or a fragment has no 。; what ends with one is a sentence, and speaks to the reader in です・ます."""
    plain = set()
    for key, text in JAPANESE.items():
        if key.startswith("plain.") and "}。" in text:
            continue  # A label that is read aloud: the 。 is the pause after it.
        whole = re.sub(r"[（(][^（）()]*[）)]", "", text)  # What stands in brackets belongs to its sentence.
        for sentence in re.findall(r"([^。\n]+)。", whole):
            # What ends with a list, as "…: {names}。", is polite before it.
            if not POLITE.search(re.sub(r"(?<!行目): .*[}`]$", "", sentence.rstrip())):
                plain.add(key)
    assert plain == set()
