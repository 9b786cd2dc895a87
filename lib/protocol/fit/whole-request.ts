import type { Condensation } from './condensation';

/** Nothing is condensed. */
export const WHOLE_REQUEST: Condensation = { caps: {}, readMore: null };
