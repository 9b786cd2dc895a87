import { expect, test } from 'vitest';
import { typeset } from './typeset';

test('a formula has shapes for the eye and MathML for who listens', () => {
  const html = typeset('E = mc^2', false);
  expect(html).toContain('<math');
  expect(html).toContain('katex-html');
});

test.each([
  '\\begin{align} a &= b \\\\ c &= d \\end{align}',
  '\\begin{equation} x \\label{eq:1} \\tag{1} \\end{equation}',
  '\\begin{cases} 1 & x > 0 \\\\ 0 & \\text{否则} \\end{cases}',
  '\\begin{bmatrix} 1 & 2 \\\\ 3 & 4 \\end{bmatrix}',
  '\\mathbb{R}^n \\to \\mathcal{L}',
])('%s is typeset', (tex) => expect(typeset(tex, true)).toContain('<math'));

test.each([
  ['what is no TeX', '\\frac{'],
  ['a command that KaTeX does not know', '\\foo{x}'],
  ['a macro that calls itself', '\\def\\a{\\a\\a}\\a'],
  ['braces nested without end', '{'.repeat(1900) + '}'.repeat(1900)],
  ['a formula longer than anybody reads', 'x+'.repeat(4000)],
])('%s is not', (_, tex) => expect(typeset(tex, true)).toBeNull());

test('nothing in it links or loads', () => {
  for (const tex of [
    '\\href{javascript:alert(1)}{x}',
    '\\includegraphics{https://a.b/c.png}',
    '\\url{https://a.b}',
    '\\htmlStyle{color:red}{x}',
  ]) {
    const html = typeset(tex, false) ?? '';
    expect(html).not.toMatch(/<a[ >]|<img|style="color:red/);
  }
});
