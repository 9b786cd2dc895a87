import type { Answer, RunState, Vote } from '@/lib/protocol/state';
import type { ConversationFile, Include } from './conversation-file';
import { answerText, type FileTurn, isSimulated, otherMessages, shownTurns, textOf } from './file-facts';
import { texts } from './texts';

/** The shown branch of a conversation as Markdown, for people to read and to keep. */
export function writeMarkdown(file: ConversationFile, include: Include): string {
  const turns = shownTurns(file);
  const rest = otherMessages(file);
  const names = new Map(file.attachments.map(({ id, name }) => [id, name]));
  const parts = [
    `# ${oneLine(file.title)}`,
    ...turns.map((turn, index) => writeTurn(turn, index + 1, { include, names })),
    ...(rest > 0 ? [`_${texts.otherBranches(rest)}_`] : []),
  ];
  return `${parts.join('\n\n')}\n`;
}

interface Told {
  include: Include;
  /** Of attached files, by their ids. */
  names: ReadonlyMap<string, string>;
}

function writeTurn(turn: FileTurn, number: number, { include, names }: Told): string {
  const { question, run } = turn;
  const answer = answerText(turn);
  const attached = question.parts.flatMap((part) =>
    part.type === 'attachment' ? [names.get(part.id) ?? part.id] : [],
  );
  const parts = [
    `## ${texts.question(number)}`,
    textOf(question) || `_${texts.noQuestion}_`,
    ...(attached.length > 0 ? [`${texts.attached}: ${attached.map(oneLine).join(', ')}`] : []),
    `### ${texts.answer}`,
    ...(isSimulated(turn) ? [`_${texts.simulated}_`] : []),
    answer || `_${texts.noAnswer}_`,
  ];
  if (run && include !== 'final') parts.push(...writeDecision(run.state));
  if (run && (include === 'tools' || include === 'files')) parts.push(...writeTools(run.state));
  return parts.join('\n\n');
}

function writeDecision(state: RunState): string[] {
  if (state.answers.length === 0) return [];
  const name = (slot: string) => oneLine(state.team?.agents.find((agent) => agent.slot === slot)?.name ?? slot);
  const winner = state.winner ? [texts.winner(state.winner.answerId, state.winner.rule)] : [];
  return [
    `### ${texts.howDecided}`,
    ...winner,
    ...(state.votes.length > 0
      ? [
          [
            `| ${texts.voter} | ${texts.vote} | ${texts.reason} |`,
            '|---|---|---|',
            ...state.votes.map((vote) => voteRow(vote, name)),
          ].join('\n'),
        ]
      : []),
    `### ${texts.answers}`,
    ...state.answers.flatMap((answer) => [`#### ${answer.answerId} · ${name(answer.slot)}`, quoted(answer)]),
  ];
}

function voteRow({ slot, answerId, reason, voidBecause }: Vote, name: (slot: string) => string): string {
  const vote = `${answerId ?? texts.abstained}${voidBecause === null ? '' : ` (${texts.void})`}`;
  return `| ${cell(name(slot))} | ${cell(vote)} | ${cell(reason)} |`;
}

function writeTools(state: RunState): string[] {
  const calls = state.slots.flatMap(({ slot, items }) =>
    items.flatMap((item) =>
      item.kind === 'tool'
        ? [
            `- ${slot}: \`${oneLine(item.server ? `${item.server}/${item.tool}` : item.tool).replaceAll('`', '')}\` ${item.result?.isError ? texts.failed : ''}`.trimEnd(),
          ]
        : [],
    ),
  );
  return calls.length > 0 ? [`### ${texts.toolCalls}`, calls.join('\n')] : [];
}

function quoted({ content }: Answer): string {
  return content
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n');
}

function cell(text: string): string {
  return oneLine(text).replaceAll('|', '\\|');
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
