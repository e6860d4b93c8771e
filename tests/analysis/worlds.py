"""Small decisions to calculate with, each for one thing that decisions have."""

from pieces import (
    BOTH,
    HARDWARE,
    bill,
    billed,
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

from desktop_app.decision.edits import set_value
from desktop_app.decision.fields import field_spec, quantities


def two_options(**changes):
    """Pay by the token, or rent whole machines."""
    return decision(
        option("managed", tokens()),
        option("machines", rented(), approach="partially_managed"),
        **{"workloads": [chat()], "baseline": "managed", **changes},
    )


def hybrid(**changes):
    """Own servers for the mean load; a model service before they arrive and above them."""
    service = tokens(input_price=3.0, output_price=12.0)
    return decision(
        option("managed", service),
        option("hybrid", servers(base_load=1.0, **HARDWARE), service, approach="hybrid"),
        workloads=[chat(growth_first_year=0.05)],
        **{"baseline": "managed", **changes},
    )


def foreign(rate=0.9, **changes):
    """A service priced in dollars, growing past rented machines; a decision in euros."""
    dollars = [{"key": "usd", "currency": "USD", "rate": rate, "on": "2026-11-20"}]
    return decision(
        option(
            "managed",
            tokens(
                input_price={"likely": 2.0, "currency": "USD"},
                output_price={"likely": 8.0, "currency": "USD"},
            ),
            predictions(),
            one_off(key="tools", amount=500, capital=True),
        ),
        option("machines", rented(serves=BOTH, hourly_price=0.8), approach="partially_managed"),
        workloads=[chat(growth_first_year=0.03), fraud()],
        **{"context": {"exchange_rates": dollars}, **changes},
    )


def from_bill(by_month=None, **changes):
    """Staying as billed, or paying by the token."""
    spent = by_month or {"2026-08": 3000, "2026-09": 4000, "2026-10": 5000}
    return decision(
        option("stay", billed()),
        option("managed", tokens()),
        workloads=[chat(growth_first_year=0.02)],
        bills=[bill(spent)],
        **{"baseline": "stay", **changes},
    )


def around(**changes):
    """The same services twice: with what stands around, and with one amount for all that."""
    served, data = (tokens(), predictions()), {"stored_gb": 5_000, "egress_gb": 2_000}
    return decision(
        option("apart", *served, staff(fte=0.1), storage(), egress(), monthly(), one_off()),
        option("together", *served, monthly(amount=1_900), one_off(key="tools", capital=True)),
        workloads=[chat(growth_first_year=0.02, **data), fraud(**data)],
        **{"context": {"wage_growth": 0.04}, "baseline": "apart", **changes},
    )


def committed(**changes):
    """Spend that is promised and not reached in the first months, and amounts that are indexed."""
    data = {"stored_gb": 5_000, "egress_gb": 2_000}
    promised = (tokens(minimum_spend=4_000), predictions(minimum_spend=1_300))
    free = (tokens(input_price=3.0, batch_discount=0.5), predictions())
    indexed = {"price_trend": 0.04}
    around_it = (storage(**indexed), egress(**indexed), monthly(**indexed))
    return decision(
        option("managed", *free, *around_it, one_off(key="tools", amount=500, capital=True)),
        option("promised", *promised, *around_it),
        option("other", tokens(input_price=2.6, minimum_spend=4_000), *promised[1:], *around_it),
        workloads=[
            chat(growth_first_year=0.05, batch_share=0.2, **data),
            fraud(growth_first_year=0.05, **data),
        ],
        **{"baseline": "managed", **changes},
    )


def every_line(**changes):
    """Two workloads over twenty months and every kind of cost line, growth and trend."""
    full = {"price_trend": -0.1, "target_utilisation": 0.7, "spare_nodes": 1, "serves": BOTH}
    work = {"growth_first_year": 0.03, "growth_later": 0.01, "stored_gb": 800, "egress_gb": 90}
    behind = (
        tokens(cached_price=0.2, price_trend=-0.2),
        predictions(price_trend=-0.05),
    )
    beside = (storage(), egress(), monthly(first_month=3, last_month=9))
    once = (one_off(month=4), one_off(key="tools", label="Tools", month=2, capital=True))
    rent = {"minimum_nodes": 2, "hourly_price": 0.9, **full}
    return decision(
        option("stay", billed(serves=["chat", "fraud"], price_trend=0.03), *once),
        option("managed", *behind, *beside, *once),
        option("by_peak", rented(**rent), staff(), *once, approach="partially_managed"),
        option("by_load", rented(scaling="load", **rent), *once, approach="partially_managed"),
        option("own", servers(**HARDWARE | full), *behind, staff(), approach="self_managed"),
        option("hybrid", servers(base_load=1.1, **HARDWARE | full), *behind, approach="hybrid"),
        workloads=[
            chat(cached_share=0.3, calls_per_request=1.5, **work),
            fraud(**work),
        ],
        bills=[bill({"2026-07": 6000, "2026-08": 9000, "2026-09": 7000, "2026-10": 8000})],
        **{
            "baseline": "stay",
            "context": {"horizon_months": 20, "wage_growth": 0.04},
            **changes,
        },
    )


def falling(**changes):
    """Demand that shrinks by a tenth a month: servers retire and are not replaced."""
    services = (
        tokens(input_price=4.0, output_price=16.0, price_trend=-0.1),
        predictions(price=1.0, price_trend=-0.1),
    )
    shrinks = {"growth_first_year": -0.1, "growth_later": -0.05}
    own = servers(base_load=1.5, serves=BOTH, **HARDWARE | {"life_months": 8})
    return decision(
        option("managed", *services),
        option("hybrid", own, *services, approach="hybrid"),
        workloads=[chat(**shrinks), fraud(**shrinks)],
        **{"baseline": "managed", "context": {"horizon_months": 18}, **changes},
    )


def spread(document, share=0.3):
    """The decision with a range around every quantity, as far as its field allows."""
    for path, quantity in quantities(document).items():
        spec = field_spec(document, path)
        reach = share * abs(quantity.likely) or 0.05
        low = (
            quantity.likely - reach if spec.low is None else max(quantity.likely - reach, spec.low)
        )
        high = quantity.likely + reach
        high = high if spec.high is None else min(high, spec.high)
        ranged = quantity.model_copy(update={"low": low, "high": high})
        document = set_value(path, ranged, "range").apply(document)
    return document
