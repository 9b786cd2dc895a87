import { testTeam } from '@/lib/protocol/testing/test-team';

/** The log of a run whose every text has this name in it. */
export function log(name: string, extra: object[] = []): object[] {
  return [
    { type: 'run.started', team: testTeam(1), input: `question ${name}`, seed: 1 },
    { type: 'agent.started', slot: 'A', callId: 'c', phase: 'coordination' },
    { type: 'agent.delta', slot: 'A', callId: 'c', kind: 'text', text: `streamed ${name}` },
    { type: 'tool.called', slot: 'A', callId: 'c', toolCallId: 't', tool: 'Bash', arguments: { c: `call ${name}` } },
    ...extra,
    { type: 'answer.posted', slot: 'A', callId: 'c', answerId: 'A.1', content: `answer ${name}` },
    { type: 'run.finished', final: `final ${name}`, answerId: 'A.1', presented: true },
  ];
}
