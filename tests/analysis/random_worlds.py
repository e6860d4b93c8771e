"""Decisions of any shape within reason, for rules that hold for all of them."""

from hypothesis import strategies as st
from pieces import (
    chat,
    decision,
    egress,
    fraud,
    monthly,
    one_off,
    option,
    predictions,
    rented,
    servers,
    staff,
    storage,
    tokens,
)


def amounts(low, high):
    """Amounts with few digits: failures are easier to read."""
    return st.integers(0, 40).map(lambda n: round(low + (high - low) * n / 40, 9))


growths = amounts(-0.1, 0.1)
trends = amounts(-0.3, 0.3)
peaks = amounts(1.0, 8.0)


@st.composite
def workloads(draw):
    """A language model, a traditional model, or both."""
    grows = {
        "growth_first_year": draw(growths),
        "growth_later": draw(growths),
        "peak_to_mean": draw(peaks),
        "stored_gb": draw(amounts(0, 5_000)),
        "egress_gb": draw(amounts(0, 5_000)),
    }
    model = chat(
        requests=draw(amounts(1e4, 4e6)),
        calls_per_request=draw(amounts(1, 3)),
        cached_share=draw(amounts(0, 1)),
        **grows,
    )
    scoring = fraud(predictions=draw(amounts(1e4, 9e6)), **grows)
    return draw(st.sampled_from([[model], [scoring], [model, scoring]]))


@st.composite
def nodes(draw, works):
    """What rented machines and own servers share."""
    each = draw(amounts(50, 2_000))
    return {
        "serves": [{"workload": work["key"], "throughput": each} for work in works],
        "target_utilisation": draw(amounts(0.1, 1)),
        "spare_nodes": draw(st.sampled_from([0, 1, 2.5])),
        "price_trend": draw(trends),
    }


@st.composite
def hardware(draw, works):
    """A line of servers, sized for the peak or for less."""
    sized = draw(st.sampled_from([None, 0.0, 0.5, 1.0, 2.0]))
    return servers(
        node_price=draw(amounts(0, 300_000)),
        installation=draw(amounts(0, 9_000)),
        lead_months=draw(st.sampled_from([0, 0.5, 2, 7])),
        life_months=draw(st.sampled_from([1, 9, 36, 60])),
        value_kept=draw(amounts(0, 1)),
        pue=1.3,
        rated_kw=draw(amounts(0, 9)),
        colocation=draw(amounts(0, 200)),
        maintenance=draw(amounts(0, 0.2)),
        licences=draw(amounts(0, 900)),
        **({} if sized is None else {"base_load": sized}),
        **draw(nodes(works)),
    )


@st.composite
def services(draw, works):
    """Lines that take all that comes: managed services, or machines."""
    if draw(st.booleans()):
        extra = {"minimum_nodes": draw(st.sampled_from([0, 1, 3])), **draw(nodes(works))}
        scaling = draw(st.sampled_from(["peak", "load"]))
        return [rented(scaling=scaling, hourly_price=draw(amounts(0, 40)), **extra)]
    paid = {"price_trend": draw(trends)}
    kinds = {
        "chat": tokens(input_price=draw(amounts(0, 9)), cached_price=draw(amounts(0, 2)), **paid),
        "fraud": predictions(price=draw(amounts(0, 4)), **paid),
    }
    return [kinds[work["key"]] for work in works]


@st.composite
def around(draw):
    """Some lines that serve nothing."""
    first = draw(st.integers(1, 30))
    found = [
        staff(fte=draw(amounts(0, 3))),
        storage(price=draw(amounts(0, 0.1))),
        egress(price=draw(amounts(0, 0.2))),
        monthly(amount=draw(amounts(-500, 5_000)), first_month=first, last_month=first + 9),
        one_off(amount=draw(amounts(-2_000, 60_000)), month=draw(st.integers(1, 30))),
        one_off(
            key="tools",
            amount=draw(amounts(0, 60_000)),
            month=draw(st.integers(1, 30)),
            capital=True,
        ),
    ]
    return draw(st.lists(st.sampled_from(found), unique_by=lambda line: line["key"], max_size=4))


@st.composite
def options(draw, key, works):
    own = [draw(hardware(works))] if draw(st.booleans()) else []
    return option(key, *own, *draw(services(works)), *draw(around()))


@st.composite
def documents(draw, count=2):
    """Plain content of a decision with some options that all serve the whole demand."""
    works = draw(workloads())
    context = {
        "horizon_months": draw(st.sampled_from([1, 2, 11, 12, 13, 30])),
        "discount_rate": draw(amounts(0, 0.4)),
        "wage_growth": draw(growths),
        "start": draw(st.sampled_from(["2027-01-01", "2027-06-01", "2027-12-01"])),
    }
    found = [draw(options(f"option_{i}", works)) for i in range(count)]
    return {"options": found, "workloads": works, "context": context}


def made(document, **changes):
    """The decision of such a document."""
    content = {**document, **changes}
    return decision(*content.pop("options"), **content)
