/** How a driver has answered a person's request: it is in the log, or means nothing in this run (`invalid`), or the run was over. */
export type ControlAnswer =
  | { ok: true }
  | { ok: false; code: 'conflict' | 'invalid'; message: string; field?: { path: string; message: string } };
