"""Units and their sizes: what is measured is compared in one unit of each kind."""

from decimal import Decimal

Unit = tuple[str, Decimal]
"""A kind of quantity, and how many of its base units one of these is."""

_ONE = Decimal(1)

AREA = "m²"
LENGTH = "m"
MASS = "kg"
SHARE = "%"
POWER = "W"


def _units(*rows: tuple[str, str | int, str]) -> dict[str, Unit]:
    return {name: (kind, Decimal(size)) for kind, size, names in rows for name in names.lower().split("|")}


COMMON = _units(
    (AREA, 10_000, "ha"),
    (AREA, 1, "m2|sqm|sq m|sq. m"),
    (AREA, 1_000_000, "km2|sq km|sq. km"),
    (LENGTH, 1, "m"),
    (LENGTH, 1000, "km"),
    (LENGTH, "0.01", "cm"),
    (LENGTH, "0.001", "mm"),
    (MASS, 1, "kg"),
    (MASS, "0.001", "g"),
    (SHARE, 1, "%"),
    ("°C", 1, "°c|ºc"),
    (POWER, 1_000_000, "mw|mwp"),
    (POWER, 1_000_000_000, "gw|gwp"),
    (POWER, 1000, "kw|kwp"),
    ("VA", 1_000_000, "mva"),
    ("V", 1000, "kv"),
    ("Wh", 1000, "kwh"),
    ("m³", 1, "m3"),
    ("m³", "0.001", "l"),
    ("VND", 1, "vnd|vnđ|₫"),
    ("USD", 1, "usd|us$|$"),
    ("EUR", 1, "eur|€"),
    ("JPY", 1, "jpy|¥"),
    ("KRW", 1, "krw|₩"),
)
"""Signs that every language writes alike."""

VIETNAMESE = COMMON | _units(
    (AREA, 10_000, "héc-ta|hecta|hécta|héc ta"),
    (AREA, 1, "mét vuông"),
    (AREA, 1_000_000, "ki-lô-mét vuông|kilômét vuông|cây số vuông"),
    (AREA, 360, "sào"),
    (LENGTH, 1, "mét"),
    (LENGTH, 1000, "ki-lô-mét|kilômét|kilomet|cây số"),
    (LENGTH, 1852, "hải lý"),
    (MASS, 1000, "tấn"),
    (MASS, 100, "tạ"),
    (MASS, 1, "ki-lô-gam|kilôgam|cân"),
    (SHARE, 1, "phần trăm"),
    ("m³", "0.001", "lít"),
    ("m³", 1, "mét khối"),
    ("°C", 1, "độ c"),
    ("VND", 1, "đồng|đ|việt nam đồng"),
    ("USD", 1, "đô la mỹ|đô-la mỹ|đô la|đô-la|đôla"),
    ("EUR", 1, "euro"),
    ("JPY", 1, "yên|yen"),
    ("KRW", 1, "won"),
    ("year", 1, "năm"),
    ("month", 1, "tháng"),
    ("week", 1, "tuần"),
    ("day", 1, "ngày"),
    ("hour", 1, "giờ|tiếng"),
    ("minute", 1, "phút"),
)

