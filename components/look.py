"""The few rules of style that the theme cannot express."""

STYLE = """
<style>
.stMainBlockContainer {padding: 3rem 2.25rem 1.5rem;}
[data-testid="stBottomBlockContainer"] {padding: 0.5rem 2.25rem 1.25rem;}
[data-testid="stSidebarHeader"] {height: 2.25rem; margin-bottom: 0;}

/* The toolset stays in sight beside a long conversation; where there is little room, above it. */
[data-testid="stColumn"]:has(.st-key-toolset) {position: sticky; top: 3rem; align-self: flex-start;}
@media (max-width: 1100px) {
  [data-testid="stHorizontalBlock"]:has(> [data-testid="stColumn"] .st-key-toolset) {
    flex-direction: column;
  }
  [data-testid="stColumn"]:has(.st-key-toolset), [data-testid="stColumn"]:has(.st-key-talk) {
    position: static; width: 100%; flex: none;
  }
}

/* The workshop's editor stays in sight too; where there is little room, it stands above. */
[data-testid="stColumn"]:has(.st-key-workshop-editor) {
  position: sticky; top: 3rem; align-self: flex-start;
}
@media (max-width: 1100px) {
  [data-testid="stColumn"]:has(.st-key-workshop-editor) {position: static;}
  .st-key-workshop > [data-testid="stLayoutWrapper"] > [data-testid="stHorizontalBlock"],
  .st-key-workshop > [data-testid="stHorizontalBlock"] {flex-direction: column;}
  .st-key-workshop > * > [data-testid="stHorizontalBlock"] > [data-testid="stColumn"],
  .st-key-workshop > [data-testid="stHorizontalBlock"] > [data-testid="stColumn"] {
    width: 100%; flex: none;
  }
}
/* Lists of problems: the line to go to, and beside it the sentence. */
.st-key-workshop-problem-list button, .st-key-workshop-advice-list button {
  min-height: 1.5rem; padding-block: 0; white-space: nowrap;
}

/* Charts beside each other where there is room; the chosen period as readable as the others. */
@media (max-width: 1100px) {
  .st-key-usage-per-model [data-testid="stHorizontalBlock"] {flex-direction: column;}
  .st-key-usage-per-model [data-testid="stColumn"] {width: 100%; flex: none;}
}
.st-key-usage-period button {color: inherit !important;}

/* A message's menu: three dots in its corner. Its label is for those who hear the page. */
[data-testid="stChatMessage"] {position: relative; padding-right: 3rem;}
[data-testid="stChatMessageContent"] > * > [class*="st-key-talk-menu-"] {
  position: absolute; top: 0.75rem; right: 0.5rem; width: auto;
}
[class*="st-key-talk-menu-"] button {padding: 0 0.4rem; min-height: 1.75rem;}
[class*="st-key-talk-menu-"] button > div > [aria-hidden="true"] {display: none;}
[class*="st-key-talk-menu-"] [data-testid="stMarkdownContainer"],
[class*="-only-icon-"] [data-testid="stMarkdownContainer"] {
  position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
}

/* Stop stands beside the composer while an answer arrives. */
.st-key-talk-stop, .st-key-talk-cancel {display: none;}
.stMain:has(.talk-arrives) .st-key-talk-stop,
.stMain:has(.talk-waits) .st-key-talk-cancel {
  display: block; position: absolute; right: 6rem; bottom: 1.75rem; width: auto; z-index: 1;
}
[data-testid="stElementContainer"]:has(.talk-arrives, .talk-waits) {display: none;}

/* Small buttons close above the composer; the composer stays where a person expects it. */
.st-key-talk-tools {margin-bottom: -0.75rem; row-gap: 0.25rem;}
.st-key-talk-tools button {min-height: 1.75rem; padding-block: 0.1rem;}

/* An open popover's button as readable as the others, in dark too. */
[data-testid="stPopoverButton"][kind="tertiary"][aria-expanded="true"] {color: inherit !important;}

/* The tree of branches: a line of text each. */
.st-key-talk-branch-tree button {min-height: 1.5rem; padding: 0;}

/* A wide table in a drawer; what the model did stays beside its sign. */
.st-key-talk-sweep-table table {font-size: 0.875rem;}
.st-key-talk-sweep-table td:nth-child(2) {white-space: nowrap;}

[class*="st-key-talk-card-"] textarea, [class*="-answer-fields"] textarea {
  font-family: "Source Code Pro", ui-monospace, monospace; font-size: 0.85rem;
}
</style>
"""
