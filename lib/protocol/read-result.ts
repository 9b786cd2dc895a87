/** Reads on in a result that was too long to be shown whole; the engine runs it. */
export const READ_RESULT_TOOL = 'read_result';
/** As `server` of its events. */
export const RESULTS_SERVER = 'results';
