/** One block of code, laid out in one way: no spaces at the ends of lines, no common indentation. */
export interface CodeBlock {
  kind: 'code';
  language: string;
  code: string;
}

/** Reads a text that is one fenced block and nothing else. */
export function readCode(text: string): CodeBlock | null {
  const block = /^(`{3,10}|~{3,10})[ \t]*(?:([\w+#.-]+)[ \t]*)?\n([\s\S]*?)\n?\1[ \t]*$/.exec(text.trim());
  if (!block || block[3]?.includes(block[1] ?? '```')) return null;
  return { kind: 'code', language: (block[2] ?? '').toLowerCase(), code: laidOut(block[3] ?? '') };
}

function laidOut(code: string): string {
  const lines = code.split('\n').map((line) => line.trimEnd());
  while (lines[0] === '') lines.shift();
  while (lines.at(-1) === '') lines.pop();
  const indents = lines.filter((line) => line !== '').map((line) => /^[ \t]*/.exec(line)?.[0] ?? '');
  const common = indents.reduce(
    (left, right) => (right.startsWith(left) ? left : left.startsWith(right) ? right : ''),
    indents[0] ?? '',
  );
  return lines.map((line) => line.slice(line === '' ? 0 : common.length)).join('\n');
}
