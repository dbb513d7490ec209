import type { ProblemWords } from '../guard/say.ts';
import type { VocabularyName } from '../schemas/vocabulary.ts';
import type { Box } from './coordinates.ts';
import type { FormName } from './draft.ts';
import type { GroupField } from './field.ts';
import type { Part } from './layout.ts';
import type { Words } from './words.ts';

/** Something that can be chosen: its id, its name in the page's language, and other names people type. */
export interface Option {
  readonly id: string;
  readonly label: string;
  readonly others?: readonly string[];
}

export interface StoryHeading {
  readonly id: string;
  /** As the file needs it. */
  readonly heading: string;
  /** As the page says it. */
  readonly label: string;
}

/** A page that can be translated. */
export interface Original {
  readonly collection: string;
  readonly slug: string;
  readonly title: string;
  readonly revision: string;
  /** Address of its file. */
  readonly file: string;
  /** Languages that have it, and whether they follow the present words. */
  readonly translations: Readonly<Record<string, 'current' | 'outdated'>>;
}

/** All that the script of a form needs and the page has not: it is fetched when somebody begins to write. */
export interface FormData {
  readonly form: FormName;
  readonly locale: string;
  readonly collection: string;
  readonly words: Words;
  /** The sentences of the check. */
  readonly problemWords: ProblemWords;
  readonly model: GroupField;
  readonly parts: readonly Part[];
  readonly story: readonly StoryHeading[];
  readonly vocabularies: Readonly<Partial<Record<VocabularyName | 'countries', readonly Option[]>>>;
  /** Contributions that exist, by collection. */
  readonly entries: Readonly<Record<string, readonly Option[]>>;
  /** DOIs of the shared library, by id. */
  readonly libraryDois: Readonly<Record<string, string>>;
  readonly indicators: Readonly<
    Record<string, { readonly units: readonly string[]; readonly substances: readonly string[] }>
  >;
  readonly boxes: Readonly<Record<string, Box>>;
  /** Paths of the map of the world. */
  readonly map: { readonly land: string; readonly graticule: string } | undefined;
  readonly repository: string | undefined;
  readonly originals: readonly Original[];
  /** Headings of the story by collection and language: for translations. */
  readonly headings: Readonly<Record<string, Readonly<Record<string, readonly StoryHeading[]>>>>;
}
