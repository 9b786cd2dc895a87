import type { Slot } from '../team';
import type { DisagreementReport, Position, Sureness } from './disagreement-report';

type Facts = Omit<DisagreementReport, 'sentences' | 'summary'>;

/** What fits on a line or two. */
const SHORT = 120;

const SURE: Record<Sureness, string> = {
  'almost certain': 'By what is known, this is almost certainly right.',
  'very likely': 'By what is known, this is very likely right.',
  likely: 'By what is known, this is likely to be right.',
  'more likely than not': 'By what is known, this is more likely right than wrong.',
  open: 'What is known does not say whether this is right.',
};

const DECIDED: Record<NonNullable<Facts['decidedBy']>, string> = {
  'only answer': 'There was no other answer to choose from.',
  agreement: 'Agreement decided.',
  evidence: 'The checks decided.',
  lead: 'Those who had not answered could not have changed the outcome.',
  support: 'The more reliable side was chosen.',
  ballots: 'The agents’ scores decided.',
  judge: 'The judge decided.',
  reliability: 'It was a tie; the more reliable agent was chosen.',
  'most supporters': 'It was a tie; the side with more agents was chosen.',
  'fewest versions': 'It was a tie; the answer with fewer versions was chosen.',
  earliest: 'It was a tie; the earlier answer was chosen.',
  person: 'A person chose.',
};

/**
 * The report in words: short, every slot named once, nothing that is not in the facts. `summary` = at most three of them, or in place of many
 * who disagree one: whose answer it is, who holds another, what decided it and how sure that is.
 */
export function reportInWords(facts: Facts): Pick<DisagreementReport, 'sentences' | 'summary'> {
  const [first, ...others] = facts.positions;
  if (!first) return { sentences: ['Nobody has answered.'], summary: ['Nobody has answered.'] };
  const chosen = facts.doAllAgree ? `${listed(first.slots)} agree.` : stands(first);
  const dissent = others.map(stands);
  const decided = facts.decidedBy ? [DECIDED[facts.decidedBy], SURE[facts.sureness]] : ['Nothing is decided yet.'];
  const sentences = [
    chosen,
    ...dissent,
    ...(facts.silent.length > 0 ? [`${listed(facts.silent)} gave no answer that counts.`] : []),
    ...(facts.unclear.length > 0 ? ['Some of these may mean the same; nobody could tell.'] : []),
    ...decided,
    ...checked(facts, first),
  ];
  return { sentences, summary: [chosen, inShort(dissent, others), decided.join(' ')].filter(Boolean) };
}

function inShort(dissent: string[], others: Position[]): string {
  const whole = dissent.join(' ');
  return whole.length <= SHORT ? whole : `${listed(others.flatMap(({ slots }) => slots))} hold other answers.`;
}

function stands({ slots, isWinner, answerId }: Position): string {
  if (isWinner) return `The chosen answer ${answerId} is that of ${listed(slots)}.`;
  return `${listed(slots)} ${slots.length > 1 ? 'hold' : 'holds'} ${answerId} instead.`;
}

function checked({ positions, unchecked, decidedBy }: Facts, first: Position): string[] {
  const answers = positions.flatMap((position) => position.answers);
  const isTried = positions.some(({ checks }) => checks.length > 0);
  if (unchecked.length === answers.length) return [isTried ? 'No check came to a result.' : 'No check was made.'];
  const failed = decidedBy ? first.checks.filter(({ passed }) => passed === false).map(({ check }) => check) : [];
  return [
    ...(failed.length > 0 ? [`It fails ${listed(failed)}.`] : []),
    ...(unchecked.length > 0 ? [`Nobody checked ${listed(unchecked)}.`] : []),
  ];
}

/** `B`, `B and C`, `B, C and D`. */
function listed(names: Slot[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
