"""What every page of this package stands on: who is let in, what is refused, events, and how it is served.

    links.py         who may use a page: a link for each holder, opened once or until it is taken back; read it first
    guard.py         what every request has to pass, and what every answer carries; `who` is asking
    entrance.py      the way in: a link is exchanged for a cookie
    form.py          what a page sends, within bounds
    events.py        server-sent events: each once and in order, however often the line breaks
    site.py          under which names a page is served
    connections.py   limits for one connection; crowd.py for all, slow.py for who does not read
    handshake.py     a connection that is to be encrypted
    server.py        listen and answer
    certificate.py   the certificate for a local network
    qr.py            a link as a picture
    static.py        scripts and styles
    pages/           what is shown by all: the page that says one thing, htmx

Nothing here knows a case, a claim or a seat: a holder is a name that the caller made up.
All of it runs in the one thread of the server's event loop.
"""
