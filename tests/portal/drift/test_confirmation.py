"""A change of one variant is reported with its sentences until somebody confirms it."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from portal.commands.drift import confirm_all, confirm_paths, list_changes
from portal.drift.pairs import pairs_of, record_name, sources_of
from portal.loading import find_problems, load_portal

Change = Callable[[str, str, str], None]
Said = Callable[[], list[str]]
JA, EASY = "content/ja/units/a1-1.md", "content/ja-easy/units/a1-1.md"
FILE = "content/drift/units--a1-1.yml"
QUIZ = "quizzes/a1.yml"


def git(tree: Path, *arguments: str) -> None:
    """Run git in ``tree`` as nobody in particular."""
    identity = ["-c", "user.name=nobody", "-c", "user.email=nobody@example.jp", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *identity, *arguments], cwd=tree, check=True, capture_output=True)


def test_confirmed_project_has_nothing_to_say(confirmed: Path, said: Said) -> None:
    """Nobody is asked twice."""
    assert confirmed.joinpath(FILE).is_file()
    assert said() == []


def test_change_of_the_standard_page_names_section_and_sentence(confirmed: Path, change: Change, said: Said) -> None:
    """The author of the plain page reads what moved, and what to do."""
    change(JA, "- 結果を約束しない。", "- 結果も期限も約束しない。")
    (message,) = said()
    assert message == (
        f"{JA}:59: 標準版の節「してはいけないこと」が変わりましたが、やさしい版はそのままです。動いた文: （前の文 1 つは履歴にありません）→「結果も期限も約束しない。」。"
        f"やさしい版を直すか、同じ意味なら scripts/drift --confirm {EASY}#limits で確かめたと記録してください。"
    )


def test_change_of_the_plain_page_asks_for_the_standard_one(confirmed: Path, change: Change, said: Said) -> None:
    """Both directions count."""
    change(EASY, "- 結果を約束しません。", "- 結果を約束します。")
    (message,) = said()
    assert message.startswith(f"{EASY}:51: やさしい版の節「してはいけないこと」が変わりましたが、標準版はそのままです。動いた文: ")
    assert "標準版を直すか、" in message


def test_history_gives_the_words_that_were(confirmed: Path, change: Change, said: Said) -> None:
    """Where the project has a history, the earlier sentence is shown too; the newest version need not be the confirmed one."""
    git(confirmed, "init", "-q")
    git(confirmed, "add", ".")
    git(confirmed, "commit", "-qm", "one")
    change(JA, "- 結果を約束しない。", "- 結果も期限も約束しない。")
    git(confirmed, "commit", "-qam", "two")
    assert "動いた文: 「結果を約束しない。」→「結果も期限も約束しない。」。" in said()[0]


def test_history_of_records_is_read_too(confirmed: Path, change: Change, said: Said) -> None:
    """Questions change as pages do."""
    git(confirmed, "init", "-q")
    git(confirmed, "add", ".")
    git(confirmed, "commit", "-qm", "one")
    change(QUIZ, "例の問い二で先にすることはどれか。", "例の問い二で後にすることはどれか。")
    (message,) = said()
    assert re.match(rf"{QUIZ}:\d+: ja の文の記録「q-a1-0002」が変わりましたが、easy の文はそのままです。", message)
    assert "動いた文: 「例の問い二で先にすることはどれか。」→「例の問い二で後にすることはどれか。」。" in message


def test_added_and_removed_sentences_are_told_apart(confirmed: Path, change: Change, said: Said) -> None:
    """Nothing takes the place of a sentence that was added or removed."""
    change(JA, "写しの手数料は{fact:f-copy-fee}である。", "写しの手数料は{fact:f-copy-fee}である。窓口で払う。")
    change(EASY, "{term:t-zairyu-shikaku}は二回目です。", "")
    plain, standard = said()
    assert "動いた文: 「窓口で払う。」が加わりました。" in standard
    assert "動いた文: （前の文 1 つは履歴にありません）がなくなりました。" in plain


def test_change_of_both_variants_asks_to_compare(confirmed: Path, change: Change, said: Said) -> None:
    """One line for the pair, at the plain section."""
    change(JA, "- 結果を約束しない。", "- 結果も期限も約束しない。")
    change(EASY, "- 結果を約束しません。", "- 結果と期限を約束しません。")
    assert said() == [
        f"{EASY}:49: 節「してはいけないこと」が二つの版で変わりました。読み比べて、同じ意味なら scripts/drift --confirm {EASY}#limits で確かめたと記録してください。"
    ]


def test_new_section_asks_to_compare(confirmed: Path, change: Change, said: Said) -> None:
    """A section that came later was never confirmed."""
    for path in (JA, EASY):
        change(path, "### 読み方 {#word-reading}", "### 新しい節 {#word-new}\n\n### 読み方 {#word-reading}")
    (message,) = said()
    assert "節「新しい節」は新しく、まだ確かめていません。" in message


@pytest.mark.parametrize(
    "edit",
    [
        (JA, "例の市の外国人住民は", "例の市の\n外国人住民は"),
        (JA, "{行|おこな}うのは、", "行うのは、"),
        (JA, "**種類**と期限", "種類と 期限"),
        (EASY, "title: 例の市で相談を聞く", 'title: "例の市で相談を聞く"'),
        (
            QUIZ,
            "{ja: 例の問い二で先にすることはどれか。, easy: 例の問い二です。先にすることはどれですか。}",
            "{easy: 例の問い二です。 先にすることはどれですか。, ja: 例の問い二で先にすることはどれか。}",
        ),
        (JA, "as_of: 2026-11-01", "as_of: 2026-11-02"),
    ],
)
def test_layout_readings_and_dates_ask_for_nothing(confirmed: Path, change: Change, said: Said, edit: tuple[str, str, str]) -> None:
    """Only words are compared."""
    change(*edit)
    assert said() == []


def test_new_page_is_reported_once(confirmed: Path, said: Said) -> None:
    """Nobody is told of each section of a page that nobody confirmed."""
    (confirmed / FILE).unlink()
    assert said() == [f"{EASY}:1: 二つの版をまだ確かめていません。読み比べて、同じ意味なら scripts/drift --confirm {EASY} で記録してください。"]


def test_pair_with_a_fault_waits_until_it_is_mended(confirmed: Path, change: Change, said: Said) -> None:
    """An author mends a page before comparing it; other pages are compared all the same."""
    change(JA, "title: 例の市で相談を受ける", "titel: 例の市で相談を受ける")
    change(QUIZ, "例の問い二で先にすることはどれか。", "例の問い二で後にすることはどれか。")
    assert [message.split(":")[0] for message in said()] == [QUIZ]


BAD = [
    ('    ja: "', '    ja: "x', "sections.limits.ja: 「x"),
    ("  limits:\n", "  limitz:\n", f"「limitz」は {EASY} にありません。消した節なら scripts/drift --confirm {EASY} で書き直してください。"),
    ('    ja: "', '    when: "今日"\n    ja: "', "when: 知らない項目です"),
    ('    ja_sentences: "', '    ja_sentences: "これ ', "ja_sentences: 「これ "),
    ("  limits:\n", "  limits:\n\t", "字下げにタブがあります"),
]


@pytest.mark.parametrize(("old", "new", "text"), BAD)
def test_fault_in_a_file_is_told_with_its_line(confirmed: Path, said: Said, old: str, new: str, text: str) -> None:
    """Unknown sections, hashes that are none, unknown keys, no YAML."""
    source = (confirmed / FILE).read_text(encoding="utf-8")
    start = source.index("  limits:\n")
    broken = source[:start] + source[start:].replace(old, new, 1)
    (confirmed / FILE).write_text(broken, encoding="utf-8")
    first = source[:start].count("\n") + 1
    told = [message for message in said() if text in message]
    assert told
    assert all(re.match(rf"{FILE}:({first}|{first + 1}|{first + 3}): .*ください。$", message) for message in told)


@pytest.mark.parametrize("name", ["units--a9-9", "records/facts--gone", "records/quizzes--gone"])
def test_file_without_its_source_is_told(confirmed: Path, said: Said, name: str) -> None:
    """A page that was removed leaves no record behind."""
    (confirmed / f"content/drift/{name}.yml").write_text("sections: {}\n", encoding="utf-8")
    (message,) = said()
    assert message.startswith(f"content/drift/{name}.yml:1: この記録に当たる原稿（{sources_of(name)[0]}）がありません。")


def test_confirming_a_section_leaves_the_others_open(confirmed: Path, change: Change, said: Said) -> None:
    """Who compared one section answers for that one."""
    change(JA, "- 結果を約束しない。", "- 結果も期限も約束しない。")
    change(JA, "例の国では、窓口が一つである。", "例の国では、窓口が二つである。")
    assert confirm_paths(confirmed, [f"{confirmed / EASY}#limits"]) == 0
    assert [message.split("節「")[1].split("」")[0] for message in said()] == ["外国の制度との違い"]


@pytest.mark.parametrize("path", [JA, EASY, FILE])
def test_confirming_a_path_settles_the_pair(confirmed: Path, change: Change, said: Said, path: str) -> None:
    """Either page, or the file itself, names the pair."""
    change(JA, "- 結果を約束しない。", "- 結果も期限も約束しない。")
    assert confirm_paths(confirmed, [str(confirmed / path)]) == 0
    assert said() == []


def test_confirming_writes_an_unsound_file_anew(confirmed: Path, said: Said) -> None:
    """The way out of a broken file is the command."""
    (confirmed / FILE).write_text("sections: 3\n", encoding="utf-8")
    assert confirm_paths(confirmed, [str(confirmed / EASY)]) == 0
    assert said() == []


@pytest.mark.parametrize("target", ["content/words.yml", "content/ja/none.md", f"{EASY}#none"])
def test_confirming_what_is_no_pair_is_refused(confirmed: Path, capsys: pytest.CaptureFixture[str], target: str) -> None:
    """A typing error confirms nothing."""
    assert confirm_paths(confirmed, [str(confirmed / target)]) == 1
    assert re.search(r":1: .*ください", capsys.readouterr().err)


def test_confirming_a_page_with_faults_is_refused(confirmed: Path, change: Change, capsys: pytest.CaptureFixture[str]) -> None:
    """Variants of different structure cannot be the same."""
    before = (confirmed / FILE).read_text(encoding="utf-8")
    change(EASY, "### 読み方 {#word-reading}\n\n", "")
    assert confirm_all(confirmed) == 1
    assert "先に上の問題を直してください" in capsys.readouterr().err
    assert (confirmed / FILE).read_text(encoding="utf-8") == before


def test_list_ends_with_the_number_of_open_changes(confirmed: Path, change: Change, capsys: pytest.CaptureFixture[str]) -> None:
    """The command tells at its end, and by its code, whether there is work."""
    assert list_changes(confirmed) == 0
    change(JA, "- 結果を約束しない。", "- 結果も期限も約束しない。")
    assert list_changes(confirmed) == 1
    assert capsys.readouterr().out.endswith("\n\n確かめていない変更が 1 件あります。\n")


def test_every_text_of_the_records_belongs_to_a_pair(tree: Path) -> None:
    """Facts, terms, figures, questions, cases and services are all compared, and find their way back to their file."""
    pairs = {pair.name: pair for pair in pairs_of(load_portal(tree))}
    paths = (
        "content/facts/example.yml",
        "content/glossary/example.yml",
        "content/figures/example.yml",
        QUIZ,
        "quizzes/cases/example.yml",
        "content/directory/example-city.yml",
    )
    assert all(path in sources_of(record_name(path)) and pairs[record_name(path)].keys for path in paths)
    assert "example-city/counter" in pairs["records/directory--example-city"].keys


def test_check_of_the_sources_tells_of_drift_and_a_build_does_not(confirmed: Path, change: Change) -> None:
    """A page can be seen while it is written; it cannot be handed in."""
    assert find_problems(confirmed) == []
    change(JA, "- 結果を約束しない。", "- 結果も期限も約束しない。")
    assert [problem.path for problem in find_problems(confirmed)] == [JA]
    assert load_portal(confirmed).units["A1-1"].page is not None


def test_project_that_never_confirmed_is_left_alone(tree: Path) -> None:
    """The folder is made by the first confirmation."""
    assert not (tree / "content/drift").exists()
    assert find_problems(tree) == []
