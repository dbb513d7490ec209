// The heavy part of a form: schema, guard, parser of texts and writer of files. It loads once somebody writes.
export { checkDraft } from '../../contribute/check.ts';
export { newFile, zipOf } from '../../contribute/hand-in.ts';
export { contributionFile, draftOfFile } from '../../contribute/output.ts';
export { renderPreview, renderTranslationPreview } from '../../contribute/preview.ts';
export {
  checkTranslation,
  openOriginal,
  openTranslation,
  type Translation,
  translationFile,
} from '../../contribute/translation.ts';
