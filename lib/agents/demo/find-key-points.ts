import { findResults, isWorkedOut } from './find-results';
import type { Finding } from './finding';
import { contentWords } from './text/content-words';
import { questionParts } from './text/question-parts';
import { rankSentences } from './text/rank-sentences';
import { splitSentences } from './text/split-sentences';
import type { Task } from './text/split-task';

const MAX_KEY_SENTENCES = 4;
const MIN_SHARED_WORDS = 2;
/** "Rent: 900 EUR" is a figure, not a sentence that carries the text. */
const LABELLED_VALUE = /^[^:]{1,40}:\s*\S*\d\S*(?:\s\S+)?$/;
const NAME = /(?:(?<=[\p{L}\p{N},;]\s)\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}+)*|^\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}+)+)/gu;
const CALENDAR =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)$/;

/** What the `demo-extract` character finds: the sentences that answer the question, and those that carry the text. */
export function findKeyPoints({ question, material }: Task): Finding[] {
  if (!material) return withoutMaterial(question);
  const sentences = splitSentences(material);
  const prose = sentences.filter((sentence) => !LABELLED_VALUE.test(sentence));
  const count = Math.min(MAX_KEY_SENTENCES, Math.ceil(sentences.length / 3) + 1);
  return [
    ...questionParts(question).flatMap((part) => quoteFor(part, sentences)),
    ...rankSentences(prose.length > 0 ? prose : sentences, count, question).map(
      (text): Finding => ({ section: 'Key points', text }),
    ),
    ...namesIn(sentences),
  ];
}

function quoteFor(part: string, sentences: string[]): Finding[] {
  const asked = new Set(contentWords(part));
  const [best] = sentences
    .map((sentence) => ({ sentence, shared: contentWords(sentence).filter((word) => asked.has(word)).length }))
    .sort((a, b) => b.shared - a.shared);
  if (!best || best.shared < Math.min(MIN_SHARED_WORDS, asked.size) || best.shared === 0) return [];
  return [{ section: 'Answer', text: `On “${part}” the text says: “${best.sentence}”` }];
}

/** Capitalised words and word groups inside sentences: usually people, places and organisations. */
function namesIn(sentences: string[]): Finding[] {
  const names = new Set<string>();
  for (const sentence of sentences) {
    for (const [name] of sentence.matchAll(NAME)) if (!CALENDAR.test(name)) names.add(name);
  }
  if (names.size === 0) return [];
  return [{ section: 'Key points', text: `Names in the text: ${[...names].slice(0, 12).join(', ')}` }];
}

const NO_TEXT: Finding = {
  section: 'Answer',
  text: 'The demo has no knowledge beyond the text it is given, and no text was given: paste one, or choose a team with a real model',
};

function withoutMaterial(question: string): Finding[] {
  const terms = [
    ...new Set((question.match(/\p{L}[\p{L}\p{N}-]*/gu) ?? []).filter((word) => contentWords(word).length > 0)),
  ];
  return [
    ...findResults(question),
    ...(isWorkedOut(question) ? [] : [NO_TEXT]),
    ...(terms.length > 0
      ? [{ section: 'Key points', text: `The question turns on: ${terms.slice(0, 8).join(', ')}` } as const]
      : []),
  ];
}
