"""Print one table: what each operation costs, beside the peers. Run by `make bench`.

A figure is CPU of application, worker and database together, per operation, the median of several
rounds; a ratio below 1 meets the limit. Peers marked "recorded" were not run here.
"""

import os
import sys
import time

from bench import elections, peers
from bench.installation import Installation, running
from bench.measuring import Measured, cost, cost_after, table
from bench.visitor import Visitor
from convoca.installation.django import start_django

READS, CHANGES, SUBMISSIONS = 200, 40, 30


def _say(words: str) -> None:
    print(f"bench: {words}", file=sys.stderr, flush=True)


def submitting(installation: Installation, link: str, path: str) -> Measured:
    """Submit one contribution by a reply link: the form with its session and token, then POST."""
    visitor = Visitor(installation.host, installation.port)
    visitor.get(link)

    def submit(number: int) -> None:
        told = {
            **visitor.form(path),
            "title_vi": f"Thực tiễn tốt số {number}",
            "text_vi": "Một cách làm đã giúp người dân dùng dịch vụ số.",
            "sdgs": "9",
            "consent_agencies": "on",
            "sent_by": "Đầu mối (đo)",
        }
        visitor.post(path, told)

    spent = cost(installation, submit, SUBMISSIONS)
    return Measured("submit one contribution (2 requests)", spent, 30, peers.SUBMIT)


def main() -> None:
    """Measure and print."""
    begun = time.monotonic()
    _say("loading the demo")
    with running() as installation:
        start_django()
        from bench.paths import public_pages, reply_link, sign_in, touch

        pages = public_pages()
        _say("submitting")
        lines = [submitting(installation, *reply_link())]
        stranger = Visitor(installation.host, installation.port)
        reader = Visitor(installation.host, installation.port)
        reader.sign_in(*sign_in())
        for page in pages:
            _say(page.name)
            size = len(stranger.get(page.path)) / 1024
            note = f"{size:.1f} KB over the wire" + page.most_kilobytes_told
            again = cost(installation, lambda _n, path=page.path: stranger.get(path), READS)
            anew = cost_after(
                installation, touch, lambda _n, path=page.path: stranger.get(path), CHANGES
            )
            known = cost(installation, lambda _n, path=page.path: reader.get(path), READS // 2)
            lines += [
                Measured(page.name, again, page.limit, page.beside, note),
                Measured("  first reader after a change", anew),
                Measured("  a reader who is signed in", known, page.limit * 2),
            ]
    load = ", ".join(f"{one:.1f}" for one in os.getloadavg())
    print(f"{os.cpu_count()} cores, load average {load}, {time.monotonic() - begun:.0f} s\n")
    print(table(lines))
    print()
    elections.main()


if __name__ == "__main__":
    main()
