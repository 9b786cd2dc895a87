import { afterAll, beforeAll, beforeEach, vi } from 'vitest';
import { getDb } from '@/db/client';
import { type Doubles, startDoubles } from '@/e2e/doubles/start-doubles';
import type { AgentBackend } from '@/lib/agents/backend';
import { backendFor } from '@/lib/agents/registry';
import type { TestEngine } from '@/lib/engine/testing/test-engine';
import type { ToolSource } from '@/lib/engine/tool-source';
import type { ContextFile } from '../context';
import { createContextStore } from '../store/context-store';
import { DOUBLE_PATHS } from './double-readers';
import { type PlayedRun, type SharingRuns, useSharingRuns } from './sharing-runs';

export interface DoubleRuns extends Pick<SharingRuns, 'play'> {
  /** An engine with these scripted backends and the real ones of these types, whose providers are doubles. */
  openWith(scripted: AgentBackend[], types: string[], tools?: ToolSource[]): Promise<TestEngine>;
  /** What the provider of the slot's model was sent in the run, in order. */
  bodiesOf(run: Pick<PlayedRun, 'events'>, slot: string): unknown[];
  /** All files of a snapshot. */
  filesOf(snapshotId: string): Promise<ContextFile[]>;
}

/** Runs of teams that share, of scripted agents and of real adapters against the wire-format doubles over HTTP. */
export function useDoubleRuns(): DoubleRuns {
  const runs = useSharingRuns();
  let doubles: Doubles;

  beforeAll(async () => {
    doubles = await startDoubles();
    vi.stubEnv('MASSGEN_TRUSTED_ORIGINS', doubles.origin);
  });
  beforeEach(() => doubles.journal.clear());
  afterAll(() => doubles.close());

  return {
    play: runs.play,
    openWith: (scripted, types, tools = []) =>
      runs.open([...scripted, ...types.map(backendFor)], {
        tools,
        resolveCredentials: async (_run, { type }) => ({
          apiKey: 'k',
          baseUrl: `${doubles.origin}${DOUBLE_PATHS[type] ?? ''}`,
        }),
      }),
    filesOf: async (snapshotId) => (await createContextStore(await getDb()).load(snapshotId)).files,
    bodiesOf({ events }, slot) {
      const calls = events.flatMap((event) =>
        event.type === 'agent.started' && event.slot === slot ? [event.callId] : [],
      );
      const sent = doubles.journal.items().filter(({ path }) => !path.endsWith('/count_tokens'));
      return sent.filter(({ headers }) => calls.includes(String(headers['x-massgen-call']))).map(({ body }) => body);
    },
  };
}
