import { type Markup, svg } from './svg.ts';
import { isNarrow } from './text.ts';

/** The accessible name of a drawing. The id must be the only one of its kind on the page. */
export interface ChartWords {
  readonly id: string;
  readonly title: string;
  readonly description?: string | undefined;
}

/** A finished drawing and its size in CSS pixels at scale 1. */
export interface Drawing {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

export interface Frame {
  readonly width: number;
  readonly height: number;
  /** Class of the kind of drawing, beside `chart`. */
  readonly kind: string;
  /** A drawing with links inside is a group; an image hides what is inside it from screen readers. */
  readonly role?: 'img' | 'group';
  /** `stretch` for a drawing without words, `none` for one whose places are shares of its width. */
  readonly scaling?: 'keep' | 'stretch' | 'none';
}

/** The root element: size, role, title and description, left to right in every language. */
export function frame(words: ChartWords, { role = 'img', ...box }: Frame, body: Markup): Drawing {
  const { id, title, description } = words;
  if (!/^[\w-]+$/.test(id)) throw new RangeError(`"${id}" cannot be part of an id`);
  const width = Math.ceil(box.width);
  const height = Math.ceil(box.height);
  const names = description === undefined ? `${id}-title` : `${id}-title ${id}-desc`;
  const classes = ['chart', box.kind, ...(isNarrow(width) ? ['chart-narrow'] : [])].join(' ');
  const viewBox = box.scaling !== 'none' && svg` viewBox="0 0 ${width} ${height}"`;
  const stretch = box.scaling === 'stretch' && svg` preserveAspectRatio="none"`;
  const drawn = svg`<svg class="${classes}"${viewBox} width="${width}" height="${height}"${stretch} role="${role}"
    ${' '}direction="ltr" aria-labelledby="${names}">
    <title id="${id}-title">${title}</title>
    ${description !== undefined && svg`<desc id="${id}-desc">${description}</desc>`}
    ${body}</svg>`;
  return { svg: drawn.markup, width, height };
}
