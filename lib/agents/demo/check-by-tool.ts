import { EXAMPLE_SERVER } from '@/lib/protocol/example-server';
import type { Finding } from './finding';
import { evaluateExpression } from './text/evaluate-expression';
import { findDates } from './text/find-dates';

/** How requests name a tool of the example server. */
const PREFIX = `${EXAMPLE_SERVER}__`;
const CALCULATE = `${PREFIX}calculate`;
const DAYS = `${PREFIX}days_between`;
/** Numbers in answers are rounded to six decimals. */
const LEAST = 1e-6;

/** A call by which the model checks what it has computed. */
export interface ToolCheck {
  tool: string;
  args: Record<string, unknown>;
  /** What it has computed itself, for example `15% × 240 = 36`. */
  said: string;
}

/** A call of the turn, with its result. */
export interface UsedTool {
  tool: string;
  args: unknown;
  result: string;
  isError: boolean;
}

export function isExampleTool(name: string): boolean {
  return name.startsWith(PREFIX);
}

/** The first of what was found that a tool which the request offers can compute as well. */
export function checkByTool(found: Finding[], tools: string[]): ToolCheck | null {
  return checksOf(found).find(({ tool }) => tools.includes(tool)) ?? null;
}

/** What tools have said to what was found, as facts for the answer. */
export function toolFindings(found: Finding[], used: UsedTool[]): Finding[] {
  const checks = checksOf(found);
  return used.flatMap(({ tool, args, result, isError }): Finding[] => {
    const check = checks.find((one) => one.tool === tool && JSON.stringify(one.args) === JSON.stringify(args));
    const value = isError ? null : numberIn(result);
    const own = check ? resultOf(check.said) : null;
    if (!check || value === null || own === null) return [];
    const name = `The tool ${tool.slice(PREFIX.length)} of the example server`;
    const agrees = Math.abs(own - value) <= LEAST * Math.max(1, Math.abs(value));
    return [{ section: 'Checks', text: `${name} ${agrees ? 'agrees' : `gives ${value} instead`}: ${check.said}` }];
  });
}

function checksOf(found: Finding[]): ToolCheck[] {
  return found.flatMap(({ text }) => checkSum(text) ?? checkDays(text) ?? []);
}

/** `Total: 1 + 2 = 3 EUR`. */
function checkSum(text: string): ToolCheck | null {
  const [, expression = '', rest = ''] = /(?:^|[:;] )([-\d(][^=:;]*?) = (-?[\d.,]+%?)/.exec(text) ?? [];
  const plain = expression.replaceAll('×', '*').replaceAll('÷', '/');
  if (rest === '' || evaluateExpression(plain) === null) return null;
  return { tool: CALCULATE, args: { expression }, said: `${expression} = ${rest}` };
}

/** `From 1 March 2027 to 15 April 2027: 45 days`. */
function checkDays(text: string): ToolCheck | null {
  const [said] = /^From .+ to .+: [\d,]+ days?$/.exec(text) ?? [];
  const [first, last] = said ? findDates(said) : [];
  if (!said || !first || !last) return null;
  return { tool: DAYS, args: { from: dayOf(first.time), to: dayOf(last.time) }, said };
}

function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

/** The last number that the text holds: what was computed stands behind how. */
function resultOf(said: string): number | null {
  const [, number = '', percent] = /(-?\d[\d.,]*)(%?)(?: days?)?$/.exec(said) ?? [];
  if (number === '') return null;
  const value = Number(number.replaceAll(',', ''));
  return percent ? value / 100 : value;
}

function numberIn(result: string): number | null {
  const found = /-?\d+(?:\.\d+)?(?:e[-+]?\d+)?/.exec(result.replace(/^[^:]*:\s/, ''));
  return found ? Number(found[0]) : null;
}
