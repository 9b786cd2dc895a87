export interface SnippetPart {
  text: string;
  isHit: boolean;
}

const SIGNS: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&amp;': '&' };

/** A snippet of the server as pieces of plain text: the page renders text, whatever stands in it. */
export function snippetParts(snippet: string): SnippetPart[] {
  return snippet.split(/<mark>(.*?)<\/mark>/s).flatMap((piece, index) => {
    const text = piece.replace(/&(?:lt|gt|quot|#39|amp);/g, (sign) => SIGNS[sign] ?? sign);
    return text === '' ? [] : [{ text, isHit: index % 2 === 1 }];
  });
}
