import { readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import type { APIRoute } from 'astro';
import { safeCsv } from '../../csv/write.ts';
import { encodePicture, pictureEndings, pictureName } from '../../portal/pictures.ts';
import { collectionNames } from '../../schemas/collections.ts';
import { contentFolder, listEntries } from '../../schemas/content-files.ts';

/** Pictures and tables that stand beside contributions. They are read as data and never become modules. */
export function getStaticPaths() {
  return collectionNames.flatMap((collection) =>
    listEntries(collection).flatMap(({ slug, others }) =>
      others.flatMap((file) => {
        const ending = extname(file).toLowerCase();
        if (ending === '.csv') return [{ params: { path: file }, props: { file } }];
        if (!pictureEndings.includes(ending)) return [];
        return [
          { params: { path: `${collection}/${slug}/${pictureName(basename(file))}` }, props: { file } },
        ];
      }),
    ),
  );
}

export const GET: APIRoute<{ file: string }> = async ({ props }) => {
  const file = join(contentFolder(), props.file);
  if (props.file.toLowerCase().endsWith('.csv')) {
    return new Response(safeCsv(readFileSync(file, 'utf8')), {
      headers: { 'Content-Type': 'text/csv; charset=utf-8' },
    });
  }
  return new Response(await encodePicture(file), { headers: { 'Content-Type': 'image/webp' } });
};
