"""How the site is built: `make docs`. What Sphinx does not know itself is in `tools/site`."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))  # for tools.site

import danvan  # noqa: E402 - tools.site and danvan are found from here on

project = "danvan"
author = "The danvan developers"
project_copyright = author
version = release = danvan.__version__
html_title = "danvan"
language = "en"

extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx.ext.napoleon",
    "tools.site",
]
exclude_patterns = ["_build"]

myst_enable_extensions = ["attrs_block", "colon_fence", "deflist", "fieldlist"]
myst_heading_anchors = 3
myst_links_external_new_tab = False

# Docstrings are written in Google style; what stands in single backticks is a name.
default_role = "py:obj"
napoleon_google_docstring = True
napoleon_numpy_docstring = False
autodoc_member_order = "bysource"
autodoc_typehints_format = "short"
autodoc_class_signature = "mixed"
python_maximum_signature_line_length = 76
python_use_unqualified_type_names = True
add_module_names = False
toc_object_entries_show_parents = "hide"

html_theme = "furo"
html_static_path = ["_static"]
templates_path = ["_templates"]
html_favicon = "_static/favicon.svg"
html_css_files = ["site.css"]
html_search_language = "vi"
html_show_search_summary = False  # it would be fetched, which files cannot be
html_show_sphinx = False
html_copy_source = False
html_theme_options = {
    "light_css_variables": {
        "color-brand-primary": "#a3161c",
        "color-brand-content": "#a3161c",
        "color-brand-visited": "#7a2a52",
        "font-stack": "'Be Vietnam Pro', system-ui, sans-serif",
        "font-stack--monospace": "'JetBrains Mono', ui-monospace, monospace",
    },
    "dark_css_variables": {
        "color-brand-primary": "#ff8f85",
        "color-brand-content": "#ff8f85",
        "color-brand-visited": "#d9a3c7",
    },
    "top_of_page_buttons": [],
}
pygments_style = "tango"
pygments_dark_style = "github-dark"
