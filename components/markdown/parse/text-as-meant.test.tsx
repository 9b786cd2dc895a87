import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { LiveMarkdown } from '../live-markdown';
import type { BlockNode, InlineNode } from './nodes';
import { readMarkdown } from './read-markdown';

const nodes = (text: string) => readMarkdown(text).blocks.flatMap((block) => block.nodes);

/** A text with its marks in a short form: `<strong>x</strong>`, `{tex}`, `(address)`. */
function inline(list: InlineNode[]): string {
  return list
    .map((node): string => {
      if (node.type === 'text') return node.text;
      if (node.type === 'code') return `\`${node.text}\``;
      if (node.type === 'break') return '<br>';
      if (node.type === 'math') return node.isDisplay ? `{{${node.tex.trim()}}}` : `{${node.tex}}`;
      if (node.type === 'link') return `${inline(node.children)}(${node.href})`;
      if (node.type === 'image' || node.type === 'footnote') return `[${node.type}]`;
      return `<${node.type}>${inline(node.children)}</${node.type}>`;
    })
    .join('');
}
function line(text: string): string {
  return nodes(text)
    .map((node: BlockNode) =>
      node.type === 'math'
        ? `{{${node.tex.trim()}}}`
        : 'children' in node
          ? inline(node.children as InlineNode[])
          : node.type,
    )
    .join(' ¶ ');
}
const html = (text: string) => renderToStaticMarkup(<LiveMarkdown text={text} />);

describe('formulas', () => {
  it.each([
    ['\\(E = mc^2\\)', '{E = mc^2}'],
    ['so \\(a\\) and \\(b\\).', 'so {a} and {b}.'],
    // The reader looks ahead for the bracket's partner, and comes back.
    ['in [0, \\(a\\)) and \\(b\\), $$x$$ or $$y$$', 'in [0, {a}) and {b}, {{x}} or {{y}}'],
    ['\\[ \\frac{a_1}{c_2} \\]', '{{\\frac{a_1}{c_2}}}'],
    ['with \\[ x^2 \\] inside', 'with {{x^2}} inside'],
    [
      '$$\n\\begin{aligned}\na &= b \\\\\nc &= d\n\\end{aligned}\n$$',
      '{{\\begin{aligned}\na &= b \\\\\nc &= d\n\\end{aligned}}}',
    ],
    ['$$a$$', '{{a}}'],
    ['\\[\na\n= b\n- c\n\\] where', '{{a\n= b\n- c}} ¶ where'],
    ['\\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix}', '{{\\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix}}}'],
    ['$x$, $n$th, $\\alpha_1$-level', '{x}, {n}th, {\\alpha_1}-level'],
    ['$f(x) = 2x$ and *y*', '{f(x) = 2x} and <em>y</em>'],
    ['$a_1 * b_1 * c$', '{a_1 * b_1 * c}'],
    ['面积$S=\\pi r^2$，其中$r$是半径', '面积{S=\\pi r^2}，其中{r}是半径'],
    ['$x \\text{ if } y > 0$', '{x \\text{ if } y > 0}'],
    ['**$E=mc^2$**', '<strong>{E=mc^2}</strong>'],
  ])('%j is typeset', (text, meant) => expect(line(text)).toBe(meant));

  it.each([
    '$5 and $10',
    'from $5 to $10, or US$20 to A$30',
    'costs $5, not 10$',
    '$20 or 30$ per month',
    '$1,000–$2,000',
    '$100k vs. $3M',
    'R$ 5 e R$ 10',
    '5$ und 10$',
    'a $ b $ c',
    'export PATH=$HOME/bin:$PATH',
    '$HOME and $USER',
    '价格是$5，合计$10',
    'it costs $5 (or €4)',
    'between $5/month and $10/month',
    'earn $1, save $2, get 3$ back',
  ])('%j is prices or names', (text) => expect(line(text)).toBe(text));

  it('leaves unfinished ones as they are, backslashes and all', () => {
    expect(line('so \\(E = mc^2')).toBe('so \\(E = mc^2');
    expect(line('so \\[ x')).toBe('so \\[ x');
    expect(line('$$ x')).toBe('$$ x');
  });

  it('takes escaped brackets for brackets', () => {
    expect(line('see \\[1\\] and \\[sic\\]')).toBe('see [1] and [sic]');
    expect(line('\\$5')).toBe('$5');
  });

  it('are none in code', () => {
    expect(line('`$x$ \\(y\\)`')).toBe('`$x$ \\(y\\)`');
    expect(nodes('```\n$$\nx\n$$\n```')).toEqual([{ type: 'code', text: '$$\nx\n$$', language: '' }]);
  });
});

describe('backslashes', () => {
  it.each(['C:\\Users\\name\\file.txt', '\\\\server\\share', 'a \\d+ b', '\\alpha'])('%j stays', (text) =>
    expect(line(text)).toBe(text),
  );
});

describe('Chinese, Japanese, Korean', () => {
  it.each([
    ['这是**“重点”**内容，还有**重要：**后面。', '这是<strong>“重点”</strong>内容，还有<strong>重要：</strong>后面。'],
    ['これは**「強調」**です。**注意！**次へ', 'これは<strong>「強調」</strong>です。<strong>注意！</strong>次へ'],
    ['**스크립트(script)**라는 것', '<strong>스크립트(script)</strong>라는 것'],
    ['他说*《书》*好', '他说<em>《书》</em>好'],
    ['~~“旧”~~新', '<del>“旧”</del>新'],
    ['第一行\n第二行', '第一行第二行'],
    ['한 줄\n두 줄', '한 줄\n두 줄'],
  ])('%j', (text, meant) => expect(line(text)).toBe(meant));
});

