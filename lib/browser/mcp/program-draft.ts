import type { GrantedFolder, McpServerInfo } from './mcp-server';
import { transportWords } from './transport-words';

/** A program as it is edited: its command as one line. */
export interface ProgramDraft {
  line: string;
  network: boolean;
  folders: GrantedFolder[];
}

export function programDraft(transport: McpServerInfo['transport']): ProgramDraft {
  if (transport.type !== 'stdio') return { line: '', network: false, folders: [] };
  const { network = false, folders = [] } = transport;
  return { line: transportWords(transport), network, folders };
}

/** The command and its arguments that a line stands for. */
export function givenProgram({ line, network, folders }: ProgramDraft) {
  const [command = '', ...args] = wordsOf(line);
  return { command, args, network, folders: folders.map(({ path, writable }) => ({ path: path.trim(), writable })) };
}

/** A line as a shell takes it apart, and nothing else that a shell does. */
function wordsOf(line: string): string[] {
  const words: string[] = [];
  let word: string | null = null;
  for (const [part, single, double, plain] of line.matchAll(
    /'([^']*)'|"((?:\\.|[^"\\])*)"|\s+|((?:\\.|[^\s'"\\])+)|./gs,
  )) {
    const text = single ?? (double ?? plain)?.replace(/\\(.)/gs, '$1');
    if (text !== undefined) word = (word ?? '') + text;
    else if (/^\s/.test(part)) {
      if (word !== null) words.push(word);
      word = null;
    } else word = (word ?? '') + part;
  }
  if (word !== null) words.push(word);
  return words;
}
