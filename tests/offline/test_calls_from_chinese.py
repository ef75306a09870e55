"""Chinese messages and Chinese tools."""

import pytest
from toolbox import CHINESE_EMAIL, CHINESE_WEATHER, Ask, calls_of


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("巴黎今天天气怎么样\uff1f", [("get_weather", {"city": "巴黎"})]),
        (
            "北京和上海的天气\uff0c用华氏度",
            [
                ("get_weather", {"city": "北京", "unit": "fahrenheit"}),
                ("get_weather", {"city": "上海", "unit": "fahrenheit"}),
            ],
        ),
        (
            "给 ana@example.com 发邮件\uff0c内容是「明天见」",
            [("send_mail", {"to": "ana@example.com", "content": "明天见"})],
        ),
        (
            "发邮件给 li@example.cn 说「你好」\uff0c然后查一下东京的天气",
            [
                ("send_mail", {"to": "li@example.cn", "content": "你好"}),
                ("get_weather", {"city": "东京"}),
            ],
        ),
        ("谢谢", []),
    ],
)
def test_chinese_messages_call_chinese_tools(ask: Ask, message, expected):
    assert calls_of(ask(message, CHINESE_WEATHER, CHINESE_EMAIL)) == expected
