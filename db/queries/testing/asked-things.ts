import { uuidv7 } from 'uuidv7';
import { getDb } from '../../client';
import type { Role } from '../../permissions/permissions';
import { attachment } from '../../schema/attachments';
import { contextSnapshot } from '../../schema/contexts';
import { conversation } from '../../schema/conversations';
import { mcpServer } from '../../schema/mcp';
import { prompt } from '../../schema/prompts';
import { providerKey } from '../../schema/providers';
import { team, teamVersion } from '../../schema/teams';
import { usageEntry } from '../../schema/usage';
import { insertRun } from '../../testing/insert-run';
import { insertTurn } from '../runs/insert-turn';

export interface Case {
  /** Of who asks, in the workspace of the thing. */
  role: Role | null;
  isOwn: boolean;
  isShown: boolean;
}

export interface Ask extends Case {
  actor: { userId: string };
  ownerId: string;
  workspaceId: string;
}

export const HASH = 'a'.repeat(64);
export const PROMPT = { name: 'P', text: 'T', variables: [], visibility: 'private' as const };
export const TEAM = { name: 'T', agents: [] };

export async function conversationOf({ workspaceId, ownerId, isShown }: Ask): Promise<string> {
  const id = uuidv7();
  const visibility = isShown ? 'workspace' : 'private';
  await (await getDb()).insert(conversation).values({ id, workspaceId, ownerId, visibility, title: 'T', labels: [] });
  return id;
}

export async function runOf(ask: Ask) {
  const conversationId = await conversationOf(ask);
  const { workspaceId, ownerId } = ask;
  const ids = await insertRun({ workspaceId, conversationId, userId: ownerId, status: 'finished' });
  return { ...ids, conversationId };
}

export async function contextOf(ask: Ask): Promise<string> {
  const { runId, conversationId } = await runOf(ask);
  const id = uuidv7();
  const place = { id, workspaceId: ask.workspaceId, conversationId, runId, slot: 'A', seq: 1, kind: 'answer' as const };
  await (await getDb()).insert(contextSnapshot).values({ ...place, hash: HASH, isComplete: true, bytes: 1, tookMs: 1 });
  return id;
}

export async function attachmentOf({ workspaceId, ownerId }: Ask): Promise<string> {
  const id = uuidv7();
  const file = { hash: HASH, name: 'a.txt', mediaType: 'text/plain', bytes: 1, kind: 'text' as const };
  await (await getDb()).insert(attachment).values({ id, workspaceId, ownerId, ...file });
  return id;
}

export async function teamOf({ workspaceId, ownerId }: Ask): Promise<string> {
  const id = uuidv7();
  const db = await getDb();
  await db.insert(team).values({ id, workspaceId, ownerId, name: 'T' });
  await db.insert(teamVersion).values({ teamId: id, version: 1, definition: TEAM });
  return id;
}

export async function promptOf({ workspaceId, ownerId, isShown }: Ask): Promise<string> {
  const id = uuidv7();
  const visibility = isShown ? 'workspace' : 'private';
  await (await getDb()).insert(prompt).values({ ...PROMPT, id, workspaceId, ownerId, visibility });
  return id;
}

export async function keyOf({ workspaceId, ownerId, isShown }: Ask): Promise<{ id: string; provider: string }> {
  const id = uuidv7();
  const provider = `provider-${id}`;
  const values = { id, workspaceId, userId: isShown ? null : ownerId, provider, ciphertext: 'x', hint: '' };
  await (await getDb()).insert(providerKey).values(values);
  return { id, provider };
}

export function serverIn({ workspaceId, ownerId, isShown }: Ask) {
  const id = uuidv7();
  return {
    ...{ id, workspaceId, userId: isShown ? null : ownerId, name: id, enabled: true, toolTimeoutSeconds: 60 },
    ...{ group: null, trusted: false, policy: null, approvesFirst: false },
    transport: { type: 'http' as const, url: 'https://mcp.example.com/mcp' },
  };
}

export async function serverOf(ask: Ask): Promise<string> {
  const server = serverIn(ask);
  await (await getDb()).insert(mcpServer).values(server);
  return server.id;
}

export async function usageOf({ workspaceId, ownerId }: Ask): Promise<string> {
  const conversationId = uuidv7();
  const tokens = { inputTokens: 1, outputTokens: 1, cachedTokens: 0, reasoningTokens: 0 };
  const by = { slot: 'A', phase: 'coordination', backend: 'demo', model: 'demo', requests: 1 };
  await (await getDb()).insert(usageEntry).values({
    ...{ runId: uuidv7(), workspaceId, userId: ownerId, conversationId, at: new Date() },
    ...{ ...by, ...tokens, unpricedTokens: 0, estimatedTokens: 0 },
  });
  return conversationId;
}

export async function turnIn(ask: Ask): Promise<boolean> {
  const ids = { run: uuidv7(), message: uuidv7(), answerMessage: uuidv7(), conversation: uuidv7() };
  const turn = { ids, title: 'T', parentMessageId: undefined, input: 'Q', attachmentIds: [], maxAttachedBytes: 1 };
  const conversationId = await conversationOf(ask);
  const made = await insertTurn(
    ask.actor,
    { ...turn, conversationId, team: TEAM, maxUnfinished: 1_000 },
    async () => {},
  );
  return made.ok;
}
