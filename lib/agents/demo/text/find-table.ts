import type { Amount } from './amount';
import { evaluateExpression } from './evaluate-expression';
import { showExpression } from './show-expression';

const NO_QUANTITY =
  /^(?:id|no\.?|nr\.?|#|year|jahr|date|datum|month|zip|phone|currency|unit|age|temperature|rating|score)$/i;
const COUNT = /^(?:qty|quantity|count|pieces|menge|anzahl|units)\b/i;
const PRICE = /^(?:price|unit price|preis|each|cost)\b/i;

interface Table {
  header: string[];
  rows: string[][];
}

/** The amounts of a table in CSV or Markdown, row by row; a price and a quantity in one row are multiplied. `null` where there is no table. */
export function findTable(text: string): Amount[] | null {
  const table = readTable(text);
  if (!table) return null;
  const { header, rows } = table;
  const at = (pattern: RegExp) => header.findIndex((name) => pattern.test(name));
  const [count, price, currency] = [at(COUNT), at(PRICE), at(/^currency$/i)];
  const amounts = rows.flatMap((cells): Amount[] => {
    const label = cells[0] ?? '';
    const money = cells[currency] ?? '';
    const [pieces, each] = [numberOf(cells[count]), numberOf(cells[price])];
    if (pieces !== null && each !== null)
      return [{ label, value: pieces * each, unit: money, shown: `${pieces} × ${each}` }];
    return cells.flatMap((cell, column): Amount[] => {
      const value = numberOf(cell);
      const name = header[column] ?? '';
      if (value === null || column === 0 || NO_QUANTITY.test(name)) return [];
      return [{ label, value, unit: money || `(${name})`, shown: showExpression(cell) }];
    });
  });
  return amounts.length > 0 ? amounts : null;
}

function numberOf(cell: string | undefined): number | null {
  return cell ? evaluateExpression(`0 + (${cell.replace(/[€$£¥]|\b(?:EUR|USD|GBP|CHF)\b/g, '').trim()})`) : null;
}

function readTable(text: string): Table | null {
  for (const separator of ['|', ';', '\t', ',']) {
    const lines = text
      .split('\n')
      .map((line) =>
        line
          .trim()
          .replace(/^\||\|$/g, '')
          .split(separator)
          .map((cell) => cell.trim()),
      )
      .filter((cells) => cells.length > 1 && !cells.every((cell) => /^:?-+:?$/.test(cell)));
    const [header, ...rows] = lines;
    if (!header || rows.length < 2 || header.some((cell) => !cell || /\d/.test(cell))) continue;
    if (rows.every((cells) => cells.length === header.length)) return { header, rows };
  }
  return null;
}
