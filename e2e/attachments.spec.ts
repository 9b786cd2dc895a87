import { connect } from 'node:net';
import type { Page } from '@playwright/test';
import { makePdf } from '../lib/attachments/testing/make-pdf';
import type { Doubles } from './doubles/start-doubles';
import { Api } from './support/api';
import { ADMIN } from './support/app-server';
import { chooseTeam } from './support/choose-team';
import { png, type TestFile, textFile } from './support/files';
import { expect, test } from './support/fixtures';
import { readEvents } from './support/read-events';
import { doubleTeam } from './support/teams';

const pdf: TestFile = { name: 'plan.pdf', mimeType: 'application/pdf', buffer: makePdf(['The dock opens in May.']) };
const message = (page: Page) => page.getByRole('textbox', { name: 'Message' });
const tray = (page: Page) => page.getByRole('list', { name: 'Files to send' });
const attached = (page: Page) => page.getByRole('list', { name: 'Attached files' });
const finals = (page: Page) => page.getByRole('heading', { name: 'Final answer' });

/** What a browser hands over when files are pasted or dropped. */
async function handOver(page: Page, event: 'paste' | 'dragenter' | 'drop', file: TestFile): Promise<void> {
  const given = { event, name: file.name, type: file.mimeType, bytes: [...file.buffer] };
  await message(page).evaluate((box, { event: type, name, type: mediaType, bytes }) => {
    const data = new DataTransfer();
    data.items.add(new File([new Uint8Array(bytes)], name, { type: mediaType }));
    const options = { bubbles: true, cancelable: true };
    box.dispatchEvent(
      type === 'paste'
        ? new ClipboardEvent(type, { ...options, clipboardData: data })
        : new DragEvent(type, { ...options, dataTransfer: data }),
    );
  }, given);
}

async function choose(page: Page, ...files: TestFile[]): Promise<void> {
  await page.getByLabel('Files to attach').setInputFiles(files);
  for (const { name } of files) await expect(tray(page)).toContainText(name);
  await expect(page.getByRole('progressbar')).toHaveCount(0);
}

async function saveTeam(api: Api, doubles: Doubles, name: string, models: string[]): Promise<void> {
  const { status } = await api.send('POST', '/api/v1/teams', { ...doubleTeam(doubles, models), name });
  expect(status).toBe(201);
}

/** All requests of the model that hold the text, as JSON. */
function sentTo(doubles: Doubles, model: string, text: string): string[] {
  return doubles.journal
    .items()
    .filter(({ body }) => (body as { model?: string } | null)?.model === model)
    .map(({ body }) => JSON.stringify(body))
    .filter((body) => body.includes(text));
}

