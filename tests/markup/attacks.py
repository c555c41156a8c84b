"""Hostile XML of the classical kinds, for every reader of XML to refuse."""

XINCLUDE = "http://www.w3.org/2001/XInclude"
_DOCTYPE = r"document type declaration \(DOCTYPE\) is refused"
_BOMB = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
_LIMIT = "Resource limit exceeded|Excessive depth"


def attacks(root: str = "plan", namespace: str = "") -> dict[str, tuple[bytes, str]]:
    """Documents with that root element, and a pattern for the reason to refuse each."""
    name = f'{root} xmlns="{namespace}"' if namespace else root
    made = {
        "external entity": (
            f'<!DOCTYPE {root} [<!ENTITY x SYSTEM "file:///etc/hostname">]><{name}>&x;</{root}>',
            _DOCTYPE,
        ),
        "external entity in an attribute": (
            f'<!DOCTYPE {root} [<!ENTITY x SYSTEM "file:///etc/hostname">]><{name} a="&x;"/>',
            _DOCTYPE,
        ),
        "parameter entity": (
            f'<!DOCTYPE {root} [<!ENTITY % x SYSTEM "http://127.0.0.1:9/x.dtd"> %x;]><{name}/>',
            _DOCTYPE,
        ),
        "billion laughs": (
            f'<!DOCTYPE {root} [<!ENTITY l0 "ha">{_BOMB}]><{name}>&l9;</{root}>',
            _DOCTYPE,
        ),
        "quadratic blow-up": (
            f'<!DOCTYPE {root} [<!ENTITY x "{"x" * 50_000}">]><{name}>{"&x;" * 50_000}</{root}>',
            _DOCTYPE,
        ),
        "external DTD": (
            f'<!DOCTYPE {root} SYSTEM "http://127.0.0.1:9/x.dtd"><{name}/>',
            _DOCTYPE,
        ),
        "DTD with defaults": (
            f'<!DOCTYPE {root} [<!ATTLIST {root} subject CDATA "x">]><{name}/>',
            _DOCTYPE,
        ),
        "DTD behind a long comment": (
            f"<!--{'x' * 1_000_000}--><!DOCTYPE {root}><{name}/>",
            _DOCTYPE,
        ),
        "undeclared entity": (f"<{name}>&x;</{root}>", "Entity 'x' not defined"),
        "deep nesting": (f"<{name}>{'<a>' * 100_000}{'</a>' * 100_000}</{root}>", _LIMIT),
        "deep nesting left open": (f"<{name}>{'<a>' * 100_000}", _LIMIT),
        "huge attribute": (f'<{name} a="{"x" * 11_000_000}"/>', _LIMIT),
        "huge text": (f"<{name}>{'x' * 11_000_000}</{root}>", _LIMIT),
        "huge name": (f"<{name}><{'a' * 60_000}/></{root}>", "Name too long"),
        "inclusion": (
            f'<{name}><include xmlns="{XINCLUDE}" href="file:///etc/hostname"/></{root}>',
            r"inclusion \(XInclude\) is refused",
        ),
    }
    encoded = {kind: (text.encode(), reason) for kind, (text, reason) in made.items()}
    text, reason = made["external entity"]
    encoded["external entity in UTF-16"] = (text.encode("utf-16"), reason)
    return encoded
