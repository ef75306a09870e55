"""English for the Chinese of everyday asking."""

from collections.abc import Mapping

from switchboard.offline.words import stem

_CHINESE: Mapping[str, str] = {
    "天气": "weather",
    "气温": "weather temperature",
    "温度": "temperature",
    "下雨": "weather rain",
    "冷": "cold",
    "热吗": "hot",
    "热不热": "hot",
    "多热": "hot",
    "下雪": "weather snow",
    "伞": "umbrella",
    "预报": "forecast",
    "亮度": "brightness",
    "时间": "time",
    "几点": "time",
    "日期": "date",
    "邮件": "email",
    "发送": "send",
    "搜索": "search",
    "查找": "search find",
    "查询": "search",
    "计算": "calculate",
    "翻译": "translate",
    "预订": "book reserve",
    "预定": "book reserve",
    "订": "book",
    "股票": "stock",
    "股价": "stock price",
    "价格": "price",
    "多少钱": "price",
    "新闻": "news",
    "汇率": "exchange rate currency",
    "兑换": "convert exchange currency",
    "换算": "convert",
    "转换": "convert",
    "货币": "currency",
    "日程": "calendar schedule",
    "会议": "meeting event",
    "提醒": "reminder",
    "航班": "flight",
    "机票": "flight",
    "酒店": "hotel",
    "餐厅": "restaurant",
    "地图": "map",
    "路线": "route direction",
    "距离": "distance",
    "创建": "create",
    "新建": "create",
    "添加": "add",
    "删除": "delete",
    "取消": "cancel",
    "修改": "update",
    "订单": "order",
    "购买": "order buy",
    "音乐": "music",
    "播放": "play",
    "歌": "song music",
    "电影": "movie",
    "图片": "image",
    "文件": "file",
    "读取": "read",
    "列出": "list",
    "用户": "user customer",
    "客户": "customer",
    "灯": "light",
    "打开": "turn on open",
    "关闭": "turn off close",
    "美元": "currency convert",
    "欧元": "currency convert",
    "人民币": "currency convert",
    "日元": "currency convert",
    "英镑": "currency convert",
    "买": "buy shopping",
    "购物": "shopping",
    "清单": "list",
    "快递": "parcel send",
    "包裹": "parcel",
    "寄": "send parcel",
    "安排": "schedule create",
    "闹钟": "alarm",
    "城市": "city",
    "产品": "product",
    "商品": "product",
    "工单": "ticket",
    "任务": "task",
}

_COUNTED: Mapping[str, str] = {
    "人": "person",
    "位": "person",
    "大人": "adult",
    "张": "ticket",
    "晚": "night",
    "天": "day",
    "小时": "hour",
    "分钟": "minute",
    "公斤": "kg weight",
    "千克": "kg weight",
    "斤": "weight",
    "元": "amount price",
    "块": "amount price",
    "%": "percent",
}


def counted_in(text: str) -> list[str]:
    """English terms for the Chinese measure word or thing that a text begins with: 两个人."""
    bare = text.strip().removeprefix("个").removeprefix("名")
    words = [english for chinese, english in _COUNTED.items() if bare.startswith(chinese)]
    return [stem(word) for word in " ".join(words).split()]


def english_of(text: str) -> list[str]:
    """English terms for the Chinese words of a text."""
    words = " ".join(english for chinese, english in _CHINESE.items() if chinese in text)
    return [stem(word) for word in words.split()]