ENGLISH = COMMON | _units(
    (AREA, 10_000, "hectares|hectare"),
    (AREA, 1, "square metres|square meters|square metre|square meter"),
    (AREA, 1_000_000, "square kilometres|square kilometers|square kilometre|square kilometer"),
    (LENGTH, 1, "metres|meters|metre|meter"),
    (LENGTH, "1609.344", "miles|mile"),
    (LENGTH, "0.3048", "feet|foot|ft"),
    (AREA, "4046.8564224", "acres|acre"),
    (LENGTH, 1000, "kilometres|kilometers|kilometre|kilometer"),
    (LENGTH, "0.01", "centimetres|centimeters"),
    (LENGTH, 1852, "nautical miles|nautical mile"),
    (MASS, 100, "quintals|quintal"),
    (MASS, 1000, "tonnes|tonne|tons|metric tons"),
    (MASS, 1, "kilograms|kilogram|kilos|kilo"),
    (SHARE, 1, "percent|per cent|percentage points"),
    ("m³", "0.001", "litres|liters|litre|liter"),
    ("m³", 1, "cubic metres|cubic meters"),
    ("°C", 1, "degrees celsius|degrees c|degrees"),
    (POWER, 1_000_000, "megawatts|megawatt"),
    ("VND", 1, "dong|vietnamese dong|vietnam dong"),
    ("USD", 1, "us dollars|u.s. dollars|dollars|dollar"),
    ("EUR", 1, "euros|euro"),
    ("JPY", 1, "yen"),
    ("KRW", 1, "won"),
    ("year", 1, "years|year"),
    ("month", 1, "months|month"),
    ("week", 1, "weeks|week"),
    ("day", 1, "days|day"),
    ("hour", 1, "hours|hour"),
    ("minute", 1, "minutes|minute|mins|min"),
)

JAPANESE = COMMON | _units(
    (AREA, 10_000, "ヘクタール"),
    (AREA, 1, "平方メートル|平米"),
    (AREA, 1_000_000, "平方キロメートル|平方キロ"),
    (LENGTH, 1, "メートル"),
    (LENGTH, 1000, "キロメートル|キロ"),
    (LENGTH, "1609.344", "マイル"),
    (LENGTH, "0.01", "センチメートル|センチ"),
    (LENGTH, 1852, "海里"),
    (MASS, 1000, "トン"),
    (MASS, 1, "キログラム"),
    (SHARE, 1, "パーセント|ポイント"),
    (SHARE, 10, "割"),
    ("m³", "0.001", "リットル"),
    ("m³", 1, "立方メートル"),
    ("°C", 1, "度"),
    (POWER, 1_000_000, "メガワット"),
    ("VND", 1, "ドン|ベトナムドン"),
    ("USD", 1, "米ドル|ドル"),
    ("EUR", 1, "ユーロ"),
    ("JPY", 1, "円"),
    ("KRW", 1, "ウォン"),
    ("year", 1, "年間|カ年|か年|ヵ年"),
    ("month", 1, "か月間|カ月間|ヶ月間|ヵ月間|か月|カ月|ヶ月|ヵ月|箇月"),
    ("week", 1, "週間"),
    ("day", 1, "日間|営業日"),
    ("hour", 1, "時間"),
    ("minute", 1, "分間"),
)

KOREAN = COMMON | _units(
    (AREA, 10_000, "헥타르"),
    (AREA, 1, "제곱미터|평방미터|㎡"),
    (AREA, 1_000_000, "제곱킬로미터|평방킬로미터"),
    (LENGTH, 1, "미터"),
    (LENGTH, 1000, "킬로미터"),
    (LENGTH, "1609.344", "마일"),
    (LENGTH, "0.01", "센티미터"),
    (LENGTH, 1852, "해리"),
    (MASS, 1000, "톤"),
    (MASS, 1, "킬로그램"),
    (SHARE, 1, "퍼센트|프로|%p|%포인트"),
    (SHARE, 10, "할"),
    ("m³", "0.001", "리터"),
    ("m³", 1, "세제곱미터|입방미터"),
    ("°C", 1, "도"),
    (POWER, 1_000_000, "메가와트"),
    ("VND", 1, "동|베트남동|베트남 동"),
    ("USD", 1, "미국 달러|미 달러|달러|미화"),
    ("EUR", 1, "유로"),
    ("JPY", 1, "엔"),
    ("KRW", 1, "원"),
    ("year", 1, "년간|개년"),
    ("month", 1, "개월간|개월"),
    ("week", 1, "주간|주"),
    ("day", 1, "일간|영업일"),
    ("hour", 1, "시간"),
    ("minute", 1, "분간"),
)
