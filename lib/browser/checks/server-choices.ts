interface Named {
  id: string;
  name: string;
}

/** The names to choose from where one may have been written by hand: by id, in another case, or of a server that is not there. */
export function serverChoices(servers: Named[], written: string): { names: string[]; chosen: string } {
  const names = servers.map(({ name }) => name);
  const known = servers.find(({ id, name }) => id === written || name.toLowerCase() === written.toLowerCase());
  if (known || written === '') return { names, chosen: known?.name ?? '' };
  return { names: [...names, written], chosen: written };
}
