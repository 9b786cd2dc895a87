import type { SharedMessageView, SharedRunView, SharedView, SharedWork } from '@/lib/protocol/projection/shared-view';
import { texts } from './export-texts';

/** What a link shows as Markdown, to read and to keep. It has nothing but the view, so no more than its level shows. */
export function writeSharedMarkdown({ share, messages, runs }: SharedView): string {
  const byId = new Map(runs.map((run) => [run.id, run]));
  const parts = [
    `# ${oneLine(share.title)}`,
    `_${texts.sharedBy(oneLine(share.ownerName), share.updatedAt)}_`,
    ...messages.flatMap((message) => writeMessage(message, byId.get(message.runId ?? ''))),
  ];
  return `${parts.join('\n\n')}\n`;
}

function writeMessage({ role, parts }: SharedMessageView, run: SharedRunView | undefined): string[] {
  const text = parts.flatMap((part) => (part.type === 'text' ? [part.text] : [])).join('\n\n');
  const files = parts.flatMap((part) => (part.type === 'attachment' ? [oneLine(part.name)] : []));
  return [
    `## ${role === 'user' ? texts.question : texts.answer}`,
    ...(run?.isSimulated ? [`_${texts.simulated}_`] : []),
    ...(text === '' && role === 'assistant' ? [`_${texts.noAnswer}_`] : [text]),
    ...(files.length > 0 ? [`${texts.attached}: ${files.join(', ')}`] : []),
    ...(run ? writeRun(run) : []),
  ].filter((part) => part !== '');
}

function writeRun(run: SharedRunView): string[] {
  const named = new Map(run.slots.map(({ slot, name }) => [slot, oneLine(name)]));
  const who = (slot: string) => (named.has(slot) ? `${slot} (${named.get(slot)})` : slot);
  return [
    ...section(
      texts.agents,
      run.slots.map(({ slot, model, backend, systemMessage }) => {
        const told = systemMessage === null ? '' : `: ${oneLine(systemMessage)}`;
        return `- ${who(slot)}, ${oneLine(model || backend)}${told}`;
      }),
    ),
    ...section(
      texts.report,
      (run.decision?.report ?? []).map((sentence) => `- ${oneLine(sentence)}`),
    ),
    ...section(
      texts.votes,
      run.votes.map((vote) => {
        const forWhom = `${vote.answerId ?? texts.abstains}${vote.void ? ` (${texts.void})` : ''}`;
        return `- ${who(vote.slot)}: ${forWhom}. ${oneLine(vote.reason)}`.trimEnd();
      }),
    ),
    ...run.answers.flatMap(({ answerId, slot, content }) => [`### ${answerId} · ${who(slot)}`, quoted(content)]),
    ...section(texts.work, run.work.map(writeWork)),
    ...section(
      texts.files,
      run.files.map(({ slot, path, bytes }) => `- ${slot}: ${oneLine(path)}, ${bytes} bytes`),
    ),
    ...(run.error ? [`${texts.failed}: ${oneLine(run.error.message || run.error.code)}`] : []),
  ];
}

function writeWork(entry: SharedWork): string {
  switch (entry.kind) {
    case 'tool': {
      const tool = entry.server === null ? entry.tool : `${entry.server}/${entry.tool}`;
      const result = entry.result === '' && entry.bytes > 0 ? texts.bytes(entry.bytes) : (entry.result ?? '');
      const given = oneLine(JSON.stringify(entry.arguments) ?? '');
      return `- ${entry.slot}: ${oneLine(tool)} ${given} → ${oneLine(result)}${entry.isError ? ` (${texts.error})` : ''}`;
    }
    case 'note':
      return `- ${entry.slot}, ${texts.note}: ${oneLine(entry.text)}`;
    case 'steer':
      return `- ${entry.by === null ? texts.steering : texts.steeringBy(oneLine(entry.by))}: ${oneLine(entry.text)}`;
    case 'error':
      return `- ${entry.slot}, ${texts.error}: ${oneLine(entry.message || entry.code)}`;
  }
}

function section(title: string, lines: string[]): string[] {
  return lines.length > 0 ? [`### ${title}`, lines.join('\n')] : [];
}

function quoted(text: string): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n');
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
