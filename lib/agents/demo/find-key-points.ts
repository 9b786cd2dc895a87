import { cannot, isCreative } from './cannot';
import { computeNumbers } from './compute-numbers';
import { isWorkedOut } from './find-results';
import type { Finding } from './finding';
import { contentWords } from './text/content-words';
import { findAmounts } from './text/find-amounts';
import { questionParts } from './text/question-parts';
import { rankSentences } from './text/rank-sentences';
import { splitSentences } from './text/split-sentences';
import type { Task } from './text/split-task';
import { whatItCosts } from './what-it-costs';

const MAX_KEY_SENTENCES = 4;
const MIN_SHARED_WORDS = 2;
/** "Rent: 900 EUR" is a figure, not a sentence that carries the text. */
const LABELLED_VALUE = /^[^:]{1,40}:\s*\S*\d\S*(?:\s\S+)?$/;
const NAME = /(?:(?<=[\p{L}\p{N},;]\s)\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}+)*|^\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}+)+)/gu;
const CALENDAR =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)$/;

/** What the `demo-extract` character finds: the sentences that answer the question, and those that carry the text. */
export function findKeyPoints({ question, material }: Task): Finding[] {
  if (isCreative(question)) return cannot();
  if (!material) {
    const found = computeNumbers({ question, material });
    return found.length > 0 ? [...found, ...unanswered(question)] : cannot();
  }
  const sentences = splitSentences(material);
  const prose = sentences.filter((sentence) => !LABELLED_VALUE.test(sentence));
  const count = Math.min(MAX_KEY_SENTENCES, Math.ceil(sentences.length / 3) + 1);
  const quotes = questionParts(question).flatMap((part) => quoteFor(part, sentences));
  if (question && !OVERVIEW.test(question) && quotes.length > 0) return quotes;
  const found = OVERVIEW.test(question) ? [] : computeNumbers({ question, material });
  const costs = whatItCosts({ question, material });
  if (costs.length > 0) return costs;
  if (question && found.length > 0) return figuresUsed(material) ?? found;
  return [
    ...quotes,
    ...rankSentences(prose.length > 0 ? prose : sentences, count, question).map(
      (text): Finding => ({ section: 'Key points', text }),
    ),
    ...namesIn(sentences),
  ];
}

/** The parts of a question that nothing was calculated for; "say why" asks for no more than the way that is shown. */
function unanswered(question: string): Finding[] {
  const open = questionParts(question).filter(
    (part) => OPEN.test(part) && !isWorkedOut(part) && computeNumbers({ question: part, material: '' }).length === 0,
  );
  return open.map((part) => ({ section: 'Checks', text: `A simulation cannot answer “${part}”` }));
}

/** The labelled figures that an answer can be calculated from. */
function figuresUsed(material: string): Finding[] | null {
  const amounts = findAmounts(material);
  if (amounts.length === 0 || amounts.length > 12) return null;
  const shown = amounts.map(({ label, shown, unit }) => `${label} ${shown}${unit && ` ${unit}`}`);
  return [{ section: 'Key points', text: `The text gives: ${shown.join(', ')}` }];
}

const OPEN = /^(?:why|who|when|where|what|how)\b.*\p{L}{3}.*\p{L}{3}/iu;
const OVERVIEW = /\b(?:summari[sz]e|summary|key points?|extract|names?|zusammenfass\w*|fasse)\b/i;

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
