"""Saved mail, and pages saved in its form."""

from email.message import EmailMessage

import pytest

import danvan
from danvan.readers import read

TEXT = "KẾ HOẠCH\nSố: 12/KH-UBND"


def mail(text=TEXT, html=None, attached=()):
    message = EmailMessage()
    message["From"] = "vp@example.org"
    message["Subject"] = "Kế hoạch"
    message.set_content(text)
    if html is not None:
        message.add_alternative(html, subtype="html")
    for name in attached:
        message.add_attachment(b"x", maintype="application", subtype="pdf", filename=name)
    return message.as_bytes()


def test_the_text_of_a_mail():
    assert read(mail()).text.strip() == TEXT


def test_html_comes_before_plain_text():
    source = read(mail(html="<html><body><p>KẾ HOẠCH</p><p><b>I. Mục</b></p></body></html>"))
    assert source.text == "KẾ HOẠCH\nI. Mục"
    assert [source.slice(span) for span in source.layout.bold] == ["I. Mục"]


def test_what_is_attached_is_told():
    [finding] = read(mail(attached=["kế hoạch.pdf", "a\x1b.pdf"])).findings
    assert finding.code == "R222"
    assert "kế hoạch.pdf" in finding.message_en
    assert finding.message_en.isprintable()


def test_a_page_saved_as_mail():
    page = (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: http://example.org/\r\n"
        'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\n'
        "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n"
        "\r\n<html><p>K=E1=BA=BE HO=E1=BA=A0CH</p></html>\r\n--b--\r\n"
    )
    assert read(page.encode()).text == "KẾ HOẠCH"


def test_an_encoding_that_only_the_mail_names():
    head = b"From: a@example.org\nContent-Type: text/plain; charset=iso-8859-2\n\n"
    assert read(head + "żółć".encode("iso-8859-2")).text == "żółć"
    with pytest.raises(danvan.ReadError, match="its encoding is not known"):
        read(head.replace(b"iso-8859-2", b"klingon") + b"\xff\xe1")


@pytest.mark.parametrize(
    "data",
    [
        b"From: a@example.org\nContent-Type: image/png\n\nx",
        b"From: a@example.org\nContent-Type: multipart/mixed\n\n",
        b"MIME-Version: 1.0\nContent-Type: text/plain\n\n",
    ],
)
def test_a_mail_without_text(data):
    with pytest.raises(danvan.ReadError, match="it is a mail without text"):
        read(data)


def test_texts_that_begin_with_a_colon_are_no_mail():
    assert read("To: trình\nSố: 1\n\nContent-Type: x".encode()).text.startswith("To: trình")
