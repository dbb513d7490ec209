import type { APIRoute } from 'astro';
import { bookCollections, planOf, templateNames } from '../../../sheets/book.ts';
import { writeCsvBook } from '../../../sheets/csv-book.ts';
import { fillSheets } from '../../../sheets/write.ts';

/** The same template as one table for each sheet: /contribute/case-study-template/outcomes.csv. */
export const getStaticPaths = () =>
  bookCollections.flatMap((collection) => {
    const plan = planOf(collection);
    return writeCsvBook(fillSheets(plan, [])).map(({ name, text }) => ({
      params: { template: `${templateNames[collection]}-template`, sheet: name.replace(/\.csv$/, '') },
      props: { text },
    }));
  });

export const GET: APIRoute<{ text: string }> = ({ props }) =>
  new Response(props.text, { headers: { 'Content-Type': 'text/csv; charset=utf-8' } });
