/** A file of which the request holds the text. */
export interface GivenFile {
  name: string;
  text: string;
}

/** A file of which the request holds the name only. */
export interface UnseenFile {
  name: string;
  mediaType: string;
  bytes: number;
}

const GIVEN =
  /^A file that the person attached follows\.[^\n]*\n\n<attachment name="([^"]*)"[^>]*>\n([\s\S]*)\n<\/attachment>$/;
const UNSEEN = /^\[The person attached “([\s\S]+?)” \(([^,()]+), (\d+) bytes\)\. It is not shown to you:/;

/** What a text of the request says of an attached file; `null` for any other text. */
export function readAttachmentText(text: string): { given: GivenFile } | { unseen: UnseenFile } | null {
  const given = GIVEN.exec(text);
  if (given)
    return {
      given: {
        name: decode(given[1] ?? ''),
        text: (given[2] ?? '').replaceAll(/&lt;(?=\s*\/?\s*attachment\b)/gi, '<'),
      },
    };
  const unseen = UNSEEN.exec(text);
  if (!unseen) return null;
  const [, name = '', mediaType = '', bytes = '0'] = unseen;
  return { unseen: { name, mediaType, bytes: Number(bytes) } };
}

function decode(attribute: string): string {
  return attribute.replaceAll('&lt;', '<').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}
