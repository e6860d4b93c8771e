import pytest
from specimens import summed, ways

from desktop_app.knowledge.ai_services import Rule

COMPUTE = {"ServiceCategory": "Compute", "ServiceName": "Amazon Elastic Compute Cloud"}


def verdict(summary):
    (group,) = summary.groups
    return group.way, group.confidence, group.kind


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({"ServiceCategory": "AI and Machine Learning"}, ("known", "high", "managed-ml")),
        ({"ServiceCategory": " ai and machine learning "}, ("known", "high", "managed-ml")),
        ({"ServiceSubcategory": "Generative AI"}, ("known", "high", "llm-api")),
        ({"ServiceName": "AmazonBedrock"}, ("known", "high", "llm-api")),
        ({"ServiceName": "Claude 3 (Amazon Bedrock Edition)"}, ("known", "high", "llm-api")),
        (
            {"ProviderName": "Microsoft Azure", "ServiceName": "Azure OpenAI Service"},
            ("known", "high", "managed-ml"),
        ),
        (
            {
                "ProviderName": "Microsoft",
                "ResourceId": "/subscriptions/1/resourceGroups/a/providers/"
                "Microsoft.CognitiveServices/accounts/x",
            },
            ("known", "high", "llm-api"),
        ),
        (
            {"ResourceId": "arn:aws:sagemaker:eu-west-1:1:endpoint/x"},
            ("known", "high", "managed-ml"),
        ),
        (
            {**COMPUTE, "ChargeDescription": "$1.6 per On Demand Linux g5.4xlarge Instance Hour"},
            ("discovered", "high", "gpu-compute"),
        ),
        (
            {**COMPUTE, "SkuPriceDetails": '{"InstanceType":"p5.48xlarge"}'},
            ("discovered", "high", "training"),
        ),
        (
            {**COMPUTE, "SkuMeter": "EUW1-BoxUsage:trn1.32xlarge"},
            ("discovered", "high", "training"),
        ),
        (
            {
                **COMPUTE,
                "ProviderName": "Azure",
                "x_SkuDetails": '{"ServiceType": "Standard_ND96asr_v4", "VMName": "a"}',
            },
            ("discovered", "high", "training"),
        ),
        (
            {**COMPUTE, "SkuPriceDetails": '{"GpuCount": 8}'},
            ("discovered", "high", "gpu-compute"),
        ),
        (
            {
                "ProviderName": "Google Cloud",
                **COMPUTE,
                "ChargeDescription": "Nvidia Tesla T4 GPU running in Zurich",
            },
            ("discovered", "high", "gpu-compute"),
        ),
        ({"ConsumedUnit": "1M tokens"}, ("discovered", "high", "llm-api")),
    ],
)
def test_ai_is_recognised_wherever_a_bill_names_it(imported, row, expected):
    assert verdict(imported([row])) == expected


@pytest.mark.parametrize(
    "row",
    [
        {"SkuId": "4GQUNXTFWVSGPUZK-ML-AI"},
        {"ServiceName": "AWS CloudTrail"},
        {"ServiceName": "Amazon Chime"},
        {"PricingUnit": "Token", "ChargeCategory": "Purchase"},
        {"ConsumedUnit": "tokens", "PricingCurrency": "Token"},
        {"ProviderName": "Microsoft", "SkuMeter": "gpt input", "ServiceName": "Storage Accounts"},
        {"ServiceName": "Amazon Bedrock Motel", "ProviderName": "Other Clouds"},
    ],
)
def test_words_in_the_wrong_place_are_no_ai(imported, row):
    assert verdict(imported([row]))[0] == "not_ai"


def test_a_machine_that_is_no_ai_accelerator_is_excluded_before_anything_else(imported):
    row = {**COMPUTE, "SkuMeter": "BoxUsage:f1.2xlarge", "Tags": '{"x-ai":"llm"}'}
    assert ways(imported([row])) == [("not_ai", "aws_instance_family_1", 1)]


def test_the_kind_of_a_service_is_told_before_its_mere_category(imported):
    row = {"ServiceCategory": "AI and Machine Learning", "ServiceName": "Amazon Kendra"}
    assert ways(imported([row])) == [("known", "aws_servicename_3", 1)]


TAGS = [
    '{"team":"search","workload":"chat","x-ai":"llm"}',
    '{"team": "search", "workload": "chat", "x-ai": "llm"}',
    '"team":"search","workload":"chat","x-ai":"llm"',
    "{'team': 'search', 'workload': 'chat', 'x-ai': 'llm'}",
    '[{"key":"workload","value":"chat"},{"key":"x-ai","value":"llm"}]',
    '{"Workload":"chat","X-AI":"LLM"}',
    '{\n "workload": "chat",\n "x-ai": "llm"\n}',
]


