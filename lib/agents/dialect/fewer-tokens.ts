import type { Adaptation, Body } from './adaptation';

const FIELDS = ['max_tokens', 'max_completion_tokens', 'max_output_tokens', 'maxOutputTokens'] as const;
const MOST = [
  /at most (\d[\d,]*) (?:completion|output)? ?tokens/i,
  /max\w*tokens\W.{0,60}\[\s*\d+\s*,\s*(\d+)\s*\]/i,
  /> (\d+), which is the maximum allowed number of output tokens/i,
  /max\w*tokens\W.{0,40}(?:less than or equal to|<=|must not exceed|no more than|exceeds?.{0,20}(?:of|limit)) [`'"]?(\d[\d,]*)/i,
  /supported range is from \d+ \(inclusive\) to (\d+)/i,
];

/** The agent may ask for more tokens than the model writes at most. `detail` = that number. */
export const fewerTokens: Adaptation = {
  name: 'fewer tokens',
  demandedBy({ text }) {
    const most = MOST.map((pattern) => pattern.exec(text)?.[1]).find(Boolean);
    return most ? String(Number(most.replaceAll(',', '')) - (/\(exclusive\)/.test(text) ? 1 : 0)) : null;
  },
  apply(body, detail) {
    const most = Number(detail);
    const config = body.generationConfig as Body | undefined;
    const lower = (fields: Body): Body | null => {
      const field = FIELDS.find((name) => typeof fields[name] === 'number' && fields[name] > most);
      return field ? { ...fields, [field]: most } : null;
    };
    const inner = config && lower(config);
    return inner ? { ...body, generationConfig: inner } : (lower(body) ?? body);
  },
  says: (most) => `the model writes at most ${most} tokens`,
};
