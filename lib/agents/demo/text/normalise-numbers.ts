const DECIMAL_COMMA = /(?<![\d.,])\d+,\d{1,2}(?![\d,.]*\d)|(?<![\d.,])\d{1,3}(?:\.\d{3})+,\d+/;
const DECIMAL_POINT = /(?<![\d.,])\d+\.\d{1,2}(?![\d.,]*\d)|(?<![\d.,])\d{1,3}(?:,\d{3})+\.\d+/;

/** The text with its numbers written the English way: "1.234,56" and "3,5" become "1234.56" and "3.5"; dates stay. */
export function normaliseNumbers(text: string): string {
  const commas = DECIMAL_COMMA.test(text);
  // Where a text writes its decimals with a comma only, a point stands between thousands.
  const points = commas && !DECIMAL_POINT.test(text);
  return text.replace(/(?<![\d.,])\d[\d.,]*\d(?![\d.,]*\d)/g, (number) => {
    if (/^\d{1,3}(?:\.\d{3})+,\d+$/.test(number)) return number.replaceAll('.', '').replace(',', '.');
    if (/^\d+,(?:\d{1,2}|\d{4,})$/.test(number)) return number.replace(',', '.');
    if (/^\d{1,3}(?:\.\d{3})+$/.test(number) && (points || number.split('.').length > 2))
      return number.replaceAll('.', '');
    return number;
  });
}
