import { strToU8, zipSync } from 'fflate';

/** A file of a contribution, by its path below the project. */
export interface HandedFile {
  readonly path: string;
  readonly text: string;
}

/** The folder as a zip; the same files always give the same bytes. */
export function zipOf(files: readonly HandedFile[]): Uint8Array<ArrayBuffer> {
  const entries = files.map(({ path, text }) => [path, strToU8(text)] as const);
  // The first day that a zip can tell, in whatever time zone: the time of writing says nothing of the content.
  const zip = zipSync(Object.fromEntries(entries), { level: 6, mtime: new Date(1980, 0, 1) });
  return new Uint8Array(zip);
}

/** Longest address that hosts of code answer; a longer one is refused by the server, and the text would be lost. */
const longestAddress = 7_500;

export interface NewFile {
  readonly address: string;
  /** Whether the text is in the address, so that nobody has to paste it. */
  readonly filled: boolean;
}

/** Address of the code host's page for a new file, with the text filled in where it fits. */
export function newFile(repository: string, { path, text }: HandedFile): NewFile {
  const cut = path.lastIndexOf('/');
  const [folder, name] = [path.slice(0, cut), path.slice(cut + 1)];
  // Only GitHub takes the text of the file; GitLab takes its name, Gitea and Forgejo neither.
  if (/^https:\/\/[^/]*gitlab/.test(repository)) {
    const query = new URLSearchParams({ file_name: path });
    return { address: `${repository}/-/new/main?${query}`, filled: false };
  }
  if (!/^https:\/\/(?:[^/]*\.)?github\.com\//.test(repository))
    return { address: `${repository}/_new/main/${folder}`, filled: false };
  const named = `${repository}/new/main?${new URLSearchParams({ filename: `${folder}/${name}` })}`;
  const filled = `${named}&${new URLSearchParams({ value: text })}`;
  return filled.length <= longestAddress
    ? { address: filled, filled: true }
    : { address: named, filled: false };
}
