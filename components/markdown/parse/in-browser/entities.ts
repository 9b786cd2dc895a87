/**
 * Stands for the package `entities` in the browser (next.config.ts): every browser has that table of names already. Decodes one character
 * reference that ends with a semicolon; one that nobody knows stays as it is.
 */
export function decodeHTMLStrict(reference: string): string {
  const field = document.createElement('textarea');
  field.innerHTML = reference;
  // A longer result is an old name without a semicolon and what follows it: `&notit;`.
  return field.value.length <= 2 ? field.value : reference;
}
