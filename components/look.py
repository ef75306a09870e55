"""The few rules of style that the theme cannot express."""

STYLE = """
<style>
.block-container {padding-top: 3.2rem; padding-bottom: 2rem;}
/* The workbench: toolset beside conversation, one above the other where there is little room. */
.st-key-workbench > [data-testid="stHorizontalBlock"],
.st-key-workbench [data-testid="stHorizontalBlock"]:has(> [data-testid="stColumn"] .st-key-talk) {
  flex-wrap: wrap;
}
@media (max-width: 1100px) {
  [data-testid="stColumn"]:has(> div .st-key-talk),
  [data-testid="stColumn"]:has(> div .st-key-toolset) {flex: 1 1 100% !important; width: 100%;}
}
.st-key-toolset textarea, [class*="st-key-result-"] textarea {font-family: var(--st-code-font);}
</style>
"""
