import { type SQL, sql } from 'drizzle-orm';
import { reliabilityObservation } from '../../schema/reliability';

/** Models change behind their names: after so many days an observation counts half. */
const HALF_LIFE_DAYS = 90;
const DAY_SECONDS = 86_400;

const { at, weight, isRight } = reliabilityObservation;

const decayed = sql`${weight} * power(0.5, extract(epoch from now() - ${at}) / ${sql.raw(`${HALF_LIFE_DAYS * DAY_SECONDS}`)})`;

/** How many runs, and the weights of their observations, decayed by age. */
export const OBSERVED: { count: SQL<number>; weight: SQL<number>; right: SQL<number> } = {
  count: sql<number>`count(*)`.mapWith(Number),
  weight: sql<number>`sum(${decayed})`.mapWith(Number),
  right: sql<number>`coalesce(sum(${decayed}) filter (where ${isRight}), 0)`.mapWith(Number),
};
