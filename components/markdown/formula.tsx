'use client';
import dynamic from 'next/dynamic';
import { Suspense } from 'react';
import { FormulaSource } from './formula-source';
import type { MathNode } from './parse/nodes';

/** KaTeX with its style and fonts is large: a page without a formula loads none of it. */
const TypesetFormula = dynamic(async () => (await import('./typeset-formula')).TypesetFormula);

/** A formula; its source until it is typeset, and where it cannot be. */
export function Formula(formula: Omit<MathNode, 'type'>) {
  return (
    <Suspense fallback={<FormulaSource source={formula.source} isDisplay={formula.isDisplay} />}>
      <TypesetFormula {...formula} />
    </Suspense>
  );
}
