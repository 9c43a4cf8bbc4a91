"""Facts of the built site that readers and tools rely on."""

from __future__ import annotations

import json
import posixpath
import re
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import pytest
from site_pages import PLAIN, kinds_of, page_kinds, page_tree, page_urls, text_without_readings, tree_of

SITE = "http://127.0.0.1:8000/"
KANJI = re.compile(r"[一-鿿々]")
NO_RUBY = "ancestor::title or ancestor::script or ancestor::style or ancestor::option or ancestor::textarea or ancestor::head or ancestor::svg or ancestor::pre or ancestor::code"


def test_every_page_is_of_exactly_one_kind_and_says_so(root: Path, built_site: Path) -> None:
    """A page of no kind would escape the accessibility runs."""
    kinds = page_kinds(root)
    for url in page_urls(built_site):
        found = kinds_of(kinds, url)
        assert found == [tree_of(built_site, url).get("data-page-kind")], url


def test_every_page_has_its_twin(built_site: Path) -> None:
    """Both variants hold the same pages."""
    urls = page_urls(built_site)
    standard = {url for url in urls if not url.startswith(PLAIN)}
    plain = {url.removeprefix(PLAIN) for url in urls if url.startswith(PLAIN)}
    assert standard == plain


def test_twins_have_the_same_heading_ids(built_site: Path) -> None:
    """The switch keeps the reader's place."""
    for url in page_urls(built_site):
        if not url.startswith(PLAIN):
            ids = [
                [heading.get("id") for heading in tree_of(built_site, each).xpath("//main//*[self::h1 or self::h2 or self::h3][@id]")]
                for each in (url, PLAIN + url)
            ]
            assert ids[0] == ids[1], url


def test_language_canonical_and_alternates(built_site: Path) -> None:
    """``html lang``, canonical and alternate links name this page and its twin."""
    for url in page_urls(built_site):
        tree = tree_of(built_site, url)
        address = url.removeprefix(PLAIN)
        assert tree.get("lang") == ("ja-simple" if url.startswith(PLAIN) else "ja"), url
        assert tree.xpath("//link[@rel='canonical']/@href") == [SITE + url]
        alternates = {link.get("hreflang"): link.get("href") for link in tree.xpath("//link[@rel='alternate'][@hreflang]")}
        assert alternates == {"ja": SITE + address, "ja-simple": SITE + PLAIN + address}, url


def test_variant_switch_leads_to_the_twin(built_site: Path) -> None:
    """One link, to the same page in the other variant."""
    for url in page_urls(built_site):
        links = tree_of(built_site, url).xpath("//variant-switch//a/@href")
        twin = url.removeprefix(PLAIN) if url.startswith(PLAIN) else PLAIN + url
        assert [urljoin(SITE + url, link) for link in links] == [SITE + twin], url


def test_sitemap_lists_every_page_once(built_site: Path) -> None:
    """Both variants, nothing else."""
    listed = re.findall(r"<loc>([^<]+)</loc>", (built_site / "sitemap.xml").read_text(encoding="utf-8"))
    assert sorted(listed) == sorted(SITE + url for url in page_urls(built_site))


def test_internal_links_and_fragments_lead_somewhere(built_site: Path) -> None:
    """No dead link, no dead fragment."""
    ids: dict[str, set[str]] = {}
    broken = []
    for url in page_urls(built_site):
        for href in tree_of(built_site, url).xpath("//body//@href"):
            target, fragment = urldefrag(urljoin(SITE + url, href))
            if not target.startswith(SITE) or urlsplit(href).scheme in {"tel", "mailto"}:
                continue
            path = urlsplit(target).path.lstrip("/")
            if not (built_site / path / "index.html").exists() and not (built_site / path).is_file():
                broken.append((url, href))
            elif fragment:
                if path not in ids:
                    ids[path] = set(tree_of(built_site, path).xpath("//@id"))
                if unquote(fragment) not in ids[path]:
                    broken.append((url, href))
    assert broken == []


