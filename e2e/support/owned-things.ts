import type { Doubles } from '../doubles/start-doubles';
import type { OwnedThing } from '../route-case';
import { Api } from './api';
import { ADMIN } from './app-server';
import { expect } from './fixtures';
import { ofType } from './of-type';
import { readEvents } from './read-events';

/** Ids of what a person owns, and what else paths hold. */
export type Things = Record<OwnedThing | 'message' | 'approval' | 'hash' | 'picture' | 'invite' | 'member', string>;
/** Once more of what can be deleted: the owner deletes these before somebody else tries with the others. */
export type Spare = Partial<Things>;

const TEAM = { name: 'T', agents: [{ backend: { type: 'demo' } }] };
const coder = (model: string) => ({ backend: { type: 'claude_code', model } });

/** One of everything that the owner of the instance can own, and a second one of what can be deleted. `signIn` opens a session of theirs. */
export async function makeThings(
  api: Api,
  doubles: Doubles,
  signIn: () => Promise<unknown>,
): Promise<{ things: Things; spare: Spare }> {
  const reader = { type: 'openai_compatible', model: 'note-b@12x24', baseUrl: `${doubles.origin}/v1` };
  const run = await finishedRun(api, {
    name: 'Coder and reader',
    agents: [coder('code-write+note+edit'), { backend: reader }],
    coordination: { contextSharing: { enabled: true } },
  });
  const waiting = await waitingRun(api, { name: 'Waits', agents: [coder('code-bash')] });
  await signIn();
  await signIn();
  const sessions = (await api.send('GET', '/api/v1/sessions')).body.items;
  const made = async (path: string, name: string, body: object) =>
    (await answered(api, 'POST', path, body))[name].id as string;
  const both = async <T>(make: (n: number) => Promise<T>) => [await make(1), await make(2)] as const;
  const providers = ['zai', 'grok'];
  const [apiKey, spareApiKey] = await both(() => made('/api/v1/api-keys', 'apiKey', { name: 'Test' }));
  const [attachment, spareAttachment] = await both(() => made('/api/v1/attachments', 'attachment', { any: 'text' }));
  const [team, spareTeam] = await both(() => made('/api/v1/teams', 'team', TEAM));
  const [trustedOrigin, spareOrigin] = await both((n) =>
    made('/api/v1/trusted-origins', 'trustedOrigin', { origin: `http://127.0.0.1:${n}` }),
  );
  const [providerKey, spareKey] = await both((n) =>
    made('/api/v1/provider-keys', 'providerKey', { provider: providers[n - 1], apiKey: 'sk-a-key-for-nothing' }),
  );
  const [mcpServer, spareServer] = await both((n) =>
    made('/api/v1/mcp/servers', 'server', {
      name: `Notes ${n}`,
      transport: { type: 'http', url: `${doubles.origin}/mcp` },
    }),
  );
  const [prompt, sparePrompt] = await both((n) =>
    made('/api/v1/prompts', 'prompt', { name: `Prompt ${n}`, text: 'Hello {{name}}.' }),
  );
  const [workspace, spareWorkspace] = await both((n) => sharedWorkspace(api, n));
  const chat = {
    uuid: 'large',
    chat_messages: [{ uuid: 'm', sender: 'human', text: 'Hello.' }],
    padding: ' '.repeat(5_000_000),
  };
  const large = (await answered(api, 'POST', '/api/v1/conversations/import', chat)).import.id as string;
  const [mcpChain, spareChain] = await both((n) =>
    made('/api/v1/mcp/chains', 'chain', {
      name: `Chain ${n}`,
      steps: [{ server: mcpServer, tool: 'echo', arguments: { message: 'hello' } }],
    }),
  );
  const pictured = await picturedRun(api, doubles);
  return {
    things: {
      ...run,
      ...waiting,
      ...pictured,
      ...workspace,
      ...{ apiKey, attachment, team, trustedOrigin, providerKey, mcpServer, mcpChain, import: large, prompt },
      session: sessions[0].id,
      user: (await api.send('GET', '/api/v1/me')).body.user.id,
      workspace: (await api.send('GET', '/api/v1/workspaces')).body.items[0].id,
    },
    spare: {
      ...spareWorkspace,
      apiKey: spareApiKey,
      attachment: spareAttachment,
      team: spareTeam,
      prompt: sparePrompt,
      trustedOrigin: spareOrigin,
      providerKey: spareKey,
      mcpServer: spareServer,
      mcpChain: spareChain,
      session: sessions[1].id,
      conversation: await made('/api/v1/conversations', 'conversation', { title: 'Private' }),
    },
  };
}