describe('tildes and carets', () => {
  it.each([
    ['5~10 度，夜里 20~30 度', '5~10 度，夜里 20~30 度'],
    ['5~10度，夜里20~30度', '5~10度，夜里20~30度'],
    ['~5 and ~6', '~5 and ~6'],
    ['A~B和C~D', 'A~B和C~D'],
    ['~~gone~~', '<del>gone</del>'],
    ['H~2~O and SO~4~^2-^', 'H<sub>2</sub>O and SO<sub>4</sub><sup>2-</sup>'],
    ['x^2^ + y^n+1^', 'x<sup>2</sup> + y<sup>n+1</sup>'],
    ['2^3^4', '2^3^4'],
    ['a^b and c^d', 'a^b and c^d'],
  ])('%j', (text, meant) => expect(line(text)).toBe(meant));
});

describe('links in the text', () => {
  const A = 'https://example.com/a';
  it.each([
    [`请看 ${A}。后面`, `请看 ${A}(${A})。后面`],
    [`（${A}），`, `（${A}(${A})），`],
    [`「${A}」`, `「${A}(${A})」`],
    [`See ${A}, or (${A}).`, `See ${A}(${A}), or (${A}(${A})).`],
    [
      'https://en.wikipedia.org/wiki/A_(b)_c',
      'https://en.wikipedia.org/wiki/A_(b)_c(https://en.wikipedia.org/wiki/A_(b)_c)',
    ],
    ['(https://a.b/x_(y))', '(https://a.b/x_(y)(https://a.b/x_(y)))'],
    [`**${A}**后面`, `<strong>${A}(${A})</strong>后面`],
    [`انظر ${A}، ثم`, `انظر ${A}(${A})، ثم`],
    [`[${A}](https://b.c)`, `${A}(https://b.c)`],
    [`<${A}>`, `${A}(${A})`],
    [`\`${A}\``, `\`${A}\``],
    ['https://a.b/?x=1&amp;y=2', 'https://a.b/?x=1&y=2(https://a.b/?x=1&y=2)'],
    [
      'www.example.com. Mail me@example.com!',
      'www.example.com(http://www.example.com). Mail me@example.com(mailto:me@example.com)!',
    ],
    ['https://', 'https://'],
  ])('%j', (text, meant) => expect(line(text)).toBe(meant));
});

describe('tags and references', () => {
  it.each([
    ['a<br>b<br/>c', 'a<br>b<br>c'],
    ['H<sub>2</sub>O x<sup>2</sup>', 'H<sub>2</sub>O x<sup>2</sup>'],
    ['<kbd>Ctrl</kbd>+<b>x</b>', '<kbd>Ctrl</kbd>+<strong>x</strong>'],
    ['<b>open', '<b>open'],
    ['**<sub>a**</sub>', '<strong><sub>a</strong></sub>'],
    ['Vec<String> and <div class="x">y</div>', 'Vec<String> and <div class="x">y</div>'],
    ['&hearts;&nbsp;&copy;&rarr;&#8364;&CounterClockwiseContourIntegral;', '♥\u00a0©→€∳'],
    ['`&amp;`', '`&amp;`'],
    ['AT&T &unknown;', 'AT&T &unknown;'],
  ])('%j', (text, meant) => expect(line(text)).toBe(meant));
});

describe('on the page', () => {
  it('begins a list with its number', () => {
    expect(html('0. a\n1. b')).toContain('<ol start="0"');
    expect(html('7. a')).toContain('<ol start="7"');
  });

  it('names the boxes of tasks', () => {
    expect(html('- [x] a\n- [ ] **b**')).toMatch(
      /<input[^>]*aria-label="Done"[^>]*>.*<input[^>]*aria-label="To do"[^>]*>.*<strong/s,
    );
  });

  it('numbers footnotes by the order in which the text refers to them, and leaves unknown ones as text', () => {
    const out = html('x[^b] y[^a] z[^none]\n\n[^a]: First **note**\n[^b]: Second');
    expect(out).toMatch(/Footnote 1.*Footnote 2.*\[\^none\].*<ol.*Second.*First <strong/s);
  });

  it('gives each block the direction of its own text; code runs from left to right', () => {
    const out = html('نص عربي\n\n- بند\n- item\n\n> اقتباس\n\n| أ | b |\n|-|-|\n| ج | d |\n\n`x`\n\n```\ny\n```');
    expect(out).toMatch(/<p dir="auto"[^>]*>نص/);
    expect(out.match(/<li dir="auto"/g)).toHaveLength(2);
    expect(out).toMatch(/<blockquote dir="rtl"/);
    expect(out).toMatch(/<td dir="auto"[^>]*>ج/);
    expect(out).toMatch(/<code dir="ltr"/);
    expect(out).toMatch(/<figure dir="ltr"/);
  });

  it('lets the first paragraph of an item decide where its mark stands', () => {
    expect(html('- بند\n\n  more\n\n- x')).toMatch(/<li dir="auto"[^>]*><p class[^>]*>بند<\/p><p dir="auto"/);
  });

  it('shows characters that would turn the order of the text', () => {
    expect(html('a \u202etxt.exe')).toContain('U+202E');
    expect(html('```\nif (x\u2066) {}\u200b\n```')).toMatch(/U\+2066.*U\+200B/s);
    expect(html('```\nif (x\u2066) {}\n```')).not.toContain('\u2066');
  });

  it('says why a picture is a link', () => {
    const out = html('![A map](https://a.b/map.png)');
    expect(out).toContain('not loaded for your privacy');
    expect(out).toContain('href="https://a.b/map.png"');
    expect(out).not.toContain('<img');
  });
});