test('files come by button, paste and drop, can be removed, and stand in the transcript after a reload', async ({
  api,
  doubles,
  owner,
}) => {
  await saveTeam(api, doubles, 'Seeing and blind', ['team-a-vision', 'team-b']);
  await owner.goto('/');
  const picture = png('harbour.png');
  await chooseTeam(owner, 'Seeing and blind');
  await choose(owner, picture, textFile('unwanted.txt', 'Nobody needs this.'));
  await handOver(owner, 'paste', textFile('notes.md', 'The crane lifts 40 tonnes.'));
  await handOver(owner, 'dragenter', pdf);
  await expect(owner.getByText('Drop the files to attach them')).toBeVisible();
  await handOver(owner, 'drop', pdf);
  await expect(owner.getByText('Drop the files to attach them')).toHaveCount(0);
  await expect(tray(owner).getByRole('listitem')).toHaveCount(4);
  await owner.getByRole('button', { name: 'Remove unwanted.txt' }).click();
  await expect(tray(owner).getByRole('listitem')).toHaveCount(3);
  await message(owner).fill('What do the files say about the harbour?');
  await expect(owner.getByRole('button', { name: 'Send' })).toBeEnabled();
  await message(owner).press('Enter');
  await expect(finals(owner)).toBeVisible();

  for (const reload of [false, true]) {
    if (reload) await owner.reload();
    await expect(attached(owner).getByRole('listitem')).toHaveCount(3);
    await owner.getByRole('button', { name: 'Open harbour.png' }).click();
    const large = owner.getByRole('dialog').getByRole('img', { name: 'harbour.png' });
    await expect.poll(() => large.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(64);
    await owner.keyboard.press('Escape');
    const saving = owner.waitForEvent('download');
    await attached(owner)
      .getByRole('link', { name: /notes\.md/ })
      .click();
    expect((await saving).suggestedFilename()).toBe('notes.md');
  }

  // Each model got its best form of each file, and the cards say so.
  const [seeing] = sentTo(doubles, 'team-a-vision', 'about the harbour?');
  expect(seeing).toContain(`data:image/png;base64,${picture.buffer.toString('base64')}`);
  const [blind] = sentTo(doubles, 'team-b', 'about the harbour?');
  expect(blind).not.toContain('data:image/png');
  expect(blind).toContain('“harbour.png” (image/png,');
  expect(blind).toContain('this model takes no images');
  for (const sent of [seeing, blind]) {
    expect(sent).toContain('The crane lifts 40 tonnes.');
    expect(sent).toContain('The dock opens in May.');
    expect(sent).not.toContain('Nobody needs this.');
  }
  await owner.getByRole('button', { name: /How it was decided/ }).click();
  await expect(owner.getByRole('region', { name: 'Agent A' })).toContainText('harbour.png as an image');
  const b = owner.getByRole('region', { name: 'Agent B' });
  await expect(b).toContainText('harbour.png by name only: this model takes no images');
  await expect(b).toContainText('plan.pdf as text: this model takes no PDFs');
});

test('the next turn still has the files', async ({ api, app, doubles, owner }) => {
  const uploaded = await upload(api, png('map.png'));
  const started = await api.send('POST', '/api/v1/runs', {
    input: 'Where is north on this map?',
    team: doubleTeam(doubles, ['team-a-vision']),
    attachments: [uploaded.body.attachment.id],
  });
  expect(started.status).toBe(202);
  await readEvents(app.url, started.body.run.id, { key: ADMIN.apiKey });
  await saveTeam(api, doubles, 'Map team', ['team-b-vision']);
  await owner.goto(`/c/${started.body.run.conversationId}`);
  await chooseTeam(owner, 'Map team');
  await message(owner).fill('And where is south?');
  await message(owner).press('Enter');
  await expect(finals(owner)).toHaveCount(2);
  const [sent] = sentTo(doubles, 'team-b-vision', 'And where is south?');
  expect(sent).toContain('data:image/png;base64,');
});

test('a queued question brings its files, even without a word', async ({ api, doubles, owner }) => {
  await saveTeam(api, doubles, 'Readers', ['team-c']);
  const run = await api.startRun('Think for long.', doubleTeam(doubles, ['slow', 'slow']));
  await owner.goto(`/c/${run.conversationId}`);
  await expect(owner.getByRole('region', { name: 'Agent A' })).toBeVisible();
  await chooseTeam(owner, 'Readers');
  await choose(owner, textFile('log.txt', 'The tide table of 1904.'));
  await message(owner).press('Enter');
  await expect(tray(owner)).toHaveCount(0);
  await expect(owner.getByRole('list', { name: 'Pending' })).toContainText('log.txt');
  await owner.getByRole('button', { name: 'Stop', exact: true }).first().click();
  await expect(
    owner.getByRole('article', { name: 'Team run' }).last().getByRole('heading', { name: 'Final answer' }),
  ).toBeVisible();
  const [sent] = sentTo(doubles, 'team-c', 'The tide table of 1904.');
  expect(sent).toContain('The person wrote no question.');
  await expect(attached(owner).last()).toContainText('log.txt');
});

test('what cannot be attached says why, and does not stand in the way of the rest', async ({ owner }) => {
  await chooseTeam(owner, 'Demo team');
  await owner
    .getByLabel('Files to attach')
    .setInputFiles([
      { name: 'song.mp3', mimeType: 'audio/mpeg', buffer: Buffer.from('ID3') },
      { name: 'program', mimeType: '', buffer: Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 0, 1]) },
      textFile('huge.log', 'x'.repeat(1024 * 1024 + 1)),
      textFile('fine.txt', 'This one is read.'),
    ]);
  const item = (name: string) => tray(owner).getByRole('listitem').filter({ hasText: name });
  await expect(item('song.mp3')).toContainText('Only PNG, JPEG, GIF and WebP images, PDFs and text');
  await expect(item('program')).toContainText('Only PNG, JPEG, GIF and WebP images, PDFs and text');
  await expect(item('huge.log')).toContainText('Text files can be at most 1 MB; this one is ');
  await expect(item('fine.txt')).toContainText('17 bytes');
  await expect(owner.getByRole('button', { name: 'Send' })).toBeEnabled();
});

