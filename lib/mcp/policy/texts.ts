interface Over {
  most: number;
  span: string;
  whose: string;
  ends: { seconds: number; at: string };
}

/** Why a call was not made, for the agent and the people who read its work. */
export const texts = {
  perMinute: 'a minute',
  perDay: 'a day',
  ofTool: 'of this tool',
  ofServer: 'of this server',
  ofPerson: 'of each person on this instance',
  ofWorkspace: 'of this workspace',
  overLimit: (tool: string, server: string, { most, span, whose, ends }: Over) =>
    `${tool} of ${server} was not called: the limit ${whose}, ${most} ${most === 1 ? 'call' : 'calls'} ${span}, is used up. It ends in ${ends.seconds} s, at ${ends.at}. Go on without it, or try again after that.`,
  noServers: 'The policy of this workspace allows no MCP servers.',
  onlyCatalogue: 'The policy of this workspace allows servers of the catalogue only.',
};
