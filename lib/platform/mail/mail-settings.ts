import 'server-only';
import { isIP } from 'node:net';
import { z } from 'zod';

/** How e-mails leave this instance. */
export interface MailServer {
  host: string;
  port: number;
  /** `tls` from the first byte, `startTls` or not at all, `off` = in the clear. */
  security: 'tls' | 'startTls' | 'off';
  auth: { user: string; pass: string } | null;
}

export interface MailAddress {
  name: string;
  address: string;
}

const SHAPE =
  'Write it as smtp://user:password@mail.example.com:587 or smtps://…:465, with %40 for an @ in the user or password.';
const PORTS = { smtp: 587, smtps: 465 };

/** Of `MASSGEN_SMTP_URL`. On this machine itself, and with `?tls=off`, e-mails go in the clear; else never. */
export const smtpUrl = z.string().transform((text, context): MailServer => {
  const url = URL.parse(text);
  const scheme = url?.protocol.slice(0, -1);
  const options = url ? [...url.searchParams] : [];
  const isKnown = options.length === 0 || (options.length === 1 && url?.searchParams.get('tls') === 'off');
  const [user, pass] = [decoded(url?.username), decoded(url?.password)];
  const isBare = url && /^\/?$/.test(url.pathname) && url.hash === '';
  if (
    !isBare ||
    !url.hostname ||
    !isKnown ||
    user === null ||
    pass === null ||
    (scheme !== 'smtp' && scheme !== 'smtps')
  ) {
    context.addIssue(SHAPE);
    return z.NEVER;
  }
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const isOpen = options.length > 0 || isThisMachine(host);
  return {
    ...{ host, port: url.port ? Number(url.port) : PORTS[scheme] },
    security: scheme === 'smtps' ? 'tls' : isOpen ? 'off' : 'startTls',
    auth: user ? { user, pass } : null,
  };
});

/** Of `MASSGEN_MAIL_FROM`: an address, or `Name <address>`. */
export const mailFrom = z.string().transform((text, context): MailAddress => {
  const [, name = '', bracketed] = /^([^<>\r\n"]*)<([^<>]+)>$/.exec(text.trim()) ?? [];
  const address = z.email().safeParse(bracketed ?? text.trim());
  if (address.success) return { name: name.trim(), address: address.data };
  context.addIssue('Write it as MassGen <massgen@example.com>.');
  return z.NEVER;
});

function decoded(part = ''): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}

function isThisMachine(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
}
