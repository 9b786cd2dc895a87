import { isRefusal } from './cannot';
import type { Character } from './characters';
import { checkByTool, type ToolCheck, toolFindings } from './check-by-tool';
import type { ShownAnswer } from './find-answers';
import { covers, type Finding, mergeFindings, parseFindings, renderFindings } from './finding';
import { type JudgingAction, judgeAnswers } from './judge-answers';
import { isNothing } from './nothing-found';
import type { PromptView } from './read-prompt';

export type DemoAction =
  | { kind: 'answer'; reasoning: string; content: string }
  | { kind: 'note'; reasoning: string; content: string }
  | ({ kind: 'check'; reasoning: string; reason: string } & ToolCheck)
  | { kind: 'vote'; reasoning: string; answerId: string; reason: string }
  | { kind: 'abstain'; reasoning: string; reason: string }
  | { kind: 'keep'; reasoning: string; reason: string }
  | JudgingAction
  | { kind: 'present'; reasoning: string; content: string };

/**
 * What the character does with a request: tell the others what does not add up, publish what it found, merge what it lacks (once), or
 * vote for the widest answer.
 */
export function chooseAction(character: Character, view: PromptView): DemoAction {
  const judging = judgeAnswers(view);
  if (judging) return judging;
  const own = view.published.at(-1);
  const found = findAll(character, view);
  if (!view.canPublish && !view.canKeep && view.votable.length === 0) return present(found, view);
  const noted = view.notes.flatMap(parseFindings);
  if (own === undefined && view.canPublish) {
    const note = noteOf(character, view, found);
    if (note) return note;
    const check = checkOf(character, view, found);
    if (check) return check;
    return {
      kind: 'answer',
      reasoning: think(character, view, found),
      content: renderFindings(mergeFindings(found, noted)),
    };
  }
  const current = own === undefined ? [] : parseFindings(own).filter((finding) => !isNothing(finding));
  const fresh = view.guidance.length > 0 ? found.filter((finding) => !covers(current, finding)) : [];
  const known = [...view.others.flatMap(({ content }) => parseFindings(content)), ...noted].filter(
    (finding) => !isNothing(finding),
  );
  const lacking = known.filter((finding) => !covers(current, finding));
  const merged = mergeFindings(mergeFindings(current, fresh), known);
  const mayMerge = view.canPublish && !view.lastRefused && (view.published.length === 1 || fresh.length > 0);
  const somebodyHasAll = view.others.some(({ content }) => coverage(content, merged) === merged.length);
  if (mayMerge && fresh.length + lacking.length > 0 && !somebodyHasAll) {
    return { kind: 'answer', reasoning: thinkOfMerging(lacking, fresh), content: renderFindings(merged) };
  }
  if (!view.canKeep) return voteForWidest(view, own, merged);
  const reasoning = `Compared my answer with the ${merged.length} facts known so far.`;
  return { kind: 'keep', reasoning, reason: 'It states what I could establish.' };
}

function thinkOfMerging(lacking: Finding[], fresh: Finding[]): string {
  const counted = `${lacking.length} ${lacking.length === 1 ? 'fact' : 'facts'}`;
  if (lacking.length > 0)
    return `Others state ${counted} that my answer lacks: ${quote(lacking)}. I merge them into my answer.`;
  return `What was added gives more to say: ${quote(fresh)}. I put it into my answer.`;
}

const FAULT = /does not agree|different values|but from|does not mention|none of these words/;

function noteOf({ writesNotes }: Character, { canNote, hasNoted }: PromptView, found: Finding[]): DemoAction | null {
  const faults = found.filter(({ section, text }) => section === 'Checks' && FAULT.test(text));
  if (!writesNotes || !canNote || hasNoted || faults.length === 0) return null;
  const reasoning = `The others should know this before they answer: ${quote(faults)}.`;
  return { kind: 'note', reasoning, content: renderFindings(faults) };
}

/** Once a turn, where it is offered a tool that can compute the same. */
function checkOf({ checks }: Character, { exampleTools, usedTools }: PromptView, found: Finding[]): DemoAction | null {
  const check = checks && usedTools.length === 0 ? checkByTool(found, exampleTools) : null;
  if (!check) return null;
  const reasoning = `I have “${check.said}”. A tool can compute that as well: I ask it before I answer.`;
  return { kind: 'check', reasoning, reason: check.said, ...check };
}

function findAll(character: Character, { task, guidance, unseen, usedTools }: PromptView): Finding[] {
  const guided = guidance.flatMap((text) =>
    character.find({ question: text, material: task.material || task.question }),
  );
  const blind = unseen.map(
    ({ name, mediaType, bytes }): Finding => ({
      section: 'Checks',
      text: `“${name}” is attached (${mediaType}, ${bytes} bytes), but the simulation cannot see what is in it`,
    }),
  );
  const found = mergeFindings(character.find(task), guided);
  return mergeFindings([...found, ...toolFindings(found, usedTools)], blind);
}

function voteForWidest(view: PromptView, own: string | undefined, merged: Finding[]): DemoAction {
  const candidates = view.votable.map((answerId): ShownAnswer => {
    const other = view.others.find((answer) => answer.answerId === answerId);
    return { answerId, content: other?.content ?? own ?? '' };
  });
  const [best] = candidates
    .map((candidate) => ({ ...candidate, count: coverage(candidate.content, merged) }))
    .sort((a, b) => b.count - a.count || a.content.length - b.content.length);
  if (!best) return { kind: 'abstain', reasoning: 'There is no answer to compare.', reason: 'No answer was shown.' };
  const reasoning = `Compared ${candidates.length} ${candidates.length === 1 ? 'answer' : 'answers'} with the ${merged.length} facts known so far.`;
  return {
    kind: 'vote',
    reasoning,
    answerId: best.answerId,
    reason: parseFindings(best.content).some(isRefusal)
      ? 'It says plainly that a simulation cannot answer this.'
      : `Covers ${best.count} of ${merged.length} known facts.`,
  };
}

/** The chosen answer (or the widest), with what the others add. A presenter that saw no answers writes what it found itself. */
function present(found: Finding[], view: PromptView): DemoAction {
  const answers = [...view.others.map(({ content }) => content), ...view.published].map(parseFindings);
  const chosen = view.others.find(({ answerId }) => answerId === view.chosen);
  const facts = answers.reduce(mergeFindings, [] as Finding[]);
  const [widest] = answers.sort((a, b) => coverageOf(b, facts) - coverageOf(a, facts));
  const all =
    answers.length > 0 ? mergeFindings(chosen ? parseFindings(chosen.content) : (widest ?? []), facts) : found;
  const useful = all.filter((finding) => !isNothing(finding));
  const findings = useful.length > 0 ? useful : all;
  const reasoning = `I write down the ${findings.length} facts that ${answers.length > 0 ? 'the team established' : 'I found'}.`;
  return { kind: 'present', reasoning, content: renderFindings(findings) };
}

function coverage(content: string, facts: Finding[]): number {
  return coverageOf(parseFindings(content), facts);
}

function coverageOf(findings: Finding[], facts: Finding[]): number {
  return facts.filter((fact) => covers(findings, fact)).length;
}

function think(character: Character, { task }: PromptView, found: Finding[]): string {
  const given = task.material ? 'A text was given.' : 'Only a question was given.';
  return `${character.approach} ${given} I found ${found.length}: ${quote(found)}.`;
}

function quote(findings: Finding[]): string {
  return findings
    .map(({ text }) =>
      text
        .split(/\s+/)
        .slice(0, 8)
        .join(' ')
        .replace(/[.,;:]+$/, ''),
    )
    .join('; ');
}
