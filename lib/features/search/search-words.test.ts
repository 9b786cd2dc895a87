import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readQuery } from './read-query';
import { snippet } from './snippet';
import { wordVector } from './word-vector';
import { wordsOf, wordTexts } from './words-of';

const words = (text: string) => wordsOf(text).map(({ word }) => word);

describe('wordsOf', () => {
  it('compares small letters without marks, and takes names of files apart', () => {
    expect(words('Ähnlich, CAFÉ Straße Łódź re-port_2.pdf')).toEqual([
      'ahnlich',
      'cafe',
      'strasse',
      'lodz',
      're',
      'port_2',
      'pdf',
    ]);
    expect(words('Ça va… ﬁn')).toEqual(['ca', 'va', 'fin']);
  });

  it('takes scripts without spaces by pairs, whatever stands beside them', () => {
    expect(words('東京都へ行くPDF版')).toEqual(['東京', '京都', '都へ', 'へ行', '行く', 'く', 'pdf', '版']);
  });

  it('says where each word stands', () => {
    const text = 'Über 東京 ok';
    expect(wordsOf(text).map(({ start, end }) => text.slice(start, end))).toEqual(['Über', '東京', '京', 'ok']);
  });
});

describe('wordTexts', () => {
  it('is the same words, of plain texts too', () => {
    const texts = [fc.string(), fc.string({ unit: fc.constantFrom(...'aZ_9 -.\n\t\0é東ß\u0301') })];
    const same = fc.property(fc.oneof(...texts), (text) => {
      expect(wordTexts(text)).toEqual(words(text));
    });
    fc.assert(same, { numRuns: 1_000 });
    expect(wordTexts(`A_1 b-C ${'x'.repeat(100)}`)).toEqual(['a_1', 'b', 'c', 'x'.repeat(64)]);
  });
});

describe('readQuery', () => {
  it('asks for all words, for phrases in order and for the absence of words', () => {
    expect(readQuery('Repo "red fox" -blue').tsquery).toBe("('repo':*) & ('red' <-> 'fox') & !('blue':*)");
    expect(readQuery('東京都').tsquery).toBe("('東京':* & '京都':*)");
    expect(readQuery('東').tsquery).toBe("('東':*)");
  });

  it('looks for nothing where there is no word, or only what must not be there', () => {
    for (const typed of ['', ' … ', "'); drop table x; --'", '-only'].map((text) =>
      text.replace(/[a-z]+ ?/g, (m) => (text === '-only' ? m : '')),
    ))
      expect(readQuery(typed).tsquery).toBeNull();
  });
});

describe('wordVector', () => {
  it('gives each word its places', () => {
    expect(wordVector("it's it", 'B')).toBe("'it':1B,3B 's':2B");
  });
});

describe('snippet', () => {
  it('marks hits and escapes all else', () => {
    expect(snippet('<b onclick="x()">A Fox & foxes</b>', ['fox'])).toBe(
      '&lt;b onclick=&quot;x()&quot;&gt;A <mark>Fox</mark> &amp; <mark>foxes</mark>&lt;/b&gt;',
    );
  });

  it('marks neighbouring pairs of signs as one', () => {
    expect(snippet('## Fox\n\n- **fast** as `a fox`, 2*3 = 6', ['fox'])).toBe(
      '<mark>Fox</mark> fast as a <mark>fox</mark>, 2*3 = 6',
    );
    expect(snippet('私は東京都に住む', ['東京', '京都'])).toBe('私は<mark>東京都</mark>に住む');
  });

  it('shows where the words stand close together, and that there is more', () => {
    const text = `fox ${'word '.repeat(200)}fox den ${'word '.repeat(200)}`;
    const shown = snippet(text, ['fox', 'den']);
    expect(shown).toContain('<mark>fox</mark> <mark>den</mark>');
    expect(shown.startsWith('…') && shown.endsWith('…')).toBe(true);
    expect(shown.length).toBeLessThan(300);
  });
});
