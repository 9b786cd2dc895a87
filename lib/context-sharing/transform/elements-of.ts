import type { Context, ContextItem, PlanEntry } from '@/lib/context-sharing/context';
import type { FileDiff } from '@/lib/context-sharing/files/file-diff';
import type { ContextForm } from '@/lib/protocol/context-event';
import { withoutTextAction } from '@/lib/protocol/parse-text-action';
import { plainAttribute, plainText } from '@/lib/protocol/prompt/plain-text';
import type { ContextPart } from '@/lib/protocol/team';
import type { Element } from './element';
import { shorten } from './shorten';
import { type ToolItem, toolFrame } from './tool-frame';
import { wordsInCommon } from './words-in-common';

export interface Selection {
  context: Pick<Context, 'slot' | 'items' | 'plan'>;
  diffs: FileDiff[];
  /** Only items behind this one. */
  seen: number;
  include: ContextPart[];
  form: ContextForm;
  topic: string | null;
  /** Answers that are given whole, needed ones whatever the budget is; or only named, as they stand elsewhere. */
  answers: 'needed' | 'whole' | 'named';
  notes: 'whole' | 'named';
}

const RANK = { answer: 0, file: 1, telling: 2, note: 3, plan: 3, tool: 4, message: 5 };
/** Results that came last tell how things stand. */
const LAST_RESULTS = 3;
/** Of each part of a tool call in the structured form; the board's tools show the rest. */
const STRUCTURED_BODY = 2_000;

/** The chosen parts of a context in order: what was done, then the files, then the plan. */
export function elementsOf(selection: Selection): Element[] {
  const { context, diffs, seen, include } = selection;
  const tools = context.items.filter(({ kind }) => kind === 'tool');
  const last = new Set<ContextItem>(tools.slice(-LAST_RESULTS));
  const items = context.items.slice(seen).flatMap((item) => elementOf(item, selection, last) ?? []);
  const files = include.includes('files') ? diffs.map((diff) => fileElement(diff, selection)) : [];
  const plan = include.includes('plan') && context.plan.length > 0 ? [planElement(context.plan, selection)] : [];
  return [...items, ...files, ...plan];
}

function elementOf(item: ContextItem, selection: Selection, last: Set<ContextItem>): Element | null {
  const { include } = selection;
  switch (item.kind) {
    case 'answer':
      return include.includes('answers') ? answerElement(item, selection) : null;
    case 'tool':
      return include.includes('tools') ? toolElement(item, selection, last.has(item)) : null;
    case 'note':
      return include.includes('notes') ? noteElement(item, selection) : null;
    case 'text':
      return include.includes('messages') ? messageElement(item.text, selection) : null;
  }
}

function answerElement({ answerId, content }: Extract<ContextItem, { kind: 'answer' }>, selection: Selection): Element {
  const rank = RANK.answer;
  if (selection.answers === 'named') {
    const fixed = [`[Published the answer ${plainAttribute(answerId)}, which is shown on its own.]`];
    return element('answer', rank, fixed, [], selection, { isReference: true });
  }
  const open = `<answer id="${plainAttribute(answerId)}" by="agent ${plainAttribute(selection.context.slot)}">\n`;
  // As a fixed part, since an answer is never shortened.
  const fixed = [`${open}${plainText(content)}\n</answer>`];
  return element('answer', rank, fixed, [], selection, { isNeeded: selection.answers === 'needed' });
}

function toolElement(item: ToolItem, selection: Selection, isLast: boolean): Element {
  const rank = isLast || item.result?.isError ? RANK.telling : RANK.tool;
  const { fixed, bodies } = toolFrame(item, selection.form);
  const cap = selection.form === 'structured' ? STRUCTURED_BODY : Number.POSITIVE_INFINITY;
  const shortened = bodies.map((body) => shorten(body, cap));
  const missing = shortened.reduce((sum, body) => sum + body.missing, 0);
  return element(
    'tool',
    rank,
    fixed,
    shortened.map(({ text }) => text),
    selection,
    { missing },
  );
}

function noteElement({ noteId, to, text }: Extract<ContextItem, { kind: 'note' }>, selection: Selection): Element {
  const readers = to === null ? 'all' : plainAttribute(to.join(', '));
  if (selection.notes === 'named') {
    const fixed = [
      `[Wrote the note ${plainAttribute(noteId)} for ${readers}, which is shown on its own to those it is for.]`,
    ];
    return element('note', RANK.note, fixed, [], selection, { isReference: true });
  }
  const open = `<note id="${plainAttribute(noteId)}" from="agent ${plainAttribute(selection.context.slot)}" to="${readers}">\n`;
  return element('note', RANK.note, [open, '\n</note>'], [plainText(text)], selection);
}

/** What a model without tools has done by a fenced block stands in the context as what came of it. */
function messageElement(text: string, selection: Selection): Element | null {
  const said = withoutTextAction(text).trim();
  if (said === '') return null;
  const fixed = selection.form === 'text' ? ['It wrote:\n', ''] : ['<agent_message>\n', '\n</agent_message>'];
  return element('message', RANK.message, fixed, [plainText(said)], selection);
}

function fileElement({ path, status, bytes, patch, note }: FileDiff, selection: Selection): Element {
  const size = status === 'removed' ? '' : `${bytes.toLocaleString('en-US')} bytes`;
  const said = note === null ? '' : plainAttribute(note);
  const body = patch === null ? '' : plainText(patch.trimEnd());
  if (selection.form === 'text') {
    const facts = [status, size, said].filter((fact) => fact !== '').join(', ');
    const fixed = [`File ${plainAttribute(path)} (${facts})${body ? ':\n' : '.'}`, ''];
    return element('file', RANK.file, fixed, [body], selection);
  }
  const facts = `status="${status}"${status === 'removed' ? '' : ` bytes="${bytes}"`}${said ? ` note="${said}"` : ''}`;
  const open = `<file_diff path="${plainAttribute(path)}" ${facts}>\n`;
  return element('file', RANK.file, [open, `${body ? '\n' : ''}</file_diff>`], [body], selection);
}

function planElement(plan: PlanEntry[], selection: Selection): Element {
  const marks = { pending: ' ', in_progress: '>', completed: 'x' };
  const lines = plan
    .map(({ text, status }) => `[${marks[status]}] ${plainText(text).replaceAll('\n', ' ')}`)
    .join('\n');
  const fixed =
    selection.form === 'text'
      ? ['Its plan ([x] done, [>] in work, [ ] open):\n', '']
      : ['<agent_plan marks="[x] done, [&gt;] in work, [ ] open">\n', '\n</agent_plan>'];
  return element('plan', RANK.plan, fixed, [lines], selection);
}

function element(
  what: Element['what'],
  rank: number,
  fixed: string[],
  bodies: string[],
  { topic }: Selection,
  more: Partial<Element> = {},
): Element {
  const score = topic === null ? 0 : wordsInCommon(topic, [...fixed, ...bodies].join(' '));
  return { what, rank, fixed, bodies, score, isNeeded: false, isReference: false, missing: 0, ...more };
}
