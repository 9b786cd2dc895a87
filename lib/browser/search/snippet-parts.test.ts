import { expect, it } from 'vitest';
import { snippetParts } from './snippet-parts';

it('takes marks and escapes for what they mean, and nothing else for markup', () => {
  expect(snippetParts('a &lt;b&gt; &amp;lt; <mark>fox</mark><mark>den</mark> &quot;c')).toEqual([
    { text: 'a <b> &lt; ', isHit: false },
    { text: 'fox', isHit: true },
    { text: 'den', isHit: true },
    { text: ' "c', isHit: false },
  ]);
});
