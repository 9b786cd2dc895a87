/**
 * A process in the data folder of `DATA_DIR` whose agent calls a tool of an MCP server that changes things, and which kills itself as `kill -9`
 * would: while a person is asked, or while the server is at work. Called with the run, it goes on with it to its end and prints what has come of it.
 * argv: `asks` or `runs`, the server's address, then the run.
 */
import { writeSync } from 'node:fs';
import { getDb } from '@/db/client';
import { createScriptedBackend } from '@/lib/engine/testing/scripted-backend';
import { seedPerson, seedRun } from '@/lib/engine/testing/seed-run';
import { createTestEngine, type TestEngine, untilEvent } from '@/lib/engine/testing/test-engine';
import { storedTeam, testTeam } from '@/lib/engine/testing/test-team';
import { endOf, resultsIn } from '@/lib/engine/testing/tool-runs';
import { createMcpClients } from '../connect/create-mcp-clients';
import { createMcpDirectory } from '../policy/create-mcp-directory';
import { createMcpSource } from '../tools/create-mcp-source';
import { addServer } from './add-server';

const [when, url = '', earlier] = process.argv.slice(2);
const NAME = 'shop';

function print(word: string, value: unknown): void {
  writeSync(1, `${word} ${JSON.stringify(value)}\n`);
}

const backend = createScriptedBackend({
  script: (call) =>
    resultsIn(call).length > 0
      ? { text: ['The answer.'] }
      : { tools: [{ tool: `${NAME}__order`, arguments: { what: 'paper' } }] },
});

const source = createMcpSource({
  clients: createMcpClients(),
  directory: createMcpDirectory(),
  report(error) {
    throw error;
  },
});

async function goOn(engine: TestEngine, runId: string): Promise<void> {
  if (when === 'asks') {
    const approvalId = await approvalIn(engine, runId);
    print('asked', approvalId);
    const allow = { type: 'decideApproval', approvalId, decision: 'allow', scope: 'once' } as const;
    print('decided', (await engine.control(runId, allow)).ok);
  }
  const { events, state } = await endOf(engine, runId);
  print('requested', events.filter(({ type }) => type === 'approval.requested').length);
  print('final', state.final?.text ?? null);
  print('results', backend.calls.map(resultsIn).at(-1));
  const item = state.slots[0]?.items.find(({ kind }) => kind === 'tool');
  print('seen', item?.kind === 'tool' ? (item.result?.text ?? null) : null);
}

async function approvalIn(engine: TestEngine, runId: string): Promise<string> {
  const asked = await untilEvent(engine, runId, ({ type }) => type === 'approval.requested');
  return asked.type === 'approval.requested' ? asked.approvalId : '';
}

async function main(): Promise<void> {
  const engine = createTestEngine(await getDb(), [backend], { tools: [source] });
  await engine.start();
  if (earlier) {
    await goOn(engine, earlier);
    process.exit(0);
  }
  const person = await seedPerson();
  await addServer(person, { name: NAME, url, policy: when === 'asks' ? 'ask' : 'allow' });
  const { runId } = await seedRun(person, storedTeam(testTeam({ agents: 1, mcpServers: [NAME] })));
  print('run', runId);
  engine.submitted();
  if (when === 'asks') print('asked', await approvalIn(engine, runId));
  // The server says that it is at work.
  else await untilEvent(engine, runId, ({ type }) => type === 'tool.progress');
  process.kill(process.pid, 'SIGKILL');
}

main().catch((error: Error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
