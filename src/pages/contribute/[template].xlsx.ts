import type { APIRoute } from 'astro';
import { type BookCollection, bookCollections, planOf, templateNames } from '../../sheets/book.ts';
import { fillSheets } from '../../sheets/write.ts';
import { writeWorkbook } from '../../sheets/write-workbook.ts';

/** The workbook that a contributor fills in, made from the schema: /contribute/case-study-template.xlsx. */
export const getStaticPaths = () =>
  bookCollections.map((collection) => ({
    params: { template: `${templateNames[collection]}-template` },
    props: { collection },
  }));

export const GET: APIRoute<{ collection: BookCollection }> = async ({ props }) => {
  const plan = planOf(props.collection);
  const bytes = await writeWorkbook(plan, fillSheets(plan, []));
  return new Response(new Uint8Array(bytes), {
    headers: { 'Content-Type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  });
};
