// The search page: pagefind where the site is served, Sphinx's own index where it is opened as files
// (browsers let no script read the files beside it then).
"use strict";

(() => {
  const root = document.currentScript.dataset.root;
  const form = document.querySelector(".site-search form");
  const input = form.elements.q;
  const status = document.getElementById("search-status");
  const list = document.getElementById("pagefind-results");
  const SHOWN = 20;

  // Vietnamese is looked for as it is typed by people in a hurry: without marks, đ as d.
  const folded = (text) =>
    text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d").replace(/Đ/g, "D");

  const load = (name) =>
    new Promise((done, failed) => {
      const script = document.createElement("script");
      script.src = root + name;
      script.onload = done;
      script.onerror = failed;
      document.body.append(script);
    });

  const searchFiles = async () => {
    for (const name of ["_static/language_data.js", "_static/searchtools.js", "searchindex.js"])
      await load(name);
  };

  // The index holds a copy of each word with đ behind a sign (tools/site/index.py): mark the word, and
  // leave the copy out.
  const withoutCopies = (text) =>
    text
      .replace(/(\S+) <mark>\ue000\S*?<\/mark>\S*/g, "<mark>$1</mark>")
      .replace(/\s*\ue000[^\s<]*(?: (?=[.,;:!?)…]))?/g, "");

  const link = (result) => {
    const anchor = document.createElement("a");
    anchor.href = result.url;
    anchor.textContent = withoutCopies(result.title || result.meta.title);
    return anchor;
  };

  const excerpt = (result) => {
    const words = document.createElement("p");
    words.className = "excerpt";
    words.innerHTML = withoutCopies(result.excerpt); // pagefind escapes all but its own <mark>
    return words;
  };

  const item = (page) => {
    const element = document.createElement("li");
    element.append(link(page));
    const within = page.sub_results.filter((part) => part.url !== page.url).slice(0, 3);
    if (!within.length) element.append(excerpt(page));
    else {
      const parts = document.createElement("ul");
      for (const part of within) {
        const entry = document.createElement("li");
        entry.append(link(part), excerpt(part));
        parts.append(entry);
      }
      element.append(parts);
    }
    return element;
  };

  const searchServed = async () => {
    const pagefind = await import(new URL(`${root}pagefind/pagefind.js`, document.baseURI).href);
    // Vietnamese words are short: what merely begins like one is mostly another ("hoà", "hoạch").
    await pagefind.options({ ranking: { termSimilarity: 10 } });
    let asked = 0;
    const show = async () => {
      const mine = ++asked;
      const words = input.value.trim();
      if (!words) return list.replaceChildren();
      const found = await pagefind.search(folded(words));
      const pages = await Promise.all(found.results.slice(0, SHOWN).map((result) => result.data()));
      if (mine !== asked) return;
      const count = found.results.length;
      status.textContent = count === 1 ? "1 page" : `${count} pages`;
      list.replaceChildren(...pages.map(item));
    };
    input.addEventListener("input", show);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      history.replaceState(null, "", `?q=${encodeURIComponent(input.value)}`);
      show();
    });
    await show();
  };

  input.value = new URLSearchParams(location.search).get("q") || "";
  const search = location.protocol === "file:" ? searchFiles : searchServed;
  search().catch(() => {
    status.textContent = "The search index is not there: build the site with `make docs`.";
  });
})();
