import type { RunEvent } from '../event';
import { testTeam } from './test-team';

const word = (name: string) => `mark-${name}-mark`;
const at = { slot: 'A', callId: 'call' };
const tool = { ...at, toolCallId: 'tool-call' };

const TEAM = {
  ...testTeam(1),
  name: word('teamName'),
  agents: [
    {
      slot: 'A',
      name: word('agentName'),
      backend: {
        type: word('backendType'),
        model: word('model'),
        baseUrl: `https://${word('baseUrl')}.example`,
        params: { secret: word('parameter') },
      },
      systemMessage: word('systemMessage'),
      mcpServers: [{ server: word('serverOfAgent'), tools: [word('toolOfServer')] }],
      weight: 1,
      canCallTools: true,
      fallbacks: [
        { backend: { type: 'demo', model: word('fallback'), baseUrl: null, params: {} }, canCallTools: true },
      ],
    },
  ],
  coordination: {
    ...testTeam(1).coordination,
    decision: 'evidence',
    judge: {
      backend: {
        type: 'demo',
        model: word('judgeModel'),
        baseUrl: word('judgeUrl'),
        params: { p: word('judgeParam') },
      },
      canCallTools: true,
    },
    checks: [{ name: word('checkName'), decisive: true, kind: 'predicate', code: word('checkCode') }],
  },
  limits: { ...testTeam(1).limits, maxCostUsd: 31_337 },
};

