import 'server-only';
import { env } from '@/lib/platform/config/env';
import { logger } from '@/lib/platform/observability/logger';
import type { MailServer } from './mail-settings';

export interface Mail {
  /** One address, as it was checked; never a list, never with a name. */
  to: string;
  subject: string;
  text: string;
}

/** `unreachable` = nobody answers, `refused` = the server does not take it: the account, the sender or the recipient. */
export type MailOutcome = 'sent' | 'unreachable' | 'refused' | 'failed';

const CONNECT_MS = 5_000;
/** A server that says nothing for so long has failed. */
const SILENCE_MS = 8_000;
/** All in all: somebody waits for the answer. */
const DEADLINE_MS = 15_000;

const UNREACHABLE = new Set(['ECONNECTION', 'ETIMEDOUT', 'ESOCKET', 'EDNS', 'ECONNREFUSED', 'ETLS', 'EPROXY']);
const REFUSED = new Set(['EAUTH', 'ENOAUTH', 'EENVELOPE', 'EMESSAGE']);

/** Whether the operator has said how e-mails leave this instance. */
export function sendsMail(): boolean {
  return env().MASSGEN_SMTP_URL !== undefined;
}

/** Sends one e-mail, or says in a word why not; the log has more. Never throws. Throws away nothing that the caller has stored. */
export async function sendMail({ to, subject, text }: Mail): Promise<MailOutcome> {
  const { MASSGEN_SMTP_URL: server, MASSGEN_MAIL_FROM: from } = env();
  if (!server || !from) return 'failed';
  const { createTransport } = await import('nodemailer');
  const transport = createTransport(optionsFor(server));
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(
    () => late.reject(Object.assign(new Error('No end in time.'), { code: 'ETIMEDOUT' })),
    DEADLINE_MS,
  );
  const sending = transport.sendMail({ from, to: { name: '', address: to }, subject, text });
  // When the time is over, nobody waits for it any more.
  sending.catch(() => {});
  try {
    await Promise.race([sending, late.promise]);
    return 'sent';
  } catch (error) {
    logger.warn({ error }, 'An e-mail could not be sent.');
    return outcomeOf(error);
  } finally {
    clearTimeout(timer);
    transport.close();
  }
}

function optionsFor({ host, port, security, auth }: MailServer) {
  return {
    ...{ host, port, secure: security === 'tls', requireTLS: security === 'startTls', ignoreTLS: security === 'off' },
    ...(auth && { auth }),
    ...{
      connectionTimeout: CONNECT_MS,
      dnsTimeout: CONNECT_MS,
      greetingTimeout: CONNECT_MS,
      socketTimeout: SILENCE_MS,
    },
    // Nothing of a mail is a path or an address to be read.
    ...{ disableFileAccess: true, disableUrlAccess: true },
  };
}

function outcomeOf(error: unknown): MailOutcome {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (UNREACHABLE.has(code)) return 'unreachable';
  return REFUSED.has(code) ? 'refused' : 'failed';
}
