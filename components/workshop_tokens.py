"""What the tools cost in every request: estimated at once, counted exactly when asked for."""

from collections.abc import Sequence

import streamlit as st

from components.figures import counted
from components.keeping import present_workspace
from components.plain import escaped, with_code
from components.setup import Setup, current_setup
from components.workshop import Workshop
from components.zones import local
from switchboard.probes import Plan, TokenCount
from switchboard.token_estimates import ToolCost, tool_costs
from switchboard.tools import Tool, Toolset

_MOST_DESCRIPTIONS = 6
_LONGEST = 90


def tokens_panel(workshop: Workshop, toolset: Toolset, tool: Tool | None) -> None:
    """The costs of all tools, the dearest descriptions of the chosen one, and an exact count."""
    if tool is None:
        st.caption("No tools yet, so nothing is sent with a request.")
        return
    costs = tool_costs(toolset.tools)
    total = sum(cost.tokens for cost in costs)
    st.markdown(f"**≈\N{NO-BREAK SPACE}{counted(total, 'token')}** in every request")
    if len(costs) > 1:
        _all_tools(costs, total)
    _descriptions(next(cost for cost in costs if cost.name == tool.name))
    st.caption(
        "≈ is estimated from the definitions as they are sent, 4.3 bytes a token; most are within "
        "15\N{NO-BREAK SPACE}%. Gateways write tools into the prompt in forms of their own."
    )
    _exactly(workshop, toolset)


def _all_tools(costs: Sequence[ToolCost], total: int) -> None:
    rows = [
        {
            "Tool": cost.name,
            "Tokens ≈": cost.tokens,
            "Descriptions ≈": cost.described,
            "Share": cost.tokens / total,
        }
        for cost in sorted(costs, key=lambda cost: -cost.tokens)
    ]
    st.dataframe(
        rows,
        hide_index=True,
        height="auto" if len(rows) < 10 else 360,
        column_config={
            "Share": st.column_config.ProgressColumn(format="percent", max_value=1, width=90)
        },
    )


def _descriptions(cost: ToolCost) -> None:
    if not cost.descriptions:
        st.markdown(f"**{escaped(cost.name)}** has no descriptions.")
        return
    st.markdown(
        f"**{escaped(cost.name)}**: ≈\N{NO-BREAK SPACE}{counted(cost.tokens, 'token')}, "
        f"{cost.described:,} of them descriptions, the dearest first"
    )
    lines = [
        f"- {each.tokens:,} · `{_place(each.path[:-1])}` · {escaped(_cut(each.text))}"
        for each in cost.descriptions[:_MOST_DESCRIPTIONS]
    ]
    if len(cost.descriptions) > _MOST_DESCRIPTIONS:
        lines.append(f"- … and {len(cost.descriptions) - _MOST_DESCRIPTIONS} more")
    st.markdown("\n".join(lines))


def _exactly(workshop: Workshop, toolset: Toolset) -> None:
    setup = current_setup(present_workspace())
    model = present_workspace().conversation.model
    count = workshop.errands.token_count
    if count and count.is_running:
        _follow(workshop)
        return
    reason = _why_not(setup, toolset, model)
    st.button(
        "Count exactly",
        icon=":material/calculate:",
        key="workshop-count",
        on_click=_start,
        args=(workshop, toolset, setup, model),
        disabled=bool(reason),
    )
    if reason:
        st.caption(escaped(reason))
    elif setup.gateway:
        st.caption(
            f"Sends two questions of one token to {escaped(setup.gateway.name)} as "
            f"{escaped(model)}, with the tools and without."
        )
    if count:
        _outcome(count)
        if count.tools != tuple(tool.definition() for tool in toolset.tools):
            st.caption("That was before the toolset's latest changes.")


def _why_not(setup: Setup, toolset: Toolset, model: str) -> str:
    if setup.gateway is None:
        return f"The Playground's gateway has no usable address: {setup.address_problem}"
    if not model:
        return "Pick a model in the Playground first."
    if not toolset.is_sendable:
        return "Mend the toolset first: it can't be sent as it is."
    return setup.profile.refused.get("tools", "")


def _start(workshop: Workshop, toolset: Toolset, setup: Setup, model: str) -> None:
    if setup.gateway is None:
        return
    plan = Plan(setup.gateway, model, limit_field=setup.profile.token_limit_field)
    workshop.errands.token_count = TokenCount(plan, [tool.definition() for tool in toolset.tools])
    workshop.errands.token_count.start()


@st.fragment(run_every=0.3)
def _follow(workshop: Workshop) -> None:
    count = workshop.errands.token_count
    if count is None or not count.is_running:
        st.rerun()
    with st.container(horizontal=True, vertical_alignment="center"):
        st.progress(count.progress, text=escaped(f"Asking {count.plan.model}…"))
        st.button(
            "Stop", icon=":material/stop_circle:", key="workshop-count-stop", on_click=count.stop
        )


def _outcome(count: TokenCount) -> None:
    counted_tokens = count.counted
    if counted_tokens is None:
        st.warning(with_code(count.failure))
        return
    at = local(counted_tokens.at)
    st.markdown(
        f"**{counted(counted_tokens.tokens, 'token')}** exactly, as "
        f"{escaped(count.plan.gateway.name)} counted for {escaped(counted_tokens.model)} at "
        f"{at:%H:%M}: {counted_tokens.with_tools:,} with the tools, {counted_tokens.without:,} "
        "without."
    )


def _place(path: tuple[str | int, ...]) -> str:
    names = [str(part) for part in path if part not in ("parameters", "properties")]
    return ".".join(names).replace("`", "'") or "the tool"


def _cut(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1].rstrip()}…"
