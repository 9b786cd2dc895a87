import { emptyFaults, nameFaults, roleFaults } from './common-faults';

interface Part {
  text?: string;
  thoughtSignature?: string;
  functionCall?: { name: string; args: unknown };
  functionResponse?: { name: string; response: unknown };
}

interface Body {
  systemInstruction?: { parts: Part[] };
  contents: { role: string; parts: Part[] }[];
  tools?: { functionDeclarations?: { name: string }[] }[] | { functionDeclarations?: { name: string }[] };
}

/** What Google's API would refuse in this body; `signed` = models from Gemini 3 on, which want a signature on the first call of a turn. */
export function geminiFaults(given: unknown, signed = false): string[] {
  const { systemInstruction, contents, tools = [] } = given as Body;
  const parts = contents.flatMap((content) => content.parts);
  const calls = parts.flatMap(({ functionCall }) => functionCall ?? []);
  const declared = [tools].flat().flatMap(({ functionDeclarations = [] }) => functionDeclarations);
  return [
    ...(systemInstruction?.parts.some(({ text }) => text) ? [] : ['no system text']),
    // What the person says next may follow the responses as a turn of its own.
    ...roleFaults(contents.map(({ role, parts: own }) => (own.some(isResponse) ? `${role} of responses` : role))),
    ...contents.filter(({ role }) => !['user', 'model'].includes(role)).map(({ role }) => `the role ${role}`),
    ...contents.filter((content) => content.parts.length === 0).map(({ role }) => `a turn of ${role} without parts`),
    ...emptyFaults(parts.flatMap(({ text }) => (text === undefined ? [] : [text]))),
    ...contents.flatMap(({ parts: own }, index) => turnFaults(own, contents[index + 1]?.parts, signed)),
    ...responsesWithoutCall(contents),
    ...nameFaults([...calls, ...declared].map(({ name }) => name)),
    ...calls.flatMap(({ args }) => (typeof args === 'object' && args !== null ? [] : ['arguments that are no object'])),
    ...(calls.length > 0 && declared.length === 0 ? ['calls, but no tools are offered'] : []),
    ...(contents.at(-1)?.role === 'user' ? [] : ['the last word is the model’s']),
  ];
}

const isResponse = ({ functionResponse }: Part) => functionResponse !== undefined;

/** Every call of a turn has its response in the next one, in the same order, before anything else. */
function turnFaults(parts: Part[], next: Part[] | undefined, signed: boolean): string[] {
  const calls = parts.filter(({ functionCall }) => functionCall);
  if (calls.length === 0) return [];
  const names = (all: Part[]) =>
    all.map(({ functionCall: call, functionResponse: said }) => (call ?? said)?.name).join();
  const answered = (next ?? []).slice(0, calls.length).filter(({ functionResponse }) => functionResponse);
  return [
    ...(names(answered) === names(calls) ? [] : [`calls of ${names(calls)} are answered by “${names(answered)}”`]),
    ...(signed && !calls[0]?.thoughtSignature ? [`the call of ${names(calls)} has no signature`] : []),
  ];
}

function responsesWithoutCall(contents: Body['contents']): string[] {
  return contents.flatMap(({ parts }, index) => {
    const said = parts.filter(({ functionResponse }) => functionResponse).length;
    const called = contents[index - 1]?.parts.filter(({ functionCall }) => functionCall).length ?? 0;
    const isObject = parts.every(
      ({ functionResponse }) => !functionResponse || typeof functionResponse.response === 'object',
    );
    return [
      ...(said > called ? ['a response without a call'] : []),
      ...(isObject ? [] : ['a response that is no object']),
    ];
  });
}
