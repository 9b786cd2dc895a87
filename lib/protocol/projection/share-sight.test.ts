import { describe, expect, it } from 'vitest';
import { SHARE_LEVELS as LEVELS_OF_THE_TABLE } from '@/db/permissions/permissions';
import type { EventType, RunEvent } from '../event';
import { EVENT_FIELDS } from '../event-fields';
import { fold } from '../fold';
import { randomRun } from '../testing/random-run';
import { testTeam } from '../testing/test-team';
import { type Audience, SHARE_LEVELS, type ShareLevel, shareAudience } from './audience';
import { projector } from './projector';
import { withoutAddresses } from './without-addresses';

/**
 * A word in every place of every event, named after what it is, and the level from which it may be read. What is not in this list
 * may be read by nobody who has a link.
 */
const FROM: Record<string, ShareLevel | 'system'> = {
  question: 'final',
  attachmentName: 'final',
  attachmentType: 'final',
  attachmentId: 'files',
  final: 'final',
  stoppedFinal: 'final',
  finalCut: 'final',
  failureCode: 'final',
  teamName: 'answers',
  agentName: 'answers',
  backendType: 'answers',
  model: 'answers',
  judgeModel: 'answers',
  checkName: 'answers',
  answer: 'answers',
  voteReason: 'answers',
  voidBecause: 'answers',
  classFinding: 'answers',
  ballotReason: 'answers',
  verdictReason: 'answers',
  checkOf: 'answers',
  bound: 'answers',
  winnerRule: 'answers',
  tallyOf: 'answers',
  decidedBy: 'answers',
  rates: 'answers',
  quarantineCode: 'answers',
  systemMessage: 'system',
  serverOfAgent: 'tools',
  toolName: 'tools',
  toolServer: 'tools',
  toolArgument: 'tools',
  toolResult: 'tools',
  toolError: 'tools',
  fileName: 'tools',
  fileArgument: 'files',
  fileContent: 'files',
  note: 'tools',
  steering: 'tools',
  agentError: 'tools',
  failureMessage: 'tools',
  quarantineMessage: 'tools',
  checkBecause: 'tools',
  switchedBecause: 'tools',
  switchedModel: 'tools',
  missingServer: 'tools',
  missingError: 'tools',
};

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

const EVENTS = DRAFTS.map((draft, index) => ({
  ...draft,
  ...{ seq: index + 1, at: '2026-01-01T00:00:00.000Z', runId: 'r', extra: word('unnamed') },
})) as unknown as RunEvent[];

function shownTo(audience: Audience): string {
  const { showLine } = projector(audience);
  return EVENTS.flatMap((event) => showLine(JSON.stringify(event)) ?? []).join('\n');
}

const marksIn = (text: string) => [...new Set([...text.matchAll(/mark-(\w+?)-mark/g)].map(([, name]) => name ?? ''))];

const ALL = marksIn(JSON.stringify(EVENTS));

describe('what a link shows of a log', () => {
  it('is asked of every type of event', () => {
    const types = new Set(EVENTS.map(({ type }) => type));
    expect([...types].filter((type) => type in EVENT_FIELDS).toSorted()).toEqual(
      (Object.keys(EVENT_FIELDS) as EventType[]).toSorted(),
    );
    expect(Object.keys(FROM).filter((name) => !ALL.includes(name))).toEqual([]);
  });

  it('has the levels of the permission table', () => {
    expect(SHARE_LEVELS).toEqual(LEVELS_OF_THE_TABLE);
  });

  describe.each(SHARE_LEVELS)('at the level %s', (level) => {
    it.each([false, true])('is exactly what it says, system messages %s', (systemMessages) => {
      const shown = marksIn(shownTo(shareAudience(level, systemMessages)));
      const expected = ALL.filter((name) => {
        const from = FROM[name];
        if (from === undefined) return false;
        // Who the agents are is not told below `answers`, so neither is what they were told.
        if (from === 'system') return systemMessages && level !== 'final';
        return SHARE_LEVELS.indexOf(from) <= SHARE_LEVELS.indexOf(level);
      });
      expect(shown.toSorted()).toEqual(expected.toSorted());
    });

    it('names no address, key, folder, cost or seed', () => {
      const text = shownTo(shareAudience(level, true));
      for (const secret of [
        '://',
        'models.',
        'sk-abcdef',
        '@',
        '10.0.0.7',
        'api.',
        '31337',
        '424242',
        'secret-folder',
      ]) {
        if (secret === 'secret-folder' && level === 'files') continue;
        expect(text, secret).not.toContain(secret);
      }
    });

    it('ascends in the order of the log and folds to an end', () => {
      for (let seed = 0; seed < 5; seed += 1) {
        const { run } = randomRun(testTeam(3), seed, null);
        const { show, showLine } = projector(shareAudience(level, false));
        const shown = run.events.flatMap((event) => show(event) ?? []);
        const seqs = shown.map(({ seq }) => seq);
        expect(seqs).toEqual(seqs.toSorted((a, b) => a - b));
        expect(run.events.flatMap((event) => showLine(JSON.stringify(event)) ?? [])).toEqual(
          shown.map((event) => JSON.stringify(event)),
        );
        const state = fold('run', shown);
        expect(state.status).toBe(run.state.status);
        expect(state.final?.text).toBe(run.state.final?.text);
        if (level === 'final') expect(state).toMatchObject({ answers: [], votes: [], slots: [], winner: null });
        else expect(state.votes).toEqual(run.state.votes);
      }
    });
  });
});

it('takes addresses out of errors, and leaves their words', () => {
  const said =
    'connect ECONNREFUSED 127.0.0.1:11434 (http://user:pw@[::1]:80/v1?key=x), ask admin@corp.example; 429 of 10 at 12:30';
  expect(withoutAddresses(said)).toBe('connect ECONNREFUSED … (…), ask …; 429 of 10 at 12:30');
});
