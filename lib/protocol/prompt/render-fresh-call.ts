import { checksOf } from '../decision/checks/checks-of';
import { conversationOf } from '../decision/fresh-calls';
import type { CallPhase } from '../event';
import type { Rendering } from '../fit/rendering';
import type { RequestMessage } from '../prompt-message';
import type { RunState, SlotState } from '../state';
import { answerOf } from '../voting/current-answers';
import { peerResults } from './check-results-block';
import { plainText } from './plain-text';
import { renderItems } from './render-items';

/** What such a call is about, behind the question: the answers under numbers, and what has been said in the call so far. */
export function renderFreshCall(state: RunState, reader: SlotState, rendering: Rendering): RequestMessage[] {
  const { callId, phase, lines = [], check } = reader.call ?? {};
  const blocks = lines.map((answerId, index) => {
    const text = answerOf(state, answerId)?.content ?? '';
    // Whose it is must not be told, so nobody can be sent to read on.
    const short = rendering.shorten({ kind: 'answer', name: `answer ${index + 1}`, source: null, text });
    return `<answer number="${index + 1}">\n${plainText(short)}\n</answer>`;
  });
  const found = isBallot(phase)
    ? peerResults(state, lines, (answerId) => `answer ${lines.indexOf(answerId) + 1}`)
    : null;
  const text = [
    ...additions(state),
    `The ${lines.length === 1 ? 'answer' : 'answers'}:\n\n${blocks.join('\n\n')}`,
    ...(found === null ? [] : [found]),
    ...rubric(state, check),
  ].join('\n\n');
  const items = reader.items.filter((item) => 'callId' in item && item.callId === callId);
  return [{ role: 'user', parts: [{ type: 'text', text }] }, ...renderItems(state, { ...reader, items }, rendering)];
}

/** A comparison and the critic look at the text alone. */
function isBallot(phase: CallPhase | undefined): boolean {
  return phase === 'ballot' || phase === 'judge';
}

/** Behind the answer, which is read by it. */
function rubric({ team }: RunState, name: string | undefined): string[] {
  return checksOf(team).flatMap((check) =>
    check.kind === 'critic' && check.name === name ? [`What the answer has to meet:\n\n${check.rubric}`] : [],
  );
}

/** What the person has added on the way, to whomever. */
function additions({ slots }: RunState): string[] {
  const said = slots.flatMap(({ items }) =>
    conversationOf(items).flatMap((item) => (item.kind === 'delivered' ? item.steers.map(({ text }) => text) : [])),
  );
  return [...new Set(said)].map((text) => `The person who asked adds:\n\n${text}`);
}
