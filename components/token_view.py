"""An answer's tokens, shaded by how probable each was, what might have stood there on hover.

A component of our own: it puts the model's words on the page as text, never as markup. Arrow keys
do what the mouse does, and an unlikely token is underlined, so that colour is not the only sign.
"""

import streamlit as st

from components.token_odds import TokenOdds

MOST = 4_000
"""Tokens drawn; more make a browser slow, and the inspector has them all."""

_ALTERNATIVES = 20

_HTML = """
<div class="key" aria-hidden="true">
  <span class="likely">90 % and more</span><span class="fair">50 to 90 %</span>
  <span class="unsure">20 to 50 %</span><span class="unlikely">below 20 %</span>
</div>
<div class="tokens" tabindex="0" role="application" aria-label="Tokens; arrow keys go through them">
</div>
<div class="told" aria-live="polite"></div>
"""

_STYLE = """
:host, .tokens, .told {font-family: var(--st-font); color: var(--st-text-color);}
.key {display: flex; gap: 0.4rem; flex-wrap: wrap; font-size: 0.75rem; margin-bottom: 0.4rem;}
.key span {padding: 0 0.35rem; border-radius: 0.25rem; border: 1px solid var(--st-border-color);}
.tokens {
  max-height: 20rem; overflow-y: auto; white-space: pre-wrap; overflow-wrap: anywhere;
  line-height: 1.7; padding: 0.5rem 0.6rem; border: 1px solid var(--st-border-color);
  border-radius: 0.5rem;
}
.tokens:focus-visible {outline: 2px solid var(--st-primary-color);}
.tokens span {border-radius: 0.2rem; cursor: default;}
.fair {background: rgba(194, 104, 26, 0.15);}
.unsure {background: rgba(194, 104, 26, 0.32); text-decoration: underline dotted 1px;}
.unlikely {background: rgba(194, 104, 26, 0.5); text-decoration: underline wavy 1px;}
.unknown {opacity: 0.7;}
.tokens .at {outline: 2px solid var(--st-primary-color);}
.told {
  min-height: 7.5rem; max-height: 14rem; overflow-y: auto; padding: 0.5rem 0.6rem;
  font-size: 0.85rem;
}
.row {
  display: grid; grid-template-columns: minmax(3rem, 1fr) 4rem minmax(2rem, 2fr); gap: 0.6rem;
}
.row code {
  font-family: var(--st-code-font); white-space: pre; overflow: hidden; text-overflow: ellipsis;
}
.row.taken code {font-weight: 700;}
.row b {font-weight: 400; text-align: right; font-variant-numeric: tabular-nums;}
.row i {height: 0.6rem; align-self: center; background: var(--st-primary-color); min-width: 1px;}
.told p {margin: 0 0 0.25rem; opacity: 0.8;}
"""

_SCRIPT = r"""
const visible = (text) => text.replaceAll(" ", "\u00b7").replaceAll("\n", "\u21b5")
  .replaceAll("\t", "\u21e5").replaceAll("\r", "\u240d") || "\u2205";
const percent = (odds) => odds === null ? "unknown"
  : odds < 0.001 ? "< 0.1 %" : (odds * 100).toFixed(1) + " %";
const grade = (odds) => odds === null ? "unknown"
  : odds >= 0.9 ? "likely" : odds >= 0.5 ? "fair" : odds >= 0.2 ? "unsure" : "unlikely";
const made = (name, text, kind) => {
  const element = document.createElement(name);
  element.textContent = text;
  if (kind) element.className = kind;
  return element;
};

export default function ({ data, parentElement }) {
  const box = parentElement.querySelector(".tokens");
  const told = parentElement.querySelector(".told");
  const spans = data.tokens.map(([text, odds]) => made("span", text, grade(odds)));
  let at = -1;

  const tell = (place) => {
    if (place < 0 || place >= spans.length || place === at) return;
    spans[at]?.classList.remove("at");
    at = place;
    spans[at].classList.add("at");
    const [text, odds, others] = data.tokens[at];
    const rows = others.length ? others : [[text, odds]];
    told.replaceChildren(
      made("p", `Token ${at + 1} of ${data.count}: ${visible(text)}, ${percent(odds)}`),
      ...rows.map(([other, its]) => {
        const row = made("div", "", other === text ? "row taken" : "row");
        const bar = made("i", "");
        bar.style.width = `${(its ?? 0) * 100}%`;
        row.append(made("code", visible(other)), made("b", percent(its)), bar);
        return row;
      }),
    );
  };
  const step = (event) => {
    const steps = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 10, ArrowUp: -10 };
    const [first, last] = [0, spans.length - 1];
    const to = event.key === "Home" ? first : event.key === "End" ? last
      : event.key in steps ? Math.min(Math.max(at + steps[event.key], first), last) : null;
    if (to === null) return;
    event.preventDefault();
    tell(to);
    spans[at].scrollIntoView({ block: "nearest" });
  };

  box.replaceChildren(...spans);
  told.replaceChildren(made("p", "Point at a token, or go through them with the arrow keys."));
  box.onpointerover = (event) => tell(spans.indexOf(event.target));
  box.onkeydown = step;
}
"""

_draw_tokens = st.components.v2.component("token_probabilities", html=_HTML, css=_STYLE, js=_SCRIPT)


def draw_tokens(tokens: tuple[TokenOdds, ...], *, key: str) -> None:
    """The tokens as they stand in the text."""
    if not tokens:
        st.caption("The gateway gave no probabilities that can be read, or they are not kept.")
        return
    if len(tokens) > MOST:
        st.caption(f"The first {MOST:,} of {len(tokens):,} tokens.")
    rows = [
        [token.text, token.probability, [list(one) for one in token.alternatives[:_ALTERNATIVES]]]
        for token in tokens[:MOST]
    ]
    _draw_tokens(key=f"tokens-{key}", data={"tokens": rows, "count": len(tokens)})
