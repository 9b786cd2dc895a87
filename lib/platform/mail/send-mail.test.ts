import { afterEach, describe, expect, it, vi } from 'vitest';
import { env } from '@/lib/platform/config/env';
import { sendMail, sendsMail } from './send-mail';
import { startSilentServer, startSmtpDouble } from './testing/smtp-double';

const MAIL = {
  to: 'ada@example.test',
  subject: 'Invite to “Nächte”',
  text: 'Come.\n\nhttps://massgen.example.test/invite/x\n',
};

function configure(url: string): void {
  vi.stubEnv('MASSGEN_SMTP_URL', url);
  vi.stubEnv('MASSGEN_MAIL_FROM', 'MassGen <massgen@example.test>');
  vi.stubEnv('NEXTAUTH_URL', 'https://massgen.example.test');
}

afterEach(() => {
  vi.unstubAllEnvs();
  vi.useRealTimers();
});

describe('sendMail', () => {
  it('reaches the server as it was written, from the operator’s sender, to one address', async () => {
    const server = await startSmtpDouble({ auth: { user: 'me@example.test', pass: 'p@ss:word' } });
    configure(`smtp://me%40example.test:p%40ss%3Aword@127.0.0.1:${server.port}`);
    expect(sendsMail()).toBe(true);
    expect(await sendMail(MAIL)).toBe('sent');
    const [mail] = server.mails;
    expect(mail).toMatchObject({ from: 'massgen@example.test', to: [MAIL.to] });
    expect(mail?.headers.get('subject')).toBe(MAIL.subject);
    expect(mail?.text.replaceAll('\r\n', '\n').trim()).toBe(MAIL.text.trim());
    await server.close();
  });

  it.each([
    ['a list', 'ada@example.test, eve@example.test'],
    ['a name', 'Ada <eve@example.test>'],
    ['a line break', 'ada@example.test\r\nBcc: eve@example.test'],
    ['a line break in commands', 'ada@example.test>\r\nRCPT TO:<eve@example.test'],
  ])('is never sent to anybody else, for %s', async (_, to) => {
    const server = await startSmtpDouble();
    configure(`smtp://127.0.0.1:${server.port}`);
    await sendMail({ ...MAIL, to });
    expect(server.mails.flatMap((mail) => mail.to).filter((address) => address === 'eve@example.test')).toEqual([]);
    expect(server.mails.some(({ headers }) => headers.has('bcc'))).toBe(false);
    await server.close();
  });

  it('a line break in the subject makes no header', async () => {
    const server = await startSmtpDouble();
    configure(`smtp://127.0.0.1:${server.port}`);
    expect(await sendMail({ ...MAIL, subject: 'Hello\r\nBcc: eve@example.test\r\nX-Mark: 1' })).toBe('sent');
    expect([...(server.mails[0]?.headers.keys() ?? [])]).not.toEqual(expect.arrayContaining(['x-mark']));
    expect(server.mails[0]?.to).toEqual([MAIL.to]);
    await server.close();
  });

  it('says that the server refuses the account or the recipient', async () => {
    const server = await startSmtpDouble({ auth: { user: 'me', pass: 'right' }, refuses: 'gone.test' });
    configure(`smtp://me:wrong@127.0.0.1:${server.port}`);
    expect(await sendMail(MAIL)).toBe('refused');
    configure(`smtp://me:right@127.0.0.1:${server.port}`);
    expect(await sendMail({ ...MAIL, to: 'ada@gone.test' })).toBe('refused');
    await server.close();
  });

  it('says that nobody answers, also of a server that takes connections and is silent', async () => {
    const silent = await startSilentServer();
    configure(`smtp://127.0.0.1:${silent.port}`);
    const began = performance.now();
    expect(await sendMail(MAIL)).toBe('unreachable');
    expect(performance.now() - began).toBeLessThan(15_500);
    await silent.close();
    expect(await sendMail(MAIL)).toBe('unreachable');
  }, 20_000);

  it('does not send in the clear where encryption is asked for', async () => {
    const server = await startSmtpDouble();
    configure(`smtps://127.0.0.1:${server.port}`);
    expect(['unreachable', 'failed']).toContain(await sendMail(MAIL));
    expect(server.mails).toEqual([]);
    await server.close();
  }, 20_000);
});

describe('the settings', () => {
  it.each([
    ['smtp://mail.example.com', { host: 'mail.example.com', port: 587, security: 'startTls', auth: null }],
    ['smtp://mail.example.com:2525?tls=off', { port: 2525, security: 'off' }],
    ['smtps://a:b@mail.example.com', { port: 465, security: 'tls', auth: { user: 'a', pass: 'b' } }],
    ['smtp://127.0.0.1:1025', { security: 'off' }],
    ['smtp://[::1]:1025', { host: '::1', security: 'off' }],
  ])('%s', (url, server) => {
    configure(url);
    expect(env().MASSGEN_SMTP_URL).toMatchObject(server);
  });

  it.each([
    'mail.example.com',
    'http://mail.example.com',
    'smtp://',
    'smtp://a?pool=true',
    'smtp://a/path',
    'smtp://%ff@a',
  ])('refuses %s and says how it is written', (url) => {
    configure(url);
    expect(() => env()).toThrow(/MASSGEN_SMTP_URL: Write it as smtp:/);
  });

  it('asks for a sender and for the address of this instance', () => {
    vi.stubEnv('MASSGEN_SMTP_URL', 'smtp://127.0.0.1:1025');
    expect(() => env()).toThrow(/MASSGEN_MAIL_FROM: .*need it[\s\S]*NEXTAUTH_URL: .*need it/);
    vi.stubEnv('MASSGEN_MAIL_FROM', 'MassGen <a@b>\r\nBcc: x');
    expect(() => env()).toThrow(/MASSGEN_MAIL_FROM: Write it as/);
  });
});
