'use client';
import { useState } from 'react';
import { ApiError, errorText } from '@/lib/browser/api/api-error';
import { type ImportedTeam, type ImportFault, readTeam } from '@/lib/browser/team/imported-team';
import type { TeamDraft } from '@/lib/browser/team/team-draft';
import { TeamEditor } from '../team-editor';
import { ImportPreview } from './import-preview';
import { ImportSource } from './import-source';

/** A text becomes a team in three steps: give it, look at what was read, edit and save. Nothing is saved before. */
export function TeamImport() {
  const [text, setText] = useState('');
  const [fault, setFault] = useState<ImportFault | null>(null);
  const [imported, setImported] = useState<ImportedTeam | null>(null);
  const [team, setTeam] = useState<TeamDraft | null>(null);

  async function read(given: string, fileName?: string) {
    setText(given);
    setFault(null);
    try {
      const result = await readTeam(given);
      // MassGen's teams have no name; that of the file says more than none.
      const name = result.format === 'massgen' ? nameOfFile(fileName) : null;
      setImported(name ? { ...result, team: { ...result.team, name } } : result);
    } catch (error) {
      setFault({ message: errorText(error), fields: error instanceof ApiError ? error.fields : [] });
    }
  }

  if (team) return <TeamEditor id={null} draftKey={null} initial={team} />;
  if (imported) return <ImportPreview imported={imported} onBack={() => setImported(null)} onContinue={setTeam} />;
  return <ImportSource text={text} fault={fault} onText={setText} onRead={read} />;
}

function nameOfFile(fileName: string | undefined): string | null {
  const base = fileName
    ?.replace(/\.[a-z]+$/i, '')
    .replace(/[_-]+/g, ' ')
    .trim();
  return base ? base.charAt(0).toUpperCase() + base.slice(1, 100) : null;
}
