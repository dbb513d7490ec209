import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A small sound content folder that tests may break: one case with a translation, a table and a picture's place. */
export function soundFolder(): {
  folder: string;
  write(file: string, text: string | Uint8Array): void;
  read(file: string): string;
  remove(): void;
} {
  const folder = mkdtempSync(join(tmpdir(), 'portal-content-'));
  cpSync('tests/content/sound', folder, { recursive: true });
  return {
    folder,
    write(file, text) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text);
    },
    read: (file) => readFileSync(join(folder, file), 'utf8'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
