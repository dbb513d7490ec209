import type { APIRoute } from 'astro';
import { forms, isForm } from '../../../contribute/draft.ts';
import { locales } from '../../../i18n/locales.ts';
import { formData } from '../../../portal/form-data.ts';
import { loadLibrary } from '../../../portal/library.ts';
import { activeLocales } from '../../../portal/site.ts';

/** What the script of a form needs; it asks for it when somebody begins to write. */
export const getStaticPaths = () =>
  forms.flatMap((form) => activeLocales.map((locale) => ({ params: { form, locale } })));

export const GET: APIRoute = async ({ params }) => {
  const { form } = params;
  const locale = locales.find((one) => one === params['locale']);
  if (!isForm(form) || locale === undefined) throw new Error(`no form ${form}`);
  return new Response(JSON.stringify(formData(form, locale, await loadLibrary())), {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
};
