import type { RunState, SlotItem } from '@/lib/protocol/state';
import { plainHtml } from './escape-html';
import { markdownHtml } from './markdown-html';
import { texts } from './texts';
import { agentClass } from './timeline-html';

const LONGEST = 4_000;

/** How a run was decided: its winner, the votes with their reasons, and every answer. */
export function decisionHtml(state: RunState): string {
  const { winner, votes, answers } = state;
  const tally = winner ? Object.entries(winner.tally).map(([answerId, count]) => `${answerId} ${count}`) : [];
  return [
    `<p>${winner ? plainHtml(texts.winnerIs(winner.answerId, winner.rule)) : texts.noWinner}${tally.length > 0 ? ` ${texts.tally}: ${plainHtml(tally.join(' · '))}` : ''}</p>`,
    state.error ? `<p class="failure">${plainHtml(texts.runFailed(state.error.message))}</p>` : '',
    votes.length > 0 ? votesHtml(state) : '',
    answers.length > 0 ? `<h4>${texts.answers}</h4>` : '',
    ...answers.map(
      ({ answerId, slot, content }) =>
        `<details class="agent-${agentClass(slot)}"${winner?.answerId === answerId ? ' open' : ''}><summary>${letter(slot)} ${plainHtml(answerId)} · ${plainHtml(nameOf(state, slot))}</summary><div class="text">${markdownHtml(content)}</div></details>`,
    ),
  ].join('\n');
}

function votesHtml(state: RunState): string {
  const rows = state.votes.map(({ slot, answerId, reason, voidBecause, round }) => {
    const notes = [
      ...(round === 2 ? [texts.round(round)] : []),
      ...(voidBecause === null ? [] : [texts.void(voidBecause)]),
    ];
    return `<tr class="agent-${agentClass(slot)}"><td>${letter(slot)} ${plainHtml(nameOf(state, slot))}</td><td>${plainHtml(answerId ?? texts.abstained)}</td><td dir="auto">${plainHtml(reason)}${notes.length > 0 ? `<br><small>${plainHtml(notes.join(' · '))}</small>` : ''}</td></tr>`;
  });
  return `<div class="scroll"><table><thead><tr><th>${texts.agent}</th><th>${texts.vote}</th><th>${texts.reason}</th></tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
}

/** What agents did with tools, and what they told each other. */
export function toolsHtml(state: RunState): string {
  const calls = state.slots.flatMap(({ slot, items }) =>
    items.flatMap((item) => (item.kind === 'tool' ? [toolHtml(slot, item)] : [])),
  );
  const notes = state.notes.map(({ slot, text }) => `<blockquote>${letter(slot)} ${plainHtml(text)}</blockquote>`);
  return [
    ...(calls.length > 0 ? [`<h4>${texts.tools}</h4>`, ...calls] : []),
    ...(notes.length > 0 ? [`<h4>${texts.notes}</h4>`, ...notes] : []),
  ].join('\n');
}

function toolHtml(slot: string, item: Extract<SlotItem, { kind: 'tool' }>): string {
  const name = item.server ? `${item.server} / ${item.tool}` : item.tool;
  const given = JSON.stringify(item.arguments, null, 2) ?? '';
  const result = item.result?.text ?? '';
  return `<details><summary>${letter(slot)} ${plainHtml(name)}${item.result?.isError ? ` · ${texts.failed}` : ''}</summary>
<p>${texts.arguments}</p><pre><code>${plainHtml(given.slice(0, LONGEST), true)}</code></pre>
<p>${texts.result}</p><pre><code>${plainHtml(result.slice(0, LONGEST), true)}</code></pre></details>`;
}

function nameOf(state: RunState, slot: string): string {
  const agent = state.team?.agents.find((entry) => entry.slot === slot);
  return agent ? `${agent.name || agent.slot} (${agent.backend.model || agent.backend.type})` : slot;
}

function letter(slot: string): string {
  return `<span class="letter agent-${agentClass(slot)}">${plainHtml(slot)}</span>`;
}