@pytest.mark.parametrize("tags", TAGS)
def test_tags_are_read_in_every_shape_they_come_in(imported, tags):
    (group,) = imported([{"Tags": tags}]).groups
    assert (group.way, group.workload) == ("tagged", "chat")


def test_the_tags_of_an_allocated_resource_count_as_well(imported):
    row = {"AllocatedTags": '{"workload":"fraud"}', "Tags": '{"x-ai":"ml"}'}
    (group,) = imported([row]).groups
    assert (group.way, group.workload) == ("tagged", "fraud")


@pytest.mark.parametrize(
    ("tags", "way"),
    [
        ('{"ai-project":"prj-1"}', "tagged"),
        ('{"AI-Project": "prj-1"}', "tagged"),
        ('{"ai-project":"false"}', "unidentified"),
        ('{"ai-project":""}', "unidentified"),
        ('{"kind":"assistant"}', "tagged"),
        ('{"kind":"web"}', "unidentified"),
        ('{"x-ai":"llm"}', "unidentified"),
        ('{"not-ai-project-ok":"1"}', "unidentified"),
        ("", "unidentified"),
    ],
)
def test_the_organisations_own_tags_take_the_place_of_the_convention(imported, tags, way):
    summary = imported([{**COMPUTE, "Tags": tags}], tag_keys=("ai-project", "kind=assistant"))
    assert verdict(summary)[0] == way


def test_the_workload_is_the_value_of_the_first_tag_that_is_there(imported):
    rows = [
        {"Tags": '{"app":"claims","workload":"chat"}'},
        {"Tags": '{"app":"claims"}'},
        {"Tags": '{"other":"x"}'},
    ]
    summary = imported(rows, workload_tags=("workload", "app"))
    assert {group.workload for group in summary.groups} == {"chat", "claims", ""}
    assert summary.workload_tags == ("workload", "app")


def test_compute_that_nobody_explains_is_unidentified(imported):
    assert verdict(imported([COMPUTE])) == ("unidentified", "none", "")
    assert verdict(imported([{"ServiceName": ""}])) == ("unidentified", "none", "")
    assert verdict(imported([{"ServiceName": "Amazon Elastic Container Service"}]))[0] == (
        "unidentified"
    )


def test_a_workload_tag_or_a_tax_row_explains_compute(imported):
    assert verdict(imported([{**COMPUTE, "Tags": '{"workload":"web"}'}]))[0] == "not_ai"
    assert verdict(imported([{**COMPUTE, "ChargeCategory": "Tax"}]))[0] == "not_ai"


@pytest.mark.parametrize(
    "row",
    [
        {"ResourceName": "vllm-server-1"},
        {"Tags": '{"team":"ml-platform"}'},
        {"Tags": '{"aws:sagemaker:domain":"x"}'},
        {**COMPUTE, "SkuMeter": "EUW1-BoxUsage:g4ad.xlarge"},
        {**COMPUTE, "ChargeDescription": "$0.38 per On Demand Linux g4ad.xlarge Instance Hour"},
    ],
)
def test_a_rule_of_low_confidence_only_suggests(imported, row):
    (group,) = imported([row]).groups
    assert (group.way, group.confidence) == ("unidentified", "low")
    assert group.rule


def own(**changes):
    given = {"key": "mine", "provider": "*", "field": "ServiceName", "pattern": "storage"}
    return Rule(**{**given, "role": "known", "confidence": "high", "kind": "rag", **changes})


def test_the_users_rules_decide_before_all_others(imported):
    row = {"ServiceName": "Amazon Bedrock storage"}
    assert ways(imported([row], own_rules=(own(),))) == [("known", "mine", 1)]
    exclude = own(role="exclude")
    assert ways(imported([row], own_rules=(exclude,))) == [("not_ai", "mine", 1)]


def test_a_users_rule_on_an_unknown_field_is_refused(refused):
    assert "Your rule mine names the field Colour" in refused(
        [{}], own_rules=(own(field="Colour"),)
    )


def test_every_row_falls_in_exactly_one_group(imported):
    rows = [COMPUTE, {}, {"ServiceName": "AmazonBedrock"}, {"Tags": TAGS[0]}] * 5
    summary = imported(rows)
    assert sum(group.rows for group in summary.groups) == 20
    assert sum(g.costs.billed_cost for g in summary.groups) == summed(summary)
