import katex from 'katex';
import { MAX_TEX } from './parse/math-in-text';

/** A label names a formula for references from other pages of a paper; there are none here. */
const LABEL = /\\label\s*\{[^{}]*\}/g;

/** TeX as HTML with MathML beside it; `null` where KaTeX cannot read it. Nothing in it can link, load or grow without bound. */
export function typeset(tex: string, isDisplay: boolean): string | null {
  if (tex.length > MAX_TEX) return null;
  try {
    return katex.renderToString(tex.replace(LABEL, '').trim(), {
      displayMode: isDisplay,
      throwOnError: true,
      strict: 'ignore',
      trust: false,
      maxSize: 20,
      maxExpand: 200,
    });
  } catch {
    // Not TeX, TeX that KaTeX does not know, or braces nested too deep: its source is shown instead.
    return null;
  }
}
