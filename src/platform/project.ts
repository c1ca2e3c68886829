import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

function findRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json')) || !existsSync(join(folder, 'migrations'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error('The folder with package.json and migrations/ was not found above the program');
    folder = parent;
  }
  return folder;
}

/** The folder of package.json, migrations/ and profiles/, whether the program runs from src/ or from dist/. */
export const PROJECT_ROOT = findRoot();
