import { covers, type Finding, mergeFindings, parseFindings } from './finding';
import { isNothing } from './nothing-found';
import type { PromptView } from './read-prompt';

export interface JudgingAction {
  kind: 'judging';
  reasoning: string;
  reason: string;
  tool: string;
  args: Record<string, unknown>;
}

/** What the simulation says of answers under numbers, by the facts that they state; `null` when it is not asked. */
export function judgeAnswers({ numbered, judgingTool }: PromptView): JudgingAction | null {
  if (judgingTool === null) return null;
  const stated = numbered.map((content) => parseFindings(content).filter((finding) => !isNothing(finding)));
  const all = stated.reduce(mergeFindings, [] as Finding[]);
  const counts = stated.map((findings) => all.filter((fact) => covers(findings, fact)).length);
  const reasoning = `Compared ${numbered.length} answers by the ${all.length} facts that they state.`;
  const reason = `The widest covers ${Math.max(0, ...counts)} of ${all.length} facts.`;
  return {
    kind: 'judging',
    reasoning,
    reason,
    tool: judgingTool,
    args: argumentsFor(judgingTool, stated, counts, reason),
  };
}

/** It reads facts and no rubrics. */
const NO_CRITIC = 'A simulated critic cannot tell.';

function argumentsFor(tool: string, stated: Finding[][], counts: number[], reason: string): Record<string, unknown> {
  if (tool === 'report_pairs') return { pairs: pairsOf(stated) };
  if (tool === 'report_check') return { reason: NO_CRITIC, verdict: 'unclear' };
  const most = Math.max(1, ...counts);
  if (tool === 'score_answers') {
    const scores = counts.map((count, index) => ({ answer: index + 1, score: Math.round((10 * count) / most) }));
    return { scores, reason };
  }
  const best = counts.filter((count) => count === most).length === 1 ? counts.indexOf(most) + 1 : 0;
  return { answer: best, reason };
}

/** The same where each states what the other states. */
function pairsOf(stated: Finding[][]): object[] {
  const states = (left: Finding[], right: Finding[]) => right.every((finding) => covers(left, finding));
  return stated.flatMap((a, first) =>
    stated.slice(first + 1).map((b, behind) => ({
      first: first + 1,
      second: first + behind + 2,
      verdict: states(a, b) && states(b, a) ? 'same' : 'different',
    })),
  );
}