def test_nothing_is_loaded_from_elsewhere(built_site: Path) -> None:
    """Scripts, styles and pictures are files of this site."""
    for url in page_urls(built_site):
        tree = tree_of(built_site, url)
        for source in [*tree.xpath("//@src"), *tree.xpath("//link[@rel='stylesheet' or @rel='icon']/@href")]:
            assert not urlsplit(source).netloc, (url, source)
            assert (built_site / posixpath.normpath(posixpath.join(url, source))).is_file(), (url, source)


def test_pages_hold_no_scripts_styles_or_handlers(built_site: Path) -> None:
    """What the strict build lets through: inline code, ``on…`` attributes, dangerous links."""
    for url in page_urls(built_site):
        tree = tree_of(built_site, url)
        assert tree.xpath("//script[not(@src) and not(@type='application/json' or @type='application/ld+json')]") == [], url
        assert tree.xpath("//style | //iframe | //object | //embed | //@style") == [], url
        assert [name for element in tree.iter() for name in getattr(element, "attrib", {}) if name.startswith("on")] == [], url
        assert [
            href
            for href in tree.xpath("//@href")
            if not re.match(r"(https?:|tel:|mailto:|#|[./A-Za-z0-9_-]+)", href) or href.lower().startswith(("javascript:", "data:"))
        ] == [], url


def test_only_organisations_are_told_to_search_engines_and_only_as_json(built_site: Path) -> None:
    """One script of data on the page of each organisation, without a character that could end it; its numbers are the page's."""
    for url in page_urls(built_site):
        tree = tree_of(built_site, url)
        scripts = tree.xpath("//script[@type='application/ld+json']")
        assert len(scripts) == (tree.get("data-page-kind") == "organisation"), url
        for script in scripts:
            assert "<" not in script.text, url
            data = json.loads(script.text)
            shown = {text_without_readings(link) for link in tree.xpath("//main//a[starts-with(@href, 'tel:')]")}
            told = {
                channel["servicePhone"]["telephone"]
                for service in data["@graph"]
                for channel in service.get("availableChannel", [])
                if "servicePhone" in channel
            }
            assert told <= shown, url
            assert all(urljoin(SITE + url, f"#{service['@id'].partition('#')[2]}") == service["url"] for service in data["@graph"][1:]), url


def test_titles_ids_and_descriptions_hold_no_readings(built_site: Path) -> None:
    """Plain-text surfaces carry plain text."""
    for url in page_urls(built_site):
        tree = tree_of(built_site, url)
        assert tree.xpath("//head//ruby | //title/*") == [], url
        assert all(re.fullmatch(r"[A-Za-z][A-Za-z0-9_-]*", each) for each in tree.xpath("//@id")), url


def test_ids_are_unique(built_site: Path) -> None:
    """One id, one place."""
    for url in page_urls(built_site):
        ids = tree_of(built_site, url).xpath("//@id")
        assert len(ids) == len(set(ids)), (url, sorted({each for each in ids if ids.count(each) > 1}))


def test_every_kanji_of_the_plain_variant_has_a_reading(built_site: Path) -> None:
    """No kanji without a reading where HTML allows ruby."""
    inside = f"//body//text()[not(ancestor::ruby) and not({NO_RUBY}) and not(ancestor::*[@data-no-ruby]) and not(ancestor::*[@lang and not(starts-with(@lang, 'ja'))])]"
    plain = [url for url in page_urls(built_site) if url.startswith(PLAIN)]
    bare = [(url, node.strip()[:40]) for url in plain for node in tree_of(built_site, url).xpath(inside) if KANJI.search(node)]
    assert bare == []


def test_search_data_holds_no_readings_in_titles(built_site: Path) -> None:
    """Titles and summaries of the search data are those of the pages."""
    for name in ("ja", "easy"):
        data = json.loads((built_site / "data" / "search" / f"{name}.json").read_text(encoding="utf-8"))
        titles = [document["title"] for document in data["documents"]]
        assert "法テラス・サポートダイヤル" in titles
        assert not [title for title in titles if "<" in title or "（ほう" in title]


