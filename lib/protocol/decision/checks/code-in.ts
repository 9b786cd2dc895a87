import type { CodeLanguage } from './check';

const NAMES: Record<CodeLanguage, string> = {
  javascript: '(?:javascript|js|mjs|cjs|node)',
  python: '(?:python3?|py)',
};

/** The code of a language that an answer gives: its only block of it. `null` when there is none or more than one. */
export function codeIn(answer: string, language: CodeLanguage): string | null {
  const block = new RegExp(
    `^(\`{3,10}|~{3,10})[ \\t]*${NAMES[language]}\\b[^\\n]*\\n([\\s\\S]*?)\\n?\\1[ \\t]*$`,
    'gim',
  );
  const [first, ...more] = [...answer.matchAll(block)];
  return first && more.length === 0 ? (first[2] ?? '') : null;
}
