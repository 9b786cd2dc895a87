const SEPARATOR =
  /\?\s*|;\s*|\n+|,?\s+(?:and then|then|and also|also|and)\s+(?=(?:what|who|when|where|why|how|which|compute|calculate|count|list|compare|summari[sz]e|find|name|extract|explain|check|translate|write|give|tell|describe|sum|total|show|review)\b)/gi;

/** The things that a question asks for, one by one. */
export function questionParts(question: string): string[] {
  return question
    .split(SEPARATOR)
    .map((part) => part.replace(/^[\s,:.-]+|[\s,:.-]+$/g, ''))
    .filter((part) => /\p{L}/u.test(part));
}
