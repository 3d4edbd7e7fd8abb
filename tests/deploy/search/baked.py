"""Small baked pages, written where a bake would put them."""

from pathlib import Path


def html(main: str, *, head: str = "", title: str = "Trang – Cổng") -> str:
    """Return a page as a bake makes it: a header, the main part, a footer."""
    return (
        f'<!doctype html><html lang="vi"><head><title>{title}</title>{head}</head><body>'
        f'<header><p>Đầu trang</p></header><main id="content" tabindex="-1">{main}</main>'
        f"<footer><p>Chân trang</p></footer></body></html>"
    )


def write_page(site: Path, address: str, main: str, *, head: str = "") -> None:
    folder = site / address.strip("/")
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "index.html").write_text(html(main, head=head), encoding="utf-8")


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file below *folder*, by its key."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def published(day: str) -> str:
    return f'<meta property="article:published_time" content="{day}">'
