/** Parameters that a provider documents: the name in a team, and where it goes in the request. */
export type Places = Record<string, string>;

/** Each at the top of the request, under its own name. */
export const named = (...names: string[]): Places => Object.fromEntries(names.map((name) => [name, name]));

/** Each in a field of the request. */
export const within = (field: string, ...names: string[]): Places =>
  Object.fromEntries(names.map((name) => [name, `${field}.${name}`]));
