/** What a request for approval says. */
export const texts = {
  edited: 'edited',
  allowOnce: 'Allow once',
  allowForRun: 'Allow for this run',
  discard: 'Discard',
  cancel: 'Cancel',
  edit: 'Edit',
  deny: 'Deny',
  /** Between the agent's letter and the tool's name, or before the name alone. */
  wants: { within: 'wants to use', first: 'Wants to use' },
  asks: { within: 'has a question from', first: 'Has a question from' },
  tool: (name: string, slot: string) => `${name} of ${slot}`,
  commands: (name: string, slot: string) => `${name} of ${slot}, for commands that begin with this one,`,
  command: (name: string, slot: string) => `Command of ${name} of ${slot}`,
  arguments: (name: string, slot: string) => `Arguments as JSON of ${name} of ${slot}`,
  allowOnceFull: (name: string, slot: string) => `Allow ${name} of ${slot} once`,
  allowForRunTitle: (scope: string) => `Allow ${scope} until this run ends`,
  allowForRunFull: (scope: string) => `Allow for this run: ${scope} until it ends`,
  discardFull: (name: string, slot: string) => `Discard the edits of ${name} of ${slot}`,
  editFull: (name: string, slot: string) => `Edit ${name} of ${slot}`,
  denyFull: (name: string, slot: string) => `Deny ${name} of ${slot}`,
};
