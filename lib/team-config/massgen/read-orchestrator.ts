import 'server-only';
import { LEFT_OUT_OF_COORDINATION, LEFT_OUT_OF_ORCHESTRATOR } from './left-out';
import { isSection, type Reading, type Section } from './reading';
import { warnOfSection } from './warn-of-section';

const MOST_ANSWERS = 20;
const NOVELTIES = ['lenient', 'balanced', 'strict'];
const SECONDS = 'orchestrator_timeout_seconds';

/** How the team decides: the keys of `orchestrator` that have a counterpart here. */
export function readCoordination(value: unknown, reading: Reading): Section {
  const understood = ['coordination', 'timeout', 'answer_novelty_requirement', 'max_new_answers_per_agent'];
  warnOfSection(value, 'orchestrator', understood, LEFT_OUT_OF_ORCHESTRATOR, reading);
  if (!isSection(value)) return {};
  warnOfSection(value.coordination, 'orchestrator.coordination', [], LEFT_OUT_OF_COORDINATION, reading);
  const novelty = readNovelty(value.answer_novelty_requirement, reading);
  const answers = readAnswers(value.max_new_answers_per_agent, reading);
  return { ...(novelty && { novelty }), ...(answers && { maxNewAnswersPerAgent: answers }) };
}

function readNovelty(value: unknown, reading: Reading): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string' && NOVELTIES.includes(value)) return value;
  const message = `Left out: give one of ${NOVELTIES.join(', ')}.`;
  reading.warnings.push({ key: 'orchestrator.answer_novelty_requirement', message });
  return null;
}

function readAnswers(value: unknown, reading: Reading): number | null {
  if (value === undefined || value === null) return null;
  const key = 'orchestrator.max_new_answers_per_agent';
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 1) {
    reading.warnings.push({ key, message: `Left out: give a whole number from 1 to ${MOST_ANSWERS}.` });
    return null;
  }
  if (value > MOST_ANSWERS) reading.warnings.push({ key, message: `Set to ${MOST_ANSWERS}, the most there is here.` });
  return Math.min(value, MOST_ANSWERS);
}

/** The time of a turn stands in two places of MassGen's format; its command line reads only `timeout_settings`. */
export function readTurnSeconds(file: Section, reading: Reading): number | null {
  const orchestrator = isSection(file.orchestrator) ? file.orchestrator : {};
  const places = [
    ['timeout_settings', file.timeout_settings],
    ['orchestrator.timeout', orchestrator.timeout],
  ] as const;
  let chosen: number | null = null;
  for (const [path, section] of places) {
    warnOfSection(section, path, [SECONDS], {}, reading);
    if (!isSection(section) || section[SECONDS] === undefined || section[SECONDS] === null) continue;
    const seconds = section[SECONDS];
    const warn = (message: string) => reading.warnings.push({ key: `${path}.${SECONDS}`, message });
    if (typeof seconds !== 'number' || seconds <= 0) warn('Left out: give a number of seconds greater than 0.');
    else if (chosen !== null) warn('Left out: timeout_settings gives this time too, and it is the one that counts.');
    else chosen = Math.min(Math.max(seconds, 1), 86_400);
  }
  return chosen;
}
