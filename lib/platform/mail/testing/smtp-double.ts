import { once } from 'node:events';
import { createServer } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** An e-mail as the server got it. */
export interface ReceivedMail {
  from: string;
  to: string[];
  /** By their names in small letters, unfolded and decoded. */
  headers: Map<string, string>;
  text: string;
  raw: string;
}

export interface SmtpDouble {
  port: number;
  mails: ReceivedMail[];
  close(): Promise<void>;
}

interface DoubleOptions {
  /** Only for who gives these. */
  auth?: { user: string; pass: string };
  /** Recipients of this host are refused. */
  refuses?: string;
}

/** A mail server on loopback that takes what it gets and keeps it. */
export async function startSmtpDouble({ auth, refuses }: DoubleOptions = {}): Promise<SmtpDouble> {
  const mails: ReceivedMail[] = [];
  const server = new SMTPServer({
    authOptional: !auth,
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    onAuth: (given, _session, done) => {
      if (given.username === auth?.user && given.password === auth?.pass) done(null, { user: given.username });
      else done(new Error('The password is wrong.'));
    },
    onRcptTo: ({ address }, _session, done) =>
      refuses && address.endsWith(`@${refuses}`) ? done(new Error('No such mailbox.')) : done(),
    onData: async (stream, { envelope }, done) => {
      const parts: Buffer[] = [];
      for await (const part of stream) parts.push(part as Buffer);
      const from = envelope.mailFrom ? envelope.mailFrom.address : '';
      mails.push({ from, to: envelope.rcptTo.map(({ address }) => address), ...readMail(Buffer.concat(parts)) });
      done();
    },
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const address = server.server.address();
  if (!address || typeof address === 'string') throw new Error('The mail server has no port.');
  return { port: address.port, mails, close: () => new Promise((resolve) => server.close(() => resolve())) };
}

/** Takes connections and says nothing. */
export async function startSilentServer(): Promise<{ port: number; close(): Promise<void> }> {
  const sockets = new Set<{ destroy(): void }>();
  const server = createServer((socket) => {
    socket.on('error', () => {});
    sockets.add(socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('The server has no port.');
  return {
    port: address.port,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

function readMail(bytes: Buffer): Pick<ReceivedMail, 'headers' | 'text' | 'raw'> {
  const raw = bytes.toString('utf8');
  const [head = '', body = ''] = raw.split(/\r\n\r\n([\s\S]*)/);
  const lines = head.replace(/\r\n[ \t]+/g, ' ').split('\r\n');
  const headers = new Map(
    lines.map((line) => {
      const at = line.indexOf(':');
      return [line.slice(0, at).toLowerCase(), decodeWords(line.slice(at + 1).trim())];
    }),
  );
  return { headers, raw, text: decodeBody(body, headers.get('content-transfer-encoding') ?? '7bit') };
}

/** RFC 2047. */
function decodeWords(value: string): string {
  return value
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?(b|q)\?([^?]*)\?=/gi, (_, kind: string, text: string) =>
      kind.toLowerCase() === 'b'
        ? Buffer.from(text, 'base64').toString('utf8')
        : decodeQuoted(text.replaceAll('_', ' ')),
    );
}

function decodeBody(body: string, encoding: string): string {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8');
  return encoding === 'quoted-printable' ? decodeQuoted(body.replace(/=\r\n/g, '')) : body;
}

function decodeQuoted(text: string): string {
  return Buffer.from(
    text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString('utf8');
}