test('the demo team works on an attached text and says what it cannot see', async ({ owner }) => {
  await chooseTeam(owner, 'Demo team');
  await choose(owner, textFile('costs.txt', 'Rent: 900 EUR\nFood: 300 EUR'), png('receipt.png'));
  await message(owner).fill('Add up the costs.');
  await message(owner).press('Enter');
  const final = owner.getByRole('region', { name: 'Final answer' });
  await expect(final).toContainText('900 + 300 = 1,200 EUR', { timeout: 40_000 });
  await expect(final).toContainText('the simulation cannot see what is in it', { timeout: 40_000 });
});

async function upload(api: Api, { name, buffer }: TestFile, headers: Record<string, string> = {}) {
  const response = await fetch(`${api.url}/api/v1/attachments?name=${encodeURIComponent(name)}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${api.key}`, ...headers },
    body: new Uint8Array(buffer),
  });
  return { status: response.status, body: await response.json() };
}

test('the API takes a file as a body or as a form, and believes its bytes only', async ({ api }) => {
  const form = new FormData();
  form.set('file', new File([new Uint8Array(png('x').buffer)], '../../naïve "plan".png', { type: 'text/html' }));
  const sent = await fetch(`${api.url}/api/v1/attachments`, {
    method: 'POST',
    headers: { authorization: `Bearer ${api.key}` },
    body: form,
  });
  expect(sent.status).toBe(201);
  const { attachment } = await sent.json();
  expect(attachment).toMatchObject({ name: 'naïve "plan".png', mediaType: 'image/png', kind: 'image' });
  expect((await api.send('GET', `/api/v1/attachments/${attachment.id}`)).body).toEqual({ attachment });

  const page = textFile('page.html', '<script>document.title = "run"</script>');
  const html = await upload(api, page, { 'content-type': 'image/png' });
  expect(html.body.attachment).toMatchObject({ mediaType: 'text/html', kind: 'text' });
  const content = await fetch(`${api.url}/api/v1/attachments/${html.body.attachment.id}/content`, {
    headers: { authorization: `Bearer ${api.key}` },
  });
  expect(await content.text()).toBe(page.buffer.toString());
  expect(content.headers.get('content-type')).toBe('text/plain; charset=utf-8');
  expect(content.headers.get('content-disposition')).toMatch(/^attachment; filename="page\.html"/);
  expect(content.headers.get('x-content-type-options')).toBe('nosniff');
  expect(content.headers.get('content-security-policy')).toContain('sandbox');

  expect((await api.send('DELETE', `/api/v1/attachments/${attachment.id}`)).status).toBe(204);
  expect((await api.send('GET', `/api/v1/attachments/${attachment.id}`)).status).toBe(404);
});

