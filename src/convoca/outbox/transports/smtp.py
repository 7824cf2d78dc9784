"""Handing mail over by SMTP (RFC 5321), asking for a delivery report where it can (RFC 3461)."""

import smtplib
import ssl
from dataclasses import dataclass, field
from email.message import EmailMessage
from email.utils import parseaddr

from convoca.outbox.transports.outcomes import Refused, TryLater, Unreachable

SECONDS = 30
PERMANENT = range(500, 600)


@dataclass(frozen=True, slots=True)
class Server:
    """A mail server to hand over to; `tls` is starttls, implicit or none."""

    host: str
    port: int
    tls: str
    user: str = ""
    password: str = field(default="", repr=False)


class SmtpTransport:
    """One connection for as many mails as a round brings."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._open: smtplib.SMTP | None = None

    def send(self, message: EmailMessage, *, to: str, envelope_id: str) -> None:
        """Hand the mail over. Raises TryLater, Unreachable or Refused with the server's words."""
        connection = self._connection()
        try:
            self._hand_over(connection, message, to, envelope_id)
        except smtplib.SMTPRecipientsRefused as error:
            code, words = next(iter(error.recipients.values()))
            raise _outcome(code, words) from error
        except smtplib.SMTPDataError as error:
            raise _outcome(error.smtp_code, error.smtp_error) from error
        except smtplib.SMTPResponseException as error:
            # Refused before the recipient was named: our account or our address, not theirs.
            self.close()
            raise Unreachable(_said(error.smtp_code, error.smtp_error)) from error
        except (smtplib.SMTPException, OSError) as error:
            self.close()
            raise Unreachable(str(error)) from error

    def close(self) -> None:
        """Say goodbye to the server, which may have gone."""
        opened, self._open = self._open, None
        if opened is None:
            return
        try:
            opened.quit()
        except (smtplib.SMTPException, OSError):
            opened.close()

    def _hand_over(
        self, connection: smtplib.SMTP, message: EmailMessage, to: str, envelope_id: str
    ) -> None:
        reports = connection.has_extn("dsn")
        connection.sendmail(
            parseaddr(message["From"])[1],
            [to],
            message.as_bytes(),
            mail_options=["RET=HDRS", f"ENVID={envelope_id}"] if reports else [],
            rcpt_options=["NOTIFY=SUCCESS,FAILURE"] if reports else [],
        )

    def _connection(self) -> smtplib.SMTP:
        if self._open is None:
            try:
                self._open = self._connected()
            except smtplib.SMTPResponseException as error:
                raise Unreachable(_said(error.smtp_code, error.smtp_error)) from error
            except (smtplib.SMTPException, OSError) as error:
                raise Unreachable(str(error)) from error
        return self._open

    def _connected(self) -> smtplib.SMTP:
        server, trusted = self._server, ssl.create_default_context()
        if server.tls == "implicit":
            connection: smtplib.SMTP = smtplib.SMTP_SSL(
                server.host, server.port, timeout=SECONDS, context=trusted
            )
        else:
            connection = smtplib.SMTP(server.host, server.port, timeout=SECONDS)
        if server.tls == "starttls":
            connection.starttls(context=trusted)
        if server.user:
            connection.login(server.user, server.password)
        connection.ehlo_or_helo_if_needed()
        return connection


def _outcome(code: int, words: bytes | str) -> TryLater | Refused:
    said = _said(code, words)
    return Refused(said) if code in PERMANENT else TryLater(said)


def _said(code: int, words: bytes | str) -> str:
    text = words.decode("utf-8", "replace") if isinstance(words, bytes) else words
    return f"{code} {text}"
