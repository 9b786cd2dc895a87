const TOOL_NAME = /^[a-zA-Z0-9_-]{1,64}$/;

/** Some servers take ids of exactly nine letters and digits, so that is what ids of the app's own have. */
const OWN_ID = /^[a-zA-Z0-9]{9}$/;

/** What no provider takes: a role twice in a row, or a beginning or an end that is not the person's. */
export function roleFaults(roles: string[]): string[] {
  const twice = roles.filter((role, index) => role === roles[index + 1]);
  return [
    ...twice.map((role) => `two messages of ${role} in a row`),
    ...(roles[0] === 'user' ? [] : [`the conversation begins with ${roles[0]}`]),
  ];
}

/** @param most characters that the provider allows */
export function idFaults(ids: (string | undefined)[], most: number): string[] {
  return ids.flatMap((id = '') => {
    const isFit = /^[a-zA-Z0-9_-]+$/.test(id) && id.length <= most;
    return isFit && (!/^(?:ctx|context)/.test(id) || OWN_ID.test(id)) ? [] : [`the id ${id} is not taken`];
  });
}

export function nameFaults(names: (string | undefined)[]): string[] {
  return names.flatMap((name = '') => (TOOL_NAME.test(name) ? [] : [`the tool name ${name} is not taken`]));
}

export function emptyFaults(texts: unknown[]): string[] {
  return texts.flatMap((text) =>
    typeof text === 'string' && text.trim() !== '' ? [] : [`an empty text: ${JSON.stringify(text)}`],
  );
}

/** Arguments go as the JSON text of an object. */
export function argumentFaults(given: unknown[]): string[] {
  return given.flatMap((text) => {
    try {
      const value: unknown = JSON.parse(String(text));
      if (typeof value === 'object' && value !== null && !Array.isArray(value)) return [];
    } catch {
      // Said below.
    }
    return [`arguments that are no object: ${text}`];
  });
}
