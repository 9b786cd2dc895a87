'use client';
import { texts } from './texts';
import 'katex/dist/katex.min.css';
import { memo, useMemo } from 'react';
import { ScrollBox } from '../ui/scroll-box';
import { FormulaSource } from './formula-source';
import type { MathNode } from './parse/nodes';
import { typeset } from './typeset';

/** A formula by KaTeX: shapes for the eye, MathML for who listens. */
export const TypesetFormula = memo(function TypesetFormula({ tex, source, isDisplay }: Omit<MathNode, 'type'>) {
  const html = useMemo(() => typeset(tex, isDisplay), [tex, isDisplay]);
  if (html === null) return <FormulaSource source={source} isDisplay={isDisplay} />;
  // biome-ignore lint/security/noDangerouslySetInnerHtml: KaTeX wrote it; it escapes its input, and commands that make links or load anything are off.
  const formula = <span dir="ltr" dangerouslySetInnerHTML={{ __html: html }} />;
  if (!isDisplay) return formula;
  return (
    <ScrollBox as="span" label={texts.formula} className="formula my-4">
      {formula}
    </ScrollBox>
  );
});