const DRAFTS: object[] = [
  {
    type: 'run.started',
    team: TEAM,
    input: word('question'),
    attachments: [
      {
        id: word('attachmentId'),
        name: word('attachmentName'),
        mediaType: word('attachmentType'),
        bytes: 1,
        kind: 'text',
      },
    ],
    reliability: { A: { rate: 0.5, observations: 3, backend: 'demo', model: word('rates') } },
    seed: 424_242,
  },
  { type: 'run.resumed', abandonedCalls: ['call'] },
  { type: 'agent.started', ...at, phase: 'coordination' },
  { type: 'agent.delta', ...at, kind: 'text', text: word('streamed') },
  { type: 'agent.delta', ...at, kind: 'reasoning', text: word('reasoning') },
  { type: 'agent.recast', ...at },
  { type: 'reply.kept', ...at, parts: [{ text: word('kept') }] },
  { type: 'agent.state', slot: 'A', state: 'thinking', because: word('stateBecause') },
  { type: 'agent.finished', ...at, outcome: 'acted', cut: word('callCut') },
  { type: 'agent.writing', ...at, tool: word('writing') },
  { type: 'agent.reminded', ...at, attempt: 1, because: word('reminder') },
  { type: 'tools.offered', ...at, hash: word('offered'), missing: [{ because: word('missingOffered') }] },
  {
    type: 'mcp.unavailable',
    ...at,
    server: word('missingServer'),
    error: `${word('missingError')} at https://mcp.example`,
  },
  {
    type: 'tool.called',
    ...tool,
    server: word('toolServer'),
    tool: word('toolName'),
    arguments: { q: word('toolArgument') },
  },
  { type: 'tool.started', ...at, toolCallId: 'tool-call' },
  { type: 'tool.progress', ...at, toolCallId: 'tool-call', text: word('progress') },
  {
    ...{
      type: 'tool.finished',
      ...tool,
      server: word('toolServer'),
      tool: word('toolName'),
      isError: false,
      tookMs: 1,
    },
    result: word('toolResult'),
    stored: { id: 'r1', hash: word('storedHash'), bytes: 9, characters: 9 },
    content: [{ kind: 'image', bytes: 9, mediaType: 'image/png', hash: word('contentHash') }],
  },
  {
    type: 'tool.finished',
    ...tool,
    tool: 'Bash',
    isError: true,
    tookMs: 1,
    result: `${word('toolError')} 10.0.0.7:8080`,
  },
  {
    ...{ type: 'tool.called', ...tool, tool: 'Write' },
    arguments: { file_path: `/secret-folder/${word('fileName')}`, content: word('fileArgument') },
  },
  { type: 'tool.finished', ...tool, tool: 'read_peer_file', isError: false, tookMs: 1, result: word('fileContent') },
  {
    type: 'approval.requested',
    ...tool,
    approvalId: 'p',
    tool: 'x',
    arguments: word('asked'),
    because: word('askedWhy'),
  },
  {
    ...{ type: 'approval.decided', slot: 'A', approvalId: 'p', decision: 'allow', scope: 'once' },
    arguments: { changed: word('decided') },
  },
  { type: 'answer.posted', ...at, answerId: 'A.1', content: word('answer') },
  { type: 'vote.cast', ...at, answerId: 'A.1', reason: word('voteReason'), round: 1 },
  { type: 'vote.voided', slot: 'A', answerId: 'A.1', voteSeq: 3, because: word('voidBecause') },
  { type: 'classes.found', classes: [], findings: [{ a: word('classFinding'), b: 'A.1', is: 'same', by: 'rule' }] },
  { type: 'check.finished', answerId: 'A.1', check: word('checkOf'), outcome: 'pass', because: word('checkBecause') },
  { type: 'ballot.cast', ...at, scores: { 'A.1': 5 }, reason: word('ballotReason') },
  { type: 'verdict.given', ...at, order: ['A.1'], answerId: 'A.1', reason: word('verdictReason') },
  { type: 'judge.decided', slot: 'A', answerId: 'A.1' },
  {
    ...{ type: 'context.delivered', ...at, answerIds: ['A.1'], noteIds: [word('noteId')], tookMs: 1 },
    contexts: [{ hash: word('deliveredHash'), cut: word('deliveredCut') }],
  },
  { type: 'context.captured', ...at, snapshotId: word('snapshot'), hash: word('snapshotHash') },
  { type: 'context.failed', slot: 'A', error: { code: 'x', message: word('captureError') } },
  { type: 'context.condensed', ...at, windowFrom: word('window') },
  { type: 'history.summarised', ...at, text: word('summary') },
  { type: 'note.posted', ...at, noteId: 'n1', text: word('note') },
  { type: 'attachments.delivered', ...at, items: [{ id: 'i', name: 'n', note: word('deliveredNote') }] },
  {
    ...{ type: 'agent.failed', slot: 'A', callId: 'call', retryable: true, retryAfterMs: 31_337 },
    error: {
      code: 'network',
      message: `${word('agentError')}: https://key:sk-abcdef@models.internal:8443/v1 said no to me@example.com`,
    },
  },
  {
    ...{ type: 'agent.switched', slot: 'A', from: { type: 'demo', model: 'm' } },
    to: { type: 'demo', model: word('switchedModel') },
    because: `${word('switchedBecause')} api.models.example:443`,
  },
  { type: 'agent.adapted', ...at, because: word('adapted') },
  { type: 'agent.quarantined', slot: 'A', error: { code: word('quarantineCode'), message: word('quarantineMessage') } },
  { type: 'agent.readmitted', slot: 'A', by: { userId: word('person') } },
  { type: 'agent.stopped', slot: 'A', by: { userId: word('person') } },
  { type: 'steer.received', text: word('steering'), by: { userId: word('person') }, controlId: word('control') },
  { type: 'bound.hit', bound: word('bound') },
  {
    type: 'winner.chosen',
    answerId: 'A.1',
    rule: word('winnerRule'),
    tally: { [word('tallyOf')]: 1 },
    decidedBy: word('decidedBy'),
  },
  { type: 'final.started', ...at },
  { type: 'final.delta', ...at, text: word('streamedFinal') },
  { type: 'usage', ...at, inputTokens: 31_337, model: word('usedModel') },
  { type: 'run.finished', final: word('final'), answerId: 'A.1', presented: true, cut: word('finalCut') },
  { type: 'run.stopped', answerId: 'A.1', final: word('stoppedFinal'), by: { userId: word('person') } },
  { type: 'run.failed', error: { code: word('failureCode'), message: word('failureMessage') } },
  { type: 'a.later.type', text: word('unknown') },
];

/** A word in every place of every type of event, named after what it is: `mark-<name>-mark`. No run that could have been. */
export const MARKED_LOG = DRAFTS.map((draft, index) => ({
  ...draft,
  ...{ seq: index + 1, at: '2026-01-01T00:00:00.000Z', runId: 'r', extra: word('unnamed') },
})) as unknown as RunEvent[];
