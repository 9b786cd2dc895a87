import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createApiKey } from '@/lib/features/api-keys/create-api-key';
import { stopEngine } from '@/lib/runtime/engine';
import { insertPerson } from '../../../../db/testing/insert-person';
import { useTestDatabase } from '../../../../db/testing/use-test-database';
import { POST as askInConversation } from '../conversations/[id]/runs/route';
import { POST as postConversation } from '../conversations/route';
import { POST as postTeam } from '../teams/route';
import { POST as stop } from './[id]/stop/route';
import { POST as ask } from './route';

type Route = (request: Request, context: { params: Promise<unknown> }) => Promise<Response>;

const main = { name: 'Coders', agents: [{ backend: { type: 'claude_code', model: 'sonnet' } }] };
const fallback = {
  name: 'Coders at last',
  agents: [{ backend: { type: 'demo' }, fallbacks: [{ type: 'claude_code', model: 'sonnet' }] }],
};

describe('who may start Claude Code, on every route that starts runs', () => {
  useTestDatabase();
  const keys = { owner: '', admin: '', member: '' };

  beforeAll(async () => {
    for (const role of ['owner', 'admin', 'member'] as const) {
      keys[role] = (await createApiKey(await insertPerson({ role }), { name: 'test' })).key;
    }
  });
  afterEach(() => {
    delete process.env.MASSGEN_CLAUDE_CODE;
  });
  afterAll(() => stopEngine());

  async function send(role: keyof typeof keys, handler: Route, body: object, params = {}) {
    const request = new Request('http://127.0.0.1:3000/api/v1/x', {
      method: 'POST',
      headers: { authorization: `Bearer ${keys[role]}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const response = await handler(request, { params: Promise.resolve(params) });
    return { status: response.status, body: await response.json() };
  }

  /** The same question by each way there is: in a new conversation, in one that exists, and by a saved team's id. */
  async function askEverywhere(role: keyof typeof keys, team: object) {
    const saved = await send(role, postTeam, team);
    const conversation = await send(role, postConversation, { title: 'Mine' });
    const { id } = conversation.body.conversation;
    return [
      await send(role, ask, { input: 'Hello?', team }),
      await send(role, ask, { input: 'Hello?', team, conversationId: id }),
      await send(role, ask, { input: 'Hello?', team: saved.body.team.id }),
      await send(role, askInConversation, { input: 'Hello?', team }, { id }),
      await send(role, askInConversation, { input: 'Hello?', team: saved.body.team.id }, { id }),
    ];
  }

  const hint = expect.stringContaining('MASSGEN_CLAUDE_CODE');

  it.each([
    ['as the backend', main],
    ['as a fallback', fallback],
  ])('without a setting a member may not, %s', async (_, team) => {
    const message = 'Only the owner and administrators may use Claude Code on this server.';
    for (const answer of await askEverywhere('member', team)) {
      expect(answer).toMatchObject({ status: 403, body: { error: { code: 'forbidden', message, hint } } });
    }
  });

  it.each(['owner', 'admin', 'member'] as const)('off: nobody may, the %s neither', async (role) => {
    process.env.MASSGEN_CLAUDE_CODE = 'off';
    const message = 'Claude Code is switched off on this server.';
    for (const answer of await askEverywhere(role, main)) {
      expect(answer).toMatchObject({ status: 403, body: { error: { code: 'forbidden', message, hint } } });
    }
  });

  it.each([
    ['owner', 'admin'],
    ['admin', 'admin'],
    ['member', 'on'],
  ] as const)('the %s may when it is “%s”', async (role, setting) => {
    process.env.MASSGEN_CLAUDE_CODE = setting;
    for (const answer of await askEverywhere(role, fallback)) {
      expect(answer.status).toBe(202);
      // It costs nothing more; a demo may have ended by itself.
      expect([202, 409]).toContain((await send(role, stop, {}, { id: answer.body.run.id })).status);
    }
  });
});
