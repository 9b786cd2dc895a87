import { contentWords } from './text/content-words';

export const SECTIONS = ['Answer', 'Key points', 'Checks', 'Try for example'] as const;
export type Section = (typeof SECTIONS)[number];

/** One fact that an answer states; `text` is a single line. */
export interface Finding {
  section: Section;
  text: string;
}

/** An answer as people see it: a heading and bullets per section. */
export function renderFindings(findings: Finding[]): string {
  return SECTIONS.flatMap((section) => {
    const lines = findings
      .filter((finding) => finding.section === section)
      .map(({ text }) => `- ${escapeMarkdown(text)}`);
    return lines.length > 0 ? [`**${section}**\n${lines.join('\n')}`] : [];
  }).join('\n\n');
}

/** So that a signed text shows as it was written; what is escaped already stays. */
function escapeMarkdown(text: string): string {
  return text
    .replace(/(?<=[\d)%])(\s*)\*(\s*)(?=[\d(.-])/g, '$1×$2')
    .replace(/(?<!\\)(?:[*`]|(?<!\w)_|_(?!\w)|<(?=[a-z/!]))/gi, '\\$&');
}

/** The facts of an answer: its bullets, or its lines where it has none. Unknown headings count as key points. */
export function parseFindings(answer: string): Finding[] {
  const bulleted = /^\s*[-*•]\s+\S/m.test(answer);
  const findings: Finding[] = [];
  let section: Section = 'Key points';
  for (const line of answer.split('\n')) {
    const heading = /^\s*(?:#+\s*)?(?:\*\*)?([A-Z][\w ]{2,30}?)(?:\*\*)?:?\s*$/.exec(line);
    if (heading) {
      section = SECTIONS.find((name) => name.toLowerCase() === heading[1]?.toLowerCase()) ?? 'Key points';
      continue;
    }
    const bullet = /^\s*[-*•]\s+(.+)$/.exec(line);
    const text = bullet?.[1] ?? (bulleted ? '' : line);
    if (text.trim()) findings.push({ section, text: text.trim() });
  }
  return findings;
}

const SAME = 0.85;

/** True if one of `findings` says what `finding` says: the same figures and nearly all of its words. */
export function covers(findings: Finding[], finding: Finding): boolean {
  const words = new Set(contentWords(finding.text));
  const figures = figuresOf(finding.text);
  if (words.size === 0) return true;
  return findings.some((other) => {
    if (other.text === finding.text) return true;
    const otherFigures = figuresOf(other.text);
    if (!figures.every((figure) => otherFigures.includes(figure))) return false;
    const otherWords = new Set(contentWords(other.text));
    return [...words].filter((word) => otherWords.has(word)).length / words.size >= SAME;
  });
}

/** `own` followed by everything of `others` that it lacks. */
export function mergeFindings(own: Finding[], others: Finding[]): Finding[] {
  const merged = [...own];
  for (const finding of others) if (!covers(merged, finding)) merged.push(finding);
  return merged;
}

function figuresOf(text: string): string[] {
  return text.match(/\d[\d.,]*\d|\d/g) ?? [];
}
