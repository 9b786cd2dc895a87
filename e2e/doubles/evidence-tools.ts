import type { ModelRequest } from './model-request.ts';
import type { ToolUse } from './reply.ts';

const NUMBERED = /<answer number="\d+">\n([\s\S]*?)\n<\/answer>/g;

/** What a model does where the team decides by evidence, besides publishing; `null` = it is asked for something else. */
export function evidenceTool({ tools, told, published }: ModelRequest): ToolUse | null {
  const contents = [...told.matchAll(NUMBERED)].map(([, content = '']) => content);
  if (tools.includes('report_pairs')) return use('report_pairs', { pairs: pairsOf(contents) });
  if (tools.includes('report_check'))
    return use('report_check', {
      reason: 'I looked for it.',
      verdict: contents.join().includes('kWh') ? 'pass' : 'fail',
    });
  // The longer an answer, the better; the order in which they stand means nothing.
  const best = contents.toSorted((a, b) => b.length - a.length || a.localeCompare(b));
  if (tools.includes('score_answers')) {
    const scores = contents.map((content, index) => ({ answer: index + 1, score: 9 - best.indexOf(content) }));
    return use('score_answers', { scores, reason: 'The longest says most.' });
  }
  if (tools.includes('choose_answer'))
    return use('choose_answer', { answer: contents.indexOf(best[0] ?? '') + 1, reason: 'It says most.' });
  if (tools.includes('keep_answer') && published.length > 0)
    return use('keep_answer', { reason: 'What the others say changes nothing.' });
  return null;
}

/** The published text of a model named `concludes-9,720_kWh`; `null` for others. */
export function conclusionOf(model: string): string | null {
  const [, said] = /^concludes-([^@]+)/.exec(model) ?? [];
  return said ? `I worked it out step by step.\n\n**Answer: ${said.replaceAll('_', ' ')}**` : null;
}

function pairsOf(contents: string[]): { first: number; second: number; verdict: string }[] {
  return contents.flatMap((left, index) =>
    contents.slice(index + 1).map((right, further) => ({
      first: index + 1,
      second: index + further + 2,
      verdict: left === right ? 'same' : 'different',
    })),
  );
}

function use(name: string, given: object): ToolUse {
  return { name, arguments: JSON.stringify(given) };
}
