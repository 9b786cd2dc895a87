/** Where servers and models write more than the name: a namespace before it, a count or marks of a chat template behind it. */
const BEFORE = /^(?:functions?|tools?|default_api|call|api)[.:/]/i;
const BEHIND = /(?:<[|｜]|[:(]|\s)[\s\S]*$/;

/** The tool of these that a model means by this name; the name itself when it means none. */
export function knownTool(name: string, tools: readonly string[]): string {
  if (tools.includes(name)) return name;
  const bare = plain(name.trim().replace(BEFORE, '').replace(BEHIND, ''));
  return tools.find((tool) => plain(tool) === bare) ?? name;
}

function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[-_\s]/g, '');
}
