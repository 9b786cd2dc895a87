/** Why something about a chain of calls was refused. */
export const texts = {
  noSuchChain: 'There is no such chain.',
  adminsOnly: 'Only an administrator of the workspace may add and change its chains.',
  nameTaken: 'There is already a chain of this name.',
  nameForm:
    'A name has letters, digits, blanks, dots, dashes and underscores, at most 64 in all, and begins with a letter or digit.',
  noChange: 'Give at least one change.',
  giveServer: 'Name a server.',
  giveTool: 'Name a tool.',
  giveSteps: 'A chain has at least one step.',
  tooManySteps: (most: number) => `A chain has at most ${most} steps.`,
  objectSchema: 'The input of a chain is an object: its schema has “type”: “object”.',
  badSchema: (problem: string) => `This is not a JSON Schema that can be used: ${problem}`,
  otherKeys: (keys: string) => `A reference has “$from” and “pointer” only, and not ${keys}.`,
  notAPointer: 'The pointer is empty, or begins with a slash: “/rows/0/name”.',
  notASource: (from: string, step: number) =>
    `“${from}” is nothing that step ${step} can take something from. Give “input”${step > 1 ? `, or the number of a step before it, from “1” to “${step - 1}”` : ''}.`,
  noSuchServer: (name: string, near: string | null) =>
    `There is no server “${name}”, or you may not use it.${near ? ` Did you mean “${near}”?` : ''}`,
  noSuchTool: (name: string, near: string | null) =>
    `The server has no tool “${name}”.${near ? ` Did you mean “${near}”?` : ''}`,
  missingArgument: (name: string) => `The tool wants “${name}”. Give it, or say where it is taken from.`,
  wrongArgument: (name: string, problem: string) => `“${name}” is not what the tool takes: ${problem}`,
  wrongInput: (problem: string) => `The arguments are not what the chain takes: ${problem}`,
  changed: 'Someone has changed this chain in the meantime.',
  changedHint: 'Compare the two, then save again with the current version.',
};
