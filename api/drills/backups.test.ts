import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { backUpWhileWriting } from './backups.js';

// The short form of backups.drill.ts.
it('a backup made while clients write is of one moment', async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'parvis-drill-'));
  try {
    const { backups, acknowledged } = await backUpWhileWriting({ backups: 1, folder });
    expect(backups[0]!.before).toBeGreaterThan(0);
    expect(backups[0]!.writes).toBeLessThan(acknowledged);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 60_000);
