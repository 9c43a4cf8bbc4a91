"""The only file that knows MkDocs: each event fetches, calls the domain, returns.

MkDocs runs the events once per locale; the loaded portal lives in ``config.extra`` and nothing in this module. Everything is imported at
the top because ``hooks/`` is on the import path only while MkDocs loads this file.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import StrictUndefined
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from portal.addresses import address_of, url_of
from portal.generated import GeneratedPage, generated_pages
from portal.locales import LOCALES
from portal.problems import SourceError
from portal.publishing import Publisher
from portal.table_labels import TableLabels

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page

VARIANTS = {locale: variant for variant, locale in LOCALES.items()}
AFTER_I18N = -101
BEFORE_I18N = 0
THEME_ASSETS = os.path.join("material", "templates", "assets")  # noqa: PTH118 - a part of a path


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Load the portal once per build; every problem of the sources ends the build in one message."""
    if "publisher" not in config.extra:
        try:
            config.extra["publisher"] = Publisher.load(Path(config.config_file_path).parent, str(config.site_url or ""))
        except SourceError as error:
            message = f"原稿に問題が {len(error.problems)} 件あります。\n{error}"
            raise PluginError(message) from error
        config.extra["stubs"] = tempfile.TemporaryDirectory(prefix="portal-stubs-")  # goes with the configuration
        config.markdown_extensions.append(TableLabels())  # type: ignore[arg-type]  # Python-Markdown takes objects too
    return config


@event_priority(AFTER_I18N)
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Leave the theme's own assets and unpublished units out; add the pages that come from records."""
    publisher: Publisher = config.extra["publisher"]
    i18n: Any = config.plugins["i18n"]
    for file in list(files):
        unit = file.src_uri.partition("/units/")[2].removesuffix(".md").upper()
        if THEME_ASSETS in str(file.abs_src_path) or (unit and unit not in publisher.portal.published):
            files.remove(file)
    folder = Path(config.extra["stubs"].name)
    for page in generated_pages(publisher.portal, VARIANTS[i18n.current_language]):
        files.append(_stub(page, folder, i18n.current_language, config))
    i18n.i18n_files_per_language[i18n.current_language] = files.documentation_pages()
    return files


def _stub(page: GeneratedPage, folder: Path, locale: str, config: MkDocsConfig) -> File:
    """A file outside ``docs_dir`` with the attributes that the i18n plugin gives its own."""
    source_uri = f"{locale}/{page.address}.md"
    path = folder / source_uri
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"---\ntemplate: {page.template}\nkind: {page.kind}\nkey: {page.key}\n---\n", encoding="utf-8")
    file = File(source_uri, str(folder), config.site_dir, config.use_directory_urls, inclusion=InclusionLevel.INCLUDED)
    file.url = url_of(page.address, VARIANTS[locale])
    file.dest_uri = f"{file.url}index.html"
    file.abs_dest_path = os.path.normpath(os.path.join(config.site_dir, file.dest_uri))  # noqa: PTH118 - as MkDocs holds it
    file.locale = locale  # type: ignore[attr-defined]  # the i18n plugin's own attributes, here and below
    file.localization = locale  # type: ignore[attr-defined]
    file.locale_alternate_of = locale  # type: ignore[attr-defined]
    file.norm_src_uri = f"{page.address}.md"  # type: ignore[attr-defined]
    file.alternates = {locale: file}  # type: ignore[attr-defined]
    return file


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:  # noqa: ARG001 - MkDocs passes them by name
    """Escape everything a template prints (MkDocs leaves that off); a missing name is an error, not an empty string."""
    env.autoescape = True
    env.undefined = StrictUndefined
    return env


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001 - MkDocs passes them by name
    """Print the inline references of a page; give a unit its template."""
    publisher: Publisher = config.extra["publisher"]
    address = _address(page)
    if address.startswith("units/"):
        page.meta.update({"template": "unit.html", "kind": "unit", "key": address.removeprefix("units/").upper()})
    return publisher.markdown(markdown, _variant(page), page.url)


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation) -> dict[str, Any]:  # noqa: ARG001 - MkDocs passes them by name
    """Hand the page's view to its template."""
    publisher: Publisher = config.extra["publisher"]
    context["view"] = publisher.view(_address(page), _variant(page), page.meta, page.content or "")
    return context


def on_template_context(context: dict[str, Any], template_name: str, config: MkDocsConfig) -> dict[str, Any]:
    """Views of the pages that have no source: 404 and the site map."""
    publisher: Publisher = config.extra["publisher"]
    context["view"] = publisher.standalone_view(template_name)
    return context


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """Furigana for the 404 page."""
    publisher: Publisher = config.extra["publisher"]
    return publisher.furigana(output_content) if template_name.endswith(".html") else output_content


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Furigana goes in last, so that titles, ids, descriptions and search never hold readings."""
    publisher: Publisher = config.extra["publisher"]
    return publisher.furigana(output, _address(page), _variant(page))


@event_priority(BEFORE_I18N)
def on_post_build(config: MkDocsConfig) -> None:
    """Write the data that the browser fetches and shrink its scripts."""
    publisher: Publisher = config.extra["publisher"]
    i18n: Any = config.plugins["i18n"]
    publisher.write_data(Path(config.site_dir), VARIANTS[i18n.current_language])
    publisher.shrink_scripts(Path(config.site_dir))


def _variant(page: Page) -> Any:
    return VARIANTS[page.file.locale]  # type: ignore[attr-defined]  # set by the i18n plugin


def _address(page: Page) -> str:
    return address_of(str(page.file.norm_src_uri))  # type: ignore[attr-defined]  # set by the i18n plugin
