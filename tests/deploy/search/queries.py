"""Forty searches of the demonstration, ten a language, with the page each must bring among the first three.

They were written down before any part of the search was, from the articles alone. Two name another page
since: the sector and the project that came later are what these words mean.
"""

from typing import NamedTuple
from unicodedata import normalize


class Query(NamedTuple):
    """What a reader types, and the last part of the address that must be found."""

    language: str
    words: str
    page: str


def _decomposed(words: str) -> str:
    """The form in which macOS hands over what was copied from a file's name."""
    return normalize("NFD", words)


BIRDS = "xuan-thuy-national-park-a-haven-for-migratory-birds"
DYNASTY = "tran-temple-and-pho-minh-pagoda-the-imprint-of-the-tran"
EXPRESSWAY = "ninh-binh-hai-phong-expressway"
FESTIVAL = "tran-temple-seal-opening-festival-the-night-of-the-14th"
INVESTORS = "where-do-foreign-investors-start-procedural-steps"
LEARNING = "a-land-of-learning-and-its-human-resources-a-tradition-that"
PARKS = "industrial-parks-in-nam-dinh-an-overview"
PHOTOGRAPHS = "rules-of-the-colours-of-home-photo-competition-sample"
PHO = "from-van-cu-village-to-bowls-of-pho-across-the-country"
TEXTILES = "textile-city-more-than-a-century-of-yarn-cloth-and-silk"
TRANSPORT = "transport-connections-road-rail-and-routes-to-the-sea"

QUERIES = (
    Query("vi", "Xuân Thủy", "vuon-quoc-gia-xuan-thuy"),
    Query("vi", "den tran", "di-san-den-tran-chua-pho-minh"),
    Query("vi", "pho nam dinh", "am-thuc-pho-nam-dinh"),
    Query("vi", _decomposed("Phổ Minh"), "di-san-den-tran-chua-pho-minh"),
    Query("vi", "khai an den tran", "le-hoi-khai-an-den-tran"),
    Query("vi", "đường sắt cao tốc", "giao-thong-cang-bien"),
    Query("vi", "det may", "det-may"),
    Query("vi", "CÒ THÌA", "vuon-quoc-gia-xuan-thuy"),
    Query("vi", "ưu đãi thuế", "thu-tuc-uu-dai-dau-tu"),
    Query("vi", "dinh chinh dia danh", "thong-tin-chinh-thuc-dia-danh"),
    Query("en", "migratory birds", BIRDS),
    Query("en", "seal opening", FESTIVAL),
    Query("en", "Pho", PHO),
    Query("en", "mangrove", BIRDS),
    Query("en", "Dupre", TEXTILES),
    Query("en", "expressway Hai Phong", TRANSPORT),
    Query("en", "incentives tax", INVESTORS),
    Query("en", "Nam Định pho", PHO),
    Query("en", "photo competitions", PHOTOGRAPHS),
    Query("en", _decomposed("Trạng nguyên"), LEARNING),
    Query("ja", "工業団地", PARKS),
    Query("ja", "渡り鳥", BIRDS),
    Query("ja", "開印式", FESTIVAL),
    Query("ja", "投資法", INVESTORS),
    Query("ja", "無形文化遺産", PHO),
    Query("ja", "高速道路 国道", TRANSPORT),
    Query("ja", "ナムディン フォー", PHO),
    Query("ja", "製糸", TEXTILES),
    Query("ja", _decomposed("グエン・ヒエン"), LEARNING),
    Query("ja", "ﾗﾑｻｰﾙ", BIRDS),
    Query("ko", "산업단지", PARKS),
    Query("ko", "국수", PHO),
    Query("ko", "무형문화유산", PHO),
    Query("ko", "철새", BIRDS),
    Query("ko", "개인식", FESTIVAL),
    Query("ko", "고속도로", EXPRESSWAY),
    Query("ko", _decomposed("쑤언투이"), BIRDS),
    Query("ko", "국립공원 쑤언투이", BIRDS),
    Query("ko", "등록증", INVESTORS),
    Query("ko", "공모전 사진", PHOTOGRAPHS),
)
