import type { McpServer } from '../mcp-server';
import { describeServer, type FreshDescription } from './describe-server';
import { failureOf } from './failure-of';
import { LIMITS } from './limits';
import type { McpProbe } from './mcp-clients';
import { type ConnectionTerms, openConnection } from './open-connection';
import { texts } from './texts';

/** Connects afresh, beside what is open, and lists the tools. Never throws: the last step says what is wrong. */
export async function probeServer(
  server: McpServer,
  terms: Omit<ConnectionTerms, 'onListChanged'>,
  signal: AbortSignal,
): Promise<Pick<McpProbe, 'steps' | 'failure'> & { fresh: FreshDescription | null }> {
  const steps: McpProbe['steps'] = [];
  let failure: McpProbe['failure'] = null;
  const step = async <T>(name: string, work: () => Promise<T>): Promise<T | null> => {
    const began = performance.now();
    const tookMs = () => Math.round(performance.now() - began);
    try {
      const done = await work();
      steps.push({ name, ok: true, tookMs: tookMs() });
      return done;
    } catch (error) {
      const { message, kind } = failureOf(error, { signal, timeoutMs: LIMITS.listMs });
      failure = kind;
      steps.push({ name, ok: false, tookMs: tookMs(), message });
      return null;
    }
  };
  const connection = await step(texts.steps.connect, () =>
    openConnection(server, { ...terms, onListChanged: () => {} }, signal),
  );
  if (!connection) return { steps, failure, fresh: null };
  const fresh = await step(texts.steps.list, () => describeServer(connection, signal));
  await connection.close();
  return { steps, failure, fresh };
}