def test_search_data_names_pages_that_exist(built_site: Path) -> None:
    """Every hit leads to a page and a place on it."""
    for name in ("ja", "easy"):
        for document in json.loads((built_site / "data" / "search" / f"{name}.json").read_text(encoding="utf-8"))["documents"]:
            path, fragment = urldefrag(document["url"])
            assert (built_site / path / "index.html").exists(), document["url"]
            if fragment:
                assert fragment in tree_of(built_site, path).xpath("//@id"), document["url"]


@pytest.mark.parametrize("prefix", ["", PLAIN])
def test_questions_read_without_scripts(built_site: Path, prefix: str) -> None:
    """Stem, options and folded answers with reasons stand in the page."""
    tree = tree_of(built_site, f"{prefix}lectures/a1/")
    forms = tree.xpath("//form[@data-question]")
    assert len(forms) >= 32
    for form in forms:
        assert text_without_readings(form.xpath(".//legend")[0]).strip()
        answers = form.xpath(".//details[@data-part='answers']//li")
        assert 3 <= len(answers) <= 4
        assert all(len(text_without_readings(answer)) > 20 for answer in answers)
        correct = len(form.xpath(".//*[@data-option][@data-correct]"))
        assert correct == {"single": 1, "match": 1, "order": len(answers)}.get(form.get("data-kind"), correct) > 0
        assert form.xpath(".//input[@checked]") == []


def test_every_page_says_it_is_not_the_agencys(built_site: Path) -> None:
    """The footer of every page, in both variants."""
    for url in page_urls(built_site):
        footer = text_without_readings(tree_of(built_site, url).xpath("//footer")[0])
        assert "独立した学習教材です" in footer, url
        assert "出入国在留管理庁" in footer, url


def test_directory_entries_show_their_dates(built_site: Path) -> None:
    """Date of the source, day it was read, and whether a person has verified it."""
    for prefix in ("", PLAIN):
        found = tree_of(built_site, f"{prefix}directory/fields/e2-02/").xpath("//*[@data-entry]//*[@class='dates']")
        assert found
        for dates in found:
            text = text_without_readings(dates)
            assert "資料の日" in text
            assert "写しを読んだ日" in text
            assert "未確認" in text


@pytest.mark.parametrize("prefix", ["", PLAIN])
@pytest.mark.parametrize("slug", ["now", "same-day", "days", "routine"])
def test_urgency_page_is_linked_from_its_services_and_lists_them(built_site: Path, prefix: str, slug: str) -> None:
    """The page that lists a service is the one that the service names, and the directory leads to it."""
    url = f"{prefix}directory/urgency/{slug}/"
    assert url in {urljoin(SITE + prefix + "directory/", href).removeprefix(SITE) for href in tree_of(built_site, f"{prefix}directory/").xpath("//main//@href")}
    listed = {urljoin(SITE + url, href) for href in tree_of(built_site, url).xpath("//main//ul[@class='entries' or @class='nationwide']//@href") if "#" in href}
    assert listed
    for target in listed:
        page, anchor = urldefrag(target)
        (fact,) = tree_of(built_site, page.removeprefix(SITE)).xpath(
            f"//section[@id='{anchor}']//a[contains(@href, 'directory/urgency/') or contains(@href, '../urgency/')]/@href"
        )
        assert urljoin(page, fact) == SITE + url, target


def test_page_of_what_cannot_wait_begins_with_the_emergency_numbers(built_site: Path) -> None:
    """110 and 119 before any list, as the header has them; a quarrel about a purchase is no danger to life."""
    tree = tree_of(built_site, "directory/urgency/now/")
    header = tree.xpath("//header//a[starts-with(@href, 'tel:')]/@href")
    assert {"tel:110", "tel:119", "tel:118", "tel:189", "tel:%238008", "tel:188"} <= set(header)
    first = tree.xpath("//main//ul[@class='urgency__numbers']//a[starts-with(@href, 'tel:')]/@href")
    assert first == [number for number in header if number in first]
    assert first[:2] == ["tel:110", "tel:119"]
    assert "tel:188" not in first


