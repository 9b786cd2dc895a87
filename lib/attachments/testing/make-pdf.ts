const LOCK = ` /ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'ab'.repeat(32)}> /U <${'cd'.repeat(32)}> >>`;

/** A small but complete PDF: one page for each text, which stands in one line of it. `locked` = nobody knows its password. */
export function makePdf(pageTexts: string[], options: { locked?: boolean } = {}): Buffer {
  const objects: string[] = [];
  const pageIds = pageTexts.map((_, index) => 4 + index * 2);
  objects[1] = '<< /Type /Catalog /Pages 2 0 R >>';
  objects[2] = `<< /Type /Pages /Kids [${pageIds.map((id) => `${id} 0 R`).join(' ')}] /Count ${pageIds.length} >>`;
  objects[3] = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>';
  pageTexts.forEach((text, index) => {
    const id = pageIds[index] ?? 0;
    const content = `BT /F1 12 Tf 72 720 Td (${text.replace(/[\\()]/g, '\\$&')}) Tj ET`;
    objects[id] =
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> /Contents ${id + 1} 0 R >>`;
    objects[id + 1] = `<< /Length ${content.length} >>\nstream\n${content}\nendstream`;
  });
  let file = '%PDF-1.4\n';
  const offsets = objects.map((body, id) => {
    const offset = file.length;
    if (id > 0) file += `${id} 0 obj\n${body}\nendobj\n`;
    return offset;
  });
  const table = file.length;
  const entries = offsets.slice(1).map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
  file += `xref\n0 ${objects.length}\n0000000000 65535 f \n${entries.join('')}`;
  return Buffer.from(
    `${file}trailer\n<< /Size ${objects.length} /Root 1 0 R${options.locked ? LOCK : ''} >>\nstartxref\n${table}\n%%EOF\n`,
    'latin1',
  );
}
