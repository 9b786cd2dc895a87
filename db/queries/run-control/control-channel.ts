/** Processes that drive runs listen here for people's requests that have been stored. */
export const CONTROL_CHANNEL = 'massgen_run_control';
