import { expect, it } from 'vitest';
import type { EventDraft } from '@/lib/engine/log/run-log';
import { testTeam } from '@/lib/engine/testing/test-team';
import { initialState } from '@/lib/protocol/initial-state';
import { ContextsOfRun } from './run-contexts';
import type { ContextStore } from './store/context-store';
import { testContext } from './transform/testing/test-context';

it('a text that cannot be stored is told in the run, and the log waits for it no longer', async () => {
  const own = testContext([{ kind: 'text', text: 'I did this.' }]);
  const failing = { load: async () => own, saveText: async () => Promise.reject(new Error('The disk is full.')) };
  const turns = new Map([['A', { snapshotId: own.id, runId: 'before', isContinuation: false }]]);
  const events: EventDraft[] = [];
  const reports: unknown[] = [];
  const contexts = new ContextsOfRun(
    { runId: 'run', conversationId: 'c', workspaceId: 'w', parentMessageId: 'm' },
    failing as unknown as ContextStore,
    { turns, inRun: new Map() },
    (draft) => events.push(draft),
    (error) => reports.push(error),
  );

  const contextSharing = { include: [], maxTokensPerPeer: 8_000, maxTokensTotal: 24_000 };
  const state = { ...initialState('run'), team: testTeam({ coordination: { contextSharing } }) };
  const reader = {
    slot: 'A',
    backend: 'demo',
    canCallTools: true,
    abilities: { contextWindow: null },
    requestTokens: 0,
  };
  expect(await contexts.due(state, reader)).toHaveLength(1);
  expect(contexts.unstored).not.toBeNull();
  await contexts.unstored;
  expect(contexts.unstored).toBeNull();
  expect(events).toMatchObject([{ type: 'context.failed', slot: 'A', error: { code: 'context_failed' } }]);
  expect(reports).toHaveLength(1);
});
