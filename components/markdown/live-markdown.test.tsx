import fc from 'fast-check';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { LiveMarkdown } from './live-markdown';
import { nasty } from './parse/testing/nasty-texts';

const html = (text: string) => renderToStaticMarkup(<LiveMarkdown text={text} />);

describe('LiveMarkdown', () => {
  it('shows raw HTML as text', () => {
    const out = html('<img src=x onerror=alert(1)>\n\nhello <script>alert(1)</script>');
    expect(out).not.toMatch(/<(img|script)/);
    expect(out).toContain('&lt;script&gt;');
  });

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    '/api/v1/runs',
    '//evil.example',
  ])('makes no link of %s', (href) => {
    expect(html(`[x](${href}) ![y](${href})`)).not.toContain('<a');
  });

  it('opens safe links without giving the page away', () => {
    expect(html('[x](https://example.com/a)')).toMatch(
      /href="https:\/\/example.com\/a".*rel="noopener noreferrer nofollow"/,
    );
    expect(html('[m](mailto:a@b.example)')).toContain('href="mailto:a@b.example"');
  });

  it('never loads a picture', () => {
    const out = html('![secret](https://evil.example/?q=1)');
    expect(out).not.toContain('<img');
    expect(out).toContain('>secret</a>');
  });

  it('prints character references as characters and code as it is', () => {
    expect(html('a &amp; b &#8364; `&amp;`')).toContain('a &amp; b € <code');
    expect(html('`&amp;`')).toContain('&amp;amp;');
  });

  it('draws tables with their alignment', () => {
    expect(html('| n |\n|-:|\n| 1 |')).toContain('text-right');
  });

  it('shows 1,000 nasty texts without a fault, and nothing of them as HTML', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        expect(html(text)).not.toMatch(/<(?:script|img|iframe|style)|href="(?!https?:|mailto:|#)/);
      }),
      { numRuns: 1000 },
    );
  });
});
