/**
 * What a link shows, on every way out of the server: a log with a marked word in every place of every event is put where a run's log was, and
 * each surface is searched for the words. On Postgres, where a test can write beside the server.
 */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { SHARE_LEVELS } from '../lib/protocol/projection/audience';
import { MARKED_FROM, MARKED_LOG } from '../lib/protocol/testing/marked-log';
import type { Api } from './support/api';
import { Api as ApiClient } from './support/api';
import { ADMIN, ADMIN_ENV, startApp } from './support/app-server';
import { test as base, expect } from './support/fixtures';
import { freshDatabase } from './support/fresh-database';
import { readEvents } from './support/read-events';
import { doubleTeam } from './support/teams';

type Level = (typeof SHARE_LEVELS)[number];

interface Planted {
  url: string;
  api: Api;
  client: pg.Client;
}

const test = base.extend<object, { planted: Planted }>({
  planted: [
    async ({ doubles, postgres }, use) => {
      const database = await freshDatabase(postgres ?? '');
      const dataDir = mkdtempSync(join(tmpdir(), 'massgen-marks-'));
      const env = { ...ADMIN_ENV, DATABASE_URL: database.url, MASSGEN_TRUSTED_ORIGINS: doubles.origin };
      const app = await startApp({ dataDir, env });
      const client = new pg.Client({ connectionString: database.url });
      await client.connect();
      await use({ url: app.url, api: new ApiClient(app.url), client });
      await client.end();
      await app.stop();
      await database.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});

const word = (name: string) => `mark-${name}-mark`;
const marksIn = (text: string) => [...new Set([...text.matchAll(/mark-(\w+?)-mark/g)].map(([, name]) => name ?? ''))];
/** What is neither in the log nor ever for strangers. */
const NEVER = ['branch', 'later', ADMIN.email];

/** Words that every surface which is made for people shows from their level on; the stream shows all that the table allows. */
const SHOWN = [
  'question',
  'final',
  'agentName',
  'answer',
  'voteReason',
  'toolName',
  'toolArgument',
  'toolResult',
  'note',
  'steering',
  'agentError',
  'fileArgument',
  'fileContent',
];

/** From which level on a word may be read; null = never. */
function isAllowed(name: string, level: Level, systemMessages: boolean): boolean {
  if (name === 'attachedName') return true;
  if (name === 'attachedText') return level === 'files';
  const from = MARKED_FROM[name];
  if (from === undefined) return false;
  if (from === 'system') return systemMessages && level !== 'final';
  return SHARE_LEVELS.indexOf(from) <= SHARE_LEVELS.indexOf(level);
}

function callOf(tool: string): string {
  if (tool === word('toolName')) return 'first';
  return tool === 'Bash' ? 'second' : 'third';
}

/** A question with a file, whose answer's log is the marked one; another branch beside it, and a turn behind it. */
async function plant({ url, api, client }: Planted, team: object) {
  const form = new FormData();
  form.append('file', new File([word('attachedText')], `${word('attachedName')}.txt`, { type: 'text/plain' }));
  const uploaded = await fetch(`${url}/api/v1/attachments`, {
    method: 'POST',
    headers: { authorization: `Bearer ${ADMIN.apiKey}` },
    body: form,
  });
  const { attachment } = (await uploaded.json()) as { attachment: { id: string } };
  const asked = { input: word('question'), team, attachments: [attachment.id] };
  const { run } = (await api.send('POST', '/api/v1/runs', asked)).body;
  await readEvents(url, run.id, { key: ADMIN.apiKey });
  const at = `/api/v1/conversations/${run.conversationId}`;
  const { conversation } = (await api.send('GET', at)).body;
  const leafId: string = conversation.activeLeafId;
  for (const [input, parentMessageId] of [
    [word('branch'), null],
    [word('later'), leafId],
  ] as const) {
    const more = await api.send('POST', `${at}/runs`, { input, team, parentMessageId });
    expect(more.status, JSON.stringify(more.body)).toBe(202);
    await readEvents(url, more.body.run.id, { key: ADMIN.apiKey });
  }
  const { body: me } = await api.send('GET', '/api/v1/me');
  const attachments = [
    { ...attachment, name: `${word('attachedName')}.txt`, mediaType: 'text/plain', bytes: 22, kind: 'text' },
  ];
  const log = MARKED_LOG.filter(
    ({ type }) => type !== 'run.stopped' && type !== 'run.failed' && `${type}` !== 'a.later.type',
  ).map((event, index) => ({
    ...event,
    ...{ seq: index + 1, runId: run.id },
    ...(event.type === 'run.started' && { attachments }),
    // A call and its result go together, and each call has an id of its own.
    ...('tool' in event && 'toolCallId' in event && { toolCallId: callOf(String(event.tool)) }),
    ...(event.type === 'steer.received' && { by: { userId: me.user.id } }),
  }));
  const events = `${log.map((event) => JSON.stringify(event)).join('\n')}\n`;
  await client.query('delete from run_event_batch where run_id = $1', [run.id]);
  await client.query(
    'insert into run_event_batch (run_id, first_seq, last_seq, epoch, events, bytes) values ($1, 1, $2, 1, $3, $4)',
    [...[run.id, log.length, events, Buffer.byteLength(events)]],
  );
  await client.query('update run set seq = $2 where id = $1', [run.id, log.length]);
  return { conversationId: run.conversationId as string, runId: run.id as string, leafId };
}

test('each level shows on every surface what it says and no more', async ({ doubles, planted }) => {
  const { url, api } = planted;
  const { conversationId, runId, leafId } = await plant(planted, doubleTeam(doubles, ['team-a']));
  for (const level of SHARE_LEVELS) {
    for (const systemMessages of [false, true]) {
      const given = { conversationId, leafId, level, systemMessages, title: word('question') };
      const made = await api.send('POST', '/api/v1/shares', given);
      expect(made.status, JSON.stringify(made.body)).toBe(201);
      const token = made.body.share.url.split('/').at(-1);
      const read = async (path: string, headers: Record<string, string> = {}) => {
        const response = await fetch(`${url}${path}`, { headers });
        return { status: response.status, text: await response.text() };
      };
      const at = `/api/v1/shared/${token}`;
      const surfaces: Record<string, string> = {};
      for (const [name, path, headers] of [
        ['HTML', `/share/${token}`],
        ['flight data', `/share/${token}`, { rsc: '1' }],
        ['JSON', at],
        ['JSON of the run', `${at}/runs/${runId}`],
        ['events', `${at}/runs/${runId}/events`],
        ['Markdown', `${at}/export?format=md`],
        ['a file of JSON', `${at}/export?format=json`],
      ] as [string, string, Record<string, string>?][]) {
        const { status, text } = await read(path, headers);
        expect(status, `${level}: ${name}`).toBe(200);
        surfaces[name] = text;
      }
      const preview = await api.send('POST', '/api/v1/shares/preview', given);
      surfaces['the preview'] = JSON.stringify(preview.body);
      surfaces['the link preview'] = (
        surfaces.HTML?.match(/<meta[^>]+(?:og:|twitter:|name="description")[^>]*>/g) ?? []
      ).join('');
      expect(surfaces['the link preview']).toContain(word('question'));

      for (const [name, text] of Object.entries(surfaces)) {
        const where = `${level}, system messages ${systemMessages}: ${name}`;
        const wrong = marksIn(text).filter((mark) => !isAllowed(mark, level, systemMessages));
        expect(wrong, where).toEqual([]);
        for (const never of NEVER) expect(text, where).not.toContain(never.includes('@') ? never : word(never));
        for (const secret of ['sk-abcdef', 'models.internal', 'api.models.example', '10.0.0.7', '31337', '424242'])
          expect(text, where).not.toContain(secret);
        if (name === 'the link preview') continue;
        const isEvents = name === 'events';
        const whole = isEvents
          ? [...SHOWN, 'systemMessage', 'checkBecause', 'switchedBecause', 'missingError']
          : [...SHOWN, 'systemMessage'];
        const missing = whole.filter((mark) => isAllowed(mark, level, systemMessages) && !text.includes(word(mark)));
        // The question stands in the message, not in its run.
        expect(
          missing.filter((mark) => name !== 'JSON of the run' || mark !== 'question'),
          where,
        ).toEqual([]);
      }
      // Of what is attached the name everywhere, the content from the level of files on.
      expect(surfaces.HTML).toContain(word('attachedName'));
      const file = await read(`${at}/runs/${runId}/files/${encodeURIComponent(`${word('attachedName')}.txt`)}`);
      expect([file.status, file.text.includes(word('attachedText'))], `${level}: a file`).toEqual(
        level === 'files' ? [200, true] : [404, false],
      );
      // Who steered, only people of its workspace are told.
      const inside = await read(at, { authorization: `Bearer ${ADMIN.apiKey}` });
      const byOf = (text: string) =>
        JSON.parse(text).runs[0].work.find(({ kind }: { kind: string }) => kind === 'steer')?.by;
      const isSteered = level === 'tools' || level === 'files';
      expect([byOf(surfaces.JSON ?? ''), typeof byOf(inside.text)]).toEqual(
        isSteered ? [null, 'string'] : [undefined, 'undefined'],
      );

      expect((await api.send('DELETE', `/api/v1/shares/${made.body.share.id}`)).status).toBe(204);
      for (const path of [at, `/share/${token}`, `${at}/export`, `${at}/runs/${runId}/events`])
        expect((await read(path)).status, `${level}: ${path}, revoked`).toBe(404);
    }
  }
});
