import fc from 'fast-check';
import { expect, it } from 'vitest';
import { nasty } from '../markdown/parse/testing/nasty-texts';
import { pageHtml } from './page-html';

const HOSTILE = [
  '<script>alert(1)</script><img src=x onerror=alert(1)>',
  '![a](https://evil.example/p.png) ![b](javascript:alert(1)) [c](javascript:alert(1)) [d](data:text/html,x)',
  '</title></style></head><iframe src="//evil.example"></iframe>',
  '<a href="https://evil.example" onclick="alert(1)">x</a> <form action="//evil.example"><input>',
  '$\\href{javascript:alert(1)}{x}$ $$\\includegraphics{https://evil.example/x}$$ ```html\n<script>\n```',
  '\u202Egnp.exe \u0000 | a | b |\n|---|---|\n| <b>"\' | `<i>` |',
];

/** Elements and attributes that the page may have. */
const LOADS =
  /<(?:script|img|iframe|object|embed|link|form|input|video|audio|base)\b|\ssrc\s*=|\son\w+\s*=|url\(|@import/i;

/** What stands inside of tags; what people wrote stands between them. */
const tagsOf = (html: string) => (html.match(/<[a-z!/][^>]*>/gi) ?? []).join('\n');

it('asks for nothing and runs nothing, whatever is in the texts', () => {
  for (const text of HOSTILE) {
    const html = pageHtml({
      title: text,
      turns: [{ question: text, attached: [text], answer: text, isSimulated: true, run: null }],
      otherMessages: 3,
    });
    expect(tagsOf(html).replace(/<meta [^>]*>/g, ''), text).not.toMatch(LOADS);
    expect(tagsOf(html)).not.toMatch(/href="(?!https?:|mailto:)/);
    expect(html).toContain("default-src 'none'");
    expect(html).not.toContain('\u0000');
    expect(html.match(/<\/body>/g)).toHaveLength(1);
  }
});

it('has no other elements for any text', () => {
  fc.assert(
    fc.property(nasty, (text) => {
      const html = pageHtml({
        title: 'T',
        turns: [{ question: '', attached: [], answer: text, isSimulated: true, run: null }],
        otherMessages: 0,
      });
      expect(tagsOf(html).replace(/<meta [^>]*>/g, '')).not.toMatch(LOADS);
    }),
    { numRuns: 60 },
  );
});
