import { expect, it } from 'vitest';
import type { AgentBackend, AgentCall, AgentEvent } from '@/lib/agents/backend';
import { runStep, type StepSink } from './run-step';

const nothing = () => {};
const SINK: StepSink = {
  text: nothing,
  recast: () => {},
  kept: () => {},
  writing: nothing,
  usage: nothing,
  unseen: nothing,
  ownTool: nothing,
  approval: nothing,
  offeredTool: nothing,
  news: nothing,
  filesMissing: nothing,
  adapted: () => {},
  waiting: nothing,
  activity: nothing,
};

function stepOf(events: AgentEvent[]) {
  const backend = {
    async *call() {
      yield* events;
    },
  } as unknown as AgentBackend;
  return runStep(backend, { tools: [] as AgentCall['tools'] } as AgentCall, new AbortController().signal, SINK);
}

it('P15: a reply that the provider’s filter ended is no reply, and another try cannot mend it', async () => {
  const refused: AgentEvent = { type: 'done', reason: 'refused' };
  await expect(stepOf([{ type: 'text', text: 'I' }, refused])).rejects.toMatchObject({
    code: 'content_refused',
    retryable: false,
  });
});

it('an action that was complete before counts', async () => {
  const tool: AgentEvent = { type: 'tool', toolCallId: 't', tool: 'vote', arguments: {} };
  expect(await stepOf([tool, { type: 'done', reason: 'refused' }])).toMatchObject({ toolCalls: [{ tool: 'vote' }] });
});

it('a stream without an end was cut', async () => {
  await expect(stepOf([{ type: 'text', text: 'I' }])).rejects.toMatchObject({ code: 'protocol' });
});