def test_every_cell_of_the_coverage_says_in_words_what_its_sign_means(built_site: Path) -> None:
    """A number or a word for whoever does not see the sign; 47 rows, 14 columns, a caption, a page of less than 200 kB."""
    for url in page_urls(built_site):
        if "directory/coverage/" in url:
            assert (built_site / url / "index.html").stat().st_size < 200_000, url
            for row in tree_of(built_site, url).xpath("//table[@class='coverage']/tbody/tr"):
                cells = row.xpath("./td")
                assert (len(row.xpath("./th[@scope='row']")), len(cells)) == (1, 14), url
                assert all(re.fullmatch(r"\d+|\(\d+\)\D+|[△×]\D+", cell.text_content()) for cell in cells), url
    (table,) = tree_of(built_site, "directory/coverage/").xpath("//div[@role='region' and @tabindex='0']/table[caption]")
    assert len(table.xpath("./tbody/tr")) == 48


@pytest.mark.parametrize("prefix", ["", PLAIN])
def test_languages_stand_in_their_own_script_where_they_are_chosen(built_site: Path, prefix: str) -> None:
    """With their language, so that they are spoken and drawn right; no reading is put over Chinese."""
    finder = tree_of(built_site, f"{prefix}directory/").xpath("//input[@name='language']/following-sibling::span/bdi")
    assert {"vi": "Tiếng Việt", "zh": "中文", "ne": "नेपाली"}.items() <= {each.get("lang"): each.text_content() for each in finder}.items()
    title = tree_of(built_site, f"{prefix}directory/languages/zh/").xpath("//h1/bdi[@lang='zh']")
    assert [each.text_content() for each in title] == ["中文"]
    card = tree_of(built_site, f"{prefix}directory/houterasu/").xpath("//li[@class='channel']//dd/bdi/@lang")
    assert "vi" in card
    assert "ja" not in card
    for url in page_urls(built_site):
        assert not tree_of(built_site, url).xpath("//bdi//ruby | //bdi[not(@lang)]"), url


def test_numbers_can_be_dialled(built_site: Path) -> None:
    """A ``tel:`` link holds digits (or an escaped #) and shows the same number."""
    for url in page_urls(built_site):
        for link in tree_of(built_site, url).xpath("//a[starts-with(@href, 'tel:')]"):
            dialled = unquote(link.get("href").removeprefix("tel:"))
            assert re.fullmatch(r"#?[0-9]{3,11}", dialled), (url, dialled)
            assert text_without_readings(link).replace("-", "") == dialled, (url, dialled)


def test_facts_of_a_page_are_listed_with_their_source(built_site: Path) -> None:
    """Every printed figure leads to its line."""
    for url in page_urls(built_site):
        tree = tree_of(built_site, url)
        for fact in set(tree.xpath("//a[@class='fact']/@href")):
            line = tree.xpath(f"//*[@id='{fact[1:]}']")
            assert len(line) == 1, (url, fact)
            assert line[0].xpath(".//dd//a[starts-with(@href, 'http')]"), (url, fact)


def test_not_found_page_serves_both_variants_from_any_address(built_site: Path) -> None:
    """Its links begin at the site's root; it has a search field and plain words."""
    tree = page_tree(built_site / "404.html")
    assert all(href.startswith(("/", "tel:", "http", "#")) for href in tree.xpath("//body//@href"))
    assert tree.xpath("//main//form[@action='/search/']//input[@name='q']")
    assert tree.xpath("//*[@lang='ja-simple']//ruby")


def test_theme_assets_are_not_published(built_site: Path) -> None:
    """Only our own files: no bundle, no search worker."""
    assert sorted(path.name for path in (built_site / "assets").iterdir()) == ["css", "js", "mark.svg"]
    assert not (built_site / "search" / "search_index.json").exists()