/** A run that is over, of agents that have written files and were given each other's contexts. */
async function finishedRun(api: Api, team: object) {
  const run = await api.startRun('Write it down.', team);
  const { events } = await readEvents(api.url, run.id, { key: ADMIN.apiKey });
  expect(events.at(-1)?.type).toBe('run.finished');
  const receipt = ofType(events, 'context.delivered').find(({ contexts }) => contexts?.length);
  const captured = ofType(events, 'context.captured').findLast(({ slot, files }) => slot === 'A' && files > 0);
  const { conversation } = await answered(api, 'GET', `/api/v1/conversations/${run.conversationId}`);
  return {
    run: run.id,
    conversation: run.conversationId,
    message: conversation.messages[0].id as string,
    context: captured?.snapshotId ?? '',
    hash: receipt?.contexts?.[0]?.hash ?? '',
  };
}

async function waitingRun(api: Api, team: object) {
  const run = await api.startRun('Build it.', team);
  const until = ({ type }: { type: string }) => type === 'approval.requested';
  const { events } = await readEvents(api.url, run.id, { key: ADMIN.apiKey, until });
  return { waitingRun: run.id, approval: ofType(events, 'approval.requested')[0]?.approvalId ?? '' };
}

/** A workspace with another member and an open invite. */
async function sharedWorkspace(api: Api, n: number) {
  const { workspace } = await answered(api, 'POST', '/api/v1/workspaces', { name: `Ours ${n}` });
  const place = `/api/v1/workspaces/${workspace.id}/invites`;
  const { invite } = await answered(api, 'POST', place, { role: 'member' });
  const joining = await answered(api, 'POST', place, { role: 'member' });
  const token = joining.invite.url.split('/').at(-1);
  const person = { email: `member-${n}@example.test`, password: 'correct horse battery staple' };
  const { userId } = await answered(new Api(api.url, null), 'POST', `/api/v1/invites/${token}/accept`, person);
  return { teamWorkspace: workspace.id as string, invite: invite.id as string, member: userId as string };
}

/** A run that is over, in which a tool has given a picture. */
async function picturedRun(api: Api, doubles: Doubles) {
  const transport = { type: 'http', url: `${doubles.origin}/mcp` };
  await answered(api, 'POST', '/api/v1/mcp/servers', { name: 'Pictures', transport, approveTools: true });
  const backend = { type: 'openai_compatible', model: 'chain-a', baseUrl: `${doubles.origin}/v1` };
  const run = await api.startRun('Chain: Pictures__picture {}', {
    name: 'P',
    agents: [{ backend, mcpServers: ['Pictures'] }],
  });
  const { events } = await readEvents(api.url, run.id, { key: ADMIN.apiKey });
  const [picture] = ofType(events, 'tool.finished').flatMap(({ content = [] }) => content);
  return { picturedRun: run.id, picture: picture?.hash ?? '' };
}

async function answered(api: Api, method: string, path: string, body?: object) {
  const answer = await api.send(method, path, body);
  expect(answer.status, `${method} ${path}: ${JSON.stringify(answer.body)}`).toBeLessThan(300);
  return answer.body;
}