test('bad uploads and other people’s files are refused with the right words', async ({ api }) => {
  const error = async (sending: ReturnType<typeof upload>) => {
    const { status, body } = await sending;
    return [status, body.error.code, body.error.message];
  };
  expect(await error(upload(api, textFile('x', '')))).toEqual([422, 'invalid', 'The file is empty.']);
  const binary = { name: 'x.png', mimeType: '', buffer: Buffer.from([0, 1, 2, 255]) };
  expect(await error(upload(api, binary))).toEqual([422, 'invalid', expect.stringContaining('Only PNG')]);
  const long = textFile('x.txt', 'x'.repeat(1024 * 1024 + 1));
  expect(await error(upload(api, long))).toEqual([413, 'too_large', expect.stringContaining('1 MB')]);
  const endless = { ...pdf, buffer: Buffer.concat([pdf.buffer, Buffer.alloc(21 * 1024 * 1024)]) };
  expect(await error(upload(api, endless))).toEqual([413, 'too_large', expect.any(String)]);
  const type = { 'content-type': 'multipart/form-data; boundary=b' };
  const cut = '--b\r\ncontent-disposition: form-data; name="file"; filename="a.txt"\r\n\r\nhal';
  expect(await error(upload(api, textFile('', cut), type))).toEqual([400, 'malformed', expect.any(String)]);
  const without = '--b\r\ncontent-disposition: form-data; name="file"\r\n\r\ntext\r\n--b--\r\n';
  expect(await error(upload(api, textFile('', without), type))).toEqual([422, 'invalid', expect.any(String)]);

  const mine = (await upload(api, textFile('mine.txt', 'Mine.'))).body.attachment.id;
  const ask = (attachments: unknown, key: Api = api) =>
    key.send('POST', '/api/v1/runs', { input: 'Q?', team: 'demo', attachments });
  const unknown = await ask(['00000000-0000-7000-8000-000000000000']);
  expect(unknown).toMatchObject({ status: 422, body: { error: { fields: [{ path: 'attachments' }] } } });
  expect((await ask(['x'])).body.error.fields[0].path).toBe('attachments[0]');
  expect((await ask(Array.from({ length: 11 }, () => crypto.randomUUID()))).status).toBe(422);
  expect((await api.send('POST', '/api/v1/runs', { team: 'demo' })).status).toBe(422);

  const person = await api.send('POST', '/api/v1/users', { email: 'files@example.test', password: 'correct horse 1' });
  const made = await api.send('POST', '/api/v1/api-keys', { name: 'Files', userId: person.body.user.id });
  const stranger = new Api(api.url, made.body.key);
  const refused = await ask([mine], stranger);
  expect([refused.status, refused.body]).toEqual([unknown.status, unknown.body]);
  for (const path of ['', '/content']) {
    expect((await stranger.send('GET', `/api/v1/attachments/${mine}${path}`)).status).toBe(404);
  }
  expect((await stranger.send('DELETE', `/api/v1/attachments/${mine}`)).status).toBe(404);

  const run = await ask([mine]);
  expect(run.status).toBe(202);
  expect((await api.send('DELETE', `/api/v1/attachments/${mine}`)).status).toBe(409);
  await api.send('POST', `/api/v1/runs/${run.body.run.id}/stop`, {});
});

/** Sends a form with a `Content-Length` of one's own; what the server answers until one of the two hangs up. */
function sendRaw(api: Api, form: string, length: number, hangsUp = false): Promise<string> {
  const { hostname, port } = new URL(api.url);
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(Number(port), hostname, () => {
      const head = [
        'POST /api/v1/attachments HTTP/1.1',
        `Host: ${hostname}:${port}`,
        `Authorization: Bearer ${api.key}`,
        'Content-Type: multipart/form-data; boundary=b',
        `Content-Length: ${length}`,
        'Connection: close',
      ];
      socket.write(`${head.join('\r\n')}\r\n\r\n${form}`);
      if (hangsUp) socket.end();
    });
    socket.on('data', (data) => (answer += data));
    socket.on('close', () => resolve(answer));
    socket.on('error', reject);
  });
}

test('a form whose length is wrong is refused, and the server goes on', async ({ api, app }) => {
  const form = '--b\r\ncontent-disposition: form-data; name="file"; filename="a.txt"\r\n\r\ntext\r\n--b--\r\n';
  expect(await sendRaw(api, form, form.length)).toMatch(/^HTTP\/1\.1 201 /);
  // Either our words for a damaged form or, where what is too much comes first, those of the HTTP server.
  expect(await sendRaw(api, form, form.length - 20)).toMatch(/^HTTP\/1\.1 400 /);
  // Half of it never comes.
  expect(await sendRaw(api, form, form.length * 2, true)).not.toMatch(/^HTTP\/1\.1 [25]/);
  expect(await sendRaw(api, form, form.length)).toMatch(/^HTTP\/1\.1 201 /);
  expect(app.output()).not.toContain('request failed');
});
